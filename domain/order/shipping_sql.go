package order

import (
	"context"
	"errors"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

func shipmentNotFound(err error) error {
	if errors.Is(err, db.ErrNotFound) {
		return ErrShipmentNotFound
	}
	return err
}

func updateShipping(ctx context.Context, tx db.Tx, s *SellerOrder) error {
	_, err := tx.NewUpdate().Model(s).Column("status", "first_shipped_at", "shipped_at", "cancelled_at").WherePK().Exec(ctx)
	return err
}

func insertShipment(ctx context.Context, tx db.Tx, s *Shipment) error {
	if _, err := tx.NewInsert().Model(s).Exec(db.Later(ctx)); err != nil {
		return err
	}
	for _, l := range s.Lines {
		l.ShipmentID = s.ID
	}
	_, err := tx.NewInsert().Model(&s.Lines).Exec(db.Later(ctx))
	return err
}

func deleteShipment(ctx context.Context, tx db.Tx, shipmentID ShipmentID) error {
	if _, err := tx.NewDelete().Model((*ShipmentLine)(nil)).Where("shipment_id = ?", shipmentID).Exec(ctx); err != nil {
		return err
	}
	_, err := tx.NewDelete().Model((*Shipment)(nil)).Where("id = ?", shipmentID).Exec(ctx)
	return err
}

func updateTold(ctx context.Context, tx db.Tx, s *Shipment) error {
	_, err := tx.NewUpdate().Model(s).Column("undo_until").WherePK().Exec(ctx)
	return err
}

func updateRefunded(ctx context.Context, tx db.Tx, lines []*Line) error {
	if len(lines) == 0 {
		return nil
	}
	_, err := tx.NewUpdate().Model(&lines).Column("refunded_quantity").Bulk().Exec(ctx)
	return err
}

func selectPartOfShipment(ctx context.Context, q db.Querier, shipmentID ShipmentID) (SellerOrderID, error) {
	var partID SellerOrderID
	err := q.NewSelect().Model((*Shipment)(nil)).Column("seller_order_id").Where("id = ?", shipmentID).Scan(ctx, &partID)
	return partID, err
}

// lockParts locks all parts of an order, in the order of their ids.
func lockParts(ctx context.Context, tx db.Tx, orderID ID) ([]*SellerOrder, error) {
	var parts []*SellerOrder
	err := db.ForUpdate(tx.NewSelect().Model(&parts).Where("order_id = ?", orderID).OrderExpr("id")).Scan(ctx)
	if err != nil {
		return nil, err
	}
	return parts, loadDetails(ctx, tx, parts)
}

// shipmentRow is a shipment with one of its lines.
type shipmentRow struct {
	ID             ShipmentID
	SellerOrderID  SellerOrderID
	Carrier        string
	TrackingNumber string
	TrackingURL    string `bun:"tracking_url"`
	CreatedAt      time.Time
	UndoUntil      *time.Time
	LineID         *LineID // nil for a shipment from before lines were kept: it held everything
	Quantity       *int64
}

func (r shipmentRow) shipment() *Shipment {
	return &Shipment{
		ID: r.ID, SellerOrderID: r.SellerOrderID, Carrier: r.Carrier, TrackingNumber: r.TrackingNumber, TrackingURL: r.TrackingURL,
		CreatedAt: r.CreatedAt, UndoUntil: r.UndoUntil,
	}
}

// loadShipments reads the shipments of those parts of which something was sent.
func loadShipments(ctx context.Context, q db.Querier, parts map[SellerOrderID]*SellerOrder) error {
	var sent []SellerOrderID
	for id, p := range parts {
		if p.ShippedAt != nil || p.FirstShippedAt != nil {
			sent = append(sent, id)
		}
	}
	if len(sent) == 0 {
		return nil
	}
	var rows []shipmentRow
	err := q.NewSelect().TableExpr("shipments AS shp").ColumnExpr("shp.*").ColumnExpr("shl.line_id, shl.quantity").
		Join("LEFT JOIN shipment_lines AS shl ON shl.shipment_id = shp.id").
		Where("shp.seller_order_id IN (?)", bun.List(sent)).OrderExpr("shp.created_at, shp.id, shl.line_id").Scan(ctx, &rows)
	if err != nil {
		return err
	}
	for _, r := range rows {
		parts[r.SellerOrderID].take(r)
	}
	return nil
}

// take adds a row to the shipments of a part.
func (s *SellerOrder) take(r shipmentRow) {
	of := s.LastShipment()
	if of == nil || of.ID != r.ID {
		of = r.shipment()
		s.Shipments = append(s.Shipments, of)
	}
	if r.LineID == nil {
		of.Lines = s.unsent(func(*Line) int64 { return 0 })
		return
	}
	for _, l := range s.Lines {
		if l.ID == *r.LineID {
			of.Lines = append(of.Lines, &ShipmentLine{ShipmentID: of.ID, LineID: l.ID, Quantity: *r.Quantity, Line: l})
		}
	}
}

// selectOversent finds lines of which more has left than was bought.
func selectOversent(ctx context.Context, q db.Querier) ([]wrongSum, error) {
	var rows []wrongSum
	err := q.NewRaw(`
		SELECT l.id AS id, l.quantity AS total, CAST(SUM(shl.quantity) AS BIGINT) AS parts
		FROM shipment_lines shl JOIN order_lines l ON l.id = shl.line_id
		GROUP BY l.id, l.quantity HAVING SUM(shl.quantity) > l.quantity`).Scan(ctx, &rows)
	return rows, err
}
