package payout

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

// selectNamed reads the row of a column that is unique; an empty owner means
// whoever's it is.
func selectNamed[T any](ctx context.Context, q db.Querier, owner seller.ID, column, value string) (*T, error) {
	row := new(T)
	s := q.NewSelect().Model(row).Where("? = ?", bun.Ident(column), value)
	if owner != "" {
		s = s.Where("seller_id = ?", owner)
	}
	return row, s.Scan(ctx)
}
