package stripe

import (
	"context"
	"fmt"
	"time"

	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/refund"
)

// CreateRefund implements refund.Gateway. Transfers are not touched by it: they
// are taken back by themselves.
func (c *Client) CreateRefund(ctx context.Context, d refund.Draft) (*refund.ProviderRefund, error) {
	units, err := toStripe(d.Amount)
	if err != nil {
		return nil, err
	}
	p := &sdk.RefundParams{
		Charge: sdk.String(d.ChargeID), Amount: sdk.Int64(units), Reason: sdk.String(refundReason(d.Reason)),
		Metadata: map[string]string{metaRefund: string(d.RefundID)},
	}
	expandRefund(p, "")
	made, err := change(ctx, string(d.RefundID), p, c.jobs.Refunds.New)
	if err != nil {
		return nil, err
	}
	r, err := refundOf(made)
	if err != nil {
		return nil, doubt(err)
	}
	return r, nil
}

// refundReason is the nearest of the three that Stripe knows.
func refundReason(r refund.Reason) string {
	switch r {
	case refund.ReasonDuplicate:
		return string(sdk.RefundReasonDuplicate)
	case refund.ReasonFraudulent:
		return string(sdk.RefundReasonFraudulent)
	case refund.ReasonReturned, refund.ReasonCancelled, refund.ReasonNotReceived, refund.ReasonDamaged, refund.ReasonNotAsPromise,
		refund.ReasonGoodwill, refund.ReasonOther:
	}
	return string(sdk.RefundReasonRequestedByCustomer)
}

func expandRefund(p interface{ AddExpand(string) }, prefix string) {
	p.AddExpand(prefix + "balance_transaction")
	p.AddExpand(prefix + "failure_balance_transaction")
}

// FindRefund implements refund.Gateway. Two with one identifier would be money
// given back twice: that is an error.
func (c *Client) FindRefund(ctx context.Context, chargeID string, refundID refund.ID) (*refund.ProviderRefund, error) {
	p := &sdk.RefundListParams{ListParams: list(ctx, ""), Charge: sdk.String(chargeID)}
	expandRefund(p, "data.")
	var found *sdk.Refund
	all := c.jobs.Refunds.List(p)
	for all.Next() {
		r := all.Refund()
		if r.Metadata[metaRefund] != string(refundID) {
			continue
		}
		if found != nil {
			return nil, fmt.Errorf("%s was sent twice, as %s and as %s", refundID, found.ID, r.ID)
		}
		found = r
	}
	if err := classify(all.Err()); err != nil || found == nil {
		return nil, err
	}
	return refundOf(found)
}

// ListRefunds implements refund.Gateway, newest first.
func (c *Client) ListRefunds(ctx context.Context, since time.Time, fn func(*refund.ProviderRefund) error) error {
	p := &sdk.RefundListParams{ListParams: list(ctx, ""), CreatedRange: &sdk.RangeQueryParams{GreaterThanOrEqual: since.Unix()}}
	expandRefund(p, "data.")
	all := c.jobs.Refunds.List(p)
	for all.Next() {
		r, err := refundOf(all.Refund())
		if err == nil {
			err = fn(r)
		}
		if err != nil {
			return err
		}
	}
	return classify(all.Err())
}

// GetRefund implements refund.Gateway.
func (c *Client) GetRefund(ctx context.Context, refundID string) (*refund.ProviderRefund, error) {
	p := &sdk.RefundParams{}
	expandRefund(p, "")
	found, err := read(ctx, refundID, p, c.jobs.Refunds.Get)
	if err != nil {
		return nil, err
	}
	return refundOf(found)
}

// CancelRefund implements refund.Gateway. Cancelling twice is cancelling once,
// whatever the key; each call has one of its own, as that of an intent.
func (c *Client) CancelRefund(ctx context.Context, refundID string) (*refund.ProviderRefund, error) {
	p := &sdk.RefundCancelParams{}
	expandRefund(p, "")
	made, err := change(ctx, refundID+":cancel:"+id.New[string]("try"), p, func(p *sdk.RefundCancelParams) (*sdk.Refund, error) {
		return c.patient.Refunds.Cancel(refundID, p)
	})
	if err != nil {
		return nil, err
	}
	r, err := refundOf(made)
	if err != nil {
		return nil, doubt(err)
	}
	return r, nil
}

func refundOf(r *sdk.Refund) (*refund.ProviderRefund, error) {
	if r.ID == "" {
		return nil, errNoObject
	}
	amount, err := fromStripe(r.Amount, r.Currency)
	if err != nil {
		return nil, fmt.Errorf("refund %s: %w", r.ID, err)
	}
	out := &refund.ProviderRefund{
		ID: r.ID, RefundID: refund.ID(r.Metadata[metaRefund]), IntentID: nameOf(r.PaymentIntent), Amount: amount,
		Status: refundStatus(r.Status), Failure: legible(string(r.FailureReason)),
	}
	if r.Charge != nil {
		out.ChargeID = r.Charge.ID
	}
	if out.Transaction, err = movementOf(r.BalanceTransaction); err != nil {
		return nil, err
	}
	out.Returned, err = movementOf(r.FailureBalanceTransaction)
	return out, err
}

// movementOf reads a movement of the platform's balance that may not be there.
func movementOf(t *sdk.BalanceTransaction) (*provider.Transaction, error) {
	if t == nil || t.Currency == "" { // bare when it was not asked for
		return nil, nil
	}
	moved, err := transactionOf(provider.Platform, t)
	if err != nil {
		return nil, err
	}
	return &moved, nil
}

// refundStatus maps Stripe's states. Whatever has not ended, known or new, is
// pending: nothing is decided by it.
func refundStatus(s sdk.RefundStatus) refund.Status {
	switch s {
	case sdk.RefundStatusSucceeded:
		return refund.StatusSucceeded
	case sdk.RefundStatusFailed:
		return refund.StatusFailed
	case sdk.RefundStatusCanceled:
		return refund.StatusCancelled
	case sdk.RefundStatusRequiresAction:
		return refund.StatusRequiresAction
	default:
		return refund.StatusPending
	}
}
