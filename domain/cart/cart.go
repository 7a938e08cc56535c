package cart

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
)

// ID names a cart, crt_….
type ID string

// LineID names a line of a cart, cli_….
type LineID string

// Status says whether a cart can still be changed.
type Status string

// The states of a cart.
const (
	StatusOpen      Status = "OPEN"
	StatusCompleted Status = "COMPLETED"
)

// The limits of a cart.
const (
	MaxLines    = 100
	MaxQuantity = 999
)

// Cart is what a buyer intends.
type Cart struct {
	bun.BaseModel `bun:"table:carts,alias:c"`

	ID        ID                 `bun:",pk"`
	BuyerID   identity.AccountID // whose it is
	Currency  money.Currency     //
	Status    Status             //
	CreatedAt time.Time          // UTC
	UpdatedAt time.Time          // UTC; of the last change of a line too

	Lines []*Line `bun:"-"` // in the order in which they were added; always loaded
}

// Line is one offer in a cart.
type Line struct {
	bun.BaseModel `bun:"table:cart_lines,alias:cl"`

	ID        LineID `bun:",pk"`
	CartID    ID
	OfferID   catalog.OfferID
	Quantity  int64 // 1–999
	CreatedAt time.Time
}

// ItemCount is the number of pieces in the cart.
func (c *Cart) ItemCount() int {
	var n int64
	for _, l := range c.Lines {
		n += l.Quantity
	}
	return int(n)
}

// OfferIDs are the offers in the cart.
func (c *Cart) OfferIDs() []catalog.OfferID {
	ids := make([]catalog.OfferID, len(c.Lines))
	for i, l := range c.Lines {
		ids[i] = l.OfferID
	}
	return ids
}

func (c *Cart) lineOf(offer catalog.OfferID) *Line {
	for _, l := range c.Lines {
		if l.OfferID == offer {
			return l
		}
	}
	return nil
}

func (c *Cart) line(lineID LineID) *Line {
	for _, l := range c.Lines {
		if l.ID == lineID {
			return l
		}
	}
	return nil
}
