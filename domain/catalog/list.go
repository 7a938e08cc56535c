package catalog

import (
	"context"
	"fmt"

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

// relistTx is listTx for an offer that was not ACTIVE before.
func relistTx(ctx context.Context, tx db.Tx, owner seller.ID, o *Offer) error {
	if o.Status != OfferActive {
		return nil
	}
	status, err := selectProductStatus(ctx, tx, o.ProductID)
	if err != nil {
		return fmt.Errorf("load product of %s: %w", o.ID, err)
	}
	if status != ProductActive {
		return nil
	}
	return listTx(ctx, tx, owner, o)
}
