package inventory

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/seller"
)

// Level is the stock of an offer.
type Level struct {
	bun.BaseModel `bun:"table:stock_levels,alias:sl"`

	OfferID   catalog.OfferID `bun:",pk"`
	SellerID  seller.ID
	OnHand    int64 // units in the seller's hands
	Reserved  int64 // of these, held for orders
	UpdatedAt time.Time
}

// Available is how many units can be sold now.
func (l *Level) Available() int64 { return l.OnHand - l.Reserved }

// MovementID names a movement, mov_….
type MovementID string

// Reason says why stock moved.
type Reason string

// The reasons.
const (
	// ReasonSet is a count by the seller: on hand is now this.
	ReasonSet Reason = "SET"
	// ReasonAdjust is a correction by the seller: more or less than before.
	ReasonAdjust Reason = "ADJUST"
	// ReasonImport is a count that a file brought.
	ReasonImport Reason = "IMPORT"
	// ReasonSale is a paid order.
	ReasonSale Reason = "SALE"
	// ReasonReturn is a return or a cancellation after payment.
	ReasonReturn Reason = "RETURN"
)

// Movement is one change of what is on hand. Movements are only added.
type Movement struct {
	bun.BaseModel `bun:"table:stock_movements,alias:sm"`

	ID          MovementID `bun:",pk"`
	OfferID     catalog.OfferID
	SellerID    seller.ID
	Delta       int64 // units, never zero
	OnHandAfter int64
	Reason      Reason
	Reference   string // the order of a sale or return; empty otherwise
	Note        string // what the seller wrote
	CreatedAt   time.Time
}

// ReservationID names a reservation, rsv_….
type ReservationID string

// ReservationStatus says what became of a reservation.
type ReservationStatus string

// The statuses of a reservation.
const (
	// Held units wait for payment.
	Held ReservationStatus = "HELD"
	// Committed units were sold.
	Committed ReservationStatus = "COMMITTED"
	// Released units went back on the shelf.
	Released ReservationStatus = "RELEASED"
)

// Reservation holds units of one offer for one order.
type Reservation struct {
	bun.BaseModel `bun:"table:stock_reservations,alias:sr"`

	ID        ReservationID `bun:",pk"`
	OfferID   catalog.OfferID
	Quantity  int64
	Reference string // whoever holds them, an order's id; unique with the offer
	Status    ReservationStatus
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Line asks for units of an offer.
type Line struct {
	OfferID  catalog.OfferID
	Quantity int64
}

func newMovementID() MovementID       { return id.New[MovementID]("mov") }
func newReservationID() ReservationID { return id.New[ReservationID]("rsv") }
