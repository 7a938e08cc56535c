package reconciliation

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// resolvePermission is what both persons hold who resolve a difference above the
// limit.
const resolvePermission approval.Permission = "RECONCILIATION_RESOLVE"

// reasonMax bounds reasons, in characters.
const reasonMax = 1000

// ResolveInput says what a difference is.
type ResolveInput struct {
	DifferenceID ID
	Resolution   Resolution // Booked, Linked or Timing
	Account      *string    // of the ledger, for Booked
	LinkedID     *ID        // the other difference, for Linked
	Reason       string     // required, at most 1,000 characters
}

// Outcome is what came of resolving a difference.
type Outcome struct {
	Difference *Difference        // as it stands now
	Proposal   *approval.Proposal // what waits for a second person; nil when one was enough
}

// plan is what is proposed: exactly this.
type plan struct {
	Resolution Resolution     `json:"resolution"`
	Account    string         `json:"account,omitempty"`
	LinkedID   ID             `json:"linkedId,omitempty"`
	Currency   money.Currency `json:"currency"`
	DeltaMinor int64          `json:"deltaMinor"`
}

// BookableAccounts lists the accounts of the ledger to which operators may book what
// differs on the platform's balance.
func BookableAccounts() []string {
	return []string{
		ledger.Bank.Name, ledger.OtherFees.Name, ledger.ProviderTax.Name, ledger.ProcessingFees.Name, ledger.DisputeFees.Name, ledger.RefundLosses.Name,
		ledger.DisputeLosses.Name, ledger.BadDebt.Name, ledger.StripeReserved.Name, ledger.Rounding.Name,
	}
}

// BookableAccounts lists the accounts of the ledger to which the difference may be
// booked.
func (d *Difference) BookableAccounts() []string {
	if d.SellerID != "" {
		return []string{contra(d.SellerID).Name}
	}
	accounts := BookableAccounts()
	if d.SizeMinor > 1 {
		accounts = slices.DeleteFunc(accounts, func(name string) bool { return name == ledger.Rounding.Name })
	}
	return accounts
}

// contra is the account to which operators may book what differs on the balance of
// a seller: it is theirs, and the mirror has to follow.
func contra(of seller.ID) ledger.Account { return ledger.MemoContra(of) }

func (s *Service) proposesTo(approvals *approval.Service) {
	s.desk = approval.Register(approvals, approval.Kind[plan]{
		Name: "reconciliation.resolve", Propose: resolvePermission, Approve: resolvePermission,
		Check: func(ctx context.Context, tx db.Tx, of approval.Proposed[plan]) error {
			_, err := againTx(ctx, tx, of)
			return err
		},
		Apply: func(ctx context.Context, tx db.Tx, of approval.Proposed[plan]) error {
			d, err := againTx(ctx, tx, of)
			if err != nil {
				return err
			}
			d.Reason, d.ResolvedBy = of.Proposal.Reason, of.Proposal.ProposerID
			return applyTx(ctx, tx, d, of.Payload)
		},
	})
}

// againTx locks a difference as it was proposed, or returns ErrChanged.
func againTx(ctx context.Context, tx db.Tx, of approval.Proposed[plan]) (*Difference, error) {
	d, err := lockDifference(ctx, tx, ID(of.Proposal.Subject))
	if err != nil {
		return nil, err
	}
	if d.openMinor() != of.Payload.DeltaMinor || d.Currency != of.Payload.Currency {
		return nil, ErrChanged
	}
	return d, checkTx(ctx, tx, d, of.Payload)
}

// openMinor is what of a difference is to be resolved.
func (d *Difference) openMinor() int64 { return d.delta() }

