package stripesim

import "slices"

// account is a connected account, or the platform's own.
type account struct {
	head
	BusinessProfile  businessProfile   `json:"business_profile"`
	BusinessType     *string           `json:"business_type"`
	Capabilities     map[string]string `json:"capabilities"`
	ChargesEnabled   bool              `json:"charges_enabled"`
	Company          *company          `json:"company,omitempty"`
	Controller       controller        `json:"controller"`
	Country          string            `json:"country"`
	DefaultCurrency  string            `json:"default_currency"`
	DetailsSubmitted bool              `json:"details_submitted"`
	Email            *string           `json:"email"`
	ExternalAccounts page              `json:"external_accounts"`
	FutureReqs       requirements      `json:"future_requirements"`
	Metadata         map[string]string `json:"metadata"`
	PayoutsEnabled   bool              `json:"payouts_enabled"`
	Requirements     requirements      `json:"requirements"`
	Settings         accountSettings   `json:"settings"`
	TOS              tosAcceptance     `json:"tos_acceptance"`
	Type             string            `json:"type"`

	hidden accountHidden
}

type accountHidden struct {
	// RequestedAt is when each capability was asked for.
	RequestedAt map[string]int64 `json:"requested_at"`
	// Forced holds capabilities that the control endpoint has set by hand.
	Forced map[string]string `json:"forced,omitempty"`
	// Rejected is the reason given to the reject call.
	Rejected string `json:"rejected,omitempty"`
	// Due are requirements set by the control endpoint, as if Stripe had asked for more.
	Due []string `json:"due,omitempty"`
	// Soon are requirements that must be met by Deadline, a second.
	Soon     []string `json:"soon,omitempty"`
	Deadline int64    `json:"deadline,omitempty"`
	// Pending says that the details are still being checked.
	Pending bool `json:"pending,omitempty"`
	// Missing is what the platform has not said yet of an account whose requirements it
	// collects by itself; nil when that was never looked at.
	Missing []string `json:"missing"`
	// CutOff says that the platform has no access to the account any more.
	CutOff bool `json:"cut_off,omitempty"`
}

func (a *account) private() any { return &a.hidden }

type businessProfile struct {
	AnnualRevenue   *string  `json:"annual_revenue"`
	WorkerCount     *int64   `json:"estimated_worker_count"`
	MCC             *string  `json:"mcc"`
	Name            *string  `json:"name"`
	Product         *string  `json:"product_description"`
	SupportAddress  *address `json:"support_address"`
	SupportEmail    *string  `json:"support_email"`
	SupportPhone    *string  `json:"support_phone"`
	SupportURL      *string  `json:"support_url"`
	URL             *string  `json:"url"`
	MonthlyEstimate *string  `json:"monthly_estimated_revenue,omitempty"`
}

type company struct {
	Name  *string `json:"name"`
	Phone *string `json:"phone,omitempty"`
}

// controller says who does what for the account; the platform's own has a type only.
type controller struct {
	Fees         *feesPayer     `json:"fees,omitempty"`
	IsController bool           `json:"is_controller,omitempty"`
	Losses       *lossesPayer   `json:"losses,omitempty"`
	Collection   string         `json:"requirement_collection,omitempty"`
	Dashboard    *dashboardType `json:"stripe_dashboard,omitempty"`
	Type         string         `json:"type"`
}

type feesPayer struct {
	Payer string `json:"payer"`
}

type lossesPayer struct {
	Payments string `json:"payments"`
}

type dashboardType struct {
	Type string `json:"type"`
}

type requirements struct {
	Alternatives    []string           `json:"alternatives"`
	CurrentDeadline *int64             `json:"current_deadline"`
	CurrentlyDue    []string           `json:"currently_due"`
	DisabledReason  *string            `json:"disabled_reason"`
	Errors          []requirementError `json:"errors"`
	EventuallyDue   []string           `json:"eventually_due"`
	PastDue         []string           `json:"past_due"`
	Pending         []string           `json:"pending_verification"`
}

type requirementError struct {
	Code        string `json:"code"`
	Reason      string `json:"reason"`
	Requirement string `json:"requirement"`
}

