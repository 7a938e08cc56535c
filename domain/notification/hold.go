package notification

import (
	"context"
	"time"
)

// aboutHold tells a seller what money an operator holds back, why and until when, or
// that it is let go.
func (s *Service) aboutHold(ctx context.Context, m Mail) (Content, error) {
	h, err := s.from.Payouts.HoldByID(ctx, m.Hold)
	if err != nil {
		return Content{}, err
	}
	pages, err := s.pagesOf(ctx, m.Seller)
	if err != nil {
		return Content{}, err
	}
	what, c := "your money", Content{LinkText: "Open payouts", Link: pages + "/payouts"}
	if h.SellerOrderID != "" {
		what, c.LinkText, c.Link = "the money of an order", "Open the order", pages+"/orders/"+string(h.SellerOrderID)
	}
	if m.Template == PayoutHoldLifted {
		c.Subject = "The marketplace no longer holds back " + what
		c.Paragraphs = []string{"What it says: " + h.LiftReason, "What nothing else keeps leaves when it is due."}
		return c, nil
	}
	c.Subject = "The marketplace holds back " + what
	until := "until the marketplace lets it go"
	if h.Until != nil {
		until = "until " + h.Until.UTC().Format(time.DateTime) + " UTC"
	}
	c.Paragraphs = []string{
		"What it says: " + h.Reason,
		"It stays with the marketplace, or in your balance at the payment provider, " + until + ". You go on selling, and buyers get refunds as before.",
	}
	return c, nil
}
