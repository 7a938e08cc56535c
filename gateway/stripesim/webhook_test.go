package stripesim_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"
	"github.com/stripe/stripe-go/v76/webhook"

	"github.com/etal-market/etal/gateway/stripesim"
)

// inbox is a webhook endpoint that verifies what it gets, and can be made to fail.
type inbox struct {
	t      *testing.T
	url    string
	secret string

	mu     sync.Mutex
	events []stripe.Event
	heads  []string
	refuse int
	bad    []error
}

func newInbox(t *testing.T, secret string) *inbox {
	in := &inbox{t: t, secret: secret}
	server := httptest.NewServer(in)
	t.Cleanup(server.Close)
	in.url = server.URL
	return in
}

func (in *inbox) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	in.mu.Lock()
	defer in.mu.Unlock()
	head := r.Header.Get("Stripe-Signature")
	in.heads = append(in.heads, head)
	if in.refuse > 0 {
		in.refuse--
		http.Error(w, "not now", http.StatusInternalServerError)
		return
	}
	var e stripe.Event
	if err == nil {
		e, err = webhook.ConstructEventWithOptions(body, head, in.secret, webhook.ConstructEventOptions{})
	}
	if err != nil {
		in.bad = append(in.bad, err)
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	in.events = append(in.events, e)
}

func (in *inbox) types() []string {
	in.mu.Lock()
	defer in.mu.Unlock()
	var out []string
	for _, e := range in.events {
		out = append(out, string(e.Type))
	}
	return out
}

func (in *inbox) waitFor(kinds ...string) {
	in.t.Helper()
	require.Eventually(in.t, func() bool {
		got := in.types()
		return !slices.ContainsFunc(kinds, func(k string) bool { return !slices.Contains(got, k) })
	}, 10*time.Second, 5*time.Millisecond, "waiting for %v, got %v", kinds, in.types())
}

func (in *inbox) find(kind string) stripe.Event {
	in.t.Helper()
	in.mu.Lock()
	defer in.mu.Unlock()
	for _, e := range in.events {
		if string(e.Type) == kind {
			return e
		}
	}
	require.Fail(in.t, "no "+kind)
	return stripe.Event{}
}

func quick(o *stripesim.Options) {
	o.WebhookBackoff = []time.Duration{10 * time.Millisecond, 20 * time.Millisecond, 40 * time.Millisecond, 80 * time.Millisecond}
}

func TestWebhooks_of_the_platform_and_of_sellers_go_to_their_endpoints(t *testing.T) {
	t.Parallel()
	own, connect := newInbox(t, "whsec_own"), newInbox(t, "whsec_connect")
	w := newWorld(t, quick, func(o *stripesim.Options) {
		o.Webhooks = []stripesim.Webhook{{URL: own.url, Secret: "whsec_own"}, {URL: connect.url, Secret: "whsec_connect", Connect: true}}
	})
	w.run()
	a := w.seller()
	p := &stripe.PaymentIntentParams{
		Amount: stripe.Int64(1_000), Currency: stripe.String("usd"), PaymentMethod: stripe.String("pm_card_visa"), Confirm: stripe.Bool(true),
		PaymentMethodTypes: stripe.StringSlice([]string{"card"}),
	}
	p.SetIdempotencyKey("pay_1")
	i, err := w.sc.PaymentIntents.New(p)
	require.NoError(t, err)
	_, err = w.transfer(500, a.ID, i.LatestCharge.ID)
	require.NoError(t, err)

	own.waitFor("payment_intent.created", "payment_intent.succeeded", "charge.succeeded", "transfer.created")
	connect.waitFor("account.updated", "capability.updated", "account.external_account.created")
	require.Empty(t, own.bad)
	require.Empty(t, connect.bad)

	e := own.find("payment_intent.succeeded")
	require.Empty(t, e.Account)
	require.Equal(t, "2023-10-16", e.APIVersion)
	require.Equal(t, "pay_1", e.Request.IdempotencyKey)
	require.Equal(t, i.LastResponse.RequestID, e.Request.ID)
	require.EqualValues(t, 1, e.PendingWebhooks)
	require.Equal(t, i.ID, e.GetObjectValue("id"))
	e = connect.find("account.updated")
	require.Equal(t, a.ID, e.Account)
	require.Equal(t, false, e.Data.PreviousAttributes["payouts_enabled"])
	require.NotContains(t, e.Data.PreviousAttributes, "id")
	require.NotContains(t, e.Data.PreviousAttributes, "country")

	require.Eventually(t, func() bool { return w.sim.PendingWebhooks() == 0 }, 10*time.Second, 5*time.Millisecond)
	stored, err := w.sc.Events.Get(own.find("payment_intent.succeeded").ID, nil)
	require.NoError(t, err)
	require.EqualValues(t, 0, stored.PendingWebhooks)
	types := w.sc.Events.List(&stripe.EventListParams{Types: stripe.StringSlice([]string{"charge.*"})}).EventList()
	require.Len(t, types.Data, 1)
}

