package ledger

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
)

// Conversion is an order whose payment the provider has converted. It is owed in the
// currency of the order, and held in the one that the payment settled in; the rate
// between them, for all that the order moves afterwards, is that of the payment. What
// another rate costs or brings the platform bears.
//
// MovedMinor says how far the account of exchange was cleared: what has left the
// platform's balance for the order, less what came back, and what of it is the platform's
// own, in minor units of the order's currency. The account holds AmountMinor − MovedMinor in that currency, and
// SettledMinor − Worth(MovedMinor) in the other, so that nothing is lost to rounding
// however many parts an order is paid out and given back in.
type Conversion struct {
	bun.BaseModel `bun:"table:ledger_conversions,alias:lcv"`

	OrderID         string         `bun:",pk"`
	Currency        money.Currency // of the order
	AmountMinor     int64          // of the payment, by card
	SettledCurrency money.Currency // of the provider's balance
	SettledMinor    int64          // what it settled as, before fees
	MovedMinor      int64          // see above; may be below zero, and over the amount
}

// Worth is what minor units of the order's currency are worth in the one that the payment
// settled in, in minor units, at the rate of the payment and rounded down.
func (c *Conversion) Worth(minor int64) int64 { return portion(minor, c.SettledMinor, c.AmountMinor) }

// Priced is what an amount of the settled currency is in the order's, in minor units,
// at the rate of the payment and rounded down.
func (c *Conversion) Priced(settled int64) int64 {
	return portion(settled, c.AmountMinor, c.SettledMinor)
}

// portion is minor × of ÷ unit, rounded down also below zero.
func portion(minor, of, unit int64) int64 {
	product := new(big.Int).Mul(big.NewInt(minor), big.NewInt(of))
	whole := product.Div(product, big.NewInt(unit)) // Euclidean, which is down for a unit above zero
	if !whole.IsInt64() {
		panic(fmt.Sprintf("ledger: %d × %d ÷ %d is no amount", minor, of, unit))
	}
	return whole.Int64()
}

// move clears minor units of the account of exchange, or puts them back below zero, and
// returns what they are worth.
func (c *Conversion) move(minor int64) int64 {
	before := c.Worth(c.MovedMinor)
	c.MovedMinor += minor
	return c.Worth(c.MovedMinor) - before
}

// realize books in the settled currency what of a draft is the platform's own, so that
// what it has earned and lost is in the currency that it has: each such line at the rate of
// the payment, against the account of exchange.
func (c *Conversion) realize(d *Draft) {
	lines := make([]line, 0, len(d.lines))
	var own []line
	for _, l := range d.lines {
		if l.currency != c.Currency || !l.account.isOwn() {
			lines = append(lines, l)
			continue
		}
		own = append(own, l)
	}
	d.lines = lines
	for _, l := range own {
		worth := -c.move(-l.minor)
		d.Debit(Exchange, l.minor).
			DebitIn(l.account, money.New(worth, c.SettledCurrency)).
			CreditIn(Exchange, money.New(worth, c.SettledCurrency))
	}
}

// hasOwn reports whether a draft has something of the platform's own in its currency.
func (d *Draft) hasOwn() bool {
	return slices.ContainsFunc(d.lines, func(l line) bool { return l.currency == d.currency && l.account.isOwn() })
}

