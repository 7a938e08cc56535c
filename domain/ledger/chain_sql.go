package ledger

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

func lockHead(ctx context.Context, tx db.Tx) (*head, error) {
	h := new(head)
	err := db.ForUpdate(tx.NewSelect().Model(h).Where("id = 1")).Scan(ctx)
	return h, err
}

func selectHead(ctx context.Context, q db.Querier) (*head, error) {
	h := new(head)
	err := q.NewSelect().Model(h).Where("id = 1").Scan(ctx)
	return h, err
}

func moveHead(ctx context.Context, tx db.Tx, to *head) error {
	_, err := tx.NewUpdate().Model((*head)(nil)).Set("seq = ?", to.Seq).Set("hash = ?", to.Hash).Where("id = 1").Exec(ctx)
	return err
}

func hasTail(ctx context.Context, q db.Querier) (bool, error) {
	return q.NewSelect().TableExpr("ledger_tail").ColumnExpr("1").Limit(1).Exists(ctx)
}

// selectUnchained finds the oldest journals of the tail, of at most so many of its
// entries, and reports whether there may be more. One that is chained already
// cannot be there, unless somebody has put it there.
func selectUnchained(ctx context.Context, q db.Querier, entries int) (ids []JournalID, more bool, err error) {
	err = q.NewSelect().TableExpr("ledger_tail AS t").ColumnExpr("t.journal_id").
		Where("NOT EXISTS (SELECT 1 FROM ledger_links AS ll WHERE ll.journal_id = t.journal_id)").
		OrderExpr("t.journal_id").Limit(int64(entries)).Scan(ctx, &ids)
	return slices.Compact(ids), len(ids) == entries, err
}

// selectWhole loads journals with their entries, in the order of the given ids.
// One that does not exist is left out.
func selectWhole(ctx context.Context, q db.Querier, ids []JournalID) ([]*Journal, error) {
	found, err := selectJournals(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	var entries []*Entry
	err = q.NewSelect().Model(&entries).Where("journal_id IN (?)", bun.List(ids)).OrderExpr("id").Scan(ctx)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if j := found[e.JournalID]; j != nil {
			j.Entries = append(j.Entries, e)
		}
	}
	journals := make([]*Journal, 0, len(ids))
	for _, id := range ids {
		if j := found[id]; j != nil {
			journals = append(journals, j)
		}
	}
	return journals, nil
}

func insertLinks(ctx context.Context, tx db.Tx, links []*link) error {
	_, err := tx.NewInsert().Model(&links).Exec(ctx)
	return err
}

func deleteTail(ctx context.Context, tx db.Tx, ids []JournalID) error {
	_, err := tx.NewDelete().TableExpr("ledger_tail").Where("journal_id IN (?)", bun.List(ids)).Exec(ctx)
	return err
}

func addToCheckpoints(ctx context.Context, tx db.Tx, rows []*checkpoint) error {
	_, err := tx.NewInsert().Model(&rows).On("CONFLICT (seller_id, account, currency) DO UPDATE").
		Set("amount_minor = lc.amount_minor + EXCLUDED.amount_minor").Set("seq = EXCLUDED.seq").Exec(ctx)
	return err
}

func addToDays(ctx context.Context, tx db.Tx, rows []*daySum) error {
	_, err := tx.NewInsert().Model(&rows).On("CONFLICT (seller_id, account, currency, day) DO UPDATE").
		Set("amount_minor = ld.amount_minor + EXCLUDED.amount_minor").Exec(ctx)
	return err
}

func markAnchored(ctx context.Context, tx db.Tx, seq int64) error {
	_, err := tx.NewUpdate().Model((*head)(nil)).Set("anchored_seq = ?", seq).Where("id = 1").Exec(ctx)
	return err
}

