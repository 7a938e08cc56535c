package report

import (
	"context"
	"errors"
	"fmt"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
)

// PayoutPart says what of a payout an amount is; its values are those of the GraphQL
// enum.
type PayoutPart string

// The parts of a payout. A movement of the balance at the provider consists of them.
const (
	PartSales    PayoutPart = "SALES"    // goods less the seller's discounts, shipping and taxes that are the seller's
	PartFees     PayoutPart = "FEES"     // commission and its VAT, less what was given back of them
	PartRefunds  PayoutPart = "REFUNDS"  // what buyers got back of the seller's part
	PartDisputes PayoutPart = "DISPUTES" // what buyers' banks took of it, and their fees
	PartReserve  PayoutPart = "RESERVE"  // what was put into the reserve, or came out of it
	PartOther    PayoutPart = "OTHER"    // debts that were paid, credits, payouts that came back, what is still kept aside
)

// PayoutParts lists the parts in the order in which a payout is told.
func PayoutParts() []PayoutPart {
	return []PayoutPart{PartSales, PartFees, PartRefunds, PartDisputes, PartReserve, PartOther}
}

// Breakdown is what a payout to a bank consists of: what was left at the provider when
// the payout before had left, and what came and went until this one did. Opening and
// parts sum to the amount of the payout and what it left behind.
type Breakdown struct {
	PayoutID     payout.ID      `json:"payoutId"`
	SellerID     seller.ID      `json:"sellerId"`
	Currency     money.Currency `json:"currency"`
	AmountMinor  int64          `json:"amountMinor"`
	OpeningMinor int64          `json:"openingMinor"` // left by the payout before
	LeftMinor    int64          `json:"leftMinor"`    // left by this one, also what was pending then
	MovedMinor   int64          `json:"movedMinor"`   // what came and went between
	Movements    int64          `json:"movements"`    // how many movements that was
	Parts        []*PartSum     `json:"parts"`        // which sum to what came and went
	LeftAt       time.Time      `json:"leftAt"`       // when it left for the bank, UTC
	span         movementSpan   // of the movements
}

// PartSum is what all movements of a payout have of one part.
type PartSum struct {
	Part        PayoutPart     `json:"part"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amountMinor"`
	Movements   int64          `json:"movements"` // how many have some of it
}

// Amount is what was added to the balance.
func (p *PartSum) Amount() money.Amount { return money.New(p.AmountMinor, p.Currency) }

// Amount is what left for the bank.
func (b *Breakdown) Amount() money.Amount { return money.New(b.AmountMinor, b.Currency) }

// Opening is what the payout before had left.
func (b *Breakdown) Opening() money.Amount { return money.New(b.OpeningMinor, b.Currency) }

// Left is what this one has left, also what was pending then.
func (b *Breakdown) Left() money.Amount { return money.New(b.LeftMinor, b.Currency) }

// Moved is what came and went since the payout before.
func (b *Breakdown) Moved() money.Amount { return money.New(b.MovedMinor, b.Currency) }

// Place is the place of its departure in the chain of journals.
func (b *Breakdown) Place() int64 { return b.span.before }

// Unexplained is what opening and parts do not account for; zero unless something is
// amiss.
func (b *Breakdown) Unexplained() money.Amount {
	sum := b.OpeningMinor - b.LeftMinor - b.AmountMinor
	for _, p := range b.Parts {
		sum += p.AmountMinor
	}
	return money.New(sum, b.Currency)
}

// Item is one movement of a seller's balance at the provider, with what it consists
// of: what has changed of what is owed for its order since the movement of that order
// before.
type Item struct {
	Kind          statement.Kind      `json:"kind"`                    // RECEIVED, TAKEN_BACK, PAYOUTS_RETURNED or PROVIDER_ADJUSTMENTS
	OrderID       string              `json:"orderId,omitempty"`       // empty when it belongs to none
	SellerOrderID order.SellerOrderID `json:"sellerOrderId,omitempty"` // the seller's part of the order
	Number        string              `json:"number,omitempty"`        // of the seller order
	SellerID      seller.ID           `json:"-"`
	Currency      money.Currency      `json:"currency"`
	SalesMinor    int64               `json:"salesMinor"`
	FeesMinor     int64               `json:"feesMinor"`
	RefundsMinor  int64               `json:"refundsMinor"`
	DisputesMinor int64               `json:"disputesMinor"`
	ReserveMinor  int64               `json:"reserveMinor"`
	AmountMinor   int64               `json:"amountMinor"` // all of it together
	PostedAt      time.Time           `json:"postedAt"`
	Seq           int64               `json:"-"`             // the place of its journal in the chain
	Lines         []*ItemLine         `bun:"-" json:"lines"` // of the order, as it was bought; empty when there is none
}

func (i *Item) of(minor int64) money.Amount { return money.New(minor, i.Currency) }

// Amount is what was added to the balance.
func (i *Item) Amount() money.Amount { return i.of(i.AmountMinor) }

// Sales is what of it was sold, with shipping and taxes that are the seller's.
func (i *Item) Sales() money.Amount { return i.of(i.SalesMinor) }

// Fees is what of it is commission and its VAT.
func (i *Item) Fees() money.Amount { return i.of(i.FeesMinor) }

// Refunds is what of it buyers got back.
func (i *Item) Refunds() money.Amount { return i.of(i.RefundsMinor) }

// Disputes is what of it buyers' banks took, with their fees.
func (i *Item) Disputes() money.Amount { return i.of(i.DisputesMinor) }

// Reserve is what of it went into the seller's reserve, or came out of it.
func (i *Item) Reserve() money.Amount { return i.of(i.ReserveMinor) }

