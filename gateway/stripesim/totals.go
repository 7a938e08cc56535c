package stripesim

import "strings"

// totals is every balance with the movements it consists of.
type totals struct {
	Accounts map[string]map[string]*total `json:"accounts"`
	// Consistent says that each balance is the sum of its movements.
	Consistent bool `json:"consistent"`
	// Outside is, per currency, what has come in from cards and banks less what has
	// gone out to cards, banks and Stripe. It equals the sum of all balances.
	Outside map[string]int64 `json:"outside"`
	// Inside is the sum of all balances per currency.
	Inside map[string]int64 `json:"inside"`
}

type total struct {
	Pending   int64                `json:"pending"`
	Available int64                `json:"available"`
	Net       int64                `json:"net"`
	Types     map[string]*movedSum `json:"types"`
}

type movedSum struct {
	Count  int64 `json:"count"`
	Amount int64 `json:"amount"`
	Fee    int64 `json:"fee"`
	Net    int64 `json:"net"`
}

// totals adds everything up again from the balance transactions alone.
func (s *Simulator) totals() *totals {
	t := &totals{
		Accounts: map[string]map[string]*total{}, Consistent: true,
		Outside: map[string]int64{}, Inside: map[string]int64{},
	}
	at := func(account, currency string) *total {
		if t.Accounts[account] == nil {
			t.Accounts[account] = map[string]*total{}
		}
		if t.Accounts[account][currency] == nil {
			t.Accounts[account][currency] = &total{Types: map[string]*movedSum{}}
		}
		return t.Accounts[account][currency]
	}
	for _, e := range s.state.byID {
		x, ok := e.(*balanceTransaction)
		if !ok {
			continue
		}
		a := at(x.account, x.Currency)
		m := a.Types[x.Type]
		if m == nil {
			m = &movedSum{}
			a.Types[x.Type] = m
		}
		m.Count++
		m.Amount += x.Amount
		m.Fee += x.Fee
		m.Net += x.Net
		a.Net += x.Net
		switch {
		case !x.inner():
			t.Outside[x.Currency] += x.Net
		case x.Rate != nil: // Stripe has taken the one currency and given the other
			t.Outside[x.Currency] += x.Net
			t.Outside[x.hidden.From] -= x.hidden.Asked
		}
	}
	for key, p := range s.state.purses {
		a := at(key.account, key.currency)
		a.Pending, a.Available = p.pending, p.available
		t.Inside[key.currency] += p.pending + p.available
		if p.pending+p.available != a.Net || p.booked != a.Net {
			t.Consistent = false
		}
	}
	for currency, inside := range t.Inside {
		if inside != t.Outside[currency] {
			t.Consistent = false
		}
	}
	return t
}

// inner movements only go from one balance to another; summed over both sides they
// must be nothing. A payment is one when it came by a transfer; else it is a debit.
func (t *balanceTransaction) inner() bool {
	switch t.Type {
	case "transfer", "transfer_refund":
		return true
	case "payment", "payment_refund":
		source := deref(t.Source)
		return strings.HasPrefix(source, "py_1") || strings.HasPrefix(source, "pyr_1")
	}
	return false
}

func getTotals(u *unit, _ *none) (any, *apiError) { return u.s.totals(), nil }
