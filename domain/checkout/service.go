package checkout

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/terms"
)

// Policy is how the platform sells.
type Policy struct {
	// TTL is how long an order waits for its payment, and holds its stock.
	TTL time.Duration
	// ProcessingRate and ProcessingFixedMinor estimate what the provider keeps
	// of a payment.
	ProcessingRate       money.Basis
	ProcessingFixedMinor int64
	// CrossBorderRate is what it takes of transfers to sellers in other countries
	// than the platform's, which is empty when nobody has said it.
	CrossBorderRate money.Basis
	PlatformCountry string
}

// Sources are the contexts that checkout brings together.
type Sources struct {
	People      *identity.Service
	Orders      *order.Service
	Payments    *payment.Service
	Commissions *commission.Service
}

// Service completes carts.
type Service struct {
	db          *db.DB
	people      *identity.Service
	orders      *order.Service
	payments    *payment.Service
	commissions *commission.Service
	policy      Policy
}

// New returns the checkout.
func New(d *db.DB, of Sources, p Policy) *Service {
	return &Service{
		db: d, people: of.People, orders: of.Orders, payments: of.Payments, commissions: of.Commissions, policy: p,
	}
}

// Complete orders the cart: all of it or nothing. The same key with the same
// input returns the same order, however often and however concurrently it is
// sent. When the provider does not answer in time, the payment of the order has
// no client secret yet: ask for the order again.
//
// It returns cart.ErrNotFound, cart.ErrCompleted, cart.ErrEmpty,
// cart.ErrOfferUnavailable, inventory.ErrOutOfStock, idempotency.ErrReused,
// payment.ErrRefused, ErrTotalChanged, terms.ErrRequired unless the buyer terms in force are accepted,
// now or before, and faults of the quote and of the input.
func (s *Service) Complete(ctx context.Context, buyer identity.AccountID, in CompleteInput) (*order.Order, error) {
	placed, err := s.Place(ctx, buyer, in)
	if err != nil {
		return nil, err
	}
	return placed.Order, nil
}

// Placed is an order with its payment.
type Placed struct {
	Order   *order.Order
	Payment *payment.Payment
}

// Place is Complete for whoever needs the payment too.
func (s *Service) Place(ctx context.Context, buyer identity.AccountID, in CompleteInput) (*Placed, error) {
	if err := in.validate(); err != nil {
		return nil, err
	}
	email, err := s.emailOf(ctx, buyer, in.Email)
	if err != nil {
		return nil, err
	}
	var placed placement
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		placed, err = s.placeTx(ctx, tx, buyer, email, in)
		return err
	})
	if err != nil {
		return nil, err
	}
	// From here on the order stands. Should the process die now, the sweeper of
	// payments asks the provider again, under the same key.
	return s.attach(ctx, placed)
}

// placement is an order that stands. The order and its payment are nil when
// the command had made them before.
type placement struct {
	orderID order.ID
	order   *order.Order
	payment *payment.Payment
}

// attach asks for the intent of a placed order and returns the order as it
// stands then. An order that was made just now and still waits for its payment
// is known, and not read again.
func (s *Service) attach(ctx context.Context, placed placement) (*Placed, error) {
	var p *payment.Payment
	var err error
	switch {
	case placed.order == nil:
		p, err = s.payments.Attach(ctx, placed.orderID)
	case placed.payment.Status == payment.StatusCaptured: // with credit alone
		p = placed.payment
	default:
		p, err = s.payments.AttachTo(ctx, placed.order, placed.payment)
	}
	if err != nil {
		return nil, err
	}
	if placed.order != nil && p.AwaitsPayment() {
		return &Placed{placed.order, p}, nil
	}
	found := &Placed{Payment: p}
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		found.Order, err = order.Load(ctx, q, placed.orderID)
		return err
	})
	return found, err
}

// emailOf decides where the confirmation goes.
func (s *Service) emailOf(ctx context.Context, buyer identity.AccountID, given *string) (string, error) {
	if given != nil {
		return *given, nil
	}
	account, err := s.people.Account(ctx, buyer)
	if err != nil {
		return "", err
	}
	if account.Email == nil {
		return "", ErrEmailRequired.At("email")
	}
	return *account.Email, nil
}

// completing is the operation that idempotency keys of orders belong to.
const completing = "checkoutComplete"

