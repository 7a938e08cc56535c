package catalog

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/seller"
)

// RefreshSeller is the job that brings the listings of a seller's products up
// to date. Service.RefreshSeller does it.
type RefreshSeller struct {
	SellerID seller.ID `json:"seller_id"`
	// After is the last product that an earlier job has brought up to date.
	After ProductID `json:"after,omitempty"`
}

// Kind implements db.Job.
func (RefreshSeller) Kind() string { return "catalog.refresh_seller" }

// Listeners are what the catalogue does when others tell news: when a seller
// may sell, or no longer may, the listings follow. Between the decision and
// the job, carts and checkouts already see it: OffersForSale asks the seller.
func Listeners() []event.Handler {
	refresh := func(ctx context.Context, tx db.Tx, id seller.ID) error {
		return tx.Enqueue(ctx, RefreshSeller{SellerID: id}, db.JobOptions{})
	}
	return []event.Handler{
		event.On("catalog.seller_approved", func(ctx context.Context, tx db.Tx, e seller.Approved) error {
			return refresh(ctx, tx, e.SellerID)
		}),
		event.On("catalog.seller_suspended", func(ctx context.Context, tx db.Tx, e seller.Suspended) error {
			return refresh(ctx, tx, e.SellerID)
		}),
		event.On("catalog.seller_closed", func(ctx context.Context, tx db.Tx, e seller.Closed) error {
			return refresh(ctx, tx, e.SellerID)
		}),
		event.On("catalog.seller_profile_changed", func(ctx context.Context, tx db.Tx, e seller.ProfileChanged) error {
			return refresh(ctx, tx, e.SellerID)
		}),
		event.On("catalog.seller_reinstated", func(ctx context.Context, tx db.Tx, e seller.Reinstated) error {
			return refresh(ctx, tx, e.SellerID)
		}),
	}
}
