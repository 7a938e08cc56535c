package operator

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
)

// permission is what somebody needs to propose and to approve who runs the
// platform.
const permission approval.Permission = "OPERATOR_ROLE"

// Service holds the use cases of this context.
type Service struct {
	db      *db.DB
	people  *identity.Service
	roles   *approval.Desk[roleChange]
	removal *approval.Desk[roleChange]

	approvals *approval.Service
	invites   *approval.Desk[invitePayload]
}

// New returns the service and registers its kinds of proposals.
func New(d *db.DB, people *identity.Service, approvals *approval.Service) *Service {
	s := &Service{db: d, people: people, approvals: approvals}
	s.invites = approval.Register(approvals, approval.Kind[invitePayload]{
		Name: inviteKind, Propose: permission, Approve: permission, Check: checkInviteTx, Apply: openTx,
	})
	s.roles = approval.Register(approvals, approval.Kind[roleChange]{
		Name: "operator.role", Propose: permission, Approve: permission, Check: checkTx, Apply: s.applyTx,
	})
	s.removal = approval.Register(approvals, approval.Kind[roleChange]{
		Name: "operator.remove", Propose: permission, Approve: permission, Check: checkTx, Apply: s.applyTx,
	})
	return s
}

// Filter narrows a list of operators; what is nil does not narrow.
type Filter struct {
	Role *identity.OperatorRole
}

type cursor struct {
	ID identity.AccountID `json:"i"`
}

// Find pages through the operators in the order in which they have registered.
func (s *Service) Find(ctx context.Context, f Filter, w page.Window) (*page.Connection[Operator], error) {
	var from cursor
	if w.HasCursor() {
		if err := w.Decode(&from); err != nil || !id.Valid(from.ID, "acc") {
			return nil, page.ErrCursor
		}
	}
	rows, err := selectPage(ctx, s.db.Read(ctx), f, w, from.ID)
	if err != nil {
		return nil, fmt.Errorf("find operators: %w", err)
	}
	return page.Connect(w, rows, func(o *Operator) any { return cursor{o.AccountID} }), nil
}

// SetRole proposes another role for an operator. It returns ErrNotFound,
// ErrSameRole, ErrLastAdmin, identity.ErrOperatorRole and the faults of
// domain/approval.
func (s *Service) SetRole(ctx context.Context, by actor.Actor, in RoleSetInput) (*Asked, error) {
	if !in.Role.Valid() {
		return nil, identity.ErrOperatorRole.At("role")
	}
	return s.ask(ctx, by, s.roles, wish{in.AccountID, in.Reason, in.Role})
}

// Remove proposes that somebody is an operator no more. It returns ErrNotFound,
// ErrLastAdmin and the faults of domain/approval.
func (s *Service) Remove(ctx context.Context, by actor.Actor, in RemoveInput) (*Asked, error) {
	return s.ask(ctx, by, s.removal, wish{in.AccountID, in.Reason, ""})
}

// wish is what is asked for about an operator.
type wish struct {
	account identity.AccountID
	reason  string
	after   identity.OperatorRole // empty: none
}

func (s *Service) ask(ctx context.Context, by actor.Actor, desk *approval.Desk[roleChange], want wish) (*Asked, error) {
	asked := &Asked{}
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		a, err := identity.AccountTx(ctx, tx, want.account)
		if err != nil || a.OperatorRole == nil {
			return missing(err)
		}
		if *a.OperatorRole == want.after {
			return ErrSameRole.At("role")
		}
		asked.Proposal, err = desk.ProposeTx(ctx, tx, by, approval.Ask[roleChange]{
			Subject: id.Any(a.ID), Reason: want.reason, Payload: roleChange{Before: *a.OperatorRole, After: want.after},
		})
		if err != nil {
			return err
		}
		asked.Operator, err = operatorTx(ctx, tx, a.ID)
		return err
	})
	if err != nil {
		return nil, err
	}
	return asked, nil
}

// missing says that somebody is no operator, unless something else went wrong.
func missing(err error) error {
	if err == nil || identity.ErrAccountNotFound.Is(err) {
		return ErrNotFound
	}
	return err
}

func operatorTx(ctx context.Context, q db.Querier, accountID identity.AccountID) (*Operator, error) {
	a, err := identity.AccountTx(ctx, q, accountID)
	if err != nil || a.OperatorRole == nil {
		return nil, err
	}
	return &Operator{AccountID: a.ID, Role: *a.OperatorRole}, nil
}

// checkTx refuses what is not true any more, and to leave the platform without
// an administrator who may act. It holds the rows of all of them, so of two who are removed
// at once the second is judged without the first.
func checkTx(ctx context.Context, tx db.Tx, p approval.Proposed[roleChange]) error {
	admins, err := lockAdmins(ctx, tx)
	if err != nil {
		return fmt.Errorf("lock administrators: %w", err)
	}
	a, err := identity.LockTx(ctx, tx, of(p.Proposal.Subject))
	if err != nil || a.OperatorRole == nil {
		return missing(err)
	}
	if *a.OperatorRole != p.Payload.Before {
		return approval.ErrChanged
	}
	if *a.OperatorRole != identity.OperatorAdmin || p.Payload.After == identity.OperatorAdmin {
		return nil
	}
	for _, other := range admins {
		if other.ID != a.ID && other.IsOperator() {
			return nil
		}
	}
	return ErrLastAdmin
}

func (s *Service) applyTx(ctx context.Context, tx db.Tx, p approval.Proposed[roleChange]) error {
	var after *identity.OperatorRole
	if p.Payload.After != "" {
		after = &p.Payload.After
	}
	if err := identity.SetOperatorRoleTx(ctx, tx, of(p.Proposal.Subject), after); err != nil {
		return err
	}
	return s.lapseTx(ctx, tx, of(p.Proposal.Subject))
}