func TestWebhooks_are_tried_again_with_a_fresh_signature(t *testing.T) {
	t.Parallel()
	in := newInbox(t, "whsec_own")
	in.refuse = 3
	w := newWorld(t, quick, func(o *stripesim.Options) {
		o.Webhooks = []stripesim.Webhook{{URL: in.url, Secret: "whsec_own"}}
		o.WebhookBackoff = []time.Duration{10 * time.Millisecond, 20 * time.Millisecond, 1100 * time.Millisecond}
	})
	w.run()
	_, err := w.sc.Customers.New(&stripe.CustomerParams{})
	require.NoError(t, err)
	in.waitFor("customer.created")
	in.mu.Lock()
	defer in.mu.Unlock()
	require.Len(t, in.heads, 4)
	require.NotEqual(t, in.heads[0], in.heads[3])
}

func TestWebhooks_created_by_the_API_show_their_secret_once(t *testing.T) {
	t.Parallel()
	in := newInbox(t, "")
	w := newWorld(t, quick)
	w.run()
	p := &stripe.WebhookEndpointParams{
		URL: stripe.String(in.url), EnabledEvents: stripe.StringSlice([]string{"customer.created"}), APIVersion: stripe.String("2023-10-16"),
	}
	h, err := w.sc.WebhookEndpoints.New(p)
	require.NoError(t, err)
	require.NotEmpty(t, h.Secret)
	in.mu.Lock()
	in.secret = h.Secret
	in.mu.Unlock()
	again, err := w.sc.WebhookEndpoints.Get(h.ID, nil)
	require.NoError(t, err)
	require.Empty(t, again.Secret)
	c, err := w.sc.Customers.New(nil)
	require.NoError(t, err)
	_, err = w.sc.Customers.Update(c.ID, &stripe.CustomerParams{Name: stripe.String("B")})
	require.NoError(t, err)
	in.waitFor("customer.created")
	require.Eventually(t, func() bool { return w.sim.PendingWebhooks() == 0 }, 10*time.Second, 5*time.Millisecond)
	require.Equal(t, []string{"customer.created"}, in.types(), "only what the endpoint asked for")
	_, err = w.sc.WebhookEndpoints.Del(h.ID, nil)
	require.NoError(t, err)
	_, err = w.sc.Customers.New(nil)
	require.NoError(t, err)
	require.Equal(t, 0, w.sim.PendingWebhooks())
}

