package stripe

import (
	"context"
	"errors"
	"fmt"
	"time"

	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
)

// CreateReversal implements payout.ReversalGateway. What a reversal takes may be
// more than the seller's balance has: Stripe refuses then, or lets the balance
// go below zero.
func (c *Client) CreateReversal(ctx context.Context, d payout.ReversalDraft) (*payout.ProviderReversal, error) {
	units, err := toStripe(d.Amount)
	if err != nil {
		return nil, err
	}
	p := &sdk.TransferReversalParams{
		ID: sdk.String(d.TransferID), Amount: sdk.Int64(units), Metadata: map[string]string{metaReversal: string(d.ReversalID)},
	}
	p.AddExpand("balance_transaction")
	made, err := change(ctx, string(d.ReversalID), p, c.jobs.TransferReversals.New)
	if err != nil {
		return nil, err
	}
	v, err := c.reversalOf(ctx, d.Account, made)
	if err != nil { // the money has moved: whatever goes wrong from here on is no refusal
		return nil, doubt(err)
	}
	return v, nil
}

// FindReversal implements payout.ReversalGateway. Two with one identifier are
// an error.
func (c *Client) FindReversal(ctx context.Context, d payout.ReversalDraft) (*payout.ProviderReversal, error) {
	p := &sdk.TransferReversalListParams{ListParams: list(ctx, ""), ID: sdk.String(d.TransferID)}
	p.AddExpand("data.balance_transaction")
	var found *sdk.TransferReversal
	all := c.jobs.TransferReversals.List(p)
	for all.Next() {
		v := all.TransferReversal()
		if v.Metadata[metaReversal] != string(d.ReversalID) {
			continue
		}
		if found != nil {
			return nil, fmt.Errorf("%s was sent twice, as %s and as %s", d.ReversalID, found.ID, v.ID)
		}
		found = v
	}
	if err := classify(all.Err()); err != nil || found == nil {
		return nil, err
	}
	v, err := c.reversalOf(ctx, d.Account, found)
	if err != nil {
		return nil, doubt(err)
	}
	return v, nil
}

// OutsideReversals implements payout.ReversalGateway.
func (c *Client) OutsideReversals(ctx context.Context, account, transferID string) ([]*payout.ProviderReversal, error) {
	p := &sdk.TransferReversalListParams{ListParams: list(ctx, ""), ID: sdk.String(transferID)}
	p.AddExpand("data.balance_transaction")
	var found []*payout.ProviderReversal
	all := c.jobs.TransferReversals.List(p)
	for all.Next() {
		v := all.TransferReversal()
		if v.Metadata[metaReversal] != "" {
			continue
		}
		read, err := c.reversalOf(ctx, account, v)
		if err != nil {
			return nil, err
		}
		found = append(found, read)
	}
	return found, classify(all.Err())
}

// ReversedSince implements payout.ReversalGateway. Reversals have no list of their
// own across transfers, so it reads their movements on the platform's balance.
func (c *Client) ReversedSince(ctx context.Context, since time.Time, fn func(transferID, reversalID string) error) error {
	p := &sdk.BalanceTransactionListParams{
		ListParams: list(ctx, ""), Type: sdk.String(string(sdk.BalanceTransactionTypeTransferRefund)),
		CreatedRange: &sdk.RangeQueryParams{GreaterThanOrEqual: since.Unix()},
	}
	p.AddExpand("data.source")
	all := c.jobs.BalanceTransactions.List(p)
	for all.Next() {
		of := all.BalanceTransaction().Source
		if of == nil || of.TransferReversal == nil || of.TransferReversal.Transfer == nil {
			continue
		}
		if err := fn(of.TransferReversal.Transfer.ID, of.TransferReversal.ID); err != nil {
			return err
		}
	}
	return classify(all.Err())
}

// reversalOf completes a reversal with the movement on the other side: the
// refund of the payment that the transfer became.
func (c *Client) reversalOf(ctx context.Context, account string, v *sdk.TransferReversal) (*payout.ProviderReversal, error) {
	if v.ID == "" || v.BalanceTransaction == nil || v.DestinationPaymentRefund == nil {
		return nil, errNoObject
	}
	returned, err := transactionOf(provider.Platform, v.BalanceTransaction)
	if err != nil {
		return nil, err
	}
	p := &sdk.RefundParams{}
	p.AddExpand("balance_transaction")
	p.SetStripeAccount(account)
	left, err := read(ctx, v.DestinationPaymentRefund.ID, p, c.jobs.Refunds.Get)
	if err != nil {
		return nil, err
	}
	if left.BalanceTransaction == nil {
		return nil, errors.New("reversal " + v.ID + " has not left yet")
	}
	taken, err := transactionOf(account, left.BalanceTransaction)
	if err != nil {
		return nil, err
	}
	return &payout.ProviderReversal{ID: v.ID, Returned: returned, Taken: taken}, nil
}

