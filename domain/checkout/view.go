package checkout

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// Problem says why a line of a cart cannot be ordered as it stands.
type Problem string

// The problems of a line.
const (
	ProblemUnavailable Problem = "UNAVAILABLE"        // the offer cannot be bought
	ProblemOutOfStock  Problem = "OUT_OF_STOCK"       // nothing is left
	ProblemTooMany     Problem = "NOT_ENOUGH_STOCK"   // less is left than the line asks for
	ProblemQuantity    Problem = "QUANTITY_TOO_LARGE" // more than may be ordered at once
)

// Preview is a cart as it would be ordered now: grouped by seller, with
// today's prices. Lines with a problem are shown and not counted in totals.
type Preview struct {
	Currency   money.Currency
	Groups     []*PreviewGroup // one per seller, in the order of the lines
	TotalMinor int64
	// ServiceFeeMinor is what the platform charges on top; it is in TotalMinor.
	ServiceFeeMinor int64

	refusal error // why completing it is refused, whatever its lines are; nil: it is not
}

// ServiceFee is what the platform would charge on top.
func (p *Preview) ServiceFee() money.Amount { return money.New(p.ServiceFeeMinor, p.Currency) }

// Total is what the buyer would pay.
func (p *Preview) Total() money.Amount { return money.New(p.TotalMinor, p.Currency) }

// IsOrderable reports whether the cart can be completed as it stands.
func (p *Preview) IsOrderable() bool {
	for _, g := range p.Groups {
		for _, l := range g.Lines {
			if l.Problem != nil {
				return false
			}
		}
	}
	return len(p.Groups) > 0 && p.refusal == nil
}

// PreviewGroup is what one seller has in the cart.
type PreviewGroup struct {
	SellerID      seller.ID
	Currency      money.Currency
	Lines         []*PreviewLine
	SubtotalMinor int64
}

// Subtotal is what the buyer would pay this seller.
func (g *PreviewGroup) Subtotal() money.Amount { return money.New(g.SubtotalMinor, g.Currency) }

// PreviewLine is a line with today's price. Offer is nil when the offer is gone.
type PreviewLine struct {
	ID       cart.LineID
	OfferID  catalog.OfferID
	Quantity int64
	Offer    *catalog.ForSale
	Problem  *Problem // nil when the line can be ordered as it stands
}

// Title is the title of the product, or nil when the offer is gone.
func (l *PreviewLine) Title() *string {
	if l.Offer == nil {
		return nil
	}
	return &l.Offer.Title
}

// VariantTitle says which variant it is, or nil when the offer is gone.
func (l *PreviewLine) VariantTitle() *string {
	if l.Offer == nil {
		return nil
	}
	return &l.Offer.VariantTitle
}

// ImageURL is the address of the picture, or nil when there is none.
func (l *PreviewLine) ImageURL() *string {
	if l.Offer == nil || l.Offer.ImageURL == "" {
		return nil
	}
	return &l.Offer.ImageURL
}

// UnitPrice is today's price of one.
func (l *PreviewLine) UnitPrice() *money.Amount {
	if l.Offer == nil || l.Offer.PriceMinor == 0 {
		return nil
	}
	price := l.Offer.Price()
	return &price
}

// Total is today's price of all.
func (l *PreviewLine) Total() *money.Amount {
	unit := l.UnitPrice()
	if unit == nil {
		return nil
	}
	total := money.New(money.Mul(unit.Minor, l.Quantity), unit.Currency)
	return &total
}

// Preview prices a cart without ordering it. Its few reads are not of one instant:
// completing the cart looks again.
func (s *Service) Preview(ctx context.Context, c *cart.Cart) (*Preview, error) {
	q := s.db.Read(ctx)
	offers, err := catalog.OffersForSale(ctx, q, c.Currency, c.OfferIDs())
	if err != nil {
		return nil, fmt.Errorf("load offers: %w", err)
	}
	levels, err := inventory.LevelsOf(ctx, q, c.OfferIDs())
	if err != nil {
		return nil, err
	}
	p := &Preview{Currency: c.Currency}
	for _, line := range c.Lines {
		p.add(line, offers[line.OfferID], levels[line.OfferID])
	}
	if err := s.addFee(ctx, q, p); err != nil {
		return nil, err
	}
	return p, nil
}

// addFee puts the platform's fee on top of what can be ordered, and notes whether that
// can be paid.
func (s *Service) addFee(ctx context.Context, q db.Querier, p *Preview) error {
	b := pricing.Basket{Currency: p.Currency}
	for _, g := range p.Groups {
		for _, l := range g.Lines {
			if l.Problem == nil {
				b.Lines = append(b.Lines, lineOf(l.Offer, l.Quantity, order.Address{}))
			}
		}
	}
	if len(b.Lines) == 0 {
		return nil
	}
	quote, err := s.price(ctx, q, b, s.db.Clock().Now())
	if errors.Is(err, pricing.ErrTotalTooLarge) {
		p.refusal = err
		return nil
	}
	if err != nil {
		return err
	}
	p.ServiceFeeMinor = quote.ServiceFeeMinor
	p.TotalMinor += quote.ServiceFeeMinor
	p.refusal = quote.Chargeable()
	return nil
}

// add puts a line into the group of its seller. Lines whose offer is gone are a
// group of their own, of no seller.
func (p *Preview) add(line *cart.Line, offer *catalog.ForSale, level *inventory.Level) {
	l := &PreviewLine{
		ID: line.ID, OfferID: line.OfferID, Quantity: line.Quantity, Offer: offer,
		Problem: problemOf(line, offer, level),
	}
	var of seller.ID
	if offer != nil {
		of = offer.SellerID
	}
	g := p.group(of)
	g.Lines = append(g.Lines, l)
	if l.Problem == nil {
		g.SubtotalMinor += l.Total().Minor
		p.TotalMinor += l.Total().Minor
	}
}

func (p *Preview) group(of seller.ID) *PreviewGroup {
	for _, g := range p.Groups {
		if g.SellerID == of {
			return g
		}
	}
	g := &PreviewGroup{SellerID: of, Currency: p.Currency}
	p.Groups = append(p.Groups, g)
	return g
}

func problemOf(line *cart.Line, offer *catalog.ForSale, level *inventory.Level) *Problem {
	var p Problem
	switch {
	case offer == nil || !offer.IsForSale:
		p = ProblemUnavailable
	case line.Quantity > offer.QuantityMax:
		p = ProblemQuantity
	case level == nil || level.Available() <= 0:
		p = ProblemOutOfStock
	case level.Available() < line.Quantity:
		p = ProblemTooMany
	default:
		return nil
	}
	return &p
}
