package stripesim

import (
	"math/big"
	"strings"
)

// Debits of a bank account take days: the intent is processing and the charge pending
// until the bank has paid or refused. No money moves before it has paid.

type methodSepa struct {
	Bank        *string `json:"bank_code"`
	Branch      *string `json:"branch_code"`
	Country     *string `json:"country"`
	Fingerprint *string `json:"fingerprint"`
	From        *string `json:"generated_from"`
	Last4       *string `json:"last4"`
}

type sepaOptions struct {
	Mandate *struct{} `json:"mandate_options,omitempty"`
}

type chargeSepa struct {
	Bank        string  `json:"bank_code"`
	Branch      *string `json:"branch_code"`
	Country     string  `json:"country"`
	Fingerprint string  `json:"fingerprint"`
	Last4       string  `json:"last4"`
	Mandate     string  `json:"mandate"`
}

type sepaParams struct {
	IBAN string `p:"iban,required"`
}

// testDebit is what the bank of a test IBAN answers.
type testDebit struct {
	fails   bool
	seconds int64 // 0 is the simulator's own time
	dispute string
}

// debitOf knows Stripe's test numbers; their last eleven digits are the same in every
// country. Any other valid IBAN pays.
func debitOf(iban string) testDebit {
	switch iban {
	case "AT861904300235473202":
		return testDebit{fails: true}
	case "AT321904300235473204":
		return testDebit{seconds: 180}
	case "AT051904300235473205":
		return testDebit{fails: true, seconds: 180}
	case "AT591904300235473203":
		return testDebit{dispute: "debit_not_authorized"}
	}
	return testDebit{}
}

// validIBAN checks the two digits that make an IBAN divisible.
func validIBAN(iban string) bool {
	if len(iban) < 15 || len(iban) > 34 {
		return false
	}
	var number strings.Builder
	for _, r := range iban[4:] + iban[:4] {
		switch {
		case r >= '0' && r <= '9':
			number.WriteRune(r)
		case r >= 'A' && r <= 'Z':
			number.WriteString(big.NewInt(int64(r - 'A' + 10)).String())
		default:
			return false
		}
	}
	n, ok := new(big.Int).SetString(number.String(), 10)
	return ok && new(big.Int).Mod(n, big.NewInt(97)).Int64() == 1
}

// bankFrom makes a payment method of an IBAN.
func (u *unit) bankFrom(p *methodParams, path string) (*paymentMethod, *apiError) {
	if p.Sepa == nil {
		return nil, reject("parameter_missing", join(path, "sepa_debit"), "Missing required param: %s.", join(path, "sepa_debit"))
	}
	if p.Billing == nil || deref(p.Billing.Name) == "" || deref(p.Billing.Email) == "" {
		return nil, reject("parameter_missing", join(join(path, "billing_details"), "email"), "A sepa_debit needs the name and the email of who is debited.")
	}
	iban := strings.ToUpper(strings.ReplaceAll(p.Sepa.IBAN, " ", ""))
	if !validIBAN(iban) {
		return nil, reject("invalid_bank_account_iban", join(join(path, "sepa_debit"), "iban"), "The IBAN you entered is invalid.")
	}
	m := &paymentMethod{Metadata: map[string]string{}, Type: "sepa_debit", Sepa: &methodSepa{
		Bank: ptr(iban[4:9]), Branch: ptr(""), Country: ptr(iban[:2]), Fingerprint: ptr("fp" + cardPrint(iban)), Last4: ptr(last4(iban)),
	}}
	m.ID, m.Object, m.Created = newID("pm_1"), "payment_method", u.now
	m.hidden.Number = iban
	m.describe(p)
	u.put(m)
	return m, nil
}

func noMandate(what string) *apiError {
	return refuse("", "mandate_data", "This %s requires a mandate, but no existing mandate was found. "+
		"Collect mandate acceptance from the customer and try again, providing acceptance data in the mandate_data parameter.", what)
}

// consents notes that the buyer lets the bank account be debited.
func (i *paymentIntent) consents(m *paymentMethod, c *confirmation) *apiError {
	switch {
	case i.CaptureMethod == "manual":
		return refuse("", "capture_method", "The payment method sepa_debit cannot be captured later.")
	case c.Mandate != nil:
		m.hidden.Mandate = newID("mandate_1")
	case m.hidden.Mandate == "":
		return noMandate("PaymentIntent")
	}
	return nil
}

