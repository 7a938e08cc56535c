package order

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/seller"
)

// NewsPlaced is told of each part of an order that was placed.
const NewsPlaced = "order.placed"

// TopicOf is what tells what happens to an order. Its subject is the order.
func TopicOf(orderID ID) event.Topic { return event.TopicOf("order", orderID) }

// TopicOfSeller is what tells what happens to all seller orders of a seller. Its
// subject is the seller order.
func TopicOfSeller(sellerID seller.ID) event.Topic { return event.TopicOf("sellerOrders", sellerID) }

// about is whom it concerns that something has happened to an order.
func (o *Order) about() []event.About {
	return append(o.aboutParts(), event.About{Topic: TopicOf(o.ID), Subject: string(o.ID)})
}

func (o *Order) aboutParts() []event.About {
	var parts []event.About
	for _, s := range o.SellerOrders {
		parts = append(parts, s.about())
	}
	return parts
}

func (s *SellerOrder) about() event.About {
	return event.About{Topic: TopicOfSeller(s.SellerID), Subject: string(s.ID)}
}

// TellTx tells those who follow an order or one of its parts that something has
// happened to it, such as a refund.
func TellTx(ctx context.Context, tx db.Tx, name string, orderID ID) error {
	parts, err := selectParts(ctx, tx, orderID)
	if err != nil {
		return fmt.Errorf("load parts of order %s: %w", orderID, err)
	}
	o := &Order{ID: orderID, SellerOrders: parts}
	return event.Tell(ctx, tx, name, o.about()...)
}
