package model

import (
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/tax"
)

// Taxes that were remitted.
type (
	TaxPayable                = tax.Payable
	TaxRemittance             = tax.Remittance
	TaxRemittanceConnection   = page.Connection[tax.Remittance]
	TaxRemittanceEdge         = page.Edge[tax.Remittance]
	TaxRemittanceRecordInput  = tax.RecordInput
	TaxRemittanceReverseInput = tax.ReverseInput
)
