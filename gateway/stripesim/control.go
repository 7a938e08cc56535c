package stripesim

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// control wraps a handler under /_sim: no key, no idempotency, forms or JSON.
func (s *Simulator) control(h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c := &call{s: s, r: r, id: newID("req_sim")}
		n, fail := readControl(r)
		if fail != nil {
			c.failed(fail).write(w)
			return
		}
		c.params = n
		c.run(h).write(w)
	}
}

func readControl(r *http.Request) (*node, *apiError) {
	body, err := io.ReadAll(io.LimitReader(r.Body, bodyMax))
	if err != nil {
		return nil, reject("", "", "The request body could not be read: %s", err)
	}
	if strings.HasPrefix(strings.TrimSpace(string(body)), "{") {
		return parseJSON(body)
	}
	return parseForm(strings.Trim(r.URL.RawQuery+"&"+string(body), "&"))
}

// span of time as a person writes it: 90s, 48h, 3d.
type lapse time.Duration

func (l *lapse) decodeForm(n *node, path string) *apiError {
	if days, ok := strings.CutSuffix(n.scalar, "d"); ok {
		if i, err := strconv.Atoi(days); err == nil {
			*l = lapse(time.Duration(i) * 24 * time.Hour)
			return nil
		}
	}
	d, err := time.ParseDuration(n.scalar)
	if err != nil {
		return reject("", path, "Invalid duration: %q; write it like 90s, 48h or 3d", n.scalar)
	}
	*l = lapse(d)
	return nil
}

type clockView struct {
	Now    time.Time `json:"now"`
	Offset string    `json:"offset"`
}

func getClock(u *unit, _ *none) (any, *apiError) {
	return &clockView{Now: u.s.now(), Offset: u.s.offset.String()}, nil
}

func moveClock(u *unit, p *struct {
	Advance lapse `p:"advance,required"`
},
) (any, *apiError) {
	if p.Advance < 0 {
		return nil, reject("", "advance", "The clock only goes forward.")
	}
	u.s.advance(time.Duration(p.Advance))
	return getClock(u, nil)
}

func addFault(u *unit, p *struct {
	Method string `p:"method"`
	Path   string `p:"path,required"`
	Count  *int64 `p:"count" min:"1"`
	Skip   int64  `p:"skip" min:"0"`
	Kind   string `p:"kind,required" enum:"reset_before|reset_after|timeout_after|500_stored|502_html|503|429_rate_limit|429_lock_timeout|409_in_use|refused|slow|truncated"`
	Delay  lapse  `p:"delay"`
	Effect bool   `p:"effect"`
	Retry  string `p:"retry" enum:"true|false"`

	Code    string `p:"code"`
	Message string `p:"message"`
},
) (any, *apiError) {
	f := &fault{
		Method: strings.ToUpper(p.Method), Path: p.Path, Count: 1, Skip: p.Skip, Kind: p.Kind,
		Delay: time.Duration(p.Delay), Effect: p.Effect, Retry: p.Retry, Code: p.Code, Message: p.Message,
	}
	if p.Count != nil {
		f.Count = *p.Count
	}
	u.s.faults.mu.Lock()
	defer u.s.faults.mu.Unlock()
	u.s.faults.list = append(u.s.faults.list, f)
	return f, nil
}

func listFaults(u *unit, _ *none) (any, *apiError) {
	u.s.faults.mu.Lock()
	defer u.s.faults.mu.Unlock()
	return &shortList[*fault]{Object: "list", Data: append([]*fault{}, u.s.faults.list...), URL: u.url}, nil
}

func clearFaults(u *unit, _ *none) (any, *apiError) {
	u.s.faults.mu.Lock()
	defer u.s.faults.mu.Unlock()
	u.s.faults.list = nil
	return map[string]bool{"cleared": true}, nil
}

// chargeFee takes from the platform what Stripe charges beside payments and
// disputes, such as for its active accounts.
func chargeFee(u *unit, p *struct {
	Amount   int64  `p:"amount,required" min:"1"`
	Currency string `p:"currency"`
},
) (any, *apiError) {
	currency := strings.ToLower(or(p.Currency, u.s.opts.Currency))
	if err := divisible(p.Amount, currency); err != nil {
		return nil, err
	}
	return u.move(movement{
		kind: "stripe_fee", category: "fee", amount: -p.Amount, currency: currency, description: ptr("Stripe fees"),
	}), nil
}

