package refund

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/check"
)

// Verify reads all refunds and tells where they break M3: refunded ≤ captured,
// per line and per payment, and what buyers wait for is what the ledger says.
func Verify(ctx context.Context, q db.Querier) ([]check.Finding, error) {
	rows, err := selectDiscrepancies(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify refunds: %w", err)
	}
	promises, err := selectPromises(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify what buyers are promised: %w", err)
	}
	var findings []check.Finding
	for _, d := range append(rows, promises...) {
		findings = append(findings, check.Finding{Invariant: "M3", Subject: d.ID, Detail: d.Detail})
	}
	return findings, nil
}
