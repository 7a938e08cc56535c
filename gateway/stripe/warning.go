package stripe

import (
	"context"
	"time"

	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/domain/dispute"
)

// GetWarning implements dispute.Gateway.
func (c *Client) GetWarning(ctx context.Context, warningID string) (*dispute.ProviderWarning, error) {
	found, err := read(ctx, warningID, &sdk.RadarEarlyFraudWarningParams{}, c.jobs.RadarEarlyFraudWarnings.Get)
	if err != nil {
		return nil, err
	}
	return warningOf(found)
}

// ListWarnings implements dispute.Gateway, newest first.
func (c *Client) ListWarnings(ctx context.Context, since time.Time, fn func(*dispute.ProviderWarning) error) error {
	p := &sdk.RadarEarlyFraudWarningListParams{
		ListParams: list(ctx, ""), CreatedRange: &sdk.RangeQueryParams{GreaterThanOrEqual: since.Unix()},
	}
	all := c.jobs.RadarEarlyFraudWarnings.List(p)
	for all.Next() {
		w, err := warningOf(all.RadarEarlyFraudWarning())
		if err == nil {
			err = fn(w)
		}
		if err != nil {
			return err
		}
	}
	return classify(all.Err())
}

// warningOf keeps Stripe's word for the kind of fraud: it is shown, and nothing
// is decided by it.
func warningOf(w *sdk.RadarEarlyFraudWarning) (*dispute.ProviderWarning, error) {
	if w.ID == "" || w.Charge == nil {
		return nil, errNoObject
	}
	return &dispute.ProviderWarning{
		ID: w.ID, ChargeID: w.Charge.ID, IntentID: nameOf(w.PaymentIntent), FraudType: legible(string(w.FraudType)),
		IsActionable: w.Actionable, WarnedAt: instant(w.Created),
	}, nil
}
