package ledger

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func hasJournal(ctx context.Context, q db.Querier, source string) (bool, error) {
	return q.NewSelect().Model((*Journal)(nil)).Where("source = ?", source).Exists(ctx)
}

// Posted returns which of the sources have been posted.
func Posted(ctx context.Context, q db.Querier, sources []string) (map[string]bool, error) {
	posted := map[string]bool{}
	if len(sources) == 0 {
		return posted, nil
	}
	var found []string
	err := q.NewSelect().Model((*Journal)(nil)).Column("source").Where("source IN (?)", bun.List(sources)).Scan(ctx, &found)
	for _, source := range found {
		posted[source] = true
	}
	return posted, err
}

func insertEntries(ctx context.Context, tx db.Tx, entries []*Entry) error {
	_, err := tx.NewInsert().Model(&entries).Exec(db.Later(ctx))
	return err
}

func insertJournals(ctx context.Context, tx db.Tx, journals []*Journal) error {
	_, err := tx.NewInsert().Model(&journals).Exec(db.Later(ctx))
	return err
}

type maturity struct {
	bun.BaseModel `bun:"table:ledger_maturities"`

	Source      string `bun:",pk"`
	At          time.Time
	OrderID     string
	FromAccount string
	ToAccount   string
	SellerID    seller.ID
	Currency    money.Currency
	AmountMinor int64
	SettledAt   *time.Time
}

func insertMaturities(ctx context.Context, tx db.Tx, rows []*maturity) error {
	if len(rows) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&rows).On("CONFLICT (source) DO NOTHING").Exec(db.Later(ctx))
	return err
}

func hasDueMaturities(ctx context.Context, q db.Querier, now time.Time) (bool, error) {
	return q.NewSelect().Model((*maturity)(nil)).Where("settled_at IS NULL AND at <= ?", now).Exists(ctx)
}

func claimDueMaturities(ctx context.Context, tx db.Tx, limit int64) ([]*maturity, error) {
	var due []*maturity
	err := db.SkipLocked(tx.NewSelect().Model(&due).
		Where("settled_at IS NULL AND at <= ?", tx.Now()).
		OrderExpr("at, source").Limit(limit)).Scan(ctx)
	return due, err
}

func settleMaturities(ctx context.Context, tx db.Tx, sources []string) error {
	_, err := tx.NewUpdate().Model((*maturity)(nil)).Set("settled_at = ?", tx.Now()).
		Where("source IN (?)", bun.List(sources)).Exec(ctx)
	return err
}

func selectEntries(ctx context.Context, q db.Querier, f EntryFilter, w page.Window) ([]*Entry, error) {
	var rows []*Entry
	s := q.NewSelect().Model(&rows).Limit(w.Limit())
	if f.SellerID != "" {
		s.Where("seller_id = ?", f.SellerID)
	}
	if f.Account != "" {
		s.Where("account = ?", f.Account)
	}
	if f.Currency != "" {
		s.Where("currency = ?", f.Currency)
	}
	if f.OrderID != "" {
		s.Where("journal_id IN (SELECT id FROM ledger_journals WHERE order_id = ?)", f.OrderID)
	}
	if w.HasCursor() {
		var k entryKey
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
		if w.Backward {
			s.Where("id > ?", k.ID)
		} else {
			s.Where("id < ?", k.ID)
		}
	}
	if w.Backward {
		s.OrderExpr("id ASC")
	} else {
		s.OrderExpr("id DESC")
	}
	return rows, s.Scan(ctx)
}

func selectJournals(ctx context.Context, q db.Querier, ids []JournalID) (map[JournalID]*Journal, error) {
	var rows []*Journal
	if len(ids) == 0 {
		return map[JournalID]*Journal{}, nil
	}
	if err := q.NewSelect().Model(&rows).Where("id IN (?)", bun.List(ids)).Scan(ctx); err != nil {
		return nil, err
	}
	found := make(map[JournalID]*Journal, len(rows))
	for _, j := range rows {
		found[j.ID] = j
	}
	return found, nil
}

// providerAccounts are the accounts that stand for a balance at the provider.
func providerAccounts() []string {
	return []string{StripePending.Name, StripeAvailable.Name, memoPending, memoAvailable}
}

