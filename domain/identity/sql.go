package identity

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

func selectAccount(ctx context.Context, q db.Querier, accountID AccountID) (*Account, error) {
	a := new(Account)
	err := q.NewSelect().Model(a).Where("id = ?", accountID).Scan(ctx)
	return a, err
}

func selectAccounts(ctx context.Context, q db.Querier, ids []AccountID) ([]*Account, error) {
	var accounts []*Account
	err := q.NewSelect().Model(&accounts).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return accounts, err
}
