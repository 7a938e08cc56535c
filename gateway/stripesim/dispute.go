package stripesim

import (
	"encoding/json"
	"slices"
)

// dispute is a buyer's bank taking the money back, or asking about it.
type dispute struct {
	head
	Amount         int64              `json:"amount"`
	Transactions   []json.RawMessage  `json:"balance_transactions"`
	Charge         string             `json:"charge"`
	Currency       string             `json:"currency"`
	Evidence       map[string]*string `json:"evidence"`
	Details        evidenceDetails    `json:"evidence_details"`
	Refundable     bool               `json:"is_charge_refundable"`
	Livemode       bool               `json:"livemode"`
	Metadata       map[string]string  `json:"metadata"`
	NetworkReason  *string            `json:"network_reason_code"`
	Intent         *string            `json:"payment_intent"`
	PaymentDetails *disputeDetails    `json:"payment_method_details,omitempty"`
	Reason         string             `json:"reason"`
	Status         string             `json:"status"`

	hidden disputeHidden
}

type disputeHidden struct {
	// Counter is the fee for evidence.
	Counter int64 `json:"counter,omitempty"`
	// Countered is the fee that was taken for evidence, and is given back when the dispute is won.
	Countered int64 `json:"countered,omitempty"`
}

func (d *dispute) private() any { return &d.hidden }

type evidenceDetails struct {
	DueBy   *int64 `json:"due_by"`
	Has     bool   `json:"has_evidence"`
	PastDue bool   `json:"past_due"`
	Sent    int64  `json:"submission_count"`
}

type disputeDetails struct {
	Card struct {
		Brand  string  `json:"brand"`
		Reason *string `json:"network_reason_code"`
	} `json:"card"`
	Type string `json:"type"`
}

func (d *dispute) indexes() []string {
	out := []string{"charge=" + d.Charge}
	if d.Intent != nil {
		out = append(out, "payment_intent="+*d.Intent)
	}
	return out
}

// listTransactions shows the money the dispute has moved.
func (d *dispute) listTransactions(st *state) {
	d.Transactions = []json.RawMessage{}
	for _, e := range st.lists["balance_transaction|"+d.account+"|source="+d.ID] {
		d.Transactions = append(d.Transactions, render(e))
	}
}

// evidenceDays is how long the bank waits for evidence.
const evidenceDays = 7

func evidenceNames() []string {
	return []string{
		"access_activity_log", "billing_address", "cancellation_policy", "cancellation_policy_disclosure", "cancellation_rebuttal",
		"customer_communication", "customer_email_address", "customer_name", "customer_purchase_ip", "customer_signature",
		"duplicate_charge_documentation", "duplicate_charge_explanation", "duplicate_charge_id", "product_description", "receipt",
		"refund_policy", "refund_policy_disclosure", "refund_refusal_explanation", "service_date", "service_documentation",
		"shipping_address", "shipping_carrier", "shipping_date", "shipping_documentation", "shipping_tracking_number",
		"uncategorized_file", "uncategorized_text",
	}
}

// openDispute makes a dispute, which takes amount and fee at once, or an inquiry, which takes nothing.
func (u *unit) openDispute(c *charge, reason string, inquiry bool, amount int64) *dispute {
	d := &dispute{
		Amount: amount, Charge: c.ID, Currency: c.Currency, Evidence: map[string]*string{}, Intent: c.Intent, Metadata: map[string]string{},
		Reason: reason, Status: "needs_response", NetworkReason: ptr("10.4"),
	}
	d.ID, d.Object, d.Created, d.account = newID("dp_1"), "dispute", u.now, u.account
	d.hidden.Counter = u.s.opts.CounterFee
	for _, name := range evidenceNames() {
		d.Evidence[name] = nil
	}
	if c.Details != nil && c.Details.Card != nil {
		d.PaymentDetails = &disputeDetails{Type: "card"}
		d.PaymentDetails.Card.Brand, d.PaymentDetails.Card.Reason = c.Details.Card.Brand, ptr("10.4")
	}
	due := u.now + evidenceDays*24*3600
	d.Details.DueBy, d.due = &due, due
	c.Disputed = true
	if inquiry {
		d.Status, d.Refundable = "warning_needs_response", true
	} else {
		u.withdraw(d, c)
	}
	d.listTransactions(u.s.state)
	u.put(c)
	u.put(d)
	u.emit("charge.dispute.created", d, nil)
	if !inquiry {
		u.emit("charge.dispute.funds_withdrawn", d, nil)
	}
	u.calmWarnings(c)
	return d
}

