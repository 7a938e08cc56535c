package model

import (
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
)

// What sellers owe, and that they consent to being debited.
type (
	SellerDebt                 = payout.Recovery
	SellerExposure             = payout.Exposure
	SellerDebtAge              = payout.DebtAge
	SellerDebtCause            = payout.Cause
	SellerDebtConnection       = page.Connection[payout.Recovery]
	SellerDebtWriteOffInput    = payout.WriteOffInput
	SellerDebtDebitInput       = payout.DebtInput
	SellerDebtEdge             = page.Edge[payout.Recovery]
	SellerDebtStatus           = payout.RecoveryStatus
	SellerDebitAnswer          = payout.DebitAnswer
	SellerDebitConsent         = payout.DebitConsent
	SellerDebitConsentSetInput = payout.DebitConsentInput
)
