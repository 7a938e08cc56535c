package payment

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
)

func insertPayment(ctx context.Context, tx db.Tx, p *Payment) error {
	if _, err := tx.NewInsert().Model(p).Exec(db.Later(ctx)); err != nil {
		return err
	}
	_, err := tx.NewInsert().Model(&p.Allocations).Exec(db.Later(ctx))
	return err
}

func updatePayment(ctx context.Context, tx db.Tx, p *Payment) error {
	_, err := tx.NewUpdate().Model(p).Column(
		"status", "intent_id", "client_secret", "charge_id", "transaction_id", "fee_minor",
		"decline", "refusal", "checked_at", "captured_at", "cancelled_at", "processing_since", "ended_intents",
	).WherePK().Exec(db.Later(ctx))
	return err
}

// updateCreating writes the intent of a payment, and reports false when the
// payment is no longer CREATING, or waits for another intent.
func updateCreating(ctx context.Context, tx db.Tx, p *Payment) (bool, error) {
	res, err := tx.NewUpdate().Model(p).Column("status", "intent_id", "client_secret", "checked_at").
		WherePK().Where("status = ? AND ended_intents = ?", StatusCreating, p.EndedIntents).Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

func updateGivenBack(ctx context.Context, tx db.Tx, p *Payment) error {
	_, err := tx.NewUpdate().Model(p).Column("refunded_minor", "open_disputes").WherePK().Exec(ctx)
	return err
}

func lockByOrder(ctx context.Context, tx db.Tx, orderID order.ID) (*Payment, error) {
	p := new(Payment)
	err := db.ForUpdate(tx.NewSelect().Model(p).Where("order_id = ?", orderID)).Scan(ctx)
	return p, err
}

func selectOrderOfCharge(ctx context.Context, q db.Querier, chargeID string) (order.ID, error) {
	var orderID order.ID
	err := q.NewSelect().Model((*Payment)(nil)).Column("order_id").Where("charge_id = ? AND charge_id <> ''", chargeID).Scan(ctx, &orderID)
	return orderID, err
}

// awaitsIntent reports whether an intent is one of ours that may still be captured.
func awaitsIntent(ctx context.Context, q db.Querier, intentID string) (bool, error) {
	return q.NewSelect().Model((*Payment)(nil)).Where("intent_id = ?", intentID).
		Where("status IN (?)", bun.List([]Status{StatusCreating, StatusAwaitingBuyer})).Exists(ctx)
}

func lockPayment(ctx context.Context, tx db.Tx, paymentID ID) (*Payment, error) {
	p := new(Payment)
	err := db.ForUpdate(tx.NewSelect().Model(p).Where("id = ?", paymentID)).Scan(ctx)
	return p, err
}

// lockByIntent finds the payment of an intent by the id we gave it, so that an
// event which overtakes the answer to its creation finds it too.
func lockByIntent(ctx context.Context, tx db.Tx, intent *Intent) (*Payment, error) {
	p := new(Payment)
	err := db.ForUpdate(tx.NewSelect().Model(p).
		Where("id = ? AND (intent_id IS NULL OR intent_id = ?)", intent.PaymentID, intent.ID)).Scan(ctx)
	return p, err
}

func insertEndedIntent(ctx context.Context, tx db.Tx, e *endedIntent) error {
	_, err := tx.NewInsert().Model(e).Exec(ctx)
	return err
}

func hasEnded(ctx context.Context, q db.Querier, intentID string) (bool, error) {
	return q.NewSelect().Model((*endedIntent)(nil)).Where("intent_id = ?", intentID).Exists(ctx)
}

func hasIntent(ctx context.Context, q db.Querier, intentID string) (bool, error) {
	return q.NewSelect().Model((*Payment)(nil)).Where("intent_id = ?", intentID).Exists(ctx)
}

func selectByOrder(ctx context.Context, q db.Querier, orderID order.ID) (*Payment, error) {
	p := new(Payment)
	if err := q.NewSelect().Model(p).Where("order_id = ?", orderID).Scan(ctx); err != nil {
		return nil, err
	}
	return p, loadAllocations(ctx, q, p)
}

func selectByOrders(ctx context.Context, q db.Querier, ids []order.ID) (map[order.ID]*Payment, error) {
	found := map[order.ID]*Payment{}
	if len(ids) == 0 {
		return found, nil
	}
	var rows []*Payment
	if err := q.NewSelect().Model(&rows).Where("order_id IN (?)", bun.List(ids)).Scan(ctx); err != nil {
		return nil, err
	}
	for _, p := range rows {
		found[p.OrderID] = p
	}
	return found, nil
}

func loadAllocations(ctx context.Context, q db.Querier, p *Payment) error {
	return q.NewSelect().Model(&p.Allocations).Where("payment_id = ?", p.ID).OrderExpr("id").Scan(ctx)
}

// selectStale reads payments that await news for longer than they should, those first
// that were looked at longest ago: those that come after one of them, a batch at most.
func selectStale(ctx context.Context, q db.Querier, now time.Time, after *Payment) ([]*Payment, error) {
	var rows []*Payment
	err := q.NewSelect().Model(&rows).
		Where("status IN (?)", bun.List([]Status{StatusCreating, StatusAwaitingBuyer})).
		Where("checked_at < ? AND (processing_since IS NULL OR checked_at < ?)", now.Add(-sweepAfter), now.Add(-sweepSlowly)).
		Where("(checked_at, id) > (?, ?)", after.CheckedAt.UTC(), after.ID).
		OrderExpr("checked_at, id").Limit(sweepBatch).Scan(ctx, &rows)
	return rows, err
}

type discrepancy struct {
	ID     string
	Detail string
}

// selectWrongAllocations finds payments whose allocations and service fee do not
// sum to their amount.
func selectWrongAllocations(ctx context.Context, q db.Querier) ([]discrepancy, error) {
	var rows []discrepancy
	err := q.NewRaw(`
		SELECT p.id AS id, 'allocations do not sum to the amount' AS detail
		FROM payments p JOIN orders o ON o.id = p.order_id LEFT JOIN payment_allocations a ON a.payment_id = p.id
		GROUP BY p.id, p.amount_minor, o.service_fee_minor
		HAVING p.amount_minor <> COALESCE(SUM(a.amount_minor), 0) + o.service_fee_minor
		UNION ALL
		SELECT p.id, 'another credit was spent for it than it counts'
		FROM payments p LEFT JOIN buyer_credits c ON c.payment_id = p.id
		GROUP BY p.id, p.status, p.credit_minor
		HAVING COALESCE(SUM(c.amount_minor), 0) <> CASE WHEN p.status = 'CANCELLED' THEN 0 ELSE -p.credit_minor END`).Scan(ctx, &rows)
	return rows, err
}

// selectUnpaired finds completed carts, orders and payments that are not one
// of each, and orders that are paid while their payment is not, or the reverse.
func selectUnpaired(ctx context.Context, q db.Querier) ([]discrepancy, error) {
	var rows []discrepancy
	err := q.NewRaw(`
		SELECT o.id AS id, 'the order has no payment' AS detail
		FROM orders o LEFT JOIN payments p ON p.order_id = o.id WHERE p.id IS NULL
		UNION ALL
		SELECT c.id, 'the completed cart has no order'
		FROM carts c LEFT JOIN orders o ON o.cart_id = c.id WHERE c.status = 'COMPLETED' AND o.id IS NULL
		UNION ALL
		SELECT o.id, 'the order is ' || o.status || ', its payment is ' || p.status
		FROM orders o JOIN payments p ON p.order_id = o.id
		WHERE (o.status = 'PAID') <> (p.status = 'CAPTURED') OR (o.status = 'CANCELLED') <> (p.status = 'CANCELLED')
		UNION ALL
		SELECT p.id, 'the captured payment is not in the ledger'
		FROM payments p WHERE p.status = 'CAPTURED'
		AND NOT EXISTS (SELECT 1 FROM ledger_journals j WHERE j.source = 'capture:' || p.id)`).Scan(ctx, &rows)
	return rows, err
}

func insertSpending(ctx context.Context, tx db.Tx, s *spending) error {
	_, err := tx.NewInsert().Model(s).Exec(ctx)
	return err
}

// lockCredit locks what was given to a buyer and returns what is left of it.
func lockCredit(ctx context.Context, tx db.Tx, of identity.AccountID, c money.Currency) (int64, error) {
	var given []string
	err := db.ForUpdate(tx.NewSelect().Model((*spending)(nil)).Column("id").
		Where("buyer_id = ? AND currency = ? AND amount_minor > 0", of, c).OrderExpr("id")).Scan(ctx, &given)
	if err != nil {
		return 0, err
	}
	var sum int64
	err = tx.NewSelect().Model((*spending)(nil)).ColumnExpr("CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT)").
		Where("buyer_id = ? AND currency = ?", of, c).Scan(ctx, &sum)
	return sum, err
}

// updateBuyer says whose the payments of a guest are. They are found by their orders,
// which may have been adopted before.
func updateBuyer(ctx context.Context, tx db.Tx, from, to identity.AccountID) error {
	_, err := tx.NewUpdate().Model((*Payment)(nil)).Set("buyer_id = ?", to).Where("buyer_id = ?", from).
		Where("order_id IN (SELECT id FROM orders WHERE buyer_id IN (?, ?))", from, to).Exec(ctx)
	return err
}

// lockGiven locks what was given to a buyer, in all currencies.
func lockGiven(ctx context.Context, tx db.Tx, of identity.AccountID) error {
	var given []string
	return db.ForUpdate(tx.NewSelect().Model((*spending)(nil)).Column("id").
		Where("buyer_id = ? AND amount_minor > 0", of).OrderExpr("id")).Scan(ctx, &given)
}

func updateCreditor(ctx context.Context, tx db.Tx, from, to identity.AccountID) error {
	_, err := tx.NewUpdate().Model((*spending)(nil)).Set("buyer_id = ?", to).Where("buyer_id = ?", from).Exec(ctx)
	return err
}
