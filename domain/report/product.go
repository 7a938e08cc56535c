package report

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// productsMax is how many products of one currency are told at most.
const productsMax = 20

// ProductSales is what was sold of a product in one currency in the orders that were
// paid in some days.
type ProductSales struct {
	ProductID   catalog.ProductID
	Currency    money.Currency
	Title       string // under which it was sold
	Units       int64
	GrossMinor  int64 // what Figures.GrossMinor has of its lines
	NetMinor    int64 // that less what was given back of these lines, whenever it was
	BeforeMinor int64 // the net of the orders that were paid in as many days before
}

// Gross is what buyers have paid for its sales.
func (p *ProductSales) Gross() money.Amount { return money.New(p.GrossMinor, p.Currency) }

// Net is what buyers have paid for its sales, less what they and their banks got back.
func (p *ProductSales) Net() money.Amount { return money.New(p.NetMinor, p.Currency) }

// ChangeBasisPoints is how much more that is than in the days before, as in Change.
func (p *ProductSales) ChangeBasisPoints() *int { return change(p.NetMinor, p.BeforeMinor) }

// TopInput asks for the products of which most was sold.
type TopInput struct {
	Days  int // up to now, as those of a Trend
	First int // of each currency
}

// TopProducts lists the products of which all sellers together have sold most, by net
// and currency. It returns ErrSpan and ErrProducts.
func (s *Service) TopProducts(ctx context.Context, in TopInput) ([]*ProductSales, error) {
	return s.top(ctx, nil, in)
}

// SellerTopProducts lists those of one seller: the actor's, or for an operator the one
// asked for. It returns ErrSpan, ErrProducts, and seller.ErrNotFound or
// seller.ErrSellerRequired.
func (s *Service) SellerTopProducts(ctx context.Context, by actor.Actor, asked *seller.ID, in TopInput) ([]*ProductSales, error) {
	of, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	return s.top(ctx, &of, in)
}

func (s *Service) top(ctx context.Context, of *seller.ID, in TopInput) ([]*ProductSales, error) {
	w, err := s.window(in.Days)
	if err != nil {
		return nil, err
	}
	if in.First < 1 || in.First > productsMax {
		return nil, ErrProducts.At("first")
	}
	rows, err := selectTopProducts(ctx, s.db.Read(ctx), of, w, in.First)
	if err != nil {
		return nil, fmt.Errorf("sum up products of %d days: %w", in.Days, err)
	}
	return rows, nil
}
