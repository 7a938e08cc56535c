package notification

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/productimport"
)

// ImportFinished tells the owners of a seller that an import of products is over.
const ImportFinished Template = "import_finished"

// importHandlers lists the events about imports that lead to mail.
func importHandlers() []event.Handler {
	return []event.Handler{
		event.On("notification.import_finished", func(ctx context.Context, tx db.Tx, e productimport.Finished) error {
			return enqueue(ctx, tx, Mail{Template: ImportFinished, Seller: e.SellerID, Import: e.ImportID, Named: string(e.Status)})
		}),
	}
}

// imported says how an import has ended.
func imported(m Mail, baseURL string) Content {
	c := Content{
		Subject:    "Your import of products is done",
		Paragraphs: []string{"Its page shows what was made, what was changed, and which lines could not be read."},
		LinkText:   "Open your dashboard", Link: baseURL + "/admin/",
	}
	if m.Named == string(productimport.StatusFailed) {
		c.Subject = "Your import of products has failed"
		c.Paragraphs = []string{"Its page shows why. What was made before it failed stays."}
	}
	return c
}
