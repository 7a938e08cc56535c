package e2e_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// stripe does what happens at Stripe:
//
//	stripe confirm METHOD            the buyer's browser confirms the last payment; with ! it must fail
//	stripe 3ds complete|fail         the buyer answers the bank
//	stripe fault METHOD PATH KIND [name=value]…
//	stripe hook KIND [name=value]…   the next deliveries go wrong: drop, duplicate, reorder, wrong_secret …
//	stripe calm                      nothing goes wrong from here on
//	stripe resend TYPE               delivers all events of a type again
//	stripe count KIND N [SELLER]     how many payment_intents, transfers, payouts … there are
//	stripe intent STATUS             where the last payment stands at Stripe
//	stripe payout settle|fail SELLER the seller's last payout arrives or comes back
//	stripe dispute open [name=value]…    the bank of whoever paid last takes the payment back, or asks
//	stripe dispute STATUS [name=value]…  the bank decides about the newest dispute
//	stripe warn [fraud_type=…]       the issuer of the card that paid last warns of fraud
//	stripe onboard SELLER [name=value]… the seller fills in the form, again as well
//	stripe post PATH [name=value]…   anything else under /_sim
//	stripe page URL [name=value]…    a seller fills in the form at an onboarding link
func (s *story) stripe(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, args, 1, 20, "stripe WORD …")
	word, args := args[0], args[1:]
	switch word {
	case "confirm":
		s.confirm(ts, neg, args[0])
	case "3ds":
		s.control(ts, "3ds/"+s.intent(ts)+"/"+args[0], nil)
	case "fault":
		s.control(ts, "faults", fields(ts, args[3:], "method", args[0], "path", args[1], "kind", args[2]))
	case "hook":
		s.control(ts, "webhooks/faults", fields(ts, args[1:], "kind", args[0]))
	case "calm":
		s.calm(ts)
	case "resend":
		s.resend(ts, args[0])
	case "count":
		s.count(ts, args)
	case "intent":
		if got := s.fetch(ts, "payment_intents/"+s.intent(ts), "")["status"]; got != args[0] {
			ts.Fatalf("the intent is %v", got)
		}
	case "payout":
		list := s.list(ts, "payouts", s.connected(ts, args[1]))
		if len(list) == 0 {
			ts.Fatalf("%s has no payout", args[1])
		}
		s.control(ts, "payouts/"+show(list[0]["id"])+"/"+args[0], nil)
	case "dispute":
		if args[0] == "open" {
			s.control(ts, "disputes", fields(ts, args[1:], "charge", s.charge(ts)))
			return
		}
		list := s.list(ts, "disputes", "")
		if len(list) == 0 {
			ts.Fatalf("nothing is disputed")
		}
		s.control(ts, "disputes/"+show(list[0]["id"]), fields(ts, args[1:], "status", args[0]))
	case "warn":
		s.control(ts, "warnings", fields(ts, args, "charge", s.charge(ts)))
	case "onboard":
		s.control(ts, "accounts/"+s.connected(ts, args[0])+"/onboard", fields(ts, args[1:]))
	case "post":
		s.control(ts, args[0], fields(ts, args[1:]))
	case "page":
		s.page(ts, args[0], fields(ts, args[1:]))
	default:
		ts.Fatalf("stripe has no word %s", word)
	}
}

func fields(ts *testscript.TestScript, args []string, pairs ...string) url.Values {
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	for _, arg := range args {
		name, value, ok := strings.Cut(arg, "=")
		if !ok {
			ts.Fatalf("%s is no name=value", arg)
		}
		form.Set(name, value)
	}
	return form
}

// charge is the charge of the payment that was seen last.
func (s *story) charge(ts *testscript.TestScript) string {
	return show(s.fetch(ts, "payment_intents/"+s.intent(ts), "")["latest_charge"])
}

// intent is the id of the payment intent that was seen last.
func (s *story) intent(ts *testscript.TestScript) string {
	id, _, ok := strings.Cut(s.secret, "_secret_")
	if !ok {
		ts.Fatalf("no payment was seen yet")
	}
	return id
}

func (s *story) confirm(ts *testscript.TestScript, neg bool, method string) {
	form := url.Values{"client_secret": {s.secret}, "payment_method": {method}, "return_url": {s.w.URL + "/"}}
	status, body := s.request(ts, http.MethodPost, "/v1/payment_intents/"+s.intent(ts)+"/confirm", s.pubkey, form)
	var said struct {
		Status string
		Error  struct {
			Type, Code  string
			DeclineCode string `json:"decline_code"`
		}
	}
	ts.Check(json.Unmarshal([]byte(body), &said))
	fmt.Fprintln(ts.Stdout(), strings.TrimSpace(strings.Join([]string{said.Status, said.Error.Type, said.Error.Code, said.Error.DeclineCode}, " ")))
	if (status != http.StatusOK) != neg {
		ts.Fatalf("%d %s", status, s.scrub(body))
	}
}

