package order

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/pricing"
)

// NewID names an order that is to be made.
func NewID() ID { return id.New[ID]("ord") }

// Draft is what checkout knows when it makes an order. Each line of the quote
// refers to an offer by its id.
type Draft struct {
	ID        ID
	BuyerID   identity.AccountID
	CartID    string
	Email     string
	ShipTo    Address
	Quote     *pricing.Quote
	Offers    map[catalog.OfferID]*catalog.ForSale
	ExpiresIn time.Duration
	// MarginMinor is what is expected to be left to the platform, in minor units.
	MarginMinor int64
}

// CreateTx makes an order with a part for each seller of the quote, awaiting
// payment. The database refuses a second order of one cart.
func CreateTx(ctx context.Context, tx db.Tx, d Draft) (*Order, error) {
	o := &Order{
		ID: d.ID, BuyerID: d.BuyerID, CartID: d.CartID, Email: d.Email,
		Currency: d.Quote.Currency, TotalMinor: d.Quote.TotalMinor, ServiceFeeMinor: d.Quote.ServiceFeeMinor,
		ServiceFeeKeptMinor: d.Quote.ServiceFeeKeptMinor, MarginMinor: &d.MarginMinor,
		Status: StatusAwaitingPayment,
		ShipTo: d.ShipTo, PlacedAt: tx.Now(), ExpiresAt: tx.Now().Add(d.ExpiresIn),
	}
	o.Number = NumberOf(o.ID)
	for i, p := range d.Quote.Parts {
		o.SellerOrders = append(o.SellerOrders, d.part(o, i, p))
	}
	if err := insertOrder(ctx, tx, o); err != nil {
		return nil, fmt.Errorf("insert order: %w", err)
	}
	return o, event.Tell(ctx, tx, NewsPlaced, o.aboutParts()...)
}

func (d Draft) part(o *Order, index int, p *pricing.Part) *SellerOrder {
	s := &SellerOrder{
		ID: id.New[SellerOrderID]("sor"), Number: fmt.Sprintf("%s-%d", o.Number, index+1),
		OrderID: o.ID, SellerID: p.SellerID, BuyerID: o.BuyerID, Currency: o.Currency,
		TotalMinor: p.TotalMinor, Components: p.Components, ShippingBy: p.ShippingBy,
		Status: SellerOrderAwaitingPayment, ShipTo: o.ShipTo, PlacedAt: o.PlacedAt,
	}
	for _, l := range p.Lines {
		offer := d.Offers[catalog.OfferID(l.Ref)]
		s.Lines = append(s.Lines, &Line{
			ID: id.New[LineID]("lin"), OrderID: o.ID, SellerOrderID: s.ID, SellerID: p.SellerID,
			OfferID: offer.OfferID, VariantID: offer.VariantID, ProductID: offer.ProductID,
			Title: offer.Title, VariantTitle: offer.VariantTitle, SKU: offer.SKU, ImageURL: offer.ImageURL,
			Currency: o.Currency, UnitMinor: l.UnitMinor, Quantity: l.Quantity, TotalMinor: l.TotalMinor,
			CommissionBasisPoints: l.CommissionBasisPoints, Components: l.Components, Taxes: taxesOf(l),
			Reckoning: l.Reckoning,
		})
	}
	return s
}

// taxesOf is never nil: it is stored as a list.
func taxesOf(l *pricing.QuotedLine) []pricing.TaxLine {
	if l.TaxLines == nil {
		return []pricing.TaxLine{}
	}
	return l.TaxLines
}

// LockTx returns an order and locks it until the unit ends.
func LockTx(ctx context.Context, tx db.Tx, orderID ID) (*Order, error) {
	o, err := lockOrder(ctx, tx, orderID)
	return o, notFound(err)
}

// AdoptTx hands the orders of a guest to the account they have signed in to.
func AdoptTx(ctx context.Context, tx db.Tx, e identity.GuestSignedIn) error {
	ids, err := lockOrdersOf(ctx, tx, e.GuestID)
	if err != nil || len(ids) == 0 {
		return err
	}
	if err := updateBuyer(ctx, tx, ids, e.AccountID); err != nil {
		return fmt.Errorf("adopt orders of %s: %w", e.GuestID, err)
	}
	return nil
}

// MarkPaidTx marks a locked order and its parts as paid, and tells Paid. The
// charge of the provider is empty, and what it took, in minor units, nothing when
// the buyer's credit has paid for all. It returns ErrState unless the order awaits
// payment.
func MarkPaidTx(ctx context.Context, tx db.Tx, o *Order, chargeID string, chargedMinor int64) error {
	if !o.Status.canBecome(StatusPaid) {
		return ErrState
	}
	now := tx.Now()
	o.Status, o.PaidAt, o.ChargeID, o.ChargedMinor = StatusPaid, &now, chargeID, chargedMinor
	for _, s := range o.SellerOrders {
		if !s.Status.canBecome(SellerOrderReadyToShip) {
			return ErrState
		}
		s.Status, s.PaidAt = SellerOrderReadyToShip, &now
	}
	if err := updateStatus(ctx, tx, o); err != nil {
		return fmt.Errorf("mark order %s paid: %w", o.ID, err)
	}
	if err := event.Tell(ctx, tx, Paid{}.EventName(), o.about()...); err != nil {
		return err
	}
	return event.Emit(ctx, tx, Paid{OrderID: o.ID, MarginMinor: o.MarginMinor})
}

// CancelTx gives a locked, unpaid order up and tells Cancelled. It returns
// ErrState when the order is paid; giving it up again changes nothing.
func CancelTx(ctx context.Context, tx db.Tx, o *Order, reason CancelReason) error {
	if o.Status == StatusCancelled {
		return nil
	}
	if !o.Status.canBecome(StatusCancelled) {
		return ErrState
	}
	now := tx.Now()
	o.Status, o.CancelledAt, o.CancelReason = StatusCancelled, &now, reason
	for _, s := range o.SellerOrders {
		s.Status, s.CancelledAt = SellerOrderCancelled, &now
	}
	if err := updateStatus(ctx, tx, o); err != nil {
		return fmt.Errorf("cancel order %s: %w", o.ID, err)
	}
	if err := event.Tell(ctx, tx, Cancelled{}.EventName(), o.about()...); err != nil {
		return err
	}
	return event.Emit(ctx, tx, Cancelled{OrderID: o.ID, Reason: reason})
}