// withdraw takes the disputed amount and the fee; refunds that still wait can no longer be paid.
func (u *unit) withdraw(d *dispute, c *charge) {
	u.moveConverted(movement{
		kind: "adjustment", category: "dispute", amount: -d.Amount, fee: u.s.opts.DisputeFee, currency: d.Currency, source: d.ID,
		description: ptr("Chargeback withdrawal for " + c.ID), feeText: "Dispute fee",
	})
	c.hidden.Open++
	d.Refundable = false
	for _, r := range slices.Clone(u.s.state.shortRefunds[u.account]) {
		if deref(r.Charge) == c.ID {
			before := snapshot(r)
			u.failRefund(r, "charge_for_pending_refund_disputed")
			u.tellRefund(r, before)
		}
	}
}

// counter takes the fee for evidence, where there is one.
func (u *unit) counter(d *dispute) {
	fee := d.hidden.Counter
	if fee == 0 || d.hidden.Countered > 0 {
		return
	}
	u.moveConverted(movement{
		kind: "adjustment", category: "dispute", fee: fee, currency: d.Currency, source: d.ID,
		description: ptr("Dispute countered fee for " + d.Charge), feeText: "Dispute countered fee",
	})
	d.hidden.Countered = fee
	d.listTransactions(u.s.state)
}

// closeDispute ends a dispute; won money comes back with the fee for evidence, the fee of the dispute does not.
func (u *unit) closeDispute(d *dispute, status string, reinstated int64) {
	c := must[*charge](u.s, d.Charge)
	if d.Status == "needs_response" || d.Status == "under_review" {
		c.hidden.Open--
	}
	before := snapshot(d)
	d.Status, d.Refundable = status, false
	if reinstated > 0 {
		back := int64(0)
		if status == "won" {
			back, d.hidden.Countered = d.hidden.Countered, 0
		}
		u.moveConverted(movement{
			kind: "adjustment", category: "dispute_reversal", amount: reinstated, fee: -back, currency: d.Currency, source: d.ID,
			description: ptr("Chargeback reversal for " + c.ID), feeText: "Dispute countered fee",
		})
	}
	d.listTransactions(u.s.state)
	u.put(c)
	u.at(d, 0)
	u.emit("charge.dispute.updated", d, before)
	u.emit("charge.dispute.closed", d, nil)
	if reinstated > 0 {
		u.emit("charge.dispute.funds_reinstated", d, nil)
	}
}

// closeInquiries ends what a full refund has answered.
func (u *unit) closeInquiries(c *charge) {
	for _, e := range list(u, "dispute", "charge", c.ID) {
		if d := e.(*dispute); d.Status == "warning_needs_response" || d.Status == "warning_under_review" {
			u.closeDispute(d, "warning_closed", 0)
		}
	}
}

// fire ends what nobody has answered.
func (d *dispute) fire(u *unit) {
	switch d.Status {
	case "needs_response":
		d.Details.PastDue = true
		u.closeDispute(d, "lost", 0)
	case "warning_needs_response", "warning_under_review":
		u.closeDispute(d, "warning_closed", 0)
	}
}

func (u *unit) disputeByPath() (*dispute, *apiError) {
	d, ok := get[*dispute](u, u.path("id"))
	if !ok {
		return nil, missing("dispute", u.path("id"), "")
	}
	return d, nil
}

func getDispute(u *unit, _ *none) (any, *apiError) {
	d, err := u.disputeByPath()
	if err != nil {
		return nil, err
	}
	return d, nil
}

// evidence are the known fields of evidence.
type evidence map[string]string

func (e *evidence) decodeForm(n *node, path string) *apiError {
	*e = evidence{}
	for _, key := range n.keys {
		if !slices.Contains(evidenceNames(), key) {
			return unknownParam(join(path, key))
		}
		if len(n.kids[key].keys) > 0 {
			return reject("", join(path, key), "Invalid string")
		}
		if len(n.kids[key].scalar) > 20_000 {
			return reject("", join(path, key), "Evidence is limited to 20,000 characters a field.")
		}
		(*e)[key] = n.kids[key].scalar
	}
	return nil
}

// The most that all files, and all texts, of an answer may hold.
const (
	evidenceBytes      = 4_718_592 // 4.5 MB
	evidenceCharacters = 150_000
)

// isFileEvidence tells whether a field of evidence names a file.
func isFileEvidence(name string) bool {
	switch name {
	case "cancellation_policy", "customer_communication", "customer_signature", "duplicate_charge_documentation", "receipt",
		"refund_policy", "service_documentation", "shipping_documentation", "uncategorized_file":
		return true
	}
	return false
}

