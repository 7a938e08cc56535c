package identity

import "github.com/etal-market/etal/db"

// Service holds the use cases of this context.
type Service struct {
	db *db.DB
}

// New returns the service.
func New(d *db.DB) *Service { return &Service{db: d} }
