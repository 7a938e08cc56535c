package order

import (
	"errors"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/approval"
)

// Service keeps orders.
type Service struct {
	db       *db.DB
	closing  *approval.Desk[closing]
	mayClose []ClosingTx // see MayClose
}

// New returns the orders.
func New(d *db.DB) *Service { return &Service{db: d} }

func notFound(err error) error {
	if errors.Is(err, db.ErrNotFound) {
		return ErrNotFound
	}
	return err
}
