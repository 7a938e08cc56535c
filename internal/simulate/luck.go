package simulate

import (
	"net/url"
	"strconv"
	"time"
)

// deliver lets Stripe's webhooks that are due arrive.
func (t *turn) deliver() error {
	t.stripe.Deliver(t.life)
	return nil
}

// workLittle does a few jobs, and leaves the others.
func (t *turn) workLittle() error {
	_, err := t.drain(1 + t.r.IntN(6))
	return err
}

// work does everything that is due once.
func (t *turn) work() error {
	_, err := t.round()
	return err
}

// sleep lets some hours pass in which nobody does anything and nothing works.
func (t *turn) sleep() error {
	t.advance(time.Duration(1+t.r.IntN(8)) * time.Hour)
	return nil
}

// breakCall lets calls to Stripe go wrong: mostly one, sometimes many.
func (t *turn) breakCall() error {
	kinds := breakages()
	x := &trap{kind: kinds[t.r.IntN(len(kinds))], writing: t.chance(70), skip: t.r.IntN(4), count: 1}
	if t.chance(20) {
		x.count = 2 + t.r.IntN(10)
	}
	t.door.traps = append(t.door.traps, x)
	return nil
}

// disturbWebhook lets deliveries go wrong in a way that Stripe makes good again.
func (t *turn) disturbWebhook() error {
	kinds := []string{"duplicate", "two_events", "reorder", "delay", "wrong_secret", "stale", "future", "rolled_secret"}
	kind := kinds[t.r.IntN(len(kinds))]
	form := url.Values{"kind": {kind}, "count": {strconv.Itoa(1 + t.r.IntN(3))}}
	if kind == "reorder" || kind == "delay" {
		form.Set("delay", strconv.Itoa(1+t.r.IntN(120))+"m")
	}
	_, _, err := t.atStripe(t.ctx, "/_sim/webhooks/faults", form, "")
	return err
}

// loseWebhook lets a delivery never arrive, or arrive as one that must not be
// believed.
func (t *turn) loseWebhook() error {
	kinds := []string{"drop", "drop", "other_api_version", "livemode"}
	form := url.Values{"kind": {kinds[t.r.IntN(len(kinds))]}, "count": {strconv.Itoa(1 + t.r.IntN(4))}}
	_, _, err := t.atStripe(t.ctx, "/_sim/webhooks/faults", form, "")
	return err
}

// crash lets the process die at one of the next points where it can.
func (t *turn) crash() error {
	t.fate.dieAfter(1 + t.r.IntN(25))
	return nil
}

// restart restarts the database while nothing is under way.
func (t *turn) restart() error { return t.reopen(t.base) }
