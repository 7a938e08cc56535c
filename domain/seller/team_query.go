package seller

import (
	"context"
	"fmt"
	"maps"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
)

// MemberFilter chooses members. The zero value chooses all.
type MemberFilter struct {
	SellerID  *ID // an operator has to say; a member's own otherwise
	Role      *Role
	RoleID    *RoleID
	IsEnabled *bool
	IsStale   *bool // has not signed in for MemberStaleMax
}

// InvitationFilter chooses invitations. The zero value chooses all.
type InvitationFilter struct {
	SellerID *ID // an operator has to say; a member's own otherwise
	Role     *Role
	IsOpen   *bool // can be accepted
}

// RoleFilter chooses roles of a seller's own. The zero value chooses all.
type RoleFilter struct {
	SellerID *ID     // an operator has to say; a member's own otherwise
	Search   *string // a part of the name; case and accents do not matter
}

// key is where a row stands in a list that is the newest first.
type key[T ~string] struct {
	ID T `json:"i"`
}

func from[T ~string](w page.Window, prefix string) (T, error) {
	var at key[T]
	if w.HasCursor() {
		if err := w.Decode(&at); err != nil || !id.Valid(at.ID, prefix) {
			return "", page.ErrCursor
		}
	}
	return at.ID, nil
}

// Members returns a page of the members of a seller, the newest first. It
// returns ErrNotFound unless the seller is the actor's, ErrSellerRequired to an
// operator who names none, and page.ErrCursor.
func (s *Service) Members(ctx context.Context, by actor.Actor, f MemberFilter, w page.Window) (*page.Connection[Member], error) {
	of, err := ScopeOne(by, f.SellerID)
	if err != nil {
		return nil, err
	}
	at, err := from[MemberID](w, "mem")
	if err != nil {
		return nil, err
	}
	want := memberQuery{of, f, s.db.Clock().Now().Add(-MemberStaleMax), w, at}
	found, err := selectMembersPage(ctx, s.db.Read(ctx), want)
	if err != nil {
		return nil, fmt.Errorf("find members: %w", err)
	}
	return page.Connect(w, found, func(m *Member) any { return key[MemberID]{m.ID} }), nil
}

// Invitations returns a page of the invitations of a seller, the newest first.
// It returns what Members returns.
func (s *Service) Invitations(ctx context.Context, by actor.Actor, f InvitationFilter, w page.Window) (*page.Connection[Invitation], error) {
	of, err := ScopeOne(by, f.SellerID)
	if err != nil {
		return nil, err
	}
	at, err := from[InvitationID](w, "inv")
	if err != nil {
		return nil, err
	}
	found, err := selectInvitationsPage(ctx, s.db.Read(ctx), invitationQuery{of, f, s.db.Clock().Now(), w, at})
	if err != nil {
		return nil, fmt.Errorf("find invitations: %w", err)
	}
	return page.Connect(w, found, func(i *Invitation) any { return key[InvitationID]{i.ID} }), nil
}

// Roles returns a page of the roles that a seller has made, the newest first.
// It returns what Members returns, and the faults of the filter.
func (s *Service) Roles(ctx context.Context, by actor.Actor, f RoleFilter, w page.Window) (*page.Connection[CustomRole], error) {
	of, err := ScopeOne(by, f.SellerID)
	if err != nil {
		return nil, err
	}
	at, err := from[RoleID](w, "rol")
	if err != nil {
		return nil, err
	}
	search := ""
	if f.Search != nil {
		var faults fault.List
		search = fold(faults.Lines(*f.Search, searchMax, "filter", "search"))
		if err := faults.Err(); err != nil {
			return nil, err
		}
	}
	found, err := selectRolesPage(ctx, s.db.Read(ctx), roleQuery{of, search, w, at})
	if err != nil {
		return nil, fmt.Errorf("find roles: %w", err)
	}
	return page.Connect(w, found, func(r *CustomRole) any { return key[RoleID]{r.ID} }), nil
}

// SeenMembersByIDs returns the members that the actor sees of several: of the actor's
// seller, or any to an operator.
func (s *Service) SeenMembersByIDs(ctx context.Context, by actor.Actor, ids []MemberID) (map[MemberID]*Member, error) {
	return seenByIDs(ctx, s, by, seen[MemberID, Member]{"m", ids, func(m *Member) MemberID { return m.ID }})
}