type accountSettings struct {
	Branding struct {
		Icon      *string `json:"icon"`
		Logo      *string `json:"logo"`
		Primary   *string `json:"primary_color"`
		Secondary *string `json:"secondary_color"`
	} `json:"branding"`
	CardPayments struct {
		Prefix      *string `json:"statement_descriptor_prefix"`
		PrefixKana  *string `json:"statement_descriptor_prefix_kana"`
		PrefixKanji *string `json:"statement_descriptor_prefix_kanji"`
	} `json:"card_payments"`
	Dashboard struct {
		Name     *string `json:"display_name"`
		Timezone string  `json:"timezone"`
	} `json:"dashboard"`
	Payments struct {
		Descriptor      *string `json:"statement_descriptor"`
		DescriptorKana  *string `json:"statement_descriptor_kana"`
		DescriptorKanji *string `json:"statement_descriptor_kanji"`
		PrefixKana      *string `json:"statement_descriptor_prefix_kana"`
		PrefixKanji     *string `json:"statement_descriptor_prefix_kanji"`
	} `json:"payments"`
	Payouts payoutSettings `json:"payouts"`
}

type payoutSettings struct {
	DebitNegative bool     `json:"debit_negative_balances"`
	Schedule      schedule `json:"schedule"`
	Descriptor    *string  `json:"statement_descriptor"`
}

type schedule struct {
	DelayDays int64  `json:"delay_days"`
	Interval  string `json:"interval"`
	Monthly   int64  `json:"monthly_anchor,omitempty"`
	Weekly    string `json:"weekly_anchor,omitempty"`
}

type tosAcceptance struct {
	Date      *int64  `json:"date"`
	IP        *string `json:"ip,omitempty"`
	Agreement string  `json:"service_agreement,omitempty"`
	UserAgent *string `json:"user_agent,omitempty"`
}

type address struct {
	City       *string `json:"city" p:"city"`
	Country    *string `json:"country" p:"country"`
	Line1      *string `json:"line1" p:"line1"`
	Line2      *string `json:"line2" p:"line2"`
	PostalCode *string `json:"postal_code" p:"postal_code"`
	State      *string `json:"state" p:"state"`
}

// ensurePlatform makes the platform's own account on the first start.
func (s *Simulator) ensurePlatform(u *unit) {
	if _, ok := s.state.byID[s.opts.PlatformAccount]; ok {
		return
	}
	a := &account{
		Country: s.opts.Country, DefaultCurrency: s.opts.Currency, Type: "standard",
		ChargesEnabled: true, PayoutsEnabled: true, DetailsSubmitted: true, Metadata: map[string]string{},
		Capabilities: map[string]string{"card_payments": "active", "transfers": "active"},
	}
	a.ID, a.Object, a.Created = s.opts.PlatformAccount, "account", u.now
	a.account = "-" // owned by nobody, so it is in nobody's list
	a.Controller.Type = "account"
	a.Settings.Dashboard.Timezone = "Etc/UTC"
	a.Settings.Payouts.Schedule = schedule{DelayDays: 2, Interval: "manual"}
	a.hidden.RequestedAt = map[string]int64{"card_payments": u.now, "transfers": u.now}
	a.clearRequirements()
	a.listExternal(nil)
	u.put(a)
	// A platform has a bank account of its own, or it could never be paid out.
	u.as(a.ID, func() { u.attachExternal(a, bankDetails{Number: "000123456789", Routing: "110000000"}) })
	a.listExternal(u.externalOf(a.ID))
}

func (a *account) clearRequirements() {
	empty := func() requirements {
		return requirements{
			Alternatives: []string{}, CurrentlyDue: []string{}, Errors: []requirementError{},
			EventuallyDue: []string{}, PastDue: []string{}, Pending: []string{},
		}
	}
	a.Requirements, a.FutureReqs = empty(), empty()
}

