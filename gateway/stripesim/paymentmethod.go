package stripesim

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// paymentMethod is a card, or a bank account that can be debited.
type paymentMethod struct {
	head
	Billing  billing           `json:"billing_details"`
	Card     *methodCard       `json:"card,omitempty"`
	Customer *string           `json:"customer"`
	Livemode bool              `json:"livemode"`
	Metadata map[string]string `json:"metadata"`
	Sepa     *methodSepa       `json:"sepa_debit,omitempty"`
	Type     string            `json:"type"`

	hidden methodHidden
}

type methodHidden struct {
	// Number is the test number, or the IBAN, which decides what happens.
	Number string `json:"number"`
	// SetUp says that the card passed 3D Secure for later use.
	SetUp bool `json:"set_up,omitempty"`
	// Mandate is the consent to debits that was given when a bank account was set up.
	Mandate string `json:"mandate,omitempty"`
	// Detached or used up without a customer: it cannot be used again.
	Detached bool `json:"detached,omitempty"`
}

type billing struct {
	Address address `json:"address"`
	Email   *string `json:"email"`
	Name    *string `json:"name"`
	Phone   *string `json:"phone"`
}

type methodCard struct {
	Brand       string       `json:"brand"`
	Checks      cardChecks   `json:"checks"`
	Country     string       `json:"country"`
	Display     string       `json:"display_brand"`
	Month       int64        `json:"exp_month"`
	Year        int64        `json:"exp_year"`
	Fingerprint string       `json:"fingerprint"`
	Funding     string       `json:"funding"`
	Last4       string       `json:"last4"`
	Networks    cardNetworks `json:"networks"`
	Secure      secureUsage  `json:"three_d_secure_usage"`
	Wallet      *string      `json:"wallet"`
}

type cardChecks struct {
	Line1      *string `json:"address_line1_check"`
	PostalCode *string `json:"address_postal_code_check"`
	CVC        *string `json:"cvc_check"`
}

type cardNetworks struct {
	Available []string `json:"available"`
	Preferred *string  `json:"preferred"`
}

type secureUsage struct {
	Supported bool `json:"supported"`
}

func (m *paymentMethod) private() any { return &m.hidden }

// cardPrint is the same for the same number.
func cardPrint(number string) string {
	sum := sha256.Sum256([]byte(number))
	return hex.EncodeToString(sum[:7])
}

type methodParams struct {
	Type    string         `p:"type" enum:"card|sepa_debit"`
	Card    *cardParams    `p:"card"`
	Sepa    *sepaParams    `p:"sepa_debit"`
	Billing *billingParams `p:"billing_details"`
	// AllowRedisplay and radar options change nothing here.
	Metadata *metadata `p:"metadata"`
}

type cardParams struct {
	Number string `p:"number"`
	Month  *int64 `p:"exp_month"`
	Year   *int64 `p:"exp_year"`
	CVC    string `p:"cvc"`
	Token  string `p:"token"`
}

type billingParams struct {
	Address *address `p:"address"`
	Email   *string  `p:"email"`
	Name    *string  `p:"name"`
	Phone   *string  `p:"phone"`
}

// newMethod makes a payment method from a test number.
func (u *unit) newMethod(number string) *paymentMethod {
	c := cardOf(number)
	m := &paymentMethod{Metadata: map[string]string{}, Type: "card"}
	m.ID, m.Object, m.Created = newID("pm_1"), "payment_method", u.now
	m.Card = &methodCard{
		Brand: c.brand, Display: c.brand, Country: "US", Month: 12, Year: 2034, Funding: c.funding, Last4: last4(number),
		Fingerprint: "fp" + cardPrint(number), Checks: cardChecks{CVC: ptr("unchecked")},
		Networks: cardNetworks{Available: []string{c.brand}}, Secure: secureUsage{Supported: true},
	}
	m.hidden.Number = number
	return m
}

// methodFrom makes one from parameters, as Stripe.js or a server sends them.
func (u *unit) methodFrom(p *methodParams, path string) (*paymentMethod, *apiError) {
	if p.Type == "" {
		return nil, reject("parameter_missing", join(path, "type"), "Missing required param: %s.", join(path, "type"))
	}
	if p.Type == "sepa_debit" {
		return u.bankFrom(p, path)
	}
	if p.Card == nil {
		return nil, reject("parameter_missing", join(path, "card"), "Missing required param: %s.", join(path, "card"))
	}
	number := strings.ReplaceAll(p.Card.Number, " ", "")
	if p.Card.Token != "" {
		n, ok := testNumber(p.Card.Token)
		if !ok {
			return nil, missing("token", p.Card.Token, join(join(path, "card"), "token"))
		}
		number = n
	}
	if cardOf(number).invalid || !luhn(number) {
		return nil, cardError("incorrect_number", "", "Your card number is incorrect.", "number")
	}
	m := u.newMethod(number)
	if p.Card.Month != nil && p.Card.Year != nil {
		if *p.Card.Month < 1 || *p.Card.Month > 12 {
			return nil, cardError("invalid_expiry_month", "", "Your card's expiration month is invalid.", "exp_month")
		}
		m.Card.Month, m.Card.Year = *p.Card.Month, *p.Card.Year
		if m.Card.Year < 100 {
			m.Card.Year += 2000
		}
	}
	m.describe(p)
	u.put(m)
	return m, nil
}