// checkEvidence looks whether files are there and were uploaded for this, and whether
// all together is not too much.
func (u *unit) checkEvidence(d *dispute, e evidence) *apiError {
	bytes, characters := 0, 0
	for _, name := range evidenceNames() {
		value, sent := e[name]
		if !sent {
			value = deref(d.Evidence[name])
		}
		if !isFileEvidence(name) {
			characters += len(value)
			continue
		}
		if value == "" {
			continue
		}
		f, ok := get[*storedFile](u, value)
		if !ok || f.Purpose != "dispute_evidence" && (name != "customer_signature" || f.Purpose != "customer_signature") {
			return missing("file upload", value, "evidence["+name+"]")
		}
		bytes += f.Size
	}
	if bytes > evidenceBytes {
		return refuse("", "evidence", "The files of an answer can hold 4.5 MB together.")
	}
	if characters > evidenceCharacters {
		return refuse("", "evidence", "The texts of an answer can hold 150,000 characters together.")
	}
	return nil
}

func updateDispute(u *unit, p *struct {
	Evidence *evidence `p:"evidence"`
	Metadata *metadata `p:"metadata"`
	Submit   *bool     `p:"submit"`
},
) (any, *apiError) {
	d, err := u.disputeByPath()
	if err != nil {
		return nil, err
	}
	if p.Evidence != nil && d.Status != "needs_response" && d.Status != "warning_needs_response" {
		return nil, refuse("", "evidence", "This dispute does not take evidence any more: its status is %s.", d.Status)
	}
	if p.Evidence != nil {
		if err := u.checkEvidence(d, *p.Evidence); err != nil {
			return nil, err
		}
	}
	before := snapshot(d)
	if p.Metadata != nil {
		d.Metadata = p.Metadata.onto(d.Metadata)
	}
	if p.Evidence != nil {
		for key, value := range *p.Evidence {
			d.Evidence[key] = filled(value)
			d.Details.Has = true
		}
	}
	submit := p.Submit == nil || *p.Submit
	if submit && d.Details.Has && (d.Status == "needs_response" || d.Status == "warning_needs_response") {
		u.submit(d)
		if d.Status == "won" || d.Status == "lost" || d.Status == "warning_closed" {
			return d, nil
		}
	}
	u.put(d)
	u.emit("charge.dispute.updated", d, before)
	return d, nil
}

// submit sends the evidence; the text of Stripe's test evidence decides at once.
func (u *unit) submit(d *dispute) {
	d.Details.Sent++
	inquiry := d.Status == "warning_needs_response"
	if !inquiry {
		u.counter(d)
	}
	d.Status = map[bool]string{true: "warning_under_review", false: "under_review"}[inquiry]
	switch text := deref(d.Evidence["uncategorized_text"]); {
	case inquiry && text == "escalate_inquiry_evidence":
		c := must[*charge](u.s, d.Charge)
		d.Status = "needs_response"
		u.withdraw(d, c)
		d.listTransactions(u.s.state)
		u.put(c)
		u.emit("charge.dispute.funds_withdrawn", d, nil)
	case inquiry && (text == "winning_evidence" || text == "losing_evidence"):
		u.closeDispute(d, "warning_closed", 0)
	case text == "winning_evidence":
		u.closeDispute(d, "won", d.Amount)
	case text == "losing_evidence":
		u.closeDispute(d, "lost", 0)
	}
}

func closeDisputeCall(u *unit, _ *none) (any, *apiError) {
	d, err := u.disputeByPath()
	if err != nil {
		return nil, err
	}
	switch d.Status {
	case "needs_response", "under_review":
		u.closeDispute(d, "lost", 0)
	case "warning_needs_response", "warning_under_review":
		u.closeDispute(d, "warning_closed", 0)
	default:
		return nil, refuse("", "", "This dispute is already closed.")
	}
	return d, nil
}

func listDisputes(u *unit, p *struct {
	listParams
	createdParams
	Charge string `p:"charge"`
	Intent string `p:"payment_intent"`
},
) (any, *apiError) {
	objects := list(u, "dispute", "charge", p.Charge, "payment_intent", p.Intent)
	return paginate(u, objects, p.listParams, func(e entity) bool {
		d := e.(*dispute)
		return p.Created.has(d.Created) && (p.Charge == "" || p.Charge == d.Charge) && is(d.Intent, p.Intent)
	})
}
