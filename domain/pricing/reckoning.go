package pricing

import "github.com/etal-market/etal/domain/money"

// Facts are what a line is about, as far as rules are chosen by it.
type Facts struct {
	ProductID     string `json:"productId,omitempty"`
	ProductType   string `json:"productType,omitempty"`
	Brand         string `json:"brand,omitempty"`
	Condition     string `json:"condition,omitempty"`
	ShipToCountry string `json:"shipToCountry,omitempty"` // ISO 3166-1 alpha-2
	PlanID        string `json:"planId,omitempty"`        // that the seller was on, when a rule asked for it
}

// RefundPolicy says what of a commission is given back when a line is refunded.
type RefundPolicy string

// The refund policies.
const (
	// RefundReturnAll gives all of it back, in proportion to what is refunded.
	RefundReturnAll RefundPolicy = "RETURN_ALL"
	// RefundKeepFixed keeps the fixed part and gives the rest back.
	RefundKeepFixed RefundPolicy = "KEEP_FIXED"
	// RefundKeepAll gives nothing back.
	RefundKeepAll RefundPolicy = "KEEP_ALL"
)

// Operation is what a step of a reckoning does.
type Operation string

// The operations, in the order in which they occur.
const (
	OpGoods          Operation = "GOODS"           // the price of the goods
	OpSellerDiscount Operation = "SELLER_DISCOUNT" // less what the seller takes off
	OpTaxIncluded    Operation = "TAX_INCLUDED"    // less tax in the price
	OpTaxOnTop       Operation = "TAX_ON_TOP"      // and tax on top that the seller remits
	OpShipping       Operation = "SHIPPING"        // and shipping by the seller
	OpBase           Operation = "BASE"            // makes the base
	OpRate           Operation = "RATE"            // a rate of the base, or of a slice of it
	OpPerUnit        Operation = "PER_UNIT"        // and an amount for each piece
	OpPerLine        Operation = "PER_LINE"        // and an amount for the line
	OpPerOrder       Operation = "PER_ORDER"       // and an amount for the seller order
	OpFloor          Operation = "FLOOR"           // raised to the least there is
	OpCap            Operation = "CAP"             // cut down to the most there is
	OpLimit          Operation = "LIMIT"           // cut down to what the line brings
	OpResult         Operation = "RESULT"          // makes the commission
	OpVAT            Operation = "VAT"             // and VAT on top of it
)

// Step is one step of a reckoning. BASE, FLOOR, CAP, LIMIT and RESULT set the
// amount, VAT stands beside it, and the others add to it.
type Step struct {
	Operation   Operation      `json:"operation"`
	BasisPoints int64          `json:"basisPoints,omitempty"`
	OfMinor     int64          `json:"ofMinor,omitempty"` // what the rate is of
	AmountMinor int64          `json:"amountMinor"`
	Currency    money.Currency `json:"currency"`
}

// Rate is the rate in basis points, or nil when the step has none.
func (s *Step) Rate() *int64 {
	if s.Operation != OpRate && s.Operation != OpVAT {
		return nil
	}
	return &s.BasisPoints
}

// Of is what the rate is of, or nil when the step has none.
func (s *Step) Of() *money.Amount {
	if s.Rate() == nil {
		return nil
	}
	of := money.New(s.OfMinor, s.Currency)
	return &of
}

// Amount is what the step adds, or what it makes of the amount.
func (s *Step) Amount() money.Amount { return money.New(s.AmountMinor, s.Currency) }

// Reckoning is how the commission of a line came about, frozen with it.
type Reckoning struct {
	RulesetVersion int64          `json:"rulesetVersion"`
	RuleID         string         `json:"ruleId"` // empty when no rule matched
	RuleName       string         `json:"ruleName"`
	Refund         RefundPolicy   `json:"refund"`
	Currency       money.Currency `json:"currency"`
	Facts          Facts          `json:"facts"`
	VolumeMinor    int64          `json:"volumeMinor,omitempty"` // of the seller, when a tier asked for it
	BaseMinor      int64          `json:"baseMinor"`
	FixedMinor     int64          `json:"fixedMinor"` // what of the commission does not depend on the base
	Steps          []Step         `json:"steps"`
}

// limit notes that a commission was cut down to what the line brings.
func (r *Reckoning) limit(minor, vatMinor int64) {
	if r == nil {
		return
	}
	r.FixedMinor = min(r.FixedMinor, minor)
	rate := r.VATBasisPoints()
	var steps []Step
	for _, s := range r.Steps {
		if s.Operation != OpResult && s.Operation != OpVAT {
			steps = append(steps, s)
		}
	}
	step := func(op Operation, minor int64) Step {
		return Step{Operation: op, AmountMinor: minor, Currency: r.Currency}
	}
	vat := step(OpVAT, vatMinor)
	vat.BasisPoints, vat.OfMinor = rate, minor
	r.Steps = append(steps, step(OpLimit, minor), step(OpResult, minor), vat)
}

// VATBasisPoints is the rate of the VAT on the commission, in basis points; 0 when
// there is none, and when it was limited before the rate was kept.
func (r *Reckoning) VATBasisPoints() int64 {
	if r == nil {
		return 0
	}
	for _, s := range r.Steps {
		if s.Operation == OpVAT {
			return s.BasisPoints
		}
	}
	return 0
}

// Kept is a frozen commission as far as its refund depends on it.
type Kept struct {
	Currency   money.Currency
	Minor      int64 // the commission
	VATMinor   int64 // the VAT on it
	FixedMinor int64 // what of Minor does not depend on the base
	Refund     RefundPolicy
}

// KeptOf reads what is kept of a line. A line without a reckoning gives all back.
func KeptOf(c money.Currency, of *Components, r *Reckoning) Kept {
	k := Kept{Currency: c, Minor: of.CommissionMinor, VATMinor: of.CommissionVATMinor, Refund: RefundReturnAll}
	if r != nil {
		k.FixedMinor, k.Refund = r.FixedMinor, r.Refund
	}
	return k
}

// Reversal is what of a commission is given back when all of a line is refunded,
// in minor units.
type Reversal struct {
	CommissionMinor int64
	VATMinor        int64
}

// Returnable is what is given back when everything is refunded. A refund of a
// part gives back its share of what remains of this (package refund).
func (k Kept) Returnable() Reversal {
	switch k.Refund {
	case RefundKeepAll:
		return Reversal{}
	case RefundKeepFixed:
		back := k.Minor - min(k.FixedMinor, k.Minor)
		return Reversal{back, k.share(k.VATMinor, back, k.Minor)}
	case RefundReturnAll:
	}
	return Reversal{k.Minor, k.VATMinor}
}

// share is total × part / whole, in steps of the currency.
func (k Kept) share(total, part, whole int64) int64 {
	if total == 0 || part == 0 {
		return 0
	}
	return money.Share(money.New(total, k.Currency), part, whole)
}
