package demo

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
)

const (
	// seedOperator signs in with Password, and so do the buyers.
	seedOperator = "operator-001@seed.example"
	buyersMax    = 100
	// waresMax is how many offers the orders are of.
	waresMax = 500
)

// play lets the people of the sample buy, ship, refund and dispute, until everything
// has come to an end. It returns the rows that came of it, by table.
func (s *stage) play(ctx context.Context, orders int, progress func(done, total int)) ([]sampled, error) {
	if err := s.populate(ctx, orders); err != nil {
		return nil, err
	}
	s.advance(span - (sampleDays+restDays)*24*time.Hour)
	return s.playOn(ctx, orders, progress)
}

// playOn is play without making the people and without the time before.
func (s *stage) playOn(ctx context.Context, orders int, progress func(done, total int)) ([]sampled, error) {
	before, err := readTables(ctx, s.db, nil)
	if err != nil {
		return nil, err
	}
	for day := range sampleDays + restDays {
		progress(day, sampleDays+restDays)
		began := s.clock.Now()
		if day < sampleDays {
			if err := s.sell(ctx, orders*(day+1)/sampleDays-orders*day/sampleDays); err != nil {
				return nil, fmt.Errorf("day %d: %w", day+1, err)
			}
		}
		if err := s.attend(ctx, day); err != nil {
			return nil, fmt.Errorf("day %d: %w", day+1, err)
		}
		s.advance(began.Add(24 * time.Hour).Sub(s.clock.Now()))
		if err := s.settle(ctx); err != nil {
			return nil, fmt.Errorf("day %d: %w", day+1, err)
		}
	}
	if left, err := unfinished(ctx, s.db.Read(ctx)); err != nil || len(left) > 0 {
		return nil, errors.Join(err, fmt.Errorf("it has not come to an end: %v", left))
	}
	return readTables(ctx, s.db, before)
}

// lastDay lets some orders be placed that are not over yet: some are shipped, and one
// or the other is refunded or disputed.
func (s *stage) lastDay(ctx context.Context, orders int) error {
	if err := s.sell(ctx, orders); err != nil {
		return err
	}
	s.advance(time.Hour) // whoever has not paid will not
	if err := s.settle(ctx); err != nil {
		return err
	}
	if err := s.attend(ctx, 0); err != nil {
		return err
	}
	return s.settle(ctx)
}

// populate makes an operator and buyers, takes sellers through Stripe's form, and
// finds what can be bought.
func (s *stage) populate(ctx context.Context, orders int) (err error) {
	in := identity.RegisterInput{Email: seedOperator, Name: "Olga Operator", Password: Password}
	if _, err := s.app.Identity.CreateOperator(ctx, identity.OperatorAdmin, in); err != nil {
		return err
	}
	opened, err := s.app.Identity.SignIn(ctx, actor.Actor{}, identity.SignInInput{Email: seedOperator, Password: Password})
	if err != nil {
		return err
	}
	if s.operator, err = s.app.Sellers.Actor(ctx, opened.Token, seller.ActAsOperator); err != nil {
		return err
	}
	for i := range min(orders, buyersMax) {
		b := buyer{name: fmt.Sprintf("Buyer %d", i+1)}
		opened, err := s.app.Identity.Register(ctx, actor.Actor{}, identity.RegisterInput{
			Email: fmt.Sprintf("buyer-%03d@seed.example", i+1), Name: b.name, Password: Password,
		})
		if err != nil {
			return err
		}
		b.account = opened.Account.ID
		s.buyers = append(s.buyers, b)
	}
	if err := s.settle(ctx); err != nil { // payout accounts are opened
		return err
	}
	accounts, err := selectPayoutAccounts(ctx, s.db.Read(ctx))
	if err != nil {
		return err
	}
	for _, account := range accounts {
		if err := s.atStripe(ctx, "/_sim/accounts/"+account+"/onboard", "", url.Values{"currency": {strings.ToLower(s.app.Config.Currency)}}); err != nil {
			return err
		}
	}
	if s.wares, err = selectWares(ctx, s.db.Read(ctx), waresMax); err != nil {
		return err
	}
	if len(s.wares) == 0 {
		return errors.New("nothing is for sale: make products with enough in stock")
	}
	return s.settle(ctx)
}

// sell lets so many orders be placed and paid.
func (s *stage) sell(ctx context.Context, orders int) error {
	for n := range orders {
		if err := s.buy(ctx); err != nil {
			return err
		}
		s.advance(time.Duration(1+s.luck.IntN(3)) * time.Minute)
		if n%8 == 7 { // before unpaid orders are given up
			if err := s.settle(ctx); err != nil {
				return err
			}
		}
	}
	return s.settle(ctx)
}

