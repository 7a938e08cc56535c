package tax

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/page"
)

func insertRemittance(ctx context.Context, tx db.Tx, r *Remittance) error {
	_, err := tx.NewInsert().Model(r).Exec(ctx)
	return err
}

func updateReversed(ctx context.Context, tx db.Tx, r *Remittance) error {
	_, err := tx.NewUpdate().Model(r).Column("reversed_at", "reversed_by", "reversal_reason").WherePK().Exec(ctx)
	return err
}

func lockRemittance(ctx context.Context, tx db.Tx, remittanceID ID) (*Remittance, error) {
	r := new(Remittance)
	err := db.ForUpdate(tx.NewSelect().Model(r).Where("id = ?", remittanceID)).Scan(ctx)
	return r, notFound(err)
}

func selectRemittances(ctx context.Context, q db.Querier, w page.Window) ([]*Remittance, error) {
	var rows []*Remittance
	s := q.NewSelect().Model(&rows).Limit(w.Limit())
	op, order := "<", "id DESC"
	if w.Backward {
		op, order = ">", "id ASC"
	}
	if w.HasCursor() {
		var k remittanceKey
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
		s.Where("id "+op+" ?", k.ID)
	}
	return rows, s.OrderExpr(order).Scan(ctx)
}

func selectPayables(ctx context.Context, q db.Querier) ([]*Payable, error) {
	rows := []*Payable{} // none is an answer, too
	of := accountOf("").Name
	jurisdictions := ledger.PlatformTax("").Name
	err := q.NewRaw(`
		SELECT CASE WHEN s.account = ?0 THEN '' ELSE SUBSTR(s.account, ?1) END AS jurisdiction,
			s.currency, -CAST(SUM(s.amount_minor) AS BIGINT) AS amount_minor
		FROM ledger_sums AS s
		WHERE s.seller_id = '' AND (s.account = ?0 OR s.account LIKE ?2)
		GROUP BY s.account, s.currency HAVING SUM(s.amount_minor) <> 0
		ORDER BY 1, 2`, of, len(jurisdictions)+1, jurisdictions+"%").Scan(ctx, &rows)
	return rows, err
}

// noon is what is added to the last day of a period to get its noon.
const noon = 12 * time.Hour

func selectSums(ctx context.Context, q db.Querier, of Span) ([]*Sum, error) {
	var rows []*Sum
	s := q.NewSelect().TableExpr("tax_remittances AS r").
		ColumnExpr("r.jurisdiction, r.currency, CAST(SUM(r.amount_minor) AS BIGINT) AS amount_minor").
		Where("r.jurisdiction <> ''").Where("r.period_until >= ? AND r.period_until < ?", of.From.Add(-noon), of.To.Add(-noon))
	if of.AsOf == nil {
		s.Where("r.reversed_at IS NULL")
	} else {
		s.Where("r.recorded_at < ?", *of.AsOf).Where("r.reversed_at IS NULL OR r.reversed_at >= ?", *of.AsOf)
	}
	return rows, s.GroupExpr("r.jurisdiction, r.currency").OrderExpr("r.jurisdiction, r.currency").Scan(ctx, &rows)
}

type discrepancy struct {
	ID     string
	Detail string
}

func selectDiscrepancies(ctx context.Context, q db.Querier) ([]discrepancy, error) {
	var rows []discrepancy
	err := q.NewRaw(`
		SELECT r.id AS id, 'the remittance is not in the ledger with its amount' AS detail FROM tax_remittances AS r
		WHERE NOT EXISTS (
			SELECT 1 FROM ledger_journals AS j JOIN ledger_entries AS e ON e.journal_id = j.id
			WHERE j.source = 'tax_remittance:' || r.id || ':recorded' AND e.account = 'bank' AND e.currency = r.currency AND e.amount_minor = -r.amount_minor)
		UNION ALL
		SELECT r.id, 'the reversal is not in the ledger, or is there and should not' FROM tax_remittances AS r
		WHERE (r.reversed_at IS NOT NULL) <> EXISTS (SELECT 1 FROM ledger_journals AS j WHERE j.source = 'tax_remittance:' || r.id || ':reversed')`).
		Scan(ctx, &rows)
	return rows, err
}
