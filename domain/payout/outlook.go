package payout

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Block says why a payout is not made.
type Block string

// The reasons why a payout is not made.
const (
	BlockNoAccount    Block = "NO_ACCOUNT"        // the seller has no payout account
	BlockNotReady     Block = "ACCOUNT_NOT_READY" // the provider pays nothing out of it
	BlockHeld         Block = "HELD"              // somebody's second factor was reset
	BlockHeldBack     Block = "HELD_BACK"         // an operator holds the seller's money back
	BlockFailed       Block = "LAST_FAILED"       // the last one was refused or came back
	BlockUnderWay     Block = "UNDER_WAY"         // another one is being made
	BlockNothing      Block = "NOTHING_AVAILABLE"
	BlockBelowMinimum Block = "BELOW_MINIMUM"
	BlockExposure     Block = "EXPOSURE"        // the platform would lose too much by it
	BlockNoBank       Block = "NO_BANK_ACCOUNT" // no bank account of the seller takes the currency
)

// words says a reason in plain words.
func (b Block) words(o *Outlook) string {
	switch b {
	case BlockNoAccount:
		return "There is no payout account yet."
	case BlockNotReady:
		return "The payment provider needs more from you before it pays out."
	case BlockHeld:
		return "A member's second factor was reset a short time ago, so nothing is paid out for three days."
	case BlockHeldBack:
		if o != nil && o.heldBy != nil {
			return o.heldBy.words()
		}
		return "The marketplace holds your money back."
	case BlockFailed:
		return "The last payout was refused or came back. Check your bank account."
	case BlockUnderWay:
		return "Another payout is being made."
	case BlockNothing:
		if o != nil && o.takenMinor > 0 {
			return "Nothing else is available."
		}
		return "Nothing is available yet."
	case BlockExposure:
		return "Much of what you were paid can still be disputed, so a part stays in your balance until it cannot."
	case BlockNoBank:
		return "No bank account of yours takes this currency. Add one at the payment provider."
	case BlockBelowMinimum:
		if o != nil && o.Minimum != nil {
			return fmt.Sprintf("Less is available than the %s that are paid out at least.", o.Minimum)
		}
	}
	return "Less is available than is paid out at least."
}

// Outlook is what is going to be paid out to a seller in one currency, and when.
type Outlook struct {
	Currency    money.Currency
	AmountMinor int64
	NextAt      *time.Time    // when it is tried next, UTC; nil while nobody can tell
	BlockedBy   []Block       // why not; empty when it is only not its day yet
	Minimum     *money.Amount // the least that is paid out; nil without an account

	at         time.Time // when it was looked at
	heldBy     *Hold     // the operators' hold that ends last; nil when there is none
	takenMinor int64     // what is being taken back of the balance
}

// Amount is what would be paid out now.
func (o *Outlook) Amount() money.Amount { return money.New(o.AmountMinor, o.Currency) }

// TakenBack is what is being taken back of the balance, and so is not paid out; nil when
// nothing is.
func (o *Outlook) TakenBack() *money.Amount {
	if o.takenMinor == 0 {
		return nil
	}
	taken := money.New(o.takenMinor, o.Currency)
	return &taken
}

// Text says all of it in plain words, in English.
func (o *Outlook) Text() string {
	text := fmt.Sprintf("%s are going to be paid out.", o.Amount())
	if len(o.BlockedBy) > 0 {
		text = o.BlockedBy[0].words(o)
	}
	if taken := o.TakenBack(); taken != nil {
		text = takenBack(*taken) + " " + text
	}
	if o.NextAt == nil || !o.NextAt.After(o.at) { // it is tried from now on
		return text
	}
	return text + " It is tried from " + o.NextAt.UTC().Format("2006-01-02 15:04 UTC") + "."
}

// takenBack says in plain words that a part of a balance is not paid out, since it is
// going back to the platform.
func takenBack(a money.Amount) string {
	return fmt.Sprintf("%s of your balance are being taken back, for a refund, a dispute or a debt.", a)
}

// blocks are the reasons of an account not to pay out, whatever is available.
func (a *Account) blocks(now time.Time) []Block {
	var why []Block
	if !a.CanPayOut {
		why = append(why, BlockNotReady)
	}
	if a.isHeld(now) {
		why = append(why, BlockHeld)
	}
	if a.BlockedUntil != nil && a.BlockedUntil.After(now) {
		why = append(why, BlockFailed)
	}
	return why
}

