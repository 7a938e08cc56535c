package payment

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
)

// spending is an entry of a buyer's credit that belongs to a payment: below zero
// when it was spent, above when a payment that did not come gave it back.
type spending struct {
	bun.BaseModel `bun:"table:buyer_credits,alias:crd"`

	ID          string `bun:",pk"`
	BuyerID     identity.AccountID
	Currency    money.Currency
	AmountMinor int64
	PaymentID   ID
	Reference   string
	CreatedAt   time.Time
}

// Credit is what of it is paid with the buyer's credit.
func (p *Payment) Credit() money.Amount { return money.New(p.CreditMinor, p.Currency) }

// ByCard is what of it is paid through the provider.
func (p *Payment) ByCard() money.Amount { return money.New(p.AmountMinor-p.CreditMinor, p.Currency) }

// isAllCredit reports whether the provider has no part in the payment.
func (p *Payment) isAllCredit() bool { return p.CreditMinor > 0 && p.CreditMinor == p.AmountMinor }

// CreditTx locks a buyer's credit in a currency until the unit ends, and returns
// what is left of it, in minor units.
func CreditTx(ctx context.Context, tx db.Tx, of identity.AccountID, c money.Currency) (int64, error) {
	return lockCredit(ctx, tx, of, c)
}

// spendTx takes what a payment is paid with from the locked credit of its buyer.
// It waits for the order to be paid.
func spendTx(ctx context.Context, tx db.Tx, p *Payment) error {
	return p.moveCreditTx(ctx, tx, -1, ledger.KindCreditSpent, "spent")
}

// unspendTx gives the credit of a payment that will not be captured back.
func unspendTx(ctx context.Context, tx db.Tx, p *Payment) error {
	return p.moveCreditTx(ctx, tx, 1, ledger.KindCreditUnspent, "unspent")
}

func (p *Payment) moveCreditTx(ctx context.Context, tx db.Tx, sign int64, kind ledger.Kind, step string) error {
	if p.CreditMinor == 0 {
		return nil
	}
	s := &spending{
		ID: id.New[string]("crd"), BuyerID: p.BuyerID, Currency: p.Currency, AmountMinor: sign * p.CreditMinor, PaymentID: p.ID,
		Reference: string(p.OrderID), CreatedAt: tx.Now(),
	}
	if err := insertSpending(ctx, tx, s); err != nil {
		return fmt.Errorf("credit of %s: %w", p.ID, err)
	}
	d := ledger.NewDraft(kind, "payment:"+string(p.ID)+":credit_"+step, p.Currency).
		Move(ledger.CreditClearing, ledger.BuyerCredit, sign*p.CreditMinor)
	d.OrderID = string(p.OrderID)
	_, err := ledger.PostTx(ctx, tx, d)
	return err
}

// CaptureCreditTx captures the payment of an order that was just made and is paid
// with credit alone, and does nothing for another. The stock must be reserved.
func CaptureCreditTx(ctx context.Context, tx db.Tx, p *Payment, o *order.Order) error {
	if !p.isAllCredit() {
		return nil
	}
	return capturedTx(ctx, tx, p, o, nil)
}
