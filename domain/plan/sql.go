package plan

import (
	"context"
	"errors"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
)

func insertPlan(ctx context.Context, tx db.Tx, p *Plan) error {
	_, err := tx.NewInsert().Model(p).Exec(ctx)
	return err
}

func updateArchived(ctx context.Context, tx db.Tx, p *Plan) error {
	_, err := tx.NewUpdate().Model(p).Column("archived_at").WherePK().Exec(ctx)
	return err
}

func insertVersion(ctx context.Context, tx db.Tx, v *Version) error {
	_, err := tx.NewInsert().Model(v).Exec(ctx)
	return err
}

func insertAssignment(ctx context.Context, tx db.Tx, a *Assignment) error {
	_, err := tx.NewInsert().Model(a).Exec(ctx)
	return err
}

func updateCancelled(ctx context.Context, tx db.Tx, a *Assignment) error {
	_, err := tx.NewUpdate().Model(a).Column("cancelled_at", "cancelled_by").WherePK().Exec(ctx)
	return err
}

func selectAssignment(ctx context.Context, q db.Querier, assignmentID AssignmentID) (*Assignment, error) {
	a := new(Assignment)
	err := q.NewSelect().Model(a).Where("id = ?", assignmentID).Scan(ctx)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrAssignmentNotFound
	}
	return a, err
}

func insertListing(ctx context.Context, tx db.Tx, l *listing) (first bool, err error) {
	res, err := tx.NewInsert().Model(l).On("CONFLICT (offer_id) DO NOTHING").Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

func insertMonth(ctx context.Context, tx db.Tx, sellerID id.Any, month string) error {
	_, err := tx.NewRaw("INSERT INTO seller_plan_months (seller_id, month, created_at) VALUES (?, ?, ?)", sellerID, month, tx.Now()).Exec(ctx)
	return err
}

// lockPlan locks a plan and loads its versions, or returns ErrNotFound.
func lockPlan(ctx context.Context, tx db.Tx, planID ID) (*Plan, error) {
	p := new(Plan)
	err := db.ForUpdate(tx.NewSelect().Model(p).Where("id = ?", planID)).Scan(ctx)
	return withVersions(ctx, tx, p, err)
}

func loadPlan(ctx context.Context, q db.Querier, planID ID) (*Plan, error) {
	p := new(Plan)
	err := q.NewSelect().Model(p).Where("id = ?", planID).Scan(ctx)
	return withVersions(ctx, q, p, err)
}

func withVersions(ctx context.Context, q db.Querier, p *Plan, err error) (*Plan, error) {
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	return p, loadVersions(ctx, q, map[ID]*Plan{p.ID: p})
}

// loadVersions fills in the versions of plans, newest first.
func loadVersions(ctx context.Context, q db.Querier, plans map[ID]*Plan) error {
	if len(plans) == 0 {
		return nil
	}
	ids := make([]ID, 0, len(plans))
	for planID, p := range plans {
		ids = append(ids, planID)
		p.Versions = []*Version{}
	}
	var rows []*Version
	err := q.NewSelect().Model(&rows).Where("plan_id IN (?)", bun.List(ids)).OrderExpr("effective_from DESC").Scan(ctx)
	for _, v := range rows {
		plans[v.PlanID].Versions = append(plans[v.PlanID].Versions, v)
	}
	return err
}

func selectPlans(ctx context.Context, q db.Querier, w page.Window) ([]*Plan, error) {
	var rows []*Plan
	s := q.NewSelect().Model(&rows).Limit(w.Limit())
	op, order := "<", "id DESC"
	if w.Backward {
		op, order = ">", "id ASC"
	}
	if w.HasCursor() {
		var k planKey
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
		s.Where("id "+op+" ?", k.ID)
	}
	if err := s.OrderExpr(order).Scan(ctx); err != nil {
		return nil, err
	}
	byID := map[ID]*Plan{}
	for _, p := range rows {
		byID[p.ID] = p
	}
	return rows, loadVersions(ctx, q, byID)
}

func selectPlansByIDs(ctx context.Context, q db.Querier, ids []ID) (map[ID]*Plan, error) {
	found := map[ID]*Plan{}
	if len(ids) == 0 {
		return found, nil
	}
	var rows []*Plan
	if err := q.NewSelect().Model(&rows).Where("id IN (?)", bun.List(ids)).Scan(ctx); err != nil {
		return nil, err
	}
	for _, p := range rows {
		found[p.ID] = p
	}
	return found, loadVersions(ctx, q, found)
}

// lockHistory locks the assignments of a seller, or what they could be made on:
// whoever changes, asks or reckons them waits. It returns ErrSellerNotFound.
func lockHistory(ctx context.Context, tx db.Tx, sellerID id.Any) (*history, error) {
	var locked string
	err := db.ForUpdate(tx.NewSelect().TableExpr("sellers AS s").ColumnExpr("s.id").Where("s.id = ?", sellerID)).Scan(ctx, &locked)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrSellerNotFound
	}
	if err != nil {
		return nil, err
	}
	return loadHistory(ctx, tx, sellerID)
}

