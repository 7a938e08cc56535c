package stripesim

import (
	"slices"
	"strconv"
	"strings"
)

type accountParams struct {
	BusinessProfile *struct {
		AnnualRevenue *struct {
			Amount        *int64 `p:"amount"`
			Currency      string `p:"currency"`
			FiscalYearEnd string `p:"fiscal_year_end"`
		} `p:"annual_revenue"`
		WorkerCount    *int64   `p:"estimated_worker_count"`
		MCC            *string  `p:"mcc"`
		Name           *string  `p:"name"`
		Product        *string  `p:"product_description"`
		SupportAddress *address `p:"support_address"`
		SupportEmail   *string  `p:"support_email"`
		SupportPhone   *string  `p:"support_phone"`
		SupportURL     *string  `p:"support_url"`
		URL            *string  `p:"url"`
	} `p:"business_profile"`
	BusinessType    *string           `p:"business_type" enum:"company|government_entity|individual|non_profit"`
	Capabilities    *capabilityParams `p:"capabilities"`
	Company         *companyParams    `p:"company"`
	DefaultCurrency string            `p:"default_currency"`
	Email           *string           `p:"email"`
	External        *externalParam    `p:"external_account"`
	Individual      *whoParams        `p:"individual"`
	Metadata        *metadata         `p:"metadata"`
	Settings        *settingsParams   `p:"settings"`
	TOS             *tosParams        `p:"tos_acceptance"`
}

type tosParams struct {
	Date      *int64  `p:"date"`
	IP        *string `p:"ip"`
	Agreement string  `p:"service_agreement" enum:"full|recipient"`
	UserAgent *string `p:"user_agent"`
}

type accountCreateParams struct {
	accountParams
	Country    string            `p:"country"`
	Type       string            `p:"type" enum:"custom|express|standard|none"`
	Controller *controllerParams `p:"controller"`
}

type controllerParams struct {
	Fees *struct {
		Payer string `p:"payer" enum:"account|application"`
	} `p:"fees"`
	Losses *struct {
		Payments string `p:"payments" enum:"application|stripe"`
	} `p:"losses"`
	Collection string `p:"requirement_collection" enum:"application|stripe"`
	Dashboard  *struct {
		Type string `p:"type" enum:"express|full|none"`
	} `p:"stripe_dashboard"`
}

type companyParams struct {
	Address *address `p:"address"`
	Name    *string  `p:"name"`
	Phone   *string  `p:"phone"`
	TaxID   *string  `p:"tax_id"`
	VATID   *string  `p:"vat_id"`
}

type settingsParams struct {
	CardPayments *struct {
		Prefix *string `p:"statement_descriptor_prefix"`
	} `p:"card_payments"`
	Payments *struct {
		Descriptor *string `p:"statement_descriptor"`
	} `p:"payments"`
	Payouts *struct {
		DebitNegative *bool   `p:"debit_negative_balances"`
		Descriptor    *string `p:"statement_descriptor"`
		Schedule      *struct {
			DelayDays *delayDays `p:"delay_days"`
			Interval  string     `p:"interval" enum:"manual|daily|weekly|monthly"`
			Monthly   *int64     `p:"monthly_anchor" min:"1"`
			Weekly    string     `p:"weekly_anchor" enum:"monday|tuesday|wednesday|thursday|friday|saturday|sunday"`
		} `p:"schedule"`
	} `p:"payouts"`
}

// delayDays is a number of days, or the word minimum.
type delayDays int64

const delayDaysMinimum = 2

func (d *delayDays) decodeForm(n *node, path string) *apiError {
	if n.scalar == "minimum" {
		*d = delayDaysMinimum
		return nil
	}
	i, err := strconv.ParseInt(n.scalar, 10, 64)
	if err != nil || i < 0 || i > 31 {
		return reject("parameter_invalid_integer", path, "Invalid integer: %s", n.scalar)
	}
	*d = delayDays(i)
	return nil
}

// capabilityParams are capabilities[<name>][requested]=true for any known name.
type capabilityParams map[string]bool

func (c *capabilityParams) decodeForm(n *node, path string) *apiError {
	*c = capabilityParams{}
	for _, name := range n.keys {
		at := join(path, name)
		if !knownCapability(name) {
			return unknownParam(at)
		}
		var one struct {
			Requested bool `p:"requested"`
		}
		if err := bindStruct(n.kids[name], reflectOf(&one), at); err != nil {
			return err
		}
		(*c)[name] = one.Requested
	}
	return nil
}

func knownCapability(name string) bool {
	switch name {
	case "card_payments", "transfers", "legacy_payments", "tax_reporting_us_1099_k", "tax_reporting_us_1099_misc", "treasury", "card_issuing":
		return true
	}
	return strings.HasSuffix(name, "_payments")
}

