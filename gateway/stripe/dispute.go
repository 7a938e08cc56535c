package stripe

import (
	"bytes"
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

// SendFile implements dispute.Gateway.
func (c *Client) SendFile(ctx context.Context, key, name string, content []byte) (string, error) {
	p := &sdk.FileParams{
		FileReader: bytes.NewReader(content), Filename: sdk.String(name), Purpose: sdk.String(string(sdk.FilePurposeDisputeEvidence)),
	}
	made, err := change(ctx, key, p, c.jobs.Files.New)
	if err != nil {
		return "", err
	}
	if made.ID == "" {
		return "", doubt(errNoObject)
	}
	return made.ID, nil
}

// clocksDiffer is how far Stripe's clock may be behind ours when something is looked
// for by its time.
const clocksDiffer = time.Hour

// FindFile implements dispute.Gateway. A file has no metadata: our id is in its name.
func (c *Client) FindFile(ctx context.Context, name string, since time.Time) (string, error) {
	p := &sdk.FileListParams{
		ListParams: list(ctx, ""), Purpose: sdk.String(string(sdk.FilePurposeDisputeEvidence)),
		CreatedRange: &sdk.RangeQueryParams{GreaterThanOrEqual: since.Add(-clocksDiffer).Unix()},
	}
	all := c.jobs.Files.List(p)
	for all.Next() {
		if f := all.File(); f.Filename == name {
			return f.ID, nil // one that was sent twice is the same both times
		}
	}
	return "", classify(all.Err())
}

// SubmitEvidence implements dispute.Gateway.
func (c *Client) SubmitEvidence(ctx context.Context, disputeID, key string, e dispute.Evidence, files map[dispute.Field]string) (*dispute.ProviderDispute, error) {
	p := &sdk.DisputeParams{Submit: sdk.Bool(true), Evidence: &sdk.DisputeEvidenceParams{
		ProductDescription: optional(e.ProductDescription), CustomerName: optional(e.BuyerName),
		CustomerEmailAddress: optional(e.BuyerEmail), ShippingAddress: optional(e.ShippingAddress),
		ShippingCarrier: optional(e.ShippingCarrier), ShippingDate: optional(e.ShippingDate),
		ShippingTrackingNumber: optional(e.TrackingNumber), RefundPolicyDisclosure: optional(e.RefundPolicy),
		RefundRefusalExplanation: optional(e.RefundRefusal), UncategorizedText: optional(e.Statement),

		Receipt: optional(files[dispute.FieldReceipt]), ShippingDocumentation: optional(files[dispute.FieldShipping]),
		CustomerCommunication: optional(files[dispute.FieldCommunication]), CustomerSignature: optional(files[dispute.FieldSignature]),
		RefundPolicy: optional(files[dispute.FieldRefundPolicy]), CancellationPolicy: optional(files[dispute.FieldCancellation]),
		ServiceDocumentation:         optional(files[dispute.FieldService]),
		DuplicateChargeDocumentation: optional(files[dispute.FieldDuplicateCharge]), UncategorizedFile: optional(files[dispute.FieldOther]),
	}}
	made, err := change(ctx, key, p, func(p *sdk.DisputeParams) (*sdk.Dispute, error) { return c.jobs.Disputes.Update(disputeID, p) })
	if err != nil {
		return nil, err
	}
	return disputeOf(made)
}

// CloseDispute implements dispute.Gateway.
func (c *Client) CloseDispute(ctx context.Context, disputeID, key string) (*dispute.ProviderDispute, error) {
	made, err := change(ctx, key, &sdk.DisputeParams{}, func(p *sdk.DisputeParams) (*sdk.Dispute, error) {
		return c.jobs.Disputes.Close(disputeID, p)
	})
	if err != nil {
		return nil, err
	}
	return disputeOf(made)
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
		ID: d.ID, ChargeID: d.Charge.ID, IntentID: nameOf(d.PaymentIntent), Amount: amount,
		Reason: legible(string(d.Reason)), Status: disputeStatus(d.Status),
	}
	if details := d.EvidenceDetails; details != nil {
		out.Submissions = details.SubmissionCount
		if details.DueBy > 0 {
			due := instant(details.DueBy)
			out.DueBy = &due
		}
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
