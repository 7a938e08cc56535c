package charge

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func insertCharge(ctx context.Context, tx db.Tx, c *Charge) error {
	_, err := tx.NewInsert().Model(c).Exec(ctx)
	return err
}

func updateReversed(ctx context.Context, tx db.Tx, c *Charge) error {
	_, err := tx.NewUpdate().Model(c).Column("reversed_at", "reversed_by", "reversal_reason").WherePK().Exec(ctx)
	return err
}

func selectCharge(ctx context.Context, q db.Querier, chargeID ID) (*Charge, error) {
	c := new(Charge)
	err := q.NewSelect().Model(c).Where("id = ?", chargeID).Scan(ctx)
	return c, notFound(err)
}

func lockCharge(ctx context.Context, tx db.Tx, chargeID ID) (*Charge, error) {
	c := new(Charge)
	err := db.ForUpdate(tx.NewSelect().Model(c).Where("id = ?", chargeID)).Scan(ctx)
	return c, notFound(err)
}

func selectBySource(ctx context.Context, q db.Querier, source string) (*Charge, error) {
	c := new(Charge)
	err := q.NewSelect().Model(c).Where("source = ?", source).Scan(ctx)
	return c, err
}

func hasSource(ctx context.Context, q db.Querier, source string) (bool, error) {
	return q.NewSelect().Model((*Charge)(nil)).Where("source = ?", source).Exists(ctx)
}

func lockSellerStatus(ctx context.Context, tx db.Tx, of seller.ID) (seller.Status, error) {
	var status seller.Status
	err := db.ForUpdate(tx.NewSelect().TableExpr("sellers AS s").ColumnExpr("s.status").Where("s.id = ?", of)).Scan(ctx, &status)
	return status, err
}

// lately is whose charges count together.
type lately struct {
	by       identity.AccountID
	seller   seller.ID
	currency money.Currency
	since    time.Time
}

// sumLately sums what an operator has charged, credited and reversed alone, with
// VAT. What two persons have approved does not count.
func sumLately(ctx context.Context, q db.Querier, l lately) (int64, error) {
	var sum int64
	err := q.NewRaw(`SELECT CAST(COALESCE(SUM(minor), 0) AS BIGINT) FROM (
			SELECT net_minor + vat_minor AS minor FROM seller_charges
			WHERE created_by = ? AND seller_id = ? AND currency = ? AND created_at > ? AND source NOT LIKE 'proposal:%'
			UNION ALL
			SELECT c.net_minor + c.vat_minor FROM seller_charges c
			WHERE c.reversed_by = ? AND c.seller_id = ? AND c.currency = ? AND c.reversed_at > ?
			AND NOT EXISTS (SELECT 1 FROM proposals p WHERE p.kind = 'seller_charge.reverse' AND p.subject = c.id AND p.status = 'APPROVED')
		) AS l`, l.by, l.seller, l.currency, l.since, l.by, l.seller, l.currency, l.since).Scan(ctx, &sum)
	return sum, err
}

func selectCharges(ctx context.Context, q db.Querier, owner seller.ID, purpose *Purpose, w page.Window) ([]*Charge, error) {
	var rows []*Charge
	s := q.NewSelect().Model(&rows).Limit(w.Limit())
	if owner != "" {
		s.Where("seller_id = ?", owner)
	}
	if purpose != nil {
		s.Where("purpose = ?", *purpose)
	}
	op, order := "<", "id DESC"
	if w.Backward {
		op, order = ">", "id ASC"
	}
	if w.HasCursor() {
		var k chargeKey
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
		s.Where("id "+op+" ?", k.ID)
	}
	return rows, s.OrderExpr(order).Scan(ctx)
}

func selectByIDs(ctx context.Context, q db.Querier, ids []ID) (map[ID]*Charge, error) {
	found := map[ID]*Charge{}
	if len(ids) == 0 {
		return found, nil
	}
	var rows []*Charge
	err := q.NewSelect().Model(&rows).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	for _, c := range rows {
		found[c.ID] = c
	}
	return found, err
}

type discrepancy struct {
	ID     string
	Detail string
}

func selectDiscrepancies(ctx context.Context, q db.Querier) ([]discrepancy, error) {
	var rows []discrepancy
	err := q.NewRaw(`
		SELECT c.id AS id, 'the charge is not in the ledger' AS detail FROM seller_charges c
		WHERE NOT EXISTS (SELECT 1 FROM ledger_journals j WHERE j.source = 'charge:' || c.id || ':booked')
		UNION ALL
		SELECT c.id, 'the reversal is not in the ledger, or is there and should not' FROM seller_charges c
		WHERE (c.reversed_at IS NOT NULL) <> EXISTS (SELECT 1 FROM ledger_journals j WHERE j.source = 'charge:' || c.id || ':reversed')
		UNION ALL
		SELECT c.id, 'the charge is not the debt that it should be' FROM seller_charges c
		LEFT JOIN recoveries k ON k.cause = 'CHARGE' AND k.cause_id = c.id
		WHERE COALESCE(k.amount_minor, 0) <> CASE WHEN (c.kind = 'CHARGE') = (c.reversed_at IS NULL) THEN c.net_minor + c.vat_minor ELSE 0 END
		UNION ALL
		SELECT c.id, 'the credit is not the release that it should be' FROM seller_charges c LEFT JOIN releases r ON r.cause_id = c.id
		WHERE c.kind = 'CREDIT' AND COALESCE(r.amount_minor, 0) <> c.net_minor + c.vat_minor`).Scan(ctx, &rows)
	return rows, err
}
