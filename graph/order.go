package graph

import (
	"context"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/model"
)

// accountOf is the account that acts in the request.
func accountOf(ctx context.Context) identity.AccountID {
	return identity.AccountID(actor.From(ctx).AccountID)
}

// asSeller types the id of a seller as it arrives in an argument.
func asSeller(asked *id.Any) *seller.ID {
	return (*seller.ID)(asked)
}

// orZero is what a filter that was left out stands for.
func orZero[T any](given *T) T {
	if given == nil {
		var zero T
		return zero
	}
	return *given
}

// textOf is the text of an enum value, empty when it was left out.
func textOf[T ~string](given *T) string {
	return string(orZero(given))
}

// partOf is a seller's part of an order, for those who may read sellers' orders; nil for
// others, and when there is no order.
func partOf(ctx context.Context, orderID order.ID, of seller.ID) (*order.SellerOrder, error) {
	if orderID == "" || !authz.Can(actor.From(ctx), authz.SellerOrderRead) {
		return nil, nil
	}
	parts, err := loader.From(ctx).PartsOf.Load(ctx, orderID)
	for _, p := range parts {
		if p.SellerID == of {
			return p, err
		}
	}
	return nil, err
}

// termsOf shows what the platform keeps to those it concerns: the seller and
// operators. Buyers see what they pay.
func termsOf(ctx context.Context, of seller.ID, amount money.Amount) *money.Amount {
	by := actor.From(ctx)
	if by.IsOperator() || by.SellerID == string(of) && by.SellerID != "" {
		return &amount
	}
	return nil
}

// marginOf shows what is left to the platform to operators only.
func marginOf(by actor.Actor, o *order.Order) *money.Amount {
	if !by.IsOperator() {
		return nil
	}
	return o.Margin()
}

// clientSecret shows what a payment is confirmed with to its buyer, while it
// can be confirmed.
func clientSecret(by actor.Actor, p *payment.Payment) *string {
	if p.Status != payment.StatusAwaitingBuyer || p.IsProcessing() || by.SellerID != "" || by.IsOperator() || by.AccountID != string(p.BuyerID) {
		return nil
	}
	secret := p.ClientSecret.Reveal()
	return &secret
}

// unpaid is the payment that a seller's part waits for; an empty one when it waits for
// none.
func unpaid(ctx context.Context, part *order.SellerOrder) (payment.Payment, error) {
	if part.Status != order.SellerOrderAwaitingPayment {
		return payment.Payment{}, nil
	}
	p, err := missing(loader.From(ctx).Payments.Load(ctx, part.OrderID))
	return orZero(p), err
}

// cartNode shows a cart as the root field does.
func cartNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if !authz.Can(by, authz.CartRead) {
		return nil, cart.ErrNotFound
	}
	return loader.From(ctx).Carts.Load(ctx, cart.ID(nodeID))
}

// orderNode shows an order as the root field does.
func orderNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if !authz.Can(by, authz.OrderRead) {
		return nil, order.ErrNotFound
	}
	return loader.From(ctx).Orders.Load(ctx, order.ID(nodeID))
}

// sellerOrderNode shows a seller order as the root field does.
func sellerOrderNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if !authz.Can(by, authz.SellerOrderRead) {
		return nil, order.ErrNotFound
	}
	return loader.From(ctx).SeenParts.Load(ctx, order.SellerOrderID(nodeID))
}

// seenPart shows a seller order beside its id, as the root field does; nil to whoever
// does not see it, and when there is none.
func seenPart(ctx context.Context, partID order.SellerOrderID) (*order.SellerOrder, error) {
	if partID == "" || !authz.Can(actor.From(ctx), authz.SellerOrderRead) {
		return nil, nil
	}
	return missing(loader.From(ctx).SeenParts.Load(ctx, partID))
}

// orderOf shows an order beside its id, as the root field does; nil to whoever does
// not see it, and when there is none.
func orderOf(ctx context.Context, orderID order.ID) (*order.Order, error) {
	if orderID == "" || !authz.Can(actor.From(ctx), authz.OrderRead) {
		return nil, nil
	}
	return missing(loader.From(ctx).Orders.Load(ctx, orderID))
}

// lineOf shows a line of an order beside its id to whoever sees its order, or the
// seller's part of it; nil to others, and when there is none.
func lineOf(ctx context.Context, lineID order.LineID) (*order.Line, error) {
	by := actor.From(ctx)
	if lineID == "" || !authz.Can(by, authz.OrderRead) && !authz.Can(by, authz.SellerOrderRead) {
		return nil, nil
	}
	l, err := missing(loader.From(ctx).OrderLines.Load(ctx, lineID))
	if l == nil || err != nil {
		return nil, err
	}
	if part, err := seenPart(ctx, l.SellerOrderID); part != nil || err != nil {
		return l, err
	}
	if o, err := orderOf(ctx, l.OrderID); o == nil || err != nil {
		return nil, err
	}
	return l, nil
}

// refundNode shows a refund as the root field does.
func refundNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if !authz.Can(by, authz.RefundRead) {
		return nil, refund.ErrNotFound
	}
	return loader.From(ctx).Refunds.Load(ctx, refund.ID(nodeID))
}

// orderLineNode shows a line as a refund of it does.
func orderLineNode(ctx context.Context, _ actor.Actor, nodeID id.Any) (model.Node, error) {
	l, err := lineOf(ctx, order.LineID(nodeID))
	if l == nil {
		return nil, err
	}
	return l, err
}
