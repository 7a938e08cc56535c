package notification

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
)

// The mails about refunds.
const (
	// RefundPaid tells the buyer that money is on its way back.
	RefundPaid Template = "refund_paid"
	// RefundTaken tells the owners of a seller that a buyer gets money back, and
	// what the seller gives of it.
	RefundTaken Template = "refund_taken"
)

// refundHandlers lists the events about refunds that lead to mail.
func refundHandlers() []event.Handler {
	return []event.Handler{
		event.On("notification.refund_succeeded", func(ctx context.Context, tx db.Tx, e refund.Succeeded) error {
			return enqueue(ctx, tx, Mail{Template: RefundPaid, Order: e.OrderID, Refund: e.RefundID})
		}),
		event.On("notification.refund_created", func(ctx context.Context, tx db.Tx, e refund.Created) error {
			sellers, err := refund.SellersOf(ctx, tx, e.RefundID)
			if err != nil {
				return err
			}
			for _, sellerID := range sellers {
				if err := enqueue(ctx, tx, Mail{Template: RefundTaken, Seller: sellerID, Refund: e.RefundID}); err != nil {
					return err
				}
			}
			return nil
		}),
	}
}

// refunded tells a buyer how money comes back.
func refunded(number string, r *refund.Refund) Content {
	c := Content{
		Subject:    "Money back for order " + number,
		Paragraphs: []string{fmt.Sprintf("You get %s back for order %s.", r.Amount(), number)},
	}
	way := "Your bank shows it within five to ten days, where you have paid from."
	switch {
	case r.Method == refund.MethodCredit:
		way = "It is kept as credit for you."
	case r.Method == refund.MethodBank, r.Status == refund.StatusPaidOtherwise:
		way = "It was sent to your bank account."
	}
	c.Paragraphs = append(c.Paragraphs, way)
	return c
}

// taken tells a seller what a refund takes, and of which order.
func (s *Service) taken(ctx context.Context, m Mail, of *seller.Seller) (Content, error) {
	r, err := s.from.Refunds.ByID(ctx, m.Refund)
	if err != nil {
		return Content{}, err
	}
	var gives, back int64
	var ids []order.SellerOrderID
	for _, p := range r.Parts {
		if p.SellerID == of.ID {
			gives += p.SellerAmount().Minor
			back += p.CommissionReturned().Minor
			ids = append(ids, p.SellerOrderID)
		}
	}
	parts, err := s.from.Orders.SellerOrdersByIDs(ctx, ids)
	if err != nil {
		return Content{}, err
	}
	text := func(minor int64) string { return money.New(minor, r.Currency).String() }
	c := Content{
		Subject: "A buyer gets money back",
		Paragraphs: []string{
			fmt.Sprintf("%s gives %s of a refund; the platform gives %s of its commission.", of.Name, text(gives), text(back)),
			"It is taken from what was not transferred to you yet, then from your balance, then from your next sales.",
		},
		LinkText: "Open your dashboard",
		Link:     s.opts.BaseURL + "/admin/",
	}
	for _, part := range parts { // an order has one part of a seller at most
		c.Subject = "A buyer gets money back for order " + part.Number
	}
	return c, nil
}