// onboards SELLER [name=value]…: Stripe learns about a seller, as if they had
// filled in the form.
func (s *story) onboards(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 1, 10, "onboards SELLER [name=value]…")
	s.control(ts, "accounts/"+s.connected(ts, args[0])+"/onboard", fields(ts, args[1:]))
}

// page opens the form at an onboarding link, as a browser does, and sends it.
func (s *story) page(ts *testscript.TestScript, link string, form url.Values) {
	status, body := s.request(ts, http.MethodGet, link, "", nil)
	pass := regexp.MustCompile(`name="pass" value="([^"]+)"`).FindStringSubmatch(body)
	if status != http.StatusOK || pass == nil {
		ts.Fatalf("the page cannot be opened: %d %s", status, body)
	}
	form.Set("pass", pass[1])
	status, body = s.request(ts, http.MethodPost, link, "", form)
	if status != http.StatusSeeOther {
		ts.Fatalf("the form was not taken: %d %s", status, body)
	}
}

func (s *story) calm(ts *testscript.TestScript) {
	for _, path := range []string{"/_sim/faults", "/_sim/webhooks/faults"} {
		if status, body := s.request(ts, http.MethodDelete, path, "", nil); status != http.StatusOK {
			ts.Fatalf("%d %s", status, body)
		}
	}
}

func (s *story) resend(ts *testscript.TestScript, kind string) {
	events := s.list(ts, "events?type="+kind, "")
	if len(events) == 0 {
		ts.Fatalf("no %s has happened", kind)
	}
	for _, e := range events {
		s.control(ts, "events/"+show(e["id"])+"/resend", nil)
	}
}

func (s *story) count(ts *testscript.TestScript, args []string) {
	want(ts, args, 2, 3, "stripe count KIND N [SELLER]")
	account := ""
	if len(args) == 3 {
		account = s.connected(ts, args[2])
	}
	if n := len(s.list(ts, args[0], account)); strconv.Itoa(n) != args[1] {
		ts.Fatalf("there are %d", n)
	}
}

// connected is the account of a seller at Stripe.
func (s *story) connected(ts *testscript.TestScript, seller string) string {
	var id string
	err := s.w.DB.Read(s.t.Context()).
		NewRaw("SELECT COALESCE(provider_id, '') FROM payout_accounts WHERE seller_id = ?", s.accounts[seller]).Scan(s.t.Context(), &id)
	ts.Check(err)
	if id == "" {
		ts.Fatalf("%s has no account at Stripe", seller)
	}
	s.call(ts, strings.ToUpper(seller)+"_STRIPE", id)
	return id
}

func (s *story) list(ts *testscript.TestScript, kind, account string) []map[string]any {
	path := "/v1/" + kind
	if !strings.Contains(path, "?") {
		path += "?limit=100"
	}
	var list []map[string]any
	data, _ := s.get(ts, path, account)["data"].([]any)
	for _, item := range data {
		object, ok := item.(map[string]any)
		if !ok {
			ts.Fatalf("%v is no object", item)
		}
		list = append(list, object)
	}
	return list
}

func (s *story) fetch(ts *testscript.TestScript, path, account string) map[string]any {
	return s.get(ts, "/v1/"+path, account)
}

func (s *story) get(ts *testscript.TestScript, path, account string) map[string]any {
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, s.w.StripeURL+path, nil)
	ts.Check(err)
	r.Header.Set("Authorization", "Bearer "+s.w.App.Config.StripeSecretKey.Reveal())
	if account != "" {
		r.Header.Set("Stripe-Account", account)
	}
	status, body := do(ts, r)
	if status != http.StatusOK {
		ts.Fatalf("%d %s", status, body)
	}
	var object map[string]any
	ts.Check(json.Unmarshal([]byte(body), &object))
	return object
}

// control sends a command to the simulator.
func (s *story) control(ts *testscript.TestScript, path string, form url.Values) {
	if status, body := s.request(ts, http.MethodPost, "/_sim/"+path, "", form); status != http.StatusOK {
		ts.Fatalf("%d %s", status, s.scrub(body))
	}
}

func (s *story) request(ts *testscript.TestScript, method, path, key string, form url.Values) (status int, body string) {
	if !strings.HasPrefix(path, "http") {
		path = s.w.StripeURL + path
	}
	r, err := http.NewRequestWithContext(s.t.Context(), method, path, strings.NewReader(form.Encode()))
	ts.Check(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if key != "" {
		r.Header.Set("Authorization", "Bearer "+key)
	}
	return do(ts, r)
}

func do(ts *testscript.TestScript, r *http.Request) (status int, body string) {
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(r)
	ts.Check(err)
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	ts.Check(err)
	return response.StatusCode, string(content)
}