// buy places an order of some sellers, and mostly pays it.
func (s *stage) buy(ctx context.Context) error {
	b := s.buyers[s.luck.IntN(len(s.buyers))]
	c, err := s.app.Carts.Create(ctx, b.account, cart.CreateInput{})
	if err != nil {
		return err
	}
	for range []int{1, 1, 1, 2, 2, 3}[s.luck.IntN(6)] {
		w := s.wares[s.luck.IntN(len(s.wares))]
		in := cart.LineAddInput{CartID: c.ID, OfferID: catalog.OfferID(w.OfferID), Quantity: 1}
		if c, err = s.app.Carts.AddLine(ctx, b.account, in); err != nil {
			return err
		}
	}
	s.keys++
	placed, err := s.app.Checkout.Complete(ctx, b.account, checkout.CompleteInput{
		CartID: c.ID, IdempotencyKey: fmt.Sprintf("seed-%d", s.keys),
		ShippingAddress: order.Address{Name: b.name, Line1: "Hafenstraße 4", PostalCode: "20359", City: "Hamburg", Country: "DE"},
	})
	if err != nil {
		return err
	}
	card := "pm_card_bypassPending"
	switch n := s.luck.IntN(100); {
	case n < 4: // the window is closed
		return nil
	case n < 7:
		card = "pm_card_chargeDeclined"
	case n < 9:
		card = "pm_card_createDispute"
	case n < 40:
		card = "pm_card_visa"
	}
	return s.pay(ctx, placed.ID, card)
}

func (s *stage) pay(ctx context.Context, placed order.ID, card string) error {
	p, err := s.app.Payments.ByOrder(ctx, placed)
	if err != nil {
		return err
	}
	if p.IntentID == nil {
		return fmt.Errorf("payment %s has no intent", p.ID)
	}
	return s.atStripe(ctx, "/v1/payment_intents/"+*p.IntentID+"/confirm", s.app.Config.StripePublishableKey, url.Values{
		"client_secret": {p.ClientSecret.Reveal()}, "payment_method": {card}, "return_url": {stageStripe + "/"},
	})
}

// attend does what sellers, operators and banks have to do on a day: they refund some
// orders before they are shipped, ship the others, refund some of those, and decide
// about disputes.
func (s *stage) attend(ctx context.Context, day int) error {
	ready, err := selectParts(ctx, s.db.Read(ctx), "READY_TO_SHIP")
	if err != nil {
		return err
	}
	for _, p := range ready {
		if day < sampleDays && s.luck.IntN(100) < 2 {
			if err := s.refund(ctx, id.Any(p.ID), refund.ReasonCancelled, true); err != nil {
				return err
			}
			continue
		}
		if day < sampleDays && s.luck.IntN(100) < 25 { // another day
			continue
		}
		carrier := "DHL"
		tracking := fmt.Sprintf("JJD%012d", s.luck.Int64N(1e12))
		if _, err := s.app.Orders.Ship(ctx, actor.Actor{SellerID: p.SellerID}, order.ShipInput{
			SellerOrderID: order.SellerOrderID(p.ID), Carrier: &carrier, TrackingNumber: &tracking,
		}); err != nil {
			return err
		}
	}
	shipped, err := selectParts(ctx, s.db.Read(ctx), "SHIPPED")
	if err != nil {
		return err
	}
	for _, p := range shipped {
		if day < sampleDays && s.luck.IntN(100) < 2 {
			if err := s.refund(ctx, id.Any(p.ID), refund.ReasonDamaged, s.luck.IntN(2) == 0); err != nil {
				return err
			}
		}
	}
	return s.decide(ctx)
}

// refund gives back all of a part of an order.
func (s *stage) refund(ctx context.Context, of id.Any, why refund.Reason, restocked bool) error {
	s.keys++
	everything := true
	_, err := s.app.Refunds.Create(ctx, s.operator, refund.CreateInput{
		OrderID: of, Reason: why, IsEverything: &everything, IsRestocked: &restocked, IdempotencyKey: fmt.Sprintf("seed-%d", s.keys),
	})
	return err
}

// decide lets banks decide about the disputes that are older than four days.
func (s *stage) decide(ctx context.Context) error {
	disputes, err := selectOpenDisputes(ctx, s.db.Read(ctx), s.clock.Now().Add(-4*24*time.Hour))
	if err != nil {
		return err
	}
	for _, provider := range disputes {
		status := []string{"won", "lost"}[s.luck.IntN(2)]
		if err := s.atStripe(ctx, "/_sim/disputes/"+provider, "", url.Values{"status": {status}}); err != nil {
			return err
		}
	}
	return nil
}
