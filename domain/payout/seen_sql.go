package payout

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

// selectSeen reads rows by their ids; an empty owner means whoever's they are.
func selectSeen[K ~string, V any](ctx context.Context, q db.Querier, owner seller.ID, want seen[K, V]) ([]*V, error) {
	var rows []*V
	s := q.NewSelect().Model(&rows).Where("id IN (?)", bun.List(want.ids))
	if want.also != "" {
		s.ColumnExpr("?TableColumns").ColumnExpr(want.also)
	}
	if owner != "" {
		s.Where("seller_id = ?", owner)
	}
	return rows, s.Scan(ctx)
}
