package seller

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/search"
)

// entry is what the seller is found by.
func (s *Seller) entry() *search.Entry {
	return search.NewEntry(search.KindSeller, id.Any(s.ID), "", s.Name)
}

// Names lists all sellers for the index of names.
func Names() search.Source {
	return search.Source{Kind: search.KindSeller, List: func(ctx context.Context, q db.Querier, after id.Any, limit int64) ([]*search.Entry, error) {
		rows, err := selectNames(ctx, q, ID(after), limit)
		if err != nil {
			return nil, fmt.Errorf("read sellers: %w", err)
		}
		entries := make([]*search.Entry, len(rows))
		for i, s := range rows {
			entries[i] = s.entry()
		}
		return entries, nil
	}}
}

// FindNamed finds sellers for operators: by the whole slug, by the whole address of
// an owner, and by their name, in this order, whatever their status.
func (s *Service) FindNamed(ctx context.Context, text search.Text, limit int64) ([]search.Hit, error) {
	var exact []ID
	found, err := selectSellerBySlug(ctx, s.db.Read(ctx), text.Code())
	if err == nil {
		exact = append(exact, found.ID)
	} else if !errors.Is(err, db.ErrNotFound) {
		return nil, fmt.Errorf("find seller by slug: %w", err)
	}
	if email := text.Email(); email != "" {
		owned, err := selectOwnedBy(ctx, s.db.Read(ctx), identity.FoldEmail(email), limit)
		if err != nil {
			return nil, fmt.Errorf("find sellers of owner: %w", err)
		}
		exact = append(exact, owned...)
	}
	var hits []search.Hit
	for _, one := range exact {
		hits = append(hits, search.Hit{Subject: id.Any(one), Match: search.MatchExact})
	}
	named, err := search.Find(ctx, s.db.Read(ctx), search.Query{Kind: search.KindSeller, Text: text, Limit: limit})
	for _, hit := range named {
		if !slices.Contains(exact, ID(hit.Subject)) {
			hits = append(hits, hit)
		}
	}
	return hits[:min(int64(len(hits)), limit)], err
}

// MembersNames lists everybody who acts for a seller for the index of names, by the
// ids of their accounts.
func MembersNames() search.Source {
	return search.Source{Kind: search.KindPerson, List: func(ctx context.Context, q db.Querier, after id.Any, limit int64) ([]*search.Entry, error) {
		ids, err := selectColleagues(ctx, q, identity.AccountID(after), limit)
		if err != nil {
			return nil, fmt.Errorf("read colleagues: %w", err)
		}
		return identity.NamesTx(ctx, q, ids)
	}}
}

// RenamedTx has whoever acts for a seller or the platform found by the name that they
// go by, also when they had none before.
func RenamedTx(ctx context.Context, tx db.Tx, e identity.Renamed) error {
	is, err := hasColleague(ctx, tx, e.AccountID)
	if err != nil || !is {
		return err
	}
	return nameTx(ctx, tx, e.AccountID)
}

// nameTx has somebody who acts for a seller found by their name.
func nameTx(ctx context.Context, tx db.Tx, accountID identity.AccountID) error {
	entries, err := identity.NamesTx(ctx, tx, []identity.AccountID{accountID})
	if err != nil {
		return err
	}
	return search.PutTx(ctx, tx, entries...)
}
