package server

import (
	"strings"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/risk"
	"github.com/etal-market/etal/server/config"
)

// refundLimits are what each role gives back at most. Owners and administrators
// have the platform's limit alone.
func refundLimits(cfg config.Config) refund.Limits {
	of := func(l config.Limit) refund.Limit { return limitOf(l, cfg.Currency) }
	limits := refund.Limits{
		Platform: of(cfg.RefundLimitPlatform),
		Roles: map[actor.Role]refund.Limit{
			"seller:owner": nil, "seller:manager": of(cfg.RefundLimitManager), "seller:finance": of(cfg.RefundLimitFinance),
			"seller:support": of(cfg.RefundLimitSupport),
			"operator:admin": nil, "operator:finance": of(cfg.RefundLimitOperatorFinance), "operator:support": of(cfg.RefundLimitOperatorSupport),
		},
	}
	for role := range limits.Roles {
		if !authz.NeedsStepUp(actor.Actor{Role: role}, authz.RefundCreate) {
			limits.Unasked = append(limits.Unasked, role)
		}
	}
	return limits
}

// amounts are those of a limit by currency; nil when there is none.
func amounts(cfg config.Config, l config.Limit) map[money.Currency]int64 {
	by := l.In(cfg.Currency)
	if by == nil {
		return nil
	}
	of := map[money.Currency]int64{}
	for code, minor := range by {
		of[money.Currency(code)] = minor
	}
	return of
}

// payoutPolicy says when sellers get their money.
func payoutPolicy(cfg config.Config) payout.Policy {
	return payout.Policy{
		Hold: cfg.ReleaseHold, HoldFrom: payout.HoldStart(strings.ToUpper(cfg.ReleaseAfter)), PayoutInterval: cfg.PayoutInterval,
		ReserveBasisPoints: cfg.ReserveBasisPoints, ReserveFor: cfg.ReserveHold, InstantBasisPoints: cfg.InstantBasisPoints, IdleMax: cfg.PayoutIdleMax, Minimums: amounts(cfg, cfg.PayoutMinimum),
		PlatformCountry: strings.ToUpper(cfg.PlatformCountry), Tiers: tiers(cfg),
		ReturnURL: cfg.BaseURL + "/admin/payouts?onboarding=done", RefreshURL: cfg.BaseURL + "/admin/payouts?onboarding=again",
	}
}

// tiers are what is otherwise for sellers of a tier.
func tiers(cfg config.Config) map[risk.Tier]payout.TierTerms {
	all := map[risk.Tier]payout.TierTerms{}
	for tier, set := range map[risk.Tier]config.Tier{
		risk.TierNew: cfg.TierNew, risk.TierStandard: cfg.TierStandard, risk.TierTrusted: cfg.TierTrusted, risk.TierWatched: cfg.TierWatched,
	} {
		t := payout.TierTerms{
			Hold: set.Hold, ReserveBasisPoints: set.ReserveBasisPoints, ReserveFor: set.ReserveHold, NoInstant: set.NoInstant,
		}
		if set.Exposure != nil {
			t.ExposureMax = amounts(cfg, *set.Exposure)
		}
		all[tier] = t
	}
	return all
}

// limitOf is a limit of the settings by currency; nil when there is none.
func limitOf(l config.Limit, own string) map[money.Currency]int64 {
	by := l.In(own)
	if by == nil {
		return nil
	}
	limit := map[money.Currency]int64{}
	for code, most := range by {
		limit[money.Currency(code)] = most
	}
	return limit
}
