package stripesim

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// link is an account link: a page to which a seller is sent once.
type link struct {
	head
	Account    string `json:"account"`
	Kind       string `json:"type"`
	ReturnURL  string `json:"return_url"`
	RefreshURL string `json:"refresh_url"`
	Expires    int64  `json:"expires_at"`
	// Opened is set when the page has been shown; Pass lets that page be sent back.
	Opened bool   `json:"opened"`
	Pass   string `json:"pass"`
}

// fire forgets a link long after it has expired.
func (l *link) fire(u *unit) { u.drop(l) }

// accountLink is what Stripe shows of a link.
type accountLink struct {
	Object  string `json:"object"`
	Created int64  `json:"created"`
	Expires int64  `json:"expires_at"`
	URL     string `json:"url"`
}

func createLink(u *unit, p *struct {
	Account    string `p:"account,required"`
	Type       string `p:"type,required" enum:"account_onboarding|account_update"`
	RefreshURL string `p:"refresh_url"`
	ReturnURL  string `p:"return_url"`
	Collect    string `p:"collect" enum:"currently_due|eventually_due"`
	Options    *struct {
		Fields string `p:"fields" enum:"currently_due|eventually_due"`
		Future string `p:"future_requirements" enum:"include|omit"`
	} `p:"collection_options"`
},
) (any, *apiError) {
	a, err := u.accountOf(p.Account)
	if err != nil {
		return nil, err
	}
	for name, value := range map[string]string{"refresh_url": p.RefreshURL, "return_url": p.ReturnURL} {
		to, bad := url.Parse(value)
		if value == "" {
			return nil, reject("parameter_missing", name, "Missing required param: %s.", name)
		}
		if bad != nil || to.Scheme != "http" && to.Scheme != "https" {
			return nil, reject("url_invalid", name, "Not a valid URL: %s", value)
		}
	}
	if p.Type == "account_update" && a.Controller.Collection == "stripe" {
		return nil, reject("", "type", "You cannot create `account_update` type Account Links for this account, because Stripe collects its requirements.")
	}
	l := &link{
		Account: a.ID, Kind: p.Type, ReturnURL: p.ReturnURL, RefreshURL: p.RefreshURL,
		Expires: u.now + int64(u.s.opts.LinkLife.Seconds()), Pass: newID(""),
	}
	l.ID, l.Object, l.Created = newID("lnk_"), "sim.link", u.now
	l.due = l.Expires + 24*3600
	u.put(l)
	return &accountLink{Object: "account_link", Created: u.now, Expires: l.Expires, URL: u.base + "/_sim/onboarding/" + l.ID}, nil
}

// onboarding is what a seller fills in.
type onboarding struct {
	Business       string `p:"business_name"`
	Representative string `p:"representative_name"`
	Number         string `p:"account_number"`
	Routing        string `p:"routing_number"`
	Currency       string `p:"currency"`
	Outcome        string `p:"outcome" enum:"enabled|pending|document|unfinished"`
	Pass           string `p:"pass"`
}

// onboard completes the form for an account, the way its outcome says.
func (u *unit) onboard(a *account, p *onboarding) *apiError {
	number := or(p.Number, "000123456789")
	if !digits(number) && !strings.HasPrefix(number, a.Country) {
		return reject("account_number_invalid", "account_number", "Invalid account number: must contain only digits.")
	}
	if p.Currency != "" && !knownCurrency(p.Currency) {
		return invalidCurrency(p.Currency)
	}
	if p.Outcome == "unfinished" {
		return nil
	}
	u.changeAccount(a, func() {
		a.BusinessProfile.Name = filled(or(p.Business, or(deref(a.BusinessProfile.Name), "Simulated business")))
		if a.BusinessType == nil {
			a.BusinessType = ptr("individual")
		}
		a.DetailsSubmitted, a.hidden.Due, a.hidden.Pending = true, nil, false
		a.hidden.Soon, a.hidden.Deadline = nil, 0
		a.TOS.Date = ptr(u.now)
		switch p.Outcome {
		case "pending":
			a.hidden.Pending = true
		case "document":
			a.hidden.Due = []string{"individual.verification.document"}
		}
		u.bankOnce(a, bankDetails{Number: number, Routing: or(p.Routing, "110000000"), Currency: or(strings.ToLower(p.Currency), a.DefaultCurrency), Holder: p.Representative})
	})
	return nil
}

// bankOnce attaches the bank account of the form, unless that very one is there and works.
func (u *unit) bankOnce(a *account, b bankDetails) {
	known := slices.ContainsFunc(u.externalOf(a.ID), func(x *externalAccount) bool {
		return x.hidden.Number == b.Number && x.Currency == b.Currency && x.usable()
	})
	if !known {
		u.attachExternal(a, b)
	}
}

// onboardingPage shows the form once, and sends people who come too late or twice
// to the refresh URL.
func (s *Simulator) onboardingPage(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tick()
	l, ok := s.state.byID[r.PathValue("token")].(*link)
	if !ok {
		s.page(w, http.StatusNotFound, "gone.html", nil)
		return
	}
	a := must[*account](s, l.Account)
	if l.Opened || s.now().Unix() >= l.Expires || a.gone {
		http.Redirect(w, r, l.RefreshURL, http.StatusSeeOther)
		return
	}
	u := s.unit("")
	l.Opened = true
	u.put(l)
	s.commitLogged(u)
	s.page(w, http.StatusOK, "onboarding.html", map[string]any{
		"Account": a.ID, "Pass": l.Pass, "Business": or(deref(a.BusinessProfile.Name), ""), "Email": deref(a.Email),
		"Country": a.Country, "Currency": a.DefaultCurrency, "Back": l.RefreshURL,
	})
}

// onboardingSent completes onboarding. A page that was shown carries its pass; a
// link that was never opened may be posted to directly.
func (s *Simulator) onboardingSent(w http.ResponseWriter, r *http.Request) {
	n, fail := readControl(r)
	p := &onboarding{}
	if fail == nil {
		fail = bind(n, p)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tick()
	l, ok := s.state.byID[r.PathValue("token")].(*link)
	if !ok {
		s.page(w, http.StatusNotFound, "gone.html", nil)
		return
	}
	a := must[*account](s, l.Account)
	// Someone who is filling in the form may take their time: only opening it expires.
	late := !l.Opened && s.now().Unix() >= l.Expires
	if late || a.gone || l.Opened && !same(p.Pass, l.Pass) {
		http.Redirect(w, r, l.RefreshURL, http.StatusSeeOther)
		return
	}
	u := s.unit("")
	if fail == nil {
		fail = u.onboard(a, p)
	}
	if fail != nil {
		s.page(w, http.StatusBadRequest, "onboarding.html", map[string]any{
			"Account": a.ID, "Pass": l.Pass, "Business": p.Business, "Representative": p.Representative, "Email": deref(a.Email),
			"Country": a.Country, "Currency": or(p.Currency, a.DefaultCurrency), "Back": l.RefreshURL, "Problem": fail.body.Message,
		})
		return
	}
	l.Opened, l.Pass = true, ""
	u.put(l)
	s.commitLogged(u)
	http.Redirect(w, r, l.ReturnURL, http.StatusSeeOther)
}
