package stripesim

import "slices"

// refund gives a charge back to the buyer, in whole or in part.
type refund struct {
	head
	Amount         int64             `json:"amount"`
	Transaction    *string           `json:"balance_transaction"`
	Charge         *string           `json:"charge"`
	Currency       string            `json:"currency"`
	Destination    *refundTarget     `json:"destination_details,omitempty"`
	FailureTxn     *string           `json:"failure_balance_transaction,omitempty"`
	FailureReason  string            `json:"failure_reason,omitempty"`
	Email          string            `json:"instructions_email,omitempty"`
	Next           *refundNext       `json:"next_action,omitempty"`
	Metadata       map[string]string `json:"metadata"`
	Intent         *string           `json:"payment_intent"`
	Reason         *string           `json:"reason"`
	Receipt        *string           `json:"receipt_number"`
	SourceReversal *string           `json:"source_transfer_reversal"`
	Status         string            `json:"status"`
	Reversal       *string           `json:"transfer_reversal"`

	hidden refundHidden
}

type refundHidden struct {
	// Short says that the refund waits for the balance to cover it.
	Short bool `json:"short,omitempty"`
	// Ends is the status to which the refund turns at its due time.
	Ends string `json:"ends,omitempty"`
}

// refundNext is what the buyer has to do before a refund can arrive.
type refundNext struct {
	Details refundDisplay `json:"display_details"`
	Type    string        `json:"type"`
}

type refundDisplay struct {
	Sent    refundEmail `json:"email_sent"`
	Expires int64       `json:"expires_at"`
}

type refundEmail struct {
	At int64  `json:"email_sent_at"`
	To string `json:"email_sent_to"`
}

type refundTarget struct {
	Bank *refundBank `json:"eu_bank_transfer,omitempty"`
	Card *refundCard `json:"card,omitempty"`
	Type string      `json:"type"`
}

type refundBank struct {
	Reference       *string `json:"reference"`
	ReferenceStatus string  `json:"reference_status"`
}

type refundCard struct {
	Reference       string `json:"reference,omitempty"`
	ReferenceStatus string `json:"reference_status"`
	ReferenceType   string `json:"reference_type"`
	Type            string `json:"type"`
}

func (r *refund) private() any { return &r.hidden }

func (r *refund) indexes() []string {
	out := []string{"charge=" + deref(r.Charge)}
	if r.Intent != nil {
		out = append(out, "payment_intent="+*r.Intent)
	}
	return out
}

type refundParams struct {
	Amount   *int64    `p:"amount" min:"1"`
	Charge   string    `p:"charge"`
	Intent   string    `p:"payment_intent"`
	Email    string    `p:"instructions_email"`
	Metadata *metadata `p:"metadata"`
	Reason   string    `p:"reason" enum:"duplicate|fraudulent|requested_by_customer"`
	Fee      bool      `p:"refund_application_fee"`
	Reverse  bool      `p:"reverse_transfer"`
}

func createRefund(u *unit, p *refundParams) (any, *apiError) {
	c, err := u.refundable(p)
	if err != nil {
		return nil, err
	}
	left := c.AmountCaptured - c.AmountRefunded - u.chargedBack(c)
	amount := left
	if p.Amount != nil {
		amount = *p.Amount
	}
	if left <= 0 {
		return nil, refuse("charge_already_refunded", "", "Charge %s has already been refunded.", c.ID)
	}
	if amount > left {
		return nil, refuse("", "amount", "Refund amount (%d) is greater than unrefunded amount on charge (%d)", amount, left)
	}
	r := &refund{
		Amount: amount, Charge: ptr(c.ID), Currency: c.Currency, Metadata: map[string]string{}, Intent: c.Intent, Reason: filled(p.Reason),
		Destination: &refundTarget{Type: "card", Card: &refundCard{ReferenceStatus: "pending", ReferenceType: "acquirer_reference_number", Type: "refund"}},
	}
	prefix := "re_3"
	if c.kind() == "payment" {
		prefix = "pyr_3"
	}
	r.ID, r.Object, r.Created = newID(prefix), "refund", u.now
	if p.Metadata != nil {
		r.Metadata = p.Metadata.onto(nil)
	}
	r.Email = p.Email
	if c.Details.Card == nil {
		r.Destination = &refundTarget{Type: "eu_bank_transfer", Bank: &refundBank{ReferenceStatus: "pending"}}
	}
	u.countRefund(c, r.Amount)
	if u.covers(c, amount) {
		u.pay(r, c)
	} else {
		r.Status, r.hidden.Short = "pending", true
		u.s.state.shortRefunds[u.account] = append(u.s.state.shortRefunds[u.account], r)
	}
	u.put(r)
	u.emit("charge.refunded", c, nil)
	u.emit("refund.created", r, nil)
	if c.Refunded {
		u.closeInquiries(c)
		u.calmWarnings(c)
	}
	return r, nil
}

