package simulate

import (
	"context"
	"fmt"
	"slices"

	"github.com/etal-market/etal/domain/ledger"
)

// pick picks one of the identifiers that a statement finds.
func (t *turn) pick(statement string) (string, bool, error) {
	var ids []string
	if err := t.db.Read(t.ctx).NewRaw(statement).Scan(t.ctx, &ids); err != nil {
		return "", false, err
	}
	id, ok := one(t, ids)
	return id, ok, nil
}

func (w *World) number(ctx context.Context, statement string) (n int64, err error) {
	err = w.db.Read(ctx).NewRaw(statement).Scan(ctx, &n)
	return n, err
}

// posted counts the journals of each kind.
func (w *World) posted(ctx context.Context) (map[ledger.Kind]int, error) {
	var rows []struct {
		Kind  ledger.Kind
		Count int
	}
	err := w.db.Read(ctx).NewRaw("SELECT kind, COUNT(*) AS count FROM ledger_journals GROUP BY kind").Scan(ctx, &rows)
	counts := map[ledger.Kind]int{}
	for _, r := range rows {
		counts[r.Kind] = r.Count
	}
	return counts, err
}

// rows counts for each row of the table of postings the entries, or what else there is,
// that show it.
func (w *World) rows(ctx context.Context) (map[string]int, error) {
	var sides []side
	err := w.db.Read(ctx).NewRaw(`
		SELECT j.kind, e.account, CASE WHEN e.amount_minor > 0 THEN 1 ELSE -1 END AS sign, COUNT(*) AS count
		FROM ledger_journals AS j JOIN ledger_entries AS e ON e.journal_id = j.id GROUP BY 1, 2, 3`).Scan(ctx, &sides)
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for _, p := range postings() {
		for _, s := range sides {
			if p.shows(s) {
				counts[p.row] += s.Count
			}
		}
	}
	for row, statement := range shown() {
		n, err := w.number(ctx, statement)
		if err != nil {
			return nil, fmt.Errorf("row %s: %w", row, err)
		}
		counts[row] += int(n)
	}
	return counts, nil
}

// tellJournals adds to the trace what was posted after a journal, and returns
// the last one.
func (w *World) tellJournals(ctx context.Context, after string) (string, error) {
	var rows []struct {
		ID, Kind, Account, SellerID, Currency string
		AmountMinor                           int64
	}
	err := w.db.Read(ctx).NewRaw(`
		SELECT j.id, j.kind, e.account, e.seller_id, e.currency, e.amount_minor
		FROM ledger_journals AS j JOIN ledger_entries AS e ON e.journal_id = j.id
		WHERE j.id > ? ORDER BY j.id, e.id`, after).Scan(ctx, &rows)
	unordered := []ledger.Kind{ledger.KindFundsAvailable, ledger.KindSuspended, ledger.KindReserveMoved, ledger.KindFeeCharged, ledger.KindBankMoved}
	var ripe []string // what is found at the provider at the same instant has no order of its own
	flush := func() {
		slices.Sort(ripe)
		for _, line := range ripe {
			w.tell(line)
		}
		ripe = nil
	}
	for _, r := range rows {
		after = r.ID
		line := fmt.Sprintf("  posted %s %s %s %d %s", r.Kind, r.Account, r.SellerID, r.AmountMinor, r.Currency)
		if slices.Contains(unordered, ledger.Kind(r.Kind)) {
			ripe = append(ripe, w.trace.named(line))
			continue
		}
		flush()
		w.tell(line)
	}
	flush()
	return after, err
}

// unfinished counts what must not be left when a world has come to rest, by
// what it is.
func (w *World) unfinished(ctx context.Context) (map[string]int64, error) {
	left := map[string]int64{}
	for what, statement := range map[string]string{
		"payments that wait":             "SELECT COUNT(*) FROM payments WHERE status IN ('CREATING', 'AWAITING_BUYER')",
		"orders that wait":               "SELECT COUNT(*) FROM orders WHERE status = 'AWAITING_PAYMENT'",
		"refunds that were not sent":     "SELECT COUNT(*) FROM refunds WHERE status IN ('PLANNED', 'SENDING', 'UNKNOWN')",
		"transfers without an end":       "SELECT COUNT(*) FROM transfers WHERE status IN ('PLANNED', 'SENDING', 'UNKNOWN')",
		"reversals without an end":       "SELECT COUNT(*) FROM reversals WHERE status IN ('PLANNED', 'SENDING', 'UNKNOWN')",
		"payouts without an end":         "SELECT COUNT(*) FROM payouts WHERE status NOT IN ('PAID', 'FAILED', 'CANCELLED')",
		"answers without an end":         "SELECT COUNT(*) FROM disputes WHERE answer_status IN ('PLANNED', 'SENDING', 'UNKNOWN')",
		"webhooks that were not applied": "SELECT COUNT(*) FROM inbox WHERE status = 'RECEIVED'",
		"releases that were forgotten":   "SELECT COUNT(*) FROM releases WHERE status = 'TRANSFERRING' OR status = 'RELEASED' AND block = '' AND NOT is_warned",
		"parked jobs":                    "SELECT COUNT(*) FROM river_job WHERE state = 'discarded'",
	} {
		n, err := w.number(ctx, statement)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", what, err)
		}
		if n > 0 {
			left[what] = n
		}
	}
	return left, nil
}

// scan reads what a statement finds.
func (t *turn) scan(into any, statement string, args ...any) error {
	return t.db.Read(t.ctx).NewRaw(statement, args...).Scan(t.ctx, into)
}

// accountOfPayout is whose payout it is, acct_….
func (t *turn) accountOfPayout(providerID string) (account string, err error) {
	err = t.scan(&account, `SELECT a.provider_id FROM payouts AS p JOIN payout_accounts AS a ON a.id = p.account_id WHERE p.provider_id = ?`, providerID)
	return account, err
}
