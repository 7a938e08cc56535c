package ledger

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/check"
)

// Verify reads the whole ledger and tells where it breaks M1 (every journal
// sums to zero in each book) and M2 (no account of a seller is overdrawn).
func Verify(ctx context.Context, q db.Querier) ([]check.Finding, error) {
	var findings []check.Finding
	rows, err := selectUnbalanced(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify journals: %w", err)
	}
	for _, r := range rows {
		findings = append(findings, check.Finding{
			Invariant: "M1", Subject: r.JournalID,
			Detail: fmt.Sprintf("entries sum to %d %s, expected 0 in each book", r.SumMinor, r.Currency),
		})
	}
	overdrawn, err := selectNegativeSellers(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify sellers' accounts: %w", err)
	}
	for _, a := range overdrawn {
		findings = append(findings, check.Finding{
			Invariant: "M2", Subject: Account{a.Account, a.SellerID}.String(),
			Detail: fmt.Sprintf("overdrawn: balance %d %s", a.AmountMinor, a.Currency),
		})
	}
	return findings, nil
}
