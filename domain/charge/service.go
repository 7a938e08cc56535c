package charge

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
)

// permission is what both persons hold who charge or credit above the limit.
const permission approval.Permission = "SELLER_CHARGE_CREATE"

// limitWindow is how long what one operator charges and credits to one seller
// counts together, so that many small ones do not get around the limit.
const limitWindow = 24 * time.Hour

// Limit is the most that one operator charges, credits and reverses of one
// seller within a day, with VAT, in minor units of each currency. In a currency
// that it does not name nothing is within it. Nil is no limit.
type Limit map[money.Currency]int64

func (l Limit) allows(a money.Amount) bool {
	if l == nil {
		return true
	}
	most, named := l[a.Currency]
	return named && a.Minor <= most
}

// Service charges and credits sellers.
type Service struct {
	db        *db.DB
	limit     Limit
	approvals *approval.Service
	creating  *approval.Desk[asked]
	reversing *approval.Desk[reversal]
}

// reversal is what is proposed; the charge is the subject.
type reversal struct{}

// New returns the service.
func New(d *db.DB, limit Limit, approvals *approval.Service) *Service {
	s := &Service{db: d, limit: limit, approvals: approvals}
	s.creating = approval.Register(approvals, approval.Kind[asked]{
		Name: "seller_charge.create", Propose: permission, Approve: permission, Several: true,
		Check: func(ctx context.Context, tx db.Tx, of approval.Proposed[asked]) error {
			return mayCharge(ctx, tx, of.Payload.SellerID)
		},
		Apply: func(ctx context.Context, tx db.Tx, of approval.Proposed[asked]) error {
			by := identity.AccountID(of.Proposal.ProposerID)
			_, err := of.Payload.bookTx(ctx, tx, "proposal:"+string(of.Proposal.ID), by)
			return err
		},
	})
	s.reversing = approval.Register(approvals, approval.Kind[reversal]{
		Name: "seller_charge.reverse", Propose: permission, Approve: permission,
		Check: func(ctx context.Context, tx db.Tx, of approval.Proposed[reversal]) error {
			_, err := lockStanding(ctx, tx, ID(of.Proposal.Subject))
			return err
		},
		Apply: func(ctx context.Context, tx db.Tx, of approval.Proposed[reversal]) error {
			c, err := lockStanding(ctx, tx, ID(of.Proposal.Subject))
			if err != nil {
				return err
			}
			return c.reverseTx(ctx, tx, identity.AccountID(of.Proposal.ProposerID), of.Proposal.Reason)
		},
	})
	return s
}

// Made is what came of asking: a charge, or a proposal of one.
type Made struct {
	Charge   *Charge
	Proposal *approval.Proposal
}

func (m *Made) outcome() string {
	if m.Proposal != nil {
		return string(m.Proposal.ID)
	}
	return string(m.Charge.ID)
}

// Charge makes a seller owe the platform an amount. Above the limit it is
// proposed to a second operator. The same key and input returns what was made
// first. It returns seller.ErrNotFound, ErrClosed and the faults of the input.
func (s *Service) Charge(ctx context.Context, by actor.Actor, in CreateInput) (*Made, error) {
	return s.create(ctx, by, in, Debit)
}

// Credit makes the platform owe a seller an amount. All else is as for Charge.
func (s *Service) Credit(ctx context.Context, by actor.Actor, in CreateInput) (*Made, error) {
	return s.create(ctx, by, in, Credit)
}