// kind is the type of the charge's balance transaction.
func (c *charge) kind() string {
	if c.Details != nil && c.Details.Sepa != nil {
		return "payment"
	}
	return "charge"
}

// debitOf shows the bank account on a charge that is to debit it.
func (c *charge) debitOf(m *paymentMethod) {
	c.Details = &chargeDetails{Type: "sepa_debit", Sepa: &chargeSepa{
		Bank: deref(m.Sepa.Bank), Branch: m.Sepa.Branch, Country: deref(m.Sepa.Country), Fingerprint: deref(m.Sepa.Fingerprint),
		Last4: deref(m.Sepa.Last4), Mandate: m.hidden.Mandate,
	}}
}

// debit asks the bank, which answers days later.
func (u *unit) debit(i *paymentIntent, m *paymentMethod) (any, *apiError) {
	c := u.newCharge(i, m)
	c.Captured, c.Status = true, "pending"
	c.Outcome = &outcome{Network: ptr("approved_by_network"), Risk: "not_assessed", Message: "Payment complete.", Type: "authorized"}
	i.LatestCharge, i.NextAction, i.LastError, i.Status = ptr(c.ID), nil, nil, "processing"
	wait := max(int64(u.s.opts.DebitAfter.Seconds()), 0)
	if answer := debitOf(m.hidden.Number); answer.seconds > 0 {
		wait = answer.seconds
	}
	c.due = u.now + max(wait, 1)
	u.put(c)
	u.keepMethod(i, m)
	u.put(i)
	u.emit("charge.pending", c, nil)
	u.emit("payment_intent.processing", i, nil)
	return i, nil
}

// fire is the answer of the bank.
func (c *charge) fire(u *unit) {
	if c.Status != "pending" {
		return
	}
	if debitOf(c.hidden.Number).fails {
		u.failDebit(c, "insufficient_funds")
		return
	}
	u.settleDebit(c)
}

// settleDebit books the money that the bank has paid.
func (u *unit) settleDebit(c *charge) {
	i := must[*paymentIntent](u.s, *c.Intent)
	c.Status, c.Paid = "succeeded", true
	u.at(c, 0)
	u.capture(i, c, c.Amount)
	u.emit("charge.succeeded", c, nil)
	u.emit("payment_intent.succeeded", i, nil)
	if reason := debitOf(c.hidden.Number).dispute; reason != "" {
		u.openDispute(c, reason, false, c.AmountCaptured)
	}
}

// failDebit ends the attempt: the intent waits for another way to pay.
func (u *unit) failDebit(c *charge, code string) {
	i := must[*paymentIntent](u.s, *c.Intent)
	m := must[*paymentMethod](u.s, *c.Method)
	c.Status, c.Captured, c.FailureCode = "failed", false, ptr(code)
	c.FailureMessage = ptr("The bank refused the debit: " + strings.ReplaceAll(code, "_", " ") + ".")
	c.Outcome = &outcome{Network: ptr("declined_by_network"), Reason: ptr(code), Risk: "not_assessed", Message: "The bank refused the debit.", Type: "issuer_declined"}
	u.at(c, 0)
	u.emit("charge.failed", c, nil)
	err := refuse("payment_intent_payment_attempt_failed", "", "The payment failed.")
	err.body.Charge = c.ID
	u.failed(i, m, err)
}

// pendingCharge finds a charge of any account that waits for its bank.
func (u *unit) pendingCharge() (*charge, *apiError) {
	c, ok := u.s.state.byID[u.path("id")].(*charge)
	if !ok {
		return nil, missing("charge", u.path("id"), "")
	}
	if c.Status != "pending" {
		return nil, refuse("", "", "This charge is %s.", c.Status)
	}
	u.account = c.account
	return c, nil
}

// settleCharge lets the bank pay now.
func settleCharge(u *unit, _ *none) (any, *apiError) {
	c, err := u.pendingCharge()
	if err != nil {
		return nil, err
	}
	u.settleDebit(c)
	return c, nil
}

// failCharge lets the bank refuse now.
func failCharge(u *unit, p *struct {
	Code string `p:"code"`
},
) (any, *apiError) {
	c, err := u.pendingCharge()
	if err != nil {
		return nil, err
	}
	u.failDebit(c, or(p.Code, "insufficient_funds"))
	return c, nil
}