// refundable finds the charge to be refunded and says why it cannot be.
func (u *unit) refundable(p *refundParams) (*charge, *apiError) {
	id, param := p.Charge, "charge"
	if p.Intent != "" {
		i, ok := get[*paymentIntent](u, p.Intent)
		if !ok {
			return nil, missing("payment_intent", p.Intent, "payment_intent")
		}
		if i.LatestCharge == nil || p.Charge != "" && p.Charge != *i.LatestCharge {
			return nil, refuse("", "payment_intent", "This PaymentIntent (%s) does not have a successful charge to refund.", i.ID)
		}
		id, param = *i.LatestCharge, "payment_intent"
	}
	if id == "" {
		return nil, reject("parameter_missing", "charge", "One of the following params should be provided for this request: payment_intent or charge.")
	}
	c, ok := get[*charge](u, id)
	switch {
	case !ok:
		return nil, missing("charge", id, param)
	case p.Reverse || p.Fee:
		return nil, refuse("", "reverse_transfer", "Charge %s has no transfer of its own: reverse its transfers by themselves.", id)
	case c.SourceTransfer != nil:
		return nil, refuse("charge_not_refundable", param, "Payment %s came by a transfer: reverse the transfer instead.", id)
	case c.Status != "succeeded" || !c.Captured:
		return nil, refuse("charge_not_refundable", param, "Charge %s is not captured, so it cannot be refunded. Cancel its PaymentIntent instead.", id)
	case c.hidden.Open > 0:
		return nil, refuse("charge_disputed", param, "Charge %s has been charged back; cannot issue a refund.", id)
	}
	return c, nil
}

// chargedBack is what banks have taken of a charge by disputes and not given
// back. It cannot be refunded besides.
func (u *unit) chargedBack(c *charge) int64 {
	var taken int64
	for _, d := range list(u, "dispute", "charge", c.ID) {
		for _, e := range u.s.state.lists["balance_transaction|"+u.account+"|source="+d.header().ID] {
			taken -= e.(*balanceTransaction).asked()
		}
	}
	return min(taken, c.AmountCaptured-c.AmountRefunded)
}

func (u *unit) countRefund(c *charge, amount int64) {
	c.AmountRefunded += amount
	c.Refunded = c.AmountRefunded >= c.AmountCaptured
	u.put(c)
}

// refundDay is when the money of a refund leaves: with the charge's while that is
// pending, at once after that.
func (u *unit) refundDay(c *charge) (on int64, pending bool) {
	txn := must[*balanceTransaction](u.s, *c.Transaction)
	return txn.AvailableOn, txn.Status == "pending"
}

// covers tells whether the balance holds what the refund takes.
func (u *unit) covers(c *charge, amount int64) bool {
	p := u.s.state.purse(u.account, u.settled(c.Currency))
	amount, _ = u.convert(amount, c.Currency)
	if _, pending := u.refundDay(c); pending {
		return p.available+p.pending >= amount
	}
	return p.available >= amount
}

// pay books the refund and decides how it will end.
func (u *unit) pay(r *refund, c *charge) {
	on, pending := u.refundDay(c)
	if !pending {
		on = u.now
	}
	kind := "refund"
	if c.kind() == "payment" {
		kind = "payment_refund"
	}
	t := u.moveConverted(movement{kind: kind, category: "refund", amount: -r.Amount, currency: r.Currency, source: r.ID, availableOn: on})
	r.Transaction, r.Status, r.hidden.Short = ptr(t.ID), "succeeded", false
	switch cardOf(c.hidden.Number).refund {
	case "late":
		r.Status, r.hidden.Ends = "pending", "succeeded"
		r.due = u.now + int64(u.s.opts.RefundAfter.Seconds())
	case "fails":
		r.hidden.Ends = "failed"
		r.due = u.now + int64(u.s.opts.RefundAfter.Seconds())
	}
	if r.seq != 0 {
		u.s.state.wake(r)
	}
}

