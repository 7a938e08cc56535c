package risk

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

func insertRating(ctx context.Context, tx db.Tx, r *Rating) error {
	_, err := tx.NewInsert().Model(r).Exec(ctx)
	return err
}

func selectRatingAt(ctx context.Context, q db.Querier, of seller.ID, at time.Time) (*Rating, error) {
	r := new(Rating)
	err := q.NewSelect().Model(r).Where("seller_id = ? AND created_at <= ?", of, at.UTC()).
		OrderExpr("created_at DESC, id DESC").Limit(1).Scan(ctx)
	return r, err
}

func selectRatings(ctx context.Context, q db.Querier, of seller.ID) ([]*Rating, error) {
	rows := []*Rating{}
	err := q.NewSelect().Model(&rows).Where("seller_id = ?", of).OrderExpr("created_at DESC, id DESC").Limit(100).Scan(ctx)
	return rows, err
}

// selectRateable lists the sellers that can sell.
func selectRateable(ctx context.Context, q db.Querier) ([]seller.ID, error) {
	var ids []seller.ID
	err := q.NewSelect().Table("sellers").Column("id").Where("status IN ('APPROVED', 'SUSPENDED')").OrderExpr("id").Scan(ctx, &ids)
	return ids, err
}
