package refund

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func insertRefund(ctx context.Context, tx db.Tx, r *Refund) error {
	if _, err := tx.NewInsert().Model(r).Exec(ctx); err != nil {
		return err
	}
	return InsertParts(ctx, tx, r.Parts)
}

// InsertParts writes what a refund, or a dispute, gives back.
func InsertParts(ctx context.Context, tx db.Tx, parts []*Part) error {
	if len(parts) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&parts).Exec(ctx)
	return err
}

func updateRefund(ctx context.Context, tx db.Tx, r *Refund) error {
	_, err := tx.NewUpdate().Model(r).Column(
		"status", "provider_id", "failure", "reference", "checked_at", "collected_at", "settled_at",
	).WherePK().Exec(ctx)
	return err
}

func updateLoss(ctx context.Context, tx db.Tx, r *Refund) error {
	_, err := tx.NewUpdate().Model(r).Column("loss_minor", "note").WherePK().Exec(ctx)
	return err
}

func voidParts(ctx context.Context, tx db.Tx, causeID string) error {
	_, err := tx.NewUpdate().Model((*Part)(nil)).Set("is_void = ?", true).Where("cause_id = ?", causeID).Exec(ctx)
	return err
}

// selectGiven returns what was given back of an order.
func selectGiven(ctx context.Context, q db.Querier, orderID order.ID) ([]*Part, error) {
	var parts []*Part
	err := q.NewSelect().Model(&parts).Where("order_id = ? AND NOT is_void", orderID).OrderExpr("id").Scan(ctx)
	return parts, err
}

// refundsInto reads refunds with the numbers of their orders.
func refundsInto(q db.Querier, into any) *bun.SelectQuery {
	return q.NewSelect().Model(into).ColumnExpr("rfd.*").
		ColumnExpr("(SELECT o.number FROM orders AS o WHERE o.id = rfd.order_id) AS order_number")
}

func selectRefund(ctx context.Context, q db.Querier, refundID ID) (*Refund, error) {
	r := new(Refund)
	if err := refundsInto(q, r).Where("rfd.id = ?", refundID).Scan(ctx); err != nil {
		return nil, err
	}
	return r, loadParts(ctx, q, []*Refund{r})
}

// selectSeenByIDs reads refunds as far as the filter's owners reach.
func selectSeenByIDs(ctx context.Context, q db.Querier, ids []ID, f Filter) ([]*Refund, error) {
	var rows []*Refund
	if len(ids) == 0 {
		return nil, nil
	}
	s := refundsInto(q, &rows).Where("rfd.id IN (?)", bun.List(ids))
	f.where(s)
	if err := s.Scan(ctx); err != nil {
		return nil, err
	}
	return rows, loadParts(ctx, q, rows)
}

func lockRefund(ctx context.Context, tx db.Tx, refundID ID) (*Refund, error) {
	r := new(Refund)
	if err := db.ForUpdate(refundsInto(tx, r).Where("id = ?", refundID)).Scan(ctx); err != nil {
		return nil, err
	}
	return r, loadParts(ctx, tx, []*Refund{r})
}

// lockLosing locks the refunds of an order of which the platform bears a part, oldest
// first.
func lockLosing(ctx context.Context, tx db.Tx, orderID order.ID) ([]*Refund, error) {
	var rows []*Refund
	err := db.ForUpdate(refundsInto(tx, &rows).Where("order_id = ? AND loss_minor > 0", orderID).
		Where("status NOT IN (?)", voids()).OrderExpr("id")).Scan(ctx)
	if err != nil {
		return nil, err
	}
	return rows, loadParts(ctx, tx, rows)
}

// sumPromised is what was promised back of an order, with what the platform bears of it,
// in minor units.
func sumPromised(ctx context.Context, q db.Querier, orderID order.ID) (minor int64, err error) {
	err = q.NewSelect().Model((*Refund)(nil)).ColumnExpr("CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT)").
		Where("order_id = ? AND status NOT IN (?)", orderID, voids()).Scan(ctx, &minor)
	return minor, err
}

// voids are the states of refunds that give nothing back.
func voids() any { return bun.List([]Status{StatusRefused, StatusCancelled}) }

func selectByProposal(ctx context.Context, q db.Querier, proposalID approval.ID) (*Refund, error) {
	r := new(Refund)
	if err := refundsInto(q, r).Where("proposal_id = ?", proposalID).Scan(ctx); err != nil {
		return nil, err
	}
	return r, loadParts(ctx, q, []*Refund{r})
}

// lately are the refunds of an order, or of one part of it, since an instant.
type lately struct {
	order order.ID
	part  order.SellerOrderID // empty: the whole order
	by    identity.AccountID
	since time.Time
}

