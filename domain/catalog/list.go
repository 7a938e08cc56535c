package catalog

import (
	"context"
	"fmt"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/seller"
)

// listTx asks the owner's plan about offers of a product that is ACTIVE, which
// were not published until now. Those that are nil or PAUSED are not either.
func listTx(ctx context.Context, tx db.Tx, owner seller.ID, offers ...*Offer) error {
	p := plan.Publishing{SellerID: id.Any(owner), Count: func(ctx context.Context) (int64, error) {
		return countPublished(ctx, tx, owner)
	}}
	for _, o := range offers {
		if o != nil && o.Status == OfferActive {
			p.Offers = append(p.Offers, id.Any(o.ID))
		}
	}
	return plan.ListTx(ctx, tx, p)
}

// relistTx is listTx for offers that were not ACTIVE before and are now, of any
// products.
func relistTx(ctx context.Context, tx db.Tx, owner seller.ID, offers []*Offer) error {
	if len(offers) == 0 {
		return nil
	}
	products := make([]ProductID, len(offers))
	for i, o := range offers {
		products[i] = o.ProductID
	}
	active, err := selectActive(ctx, tx, products)
	if err != nil {
		return fmt.Errorf("load products of offers: %w", err)
	}
	return listTx(ctx, tx, owner, slices.DeleteFunc(slices.Clone(offers), func(o *Offer) bool { return !active[o.ProductID] })...)
}
