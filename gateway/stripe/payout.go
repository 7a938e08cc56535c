package stripe

import (
	"context"
	"fmt"
	"time"

	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/domain/payout"
)

// clocksApart is by how much Stripe's clock may be behind ours.
const clocksApart = time.Minute

// CreatePayout implements payout.PayoutGateway.
func (c *Client) CreatePayout(ctx context.Context, d payout.Draft) (*payout.ProviderPayout, error) {
	units, err := toPayout(d.Amount)
	if err != nil {
		return nil, err
	}
	p := &sdk.PayoutParams{
		Amount:              sdk.Int64(units),
		Currency:            sdk.String(d.Amount.Currency.Lower()),
		StatementDescriptor: sdk.String(descriptor("PAYOUT", d.Description)),
		Metadata:            map[string]string{metaPayout: string(d.PayoutID)},
	}
	if d.IsInstant {
		p.Method = sdk.String(string(sdk.PayoutMethodInstant))
	}
	p.SetStripeAccount(d.Account)
	made, err := change(ctx, string(d.PayoutID), p, c.jobs.Payouts.New)
	if err != nil {
		return nil, err
	}
	out, err := payoutOf(made)
	if err != nil {
		return nil, doubt(err)
	}
	return out, nil
}

// FindPayout implements payout.PayoutGateway. It reads all payouts of the
// account since then; two with one identifier are an error.
func (c *Client) FindPayout(ctx context.Context, accountID string, payoutID payout.ID, since time.Time) (*payout.ProviderPayout, error) {
	p := &sdk.PayoutListParams{
		ListParams:   list(ctx, accountID),
		CreatedRange: &sdk.RangeQueryParams{GreaterThanOrEqual: since.Add(-clocksApart).Unix()},
	}
	var found *sdk.Payout
	all := c.jobs.Payouts.List(p)
	for all.Next() {
		o := all.Payout()
		if o.Metadata[metaPayout] != string(payoutID) {
			continue
		}
		if found != nil {
			return nil, fmt.Errorf("%s was sent twice, as %s and as %s", payoutID, found.ID, o.ID)
		}
		found = o
	}
	if err := classify(all.Err()); err != nil || found == nil {
		return nil, err
	}
	return payoutOf(found)
}

// GetPayout implements payout.PayoutGateway.
func (c *Client) GetPayout(ctx context.Context, accountID, payoutID string) (*payout.ProviderPayout, error) {
	p := &sdk.PayoutParams{}
	p.SetStripeAccount(accountID)
	found, err := read(ctx, payoutID, p, c.jobs.Payouts.Get)
	if err != nil {
		return nil, err
	}
	return payoutOf(found)
}

func payoutOf(o *sdk.Payout) (*payout.ProviderPayout, error) {
	if o.ID == "" {
		return nil, errNoObject
	}
	amount, err := fromStripe(o.Amount, o.Currency)
	if err != nil {
		return nil, fmt.Errorf("payout %s: %w", o.ID, err)
	}
	out := &payout.ProviderPayout{
		ID: o.ID, PayoutID: payout.ID(o.Metadata[metaPayout]), Amount: amount, Status: payoutStatus(o.Status),
		FailureCode: string(o.FailureCode),
	}
	if at := instant(o.ArrivalDate); !at.IsZero() {
		out.ExpectedAt = &at
	}
	if t := o.BalanceTransaction; t != nil {
		out.Transaction = t.ID
	}
	if t := o.FailureBalanceTransaction; t != nil {
		out.Returned = t.ID
	}
	return out, nil
}

// payoutStatus maps Stripe's states. A new one is taken for being on the way:
// nothing is decided by it, and the payout is read again.
func payoutStatus(s sdk.PayoutStatus) payout.Status {
	switch s {
	case sdk.PayoutStatusPending:
		return payout.StatusPending
	case sdk.PayoutStatusPaid:
		return payout.StatusPaid
	case sdk.PayoutStatusFailed:
		return payout.StatusFailed
	case sdk.PayoutStatusCanceled:
		return payout.StatusCancelled
	default:
		return payout.StatusInTransit
	}
}
