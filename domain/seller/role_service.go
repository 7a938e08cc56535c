package seller

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
)

// CreateRole makes a role of the seller that the actor acts for. It returns
// ErrRoleAbove when the role would hold more than the actor does, ErrRoleTaken,
// ErrRoleCount and the faults of the input.
func (s *Service) CreateRole(ctx context.Context, by actor.Actor, in RoleInput) (*CustomRole, error) {
	wished, err := in.clean(s.grants)
	if err != nil {
		return nil, err
	}
	var made *CustomRole
	err = s.writeTeam(ctx, by, func(ctx context.Context, tx db.Tx, self *standing) error {
		n, err := countRoles(ctx, tx, self.SellerID)
		if err != nil {
			return fmt.Errorf("count roles: %w", err)
		}
		if n >= rolesMax {
			return ErrRoleCount
		}
		made = &CustomRole{
			ID: NewRoleID(), SellerID: self.SellerID, Version: 1, CreatedBy: self.AccountID, CreatedAt: tx.Now(), UpdatedAt: tx.Now(),
		}
		wished.apply(made)
		if !self.grants(powersOf(s.grants, RoleCustom, made)) || !s.handedOn(wished.rights) {
			return ErrRoleAbove.At("permissions")
		}
		if err := insertRole(ctx, tx, made); err != nil {
			return roleTaken(err)
		}
		return event.Emit(ctx, tx, RoleCreated{SellerID: made.SellerID, RoleID: made.ID, After: made.Definition(), By: self.AccountID})
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

// handedOn reports whether a role of a seller's own may hold rights at all:
// members have them, and they are not the owners' alone.
func (s *Service) handedOn(rights actor.Rights) bool {
	return rights.Within(s.grants.Roles[RoleOwner.Role()]) && !rights.Meets(s.grants.Never)
}

func roleTaken(err error) error {
	if db.Violates(err, "seller_roles_seller_id_name_folded_key") {
		return ErrRoleTaken.At("name")
	}
	return fmt.Errorf("save role: %w", err)
}

// UpdateRole makes a role another one, at once for everybody who has it. It
// returns ErrRoleNotFound, ErrRoleVersion when somebody was faster, ErrRoleAbove,
// ErrRoleTaken and the faults of the input.
func (s *Service) UpdateRole(ctx context.Context, by actor.Actor, in RoleUpdateInput) (*CustomRole, error) {
	wished, err := in.clean(s.grants)
	if err != nil {
		return nil, err
	}
	var role *CustomRole
	err = s.writeTeam(ctx, by, func(ctx context.Context, tx db.Tx, self *standing) error {
		role, err = roleTx(ctx, tx, self.SellerID, in.RoleID)
		if err != nil {
			return err
		}
		if role.Version != in.Version {
			return ErrRoleVersion.At("version")
		}
		before, held := role.Definition(), powersOf(s.grants, RoleCustom, role)
		wished.apply(role)
		role.Version, role.UpdatedAt = role.Version+1, tx.Now()
		if !self.grants(held) || !self.grants(powersOf(s.grants, RoleCustom, role)) || !s.handedOn(wished.rights) {
			return ErrRoleAbove.At("permissions")
		}
		if err := updateRole(ctx, tx, role); err != nil {
			return roleTaken(err)
		}
		news := RoleUpdated{SellerID: role.SellerID, RoleID: role.ID, Before: before, After: role.Definition(), By: self.AccountID}
		if err := event.Emit(ctx, tx, news); err != nil {
			return err
		}
		return s.lapseTx(ctx, tx, self.SellerID)
	})
	if err != nil {
		return nil, err
	}
	return role, nil
}

// DeleteRole takes a role away; invitations to it lapse. It returns
// ErrRoleNotFound, ErrRoleInUse when members have it and no replacement was
// named, and ErrRoleAbove.
func (s *Service) DeleteRole(ctx context.Context, by actor.Actor, in RoleDeleteInput) (*CustomRole, error) {
	var role *CustomRole
	err := s.writeTeam(ctx, by, func(ctx context.Context, tx db.Tx, self *standing) (err error) {
		role, err = roleTx(ctx, tx, self.SellerID, in.RoleID)
		if err != nil {
			return err
		}
		if !self.grants(powersOf(s.grants, RoleCustom, role)) {
			return ErrRoleAbove.At("roleId")
		}
		if err := s.replaceRoleTx(ctx, tx, self, role, in.Replacement); err != nil {
			return err
		}
		now := tx.Now()
		role.DeletedAt, role.UpdatedAt = &now, now
		if err := updateRole(ctx, tx, role); err != nil {
			return fmt.Errorf("delete role: %w", err)
		}
		news := RoleDeleted{SellerID: role.SellerID, RoleID: role.ID, Before: role.Definition(), Replacement: in.Replacement, By: self.AccountID}
		if err := event.Emit(ctx, tx, news); err != nil {
			return err
		}
		return s.lapseTx(ctx, tx, self.SellerID)
	})
	if err != nil {
		return nil, err
	}
	return role, nil
}

// replaceRoleTx gives everybody who has a role another one.
func (s *Service) replaceRoleTx(ctx context.Context, tx db.Tx, self *standing, role *CustomRole, by *Charge) error {
	holders, err := selectMembersWith(ctx, tx, role.ID)
	if err != nil {
		return fmt.Errorf("load the members of a role: %w", err)
	}
	if len(holders) == 0 {
		return nil
	}
	if by == nil {
		return ErrRoleInUse.At("replacement")
	}
	if by.RoleID != nil && *by.RoleID == role.ID || by.Role == RoleOwner {
		return ErrMemberRole.At("replacement", "role")
	}
	given, err := s.chargeTx(ctx, tx, self.SellerID, *by)
	if err != nil {
		return under(err, "replacement")
	}
	if !self.above(given) {
		return ErrMemberAbove.At("replacement", "role")
	}
	return chargeMembersTx(ctx, tx, self, *by, holders...)
}

// roleTx returns a role of the seller's own that can be given, or
// ErrRoleNotFound. The row of the seller is locked, and so is the role by it.
func roleTx(ctx context.Context, tx db.Tx, sellerID ID, roleID RoleID) (*CustomRole, error) {
	role, err := selectRole(ctx, tx, sellerID, roleID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrRoleNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load role: %w", err)
	}
	return role, nil
}

// chargeTx returns what a charge comes down to. It returns ErrMemberRole for
// what is none, and ErrRoleNotFound for a role that is not the seller's.
func (s *Service) chargeTx(ctx context.Context, tx db.Tx, sellerID ID, c Charge) (powers, error) {
	return s.charged(c, func(roleID RoleID) (*CustomRole, error) { return roleTx(ctx, tx, sellerID, roleID) })
}

// charged is chargeTx with somebody who knows the roles of the seller's own.
func (s *Service) charged(c Charge, role func(RoleID) (*CustomRole, error)) (powers, error) {
	if c.Role != RoleCustom {
		if !c.Role.Valid() || c.RoleID != nil {
			return powers{}, ErrMemberRole.At("role")
		}
		return powersOf(s.grants, c.Role, nil), nil
	}
	if c.RoleID == nil {
		return powers{}, ErrMemberRole.At("roleId")
	}
	custom, err := role(*c.RoleID)
	if err != nil {
		return powers{}, err
	}
	return powersOf(s.grants, RoleCustom, custom), nil
}

// team is who has invited others for a seller, with the roles that these and the others
// have or shall have.
type team struct {
	members map[identity.AccountID]*Member
	roles   map[RoleID]*CustomRole
}

// loadTeam reads the team of invitations with two statements.
func loadTeam(ctx context.Context, q db.Querier, sellerID ID, list []*Invitation) (*team, error) {
	t := &team{map[identity.AccountID]*Member{}, map[RoleID]*CustomRole{}}
	if len(list) == 0 {
		return t, nil
	}
	inviters, charges := make([]identity.AccountID, len(list)), make([]Charge, len(list))
	for k, i := range list {
		inviters[k], charges[k] = i.InvitedBy, i.charge()
	}
	members, err := selectMembersOf(ctx, q, sellerID, inviters)
	if err != nil {
		return nil, fmt.Errorf("load inviters: %w", err)
	}
	for _, m := range members {
		t.members[m.AccountID], charges = m, append(charges, m.charge())
	}
	var ids []RoleID
	for _, c := range charges {
		if c.RoleID != nil {
			ids = append(ids, *c.RoleID)
		}
	}
	if len(ids) == 0 {
		return t, nil
	}
	roles, err := selectRoles(ctx, q, ids)
	if err != nil {
		return nil, fmt.Errorf("load roles: %w", err)
	}
	for _, r := range roles {
		if r.SellerID == sellerID && r.DeletedAt == nil {
			t.roles[r.ID] = r
		}
	}
	return t, nil
}

// role returns a role of the seller's own that can be given, or ErrRoleNotFound.
func (t *team) role(roleID RoleID) (*CustomRole, error) {
	if r := t.roles[roleID]; r != nil {
		return r, nil
	}
	return nil, ErrRoleNotFound
}

// standing is a member with what their charge comes down to, as it is in this
// unit.
type standing struct {
	*Member
	powers
}

// standingTx returns what somebody may do for a seller, or ErrNotMember.
func (s *Service) standingTx(ctx context.Context, tx db.Tx, sellerID ID, accountID identity.AccountID) (*standing, error) {
	m, err := selectMembership(ctx, tx, accountID, sellerID)
	if errors.Is(err, db.ErrNotFound) || err == nil && !m.IsEnabled() {
		return nil, ErrNotMember
	}
	if err != nil {
		return nil, fmt.Errorf("load membership: %w", err)
	}
	held, err := s.chargeTx(ctx, tx, sellerID, m.charge())
	if err != nil {
		return nil, err
	}
	return &standing{m, held}, nil
}

// writeTeam runs a change of who may do what for the seller that the actor acts
// for, alone: the row of the seller is locked, and what the actor may do is read
// again after it. Somebody who lost their role a moment ago gets ErrNotMember.
func (s *Service) writeTeam(ctx context.Context, by actor.Actor, fn func(context.Context, db.Tx, *standing) error) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if _, err := lockedTx(ctx, tx, ID(by.SellerID)); err != nil {
			return err
		}
		self, err := s.standingTx(ctx, tx, ID(by.SellerID), identity.AccountID(by.AccountID))
		if err != nil {
			return err
		}
		return fn(ctx, tx, self)
	})
}

// LockTx holds the row of a seller, so that what is counted of it stays as it is until
// the unit ends. It returns ErrNotFound when there is none.
func LockTx(ctx context.Context, tx db.Tx, sellerID ID) error {
	_, err := lockedTx(ctx, tx, sellerID)
	return err
}

// lockedTx returns a seller and holds its row; ErrNotFound when there is none.
func lockedTx(ctx context.Context, tx db.Tx, sellerID ID) (*Seller, error) {
	found, err := lockSeller(ctx, tx, sellerID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("lock seller: %w", err)
	}
	return found, nil
}
