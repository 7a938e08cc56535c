package stripesim

// charge is one movement of money from a card, or (py_…) from the platform to a
// connected account.
type charge struct {
	head
	Amount         int64             `json:"amount"`
	AmountCaptured int64             `json:"amount_captured"`
	AmountRefunded int64             `json:"amount_refunded"`
	Application    *string           `json:"application"`
	Fee            *string           `json:"application_fee"`
	FeeAmount      *int64            `json:"application_fee_amount"`
	Transaction    *string           `json:"balance_transaction"`
	Billing        billing           `json:"billing_details"`
	Calculated     *string           `json:"calculated_statement_descriptor"`
	Captured       bool              `json:"captured"`
	Currency       string            `json:"currency"`
	Customer       *string           `json:"customer"`
	Description    *string           `json:"description"`
	Disputed       bool              `json:"disputed"`
	FailureTxn     *string           `json:"failure_balance_transaction"`
	FailureCode    *string           `json:"failure_code"`
	FailureMessage *string           `json:"failure_message"`
	Fraud          fraudDetails      `json:"fraud_details"`
	Invoice        *string           `json:"invoice"`
	Livemode       bool              `json:"livemode"`
	Metadata       map[string]string `json:"metadata"`
	OnBehalfOf     *string           `json:"on_behalf_of"`
	Outcome        *outcome          `json:"outcome"`
	Paid           bool              `json:"paid"`
	Intent         *string           `json:"payment_intent"`
	Method         *string           `json:"payment_method"`
	Details        *chargeDetails    `json:"payment_method_details"`
	ReceiptEmail   *string           `json:"receipt_email"`
	ReceiptNumber  *string           `json:"receipt_number"`
	ReceiptURL     *string           `json:"receipt_url"`
	Refunded       bool              `json:"refunded"`
	Refunds        *page             `json:"refunds"`
	Review         *string           `json:"review"`
	Shipping       *shipping         `json:"shipping"`
	Source         *string           `json:"source"`
	SourceTransfer *string           `json:"source_transfer"`
	Descriptor     *string           `json:"statement_descriptor"`
	Suffix         *string           `json:"statement_descriptor_suffix"`
	Status         string            `json:"status"`
	TransferData   *string           `json:"transfer_data"`
	TransferGroup  *string           `json:"transfer_group"`

	hidden chargeHidden
}

type chargeHidden struct {
	// Number is the test card, or the IBAN.
	Number string `json:"number,omitempty"`
	// Transferred is the sum of transfers that name this charge as their source.
	Transferred int64 `json:"transferred,omitempty"`
	// Open counts disputes that are not closed.
	Open int `json:"open,omitempty"`
}

type fraudDetails struct {
	User string `json:"user_report,omitempty"`
}

type outcome struct {
	Network *string `json:"network_status"`
	Reason  *string `json:"reason"`
	Risk    string  `json:"risk_level,omitempty"`
	Score   int64   `json:"risk_score,omitempty"`
	Message string  `json:"seller_message"`
	Type    string  `json:"type"`
}

type chargeDetails struct {
	Card   *chargeCard `json:"card,omitempty"`
	Sepa   *chargeSepa `json:"sepa_debit,omitempty"`
	Stripe *struct{}   `json:"stripe_account,omitempty"`
	Type   string      `json:"type"`
}

type chargeCard struct {
	Authorized    int64         `json:"amount_authorized"`
	Brand         string        `json:"brand"`
	CaptureBefore int64         `json:"capture_before,omitempty"`
	Checks        cardChecks    `json:"checks"`
	Country       string        `json:"country"`
	Month         int64         `json:"exp_month"`
	Year          int64         `json:"exp_year"`
	Fingerprint   string        `json:"fingerprint"`
	Funding       string        `json:"funding"`
	Installments  *string       `json:"installments"`
	Last4         string        `json:"last4"`
	Mandate       *string       `json:"mandate"`
	Network       string        `json:"network"`
	Secure        *secureResult `json:"three_d_secure"`
	Wallet        *string       `json:"wallet"`
}

type secureResult struct {
	Flow          string  `json:"authentication_flow"`
	ECI           string  `json:"electronic_commerce_indicator"`
	Exemption     *string `json:"exemption_indicator"`
	Result        string  `json:"result"`
	Reason        *string `json:"result_reason"`
	TransactionID string  `json:"transaction_id"`
	Version       string  `json:"version"`
}

func (c *charge) private() any { return &c.hidden }

func (c *charge) indexes() []string {
	var out []string
	if c.Intent != nil {
		out = append(out, "payment_intent="+*c.Intent)
	}
	if c.TransferGroup != nil {
		out = append(out, "transfer_group="+*c.TransferGroup)
	}
	if c.Customer != nil {
		out = append(out, "customer="+*c.Customer)
	}
	return out
}

