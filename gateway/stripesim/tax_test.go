package stripesim_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"
)

// taxed is a cart of two lines and shipping to Germany.
func (w *world) taxed() *stripe.TaxCalculation {
	w.t.Helper()
	p := &stripe.TaxCalculationParams{
		Currency:        stripe.String("eur"),
		CustomerDetails: &stripe.TaxCalculationCustomerDetailsParams{Address: &stripe.AddressParams{Country: stripe.String("DE")}, AddressSource: stripe.String("shipping")},
		LineItems: []*stripe.TaxCalculationLineItemParams{
			{Amount: stripe.Int64(1_000), Reference: stripe.String("tea"), Quantity: stripe.Int64(2)},
			{Amount: stripe.Int64(1_190), Reference: stripe.String("bowl"), TaxBehavior: stripe.String("inclusive")},
			{Amount: stripe.Int64(333), Reference: stripe.String("gift"), TaxCode: stripe.String("txcd_00000000")},
		},
		ShippingCost: &stripe.TaxCalculationShippingCostParams{Amount: stripe.Int64(500)},
	}
	p.AddExpand("line_items")
	c, err := w.sc.TaxCalculations.New(p)
	require.NoError(w.t, err)
	return c
}

func TestTax_of_a_cart_becomes_a_transaction_once(t *testing.T) {
	t.Parallel()
	w := newWorld(t, european)
	c := w.taxed()
	require.EqualValues(t, 285, c.TaxAmountExclusive, "19 % of 1000 and of 500")
	require.EqualValues(t, 190, c.TaxAmountInclusive)
	require.EqualValues(t, 3_308, c.AmountTotal)
	require.Len(t, c.LineItems.Data, 3)
	require.EqualValues(t, 95, c.ShippingCost.AmountTax)
	require.Equal(t, "19.00", c.TaxBreakdown[0].TaxRateDetails.PercentageDecimal)
	one := &stripe.TaxCalculationListLineItemsParams{Calculation: stripe.String(c.ID)}
	one.Limit = stripe.Int64(1)
	count := 0
	for it := w.sc.TaxCalculations.ListLineItems(one); it.Next(); {
		count++
	}
	require.Equal(t, 3, count)
	require.Nil(t, c.LineItems.Data[0].TaxBreakdown, "nobody has asked for it")

	use := func(reference string) (*stripe.TaxTransaction, error) {
		return w.sc.TaxTransactions.CreateFromCalculation(&stripe.TaxTransactionCreateFromCalculationParams{
			Calculation: stripe.String(c.ID), Reference: stripe.String(reference), Metadata: map[string]string{"order": "ord_1"},
		})
	}
	made, err := use("ord_1")
	require.NoError(t, err)
	made, err = w.sc.TaxTransactions.Get(made.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.TaxTransactionTypeTransaction, made.Type)
	_, err = use("ord_1")
	require.Equal(t, "reference", stripeErr(t, err).Param)
	w.sim.Advance(49 * time.Hour)
	_, err = use("ord_2")
	require.Equal(t, stripe.ErrorCodeResourceMissing, stripeErr(t, err).Code, "a calculation lives for two days")

	_, err = w.sc.TaxCalculations.New(&stripe.TaxCalculationParams{
		Currency: stripe.String("eur"), LineItems: []*stripe.TaxCalculationLineItemParams{{Amount: stripe.Int64(1)}},
	})
	require.Equal(t, stripe.ErrorCode("customer_tax_location_invalid"), stripeErr(t, err).Code)
}

