package report

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
)

// itemsMax bounds how many items of a payout are told.
const itemsMax = 1000

// Breakdown is what a payout to a bank consists of: what was left at the provider when
// the payout before had left, and what came and went until this one did. Opening and
// items sum to the amount of the payout and what it left behind.
type Breakdown struct {
	PayoutID     payout.ID      `json:"payoutId"`
	SellerID     seller.ID      `json:"sellerId"`
	Currency     money.Currency `json:"currency"`
	AmountMinor  int64          `json:"amountMinor"`
	OpeningMinor int64          `json:"openingMinor"` // left by the payout before
	LeftMinor    int64          `json:"leftMinor"`    // left by this one, also what was pending then
	Items        []*Item        `json:"items"`        // at most 1,000, in the order of the books
	HasMore      bool           `json:"hasMore"`      // there are more
}

// Amount is what left for the bank.
func (b *Breakdown) Amount() money.Amount { return money.New(b.AmountMinor, b.Currency) }

// Opening is what the payout before had left.
func (b *Breakdown) Opening() money.Amount { return money.New(b.OpeningMinor, b.Currency) }

// Left is what this one has left, also what was pending then.
func (b *Breakdown) Left() money.Amount { return money.New(b.LeftMinor, b.Currency) }

// Item is one movement of a seller's balance at the provider.
type Item struct {
	Kind        statement.Kind `json:"kind"`              // RECEIVED, TAKEN_BACK, PAYOUTS_RETURNED or PROVIDER_ADJUSTMENTS
	OrderID     string         `json:"orderId,omitempty"` // empty when it belongs to none
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amountMinor"`
	PostedAt    time.Time      `json:"postedAt"`
	Lines       []*ItemLine    `json:"lines"` // of the order, as it was bought; empty when there is none
}

// Amount is what was added to the balance.
func (i *Item) Amount() money.Amount { return money.New(i.AmountMinor, i.Currency) }

// OrderIDOrNil is the order; nil when there is none.
func (i *Item) OrderIDOrNil() *id.Any {
	if i.OrderID == "" {
		return nil
	}
	of := id.Any(i.OrderID)
	return &of
}

// ItemLine is a line of an order of the seller's, with what the seller gets of it.
type ItemLine struct {
	LineID   order.LineID   `json:"lineId"`
	Title    string         `json:"title"`
	SKU      *string        `json:"sku"`
	Quantity int            `json:"quantity"`
	Currency money.Currency `json:"currency"`
	NetMinor int64          `json:"netMinor"` // price less discounts and commission, with shipping and taxes that are the seller's
}

// Net is what the seller gets of it, before refunds.
func (l *ItemLine) Net() money.Amount { return money.New(l.NetMinor, l.Currency) }

// Payout itemises a payout down to lines of orders: of the actor's seller, or of any
// for an operator. It returns ErrPayoutNotFound.
func (s *Service) Payout(ctx context.Context, by actor.Actor, payoutID payout.ID) (*Breakdown, error) {
	of, err := seller.Scope(by, nil)
	if err != nil {
		return nil, ErrPayoutNotFound
	}
	var b *Breakdown
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		b, err = Itemise(ctx, q, of, payoutID)
		return err
	})
	return b, err
}

// Itemise is Payout in a snapshot of the caller; an empty seller is any.
func Itemise(ctx context.Context, q db.Querier, of seller.ID, payoutID payout.ID) (*Breakdown, error) {
	left, err := selectDeparture(ctx, q, payoutID)
	if errors.Is(err, db.ErrNotFound) || err == nil && of != "" && left.SellerID != of {
		return nil, ErrPayoutNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("find the departure of %s: %w", payoutID, err)
	}
	b := &Breakdown{PayoutID: payoutID, SellerID: left.SellerID, Currency: left.Currency, AmountMinor: -left.AmountMinor}
	before, err := selectBalanceUpTo(ctx, q, left)
	if err != nil {
		return nil, err
	}
	b.OpeningMinor, b.LeftMinor = before.opening, before.closing+left.AmountMinor
	lines, err := selectMovements(ctx, q, left, before.since, itemsMax+1)
	if err != nil {
		return nil, err
	}
	if b.HasMore = len(lines) > itemsMax; b.HasMore {
		lines = lines[:itemsMax]
	}
	var orders []order.ID
	for _, l := range lines {
		if l.OrderID != "" {
			orders = append(orders, order.ID(l.OrderID))
		}
	}
	parts, err := order.PartsOf(ctx, q, orders)
	if err != nil {
		return nil, fmt.Errorf("load orders: %w", err)
	}
	for _, l := range lines {
		b.Items = append(b.Items, itemOf(l, parts[order.ID(l.OrderID)]))
	}
	return b, nil
}

func itemOf(l *statement.Line, parts []*order.SellerOrder) *Item {
	i := &Item{Kind: l.Kind, OrderID: l.OrderID, Currency: l.Currency, AmountMinor: l.AmountMinor, PostedAt: l.PostedAt, Lines: []*ItemLine{}}
	for _, p := range parts {
		if p.SellerID != l.SellerID {
			continue
		}
		for _, line := range p.Lines {
			i.Lines = append(i.Lines, &ItemLine{
				LineID: line.ID, Title: line.Title, SKU: line.SKU, Quantity: int(line.Quantity), Currency: line.Currency,
				NetMinor: line.Net(line.Payable(line.TotalMinor)),
			})
		}
	}
	return i
}
