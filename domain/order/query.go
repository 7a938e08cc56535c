package order

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// Filter narrows a list of orders; empty fields do not narrow.
type Filter struct {
	BuyerID      identity.AccountID
	Status       Status
	Number       string
	PlacedAfter  *time.Time // inclusive
	PlacedBefore *time.Time // exclusive
}

// SellerOrderFilter narrows a list of seller orders; empty fields do not narrow.
type SellerOrderFilter struct {
	SellerID     seller.ID
	Status       SellerOrderStatus
	Number       string
	PlacedAfter  *time.Time // inclusive
	PlacedBefore *time.Time // exclusive
}

type orderKey struct {
	ID ID `json:"i"`
}

type sellerOrderKey struct {
	ID SellerOrderID `json:"i"`
}

// Get returns an order of the buyer, or ErrNotFound.
func (s *Service) Get(ctx context.Context, buyer identity.AccountID, orderID ID) (*Order, error) {
	return s.get(ctx, orderID, buyer)
}

// GetAsOperator returns any order, or ErrNotFound.
func (s *Service) GetAsOperator(ctx context.Context, orderID ID) (*Order, error) {
	return s.get(ctx, orderID, "")
}

func (s *Service) get(ctx context.Context, orderID ID, buyer identity.AccountID) (*Order, error) {
	var o *Order
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		o, err = selectOrder(ctx, q, orderID, buyer)
		return err
	})
	return o, notFound(err)
}

// Find lists the buyer's orders, newest first.
func (s *Service) Find(
	ctx context.Context, buyer identity.AccountID, f Filter, w page.Window,
) (*page.Connection[Order], error) {
	f.BuyerID = buyer
	return s.FindAsOperator(ctx, f, w)
}

// FindAsOperator lists orders of all buyers, newest first.
func (s *Service) FindAsOperator(ctx context.Context, f Filter, w page.Window) (*page.Connection[Order], error) {
	var rows []*Order
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		rows, err = selectOrders(ctx, q, f, w)
		return err
	})
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(o *Order) any { return orderKey{o.ID} }), nil
}

// GetSellerOrder returns a part that belongs to the seller, or ErrNotFound.
func (s *Service) GetSellerOrder(ctx context.Context, owner seller.ID, partID SellerOrderID) (*SellerOrder, error) {
	return s.getSellerOrder(ctx, partID, owner)
}

// GetSellerOrderAsOperator returns any seller order, or ErrNotFound.
func (s *Service) GetSellerOrderAsOperator(ctx context.Context, partID SellerOrderID) (*SellerOrder, error) {
	return s.getSellerOrder(ctx, partID, "")
}

func (s *Service) getSellerOrder(ctx context.Context, partID SellerOrderID, owner seller.ID) (*SellerOrder, error) {
	var part *SellerOrder
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		part, err = selectSellerOrder(ctx, q, partID, owner)
		return err
	})
	return part, notFound(err)
}

// FindSellerOrders lists the seller's parts, newest first.
func (s *Service) FindSellerOrders(
	ctx context.Context, owner seller.ID, f SellerOrderFilter, w page.Window,
) (*page.Connection[SellerOrder], error) {
	f.SellerID = owner
	return s.FindSellerOrdersAsOperator(ctx, f, w)
}

// FindSellerOrdersAsOperator lists parts of all sellers, newest first.
func (s *Service) FindSellerOrdersAsOperator(
	ctx context.Context, f SellerOrderFilter, w page.Window,
) (*page.Connection[SellerOrder], error) {
	var rows []*SellerOrder
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		rows, err = selectSellerOrders(ctx, q, f, w)
		return err
	})
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(p *SellerOrder) any { return sellerOrderKey{p.ID} }), nil
}

// Expired returns orders that still await payment after their time, oldest
// first, at most limit.
func (s *Service) Expired(ctx context.Context, now time.Time, limit int64) ([]ID, error) {
	return selectExpired(ctx, s.db.Read(ctx), now, limit)
}

// Load returns an order for callers that have a Querier and have decided whose
// it may be, or ErrNotFound.
func Load(ctx context.Context, q db.Querier, orderID ID) (*Order, error) {
	o, err := selectOrder(ctx, q, orderID, "")
	return o, notFound(err)
}
