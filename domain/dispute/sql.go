package dispute

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func insertDispute(ctx context.Context, tx db.Tx, d *Dispute) error {
	_, err := tx.NewInsert().Model(d).Exec(ctx)
	return err
}

func updateDispute(ctx context.Context, tx db.Tx, d *Dispute) error {
	_, err := tx.NewUpdate().Model(d).ExcludeColumn("id", "provider_id", "order_id", "currency", "created_at").WherePK().Exec(ctx)
	return err
}

func insertPart(ctx context.Context, tx db.Tx, p *Part) error {
	_, err := tx.NewInsert().Model(p).Exec(ctx)
	return err
}

func updatePart(ctx context.Context, tx db.Tx, p *Part) error {
	_, err := tx.NewUpdate().Model(p).ExcludeColumn("dispute_id", "seller_order_id", "seller_id", "currency").WherePK().Exec(ctx)
	return err
}

// selectByProviders reads disputes without their parts, by the provider's ids.
func selectByProviders(ctx context.Context, q db.Querier, providerIDs []string) (map[string]*Dispute, error) {
	var rows []*Dispute
	found := map[string]*Dispute{}
	if len(providerIDs) == 0 {
		return found, nil
	}
	err := q.NewSelect().Model(&rows).Where("provider_id IN (?)", bun.List(providerIDs)).Scan(ctx)
	for _, d := range rows {
		found[d.ProviderID] = d
	}
	return found, err
}

// selectOpenBefore returns what the provider calls the open disputes that were
// opened before an instant.
func selectOpenBefore(ctx context.Context, q db.Querier, before time.Time) ([]string, error) {
	var ids []string
	err := q.NewSelect().Model((*Dispute)(nil)).Column("provider_id").
		Where("status IN (?) AND created_at < ?", bun.List([]Status{StatusInquiry, StatusOpen}), before).
		OrderExpr("id").Scan(ctx, &ids)
	return ids, err
}

func lockByProvider(ctx context.Context, tx db.Tx, providerID string) (*Dispute, error) {
	d := new(Dispute)
	if err := db.ForUpdate(tx.NewSelect().Model(d).Where("provider_id = ?", providerID)).Scan(ctx); err != nil {
		return nil, err
	}
	return d, loadParts(ctx, tx, []*Dispute{d})
}

func lockDispute(ctx context.Context, tx db.Tx, disputeID ID) (*Dispute, error) {
	d := new(Dispute)
	if err := db.ForUpdate(tx.NewSelect().Model(d).Where("id = ?", disputeID)).Scan(ctx); err != nil {
		return nil, err
	}
	return d, loadParts(ctx, tx, []*Dispute{d})
}

// lockOfOrder locks the disputes of an order, oldest first.
func lockOfOrder(ctx context.Context, tx db.Tx, orderID order.ID) ([]*Dispute, error) {
	var rows []*Dispute
	if err := db.ForUpdate(tx.NewSelect().Model(&rows).Where("order_id = ?", orderID).OrderExpr("id")).Scan(ctx); err != nil {
		return nil, err
	}
	return rows, loadParts(ctx, tx, rows)
}

func selectOfOrders(ctx context.Context, q db.Querier, orders []order.ID) ([]*Dispute, error) {
	var rows []*Dispute
	if len(orders) == 0 {
		return nil, nil
	}
	err := q.NewSelect().Model(&rows).Where("order_id IN (?)", bun.List(orders)).OrderExpr("id").Scan(ctx)
	if err != nil {
		return nil, err
	}
	return rows, loadParts(ctx, q, rows)
}

func sumTaken(ctx context.Context, q db.Querier, orderID order.ID) (minor int64, err error) {
	err = q.NewSelect().Model((*Dispute)(nil)).ColumnExpr("CAST(COALESCE(SUM(outstanding_minor), 0) AS BIGINT)").
		Where("order_id = ? AND status = ?", orderID, StatusLost).Scan(ctx, &minor)
	return minor, err
}

