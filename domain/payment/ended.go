package payment

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/order"
)

// intentsMax is how many intents one payment has at most: each of them takes several
// declines before the provider ends it, and whoever tries more cards than that does
// not mean to buy.
const intentsMax = 3

// newsReopened is told when a payment whose intent the provider had ended has another.
const newsReopened = "payment.reopened"

// endedIntent is an intent that the provider has ended by itself.
type endedIntent struct {
	bun.BaseModel `bun:"table:payment_ended_intents,alias:pei"`

	IntentID  string `bun:",pk"`
	PaymentID ID
	EndedAt   time.Time // UTC
}

// errSpare says that an intent stands open whose payment has another one.
var errSpare = errors.New("the payment has another intent")

// spareTx decides about an intent that is none of its payment, which has another. The
// provider answers to a key with the same intent for a day; when its answers were lost
// for longer, it has made a second one. Nobody was given the first, so nobody can pay it.
func spareTx(ctx context.Context, tx db.Tx, intent *Intent) error {
	if _, err := lockPayment(ctx, tx, intent.PaymentID); err != nil {
		return fmt.Errorf("payment of intent %s: %w", intent.ID, err)
	}
	if intent.Status == IntentCancelled {
		return nil
	}
	return errSpare
}

// discard cancels a spare intent at the provider. It fails when that is paid, against all
// that is known, so that somebody looks at it.
func (s *Service) discard(ctx context.Context, intent *Intent, andTx func(context.Context, db.Tx) error) error {
	if _, err := s.gateway.CancelIntent(ctx, intent.ID, CancellationExpired); err != nil {
		return fmt.Errorf("cancel intent %s, which payment %s does not need: %w", intent.ID, intent.PaymentID, err)
	}
	return s.db.Write(ctx, andTx)
}

// endedTx decides about a payment whose intent was cancelled at the provider. One that
// the provider has ended after too many declines leaves the buyer the rest of their time
// with another intent: the payment is CREATING again, and endedTx reports so. Every other
// cancellation is somebody's decision, and is final.
func endedTx(ctx context.Context, tx db.Tx, p *Payment, intent *Intent) (reopened bool, err error) {
	if intent.Cancellation != CancellationAutomatic || p.EndedIntents+1 >= intentsMax {
		return false, cancelTx(ctx, tx, p, intent.Cancellation.reason())
	}
	o, err := order.LockTx(ctx, tx, p.OrderID)
	if err != nil {
		return false, err
	}
	if !o.ExpiresAt.After(tx.Now()) {
		return false, cancelTx(ctx, tx, p, order.CancelPaymentCancelled)
	}
	if err := insertEndedIntent(ctx, tx, &endedIntent{IntentID: intent.ID, PaymentID: p.ID, EndedAt: tx.Now()}); err != nil {
		return false, err
	}
	p.Status, p.IntentID, p.ClientSecret, p.ProcessingSince = StatusCreating, nil, "", nil
	p.EndedIntents++
	p.Decline, p.CheckedAt = declineReason(intent.ErrorCode, intent.DeclineCode), tx.Now()
	return true, updatePayment(ctx, tx, p)
}
