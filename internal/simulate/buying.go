package simulate

import (
	"net/url"
	"time"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
)

// cards are Stripe's test cards, the usual ones more often.
func cards() []string {
	return []string{
		"pm_card_visa", "pm_card_visa", "pm_card_visa", "pm_card_mastercard", "pm_card_bypassPending", "pm_card_bypassPending",
		"pm_card_refundPending", "pm_card_refundFail", "pm_card_createDispute", "pm_card_createDisputeProductNotReceived",
		"pm_card_createDisputeInquiry", "pm_card_chargeDeclined", "pm_card_chargeDeclinedInsufficientFunds",
		"pm_card_authenticationRequired", "pm_card_threeDSecureRequiredChargeDeclined",
	}
}

// buyer is somebody who buys: with credit, known, or new as a guest.
func (t *turn) buyer() (*person, error) {
	if t.chance(20) {
		rich, ok, err := t.pick("SELECT buyer_id FROM buyer_credits GROUP BY buyer_id HAVING SUM(amount_minor) > 0 ORDER BY MIN(id)")
		if err != nil {
			return nil, err
		}
		for _, b := range t.buyers {
			if ok && string(b.account) == rich {
				return b, nil
			}
		}
	}
	if b, ok := one(t, t.buyers); ok && t.chance(60) {
		return b, nil
	}
	opened, err := t.app.Identity.GuestStart(t.ctx)
	if err != nil {
		return nil, err
	}
	g := &person{account: opened.Account.ID}
	if err := t.wear(t.ctx, g, opened.Token); err != nil {
		return nil, err
	}
	t.buyers = append(t.buyers, g)
	return g, nil
}

// plain are the cards of those who buy together with others: all that can go wrong
// with a payment happens to the first of them.
func plain() []string {
	return []string{"pm_card_visa", "pm_card_mastercard", "pm_card_bypassPending", "pm_card_bypassPending"}
}

// buy lets somebody buy, and in a rush others too.
func (t *turn) buy() error {
	err := t.buyWith(cards())
	for n := 1; n < t.plan.Setup.Rush && err == nil && !t.fate.dead; n++ {
		t.advance(time.Second) // what was made at one instant has no order
		err = t.buyWith(plain())
	}
	return err
}

// buyWith fills a cart of one or more sellers, completes it, and mostly pays, with
// one of the cards.
func (t *turn) buyWith(cards []string) error {
	b, err := t.buyer()
	if err != nil {
		return err
	}
	c, err := t.fill(b)
	if err != nil || c == nil {
		return err
	}
	s, err := t.complete(b, c)
	if err != nil || s == nil {
		return err
	}
	t.sales = append(t.sales, s)
	t.bought++
	if t.chance(7) { // the window is closed
		return nil
	}
	s.card, _ = one(t, cards)
	paid, err := t.pay(s)
	if err != nil || paid || t.chance(40) {
		return err
	}
	s.card = "pm_card_visa"
	_, err = t.pay(s)
	return err
}

func (t *turn) fill(b *person) (*cart.Cart, error) {
	currency := money.Currency(t.plan.Setup.Currencies[t.r.IntN(len(t.plan.Setup.Currencies))])
	var wares []*goods
	for _, s := range t.sellers {
		for _, g := range s.goods {
			if g.currency == currency {
				wares = append(wares, g)
			}
		}
	}
	c, err := t.app.Carts.Create(t.ctx, b.account, cart.CreateInput{Currency: &currency})
	if err != nil {
		return nil, err
	}
	for range 1 + t.r.IntN(4) {
		g, ok := one(t, wares)
		if !ok {
			return nil, nil
		}
		next, err := t.app.Carts.AddLine(t.ctx, b.account, cart.LineAddInput{CartID: c.ID, OfferID: g.offer, Quantity: 1 + t.r.Int64N(4)})
		if len(fault.As(err)) > 0 { // the seller is suspended
			continue
		}
		if err != nil {
			return nil, err
		}
		c = next
	}
	if len(c.Lines) == 0 {
		return nil, nil
	}
	return c, nil
}