// sumLately returns what one account and what everybody has given back without a
// second person.
func sumLately(ctx context.Context, q db.Querier, l lately) (own, all int64, err error) {
	s := q.NewSelect().Model((*Refund)(nil)).
		ColumnExpr("CAST(COALESCE(SUM(CASE WHEN requested_by = ? THEN amount_minor ELSE 0 END), 0) AS BIGINT)", l.by).
		ColumnExpr("CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT)").
		Where("order_id = ? AND created_at > ? AND proposal_id = ''", l.order, l.since).
		Where("status NOT IN (?, ?)", StatusCancelled, StatusRefused)
	if l.part != "" {
		s.Where("seller_order_id = ?", l.part)
	}
	err = s.Scan(ctx, &own, &all)
	return own, all, err
}

func selectByProvider(ctx context.Context, q db.Querier, providerID string) (ID, error) {
	var refundID ID
	err := q.NewSelect().Model((*Refund)(nil)).Column("id").Where("provider_id = ?", providerID).Scan(ctx, &refundID)
	return refundID, err
}

func (f Filter) where(s *bun.SelectQuery) {
	if f.buyerID != "" {
		s.Where("rfd.buyer_id = ?", f.buyerID)
	}
	if f.sellerID != "" {
		s.Where("EXISTS (SELECT 1 FROM refund_parts p WHERE p.cause_id = rfd.id AND p.seller_id = ?)", f.sellerID)
	}
	switch {
	case f.OrderID == nil:
	case id.Prefix(*f.OrderID) == "sor":
		// The order is named as well: refunds are indexed by it, their parts by nothing of the order.
		s.Where("rfd.order_id = (SELECT so.order_id FROM seller_orders so WHERE so.id = ?)", *f.OrderID)
		s.Where("EXISTS (SELECT 1 FROM refund_parts p WHERE p.cause_id = rfd.id AND p.seller_order_id = ?)", *f.OrderID)
	default:
		s.Where("rfd.order_id = ?", *f.OrderID)
	}
	if f.Status != nil {
		s.Where("rfd.status = ?", *f.Status)
		if *f.Status != StatusSucceeded {
			s.Where("rfd.status <> ?", StatusSucceeded) // the condition of the index
		}
	}
	if f.CreatedAfter != nil {
		s.Where("rfd.created_at >= ?", f.CreatedAfter.UTC())
	}
	if f.CreatedBefore != nil {
		s.Where("rfd.created_at < ?", f.CreatedBefore.UTC())
	}
}

// window reads newest first: by ids, which sort by age, or along the index of times
// when the list is narrowed to a time, so that it need not look at all that came since.
func (f Filter) window(s *bun.SelectQuery, w page.Window, cursor ID) {
	op, direction := "<", "DESC"
	if w.Backward {
		op, direction = ">", "ASC"
	}
	if !f.isTimed() {
		if cursor != "" {
			s.Where("rfd.id ?0 ?1", bun.Safe(op), cursor)
		}
		s.OrderExpr("rfd.id ?0", bun.Safe(direction))
		return
	}
	if cursor != "" {
		s.Where("(rfd.created_at, rfd.id) ?0 ((SELECT c.created_at FROM refunds AS c WHERE c.id = ?1), ?1)", bun.Safe(op), cursor)
	}
	s.OrderExpr("rfd.created_at ?0, rfd.id ?0", bun.Safe(direction))
}

func selectRefunds(ctx context.Context, q db.Querier, f Filter, w page.Window) ([]*Refund, error) {
	var rows []*Refund
	s := refundsInto(q, &rows).Limit(w.Limit())
	f.where(s)
	var k refundKey
	if w.HasCursor() {
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
	}
	f.window(s, w, k.ID)
	if err := s.Scan(ctx); err != nil {
		return nil, err
	}
	return rows, loadParts(ctx, q, rows)
}

func countRefunds(ctx context.Context, q db.Querier, f Filter, atMost int64) (int64, error) {
	s := q.NewSelect().Model((*Refund)(nil)).ColumnExpr("1")
	f.where(s)
	f.window(s, page.Window{}, "")
	return db.CountUpTo(ctx, q, s, atMost)
}

func loadParts(ctx context.Context, q db.Querier, refunds []*Refund) error {
	if len(refunds) == 0 {
		return nil
	}
	byID := map[string]*Refund{}
	ids := make([]string, len(refunds))
	for i, r := range refunds {
		ids[i] = string(r.ID)
		byID[ids[i]] = r
	}
	var parts []*Part
	err := q.NewSelect().Model(&parts).Where("cause_id IN (?)", bun.List(ids)).OrderExpr("id").Scan(ctx)
	for _, p := range parts {
		r := byID[p.CauseID]
		r.Parts = append(r.Parts, p)
	}
	return err
}

