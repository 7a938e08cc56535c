package refund

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payment"
)

// CreditID names an entry of a buyer's credit, crd_….
type CreditID string

// Credit is one entry of what the platform owes a buyer outside their card:
// positive when it was given, negative when it was paid out. What was spent for
// orders is in the same table, written by payment.
type Credit struct {
	bun.BaseModel `bun:"table:buyer_credits,alias:crd"`

	ID          CreditID `bun:",pk"`
	BuyerID     identity.AccountID
	Currency    money.Currency
	AmountMinor int64
	RefundID    *ID    // unique: what it was given for
	Reference   string // of the payment
	CreatedAt   time.Time
}

// issueCreditTx pays a refund that is being made by owing it to the buyer.
func issueCreditTx(ctx context.Context, tx db.Tx, r *Refund) error {
	now := tx.Now()
	r.Status, r.SettledAt = StatusSucceeded, &now
	if err := payOtherwiseTx(ctx, tx, r, MethodCredit); err != nil {
		return err
	}
	if err := collectTx(ctx, tx, r); err != nil {
		return err
	}
	return emit(ctx, tx, r.OrderID, r.created(), Succeeded{RefundID: r.ID, OrderID: r.OrderID})
}

// payOtherwiseTx books that what a buyer was promised back is paid by bank, or
// owed as credit.
func payOtherwiseTx(ctx context.Context, tx db.Tx, r *Refund, by Method) error {
	to := ledger.Bank
	if by == MethodCredit {
		to = ledger.BuyerCredit
		c := &Credit{
			ID: id.New[CreditID]("crd"), BuyerID: r.BuyerID, Currency: r.Currency, AmountMinor: r.AmountMinor,
			RefundID: &r.ID, CreatedAt: tx.Now(),
		}
		if err := insertCredit(ctx, tx, c); err != nil {
			return err
		}
	}
	d := ledger.NewDraft(ledger.KindRefundPaid, "refund:"+string(r.ID)+":paid", r.Currency).
		Move(ledger.BuyerRefunds, to, r.AmountMinor)
	d.OrderID = string(r.OrderID)
	_, err := ledger.PostTx(ctx, tx, d)
	return err
}

// PayOtherwise records that the buyer of a refund that failed, or that goes by
// bank, was paid outside the provider. The same key and input records it once. It
// returns ErrNotFound, ErrState for a refund that does not wait for it or whose money
// the buyer has already, ErrDisputed while a bank has not decided, ErrLimit, and the
// faults of the input.
func (s *Service) PayOtherwise(ctx context.Context, by actor.Actor, in PayOtherwiseInput) (*Refund, error) {
	reference, err := in.reference()
	if err != nil {
		return nil, err
	}
	cmd := idempotency.Command{AccountID: by.AccountID, Operation: "refundPayOtherwise", Key: in.IdempotencyKey, Input: in}
	var r *Refund
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		return idempotency.OnceTx(ctx, tx, cmd, func() (string, error) {
			var p *payment.Payment
			if r, p, err = lockTx(ctx, tx, in.RefundID); err != nil {
				return "", err
			}
			if err := s.mayPayTx(ctx, tx, r, p); err != nil {
				return "", err
			}
			if err := r.payTx(ctx, tx, in.Method, reference); err != nil || r.ProposalID != "" { // two persons have agreed
				return string(r.ID), err
			}
			paid := &handPayment{ID: string(r.ID), BuyerID: r.BuyerID, Currency: r.Currency, AmountMinor: r.AmountMinor}
			return string(r.ID), s.payByHandTx(ctx, tx, by, paid)
		}, func(first string) error {
			r, err = selectRefund(ctx, tx, ID(first))
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return r.seenBy(by), nil
}

// payTx writes down and books that a locked refund which waits for it was paid outside
// the provider.
func (r *Refund) payTx(ctx context.Context, tx db.Tx, method Method, reference string) error {
	if r.Status == StatusFailed {
		r.Status = StatusPaidOtherwise
	} else {
		now := tx.Now()
		r.Status, r.SettledAt = StatusSucceeded, &now
	}
	r.Reference = reference
	if err := updateRefund(ctx, tx, r); err != nil {
		return err
	}
	if err := payOtherwiseTx(ctx, tx, r, method); err != nil {
		return err
	}
	if err := event.Emit(ctx, tx, PaidOtherwise{RefundID: r.ID, Method: method, Reference: reference}); err != nil {
		return err
	}
	return emit(ctx, tx, r.OrderID, Succeeded{RefundID: r.ID, OrderID: r.OrderID})
}

// PayOutCredit records that credit was paid out to a buyer by bank, and returns
// what is left of it. It returns ErrCredit when there is less, and ErrLimit.
func (s *Service) PayOutCredit(ctx context.Context, by actor.Actor, in CreditPayOutInput) (money.Amount, error) {
	amount, reference, err := in.check()
	if err != nil {
		return money.Amount{}, err
	}
	cmd := idempotency.Command{AccountID: by.AccountID, Operation: "buyerCreditPayOut", Key: in.IdempotencyKey, Input: in}
	left := money.New(0, amount.Currency)
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		first, err := idempotency.ClaimTx(ctx, tx, cmd)
		if err != nil {
			return err
		}
		if left.Minor, err = payment.CreditTx(ctx, tx, in.BuyerID, amount.Currency); err != nil || first != "" {
			return err
		}
		if left.Minor < amount.Minor {
			return ErrCredit.At("amount")
		}
		left.Minor -= amount.Minor
		c := &Credit{
			ID: id.New[CreditID]("crd"), BuyerID: in.BuyerID, Currency: amount.Currency, AmountMinor: -amount.Minor,
			Reference: reference, CreatedAt: tx.Now(),
		}
		byHand := &handPayment{ID: string(c.ID), BuyerID: c.BuyerID, Currency: c.Currency, AmountMinor: amount.Minor}
		if err := s.payByHandTx(ctx, tx, by, byHand); ErrLimit.Is(err) {
			return ErrLimit.At("amount")
		} else if err != nil {
			return err
		}
		if err := insertCredit(ctx, tx, c); err != nil {
			return err
		}
		d := ledger.NewDraft(ledger.KindCreditPaidOut, "credit:"+string(c.ID), amount.Currency).
			Move(ledger.BuyerCredit, ledger.Bank, amount.Minor)
		if _, err := ledger.PostTx(ctx, tx, d); err != nil {
			return err
		}
		paid := CreditPaidOut{BuyerID: in.BuyerID, Currency: amount.Currency, AmountMinor: amount.Minor, Reference: reference}
		if err := event.Emit(ctx, tx, paid); err != nil {
			return err
		}
		return idempotency.SettleTx(ctx, tx, cmd, string(c.ID))
	})
	return left, err
}

// CreditOf returns what the platform owes a buyer, by currency: the actor, or
// anybody for an operator.
func (s *Service) CreditOf(ctx context.Context, by actor.Actor, asked *identity.AccountID) ([]*money.Amount, error) {
	of := identity.AccountID(by.AccountID)
	if by.IsOperator() && asked != nil {
		of = *asked
	} else if asked != nil && *asked != of {
		return nil, identity.ErrAccountNotFound
	}
	return sumCredit(ctx, s.db.Read(ctx), of)
}
