package simulate

import (
	"context"
	"math/rand/v2"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// payWithin is how long an order that was priced here waits for its payment.
const payWithin = time.Hour

// completePriced orders a cart at a price with taxes, shipping and discounts, which the
// checkout does not know: by what the contexts offer to whoever prices orders otherwise.
func (t *turn) completePriced(b *person, c *cart.Cart) (*sale, error) {
	email := b.email
	if email == "" {
		email = "guest@example.org"
	}
	choice, useCredit := t.r.Uint64(), t.chance(60)
	var placed *order.Order
	var opened *payment.Payment
	err := t.app.DB.Write(t.ctx, func(ctx context.Context, tx db.Tx) error {
		locked, err := cart.LockTx(ctx, tx, b.account, c.ID)
		if err != nil {
			return err
		}
		offers, err := catalog.OffersForSale(ctx, tx, locked.Currency, locked.OfferIDs())
		if err != nil {
			return err
		}
		// A unit may be run again, and has to choose the same.
		basket, err := pricedBasket(rand.New(rand.NewPCG(choice, 1)), locked, offers) //nolint:gosec // it must be foreseeable
		if err != nil {
			return err
		}
		tariff, err := t.app.Commissions.TariffAt(ctx, tx, basket.Currency, basket.Sellers(), tx.Now())
		if err != nil {
			return err
		}
		quote, err := pricing.Terms{Tariff: tariff}.Quote(basket)
		if err != nil {
			return err
		}
		if err := quote.Chargeable(); err != nil {
			return err
		}
		placed, err = order.CreateTx(ctx, tx, order.Draft{
			ID: order.NewID(), BuyerID: b.account, CartID: string(locked.ID), Email: email, ShipTo: address(),
			Quote: quote, Offers: offers, ExpiresIn: payWithin,
		})
		if err != nil {
			return err
		}
		opened, err = openPricedTx(ctx, tx, placed, locked, useCredit)
		return err
	})
	if err != nil {
		return nil, err
	}
	t.tell("  placed " + string(placed.ID) + " " + placed.Total().String() + " with taxes, shipping and discounts")
	if opened.Status != payment.StatusCaptured { // else credit has paid for all of it
		_, err = t.app.Payments.Attach(t.ctx, placed.ID)
	}
	return &sale{id: placed.ID, buyer: b}, err
}

// openPricedTx takes the stock off the shelf and opens the payment, as the checkout does.
func openPricedTx(ctx context.Context, tx db.Tx, o *order.Order, c *cart.Cart, useCredit bool) (*payment.Payment, error) {
	lines := make([]inventory.Line, 0, len(c.Lines))
	for _, l := range c.Lines {
		lines = append(lines, inventory.Line{OfferID: l.OfferID, Quantity: l.Quantity})
	}
	if err := inventory.ReserveTx(ctx, tx, string(o.ID), lines); err != nil {
		return nil, err
	}
	credit := int64(0)
	if useCredit {
		has, err := payment.CreditTx(ctx, tx, o.BuyerID, o.Currency)
		if err != nil {
			return nil, err
		}
		if credit = o.TotalMinor; has < credit { // what is left for the card can be charged
			credit = max(min(has, o.TotalMinor-pricing.LeastCharge(o.Currency)), 0)
			credit -= credit % o.Currency.Step()
		}
	}
	opened, err := payment.OpenTx(ctx, tx, o, credit)
	if err != nil {
		return nil, err
	}
	if err := payment.CaptureCreditTx(ctx, tx, opened, o); err != nil {
		return nil, err
	}
	return opened, cart.CompleteTx(ctx, tx, c)
}

// pricedBasket is a cart as somebody prices it who knows taxes, shipping and discounts.
func pricedBasket(r *rand.Rand, c *cart.Cart, offers map[catalog.OfferID]*catalog.ForSale) (pricing.Basket, error) {
	b := pricing.Basket{Currency: c.Currency, Shipping: map[seller.ID]pricing.Shipping{}}
	party := func() pricing.Party {
		return []pricing.Party{pricing.PartySeller, pricing.PartyPlatform}[r.IntN(2)]
	}
	goods := int64(0)
	for _, line := range c.Lines {
		offer := offers[line.OfferID]
		if offer == nil || !offer.IsForSale || line.Quantity > offer.QuantityMax {
			return b, cart.ErrOfferUnavailable
		}
		goods += offer.PriceMinor * line.Quantity
		b.Lines = append(b.Lines, pricing.Line{
			Ref: string(offer.OfferID), SellerID: offer.SellerID, UnitMinor: offer.PriceMinor, Quantity: line.Quantity,
			Facts: pricing.Facts{
				ProductID: string(offer.ProductID), ProductType: offer.ProductType, Brand: offer.Brand,
				Condition: string(offer.Condition), ShipToCountry: address().Country,
			},
			Taxes: drawTaxes(r, party()),
		})
	}
	step := c.Currency.Step()
	for _, s := range b.Sellers() {
		if r.IntN(2) == 0 {
			b.Shipping[s] = pricing.Shipping{AmountMinor: (goods/20 + step) / step * step, By: party()}
		}
	}
	for range r.IntN(3) {
		// Now and then so much of the price that sellers are owed more than is charged.
		share := []money.Basis{0, money.Whole, 5000}[r.IntN(3)]
		b.Discounts = append(b.Discounts, pricing.Discount{AmountMinor: goods * (1 + r.Int64N(8)) / 10 / step * step, SellerShare: share})
	}
	return b, nil
}

// drawTaxes are those that a line is under: of the country or of a state, on top of the
// price or in it, on shipping too, and often none.
func drawTaxes(r *rand.Rand, remitter pricing.Party) []pricing.Tax {
	goods := []pricing.Tax{
		{Component: pricing.ComponentGoods, Jurisdiction: "DE", Rate: 1900, IsIncluded: true, Remitter: remitter},
		{Component: pricing.ComponentGoods, Jurisdiction: "US-CA", Rate: 725, Remitter: remitter},
		{Component: pricing.ComponentGoods, Jurisdiction: "US-NY", Rate: 888, Remitter: remitter},
	}[r.IntN(3)]
	shipping := goods
	shipping.Component = pricing.ComponentShipping
	return [][]pricing.Tax{nil, {goods}, {goods, shipping}}[r.IntN(3)]
}
