package payout

import (
	"context"
	"errors"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// codeNoAccess is the provider's code for an account that the platform has no
// access to.
const codeNoAccess = "account_invalid"

// IsNoAccess reports whether a call to the provider was refused because the platform
// has no access to the account.
func IsNoAccess(err error) bool {
	refusal, ok := provider.Refused(err)
	return ok && refusal.Code == codeNoAccess
}

// errCutOff ends a job whose account the platform has no access to. What it was to
// do stays as it is: the sweep begins it again when the access is back.
var errCutOff = errors.New("the platform has no access to the account")

// without is what is left to know of an account without access to it: nothing can
// be sent there, and nothing paid out.
func (a *Account) without(providerID string) *ProviderAccount {
	return &ProviderAccount{
		ID: providerID, IsDetailsSubmitted: a.IsDetailsSubmitted, DisabledReason: cutOff, BankLast4: a.BankLast4, BankCurrencies: a.BankCurrencies,
	}
}

// cutOffReason is what the members of a seller read while they may not sell.
const cutOffReason = "The account at the payment provider is no longer connected with this marketplace, so nothing that is sold could be paid out. " +
	"Sales go on by themselves when it is connected again."

// crossTx takes a seller off sale when their account was cut off, and puts them on
// sale again when it is back, unless an operator has decided otherwise meanwhile.
func (a *Account) crossTx(ctx context.Context, tx db.Tx, wasCutOff bool) error {
	switch {
	case a.isCutOff() && !wasCutOff:
		return seller.TakeOffSaleTx(ctx, tx, a.SellerID, cutOffReason)
	case wasCutOff && !a.isCutOff():
		return seller.PutOnSaleTx(ctx, tx, a.SellerID, cutOffReason)
	}
	return nil
}

// reachableTx returns errCutOff while the platform has no access to the account of
// a seller.
func reachableTx(ctx context.Context, q db.Querier, of seller.ID) error {
	a, err := selectAccountOf(ctx, q, of)
	if errors.Is(err, db.ErrNotFound) {
		return nil
	}
	if err == nil && a.isCutOff() {
		return errCutOff
	}
	return err
}

// unlessCutOff ends a job without failing when its account was cut off.
func unlessCutOff(err error) error {
	if errors.Is(err, errCutOff) {
		return nil
	}
	return err
}