func TestTax_of_a_line_says_how_it_came_about(t *testing.T) {
	t.Parallel()
	w := newWorld(t, european)
	why := func(of *stripe.TaxCalculation) (all []*stripe.TaxCalculationLineItemTaxBreakdown) {
		p := &stripe.TaxCalculationListLineItemsParams{Calculation: stripe.String(of.ID)}
		p.AddExpand("data.tax_breakdown")
		for it := w.sc.TaxCalculations.ListLineItems(p); it.Next(); {
			all = append(all, it.TaxCalculationLineItem().TaxBreakdown...)
		}
		return all
	}
	c := why(w.taxed())
	require.Len(t, c, 3)
	tea, bowl, gift := c[0], c[1], c[2]
	require.Equal(t, []int64{190, 1_000, 190, 1_000}, []int64{tea.Amount, tea.TaxableAmount, bowl.Amount, bowl.TaxableAmount})
	require.Equal(t, "Germany", tea.Jurisdiction.DisplayName)
	require.Equal(t, "19.00", tea.TaxRateDetails.PercentageDecimal)
	require.EqualValues(t, "standard_rated", tea.TaxabilityReason)
	require.EqualValues(t, "product_exempt", gift.TaxabilityReason)
	require.Nil(t, gift.TaxRateDetails)
	require.Zero(t, gift.TaxableAmount)

	reason := func(override, country string) string {
		p := &stripe.TaxCalculationParams{
			Currency: stripe.String("eur"), LineItems: []*stripe.TaxCalculationLineItemParams{{Amount: stripe.Int64(100)}},
			CustomerDetails: &stripe.TaxCalculationCustomerDetailsParams{
				Address: &stripe.AddressParams{Country: stripe.String(country)}, AddressSource: stripe.String("billing"), TaxabilityOverride: stripe.String(override),
			},
		}
		p.AddExpand("line_items.data.tax_breakdown")
		c, err := w.sc.TaxCalculations.New(p)
		require.NoError(t, err)
		return string(c.LineItems.Data[0].TaxBreakdown[0].TaxabilityReason)
	}
	require.Equal(t, "reverse_charge", reason("reverse_charge", "FR"))
	require.Equal(t, "not_collecting", reason("none", "NO"))
}

func TestTax_is_reversed_up_to_what_it_was(t *testing.T) {
	t.Parallel()
	w := newWorld(t, european)
	made, err := w.sc.TaxTransactions.CreateFromCalculation(&stripe.TaxTransactionCreateFromCalculationParams{
		Calculation: stripe.String(w.taxed().ID), Reference: stripe.String("ord_1"),
	})
	require.NoError(t, err)
	lines := w.sc.TaxTransactions.ListLineItems(&stripe.TaxTransactionListLineItemsParams{Transaction: stripe.String(made.ID)}).TaxTransactionLineItemList().Data
	back := func(p *stripe.TaxTransactionCreateReversalParams) (*stripe.TaxTransaction, error) {
		p.OriginalTransaction = stripe.String(made.ID)
		p.AddExpand("line_items")
		return w.sc.TaxTransactions.CreateReversal(p)
	}
	tea := func(reference string, amount, tax int64) (*stripe.TaxTransaction, error) {
		return back(&stripe.TaxTransactionCreateReversalParams{
			Mode: stripe.String("partial"), Reference: stripe.String(reference), LineItems: []*stripe.TaxTransactionCreateReversalLineItemParams{{
				Amount: stripe.Int64(amount), AmountTax: stripe.Int64(tax), OriginalLineItem: stripe.String(lines[0].ID), Reference: stripe.String(reference + "_tea"),
			}},
		})
	}
	_, err = tea("ref_0", -1_001, -190)
	require.Equal(t, "line_items", stripeErr(t, err).Param)
	half, err := tea("ref_1", -500, -95)
	require.NoError(t, err)
	require.Equal(t, made.ID, half.Reversal.OriginalTransaction)
	_, err = tea("ref_2", -501, -95)
	require.Error(t, err, "half of it is back already")

	flat, err := back(&stripe.TaxTransactionCreateReversalParams{Mode: stripe.String("partial"), Reference: stripe.String("ref_3"), FlatAmount: stripe.Int64(-1_001)})
	require.NoError(t, err)
	total := func(t *stripe.TaxTransaction) int64 {
		sum := t.ShippingCost.Amount + t.ShippingCost.AmountTax
		for _, l := range t.LineItems.Data {
			sum += l.Amount
			if l.TaxBehavior == stripe.TaxTransactionLineItemTaxBehaviorExclusive {
				sum += l.AmountTax
			}
		}
		return sum
	}
	require.EqualValues(t, -1_001, total(flat))
	rest, err := back(&stripe.TaxTransactionCreateReversalParams{Mode: stripe.String("full"), Reference: stripe.String("ref_4")})
	require.NoError(t, err)
	require.EqualValues(t, -(3_308 - 595 - 1_001), total(rest))
	_, err = back(&stripe.TaxTransactionCreateReversalParams{Mode: stripe.String("partial"), Reference: stripe.String("ref_5"), FlatAmount: stripe.Int64(-1)})
	require.Equal(t, "flat_amount", stripeErr(t, err).Param, "nothing is left")
}
