package operator

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/secret"
)

// inviteKind is the name of the proposals of invitations.
const inviteKind = "operator.invite"

// Invite proposes that the owner of an address become an operator. When a second
// person has approved it, a mail goes to the address, and whoever has an account
// with that confirmed address accepts within seven days. It returns
// identity.ErrOperatorRole, ErrExists, ErrInvited, the faults of the address and
// those of domain/approval.
func (s *Service) Invite(ctx context.Context, by actor.Actor, in InviteInput) (*Invited, error) {
	var faults fault.List
	in.Email = identity.CheckEmail(&faults, in.Email, "email")
	faults.Check(in.Role.Valid(), identity.ErrOperatorRole.At("role"))
	if err := faults.Err(); err != nil {
		return nil, err
	}
	asked := &Invited{}
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		folded := identity.FoldEmail(in.Email)
		i := &Invitation{
			ID: NewInvitationID(), Email: in.Email, EmailFolded: folded, Role: in.Role, InvitedBy: identity.AccountID(by.AccountID),
			OpenKey: &folded, CreatedAt: tx.Now(), ExpiresAt: tx.Now().Add(approval.Lifetime),
		}
		if err := roomTx(ctx, tx, i); err != nil {
			return err
		}
		asked.Proposal, err = s.invites.ProposeTx(ctx, tx, by, approval.Ask[invitePayload]{
			Subject: id.Any(i.ID), Reason: in.Reason, Payload: i.payload(),
		})
		if err != nil {
			return err
		}
		if i, err = lockInvitation(ctx, tx, i.ID); err != nil { // it may have been approved already
			return fmt.Errorf("load invitation: %w", err)
		}
		asked.Invitation = i.asOf(tx.Now())
		return nil
	})
	if err != nil {
		return nil, err
	}
	return asked, nil
}

// roomTx writes a new invitation, unless the address is an operator's or was
// invited already.
func roomTx(ctx context.Context, tx db.Tx, wanted *Invitation) error {
	before, err := lockByKey(ctx, tx, *wanted.OpenKey)
	if err != nil && !errors.Is(err, db.ErrNotFound) {
		return fmt.Errorf("look for an invitation: %w", err)
	}
	if err == nil {
		if before.stateAt(tx.Now()) != InvitationExpired {
			return ErrInvited.At("email")
		}
		if err := endTx(ctx, tx, before, InvitationExpired, ""); err != nil {
			return err
		}
	}
	if err := vacantTx(ctx, tx, wanted); err != nil {
		return err
	}
	err = insertInvitation(ctx, tx, wanted)
	if db.Violates(err, "operator_invitations_open_key_key") { // at the same moment
		return ErrInvited.At("email")
	}
	if err != nil {
		return fmt.Errorf("insert invitation: %w", err)
	}
	return nil
}

// vacantTx returns ErrExists when the address is an operator's.
func vacantTx(ctx context.Context, tx db.Tx, i *Invitation) error {
	a, err := identity.AccountByEmailTx(ctx, tx, i.Email)
	if identity.ErrAccountNotFound.Is(err) {
		return nil
	}
	if err != nil {
		return err
	}
	if a.OperatorRole != nil {
		return ErrExists.At("email")
	}
	return nil
}

// checkInviteTx refuses what was taken back meanwhile, or is not what was read.
func checkInviteTx(ctx context.Context, tx db.Tx, p approval.Proposed[invitePayload]) error {
	i, err := lockInvitation(ctx, tx, InvitationID(p.Proposal.Subject))
	if err != nil {
		return fmt.Errorf("lock invitation: %w", err)
	}
	if i.stateAt(tx.Now()) != InvitationProposed {
		return ErrInvitationEnded
	}
	if i.payload() != p.Payload {
		return approval.ErrChanged
	}
	return vacantTx(ctx, tx, i)
}

// openTx lets an invitation be accepted from now on, and has its mail written.
func openTx(ctx context.Context, tx db.Tx, p approval.Proposed[invitePayload]) error {
	i, err := lockInvitation(ctx, tx, InvitationID(p.Proposal.Subject))
	if err != nil {
		return fmt.Errorf("lock invitation: %w", err)
	}
	now := tx.Now()
	i.ApprovedAt, i.ExpiresAt = &now, now.Add(InvitationMax)
	if err := updateInvitation(ctx, tx, i); err != nil {
		return fmt.Errorf("open invitation: %w", err)
	}
	return event.Emit(ctx, tx, InvitationSent{InvitationID: i.ID, Role: i.Role, By: i.InvitedBy})
}