func addHookFault(u *unit, p *struct {
	Type  string `p:"type"`
	Kind  string `p:"kind,required" enum:"duplicate|two_events|reorder|delay|drop|wrong_secret|stale|future|other_api_version|livemode|rolled_secret"`
	Count *int64 `p:"count" min:"1"`
	Delay lapse  `p:"delay"`
},
) (any, *apiError) {
	f := &hookFault{Type: p.Type, Kind: p.Kind, Count: 1, Delay: time.Duration(p.Delay)}
	if p.Count != nil {
		f.Count = *p.Count
	}
	if f.Delay == 0 && (f.Kind == "delay" || f.Kind == "reorder") {
		f.Delay = 300 * time.Millisecond
	}
	u.s.hooks = append(u.s.hooks, f)
	return f, nil
}

func clearHookFaults(u *unit, _ *none) (any, *apiError) {
	u.s.hooks = nil
	return map[string]bool{"cleared": true}, nil
}

func resendEvent(u *unit, p *struct {
	Endpoint string `p:"webhook_endpoint"`
},
) (any, *apiError) {
	e, ok := u.s.state.byID[u.path("id")].(*event)
	if !ok {
		return nil, missing("event", u.path("id"), "")
	}
	for _, h := range u.s.state.hooks {
		if h.wants(e) && (p.Endpoint == "" || p.Endpoint == h.ID) {
			u.deliver(e, h)
		}
	}
	u.put(e)
	return e, nil
}

func onboardNow(u *unit, p *onboarding) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	if err := u.onboard(a, p); err != nil {
		return nil, err
	}
	return a, nil
}

func requireMore(u *unit, p *struct {
	Due []string `p:"due"`
	In  *lapse   `p:"in"`
},
) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	if p.In != nil {
		if *p.In <= 0 {
			return nil, reject("", "in", "The deadline must be in the future.")
		}
		u.requireUntil(a, p.Due, int64(time.Duration(*p.In).Seconds()))
		return a, nil
	}
	u.changeAccount(a, func() { a.hidden.Due = p.Due })
	return a, nil
}

func forceCapability(u *unit, p *struct {
	Status string `p:"status,required" enum:"active|inactive|pending|auto"`
},
) (any, *apiError) {
	a, err := u.accountOf(u.path("id"))
	if err != nil {
		return nil, err
	}
	name := u.path("capability")
	if _, known := a.Capabilities[name]; !known {
		return nil, missing("capability", name, "")
	}
	u.changeAccount(a, func() {
		if a.hidden.Forced == nil {
			a.hidden.Forced = map[string]string{}
		}
		a.hidden.Forced[name] = p.Status
		if p.Status == "auto" {
			delete(a.hidden.Forced, name)
		}
	})
	return a.capabilityObject(name), nil
}

func drain(u *unit, _ *none) (any, *apiError) {
	id := u.path("id")
	if !u.knowsAccount(id) {
		return nil, missing("account", id, "")
	}
	out := []*balanceTransaction{}
	u.as(id, func() {
		for _, currency := range u.s.state.held[id] {
			if left := u.s.state.purse(id, currency).available; left > 0 {
				out = append(out, u.move(movement{
					kind: "adjustment", category: "other_adjustment", amount: -left, currency: currency, description: ptr("Drained"),
				}))
			}
		}
	})
	return &shortList[*balanceTransaction]{Object: "list", Data: out, URL: u.url}, nil
}

// payoutAnywhere finds a payout of any account and looks at it with that account's eyes.
func (u *unit) payoutAnywhere() (*payout, *apiError) {
	o, ok := u.s.state.byID[u.path("id")].(*payout)
	if !ok {
		return nil, missing("payout", u.path("id"), "")
	}
	u.account = o.account
	return o, nil
}

func settleNow(u *unit, _ *none) (any, *apiError) {
	o, err := u.payoutAnywhere()
	if err != nil {
		return nil, err
	}
	if o.Status != "pending" && o.Status != "in_transit" {
		return nil, refuse("", "", "This payout is %s.", o.Status)
	}
	u.settlePayout(o)
	return o, nil
}

