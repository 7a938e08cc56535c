package statement

import (
	"context"
	"maps"
	"slices"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
)

func addToDays(ctx context.Context, tx db.Tx, days map[dayKey]*daySum) error {
	if len(days) == 0 {
		return nil
	}
	rows := slices.Collect(maps.Values(days))
	_, err := tx.NewInsert().Model(&rows).On("CONFLICT (seller_id, day, currency, kind) DO UPDATE").
		Set("amount_minor = sdy.amount_minor + EXCLUDED.amount_minor").Set("orders = sdy.orders + EXCLUDED.orders").Exec(ctx)
	return err
}

func addToMoves(ctx context.Context, tx db.Tx, moves map[moveKey]*move) error {
	if len(moves) == 0 {
		return nil
	}
	rows := slices.Collect(maps.Values(moves))
	_, err := tx.NewInsert().Model(&rows).On("CONFLICT (seller_id, currency, month, account) DO UPDATE").
		Set("debit_minor = smv.debit_minor + EXCLUDED.debit_minor").Set("credit_minor = smv.credit_minor + EXCLUDED.credit_minor").Exec(ctx)
	return err
}

// selectPeriodsFrom reads the closed months that end at a place of the chain or later, oldest
// first.
func selectPeriodsFrom(ctx context.Context, q db.Querier, seq int64) ([]*period, error) {
	var rows []*period
	err := q.NewSelect().Model(&rows).Where("to_seq >= ?", seq).OrderExpr("month").Scan(ctx)
	return rows, err
}

// selectLinesOf reads the lines of all sellers between two places of the chain, the last
// inclusive.
func selectLinesOf(ctx context.Context, q db.Querier, from, to int64) ([]*Line, error) {
	var rows []*Line
	err := q.NewSelect().Model(&rows).Where("seq > ? AND seq <= ?", from, to).OrderExpr("seq").Scan(ctx)
	return rows, err
}

// moves are what the sums of months say of a purse: before a month, and after it up to
// another.
const moves = `SELECT account, CASE WHEN month <= ?2 THEN debit_minor + credit_minor ELSE 0 END AS opening_minor,
		CASE WHEN month > ?2 THEN debit_minor ELSE 0 END AS debit_minor, CASE WHEN month > ?2 THEN credit_minor ELSE 0 END AS credit_minor
	FROM statement_moves WHERE seller_id = ?0 AND currency = ?1 AND month <= ?3`

// unsummed is the same of what is not in the sums, by the places of a part of the chain. The
// order of the cross join is that in which SQLite reads, and that the seller is an
// expression has it look for entries by their journal: else it reads all those of the seller.
const unsummed = ` UNION ALL SELECT e.account, CASE WHEN k.seq <= ?4 THEN e.amount_minor ELSE 0 END,
		CASE WHEN k.seq > ?4 AND e.amount_minor > 0 THEN e.amount_minor ELSE 0 END,
		CASE WHEN k.seq > ?4 AND e.amount_minor < 0 THEN e.amount_minor ELSE 0 END
	FROM ledger_links AS k CROSS JOIN ledger_entries AS e
	WHERE k.seq > ?7 AND k.seq <= ?5 AND e.journal_id = k.journal_id AND e.seller_id || '' = ?0 AND e.currency = ?1`

// selectMoves tells what became of the accounts of a seller in the months after one, up to
// another: from the sums of months, and from the entries of what is not in them yet.
func selectMoves(ctx context.Context, q db.Querier, p part, in span, accounts []string) ([]*ledger.Movement, error) {
	h, err := selectHead(ctx, q)
	if err != nil {
		return nil, err
	}
	text := moves
	if h.SummedSeq < p.to {
		text += unsummed
	}
	var rows []*ledger.Movement
	err = q.NewRaw("SELECT account, CAST(SUM(opening_minor) AS BIGINT) AS opening_minor, CAST(SUM(debit_minor) AS BIGINT) AS debit_minor, "+
		"CAST(SUM(credit_minor) AS BIGINT) AS credit_minor FROM ("+text+") AS m WHERE account IN (?6) GROUP BY account",
		p.seller, p.currency, in.after, in.upTo, p.from, p.to, bun.List(accounts), h.SummedSeq).Scan(ctx, &rows)
	return rows, err
}
