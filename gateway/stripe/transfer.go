package stripe

import (
	"context"
	"errors"
	"fmt"
	"maps"

	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
)

// CreateTransfer implements payout.TransferGateway. A transfer that draws on a
// charge needs no available balance, and its money becomes available when the
// charge's does.
func (c *Client) CreateTransfer(ctx context.Context, d payout.TransferDraft) (*payout.ProviderTransfer, error) {
	units, err := toStripe(d.Amount)
	if err != nil {
		return nil, err
	}
	p := &sdk.TransferParams{
		Amount:            sdk.Int64(units),
		Currency:          sdk.String(d.Amount.Currency.Lower()),
		Destination:       sdk.String(d.Destination),
		SourceTransaction: optional(d.ChargeID),
		TransferGroup:     sdk.String(d.Group),
		Metadata:          map[string]string{},
	}
	maps.Copy(p.Metadata, d.Metadata)
	p.Metadata[metaTransfer] = string(d.TransferID) // FindTransfer looks for it
	p.AddExpand("balance_transaction")
	made, err := change(ctx, string(d.TransferID), p, c.jobs.Transfers.New)
	if err != nil {
		return nil, err
	}
	// The money has moved. Whatever goes wrong from here on is no refusal.
	t, err := c.transferOf(ctx, made)
	if err != nil {
		return nil, doubt(err)
	}
	return t, nil
}

// FindTransfer implements payout.TransferGateway. It reads the whole group,
// because two transfers with one identifier would be money sent twice: that is
// an error, and no choice between them.
func (c *Client) FindTransfer(ctx context.Context, group string, transferID payout.TransferID) (*payout.ProviderTransfer, error) {
	p := &sdk.TransferListParams{ListParams: list(ctx, ""), TransferGroup: sdk.String(group)}
	p.AddExpand("data.balance_transaction")
	var found *sdk.Transfer
	all := c.jobs.Transfers.List(p)
	for all.Next() {
		t := all.Transfer()
		if t.Metadata[metaTransfer] != string(transferID) {
			continue
		}
		if found != nil {
			return nil, fmt.Errorf("%s was sent twice, as %s and as %s", transferID, found.ID, t.ID)
		}
		found = t
	}
	if err := classify(all.Err()); err != nil || found == nil {
		return nil, err
	}
	t, err := c.transferOf(ctx, found)
	if err != nil {
		return nil, doubt(err)
	}
	return t, nil
}

// transferOf completes a transfer with the movement on the other side: the
// payment that it became on the connected account.
func (c *Client) transferOf(ctx context.Context, t *sdk.Transfer) (*payout.ProviderTransfer, error) {
	if t.ID == "" || t.BalanceTransaction == nil || t.Destination == nil || t.DestinationPayment == nil {
		return nil, errNoObject
	}
	sent, err := transactionOf(provider.Platform, t.BalanceTransaction)
	if err != nil {
		return nil, err
	}
	p := &sdk.ChargeParams{}
	p.AddExpand("balance_transaction")
	p.SetStripeAccount(t.Destination.ID)
	arrived, err := read(ctx, t.DestinationPayment.ID, p, c.jobs.Charges.Get)
	if err != nil {
		return nil, err
	}
	if arrived.BalanceTransaction == nil {
		return nil, errors.New("transfer " + t.ID + " has not arrived yet")
	}
	received, err := transactionOf(t.Destination.ID, arrived.BalanceTransaction)
	if err != nil {
		return nil, err
	}
	return &payout.ProviderTransfer{ID: t.ID, Sent: sent, Received: received}, nil
}
