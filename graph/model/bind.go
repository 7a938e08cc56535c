// Package model binds the types of the GraphQL schema to Go. bind.go is the
// binding table; what is not in it is generated into models_gen.go.
package model

import (
	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
)

// Node is any entity that can be fetched again by its id alone. It is empty so
// that domain types satisfy it without knowing GraphQL.
type Node any

// The root.
type (
	ErrorCode  = fault.Code
	Money      = money.Amount
	MoneyInput = money.Input
	PageInfo   = page.Info
	Permission = authz.Permission
	UserError  = fault.Fault
)

// Identity.
type (
	Account = identity.Account
)
