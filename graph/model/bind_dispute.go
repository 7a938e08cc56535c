package model

import (
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/graph/mask"
)

// Dispute.
type (
	Dispute                    = dispute.Dispute
	DisputeAcceptInput         = dispute.AcceptInput
	DisputeAnswer              = dispute.Answer
	DisputeAnswerStatus        = dispute.AnswerStatus
	DisputeConnection          = page.Connection[dispute.Dispute]
	DisputeEdge                = page.Edge[dispute.Dispute]
	DisputeEvidence            = mask.Evidence
	DisputeEvidenceSaveInput   = dispute.EvidenceSaveInput
	DisputeEvidenceSubmitInput = dispute.EvidenceSubmitInput
	DisputeFile                = dispute.File
	DisputeFileAddInput        = dispute.FileAddInput
	DisputeFileField           = dispute.Field
	DisputeFileRemoveInput     = dispute.FileRemoveInput
	DisputeFileUploadInput     = dispute.FileUploadInput
	DisputePart                = dispute.Part
	DisputeNetwork             = dispute.Network
	DisputeRate                = dispute.Rate
	DisputeShareInput          = dispute.ShareInput
	DisputeSharesSetInput      = dispute.SharesSetInput
	DisputeFeePolicy           = dispute.FeePolicy
	DisputeRateAmount          = dispute.RateAmount
	DisputeStatus              = dispute.Status
	FraudWarning               = dispute.Warning
	FraudWarningConnection     = page.Connection[dispute.Warning]
	FraudWarningEdge           = page.Edge[dispute.Warning]
	FraudWarningRefundInput    = dispute.WarningRefundInput
	FraudWarningSetAsideInput  = dispute.WarningSetAsideInput
	FraudWarningStanding       = dispute.Standing
)
