package plan

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
)

// Publishing says which offers of a seller are published that were not.
type Publishing struct {
	SellerID id.Any
	Offers   []id.Any // in the order in which they count
	// Count counts the published offers of the seller, with these. It is called
	// after the seller's plan is locked.
	Count func(ctx context.Context) (int64, error)
}

// ListTx lets a seller publish offers: within the limit of their plan, and for
// its fee once for each offer. It returns ErrOffers.
func ListTx(ctx context.Context, tx db.Tx, p Publishing) error {
	if len(p.Offers) == 0 {
		return nil
	}
	h, err := loadHistory(ctx, tx, p.SellerID)
	if err != nil || len(h.assignments) == 0 { // nearly nobody has to wait for anybody
		return err
	}
	if h, err = lockHistory(ctx, tx, p.SellerID); err != nil {
		return err
	}
	on, v, _ := h.at(tx.Now())
	if v == nil {
		return nil
	}
	n, err := p.Count(ctx)
	if err != nil {
		return fmt.Errorf("count offers of %s: %w", p.SellerID, err)
	}
	if v.OffersMax != nil && n > *v.OffersMax {
		return ErrOffers.Saying(fmt.Sprintf(
			"The plan %s allows %d published offers. Pause or archive others, or ask the platform for a larger plan.", on.Name, *v.OffersMax,
		))
	}
	before := n - int64(len(p.Offers))
	for i, offerID := range p.Offers {
		l := &listing{OfferID: offerID, SellerID: p.SellerID, VersionID: v.ID, Currency: h.currency, CreatedAt: tx.Now()}
		if before+int64(i)+1 > v.FreeListings {
			l.FeeMinor = v.feeIn(h.currency).ListingMinor
		}
		first, err := insertListing(ctx, tx, l)
		if err != nil {
			return fmt.Errorf("note the listing of %s: %w", offerID, err)
		}
		if !first || l.FeeMinor == 0 {
			continue
		}
		err = event.Emit(ctx, tx, Listed{
			OfferID: offerID, SellerID: p.SellerID, PlanName: on.Name, Currency: l.Currency, FeeMinor: l.FeeMinor, VAT: v.VAT,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// SeatTx lets a seller, whose row is locked, invite somebody. Taken are the
// members and the open invitations there are. It returns ErrSeats.
func SeatTx(ctx context.Context, tx db.Tx, sellerID id.Any, taken int64) error {
	h, err := lockHistory(ctx, tx, sellerID)
	if err != nil {
		return err
	}
	on, v, _ := h.at(tx.Now())
	if v == nil || v.SeatsMax == nil || taken < *v.SeatsMax {
		return nil
	}
	return ErrSeats.Saying(fmt.Sprintf(
		"The plan %s has room for %d members and invitations. Remove one, or ask the platform for a larger plan.", on.Name, *v.SeatsMax,
	))
}
