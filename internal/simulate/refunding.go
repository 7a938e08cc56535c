package simulate

import (
	"encoding/json"
	"net/url"
	"strconv"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/refund"
)

// paidOrder picks an order that is paid.
func (t *turn) paidOrder() (*order.Order, error) {
	picked, ok, err := t.pick("SELECT id FROM orders WHERE status = 'PAID' ORDER BY id")
	if err != nil || !ok {
		return nil, err
	}
	return t.app.Orders.ByID(t.ctx, order.ID(picked))
}

// charged picks the payment of an order that is paid, of which a card has paid at
// least a part.
func (t *turn) charged() (*payment.Payment, error) {
	o, err := t.paidOrder()
	if err != nil || o == nil {
		return nil, err
	}
	p, err := t.app.Payments.ByOrder(t.ctx, o.ID)
	if err != nil || p.ChargeID == "" { // credit has paid all of it
		return nil, err
	}
	return p, nil
}

// giveBack refunds an order or a part of it: all, an amount, units or amounts of
// lines; by an operator, or by the owner of a seller.
func (t *turn) giveBack() error {
	o, err := t.paidOrder()
	if err != nil || o == nil {
		return err
	}
	part, _ := one(t, o.SellerOrders)
	by, about := t.operators[t.r.IntN(2)].actor, id.Any(o.ID)
	if t.chance(40) {
		about = id.Any(part.ID)
	}
	if owner := t.ownerOf(part); owner != nil && t.chance(35) {
		by, about = *owner, id.Any(part.ID)
	}
	restocked := t.chance(30)
	reasons := []refund.Reason{
		refund.ReasonReturned, refund.ReasonCancelled, refund.ReasonNotReceived, refund.ReasonDamaged, refund.ReasonDuplicate,
		refund.ReasonFraudulent, refund.ReasonGoodwill, refund.ReasonOther,
	}
	in := refund.CreateInput{
		OrderID: about, Reason: reasons[t.r.IntN(len(reasons))], IsRestocked: &restocked, IdempotencyKey: t.unique("refund"),
	}
	t.measure(&in, o, part)
	if by.IsOperator() {
		method := []refund.Method{refund.MethodCard, refund.MethodCard, refund.MethodCard, refund.MethodCredit, refund.MethodBank}[t.r.IntN(5)]
		in.Method = &method
	}
	made, err := t.app.Refunds.Create(t.ctx, by, in)
	if err == nil && t.chance(10) { // the button is pressed twice
		made, err = t.app.Refunds.Create(t.ctx, by, in)
	}
	if err != nil {
		return err
	}
	if made.Refund != nil {
		t.tell("  refund " + string(made.Refund.ID) + " " + made.Refund.Amount().String() + " " + string(made.Refund.Method))
	} else {
		t.tell("  proposed " + string(made.Proposal.ID))
	}
	return nil
}

func (t *turn) ownerOf(part *order.SellerOrder) *actor.Actor {
	for _, s := range t.sellers {
		if s.id == part.SellerID {
			return &s.owner.actor
		}
	}
	return nil
}

// measure says how much is given back.
func (t *turn) measure(in *refund.CreateInput, o *order.Order, part *order.SellerOrder) {
	everything := true
	line, _ := one(t, part.Lines)
	switch t.r.IntN(5) {
	case 0, 1:
		in.IsEverything = &everything
	case 2:
		in.Amount = t.some(part.TotalMinor, o.Currency)
	case 3:
		units := 1 + t.r.Int64N(line.Quantity)
		in.Lines = []refund.LineAsk{{LineID: line.ID, Quantity: &units}}
	default:
		in.Lines = []refund.LineAsk{{LineID: line.ID, Amount: t.some(line.TotalMinor, o.Currency)}}
	}
}

// some is an amount up to a whole, in steps of its currency and at least one.
func (t *turn) some(whole int64, c money.Currency) *money.Input {
	step := wholeStep(c)
	minor := max(t.r.Int64N(max(whole, 1))/step*step, step)
	return &money.Input{Amount: money.New(minor, c).Decimal(), CurrencyCode: c}
}

// wholeStep is the smallest amount that people give back in a currency.
func wholeStep(c money.Currency) int64 { return c.Step() }