// ProposalDecidedTx ends an invitation whose proposal was not approved. It handles
// approval.Decided.
func (s *Service) ProposalDecidedTx(ctx context.Context, tx db.Tx, e approval.Decided) error {
	if e.Kind != inviteKind || e.Status == approval.StatusApproved {
		return nil
	}
	i, err := lockInvitation(ctx, tx, InvitationID(e.Subject))
	if err != nil {
		return fmt.Errorf("lock invitation: %w", err)
	}
	if i.EndedAt != nil {
		return nil
	}
	if e.Status == approval.StatusExpired {
		return endTx(ctx, tx, i, InvitationExpired, "")
	}
	return endTx(ctx, tx, i, InvitationRefused, identity.AccountID(e.DecidedBy))
}

// Resend has another letter written, whose link replaces the one before. It does
// not last longer by that. It returns ErrInvitationNotFound, ErrInvitationEnded and
// ErrInvitationThrottled.
func (s *Service) Resend(ctx context.Context, by actor.Actor, in InvitationInput) (*Invitation, error) {
	return s.change(ctx, in, func(ctx context.Context, tx db.Tx, i *Invitation) error {
		switch {
		case i.stateAt(tx.Now()) != InvitationOpen:
			return ErrInvitationEnded
		case i.Letters >= lettersMax:
			return ErrInvitationThrottled
		}
		return event.Emit(ctx, tx, InvitationResent{InvitationID: i.ID, By: identity.AccountID(by.AccountID)})
	})
}

// Revoke takes an invitation back, approved or not. It returns
// ErrInvitationNotFound and ErrInvitationEnded.
func (s *Service) Revoke(ctx context.Context, by actor.Actor, in InvitationInput) (*Invitation, error) {
	return s.change(ctx, in, func(ctx context.Context, tx db.Tx, i *Invitation) error {
		return endTx(ctx, tx, i, InvitationRevoked, identity.AccountID(by.AccountID))
	})
}

// change changes an invitation that has not ended.
func (s *Service) change(ctx context.Context, in InvitationInput, fn func(context.Context, db.Tx, *Invitation) error) (*Invitation, error) {
	var found *Invitation
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		found, err = lockInvitation(ctx, tx, in.InvitationID)
		if errors.Is(err, db.ErrNotFound) {
			return ErrInvitationNotFound
		}
		if err != nil {
			return fmt.Errorf("lock invitation: %w", err)
		}
		if found.EndedAt != nil {
			return ErrInvitationEnded
		}
		if err := fn(ctx, tx, found); err != nil {
			return err
		}
		found.asOf(tx.Now())
		return nil
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

func endTx(ctx context.Context, tx db.Tx, i *Invitation, how InvitationState, by identity.AccountID) error {
	i.end(how, tx.Now())
	if err := updateInvitation(ctx, tx, i); err != nil {
		return fmt.Errorf("end invitation: %w", err)
	}
	return event.Emit(ctx, tx, InvitationEnded{InvitationID: i.ID, Outcome: how, By: by})
}

// WriteLetter makes the token of an invitation and returns what its mail says; nil
// when nothing is to be sent. Each call makes another token, and only the last one
// is good.
func (s *Service) WriteLetter(ctx context.Context, invitationID InvitationID) (*Letter, error) {
	var letter *Letter
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		letter = nil
		i, err := lockInvitation(ctx, tx, invitationID)
		if errors.Is(err, db.ErrNotFound) || err == nil && (i.stateAt(tx.Now()) != InvitationOpen || i.Letters >= lettersMax) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("lock invitation: %w", err)
		}
		stands, err := s.standsTx(ctx, tx, i)
		if err != nil || !stands {
			return err
		}
		token := newToken()
		i.TokenHash, _ = token.hash()
		i.Letters++
		if err := updateInvitation(ctx, tx, i); err != nil {
			return fmt.Errorf("issue invitation: %w", err)
		}
		letter = &Letter{
			To: i.Email, Inviter: i.InvitedBy, Role: i.Role, Token: token, Edition: secret.Edition(i.TokenHash), Lasts: i.ExpiresAt.Sub(tx.Now()),
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return letter, nil
}

// standsTx reports whether whoever proposed the invitation may still do so.
func (s *Service) standsTx(ctx context.Context, q db.Querier, i *Invitation) (bool, error) {
	return s.approvals.Holds(ctx, q, string(i.InvitedBy), permission)
}

// Preview returns what the token of an open invitation leads to, and
// ErrInvitationInvalid for any other text: whoever has no letter learns nothing.
func (s *Service) Preview(ctx context.Context, token InvitationToken) (*Preview, error) {
	hash, ok := token.hash()
	if !ok {
		return nil, ErrInvitationInvalid.At("token")
	}
	i, err := selectInvitationByToken(ctx, s.db.Read(ctx), hash)
	if errors.Is(err, db.ErrNotFound) || err == nil && i.stateAt(s.db.Clock().Now()) != InvitationOpen {
		return nil, ErrInvitationInvalid.At("token")
	}
	if err != nil {
		return nil, fmt.Errorf("load invitation: %w", err)
	}
	return &Preview{Role: i.Role, Email: mask(i.Email), ExpiresAt: i.ExpiresAt}, nil
}

// answerTx finds the open invitation of a token and holds it, so of many answers
// at once one succeeds.
func answerTx(ctx context.Context, tx db.Tx, token InvitationToken) (*Invitation, error) {
	hash, ok := token.hash()
	if !ok {
		return nil, ErrInvitationInvalid.At("token")
	}
	found, err := selectInvitationByToken(ctx, tx, hash)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrInvitationInvalid.At("token")
	}
	if err != nil {
		return nil, fmt.Errorf("load invitation: %w", err)
	}
	i, err := lockInvitation(ctx, tx, found.ID)
	if err != nil {
		return nil, fmt.Errorf("lock invitation: %w", err)
	}
	if i.stateAt(tx.Now()) != InvitationOpen || !bytes.Equal(i.TokenHash, hash) {
		return nil, ErrInvitationInvalid.At("token")
	}
	return i, nil
}

