package stripesim

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// balanceTransaction is one movement of an account's balance. The balance of an
// account in a currency is the sum of the nets of its transactions.
type balanceTransaction struct {
	head
	Amount      int64        `json:"amount"`
	AvailableOn int64        `json:"available_on"`
	Currency    string       `json:"currency"`
	Description *string      `json:"description"`
	Rate        *json.Number `json:"exchange_rate"`
	Fee         int64        `json:"fee"`
	FeeDetails  []feeDetail  `json:"fee_details"`
	Net         int64        `json:"net"`
	Category    string       `json:"reporting_category"`
	Source      *string      `json:"source"`
	Status      string       `json:"status"`
	Type        string       `json:"type"`

	hidden txnHidden
}

type txnHidden struct {
	// Payout is the automatic payout that took this transaction along.
	Payout string `json:"payout,omitempty"`
	// Asked is the amount before it was converted.
	Asked int64 `json:"asked,omitempty"`
	// From is the currency of it, of what a transfer has brought or a reversal has taken.
	From string `json:"from,omitempty"`
}

type feeDetail struct {
	Amount      int64   `json:"amount"`
	Application *string `json:"application"`
	Currency    string  `json:"currency"`
	Description *string `json:"description"`
	Type        string  `json:"type"`
}

func (t *balanceTransaction) private() any { return &t.hidden }

func (t *balanceTransaction) indexes() []string {
	if t.Source == nil {
		return []string{"type=" + t.Type}
	}
	return []string{"source=" + *t.Source, "type=" + t.Type}
}

// book counts the transaction into its balance.
func (t *balanceTransaction) book(p *purse) {
	p.booked += t.Net
	if t.Status == "pending" {
		p.pending += t.Net
	} else {
		p.available += t.Net
	}
}

// movement describes a balance transaction that is to be made.
type movement struct {
	kind, category string
	amount, fee    int64
	currency       string
	source         string
	// availableOn in the future makes it pending; zero means now.
	availableOn int64
	description *string
	feeText     string
	// rate is what the amount was converted at, and converting what of the fee that costs.
	rate       *json.Number
	converting int64
}

// move books a movement in the unit's account.
func (u *unit) move(m movement) *balanceTransaction {
	t := &balanceTransaction{
		Amount: m.amount, Fee: m.fee, Net: m.amount - m.fee, Currency: m.currency, Type: m.kind, Category: m.category,
		Source: filled(m.source), Description: m.description, Status: "available", AvailableOn: max(m.availableOn, u.now),
		FeeDetails: []feeDetail{}, Rate: m.rate,
	}
	t.ID, t.Object, t.Created = newID("txn_1"), "balance_transaction", u.now
	if own := m.fee - m.converting; own != 0 {
		t.FeeDetails = append(t.FeeDetails, feeDetail{
			Amount: own, Currency: m.currency, Type: "stripe_fee", Description: ptr(or(m.feeText, "Stripe processing fees")),
		})
	}
	if m.converting != 0 {
		t.FeeDetails = append(t.FeeDetails, feeDetail{
			Amount: m.converting, Currency: m.currency, Type: "stripe_fee", Description: ptr("Stripe currency conversion fee"),
		})
	}
	t.account = u.account
	if t.AvailableOn > u.now {
		t.Status, t.due = "pending", t.AvailableOn
	}
	u.put(t)
	t.book(u.purse(u.account, m.currency))
	return t
}

// purse is the balance, noted for the check at the end of the unit.
func (u *unit) purse(account, currency string) *purse {
	key := purseKey{account, currency}
	if !slices.Contains(u.touched, key) {
		u.touched = append(u.touched, key)
	}
	return u.s.state.purse(account, currency)
}

// fire makes the money available.
func (t *balanceTransaction) fire(u *unit) {
	p := u.purse(t.account, t.Currency)
	p.pending -= t.Net
	p.available += t.Net
	t.Status = "available"
	u.put(t)
	if t.Net > 0 && u.s.state.told[t.account] != u.now {
		u.s.state.told[t.account] = u.now
		u.emit("balance.available", u.balance(), nil)
	}
}

// availableOn is when a charge made now can be used.
func (u *unit) availableOn() int64 {
	return u.now + max(int64(u.s.opts.AvailableAfter/time.Second), 0)
}

// balanceObject is what GET /v1/balance shows.
type balanceObject struct {
	Object    string   `json:"object"`
	Available []amount `json:"available"`
	Reserved  []amount `json:"connect_reserved,omitempty"`
	Instant   []amount `json:"instant_available"`
	Livemode  bool     `json:"livemode"`
	Pending   []amount `json:"pending"`
}

type amount struct {
	Amount   int64            `json:"amount"`
	Currency string           `json:"currency"`
	Sources  map[string]int64 `json:"source_types,omitempty"`
}

func (u *unit) balance() *balanceObject {
	b := &balanceObject{Object: "balance", Available: []amount{}, Pending: []amount{}, Instant: []amount{}}
	a := u.s.state.byID[u.account].(*account)
	currencies := []string{a.DefaultCurrency}
	for _, currency := range u.s.state.held[u.account] {
		if currency != a.DefaultCurrency {
			currencies = append(currencies, currency)
		}
	}
	for _, currency := range currencies {
		p := u.s.state.purse(u.account, currency)
		card := func(v int64) amount {
			return amount{Amount: v, Currency: currency, Sources: map[string]int64{"card": v}}
		}
		b.Available = append(b.Available, card(p.available))
		b.Pending = append(b.Pending, card(p.pending))
		b.Instant = append(b.Instant, card(max(p.available, 0)))
		if u.isPlatform() {
			b.Reserved = append(b.Reserved, amount{Amount: u.s.state.reserved[currency], Currency: currency})
		}
	}
	return b
}

func getBalance(u *unit, _ *none) (any, *apiError) { return u.balance(), nil }

func getTransaction(u *unit, _ *none) (any, *apiError) {
	t, ok := get[*balanceTransaction](u, u.path("id"))
	if !ok {
		return nil, missing("balance transaction", u.path("id"), "")
	}
	return t, nil
}

func listTransactions(u *unit, p *struct {
	listParams
	createdParams
	Currency    string `p:"currency"`
	Payout      string `p:"payout"`
	Source      string `p:"source"`
	Type        string `p:"type"`
	AvailableOn *span  `p:"available_on"`
},
) (any, *apiError) {
	if p.Payout != "" {
		o, ok := get[*payout](u, p.Payout)
		if !ok {
			return nil, missing("payout", p.Payout, "payout")
		}
		if !o.Automatic {
			return nil, reject("", "payout", "Balance transaction history can only be filtered on automatic transfers, not manual.")
		}
	}
	objects := byAge(list(u, "balance_transaction", "source", p.Source, "type", p.Type))
	return paginate(u, objects, p.listParams, func(e entity) bool {
		t := e.(*balanceTransaction)
		return p.Created.has(t.Created) && p.AvailableOn.has(t.AvailableOn) &&
			(p.Currency == "" || strings.EqualFold(p.Currency, t.Currency)) &&
			(p.Type == "" || p.Type == t.Type) &&
			(p.Payout == "" || t.hidden.Payout == p.Payout || t.Source != nil && *t.Source == p.Payout)
	})
}
