package stripesim

import (
	"time"
)

// hookFault makes deliveries go wrong.
type hookFault struct {
	// Type is an event type or a pattern such as transfer.*; empty means any.
	Type  string
	Kind  string
	Count int64
	Delay time.Duration
}

type hookFaults []*hookFault

// takeHookFault finds the first fault for the event and uses it up by one.
func (s *Simulator) takeHookFault(d *delivery, e *event) *hookFault {
	if d.Faulted || d.Copy {
		return nil
	}
	for i, f := range s.hooks {
		if f.Type != "" && !matches([]string{f.Type}, e.Type) {
			continue
		}
		if f.Count--; f.Count <= 0 {
			s.hooks = append(s.hooks[:i:i], s.hooks[i+1:]...)
		}
		d.Faulted = true
		return f
	}
	return nil
}

// interfere changes time, secrets or body. No secrets mean that nothing is sent, ever.
func (s *Simulator) interfere(f *hookFault, d *delivery, body *event, hook *webhookEndpoint) (at int64, secrets []string) {
	at, secrets = time.Now().Unix(), []string{hook.hidden.Secret}
	switch f.Kind {
	case "drop":
		return at, nil
	case "wrong_secret":
		d.Faulted = false
		return at, []string{"whsec_" + "wrong"}
	case "stale":
		return at - 3600, secrets
	case "future":
		return at + 600, secrets
	case "rolled_secret":
		return at, []string{"whsec_old", hook.hidden.Secret}
	case "other_api_version":
		body.APIVersion = "2024-04-10"
	case "livemode":
		body.Livemode = true
	case "duplicate", "two_events":
		u := s.unit("")
		again := &delivery{Event: d.Event, Endpoint: d.Endpoint, Next: s.hookTime().UnixMilli(), Copy: true}
		if f.Kind == "two_events" {
			twin := *body
			twin.head = head{ID: newID("evt_1"), Object: "event", Created: body.Created, account: body.account}
			twin.hidden = eventHidden{}
			u.put(&twin)
			again.Event = twin.ID
			s.state.events++
		}
		again.ID, again.Object, again.account = newID("dlv_"), "sim.delivery", s.opts.PlatformAccount
		u.put(again)
		u.fresh = append(u.fresh, again)
		s.commitLogged(u)
	}
	return at, secrets
}
