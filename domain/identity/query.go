package identity

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
)

// Account returns an account, or ErrAccountNotFound.
func (s *Service) Account(ctx context.Context, accountID AccountID) (*Account, error) {
	a, err := selectAccount(ctx, s.db.Read(ctx), accountID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrAccountNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	return a, nil
}

// AccountsByIDs returns the accounts that exist, by their ids.
func (s *Service) AccountsByIDs(ctx context.Context, ids []AccountID) (map[AccountID]*Account, error) {
	accounts, err := selectAccounts(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load accounts: %w", err)
	}
	byID := make(map[AccountID]*Account, len(accounts))
	for _, a := range accounts {
		byID[a.ID] = a
	}
	return byID, nil
}
