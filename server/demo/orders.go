package demo

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/brianvoe/gofakeit/v7"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/server"
)

// ErrHasOrders is returned when there are orders already: copies are made of the
// orders of one sample, and those must be all there are.
var ErrHasOrders = errors.New("this database holds orders already: begin with an empty one")

// Phase says what FillWithOrders is doing.
type Phase string

// The phases, in this order.
const (
	PhaseProducts Phase = "products"
	PhaseSample   Phase = "days of the sample"
	PhaseCopies   Phase = "orders"
	PhaseBooks    Phase = "books"
)

// OrdersSize says how much to make.
type OrdersSize struct {
	Size

	// Orders is how many orders there are at least.
	Orders int
	// Sample is how many of them at most are placed, paid, shipped, refunded and
	// disputed through the services, against a Stripe simulator in this process, and
	// then copied; 0: 250.
	Sample int
}

// groups is of how many equal parts the orders are: the sample and its copies.
func (size OrdersSize) groups() int {
	most := size.Sample
	if most == 0 {
		most = sampleMost
	}
	return max((size.Orders+most-1)/most, 1)
}

// WithOrders says what was made.
type WithOrders struct {
	Filled

	Orders int `json:"orders"`
	Placed int `json:"placed"` // of them, through the services
	Rows   int `json:"rows"`   // that were written for copies
}

const (
	// span is how far the oldest orders lie back.
	span = 400 * 24 * time.Hour
	// sampleMost is how large the sample is.
	sampleMost = 250
	// freshMost is how many orders are placed at last, and are not over yet.
	freshMost = 40
	// sampleDays is for how many days orders of the sample are placed, and restDays how
	// long it takes after them until shipments, refunds, disputes and payouts are over.
	sampleDays, restDays = 10, 12
)

// FillWithOrders fills an empty, migrated database as Fill does and makes orders of
// the last 400 days. A sample is bought through the services; its copies
// differ in identifiers, numbers, keys and instants. A few orders of the last day are not
// over yet. It ends with the ledger chained and the statements of all months closed. What
// the orders say of Stripe exists nowhere. The database does not wait for the disk
// meanwhile: a run that was cut off is begun anew.
// progress, when not nil, is told how much of each phase is done.
func FillWithOrders(ctx context.Context, a *server.App, size OrdersSize, progress func(phase Phase, done, total int)) (made *WithOrders, err error) {
	if progress == nil {
		progress = func(Phase, int, int) {}
	}
	has, err := hasOrders(ctx, a.DB.Read(ctx))
	if err == nil && has {
		err = ErrHasOrders
	}
	if err != nil {
		return nil, err
	}
	s, err := openStage(ctx, a, a.DB.Clock().Now().Add(-span-24*time.Hour), size.Seed)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	filled, err := Fill(ctx, s.app, size.Size, func(done, total int) { progress(PhaseProducts, done, total) })
	if err != nil {
		return nil, err
	}
	made = &WithOrders{Filled: *filled}
	if err := s.fillOrders(ctx, size, made, progress); err != nil {
		return nil, err
	}
	return made, s.closeBooks(ctx, progress)
}

// fillOrders plays the sample, copies it, and plays the last day.
func (s *stage) fillOrders(ctx context.Context, size OrdersSize, made *WithOrders, progress func(phase Phase, done, total int)) error {
	groups := size.groups()
	placed := (size.Orders + groups - 1) / groups
	tables, err := s.play(ctx, placed, func(done, total int) { progress(PhaseSample, done, total) })
	if err != nil {
		return fmt.Errorf("the sample: %w", err)
	}
	c, err := newCopier(s.db, tables, size.Seed)
	if err != nil {
		return err
	}
	distance := (span - (sampleDays+restDays)*24*time.Hour) / time.Duration(groups)
	made.Rows, err = c.copyAll(ctx, groups-1, distance, func(copies int) { progress(PhaseCopies, (copies+1)*placed, groups*placed) })
	if err != nil {
		return err
	}
	fresh := min(freshMost, max(placed/10, 1))
	if err := s.lastDay(ctx, fresh); err != nil {
		return fmt.Errorf("the last day: %w", err)
	}
	made.Placed = placed + fresh
	made.Orders = placed*groups + fresh
	return nil
}

// closeBooks puts what copies have sold back on the shelf, chains what was posted, and
// writes statements.
func (s *stage) closeBooks(ctx context.Context, progress func(phase Phase, done, total int)) error {
	steps := []func(context.Context) error{
		func(ctx context.Context) error { return s.db.Write(ctx, restock) },
		s.app.Ledger.Chain, s.app.Statements.Close, s.app.Ledger.Anchor,
	}
	for i, step := range steps {
		progress(PhaseBooks, i, len(steps))
		if err := step(ctx); err != nil {
			return err
		}
	}
	_, err := s.db.Drain(ctx, s.app.Jobs(), s.clock.Now())
	return err
}

// widest makes the one product that has very many variants, when there is to be one.
func (size Size) widest(ctx context.Context, a *server.App, fake *gofakeit.Faker, sellers []seller.ID, filled *Filled) error {
	if size.Widest == 0 {
		return nil
	}
	size.Variants = size.Widest
	in := size.product(fake, money.Currency(a.Config.Currency))
	in.Title, in.OptionNames = "Everything in one", []string{"Size", "Colour"}
	for i, v := range in.Variants { // some forty sizes, each in all colours
		v.OptionValues = []string{sizeName(i / len(colours())), colours()[i%len(colours())]}
		sku := fmt.Sprintf("WIDE-%04d", i+1)
		v.Offer.SKU = &sku
		v.Offer.Price.Amount = money.New(1990+50*int64(i/len(colours())), v.Offer.Price.CurrencyCode).Decimal()
	}
	err := a.DB.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		_, err := inventory.CreateProductTx(ctx, tx, sellers[0], in)
		return err
	})
	if err != nil {
		return fmt.Errorf("the product of %d variants: %w", size.Widest, err)
	}
	filled.Products++
	filled.Offers += size.Widest
	return nil
}

// colours are those of the product that has very many variants.
func colours() []string {
	hues := []string{"Red", "Orange", "Yellow", "Green", "Blue", "Violet", "Brown", "Grey", "White", "Black"}
	all := make([]string, 0, 5*len(hues))
	for _, tone := range []string{"", "Light ", "Dark ", "Pale ", "Deep "} {
		for _, hue := range hues {
			all = append(all, tone+hue)
		}
	}
	return all
}
