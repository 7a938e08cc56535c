package simulate

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Plan is all that happens in a world. It can be written as JSON and read
// again.
type Plan struct {
	Seed  uint64   `json:"seed"`
	Setup Setup    `json:"setup"`
	Days  [][]Step `json:"days"`
}

// Step is one thing that happens.
type Step struct {
	Action string `json:"action"` // a name of Actions
	Choice uint64 `json:"choice"` // what it chooses by
}

// String writes a step as it stands in a list of actions.
func (s Step) String() string { return fmt.Sprintf("%s (%d)", s.Action, s.Choice) }

// Setup is how the marketplace is set up.
type Setup struct {
	Sellers    int      `json:"sellers"`
	Country    string   `json:"country"`    // of the platform, ISO 3166-1 alpha-2
	Currencies []string `json:"currencies"` // the platform's own first
	HoldHours  int      `json:"holdHours"`
	PayHours   int      `json:"payHours"` // least time between two payouts
	// Negative lets reversals take sellers below zero, and Reserve has the platform
	// stand in for them.
	Negative    bool `json:"negative"`
	Reserve     bool `json:"reserve"`
	TakenAtLoss bool `json:"takenAtLoss"` // disputes take transfers back when they are lost
	// DisputeFee says who bears the fees of disputes; empty is the platform.
	DisputeFee string `json:"disputeFee"`
	OneHand    bool   `json:"oneHand"` // one person is enough for what needs two
	// Limit is what one person gives back of an order, in minor units.
	Limit int64 `json:"limit"`
	// Lossy worlds lose webhooks for good, so news may take a day.
	Lossy bool `json:"lossy"`
	// Rush is how many buyers come in a turn of buying; 0 is one.
	Rush int `json:"rush,omitempty"`
	// Converted platforms have a balance in their own currency alone: Stripe converts
	// what is paid in others, every day at other rates.
	Converted bool `json:"converted,omitempty"`
	// Priced worlds have orders with taxes, shipping and discounts, which the checkout does
	// not know, rules of commission of every make, and operators who hold money back.
	Priced bool `json:"priced,omitempty"`
}

// Size bounds a plan. The zero value is a month of fifteen steps a day.
type Size struct {
	Days   int // 0 means 30
	Orders int // about how many are placed in all; 0 means two a day
	Rush   int // how many buyers come at a time; 0 means one
	// Calm draws no faults and no crashes.
	Calm bool
	// Converted makes worlds that sell in several currencies, of which Stripe converts all
	// but the platform's own.
	Converted bool
	// Priced makes worlds whose orders have prices of all kinds.
	Priced bool
}

// How many steps a plan has for each order, or for each rush of orders, in which bad
// luck is drawn more often: what else happens to them, and to the world around them.
const (
	stepsPerOrder = 6
	stepsPerRush  = 8
)

// NewPlan draws a plan from a seed. The same seed and size make the same plan.
func NewPlan(seed uint64, size Size) Plan {
	if size.Days == 0 {
		size.Days = 30
	}
	if size.Orders == 0 {
		size.Orders = 2 * size.Days
	}
	r := rand.New(rand.NewPCG(seed, 0x657461)) //nolint:gosec // it must be foreseeable
	p := Plan{Seed: seed, Setup: newSetup(r)}
	p.Setup.DisputeFee = []string{"platform", "seller", "seller_unless_won"}[seed%3] // without a draw: older seeds make the worlds they made
	p.Setup.Rush, p.Setup.Priced = size.Rush, size.Priced
	if size.Converted {
		p.Setup.Converted = true
		if len(p.Setup.Currencies) == 1 {
			p.Setup.Currencies = append(p.Setup.Currencies, map[bool]string{true: "USD", false: "EUR"}[p.Setup.Currencies[0] == "EUR"])
		}
	}
	draw := newDraw(size.Calm, p.Setup)
	steps, days := size.Orders*stepsPerOrder, make([][]Step, size.Days)
	if size.Rush > 1 {
		steps = max(size.Orders/size.Rush, 1) * stepsPerRush
	}
	for n := range steps {
		day := n * size.Days / steps
		days[day] = append(days[day], Step{draw.pick(r), r.Uint64N(1e6)})
	}
	p.Days = days
	return p
}

func newSetup(r *rand.Rand) Setup {
	platforms := []struct {
		country    string
		currencies string
	}{
		{"DE", "EUR"},
		{"DE", "EUR USD GBP"},
		{"US", "USD"},
		{"US", "USD EUR JPY KWD"},
		{"GB", "GBP EUR"},
		{"JP", "JPY"},
		{"DE", "EUR HUF ISK"},
		{"FR", "EUR JPY TND UGX"},
	}
	at := platforms[r.IntN(len(platforms))]
	holds, pauses := []int{0, 0, 24, 48, 7 * 24, 14 * 24}, []int{0, 0, 24, 24, 48, 7 * 24}
	s := Setup{
		Sellers: 2 + r.IntN(3), Country: at.country, Currencies: strings.Fields(at.currencies),
		HoldHours: holds[r.IntN(len(holds))], PayHours: pauses[r.IntN(len(pauses))], Negative: r.IntN(2) == 0,
		TakenAtLoss: r.IntN(2) == 0, OneHand: r.IntN(6) == 0, Limit: int64(2_000 + r.IntN(20_000)), Lossy: r.IntN(3) == 0,
	}
	s.Reserve = s.Negative && r.IntN(3) > 0
	return s
}

// steps counts the steps of a plan.
func (p Plan) steps() int {
	n := 0
	for _, day := range p.Days {
		n += len(day)
	}
	return n
}

// String writes the plan as a list of actions, day by day.
func (p Plan) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "seed %d: %d sellers, platform in %s, %s, hold %d h, payouts every %d h, limit %d", p.Seed,
		p.Setup.Sellers, p.Setup.Country, strings.Join(p.Setup.Currencies, "+"), p.Setup.HoldHours, p.Setup.PayHours, p.Setup.Limit)
	for _, on := range []struct {
		is   bool
		what string
	}{
		{p.Setup.Negative, "reversals below zero"},
		{p.Setup.Reserve, "reserves"},
		{p.Setup.TakenAtLoss, "disputes taken at loss"},
		{p.Setup.DisputeFee == "seller", "sellers bear fees of disputes"},
		{p.Setup.DisputeFee == "seller_unless_won", "sellers bear fees of disputes that are not won"},
		{p.Setup.OneHand, "one person is enough"},
		{p.Setup.Lossy, "webhooks get lost"},
		{p.Setup.Converted, "Stripe converts"},
		{p.Setup.Priced, "prices of all kinds"},
	} {
		if on.is {
			b.WriteString(", " + on.what)
		}
	}
	if p.Setup.Rush > 1 {
		fmt.Fprintf(&b, ", %d buyers at a time", p.Setup.Rush)
	}
	b.WriteString("\n")
	for day, steps := range p.Days {
		for _, s := range steps {
			fmt.Fprintf(&b, "  day %d: %s\n", day+1, s)
		}
	}
	return b.String()
}