// selectLink returns the link at a place of the chain, or db.ErrNotFound.
func selectLink(ctx context.Context, q db.Querier, seq int64) (*link, error) {
	l := new(link)
	err := q.NewSelect().Model(l).Where("ll.seq = ?", seq).Scan(ctx)
	return l, err
}

// selectLinks reads the chain after a place, in its order.
func selectLinks(ctx context.Context, q db.Querier, after, limit int64) ([]*link, error) {
	var rows []*link
	err := q.NewSelect().Model(&rows).Where("ll.seq > ?", after).OrderExpr("ll.seq").Limit(limit).Scan(ctx)
	return rows, err
}

// selectFirstSince finds the first place that was posted at an instant or later.
func selectFirstSince(ctx context.Context, q db.Querier, after, upTo int64, at time.Time) (seq int64, err error) {
	err = q.NewSelect().Model((*link)(nil)).ColumnExpr("COALESCE(MIN(ll.seq), 0)").
		Join("JOIN ledger_journals AS j ON j.id = ll.journal_id").
		Where("ll.seq > ? AND ll.seq <= ? AND j.posted_at >= ?", after, upTo, at).Scan(ctx, &seq)
	return seq, err
}

// selectForgedTail compares the tail with the entries that belong there: those
// of journals that are not chained.
func selectForgedTail(ctx context.Context, q db.Querier) ([]EntryID, error) {
	var ids []EntryID
	err := q.NewRaw(`SELECT t.entry_id FROM ledger_tail AS t
		WHERE NOT EXISTS (SELECT 1 FROM ledger_entries AS e WHERE e.id = t.entry_id AND e.journal_id = t.journal_id
			AND e.seller_id = t.seller_id AND e.account = t.account AND e.currency = t.currency
			AND e.amount_minor = t.amount_minor AND e.posted_at = t.posted_at)
		OR EXISTS (SELECT 1 FROM ledger_links AS ll WHERE ll.journal_id = t.journal_id)
		UNION ALL
		SELECT e.id FROM ledger_entries AS e
		WHERE NOT EXISTS (SELECT 1 FROM ledger_links AS ll WHERE ll.journal_id = e.journal_id)
		AND NOT EXISTS (SELECT 1 FROM ledger_tail AS t WHERE t.entry_id = e.id)
		ORDER BY 1`).Scan(ctx, &ids)
	return ids, err
}

// forged is an account whose derived sums are not those of its entries.
type forged struct {
	SellerID string
	Account  string
	Currency string
	Day      string
	Detail   string
}

// selectForgedSums sums every entry again, by account and day, and compares what
// is kept beside the entries: days with the entries that are chained, and
// checkpoints with days.
func selectForgedSums(ctx context.Context, q db.Querier) ([]forged, error) {
	var rows []forged
	err := q.NewRaw(`
		SELECT seller_id, account, currency, day, 'is kept as ' || SUM(kept) || ', its entries sum to ' || SUM(real) AS detail FROM (
			SELECT seller_id, account, currency, day, amount_minor AS kept, 0 AS real FROM ledger_days
			UNION ALL
			SELECT e.seller_id, e.account, e.currency, substr(CAST(e.posted_at AS TEXT), 1, 10), 0, e.amount_minor
			FROM ledger_entries AS e JOIN ledger_links AS ll ON ll.journal_id = e.journal_id
		) AS sums GROUP BY seller_id, account, currency, day HAVING SUM(kept) <> SUM(real)
		UNION ALL
		SELECT seller_id, account, currency, '', 'the checkpoint says ' || SUM(kept) || ', its days sum to ' || SUM(real) FROM (
			SELECT seller_id, account, currency, amount_minor AS kept, 0 AS real FROM ledger_checkpoints
			UNION ALL
			SELECT seller_id, account, currency, 0, amount_minor FROM ledger_days
		) AS sums GROUP BY seller_id, account, currency HAVING SUM(kept) <> SUM(real)
		ORDER BY 1, 2, 3, 4`).Scan(ctx, &rows)
	return rows, err
}