func loadHistory(ctx context.Context, q db.Querier, sellerID id.Any) (*history, error) {
	h := &history{}
	err := q.NewSelect().TableExpr("sellers").ColumnExpr("currency").Where("id = ?", sellerID).Scan(ctx, &h.currency)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrSellerNotFound
	}
	if err != nil {
		return nil, err
	}
	var all []*Assignment
	err = q.NewSelect().Model(&all).Where("seller_id = ?", sellerID).OrderExpr("effective_at, id").Scan(ctx)
	if err != nil {
		return nil, err
	}
	var ids []ID
	for _, a := range all {
		if a.CancelledAt != nil {
			h.cancelled = append(h.cancelled, a)
			continue
		}
		h.assignments = append(h.assignments, a)
		if a.PlanID != nil {
			ids = append(ids, *a.PlanID)
		}
	}
	h.plans, err = selectPlansByIDs(ctx, q, ids)
	return h, err
}

// selectBegun reads the assignments of sellers that have begun by an instant, in the order
// in which they did.
func selectBegun(ctx context.Context, q db.Querier, sellers []id.Any, at time.Time) ([]*Assignment, error) {
	var rows []*Assignment
	err := q.NewSelect().Model(&rows).Where("seller_id IN (?) AND effective_at <= ? AND cancelled_at IS NULL", bun.List(sellers), at).
		OrderExpr("effective_at, id").Scan(ctx)
	return rows, err
}

// selectCurrenciesOn reads the currencies of sellers who are or will be on a plan.
func selectCurrenciesOn(ctx context.Context, q db.Querier, planID ID) ([]money.Currency, error) {
	var all []money.Currency
	err := q.NewRaw(`SELECT DISTINCT s.currency FROM seller_plan_assignments a JOIN sellers s ON s.id = a.seller_id
		WHERE a.plan_id = ? AND a.cancelled_at IS NULL ORDER BY s.currency`, planID).Scan(ctx, &all)
	return all, err
}

func selectUnreckoned(ctx context.Context, q db.Querier, before time.Time, last string, limit int64) ([]id.Any, error) {
	var ids []id.Any
	err := q.NewRaw(`SELECT DISTINCT a.seller_id FROM seller_plan_assignments a JOIN sellers s ON s.id = a.seller_id
		WHERE a.effective_at < ? AND a.cancelled_at IS NULL AND s.status <> 'CLOSED'
		AND NOT EXISTS (SELECT 1 FROM seller_plan_months m WHERE m.seller_id = a.seller_id AND m.month >= ?)
		ORDER BY a.seller_id LIMIT ?`, before, last, limit).Scan(ctx, &ids)
	return ids, err
}

func selectLastMonth(ctx context.Context, q db.Querier, sellerID id.Any) (string, error) {
	var month string
	err := q.NewRaw("SELECT COALESCE(MAX(month), '') FROM seller_plan_months WHERE seller_id = ?", sellerID).Scan(ctx, &month)
	return month, err
}
