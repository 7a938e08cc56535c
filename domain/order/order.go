package order

import (
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// ID names an order, ord_….
type ID string

// SellerOrderID names a seller's part of an order, sor_….
type SellerOrderID string

// LineID names an order line, lin_….
type LineID string

// ShipmentID names a shipment, shp_….
type ShipmentID string

// Order is what a buyer agreed to pay at once.
type Order struct {
	bun.BaseModel `bun:"table:orders,alias:ord"`

	ID         ID     `bun:",pk"`
	Number     string // for people, unique
	BuyerID    identity.AccountID
	CartID     string // unique: a cart is ordered once
	Email      string
	Currency   money.Currency
	TotalMinor int64 // the sum of the parts and the service fee, minor units
	// ServiceFeeMinor is what the platform charges the buyer on top.
	ServiceFeeMinor int64
	// ServiceFeeKeptMinor is what of it is not given back in a refund.
	ServiceFeeKeptMinor int64
	// MarginMinor is what was expected to be left to the platform when the order was
	// placed, in minor units; nil for orders from before it was reckoned.
	MarginMinor  *int64
	Status       Status
	ShipTo       Address      `bun:"type:jsonb"`
	ChargeID     string       // the provider's charge that paid it; empty until PAID, and when credit has paid all
	ChargedMinor int64        // what the charge took, minor units; the buyer's credit has paid the rest
	CancelReason CancelReason // empty unless CANCELLED
	PlacedAt     time.Time    // UTC
	ExpiresAt    time.Time    // when an unpaid order is given up, UTC
	PaidAt       *time.Time
	CancelledAt  *time.Time
	RestrictedAt *time.Time // since when only finance and auditors see it: its buyer was erased

	SellerOrders []*SellerOrder `bun:"-"` // one per seller; always loaded
}

// Total is what the buyer pays.
func (o *Order) Total() money.Amount { return money.New(o.TotalMinor, o.Currency) }

// Cancellation is why the order was cancelled, or nil.
func (o *Order) Cancellation() *CancelReason {
	if o.CancelReason == "" {
		return nil
	}
	return &o.CancelReason
}

// SellerOrder is one seller's part of an order.
type SellerOrder struct {
	bun.BaseModel `bun:"table:seller_orders,alias:sor"`

	ID                 SellerOrderID `bun:",pk"`
	Number             string        // the order's number and the part's, unique
	OrderID            ID
	SellerID           seller.ID
	BuyerID            identity.AccountID
	Currency           money.Currency
	TotalMinor         int64         // what the buyer pays for the lines, minor units
	pricing.Components               // the sums of the lines'
	ShippingBy         pricing.Party // who ships, and so whose the shipping is
	Status             SellerOrderStatus
	ShipTo             Address `bun:"type:jsonb"` // as on the order
	PlacedAt           time.Time
	PaidAt             *time.Time
	ShippedAt          *time.Time
	CancelledAt        *time.Time

	Lines    []*Line   `bun:"-"` // always loaded
	Shipment *Shipment `bun:"-"` // nil until shipped; always loaded
}

// AddressSeen is how long a seller sees to whom and where goods have gone, after
// they are done with them.
const AddressSeen = 90 * 24 * time.Hour

// AddressSeenUntil is when the seller no longer sees to whom and where the goods
// went: AddressSeen after they were sent, since no carrier tells when they
// arrived, or after the part was given up. It is nil while they are to be sent.
func (s *SellerOrder) AddressSeenUntil() *time.Time {
	done := s.ShippedAt
	if done == nil {
		done = s.CancelledAt
	}
	if done == nil {
		return nil
	}
	until := done.Add(AddressSeen)
	return &until
}

// Total is what the buyer pays for this part.
func (s *SellerOrder) Total() money.Amount { return money.New(s.TotalMinor, s.Currency) }

// Line is one offer that was bought, as it was at that moment.
type Line struct {
	bun.BaseModel `bun:"table:order_lines,alias:lin"`

	ID                    LineID `bun:",pk"`
	OrderID               ID
	SellerOrderID         SellerOrderID
	SellerID              seller.ID
	OfferID               catalog.OfferID
	VariantID             catalog.VariantID
	ProductID             catalog.ProductID
	Title                 string // of the product
	VariantTitle          string
	SKU                   *string `bun:"sku"`
	ImageURL              string  `bun:"image_url"` // may be empty
	Currency              money.Currency
	UnitMinor             int64 // price of one, minor units
	Quantity              int64
	TotalMinor            int64 // the price of the goods: unit price times quantity
	CommissionBasisPoints int64
	pricing.Components
	Taxes     []pricing.TaxLine  `bun:"type:jsonb"` // never nil
	Reckoning *pricing.Reckoning `bun:"type:jsonb"` // how the commission came about; nil for lines from before, and in lists
}

// UnitPrice is the price of one.
func (l *Line) UnitPrice() money.Amount { return money.New(l.UnitMinor, l.Currency) }

// Total is the price of all, before discounts, shipping and taxes on top.
func (l *Line) Total() money.Amount { return money.New(l.TotalMinor, l.Currency) }

// Image is the address of the picture, or nil.
func (l *Line) Image() *string {
	if l.ImageURL == "" {
		return nil
	}
	return &l.ImageURL
}

// Shipment is how a seller order left its seller.
type Shipment struct {
	bun.BaseModel `bun:"table:shipments,alias:shp"`

	ID             ShipmentID `bun:",pk"`
	SellerOrderID  SellerOrderID
	Carrier        string // may be empty
	TrackingNumber string // may be empty
	TrackingURL    string `bun:"tracking_url"` // https, may be empty
	CreatedAt      time.Time
}

// Address is where goods are sent.
type Address struct {
	Name       string `json:"name"`
	Line1      string `json:"line1"`
	Line2      string `json:"line2"`
	PostalCode string `json:"postalCode"`
	City       string `json:"city"`
	Region     string `json:"region"`
	Country    string `json:"country"` // ISO 3166-1 alpha-2
	Phone      string `json:"phone"`
}

// NumberOf derives the number that people read out from the random end of the
// order's id: ten characters without letters that are mistaken for digits.
func NumberOf(orderID ID) string {
	s := strings.ToUpper(string(orderID))
	tail := s[len(s)-10:]
	return tail[:5] + "-" + tail[5:]
}
