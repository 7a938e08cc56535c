package stripesim

import (
	"net/http"
	"net/url"
	"strings"
)

// challenged is an intent of either kind that waits for 3D Secure.
type challenged struct {
	entity
	secret, returnURL, status, kind string
	amount                          int64
	currency                        string
}

// challengedByPath finds the intent of a 3D Secure page.
func (s *Simulator) challengedByPath(id string) (*challenged, bool) {
	switch i := s.state.byID[id].(type) {
	case *paymentIntent:
		return &challenged{i, i.ClientSecret, i.hidden.ReturnURL, i.Status, "payment_intent", i.Amount, i.Currency}, true
	case *setupIntent:
		return &challenged{i, i.ClientSecret, i.hidden.ReturnURL, i.Status, "setup_intent", 0, ""}, true
	}
	return nil, false
}

// back is where the buyer goes afterwards, with what Stripe adds to the URL.
func (c *challenged) back() string {
	to, err := url.Parse(c.returnURL)
	if err != nil || c.returnURL == "" {
		return ""
	}
	q := to.Query()
	q.Set(c.kind, c.header().ID)
	q.Set(c.kind+"_client_secret", c.secret)
	result := "failed"
	if c.status == "succeeded" || c.status == "requires_capture" {
		result = "succeeded"
	}
	q.Set("redirect_status", result)
	to.RawQuery = q.Encode()
	return to.String()
}

func (s *Simulator) securePage(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, ok := s.challengedByPath(r.PathValue("intent"))
	if !ok {
		s.page(w, http.StatusNotFound, "gone.html", nil)
		return
	}
	s.showSecure(w, c)
}

func (s *Simulator) showSecure(w http.ResponseWriter, c *challenged) {
	s.page(w, http.StatusOK, "3ds.html", map[string]any{
		"ID": c.header().ID, "Open": c.status == "requires_action", "Status": c.status, "Back": c.back(),
		"Amount": decimals(c.amount, c.currency), "Currency": strings.ToUpper(c.currency),
	})
}

// secureAnswer ends the challenge. Browsers are sent back, programs get the intent.
func (s *Simulator) secureAnswer(passed bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id := r.PathValue("intent")
		if !strings.Contains(r.Header.Get("Accept"), "text/html") {
			s.control(with(func(u *unit, _ *none) (any, *apiError) { return u.answer3DS(id, passed) }).run)(w, r)
			return
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.tick()
		u := s.unit("")
		u.base = or(u.base, "http://"+r.Host)
		_, _ = u.answer3DS(id, passed)
		s.commitLogged(u)
		c, ok := s.challengedByPath(id)
		if !ok {
			s.page(w, http.StatusNotFound, "gone.html", nil)
			return
		}
		if back := c.back(); back != "" {
			http.Redirect(w, r, back, http.StatusSeeOther)
			return
		}
		s.showSecure(w, c)
	}
}

func (u *unit) answer3DS(id string, passed bool) (any, *apiError) {
	e := u.s.state.byID[id]
	if e != nil {
		u.account = e.header().account
	}
	switch i := e.(type) {
	case *paymentIntent:
		if err := u.answerChallenge(i, passed); err != nil {
			return nil, err
		}
		return i, nil
	case *setupIntent:
		if err := u.answerSetup(i, passed); err != nil {
			return nil, err
		}
		return i, nil
	}
	return nil, missing("intent", id, "")
}
