package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/inventory"
)

func hasOrders(ctx context.Context, q db.Querier) (bool, error) {
	return q.NewSelect().TableExpr("orders").ColumnExpr("1").Limit(1).Exists(ctx)
}

func selectPayoutAccounts(ctx context.Context, q db.Querier) (ids []string, err error) {
	err = q.NewSelect().TableExpr("payout_accounts").ColumnExpr("provider_id").
		Where("provider_id IS NOT NULL").OrderExpr("id").Scan(ctx, &ids)
	return ids, err
}

// stockMin is how many there must be of what the sample is bought of.
const stockMin = 20

// selectWares finds offers with enough in stock, of all sellers.
func selectWares(ctx context.Context, q db.Querier, most int) (wares []ware, err error) {
	err = q.NewRaw(`SELECT l.offer_id, l.seller_id
		FROM (SELECT sl.offer_id, sl.seller_id, ROW_NUMBER() OVER (PARTITION BY sl.seller_id ORDER BY sl.offer_id) AS place
			FROM stock_levels AS sl WHERE sl.on_hand - sl.reserved >= ?0) AS l
		ORDER BY l.place, l.offer_id LIMIT ?1`, stockMin, most).Scan(ctx, &wares)
	return wares, err
}

type part struct{ ID, SellerID string }

// selectParts finds parts of orders in a status, without those that were given back.
func selectParts(ctx context.Context, q db.Querier, status string) (parts []part, err error) {
	err = q.NewRaw(`SELECT s.id, s.seller_id FROM seller_orders AS s WHERE s.status = ?
		AND NOT EXISTS (SELECT 1 FROM refund_parts AS r WHERE r.seller_order_id = s.id)
		AND NOT EXISTS (SELECT 1 FROM disputes AS d WHERE d.order_id = s.order_id) ORDER BY s.id`, status).Scan(ctx, &parts)
	return parts, err
}

// selectOpenDisputes names, as the provider does, disputes that were opened before
// an instant.
func selectOpenDisputes(ctx context.Context, q db.Querier, before time.Time) (ids []string, err error) {
	err = q.NewSelect().TableExpr("disputes").ColumnExpr("provider_id").
		Where("status IN ('INQUIRY', 'OPEN')").Where("created_at < ?", before).OrderExpr("id").Scan(ctx, &ids)
	return ids, err
}

// unfinished counts what must not be left when the sample is over: its copies would
// wait for ever.
func unfinished(ctx context.Context, q db.Querier) (map[string]int64, error) {
	left := map[string]int64{}
	for what, statement := range map[string]string{
		"payments":    "SELECT COUNT(*) FROM payments WHERE status IN ('CREATING', 'AWAITING_BUYER')",
		"orders":      "SELECT COUNT(*) FROM orders WHERE status = 'AWAITING_PAYMENT'",
		"refunds":     "SELECT COUNT(*) FROM refunds WHERE status IN ('PLANNED', 'SENDING', 'UNKNOWN')",
		"disputes":    "SELECT COUNT(*) FROM disputes WHERE status IN ('INQUIRY', 'OPEN')",
		"transfers":   "SELECT COUNT(*) FROM transfers WHERE status IN ('PLANNED', 'SENDING', 'UNKNOWN')",
		"reversals":   "SELECT COUNT(*) FROM reversals WHERE status IN ('PLANNED', 'SENDING', 'UNKNOWN')",
		"payouts":     "SELECT COUNT(*) FROM payouts WHERE status NOT IN ('PAID', 'FAILED', 'CANCELLED')",
		"releases":    "SELECT COUNT(*) FROM releases WHERE status = 'TRANSFERRING' OR status = 'RELEASED' AND block = ''",
		"webhooks":    "SELECT COUNT(*) FROM inbox WHERE status = 'RECEIVED'",
		"maturities":  "SELECT COUNT(*) FROM ledger_maturities WHERE settled_at IS NULL",
		"parked jobs": "SELECT COUNT(*) FROM river_job WHERE state = 'discarded'",
	} {
		var n int64
		if err := q.NewRaw(statement).Scan(ctx, &n); err != nil {
			return nil, fmt.Errorf("%s: %w", what, err)
		}
		if n > 0 {
			left[what] = n
		}
	}
	return left, nil
}

// restock adds a movement to each offer whose copied sales have taken more than came
// in, so that the stock is what it was before the copies.
func restock(ctx context.Context, tx db.Tx) error {
	var lacking []*inventory.Movement
	err := tx.NewRaw(`SELECT l.offer_id, l.seller_id, l.on_hand AS on_hand_after, l.on_hand - m.moved AS delta
		FROM stock_levels AS l JOIN (SELECT offer_id, CAST(SUM(delta) AS BIGINT) AS moved FROM stock_movements GROUP BY offer_id) AS m
			ON m.offer_id = l.offer_id
		WHERE m.moved <> l.on_hand ORDER BY l.offer_id`).Scan(ctx, &lacking)
	if err != nil || len(lacking) == 0 {
		return err
	}
	for _, m := range lacking {
		m.ID, m.Reason, m.CreatedAt = id.New[inventory.MovementID]("mov"), inventory.ReasonAdjust, tx.Now()
	}
	_, err = tx.NewInsert().Model(&lacking).Exec(ctx)
	return err
}
