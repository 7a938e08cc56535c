package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76/webhook"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/gateway/stripe"
)

const testSecret = "whsec_of_the_tests"

// hooked is the webhook in front of a database.
type hooked struct {
	t       *testing.T
	handler http.Handler
	inbox   *inbox.Service
	log     *strings.Builder
	clock   *clock.Manual
}

func newHooked(t *testing.T, d *db.DB) *hooked {
	t.Helper()
	return newHookedFor(t, d, "sk_test_x")
}

func newHookedFor(t *testing.T, d *db.DB, key string) *hooked {
	t.Helper()
	h := &hooked{t: t, log: &strings.Builder{}, clock: clock.NewManual(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC))}
	a := plain(slog.New(NewLogHandler(slog.NewTextHandler(h.log, nil))))
	verifier, err := stripe.NewWebhook(key, testSecret)
	require.NoError(t, err)
	h.inbox = inbox.New(d, map[string]inbox.Applier{
		"payment_intent.succeeded": func(context.Context, *inbox.Message) error { return nil },
	})
	h.handler = a.webhook(verifier, h.inbox, h.clock)
	return h
}

func (h *hooked) send(payload io.Reader, header string) (int, string) {
	h.t.Helper()
	r := httptest.NewRequestWithContext(h.t.Context(), http.MethodPost, "/webhooks/stripe", payload)
	r.Header.Set("Stripe-Signature", header)
	rec := httptest.NewRecorder()
	h.handler.ServeHTTP(rec, r)
	return rec.Code, rec.Body.String()
}

func (h *hooked) sign(payload string) string {
	return webhook.GenerateTestSignedPayload(&webhook.UnsignedPayload{Payload: []byte(payload), Secret: testSecret, Timestamp: h.clock.Now()}).Header
}

func (h *hooked) deliver(payload string) (int, string) {
	h.t.Helper()
	return h.send(strings.NewReader(payload), h.sign(payload))
}

func stripeEvent(id, version string) string {
	return fmt.Sprintf(`{"id":%q,"type":"payment_intent.succeeded","api_version":%q,"livemode":false,"data":{"object":{"id":"pi_1"}}}`, id, version)
}

func TestWebhook_stores_once_and_acknowledges(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		h := newHooked(t, d)
		for range 2 {
			status, body := h.deliver(stripeEvent("evt_1", "2023-10-16"))
			require.Equal(t, http.StatusOK, status, body)
			require.JSONEq(t, `{"received":true}`, body)
		}
		status, _ := h.deliver(stripeEvent("evt_2", "2024-04-10"))
		require.Equal(t, http.StatusOK, status, "parked is stored, and Stripe need not come again")
		require.Contains(t, h.log.String(), "evt_2")

		backlog, err := h.inbox.Backlog(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, backlog.Waiting)
		require.Equal(t, 1, backlog.Parked)
		figures, err := d.QueueFigures(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, figures.Waiting, "one job for one message")
	})
}

// Whoever develops with the account of a live platform sends it events of test mode.
func TestWebhook_of_test_mode_at_a_live_key(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		h := newHookedFor(t, d, "sk_live_x")
		test := strings.Replace(stripeEvent("evt_1", "2024-04-10"), `"livemode"`, `"account":"acct_1","livemode"`, 1)
		live := strings.Replace(stripeEvent("evt_2", "2023-10-16"), `false`, `true`, 1)
		for _, payload := range []string{test, live} {
			status, body := h.deliver(payload)
			require.Equal(t, http.StatusOK, status, body)
		}
		backlog, err := h.inbox.Backlog(t.Context())
		require.NoError(t, err)
		require.Equal(t, [2]int{1, 0}, [2]int{backlog.Waiting, backlog.Parked})
		require.NotContains(t, h.log.String(), "parked")
	})
}

func TestWebhook_same_event_at_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		h := newHooked(t, d)
		header := h.sign(stripeEvent("evt_1", "2023-10-16"))
		var wg sync.WaitGroup
		for range 10 {
			wg.Go(func() {
				if status, body := h.send(strings.NewReader(stripeEvent("evt_1", "2023-10-16")), header); status != http.StatusOK {
					t.Errorf("%d %s", status, body)
				}
			})
		}
		wg.Wait()
		backlog, err := h.inbox.Backlog(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, backlog.Waiting)
	})
}

// broken is a body whose sender goes away.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("connection reset") }

func TestWebhook_refuses(t *testing.T) {
	t.Parallel()
	h := newHooked(t, dbtest.New(t))
	good := stripeEvent("evt_1", "2023-10-16")
	long := strings.Repeat(" ", webhookBytesMax+1)
	most := good + strings.Repeat(" ", webhookBytesMax-len(good))
	for _, c := range []struct {
		name   string
		body   io.Reader
		header string
		status int
		code   string
	}{
		{"no signature", strings.NewReader(good), "", 400, "WEBHOOK_SIGNATURE"},
		{"another body", strings.NewReader(good + " "), h.sign(good), 400, "WEBHOOK_SIGNATURE"},
		{"signed, and no event", strings.NewReader("{}"), h.sign("{}"), 400, "WEBHOOK_PAYLOAD"},
		{"a byte too long", strings.NewReader(long), h.sign(long), 413, "BODY_TOO_LARGE"},
		{"broken off", broken{}, h.sign(good), 400, "WEBHOOK_PAYLOAD"},
	} {
		status, body := h.send(c.body, c.header)
		require.Equal(t, c.status, status, c.name)
		require.Contains(t, body, `"code":"`+c.code+`"`, c.name)
	}
	status, body := h.send(strings.NewReader(most), h.sign(most))
	require.Equal(t, http.StatusOK, status, body)
	old := h.sign(good)
	h.clock.Advance(6 * time.Minute)
	status, _ = h.send(strings.NewReader(good), old)
	require.Equal(t, http.StatusBadRequest, status)
	backlog, err := h.inbox.Backlog(t.Context())
	require.NoError(t, err)
	require.Equal(t, 1, backlog.Waiting)
	require.NotContains(t, h.log.String(), testSecret)
}

// What could not be stored must not be acknowledged.
func TestWebhook_that_cannot_be_stored_is_asked_for_again(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		h := newHooked(t, d)
		require.NoError(t, d.Close())
		status, body := h.deliver(stripeEvent("evt_1", "2023-10-16"))
		require.Equal(t, http.StatusInternalServerError, status)
		require.Contains(t, body, `"code":"INTERNAL"`)
		require.NotContains(t, body, "closed")
	})
}