// from is when a payout is tried at the earliest; nil while the account cannot
// pay out.
func (a *Account) from(now time.Time) *time.Time {
	if !a.CanPayOut {
		return nil
	}
	at := a.NextPayoutAt
	for _, until := range []*time.Time{a.HeldUntil, a.BlockedUntil, &now} {
		if until != nil && until.After(at) {
			at = *until
		}
	}
	return &at
}

// OutlooksOf tells what is going to be paid out, and when or why not, one entry
// for each currency: to the actor's seller, or to the one asked for by an
// operator.
func (s *Service) OutlooksOf(ctx context.Context, by actor.Actor, asked *seller.ID) ([]*Outlook, error) {
	owner, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	list := []*Outlook{}
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		balances, err := ledger.SellerBalances(ctx, q, owner)
		if err != nil {
			return err
		}
		a, err := selectAccountOf(ctx, q, owner)
		if err != nil && !errors.Is(err, db.ErrNotFound) {
			return err
		}
		missing, unsent := err != nil, false
		held, err := holdOf(ctx, q, owner, "", s.db.Clock().Now())
		if err != nil {
			return err
		}
		if !missing {
			if unsent, err = hasUnsentPayout(ctx, q, a.ID); err != nil {
				return err
			}
		}
		for _, b := range balances {
			o := &Outlook{Currency: b.Currency}
			list = append(list, o)
			if missing { // and so nothing was ever transferred
				o.BlockedBy = []Block{BlockNoAccount}
				continue
			}
			p, err := s.payableTx(ctx, q, a, b)
			if err != nil {
				return err
			}
			o.AmountMinor, o.takenMinor = p.minor, p.taken
			if err := s.look(ctx, q, a, o, unsent); err != nil {
				return err
			}
			o.isKept(p.isKept)
			o.isHeld(held)
		}
		return nil
	})
	return list, err
}

// isKept says that the exposure keeps something back, instead of that nothing or
// too little is there.
func (o *Outlook) isKept(yes bool) {
	if !yes {
		return
	}
	o.BlockedBy = slices.DeleteFunc(o.BlockedBy, func(b Block) bool { return b == BlockNothing || b == BlockBelowMinimum })
	o.BlockedBy = append(o.BlockedBy, BlockExposure)
}

// words says to the seller that money is held back, why, and until when.
func (h *Hold) words() string {
	text := "The marketplace holds your money back: " + h.Reason
	if h.Until != nil {
		text += " It does so until " + h.Until.UTC().Format("2006-01-02 15:04 UTC") + "."
	}
	return text
}

// isHeld says that an operator holds the money back, before everything else: nothing is
// tried before that ends.
func (o *Outlook) isHeld(by *Hold) {
	if by == nil {
		return
	}
	o.heldBy, o.BlockedBy = by, append([]Block{BlockHeldBack}, o.BlockedBy...)
	switch {
	case by.Until == nil:
		o.NextAt = nil
	case o.NextAt != nil && o.NextAt.Before(*by.Until):
		at := *by.Until
		o.NextAt = &at
	}
}

func (s *Service) look(ctx context.Context, q db.Querier, a *Account, o *Outlook, unsent bool) error {
	now := s.db.Clock().Now()
	o.at = now
	least := money.New(s.leastOf(a, o.Currency), o.Currency)
	o.NextAt, o.BlockedBy, o.Minimum = a.from(now), a.blocks(now), &least
	if !a.takes(o.Currency) {
		o.BlockedBy = append(o.BlockedBy, BlockNoBank)
	}
	if unsent {
		o.BlockedBy = append(o.BlockedBy, BlockUnderWay)
	}
	switch {
	case o.AmountMinor == 0:
		o.BlockedBy = append(o.BlockedBy, BlockNothing)
	case o.AmountMinor < least.Minor:
		late, err := s.isIdle(ctx, q, a, o.Currency)
		if err != nil || late && o.AmountMinor >= s.hardLeast(a, o.Currency) {
			return err
		}
		o.BlockedBy = append(o.BlockedBy, BlockBelowMinimum)
	}
	return nil
}
