package simulate

import (
	"net/url"
	"strconv"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
)

// openDispute lets the buyer's bank take a payment back, a part of it, or ask.
func (t *turn) openDispute() error {
	p, err := t.charged()
	if err != nil || p == nil {
		return err
	}
	form := url.Values{"charge": {p.ChargeID}, "reason": {"product_not_received"}}
	if amount, err := t.disputed(p); err != nil {
		return err
	} else if amount != "" {
		form.Set("amount", amount)
	}
	switch t.r.IntN(5) {
	case 0:
		form.Set("inquiry", "true")
	case 1:
		form.Set("lost", "true")
	}
	_, _, err = t.atStripe(t.ctx, "/_sim/disputes", form, "")
	return err
}

// disputed is how much is disputed: a part, or all of what has not been given
// back. A bank takes no more than that, since the buyer has the rest already.
func (t *turn) disputed(p *payment.Payment) (string, error) {
	left := min(p.AmountMinor-p.RefundedMinor, p.ByCard().Minor)
	if left <= 0 {
		left = p.ByCard().Minor
	}
	whole := money.Input{Amount: money.New(left, p.Currency).Decimal(), CurrencyCode: p.Currency}
	if t.chance(40) {
		return stripeUnits(*t.some(left, p.Currency))
	}
	return stripeUnits(whole)
}

// decideDispute lets a bank decide: won, lost, partly won, won late.
func (t *turn) decideDispute() error {
	picked, ok, err := t.pick("SELECT provider_id FROM disputes WHERE status IN ('INQUIRY', 'OPEN', 'LOST') ORDER BY id")
	if err != nil || !ok {
		return err
	}
	d, err := t.disputeAt(picked)
	if err != nil || d == nil {
		return err
	}
	form := url.Values{}
	switch {
	case d.Status == dispute.StatusInquiry:
		form.Set("status", "warning_closed")
	case d.Status == dispute.StatusLost || t.chance(50):
		form.Set("status", "won")
		if t.chance(25) {
			part, err := stripeUnits(*t.some(d.AmountMinor, d.Currency))
			if err != nil {
				return err
			}
			form.Set("amount", part)
		}
	default:
		form.Set("status", "lost")
	}
	_, _, err = t.atStripe(t.ctx, "/_sim/disputes/"+picked, form, "")
	return err
}

func (t *turn) disputeAt(providerID string) (*dispute.Dispute, error) {
	var ids []string
	err := t.scan(&ids, "SELECT id FROM disputes WHERE provider_id = ?", providerID)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return t.app.Disputes.Get(t.ctx, t.operators[0].actor, dispute.ID(ids[0]))
}

func (t *turn) anyDispute(statement string) (*dispute.Dispute, error) {
	picked, ok, err := t.pick(statement)
	if err != nil || !ok {
		return nil, err
	}
	return t.app.Disputes.Get(t.ctx, t.operators[0].actor, dispute.ID(picked))
}

// answerDispute sends evidence, which decides by its words, or accepts.
func (t *turn) answerDispute() error {
	d, err := t.anyDispute("SELECT id FROM disputes WHERE status IN ('INQUIRY', 'OPEN') ORDER BY id")
	if err != nil || d == nil {
		return err
	}
	by := t.operators[0].actor
	if t.chance(25) {
		_, err = t.app.Disputes.Accept(t.ctx, by, dispute.AcceptInput{DisputeID: d.ID})
		return err
	}
	words := []string{"winning_evidence", "losing_evidence", "escalate_inquiry_evidence", "It was sent."}[t.r.IntN(4)]
	in := dispute.EvidenceSubmitInput{DisputeID: d.ID}
	in.Statement = &words
	_, err = t.app.Disputes.Submit(t.ctx, by, in)
	return err
}

// acceptShare lets a seller agree to their share.
func (t *turn) acceptShare() error {
	d, err := t.anyDispute("SELECT id FROM disputes WHERE status IN ('INQUIRY', 'OPEN') ORDER BY id")
	if err != nil || d == nil {
		return err
	}
	part, ok := one(t, d.Parts)
	if !ok {
		return nil
	}
	var by *actor.Actor
	for _, s := range t.sellers {
		if s.id == part.SellerID {
			by = &s.owner.actor
		}
	}
	if by == nil {
		return nil
	}
	_, err = t.app.Disputes.Accept(t.ctx, *by, dispute.AcceptInput{DisputeID: d.ID})
	return err
}

// assignShares lets an operator say whose share is what.
func (t *turn) assignShares() error {
	d, err := t.anyDispute("SELECT id FROM disputes WHERE status IN ('INQUIRY', 'OPEN') ORDER BY id")
	if err != nil || d == nil {
		return err
	}
	in := dispute.SharesSetInput{DisputeID: d.ID}
	left := d.AmountMinor
	for _, p := range d.Parts {
		share := t.r.Int64N(left+1) / d.Currency.Step() * d.Currency.Step()
		left -= share
		in.Shares = append(in.Shares, dispute.ShareInput{
			SellerOrderID: order.SellerOrderID(p.SellerOrderID),
			Amount:        money.Input{Amount: money.New(share, d.Currency).Decimal(), CurrencyCode: d.Currency},
		})
	}
	in.Platform = &money.Input{Amount: money.New(left, d.Currency).Decimal(), CurrencyCode: d.Currency}
	t.tell("  " + strconv.FormatInt(left, 10) + " stay with the platform")
	_, err = t.app.Disputes.SetShares(t.ctx, in)
	return err
}

// warn lets the issuer of a card warn of a payment.
func (t *turn) warn() error {
	p, err := t.charged()
	if err != nil || p == nil {
		return err
	}
	_, _, err = t.atStripe(t.ctx, "/_sim/warnings", url.Values{"charge": {p.ChargeID}}, "")
	return err
}

// decideWarning gives back what an issuer has warned of, or sets the warning
// aside.
func (t *turn) decideWarning() error {
	picked, ok, err := t.pick("SELECT id FROM fraud_warnings WHERE set_aside_at IS NULL ORDER BY id")
	if err != nil || !ok {
		return err
	}
	by := t.operators[0].actor
	if t.chance(40) {
		_, err = t.app.Disputes.RefundWarning(t.ctx, by, dispute.WarningRefundInput{WarningID: dispute.WarningID(picked), IdempotencyKey: "warning-" + picked})
		return err
	}
	_, err = t.app.Disputes.SetAside(t.ctx, by, dispute.WarningSetAsideInput{WarningID: dispute.WarningID(picked), Note: "The buyer is known."})
	return err
}