// SeenInvitationsByIDs is SeenMembersByIDs for invitations.
func (s *Service) SeenInvitationsByIDs(ctx context.Context, by actor.Actor, ids []InvitationID) (map[InvitationID]*Invitation, error) {
	return seenByIDs(ctx, s, by, seen[InvitationID, Invitation]{"si", ids, func(i *Invitation) InvitationID { return i.ID }})
}

// SeenRolesByIDs is SeenMembersByIDs for the roles that sellers have made; those that
// were deleted are seen no more.
func (s *Service) SeenRolesByIDs(ctx context.Context, by actor.Actor, ids []RoleID) (map[RoleID]*CustomRole, error) {
	found, err := seenByIDs(ctx, s, by, seen[RoleID, CustomRole]{"sr", ids, func(r *CustomRole) RoleID { return r.ID }})
	maps.DeleteFunc(found, func(_ RoleID, r *CustomRole) bool { return r.DeletedAt != nil })
	return found, err
}

// seen is which rows are asked for of a table whose rows belong to sellers.
type seen[K ~string, V any] struct {
	alias string // of the table
	ids   []K
	of    func(*V) K
}

func seenByIDs[K ~string, V any](ctx context.Context, s *Service, by actor.Actor, want seen[K, V]) (map[K]*V, error) {
	owner, err := Scope(by, nil)
	if err != nil {
		return nil, nil //nolint:nilerr // whoever acts for nobody sees none
	}
	rows, err := selectSeen(ctx, s.db.Read(ctx), owner, want)
	if err != nil {
		return nil, fmt.Errorf("load by ids: %w", err)
	}
	found := make(map[K]*V, len(rows))
	for _, row := range rows {
		found[want.of(row)] = row
	}
	return found, nil
}

// RolesByIDs returns the roles that there are or have been, by their ids.
func (s *Service) RolesByIDs(ctx context.Context, ids []RoleID) (map[RoleID]*CustomRole, error) {
	roles, err := selectRoles(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load roles: %w", err)
	}
	byID := make(map[RoleID]*CustomRole, len(roles))
	for _, r := range roles {
		byID[r.ID] = r
	}
	return byID, nil
}

// HoldersByIDs returns how many members have each role. A role that nobody has
// counts zero.
func (s *Service) HoldersByIDs(ctx context.Context, ids []RoleID) (map[RoleID]*int64, error) {
	counts, err := countHolders(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("count the members of roles: %w", err)
	}
	byID := make(map[RoleID]*int64, len(ids))
	for _, roleID := range ids {
		byID[roleID] = new(int64)
	}
	for _, c := range counts {
		*byID[c.RoleID] = c.Number
	}
	return byID, nil
}

// OffersByIDs returns the offers of ownership that can be accepted, at most one
// for a seller.
func (s *Service) OffersByIDs(ctx context.Context, ids []ID) (map[ID][]*Offer, error) {
	all, err := selectOffersOf(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load offers: %w", err)
	}
	byID := make(map[ID][]*Offer, len(all))
	for _, o := range all {
		if o.Open(s.db.Clock().Now()) {
			byID[o.SellerID] = append(byID[o.SellerID], o)
		}
	}
	return byID, nil
}

// OffersTo returns the offers of ownership that somebody can accept. The list
// is bounded by the sellers they act for.
func (s *Service) OffersTo(ctx context.Context, accountID identity.AccountID) ([]*Offer, error) {
	all, err := selectOffersTo(ctx, s.db.Read(ctx), accountID)
	if err != nil {
		return nil, fmt.Errorf("load offers: %w", err)
	}
	open := make([]*Offer, 0, len(all))
	for _, o := range all {
		if o.Open(s.db.Clock().Now()) {
			open = append(open, o)
		}
	}
	return open, nil
}

// ChargeName returns what a charge is called.
func (s *Service) ChargeName(ctx context.Context, c Charge) (string, error) {
	if c.RoleID == nil {
		return roleName(c.Role, nil), nil
	}
	roles, err := s.RolesByIDs(ctx, []RoleID{*c.RoleID})
	if err != nil {
		return "", err
	}
	return roleName(c.Role, roles[*c.RoleID]), nil
}
