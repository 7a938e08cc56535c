package payout

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/risk"
	"github.com/etal-market/etal/domain/seller"
)

// TierTerms are what is otherwise for sellers of a tier. What is nil is as the
// platform has it.
type TierTerms struct {
	Hold               *time.Duration
	ReserveBasisPoints *int64
	ReserveFor         time.Duration // with ReserveBasisPoints
	// NoInstant refuses instant payouts.
	NoInstant bool
	// ExposureMax is what the platform is ready to lose by a seller, by currency, in
	// minor units; a currency that is not named is not limited.
	ExposureMax map[money.Currency]int64
}

// ErrInstantTier is returned for an instant payout to a seller whose tier has none.
var ErrInstantTier = fault.New(fault.Conflict, "PAYOUT_INSTANT_NOT_ALLOWED", "Instant payouts are not open to you yet. Ask for a standard one.")

// Sold is a risk.Source: it counts what a seller was paid for, and the disputes
// of it.
func Sold(ctx context.Context, q db.Querier, of seller.ID, since time.Time) (orders, recent, disputed int64, err error) {
	return countSold(ctx, q, of, since)
}

// mayBeInstantTx returns ErrInstantTier unless a seller's tier has instant payouts.
func (s *Service) mayBeInstantTx(ctx context.Context, q db.Querier, of seller.ID, now time.Time) error {
	tier, err := risk.TierAt(ctx, q, of, now)
	if err != nil {
		return err
	}
	if s.policy.Tiers[tier].NoInstant {
		return ErrInstantTier.At("method")
	}
	return nil
}

// payable is what of a balance may be paid out now, in minor units, and what keeps the
// rest of it.
type payable struct {
	minor  int64
	taken  int64 // what is being taken back of the balance
	isKept bool  // the seller's tier keeps something back
}

// payableTx is what of a balance may be paid out now. What is being taken back is left,
// also while nobody knows what became of that: the provider would refuse the one or the
// other. What leaves for a seller's bank cannot be taken back, so it is no more than
// brings the exposure to what the seller's tier allows. What has been there for too long
// leaves nevertheless, since the provider lets nobody keep it.
func (s *Service) payableTx(ctx context.Context, q db.Querier, a *Account, b *ledger.Balance) (p payable, err error) {
	if b.AvailableMinor <= 0 {
		return p, nil
	}
	if p.taken, err = sumTakenBack(ctx, q, a.SellerID, b.Currency); err != nil {
		return p, fmt.Errorf("what is being taken back of %s: %w", a.SellerID, err)
	}
	left := max(b.AvailableMinor-p.taken, 0)
	p.minor = left - left%b.Currency.PayoutStep()
	if p.minor == 0 || len(s.policy.Tiers) == 0 {
		return p, nil
	}
	now := s.db.Clock().Now()
	tier, err := risk.TierAt(ctx, q, a.SellerID, now)
	if err != nil {
		return p, err
	}
	most, limited := s.policy.Tiers[tier].ExposureMax[b.Currency]
	if !limited {
		return p, nil
	}
	moved, err := sumMovedSince(ctx, q, a.SellerID, now.Add(-disputeWindow))
	if err != nil {
		return p, err
	}
	room := most - exposureOf(b, moved[b.Currency]).AmountMinor
	room -= room % b.Currency.PayoutStep()
	if room >= p.minor {
		return p, nil
	}
	late, err := s.isIdle(ctx, q, a, b.Currency)
	if err != nil || late {
		return p, err
	}
	p.minor, p.isKept = max(room, 0), true
	return p, nil
}
