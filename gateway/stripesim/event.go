package stripesim

import (
	"bytes"
	"encoding/json"
	"strings"
)

// event is one fact, with the object as it was then.
type event struct {
	head
	Account    string       `json:"account,omitempty"`
	APIVersion string       `json:"api_version"`
	Data       eventData    `json:"data"`
	Livemode   bool         `json:"livemode"`
	Pending    int          `json:"pending_webhooks"`
	Request    eventRequest `json:"request"`
	Type       string       `json:"type"`

	hidden eventHidden
}

type eventHidden struct {
	// Open counts deliveries that are still tried.
	Open int `json:"open"`
}

func (e *event) private() any { return &e.hidden }

type eventData struct {
	Object   json.RawMessage `json:"object"`
	Previous json.RawMessage `json:"previous_attributes,omitempty"`
}

type eventRequest struct {
	ID  *string `json:"id"`
	Key *string `json:"idempotency_key"`
}

func (e *event) indexes() []string { return []string{"type=" + e.Type} }

// emit records that something happened to an object. before, when given, is how
// the object looked earlier and becomes previous_attributes.
func (u *unit) emit(kind string, object any, before json.RawMessage) {
	var previous json.RawMessage
	raw := render(object)
	if before != nil {
		previous = difference(before, raw)
	}
	u.record(kind, raw, previous)
}

// emitChange is emit for those who know the previous attributes already.
func (u *unit) emitChange(kind string, object any, previous json.RawMessage) {
	u.record(kind, render(object), previous)
}

func (u *unit) record(kind string, object, previous json.RawMessage) {
	e := &event{APIVersion: APIVersion, Type: kind, Data: eventData{Object: object, Previous: previous}}
	e.ID, e.Object, e.Created = newID("evt_1"), "event", u.now
	if !u.isPlatform() {
		e.Account = u.account
	}
	if u.request.id != "" {
		e.Request = eventRequest{ID: ptr(u.request.id), Key: filled(u.request.key)}
	}
	silent := u.cutOff(e.Account) && kind != "account.application.deauthorized"
	for _, hook := range u.s.state.hooks {
		if hook.wants(e) && !silent {
			u.deliver(e, hook)
		}
	}
	u.put(e)
	u.s.state.events++
}

// difference holds the attributes that changed, with their old values. Nested
// objects are compared attribute by attribute, lists as a whole.
func difference(before, after json.RawMessage) json.RawMessage {
	var a, b map[string]json.RawMessage
	if json.Unmarshal(before, &a) != nil || json.Unmarshal(after, &b) != nil {
		return before
	}
	out := map[string]json.RawMessage{}
	for key, was := range a {
		is, kept := b[key]
		switch {
		case kept && bytes.Equal(was, is):
		case kept && was[0] == '{' && is[0] == '{':
			out[key] = difference(was, is)
		default:
			out[key] = was
		}
	}
	for key := range b {
		if _, had := a[key]; !had {
			out[key] = json.RawMessage("null")
		}
	}
	return render(out)
}

// trimEvents forgets the oldest events whose deliveries are over.
func (u *unit) trimEvents() {
	st := u.s.state
	if st.events <= u.s.opts.EventsMax {
		return
	}
	for _, account := range []string{u.s.opts.PlatformAccount, u.account} {
		events := st.lists["event|"+account]
		for len(events) > 1 && st.events > u.s.opts.EventsMax {
			oldest := events[0].(*event)
			if oldest.hidden.Open > 0 {
				break
			}
			u.drop(oldest)
			st.events--
			events = st.lists["event|"+account]
		}
	}
}

func getEvent(u *unit, _ *none) (any, *apiError) {
	e, ok := get[*event](u, u.path("id"))
	if !ok {
		return nil, missing("event", u.path("id"), "")
	}
	return e, nil
}

func listEvents(u *unit, p *struct {
	listParams
	createdParams
	Type    string   `p:"type"`
	Types   []string `p:"types"`
	Success *bool    `p:"delivery_success"`
},
) (any, *apiError) {
	if p.Type != "" && len(p.Types) > 0 {
		return nil, reject("parameters_exclusive", "types", "You may only specify one of these parameters: type, types.")
	}
	if p.Type != "" {
		p.Types = []string{p.Type}
	}
	exact := ""
	if len(p.Types) == 1 && !strings.HasSuffix(p.Types[0], "*") {
		exact = p.Types[0]
	}
	return paginate(u, list(u, "event", "type", exact), p.listParams, func(x entity) bool {
		e := x.(*event)
		return p.Created.has(e.Created) && (len(p.Types) == 0 || matches(p.Types, e.Type)) &&
			(p.Success == nil || *p.Success == (e.Pending == 0))
	})
}

// matches a type against names, of which the last part may be a star.
func matches(patterns []string, kind string) bool {
	for _, p := range patterns {
		if p == "*" || p == kind || strings.HasSuffix(p, ".*") && strings.HasPrefix(kind, p[:len(p)-1]) {
			return true
		}
	}
	return false
}
