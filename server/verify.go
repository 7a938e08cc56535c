package server

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/statement"
)

// verifier reads the whole of a context's data and tells what does not hold.
type verifier struct {
	context string
	verify  func(ctx context.Context, q db.Querier) ([]check.Finding, error)
}

func (a *App) verifiers() []verifier {
	return []verifier{
		{"inventory", inventory.Verify},
		{"order", order.Verify},
		{"ledger", ledger.Verify},
		{"payment", payment.Verify},
		{"payout", payout.Verify},
		{"refund", refund.Verify},
		{"charge", charge.Verify},
		{"statement", statement.Verify},
		{"audit", a.Audit.Verify},
	}
}

// Verify checks the invariants of all contexts on one snapshot of the
// database. An empty list means that all of them hold. It calls progress, when
// not nil, before each context.
func (a *App) Verify(ctx context.Context, progress func(context string)) ([]check.Finding, error) {
	findings := []check.Finding{}
	err := a.DB.View(ctx, func(ctx context.Context, q db.Querier) error {
		for _, v := range a.verifiers() {
			if progress != nil {
				progress(v.context)
			}
			found, err := v.verify(ctx, q)
			if err != nil {
				return fmt.Errorf("verify %s: %w", v.context, err)
			}
			findings = append(findings, found...)
		}
		return nil
	})
	return findings, err
}
