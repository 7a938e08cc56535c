package checkout

import (
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/terms"
)

// CompleteInput orders a cart. Email may be left out by a buyer whose account
// has one.
type CompleteInput struct {
	CartID          cart.ID
	Email           *string
	ShippingAddress order.Address
	IdempotencyKey  string
	// UseCredit pays with the buyer's credit as far as it goes. Left out of the JSON
	// form when it is not asked for, as what follows.
	UseCredit *bool `json:",omitempty"`
	// AcceptTermsVersionIDs are the terms that the buyer accepts with it. Left out
	// of the JSON form when there are none, so that a command from before there were
	// any has the hash that it had.
	AcceptTermsVersionIDs []terms.VersionID `json:",omitempty"`
	// ExpectedTotal is what the buyer has seen: the order is not made at another total.
	ExpectedTotal *money.Input `json:",omitempty"`
}

// CancelInput gives up an order that awaits payment.
type CancelInput struct {
	OrderID order.ID
	// Reason is why, for the audit log, when an operator does it.
	Reason *string
}

const reasonMax = 1000

func (in CancelInput) reason() (string, error) {
	var l fault.List
	if in.Reason == nil {
		return "", nil
	}
	reason := l.Lines(*in.Reason, reasonMax, "reason")
	return reason, l.Err()
}

// validate trims the input and tells everything that is wrong with it.
func (in *CompleteInput) validate() error {
	var l fault.List
	if in.Email != nil {
		email := identity.CheckEmail(&l, *in.Email, "email")
		in.Email = &email
	}
	in.ShippingAddress = in.ShippingAddress.Check(&l, "shippingAddress")
	idempotency.CheckKey(&l, in.IdempotencyKey, "idempotencyKey")
	if in.ExpectedTotal != nil {
		_, err := in.ExpectedTotal.Parse()
		for _, f := range fault.As(err) {
			l.Add(f.Under("expectedTotal"))
		}
	}
	return l.Err()
}

// agrees returns ErrTotalChanged unless a total is what the buyer has seen, if they say so.
func (in CompleteInput) agrees(total money.Amount) error {
	if in.ExpectedTotal == nil {
		return nil
	}
	if seen, err := in.ExpectedTotal.Parse(); err != nil || seen != total {
		return ErrTotalChanged.Saying("The cart costs " + total.String() + " now. Look at it once more before you order it.").At("expectedTotal")
	}
	return nil
}