func selectParts(ctx context.Context, q db.Querier, causeID string) ([]*Part, error) {
	var parts []*Part
	err := q.NewSelect().Model(&parts).Where("cause_id = ? AND NOT is_void", causeID).OrderExpr("id").Scan(ctx)
	return parts, err
}

func selectAllParts(ctx context.Context, q db.Querier, causes []string) ([]*Part, error) {
	var parts []*Part
	if len(causes) == 0 {
		return nil, nil
	}
	err := q.NewSelect().Model(&parts).Where("cause_id IN (?)", bun.List(causes)).OrderExpr("id").Scan(ctx)
	return parts, err
}

func selectSellers(ctx context.Context, q db.Querier, refundID ID) ([]seller.ID, error) {
	var ids []seller.ID
	err := q.NewSelect().Model((*Part)(nil)).Distinct().Column("seller_id").
		Where("cause_id = ? AND seller_id <> ''", refundID).OrderExpr("seller_id").Scan(ctx, &ids)
	return ids, err
}

// underWay is the condition of the index of refunds that are not over. SQLite uses a
// partial index only where the query says the same in the same words.
const underWay = "status IN ('PLANNED', 'SENDING', 'UNKNOWN', 'PENDING', 'REQUIRES_ACTION')"

// selectStuck returns refunds that have waited to be sent since before.
func selectStuck(ctx context.Context, q db.Querier, before time.Time, limit int64) ([]ID, error) {
	var ids []ID
	err := q.NewSelect().Model((*Refund)(nil)).Column("id").
		Where(underWay).Where("status IN (?) AND checked_at < ?", bun.List([]Status{StatusPlanned, StatusSending, StatusUnknown}), before).
		OrderExpr("checked_at, id").Limit(limit).Scan(ctx, &ids)
	return ids, err
}

// staleness says since when nobody has told news of a refund under way, of one
// that has arrived, and how old one may be that can still fail.
type staleness struct{ open, arrived, oldest time.Time }

func selectStale(ctx context.Context, q db.Querier, s staleness, limit int64) ([]string, error) {
	var ids []string
	err := q.NewSelect().Model((*Refund)(nil)).Column("provider_id").
		Where("provider_id IS NOT NULL").
		Where("("+underWay+" AND status IN (?) AND checked_at < ?) OR (status = ? AND checked_at < ? AND created_at > ?)",
			bun.List([]Status{StatusPending, StatusRequiresAction}), s.open, StatusSucceeded, s.arrived, s.oldest).
		OrderExpr("checked_at, id").Limit(limit).Scan(ctx, &ids)
	return ids, err
}

func insertCredit(ctx context.Context, tx db.Tx, c *Credit) error {
	_, err := tx.NewInsert().Model(c).Exec(ctx)
	return err
}

func insertByHand(ctx context.Context, tx db.Tx, p *handPayment) error {
	_, err := tx.NewInsert().Model(p).Exec(ctx)
	return err
}

// sumByHand sums what the payer of a payment has paid by hand in its currency since
// then, to a buyer or, when none is named, to all.
func sumByHand(ctx context.Context, q db.Querier, p *handPayment, to identity.AccountID, since time.Time) (sum int64, err error) {
	s := q.NewSelect().Model((*handPayment)(nil)).ColumnExpr("CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT)").
		Where("paid_by = ? AND currency = ? AND created_at > ?", p.PaidBy, p.Currency, since)
	if to != "" {
		s.Where("buyer_id = ?", to)
	}
	err = s.Scan(ctx, &sum)
	return sum, err
}

// sumReturned sums what of an order was given back as credit.
func sumReturned(ctx context.Context, q db.Querier, orderID order.ID) (int64, error) {
	var sum int64
	err := q.NewSelect().Model((*Refund)(nil)).ColumnExpr("CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT)").
		Where("order_id = ? AND method = ? AND status NOT IN (?)", orderID, MethodCredit, bun.List([]Status{StatusRefused, StatusCancelled})).
		Scan(ctx, &sum)
	return sum, err
}

func sumCredit(ctx context.Context, q db.Querier, of identity.AccountID) ([]*money.Amount, error) {
	var rows []struct {
		Currency money.Currency
		SumMinor int64
	}
	err := q.NewSelect().Model((*Credit)(nil)).Column("currency").ColumnExpr("CAST(SUM(amount_minor) AS BIGINT) AS sum_minor").
		Where("buyer_id = ?", of).Group("currency").OrderExpr("currency").Scan(ctx, &rows)
	amounts := make([]*money.Amount, len(rows))
	for i, r := range rows {
		amounts[i] = &money.Amount{Minor: r.SumMinor, Currency: r.Currency}
	}
	return amounts, err
}

