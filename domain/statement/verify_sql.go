package statement

import (
	"context"
	"errors"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

// wrongLine is a journal whose lines are not what its entries are.
type wrongLine struct {
	SellerID string
	Currency string
	Book     string
	Seq      int64
	Kept     int64
	Booked   int64
}

// selectWrongLines sums the lines and the entries of all journals that were
// followed. A line counts only where its journal is in the chain.
func selectWrongLines(ctx context.Context, q db.Querier) ([]wrongLine, error) {
	var rows []wrongLine
	err := q.NewRaw(`SELECT seller_id, currency, book, seq, CAST(SUM(kept) AS BIGINT) AS kept, CAST(SUM(booked) AS BIGINT) AS booked FROM (
			SELECT l.seller_id, l.currency, l.book, CASE WHEN ll.journal_id = l.journal_id THEN l.seq ELSE -l.seq END AS seq, l.amount_minor AS kept, 0 AS booked
			FROM statement_lines AS l LEFT JOIN ledger_links AS ll ON ll.seq = l.seq
			UNION ALL
			SELECT e.seller_id, e.currency, CASE WHEN e.account LIKE 'memo:%' THEN 'PROVIDER' ELSE 'PLATFORM' END, ll.seq, 0,
				CASE WHEN e.account LIKE 'memo:%' THEN e.amount_minor ELSE -e.amount_minor END
			FROM ledger_entries AS e JOIN ledger_links AS ll ON ll.journal_id = e.journal_id
			WHERE e.seller_id <> '' AND e.account IN (?) AND ll.seq <= (SELECT seq FROM statement_heads WHERE id = 1)
		) AS sums GROUP BY seller_id, currency, book, seq HAVING SUM(kept) <> SUM(booked) ORDER BY seq, seller_id, currency, book`,
		bun.List(balanceAccounts())).Scan(ctx, &rows)
	return rows, err
}

// forged is a sum that is not what it is the sum of.
type forged struct {
	SellerID string // empty: of all sellers together
	Currency string
	What     string // a kind of line, or an account
	Span     string // a day, or all months
	Kept     int64
	Real     int64
}

// selectForgedSums sums all lines that are in the sums again, by day, with their orders, and
// all entries, by account: debits and credits. To which month an entry belongs is held by
// the parts of statements.
func selectForgedSums(ctx context.Context, q db.Querier) ([]forged, error) {
	h, err := selectHead(ctx, q)
	if err != nil {
		return nil, err
	}
	var rows []forged
	err = q.NewRaw(`SELECT seller_id, currency, what, span, CAST(SUM(kept) AS BIGINT) AS kept, CAST(SUM(real) AS BIGINT) AS real FROM (
			SELECT seller_id, currency, kind AS what, day AS span, amount_minor AS kept, 0 AS real FROM statement_days
			UNION ALL
			SELECT seller_id, currency, 'orders of ' || kind, day, orders, 0 FROM statement_days
			UNION ALL
			SELECT seller_id, currency, kind, substr(CAST(posted_at AS TEXT), 1, 10), 0, amount_minor FROM statement_lines WHERE seq <= ?0
			UNION ALL
			SELECT '', currency, kind, substr(CAST(posted_at AS TEXT), 1, 10), 0, amount_minor FROM statement_lines WHERE seq <= ?0
			UNION ALL
			SELECT seller_id, currency, 'orders of ' || kind, substr(CAST(posted_at AS TEXT), 1, 10), 0, COUNT(DISTINCT seq) FROM statement_lines
			WHERE seq <= ?0 AND order_id <> '' GROUP BY 1, 2, 3, 4
			UNION ALL
			SELECT '', currency, 'orders of ' || kind, substr(CAST(posted_at AS TEXT), 1, 10), 0, COUNT(DISTINCT seq) FROM statement_lines
			WHERE seq <= ?0 AND order_id <> '' GROUP BY 1, 2, 3, 4
			UNION ALL
			SELECT seller_id, currency, 'debits of ' || account, 'all months', debit_minor, 0 FROM statement_moves
			UNION ALL
			SELECT seller_id, currency, 'credits of ' || account, 'all months', credit_minor, 0 FROM statement_moves
			UNION ALL
			SELECT e.seller_id, e.currency, CASE WHEN e.amount_minor > 0 THEN 'debits of ' ELSE 'credits of ' END || e.account, 'all months', 0, e.amount_minor
			FROM ledger_entries AS e JOIN ledger_links AS ll ON ll.journal_id = e.journal_id WHERE e.seller_id <> '' AND ll.seq <= ?0
		) AS sums GROUP BY seller_id, currency, what, span HAVING SUM(kept) <> SUM(real) ORDER BY 1, 2, 3, 4`, h.SummedSeq).Scan(ctx, &rows)
	return rows, err
}

func selectPeriods(ctx context.Context, q db.Querier) ([]*period, error) {
	var rows []*period
	err := q.NewSelect().Model(&rows).OrderExpr("month").Scan(ctx)
	return rows, err
}

// selectPeriod returns a month; nil when it was not closed.
func selectPeriod(ctx context.Context, q db.Querier, month string) (*period, error) {
	p := new(period)
	err := q.NewSelect().Model(p).Where("month = ?", month).Scan(ctx)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	return p, err
}

// selectAll reads statements after one, by seller, currency and month.
func selectAll(ctx context.Context, q db.Querier, after *Statement, limit int64) ([]*Statement, error) {
	var rows []*Statement
	s := q.NewSelect().Model(&rows).OrderExpr("seller_id, currency, month").Limit(limit)
	if after != nil {
		s.Where("(seller_id, currency, month) > (?, ?, ?)", after.SellerID, after.Currency, after.Month)
	}
	return rows, s.Scan(ctx)
}

func selectIssued(ctx context.Context, q db.Querier, after DocumentID, limit int64) ([]*Document, error) {
	var rows []*Document
	err := q.NewSelect().Model(&rows).Where("id > ?", after).OrderExpr("id").Limit(limit).Scan(ctx)
	return rows, err
}

// gap is a series whose numbers are not those that were given out.
type gap struct {
	Series  string
	Used    int64
	Highest int64
	Last    int64
}

// selectGaps compares the numbers of a table with those given out. A number is its
// series, such as ST-2026, a hyphen, and six digits or more.
func selectGaps(ctx context.Context, q db.Querier, table string) ([]gap, error) {
	var rows []gap
	series := []string{"ST-%"}
	if table == "commission_documents" {
		series = []string{"CI-%", "CN-%"}
	}
	err := q.NewRaw(`SELECT g.series, CAST(SUM(g.used) AS BIGINT) AS used, CAST(MAX(g.highest) AS BIGINT) AS highest, CAST(SUM(g.last) AS BIGINT) AS last FROM (
			SELECT substr(number, 1, 7) AS series, COUNT(*) AS used, MAX(CAST(substr(number, 9) AS BIGINT)) AS highest, 0 AS last
			FROM ? GROUP BY substr(number, 1, 7)
			UNION ALL
			SELECT series, 0, 0, last FROM statement_numbers WHERE series LIKE ? OR series LIKE ?
		) AS g GROUP BY g.series HAVING SUM(g.used) <> SUM(g.last) OR MAX(g.highest) <> SUM(g.last) ORDER BY g.series`,
		bun.Ident(table), series[0], series[len(series)-1]).Scan(ctx, &rows)
	return rows, err
}
