package notification

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/domain/payout"
)

// aboutPayoutAccount tells a seller what has become of their payout account, as it
// stands when the mail is written.
func (s *Service) aboutPayoutAccount(ctx context.Context, m Mail) (Content, error) {
	a, err := s.from.Payouts.Account(ctx, m.Seller)
	if err != nil {
		return Content{}, err
	}
	pages, err := s.pagesOf(ctx, m.Seller)
	if err != nil {
		return Content{}, err
	}
	c := Content{LinkText: "Open payouts", Link: pages + "/payouts"}
	switch {
	case m.Template == PayoutAccountDue && a.DueBy == nil || a.Status == payout.AccountEnabled && a.DueBy == nil:
		c.Subject = "Your payout account is in order again"
		c.Paragraphs = []string{"The payment provider had asked for something. Nothing is to be done any more."}
	case m.Template == PayoutAccountDue:
		c.Subject = "The payment provider needs details of you by " + a.DueBy.UTC().Format("2 January 2006")
		c.Paragraphs = []string{fmt.Sprintf("What it asks for has to be there by %s. From then on your money waits until it is.", a.DueBy.UTC().Format(time.RFC1123))}
	case a.Status == payout.AccountRejected:
		c.Subject = "The payment provider has closed your payout account"
		c.Paragraphs = []string{"It is closed for good. Ask the platform for help: money that was not transferred is still here."}
	case !a.CanReceive:
		c.Subject = "Money cannot be transferred to you at the moment"
		c.Paragraphs = []string{"The payment provider has paused your payout account. You go on selling, and the money waits until it is in order."}
	default:
		c.Subject = "Payouts to your bank are paused"
		c.Paragraphs = []string{"The payment provider pays nothing out to your bank at the moment. The money stays in your balance there."}
	}
	if len(a.CurrentlyDue) > 0 && a.Status != payout.AccountRejected {
		c.Paragraphs = append(c.Paragraphs, "The page on payouts says what it waits for, and leads to its form.")
	}
	return c, nil
}