// placeTx makes the order of a cart, or finds the one that this command made
// before.
func (s *Service) placeTx(
	ctx context.Context, tx db.Tx, buyer identity.AccountID, email string, in CompleteInput,
) (placement, error) {
	command := idempotency.Command{
		AccountID: string(buyer), Operation: completing, Key: in.IdempotencyKey, Input: in, Outcome: string(order.NewID()),
	}
	outcome, err := idempotency.ClaimTx(ctx, tx, command)
	if err != nil || outcome != "" {
		return placement{orderID: order.ID(outcome)}, err
	}
	err = terms.AgreeTx(ctx, tx, terms.Agreement{
		AccountID: string(buyer), Needs: terms.BuyerTerms, Given: in.AcceptTermsVersionIDs, Field: "acceptTermsVersionIds",
	})
	if err != nil {
		return placement{}, err
	}
	c, err := cart.LockTx(ctx, tx, buyer, in.CartID)
	if err != nil {
		return placement{}, err
	}
	quote, offers, err := s.quoteTx(ctx, tx, c, in.ShippingAddress)
	if err != nil {
		return placement{}, err
	}
	if err := in.agrees(quote.Total()); err != nil {
		return placement{}, err
	}
	margin, err := s.marginTx(ctx, tx, quote)
	if err != nil {
		return placement{}, err
	}
	placed, err := order.CreateTx(ctx, tx, order.Draft{
		ID: order.ID(command.Outcome), BuyerID: buyer, CartID: string(c.ID), Email: email, ShipTo: in.ShippingAddress,
		Quote: quote, Offers: offers, ExpiresIn: s.policy.TTL,
		MarginMinor: margin,
	})
	if err != nil {
		return placement{}, err
	}
	if err := sellingTx(ctx, tx, placed, c, offers); err != nil {
		return placement{}, err
	}
	if err := reserveTx(ctx, tx, placed, c, offers); err != nil {
		return placement{}, err
	}
	opened, err := openTx(ctx, tx, placed, in)
	if err != nil {
		return placement{}, err
	}
	if err := cart.CompleteTx(ctx, tx, c); err != nil {
		return placement{}, err
	}
	return placement{placed.ID, placed, opened}, nil
}

// openTx opens the payment of an order, and captures one that the buyer's credit
// pays for alone.
func openTx(ctx context.Context, tx db.Tx, o *order.Order, in CompleteInput) (*payment.Payment, error) {
	credit := int64(0)
	if in.UseCredit != nil && *in.UseCredit {
		has, err := payment.CreditTx(ctx, tx, o.BuyerID, o.Currency)
		if err != nil {
			return nil, fmt.Errorf("lock credit: %w", err)
		}
		credit = usable(has, o.TotalMinor, o.Currency)
	}
	opened, err := payment.OpenTx(ctx, tx, o, credit)
	if err != nil {
		return nil, err
	}
	return opened, payment.CaptureCreditTx(ctx, tx, opened, o)
}

// usable is what of a credit pays for a total: all that is there, or so much less
// that a card can be charged the rest.
func usable(has, total int64, c money.Currency) int64 {
	if has >= total {
		return total
	}
	credit := min(has, total-pricing.LeastCharge(c))
	return max(credit-credit%c.Step(), 0)
}

// quoteTx prices a cart as it can be bought at this moment.
func (s *Service) quoteTx(
	ctx context.Context, tx db.Tx, c *cart.Cart, to order.Address,
) (*pricing.Quote, map[catalog.OfferID]*catalog.ForSale, error) {
	switch {
	case c.Status != cart.StatusOpen:
		return nil, nil, cart.ErrCompleted
	case len(c.Lines) == 0:
		return nil, nil, cart.ErrEmpty
	}
	offers, err := catalog.OffersForSale(ctx, tx, c.Currency, c.OfferIDs())
	if err != nil {
		return nil, nil, fmt.Errorf("load offers: %w", err)
	}
	var l fault.List
	for i, line := range c.Lines {
		offer := offers[line.OfferID]
		ok := offer != nil && offer.IsForSale && line.Quantity <= offer.QuantityMax
		l.Check(ok, cart.ErrOfferUnavailable.At("cart", "lines", strconv.Itoa(i)))
	}
	if err := l.Err(); err != nil {
		return nil, nil, err
	}
	quote, err := s.price(ctx, tx, basket(c, offers, to), tx.Now())
	if err != nil {
		return nil, nil, err
	}
	return quote, offers, quote.Chargeable()
}

