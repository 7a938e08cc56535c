package report_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/domain/seller"
)

func year(y int, c money.Currency, orders, gross int64) *report.YearRow {
	return &report.YearRow{Purse: report.Purse{SellerID: "sel_a", Currency: c}, Year: y, Parts: []*report.Part{
		{Number: 1, Currency: c, Figures: report.Figures{Orders: orders - 1, SalesMinor: gross - 100}},
		{Number: 2, Currency: c, Figures: report.Figures{Orders: 1, SalesMinor: 100}},
	}}
}

// Both thresholds of Form 1099-K are exceeded, and not reached.
func TestYearRow_is_above_1099K(t *testing.T) {
	t.Parallel()
	require.True(t, year(2026, "USD", 201, 2_000_001).IsAbove1099K())
	require.False(t, year(2026, "USD", 200, 2_000_001).IsAbove1099K())
	require.False(t, year(2026, "USD", 201, 2_000_000).IsAbove1099K())
	require.False(t, year(2026, "EUR", 201, 2_000_001).IsAbove1099K(), "the threshold is in dollars")
	require.False(t, year(2010, "USD", 201, 2_000_001).IsAbove1099K(), "there was none")
}

// A small seller of goods has fewer than thirty sales and two thousand euros at most.
func TestYearRow_is_small(t *testing.T) {
	t.Parallel()
	require.True(t, year(2026, "EUR", 29, 200_000).IsSmall())
	require.False(t, year(2026, "EUR", 30, 200_000).IsSmall())
	require.False(t, year(2026, "EUR", 29, 200_001).IsSmall())
	require.False(t, year(2026, "USD", 1, 100).IsSmall(), "the amount is in euros")
	require.False(t, year(2022, "EUR", 1, 100).IsSmall(), "the directive was not in force")
}

// What an authority asks for and nobody knows is told: of a person the date of birth,
// of an entity the number in its register, and for Form 1099-K neither.
func TestIdentity_missing(t *testing.T) {
	t.Parallel()
	missing := func(k report.Kind, i report.Identity) []report.Missing {
		r := report.YearRow{Kind: k, Identity: i}
		return r.Missing()
	}
	nothing := report.Identity{Country: "DE", LegalName: " "}
	require.Equal(t, []report.Missing{
		report.MissingLegalName, report.MissingAddress, report.MissingTaxID, report.MissingAccount, report.MissingForm,
	}, missing(report.KindDAC7, nothing))
	require.Equal(t, []report.Missing{report.MissingLegalName, report.MissingAddress, report.MissingTaxID}, missing(report.KindForm1099K, nothing))

	known := report.Identity{LegalName: "A", Address: "B", TIN: "C", FinancialAccount: "acct_1", Form: seller.FormIndividual}
	require.Equal(t, []report.Missing{report.MissingBirthDate}, missing(report.KindDAC7, known))
	require.Empty(t, missing(report.KindForm1099K, known))
	known.BirthDay = "1980-02-29"
	require.Empty(t, missing(report.KindDAC7, known))
	known.Form = seller.FormEntity
	require.Equal(t, []report.Missing{report.MissingRegistration}, missing(report.KindDAC7, known))
	known.RegistrationNumber = "HRB 1"
	require.Empty(t, missing(report.KindDAC7, known))
}

// The rate is of what was sold and not given back; without that there is none.
func TestSalesRow_take_rate(t *testing.T) {
	t.Parallel()
	r := &report.SalesRow{
		Purse: report.Purse{Currency: "EUR"}, PromotionMinor: 300, PromotionReturnedMinor: 100,
		Figures: report.Figures{SalesMinor: 10_000, DiscountsMinor: -1000, RefundsMinor: -4500, CommissionMinor: 900, ReturnedMinor: 450},
	}
	require.Equal(t, 1000, *r.TakeRateBasisPoints())
	require.EqualValues(t, 250, r.Margin().Minor)
	r.RefundsMinor = -9000
	require.Nil(t, r.TakeRateBasisPoints())
}
