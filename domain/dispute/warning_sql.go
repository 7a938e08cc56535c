package dispute

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
)

// standing is what came of a warning: what banks and refunds have done since says
// more than what an operator has decided before.
const standing = `(CASE
	WHEN EXISTS (SELECT 1 FROM disputes d WHERE d.order_id = frw.order_id) THEN 'DISPUTED'
	WHEN EXISTS (SELECT 1 FROM payments p WHERE p.order_id = frw.order_id AND p.refunded_minor >= p.amount_minor) THEN 'REFUNDED'
	WHEN frw.set_aside_at IS NOT NULL THEN 'SET_ASIDE'
	ELSE 'OPEN' END)`

func insertWarning(ctx context.Context, tx db.Tx, w *Warning) error {
	_, err := tx.NewInsert().Model(w).Exec(ctx)
	return err
}

func updateWarning(ctx context.Context, tx db.Tx, w *Warning) error {
	_, err := tx.NewUpdate().Model(w).
		Column("is_actionable", "fraud_type", "checked_at", "note", "set_aside_by", "set_aside_at").WherePK().Exec(ctx)
	return err
}

func warningsInto(q db.Querier, into any) *bun.SelectQuery {
	return q.NewSelect().Model(into).ColumnExpr("frw.*").ColumnExpr(standing + " AS standing").
		ColumnExpr("EXISTS (SELECT 1 FROM releases r WHERE r.order_id = frw.order_id AND r.is_warned) AS is_held").
		ColumnExpr("o.number AS order_number, o.currency AS currency, o.total_minor AS amount_minor").
		Join("JOIN orders AS o ON o.id = frw.order_id")
}

func selectWarning(ctx context.Context, q db.Querier, warningID WarningID) (*Warning, error) {
	w := new(Warning)
	err := warningsInto(q, w).Where("frw.id = ?", warningID).Scan(ctx)
	return w, err
}

func selectWarningsByIDs(ctx context.Context, q db.Querier, ids []WarningID) ([]*Warning, error) {
	var rows []*Warning
	if len(ids) == 0 {
		return nil, nil
	}
	err := warningsInto(q, &rows).Where("frw.id IN (?)", bun.List(ids)).Scan(ctx)
	return rows, err
}

func selectWarningByProvider(ctx context.Context, q db.Querier, providerID string) (*Warning, error) {
	w := new(Warning)
	err := warningsInto(q, w).Where("frw.provider_id = ?", providerID).Scan(ctx)
	return w, err
}

func selectWarningsByProviders(ctx context.Context, q db.Querier, providerIDs []string) (map[string]*Warning, error) {
	var rows []*Warning
	found := map[string]*Warning{}
	if len(providerIDs) == 0 {
		return found, nil
	}
	err := warningsInto(q, &rows).Where("frw.provider_id IN (?)", bun.List(providerIDs)).Scan(ctx)
	for _, w := range rows {
		found[w.ProviderID] = w
	}
	return found, err
}

func selectWarningsOf(ctx context.Context, q db.Querier, orders []order.ID) ([]*Warning, error) {
	var rows []*Warning
	if len(orders) == 0 {
		return nil, nil
	}
	err := warningsInto(q, &rows).Where("frw.order_id IN (?)", bun.List(orders)).OrderExpr("frw.id").Scan(ctx)
	return rows, err
}

// selectWarnings lists warnings, newest first.
func selectWarnings(ctx context.Context, q db.Querier, f WarningFilter, w page.Window) ([]*Warning, error) {
	var rows []*Warning
	s := warningsInto(q, &rows).Limit(w.Limit())
	if f.Standing != nil {
		s.Where(standing+" = ?", *f.Standing)
	}
	direction, compare := "DESC", "<"
	if w.Backward {
		direction, compare = "ASC", ">"
	}
	if w.HasCursor() {
		var k warningKey
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
		s.Where("frw.id "+compare+" ?", k.ID)
	}
	err := s.OrderExpr("frw.id " + direction).Scan(ctx)
	return rows, err
}
