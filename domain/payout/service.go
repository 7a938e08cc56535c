package payout

import (
	"context"
	"errors"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/risk"
	"github.com/etal-market/etal/domain/seller"
)

// Policy says when sellers get their money.
type Policy struct {
	// Hold is how long a seller's net stays on the platform, and HoldFrom since
	// when.
	Hold     time.Duration
	HoldFrom HoldStart
	// ReserveBasisPoints of what is released are kept for ReserveFor.
	ReserveBasisPoints int64
	ReserveFor         time.Duration
	// InstantBasisPoints is the fee of an instant payout.
	InstantBasisPoints int64
	// Minimums are the least that is paid out in a currency.
	Minimums map[money.Currency]int64
	// IdleMax is how long money may stay in a seller's balance who is paid out by
	// hand, where the country of the seller allows it (holdingLimit).
	IdleMax time.Duration
	// PayoutInterval is the least time between two payouts of a seller.
	PayoutInterval time.Duration
	// Tiers are what is otherwise for sellers of a tier of risk.
	Tiers map[risk.Tier]TierTerms
	// PlatformCountry is where the platform is; empty: nobody has said.
	PlatformCountry string
	// ReturnURL and RefreshURL are where the provider's form leads back to.
	ReturnURL, RefreshURL string
}

// Service brings the sellers their money.
type Service struct {
	db        *db.DB
	people    *identity.Service
	sellers   *seller.Service
	gateways  Gateways
	policy    Policy
	approvals *approval.Service
	writeOffs *approval.Desk[givenUp]
	manuals   *approval.Desk[paidOutside]
}

// New returns the payouts under a policy.
func New(d *db.DB, people *identity.Service, sellers *seller.Service, g Gateways, p Policy) *Service {
	return &Service{db: d, people: people, sellers: sellers, gateways: g, policy: p}
}

// AccountFor returns the payout account of the actor's seller, or of the one
// asked for when the actor is an operator; else ErrAccountNotFound.
func (s *Service) AccountFor(ctx context.Context, by actor.Actor, asked *seller.ID) (*Account, error) {
	owner, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	return s.Account(ctx, owner)
}

// Account returns the payout account of a seller, or ErrAccountNotFound.
func (s *Service) Account(ctx context.Context, owner seller.ID) (*Account, error) {
	a, err := selectAccountOf(ctx, s.db.Read(ctx), owner)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrAccountNotFound
	}
	return a, err
}

// ProviderAccounts lists the seller and provider account of every opened
// payout account that the platform has access to.
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

// Filter narrows lists of releases, transfers and payouts; an empty status does
// not narrow.
type Filter struct {
	SellerID *seller.ID // a member's own seller; all sellers when an operator leaves it out
	Status   string
}

// FindReleases lists what sellers are owed order by order, newest first: the
// actor's seller, or all for an operator.
func (s *Service) FindReleases(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Release], error) {
	var k releaseKey
	also := []derived{{isDisputed, nil}, {isHeldBack, []any{s.db.Clock().Now()}}}
	rows, err := selectPage[Release](ctx, s.db.Read(ctx), by, f, &cursor{w, &k, func() string { return string(k.ID) }, string(ReleaseTransferred), also})
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(r *Release) any { return releaseKey{r.ID} }), nil
}

// FindTransfers lists transfers, newest first: to the actor's seller, or to all
// for an operator.
func (s *Service) FindTransfers(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Transfer], error) {
	var k transferKey
	rows, err := selectPage[Transfer](ctx, s.db.Read(ctx), by, f, &cursor{w, &k, func() string { return string(k.ID) }, string(TransferSucceeded), nil})
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(t *Transfer) any { return transferKey{t.ID} }), nil
}

// FindPayouts lists payouts, newest first: of the actor's seller, or of all for
// an operator.
func (s *Service) FindPayouts(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Payout], error) {
	var k payoutKey
	rows, err := selectPage[Payout](ctx, s.db.Read(ctx), by, f, &cursor{w, &k, func() string { return string(k.ID) }, string(StatusPaid), nil})
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(p *Payout) any { return payoutKey{p.ID} }), nil
}
