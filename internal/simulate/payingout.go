package simulate

import (
	"fmt"

	"github.com/etal-market/etal/domain/approval"
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

// rich picks a seller's balance that has something, by what is asked of it.
func (t *turn) rich(has func(*ledger.Balance) int64) (*stall, *ledger.Balance, error) {
	for _, at := range t.r.Perm(len(t.sellers)) {
		balances, err := ledger.SellerBalances(t.ctx, t.db.Read(t.ctx), t.sellers[at].id)
		if err != nil {
			return nil, nil, err
		}
		for _, b := range balances {
			if has(b) > 0 {
				return t.sellers[at], b, nil
			}
		}
	}
	return nil, nil, nil
}

// askForPayout has a seller ask for what is available, mostly at once.
func (t *turn) askForPayout() error {
	s, b, err := t.rich(func(b *ledger.Balance) int64 { return b.AvailableMinor })
	if err != nil || s == nil {
		return err
	}
	method := payout.MethodInstant
	if t.chance(25) {
		method = payout.MethodStandard
	}
	_, err = t.app.Payouts.Request(t.ctx, s.owner.actor, payout.RequestInput{
		Currency: b.Currency, Method: &method, IdempotencyKey: fmt.Sprint("ask-", t.r.Uint64()),
	})
	return err
}

// recordPayout proposes that the platform's bank has paid a part of what is
// released to a seller. Mostly somebody approves at once.
func (t *turn) recordPayout() error {
	s, b, err := t.rich(func(b *ledger.Balance) int64 { return b.ReleasableMinor })
	if err != nil || s == nil {
		return err
	}
	step := b.Currency.Step()
	paid := money.New(max((1+t.r.Int64N(b.ReleasableMinor))/step*step, step), b.Currency)
	p, err := t.app.Payouts.ProposeManual(t.ctx, t.operators[0].actor, payout.ManualInput{
		SellerID: s.id, Amount: money.Input{Amount: paid.Decimal(), CurrencyCode: paid.Currency}, Reference: "RF18", Reason: "Its account is not ready.",
		IdempotencyKey: t.unique("record"),
	})
	if err != nil || p.Status != approval.StatusPending || t.chance(30) {
		return err
	}
	_, err = t.app.Approvals.Approve(t.ctx, t.operators[1].actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	return err
}
