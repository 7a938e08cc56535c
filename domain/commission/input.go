package commission

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/bojanz/currency"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

const (
	rulesMax   = 200
	valuesMax  = 500 // of one condition
	tiersMax   = 50
	nameMax    = 120
	noteMax    = 1000
	volumeDays = 366
)

// SaveInput makes a draft, or replaces all of one.
type SaveInput struct {
	ID        *ID
	Revision  *int64 // of the draft that was seen; nil replaces it whatever it is now
	Note      *string
	Rules     []*RuleInput
	BuyerFees []*BuyerFeeInput
}

// RuleInput is a rule as it arrives from outside.
type RuleInput struct {
	Name           string
	When           *ConditionInput
	BasisPoints    int
	Tiers          *TiersInput
	Amounts        []*AmountsInput
	Base           *Base
	VATBasisPoints *int
	Refund         *RefundPolicy
}

// ConditionInput is a condition as it arrives from outside.
type ConditionInput struct {
	SellerIDs    []seller.ID
	PlanIDs      []plan.ID
	ProductIDs   []id.Any
	ProductTypes []string
	Brands       []string
	Conditions   []string
	Currencies   []money.Currency
	Countries    []string
	PriceFrom    *money.Input
	PriceBelow   *money.Input
}

// TiersInput are tiers as they arrive from outside.
type TiersInput struct {
	By         Measure
	Days       *int
	IsMarginal bool
	Tiers      []*TierInput
}

// TierInput is a tier as it arrives from outside.
type TierInput struct {
	From        money.Input
	BasisPoints int
}

// AmountsInput are amounts of a currency as they arrive from outside.
type AmountsInput struct {
	Currency money.Currency
	PerUnit  *money.Input
	PerLine  *money.Input
	PerOrder *money.Input
	Floor    *money.Input
	Cap      *money.Input
}

// BuyerFeeInput is a buyer's fee as it arrives from outside.
type BuyerFeeInput struct {
	Currency    money.Currency
	BasisPoints int
	Fixed       *money.Input
	PerLine     *money.Input
	Refund      *RefundPolicy
	Floor       *money.Input
	Cap         *money.Input
}

// checker collects the faults of an input.
type checker struct{ fault.List }

func at(path []string, more ...string) []string { return append(path[:len(path):len(path)], more...) }

func (k *checker) rate(basisPoints int, path ...string) int64 {
	k.Check(basisPoints >= 0 && basisPoints <= int(money.Whole), ErrNumber.At(path...))
	return int64(basisPoints)
}

// amount reads an amount that is not negative and can be charged. An empty
// currency allows any.
func (k *checker) amount(in money.Input, c money.Currency, path ...string) money.Amount {
	a, err := in.Parse()
	for _, f := range fault.As(err) {
		k.Add(f.Under(path...))
	}
	if err == nil {
		k.Check((c == "" || a.Currency == c) && a.Minor >= 0 && a.Minor%a.Currency.Step() == 0, ErrNumber.At(path...))
	}
	return a
}

func (k *checker) minor(in *money.Input, c money.Currency, path ...string) int64 {
	if in == nil {
		return 0
	}
	return k.amount(*in, c, path...).Minor
}

func (k *checker) minorOrNil(in *money.Input, c money.Currency, path ...string) *int64 {
	if in == nil {
		return nil
	}
	minor := k.amount(*in, c, path...).Minor
	return &minor
}

func (k *checker) bounds(floor, most *int64, path []string) {
	k.Check(floor == nil || most == nil || *floor <= *most, ErrOrder.At(path...))
}

func (k *checker) currencyOf(c money.Currency, seen []money.Currency, path []string) money.Currency {
	parsed, err := money.ParseCurrency(string(c))
	k.Check(err == nil, money.ErrCurrency.At(at(path, "currencyCode")...))
	k.Check(!slices.Contains(seen, parsed), ErrOrder.At(at(path, "currencyCode")...))
	return parsed
}

