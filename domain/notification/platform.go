package notification

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/seller"
)

// The mails to operators about what somebody has done at the provider.
const (
	// PlatformPaysOut tells the operators that the provider pays the platform's
	// balance out by itself.
	PlatformPaysOut Template = "platform_pays_out"
	// TransferReversed tells the operators that somebody has taken a transfer back at
	// the provider.
	TransferReversed Template = "transfer_reversed"
)

// platformHandlers lists the events about what somebody has done at the provider.
func platformHandlers() []event.Handler {
	return []event.Handler{
		event.On("notification.platform_pays_out", func(ctx context.Context, tx db.Tx, e reconciliation.PlatformScheduleChanged) error {
			if e.After == reconciliation.ScheduleManual {
				return nil
			}
			return enqueue(ctx, tx, Mail{Template: PlatformPaysOut, Named: e.After})
		}),
		event.On("notification.transfer_reversed", func(ctx context.Context, tx db.Tx, e payout.TransferReversed) error {
			return enqueue(ctx, tx, Mail{Template: TransferReversed, Order: e.OrderID, Taken: e.SellerID, Named: e.Amount().String()})
		}),
	}
}

// platformPaysOut says what is wrong with payouts that Stripe makes by itself.
func (s *Service) platformPaysOut(m Mail) Content {
	return Content{
		Subject: "Stripe pays the platform's balance out by itself",
		Paragraphs: []string{
			fmt.Sprintf("The schedule of payouts of the platform's own account at Stripe is “%s”. Such payouts take along what is owed to sellers and buyers, and to tax authorities.", m.Named),
			"Set it to manual in Stripe's Dashboard, under Settings, Payouts, and pay out yourself what may be withdrawn.",
		},
		LinkText: "See what may be withdrawn", Link: s.opts.BaseURL + "/admin/",
	}
}

// transferReversed says what becomes of money that somebody has taken back.
func (s *Service) transferReversed(ctx context.Context, m Mail) (Content, error) {
	found, err := s.from.Sellers.ByIDs(ctx, []seller.ID{m.Taken})
	if err != nil {
		return Content{}, err
	}
	of := found[m.Taken]
	c := Content{
		Subject: "A transfer to " + of.Name + " was taken back at Stripe",
		Paragraphs: []string{
			fmt.Sprintf("Somebody has taken %s back from %s in Stripe's Dashboard, or by another program.", m.Named, of.Name),
			"It has paid what the seller owes. The rest is still theirs and is transferred again after a week. " +
				"Give the order back, or charge the seller, if they are not to have it.",
		},
	}
	if m.Order != "" {
		c.LinkText, c.Link = "Open the order", s.opts.BaseURL+"/admin/platform/orders/"+string(m.Order)
	}
	return c, nil
}