// newCharge prepares a charge of the intent; the caller decides how it went.
func (u *unit) newCharge(i *paymentIntent, m *paymentMethod) *charge {
	c := &charge{
		Amount: i.Amount, Currency: i.Currency, Customer: i.Customer, Description: i.Description, Billing: m.Billing,
		Metadata: i.Metadata, Intent: ptr(i.ID), Method: ptr(m.ID), ReceiptEmail: i.Receipt, Shipping: i.Shipping,
		Suffix: i.Suffix, Descriptor: i.Descriptor, TransferGroup: i.TransferGroup,
	}
	prefix := "ch_3"
	if m.Sepa != nil {
		prefix = "py_3"
	}
	c.ID, c.Object, c.Created = newID(prefix), "charge", u.now
	c.ReceiptURL = ptr(u.base + "/_sim/receipts/" + c.ID)
	c.hidden.Number = m.hidden.Number
	if m.Sepa != nil {
		c.debitOf(m)
		return c
	}
	c.Calculated = ptr("ETAL* SIMULATOR")
	c.Details = &chargeDetails{Type: "card", Card: &chargeCard{
		Authorized: i.Amount, Brand: m.Card.Brand, Checks: cardChecks{CVC: ptr("pass")}, Country: m.Card.Country,
		Month: m.Card.Month, Year: m.Card.Year, Fingerprint: m.Card.Fingerprint, Funding: m.Card.Funding,
		Last4: m.Card.Last4, Network: m.Card.Brand,
	}}
	if i.hidden.Secured {
		c.Details.Card.Secure = &secureResult{
			Flow: "challenge", ECI: "05", Result: "authenticated", TransactionID: newID("")[:20], Version: "2.2.0",
		}
	}
	return c
}

func (u *unit) chargeByPath() (*charge, *apiError) {
	c, ok := get[*charge](u, u.path("id"))
	if !ok {
		return nil, missing("charge", u.path("id"), "")
	}
	return c, nil
}

func getCharge(u *unit, _ *none) (any, *apiError) {
	c, err := u.chargeByPath()
	if err != nil {
		return nil, err
	}
	return c, nil
}

func updateCharge(u *unit, p *struct {
	Customer      *string         `p:"customer"`
	Description   *string         `p:"description"`
	Metadata      *metadata       `p:"metadata"`
	ReceiptEmail  *string         `p:"receipt_email"`
	Shipping      *shippingParams `p:"shipping"`
	TransferGroup *string         `p:"transfer_group"`
	Fraud         *struct {
		User string `p:"user_report" enum:"fraudulent|safe"`
	} `p:"fraud_details"`
},
) (any, *apiError) {
	c, err := u.chargeByPath()
	if err != nil {
		return nil, err
	}
	if p.Customer != nil {
		return nil, refuse("", "customer", "The customer of a charge made by a PaymentIntent cannot be changed.")
	}
	if p.TransferGroup != nil && c.TransferGroup != nil && *p.TransferGroup != *c.TransferGroup {
		return nil, refuse("", "transfer_group", "The transfer_group of this charge is set already and cannot be changed.")
	}
	before := snapshot(c)
	set(&c.Description, p.Description)
	set(&c.ReceiptEmail, p.ReceiptEmail)
	if p.Metadata != nil {
		c.Metadata = p.Metadata.onto(c.Metadata)
	}
	if p.Shipping != nil {
		c.Shipping = p.Shipping.shipping()
	}
	if p.Fraud != nil {
		c.Fraud.User = p.Fraud.User
	}
	if p.TransferGroup != nil && c.TransferGroup == nil {
		u.groupCharge(c, *p.TransferGroup)
	}
	u.put(c)
	u.emit("charge.updated", c, before)
	return c, nil
}

// groupCharge gives a charge its transfer group, and makes it findable by it.
func (u *unit) groupCharge(c *charge, group string) {
	if group == "" {
		return
	}
	c.TransferGroup = &group
	u.s.state.insert("charge|"+c.account+"|transfer_group="+group, c)
	u.put(c)
}

func listCharges(u *unit, p *struct {
	listParams
	createdParams
	Customer      string `p:"customer"`
	Intent        string `p:"payment_intent"`
	TransferGroup string `p:"transfer_group"`
},
) (any, *apiError) {
	objects := list(u, "charge", "payment_intent", p.Intent, "transfer_group", p.TransferGroup, "customer", p.Customer)
	return paginate(u, objects, p.listParams, func(e entity) bool {
		c := e.(*charge)
		return p.Created.has(c.Created) && is(c.Customer, p.Customer) && is(c.Intent, p.Intent) && is(c.TransferGroup, p.TransferGroup)
	})
}

// is compares an optional attribute with a filter that may be absent.
func is(value *string, wanted string) bool {
	return wanted == "" || value != nil && *value == wanted
}
