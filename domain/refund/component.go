package refund

import (
	"math/big"
	"slices"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// Kind says what a component of an order is.
type Kind string

// The kinds of component.
const (
	KindLine       Kind = "LINE"        // goods of a line, less discounts, with tax
	KindShipping   Kind = "SHIPPING"    // shipping of a line
	KindServiceFee Kind = "SERVICE_FEE" // what the platform charges the buyer for an order
)

// Shares says whose the buyer's money of a component became, in minor units of
// the order's currency. All are zero or more.
type Shares struct {
	SellerMinor        int64 // the seller's net
	KeptMinor          int64 // commission that the platform keeps in a refund; the seller bears it
	CommissionMinor    int64 // commission that is given back with the goods
	CommissionVATMinor int64 `bun:"commission_vat_minor"` // tax on that commission
	TaxMinor           int64 // tax that the platform remits
	PlatformMinor      int64 // shipping by the platform, and its fees
	PromotionMinor     int64 // what the platform added to the buyer's money
}

// BuyerMinor is what the buyer paid.
func (s Shares) BuyerMinor() int64 { return s.credits() - s.PromotionMinor }

// credits is what everybody but the buyer got.
func (s Shares) credits() int64 {
	return s.SellerMinor + s.KeptMinor + s.CommissionMinor + s.CommissionVATMinor + s.TaxMinor + s.PlatformMinor
}

// Plus adds share by share.
func (s Shares) Plus(o Shares) Shares {
	return Shares{
		SellerMinor: s.SellerMinor + o.SellerMinor, KeptMinor: s.KeptMinor + o.KeptMinor,
		CommissionMinor: s.CommissionMinor + o.CommissionMinor, CommissionVATMinor: s.CommissionVATMinor + o.CommissionVATMinor,
		TaxMinor: s.TaxMinor + o.TaxMinor, PlatformMinor: s.PlatformMinor + o.PlatformMinor,
		PromotionMinor: s.PromotionMinor + o.PromotionMinor,
	}
}

// Minus subtracts share by share.
func (s Shares) Minus(o Shares) Shares {
	return s.Plus(Shares{
		SellerMinor: -o.SellerMinor, KeptMinor: -o.KeptMinor, CommissionMinor: -o.CommissionMinor,
		CommissionVATMinor: -o.CommissionVATMinor, TaxMinor: -o.TaxMinor, PlatformMinor: -o.PlatformMinor,
		PromotionMinor: -o.PromotionMinor,
	})
}

// Component is a piece of an order that can be given back by itself: what was
// agreed of it, or what remains.
type Component struct {
	Kind          Kind
	OrderID       order.ID
	SellerOrderID order.SellerOrderID // empty for a fee of the order
	SellerID      seller.ID
	LineID        order.LineID // of the goods, also for shipping
	Quantity      int64        // of a line; 0 for the others
	Shares
	Taxes []Tax // TaxMinor by authority
}

// Tax is what one authority got of a component.
type Tax struct {
	Jurisdiction string `json:"jurisdiction"`
	Minor        int64  `json:"minor"`
}

// key names a component within its order.
type key struct {
	kind Kind
	line order.LineID
}

func (c Component) key() key { return key{c.Kind, c.LineID} }

// Piece is what is given back of a component.
type Piece struct {
	Component // with what is given back instead of what there is
}

// Components are the pieces an order was made of, in a fixed order.
func Components(o *order.Order) []Component {
	var all []Component
	for _, part := range o.SellerOrders {
		for _, l := range part.Lines {
			goods, shipping := ofLine(l)
			for _, c := range []Component{goods, shipping} {
				c.OrderID, c.SellerOrderID, c.SellerID, c.LineID = o.ID, part.ID, part.SellerID, l.ID
				all = append(all, c)
			}
		}
	}
	if o.ServiceFeeMinor > 0 {
		fee := Component{Kind: KindServiceFee, OrderID: o.ID}
		fee.PlatformMinor = o.ServiceFeeMinor
		all = append(all, fee)
	}
	return all
}

// ofLine parts a line into its goods and its shipping. The commission is on the
// goods, as far as they cover it; what of it the platform keeps in a refund was
// frozen with the line.
func ofLine(l *order.Line) (goods, shipping Component) {
	goods = Component{Kind: KindLine, Quantity: l.Quantity}
	shipping = Component{Kind: KindShipping}
	goodsPaid, shippingPaid := l.TotalMinor-l.DiscountMinor(), l.ShippingMinor
	for _, t := range l.Taxes {
		of, paid := &goods, &goodsPaid
		if t.Component == pricing.ComponentShipping {
			of, paid = &shipping, &shippingPaid
		}
		if !t.IsIncluded {
			*paid += t.AmountMinor
		}
		if t.Remitter == pricing.PartyPlatform {
			of.TaxMinor += t.AmountMinor
			of.Taxes = append(of.Taxes, Tax{t.Jurisdiction, t.AmountMinor})
		}
	}
	goods.PromotionMinor = l.PlatformDiscountMinor
	shipping.PlatformMinor = l.PlatformShippingMinor
	goods.SellerMinor = goodsPaid + goods.PromotionMinor - goods.TaxMinor
	shipping.SellerMinor = shippingPaid - shipping.TaxMinor - shipping.PlatformMinor
	back := pricing.KeptOf(l.Currency, &l.Components, l.Reckoning).Returnable()
	kept := l.CommissionMinor + l.CommissionVATMinor - back.CommissionMinor - back.VATMinor
	keep(&goods, &shipping, back.CommissionMinor, func(c *Component) *int64 { return &c.CommissionMinor })
	keep(&goods, &shipping, back.VATMinor, func(c *Component) *int64 { return &c.CommissionVATMinor })
	keep(&goods, &shipping, kept, func(c *Component) *int64 { return &c.KeptMinor })
	return goods, shipping
}

// keep moves what the platform keeps out of the seller's share, of the goods
// first.
func keep(goods, shipping *Component, minor int64, share func(*Component) *int64) {
	first := min(minor, goods.SellerMinor)
	goods.SellerMinor -= first
	*share(goods) += first
	shipping.SellerMinor -= minor - first
	*share(shipping) += minor - first
}

// Remaining takes from each component what was given back of it.
func Remaining(all []Component, given []Piece) []Component {
	at := make(map[key]int, len(all))
	left := make([]Component, len(all))
	for i, c := range all {
		at[c.key()], left[i] = i, c
	}
	for _, p := range given {
		i, ok := at[p.key()]
		if !ok {
			panic("refund: something was given back that was never agreed")
		}
		left[i].Shares = left[i].Minus(p.Shares)
		left[i].Quantity -= p.Quantity
		left[i].Taxes = without(left[i].Taxes, p.Taxes)
	}
	return left
}

// without takes taxes given back from what authorities got.
func without(taxes, given []Tax) []Tax {
	left := slices.Clone(taxes)
	for _, g := range given {
		for i := range left {
			if left[i].Jurisdiction != g.Jurisdiction || g.Minor == 0 {
				continue
			}
			part := min(left[i].Minor, g.Minor)
			left[i].Minor -= part
			g.Minor -= part
		}
	}
	return left
}

// Amount gives back minor units of what remains of a component. It panics when
// that is more than remains: callers have checked.
func (c Component) Amount(minor int64, currency money.Currency) Piece {
	buyer := c.BuyerMinor()
	if minor < 0 || minor > buyer {
		panic("refund: more than remains")
	}
	if minor == buyer {
		p := Piece{c}
		p.Quantity = 0
		return p
	}
	return c.piece(minor, share(c.PromotionMinor, minor, buyer), currency)
}

// Units gives back so many of the units that remain of a line, with all that
// was paid for them. It panics when that is more than remain.
func (c Component) Units(quantity int64, currency money.Currency) Piece {
	if quantity < 0 || quantity > c.Quantity {
		panic("refund: more units than remain")
	}
	if quantity == c.Quantity {
		return Piece{c}
	}
	step := currency.Step()
	buyer := min(share(c.BuyerMinor()/step, quantity, c.Quantity)*step, c.BuyerMinor())
	p := c.piece(buyer, share(c.PromotionMinor, quantity, c.Quantity), currency)
	p.Quantity = quantity
	return p
}

// piece divides what the buyer and the promotion get back over what remains of
// the other shares.
func (c Component) piece(buyer, promotion int64, currency money.Currency) Piece {
	weights := []int64{c.SellerMinor, c.KeptMinor, c.CommissionMinor, c.CommissionVATMinor, c.TaxMinor, c.PlatformMinor}
	parts := inSteps(buyer+promotion, weights, currency.Step())
	p := Piece{c}
	p.Quantity = 0
	p.Shares = Shares{
		SellerMinor: parts[0], KeptMinor: parts[1], CommissionMinor: parts[2], CommissionVATMinor: parts[3],
		TaxMinor: parts[4], PlatformMinor: parts[5], PromotionMinor: promotion,
	}
	p.Taxes = nil
	if parts[4] > 0 {
		weights := make([]int64, len(c.Taxes))
		for i, t := range c.Taxes {
			weights[i] = t.Minor
		}
		for i, part := range inSteps(parts[4], weights, currency.Step()) {
			p.Taxes = append(p.Taxes, Tax{c.Taxes[i].Jurisdiction, part})
		}
	}
	return p
}

// Flat gives back an amount of everything that remains, in proportion. It
// panics when that is more than remains: callers have checked.
func Flat(remaining []Component, minor int64, currency money.Currency) []Piece {
	weights := make([]int64, len(remaining))
	for i, c := range remaining {
		weights[i] = c.BuyerMinor()
	}
	var pieces []Piece
	for i, part := range inSteps(minor, weights, currency.Step()) {
		if part > 0 {
			pieces = append(pieces, remaining[i].Amount(part, currency))
		}
	}
	return pieces
}

// inSteps is money.Allocate in steps of the currency, so that each part can be
// transferred by itself. Amounts that are no whole steps move in minor units.
func inSteps(total int64, weights []int64, step int64) []int64 {
	whole := total%step == 0
	units := make([]int64, len(weights))
	for i, w := range weights {
		whole = whole && w%step == 0
		units[i] = w / step
	}
	if step == 1 || !whole {
		return money.Allocate(total, weights)
	}
	parts := money.Allocate(total/step, units)
	for i := range parts {
		parts[i] *= step
	}
	return parts
}

// share is whole × part / of, rounded half up, at most whole.
func share(whole, part, of int64) int64 {
	product := new(big.Int).Mul(big.NewInt(whole), big.NewInt(part))
	product.Add(product, big.NewInt(of/2)).Quo(product, big.NewInt(of))
	return product.Int64()
}

// Sum adds up what pieces give back to the buyer, in minor units.
func Sum(pieces []Piece) int64 {
	var sum int64
	for _, p := range pieces {
		sum += p.BuyerMinor()
	}
	return sum
}

// keepFee takes from what remains of the fee of an order what was agreed not to
// be given back. The bank of a buyer may take it nevertheless.
func keepFee(o *order.Order, left []Component) []Component {
	kept := slices.Clone(left)
	for i := range kept {
		if kept[i].Kind == KindServiceFee {
			kept[i].PlatformMinor = max(kept[i].PlatformMinor-o.ServiceFeeKeptMinor, 0)
		}
	}
	return kept
}
