package reconciliation

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/page"
)

// placesAtOnce bounds how many rows one statement asks for.
const placesAtOnce = 500

func insertDifferences(ctx context.Context, tx db.Tx, rows []*Difference) error {
	for some := range slices.Chunk(rows, placesAtOnce) {
		if _, err := tx.NewInsert().Model(&some).Exec(ctx); err != nil {
			return fmt.Errorf("keep differences: %w", err)
		}
	}
	return nil
}

// updateDifferences writes rows that are locked.
func updateDifferences(ctx context.Context, tx db.Tx, rows []*Difference) error {
	for some := range slices.Chunk(rows, placesAtOnce) {
		if _, err := tx.NewUpdate().Model(&some).Bulk().Exec(ctx); err != nil {
			return fmt.Errorf("update differences: %w", err)
		}
	}
	return nil
}

func updateDifference(ctx context.Context, tx db.Tx, d *Difference) error {
	if _, err := tx.NewUpdate().Model(d).WherePK().Exec(ctx); err != nil {
		return fmt.Errorf("update difference: %w", err)
	}
	return nil
}

func selectDifference(ctx context.Context, q db.Querier, of ID) (*Difference, error) {
	d := new(Difference)
	err := q.NewSelect().Model(d).Where("id = ?", of).Scan(ctx)
	return d, err
}

func selectDifferencesByIDs(ctx context.Context, q db.Querier, ids []ID) ([]*Difference, error) {
	var rows []*Difference
	err := q.NewSelect().Model(&rows).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return rows, err
}

// lockDifference locks a difference, or returns ErrNotFound.
func lockDifference(ctx context.Context, tx db.Tx, of ID) (*Difference, error) {
	d := new(Difference)
	err := db.ForUpdate(tx.NewSelect().Model(d).Where("id = ?", of)).Scan(ctx)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("lock difference: %w", err)
	}
	return d, nil
}

// lockPlace locks the difference at a place; nil when there is none.
func lockPlace(ctx context.Context, tx db.Tx, place string) (*Difference, error) {
	d := new(Difference)
	err := db.ForUpdate(tx.NewSelect().Model(d).Where("place = ?", place)).Scan(ctx)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("lock difference: %w", err)
	}
	return d, nil
}

// selectSchedule is the schedule of payouts that the comparison before has found for
// an account; empty when there was none.
func selectSchedule(ctx context.Context, q db.Querier, account string) (string, error) {
	var schedules []string
	err := q.NewSelect().TableExpr("reconciliation_accounts").Column("payout_schedule").
		Where("provider_account = ?", account).Scan(ctx, &schedules)
	return strings.Join(schedules, ""), err
}

func saveAccount(ctx context.Context, tx db.Tx, a *accountRow) error {
	_, err := tx.NewInsert().Model(a).ModelTableExpr("reconciliation_accounts").
		On("CONFLICT (provider_account) DO UPDATE").
		Set("transactions = EXCLUDED.transactions").Set("matched = EXCLUDED.matched").Set("open = EXCLUDED.open").
		Set("compared_at = EXCLUDED.compared_at").Set("payout_schedule = EXCLUDED.payout_schedule").Exec(ctx)
	if err != nil {
		return fmt.Errorf("note the comparison: %w", err)
	}
	return nil
}

// selectFresh lists the accounts that were compared after an instant.
func selectFresh(ctx context.Context, q db.Querier, after time.Time) (map[string]bool, error) {
	var names []string
	err := q.NewSelect().TableExpr("reconciliation_accounts").Column("provider_account").
		Where("compared_at > ?", after).Scan(ctx, &names)
	fresh := make(map[string]bool, len(names))
	for _, n := range names {
		fresh[n] = true
	}
	return fresh, err
}

func selectDifferences(ctx context.Context, q db.Querier, f Filter, order Sort, w page.Window) ([]*Difference, error) {
	var rows []*Difference
	s := q.NewSelect().Model(&rows).Limit(w.Limit())
	f.narrow(s)
	column, descends := "first_seen_at", order == NewestFirst || order == LargestFirst
	if order == LargestFirst || order == SmallestFirst {
		column = "size_minor"
	}
	if w.Backward {
		descends = !descends
	}
	op, way := ">", "ASC"
	if descends {
		op, way = "<", "DESC"
	}
	if w.HasCursor() {
		var k differenceKey
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
		from := any(k.At)
		if column == "size_minor" {
			from = k.Size
		}
		s.Where("(?, id) "+op+" (?, ?)", bun.Ident(column), from, k.ID)
	}
	return rows, s.OrderExpr("? "+way+", id "+way, bun.Ident(column)).Scan(ctx)
}

func (f Filter) narrow(s *bun.SelectQuery) {
	if len(f.Statuses) > 0 {
		s.Where("status IN (?)", bun.List(f.Statuses))
	}
	if f.Kind != nil {
		s.Where("kind = ?", *f.Kind)
	}
	if f.Account != nil {
		s.Where("provider_account = ?", *f.Account)
	}
	if f.SellerID != nil {
		s.Where("seller_id = ?", *f.SellerID)
	}
	if f.Currency != nil {
		s.Where("currency = ?", *f.Currency)
	}
	if f.SeenBefore != nil {
		s.Where("first_seen_at < ?", *f.SeenBefore)
	}
}

func selectOverview(ctx context.Context, q db.Querier) (*Overview, error) {
	o := &Overview{}
	err := q.NewSelect().TableExpr("reconciliation_accounts").
		ColumnExpr("COUNT(*)").ColumnExpr("CAST(COALESCE(SUM(transactions), 0) AS BIGINT)").ColumnExpr("CAST(COALESCE(SUM(matched), 0) AS BIGINT)").
		Scan(ctx, &o.Accounts, &o.Transactions, &o.Matched)
	if err != nil || o.Accounts == 0 {
		return o, err
	}
	var oldest time.Time
	err = q.NewSelect().TableExpr("reconciliation_accounts").Column("compared_at").OrderExpr("compared_at").Limit(1).Scan(ctx, &oldest)
	oldest = oldest.UTC()
	o.ComparedAt = &oldest
	return o, err
}

// selectAgeing sums what is to be explained by currency and age, oldest first.
func selectAgeing(ctx context.Context, q db.Querier, now time.Time) ([]*Aged, error) {
	var rows []*Aged
	err := q.NewSelect().TableExpr("reconciliation_differences").Column("currency").
		ColumnExpr("CASE WHEN first_seen_at > ? THEN ? WHEN first_seen_at > ? THEN ? WHEN first_seen_at > ? THEN ? ELSE ? END AS age",
			now.Add(-day), UnderDay, now.Add(-7*day), UnderWeek, now.Add(-30*day), UnderMonth, OverMonth).
		ColumnExpr("COUNT(*) AS count, CAST(SUM(size_minor) AS BIGINT) AS size_minor").
		Where("status IN (?)", bun.List([]Status{Open, Suspended, Accepted})).
		GroupExpr("1, 2").OrderExpr("1, MIN(first_seen_at)").Scan(ctx, &rows)
	return rows, err
}
