package reconciliation

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// against says which account stands against a movement of the platform's balance
// that no use case of ours has made: money from and to the platform's own bank,
// what Stripe charges beside payments, what it keeps aside.
func against(kind string) (ledger.Kind, ledger.Account, bool) {
	switch kind {
	case "topup", "topup_reversal", "payout", "payout_cancel", "payout_failure":
		return ledger.KindBankMoved, ledger.Bank, true
	case "tax_fee":
		return ledger.KindFeeCharged, ledger.ProviderTax, true
	case "reserve_transaction":
		return ledger.KindReserveMoved, ledger.StripeReserved, true
	}
	switch {
	case isCharge(kind):
		return ledger.KindFeeCharged, ledger.OtherFees, true
	case isKeptAside(kind):
		return ledger.KindReserveMoved, ledger.StripeReserved, true
	}
	return "", ledger.Account{}, false
}

// isCharge reports whether movements of a type are what Stripe charges beside payments.
func isCharge(kind string) bool {
	switch kind {
	case "stripe_fee", "stripe_fx_fee", "network_cost":
		return true
	}
	return false
}

// isKeptAside reports whether movements of a type are what Stripe keeps of a balance
// for a time, or lets go.
func isKeptAside(kind string) bool {
	switch kind {
	case "reserved_funds",
		"payment_network_reserve_hold", "payment_network_reserve_release",
		"payout_minimum_balance_hold", "payout_minimum_balance_release":
		return true
	}
	return false
}

// isOfSeller reports whether a movement of a seller's balance is known by its type
// alone. It is between them and Stripe, and only the mirror follows: fees, what is kept
// aside, and what Stripe lends to a balance for an instant payout and takes again.
func isOfSeller(kind string) bool {
	switch kind {
	case "tax_fee", "advance", "advance_funding":
		return true
	}
	return isCharge(kind) || isKeptAside(kind)
}

// awaitsNews reports whether movements of a type are booked by a use case of ours as
// soon as its news comes. Whatever else there is, or will be, nobody waits for.
func awaitsNews(kind string) bool {
	switch kind {
	case "charge", "payment", "payment_refund", "payment_failure_refund", "refund", "refund_failure", "adjustment",
		"transfer", "transfer_refund", "transfer_cancel", "transfer_failure",
		"payout", "payout_cancel", "payout_failure":
		return true
	}
	return false
}

// bookAll posts the movements that are known by their type alone, in one unit, and
// tells which those are. Posting them again changes nothing.
func (s *Service) bookAll(ctx context.Context, of seller.ID, moves []provider.Transaction) (map[string]bool, error) {
	booked := map[string]bool{}
	var drafts []*ledger.Draft
	var maturities []ledger.Maturity
	for _, t := range moves {
		d, known := draftOf(of, t)
		if !known {
			continue
		}
		booked[t.ID] = true
		if d.IsEmpty() {
			continue
		}
		drafts = append(drafts, d)
		if !t.Available && t.NetMinor != 0 && t.Type != collected {
			maturities = append(maturities, ledger.MaturityOf(t, of))
		}
	}
	if len(drafts) == 0 {
		return booked, nil
	}
	return booked, s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if err := ledger.PostAllTx(ctx, tx, drafts); err != nil {
			return err
		}
		return ledger.AwaitTx(ctx, tx, maturities...)
	})
}

// draftOf is the journal of a movement that is known by its type alone, and whether it
// is one.
func draftOf(of seller.ID, t provider.Transaction) (*ledger.Draft, bool) {
	if t.Type == collected {
		return collectedOf(of, t), true
	}
	if t.Account != provider.Platform {
		return mirrorOf(of, t), isOfSeller(t.Type)
	}
	kind, other, known := against(t.Type)
	if !known {
		return nil, false
	}
	return ledger.NewDraft(kind, "balance:"+t.ID, t.Currency).Answering(provider.Platform, t.ID).
		Move(ledger.StripeBucket(t.Available), other, t.AmountMinor).
		Move(ledger.OtherFees, ledger.StripeBucket(t.Available), t.FeeMinor), true
}

// mirrorOf lets the mirror of a seller's balance follow a movement.
func mirrorOf(of seller.ID, t provider.Transaction) *ledger.Draft {
	kind := ledger.KindReserveMoved
	if isCharge(t.Type) || t.Type == "tax_fee" {
		kind = ledger.KindFeeCharged
	}
	return ledger.NewDraft(kind, "balance:"+t.ID, t.Currency).Answering(t.Account, t.ID).
		Move(ledger.MemoBucket(of, t.Available), ledger.MemoContra(of), t.NetMinor)
}
