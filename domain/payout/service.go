package payout

import (
	"context"
	"errors"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// Policy says when sellers get their money.
type Policy struct {
	// Hold is how long a seller's net stays on the platform after shipping.
	Hold time.Duration
	// PayoutInterval is the least time between two payouts of a seller.
	PayoutInterval time.Duration
	// ReturnURL and RefreshURL are where the provider's form leads back to.
	ReturnURL, RefreshURL string
}

// Service brings the sellers their money.
type Service struct {
	db       *db.DB
	people   *identity.Service
	sellers  *seller.Service
	gateways Gateways
	policy   Policy
}

// New returns the payouts under a policy.
func New(d *db.DB, people *identity.Service, sellers *seller.Service, g Gateways, p Policy) *Service {
	return &Service{db: d, people: people, sellers: sellers, gateways: g, policy: p}
}

// Account returns the payout account of a seller, or ErrAccountNotFound.
func (s *Service) Account(ctx context.Context, owner seller.ID) (*Account, error) {
	a, err := selectAccountOf(ctx, s.db.Read(ctx), owner)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrAccountNotFound
	}
	return a, err
}

// AccountsBySellers returns the payout accounts of the given sellers, for
// callers that may see them.
func (s *Service) AccountsBySellers(ctx context.Context, ids []seller.ID) (map[seller.ID]*Account, error) {
	return selectAccounts(ctx, s.db.Read(ctx), ids)
}

// ProviderAccounts lists the seller and provider account of every opened
// payout account.
func ProviderAccounts(ctx context.Context, q db.Querier) (map[string]seller.ID, error) {
	return selectProviderAccounts(ctx, q)
}

type releaseKey struct {
	ID ReleaseID `json:"i"`
}

type transferKey struct {
	ID TransferID `json:"i"`
}

type payoutKey struct {
	ID ID `json:"i"`
}

// Filter narrows lists of releases, transfers and payouts; empty fields do not
// narrow. Status is compared as text.
type Filter struct {
	SellerID seller.ID
	Status   string
}

// Releases lists what a seller is owed order by order, newest first.
func (s *Service) Releases(ctx context.Context, owner seller.ID, status string, w page.Window) (*page.Connection[Release], error) {
	return s.ReleasesAsOperator(ctx, Filter{owner, status}, w)
}

// ReleasesAsOperator lists the releases of all sellers, newest first.
func (s *Service) ReleasesAsOperator(ctx context.Context, f Filter, w page.Window) (*page.Connection[Release], error) {
	var k releaseKey
	rows, err := selectPage[Release](ctx, s.db.Read(ctx), f, w, &k, func() string { return string(k.ID) })
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(r *Release) any { return releaseKey{r.ID} }), nil
}

// Transfers lists a seller's transfers, newest first.
func (s *Service) Transfers(ctx context.Context, owner seller.ID, status string, w page.Window) (*page.Connection[Transfer], error) {
	return s.TransfersAsOperator(ctx, Filter{owner, status}, w)
}

// TransfersAsOperator lists the transfers of all sellers, newest first.
func (s *Service) TransfersAsOperator(ctx context.Context, f Filter, w page.Window) (*page.Connection[Transfer], error) {
	var k transferKey
	rows, err := selectPage[Transfer](ctx, s.db.Read(ctx), f, w, &k, func() string { return string(k.ID) })
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(t *Transfer) any { return transferKey{t.ID} }), nil
}

// Payouts lists a seller's payouts, newest first.
func (s *Service) Payouts(ctx context.Context, owner seller.ID, status string, w page.Window) (*page.Connection[Payout], error) {
	return s.PayoutsAsOperator(ctx, Filter{owner, status}, w)
}

// PayoutsAsOperator lists the payouts of all sellers, newest first.
func (s *Service) PayoutsAsOperator(ctx context.Context, f Filter, w page.Window) (*page.Connection[Payout], error) {
	var k payoutKey
	rows, err := selectPage[Payout](ctx, s.db.Read(ctx), f, w, &k, func() string { return string(k.ID) })
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(p *Payout) any { return payoutKey{p.ID} }), nil
}
