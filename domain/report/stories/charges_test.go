package stories_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/internal/testkit"
)

func eur(amount string) money.Input { return money.Input{Amount: amount, CurrencyCode: "EUR"} }

// rents puts Mill on a plan for 31.00 a month and 0.50 for each listing, with 20 % of VAT.
func rents(t *testing.T, w *testkit.World, mill *testkit.Seller) {
	t.Helper()
	olga, otto, listing, vat := w.Operator(), w.Operator(), eur("0.50"), int64(2000)
	p, err := w.App.Plans.Create(t.Context(), olga.Actor, plan.CreateInput{Name: "Basic"})
	require.NoError(t, err)
	asked, err := w.App.Plans.Publish(t.Context(), olga.Actor, plan.PublishInput{
		PlanID: p.ID, Fees: []*plan.FeeInput{{Monthly: eur("31.00"), Listing: &listing}}, VATBasisPoints: &vat, Reason: "As agreed",
	})
	require.NoError(t, err)
	_, err = w.App.Approvals.Approve(t.Context(), otto.Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
	require.NoError(t, err)
	_, err = w.App.Plans.Assign(t.Context(), olga.Actor, plan.AssignInput{SellerID: id.Any(mill.ID), PlanID: &p.ID, Reason: "As agreed"})
	require.NoError(t, err)
}

// What the platform charges for a plan, and beside orders, is a fee; what it takes back of
// that is none, and neither is what it gives.
func TestDAC7_counts_what_a_seller_was_charged(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, olga := w.Seller("Mill", testkit.Onboarded), w.Operator()
		rents(t, w, mill)
		w.Buyer("Alice").Buys(mill.Product("Tea", "20.00", 5).Times(1)) // on 5 March, and listed for 0.60
		w.Settle()
		w.Advance(30 * day) // March is charged in April: 26 of 31 days
		require.NoError(t, w.App.Charges.Bill(t.Context()))
		vat, keys := int64(0), 0
		asks := func() charge.CreateInput {
			keys++
			return charge.CreateInput{SellerID: mill.ID, Amount: eur("7.00"), VATBasisPoints: &vat, Reason: "Late", IdempotencyKey: strings.Repeat("k", keys)}
		}
		made, err := w.App.Charges.Charge(t.Context(), olga.Actor, asks())
		require.NoError(t, err)
		_, err = w.App.Charges.Credit(t.Context(), olga.Actor, asks())
		require.NoError(t, err)
		w.Settle()
		quarters := func() []*report.Part {
			list, err := w.App.Reports.DAC7(t.Context(), 2035, nil, page.First(10))
			require.NoError(t, err)
			require.Len(t, list.Nodes, 1)
			return list.Nodes[0].Parts
		}
		first := quarters()[0]
		require.EqualValues(t, 200+60, first.Fees().Minor, "commission and a listing")
		require.EqualValues(t, 2000-260, first.Consideration().Minor)
		require.EqualValues(t, 2600*12/10+700, quarters()[1].Fees().Minor, "a month, and a charge")

		w.Advance(time.Minute)
		before := w.Clock.Now()
		_, err = w.App.Charges.Reverse(t.Context(), olga.Actor, charge.ReverseInput{ChargeID: made.Charge.ID, Reason: "Not so late", IdempotencyKey: "r"})
		require.NoError(t, err)
		w.Settle()
		require.EqualValues(t, 3120, quarters()[1].Fees().Minor, "the charge was reversed")
		require.EqualValues(t, -3120, quarters()[1].Consideration().Minor)
		list, err := w.App.Reports.DAC7(t.Context(), 2035, &before, page.First(10))
		require.NoError(t, err)
		require.EqualValues(t, 3820, list.Nodes[0].Parts[1].Fees().Minor, "as it was then")
		rows, err := w.App.Reports.Sales(t.Context(), span("2035-01-01", "2036-01-01"), nil, page.First(10))
		require.NoError(t, err)
		require.EqualValues(t, 1000, *rows.Nodes[0].TakeRateBasisPoints(), "charges are no commission")

		var file strings.Builder
		require.NoError(t, report.Write(t.Context(), w.DB.Read(t.Context()), report.File{Kind: report.KindDAC7, Year: 2035, Format: report.JSONL}, &file))
		require.Contains(t, file.String(), `"q1_consideration":"17.40","q1_fees":"2.60"`)
	})
}
