package ledger

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
)

func insertConversion(ctx context.Context, tx db.Tx, c *Conversion) error {
	_, err := tx.NewInsert().Model(c).Exec(ctx)
	return err
}

func selectConversion(ctx context.Context, q db.Querier, orderID string) (*Conversion, error) {
	c := new(Conversion)
	err := q.NewSelect().Model(c).Where("order_id = ?", orderID).Scan(ctx)
	return c, err
}

func lockConversion(ctx context.Context, tx db.Tx, orderID string) (*Conversion, error) {
	c := new(Conversion)
	err := db.ForUpdate(tx.NewSelect().Model(c).Where("order_id = ?", orderID)).Scan(ctx)
	return c, err
}

func updateConversion(ctx context.Context, tx db.Tx, c *Conversion) error {
	_, err := tx.NewUpdate().Model(c).Column("moved_minor").WherePK().Exec(ctx)
	return err
}

// exchanged is a conversion with what the entries of its order sum to on the account of
// exchange.
type exchanged struct {
	Conversion

	HeldMinor        int64
	HeldSettledMinor int64
}

func selectExchanged(ctx context.Context, q db.Querier) ([]*exchanged, error) {
	var rows []*exchanged
	err := q.NewRaw(`
		SELECT c.*,
			CAST(COALESCE(SUM(CASE WHEN e.currency = c.currency THEN e.amount_minor END), 0) AS BIGINT) AS held_minor,
			CAST(COALESCE(SUM(CASE WHEN e.currency = c.settled_currency THEN e.amount_minor END), 0) AS BIGINT) AS held_settled_minor
		FROM ledger_conversions c
		LEFT JOIN ledger_journals j ON j.order_id = c.order_id
		LEFT JOIN ledger_entries e ON e.journal_id = j.id AND e.account = ?
		GROUP BY c.order_id, c.currency, c.amount_minor, c.settled_currency, c.settled_minor, c.moved_minor
		ORDER BY c.order_id`, Exchange.Name).Scan(ctx, &rows)
	return rows, err
}

// PostedOn returns which of the sources have been posted, with what each has debited to an
// account of the platform in a currency, in minor units; below zero when it credited.
func PostedOn(ctx context.Context, q db.Querier, sources []string, a Account, c money.Currency) (map[string]int64, error) {
	posted := map[string]int64{}
	if len(sources) == 0 {
		return posted, nil
	}
	var rows []struct {
		Source   string
		SumMinor int64
	}
	err := q.NewSelect().TableExpr("ledger_journals AS j").
		Join("LEFT JOIN ledger_entries AS e ON e.journal_id = j.id AND e.account = ? AND e.seller_id = '' AND e.currency = ?", a.Name, c).
		ColumnExpr("j.source, CAST(COALESCE(SUM(e.amount_minor), 0) AS BIGINT) AS sum_minor").
		Where("j.source IN (?)", bun.List(sources)).GroupExpr("j.source").Scan(ctx, &rows)
	for _, r := range rows {
		posted[r.Source] = r.SumMinor
	}
	return posted, err
}
