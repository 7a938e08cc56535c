package stripesim

import (
	"fmt"
	"strings"
)

// taxCalculation is what a cart would be taxed. It lives for 48 hours.
type taxCalculation struct {
	head
	Total     int64          `json:"amount_total"`
	Currency  string         `json:"currency"`
	Customer  *string        `json:"customer"`
	Details   taxCustomer    `json:"customer_details"`
	Expires   int64          `json:"expires_at"`
	Shown     *struct{}      `json:"line_items"` // null: who wants lines expands them
	Livemode  bool           `json:"livemode"`
	Shipping  *taxShipping   `json:"shipping_cost"`
	Exclusive int64          `json:"tax_amount_exclusive"`
	Inclusive int64          `json:"tax_amount_inclusive"`
	Breakdown []taxBreakdown `json:"tax_breakdown"`
	Date      int64          `json:"tax_date"`

	hidden taxHidden
}

// taxHidden keeps the lines, which are shown to who asks for them, and how each came to
// its tax, by its id.
type taxHidden struct {
	Lines []*cartLine          `json:"lines"`
	Taxes map[string][]lineTax `json:"taxes"`
}

// cartLine is a line of a calculation.
type cartLine struct {
	taxLine

	Shown *struct{} `json:"tax_breakdown"` // null: who wants it expands it
}

// taxLine is what lines of calculations and of transactions have in common.
type taxLine struct {
	ID        string  `json:"id"`
	Object    string  `json:"object"`
	Amount    int64   `json:"amount"`
	Tax       int64   `json:"amount_tax"`
	Livemode  bool    `json:"livemode"`
	Product   *string `json:"product"`
	Quantity  int64   `json:"quantity"`
	Reference string  `json:"reference"`
	Behavior  string  `json:"tax_behavior"`
	Code      string  `json:"tax_code"`
}

func (l *taxLine) id() string { return l.ID }

type taxCustomer struct {
	Address  *address `json:"address"`
	Source   *string  `json:"address_source"`
	IP       *string  `json:"ip_address"`
	IDs      []taxID  `json:"tax_ids"`
	Override string   `json:"taxability_override"`
}

type taxID struct {
	Type  string `json:"type"`
	Value string `json:"value"`
}

type taxShipping struct {
	Amount   int64  `json:"amount"`
	Tax      int64  `json:"amount_tax"`
	Behavior string `json:"tax_behavior"`
	Code     string `json:"tax_code"`
}

type taxBreakdown struct {
	Amount    int64   `json:"amount"`
	Inclusive bool    `json:"inclusive"`
	Rate      taxRate `json:"tax_rate_details"`
	Reason    string  `json:"taxability_reason"`
	Taxable   int64   `json:"taxable_amount"`
}

type taxRate struct {
	Country *string `json:"country"`
	Percent string  `json:"percentage_decimal"`
	State   *string `json:"state"`
	Type    *string `json:"tax_type"`
}

func (c *taxCalculation) private() any { return &c.hidden }

// fire forgets a calculation that nobody has used.
func (c *taxCalculation) fire(u *unit) { u.drop(c) }

// calculationLife is how long a calculation can be used, in seconds.
const calculationLife = 48 * 3600

// taxPlace is where something is taxed, and by how many basis points.
type taxPlace struct {
	name   string
	points int64
	kind   string
	level  string
}

// taxedAt is the rate by which the simulator reckons: one a country, and some of the
// states of the US. They stand for those that Stripe knows and are not kept up to date.
// Elsewhere nothing is taxed.
func taxedAt(at *address) taxPlace {
	country, state := strings.ToUpper(deref(at.Country)), strings.ToUpper(deref(at.State))
	place, ok := map[string]taxPlace{
		"AT": {name: "Austria", points: 2000}, "BE": {name: "Belgium", points: 2100}, "DE": {name: "Germany", points: 1900}, "ES": {name: "Spain", points: 2100},
		"FR": {name: "France", points: 2000}, "GB": {name: "United Kingdom", points: 2000}, "IE": {name: "Ireland", points: 2300}, "IT": {name: "Italy", points: 2200},
		"NL": {name: "Netherlands", points: 2100}, "PL": {name: "Poland", points: 2300}, "SE": {name: "Sweden", points: 2500},
		"US-CA": {name: "California", points: 725}, "US-FL": {name: "Florida", points: 600}, "US-NY": {name: "New York", points: 400},
		"US-TX": {name: "Texas", points: 625}, "US-WA": {name: "Washington", points: 650},
	}[map[bool]string{true: country + "-" + state, false: country}[country == "US"]]
	if !ok {
		place.name = country
	}
	place.kind, place.level = "vat", "country"
	if country == "US" {
		place.kind, place.level = "sales_tax", "state"
	}
	return place
}

