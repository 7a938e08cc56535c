package refund

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
)

// openTx opens the refund of a plan. An order that was paid with credit gives
// credit back first: what goes to the card is what is more than that. So a refund
// may become two, of which this one is what goes to the card.
func openTx(ctx context.Context, tx db.Tx, r *Refund, p *plan) error {
	paid := Paid{p.order, p.payment}
	if r.Method != MethodCard || p.payment.CreditMinor == 0 {
		return OpenTx(ctx, tx, r, paid, p.pieces)
	}
	returned, err := sumReturned(ctx, tx, p.order.ID)
	if err != nil {
		return fmt.Errorf("sum credit that %s gave back: %w", p.order.ID, err)
	}
	credit := min(max(p.payment.CreditMinor-returned, 0), p.amount())
	switch credit {
	case 0:
		return OpenTx(ctx, tx, r, paid, p.pieces)
	case p.amount():
		r.Method = MethodCredit
		return OpenTx(ctx, tx, r, paid, p.pieces)
	}
	first, rest := cut(p.pieces, credit, p.order.Currency)
	other := *r
	other.ID, other.Method, other.ProposalID = id.New[ID]("rfd"), MethodCredit, ""
	if err := OpenTx(ctx, tx, &other, paid, first); err != nil {
		return err
	}
	return OpenTx(ctx, tx, r, paid, rest)
}

// cut divides pieces so that the first of them give back an amount. The units of
// a piece that is divided are with the rest of it.
func cut(pieces []Piece, minor int64, c money.Currency) (first, rest []Piece) {
	for _, p := range pieces {
		switch buyer := p.BuyerMinor(); {
		case minor >= buyer:
			first = append(first, p)
			minor -= buyer
		case minor == 0:
			rest = append(rest, p)
		default:
			part, left := p.Amount(minor, c), p
			left.Shares, left.Taxes = p.Minus(part.Shares), without(p.Taxes, part.Taxes)
			first, rest = append(first, part), append(rest, left)
			minor = 0
		}
	}
	return first, rest
}
