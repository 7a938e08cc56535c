package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

const (
	lookUpBatch   = 500
	drainedWithin = 3 * time.Minute
)

// inspector looks into the database from outside, beside the server.
type inspector struct{ db *db.DB }

func inspect(ctx context.Context, url string) (*inspector, error) {
	d, err := db.Open(ctx, url, db.Options{Connections: 4, Readers: 2})
	return &inspector{d}, err
}

// awaitDrained returns when no job waits or runs. Of a database that was filled with
// very many products the jobs are many too.
func (in *inspector) awaitDrained(ctx context.Context, products int) error {
	ctx, cancel := context.WithTimeout(ctx, drainedWithin+time.Duration(products)*time.Millisecond)
	defer cancel()
	for {
		f, err := in.db.QueueFigures(ctx)
		if err != nil {
			return err
		}
		if f.Waiting == 0 && f.Running == 0 {
			return nil
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// check compares what was answered with what is there: each order with three
// parts and a payment, the paid ones with a journal in the ledger; and no job
// that has failed for good.
func (in *inspector) check(ctx context.Context, orders []string, paid int) error {
	for ids := range slices.Chunk(orders, lookUpBatch) {
		var there struct{ Orders, Parts, Payments int }
		err := in.db.Read(ctx).NewRaw(`SELECT (SELECT count(*) FROM orders WHERE id IN (?0)) AS orders,
			(SELECT count(*) FROM seller_orders WHERE order_id IN (?0)) AS parts,
			(SELECT count(*) FROM payments WHERE order_id IN (?0)) AS payments`, bun.List(ids)).Scan(ctx, &there)
		if err != nil {
			return err
		}
		if n := len(ids); there.Orders != n || there.Parts != 3*n || there.Payments != n {
			return fmt.Errorf("%d orders were answered; in the database are %+v", n, there)
		}
	}
	var there struct{ Paid, Booked int }
	err := in.db.Read(ctx).NewRaw(`SELECT (SELECT count(*) FROM orders WHERE status = 'PAID') AS paid,
		(SELECT count(*) FROM ledger_journals WHERE kind = 'SALE_CAPTURED') AS booked`).Scan(ctx, &there)
	if err != nil {
		return err
	}
	if there.Paid != paid || there.Booked != paid {
		return fmt.Errorf("%d orders were seen paid; in the database %d are paid and %d booked", paid, there.Paid, there.Booked)
	}
	parked, err := in.db.CountParked(ctx)
	if err == nil && parked > 0 {
		err = fmt.Errorf("%d jobs have failed for good", parked)
	}
	return err
}