// Resolve says what a difference is. Above the limit of the policy it only proposes
// to. It returns ErrNotFound, ErrState, ErrWaits, ErrAccount, ErrLink, the faults of
// the reason and those of proposals.
func (s *Service) Resolve(ctx context.Context, by actor.Actor, in ResolveInput) (*Outcome, error) {
	var l fault.List
	reason := l.RequiredLines(in.Reason, reasonMax, "reason")
	l.Check(in.Resolution == Booked || in.Account == nil, ErrAccount.At("account"))
	l.Check(in.Resolution != Booked || in.Account != nil, ErrAccount.Saying("Say to which account.").At("account"))
	l.Check((in.Resolution == Linked) == (in.LinkedID != nil), ErrLink.At("linkedId"))
	if err := l.Err(); err != nil {
		return nil, err
	}
	out := &Outcome{}
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if out.Difference, err = lockDifference(ctx, tx, in.DifferenceID); err != nil {
			return err
		}
		d := out.Difference
		p := plan{Resolution: in.Resolution, Currency: d.Currency, DeltaMinor: d.openMinor()}
		if in.Account != nil {
			p.Account = *in.Account
		}
		if in.LinkedID != nil {
			p.LinkedID = *in.LinkedID
		}
		if err := checkTx(ctx, tx, d, p); err != nil {
			return err
		}
		if in.Resolution == Timing || s.isAlone(d) {
			d.Reason, d.ResolvedBy = reason, by.AccountID
			return applyTx(ctx, tx, d, p)
		}
		out.Proposal, err = s.desk.ProposeTx(ctx, tx, by, approval.Ask[plan]{Subject: id.Any(d.ID), Reason: reason, Payload: p})
		if err != nil || out.Proposal.Status != approval.StatusApproved {
			return err
		}
		out.Difference, err = lockDifference(ctx, tx, d.ID)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// isAlone reports whether one person may resolve a difference.
func (s *Service) isAlone(d *Difference) bool {
	if s.policy.Alone == nil {
		return true
	}
	most, named := s.policy.Alone[d.Currency]
	return named && d.SizeMinor <= most
}

// checkTx refuses what cannot be done as things stand.
func checkTx(ctx context.Context, tx db.Tx, d *Difference, p plan) error {
	switch p.Resolution {
	case Timing:
		if d.Status != Open {
			return ErrState
		}
		return nil
	case Linked:
		_, err := linkTx(ctx, tx, d, p.LinkedID)
		return err
	case Booked:
		switch {
		case d.Kind == NotBooked && (d.Status == Open || d.Status == Accepted):
			return ErrWaits
		case !d.IsOpen() && d.Status != Accepted:
			return ErrState
		}
		return d.checkAccount(p.Account)
	case Answered, Gone:
	}
	return ErrState
}

// checkAccount refuses accounts to which a difference cannot be booked.
func (d *Difference) checkAccount(name string) error {
	switch {
	case d.SellerID != "" && name != contra(d.SellerID).Name:
		return ErrAccount.Saying("What differs on the balance of a seller is booked to " + contra(d.SellerID).Name + ".").At("account")
	case d.SellerID == "" && !slices.Contains(BookableAccounts(), name):
		return ErrAccount.At("account")
	case name == ledger.Rounding.Name && d.SizeMinor > 1:
		return ErrAccount.Saying("Rounding is of one minor unit at most.").At("account")
	}
	return nil
}

// linkTx locks the journal without a movement that a movement in suspense belongs
// to, or returns ErrState or ErrLink.
func linkTx(ctx context.Context, tx db.Tx, d *Difference, to ID) (*Difference, error) {
	if d.Status != Suspended {
		return nil, ErrState
	}
	other, err := lockDifference(ctx, tx, to)
	if errors.Is(err, ErrNotFound) {
		return nil, ErrLink.At("linkedId")
	}
	if err != nil {
		return nil, err
	}
	fits := other.Kind == NotMoved && other.explains() && other.Account == d.Account && other.Currency == d.Currency
	if !fits || other.LedgerMinor != d.openMinor() {
		return nil, ErrLink.At("linkedId")
	}
	return other, nil
}

// applyTx does what was decided, and says so.
func applyTx(ctx context.Context, tx db.Tx, d *Difference, p plan) error {
	now, status := tx.Now(), Resolved
	switch p.Resolution {
	case Timing:
		status = Accepted
	case Linked:
		other, err := linkTx(ctx, tx, d, p.LinkedID)
		if err != nil {
			return err
		}
		if err := ledger.BookSuspendedTx(ctx, tx, d.Account, d.Transaction, ledger.Settled(d.SellerID)); err != nil {
			return err
		}
		other.Reason, other.ResolvedBy, other.LinkedID, d.LinkedID = d.Reason, d.ResolvedBy, d.ID, other.ID
		other.end(Resolved, Linked, now)
		if err := updateDifference(ctx, tx, other); err != nil {
			return err
		}
	case Booked:
		d.BookedTo = p.Account
		if err := d.bookTx(ctx, tx, ledger.Account{Name: p.Account, SellerID: d.SellerID}); err != nil {
			return err
		}
	case Answered, Gone:
		return ErrState
	}
	d.end(status, p.Resolution, now)
	if err := updateDifference(ctx, tx, d); err != nil {
		return err
	}
	return event.Emit(ctx, tx, DifferenceResolved{
		DifferenceID: d.ID, Account: d.Account, SellerID: d.SellerID, Kind: d.Kind, Resolution: p.Resolution, BookedTo: d.BookedTo,
		LinkedID: d.LinkedID, Currency: d.Currency, AmountMinor: p.DeltaMinor, Reason: d.Reason,
	})
}

// bookTx moves what differs to an account of the ledger: out of suspense, or so that
// the ledger holds what the provider holds.
func (d *Difference) bookTx(ctx context.Context, tx db.Tx, to ledger.Account) error {
	if d.Status == Suspended {
		return ledger.BookSuspendedTx(ctx, tx, d.Account, d.Transaction, to)
	}
	draft := ledger.NewDraft(ledger.KindDifferenceBooked, fmt.Sprintf("difference:%s:%d", d.ID, tx.Now().UnixMicro()), d.Currency).
		Move(ledger.Settled(d.SellerID), to, d.delta())
	_, err := ledger.PostTx(ctx, tx, draft)
	return err
}
