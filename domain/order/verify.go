package order

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/check"
)

// Verify reads all orders and tells where totals are not the sums they must be, and
// of which lines more has left than was bought.
func Verify(ctx context.Context, q db.Querier) ([]check.Finding, error) {
	rows, err := selectWrongSums(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify orders: %w", err)
	}
	oversent, err := selectOversent(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify shipments: %w", err)
	}
	findings := make([]check.Finding, 0, len(rows))
	for _, r := range rows {
		findings = append(findings, check.Finding{
			Invariant: "M2", Subject: r.ID,
			Detail: fmt.Sprintf("says %d, its parts sum to %d", r.Total, r.Parts),
		})
	}
	for _, r := range oversent {
		findings = append(findings, check.Finding{
			Invariant: "F1", Subject: r.ID,
			Detail: fmt.Sprintf("%d were bought, %d have left", r.Total, r.Parts),
		})
	}
	return findings, nil
}