func TestWebhooks_can_go_wrong_in_every_way(t *testing.T) {
	t.Parallel()
	in := newInbox(t, "whsec_own")
	w := newWorld(t, quick, func(o *stripesim.Options) {
		o.Webhooks = []stripesim.Webhook{{URL: in.url, Secret: "whsec_own"}}
		o.WebhookBackoff = []time.Duration{time.Millisecond}
	})
	w.run()
	try := func(kind string) (events []stripe.Event, bad []error) {
		in.mu.Lock()
		in.events, in.bad = nil, nil
		in.mu.Unlock()
		w.post("/_sim/webhooks/faults", "type=customer.*&kind="+kind)
		_, err := w.sc.Customers.New(nil)
		require.NoError(t, err)
		require.Eventually(t, func() bool { return w.sim.PendingWebhooks() == 0 }, 10*time.Second, time.Millisecond)
		in.mu.Lock()
		defer in.mu.Unlock()
		return in.events, in.bad
	}
	events, _ := try("duplicate")
	require.Len(t, events, 2)
	require.Equal(t, events[0].ID, events[1].ID)
	events, _ = try("two_events")
	require.Len(t, events, 2)
	require.NotEqual(t, events[0].ID, events[1].ID)
	require.JSONEq(t, string(events[0].Data.Raw), string(events[1].Data.Raw))
	events, _ = try("drop")
	require.Empty(t, events)
	_, bad := try("stale")
	require.ErrorIs(t, bad[0], webhook.ErrTooOld)
	_, bad = try("other_api_version")
	require.ErrorContains(t, bad[0], "2024-04-10")
	events, _ = try("rolled_secret")
	require.Len(t, events, 1)
	events, _ = try("future")
	require.Len(t, events, 1, "this client does not look at the upper bound; ours must")
	events, _ = try("livemode")
	require.True(t, events[0].Livemode)
	events, _ = try("delay&delay=50ms")
	require.Len(t, events, 1)
	_, bad = try("wrong_secret&count=2")
	require.ErrorIs(t, bad[0], webhook.ErrNoValidSignature)

	all := w.sc.Events.List(&stripe.EventListParams{Type: stripe.String("customer.created")}).EventList()
	in.mu.Lock()
	in.events = nil
	in.mu.Unlock()
	w.post("/_sim/events/"+all.Data[0].ID+"/resend", "")
	in.waitFor("customer.created")
}

func TestWebhooks_go_on_after_a_restart(t *testing.T) {
	t.Parallel()
	in := newInbox(t, "whsec_own")
	path := filepath.Join(t.TempDir(), "journal")
	open := func(o *stripesim.Options) {
		quick(o)
		o.Path, o.Webhooks = path, []stripesim.Webhook{{URL: in.url, Secret: "whsec_own"}}
	}
	first := newWorld(t, open)
	_, err := first.sc.Customers.New(nil)
	require.NoError(t, err)
	require.NoError(t, first.sim.Close())
	require.Empty(t, in.types())
	second := newWorld(t, open)
	require.Equal(t, 1, second.sim.PendingWebhooks())
	second.run()
	in.waitFor("customer.created")
	require.Eventually(t, func() bool { return second.sim.PendingWebhooks() == 0 }, 10*time.Second, time.Millisecond)
	require.Len(t, second.sc.WebhookEndpoints.List(nil).WebhookEndpointList().Data, 1, "the endpoint of the options is not doubled")
}

func TestEvents_carry_the_object_as_it_was(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, err := w.sc.Customers.New(&stripe.CustomerParams{Name: stripe.String("before")})
	require.NoError(t, err)
	_, err = w.sc.Customers.Update(c.ID, &stripe.CustomerParams{Name: stripe.String("after")})
	require.NoError(t, err)
	events := w.sc.Events.List(nil).EventList().Data
	require.Len(t, events, 2)
	require.Equal(t, map[string]any{"name": "before"}, events[0].Data.PreviousAttributes)
	var was struct{ Name string }
	require.NoError(t, json.Unmarshal(events[1].Data.Raw, &was))
	require.Equal(t, "before", was.Name)
}

// By the simulated clock nothing leaves by itself, and what is refused comes
// again when its time has come.
func TestDeliver_by_the_simulated_clock(t *testing.T) {
	t.Parallel()
	var got []string
	refuse := true
	endpoint := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if refuse {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		var e struct{ Type string }
		if json.NewDecoder(r.Body).Decode(&e) == nil {
			got = append(got, e.Type)
		}
	}))
	defer endpoint.Close()
	w := newWorld(t, func(o *stripesim.Options) {
		o.WebhookClock, o.WebhookBackoff = true, []time.Duration{time.Hour, 5 * time.Hour}
		o.Webhooks = []stripesim.Webhook{{URL: endpoint.URL, Secret: "whsec_test"}}
	})
	w.paid(5_000, "pm_card_visa")
	waiting := w.sim.PendingWebhooks()
	require.Positive(t, waiting)
	require.Equal(t, waiting, w.sim.Deliver(t.Context()))
	require.Zero(t, w.sim.Deliver(t.Context()), "an hour has not passed")
	refuse = false
	w.sim.Advance(time.Hour)
	require.Equal(t, waiting, w.sim.Deliver(t.Context()))
	require.Len(t, got, waiting)
	require.Zero(t, w.sim.PendingWebhooks())
	require.Equal(t, "payment_intent.created", got[0])
}
