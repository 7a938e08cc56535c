package payout

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Faults of payouts that are asked for.
var (
	// ErrPayoutBlocked is returned while nothing can be paid out, with why.
	ErrPayoutBlocked = fault.New(fault.Conflict, "PAYOUT_BLOCKED", "Nothing can be paid out now.")
	// ErrPayoutNothing is returned when nothing is available.
	ErrPayoutNothing = fault.New(fault.Conflict, "PAYOUT_NOTHING_AVAILABLE", "Nothing is available in this currency.")
	// ErrPayoutMinimum is returned when less is available than is paid out at least.
	ErrPayoutMinimum = fault.New(fault.Conflict, "PAYOUT_BELOW_MINIMUM", "Less is available than is paid out at least.")
	// ErrPayoutUnderWay is returned while another payout is being made.
	ErrPayoutUnderWay = fault.New(fault.Conflict, "PAYOUT_UNDER_WAY", "Another payout is being made. Try again when it has left.")
)

// Requested is told when somebody asks for a payout.
type Requested struct {
	PayoutID    ID                 `json:"payout_id"`
	SellerID    seller.ID          `json:"seller_id"`
	By          identity.AccountID `json:"by"`
	Method      Method             `json:"method"`
	Currency    money.Currency     `json:"currency"`
	AmountMinor int64              `json:"amount_minor"`
	FeeMinor    int64              `json:"fee_minor"`
}

// EventName implements event.Event.
func (Requested) EventName() string { return "payout.requested" }

// RequestInput asks for all that is available in a currency.
type RequestInput struct {
	Currency       money.Currency
	Method         *Method // STANDARD when left out
	IdempotencyKey string
}

// Request plans a payout of all that is available in a currency, and not being taken
// back, to the actor's seller. Asking again under the same key returns the same
// payout. It returns ErrAccountNotFound, ErrPayoutBlocked, ErrPayoutUnderWay,
// ErrPayoutNothing, ErrInstantTier, ErrPayoutMinimum and the faults of the key.
func (s *Service) Request(ctx context.Context, by actor.Actor, in RequestInput) (*Payout, error) {
	owner, err := seller.ScopeOne(by, nil)
	if err != nil {
		return nil, err
	}
	var l fault.List
	idempotency.CheckKey(&l, in.IdempotencyKey, "idempotencyKey")
	if err := l.Err(); err != nil {
		return nil, err
	}
	cmd := idempotency.Command{AccountID: by.AccountID, Operation: "sellerPayoutRequest:" + string(owner), Key: in.IdempotencyKey, Input: in}
	var p *Payout
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		first, err := idempotency.ClaimTx(ctx, tx, cmd)
		if err != nil {
			return err
		}
		if first != "" {
			p, err = lockPayout(ctx, tx, ID(first))
			return err
		}
		if p, err = s.requestTx(ctx, tx, owner, in); err != nil {
			return err
		}
		e := Requested{p.ID, owner, identity.AccountID(by.AccountID), p.Method, p.Currency, p.AmountMinor, p.FeeMinor}
		if err := event.Emit(ctx, tx, e); err != nil {
			return err
		}
		return idempotency.SettleTx(ctx, tx, cmd, string(p.ID))
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// requestTx plans the payout. The lock on the account makes one of two at once
// wait for the other, and find that its payout is under way.
func (s *Service) requestTx(ctx context.Context, tx db.Tx, owner seller.ID, in RequestInput) (*Payout, error) {
	a, err := lockAccountOf(ctx, tx, owner)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrAccountNotFound
	}
	if err != nil {
		return nil, err
	}
	if err := a.mayRequestTx(ctx, tx, in.Currency); err != nil {
		return nil, err
	}
	balances, err := ledger.SellerBalances(ctx, tx, owner)
	if err != nil {
		return nil, err
	}
	var left payable
	for _, b := range balances {
		if b.Currency != in.Currency {
			continue
		}
		if left, err = s.payableTx(ctx, tx, a, b); err != nil {
			return nil, err
		}
	}
	p := newPayout(a, money.New(left.minor, in.Currency), tx.Now())
	if in.Method != nil && *in.Method == MethodInstant {
		if err := s.mayBeInstantTx(ctx, tx, owner, tx.Now()); err != nil {
			return nil, err
		}
		p.Method = MethodInstant
		p.charge(s.policy.InstantBasisPoints)
	}
	if err := left.refusal(p, s.leastOf(a, in.Currency)); err != nil {
		return nil, err
	}
	if !a.isAnchored() {
		a.NextPayoutAt = a.next(tx.Now(), s.policy)
		if err := updateAccount(ctx, tx, a); err != nil {
			return nil, err
		}
	}
	return p, planPayoutTx(ctx, tx, p)
}

// refusal is why a payout of it is not made, or nil.
func (p payable) refusal(of *Payout, least int64) error {
	taken := money.New(p.taken, of.Currency)
	switch {
	case of.AmountMinor <= 0 && p.isKept:
		return ErrPayoutBlocked.Saying(BlockExposure.words(nil))
	case of.AmountMinor <= 0 && p.taken > 0:
		return ErrPayoutNothing.Saying(fmt.Sprintf(
			"Nothing is available in this currency: %s of your balance are being taken back, for a refund, a dispute or a debt.", taken)).At("currency")
	case of.AmountMinor <= 0:
		return ErrPayoutNothing.At("currency")
	case p.minor < least && p.taken > 0:
		return ErrPayoutMinimum.Saying(fmt.Sprintf(
			"Less is available than is paid out at least: %s of your balance are being taken back, for a refund, a dispute or a debt.", taken)).At("currency")
	case p.minor < least:
		return ErrPayoutMinimum.At("currency")
	}
	return nil
}

// mayRequestTx returns ErrPayoutBlocked, with why, or ErrPayoutUnderWay when a locked
// account pays out nothing in a currency now, whatever is available.
func (a *Account) mayRequestTx(ctx context.Context, tx db.Tx, c money.Currency) error {
	held, err := holdOf(ctx, tx, a.SellerID, "", tx.Now())
	if err != nil {
		return err
	}
	if held != nil {
		return ErrPayoutBlocked.Saying(held.words())
	}
	if why := a.blocks(tx.Now()); len(why) > 0 {
		return ErrPayoutBlocked.Saying(why[0].words(nil))
	}
	if !a.takes(c) {
		return ErrPayoutBlocked.Saying(BlockNoBank.words(nil))
	}
	unsent, err := hasUnsentPayout(ctx, tx, a.ID)
	if err == nil && unsent {
		return ErrPayoutUnderWay
	}
	return err
}

// isAnchored reports whether the schedule has days of its own.
func (s Schedule) isAnchored() bool {
	return s.Kind == ScheduleDaily || s.Kind == ScheduleWeekly || s.Kind == ScheduleMonthly
}

// charge splits what is available into a payout and its fee, rounded up.
func (p *Payout) charge(basisPoints int64) {
	if basisPoints <= 0 || p.AmountMinor <= 0 {
		return
	}
	available, step := p.AmountMinor, p.Currency.Step()
	fee := (available*basisPoints + int64(money.Whole) - 1) / int64(money.Whole)
	p.FeeMinor = (fee + step - 1) / step * step
	p.AmountMinor = available - p.FeeMinor
	p.AmountMinor -= p.AmountMinor % p.Currency.PayoutStep()
	p.FeeStatus = FeeDue
}
