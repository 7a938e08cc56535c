package order

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

// Period is from an instant until before another one, UTC.
type Period struct{ From, Before time.Time }

// CountPaid counts the orders that were paid in a period.
func CountPaid(ctx context.Context, q db.Querier, p Period) (int64, error) {
	return countPaid(ctx, q, p)
}

// PaidAfter returns orders that were paid in a period, by id, from after one on.
func PaidAfter(ctx context.Context, q db.Querier, p Period, after ID, limit int64) ([]*Order, error) {
	return selectPaidAfter(ctx, q, p, after, limit)
}

// PartsPaid returns the parts of a seller that were paid in a period, the last first, at
// most so many.
func PartsPaid(ctx context.Context, q db.Querier, of seller.ID, p Period, limit int64) ([]*SellerOrder, error) {
	return selectPartsPaid(ctx, q, of, p, limit)
}

// LoadLine returns a line of a seller, or of any when the owner is empty; else
// ErrNotFound.
func LoadLine(ctx context.Context, q db.Querier, lineID LineID, owner seller.ID) (*Line, error) {
	l, err := selectLine(ctx, q, lineID, owner)
	return l, notFound(err)
}
