package ledger

import (
	"context"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

func hasAnswer(ctx context.Context, q db.Querier, account, transaction string) (bool, error) {
	return q.NewSelect().Model((*Journal)(nil)).Where("provider_transaction <> ''").
		Where("provider_account = ? AND provider_transaction = ?", account, transaction).Exists(ctx)
}

func insertSuspended(ctx context.Context, tx db.Tx, s *Suspended) error {
	_, err := tx.NewInsert().Model(s).Exec(ctx)
	return err
}

func updateSuspended(ctx context.Context, tx db.Tx, s *Suspended) error {
	if _, err := tx.NewUpdate().Model(s).WherePK().Exec(ctx); err != nil {
		return fmt.Errorf("update what is in suspense: %w", err)
	}
	return nil
}

func selectSuspended(ctx context.Context, q db.Querier, account, transaction string) (*Suspended, error) {
	s := new(Suspended)
	err := q.NewSelect().Model(s).Where("provider_account = ? AND provider_transaction = ?", account, transaction).Scan(ctx)
	return s, err
}

func lockSuspended(ctx context.Context, tx db.Tx, account, transaction string) (*Suspended, error) {
	s := new(Suspended)
	err := db.ForUpdate(tx.NewSelect().Model(s).
		Where("provider_account = ? AND provider_transaction = ?", account, transaction)).Scan(ctx)
	return s, err
}

// lockSuspendedOf locks what is in suspense of the movements that drafts answer to, in the
// order of its key, and tells which movements those are.
func lockSuspendedOf(ctx context.Context, tx db.Tx, drafts []*Draft) (map[movement]bool, error) {
	var accounts, transactions []string
	for _, d := range drafts {
		if d.ProviderTransaction == "" {
			continue
		}
		transactions = append(transactions, d.ProviderTransaction)
		if !slices.Contains(accounts, d.ProviderAccount) {
			accounts = append(accounts, d.ProviderAccount)
		}
	}
	suspended := map[movement]bool{}
	if len(transactions) == 0 {
		return suspended, nil
	}
	var rows []*Suspended
	err := db.ForUpdate(tx.NewSelect().Model(&rows).
		Where("provider_account IN (?) AND provider_transaction IN (?)", bun.List(accounts), bun.List(transactions)).
		OrderExpr("provider_account, provider_transaction")).Scan(ctx)
	for _, s := range rows {
		suspended[movement{s.ProviderAccount, s.ProviderTransaction}] = true
	}
	return suspended, err
}

// selectEntriesOf reads the entries of the journal with a source.
func selectEntriesOf(ctx context.Context, q db.Querier, source string) ([]*Entry, error) {
	var entries []*Entry
	err := q.NewSelect().Model(&entries).
		Where("journal_id = (SELECT id FROM ledger_journals WHERE source = ?)", source).OrderExpr("id").Scan(ctx)
	return entries, err
}

// purseSum is a sum in one currency of a seller, or of the platform.
type purseSum struct {
	SellerID seller.ID
	Currency money.Currency
	SumMinor int64
}

// selectSuspenseSums sums what the rows say is in suspense, and its entries, which
// have the other sign: together they are zero in each purse.
func selectSuspenseSums(ctx context.Context, q db.Querier) ([]purseSum, error) {
	var rows []purseSum
	err := q.NewRaw("SELECT seller_id, currency, CAST(SUM(minor) AS BIGINT) AS sum_minor FROM ("+
		"SELECT seller_id, currency, open_minor AS minor FROM ledger_suspense "+
		"UNION ALL SELECT seller_id, currency, amount_minor AS minor FROM ledger_entries WHERE account IN (?, ?)"+
		") AS both_sides GROUP BY seller_id, currency HAVING SUM(minor) <> 0", Suspense.Name, memoSuspense).Scan(ctx, &rows)
	return rows, err
}
