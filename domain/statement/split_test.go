package statement

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/refund"
)

// A sale of two lines at two rates of VAT, of which one is refunded: invoice and
// credit note have a group for each rate, and the lines sum to the entries.
func TestSplit_parts_commission_by_rate(t *testing.T) {
	t.Parallel()

	rate := func(bp int64) *pricing.Reckoning {
		return &pricing.Reckoning{Steps: []pricing.Step{{Operation: pricing.OpVAT, BasisPoints: bp}}}
	}
	first := &order.Line{ID: "lin_1", Reckoning: rate(1900)}
	first.CommissionMinor, first.CommissionVATMinor = 1000, 190
	second := &order.Line{ID: "lin_2", Reckoning: rate(700)}
	second.CommissionMinor, second.CommissionVATMinor = 500, 35
	part := &order.SellerOrder{ID: "sor_1", SellerID: "sel_1", TotalMinor: 15000, Lines: []*order.Line{first, second}}
	part.CommissionMinor, part.CommissionVATMinor = 1500, 225
	given := &refund.Part{SellerOrderID: "sor_1", SellerID: "sel_1", LineID: "lin_2"}
	given.SellerMinor, given.CommissionMinor, given.CommissionVATMinor = 4465, 500, 35
	f := facts{parts: map[order.ID][]*order.SellerOrder{"ord_1": {part}}, given: map[string][]*refund.Part{"rfd_1": {given}}}

	post := func(kind ledger.Kind, source string, owed int64) []*Line {
		lines := split(ledger.Place{Seq: 1, Journal: &ledger.Journal{ID: "jrn_1", Kind: kind, Source: source, OrderID: "ord_1", Entries: []*ledger.Entry{
			{Account: ledger.Held("sel_1").Name, SellerID: "sel_1", Currency: "EUR", AmountMinor: -owed},
		}}}, f)
		sum := int64(0)
		for _, l := range lines {
			sum += l.AmountMinor
		}
		require.Equal(t, owed, sum, "whatever was explained")
		return lines
	}
	var groups []group
	for _, l := range append(post(ledger.KindSaleCaptured, "capture:pay_1", 13275), post(ledger.KindRefundAccepted, "refund:rfd_1:accepted", -4465)...) {
		require.NotEqual(t, KindAdjustments, l.Kind)
		groups = append(groups, group{l.Kind, l.VATBasisPoints, l.AmountMinor})
	}
	st := &Statement{Currency: "EUR"}
	invoice, note := documentOf(st, Invoice, groups), documentOf(st, CreditNote, groups)
	require.Equal(t, []*VATGroup{{1900, "EUR", 1000, 190}, {700, "EUR", 500, 35}}, invoice.VATGroups)
	require.Equal(t, int64(1725), invoice.Gross().Minor)
	require.Equal(t, []*VATGroup{{700, "EUR", 500, 35}}, note.VATGroups)
	require.Nil(t, documentOf(st, CreditNote, groups[:3]))

	odd := post(ledger.KindSaleCaptured, "capture:pay_1", 13000)
	require.Equal(t, KindAdjustments, odd[len(odd)-1].Kind)
	require.Equal(t, int64(-275), odd[len(odd)-1].AmountMinor)
}