func failNow(u *unit, p *struct {
	Code string `p:"code"`
},
) (any, *apiError) {
	o, err := u.payoutAnywhere()
	if err != nil {
		return nil, err
	}
	if o.Status == "failed" || o.Status == "canceled" || o.Amount < 0 || o.ReversedBy != nil {
		return nil, refuse("", "", "This payout is %s.", o.Status)
	}
	u.failPayout(o, or(p.Code, "account_closed"))
	return o, nil
}

func failRefundNow(u *unit, p *struct {
	Reason string `p:"reason"`
},
) (any, *apiError) {
	r, ok := u.s.state.byID[u.path("id")].(*refund)
	if !ok || r.SourceReversal != nil {
		return nil, missing("refund", u.path("id"), "")
	}
	if r.Status == "failed" || r.Status == "canceled" {
		return nil, refuse("", "", "This refund is %s.", r.Status)
	}
	u.account = r.account
	before := snapshot(r)
	r.hidden.Ends = ""
	u.failRefund(r, or(p.Reason, "expired_or_canceled_card"))
	u.tellRefund(r, before)
	return r, nil
}

func openDisputeNow(u *unit, p *struct {
	Charge  string `p:"charge,required"`
	Amount  *int64 `p:"amount" min:"1"`
	Reason  string `p:"reason" enum:"bank_cannot_process|check_returned|credit_not_processed|customer_initiated|debit_not_authorized|duplicate|fraudulent|general|incorrect_account_details|insufficient_funds|product_not_received|product_unacceptable|subscription_canceled|unrecognized"`
	Inquiry bool   `p:"inquiry"`
	Lost    bool   `p:"lost"`
	Counter *int64 `p:"counter_fee" min:"0"`
},
) (any, *apiError) {
	c, ok := u.s.state.byID[p.Charge].(*charge)
	if !ok || !c.Captured || c.SourceTransfer != nil {
		return nil, missing("charge", p.Charge, "charge")
	}
	u.account = c.account
	amount := c.AmountCaptured
	if p.Amount != nil {
		amount = *p.Amount
	}
	d := u.openDispute(c, or(p.Reason, "fraudulent"), p.Inquiry, amount)
	if p.Counter != nil {
		d.hidden.Counter = *p.Counter
	}
	if p.Lost {
		u.closeDispute(d, "lost", 0)
	}
	return d, nil
}

func decideDispute(u *unit, p *struct {
	Status string `p:"status,required" enum:"won|lost|warning_closed"`
	Amount *int64 `p:"amount" min:"0"`
},
) (any, *apiError) {
	d, ok := u.s.state.byID[u.path("id")].(*dispute)
	if !ok {
		return nil, missing("dispute", u.path("id"), "")
	}
	u.account = d.account
	inquiry := strings.HasPrefix(d.Status, "warning_")
	if inquiry != (p.Status == "warning_closed") || d.Status == "won" || d.Status == p.Status {
		return nil, refuse("", "status", "A dispute that is %s cannot become %s.", d.Status, p.Status)
	}
	back := int64(0)
	if p.Status == "won" {
		back = d.Amount
	}
	if p.Amount != nil {
		back = min(*p.Amount, d.Amount)
	}
	u.closeDispute(d, p.Status, back)
	return d, nil
}

func reset(u *unit, _ *none) (any, *apiError) {
	s := u.s
	u.changed, u.fresh, u.touched = nil, nil, nil
	s.state, s.offset, s.hooks = newState(), 0, nil
	s.queue.clear()
	if s.journal != nil {
		if err := os.Truncate(s.opts.Path, 0); err != nil {
			return nil, broken("The journal cannot be emptied: " + err.Error())
		}
	}
	u.now = s.now().Unix()
	u.account = s.opts.PlatformAccount
	s.ensurePlatform(u)
	s.ensureWebhooks(u)
	return map[string]bool{"reset": true}, nil
}

func dump(u *unit, _ *none) (any, *apiError) {
	objects := make([]entity, 0, len(u.s.state.byID))
	for _, e := range u.s.state.byID {
		objects = append(objects, e)
	}
	slices.SortFunc(objects, func(a, b entity) int { return int(a.header().seq - b.header().seq) })
	records := make([]record, 0, len(objects))
	for _, e := range objects {
		r := recordOf(e)
		if h, ok := e.(*webhookEndpoint); ok {
			r.Private, _ = json.Marshal(map[string]bool{"connect": h.hidden.Connect})
		}
		records = append(records, r)
	}
	return &shortList[record]{Object: "list", Data: records, URL: u.url}, nil
}
