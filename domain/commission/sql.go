package commission

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
)

func insertRuleset(ctx context.Context, tx db.Tx, r *Ruleset) error {
	_, err := tx.NewInsert().Model(r).Exec(ctx)
	return err
}

func updateRuleset(ctx context.Context, tx db.Tx, r *Ruleset) error {
	_, err := tx.NewUpdate().Model(r).ExcludeColumn("id", "created_by", "created_at").WherePK().Exec(ctx)
	return err
}

func lockRuleset(ctx context.Context, tx db.Tx, rulesetID ID) (*Ruleset, error) {
	r := new(Ruleset)
	err := db.ForUpdate(tx.NewSelect().Model(r).Where("id = ?", rulesetID)).Scan(ctx)
	return r, err
}

func selectRuleset(ctx context.Context, q db.Querier, rulesetID ID) (*Ruleset, error) {
	r := new(Ruleset)
	err := q.NewSelect().Model(r).Where("id = ?", rulesetID).Scan(ctx)
	return r, err
}

func selectRulesetsByIDs(ctx context.Context, q db.Querier, ids []ID) ([]*Ruleset, error) {
	var rows []*Ruleset
	err := q.NewSelect().Model(&rows).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return rows, err
}

func selectRulesets(ctx context.Context, q db.Querier, w page.Window) ([]*Ruleset, error) {
	var rows []*Ruleset
	s := q.NewSelect().Model(&rows).Limit(w.Limit())
	var k rulesetKey
	if w.HasCursor() {
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
	}
	switch {
	case w.Backward && w.HasCursor():
		s.Where("id > ?", k.ID)
	case w.HasCursor():
		s.Where("id < ?", k.ID)
	}
	if w.Backward {
		s.OrderExpr("id ASC")
	} else {
		s.OrderExpr("id DESC")
	}
	return rows, s.Scan(ctx)
}

// selectInForce reads the version that began last before an instant.
func selectInForce(ctx context.Context, q db.Querier, at time.Time) (*Ruleset, error) {
	r := new(Ruleset)
	err := q.NewSelect().Model(r).Where("status = ? AND effective_from <= ?", StatusPublished, at).
		OrderExpr("effective_from DESC").Limit(1).Scan(ctx)
	return r, err
}

func hasVersionFrom(ctx context.Context, q db.Querier, from time.Time) (bool, error) {
	return q.NewSelect().Model((*Ruleset)(nil)).
		Where("status = ? AND effective_from = ?", StatusPublished, from).Exists(ctx)
}

// nextVersion is the number after the last; version 1 is that of the settings.
// Two who publish at once get one number, and the database refuses the second.
func nextVersion(ctx context.Context, q db.Querier) (int64, error) {
	var last int64
	err := q.NewSelect().Model((*Ruleset)(nil)).ColumnExpr("COALESCE(MAX(version), 1)").Scan(ctx, &last)
	return last + 1, err
}

func insertSimulation(ctx context.Context, tx db.Tx, s *Simulation) error {
	_, err := tx.NewInsert().Model(s).Exec(ctx)
	return err
}

func updateSimulation(ctx context.Context, tx db.Tx, s *Simulation) error {
	_, err := tx.NewUpdate().Model(s).Column("status", "done_count", "reached", "finished_at").WherePK().Exec(ctx)
	return err
}

func lockSimulation(ctx context.Context, tx db.Tx, simulationID SimulationID) (*Simulation, error) {
	s := new(Simulation)
	err := db.ForUpdate(tx.NewSelect().Model(s).Where("id = ?", simulationID)).Scan(ctx)
	return s, err
}

func selectSimulation(ctx context.Context, q db.Querier, simulationID SimulationID) (*Simulation, error) {
	s := new(Simulation)
	err := q.NewSelect().Model(s).Where("id = ?", simulationID).Scan(ctx)
	return s, err
}

// addChanges adds what a batch found to what those before it found.
func addChanges(ctx context.Context, tx db.Tx, changes map[Change]*Change) error {
	rows := slices.Collect(maps.Values(changes))
	if len(rows) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&rows).On("CONFLICT (simulation_id, seller_id, currency) DO UPDATE").
		Set("line_count = css.line_count + EXCLUDED.line_count").
		Set("before_minor = css.before_minor + EXCLUDED.before_minor").
		Set("after_minor = css.after_minor + EXCLUDED.after_minor").Exec(ctx)
	return err
}

// addFeeChanges adds what a batch found of buyers' fees to what those before it
// found.
func addFeeChanges(ctx context.Context, tx db.Tx, fees map[money.Currency]*FeeChange) error {
	rows := slices.Collect(maps.Values(fees))
	if len(rows) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&rows).On("CONFLICT (simulation_id, currency) DO UPDATE").
		Set("order_count = csf.order_count + EXCLUDED.order_count").
		Set("before_minor = csf.before_minor + EXCLUDED.before_minor").
		Set("after_minor = csf.after_minor + EXCLUDED.after_minor").Exec(ctx)
	return err
}

func selectFeeChanges(ctx context.Context, q db.Querier, of SimulationID) ([]*FeeChange, error) {
	rows := []*FeeChange{}
	err := q.NewSelect().Model(&rows).Where("simulation_id = ?", of).OrderExpr("currency").Scan(ctx)
	return rows, err
}

func selectSimulationTotals(ctx context.Context, q db.Querier, of SimulationID) ([]*Change, error) {
	var rows []*Change
	err := q.NewSelect().Model(&rows).Column("currency").
		ColumnExpr("CAST(SUM(line_count) AS BIGINT) AS line_count").
		ColumnExpr("CAST(SUM(before_minor) AS BIGINT) AS before_minor").
		ColumnExpr("CAST(SUM(after_minor) AS BIGINT) AS after_minor").
		Where("simulation_id = ?", of).Group("currency").OrderExpr("currency").Scan(ctx)
	return rows, err
}

func selectBiggestChanges(ctx context.Context, q db.Querier, of SimulationID, n int) ([]*Change, error) {
	var rows []*Change
	err := q.NewSelect().Model(&rows).Where("simulation_id = ? AND before_minor <> after_minor", of).
		OrderExpr("ABS(after_minor - before_minor) DESC, seller_id, currency").Limit(int64(n)).Scan(ctx)
	return rows, err
}

func selectChanges(ctx context.Context, q db.Querier, of SimulationID, w page.Window) ([]*Change, error) {
	var rows []*Change
	s := q.NewSelect().Model(&rows).Where("simulation_id = ?", of).Limit(w.Limit())
	var k simulatedKey
	if w.HasCursor() {
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
	}
	after := func(s *bun.SelectQuery, than string) {
		if w.HasCursor() {
			s.Where("seller_id "+than+" ? OR seller_id = ? AND currency "+than+" ?", k.SellerID, k.SellerID, k.Currency)
		}
	}
	if w.Backward {
		after(s, "<")
		s.OrderExpr("seller_id DESC, currency DESC")
	} else {
		after(s, ">")
		s.OrderExpr("seller_id, currency")
	}
	return rows, s.Scan(ctx)
}