// decideProposal lets the second operator approve or reject what waits for it, or
// the first take it back.
func (t *turn) decideProposal() error {
	picked, ok, err := t.pick("SELECT id FROM proposals WHERE status = 'PENDING' ORDER BY id")
	if err != nil || !ok {
		return err
	}
	p, err := t.app.Approvals.ByID(t.ctx, approval.ID(picked))
	if err != nil {
		return err
	}
	by, proposer := t.operators[0].actor, t.operators[1].actor
	if p.ProposerID == by.AccountID {
		by, proposer = proposer, by
	}
	if t.chance(10) {
		_, err = t.app.Approvals.Withdraw(t.ctx, proposer, approval.WithdrawInput{ID: p.ID})
		return err
	}
	if t.chance(25) {
		_, err = t.app.Approvals.Reject(t.ctx, by, approval.RejectInput{ID: p.ID, Note: "Not like this."})
		return err
	}
	_, err = t.app.Approvals.Approve(t.ctx, by, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	return err
}

func (t *turn) cancelRefund() error {
	picked, ok, err := t.pick("SELECT id FROM refunds WHERE status IN ('PLANNED', 'PENDING', 'AWAITING_BANK', 'UNKNOWN', 'SUCCEEDED') ORDER BY id")
	if err != nil || !ok {
		return err
	}
	_, err = t.app.Refunds.Cancel(t.ctx, t.operators[0].actor, refund.CancelInput{RefundID: refund.ID(picked)})
	return err
}

// payOtherwise pays by bank or as credit what came back, or what goes by bank. What the
// buyer has already is taken back instead.
func (t *turn) payOtherwise() error {
	picked, ok, err := t.pick("SELECT id FROM refunds WHERE status IN ('FAILED', 'AWAITING_BANK') ORDER BY id")
	if err != nil || !ok {
		return err
	}
	reference := t.unique("transfer")
	in := refund.PayOtherwiseInput{RefundID: refund.ID(picked), Method: refund.MethodBank, Reference: &reference, IdempotencyKey: reference}
	if t.chance(40) {
		in.Method = refund.MethodCredit
	}
	_, err = t.app.Refunds.PayOtherwise(t.ctx, t.operators[0].actor, in)
	if refund.ErrState.Is(err) {
		_, err = t.app.Refunds.Cancel(t.ctx, t.operators[0].actor, refund.CancelInput{RefundID: in.RefundID})
	}
	return err
}

func (t *turn) payOutCredit() error {
	picked, ok, err := t.pick("SELECT refund_id FROM buyer_credits WHERE refund_id IS NOT NULL ORDER BY id")
	if err != nil || !ok {
		return err
	}
	r, err := t.app.Refunds.Get(t.ctx, t.operators[0].actor, refund.ID(picked))
	if err != nil {
		return err
	}
	in := refund.CreditPayOutInput{
		BuyerID: r.BuyerID, Amount: *t.some(r.AmountMinor, r.Currency), Reference: t.unique("transfer"), IdempotencyKey: t.unique("credit"),
	}
	_, err = t.app.Refunds.PayOutCredit(t.ctx, t.operators[0].actor, in)
	return err
}

// refundAtStripe gives back as somebody does in Stripe's Dashboard.
func (t *turn) refundAtStripe() error {
	p, err := t.charged()
	if err != nil || p == nil {
		return err
	}
	form := url.Values{"charge": {p.ChargeID}}
	if left := min(p.AmountMinor-p.RefundedMinor, p.ByCard().Minor); left > 0 && t.chance(70) {
		part, err := stripeUnits(*t.some(left, p.Currency))
		if err != nil {
			return err
		}
		form.Set("amount", part)
	}
	_, _, err = t.atStripe(t.ctx, "/v1/refunds", form, "")
	return err
}

// stripeUnits is an amount as Stripe counts: ISK and UGX have two decimals there.
func stripeUnits(in money.Input) (string, error) {
	a, err := in.Parse()
	if err != nil {
		return "", err
	}
	if a.Currency == "ISK" || a.Currency == "UGX" {
		a.Minor *= 100
	}
	return strconv.FormatInt(a.Minor, 10), nil
}

// failRefund lets the buyer's bank send a refund back.
func (t *turn) failRefund() error {
	picked, ok, err := t.pick("SELECT provider_id FROM refunds WHERE provider_id IS NOT NULL AND status IN ('SUCCEEDED', 'PENDING') ORDER BY id")
	if err != nil || !ok {
		return err
	}
	_, _, err = t.atStripe(t.ctx, "/_sim/refunds/"+picked+"/fail", nil, "")
	return err
}

// read reads an answer of Stripe's.
func read(body string, into any) { _ = json.Unmarshal([]byte(body), into) }
