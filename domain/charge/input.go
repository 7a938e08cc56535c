package charge

import (
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

const (
	reasonMax    = 1000
	referenceMax = 140
)

// CreateInput charges or credits a seller.
type CreateInput struct {
	SellerID       seller.ID
	Amount         money.Input // without VAT
	VATBasisPoints *int64
	Reason         string // required, at most 1,000 characters; the seller reads it
	Reference      *string
	IdempotencyKey string
}

// asked is what is to be charged: what an operator has asked for, and what a
// second one approves.
type asked struct {
	Kind      Kind           `json:"kind"`
	SellerID  seller.ID      `json:"sellerId"`
	Currency  money.Currency `json:"currency"`
	NetMinor  int64          `json:"netMinor"`
	VAT       int64          `json:"vatBasisPoints"`
	Reason    string         `json:"reason"`
	Reference string         `json:"reference"`
}

// check reads the input and tells everything that is wrong with it.
func (in CreateInput) check(kind Kind) (asked, error) {
	var l fault.List
	a := asked{Kind: kind, SellerID: in.SellerID, Reason: l.RequiredLines(in.Reason, reasonMax, "reason")}
	if in.Reference != nil {
		a.Reference = l.Text(*in.Reference, referenceMax, "reference")
	}
	if in.VATBasisPoints != nil {
		a.VAT = *in.VATBasisPoints
	}
	l.Check(a.VAT >= 0 && a.VAT <= int64(money.Whole), ErrVAT.At("vatBasisPoints"))
	amount, err := in.Amount.Parse()
	for _, f := range fault.As(err) {
		l.Add(f.Under("amount"))
	}
	if err == nil {
		l.Check(amount.Minor > 0 && amount.Minor <= money.Max && amount.Minor%amount.Currency.Step() == 0, ErrAmount.At("amount"))
		a.Currency, a.NetMinor = amount.Currency, amount.Minor
	}
	idempotency.CheckKey(&l, in.IdempotencyKey, "idempotencyKey")
	return a, l.Err()
}

// gross is what would be owed.
func (a asked) gross() money.Amount {
	net := money.New(a.NetMinor, a.Currency)
	return money.New(net.Minor+money.Basis(a.VAT).Of(net), a.Currency)
}

// ReverseInput reverses a charge or a credit.
type ReverseInput struct {
	ChargeID       ID
	Reason         string // required, at most 1,000 characters; the seller reads it
	IdempotencyKey string
}
