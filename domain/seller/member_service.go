package seller

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
)

// MemberRoleSetInput gives a member another role.
type MemberRoleSetInput struct {
	MemberID MemberID
	Role     Role
	RoleID   *RoleID // with RoleCustom
}

// MemberInput names a member.
type MemberInput struct {
	MemberID MemberID
}

// LeaveInput names a seller that somebody does not act for any more.
type LeaveInput struct {
	SellerID ID
}

// SetRole gives a member another role, from their next request on. It returns
// ErrMemberNotFound, ErrMemberAbove, ErrMemberRole, ErrRoleNotFound,
// ErrLastOwner, and ErrOwnershipAsked for the role of an owner, who has to agree.
func (s *Service) SetRole(ctx context.Context, by actor.Actor, in MemberRoleSetInput) (*Member, error) {
	var m *Member
	err := s.writeTeam(ctx, by, func(ctx context.Context, tx db.Tx, self *standing) (err error) {
		given := Charge{in.Role, in.RoleID}
		m, err = s.belowTx(ctx, tx, self, in.MemberID)
		if err != nil {
			return err
		}
		if m.charge().equals(given) {
			return nil
		}
		comes, err := s.chargeTx(ctx, tx, self.SellerID, given)
		if err != nil {
			return err
		}
		if in.Role == RoleOwner {
			return ErrOwnershipAsked.At("role")
		}
		if !self.above(comes) {
			return ErrMemberAbove.At("role")
		}
		if err := keepOwnerTx(ctx, tx, m); err != nil {
			return err
		}
		if err := chargeMembersTx(ctx, tx, self, given, m); err != nil {
			return err
		}
		return s.lapseTx(ctx, tx, self.SellerID)
	})
	if err != nil {
		return nil, err
	}
	return m, nil
}

// chargeMembersTx gives members another role and tells it.
func chargeMembersTx(ctx context.Context, tx db.Tx, self *standing, given Charge, members ...*Member) error {
	news := make([]event.Event, len(members))
	for i, m := range members {
		news[i] = MemberRoleChanged{SellerID: m.SellerID, MemberID: m.ID, AccountID: m.AccountID, Before: m.charge(), After: given, By: self.AccountID}
		m.Role, m.RoleID = given.Role, given.RoleID
	}
	if err := updateCharges(ctx, tx, members); err != nil {
		return fmt.Errorf("save members: %w", err)
	}
	return event.EmitAll(ctx, tx, news...)
}

// Remove lets a member not act for the seller any more, from their next request
// on. It returns ErrMemberNotFound, ErrMemberAbove and ErrLastOwner.
func (s *Service) Remove(ctx context.Context, by actor.Actor, in MemberInput) (*Member, error) {
	var m *Member
	err := s.writeTeam(ctx, by, func(ctx context.Context, tx db.Tx, self *standing) (err error) {
		m, err = s.belowTx(ctx, tx, self, in.MemberID)
		if err != nil {
			return err
		}
		return s.removeTx(ctx, tx, m, self.AccountID)
	})
	if err != nil {
		return nil, err
	}
	return m, nil
}

// Leave is Remove by the member themselves, who needs nobody's leave, whatever
// the status of the seller. It returns ErrNotMember and ErrLastOwner.
func (s *Service) Leave(ctx context.Context, by actor.Actor, in LeaveInput) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		m, err := selectMembership(ctx, tx, identity.AccountID(by.AccountID), in.SellerID)
		if err == nil {
			_, err = lockedTx(ctx, tx, in.SellerID)
		}
		if err == nil { // it may have gone while the lock was waited for
			m, err = selectMembership(ctx, tx, m.AccountID, in.SellerID)
		}
		if errors.Is(err, db.ErrNotFound) {
			return ErrNotMember
		}
		if err != nil {
			return fmt.Errorf("load membership: %w", err)
		}
		return s.removeTx(ctx, tx, m, m.AccountID)
	})
}

