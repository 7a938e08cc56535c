package seller

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
)

// Get returns a seller, or ErrNotFound when it is not the actor's to see.
func (s *Service) Get(ctx context.Context, by actor.Actor, sellerID ID) (*Seller, error) {
	found, err := selectSeller(ctx, s.db.Read(ctx), sellerID)
	return visible(by, found, err)
}

// BySlug returns a seller, or ErrNotFound when it is not the actor's to see.
func (s *Service) BySlug(ctx context.Context, by actor.Actor, slug string) (*Seller, error) {
	found, err := selectSellerBySlug(ctx, s.db.Read(ctx), slug)
	return visible(by, found, err)
}

func visible(by actor.Actor, found *Seller, err error) (*Seller, error) {
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load seller: %w", err)
	}
	if !found.VisibleTo(by) {
		return nil, ErrNotFound
	}
	return found, nil
}

// ByIDs returns the sellers that exist, whatever their status, by their ids:
// an order shows who sold, also when they were suspended since.
func (s *Service) ByIDs(ctx context.Context, ids []ID) (map[ID]*Seller, error) {
	sellers, err := selectSellers(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load sellers: %w", err)
	}
	byID := make(map[ID]*Seller, len(sellers))
	for _, found := range sellers {
		byID[found.ID] = found
	}
	return byID, nil
}

// Selling returns which of some sellers may sell at this moment.
func Selling(ctx context.Context, q db.Querier, ids []ID) (map[ID]bool, error) {
	open, err := selectSelling(ctx, q, ids)
	if err != nil {
		return nil, fmt.Errorf("load who sells: %w", err)
	}
	selling := make(map[ID]bool, len(open))
	for _, id := range open {
		selling[id] = true
	}
	return selling, nil
}

// FindAsOperator returns a page of all sellers that fit, the newest first unless
// the filter says otherwise. It
// returns the faults of the filter and the cursor.
func (s *Service) FindAsOperator(ctx context.Context, f Filter, w page.Window) (*page.Connection[Seller], error) {
	search, err := f.folded()
	if err != nil {
		return nil, err
	}
	var from cursor
	if w.HasCursor() {
		if err := w.Decode(&from); err != nil || !id.Valid(from.ID, "sel") {
			return nil, page.ErrCursor
		}
	}
	want := query{status: f.Status, search: search, country: f.Country, isOldestFirst: f.sort == OldestFirst, window: w, from: from.ID}
	sellers, err := selectSellersPage(ctx, s.db.Read(ctx), want)
	if err != nil {
		return nil, fmt.Errorf("find sellers: %w", err)
	}
	list := page.Connect(w, sellers, func(found *Seller) any { return cursor{found.ID} })
	return list.Counted(func(ctx context.Context, atMost int64) (int64, error) {
		return countSellers(ctx, s.db.Read(ctx), want, atMost)
	}), nil
}

// cursor is the sort key of a seller: ids sort by age.
type cursor struct {
	ID ID `json:"i"`
}

// MembersByIDs returns the members of sellers, at most 50 each, in the order
// in which they joined. A seller without members is left out.
func (s *Service) MembersByIDs(ctx context.Context, ids []ID) (map[ID][]*Member, error) {
	members, err := selectMembers(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load members: %w", err)
	}
	bySeller := make(map[ID][]*Member, len(ids))
	for _, m := range members {
		bySeller[m.SellerID] = append(bySeller[m.SellerID], m)
	}
	return bySeller, nil
}

// MembershipsByAccounts returns what accounts do for sellers. One that acts for
// none is left out.
func (s *Service) MembershipsByAccounts(ctx context.Context, ids []identity.AccountID) (map[identity.AccountID][]*Member, error) {
	members, err := selectMembershipsOf(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load memberships: %w", err)
	}
	byAccount := make(map[identity.AccountID][]*Member, len(ids))
	for _, m := range members {
		byAccount[m.AccountID] = append(byAccount[m.AccountID], m)
	}
	return byAccount, nil
}

// MembershipOf returns what an account does for a seller, or ErrNotMember.
func (s *Service) MembershipOf(ctx context.Context, accountID identity.AccountID, sellerID ID) (*Member, error) {
	m, err := selectMembership(ctx, s.db.Read(ctx), accountID, sellerID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotMember
	}
	if err != nil {
		return nil, fmt.Errorf("load membership: %w", err)
	}
	return m, nil
}

// NamesOf lists the names of the sellers that somebody is a member of.
func (s *Service) NamesOf(ctx context.Context, accountID identity.AccountID) ([]string, error) {
	memberships, err := selectJoined(ctx, s.db.Read(ctx), accountID)
	if err != nil {
		return nil, fmt.Errorf("load memberships: %w", err)
	}
	names := make([]string, len(memberships))
	for i, m := range memberships {
		names[i] = m.Seller.Name
	}
	return names, nil
}

// IsMember reports whether somebody is a member of any seller.
func (s *Service) IsMember(ctx context.Context, accountID identity.AccountID) (bool, error) {
	memberships, err := selectJoined(ctx, s.db.Read(ctx), accountID)
	if err != nil {
		return false, fmt.Errorf("load memberships: %w", err)
	}
	return len(memberships) > 0, nil
}

// OfAccountTx lists the sellers that somebody is a member of, in the order of
// their ids.
func OfAccountTx(ctx context.Context, q db.Querier, accountID identity.AccountID) ([]ID, error) {
	ids, err := selectSellersOf(ctx, q, accountID)
	if err != nil {
		return nil, fmt.Errorf("load memberships: %w", err)
	}
	return ids, nil
}
