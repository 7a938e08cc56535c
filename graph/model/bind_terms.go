package model

import (
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/terms"
)

// Terms.
type (
	Consent                = terms.Answer
	ConsentConnection      = page.Connection[terms.Answer]
	ConsentEdge            = page.Edge[terms.Answer]
	ConsentWithdrawInput   = terms.ConsentWithdrawInput
	TermsAcceptInput       = terms.AcceptInput
	TermsKind              = terms.Kind
	TermsPublishInput      = terms.PublishInput
	TermsVersion           = terms.Version
	TermsVersionConnection = page.Connection[terms.Version]
	TermsVersionEdge       = page.Edge[terms.Version]
	TermsVersionFilter     = terms.Filter
	TermsWithdrawInput     = terms.WithdrawInput
)