func (s *Service) removeTx(ctx context.Context, tx db.Tx, m *Member, by identity.AccountID) error {
	if err := keepOwnerTx(ctx, tx, m); err != nil {
		return err
	}
	if err := deleteMember(ctx, tx, m.ID); err != nil {
		return fmt.Errorf("remove member: %w", err)
	}
	news := MemberRemoved{SellerID: m.SellerID, MemberID: m.ID, AccountID: m.AccountID, Before: m.charge(), By: by}
	if err := event.Emit(ctx, tx, news); err != nil {
		return err
	}
	return s.lapseTx(ctx, tx, m.SellerID)
}

// Enable lets a member act again who was disabled. Only an owner does so. It
// returns ErrMemberNotFound and ErrMemberAbove.
func (s *Service) Enable(ctx context.Context, by actor.Actor, in MemberInput) (*Member, error) {
	var m *Member
	err := s.writeTeam(ctx, by, func(ctx context.Context, tx db.Tx, self *standing) (err error) {
		m, err = memberTx(ctx, tx, self.SellerID, in.MemberID)
		if err != nil {
			return err
		}
		if !self.owner {
			return ErrMemberAbove.At("memberId")
		}
		if m.IsEnabled() {
			return nil
		}
		now := tx.Now()
		m.EnabledAt, m.DisabledAt = &now, nil
		if err := updateMember(ctx, tx, m); err != nil {
			return fmt.Errorf("save member: %w", err)
		}
		return event.Emit(ctx, tx, MemberEnabled{SellerID: m.SellerID, MemberID: m.ID, AccountID: m.AccountID, By: self.AccountID})
	})
	if err != nil {
		return nil, err
	}
	return m, nil
}

// belowTx returns a member of the seller whom the actor may change.
func (s *Service) belowTx(ctx context.Context, tx db.Tx, self *standing, memberID MemberID) (*Member, error) {
	m, err := memberTx(ctx, tx, self.SellerID, memberID)
	if err != nil {
		return nil, err
	}
	held, err := s.chargeTx(ctx, tx, m.SellerID, m.charge())
	if err != nil {
		return nil, err
	}
	if !self.above(held) {
		return nil, ErrMemberAbove.At("memberId")
	}
	return m, nil
}

func memberTx(ctx context.Context, tx db.Tx, sellerID ID, memberID MemberID) (*Member, error) {
	m, err := selectMember(ctx, tx, sellerID, memberID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrMemberNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load member: %w", err)
	}
	return m, nil
}

// keepOwnerTx returns ErrLastOwner when nobody would own the seller without a
// member. The row of the seller is locked, so of two owners who remove each
// other at once the second meets what the first has done.
func keepOwnerTx(ctx context.Context, tx db.Tx, m *Member) error {
	if m.Role != RoleOwner {
		return nil
	}
	n, err := countOwners(ctx, tx, m.SellerID, m.ID)
	if err != nil {
		return fmt.Errorf("count owners: %w", err)
	}
	if n == 0 {
		return ErrLastOwner
	}
	return nil
}

// joinTx makes somebody a member, unless they are one or there are too many.
func joinTx(ctx context.Context, tx db.Tx, m *Member) error {
	n, err := countMembers(ctx, tx, m.SellerID)
	if err != nil {
		return fmt.Errorf("count members: %w", err)
	}
	if n >= membersMax {
		return ErrMemberLimit
	}
	err = insertMember(ctx, tx, m)
	if db.Violates(err, "seller_members_seller_id_account_id_key") {
		return ErrMemberExists
	}
	if err != nil {
		return fmt.Errorf("insert member: %w", err)
	}
	return nameTx(ctx, tx, m.AccountID)
}

// under moves the paths of faults below another one.
func under(err error, path string) error {
	faults := fault.As(err)
	if len(faults) == 0 || faults[0].Kind == fault.NotFound {
		return err
	}
	var moved fault.List
	for _, f := range faults {
		moved.Add(f.Under(path))
	}
	return moved
}
