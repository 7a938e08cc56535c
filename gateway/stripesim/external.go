package stripesim

import (
	"slices"
	"strings"
)

// externalAccount is a bank account or a debit card that payouts go to.
type externalAccount struct {
	head
	Account     string            `json:"account"`
	Methods     []string          `json:"available_payout_methods"`
	Country     string            `json:"country"`
	Currency    string            `json:"currency"`
	Default     bool              `json:"default_for_currency"`
	Fingerprint string            `json:"fingerprint"`
	Last4       string            `json:"last4"`
	Metadata    map[string]string `json:"metadata"`
	Status      string            `json:"status,omitempty"`
	*bankFields
	*cardFields

	hidden externalHidden
}

type externalHidden struct {
	// Number is the test number; it decides how payouts end.
	Number string `json:"number"`
}

type bankFields struct {
	Holder     *string `json:"account_holder_name"`
	HolderType *string `json:"account_holder_type"`
	Type       *string `json:"account_type"`
	Bank       string  `json:"bank_name"`
	Routing    string  `json:"routing_number"`
}

type cardFields struct {
	City         *string `json:"address_city"`
	CountryName  *string `json:"address_country"`
	Line1        *string `json:"address_line1"`
	Line1Check   *string `json:"address_line1_check"`
	Line2        *string `json:"address_line2"`
	State        *string `json:"address_state"`
	Zip          *string `json:"address_zip"`
	ZipCheck     *string `json:"address_zip_check"`
	Brand        string  `json:"brand"`
	CVCCheck     string  `json:"cvc_check"`
	Dynamic      *string `json:"dynamic_last4"`
	Month        int64   `json:"exp_month"`
	Year         int64   `json:"exp_year"`
	Funding      string  `json:"funding"`
	Name         *string `json:"name"`
	Tokenization *string `json:"tokenization_method"`
}

func (x *externalAccount) private() any     { return &x.hidden }
func (x *externalAccount) listKind() string { return "external_account" }

// usable accounts can be paid to.
func (x *externalAccount) usable() bool { return x.Status != "errored" }

// bankDetails is what a person types into a form.
type bankDetails struct {
	Number, Routing, Country, Currency, Holder, HolderType string
	card                                                   bool
	month, year                                            int64
	primary                                                *bool
}

// externalParam is a token, a dictionary, or both at once, as stripe-go sends it.
type externalParam struct {
	Token   string
	Details externalDetails
}

type externalDetails struct {
	Object     string    `p:"object" enum:"bank_account|card"`
	Country    string    `p:"country"`
	Currency   string    `p:"currency"`
	Number     string    `p:"account_number"`
	Routing    string    `p:"routing_number"`
	Holder     string    `p:"account_holder_name"`
	HolderType string    `p:"account_holder_type" enum:"individual|company"`
	Type       string    `p:"account_type"`
	CardNumber string    `p:"number"`
	Month      *int64    `p:"exp_month"`
	Year       *int64    `p:"exp_year"`
	CVC        string    `p:"cvc"`
	Name       string    `p:"name"`
	Token      string    `p:"token"`
	Default    *bool     `p:"default_for_currency"`
	Metadata   *metadata `p:"metadata"`
}

func (x *externalParam) decodeForm(n *node, path string) *apiError {
	if n.set {
		x.Token = n.scalar
	}
	if err := bindStruct(n, reflectOf(&x.Details), path); err != nil {
		return err
	}
	x.Token = or(x.Token, x.Details.Token)
	return nil
}

// externalFrom attaches what a parameter describes.
func (u *unit) externalFrom(a *account, p *externalParam) (*externalAccount, *apiError) {
	d := p.Details
	b := bankDetails{
		Number: or(d.Number, d.CardNumber), Routing: d.Routing, Country: d.Country, Currency: strings.ToLower(d.Currency),
		Holder: or(d.Holder, d.Name), HolderType: d.HolderType, card: d.Object == "card" || d.CardNumber != "", primary: d.Default,
	}
	if p.Token != "" {
		number, card, ok := tokenNumber(p.Token)
		if !ok {
			return nil, missing("token", p.Token, "external_account")
		}
		b.Number, b.Routing, b.card = number, "110000000", card
	}
	if d.Month != nil && d.Year != nil {
		b.month, b.year = *d.Month, *d.Year
	}
	if b.Number == "" {
		return nil, reject("parameter_missing", "external_account[account_number]", "Missing required param: external_account[account_number].")
	}
	if b.Currency != "" && !knownCurrency(b.Currency) {
		return nil, invalidCurrency(b.Currency)
	}
	if !digits(b.Number) && b.Country == "US" {
		return nil, reject("account_number_invalid", "external_account[account_number]", "Invalid account number: must contain only digits.")
	}
	return u.attachExternal(a, b), nil
}