type discrepancy struct {
	ID     string
	Detail string
}

// selectDiscrepancies finds payments of which more or less was given back than
// their refunds say, refunds that are not the sum of their parts, lines of
// which more was given back than was bought, and credit that the ledger does
// not know of.
func selectDiscrepancies(ctx context.Context, q db.Querier) ([]discrepancy, error) {
	var rows []discrepancy
	err := q.NewRaw(`
		SELECT p.id AS id, 'the payment counts other refunds than there are' AS detail
		FROM payments p LEFT JOIN refunds r ON r.payment_id = p.id AND r.status NOT IN ('REFUSED', 'CANCELLED')
		GROUP BY p.id, p.refunded_minor HAVING p.refunded_minor <> COALESCE(SUM(r.amount_minor - r.loss_minor), 0)
		UNION ALL
		SELECT p.id, 'more was given back than was captured'
		FROM payments p WHERE p.refunded_minor > 0 AND (p.status <> 'CAPTURED' OR p.refunded_minor > p.amount_minor)
		UNION ALL
		SELECT r.id, 'the refund is not the sum of its parts'
		FROM refunds r LEFT JOIN refund_parts p ON p.cause_id = r.id
		GROUP BY r.id, r.amount_minor, r.loss_minor HAVING r.amount_minor - r.loss_minor <> COALESCE(SUM(p.seller_minor + p.kept_minor + p.commission_minor
			+ p.commission_vat_minor + p.tax_minor + p.platform_minor - p.promotion_minor), 0)
		UNION ALL
		SELECT l.id, 'more units were given back than were bought'
		FROM order_lines l JOIN refund_parts p ON p.line_id = l.id AND p.kind = 'LINE' AND NOT p.is_void
		GROUP BY l.id, l.quantity HAVING SUM(p.quantity) > l.quantity
		UNION ALL
		SELECT l.id, 'more commission was given back than was taken'
		FROM order_lines l JOIN refund_parts p ON p.line_id = l.id AND p.kind = 'LINE' AND NOT p.is_void
		GROUP BY l.id, l.commission_minor, l.commission_vat_minor HAVING SUM(p.commission_minor) > l.commission_minor
			OR SUM(p.commission_minor + p.commission_vat_minor + p.kept_minor) > l.commission_minor + l.commission_vat_minor
		UNION ALL
		SELECT r.id, 'the refund is not in the ledger'
		FROM refunds r WHERE NOT EXISTS (SELECT 1 FROM ledger_journals j WHERE j.source = 'refund:' || r.id || ':accepted')`).
		Scan(ctx, &rows)
	return rows, err
}

// selectPromises compares, per currency, what buyers were promised back and
// have not got, and what they have as credit, with the ledger.
func selectPromises(ctx context.Context, q db.Querier) ([]discrepancy, error) {
	var rows []discrepancy
	err := q.NewRaw(`
		SELECT account AS id, 'the ledger says ' || -SUM(ledger) || ', refunds and credits say ' || SUM(ours) AS detail FROM (
			SELECT e.account || ' ' || e.currency AS account, e.amount_minor AS ledger, 0 AS ours FROM ledger_entries e
			WHERE e.account IN ('pay:buyer_refund', 'pay:buyer_credit')
			UNION ALL
			SELECT 'pay:buyer_credit ' || currency, 0, amount_minor FROM buyer_credits
			UNION ALL
			SELECT 'pay:buyer_refund ' || r.currency, 0, r.amount_minor FROM refunds r
			WHERE r.status NOT IN ('REFUSED', 'CANCELLED', 'PAID_OTHERWISE', 'SUCCEEDED')
			AND NOT (r.status IN ('PENDING', 'REQUIRES_ACTION') AND EXISTS (SELECT 1 FROM ledger_journals j WHERE j.source = 'refund:' || r.id || ':REFUND_SETTLED'))
		) sums GROUP BY account HAVING SUM(ledger) + SUM(ours) <> 0`).Scan(ctx, &rows)
	return rows, err
}

// updateBuyer says whose the refunds of a guest are.
func updateBuyer(ctx context.Context, tx db.Tx, from, to identity.AccountID) error {
	for _, model := range []any{(*Refund)(nil), (*handPayment)(nil)} {
		if _, err := tx.NewUpdate().Model(model).Set("buyer_id = ?", to).Where("buyer_id = ?", from).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
