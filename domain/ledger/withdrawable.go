package ledger

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/etal-market/etal/domain/money"
)

// Withdrawable is what of the platform's balance at Stripe is its own, in one
// currency.
type Withdrawable struct {
	Currency       money.Currency
	AvailableMinor int64 // at Stripe, available
	// OwedMinor is owed to sellers, buyers and tax authorities, and under way to sellers.
	// What is owed in a currency that Stripe converts is owed in the one that it settled
	// in.
	OwedMinor   int64
	FloatMinor  int64 // kept for refunds and disputes by the settings
	AmountMinor int64 // what is left, at least zero
}

// Available is what is available at Stripe.
func (w *Withdrawable) Available() money.Amount { return money.New(w.AvailableMinor, w.Currency) }

// Owed is what belongs to others.
func (w *Withdrawable) Owed() money.Amount { return money.New(w.OwedMinor, w.Currency) }

// Float is what the settings keep for refunds and disputes.
func (w *Withdrawable) Float() money.Amount { return money.New(w.FloatMinor, w.Currency) }

// Amount is what the platform may pay out to itself.
func (w *Withdrawable) Amount() money.Amount { return money.New(w.AmountMinor, w.Currency) }

// KeepsFloat says what of the platform's balance is kept for refunds and disputes,
// by currency, in minor units. It is called once, before anything is served.
func (s *Service) KeepsFloat(of map[money.Currency]int64) { s.float = of }

// Withdrawable tells for each currency how much the platform may pay out to its
// own bank without touching what it owes. Money that is pending counts for nothing,
// although some of what is owed will be paid out of it.
func (s *Service) Withdrawable(ctx context.Context) ([]*Withdrawable, error) {
	lines, err := s.TrialBalance(ctx)
	if err != nil {
		return nil, err
	}
	byCurrency := map[money.Currency]*Withdrawable{}
	for _, l := range lines {
		w := byCurrency[l.Currency]
		if w == nil {
			w = &Withdrawable{Currency: l.Currency, FloatMinor: s.float[l.Currency]}
			byCurrency[l.Currency] = w
		}
		switch {
		case l.Account == StripeAvailable.Name:
			w.AvailableMinor = l.AmountMinor
		case strings.HasPrefix(l.Account, "pay:"), l.Account == TransferClearing.Name, l.Account == Exchange.Name:
			w.OwedMinor -= l.AmountMinor // credits are owed
		}
	}
	list := make([]*Withdrawable, 0, len(byCurrency))
	for _, w := range byCurrency {
		w.AmountMinor = max(w.AvailableMinor-w.OwedMinor-w.FloatMinor, 0)
		list = append(list, w)
	}
	slices.SortFunc(list, func(a, b *Withdrawable) int { return cmp.Compare(a.Currency, b.Currency) })
	return list, nil
}