func (s *Service) create(ctx context.Context, by actor.Actor, in CreateInput, kind Kind) (*Made, error) {
	a, err := in.check(kind)
	if err != nil {
		return nil, err
	}
	cmd := idempotency.Command{AccountID: by.AccountID, Operation: "sellerChargeCreate:" + string(kind), Key: in.IdempotencyKey, Input: in}
	var made *Made
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		return idempotency.OnceTx(ctx, tx, cmd, func() (string, error) {
			if made, err = s.createTx(ctx, tx, by, a); err != nil {
				return "", err
			}
			return made.outcome(), nil
		}, func(first string) error {
			made, err = s.firstTx(ctx, tx, first)
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

// firstTx returns what a command made when it was sent first.
func (s *Service) firstTx(ctx context.Context, tx db.Tx, first string) (*Made, error) {
	if strings.HasPrefix(first, "chg_") {
		c, err := selectCharge(ctx, tx, ID(first))
		return &Made{Charge: c}, err
	}
	p, err := s.approvals.Load(ctx, tx, approval.ID(first))
	if err != nil {
		return nil, err
	}
	made := &Made{Proposal: p}
	if p.Status == approval.StatusApproved {
		made.Charge, err = selectBySource(ctx, tx, "proposal:"+first)
	}
	return made, err
}

func (s *Service) createTx(ctx context.Context, tx db.Tx, by actor.Actor, a asked) (*Made, error) {
	if err := mayCharge(ctx, tx, a.SellerID); err != nil {
		return nil, err
	}
	within, err := s.withinTx(ctx, tx, by, a.SellerID, a.gross())
	if err != nil {
		return nil, err
	}
	if !within {
		p, err := s.creating.ProposeTx(ctx, tx, by, approval.Ask[asked]{Subject: id.Any(a.SellerID), Reason: a.Reason, Payload: a})
		if err != nil {
			return nil, err
		}
		made := &Made{Proposal: p}
		if p.Status == approval.StatusApproved { // one person is enough on this platform
			made.Charge, err = selectBySource(ctx, tx, "proposal:"+string(p.ID))
		}
		return made, err
	}
	c, err := a.bookTx(ctx, tx, "command:"+string(id.New[ID]("cmd")), identity.AccountID(by.AccountID))
	return &Made{Charge: c}, err
}

// mayCharge locks a seller and says why nothing can be charged to them.
func mayCharge(ctx context.Context, tx db.Tx, of seller.ID) error {
	status, err := lockSellerStatus(ctx, tx, of)
	if errors.Is(err, db.ErrNotFound) {
		return seller.ErrNotFound.At("sellerId")
	}
	if err == nil && status != seller.StatusApproved && status != seller.StatusSuspended {
		return ErrClosed.At("sellerId")
	}
	return err
}

// withinTx reports whether an amount is within what one operator may do to a
// seller, with what they did within a day. The seller is locked, so of two at
// once each counts the other.
func (s *Service) withinTx(ctx context.Context, tx db.Tx, by actor.Actor, of seller.ID, a money.Amount) (bool, error) {
	lately, err := sumLately(ctx, tx, lately{
		by: identity.AccountID(by.AccountID), seller: of, currency: a.Currency, since: tx.Now().Add(-limitWindow),
	})
	if err != nil {
		return false, fmt.Errorf("sum charges of %s: %w", of, err)
	}
	return s.limit.allows(money.New(a.Minor+lately, a.Currency)), nil
}

// bookTx writes what an operator has asked for.
func (a asked) bookTx(ctx context.Context, tx db.Tx, source string, by identity.AccountID) (*Charge, error) {
	c := &Charge{
		Kind: a.Kind, Purpose: OneOff, SellerID: a.SellerID, Currency: a.Currency, NetMinor: a.NetMinor, VATBasisPoints: a.VAT,
		Reason: a.Reason, Reference: a.Reference, Source: source, CreatedBy: &by,
	}
	return c, c.bookTx(ctx, tx)
}

// bookTx writes a charge, books it, and tells of it.
func (c *Charge) bookTx(ctx context.Context, tx db.Tx) error {
	c.ID, c.CreatedAt = id.New[ID]("chg"), tx.Now()
	c.VATMinor = money.Basis(c.VATBasisPoints).Of(c.Net())
	if err := insertCharge(ctx, tx, c); err != nil {
		return fmt.Errorf("insert charge %s: %w", c.Source, err)
	}
	kind, owe := ledger.KindSellerCharged, payout.OweTx
	if c.Kind == Credit {
		kind, owe = ledger.KindSellerCredited, payout.GrantTx
	}
	d := c.draft(kind, "booked")
	if err := owe(ctx, tx, d, c.due()); err != nil {
		return err
	}
	if _, err := ledger.PostTx(ctx, tx, d); err != nil {
		return err
	}
	return event.Emit(ctx, tx, Created{
		ChargeID: c.ID, Kind: c.Kind, Purpose: c.Purpose, SellerID: c.SellerID, Currency: c.Currency, NetMinor: c.NetMinor,
		VATMinor: c.VATMinor, Reason: c.Reason, Reference: c.Reference, By: c.CreatedBy,
	})
}

// Reverse takes a charge or credit back, all of it. Above the limit it is
// proposed to a second operator. The same key and input returns what came of it
// first. It returns ErrNotFound, ErrReversed, payout.ErrDebtState while a charge
// is being taken from the seller's balance, and the faults of the input.
func (s *Service) Reverse(ctx context.Context, by actor.Actor, in ReverseInput) (*Made, error) {
	var l fault.List
	reason := l.RequiredLines(in.Reason, reasonMax, "reason")
	idempotency.CheckKey(&l, in.IdempotencyKey, "idempotencyKey")
	if err := l.Err(); err != nil {
		return nil, err
	}
	cmd := idempotency.Command{AccountID: by.AccountID, Operation: "sellerChargeReverse", Key: in.IdempotencyKey, Input: in}
	var made *Made
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		return idempotency.OnceTx(ctx, tx, cmd, func() (string, error) {
			if made, err = s.reverseTx(ctx, tx, by, ReverseInput{ChargeID: in.ChargeID, Reason: reason}); err != nil {
				return "", err
			}
			return made.outcome(), nil
		}, func(first string) error {
			made = &Made{}
			if strings.HasPrefix(first, "apv_") {
				if made.Proposal, err = s.approvals.Load(ctx, tx, approval.ID(first)); err != nil {
					return err
				}
			}
			made.Charge, err = selectCharge(ctx, tx, in.ChargeID)
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

func (s *Service) reverseTx(ctx context.Context, tx db.Tx, by actor.Actor, in ReverseInput) (*Made, error) {
	c, err := lockStanding(ctx, tx, in.ChargeID)
	if err != nil {
		return nil, err
	}
	within, err := s.withinTx(ctx, tx, by, c.SellerID, c.Gross())
	if err != nil {
		return nil, err
	}
	if within {
		return &Made{Charge: c}, c.reverseTx(ctx, tx, identity.AccountID(by.AccountID), in.Reason)
	}
	made := &Made{}
	made.Proposal, err = s.reversing.ProposeTx(ctx, tx, by, approval.Ask[reversal]{Subject: id.Any(c.ID), Reason: in.Reason})
	if err != nil {
		return nil, err
	}
	made.Charge, err = selectCharge(ctx, tx, c.ID)
	return made, err
}

// lockStanding locks the seller of a charge, and the charge, which has not been
// reversed.
func lockStanding(ctx context.Context, tx db.Tx, chargeID ID) (*Charge, error) {
	c, err := selectCharge(ctx, tx, chargeID)
	if err != nil {
		return nil, err
	}
	if _, err := lockSellerStatus(ctx, tx, c.SellerID); err != nil {
		return nil, err
	}
	if c, err = lockCharge(ctx, tx, chargeID); err != nil {
		return nil, err
	}
	if c.ReversedAt != nil {
		return nil, ErrReversed
	}
	return c, nil
}

// reverseTx books that a locked charge is undone.
func (c *Charge) reverseTx(ctx context.Context, tx db.Tx, by identity.AccountID, reason string) error {
	now := tx.Now()
	c.ReversedAt, c.ReversedBy, c.ReversalReason = &now, &by, reason
	if err := updateReversed(ctx, tx, c); err != nil {
		return fmt.Errorf("reverse %s: %w", c.ID, err)
	}
	var d *ledger.Draft
	var err error
	if c.Kind == Debit {
		d = c.draft(ledger.KindSellerChargeReversed, "reversed")
		err = payout.ForgiveTx(ctx, tx, d, string(c.ID))
	} else {
		d = c.draft(ledger.KindSellerCreditReversed, "reversed")
		err = payout.OweTx(ctx, tx, d, c.due())
	}
	if err != nil {
		return err
	}
	if _, err := ledger.PostTx(ctx, tx, d); err != nil {
		return err
	}
	return event.Emit(ctx, tx, Reversed{
		ChargeID: c.ID, Kind: c.Kind, SellerID: c.SellerID, Currency: c.Currency, AmountMinor: c.grossMinor(), Reason: reason,
	})
}
