package reconciliation

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/provider"
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

// book posts a movement of the platform's balance that is known by its type
// alone, and reports whether it is one. Posting it again changes nothing.
func (s *Service) book(ctx context.Context, t provider.Transaction) (bool, error) {
	kind, other, known := against(t.Type)
	if !known || t.Account != provider.Platform {
		return false, nil
	}
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		d := ledger.NewDraft(kind, "balance:"+t.ID, t.Currency).Answering(provider.Platform, t.ID).
			Move(ledger.StripeBucket(t.Available), other, t.AmountMinor).
			Move(ledger.OtherFees, ledger.StripeBucket(t.Available), t.FeeMinor)
		if d.IsEmpty() {
			return nil
		}
		if _, err := ledger.PostTx(ctx, tx, d); err != nil || t.Available || t.NetMinor == 0 {
			return err
		}
		return ledger.AwaitTx(ctx, tx, ledger.BucketMaturity(t, ""))
	})
	return true, err
}
