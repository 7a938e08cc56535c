package reconciliation

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// collected is the type of what Stripe takes from the platform for a seller whose
// balance has been below zero for 180 days, and gives to that balance. What it had
// kept aside for it, it lets go by a movement of its own.
const collected = "connect_collection_transfer"

// bookCollected books one side of a collection, and reports whether it is one: on
// the platform's side the money is lost, on the seller's the balance is even. Posting
// it again changes nothing.
func (s *Service) bookCollected(ctx context.Context, of seller.ID, t provider.Transaction) (bool, error) {
	if t.Type != collected {
		return false, nil
	}
	d := ledger.NewDraft(ledger.KindReserveMoved, "balance:"+t.ID, t.Currency).Answering(t.Account, t.ID)
	if t.Account == provider.Platform {
		d.Move(ledger.StripeBucket(t.Available), ledger.BadDebt, t.NetMinor)
	} else {
		d.Move(ledger.MemoBucket(of, t.Available), ledger.MemoContra(of), t.NetMinor)
	}
	if d.IsEmpty() {
		return true, nil
	}
	return true, s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		_, err := ledger.PostTx(ctx, tx, d)
		return err
	})
}