func digits(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

// tokenNumber knows Stripe's test tokens for bank accounts and debit cards.
func tokenNumber(token string) (number string, card, ok bool) {
	switch token {
	case "btok_us_verified", "btok_us":
		return "000123456789", false, true
	case "btok_us_verified_noAccount":
		return "000111111116", false, true
	case "btok_us_verified_accountClosed":
		return "000111111113", false, true
	case "btok_us_verified_insufficientFunds":
		return "000222222227", false, true
	case "btok_us_verified_debitNotAuthorized":
		return "000333333335", false, true
	case "btok_us_verified_invalidCurrency":
		return "000444444440", false, true
	case "tok_visa_debit_us_transferSuccess":
		return "4000056655665556", true, true
	case "tok_visa_debit_us_transferFail":
		return "4000056655665572", true, true
	}
	return "", false, false
}

// attachExternal stores a destination for payouts; the first one, or one that says
// so, becomes the default.
func (u *unit) attachExternal(a *account, b bankDetails) *externalAccount {
	x := &externalAccount{
		Account: a.ID, Country: or(b.Country, a.Country), Currency: or(b.Currency, a.DefaultCurrency),
		Fingerprint: cardPrint(b.Routing + b.Number), Last4: last4(b.Number), Metadata: map[string]string{},
		Methods: []string{"standard", "instant"},
	}
	x.hidden.Number = b.Number
	x.account = a.ID
	if b.card {
		x.ID, x.Object = newID("card_1"), "card"
		x.cardFields = &cardFields{Brand: "Visa", CVCCheck: "pass", Month: max(b.month, 1), Year: max(b.year, 2034), Funding: "debit", Name: filled(b.Holder)}
		if b.Number == "4000056755665555" {
			x.Methods = []string{"standard"}
		}
	} else {
		x.ID, x.Object, x.Status = newID("ba_1"), "bank_account", "new"
		x.bankFields = &bankFields{
			Holder: filled(b.Holder), HolderType: filled(b.HolderType), Bank: "STRIPE TEST BANK", Routing: b.Routing,
		}
	}
	x.Default = true
	for _, other := range u.externalOf(a.ID) {
		if other.Currency != x.Currency || !other.Default {
			continue
		}
		// A new account does not push aside one that works, unless it is asked to.
		if (b.primary == nil || !*b.primary) && other.usable() {
			x.Default = false
		} else {
			other.Default = false
			u.put(other)
		}
	}
	u.put(x)
	if a.ID != u.s.opts.PlatformAccount {
		u.as(a.ID, func() { u.emit("account.external_account.created", x, nil) })
	}
	return x
}

func last4(number string) string {
	if len(number) < 4 {
		return number
	}
	return number[len(number)-4:]
}

type externalCreateParams struct {
	External *externalParam `p:"external_account,required"`
	Default  *bool          `p:"default_for_currency"`
	Metadata *metadata      `p:"metadata"`
}

func createExternal(u *unit, p *externalCreateParams) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	var x *externalAccount
	u.changeAccount(a, func() {
		if x, err = u.externalFrom(a, p.External); err != nil {
			return
		}
		if p.Metadata != nil {
			x.Metadata = p.Metadata.onto(nil)
		}
		if p.Default != nil && *p.Default {
			u.makeDefault(x)
		}
	})
	if err != nil {
		return nil, err
	}
	return x, nil
}

func (u *unit) makeDefault(x *externalAccount) {
	for _, other := range u.externalOf(x.Account) {
		if other.Currency == x.Currency && other.Default != (other == x) {
			other.Default = other == x
			u.put(other)
		}
	}
}

func (u *unit) externalByPath() (*account, *externalAccount, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, nil, err
	}
	x, ok := u.s.state.byID[u.path("external")].(*externalAccount)
	if !ok || x.gone || x.Account != a.ID {
		return nil, nil, missing("external account", u.path("external"), "")
	}
	return a, x, nil
}

func getExternal(u *unit, _ *none) (any, *apiError) {
	_, x, err := u.externalByPath()
	if err != nil {
		return nil, err
	}
	return x, nil
}

func updateExternal(u *unit, p *struct {
	Default    *bool     `p:"default_for_currency"`
	Holder     *string   `p:"account_holder_name"`
	HolderType *string   `p:"account_holder_type" enum:"individual|company"`
	Metadata   *metadata `p:"metadata"`
},
) (any, *apiError) {
	a, x, err := u.externalByPath()
	if err != nil {
		return nil, err
	}
	before := snapshot(x)
	u.changeAccount(a, func() {
		if x.bankFields != nil {
			set(&x.Holder, p.Holder)
			set(&x.HolderType, p.HolderType)
		}
		if p.Metadata != nil {
			x.Metadata = p.Metadata.onto(x.Metadata)
		}
		if p.Default != nil && *p.Default {
			u.makeDefault(x)
		}
		u.put(x)
	})
	u.as(a.ID, func() { u.emit("account.external_account.updated", x, before) })
	return x, nil
}

func deleteExternal(u *unit, _ *none) (any, *apiError) {
	a, x, err := u.externalByPath()
	if err != nil {
		return nil, err
	}
	others := slices.DeleteFunc(u.externalOf(a.ID), func(o *externalAccount) bool { return o == x || o.Currency != x.Currency })
	if x.Default && len(others) > 0 {
		return nil, refuse("", "id", "You cannot delete the default external account for a currency while there are others. Make another one the default first.")
	}
	u.changeAccount(a, func() {
		x.gone = true
		u.put(x)
	})
	u.as(a.ID, func() { u.emit("account.external_account.deleted", x, nil) })
	return &deleted{ID: x.ID, Object: x.Object, Deleted: true}, nil
}

func listExternal(u *unit, p *struct {
	listParams
	Object string `p:"object" enum:"bank_account|card"`
},
) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	return paginate(u, u.s.state.lists["external_account|"+a.ID], p.listParams, func(e entity) bool {
		return p.Object == "" || e.header().Object == p.Object
	})
}
