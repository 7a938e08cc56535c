package payout

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

func insertAccount(ctx context.Context, tx db.Tx, a *Account) (first bool, err error) {
	res, err := tx.NewInsert().Model(a).On("CONFLICT (seller_id) DO NOTHING").Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

func selectAccount(ctx context.Context, q db.Querier, accountID AccountID) (*Account, error) {
	a := new(Account)
	err := q.NewSelect().Model(a).Where("id = ?", accountID).Scan(ctx)
	return a, err
}

func lockAccount(ctx context.Context, tx db.Tx, accountID AccountID) (*Account, error) {
	a := new(Account)
	err := db.ForUpdate(tx.NewSelect().Model(a).Where("id = ?", accountID)).Scan(ctx)
	return a, err
}

func lockAccountOf(ctx context.Context, tx db.Tx, owner seller.ID) (*Account, error) {
	a := new(Account)
	err := db.ForUpdate(tx.NewSelect().Model(a).Where("seller_id = ?", owner)).Scan(ctx)
	return a, err
}

func selectAccountOf(ctx context.Context, q db.Querier, owner seller.ID) (*Account, error) {
	a := new(Account)
	err := q.NewSelect().Model(a).Where("seller_id = ?", owner).Scan(ctx)
	return a, err
}

func selectAccountsOf(ctx context.Context, q db.Querier, sellers []seller.ID) (map[seller.ID]*Account, error) {
	var rows []*Account
	err := q.NewSelect().Model(&rows).Where("seller_id IN (?)", bun.List(sellers)).Scan(ctx)
	found := make(map[seller.ID]*Account, len(rows))
	for _, a := range rows {
		found[a.SellerID] = a
	}
	return found, err
}

func selectAccountByProvider(ctx context.Context, q db.Querier, providerID string) (*Account, error) {
	a := new(Account)
	err := q.NewSelect().Model(a).Where("provider_id = ?", providerID).Scan(ctx)
	return a, err
}

func selectProviderAccounts(ctx context.Context, q db.Querier) (map[string]seller.ID, error) {
	var rows []*Account
	err := q.NewSelect().Model(&rows).Column("seller_id", "provider_id").
		Where("provider_id IS NOT NULL AND disabled_reason <> ?", cutOff).Scan(ctx)
	found := make(map[string]seller.ID, len(rows))
	for _, a := range rows {
		found[*a.ProviderID] = a.SellerID
	}
	return found, err
}

func updateAccount(ctx context.Context, tx db.Tx, a *Account) error {
	_, err := tx.NewUpdate().Model(a).ExcludeColumn("id", "seller_id", "created_at").WherePK().Exec(ctx)
	return err
}

// selectStaleAccounts finds accounts at the provider that cannot be used and
// were not read since before.
func selectStaleAccounts(ctx context.Context, q db.Querier, before time.Time, limit int64) ([]string, error) {
	var ids []string
	open := []AccountStatus{AccountOnboarding, AccountVerifying, AccountRestricted}
	err := q.NewSelect().Model((*Account)(nil)).Column("provider_id").
		Where("status IN (?) AND updated_at < ? AND provider_id IS NOT NULL", bun.List(open), before).
		OrderExpr("updated_at, id").Limit(limit).Scan(ctx, &ids)
	return ids, err
}

// selectDueAccounts finds accounts whose deadline is near, and of which nobody was told.
func selectDueAccounts(ctx context.Context, q db.Querier, now time.Time, limit int64) ([]AccountID, error) {
	var ids []AccountID
	err := q.NewSelect().Model((*Account)(nil)).Column("id").
		Where("due_by > ? AND due_by <= ? AND (due_told IS NULL OR due_told <> due_by)", now, now.Add(dueSoon)).
		Where("disabled_reason <> ?", cutOff).OrderExpr("due_by, id").Limit(limit).Scan(ctx, &ids)
	return ids, err
}

// hasMoney has rows when the mirror of the balance of an account shows some. It asks
// both parts of ledger_sums by seller: of the view, SQLite would read all sellers'.
const hasMoney = `SELECT 1 FROM (
		SELECT currency, amount_minor FROM ledger_checkpoints WHERE seller_id = pac.seller_id AND account = 'memo:conn:available'
		UNION ALL
		SELECT currency, amount_minor FROM ledger_tail WHERE seller_id = pac.seller_id AND account = 'memo:conn:available'
	) AS e GROUP BY e.currency HAVING SUM(e.amount_minor) > 0`

// selectPayable finds accounts that may be paid out and have something in the
// mirror of their balance, or a day of their own.
func selectPayable(ctx context.Context, q db.Querier, now time.Time, limit int64) ([]AccountID, error) {
	var ids []AccountID
	err := q.NewSelect().Model((*Account)(nil)).Column("id").
		Where("can_pay_out AND next_payout_at <= ?", now).Where("held_until IS NULL OR held_until <= ?", now).
		Where("NOT EXISTS (SELECT 1 FROM payout_holds hld WHERE hld.seller_id = pac.seller_id AND hld.seller_order_id IS NULL AND "+isStanding+")", now).
		Where("pac.schedule <> 'PLATFORM' OR EXISTS ("+hasMoney+")").
		OrderExpr("next_payout_at, id").Limit(limit).Scan(ctx, &ids)
	return ids, err
}

type discrepancy struct {
	ID     string
	Detail string
}

// selectDiscrepancies finds releases that are not the net of their seller order,
// transfers that exceed their release, and states the ledger does not know of.
func selectDiscrepancies(ctx context.Context, q db.Querier) ([]discrepancy, error) {
	var rows []discrepancy
	err := q.NewRaw(`
		SELECT r.id AS id, 'the release is not the net of its part' AS detail
		FROM releases r JOIN seller_orders s ON s.id = r.seller_order_id
		WHERE r.amount_minor <> s.total_minor + s.platform_discount_minor - s.platform_tax_minor - s.platform_shipping_minor
			- s.commission_minor - s.commission_vat_minor
		UNION ALL
		SELECT r.id, 'more was transferred than the seller was allocated'
		FROM releases r JOIN transfers t ON t.release_id = r.id AND t.status = 'SUCCEEDED'
		GROUP BY r.id, r.amount_minor, r.taken_minor, r.reserved_minor, r.outside_minor
		HAVING SUM(t.amount_minor - t.reversed_minor) > r.amount_minor - r.taken_minor - r.reserved_minor - r.outside_minor
		UNION ALL
		SELECT r.id, 'the release is TRANSFERRED without a transfer'
		FROM releases r WHERE r.status = 'TRANSFERRED' AND r.amount_minor > r.taken_minor + r.reserved_minor + r.outside_minor
		AND NOT EXISTS (SELECT 1 FROM transfers t WHERE t.release_id = r.id AND t.status = 'SUCCEEDED')
		UNION ALL
		SELECT r.id, 'the reserve of the release is not what is kept of it'
		FROM releases r LEFT JOIN payout_reserves v ON v.release_id = r.id AND v.settled_at IS NULL
		WHERE r.reserved_minor <> COALESCE(v.amount_minor, 0)
		UNION ALL
		SELECT t.id, 'the transfer is not in the ledger'
		FROM transfers t WHERE t.status = 'SUCCEEDED'
		AND NOT EXISTS (SELECT 1 FROM ledger_journals j WHERE j.source = 'transfer:' || t.id || ':confirmed')`).
		Scan(ctx, &rows)
	return rows, err
}
