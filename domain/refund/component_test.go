package refund_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/refund"
)

// randomOrder makes up components with every share a component can have.
func randomOrder(r *rand.Rand, step int64) []refund.Component {
	var all []refund.Component
	for i := range 1 + r.IntN(5) {
		quantity := 1 + r.Int64N(7)
		c := refund.Component{Kind: refund.KindLine, LineID: order.LineID(rune('a' + i)), Quantity: quantity}
		c.SellerMinor = r.Int64N(9_000) * step
		c.KeptMinor = r.Int64N(2) * r.Int64N(90) * step
		c.CommissionMinor = r.Int64N(900) * step
		c.CommissionVATMinor = r.Int64N(200) * step
		c.TaxMinor = r.Int64N(2) * r.Int64N(1_900) * step
		county := r.Int64N(c.TaxMinor/step+1) * step
		c.Taxes = []refund.Tax{{Jurisdiction: "US-CA", Minor: c.TaxMinor - county}, {Jurisdiction: "US-CA-SF", Minor: county}}
		switch r.IntN(4) {
		case 0: // the platform pays a part
			c.PromotionMinor = r.Int64N(c.BuyerMinor()+1) / step * step
		case 1: // the platform pays all
			c.PromotionMinor = c.BuyerMinor()
		}
		all = append(all, c)
		if r.IntN(2) == 0 {
			s := refund.Component{Kind: refund.KindShipping, LineID: c.LineID}
			s.SellerMinor, s.PlatformMinor = r.Int64N(700)*step, r.Int64N(2)*r.Int64N(300)*step
			all = append(all, s)
		}
	}
	fee := refund.Component{Kind: refund.KindServiceFee}
	fee.PlatformMinor = r.Int64N(150) * step
	return append(all, fee)
}

// randomSlice gives back something of what remains: units, an amount, or flat.
func randomSlice(r *rand.Rand, left []refund.Component, c money.Currency) []refund.Piece {
	at := left[r.IntN(len(left))]
	switch {
	case r.IntN(3) == 0 && at.Quantity > 0:
		return []refund.Piece{at.Units(1+r.Int64N(at.Quantity), c)}
	case r.IntN(2) == 0 && at.BuyerMinor() > 0:
		return []refund.Piece{at.Amount((1+r.Int64N(at.BuyerMinor()/c.Step()))*c.Step(), c)}
	}
	var sum int64
	for _, l := range left {
		sum += l.BuyerMinor()
	}
	if sum == 0 {
		return nil
	}
	return refund.Flat(left, (1+r.Int64N(sum/c.Step()))*c.Step(), c)
}

// TestPieces_of_20000_random_orders gives random orders back in random slices:
// no sum is wrong, nothing is given back twice, no step is below zero, and in the
// end exactly everything was given back.
func TestPieces_of_20000_random_orders(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(38, 1))
	pieces := 0
	for range 20_000 {
		currency := money.Currency("EUR")
		if r.IntN(5) == 0 {
			currency = "KWD"
		}
		all := randomOrder(r, currency.Step())
		var given []refund.Piece
		for range r.IntN(6) {
			left := refund.Remaining(all, given)
			for _, p := range randomSlice(r, left, currency) {
				requireNotNegative(t, p.Shares)
				require.Zero(t, p.BuyerMinor()%currency.Step())
				given = append(given, p)
				pieces++
			}
			for _, c := range refund.Remaining(all, given) {
				requireNotNegative(t, c.Shares)
				require.GreaterOrEqual(t, c.BuyerMinor(), int64(0))
				require.GreaterOrEqual(t, c.Quantity, int64(0))
			}
		}
		for _, c := range refund.Remaining(all, given) { // the rest, at once
			if c.Quantity > 0 {
				given = append(given, c.Units(c.Quantity, currency))
			} else {
				given = append(given, c.Amount(c.BuyerMinor(), currency))
			}
		}
		for _, c := range refund.Remaining(all, given) {
			require.Equal(t, refund.Shares{}, c.Shares)
			require.Zero(t, c.Quantity)
			for _, tax := range c.Taxes {
				require.Zero(t, tax.Minor)
			}
		}
	}
	t.Logf("%d pieces", pieces)
}

func requireNotNegative(t *testing.T, s refund.Shares) {
	t.Helper()
	require.GreaterOrEqual(t, min(s.SellerMinor, s.KeptMinor, s.CommissionMinor, s.CommissionVATMinor, s.TaxMinor,
		s.PlatformMinor, s.PromotionMinor, s.BuyerMinor()), int64(0), "%+v", s)
}

// TestFlat_gives_exactly_the_amount sums what a flat amount gives back.
func TestFlat_gives_exactly_the_amount(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(38, 2))
	for range 5_000 {
		all := randomOrder(r, 1)
		var sum int64
		for _, c := range all {
			sum += c.BuyerMinor()
		}
		if sum == 0 {
			continue
		}
		amount := 1 + r.Int64N(sum)
		require.Equal(t, amount, refund.Sum(refund.Flat(all, amount, "EUR")))
	}
}

// A line of three at 10.00 with 1.00 commission: 0.333… each is not lost.
func TestUnits_one_after_the_other(t *testing.T) {
	t.Parallel()
	c := refund.Component{Kind: refund.KindLine, LineID: "lin_1", Quantity: 3}
	c.SellerMinor, c.CommissionMinor = 900, 100
	var given []refund.Piece
	var commissions []int64
	for range 3 {
		p := refund.Remaining([]refund.Component{c}, given)[0].Units(1, "EUR")
		given = append(given, p)
		commissions = append(commissions, p.CommissionMinor)
	}
	require.Equal(t, []int64{33, 34, 33}, commissions)
	require.EqualValues(t, 1000, refund.Sum(given))
}
