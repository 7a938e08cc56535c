package payment

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/check"
)

// Verify reads all payments and tells where they break M2 (captured = Σ
// allocations) and M5 (one completed cart, one order, one captured payment).
func Verify(ctx context.Context, q db.Querier) ([]check.Finding, error) {
	allocations, err := selectWrongAllocations(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify allocations: %w", err)
	}
	unpaired, err := selectUnpaired(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify payments: %w", err)
	}
	var findings []check.Finding
	for _, d := range allocations {
		findings = append(findings, check.Finding{Invariant: "M2", Subject: d.ID, Detail: d.Detail})
	}
	for _, d := range unpaired {
		findings = append(findings, check.Finding{Invariant: "M5", Subject: d.ID, Detail: d.Detail})
	}
	return findings, nil
}
