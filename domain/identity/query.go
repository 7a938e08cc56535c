package identity

import (
	"context"
	"errors"
	"fmt"
	"strings"

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

// AccountTx returns an account as a unit sees it, or ErrAccountNotFound.
func AccountTx(ctx context.Context, q db.Querier, accountID AccountID) (*Account, error) {
	a, err := selectAccount(ctx, q, accountID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrAccountNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	return a, nil
}

// OperatorsTx returns every operator. There are few: each was let in by hand.
func OperatorsTx(ctx context.Context, q db.Querier) ([]*Account, error) {
	found, err := selectOperators(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("load operators: %w", err)
	}
	return found, nil
}

// PepperUse returns how many passwords each pepper is in, by the peppers' ids;
// those without one stand under "".
func (s *Service) PepperUse(ctx context.Context) (map[string]int64, error) {
	uses, err := selectPepperUse(ctx, s.db.Read(ctx))
	if err != nil {
		return nil, fmt.Errorf("count peppers: %w", err)
	}
	byID := map[string]int64{}
	for _, u := range uses {
		id := u.Begin
		if !strings.HasPrefix(id, "p") {
			id = ""
		}
		byID[id] += u.Accounts
	}
	return byID, nil
}
