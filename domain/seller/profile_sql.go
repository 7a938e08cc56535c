package seller

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

func selectLegal(ctx context.Context, q db.Querier, sellerID ID) (*Legal, error) {
	l := new(Legal)
	err := q.NewSelect().Model(l).Where("sl.seller_id = ?", sellerID).Scan(ctx)
	return l, err
}

func selectLegals(ctx context.Context, q db.Querier, ids []ID) ([]*Legal, error) {
	var found []*Legal
	err := q.NewSelect().Model(&found).Where("sl.seller_id IN (?)", bun.List(ids)).Scan(ctx)
	return found, err
}

// saveLegal writes the row of a seller, the first time or again. The row of the
// seller is locked.
func saveLegal(ctx context.Context, tx db.Tx, l *Legal) error {
	if _, err := tx.NewDelete().Model((*Legal)(nil)).Where("seller_id = ?", l.SellerID).Exec(ctx); err != nil {
		return err
	}
	_, err := tx.NewInsert().Model(l).Exec(ctx)
	return err
}
