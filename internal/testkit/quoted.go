package testkit

import (
	"context"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/pricing"
)

// OrdersAt orders a cart of the wishes at a quote that is given, as checkout does
// at its own: for prices with discounts, shipping and taxes of the test's choice.
func (p *Person) OrdersAt(q *pricing.Quote, wishes ...Wish) *Placed {
	p.w.t.Helper()
	filled := p.Cart(wishes...)
	var placed *order.Order
	err := p.w.DB.Write(p.w.t.Context(), func(ctx context.Context, tx db.Tx) error {
		c, err := cart.LockTx(ctx, tx, p.Account, filled.ID)
		if err != nil {
			return err
		}
		offers, err := catalog.OffersForSale(ctx, tx, c.Currency, c.OfferIDs())
		if err != nil {
			return err
		}
		placed, err = order.CreateTx(ctx, tx, order.Draft{
			ID:      order.NewID(),
			BuyerID: p.Account, CartID: string(c.ID), Email: p.Email, ShipTo: p.Address(), Quote: q, Offers: offers, ExpiresIn: time.Hour,
		})
		if err != nil {
			return err
		}
		var lines []inventory.Line
		for _, l := range c.Lines {
			lines = append(lines, inventory.Line{OfferID: l.OfferID, Quantity: l.Quantity})
		}
		if err := inventory.ReserveTx(ctx, tx, string(placed.ID), lines); err != nil {
			return err
		}
		if _, err := payment.OpenTx(ctx, tx, placed, 0); err != nil {
			return err
		}
		return cart.CompleteTx(ctx, tx, c)
	})
	require.NoError(p.w.t, err)
	_, err = p.w.App.Payments.Attach(p.w.t.Context(), placed.ID)
	require.NoError(p.w.t, err)
	return &Placed{placed, p.w.Payment(placed.ID)}
}
