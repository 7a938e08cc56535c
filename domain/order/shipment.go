package order

import (
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// Shipment is a parcel that has left a seller: some or all of a seller order.
type Shipment struct {
	bun.BaseModel `bun:"table:shipments,alias:shp"`

	ID             ShipmentID `bun:",pk"`
	SellerOrderID  SellerOrderID
	Carrier        string // may be empty
	TrackingNumber string // may be empty
	TrackingURL    string `bun:"tracking_url"` // https, may be empty
	CreatedAt      time.Time
	// UndoUntil is until when the seller may withdraw the shipment, UTC. Until then
	// nobody else is told of it and no hold begins; it is nil once they were told.
	UndoUntil *time.Time

	Lines []*ShipmentLine `bun:"-"` // what was in it; always loaded
}

// ShipmentLine says how many units of a line are in a parcel, or are to be sent.
type ShipmentLine struct {
	bun.BaseModel `bun:"table:shipment_lines,alias:shl"`

	ShipmentID ShipmentID `bun:",pk"`
	LineID     LineID     `bun:",pk"`
	Quantity   int64      // one or more

	Line *Line `bun:"-"`
}

// shipmentsMax bounds the parcels of a seller order, so that all can be loaded.
const shipmentsMax = 100

// LastShipment is the parcel that has left last, or nil.
func (s *SellerOrder) LastShipment() *Shipment {
	if len(s.Shipments) == 0 {
		return nil
	}
	return s.Shipments[len(s.Shipments)-1]
}

// Shipment returns a parcel of the part by its id, or nil.
func (s *SellerOrder) Shipment(id ShipmentID) *Shipment {
	i := slices.IndexFunc(s.Shipments, func(p *Shipment) bool { return p.ID == id })
	if i < 0 {
		return nil
	}
	return s.Shipments[i]
}

// State is the status as people read it: PARTIALLY_SHIPPED while something has left
// and something is still to be sent.
func (s *SellerOrder) State() SellerOrderStatus {
	if s.Status == SellerOrderReadyToShip && s.FirstShippedAt != nil {
		return SellerOrderPartiallyShipped
	}
	return s.Status
}

// ToShip is what is still to be sent, in the order of the lines: what has neither
// left nor been given back. It is empty unless the part is paid and not shipped.
func (s *SellerOrder) ToShip() []*ShipmentLine {
	if s.Status != SellerOrderReadyToShip {
		return []*ShipmentLine{}
	}
	return s.awaited()
}

// awaited is what has neither left nor been given back, whatever the status.
func (s *SellerOrder) awaited() []*ShipmentLine {
	return s.unsent(func(l *Line) int64 { return l.RefundedQuantity })
}

// unsent is what has not left, less what but says of each line.
func (s *SellerOrder) unsent(but func(*Line) int64) []*ShipmentLine {
	sent := s.sent()
	rest := []*ShipmentLine{}
	for _, l := range s.Lines {
		if n := l.Quantity - sent[l.ID] - but(l); n > 0 {
			rest = append(rest, &ShipmentLine{LineID: l.ID, Quantity: n, Line: l})
		}
	}
	return rest
}

// sent counts the units that have left, by line.
func (s *SellerOrder) sent() map[LineID]int64 {
	sent := make(map[LineID]int64, len(s.Lines))
	for _, p := range s.Shipments {
		for _, l := range p.Lines {
			sent[l.LineID] += l.Quantity
		}
	}
	return sent
}

// choose returns what a parcel holds. Without lines it is what is still to be sent,
// which what was given back is not: that leaves only when its line is named.
func (s *SellerOrder) choose(asked []ShipLine) ([]*ShipmentLine, error) {
	if asked != nil {
		return chosen(asked, s.unsent(func(*Line) int64 { return 0 }))
	}
	rest := s.ToShip()
	if len(rest) == 0 {
		return nil, ErrShipmentEmpty.At("lines")
	}
	return rest, nil
}
