package server

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/domain/tax"
)

// verifier reads the whole of a context's data and tells what does not hold.
type verifier struct {
	context string
	verify  func(ctx context.Context, q db.Querier) ([]check.Finding, error)
}

// Verified is how far the chains were verified: that of the ledger and that of the
// audit log. The zero value is not at all.
type Verified struct {
	ledger ledger.Mark
	audit  audit.Mark
}

func (a *App) verifiers(from *Verified) []verifier {
	return []verifier{
		{"inventory", inventory.Verify},
		{"order", order.Verify},
		{"ledger", func(ctx context.Context, q db.Querier) ([]check.Finding, error) {
			return ledger.VerifySince(ctx, q, &from.ledger)
		}},
		{"payment", payment.Verify},
		{"payout", payout.Verify},
		{"refund", refund.Verify},
		{"charge", charge.Verify},
		{"tax", tax.Verify},
		{"statement", statement.Verify},
		{"audit", func(ctx context.Context, q db.Querier) ([]check.Finding, error) {
			return a.Audit.VerifySince(ctx, q, &from.audit)
		}},
	}
}

// Verify checks the invariants of all contexts on one snapshot of the
// database. An empty list means that all of them hold. It calls progress, when
// not nil, before each context.
func (a *App) Verify(ctx context.Context, progress func(context string)) ([]check.Finding, error) {
	return a.verify(ctx, &Verified{}, progress)
}

// VerifySince is Verify, but for the chains, which it reads on from where they were
// verified before: it is for whoever verifies again and again, and verifies all in
// the end.
func (a *App) VerifySince(ctx context.Context, from *Verified) ([]check.Finding, error) {
	return a.verify(ctx, from, nil)
}

func (a *App) verify(ctx context.Context, from *Verified, progress func(context string)) ([]check.Finding, error) {
	findings := []check.Finding{}
	err := a.DB.View(ctx, func(ctx context.Context, q db.Querier) error {
		for _, v := range a.verifiers(from) {
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
