package model

import (
	"github.com/etal-market/etal/domain/extract"
	"github.com/etal-market/etal/domain/refund"
)

// Files of lists.
type (
	ListExportCreateInput = extract.Input
	PayoutListFilter      = extract.PayoutFilter
	TransferListFilter    = extract.TransferFilter
	RefundListFilter      = refund.Filter
)