func createAccount(u *unit, p *accountCreateParams) (any, *apiError) {
	if !u.isPlatform() {
		return nil, reject("platform_account_required", "", "Only the platform can create connected accounts.")
	}
	a := &account{Metadata: map[string]string{}, Capabilities: map[string]string{}}
	a.ID, a.Object, a.Created = newID("acct_1")[:21], "account", u.now
	a.hidden.RequestedAt = map[string]int64{}
	a.Country = p.Country
	def(&a.Country, u.s.opts.Country)
	a.DefaultCurrency = strings.ToLower(p.DefaultCurrency)
	def(&a.DefaultCurrency, currencyOf(a.Country, u.s.opts.Currency))
	if err := a.control(p); err != nil {
		return nil, err
	}
	a.Settings.Dashboard.Timezone = "Etc/UTC"
	a.Settings.Payouts.Schedule = schedule{DelayDays: delayDaysMinimum, Interval: "daily"}
	if err := u.applyAccount(a, &p.accountParams); err != nil {
		return nil, err
	}
	if u.s.opts.CardsRequired && a.hidden.RequestedAt["transfers"] != 0 && a.hidden.RequestedAt["card_payments"] == 0 {
		return nil, refuse("", "", "Your platform needs approval for accounts to have requested the `transfers` capability without the `card_payments` "+
			"capability. If you would like to request transfers without card_payments, please contact us via https://support.stripe.com/contact.")
	}
	a.settle(false)
	a.listExternal(nil)
	u.put(a)
	if p.External != nil {
		if _, err := u.externalFrom(a, p.External); err != nil {
			a.gone = true
			return nil, err
		}
	}
	if p.Individual != nil {
		if err := u.individual(a, p.Individual); err != nil {
			a.gone = true
			return nil, err
		}
	}
	if p.External != nil || p.Individual != nil {
		u.changeAccount(a, func() {})
	}
	return a, nil
}

// setApproval says whether the platform may open accounts for transfers alone.
func setApproval(u *unit, p *struct {
	Transfers *bool `p:"transfers,required"`
},
) (any, *apiError) {
	u.s.opts.CardsRequired = !*p.Transfers
	return map[string]bool{"transfers": *p.Transfers}, nil
}

