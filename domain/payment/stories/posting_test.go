package stories_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// withFees is the tariff of the worked order: 10 %, 20 % VAT on it, and 1.50
// for the buyer.
type withFees struct{ pricing.Flat }

func (f withFees) Commission(c money.Currency, lines []*pricing.QuotedLine) []pricing.Commission {
	all := f.Flat.Commission(c, lines)
	for i := range all {
		all[i].VATMinor = money.Basis(2000).Of(money.New(all[i].Minor, c))
	}
	return all
}

func (withFees) BuyerFee(money.Amount, int) pricing.BuyerFee { return pricing.BuyerFee{Minor: 150} }

// worked is the worked order of the table of postings: A gives a discount and
// ships, and the platform remits its tax; the platform gives a discount on B's
// goods and ships them, and B remits its tax.
func worked(a, b seller.ID, tea, bowl *testkit.Product) pricing.Basket {
	return pricing.Basket{
		Currency: "EUR",
		Lines: []pricing.Line{
			{Ref: string(tea.Offer), SellerID: a, UnitMinor: 3000, Quantity: 2, Taxes: []pricing.Tax{
				{Component: pricing.ComponentGoods, Jurisdiction: "US-CA", Rate: 800, Remitter: pricing.PartyPlatform},
			}},
			{Ref: string(bowl.Offer), SellerID: b, UnitMinor: 4000, Quantity: 1, Taxes: []pricing.Tax{
				{Component: pricing.ComponentGoods, Jurisdiction: "US-NY", Rate: 900, Remitter: pricing.PartySeller},
				{Component: pricing.ComponentShipping, Jurisdiction: "US-NY", Rate: 900, Remitter: pricing.PartySeller},
			}},
		},
		Discounts: []pricing.Discount{
			{AmountMinor: 500, SellerShare: money.Whole, Lines: []int{0}}, {AmountMinor: 600, Lines: []int{1}},
		},
		Shipping: map[seller.ID]pricing.Shipping{
			a: {AmountMinor: 400, By: pricing.PartySeller}, b: {AmountMinor: 600, By: pricing.PartyPlatform},
		},
	}
}

// balances are the platform's balances, credits positive.
func balances(t *testing.T, w *testkit.World) map[string]int64 {
	t.Helper()
	lines, err := w.App.Ledger.TrialBalance(t.Context())
	require.NoError(t, err)
	all := map[string]int64{}
	for _, l := range lines {
		if l.AmountMinor != 0 {
			all[l.Account] = -l.AmountMinor
		}
	}
	return all
}

func TestCapture_posts_every_component_where_it_belongs(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		a, b := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		tea, bowl := a.Product("Tea", "30.00", 10), b.Product("Bowl", "40.00", 10)
		alice := w.Buyer("Alice")
		q, err := pricing.Terms{Tariff: withFees{1000}}.Quote(worked(a.ID, b.ID, tea, bowl))
		require.NoError(t, err)
		o := alice.OrdersAt(q, tea.Times(2), bowl.Times(1)).Order
		require.EqualValues(t, 10_850, o.TotalMinor)
		p := w.Payment(o.ID)
		require.EqualValues(t, 6340, p.Allocations[0].AmountMinor)
		require.EqualValues(t, 4360, p.Allocations[1].AmountMinor)

		alice.Pays(p)
		w.Settle()
		w.Verified()
		fee := w.Payment(o.ID).FeeMinor
		require.Equal(t, map[string]int64{
			"stripe:pending": -(10_850 - fee), "exp:psp_fee": -fee, "exp:promo_platform": -600,
			"pay:seller:held":        5350 - 110 + 3960 - 80,
			"pay:tax:platform:US-CA": 440,
			"pay:tax:commission":     190,
			"def:commission":         950,
			"rev:shipping":           600,
			"rev:service_fee":        150,
		}, balances(t, w))

		o = alice.Order(o.ID)
		require.Len(t, o.Taxes(), 3)
		require.EqualValues(t, 6000, o.SellerOrders[0].GoodsMinor())
		require.Equal(t, "US-CA", o.SellerOrders[0].Lines[0].Taxes[0].Jurisdiction, "liability is kept on the line")
		require.Equal(t, pricing.PartyPlatform, o.SellerOrders[0].Lines[0].Taxes[0].Remitter)

		a.Ships(o)
		b.Ships(o)
		w.Advance(30 * 24 * time.Hour)
		w.Settle()
		after := balances(t, w)
		require.Zero(t, after["pay:seller:held"]+after["pay:seller:releasable"]+after["def:commission"])
		require.EqualValues(t, 950, after["rev:commission"])
		require.EqualValues(t, 10_850-fee-5350+110-3960+80, -after["stripe:available"], "only the sellers' nets have left")
		w.Balanced()
	})
}

func TestVerify_finds_components_that_do_not_add_up(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 10)
		o := w.Buyer("Alice").Orders(tea.Times(1)).Order
		for _, change := range []string{
			"UPDATE seller_orders SET shipping_minor = shipping_minor + 5",
			"UPDATE seller_orders SET commission_vat_minor = 5",
			"UPDATE seller_orders SET platform_tax_minor = 5",
			"UPDATE order_lines SET seller_discount_minor = 5",
			"UPDATE orders SET service_fee_minor = 5",
		} {
			err := w.App.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				if _, err := tx.NewRaw(change).Exec(ctx); err != nil {
					return err
				}
				found, err := order.Verify(ctx, tx)
				require.NoError(t, err)
				require.NotEmpty(t, found, change)
				return context.Canceled // as it was
			})
			require.ErrorIs(t, err, context.Canceled)
		}
		for _, change := range []string{
			"UPDATE order_lines SET platform_discount_minor = 1300",
			"UPDATE order_lines SET commission_vat_minor = 1300",
			"UPDATE order_lines SET tax_minor = -1",
			"UPDATE seller_orders SET platform_shipping_minor = 1",
			"UPDATE seller_orders SET commission_minor = 1300",
			"UPDATE orders SET service_fee_minor = -1",
		} {
			err := w.App.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw(change).Exec(ctx)
				return err
			})
			require.Error(t, err, change)
		}
		require.NotEmpty(t, o.ID)
		w.Verified()
	})
}
