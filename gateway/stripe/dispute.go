package stripe

import (
	"context"
	"fmt"
	"time"

	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/provider"
)

// GetDispute implements dispute.Gateway.
func (c *Client) GetDispute(ctx context.Context, disputeID string) (*dispute.ProviderDispute, error) {
	found, err := read(ctx, disputeID, &sdk.DisputeParams{}, c.jobs.Disputes.Get)
	if err != nil {
		return nil, err
	}
	return disputeOf(found)
}

// ListDisputes implements dispute.Gateway, newest first.
func (c *Client) ListDisputes(ctx context.Context, since time.Time, fn func(*dispute.ProviderDispute) error) error {
	p := &sdk.DisputeListParams{ListParams: list(ctx, ""), CreatedRange: &sdk.RangeQueryParams{GreaterThanOrEqual: since.Unix()}}
	all := c.jobs.Disputes.List(p)
	for all.Next() {
		d, err := disputeOf(all.Dispute())
		if err == nil {
			err = fn(d)
		}
		if err != nil {
			return err
		}
	}
	return classify(all.Err())
}

func disputeOf(d *sdk.Dispute) (*dispute.ProviderDispute, error) {
	if d.ID == "" || d.Charge == nil {
		return nil, errNoObject
	}
	amount, err := fromStripe(d.Amount, d.Currency)
	if err != nil {
		return nil, fmt.Errorf("dispute %s: %w", d.ID, err)
	}
	out := &dispute.ProviderDispute{
		ID: d.ID, ChargeID: d.Charge.ID, Amount: amount, Reason: legible(string(d.Reason)), Status: disputeStatus(d.Status),
	}
	if d.EvidenceDetails != nil && d.EvidenceDetails.DueBy > 0 {
		due := instant(d.EvidenceDetails.DueBy)
		out.DueBy = &due
	}
	for _, t := range d.BalanceTransactions {
		moved, err := transactionOf(provider.Platform, t)
		if err != nil {
			return nil, err
		}
		out.Movements = append(out.Movements, moved)
	}
	return out, nil
}

// disputeStatus maps Stripe's states. A state that is not known is open: money
// is kept aside, and nothing is decided by it.
func disputeStatus(s sdk.DisputeStatus) dispute.Status {
	switch s {
	case sdk.DisputeStatusWarningNeedsResponse, sdk.DisputeStatusWarningUnderReview:
		return dispute.StatusInquiry
	case sdk.DisputeStatusWarningClosed, "prevented":
		return dispute.StatusClosed
	case sdk.DisputeStatusWon:
		return dispute.StatusWon
	case sdk.DisputeStatusLost:
		return dispute.StatusLost
	default:
		return dispute.StatusOpen
	}
}