func loadParts(ctx context.Context, q db.Querier, rows []*Dispute) error {
	if len(rows) == 0 {
		return nil
	}
	byID, ids := map[ID]*Dispute{}, make([]ID, len(rows))
	for i, d := range rows {
		ids[i], byID[d.ID] = d.ID, d
	}
	var parts []*Part
	err := q.NewSelect().Model(&parts).Where("dispute_id IN (?)", bun.List(ids)).OrderExpr("dispute_id, seller_order_id").Scan(ctx)
	for _, p := range parts {
		byID[p.DisputeID].Parts = append(byID[p.DisputeID].Parts, p)
	}
	return err
}

func (f Filter) where(s *bun.SelectQuery) {
	if f.sellerID != "" {
		s.Where("EXISTS (SELECT 1 FROM dispute_parts p WHERE p.dispute_id = dsp.id AND p.seller_id = ? AND (p.share_minor > 0 OR p.accepted_at IS NOT NULL))", f.sellerID)
	}
	if f.Status != nil {
		s.Where("dsp.status = ?", *f.Status)
	}
	if f.DueBefore != nil {
		s.Where("dsp.due_by < ? AND dsp.status IN (?)", *f.DueBefore, bun.List([]Status{StatusInquiry, StatusOpen})).
			Where("dsp.answer_status IN (?)", bun.List([]AnswerStatus{AnswerUnsaid, AnswerRefused}))
	}
}

func selectDispute(ctx context.Context, q db.Querier, disputeID ID) (*Dispute, error) {
	d := new(Dispute)
	if err := q.NewSelect().Model(d).Where("dsp.id = ?", disputeID).Scan(ctx); err != nil {
		return nil, err
	}
	return d, loadParts(ctx, q, []*Dispute{d})
}

func selectDisputesByIDs(ctx context.Context, q db.Querier, ids []ID, f Filter) ([]*Dispute, error) {
	var rows []*Dispute
	if len(ids) == 0 {
		return nil, nil
	}
	s := q.NewSelect().Model(&rows).Where("dsp.id IN (?)", bun.List(ids))
	f.where(s)
	if err := s.Scan(ctx); err != nil {
		return nil, err
	}
	return rows, loadParts(ctx, q, rows)
}

// selectDisputes lists by deadline; those without one come last.
func selectDisputes(ctx context.Context, q db.Querier, f Filter, w page.Window) ([]*Dispute, error) {
	var rows []*Dispute
	s := q.NewSelect().Model(&rows).Limit(w.Limit())
	f.where(s)
	const due = "COALESCE(dsp.due_by, ?)"
	direction, compare := "ASC", ">"
	if w.Backward {
		direction, compare = "DESC", "<"
	}
	if w.HasCursor() {
		var k listKey
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
		s.Where("("+due+" "+compare+" ? OR ("+due+" = ? AND dsp.id "+compare+" ?))", never(), k.Due.UTC(), never(), k.Due.UTC(), k.ID)
	}
	if err := s.OrderExpr(due+" "+direction+", dsp.id "+direction, never()).Scan(ctx); err != nil {
		return nil, err
	}
	return rows, loadParts(ctx, q, rows)
}

// never is later than every deadline.
func never() time.Time { return time.Date(9000, 1, 1, 0, 0, 0, 0, time.UTC) }

// selectUnsent returns answers of which nobody knows whether they were given.
func selectUnsent(ctx context.Context, q db.Querier, before time.Time) ([]ID, error) {
	var ids []ID
	err := q.NewSelect().Model((*Dispute)(nil)).Column("id").
		Where("answer_status IN (?) AND answered_at < ?", bun.List([]AnswerStatus{AnswerPlanned, AnswerSending, AnswerUnknown}), before).
		OrderExpr("id").Scan(ctx, &ids)
	return ids, err
}

// rateCount is what a seller was paid for in one currency, and what was disputed.
type rateCount struct {
	SellerID      seller.ID
	Currency      money.Currency
	Charges       int64
	PaidMinor     int64
	Disputes      int64
	DisputedMinor int64
}

