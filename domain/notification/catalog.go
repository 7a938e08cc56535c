package notification

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/event"
)

// OffersPaused tells the owners of a seller that offers of theirs are not on sale, since
// their plan allows no more.
const OffersPaused Template = "offers_paused"

// catalogHandlers lists the events about the catalogue that lead to mail.
func catalogHandlers() []event.Handler {
	return []event.Handler{
		event.On("notification.offers_paused", func(ctx context.Context, tx db.Tx, e catalog.OffersPaused) error {
			return enqueue(ctx, tx, Mail{Template: OffersPaused, Seller: e.SellerID, Named: e.Title})
		}),
	}
}

// paused says why offers are not on sale, and what there is to do.
func paused(m Mail, baseURL string) Content {
	return Content{
		Subject: "Your offers of " + m.Named + " are not on sale",
		Paragraphs: []string{
			m.Named + " can be bought again, and you offer it. Your plan allows no more published offers, so we have paused what is too many.",
			"To have it on sale, pause or archive others, or ask the platform for a larger plan.",
		},
		LinkText: "Open your dashboard", Link: baseURL + "/admin/",
	}
}
