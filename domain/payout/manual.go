package payout

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// recordPermission is what both persons hold who record a payout that was made
// outside the provider.
const recordPermission approval.Permission = "SELLER_PAYOUT_RECORD"

// ManualID names a payout outside the provider, mpo_….
type ManualID string

// Manual is money that the platform has paid a seller from its own bank account,
// outside the provider.
type Manual struct {
	bun.BaseModel `bun:"table:manual_payouts,alias:mpo"`

	ID          ManualID `bun:",pk"`
	SellerID    seller.ID
	Currency    money.Currency
	AmountMinor int64
	Reference   string // of the bank transfer
	CreatedAt   time.Time
}

// Amount is what was paid.
func (m *Manual) Amount() money.Amount { return money.New(m.AmountMinor, m.Currency) }

// ErrManualAmount is returned when more is to be recorded as paid than is
// released to the seller, not transferred and not owed by them.
var ErrManualAmount = fault.New(fault.Conflict, "MANUAL_PAYOUT_TOO_MUCH", "That is more than is released to this seller and not transferred.")

// ManualRecorded is told when a payout outside the provider is on the books.
type ManualRecorded struct {
	ManualID    ManualID       `json:"manual_payout_id"`
	SellerID    seller.ID      `json:"seller_id"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amount_minor"`
	Reference   string         `json:"reference"`
	Reason      string         `json:"reason"`
}

// EventName implements event.Event.
func (ManualRecorded) EventName() string { return "payout.manual_recorded" }

// ManualInput records a payout outside the provider.
type ManualInput struct {
	SellerID       seller.ID
	Amount         money.Input
	Reference      string // of the bank transfer, at most 140 characters
	Reason         string // required, at most 1,000 characters
	IdempotencyKey string
}

// paidOutside is what is proposed.
type paidOutside struct {
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amountMinor"`
	Reference   string         `json:"reference"`
}

func (s *Service) proposeManuals(approvals *approval.Service) {
	s.manuals = approval.Register(approvals, approval.Kind[paidOutside]{
		Name: "seller_payout.record", Propose: recordPermission, Approve: recordPermission,
		Check: func(ctx context.Context, tx db.Tx, of approval.Proposed[paidOutside]) error {
			_, err := lockPayableOutside(ctx, tx, seller.ID(of.Proposal.Subject), of.Payload)
			return err
		},
		Apply: func(ctx context.Context, tx db.Tx, of approval.Proposed[paidOutside]) error {
			return recordTx(ctx, tx, seller.ID(of.Proposal.Subject), of.Payload, of.Proposal.Reason)
		},
	})
}

// ProposeManual asks a second person to put a payout outside the provider on the
// books. The same key and input returns the first proposal. It returns
// ErrManualAmount, seller.ErrNotFound, the faults of the amount, the texts and the
// key, and those of proposals.
func (s *Service) ProposeManual(ctx context.Context, by actor.Actor, in ManualInput) (*approval.Proposal, error) {
	if _, err := s.sellers.Get(ctx, by, in.SellerID); err != nil {
		return nil, err
	}
	var l fault.List
	idempotency.CheckKey(&l, in.IdempotencyKey, "idempotencyKey")
	reference := l.Required(in.Reference, 140, "reference")
	amount, err := in.Amount.Parse()
	for _, f := range fault.As(err) {
		l.Add(f.Under("amount"))
	}
	if err == nil {
		l.Check(amount.Minor > 0, ErrManualAmount.Saying("Give an amount above zero.").At("amount"))
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	paid := paidOutside{amount.Currency, amount.Minor, reference}
	cmd := idempotency.Command{AccountID: by.AccountID, Operation: "sellerPayoutRecord", Key: in.IdempotencyKey, Input: in}
	var p *approval.Proposal
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		p, err = s.proposeOnceTx(ctx, tx, cmd, func() (*approval.Proposal, error) {
			if _, err := lockPayableOutside(ctx, tx, in.SellerID, paid); err != nil {
				return nil, err
			}
			return s.manuals.ProposeTx(ctx, tx, by, approval.Ask[paidOutside]{Subject: id.Any(in.SellerID), Reason: in.Reason, Payload: paid})
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// part is what of a release is paid outside the provider.
type part struct {
	release *Release
	moved   int64
	minor   int64
}

// lockPayableOutside locks what is released to a seller and not transferred,
// oldest first, and takes the amount from it. What the seller owes is left, and what open
// disputes claim.
func lockPayableOutside(ctx context.Context, tx db.Tx, of seller.ID, paid paidOutside) ([]part, error) {
	releases, err := lockReleased(ctx, tx, of, paid.Currency)
	if err != nil {
		return nil, fmt.Errorf("lock releases: %w", err)
	}
	debts, err := lockDebts(ctx, tx, of, paid.Currency)
	if err != nil {
		return nil, fmt.Errorf("lock debts: %w", err)
	}
	ids := make([]ReleaseID, len(releases))
	for i, r := range releases {
		ids[i] = r.ID
	}
	moved, err := sumMovedOf(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	disputed, err := sumFrozen(ctx, tx, releases)
	if err != nil {
		return nil, fmt.Errorf("what is disputed: %w", err)
	}
	owed, open := int64(0), paid.AmountMinor
	for _, k := range debts {
		owed += k.OpenMinor()
	}
	var parts []part
	for _, r := range releases {
		left := max(r.left(moved[r.ID])-disputed[r.SellerOrderID], 0)
		kept := min(owed, left)
		owed -= kept
		if minor := min(open, left-kept); minor > 0 {
			parts = append(parts, part{r, moved[r.ID], minor})
			open -= minor
		}
	}
	if open > 0 {
		return nil, ErrManualAmount.At("amount")
	}
	return parts, nil
}

// recordTx books a payout outside the provider.
func recordTx(ctx context.Context, tx db.Tx, of seller.ID, paid paidOutside, reason string) error {
	parts, err := lockPayableOutside(ctx, tx, of, paid)
	if err != nil {
		return err
	}
	m := &Manual{
		ID: id.New[ManualID]("mpo"), SellerID: of, Currency: paid.Currency, AmountMinor: paid.AmountMinor,
		Reference: paid.Reference, CreatedAt: tx.Now(),
	}
	if err := insertManual(ctx, tx, m); err != nil {
		return fmt.Errorf("insert payout: %w", err)
	}
	releases := make([]*Release, len(parts))
	for i, p := range parts {
		p.release.OutsideMinor += p.minor
		p.release.adjust(p.moved, tx.Now())
		releases[i] = p.release
	}
	if err := updateReleases(ctx, tx, releases); err != nil {
		return err
	}
	d := ledger.NewDraft(ledger.KindManualPayout, "manual_payout:"+string(m.ID), m.Currency).
		Move(ledger.Releasable(of), ledger.Bank, m.AmountMinor)
	if _, err := ledger.PostTx(ctx, tx, d); err != nil {
		return err
	}
	return event.Emit(ctx, tx, ManualRecorded{m.ID, of, m.Currency, m.AmountMinor, m.Reference, reason})
}

// ManualsOf lists payouts outside the provider, newest first, at most a hundred:
// to the actor's seller, or to the one asked for by an operator.
func (s *Service) ManualsOf(ctx context.Context, by actor.Actor, asked *seller.ID) ([]*Manual, error) {
	owner, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	return selectManuals(ctx, s.db.Read(ctx), owner)
}