func selectProviderBalance(ctx context.Context, q db.Querier, of seller.ID) (map[money.Currency]int64, error) {
	var rows []accountSum
	err := q.NewSelect().Model((*Entry)(nil)).
		Column("currency").ColumnExpr("CAST(SUM(amount_minor) AS BIGINT) AS sum_minor").
		Where("seller_id = ? AND account IN (?)", of, bun.List(providerAccounts())).
		Group("currency").Scan(ctx, &rows)
	sums := make(map[money.Currency]int64, len(rows))
	for _, r := range rows {
		sums[r.Currency] = r.SumMinor
	}
	return sums, err
}

// selectAnswers sums, per journal that answers to one of the balance transactions, its
// entries on the accounts that stand for that balance: the platform's Stripe
// accounts, or the mirror of a seller's balance without what has left it.
func selectAnswers(ctx context.Context, q db.Querier, providerAccount string, transactions []string) (map[string]Answer, error) {
	var rows []Answer
	err := q.NewSelect().TableExpr("ledger_journals AS j").Join("JOIN ledger_entries AS e ON e.journal_id = j.id").
		ColumnExpr("j.provider_transaction AS transaction_id, j.source, e.currency, CAST(SUM(e.amount_minor) AS BIGINT) AS net_minor").
		Where("j.provider_account = ? AND j.provider_transaction <> ''", providerAccount).
		Where("j.provider_transaction IN (?)", bun.List(transactions)).
		Where("e.account IN (?)", bun.List(providerAccounts())).
		GroupExpr("j.provider_transaction, j.source, e.currency").Scan(ctx, &rows)
	if err != nil {
		return nil, err
	}
	answers := make(map[string]Answer, len(rows))
	for _, r := range rows {
		answers[r.Transaction] = r
	}
	return answers, nil
}

// selectAnswering lists journals that answer to movements of a balance, oldest first.
func selectAnswering(ctx context.Context, q db.Querier, f AnsweringFilter) ([]*Answering, error) {
	var rows []*Answering
	s := q.NewSelect().TableExpr("ledger_journals").
		ColumnExpr("id, posted_at, provider_transaction AS transaction_id").
		Where("provider_account = ? AND provider_transaction <> ''", f.Account).
		Where("posted_at >= ? AND posted_at <= ?", f.From, f.Until).
		OrderExpr("posted_at, id").Limit(int64(f.Limit))
	if f.After != nil {
		s.Where("(posted_at, id) > (?, ?)", f.After.PostedAt, f.After.ID)
	}
	return rows, s.Scan(ctx, &rows)
}

type unbalanced struct {
	JournalID string
	Currency  money.Currency
	SumMinor  int64
}

// selectUnbalanced finds journals whose entries do not sum to zero, and
// entries without a journal, in either book.
func selectUnbalanced(ctx context.Context, q db.Querier) ([]unbalanced, error) {
	var rows []unbalanced
	err := q.NewSelect().TableExpr("ledger_entries AS e").
		ColumnExpr("e.journal_id, e.currency, CAST(SUM(e.amount_minor) AS BIGINT) AS sum_minor").
		GroupExpr("e.journal_id, e.currency").
		Having("SUM(e.amount_minor) <> 0 OR SUM(CASE WHEN e.account LIKE 'memo:%' THEN e.amount_minor ELSE 0 END) <> 0").
		Scan(ctx, &rows)
	return rows, err
}

// selectNegativeSellers finds sellers' accounts that are overdrawn. The mirror of
// a balance at the provider may be: a reversal can take more than is there.
func selectNegativeSellers(ctx context.Context, q db.Querier) ([]*AccountBalance, error) {
	var rows []*AccountBalance
	err := q.NewSelect().Model((*Entry)(nil)).
		Column("account", "seller_id", "currency").ColumnExpr("CAST(SUM(amount_minor) AS BIGINT) AS amount_minor").
		Where("seller_id <> ''").Where("account NOT IN (?)", bun.List([]string{memoContra, memoPending, memoAvailable, memoSuspense})).
		Group("account", "seller_id", "currency").
		Having("SUM(CASE WHEN account LIKE 'pay:%' THEN amount_minor ELSE -amount_minor END) > 0").
		Scan(ctx, &rows)
	return rows, err
}
