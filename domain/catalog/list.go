package catalog

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
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

// relistTx is listTx for offers that were not ACTIVE before and are now, of some of the
// products that the unit changes. These are locked: whoever publishes one of them either
// has done so, or is going to find the offers.
func relistTx(ctx context.Context, tx db.Tx, owner seller.ID, offers []*Offer, of []ProductID) error {
	if len(offers) == 0 {
		return nil
	}
	products, err := lockProducts(ctx, tx, of)
	if err != nil {
		return fmt.Errorf("lock products of offers: %w", err)
	}
	byID := keyed(products, func(p *Product) ProductID { return p.ID })
	return listTx(ctx, tx, owner, slices.DeleteFunc(slices.Clone(offers), func(o *Offer) bool { return byID[o.ProductID].Status != ProductActive })...)
}

// listAllTx asks the plans of all who offer a locked product that has become ACTIVE, in the
// order of their ids, so that two units never wait for each other. Whose product it is, is
// refused what their plan does not allow; others have not asked, and their offers are PAUSED.
func listAllTx(ctx context.Context, tx db.Tx, p *Product) error {
	offers, err := selectActiveOffers(ctx, tx, p.ID)
	if err != nil {
		return fmt.Errorf("load offers of %s: %w", p.ID, err)
	}
	for len(offers) > 0 {
		n := slices.IndexFunc(offers, func(o *Offer) bool { return o.SellerID != offers[0].SellerID })
		if n < 0 {
			n = len(offers)
		}
		if offers[0].SellerID == p.CreatedBySeller {
			err = listTx(ctx, tx, p.CreatedBySeller, offers[:n]...)
		} else {
			err = listOrPauseTx(ctx, tx, p, offers[:n])
		}
		if err != nil {
			return err
		}
		offers = offers[n:]
	}
	return nil
}

// listOrPauseTx publishes as many of the offers of a seller on somebody else's product as
// their plan allows, the oldest ones. The others are PAUSED, and their seller is told.
func listOrPauseTx(ctx context.Context, tx db.Tx, p *Product, offers []*Offer) error {
	owner := offers[0].SellerID
	var paused []OfferID
	for len(offers) > 0 {
		err := listTx(ctx, tx, owner, offers...)
		if err == nil {
			break
		}
		if !errors.Is(err, plan.ErrOffers) {
			return err
		}
		last := offers[len(offers)-1]
		if err := pauseOffer(ctx, tx, last); err != nil {
			return fmt.Errorf("pause %s: %w", last.ID, err)
		}
		paused, offers = append(paused, last.ID), offers[:len(offers)-1]
	}
	if len(paused) == 0 {
		return nil
	}
	return event.Emit(ctx, tx, OffersPaused{ProductID: p.ID, Title: p.Title, SellerID: owner, OfferIDs: paused})
}
