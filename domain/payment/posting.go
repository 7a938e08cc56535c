package payment

import (
	"context"
	"maps"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/provider"
)

// postCaptureTx books a sale: what Stripe holds and kept, the credit, and what the platform
// paid for discounts, against what is owed to the sellers and to tax
// authorities, the commission, which is earned when the sellers have fulfilled,
// and the platform's own shipping and service fee.
func postCaptureTx(ctx context.Context, tx db.Tx, p *Payment, o *order.Order, t *provider.Transaction) error {
	d := ledger.NewDraft(ledger.KindSaleCaptured, "capture:"+string(p.ID), p.Currency).
		Debit(ledger.CreditClearing, p.CreditMinor)
	d.OrderID = string(p.OrderID)
	for _, s := range o.SellerOrders {
		d.Debit(ledger.PlatformPromotions, s.PlatformDiscountMinor)
		d.Credit(ledger.Held(s.SellerID), s.NetMinor())
		d.Credit(ledger.DeferredCommission, s.CommissionMinor)
		d.Credit(ledger.CommissionVAT, s.CommissionVATMinor)
		d.Credit(ledger.ShippingRevenue, s.PlatformShippingMinor)
	}
	taxes := platformTaxes(o)
	for _, jurisdiction := range slices.Sorted(maps.Keys(taxes)) {
		d.Credit(ledger.PlatformTax(jurisdiction), taxes[jurisdiction])
	}
	d.Credit(ledger.ServiceFees, o.ServiceFeeMinor)
	if t == nil {
		_, err := ledger.PostTx(ctx, tx, d)
		return err
	}
	if err := ledger.TakeTx(ctx, tx, d, *t, p.ByCard().Minor); err != nil || t.Available || t.NetMinor <= 0 {
		return err
	}
	return ledger.AwaitTx(ctx, tx, ledger.BucketMaturity(*t, string(p.OrderID)))
}

// platformTaxes sums the taxes that the platform remits, by jurisdiction.
func platformTaxes(o *order.Order) map[string]int64 {
	sums := map[string]int64{}
	for _, t := range o.Taxes() {
		if t.Remitter == pricing.PartyPlatform {
			sums[t.Jurisdiction] += t.AmountMinor
		}
	}
	return sums
}
