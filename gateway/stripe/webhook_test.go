package stripe

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76/webhook"

	"github.com/etal-market/etal/domain/inbox"
)

const eventText = `{"id":"evt_1","object":"event","type":"payout.paid","account":"acct_mill","api_version":"2023-10-16","livemode":false,
	"data":{"object":{"id":"po_1","object":"payout","amount":5350}}}`

func sign(payload, secret string, at time.Time) string {
	return webhook.GenerateTestSignedPayload(&webhook.UnsignedPayload{Payload: []byte(payload), Secret: secret, Timestamp: at}).Header
}

func TestVerify(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) // far from the wall clock: only the given time counts
	w, err := NewWebhook("sk_test_x", "whsec_platform", "", "whsec_connect")
	require.NoError(t, err)
	good := inbox.Message{ID: "evt_1", Type: "payout.paid", Account: "acct_mill", ObjectID: "po_1", Payload: []byte(eventText)}
	v1 := func(secret string) string {
		return sign(eventText, secret, now)[strings.Index(sign(eventText, secret, now), "v1="):]
	}
	stamp := "t=" + strconv.FormatInt(now.Unix(), 10)

	for _, c := range []struct {
		name, payload, header string
		err                   error
	}{
		{"the platform's endpoint", eventText, sign(eventText, "whsec_platform", now), nil},
		{"the connected accounts' endpoint", eventText, sign(eventText, "whsec_connect", now), nil},
		{"five minutes old", eventText, sign(eventText, "whsec_connect", now.Add(-5*time.Minute)), nil},
		{"a minute ahead", eventText, sign(eventText, "whsec_connect", now.Add(time.Minute)), nil},
		{"a rolled secret, old first", eventText, stamp + "," + v1("whsec_old") + "," + v1("whsec_connect"), nil},
		{"a rolled secret, new first", eventText, stamp + "," + v1("whsec_connect") + "," + v1("whsec_old"), nil},
		{"six minutes old", eventText, sign(eventText, "whsec_connect", now.Add(-6*time.Minute)), ErrTimestamp},
		{"just too far ahead", eventText, sign(eventText, "whsec_connect", now.Add(61*time.Second)), ErrTimestamp},
		{"ten minutes ahead", eventText, sign(eventText, "whsec_connect", now.Add(10*time.Minute)), ErrTimestamp},
		{"another secret", eventText, sign(eventText, "whsec_other", now), ErrSignature},
		{"an empty secret", eventText, sign(eventText, "", now), ErrSignature},
		{"no header", eventText, "", ErrSignature},
		{"a space after the comma", eventText, strings.Replace(sign(eventText, "whsec_connect", now), ",", ", ", 1), ErrSignature},
		{"only v0", eventText, strings.Replace(sign(eventText, "whsec_connect", now), "v1=", "v0=", 1), ErrSignature},
		{"another body", strings.Replace(eventText, "5350", "5351", 1), sign(eventText, "whsec_connect", now), ErrSignature},
		{"another time", eventText, stamp + "9," + v1("whsec_connect"), ErrSignature},
		{"a fresh time before the old one", eventText, stamp + "," + sign(eventText, "whsec_connect", now.Add(-time.Hour)), ErrTimestamp},
		{"no time", eventText, v1("whsec_connect"), ErrSignature},
		{"not JSON", "hello", sign("hello", "whsec_connect", now), ErrPayload},
		{"no event", `{"a":1}`, sign(`{"a":1}`, "whsec_connect", now), ErrPayload},
		{"an array", `[]`, sign(`[]`, "whsec_connect", now), ErrPayload},
	} {
		got, err := w.Verify([]byte(c.payload), c.header, now)
		require.ErrorIs(t, err, c.err, c.name)
		if c.err == nil {
			require.NoError(t, err, c.name)
			require.Equal(t, good, got, c.name)
		} else {
			require.Zero(t, got, c.name)
		}
	}
}

func TestVerify_parks_what_is_genuine_and_not_for_us(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct{ key, from, to, reason string }{
		{"sk_test_x", "", "", ""},
		{"rk_live_x", `"livemode":false`, `"livemode":true`, ""},
		{"sk_test_x", `"livemode":false`, `"livemode":true`, "livemode"},
		{"sk_live_x", "", "", "livemode"},
		{"sk_test_x", `"2023-10-16"`, `"2024-04-10"`, `"2024-04-10"`},
		{"sk_test_x", `"2023-10-16"`, `null`, "API version"},
		{"sk_test_x", `"id":"po_1",`, ``, ""}, // a balance has no identifier
	} {
		w, err := NewWebhook(c.key, "whsec_x")
		require.NoError(t, err)
		payload := strings.Replace(eventText, c.from, c.to, 1)
		m, err := w.Verify([]byte(payload), sign(payload, "whsec_x", now), now)
		require.NoError(t, err)
		require.Equal(t, "evt_1", m.ID, "it is kept, for whoever looks at it")
		require.Equal(t, c.key == "sk_live_x", m.IsTest)
		if c.reason == "" {
			require.Empty(t, m.Reason)
		} else {
			require.Contains(t, m.Reason, c.reason)
		}
	}
}

func TestNewWebhook_needs_a_secret(t *testing.T) {
	t.Parallel()
	_, err := NewWebhook("sk_test_x", "", "")
	require.Error(t, err)
	_, err = NewWebhook("sk_test_x")
	require.Error(t, err)
}