// fire ends a refund whose card is slow or refuses.
func (r *refund) fire(u *unit) {
	if r.hidden.Ends == "" || r.Status == "failed" || r.Status == "canceled" {
		return
	}
	before := snapshot(r)
	switch {
	case r.Status == "requires_action":
		u.failRefund(r, "declined")
	case r.hidden.Ends == "failed":
		u.failRefund(r, "expired_or_canceled_card")
	default:
		r.Status = r.hidden.Ends
	}
	r.hidden.Ends, r.Next = "", nil
	u.tellRefund(r, before)
}

// failRefund returns the money, if it had left, to the account.
func (u *unit) failRefund(r *refund, reason string) {
	c := must[*charge](u.s, *r.Charge)
	if r.Transaction != nil {
		on, pending := u.refundDay(c)
		if !pending {
			on = u.now
		}
		t := u.moveConverted(movement{kind: "refund_failure", category: "refund_failure", amount: r.Amount, currency: r.Currency, source: r.ID, availableOn: on})
		r.FailureTxn = ptr(t.ID)
	}
	r.Status, r.FailureReason = "failed", reason
	u.countRefund(c, -r.Amount)
	u.forgetShort(r)
}

func (u *unit) tellRefund(r *refund, before []byte) {
	u.put(r)
	u.emit("refund.updated", r, before)
	u.emit("charge.refund.updated", r, before)
}

func (u *unit) forgetShort(r *refund) {
	r.hidden.Short = false
	waiting := u.s.state.shortRefunds[r.account]
	u.s.state.shortRefunds[r.account] = slices.DeleteFunc(waiting, func(o *refund) bool { return o == r })
}

// retryShortRefunds pays what waited, in order, in each account whose balance moved.
func (u *unit) retryShortRefunds() {
	for i := 0; i < len(u.touched); i++ {
		account := u.touched[i].account
		for len(u.s.state.shortRefunds[account]) > 0 {
			r := u.s.state.shortRefunds[account][0]
			paid := false
			u.as(account, func() {
				if c := must[*charge](u.s, *r.Charge); u.covers(c, r.Amount) {
					before := snapshot(r)
					u.forgetShort(r)
					u.pay(r, c)
					u.tellRefund(r, before)
					paid = true
				}
			})
			if !paid {
				break
			}
		}
	}
}

func (u *unit) refundByPath() (*refund, *apiError) {
	r, ok := get[*refund](u, u.path("id"))
	if !ok {
		return nil, missing("refund", u.path("id"), "")
	}
	return r, nil
}

func getRefund(u *unit, _ *none) (any, *apiError) {
	r, err := u.refundByPath()
	if err != nil {
		return nil, err
	}
	return r, nil
}

func updateRefund(u *unit, p *struct {
	Metadata *metadata `p:"metadata"`
},
) (any, *apiError) {
	r, err := u.refundByPath()
	if err != nil {
		return nil, err
	}
	before := snapshot(r)
	if p.Metadata != nil {
		r.Metadata = p.Metadata.onto(r.Metadata)
	}
	u.tellRefund(r, before)
	return r, nil
}

func cancelRefund(u *unit, _ *none) (any, *apiError) {
	r, err := u.refundByPath()
	if err != nil {
		return nil, err
	}
	if r.Status != "requires_action" {
		return nil, refuse("", "", "This refund cannot be canceled because its status is %s.", r.Status)
	}
	before := snapshot(r)
	u.failRefund(r, "")
	r.Status, r.Next, r.hidden.Ends = "canceled", nil, ""
	u.at(r, 0)
	u.tellRefund(r, before)
	return r, nil
}

func listRefunds(u *unit, p *struct {
	listParams
	createdParams
	Charge string `p:"charge"`
	Intent string `p:"payment_intent"`
},
) (any, *apiError) {
	charge := or(u.path("id"), p.Charge)
	objects := list(u, "refund", "charge", charge, "payment_intent", p.Intent)
	return paginate(u, objects, p.listParams, func(e entity) bool {
		r := e.(*refund)
		return p.Created.has(r.Created) && is(r.Charge, charge) && is(r.Intent, p.Intent)
	})
}