// complete orders a cart. Buyers whose answer is lost press the button again,
// under the same key.
func (t *turn) complete(b *person, c *cart.Cart) (*sale, error) {
	if t.plan.Setup.Priced && t.chance(80) {
		return t.completePriced(b, c)
	}
	email := b.email
	if email == "" {
		email = "guest@example.org"
	}
	credit := t.chance(60)
	in := checkout.CompleteInput{CartID: c.ID, Email: &email, ShippingAddress: address(), IdempotencyKey: string(c.ID), UseCredit: &credit}
	placed, err := t.app.Checkout.Complete(t.ctx, b.account, in)
	if err != nil || t.chance(10) {
		placed, err = t.app.Checkout.Complete(t.ctx, b.account, in)
	}
	if err != nil {
		return nil, err
	}
	t.tell("  placed " + string(placed.ID) + " " + placed.Total().String())
	return &sale{id: placed.ID, buyer: b}, nil
}

// pay confirms the payment of a sale as the buyer's browser does. Without an
// intent there is nothing to confirm yet. It reports whether the card has been
// charged.
func (t *turn) pay(s *sale) (paid bool, err error) {
	p, err := t.app.Payments.ByOrder(t.ctx, s.id)
	if err != nil || p.IntentID == nil {
		return false, err
	}
	s.intent, s.secret = *p.IntentID, p.ClientSecret.Reveal()
	path := "/v1/payment_intents/" + s.intent + "/confirm"
	status, body, err := t.atStripe(t.ctx, path, url.Values{
		"client_secret": {s.secret}, "payment_method": {s.card}, "return_url": {stripeURL + "/"},
	}, "")
	if err != nil || status >= 300 {
		return false, err
	}
	var intent struct{ Status string }
	read(body, &intent)
	if intent.Status != "requires_action" {
		return true, nil
	}
	answer := "/complete"
	if t.chance(20) {
		answer = "/fail"
	}
	_, _, err = t.atStripe(t.ctx, "/_sim/3ds/"+s.intent+answer, nil, "")
	return err == nil, err
}

// payLate pays an order that waits, perhaps after its time.
func (t *turn) payLate() error {
	id, ok, err := t.pick("SELECT order_id FROM payments WHERE status IN ('AWAITING_BUYER', 'CANCELLED') ORDER BY id")
	if err != nil || !ok {
		return err
	}
	s := t.saleOf(order.ID(id))
	if s == nil {
		return nil
	}
	s.card = "pm_card_visa"
	_, err = t.pay(s)
	return err
}

func (t *turn) saleOf(id order.ID) *sale {
	for _, s := range t.sales {
		if s.id == id {
			return s
		}
	}
	return nil
}

// cancelIntent cancels a payment as somebody does in the Dashboard.
func (t *turn) cancelIntent() error {
	id, ok, err := t.pick("SELECT intent_id FROM payments WHERE status = 'AWAITING_BUYER' AND intent_id IS NOT NULL ORDER BY id")
	if err != nil || !ok {
		return err
	}
	_, _, err = t.atStripe(t.ctx, "/v1/payment_intents/"+id+"/cancel", nil, "")
	return err
}

// ship sends parts of orders that are ready.
func (t *turn) ship() error {
	for range 2 * max(t.plan.Setup.Rush, 1) {
		id, ok, err := t.pick("SELECT id FROM seller_orders WHERE status = 'READY_TO_SHIP' ORDER BY id")
		if err != nil || !ok {
			return err
		}
		part, err := t.app.Orders.GetSellerOrder(t.ctx, t.operators[0].actor, order.SellerOrderID(id))
		if err != nil {
			return err
		}
		if _, err := t.app.Orders.Ship(t.ctx, actor.Actor{SellerID: string(part.SellerID)}, order.ShipInput{SellerOrderID: part.ID}); err != nil {
			return err
		}
	}
	return nil
}
