package order

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/seller"
)

// Ship marks a seller's part of an order, or some of it, as sent. Shipped is told
// when nothing is left to be sent, else PartiallyShipped: at once, or when the
// shipment can no longer be withdrawn. What was sent before with the same key is answered
// with the part as it is now. It returns ErrNotFound, ErrState unless the part is ready
// to ship, ErrShipmentLimit, idempotency.ErrReused, and faults of what is sent and how.
func (s *Service) Ship(ctx context.Context, by actor.Actor, in ShipInput) (*SellerOrder, error) {
	if _, err := in.shipment(); err != nil {
		return nil, err
	}
	var part *SellerOrder
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		part, err = shipOnceTx(ctx, tx, by, in)
		return err
	})
	if err != nil {
		return nil, err
	}
	return part, nil
}

// shipOnceTx sends a parcel, unless its key has named it before.
func shipOnceTx(ctx context.Context, tx db.Tx, by actor.Actor, in ShipInput) (part *SellerOrder, err error) {
	owner := seller.ID(by.SellerID)
	if in.IdempotencyKey == nil {
		return shipTx(ctx, tx, owner, in)
	}
	// Whoever works for two sellers has one account: the key is good for one of them.
	cmd := idempotency.Command{
		AccountID: by.AccountID, Operation: "sellerOrderShip", Key: *in.IdempotencyKey, Input: []any{owner, in},
	}
	err = idempotency.OnceTx(ctx, tx, cmd, func() (string, error) {
		if part, err = shipTx(ctx, tx, owner, in); err != nil {
			return "", err
		}
		return string(part.LastShipment().ID), nil
	}, func(string) error {
		part, err = selectSellerOrder(ctx, tx, in.SellerOrderID, owner)
		return err
	})
	return part, err
}

func shipTx(ctx context.Context, tx db.Tx, owner seller.ID, in ShipInput) (*SellerOrder, error) {
	shipment, err := in.shipment()
	if err != nil {
		return nil, err
	}
	part, err := lockSellerOrder(ctx, tx, owner, in.SellerOrderID)
	if err != nil {
		return nil, notFound(err)
	}
	if err := part.MayShip(owner); err != nil {
		return nil, err
	}
	if len(part.Shipments) >= shipmentsMax {
		return nil, ErrShipmentLimit
	}
	if shipment.Lines, err = part.choose(in.Lines); err != nil {
		return nil, err
	}
	// What was sent before is sent for good once something follows it.
	told, err := part.endUndoTx(ctx, tx)
	if err != nil {
		return nil, err
	}
	now := tx.Now()
	shipment.ID, shipment.CreatedAt = id.New[ShipmentID]("shp"), now
	if undo := in.undo(); undo > 0 {
		until := now.Add(undo)
		shipment.UndoUntil = &until
	}
	if err := part.addTx(ctx, tx, shipment); err != nil {
		return nil, fmt.Errorf("ship %s: %w", part.ID, err)
	}
	if shipment.UndoUntil == nil {
		return part, event.EmitAll(ctx, tx, append(told, part.sentEvent(shipment))...)
	}
	if err := event.EmitAll(ctx, tx, told...); err != nil {
		return nil, err
	}
	job := TellShipment{SellerID: part.SellerID, SellerOrderID: part.ID, ShipmentID: shipment.ID}
	return part, tx.Enqueue(ctx, job, db.JobOptions{NotBefore: *shipment.UndoUntil})
}

// addTx adds a shipment to a locked part.
func (s *SellerOrder) addTx(ctx context.Context, tx db.Tx, shipment *Shipment) error {
	now := tx.Now()
	s.Shipments = append(s.Shipments, shipment)
	if s.FirstShippedAt == nil {
		s.FirstShippedAt = &now
	}
	if len(s.ToShip()) == 0 {
		s.Status, s.ShippedAt = SellerOrderShipped, &now
	}
	if err := updateShipping(ctx, tx, s); err != nil {
		return err
	}
	if err := insertShipment(ctx, tx, shipment); err != nil {
		return err
	}
	return s.tellNewsTx(ctx, tx, s.sentEvent(shipment).EventName())
}

