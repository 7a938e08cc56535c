package tax

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
)

// permission is what both persons hold who record or take back a remittance.
const permission approval.Permission = "TAX_REMIT"

const reasonMax = 1000

// Service records what was remitted.
type Service struct {
	db        *db.DB
	approvals *approval.Service
	recording *approval.Desk[remitted]
	reversing *approval.Desk[reversal]
}

// reversal is what is proposed; the remittance is the subject.
type reversal struct{}

// New returns the service.
func New(d *db.DB, approvals *approval.Service) *Service {
	s := &Service{db: d, approvals: approvals}
	s.recording = approval.Register(approvals, approval.Kind[remitted]{
		Name: "tax.remit", Propose: permission, Approve: permission,
		Apply: func(ctx context.Context, tx db.Tx, of approval.Proposed[remitted]) error {
			return of.Payload.recordTx(ctx, tx, of.Proposal)
		},
	})
	s.reversing = approval.Register(approvals, approval.Kind[reversal]{
		Name: "tax.reverse", Propose: permission, Approve: permission,
		Apply: func(ctx context.Context, tx db.Tx, of approval.Proposed[reversal]) error {
			return reverseTx(ctx, tx, of.Proposal)
		},
	})
	return s
}

// subject is what proposals of one jurisdiction and currency are about, so that one
// waits at a time: what is payable is asked by one of them after the other.
func (p remitted) subject() id.Any {
	if p.Jurisdiction == "" {
		return id.Any("commission-vat " + string(p.Currency))
	}
	return id.Any(p.Jurisdiction + " " + string(p.Currency))
}

// ProposeRecord asks a second person to put a remittance on the books. The same key
// and input returns the first proposal. It returns ErrTooMuch, the faults of the
// input, and those of proposals: ErrPending while another one of the same
// jurisdiction and currency waits.
func (s *Service) ProposeRecord(ctx context.Context, by actor.Actor, in RecordInput) (*approval.Proposal, error) {
	asked, err := in.check(s.db.Clock().Now())
	if err != nil {
		return nil, err
	}
	cmd := idempotency.Command{AccountID: by.AccountID, Operation: "taxRemittanceRecord", Key: in.IdempotencyKey, Input: in}
	return s.proposeOnce(ctx, cmd, func(ctx context.Context, tx db.Tx) (*approval.Proposal, error) {
		if err := asked.checkTx(ctx, tx); err != nil {
			return nil, err
		}
		return s.recording.ProposeTx(ctx, tx, by, approval.Ask[remitted]{Subject: asked.subject(), Reason: in.Reason, Payload: asked})
	})
}

// ProposeReversal asks a second person to take a remittance back, all of it. The same
// key and input returns the first proposal. It returns ErrNotFound, ErrReversed, the
// faults of the input, and those of proposals.
func (s *Service) ProposeReversal(ctx context.Context, by actor.Actor, in ReverseInput) (*approval.Proposal, error) {
	var l fault.List
	l.RequiredLines(in.Reason, reasonMax, "reason")
	idempotency.CheckKey(&l, in.IdempotencyKey, "idempotencyKey")
	if err := l.Err(); err != nil {
		return nil, err
	}
	cmd := idempotency.Command{AccountID: by.AccountID, Operation: "taxRemittanceReverse", Key: in.IdempotencyKey, Input: in}
	return s.proposeOnce(ctx, cmd, func(ctx context.Context, tx db.Tx) (*approval.Proposal, error) {
		if _, err := lockStanding(ctx, tx, in.RemittanceID); err != nil {
			return nil, err
		}
		return s.reversing.ProposeTx(ctx, tx, by, approval.Ask[reversal]{Subject: id.Any(in.RemittanceID), Reason: in.Reason})
	})
}

// proposeOnce makes the proposal of a command, or finds the one that was made when it
// was sent first.
func (s *Service) proposeOnce(
	ctx context.Context, cmd idempotency.Command, propose func(context.Context, db.Tx) (*approval.Proposal, error),
) (p *approval.Proposal, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		return idempotency.OnceTx(ctx, tx, cmd, func() (string, error) {
			if p, err = propose(ctx, tx); err != nil {
				return "", err
			}
			return string(p.ID), nil
		}, func(first string) error {
			p, err = s.approvals.Load(ctx, tx, approval.ID(first))
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// checkTx refuses more than is payable.
func (p remitted) checkTx(ctx context.Context, tx db.Tx) error {
	rows, err := ledger.AccountBalances(ctx, tx, accountOf(p.Jurisdiction), nil)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.Currency == p.Currency && -r.AmountMinor >= p.AmountMinor {
			return nil
		}
	}
	return ErrTooMuch.At("amount")
}

// recordTx books what was remitted. What is payable is asked once more: refunds, or others
// who have recorded, may have made it less since it was proposed.
func (p remitted) recordTx(ctx context.Context, tx db.Tx, of *approval.Proposal) error {
	if err := p.checkTx(ctx, tx); err != nil {
		return err
	}
	from, until, err := p.days()
	if err != nil {
		return fmt.Errorf("read the period of %s: %w", of.ID, err)
	}
	r := &Remittance{
		ID: id.New[ID]("rmt"), Jurisdiction: p.Jurisdiction, Currency: p.Currency, AmountMinor: p.AmountMinor, From: from, Until: until,
		Reference: p.Reference, Reason: of.Reason, RecordedBy: identity.AccountID(of.ProposerID), RecordedAt: tx.Now(),
	}
	if err := insertRemittance(ctx, tx, r); err != nil {
		return fmt.Errorf("insert remittance: %w", err)
	}
	d := ledger.NewDraft(ledger.KindTaxRemitted, r.source("recorded"), r.Currency).
		Move(accountOf(r.Jurisdiction), ledger.Bank, r.AmountMinor)
	if _, err := ledger.PostTx(ctx, tx, d); err != nil {
		return err
	}
	return event.Emit(ctx, tx, Remitted{
		RemittanceID: r.ID, Jurisdiction: r.Jurisdiction, Currency: r.Currency, AmountMinor: r.AmountMinor,
		From: p.From, Until: p.Until, Reference: r.Reference, Reason: r.Reason,
	})
}

// lockStanding locks a remittance that was not taken back.
func lockStanding(ctx context.Context, tx db.Tx, remittanceID ID) (*Remittance, error) {
	r, err := lockRemittance(ctx, tx, remittanceID)
	if err != nil {
		return nil, err
	}
	if r.ReversedAt != nil {
		return nil, ErrReversed
	}
	return r, nil
}

// reverseTx books that a remittance is undone.
func reverseTx(ctx context.Context, tx db.Tx, of *approval.Proposal) error {
	r, err := lockStanding(ctx, tx, ID(of.Subject))
	if err != nil {
		return err
	}
	now, by := tx.Now(), identity.AccountID(of.ProposerID)
	r.ReversedAt, r.ReversedBy, r.ReversalReason = &now, &by, of.Reason
	if err := updateReversed(ctx, tx, r); err != nil {
		return fmt.Errorf("reverse %s: %w", r.ID, err)
	}
	d := ledger.NewDraft(ledger.KindTaxRemittanceReversed, r.source("reversed"), r.Currency).
		Move(ledger.Bank, accountOf(r.Jurisdiction), r.AmountMinor)
	if _, err := ledger.PostTx(ctx, tx, d); err != nil {
		return err
	}
	return event.Emit(ctx, tx, RemittanceReversed{
		RemittanceID: r.ID, Jurisdiction: r.Jurisdiction, Currency: r.Currency, AmountMinor: r.AmountMinor, Reason: of.Reason,
	})
}
