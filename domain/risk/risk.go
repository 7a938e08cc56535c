package risk

import (
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Tier says how much a seller is trusted.
type Tier string

// The tiers.
const (
	TierNew      Tier = "NEW"      // nothing is known yet
	TierStandard Tier = "STANDARD" // has sold for a while
	TierTrusted  Tier = "TRUSTED"  // has sold much for long
	TierWatched  Tier = "WATCHED"  // too much is disputed, or an operator says so
)

// Tiers lists all tiers.
func Tiers() []Tier { return []Tier{TierNew, TierStandard, TierTrusted, TierWatched} }

// RatingID names a rating, rat_….
type RatingID string

// Rating is one version of a seller's tier.
type Rating struct {
	bun.BaseModel `bun:"table:seller_ratings"`

	ID          RatingID `bun:",pk"`
	SellerID    seller.ID
	Tier        Tier
	IsAutomatic bool                // the rule has made it, and may make the next one
	Reason      string              // in plain words
	CreatedBy   *identity.AccountID // the operator; nil: the rule
	CreatedAt   time.Time           // UTC
}

// Window is the time over which orders and disputes are counted.
const Window = 90 * 24 * time.Hour

// Facts are what the rule knows of a seller.
type Facts struct {
	Age      time.Duration // since the seller has applied
	Orders   int64         // parts of orders that were ever paid
	Recent   int64         // of them within the window
	Disputed int64         // disputes within the window
}

// Rule says from when a seller is in which tier. A time of zero: never.
type Rule struct {
	StandardAfter  time.Duration
	StandardOrders int64
	TrustedAfter   time.Duration
	TrustedOrders  int64
	// WatchedRate and WatchedDisputes are how much is too much, both together.
	WatchedRate     money.Basis
	WatchedDisputes int64
}

// Rate is in which tier a seller belongs by what is known, and why.
func (r Rule) Rate(f Facts) (Tier, string) {
	rate := int64(0)
	if f.Recent > 0 {
		rate = f.Disputed * int64(money.Whole) / f.Recent
	} else if f.Disputed > 0 {
		rate = int64(money.Whole) // all that was sold is older
	}
	known := fmt.Sprintf("%d days, %d orders; %d of %d were disputed within 90 days.", f.Age/(24*time.Hour), f.Orders, f.Disputed, f.Recent)
	switch {
	case r.WatchedDisputes > 0 && f.Disputed >= r.WatchedDisputes && rate >= int64(r.WatchedRate):
		return TierWatched, "Too much is disputed: " + known
	case r.TrustedAfter > 0 && f.Age >= r.TrustedAfter && f.Orders >= r.TrustedOrders && 2*rate < int64(r.WatchedRate):
		return TierTrusted, "Has sold much for long: " + known
	case r.StandardAfter > 0 && f.Age >= r.StandardAfter && f.Orders >= r.StandardOrders:
		return TierStandard, "Has sold for a while: " + known
	}
	return TierNew, "Not known yet: " + known
}

// RatingChanged is told when a seller comes into another tier, or another one
// decides about it.
type RatingChanged struct {
	RatingID    RatingID  `json:"rating_id"`
	SellerID    seller.ID `json:"seller_id"`
	Before      Tier      `json:"before"`
	After       Tier      `json:"after"`
	IsAutomatic bool      `json:"is_automatic"`
	Reason      string    `json:"reason"`
}

// EventName implements event.Event.
func (RatingChanged) EventName() string { return "risk.rating_changed" }

// ErrTier is returned for a tier that there is not.
var ErrTier = fault.New(fault.Invalid, "RISK_TIER_UNKNOWN", "There is no such tier.")
