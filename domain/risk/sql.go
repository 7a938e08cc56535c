package risk

import (
	"context"
	"time"

	"github.com/uptrace/bun"

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

// selectTiersAt returns the tiers of sellers that were rated before an instant.
func selectTiersAt(ctx context.Context, q db.Querier, of []seller.ID, at time.Time) (map[seller.ID]Tier, error) {
	found := map[seller.ID]Tier{}
	if len(of) == 0 {
		return found, nil
	}
	var rows []*Rating
	err := q.NewSelect().Model(&rows).Column("seller_id", "tier").Where("seller_id IN (?) AND created_at <= ?", bun.List(of), at.UTC()).
		OrderExpr("created_at, id").Scan(ctx)
	for _, r := range rows {
		found[r.SellerID] = r.Tier // the latest is the last
	}
	return found, err
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
