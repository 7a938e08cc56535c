package identity

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/search"
)

// entry is what an operator or a member of a seller is found by.
func (a *Account) entry() *search.Entry {
	return search.NewEntry(search.KindPerson, id.Any(a.ID), "", a.Name)
}

// NamesTx returns what people are found by, in the order of their ids; for one
// without a name an entry that finds nobody. Callers
// choose those whose name is shown to operators: who acts for a seller or the
// platform.
func NamesTx(ctx context.Context, q db.Querier, ids []AccountID) ([]*search.Entry, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	accounts, err := selectAccountsInOrder(ctx, q, ids)
	if err != nil {
		return nil, fmt.Errorf("load accounts: %w", err)
	}
	entries := make([]*search.Entry, len(accounts))
	for i, a := range accounts {
		entries[i] = a.entry()
	}
	return entries, nil
}

// FindNamed finds accounts for operators: anybody by the whole address, and who acts
// for a seller or the platform, or did, by their name.
func (s *Service) FindNamed(ctx context.Context, text search.Text, limit int64) ([]search.Hit, error) {
	if email := text.Email(); email != "" {
		found, err := s.ByEmail(ctx, email)
		if err == nil {
			return []search.Hit{{Subject: id.Any(found.ID), Match: search.MatchExact}}, nil
		}
		if !errors.Is(err, ErrAccountNotFound) {
			return nil, err
		}
	}
	return search.Find(ctx, s.db.Read(ctx), search.Query{Kind: search.KindPerson, Text: text, Limit: limit})
}
