package stripesim

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// ownKinds are the movements that Stripe makes by itself, beside what the calls of
// this API do, with their reporting categories.
func ownKinds() map[string]string {
	return map[string]string{
		"adjustment":                      "other_adjustment",
		"advance":                         "advance",
		"advance_funding":                 "advance_funding",
		"application_fee":                 "platform_earning",
		"application_fee_refund":          "platform_earning_refund",
		"anticipation_repayment":          "anticipation_repayment",
		"climate_order_purchase":          "climate_order_purchase",
		"network_cost":                    "network_cost",
		"payment_network_reserve_hold":    "payment_network_reserve_hold",
		"payment_network_reserve_release": "payment_network_reserve_release",
		"payout_minimum_balance_hold":     "payout_minimum_balance_hold",
		"payout_minimum_balance_release":  "payout_minimum_balance_release",
		"reserved_funds":                  "risk_reserved_funds",
		"stripe_fee":                      "fee",
		"stripe_fx_fee":                   "fee",
		"tax_fee":                         "tax",
	}
}

// movementsMax bounds how many movements one call makes.
const movementsMax = 100_000

// moveNow moves the balance of an account as Stripe does by itself: once, or many times
// with some time between. What is made in the past stands in lists where it belongs, as
// what Stripe books late does.
func moveNow(u *unit, p *struct {
	Type     string `p:"type,required"`
	Amount   int64  `p:"amount,required"`
	Fee      int64  `p:"fee"`
	Currency string `p:"currency"`
	Created  *int64 `p:"created" min:"1"`
	Count    *int64 `p:"count" min:"1"`
	Every    lapse  `p:"every"`
},
) (any, *apiError) {
	id, category := u.path("id"), ownKinds()[p.Type]
	if !u.knowsAccount(id) {
		return nil, missing("account", id, "")
	}
	if category == "" {
		return nil, reject("", "type", "Stripe makes no movements of the type %q by itself.", p.Type)
	}
	currency := strings.ToLower(or(p.Currency, u.s.opts.Currency))
	if err := divisible(p.Amount, currency); err != nil {
		return nil, err
	}
	count, created, every := int64(1), u.now, int64(time.Duration(p.Every)/time.Second)
	if p.Count != nil {
		count = *p.Count
	}
	if p.Created != nil {
		created = *p.Created
	}
	if count > movementsMax || every < 0 || created+(count-1)*every > u.now {
		return nil, reject("", "created", "That would be in the future, or too much at once.")
	}
	out := []*balanceTransaction{}
	u.as(id, func() {
		for i := range count {
			t := u.move(movement{
				kind: p.Type, category: category, amount: p.Amount, fee: p.Fee, currency: currency, description: ptr("Made by Stripe"),
			})
			t.Created = created + i*every
			t.AvailableOn = t.Created
			if len(out) < 100 {
				out = append(out, t)
			}
		}
	})
	return &shortList[*balanceTransaction]{Object: "list", Data: out, URL: u.url}, nil
}

// byAge puts movements in the order of their instants, as Stripe lists them, which is
// mostly the one in which they were made.
func byAge(objects []entity) []entity {
	older := func(a, b entity) int { return cmp.Compare(a.header().Created, b.header().Created) }
	if slices.IsSortedFunc(objects, older) {
		return objects
	}
	sorted := slices.Clone(objects)
	slices.SortStableFunc(sorted, older)
	return sorted
}
