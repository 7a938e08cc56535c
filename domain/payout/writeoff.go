package payout

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/money"
)

// writeOffPermission is what both persons hold who give up a debt.
const writeOffPermission approval.Permission = "SELLER_DEBT_WRITE_OFF"

// ErrDebtChanged is returned for a debt that two persons want to give up, when
// another amount of it is open than was proposed.
var ErrDebtChanged = fault.New(fault.Conflict, "DEBT_CHANGED", "Another amount of this debt is open now. Propose it anew.")

// WriteOffInput gives up what is open of a debt.
type WriteOffInput struct {
	DebtID         RecoveryID
	Reason         string // required, at most 1,000 characters
	IdempotencyKey string
}

// WriteOff is what came of asking to give up a debt.
type WriteOff struct {
	Debt     *Recovery // as it stands now
	Proposal *approval.Proposal
}

// givenUp is what is proposed: exactly this amount.
type givenUp struct {
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amountMinor"`
}

// ProposesTo lets debts be given up by two persons. It is called once, before
// anything is served.
func (s *Service) ProposesTo(approvals *approval.Service) {
	s.approvals = approvals
	s.writeOffs = approval.Register(approvals, approval.Kind[givenUp]{
		Name: "seller_debt.write_off", Propose: writeOffPermission, Approve: writeOffPermission, Check: s.checkWriteOffTx,
		Apply: func(ctx context.Context, tx db.Tx, of approval.Proposed[givenUp]) error {
			_, err := s.WriteOffTx(ctx, tx, RecoveryID(of.Proposal.Subject), of.Proposal.Reason)
			return err
		},
	})
	s.proposeManuals(approvals)
}

// ProposeWriteOff asks a second person to give up what is open of a debt. The
// same key and input returns the first proposal. It returns ErrDebtNotFound,
// ErrDebtState, the faults of the reason and the key, and those of proposals.
func (s *Service) ProposeWriteOff(ctx context.Context, by actor.Actor, in WriteOffInput) (*WriteOff, error) {
	if err := idempotency.Check(in.IdempotencyKey); err != nil {
		return nil, err
	}
	cmd := idempotency.Command{AccountID: by.AccountID, Operation: "sellerDebtWriteOff", Key: in.IdempotencyKey, Input: in}
	out := &WriteOff{}
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if out.Proposal, err = s.proposeOnceTx(ctx, tx, cmd, func() (*approval.Proposal, error) { return s.proposeWriteOffTx(ctx, tx, by, in) }); err != nil {
			return err
		}
		out.Debt, err = lockRecovery(ctx, tx, in.DebtID)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// proposeOnceTx makes the proposal of a command, or finds the one that was made
// when it was sent first.
func (s *Service) proposeOnceTx(ctx context.Context, tx db.Tx, cmd idempotency.Command, propose func() (*approval.Proposal, error)) (p *approval.Proposal, err error) {
	err = idempotency.OnceTx(ctx, tx, cmd, func() (string, error) {
		if p, err = propose(); err != nil {
			return "", err
		}
		return string(p.ID), nil
	}, func(first string) error {
		p, err = s.approvals.Load(ctx, tx, approval.ID(first))
		return err
	})
	return p, err
}

func (s *Service) proposeWriteOffTx(ctx context.Context, tx db.Tx, by actor.Actor, in WriteOffInput) (*approval.Proposal, error) {
	var k *Recovery
	open, err := s.lockOpenDebt(ctx, tx, in.DebtID, &k)
	if err != nil {
		return nil, err
	}
	return s.writeOffs.ProposeTx(ctx, tx, by, approval.Ask[givenUp]{
		Subject: id.Any(in.DebtID), Reason: in.Reason, Payload: givenUp{k.Currency, open},
	})
}

// checkWriteOffTx refuses what is not open as it was proposed.
func (s *Service) checkWriteOffTx(ctx context.Context, tx db.Tx, of approval.Proposed[givenUp]) error {
	var k *Recovery
	open, err := s.lockOpenDebt(ctx, tx, RecoveryID(of.Proposal.Subject), &k)
	if err != nil {
		return err
	}
	if open != of.Payload.AmountMinor || k.Currency != of.Payload.Currency {
		return ErrDebtChanged
	}
	return nil
}
