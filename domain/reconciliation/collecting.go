package reconciliation

import (
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// collected is the type of what Stripe takes from the platform for a seller whose
// balance has been below zero for 180 days, and gives to that balance. What it had
// kept aside for it, it lets go by a movement of its own.
const collected = "connect_collection_transfer"

// collectedOf is one side of a collection: on the platform's side the money is lost, on
// the seller's the balance is even.
func collectedOf(of seller.ID, t provider.Transaction) *ledger.Draft {
	d := ledger.NewDraft(ledger.KindReserveMoved, "balance:"+t.ID, t.Currency).Answering(t.Account, t.ID)
	if t.Account == provider.Platform {
		return d.Move(ledger.StripeBucket(t.Available), ledger.BadDebt, t.NetMinor)
	}
	return d.Move(ledger.MemoBucket(of, t.Available), ledger.MemoContra(of), t.NetMinor)
}
