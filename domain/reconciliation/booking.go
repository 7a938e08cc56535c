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
	case "stripe_fee", "stripe_fx_fee", "tax_fee", "network_cost":
		return ledger.KindFeeCharged, ledger.OtherFees, true
	case "reserve_transaction", "reserved_funds":
		return ledger.KindReserveMoved, ledger.StripeReserved, true
	}
	return "", ledger.Account{}, false
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
		if !t.Available && t.NetMinor != 0 && t.Account == provider.Platform && t.Type != collected {
			maturities = append(maturities, ledger.BucketMaturity(t, ""))
		}
	}
	if len(drafts) == 0 {
		return booked, nil
	}
	return booked, s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		for _, d := range drafts {
			if _, err := ledger.PostTx(ctx, tx, d); err != nil {
				return err
			}
		}
		for _, m := range maturities {
			if err := ledger.AwaitTx(ctx, tx, m); err != nil {
				return err
			}
		}
		return nil
	})
}

// draftOf is the journal of a movement that is known by its type alone, and whether it
// is one.
func draftOf(of seller.ID, t provider.Transaction) (*ledger.Draft, bool) {
	if t.Type == collected {
		return collectedOf(of, t), true
	}
	kind, other, known := against(t.Type)
	if !known || t.Account != provider.Platform {
		return nil, false
	}
	return ledger.NewDraft(kind, "balance:"+t.ID, t.Currency).Answering(provider.Platform, t.ID).
		Move(ledger.StripeBucket(t.Available), other, t.AmountMinor).
		Move(ledger.OtherFees, ledger.StripeBucket(t.Available), t.FeeMinor), true
}
