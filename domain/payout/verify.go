package payout

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/check"
)

// Verify reads all releases and transfers and tells where they break M2:
// Σ transfers ≤ what the seller was allocated, net of commission.
func Verify(ctx context.Context, q db.Querier) ([]check.Finding, error) {
	rows, err := selectDiscrepancies(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify payouts: %w", err)
	}
	findings := make([]check.Finding, 0, len(rows))
	for _, d := range rows {
		findings = append(findings, check.Finding{Invariant: "M2", Subject: d.ID, Detail: d.Detail})
	}
	return findings, nil
}
