package seller

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
)

func insertOffer(ctx context.Context, tx db.Tx, o *Offer) error {
	_, err := tx.NewInsert().Model(o).Exec(ctx)
	return err
}

func updateOffer(ctx context.Context, tx db.Tx, o *Offer) error {
	_, err := tx.NewUpdate().Model(o).WherePK().Exec(ctx)
	return err
}

func selectOffer(ctx context.Context, q db.Querier, offerID OfferID) (*Offer, error) {
	o := new(Offer)
	err := q.NewSelect().Model(o).Where("oo.id = ?", offerID).Scan(ctx)
	return o, err
}

func selectOpenOffer(ctx context.Context, q db.Querier, sellerID ID) (*Offer, error) {
	o := new(Offer)
	err := q.NewSelect().Model(o).Where("oo.seller_id = ?", sellerID).Where("oo.ended_at IS NULL").Scan(ctx)
	return o, err
}

func selectOffersOf(ctx context.Context, q db.Querier, ids []ID) ([]*Offer, error) {
	var offers []*Offer
	err := q.NewSelect().Model(&offers).Where("oo.seller_id IN (?)", bun.List(ids)).Where("oo.ended_at IS NULL").OrderExpr("oo.id").Scan(ctx)
	return offers, err
}

func selectOffersTo(ctx context.Context, q db.Querier, accountID identity.AccountID) ([]*Offer, error) {
	var offers []*Offer
	err := q.NewSelect().Model(&offers).Where("oo.offered_to = ?", accountID).Where("oo.ended_at IS NULL").OrderExpr("oo.id").Scan(ctx)
	return offers, err
}
