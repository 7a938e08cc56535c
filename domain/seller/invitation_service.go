package seller

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/secret"
)

// Invite asks the owner of an address to act for the seller that the actor acts
// for. The answer does not tell whether the address has an account. It returns
// ErrMemberAbove, ErrMemberRole, ErrRoleNotFound, ErrMemberExists,
// ErrInvitationExists, ErrMemberLimit, plan.ErrSeats, ErrInvitationThrottled and the faults of
// the address.
func (s *Service) Invite(ctx context.Context, by actor.Actor, in InviteInput) (*Invitation, error) {
	var faults fault.List
	in.Email = identity.CheckEmail(&faults, in.Email, "email")
	if err := faults.Err(); err != nil {
		return nil, err
	}
	var made *Invitation
	err := s.writeTeam(ctx, by, func(ctx context.Context, tx db.Tx, self *standing) error {
		given, err := s.chargeTx(ctx, tx, self.SellerID, Charge{in.Role, in.RoleID})
		if err != nil {
			return err
		}
		if !self.above(given) {
			return ErrMemberAbove.At("role")
		}
		made = &Invitation{
			ID: NewInvitationID(), SellerID: self.SellerID, Email: in.Email, EmailFolded: identity.FoldEmail(in.Email),
			Role: in.Role, RoleID: in.RoleID, InvitedBy: self.AccountID, CreatedAt: tx.Now(), ExpiresAt: tx.Now().Add(InvitationMax),
		}
		if err := s.roomTx(ctx, tx, made); err != nil {
			return err
		}
		if err := insertInvitation(ctx, tx, made); err != nil {
			return fmt.Errorf("insert invitation: %w", err)
		}
		return event.Emit(ctx, tx, MemberInvited{
			SellerID: made.SellerID, InvitationID: made.ID, Role: made.Role, RoleID: made.RoleID, By: self.AccountID,
		})
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

// roomTx says why an address cannot be invited: it is a member's, it was invited
// already, or there is no room.
func (s *Service) roomTx(ctx context.Context, tx db.Tx, wanted *Invitation) error {
	member, err := isMemberByEmail(ctx, tx, wanted.SellerID, wanted.EmailFolded)
	if err != nil {
		return fmt.Errorf("look for a member: %w", err)
	}
	if member {
		return ErrMemberExists.At("email")
	}
	open, err := selectOpenInvitations(ctx, tx, wanted.SellerID)
	if err != nil {
		return fmt.Errorf("load invitations: %w", err)
	}
	var expired []*Invitation
	waiting := int64(0)
	for _, i := range open {
		switch {
		case !i.Open(tx.Now()):
			expired = append(expired, i)
		case i.EmailFolded == wanted.EmailFolded:
			return ErrInvitationExists.At("email")
		default:
			waiting++
		}
	}
	if err := endInvitationsTx(ctx, tx, OutcomeExpired, expired); err != nil {
		return err
	}
	n, err := countMembers(ctx, tx, wanted.SellerID)
	if err != nil {
		return fmt.Errorf("count members: %w", err)
	}
	if n+waiting >= membersMax {
		return ErrMemberLimit
	}
	if err := plan.SeatTx(ctx, tx, id.Any(wanted.SellerID), n+waiting); err != nil {
		return err
	}
	return lettersTx(ctx, tx, wanted)
}

// lettersTx returns ErrInvitationThrottled when an address has got enough
// letters of a seller today.
func lettersTx(ctx context.Context, tx db.Tx, i *Invitation) error {
	sent, err := countLetters(ctx, tx, i.SellerID, i.EmailFolded, tx.Now().Add(-24*time.Hour))
	if err != nil {
		return fmt.Errorf("count letters: %w", err)
	}
	if sent >= lettersPerDay {
		return ErrInvitationThrottled
	}
	return nil
}

// Resend has another letter written, whose link replaces the one before, and
// gives the invitation its whole time again. It returns ErrInvitationNotFound,
// ErrInvitationEnded, ErrMemberAbove and ErrInvitationThrottled.
func (s *Service) Resend(ctx context.Context, by actor.Actor, in InvitationInput) (*Invitation, error) {
	return s.changeInvitation(ctx, by, in, func(ctx context.Context, tx db.Tx, i *Invitation) error {
		if err := lettersTx(ctx, tx, i); err != nil {
			return err
		}
		i.ExpiresAt = tx.Now().Add(InvitationMax)
		if err := updateInvitation(ctx, tx, i); err != nil {
			return fmt.Errorf("save invitation: %w", err)
		}
		return event.Emit(ctx, tx, InvitationResent{SellerID: i.SellerID, InvitationID: i.ID, By: identity.AccountID(by.AccountID)})
	})
}

// Revoke takes an invitation back. It returns ErrInvitationNotFound,
// ErrInvitationEnded and ErrMemberAbove.
func (s *Service) Revoke(ctx context.Context, by actor.Actor, in InvitationInput) (*Invitation, error) {
	return s.changeInvitation(ctx, by, in, func(ctx context.Context, tx db.Tx, i *Invitation) error {
		return endInvitationTx(ctx, tx, i, OutcomeRevoked, identity.AccountID(by.AccountID))
	})
}

// changeInvitation changes an open invitation of the seller that the actor acts
// for, when the actor stands above what it leads to.
func (s *Service) changeInvitation(
	ctx context.Context, by actor.Actor, in InvitationInput, fn func(context.Context, db.Tx, *Invitation) error,
) (*Invitation, error) {
	var found *Invitation
	err := s.writeTeam(ctx, by, func(ctx context.Context, tx db.Tx, self *standing) (err error) {
		found, err = selectInvitation(ctx, tx, self.SellerID, in.InvitationID)
		if errors.Is(err, db.ErrNotFound) {
			return ErrInvitationNotFound
		}
		if err != nil {
			return fmt.Errorf("load invitation: %w", err)
		}
		if found.EndedAt != nil {
			return ErrInvitationEnded
		}
		leads, err := s.chargeTx(ctx, tx, self.SellerID, found.charge())
		if err != nil {
			return err
		}
		if !self.above(leads) {
			return ErrMemberAbove.At("invitationId")
		}
		return fn(ctx, tx, found)
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// WriteInvitation makes the token of an invitation and returns what its mail
// says; nil when nothing is to be sent, since it has ended or the address has
// got enough letters. Each call makes another token, and only the last one is
// good.
func (s *Service) WriteInvitation(ctx context.Context, invitationID InvitationID) (*InvitationLetter, error) {
	var letter *InvitationLetter
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		letter = nil
		i, err := lockInvitation(ctx, tx, invitationID)
		if errors.Is(err, db.ErrNotFound) || err == nil && !i.Open(tx.Now()) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("lock invitation: %w", err)
		}
		if err := lettersTx(ctx, tx, i); ErrInvitationThrottled.Is(err) {
			return nil
		} else if err != nil {
			return err
		}
		of, name, err := aboutTx(ctx, tx, i)
		if err != nil {
			return err
		}
		if i.RoleID != nil { // what a member has called it is not said to strangers
			name = ""
		}
		token := newInvitationToken()
		i.TokenHash, _ = token.hash()
		i.Letters++
		if err := updateInvitation(ctx, tx, i); err != nil {
			return fmt.Errorf("issue invitation: %w", err)
		}
		letter = &InvitationLetter{
			To: i.Email, Seller: of, Inviter: i.InvitedBy, RoleName: name, Token: token,
			Edition: secret.Edition(i.TokenHash), Lasts: i.ExpiresAt.Sub(tx.Now()),
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return letter, nil
}

// aboutTx returns the seller of an invitation and the name of its role.
func aboutTx(ctx context.Context, q db.Querier, i *Invitation) (*Seller, string, error) {
	of, err := selectSeller(ctx, q, i.SellerID)
	if err != nil {
		return nil, "", fmt.Errorf("load seller: %w", err)
	}
	if i.RoleID == nil {
		return of, roleName(i.Role, nil), nil
	}
	custom, err := selectRole(ctx, q, i.SellerID, *i.RoleID)
	if err != nil {
		return nil, "", fmt.Errorf("load role: %w", err)
	}
	return of, roleName(i.Role, custom), nil
}

// Preview returns what the token of an open invitation leads to, and
// ErrInvitationInvalid for any other text: whoever has no letter learns nothing.
func (s *Service) Preview(ctx context.Context, token InvitationToken) (*Preview, error) {
	q := s.db.Read(ctx)
	i, err := s.invitationOf(ctx, q, token, s.db.Clock().Now())
	if err != nil {
		return nil, err
	}
	of, name, err := aboutTx(ctx, q, i)
	if err != nil {
		return nil, err
	}
	return &Preview{Seller: of, RoleName: name, Email: mask(i.Email), ExpiresAt: i.ExpiresAt}, nil
}

func (s *Service) invitationOf(ctx context.Context, q db.Querier, token InvitationToken, at time.Time) (*Invitation, error) {
	hash, ok := token.hash()
	if !ok {
		return nil, ErrInvitationInvalid.At("token")
	}
	i, err := selectInvitationByToken(ctx, q, hash)
	if errors.Is(err, db.ErrNotFound) || err == nil && !i.Open(at) {
		return nil, ErrInvitationInvalid.At("token")
	}
	if err != nil {
		return nil, fmt.Errorf("load invitation: %w", err)
	}
	return i, nil
}

// answerTx finds the open invitation of a token, locks its seller, and looks
// whether it is still open then: of many answers at once one succeeds.
func (s *Service) answerTx(ctx context.Context, tx db.Tx, token InvitationToken) (*Invitation, error) {
	i, err := s.invitationOf(ctx, tx, token, tx.Now())
	if err != nil {
		return nil, err
	}
	if _, err := lockedTx(ctx, tx, i.SellerID); err != nil {
		return nil, err
	}
	asked := i.TokenHash
	i, err = lockInvitation(ctx, tx, i.ID)
	if err != nil {
		return nil, fmt.Errorf("lock invitation: %w", err)
	}
	if !i.Open(tx.Now()) || !bytes.Equal(i.TokenHash, asked) {
		return nil, ErrInvitationInvalid.At("token")
	}
	return i, nil
}

// Accept makes the actor a member by the invitation of a letter. It returns
// ErrInvitationInvalid, also when whoever invited may not do so any more,
// ErrInvitationAddress unless the actor's confirmed address is the invited one,
// ErrMemberExists and ErrMemberLimit.
func (s *Service) Accept(ctx context.Context, by actor.Actor, in TokenInput) (*Member, error) {
	var joined *Member
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		i, err := s.answerTx(ctx, tx, in.Token)
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
		stand, err := s.standTx(ctx, tx, i.SellerID, i)
		if err != nil {
			return err
		}
		if !stand[0] {
			return ErrInvitationInvalid.At("token")
		}
		joined = &Member{
			ID: NewMemberID(), SellerID: i.SellerID, AccountID: account.ID, Role: i.Role, RoleID: i.RoleID, CreatedAt: tx.Now(),
		}
		if err := joinTx(ctx, tx, joined); err != nil {
			return err
		}
		i.end(OutcomeAccepted, tx.Now())
		i.AcceptedBy = &account.ID
		if err := updateInvitation(ctx, tx, i); err != nil {
			return fmt.Errorf("end invitation: %w", err)
		}
		return event.Emit(ctx, tx, MemberAdded{
			SellerID: i.SellerID, AccountID: account.ID, Role: i.Role, RoleID: i.RoleID, By: i.InvitedBy, InvitationID: i.ID,
		})
	})
	if err != nil {
		return nil, err
	}
	return joined, nil
}

// Decline ends the invitation of a letter. Whoever has the letter may decline:
// somebody without an account would otherwise be asked to make one for it. It
// returns ErrInvitationInvalid.
func (s *Service) Decline(ctx context.Context, by actor.Actor, in TokenInput) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		i, err := s.answerTx(ctx, tx, in.Token)
		if err != nil {
			return err
		}
		return endInvitationTx(ctx, tx, i, OutcomeDeclined, identity.AccountID(by.AccountID))
	})
}

func endInvitationTx(ctx context.Context, tx db.Tx, i *Invitation, how Outcome, by identity.AccountID) error {
	i.end(how, tx.Now())
	if err := updateInvitation(ctx, tx, i); err != nil {
		return fmt.Errorf("end invitation: %w", err)
	}
	return event.Emit(ctx, tx, InvitationEnded{SellerID: i.SellerID, InvitationID: i.ID, Outcome: how, By: by})
}

// endInvitationsTx ends several locked invitations, none of them by a person.
func endInvitationsTx(ctx context.Context, tx db.Tx, how Outcome, list []*Invitation) error {
	news := make([]event.Event, len(list))
	for k, i := range list {
		i.end(how, tx.Now())
		news[k] = InvitationEnded{SellerID: i.SellerID, InvitationID: i.ID, Outcome: how}
	}
	if err := updateEnded(ctx, tx, list); err != nil {
		return fmt.Errorf("end invitations: %w", err)
	}
	return event.EmitAll(ctx, tx, news...)
}

// standTx reports of each invitation of a seller whether whoever invited still acts for
// the seller and may still invite to that role.
func (s *Service) standTx(ctx context.Context, tx db.Tx, sellerID ID, list ...*Invitation) ([]bool, error) {
	team, err := loadTeam(ctx, tx, sellerID, list)
	if err != nil {
		return nil, err
	}
	stand := make([]bool, len(list))
	for k, i := range list {
		inviter := team.members[i.InvitedBy]
		if inviter == nil || !inviter.IsEnabled() {
			continue
		}
		held, err := s.charged(inviter.charge(), team.role)
		if err != nil {
			return nil, err
		}
		leads, err := s.charged(i.charge(), team.role)
		if ErrRoleNotFound.Is(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		stand[k] = held.invites && held.above(leads)
	}
	return stand, nil
}

// lapseTx ends what nobody answers for any more, after any change of who may do
// what: invitations whose inviter may not invite to that role, and the offer of
// an ownership that is not the offerer's.
func (s *Service) lapseTx(ctx context.Context, tx db.Tx, sellerID ID) error {
	open, err := selectOpenInvitations(ctx, tx, sellerID)
	if err != nil {
		return fmt.Errorf("load invitations: %w", err)
	}
	stand, err := s.standTx(ctx, tx, sellerID, open...)
	if err != nil {
		return err
	}
	var lapsed []*Invitation
	for k, i := range open {
		if !stand[k] {
			lapsed = append(lapsed, i)
		}
	}
	if err := endInvitationsTx(ctx, tx, OutcomeLapsed, lapsed); err != nil {
		return err
	}
	return s.lapseOfferTx(ctx, tx, sellerID)
}