func (k *checker) texts(list []string, max int, path ...string) []string {
	k.Check(len(list) <= valuesMax, ErrNumber.At(path...))
	out := make([]string, len(list))
	for i, text := range list {
		out[i] = k.Required(text, max, at(path, strconv.Itoa(i))...)
	}
	return out
}

// ruleset checks the input and makes the rules of it.
func (in SaveInput) ruleset() (*Ruleset, error) {
	k := &checker{}
	r := &Ruleset{Rules: []*Rule{}, BuyerFees: []*BuyerFee{}}
	if in.Note != nil {
		r.Note = k.Lines(*in.Note, noteMax, "note")
	}
	k.Check(len(in.Rules) > 0 && len(in.Rules) <= rulesMax, ErrNumber.At("rules"))
	for i, rule := range in.Rules {
		r.Rules = append(r.Rules, k.rule(rule, "rules", strconv.Itoa(i)))
	}
	var seen []money.Currency
	for i, fee := range in.BuyerFees {
		path := []string{"buyerFees", strconv.Itoa(i)}
		c := k.currencyOf(fee.Currency, seen, path)
		seen = append(seen, c)
		f := &BuyerFee{
			Currency: c, BasisPoints: k.rate(fee.BasisPoints, at(path, "basisPoints")...),
			FixedMinor: k.minor(fee.Fixed, c, at(path, "fixed")...), PerLine: k.minor(fee.PerLine, c, at(path, "perLine")...),
			FloorMinor: k.minorOrNil(fee.Floor, c, at(path, "floor")...), CapMinor: k.minorOrNil(fee.Cap, c, at(path, "cap")...),
		}
		if fee.Refund != nil && *fee.Refund != pricing.RefundReturnAll {
			f.Refund = *fee.Refund
		}
		k.bounds(f.FloorMinor, f.CapMinor, path)
		r.BuyerFees = append(r.BuyerFees, f)
	}
	return r, k.Err()
}

func (k *checker) rule(in *RuleInput, path ...string) *Rule {
	r := &Rule{
		ID: id.New[RuleID]("crl"), Name: k.Required(in.Name, nameMax, at(path, "name")...),
		BasisPoints: k.rate(in.BasisPoints, at(path, "basisPoints")...), Amounts: []*Amounts{}, Refund: pricing.RefundReturnAll,
	}
	if in.When != nil {
		r.When = k.condition(in.When, at(path, "when")...)
	}
	if in.Base != nil {
		r.Base = *in.Base
	}
	if in.VATBasisPoints != nil {
		r.VAT = k.rate(*in.VATBasisPoints, at(path, "vatBasisPoints")...)
	}
	if in.Refund != nil {
		r.Refund = *in.Refund
	}
	if in.Tiers != nil {
		r.Tiers = k.tiers(in.Tiers, at(path, "tiers")...)
	}
	var seen []money.Currency
	for i, a := range in.Amounts {
		p := at(path, "amounts", strconv.Itoa(i))
		c := k.currencyOf(a.Currency, seen, p)
		seen = append(seen, c)
		made := &Amounts{
			Currency: c, PerUnitMinor: k.minor(a.PerUnit, c, at(p, "perUnit")...),
			PerLineMinor: k.minor(a.PerLine, c, at(p, "perLine")...), PerOrderMinor: k.minor(a.PerOrder, c, at(p, "perOrder")...),
			FloorMinor: k.minorOrNil(a.Floor, c, at(p, "floor")...), CapMinor: k.minorOrNil(a.Cap, c, at(p, "cap")...),
		}
		k.bounds(made.FloorMinor, made.CapMinor, p)
		r.Amounts = append(r.Amounts, made)
	}
	return r
}

