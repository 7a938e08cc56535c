package db

import (
	"context"

	"github.com/uptrace/bun"
)

// CountUpTo counts the rows of a selection, of which it reads atMost at most: it
// returns atMost where there are as many or more. The selection has no limit of its
// own; an order keeps it on the index by which the list is read.
func CountUpTo(ctx context.Context, q Querier, rows *bun.SelectQuery, atMost int64) (n int64, err error) {
	err = q.NewSelect().TableExpr("(?) AS counted", rows.Limit(atMost)).ColumnExpr("count(*)").Scan(ctx, &n)
	return n, err
}
