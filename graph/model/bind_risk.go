package model

import (
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/risk"
)

// Risk, and what the platform has of its own.
type (
	PlatformWithdrawable   = ledger.Withdrawable
	SellerRiskRating       = risk.Rating
	SellerRiskTier         = risk.Tier
	SellerRiskTierSetInput = risk.SetInput
)