// describe notes whose the payment method is.
func (m *paymentMethod) describe(p *methodParams) {
	if b := p.Billing; b != nil {
		set(&m.Billing.Email, b.Email)
		set(&m.Billing.Name, b.Name)
		set(&m.Billing.Phone, b.Phone)
		if b.Address != nil {
			m.Billing.Address = *b.Address
		}
	}
	if p.Metadata != nil {
		m.Metadata = p.Metadata.onto(nil)
	}
}

func cardError(code, decline, message, param string) *apiError {
	return &apiError{status: 402, body: errorBody{Type: "card_error", Code: code, DeclineCode: decline, Message: message, Param: param}}
}

// methodFor finds a payment method by id, or makes one from a test name.
func (u *unit) methodFor(id, param string) (*paymentMethod, *apiError) {
	if number, ok := testNumber(id); ok {
		m := u.newMethod(number)
		u.put(m)
		return m, nil
	}
	m, ok := get[*paymentMethod](u, id)
	if !ok {
		return nil, missing("PaymentMethod", id, param)
	}
	if m.hidden.Detached {
		return nil, refuse("payment_method_unexpected_state", param,
			"The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, or was detached from a Customer, and may not be used again.")
	}
	return m, nil
}

func createMethod(u *unit, p *methodParams) (any, *apiError) {
	m, err := u.methodFrom(p, "")
	if err != nil {
		return nil, err
	}
	return m, nil
}

func (u *unit) methodByPath() (*paymentMethod, *apiError) { return u.methodFor(u.path("id"), "") }

func getMethod(u *unit, _ *none) (any, *apiError) {
	m, ok := get[*paymentMethod](u, u.path("id"))
	if !ok {
		return nil, missing("PaymentMethod", u.path("id"), "")
	}
	return m, nil
}

func updateMethod(u *unit, p *struct {
	Billing  *billingParams `p:"billing_details"`
	Metadata *metadata      `p:"metadata"`
},
) (any, *apiError) {
	m, err := u.methodByPath()
	if err != nil {
		return nil, err
	}
	before := snapshot(m)
	if b := p.Billing; b != nil {
		set(&m.Billing.Email, b.Email)
		set(&m.Billing.Name, b.Name)
		set(&m.Billing.Phone, b.Phone)
	}
	if p.Metadata != nil {
		m.Metadata = p.Metadata.onto(m.Metadata)
	}
	u.put(m)
	u.emit("payment_method.updated", m, before)
	return m, nil
}

func (u *unit) attach(m *paymentMethod, customerID string) {
	m.Customer = &customerID
	u.put(m)
	u.emit("payment_method.attached", m, nil)
}

func attachMethod(u *unit, p *struct {
	Customer string `p:"customer,required"`
},
) (any, *apiError) {
	m, err := u.methodByPath()
	if err != nil {
		return nil, err
	}
	if _, ok := get[*customer](u, p.Customer); !ok {
		return nil, missing("customer", p.Customer, "customer")
	}
	if m.Customer != nil && *m.Customer != p.Customer {
		return nil, refuse("", "customer", "The payment method you provided has already been attached to a customer.")
	}
	if c := cardOf(m.hidden.Number); c.code != "" && m.hidden.Number != "4000000000000341" && c.secure == secureNever {
		return nil, cardError(c.code, c.decline, declineMessage(c.code, c.decline), "")
	}
	if m.Customer == nil {
		u.attach(m, p.Customer)
	}
	return m, nil
}

func detachMethod(u *unit, _ *none) (any, *apiError) {
	m, err := u.methodByPath()
	if err != nil {
		return nil, err
	}
	if m.Customer == nil {
		return nil, refuse("", "", "The payment method you provided is not attached to a customer so detachment is impossible.")
	}
	before := snapshot(m)
	m.Customer, m.hidden.Detached = nil, true
	u.put(m)
	u.emit("payment_method.detached", m, before)
	return m, nil
}

type methodListParams struct {
	listParams
	Customer string `p:"customer"`
	Type     string `p:"type" enum:"card|sepa_debit"`
}

func listMethods(u *unit, p *methodListParams) (any, *apiError) {
	who := or(u.path("id"), p.Customer)
	if who == "" {
		return nil, reject("parameter_missing", "customer", "Missing required param: customer.")
	}
	if _, ok := get[*customer](u, who); !ok {
		return nil, missing("customer", who, or(map[bool]string{true: "customer"}[p.Customer != ""], ""))
	}
	return paginate(u, list(u, "payment_method"), p.listParams, func(e entity) bool {
		m := e.(*paymentMethod)
		return m.Customer != nil && *m.Customer == who && (p.Type == "" || p.Type == m.Type)
	})
}