// Accept makes the actor an operator by the invitation of a letter. It returns
// ErrInvitationInvalid, also when whoever invited may not do so any more,
// ErrInvitationAddress unless the actor's confirmed address is the invited one,
// and ErrExists to somebody who is an operator.
func (s *Service) Accept(ctx context.Context, by actor.Actor, in TokenInput) (*Operator, error) {
	var joined *Operator
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		i, err := answerTx(ctx, tx, in.Token)
		if err != nil {
			return err
		}
		account, err := identity.LockTx(ctx, tx, identity.AccountID(by.AccountID))
		if err != nil {
			return err
		}
		if account.EmailFolded == nil || *account.EmailFolded != i.EmailFolded || !account.IsEmailVerified() {
			return ErrInvitationAddress.At("token")
		}
		if account.OperatorRole != nil {
			return ErrExists.At("token")
		}
		stands, err := s.standsTx(ctx, tx, i)
		if err != nil {
			return err
		}
		if !stands {
			return ErrInvitationInvalid.At("token")
		}
		if err := identity.SetOperatorRoleTx(ctx, tx, account.ID, &i.Role); err != nil {
			return err
		}
		i.end(InvitationAccepted, tx.Now())
		i.AcceptedBy = &account.ID
		if err := updateInvitation(ctx, tx, i); err != nil {
			return fmt.Errorf("end invitation: %w", err)
		}
		joined = &Operator{AccountID: account.ID, Role: i.Role}
		return event.Emit(ctx, tx, Joined{AccountID: account.ID, InvitationID: i.ID, Role: i.Role, By: i.InvitedBy})
	})
	if err != nil {
		return nil, err
	}
	return joined, nil
}

// Decline ends the invitation of a letter. Whoever has the letter may: somebody
// without an account would otherwise be asked to make one for it. It returns
// ErrInvitationInvalid.
func (s *Service) Decline(ctx context.Context, by actor.Actor, in TokenInput) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		i, err := answerTx(ctx, tx, in.Token)
		if err != nil {
			return err
		}
		return endTx(ctx, tx, i, InvitationDeclined, identity.AccountID(by.AccountID))
	})
}

// lapseTx ends the invitations of somebody who may not invite any more.
func (s *Service) lapseTx(ctx context.Context, tx db.Tx, accountID identity.AccountID) error {
	holds, err := s.approvals.Holds(ctx, tx, string(accountID), permission)
	if err != nil || holds {
		return err
	}
	open, err := lockInvitationsOf(ctx, tx, accountID)
	if err != nil {
		return fmt.Errorf("load invitations: %w", err)
	}
	for _, i := range open {
		if err := endTx(ctx, tx, i, InvitationLapsed, ""); err != nil {
			return err
		}
	}
	return nil
}

// Invitations pages through the invitations, the newest first.
func (s *Service) Invitations(ctx context.Context, f InvitationFilter, w page.Window) (*page.Connection[Invitation], error) {
	var from struct {
		ID InvitationID `json:"i"`
	}
	if w.HasCursor() {
		if err := w.Decode(&from); err != nil || !id.Valid(from.ID, "oiv") {
			return nil, page.ErrCursor
		}
	}
	now := s.db.Clock().Now()
	rows, err := selectInvitations(ctx, s.db.Read(ctx), invitationQuery{f, now, w, from.ID})
	if err != nil {
		return nil, fmt.Errorf("find invitations: %w", err)
	}
	for _, i := range rows {
		i.asOf(now)
	}
	return page.Connect(w, rows, func(i *Invitation) any {
		from.ID = i.ID
		return from
	}), nil
}