// countSince counts what sellers were paid for, and the disputes that concern
// them, since an instant.
func countSince(ctx context.Context, q db.Querier, of []seller.ID, since time.Time) ([]rateCount, error) {
	var rows []rateCount
	if len(of) == 0 {
		return nil, nil
	}
	err := q.NewRaw(`SELECT seller_id, currency, CAST(SUM(charges) AS BIGINT) AS charges, CAST(SUM(paid_minor) AS BIGINT) AS paid_minor,
		CAST(SUM(disputes) AS BIGINT) AS disputes, CAST(SUM(disputed_minor) AS BIGINT) AS disputed_minor
		FROM (SELECT seller_id, currency, 1 AS charges, total_minor AS paid_minor, 0 AS disputes, 0 AS disputed_minor
			FROM seller_orders WHERE seller_id IN (?0) AND paid_at >= ?1
			UNION ALL SELECT p.seller_id, p.currency, 0, 0, 1, p.share_minor FROM dispute_parts p JOIN disputes d ON d.id = p.dispute_id
			WHERE p.seller_id IN (?0) AND p.share_minor > 0 AND d.created_at >= ?1 AND d.status NOT IN ('INQUIRY', 'CLOSED')) AS counted
		GROUP BY seller_id, currency ORDER BY seller_id, currency`, bun.List(of), since).Scan(ctx, &rows)
	return rows, err
}

// countAllSince counts all orders that were paid, and all disputes, since an instant.
func countAllSince(ctx context.Context, q db.Querier, since time.Time) ([]rateCount, error) {
	var rows []rateCount
	err := q.NewRaw(`SELECT currency, CAST(SUM(charges) AS BIGINT) AS charges, CAST(SUM(paid_minor) AS BIGINT) AS paid_minor,
		CAST(SUM(disputes) AS BIGINT) AS disputes, CAST(SUM(disputed_minor) AS BIGINT) AS disputed_minor
		FROM (SELECT currency, 1 AS charges, total_minor AS paid_minor, 0 AS disputes, 0 AS disputed_minor FROM orders WHERE paid_at >= ?0
			UNION ALL SELECT currency, 0, 0, 1, amount_minor FROM disputes
			WHERE created_at >= ?0 AND status NOT IN ('INQUIRY', 'CLOSED')) AS counted
		GROUP BY currency ORDER BY currency`, since).Scan(ctx, &rows)
	return rows, err
}

func countOpenOf(ctx context.Context, q db.Querier, of seller.ID) (int64, error) {
	return q.NewSelect().Model((*Part)(nil)).Join("JOIN disputes AS dsp ON dsp.id = dpt.dispute_id").Where("dpt.seller_id = ?", of).
		Where("dsp.status IN (?)", bun.List([]Status{StatusInquiry, StatusOpen})).Count(ctx)
}

// selectNear returns the disputes that were not answered and whose deadline lies
// between two instants.
func selectNear(ctx context.Context, q db.Querier, after, before time.Time) ([]ID, error) {
	var ids []ID
	err := q.NewSelect().Model((*Dispute)(nil)).Column("id").
		Where("due_by > ? AND due_by <= ? AND reminders < ?", after, before, len(reminders())).
		Where("status IN (?)", bun.List([]Status{StatusInquiry, StatusOpen})).
		Where("answer_status IN (?)", bun.List([]AnswerStatus{AnswerUnsaid, AnswerRefused})).OrderExpr("id").Scan(ctx, &ids)
	return ids, err
}

// selectSellers returns the sellers that a dispute concerns.
func selectSellers(ctx context.Context, q db.Querier, disputeID ID) ([]seller.ID, error) {
	var ids []seller.ID
	err := q.NewSelect().Model((*Part)(nil)).Distinct().Column("seller_id").
		Where("dispute_id = ? AND share_minor > 0", disputeID).OrderExpr("seller_id").Scan(ctx, &ids)
	return ids, err
}
