package stripesim

import "strings"

// lineTax is how a line came to its tax.
type lineTax struct {
	Amount       int64        `json:"amount"`
	Jurisdiction jurisdiction `json:"jurisdiction"`
	Sourcing     string       `json:"sourcing"`
	Rate         *lineRate    `json:"tax_rate_details"`
	Reason       string       `json:"taxability_reason"`
	Taxable      int64        `json:"taxable_amount"`
}

type jurisdiction struct {
	Country string  `json:"country"`
	Name    string  `json:"display_name"`
	Level   string  `json:"level"`
	State   *string `json:"state"`
}

type lineRate struct {
	Name    string `json:"display_name"`
	Percent string `json:"percentage_decimal"`
	Type    string `json:"tax_type"`
}

// untaxed says why something is not taxed; empty: it is.
func (c *taxCalculation) untaxed(at taxPlace, code string) string {
	switch {
	case c.Details.Override != "none":
		return c.Details.Override
	case code == codeUntaxed:
		return "product_exempt"
	case at.points == 0:
		return "not_collecting"
	}
	return ""
}

// taxOfLine explains the tax of a line.
func (c *taxCalculation) taxOfLine(l *cartLine, at taxPlace) lineTax {
	t := lineTax{
		Amount: l.Tax, Sourcing: "destination", Reason: c.untaxed(at, l.Code),
		Jurisdiction: jurisdiction{Country: strings.ToUpper(deref(c.Details.Address.Country)), Name: at.name, Level: at.level},
	}
	if at.level == "state" {
		t.Jurisdiction.State = c.Details.Address.State
	}
	if t.Reason != "" {
		return t
	}
	t.Reason, t.Taxable = "standard_rated", l.Amount
	if l.Behavior == "inclusive" {
		t.Taxable -= l.Tax
	}
	t.Rate = &lineRate{Name: map[string]string{"vat": "VAT", "sales_tax": "Sales Tax"}[at.kind], Percent: decimals(at.points, "usd"), Type: at.kind}
	return t
}

// taxesOfLine finds how a line of a calculation came to its tax.
func (u *unit) taxesOfLine(id string) any {
	for _, e := range list(u, "tax.calculation") {
		if c, ok := e.(*taxCalculation); ok && c.hidden.Taxes[id] != nil {
			return decode(render(c.hidden.Taxes[id]))
		}
	}
	return nil
}