// codeUntaxed is the tax code of what nobody taxes.
const codeUntaxed = "txcd_00000000"

// taxOf rounds half up: of an amount without tax, or out of one that holds it.
func taxOf(amount, points int64, inclusive bool) int64 {
	if inclusive {
		net := (amount*10_000*2 + 10_000 + points) / (2 * (10_000 + points))
		return amount - net
	}
	return (amount*points + 5_000) / 10_000
}

type taxCalculationParams struct {
	Currency string `p:"currency,required"`
	Customer string `p:"customer"`
	Details  *struct {
		Address *address `p:"address"`
		Source  string   `p:"address_source" enum:"billing|shipping"`
		IP      string   `p:"ip_address"`
		IDs     []struct {
			Type  string `p:"type,required"`
			Value string `p:"value,required"`
		} `p:"tax_ids"`
		Override string `p:"taxability_override" enum:"customer_exempt|none|reverse_charge"`
	} `p:"customer_details"`
	Lines []struct {
		Amount    int64   `p:"amount,required" min:"0"`
		Product   *string `p:"product"`
		Quantity  *int64  `p:"quantity" min:"1"`
		Reference string  `p:"reference"`
		Behavior  string  `p:"tax_behavior" enum:"exclusive|inclusive"`
		Code      string  `p:"tax_code"`
	} `p:"line_items,required"`
	Shipping *struct {
		Amount   int64  `p:"amount" min:"0"`
		Behavior string `p:"tax_behavior" enum:"exclusive|inclusive"`
		Code     string `p:"tax_code"`
	} `p:"shipping_cost"`
	Date *int64 `p:"tax_date" min:"1"`
}

func createCalculation(u *unit, p *taxCalculationParams) (any, *apiError) {
	c := &taxCalculation{
		Currency: strings.ToLower(p.Currency), Customer: filled(p.Customer), Expires: u.now + calculationLife,
		Breakdown: []taxBreakdown{}, Date: u.now, Details: taxCustomer{IDs: []taxID{}, Override: "none"},
	}
	if !knownCurrency(c.Currency) {
		return nil, invalidCurrency(c.Currency)
	}
	if err := u.taxedCustomer(c, p); err != nil {
		return nil, err
	}
	c.ID, c.Object = newID("taxcalc_1"), "tax.calculation"
	c.due = c.Expires
	if p.Date != nil {
		c.Date = *p.Date
	}
	c.hidden.Taxes = map[string][]lineTax{}
	if err := c.reckon(p); err != nil {
		return nil, err
	}
	u.put(c)
	return c, nil
}

// taxedCustomer finds out where the buyer is.
func (u *unit) taxedCustomer(c *taxCalculation, p *taxCalculationParams) *apiError {
	if p.Customer != "" {
		known, ok := get[*customer](u, p.Customer)
		if !ok {
			return missing("customer", p.Customer, "customer")
		}
		c.Details.Address, c.Details.Source = known.Address, ptr("billing")
		if known.Shipping != nil && known.Shipping.Address != nil {
			c.Details.Address, c.Details.Source = known.Shipping.Address, ptr("shipping")
		}
	}
	if d := p.Details; d != nil {
		if d.Address != nil {
			c.Details.Address, c.Details.Source = d.Address, ptr(or(d.Source, "billing"))
		}
		c.Details.IP, c.Details.Override = filled(d.IP), or(d.Override, "none")
		for _, one := range d.IDs {
			c.Details.IDs = append(c.Details.IDs, taxID{Type: one.Type, Value: one.Value})
		}
	}
	if c.Details.Address == nil || deref(c.Details.Address.Country) == "" {
		return refuse("customer_tax_location_invalid", "customer_details[address]",
			"We could not determine the customer's tax location based on the provided customer address.")
	}
	return nil
}

