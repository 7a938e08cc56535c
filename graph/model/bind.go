// Package model binds the types of the GraphQL schema to Go. bind.go is the
// binding table; what is not in it is generated into models_gen.go.
package model

import (
	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
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
	Account              = identity.Account
	AccountRegisterInput = identity.RegisterInput
	Hat                  = seller.Hat
	HatKind              = seller.HatKind
	OperatorRole         = identity.OperatorRole
	Password             = identity.Password
	Session              = identity.Opened
	SignInInput          = identity.SignInInput
)

// Sellers.
type (
	Seller               = seller.Seller
	SellerApplyInput     = seller.ApplyInput
	SellerApproveInput   = seller.DecideInput
	SellerBusiness       = seller.Business
	SellerConnection     = page.Connection[seller.Seller]
	SellerEdge           = page.Edge[seller.Seller]
	SellerFilter         = seller.Filter
	SellerMember         = seller.Member
	SellerMemberAddInput = seller.AddMemberInput
	SellerMemberRole     = seller.Role
	SellerReinstateInput = seller.DecideInput
	SellerRejectInput    = seller.RefuseInput
	SellerStatus         = seller.Status
	SellerSuspendInput   = seller.RefuseInput
)