// sentEvent is what is told of a shipment that has left for good.
func (s *SellerOrder) sentEvent(of *Shipment) event.Event {
	if s.Status == SellerOrderShipped {
		return Shipped{
			OrderID: s.OrderID, SellerOrderID: s.ID, SellerID: s.SellerID, ShipmentID: of.ID, ShippedAt: *s.ShippedAt,
		}
	}
	return PartiallyShipped{
		OrderID: s.OrderID, SellerOrderID: s.ID, SellerID: s.SellerID, ShipmentID: of.ID, ShippedAt: of.CreatedAt,
	}
}

// tellNewsTx tells those who follow the part or its order.
func (s *SellerOrder) tellNewsTx(ctx context.Context, tx db.Tx, name string) error {
	return event.Tell(ctx, tx, name, s.about(), event.About{Topic: TopicOf(s.OrderID), Subject: string(s.OrderID)})
}

// endUndoTx ends that shipments of a locked part can still be withdrawn, and returns what
// is to be told of them: together with what else the unit tells of the part, so that
// receivers of webhooks get it in this order.
func (s *SellerOrder) endUndoTx(ctx context.Context, tx db.Tx) (told []event.Event, err error) {
	for _, p := range s.Shipments {
		if p.UndoUntil == nil {
			continue
		}
		p.UndoUntil = nil
		if err := updateTold(ctx, tx, p); err != nil {
			return nil, fmt.Errorf("tell of shipment %s: %w", p.ID, err)
		}
		told = append(told, s.sentEvent(p))
	}
	return told, nil
}

// TellShipment is the job that tells of a shipment when it can no longer be
// withdrawn.
type TellShipment struct {
	SellerID      seller.ID     `json:"seller_id"`
	SellerOrderID SellerOrderID `json:"seller_order_id"`
	ShipmentID    ShipmentID    `json:"shipment_id"`
}

// Kind implements db.Job.
func (TellShipment) Kind() string { return "order.tell_shipment" }

// TellShipment does the job. A shipment that was withdrawn, or told of already, is
// left alone.
func (s *Service) TellShipment(ctx context.Context, job TellShipment) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		part, err := lockSellerOrder(ctx, tx, job.SellerID, job.SellerOrderID)
		if err != nil {
			return err
		}
		of := part.Shipment(job.ShipmentID)
		if of == nil || of.UndoUntil == nil {
			return nil
		}
		if tx.Now().Before(*of.UndoUntil) { // the clocks of two processes differ
			return tx.Enqueue(ctx, job, db.JobOptions{NotBefore: *of.UndoUntil})
		}
		told, err := part.endUndoTx(ctx, tx)
		if err != nil {
			return err
		}
		return event.EmitAll(ctx, tx, told...)
	})
}

// WithdrawShipment takes a shipment back: what was in it is to be sent again. It
// returns ErrShipmentNotFound for one that does not exist or is not the seller's, and
// ErrShipmentTold once its time is over.
func (s *Service) WithdrawShipment(ctx context.Context, owner seller.ID, in WithdrawShipmentInput) (*SellerOrder, error) {
	var part *SellerOrder
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		partID, err := selectPartOfShipment(ctx, tx, in.ShipmentID)
		if err == nil {
			part, err = lockSellerOrder(ctx, tx, owner, partID)
		}
		if err != nil {
			return shipmentNotFound(err)
		}
		return part.withdrawTx(ctx, tx, in.ShipmentID)
	})
	if err != nil {
		return nil, err
	}
	return part, nil
}

func (s *SellerOrder) withdrawTx(ctx context.Context, tx db.Tx, shipmentID ShipmentID) error {
	of := s.Shipment(shipmentID)
	switch {
	case of == nil: // withdrawn by somebody else, meanwhile
		return ErrShipmentNotFound
	case of.UndoUntil == nil || !tx.Now().Before(*of.UndoUntil):
		return ErrShipmentTold
	}
	// Only the last one can be untold: the next one tells of those before it.
	s.Shipments = s.Shipments[:len(s.Shipments)-1]
	if len(s.Shipments) == 0 {
		s.FirstShippedAt = nil
	}
	s.Status, s.ShippedAt = SellerOrderReadyToShip, nil
	if err := deleteShipment(ctx, tx, shipmentID); err != nil {
		return fmt.Errorf("withdraw shipment %s: %w", shipmentID, err)
	}
	if err := updateShipping(ctx, tx, s); err != nil {
		return fmt.Errorf("withdraw shipment %s: %w", shipmentID, err)
	}
	e := ShipmentWithdrawn{OrderID: s.OrderID, SellerOrderID: s.ID, SellerID: s.SellerID, ShipmentID: shipmentID}
	if err := s.tellNewsTx(ctx, tx, e.EventName()); err != nil {
		return err
	}
	if err := event.Emit(ctx, tx, e); err != nil {
		return err
	}
	return s.followRefundsTx(ctx, tx)
}