func (k *checker) tiers(in *TiersInput, path ...string) *Tiers {
	t := &Tiers{By: in.By, IsMarginal: in.IsMarginal, Tiers: []*Tier{}}
	if in.By == MeasureVolume {
		t.Days = 30
		if in.Days != nil {
			t.Days = *in.Days
		}
		k.Check(t.Days >= 1 && t.Days <= volumeDays, ErrNumber.At(at(path, "days")...))
	}
	k.Check(len(in.Tiers) > 0 && len(in.Tiers) <= tiersMax, ErrNumber.At(at(path, "tiers")...))
	last := map[money.Currency]int64{}
	for i, tier := range in.Tiers {
		p := at(path, "tiers", strconv.Itoa(i))
		made := &Tier{
			From:        k.amount(tier.From, "", at(p, "from")...),
			BasisPoints: k.rate(tier.BasisPoints, at(p, "basisPoints")...),
		}
		before, is := last[made.From.Currency]
		k.Check(!is || made.From.Minor > before, ErrOrder.At(at(p, "from")...))
		last[made.From.Currency] = made.From.Minor
		t.Tiers = append(t.Tiers, made)
	}
	return t
}

func (k *checker) condition(in *ConditionInput, path ...string) Condition {
	w := Condition{
		SellerIDs: in.SellerIDs, PlanIDs: in.PlanIDs, ProductIDs: in.ProductIDs, ProductTypes: k.texts(in.ProductTypes, 500, at(path, "productTypes")...),
		Brands: k.texts(in.Brands, 200, at(path, "brands")...), Conditions: k.texts(in.Conditions, 40, at(path, "conditions")...),
		Countries: k.texts(in.Countries, 2, at(path, "countries")...),
	}
	k.Check(len(in.SellerIDs) <= valuesMax, ErrNumber.At(at(path, "sellerIds")...))
	k.Check(len(in.PlanIDs) <= valuesMax, ErrNumber.At(at(path, "planIds")...))
	k.Check(len(in.ProductIDs) <= valuesMax, ErrNumber.At(at(path, "productIds")...))
	for i, c := range in.Currencies {
		w.Currencies = append(w.Currencies, k.currencyOf(c, w.Currencies, at(path, "currencyCodes", strconv.Itoa(i))))
	}
	for i, c := range w.Countries {
		w.Countries[i] = strings.ToUpper(c)
		_, known := currency.ForCountryCode(w.Countries[i])
		k.Check(known, seller.ErrCountry.At(at(path, "countries", strconv.Itoa(i))...))
	}
	if in.PriceFrom != nil {
		a := k.amount(*in.PriceFrom, "", at(path, "priceFrom")...)
		w.PriceFrom = &a
	}
	if in.PriceBelow != nil {
		a := k.amount(*in.PriceBelow, "", at(path, "priceBelow")...)
		w.PriceBelow = &a
	}
	return w
}

// PublishInput proposes to publish a draft.
type PublishInput struct {
	RulesetID     ID
	EffectiveFrom time.Time
	Reason        string
}

// CancelInput gives up a draft, or a version that is not in force yet.
type CancelInput struct{ RulesetID ID }

// SimulateInput asks what a ruleset would have made of the orders that were
// paid in a period.
type SimulateInput struct {
	RulesetID  ID
	PaidFrom   time.Time
	PaidBefore time.Time // exclusive
}

// PreviewInput asks what a change of a seller's plan would make of their last orders.
type PreviewInput struct {
	SellerID    seller.ID
	PlanID      *plan.ID   // nil: none
	EffectiveAt *time.Time // nil: now
	Days        *int64     // 1 to 90; 30 when left out
}

// daysMax is how far a preview looks back.
const daysMax = 90

func (in PreviewInput) days() (int64, error) {
	days := int64(30)
	if in.Days != nil {
		days = *in.Days
	}
	var l fault.List
	l.Check(days >= 1 && days <= daysMax, ErrNumber.At("days"))
	return days, l.Err()
}

const simulationMax = 366 * 24 * time.Hour

func (in SimulateInput) validate() error {
	var l fault.List
	period := in.PaidBefore.Sub(in.PaidFrom)
	l.Check(period > 0 && period <= simulationMax, ErrPeriod.At("paidBefore"))
	return l.Err()
}