// sellingTx returns cart.ErrOfferUnavailable for the lines of sellers who may not sell any
// more. On PostgreSQL one can be closed after its offers were read; the parts of the order,
// which are written by now, hold its row. So whoever closes it has done so before, and is
// seen here, or waits, and then finds the order.
func sellingTx(
	ctx context.Context, tx db.Tx, o *order.Order, c *cart.Cart, offers map[catalog.OfferID]*catalog.ForSale,
) error {
	ids := make([]seller.ID, len(o.SellerOrders))
	for i, part := range o.SellerOrders {
		ids[i] = part.SellerID
	}
	selling, err := seller.Selling(ctx, tx, ids)
	if err != nil {
		return err
	}
	var l fault.List
	for i, line := range c.Lines {
		l.Check(selling[offers[line.OfferID].SellerID], cart.ErrOfferUnavailable.At("cart", "lines", strconv.Itoa(i)))
	}
	return l.Err()
}

// price quotes a basket at the terms that are in force at an instant.
func (s *Service) price(ctx context.Context, q db.Querier, b pricing.Basket, at time.Time) (*pricing.Quote, error) {
	tariff, err := s.commissions.TariffAt(ctx, q, b.Currency, b.Sellers(), at)
	if err != nil {
		return nil, fmt.Errorf("read commission: %w", err)
	}
	return pricing.Terms{Tariff: tariff}.Quote(b)
}

// basket is the cart as pricing sees it. Each line refers to its offer.
func basket(c *cart.Cart, offers map[catalog.OfferID]*catalog.ForSale, to order.Address) pricing.Basket {
	b := pricing.Basket{Currency: c.Currency}
	for _, line := range c.Lines {
		b.Lines = append(b.Lines, lineOf(offers[line.OfferID], line.Quantity, to))
	}
	return b
}

func lineOf(offer *catalog.ForSale, quantity int64, to order.Address) pricing.Line {
	return pricing.Line{
		Ref: string(offer.OfferID), SellerID: offer.SellerID, UnitMinor: offer.PriceMinor, Quantity: quantity,
		Facts: pricing.Facts{
			ProductID: string(offer.ProductID), ProductType: offer.ProductType, Brand: offer.Brand,
			Condition: string(offer.Condition), ShipToCountry: to.Country,
		},
	}
}

// reserveTx takes the stock off the shelf for the order, and says of what
// there is not enough.
func reserveTx(
	ctx context.Context, tx db.Tx, o *order.Order, c *cart.Cart, offers map[catalog.OfferID]*catalog.ForSale,
) error {
	lines := make([]inventory.Line, len(c.Lines))
	for i, l := range c.Lines {
		lines[i] = inventory.Line{OfferID: l.OfferID, Quantity: l.Quantity}
	}
	err := inventory.ReserveTx(ctx, tx, string(o.ID), lines)
	var short *fault.Fault
	if !errors.As(err, &short) || len(short.Field) < 2 {
		return err
	}
	if i, convErr := strconv.Atoi(short.Field[1]); convErr == nil {
		short = short.Saying("Not enough of “" + offers[c.Lines[i].OfferID].Title + "” is in stock.")
	}
	return short.Under("cart")
}

// AdoptTx lets the account that a guest has signed in to repeat what the guest has
// ordered: the same key is the same order.
func AdoptTx(ctx context.Context, tx db.Tx, e identity.GuestSignedIn) error {
	return idempotency.AdoptTx(ctx, tx, completing, string(e.GuestID), string(e.AccountID))
}

// Expire is the periodic job that gives up orders nobody paid for in time.
type Expire struct{}

// Kind implements db.Job.
func (Expire) Kind() string { return "checkout.expire" }

const expireBatch = 100

// Expire gives up the orders whose time has run out: their intents are
// cancelled at the provider, and their stock goes back on the shelf. It goes on
// after a failure and returns all of them.
func (s *Service) Expire(ctx context.Context) error {
	now := s.db.Clock().Now()
	var errs []error
	var last order.Due
	for {
		due, err := s.orders.Expired(ctx, now, last, expireBatch)
		if err != nil {
			return errors.Join(append(errs, fmt.Errorf("find expired orders: %w", err))...)
		}
		for _, last = range due {
			if err := s.payments.Expire(ctx, last.ID); err != nil {
				errs = append(errs, fmt.Errorf("expire %s: %w", last.ID, err))
			}
		}
		if len(due) < expireBatch {
			return errors.Join(errs...)
		}
	}
}