// CreateDebit implements payout.ReversalGateway: a transfer that the seller's
// account makes to the platform's. The seller must have consented to it.
func (c *Client) CreateDebit(ctx context.Context, d payout.ReversalDraft) (*payout.ProviderReversal, error) {
	units, err := toStripe(d.Amount)
	if err != nil {
		return nil, err
	}
	platform, err := c.platformAccount(ctx)
	if err != nil {
		return nil, err
	}
	p := &sdk.TransferParams{
		Amount: sdk.Int64(units), Currency: sdk.String(d.Amount.Currency.Lower()), Destination: sdk.String(platform),
		TransferGroup: sdk.String(d.Group), Metadata: map[string]string{metaReversal: string(d.ReversalID)},
	}
	p.AddExpand("balance_transaction")
	p.SetStripeAccount(d.Account)
	made, err := change(ctx, string(d.ReversalID), p, c.jobs.Transfers.New)
	if err != nil {
		return nil, err
	}
	v, err := c.debitOf(ctx, d.Account, made)
	if err != nil {
		return nil, doubt(err)
	}
	return v, nil
}

// FindDebit implements payout.ReversalGateway.
func (c *Client) FindDebit(ctx context.Context, d payout.ReversalDraft) (*payout.ProviderReversal, error) {
	p := &sdk.TransferListParams{ListParams: list(ctx, d.Account), TransferGroup: sdk.String(d.Group)}
	p.AddExpand("data.balance_transaction")
	var found *sdk.Transfer
	all := c.jobs.Transfers.List(p)
	for all.Next() {
		t := all.Transfer()
		if t.Metadata[metaReversal] != string(d.ReversalID) {
			continue
		}
		if found != nil {
			return nil, fmt.Errorf("%s was sent twice, as %s and as %s", d.ReversalID, found.ID, t.ID)
		}
		found = t
	}
	if err := classify(all.Err()); err != nil || found == nil {
		return nil, err
	}
	v, err := c.debitOf(ctx, d.Account, found)
	if err != nil {
		return nil, doubt(err)
	}
	return v, nil
}

// debitOf completes a debit with the payment that it became on the platform.
func (c *Client) debitOf(ctx context.Context, account string, t *sdk.Transfer) (*payout.ProviderReversal, error) {
	if t.ID == "" || t.BalanceTransaction == nil || t.DestinationPayment == nil {
		return nil, errNoObject
	}
	taken, err := transactionOf(account, t.BalanceTransaction)
	if err != nil {
		return nil, err
	}
	p := &sdk.ChargeParams{}
	p.AddExpand("balance_transaction")
	arrived, err := read(ctx, t.DestinationPayment.ID, p, c.jobs.Charges.Get)
	if err != nil {
		return nil, err
	}
	if arrived.BalanceTransaction == nil {
		return nil, errors.New("debit " + t.ID + " has not arrived yet")
	}
	returned, err := transactionOf(provider.Platform, arrived.BalanceTransaction)
	if err != nil {
		return nil, err
	}
	return &payout.ProviderReversal{ID: t.ID, Returned: returned, Taken: taken}, nil
}

// platformAccount is our own account, as a destination names it.
func (c *Client) platformAccount(ctx context.Context) (string, error) {
	own, err := c.ownAccount(ctx)
	if err != nil {
		return "", err
	}
	return own.ID, nil
}

// PayoutSchedule implements reconciliation.Gateway.
func (c *Client) PayoutSchedule(ctx context.Context) (string, error) {
	own, err := c.ownAccount(ctx)
	if err != nil {
		return "", err
	}
	if own.Settings == nil || own.Settings.Payouts == nil || own.Settings.Payouts.Schedule == nil {
		return "", errNoObject
	}
	return string(own.Settings.Payouts.Schedule.Interval), nil
}

func (c *Client) ownAccount(ctx context.Context) (*sdk.Account, error) {
	own, err := read(ctx, provider.Platform, &sdk.AccountParams{}, func(_ string, p *sdk.AccountParams) (*sdk.Account, error) {
		own := &sdk.Account{}
		return own, c.jobs.Accounts.B.Call("GET", "/v1/account", c.jobs.Accounts.Key, p, own)
	})
	if err != nil {
		return nil, err
	}
	if own.ID == "" {
		return nil, errNoObject
	}
	return own, nil
}
