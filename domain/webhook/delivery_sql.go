package webhook

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

// insertDeliveries writes deliveries, but those that the same event has led to
// before.
func insertDeliveries(ctx context.Context, tx db.Tx, deliveries []*Delivery) error {
	_, err := tx.NewInsert().Model(&deliveries).On("CONFLICT (endpoint_id, event_id, object_id) DO NOTHING").Exec(ctx)
	return err
}

func countInFlight(ctx context.Context, tx db.Tx, endpointID ID) (int64, error) {
	return tx.NewSelect().Model((*Delivery)(nil)).Where("wd.endpoint_id = ?", endpointID).Where("wd.status = ?", Pending).
		Where("wd.claimed_until > ?", tx.Now()).Count(ctx)
}

func countPendingTests(ctx context.Context, tx db.Tx, endpointID ID) (int64, error) {
	return tx.NewSelect().Model((*Delivery)(nil)).Where("wd.endpoint_id = ?", endpointID).Where("wd.status = ?", Pending).
		Where("wd.topic = ?", Test).Count(ctx)
}

// selectNext returns what is to be sent next to an endpoint, which must be locked:
// what is due, is not being sent, and is not held back by an older one about the
// same object. It returns db.ErrNotFound when there is nothing.
func selectNext(ctx context.Context, tx db.Tx, endpointID ID) (*Delivery, error) {
	d := new(Delivery)
	older := tx.NewSelect().TableExpr("webhook_deliveries AS o").ColumnExpr("1").
		Where("o.endpoint_id = wd.endpoint_id").Where("o.object_id = wd.object_id").Where("o.status = ?", Pending).
		Where("o.event_id < wd.event_id").Where("o.tries < ? OR o.claimed_until > ?", HoldingTries, tx.Now())
	err := tx.NewSelect().Model(d).Where("wd.endpoint_id = ?", endpointID).Where("wd.status = ?", Pending).
		Where("wd.due_at <= ?", tx.Now()).Where("wd.claimed_until IS NULL OR wd.claimed_until <= ?", tx.Now()).
		Where("NOT EXISTS (?)", older).Order("wd.event_id", "wd.id").Limit(1).Scan(ctx)
	return d, err
}

func lockDelivery(ctx context.Context, tx db.Tx, deliveryID DeliveryID) (*Delivery, error) {
	d := new(Delivery)
	err := db.ForUpdate(tx.NewSelect().Model(d).Where("wd.id = ?", deliveryID)).Scan(ctx)
	return d, err
}

func updateDelivery(ctx context.Context, tx db.Tx, d *Delivery) error {
	_, err := tx.NewUpdate().Model(d).Column("status", "tries", "attempts", "due_at", "claimed_until", "ended_at").WherePK().Exec(ctx)
	return err
}

// failPending ends all that is to be sent to an endpoint, which must be locked.
func failPending(ctx context.Context, tx db.Tx, endpointID ID) error {
	_, err := tx.NewUpdate().Model((*Delivery)(nil)).Set("status = ?", Failed).Set("ended_at = ?", tx.Now()).Set("claimed_until = NULL").
		Where("endpoint_id = ?", endpointID).Where("status = ?", Pending).Exec(ctx)
	return err
}

// renewFailed has what has failed of an endpoint sent again, but tests, and returns how many.
func renewFailed(ctx context.Context, tx db.Tx, endpointID ID, since time.Time) (int, error) {
	res, err := tx.NewUpdate().Model((*Delivery)(nil)).
		Set("status = ?", Pending).Set("ended_at = NULL").Set("tries = 0").Set("due_at = ?", tx.Now()).
		Where("endpoint_id = ?", endpointID).Where("status = ?", Failed).Where("topic <> ?", Test).Where("occurred_at >= ?", since).Exec(ctx)
	if err != nil {
		return 0, err
	}
	n, err := res.RowsAffected()
	return int(n), err
}

func insertAttempt(ctx context.Context, tx db.Tx, a *Attempt) error {
	_, err := tx.NewInsert().Model(a).Exec(ctx)
	return err
}

// updateAttempt writes how an attempt went, unless that is written already.
func updateAttempt(ctx context.Context, tx db.Tx, a *Attempt) error {
	_, err := tx.NewUpdate().Model(a).Column("outcome", "status_code", "duration_ms", "answer", "problem").WherePK().
		Where("outcome IN (?)", bun.List([]Outcome{Running, Interrupted})).Exec(ctx)
	return err
}

// interruptAttempts notes that nobody has seen the end of what still runs of a
// delivery.
func interruptAttempts(ctx context.Context, tx db.Tx, deliveryID DeliveryID) error {
	_, err := tx.NewUpdate().Model((*Attempt)(nil)).Set("outcome = ?", Interrupted).Where("delivery_id = ?", deliveryID).
		Where("outcome = ?", Running).Exec(ctx)
	return err
}

func selectAttempts(ctx context.Context, q db.Querier, ids []DeliveryID) ([]*Attempt, error) {
	var attempts []*Attempt
	err := q.NewSelect().Model(&attempts).Where("wa.delivery_id IN (?)", bun.List(ids)).OrderExpr("wa.number DESC").Scan(ctx)
	return attempts, err
}

// selectDue returns the endpoints that something is due for.
func selectDue(ctx context.Context, q db.Querier, at time.Time, limit int64) ([]ID, error) {
	var ids []ID
	err := q.NewSelect().Model((*Delivery)(nil)).ColumnExpr("DISTINCT wd.endpoint_id").
		Join("JOIN webhook_endpoints AS we ON we.id = wd.endpoint_id").Where("we.rests_until IS NULL OR we.rests_until <= ?", at).
		Where("wd.status = ?", Pending).Where("wd.due_at <= ?", at).
		Where("wd.claimed_until IS NULL OR wd.claimed_until <= ?", at).Limit(limit).Scan(ctx, &ids)
	return ids, err
}

func selectDeliveries(ctx context.Context, q db.Querier, ids []DeliveryID) ([]*Delivery, error) {
	var deliveries []*Delivery
	err := q.NewSelect().Model(&deliveries).Where("wd.id IN (?)", bun.List(ids)).Scan(ctx)
	return deliveries, err
}

func selectDeliveryPage(ctx context.Context, q db.Querier, of ID, f DeliveryFilter, l listing) ([]*Delivery, error) {
	var deliveries []*Delivery
	sel := q.NewSelect().Model(&deliveries).Where("wd.endpoint_id = ?", of)
	if f.Status != nil {
		sel.Where("wd.status = ?", *f.Status)
	}
	if f.Event != nil {
		sel.Where("wd.topic = ?", *f.Event)
	}
	err := sel.Apply(l.apply("wd.id")).Scan(ctx)
	return deliveries, err
}

// pruneBatch is how many deliveries one unit removes.
const pruneBatch = 500

// deleteEnded removes deliveries that have ended before an instant, with their
// attempts, and returns how many.
func deleteEnded(ctx context.Context, tx db.Tx, before time.Time) (int, error) {
	var ids []DeliveryID
	err := tx.NewSelect().Model((*Delivery)(nil)).Column("id").Where("wd.status <> ?", Pending).Where("wd.ended_at < ?", before).
		Limit(pruneBatch).Scan(ctx, &ids)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	if _, err := tx.NewDelete().Model((*Attempt)(nil)).Where("delivery_id IN (?)", bun.List(ids)).Exec(ctx); err != nil {
		return 0, err
	}
	_, err = tx.NewDelete().Model((*Delivery)(nil)).Where("id IN (?)", bun.List(ids)).Exec(ctx)
	return len(ids), err
}