// reckon taxes each line and the shipping, and sums.
func (c *taxCalculation) reckon(p *taxCalculationParams) *apiError {
	place := taxedAt(c.Details.Address)
	sums := map[bool]*taxBreakdown{}
	add := func(amount int64, behavior, code string) int64 {
		inclusive, rate := behavior == "inclusive", place.points
		if c.untaxed(place, code) != "" {
			rate = 0
		}
		tax := taxOf(amount, rate, inclusive)
		c.Total += amount
		if inclusive {
			c.Inclusive += tax
		} else {
			c.Total += tax
			c.Exclusive += tax
		}
		if rate > 0 {
			if sums[inclusive] == nil {
				sums[inclusive] = &taxBreakdown{Inclusive: inclusive, Reason: "standard_rated", Rate: taxRate{
					Country: c.Details.Address.Country, State: c.Details.Address.State, Percent: decimals(rate, "usd"), Type: &place.kind,
				}}
			}
			sums[inclusive].Amount += tax
			sums[inclusive].Taxable += amount
			if inclusive {
				sums[inclusive].Taxable -= tax
			}
		}
		return tax
	}
	seen := map[string]bool{}
	for i, l := range p.Lines {
		line := &cartLine{taxLine: taxLine{
			ID: newID("tax_li_"), Object: "tax.calculation_line_item", Amount: l.Amount, Product: l.Product, Quantity: 1,
			Reference: or(l.Reference, fmt.Sprintf("L%d", i+1)), Behavior: or(l.Behavior, "exclusive"), Code: or(l.Code, "txcd_99999999"),
		}}
		if seen[line.Reference] {
			return reject("", fmt.Sprintf("line_items[%d][reference]", i), "The reference %s is used by another line.", line.Reference)
		}
		seen[line.Reference] = true
		if l.Quantity != nil {
			line.Quantity = *l.Quantity
		}
		line.Tax = add(line.Amount, line.Behavior, line.Code)
		c.hidden.Lines = append(c.hidden.Lines, line)
		c.hidden.Taxes[line.ID] = []lineTax{c.taxOfLine(line, place)}
	}
	if s := p.Shipping; s != nil {
		c.Shipping = &taxShipping{Amount: s.Amount, Behavior: or(s.Behavior, "exclusive"), Code: or(s.Code, "txcd_92010001")}
		c.Shipping.Tax = add(s.Amount, c.Shipping.Behavior, c.Shipping.Code)
	}
	for _, inclusive := range []bool{false, true} {
		if sums[inclusive] != nil {
			c.Breakdown = append(c.Breakdown, *sums[inclusive])
		}
	}
	return nil
}

func listCalculationLines(u *unit, p *listParams) (any, *apiError) {
	c, ok := get[*taxCalculation](u, u.path("id"))
	if !ok {
		return nil, missing("tax calculation", u.path("id"), "")
	}
	return linesPage(u, c.hidden.Lines, p)
}

// linesPage is one page of lines, in their order.
func linesPage[L interface{ id() string }](u *unit, lines []L, p *listParams) (any, *apiError) {
	limit := int64(10)
	if p.Limit != nil {
		limit = *p.Limit
	}
	if limit < 1 || limit > 100 {
		return nil, reject("parameter_invalid_integer", "limit", "Limit must be between 1 and 100.")
	}
	if p.EndingBefore != "" {
		return nil, reject("", "ending_before", "This simulator pages lines forwards only.")
	}
	if p.StartingAfter != "" {
		at := -1
		for i, l := range lines {
			if l.id() == p.StartingAfter {
				at = i
			}
		}
		if at < 0 {
			return nil, reject("resource_missing", "starting_after", "No such object: '%s'", p.StartingAfter)
		}
		lines = lines[at+1:]
	}
	out := &shortList[L]{Object: "list", Data: []L{}, URL: u.url, HasMore: int64(len(lines)) > limit}
	out.Data = append(out.Data, lines[:min(limit, int64(len(lines)))]...)
	return out, nil
}
