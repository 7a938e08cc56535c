package tax

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
)

type remittanceKey struct {
	ID ID `json:"i"`
}

// Find lists remittances, newest first, also those that were taken back, for callers
// that may see them.
func (s *Service) Find(ctx context.Context, w page.Window) (*page.Connection[Remittance], error) {
	rows, err := selectRemittances(ctx, s.db.Read(ctx), w)
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(r *Remittance) any { return remittanceKey{r.ID} }), nil
}

// Payables tells what is payable to each authority as things stand, by jurisdiction
// and currency, VAT on commission and charges first. What is even is left out.
func (s *Service) Payables(ctx context.Context) ([]*Payable, error) {
	rows, err := selectPayables(ctx, s.db.Read(ctx))
	if err != nil {
		return nil, fmt.Errorf("sum taxes payable: %w", err)
	}
	return rows, nil
}

// Sum is what was remitted for one jurisdiction in one currency.
type Sum struct {
	Jurisdiction string
	Currency     money.Currency
	AmountMinor  int64
}

// Span is which remittances are summed: those of periods whose last day, at noon UTC,
// lies from From on and before To, so that days of any time zone find their period.
// With AsOf they are as they were before that instant.
type Span struct {
	From, To time.Time
	AsOf     *time.Time
}

// Sums sums what was remitted of taxes on sales, without what was taken back.
func Sums(ctx context.Context, q db.Querier, s Span) ([]*Sum, error) {
	rows, err := selectSums(ctx, q, s)
	if err != nil {
		return nil, fmt.Errorf("sum what was remitted: %w", err)
	}
	return rows, nil
}

// Verify reads all remittances and tells which of them, or of their reversals, the
// ledger does not know (M2).
func Verify(ctx context.Context, q db.Querier) ([]check.Finding, error) {
	rows, err := selectDiscrepancies(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify remittances: %w", err)
	}
	findings := make([]check.Finding, 0, len(rows))
	for _, d := range rows {
		findings = append(findings, check.Finding{Invariant: "M2", Subject: d.ID, Detail: d.Detail})
	}
	return findings, nil
}

func notFound(err error) error {
	if errors.Is(err, db.ErrNotFound) {
		return ErrNotFound
	}
	return err
}
