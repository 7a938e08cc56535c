package simulate

import (
	"fmt"

	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
)

// setPolicy sets when a seller's money is released, and what is kept of it.
func (t *turn) setPolicy() error {
	s, ok := one(t, t.sellers)
	if !ok {
		return nil
	}
	from := []payout.HoldStart{payout.HoldShipped, payout.HoldCaptured}[t.r.IntN(2)]
	days, rate, kept := t.r.Int64N(4), 500*max(t.r.Int64N(7)-2, 0), 1+t.r.Int64N(4)
	_, err := t.app.Payouts.SetPolicy(t.ctx, t.operators[0].actor, payout.PolicyInput{
		SellerID: s.id, HoldFrom: &from, HoldDays: &days, ReserveBasisPoints: &rate, ReserveDays: &kept, Reason: "As agreed.",
	})
	return err
}

// askForPayout has a seller ask for what is available, sometimes at once.
func (t *turn) askForPayout() error {
	s, ok := one(t, t.sellers)
	if !ok {
		return nil
	}
	c, _ := one(t, t.plan.Setup.Currencies)
	method := payout.MethodStandard
	if t.chance(60) {
		method = payout.MethodInstant
	}
	_, err := t.app.Payouts.Request(t.ctx, s.owner.actor, payout.RequestInput{
		Currency: money.Currency(c), Method: &method, IdempotencyKey: fmt.Sprint("ask-", t.r.Uint64()),
	})
	return err
}

// recordPayout proposes that the platform's bank has paid a part of what is
// released to a seller.
func (t *turn) recordPayout() error {
	s, ok := one(t, t.sellers)
	if !ok {
		return nil
	}
	balances, err := ledger.SellerBalances(t.ctx, t.db.Read(t.ctx), s.id)
	if err != nil {
		return err
	}
	b, ok := one(t, balances)
	if !ok || b.ReleasableMinor <= 0 {
		return nil
	}
	step := b.Currency.Step()
	paid := money.New(max((1+t.r.Int64N(b.ReleasableMinor))/step*step, step), b.Currency)
	_, err = t.app.Payouts.ProposeManual(t.ctx, t.operators[t.r.IntN(2)].actor, payout.ManualInput{
		SellerID: s.id, Amount: money.Input{Amount: paid.Decimal(), CurrencyCode: paid.Currency}, Reference: "RF18", Reason: "Its account is not ready.",
	})
	return err
}
