package report

import (
	"context"
	"fmt"
	"slices"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/domain/tax"
)

// spanMax is the longest span of one report.
const spanMax = 2 * 366 * 24 * time.Hour

// Service makes reports.
type Service struct {
	db   *db.DB
	sums *lru.Cache[payout.ID, *partSums]
}

// New returns the service.
func New(d *db.DB) *Service {
	sums, _ := lru.New[payout.ID, *partSums](sumsKept) // it fails for a size below one only
	return &Service{db: d, sums: sums}
}

// Check returns ErrSpan for a span that is none or too long.
func (s Span) Check() error {
	if !s.From.Before(s.To) || s.To.Sub(s.From) > spanMax {
		return ErrSpan
	}
	return nil
}

// YearOf returns a calendar year, UTC, or ErrSpan.
func YearOf(year int) (Span, error) {
	if year < 2000 || year > 9999 {
		return Span{}, ErrSpan.Saying("Give a year such as 2026.").At("year")
	}
	from := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	return Span{from, from.AddDate(1, 0, 0)}, nil
}

// Sales pages through what sellers have sold within a span, by seller and currency,
// as of an instant: nil is now. It returns ErrSpan.
func (s *Service) Sales(ctx context.Context, span Span, asOf *time.Time, w page.Window) (*page.Connection[SalesRow], error) {
	if err := span.Check(); err != nil {
		return nil, err
	}
	var rows []*SalesRow
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		purses, err := selectPurses(ctx, q, w)
		if err != nil {
			return err
		}
		rows, err = sales(ctx, q, purses, span.until(asOf))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("report sales: %w", err)
	}
	return page.Connect(w, rows, func(r *SalesRow) any { return r.Purse }), nil
}

// DAC7 pages through what is reported to the tax authorities of the EU for a year, by
// seller and currency, with its four quarters. It returns ErrSpan.
func (s *Service) DAC7(ctx context.Context, year int, asOf *time.Time, w page.Window) (*page.Connection[YearRow], error) {
	return s.years(ctx, yearly{KindDAC7, year, 4}, asOf, w)
}

// Form1099K pages through what is reported to the tax authority of the United States
// for a year, by seller and currency, with its twelve months. It returns ErrSpan.
func (s *Service) Form1099K(ctx context.Context, year int, asOf *time.Time, w page.Window) (*page.Connection[YearRow], error) {
	return s.years(ctx, yearly{KindForm1099K, year, 12}, asOf, w)
}

// yearly is a year in equal parts.
type yearly struct {
	kind  Kind
	year  int
	parts int
}

// bounds are the first instants of the parts, and the end of the last one, cut off at
// an instant.
func (y yearly) bounds(asOf *time.Time) ([]time.Time, error) {
	span, err := YearOf(y.year)
	if err != nil {
		return nil, err
	}
	bounds := make([]time.Time, y.parts+1)
	for i := range bounds {
		bounds[i] = span.From.AddDate(0, i*12/y.parts, 0)
		if asOf != nil && bounds[i].After(*asOf) {
			bounds[i] = *asOf
		}
	}
	return bounds, nil
}

func (s *Service) years(ctx context.Context, y yearly, asOf *time.Time, w page.Window) (*page.Connection[YearRow], error) {
	bounds, err := y.bounds(asOf)
	if err != nil {
		return nil, err
	}
	var rows []*YearRow
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		purses, err := selectPurses(ctx, q, w)
		if err != nil {
			return err
		}
		rows, err = years(ctx, q, purses, y, bounds)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("report %d: %w", y.year, err)
	}
	return page.Connect(w, rows, func(r *YearRow) any { return r.Purse }), nil
}

// sales sums one span for some purses.
func sales(ctx context.Context, q db.Querier, purses []*Purse, span Span) ([]*SalesRow, error) {
	figures, err := selectFigures(ctx, q, purses, []time.Time{span.From, span.To})
	if err != nil {
		return nil, err
	}
	promotions, err := selectPromotions(ctx, q, purses, span)
	if err != nil {
		return nil, err
	}
	rows := make([]*SalesRow, len(purses))
	for i, p := range purses {
		rows[i] = &SalesRow{Purse: *p, PromotionMinor: promotions[*p].paid, PromotionReturnedMinor: promotions[*p].returned}
		if f := figures[key{*p, 0}]; f != nil {
			rows[i].Figures = *f
		}
	}
	return rows, nil
}