// SetRefundedTx notes how many units of each line of an order were given back in
// all, so that nobody waits for them. A part of which nothing more is to be sent is
// shipped when something has left, and Shipped is told; else it is cancelled, and
// PartCancelled is told. When the refund gives nothing back after all, a part that was
// cancelled so is to be sent again, and PartReopened is told; none becomes unshipped.
func SetRefundedTx(ctx context.Context, tx db.Tx, orderID ID, units map[LineID]int64) error {
	parts, err := lockParts(ctx, tx, orderID)
	if err != nil {
		return fmt.Errorf("lock parts of order %s: %w", orderID, err)
	}
	var changed []*Line
	for _, part := range parts {
		for _, l := range part.Lines {
			if l.RefundedQuantity != units[l.ID] {
				l.RefundedQuantity, changed = units[l.ID], append(changed, l)
			}
		}
	}
	if err := updateRefunded(ctx, tx, changed); err != nil {
		return fmt.Errorf("note what was given back of order %s: %w", orderID, err)
	}
	for _, part := range parts {
		if err := part.followRefundsTx(ctx, tx); err != nil {
			return err
		}
	}
	return nil
}

// followRefundsTx brings a locked part to the status that what was given back leaves it.
func (s *SellerOrder) followRefundsTx(ctx context.Context, tx db.Tx) error {
	isAwaited := len(s.awaited()) > 0
	switch {
	case s.Status == SellerOrderReadyToShip && !isAwaited && s.FirstShippedAt != nil:
		return s.completeTx(ctx, tx)
	case s.Status == SellerOrderReadyToShip && !isAwaited:
		return s.cancelTx(ctx, tx)
	case s.Status == SellerOrderCancelled && s.PaidAt != nil && isAwaited:
		return s.reopenTx(ctx, tx)
	}
	return nil
}

// completeTx ends the shipping of a part of which something has left.
func (s *SellerOrder) completeTx(ctx context.Context, tx db.Tx) error {
	told, err := s.endUndoTx(ctx, tx)
	if err != nil {
		return err
	}
	now := tx.Now()
	s.Status, s.ShippedAt = SellerOrderShipped, &now
	return s.moveTx(ctx, tx, Shipped{
		OrderID: s.OrderID, SellerOrderID: s.ID, SellerID: s.SellerID, ShippedAt: now, IsByRefund: true,
	}, told...)
}

// cancelTx ends a part of which nothing has left and nothing is to be sent.
func (s *SellerOrder) cancelTx(ctx context.Context, tx db.Tx) error {
	now := tx.Now()
	s.Status, s.CancelledAt = SellerOrderCancelled, &now
	return s.moveTx(ctx, tx, PartCancelled{OrderID: s.OrderID, SellerOrderID: s.ID, SellerID: s.SellerID})
}

// reopenTx has a part sent that was cancelled by a refund.
func (s *SellerOrder) reopenTx(ctx context.Context, tx db.Tx) error {
	s.Status, s.CancelledAt = SellerOrderReadyToShip, nil
	return s.moveTx(ctx, tx, PartReopened{OrderID: s.OrderID, SellerOrderID: s.ID, SellerID: s.SellerID})
}

// moveTx writes the status of a locked part, and tells everybody, after what has waited
// to be told.
func (s *SellerOrder) moveTx(ctx context.Context, tx db.Tx, e event.Event, told ...event.Event) error {
	if err := updateShipping(ctx, tx, s); err != nil {
		return fmt.Errorf("%s of %s: %w", e.EventName(), s.ID, err)
	}
	if err := s.tellNewsTx(ctx, tx, e.EventName()); err != nil {
		return err
	}
	return event.EmitAll(ctx, tx, append(told, e)...)
}
