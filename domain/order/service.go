package order

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/seller"
)

// Service keeps orders.
type Service struct {
	db       *db.DB
	closing  *approval.Desk[closing]
	mayClose []ClosingTx // see MayClose
}

// New returns the orders.
func New(d *db.DB) *Service { return &Service{db: d} }

// Ship marks a seller's part of an order as sent and tells Shipped. It returns
// ErrNotFound, ErrState unless the part is ready to ship, and faults of the
// shipment's details.
func (s *Service) Ship(ctx context.Context, owner seller.ID, in ShipInput) (*SellerOrder, error) {
	shipment, err := in.shipment()
	if err != nil {
		return nil, err
	}
	var part *SellerOrder
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		part, err = lockSellerOrder(ctx, tx, owner, in.SellerOrderID)
		if err != nil {
			return notFound(err)
		}
		if err := part.MayShip(owner); err != nil {
			return err
		}
		now := tx.Now()
		part.Status, part.ShippedAt = SellerOrderShipped, &now
		shipment.ID, shipment.CreatedAt = id.New[ShipmentID]("shp"), now
		part.Shipment = shipment
		if err := updateShipped(ctx, tx, part); err != nil {
			return fmt.Errorf("ship %s: %w", part.ID, err)
		}
		ofOrder := event.About{Topic: TopicOf(part.OrderID), Subject: string(part.OrderID)}
		if err := event.Tell(ctx, tx, Shipped{}.EventName(), part.about(), ofOrder); err != nil {
			return err
		}
		return event.Emit(ctx, tx, Shipped{
			OrderID: part.OrderID, SellerOrderID: part.ID, SellerID: part.SellerID, ShippedAt: now,
		})
	})
	if err != nil {
		return nil, err
	}
	return part, nil
}

func notFound(err error) error {
	if errors.Is(err, db.ErrNotFound) {
		return ErrNotFound
	}
	return err
}