// years sums the parts of a year for some purses, and says who the sellers are.
func years(ctx context.Context, q db.Querier, purses []*Purse, y yearly, bounds []time.Time) ([]*YearRow, error) {
	figures, err := selectFigures(ctx, q, purses, bounds)
	if err != nil {
		return nil, err
	}
	charges, err := selectCharges(ctx, q, sellersOf(purses), bounds)
	if err != nil {
		return nil, fmt.Errorf("sum what sellers were charged: %w", err)
	}
	known, err := identities(ctx, q, purses)
	if err != nil {
		return nil, err
	}
	sold := soldIn(figures)
	rows := make([]*YearRow, len(purses))
	for i, p := range purses {
		r := &YearRow{Purse: *p, Identity: known[p.SellerID], Kind: y.kind, Year: y.year}
		r.HasOthers = slices.ContainsFunc(sold[p.SellerID], func(c money.Currency) bool { return c != p.Currency })
		for n := range y.parts {
			part := &Part{Number: n + 1, Currency: p.Currency, ChargesMinor: charges[key{*p, n}]}
			if f := figures[key{*p, n}]; f != nil {
				part.Figures = *f
			}
			r.Parts = append(r.Parts, part)
		}
		rows[i] = r
	}
	return rows, nil
}

// soldIn lists by seller the currencies in which something was sold in any part, or
// given to the seller again. Of sellers there are figures in all their currencies,
// whichever purses were asked for.
func soldIn(figures map[key]*Figures) map[seller.ID][]money.Currency {
	sold := map[seller.ID][]money.Currency{}
	for k, f := range figures {
		if f.Orders > 0 || f.NetMinor() > 0 {
			sold[k.SellerID] = append(sold[k.SellerID], k.Currency)
		}
	}
	return sold
}

// identities says who sellers are by law, as far as is known.
func identities(ctx context.Context, q db.Querier, purses []*Purse) (map[seller.ID]Identity, error) {
	if len(purses) == 0 {
		return nil, nil
	}
	of := make([]seller.ID, len(purses))
	for i, p := range purses {
		of[i] = p.SellerID
	}
	known, err := selectIdentities(ctx, q, of)
	if err != nil {
		return nil, fmt.Errorf("who sellers are: %w", err)
	}
	legal, err := seller.LegalsOf(ctx, q, of)
	if err != nil {
		return nil, fmt.Errorf("who sellers are by law: %w", err)
	}
	for _, l := range legal {
		i := known[l.SellerID]
		i.Form, i.LegalName, i.BirthDay, i.Country = l.Form, l.LegalName, l.BirthDay, l.Country
		i.TaxID, i.TIN, i.RegistrationNumber = l.TaxID, l.TIN, l.RegistrationNumber
		i.Address = statement.AddressOf(l.Line1, l.Line2, l.PostalCode+" "+l.City)
		known[l.SellerID] = i
	}
	return known, nil
}

// taxBatch is how many parts of orders are in memory while taxes are summed.
const taxBatch = 500

// Taxes sums the taxes of the orders that were paid within a span, by jurisdiction,
// remitter and currency; there are few of these. What was given back of taxes that
// the platform remits is what its accounts in the ledger say. It returns ErrSpan.
func (s *Service) Taxes(ctx context.Context, span Span, asOf *time.Time) (rows []*TaxRow, err error) {
	if err := span.Check(); err != nil {
		return nil, err
	}
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		rows, err = taxes(ctx, q, span, asOf)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("report taxes: %w", err)
	}
	return rows, nil
}

func taxes(ctx context.Context, q db.Querier, asked Span, asOf *time.Time) ([]*TaxRow, error) {
	span := asked.until(asOf)
	sums := map[taxKey]*TaxRow{}
	row := func(k taxKey) *TaxRow {
		if sums[k] == nil {
			sums[k] = &TaxRow{Jurisdiction: k.jurisdiction, Remitter: k.remitter, Currency: k.currency}
		}
		return sums[k]
	}
	err := TaxedLines(ctx, q, span, taxBatch, func(l *TaxedLine) {
		for _, t := range l.Taxes {
			r := row(taxKey{t.Jurisdiction, remitterOf(t.Remitter), t.Currency})
			r.BaseMinor += t.BaseMinor
			r.TaxMinor += t.AmountMinor
		}
	})
	if err != nil {
		return nil, err
	}
	returned, err := selectReturnedTaxes(ctx, q, span)
	if err != nil {
		return nil, err
	}
	for k, minor := range returned {
		row(k).ReturnedMinor = minor
	}
	remitted, err := tax.Sums(ctx, q, tax.Span{From: asked.From, To: asked.To, AsOf: asOf})
	if err != nil {
		return nil, err
	}
	for _, s := range remitted {
		row(taxKey{s.Jurisdiction, ByPlatform, s.Currency}).RemittedMinor = s.AmountMinor
	}
	return sorted(sums), nil
}

func remitterOf(p pricing.Party) Remitter {
	if p == pricing.PartySeller {
		return BySeller
	}
	return ByPlatform
}