// settle derives from what is known whether the account may charge, be paid and be
// transferred to, and what it is asked for.
func (a *account) settle(external bool) {
	a.clearRequirements()
	due := slices.Clone(a.hidden.Due)
	if a.collects() {
		a.DetailsSubmitted = a.DetailsSubmitted || a.hidden.Missing != nil && len(a.hidden.Missing) == 0 && external
	}
	if !a.DetailsSubmitted && a.collects() && a.hidden.Missing != nil {
		due = append(due, a.hidden.Missing...)
		if !external {
			due = append(due, "external_account")
		}
	} else if !a.DetailsSubmitted {
		due = append(due, "business_profile.url", "business_type", "external_account",
			"representative.first_name", "representative.last_name", "tos_acceptance.date", "tos_acceptance.ip")
	} else if !external {
		due = append(due, "external_account")
	}
	a.Requirements.CurrentlyDue = append(a.Requirements.CurrentlyDue, due...)
	a.Requirements.EventuallyDue = append(a.Requirements.EventuallyDue, due...)
	if len(a.hidden.Soon) > 0 {
		a.Requirements.CurrentDeadline = ptr(a.hidden.Deadline)
		a.Requirements.CurrentlyDue = append(a.Requirements.CurrentlyDue, a.hidden.Soon...)
		a.Requirements.EventuallyDue = append(a.Requirements.EventuallyDue, a.hidden.Soon...)
	}
	able := a.DetailsSubmitted && len(a.hidden.Due) == 0 && a.hidden.Rejected == "" && !a.hidden.Pending
	switch {
	case a.hidden.Rejected != "":
		a.Requirements.DisabledReason = ptr("rejected." + a.hidden.Rejected)
	case a.hidden.Pending:
		a.Requirements.Pending = append(a.Requirements.Pending, "individual.verification.document")
		a.Requirements.DisabledReason = ptr("requirements.pending_verification")
	case len(due) > 0 && (len(a.hidden.Due) > 0 || !a.DetailsSubmitted):
		a.Requirements.PastDue = append(a.Requirements.PastDue, due...)
		a.Requirements.DisabledReason = ptr("requirements.past_due")
	}
	for name := range a.Capabilities {
		a.Capabilities[name] = a.capability(name, able)
	}
	a.ChargesEnabled = able && (a.Capabilities["card_payments"] == "active" || a.Capabilities["transfers"] == "active")
	a.PayoutsEnabled = able && external
}

func (a *account) capability(name string, able bool) string {
	if forced := a.hidden.Forced[name]; forced != "" {
		return forced
	}
	switch {
	case a.hidden.RequestedAt[name] == 0:
		return "inactive"
	case a.hidden.Rejected == "" && a.hidden.Pending:
		return "pending"
	case able:
		return "active"
	}
	return "inactive"
}

// listExternal renders the account's bank accounts and cards into it.
func (a *account) listExternal(items []*externalAccount) {
	a.ExternalAccounts = all("/v1/accounts/"+a.ID+"/external_accounts", items...)
}

// accountOf finds an account by id as the unit may see it: the platform sees its
// connected accounts, each account sees itself.
func (u *unit) accountOf(id string) (*account, *apiError) {
	a, ok := u.s.state.byID[id].(*account)
	if !ok || a.gone || a.hidden.CutOff || id != u.account && !u.isPlatform() {
		return nil, &apiError{status: 403, early: true, body: errorBody{
			Type: typeInvalid, Code: "account_invalid",
			Message: "The provided key '" + masked(u.s.opts.SecretKey) + "' does not have access to account '" + id +
				"' (or that account does not exist). Application access may have been revoked.",
		}}
	}
	return a, nil
}

func (u *unit) knowsAccount(id string) bool {
	a, ok := u.s.state.byID[id].(*account)
	return ok && !a.gone && !a.hidden.CutOff
}

// collects tells whether the platform, and not Stripe, asks for what there is to know.
func (a *account) collects() bool { return a.Controller.Collection == "application" }

// unsaid lists what the platform still has to say of an account.
func (u *unit) unsaid(a *account) []string {
	out := []string{}
	who := u.representative(a.ID)
	for _, one := range []struct {
		name string
		said bool
	}{
		{"business_profile.url", a.BusinessProfile.URL != nil || a.BusinessProfile.Product != nil},
		{"business_type", a.BusinessType != nil},
		{"representative.first_name", who != nil && who.FirstName != nil},
		{"representative.last_name", who != nil && who.LastName != nil},
		{"tos_acceptance.date", a.TOS.Date != nil},
		{"tos_acceptance.ip", a.TOS.IP != nil},
	} {
		if !one.said {
			out = append(out, one.name)
		}
	}
	return out
}

// changeAccount applies a change, derives its consequences and tells the world.
func (u *unit) changeAccount(a *account, change func()) {
	before := snapshot(a)
	statuses := map[string]string{}
	for name, status := range a.Capabilities {
		statuses[name] = status
	}
	change()
	external := u.externalOf(a.ID)
	a.listExternal(external)
	usable := slices.ContainsFunc(external, func(x *externalAccount) bool { return x.usable() })
	if a.ID != u.s.opts.PlatformAccount {
		a.hidden.Missing = u.unsaid(a)
		a.settle(len(external) > 0 && usable)
	}
	u.put(a)
	u.schedulePayouts(a)
	after := snapshot(a)
	if string(before) == string(after) {
		return
	}
	u.as(a.ID, func() {
		for name, status := range a.Capabilities {
			if was, known := statuses[name]; known && was != status {
				u.emitChange("capability.updated", a.capabilityObject(name), render(map[string]string{"status": was}))
			}
		}
		u.emit("account.updated", a, before)
	})
}
