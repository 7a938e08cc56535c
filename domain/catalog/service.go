package catalog

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

// Service is the catalogue's use cases. A seller may change what is theirs;
// the owner is a required parameter of every change.
type Service struct {
	db *db.DB
}

// New returns the service.
func New(d *db.DB) *Service { return &Service{db: d} }

// Update changes a product of the owner. ErrProductNotFound comes back for
// another seller's, faults of the fields for bad input.
func (s *Service) Update(ctx context.Context, owner seller.ID, in UpdateInput) (*Product, error) {
	return written(ctx, s.db, func(ctx context.Context, tx db.Tx) (*Product, error) { return UpdateTx(ctx, tx, owner, in) })
}

// Publish shows a product of the owner to buyers. Publishing twice is as once.
func (s *Service) Publish(ctx context.Context, owner seller.ID, id ProductID) (*Product, error) {
	return s.setStatus(ctx, owner, id, ProductActive)
}

// Archive takes a product of the owner out of sale, for all who offer it.
func (s *Service) Archive(ctx context.Context, owner seller.ID, id ProductID) (*Product, error) {
	return s.setStatus(ctx, owner, id, ProductArchived)
}

func (s *Service) setStatus(ctx context.Context, owner seller.ID, id ProductID, to ProductStatus) (*Product, error) {
	return written(ctx, s.db, func(ctx context.Context, tx db.Tx) (*Product, error) {
		return SetStatusTx(ctx, tx, owner, id, to)
	})
}

// UpdateVariant changes a variant of a product of the owner.
func (s *Service) UpdateVariant(ctx context.Context, owner seller.ID, in VariantUpdateInput) (*Variant, error) {
	return written(ctx, s.db, func(ctx context.Context, tx db.Tx) (*Variant, error) {
		return UpdateVariantTx(ctx, tx, owner, in)
	})
}

// UpdateOffer changes an offer of the owner: its price, SKU, status, terms.
func (s *Service) UpdateOffer(ctx context.Context, owner seller.ID, in OfferUpdateInput) (*Offer, error) {
	return written(ctx, s.db, func(ctx context.Context, tx db.Tx) (*Offer, error) {
		return UpdateOfferTx(ctx, tx, owner, in)
	})
}

// RefreshSeller makes all listings of a seller's products say what the seller
// now is: approved, suspended, renamed. It works in units of a hundred
// products and may be repeated. A job has little time and a seller any number of
// products, so after ten units another job goes on: it is enqueued with the tenth.
func (s *Service) RefreshSeller(ctx context.Context, job RefreshSeller) error {
	const step, units = 100, 10
	for unit := range units {
		after, err := written(ctx, s.db, func(ctx context.Context, tx db.Tx) (ProductID, error) {
			after, err := RefreshSellerTx(ctx, tx, job.SellerID, job.After, step)
			if err != nil || after == "" || unit < units-1 {
				return after, err
			}
			return after, tx.Enqueue(ctx, RefreshSeller{SellerID: job.SellerID, After: after}, db.JobOptions{})
		})
		if err != nil || after == "" {
			return err
		}
		job.After = after
	}
	return nil
}

// written runs fn as one unit of work and returns what its last run returned,
// or the zero value with the error.
func written[T any](ctx context.Context, d *db.DB, fn func(ctx context.Context, tx db.Tx) (T, error)) (T, error) {
	var out T
	err := d.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		out, err = fn(ctx, tx)
		return err
	})
	if err != nil {
		var zero T
		return zero, err
	}
	return out, nil
}
