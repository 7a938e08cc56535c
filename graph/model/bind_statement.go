package model

import (
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/statement"
)

// Statement.
type (
	StatementBook                      = statement.Book
	StatementLineKind                  = statement.Kind
	StatementStatus                    = statement.Status
	StatementPart                      = statement.Part
	StatementPartKind                  = statement.PartKind
	StatementTotal                     = statement.Total
	StatementLine                      = statement.Line
	StatementLineConnection            = page.Connection[statement.Line]
	StatementLineEdge                  = page.Edge[statement.Line]
	SellerStatement                    = statement.Statement
	SellerStatementConnection          = page.Connection[statement.Statement]
	SellerStatementEdge                = page.Edge[statement.Statement]
	SellerStatementExportCreateInput   = statement.ExportInput
	StatementFileFormat                = statement.Format
	CommissionInvoiceExportCreateInput = statement.DocumentExportInput
	CommissionDocument                 = statement.Document
	CommissionDocumentKind             = statement.DocumentKind
	CommissionDocumentConnection       = page.Connection[statement.Document]
	CommissionDocumentEdge             = page.Edge[statement.Document]
	CommissionVatGroup                 = statement.VATGroup
	LegalParty                         = statement.Party
)
