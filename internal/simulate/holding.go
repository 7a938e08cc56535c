package simulate

import (
	"time"

	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payout"
)

// holdBack keeps the money of a seller or of one of their orders from leaving, for a while
// or until somebody lets it go, or lets go what is held.
func (t *turn) holdBack() error {
	by := t.operators[t.r.IntN(2)].actor
	s, ok := one(t, t.sellers)
	if !ok {
		return nil
	}
	if t.chance(50) {
		holds, err := t.app.Payouts.HoldsOf(t.ctx, by, &s.id)
		if err != nil {
			return err
		}
		h, ok := one(t, holds)
		if !ok {
			return nil
		}
		_, err = t.app.Payouts.LiftHold(t.ctx, by, payout.HoldLiftInput{HoldID: h.ID, Reason: "It was nothing."})
		return err
	}
	in := payout.HoldInput{SellerID: s.id, Reason: "Something is wrong."}
	if t.chance(70) {
		until := t.clock.Now().Add(time.Duration(1+t.r.IntN(120)) * time.Hour)
		in.Until = &until
	}
	if t.chance(50) {
		part, ok, err := t.pick("SELECT id FROM seller_orders WHERE seller_id = '" + string(s.id) + "' AND status IN ('READY_TO_SHIP', 'SHIPPED') ORDER BY id")
		if err != nil || !ok {
			return err
		}
		partID := order.SellerOrderID(part)
		in.SellerOrderID = &partID
	}
	_, err := t.app.Payouts.PlaceHold(t.ctx, by, in)
	return err
}