// Other is what no other part explains.
func (i *Item) Other() money.Amount {
	return i.of(i.AmountMinor - i.SalesMinor - i.FeesMinor - i.RefundsMinor - i.DisputesMinor - i.ReserveMinor)
}

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

// Payout sums up what a payout consists of: one of the actor's seller, or of any for an
// operator. It returns ErrPayoutNotFound, also for one that has not left.
func (s *Service) Payout(ctx context.Context, by actor.Actor, payoutID payout.ID) (*Breakdown, error) {
	of, err := seller.Scope(by, nil)
	if err != nil {
		return nil, ErrPayoutNotFound
	}
	var b *Breakdown
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		b, err = itemise(ctx, q, of, payoutID, s.sums)
		return err
	})
	return b, err
}

// sumsKept is of how many payouts the sums are kept. They never change: what came before a
// departure was on the books, and in the chain, when that was followed.
const sumsKept = 1000

// itemKey is the sort key of movements.
type itemKey struct {
	Seq int64 `json:"s"`
}

// PayoutItems pages through the movements of a payout that the caller has, in the order
// of the books; with a part, through those that have some of it.
func (s *Service) PayoutItems(ctx context.Context, b *Breakdown, part *PayoutPart, w page.Window) (*page.Connection[Item], error) {
	ask := movementAsk{span: b.span, limit: w.Limit(), backward: w.Backward}
	if part != nil {
		ask.part = *part
	}
	if w.HasCursor() {
		var k itemKey
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
		ask = ask.from(k.Seq)
	}
	var items []*Item
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		items, err = itemsOf(ctx, q, ask)
		return err
	})
	if err != nil {
		return nil, err
	}
	return page.Connect(w, items, func(i *Item) any { return itemKey{i.Seq} }), nil
}

// Itemise is Payout in a snapshot of the caller; an empty seller is any.
func Itemise(ctx context.Context, q db.Querier, of seller.ID, payoutID payout.ID) (*Breakdown, error) {
	return itemise(ctx, q, of, payoutID, nil)
}

func itemise(ctx context.Context, q db.Querier, of seller.ID, payoutID payout.ID, kept *lru.Cache[payout.ID, *partSums]) (*Breakdown, error) {
	left, err := selectDeparture(ctx, q, payoutID)
	if errors.Is(err, db.ErrNotFound) || err == nil && of != "" && left.SellerID != of {
		return nil, ErrPayoutNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("find the departure of %s: %w", payoutID, err)
	}
	amount, err := selectPayoutAmount(ctx, q, payoutID)
	if err != nil {
		return nil, fmt.Errorf("amount of %s: %w", payoutID, err)
	}
	b := &Breakdown{PayoutID: payoutID, SellerID: left.SellerID, Currency: left.Currency, AmountMinor: amount, LeftAt: left.PostedAt}
	before, err := selectBalanceUpTo(ctx, q, left)
	if err != nil {
		return nil, err
	}
	b.OpeningMinor, b.LeftMinor = before.opening, before.closing+left.AmountMinor
	b.span = movementSpan{left.SellerID, left.Currency, before.since, left.Seq}
	var sums *partSums
	if kept != nil {
		sums, _ = kept.Get(payoutID)
	}
	if sums == nil {
		if sums, err = selectPartSums(ctx, q, b.span); err != nil {
			return nil, fmt.Errorf("sum up what came and went: %w", err)
		}
	}
	if kept != nil {
		kept.Add(payoutID, sums)
	}
	b.MovedMinor, b.Movements, b.Parts = sums.AmountMinor, sums.Movements, sums.parts(b.Currency)
	return b, nil
}

// EachItem calls do for every movement of a payout, in the order of the books; some
// hundreds are in memory at once.
func (b *Breakdown) EachItem(ctx context.Context, q db.Querier, do func(*Item) error) error {
	for after := b.span.after; ; {
		items, err := itemsOf(ctx, q, b.following(after))
		if err != nil {
			return err
		}
		for _, i := range items {
			if err := do(i); err != nil {
				return err
			}
			after = i.Seq
		}
		if len(items) < itemBatch {
			return nil
		}
	}
}

// itemBatch is how many movements are in memory while all of them are told.
const itemBatch = 500

// following asks for the movements that follow a place, a batch of them.
func (b *Breakdown) following(place int64) movementAsk {
	return movementAsk{span: b.span, limit: itemBatch}.from(place)
}

// itemsOf reads movements with the lines of their orders.
func itemsOf(ctx context.Context, q db.Querier, ask movementAsk) ([]*Item, error) {
	items, err := selectMovements(ctx, q, ask)
	if err != nil {
		return nil, fmt.Errorf("read what came and went: %w", err)
	}
	var orders []order.ID
	for _, i := range items {
		if i.OrderID != "" {
			orders = append(orders, order.ID(i.OrderID))
		}
	}
	parts, err := order.PartsOf(ctx, q, orders)
	if err != nil {
		return nil, fmt.Errorf("load orders: %w", err)
	}
	for _, i := range items {
		i.SellerID, i.Currency = ask.span.seller, ask.span.currency
		i.fill(parts[order.ID(i.OrderID)])
	}
	return items, nil
}

// fill adds what the order of a movement tells: only of the seller's own part.
func (i *Item) fill(parts []*order.SellerOrder) {
	i.Lines = []*ItemLine{}
	for _, p := range parts {
		if p.SellerID != i.SellerID {
			continue
		}
		i.SellerOrderID, i.Number = p.ID, p.Number
		for _, line := range p.Lines {
			i.Lines = append(i.Lines, &ItemLine{
				LineID: line.ID, Title: line.Title, SKU: line.SKU, Quantity: int(line.Quantity), Currency: line.Currency,
				NetMinor: line.Net(line.Payable(line.TotalMinor)),
			})
		}
	}
}