// control turns type or controller into both, and refuses pairs Stripe refuses.
func (a *account) control(p *accountCreateParams) *apiError {
	c := &a.Controller
	c.Type, c.IsController = "application", true
	c.Fees, c.Losses, c.Dashboard = &feesPayer{}, &lossesPayer{}, &dashboardType{}
	if p.Controller != nil && p.Type != "" && p.Type != "none" {
		return reject("", "type", "You may not provide the `type` parameter and `controller` parameters simultaneously.")
	}
	kind := p.Type
	if p.Controller == nil {
		def(&kind, "standard")
		c.Fees.Payer, c.Losses.Payments, c.Collection, c.Dashboard.Type = "application", "application", "stripe", "express"
		switch kind {
		case "standard":
			c.Fees.Payer, c.Losses.Payments, c.Dashboard.Type = "account", "stripe", "full"
		case "custom":
			c.Collection, c.Dashboard.Type = "application", "none"
		}
		a.Type = kind
		return nil
	}
	c.Fees.Payer, c.Losses.Payments, c.Collection, c.Dashboard.Type = "account", "stripe", "stripe", "full"
	if q := p.Controller; q.Fees != nil {
		c.Fees.Payer = or(q.Fees.Payer, c.Fees.Payer)
	}
	if q := p.Controller; q.Losses != nil {
		c.Losses.Payments = or(q.Losses.Payments, c.Losses.Payments)
	}
	if q := p.Controller; q.Dashboard != nil {
		c.Dashboard.Type = or(q.Dashboard.Type, c.Dashboard.Type)
	}
	c.Collection = or(p.Controller.Collection, c.Collection)
	if c.Dashboard.Type == "express" && (c.Fees.Payer != "application" || c.Losses.Payments != "application") {
		return reject("", "controller", "Accounts with an Express dashboard need controller[fees][payer]=application and controller[losses][payments]=application.")
	}
	if c.Collection == "application" && (c.Losses.Payments == "stripe" || c.Dashboard.Type != "none") {
		return reject("", "controller[requirement_collection]", "Collecting requirements yourself needs controller[losses][payments]=application and no Stripe dashboard.")
	}
	a.Type = "none"
	return nil
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// applyAccount writes the parameters that create and update share.
func (u *unit) applyAccount(a *account, p *accountParams) *apiError {
	if b := p.BusinessProfile; b != nil {
		to := &a.BusinessProfile
		set(&to.MCC, b.MCC)
		set(&to.Name, b.Name)
		set(&to.Product, b.Product)
		set(&to.SupportEmail, b.SupportEmail)
		set(&to.SupportPhone, b.SupportPhone)
		set(&to.SupportURL, b.SupportURL)
		set(&to.URL, b.URL)
		if b.WorkerCount != nil {
			to.WorkerCount = b.WorkerCount
		}
		if b.SupportAddress != nil {
			to.SupportAddress = b.SupportAddress
		}
	}
	set(&a.BusinessType, p.BusinessType)
	set(&a.Email, p.Email)
	if p.Company != nil {
		a.Company = &company{Name: p.Company.Name, Phone: p.Company.Phone}
	}
	if p.Metadata != nil {
		a.Metadata = p.Metadata.onto(a.Metadata)
	}
	if p.Capabilities != nil {
		for name, requested := range *p.Capabilities {
			u.requestCapability(a, name, requested)
		}
	}
	if t := p.TOS; t != nil {
		a.TOS = tosAcceptance{Date: t.Date, IP: t.IP, UserAgent: t.UserAgent, Agreement: t.Agreement}
	}
	if p.DefaultCurrency != "" {
		if !knownCurrency(p.DefaultCurrency) {
			return invalidCurrency(p.DefaultCurrency)
		}
		a.DefaultCurrency = strings.ToLower(p.DefaultCurrency)
	}
	return a.applySettings(p.Settings)
}

func (a *account) applySettings(p *settingsParams) *apiError {
	if p == nil {
		return nil
	}
	if p.CardPayments != nil {
		set(&a.Settings.CardPayments.Prefix, p.CardPayments.Prefix)
	}
	if p.Payments != nil {
		set(&a.Settings.Payments.Descriptor, p.Payments.Descriptor)
	}
	if p.Payouts == nil {
		return nil
	}
	if p.Payouts.DebitNegative != nil {
		a.Settings.Payouts.DebitNegative = *p.Payouts.DebitNegative
	}
	set(&a.Settings.Payouts.Descriptor, p.Payouts.Descriptor)
	q := p.Payouts.Schedule
	if q == nil {
		return nil
	}
	to := a.Settings.Payouts.Schedule
	if q.DelayDays != nil {
		to.DelayDays = int64(*q.DelayDays)
	}
	to.Interval = or(q.Interval, to.Interval)
	to.Weekly = or(q.Weekly, to.Weekly)
	if q.Monthly != nil {
		if *q.Monthly > 31 {
			return reject("parameter_invalid_integer", "settings[payouts][schedule][monthly_anchor]", "Must be between 1 and 31.")
		}
		to.Monthly = *q.Monthly
	}
	switch to.Interval {
	case "weekly":
		if to.Weekly == "" {
			return reject("parameter_missing", "settings[payouts][schedule][weekly_anchor]", "A weekly schedule needs a weekly_anchor.")
		}
		to.Monthly = 0
	case "monthly":
		if to.Monthly == 0 {
			return reject("parameter_missing", "settings[payouts][schedule][monthly_anchor]", "A monthly schedule needs a monthly_anchor.")
		}
		to.Weekly = ""
	default:
		to.Weekly, to.Monthly = "", 0
	}
	a.Settings.Payouts.Schedule = to
	return nil
}

// set copies an optional string; an empty one unsets.
func set(to **string, from *string) {
	if from != nil {
		*to = filled(*from)
	}
}

func updateAccount(u *unit, p *accountParams) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	var fail *apiError
	u.changeAccount(a, func() {
		if fail = u.applyAccount(a, p); fail == nil && p.External != nil {
			_, fail = u.externalFrom(a, p.External)
		}
		if fail == nil && p.Individual != nil {
			fail = u.individual(a, p.Individual)
		}
	})
	if fail != nil {
		return nil, fail
	}
	return a, nil
}

func getAccount(u *unit, _ *none) (any, *apiError) {
	id := u.path("id")
	if id == "" {
		id = u.account
	}
	a, err := u.accountOf(id)
	if err != nil {
		return nil, err
	}
	return a, nil
}

type accountListParams struct {
	listParams
	createdParams
}

func listAccounts(u *unit, p *accountListParams) (any, *apiError) {
	return paginate(u, list(u, "account"), p.listParams, func(e entity) bool {
		return p.Created.has(e.header().Created) && !u.cutOff(e.header().ID)
	})
}

func deleteAccount(u *unit, _ *none) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	if a.ID == u.s.opts.PlatformAccount {
		return nil, reject("account_invalid", "id", "The platform's own account cannot be deleted.")
	}
	for key, p := range u.s.state.purses {
		if key.account == a.ID && (p.pending != 0 || p.available != 0) {
			return nil, refuse("account_invalid", "id", "This account cannot be deleted while its balance is not zero.")
		}
	}
	a.gone, a.due = true, 0
	u.put(a)
	return &deleted{ID: a.ID, Object: "account", Deleted: true}, nil
}

func rejectAccount(u *unit, p *struct {
	Reason string `p:"reason,required" enum:"fraud|terms_of_service|other"`
},
) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	if a.ID == u.s.opts.PlatformAccount {
		return nil, reject("account_invalid", "id", "The platform's own account cannot be rejected.")
	}
	u.changeAccount(a, func() { a.hidden.Rejected = p.Reason })
	return a, nil
}

// externalOf lists the account's living bank accounts and cards, oldest first.
func (u *unit) externalOf(id string) []*externalAccount {
	var out []*externalAccount
	for _, e := range u.s.state.lists["external_account|"+id] {
		if !e.header().gone {
			out = append(out, e.(*externalAccount))
		}
	}
	return slices.Clip(out)
}