// realizeTx realizes the draft of an order whose payment the provider has converted, and
// returns the conversion, which is to be written with it; nil when nothing changed.
func (d *Draft) realizeTx(ctx context.Context, tx db.Tx) (*Conversion, error) {
	if d.OrderID == "" || !d.hasOwn() {
		return nil, nil
	}
	c, err := lockConversion(ctx, tx, d.OrderID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	if err != nil || c.Currency != d.currency {
		return nil, err
	}
	c.realize(d)
	return c, nil
}

// ConversionOf returns the conversion of an order, or nil when its payment settled in its
// own currency.
func ConversionOf(ctx context.Context, q db.Querier, orderID string) (*Conversion, error) {
	if orderID == "" {
		return nil, nil
	}
	c, err := selectConversion(ctx, q, orderID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	return c, err
}

// TakeTx posts a draft whose order is paid by a movement of the platform's balance: it
// adds what the provider holds and kept, and when it has converted the payment, what is
// held in the one currency for what is owed in the other. minor is what was paid, in the
// currency of the draft.
func TakeTx(ctx context.Context, tx db.Tx, d *Draft, t provider.Transaction, minor int64) error {
	d.Answering(provider.Platform, t.ID)
	rest := d.lines
	d.lines = nil // what the provider holds stands first
	if t.Currency == d.currency {
		d.Debit(StripeBucket(t.Available), t.NetMinor).Debit(ProcessingFees, t.FeeMinor)
		d.lines = append(d.lines, rest...)
		_, err := postOnceTx(ctx, tx, d)
		return err
	}
	d.DebitIn(StripeBucket(t.Available), money.New(t.NetMinor, t.Currency)).
		DebitIn(ProcessingFees, money.New(t.FeeMinor, t.Currency)).
		CreditIn(Exchange, money.New(t.AmountMinor, t.Currency)).
		Debit(Exchange, minor)
	d.lines = append(d.lines, rest...)
	c := &Conversion{
		OrderID: d.OrderID, Currency: d.currency, AmountMinor: minor, SettledCurrency: t.Currency, SettledMinor: t.AmountMinor,
	}
	c.realize(d)
	first, err := postOnceTx(ctx, tx, d)
	if err != nil || !first {
		return err
	}
	if err := insertConversion(ctx, tx, c); err != nil {
		return fmt.Errorf("convert %s: %w", d.Source, err)
	}
	return nil
}

// BalanceMove is a movement of the platform's balance with what it stands for.
type BalanceMove struct {
	Of    provider.Transaction
	Minor int64   // of the draft's currency; below zero when they have left
	Fees  Account // that bears its fee; the zero value is OtherFees
}

// MoveTx posts a draft of an order that answers to a movement of the platform's balance.
// The draft has the other side of what the movement stands for already, and is given the
// provider's: in the currency of the balance. It reports whether the draft was the first
// under its source. A movement in a currency that is neither the order's nor the one that
// its payment settled in is an error, as one in the order's of another amount.
func MoveTx(ctx context.Context, tx db.Tx, d *Draft, m BalanceMove) (bool, error) {
	t, minor, fees := m.Of, m.Minor, m.Fees
	if fees == (Account{}) {
		fees = OtherFees
	}
	d.Answering(provider.Platform, t.ID)
	if t.Currency == d.currency {
		if t.AmountMinor != minor {
			return false, fmt.Errorf("%s moved %d %s, expected %d", d.Source, t.AmountMinor, t.Currency, minor)
		}
		d.Debit(StripeBucket(t.Available), t.NetMinor).Debit(fees, t.FeeMinor)
		return postOnceTx(ctx, tx, d)
	}
	posted, err := hasJournal(ctx, tx, d.Source)
	if err != nil || posted {
		return false, err
	}
	c, err := lockConversion(ctx, tx, d.OrderID)
	if err != nil && !errors.Is(err, db.ErrNotFound) {
		return false, fmt.Errorf("conversion of %s: %w", d.OrderID, err)
	}
	if err != nil || c.SettledCurrency != t.Currency || c.Currency != d.currency {
		return false, fmt.Errorf("%s moved %d %s, expected %d %s", d.Source, t.AmountMinor, t.Currency, minor, d.currency)
	}
	worth := -c.move(-minor)
	in := func(minor int64) money.Amount { return money.New(minor, t.Currency) }
	d.Debit(Exchange, minor).
		DebitIn(StripeBucket(t.Available), in(t.NetMinor)).DebitIn(fees, in(t.FeeMinor)).
		CreditIn(Exchange, in(worth)).
		CreditIn(ExchangeLosses, in(t.AmountMinor-worth))
	c.realize(d)
	d.mustBalance()
	if err := postTx(ctx, tx, d); err != nil {
		return false, err
	}
	return true, updateConversion(ctx, tx, c)
}

// verifyExchange compares what the account of exchange holds for each converted order
// with what it must hold (L4).
func verifyExchange(ctx context.Context, q db.Querier) ([]check.Finding, error) {
	rows, err := selectExchanged(ctx, q)
	if err != nil {
		return nil, err
	}
	var findings []check.Finding
	for _, r := range rows {
		c := &r.Conversion
		want, wantSettled := c.AmountMinor-c.MovedMinor, -(c.SettledMinor - c.Worth(c.MovedMinor))
		if r.HeldMinor == want && r.HeldSettledMinor == wantSettled {
			continue
		}
		findings = append(findings, check.Finding{
			Invariant: "L4", Subject: c.OrderID,
			Detail: fmt.Sprintf("the account of exchange has %d %s and %d %s, expected %d and %d",
				r.HeldMinor, c.Currency, r.HeldSettledMinor, c.SettledCurrency, want, wantSettled),
		})
	}
	return findings, nil
}
