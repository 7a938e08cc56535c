package ledger

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Stretch is a part of the chain, as one currency of a seller.
type Stretch struct {
	Seller   seller.ID
	Currency money.Currency
	From     int64 // a place, exclusive
	To       int64 // the last place, inclusive
}

// Movement is what became of one account of a seller in a stretch of the chain, in minor units. Debits
// are positive.
type Movement struct {
	Account      string
	OpeningMinor int64 // what it was before
	DebitMinor   int64 // what all debits in it sum to
	CreditMinor  int64 // what all credits sum to; not above zero
}

// Movements sums what the chained journals up to the end of a stretch have moved of some of a
// seller's accounts, by account. It reads all entries of the seller.
func Movements(ctx context.Context, q db.Querier, s Stretch, accounts []string) ([]*Movement, error) {
	var rows []*Movement
	err := q.NewSelect().TableExpr("ledger_entries AS e").Join("JOIN ledger_links AS k ON k.journal_id = e.journal_id").
		ColumnExpr("e.account").
		ColumnExpr("CAST(SUM(CASE WHEN k.seq <= ? THEN e.amount_minor ELSE 0 END) AS BIGINT) AS opening_minor", s.From).
		ColumnExpr("CAST(SUM(CASE WHEN k.seq > ? AND e.amount_minor > 0 THEN e.amount_minor ELSE 0 END) AS BIGINT) AS debit_minor", s.From).
		ColumnExpr("CAST(SUM(CASE WHEN k.seq > ? AND e.amount_minor < 0 THEN e.amount_minor ELSE 0 END) AS BIGINT) AS credit_minor", s.From).
		Where("e.seller_id = ? AND e.currency = ?", s.Seller, s.Currency).Where("e.account IN (?)", bun.List(accounts)).Where("k.seq <= ?", s.To).
		GroupExpr("e.account").Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("sum what moved of %s: %w", s.Seller, err)
	}
	return rows, nil
}
