package webhook_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/webhook"
)

// The example of Standard Webhooks' own library.
func TestKey_signs_as_Standard_Webhooks_says(t *testing.T) {
	t.Parallel()

	key := webhook.Key("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
	signed, err := key.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", time.Unix(1614265330, 0), []byte(`{"test": 2432232314}`))
	require.NoError(t, err)
	require.Equal(t, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signed)
	require.Equal(t, "[redacted] [redacted]", fmt.Sprintf("%v %#v", key, key), "a log never holds it")
	_, err = webhook.Key("whsec_!").Sign("msg_1", time.Unix(0, 0), nil)
	require.Error(t, err)
}

// The function between the marks stands in docs/webhooks.md too.
// receiver: begin

func verify(secret string, h http.Header, body []byte, now time.Time) error {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil {
		return err
	}
	seconds, err := strconv.ParseInt(h.Get("webhook-timestamp"), 10, 64)
	if err != nil {
		return err
	}
	if age := now.Sub(time.Unix(seconds, 0)); age.Abs() > 5*time.Minute {
		return errors.New("too old, or from the future")
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%d.%s", h.Get("webhook-id"), seconds, body)
	for _, signature := range strings.Fields(h.Get("webhook-signature")) {
		given, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(signature, "v1,"))
		if err == nil && hmac.Equal(given, mac.Sum(nil)) {
			return nil
		}
	}
	return errors.New("no signature is right")
}

// receiver: end

func TestReceiver_of_the_documentation_is_the_one_that_is_tested(t *testing.T) {
	t.Parallel()

	source, err := os.ReadFile("signature_test.go")
	require.NoError(t, err)
	_, rest, _ := strings.Cut(string(source), "// receiver: begin\n")
	example, _, found := strings.Cut(rest, "// receiver: end\n")
	require.True(t, found)
	page, err := os.ReadFile("../../docs/webhooks.md")
	require.NoError(t, err)
	require.Contains(t, string(page), strings.TrimSpace(example))
}

// headers are those that a request has on its way.
func headers(r webhook.Request) http.Header {
	h := http.Header{}
	h.Set("webhook-id", string(r.ID))
	h.Set("webhook-timestamp", strconv.FormatInt(r.At.Unix(), 10))
	h.Set("webhook-signature", r.Signature)
	return h
}

func TestReceiver_refuses_what_was_changed(t *testing.T) {
	t.Parallel()

	const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
	at, body := time.Unix(1614265330, 0), []byte(`{"type":"order.paid"}`)
	signed, err := webhook.Key(secret).Sign("msg_1", at, body)
	require.NoError(t, err)
	good := func() webhook.Request {
		return webhook.Request{ID: "msg_1", At: at, Signature: "v1,AAAA " + signed, Body: body}
	}
	require.NoError(t, verify(secret, headers(good()), body, at.Add(time.Minute)))
	for name, change := range map[string]func(r *webhook.Request){
		"id":        func(r *webhook.Request) { r.ID = "msg_2" },
		"instant":   func(r *webhook.Request) { r.At = at.Add(time.Second) },
		"signature": func(r *webhook.Request) { r.Signature = "v1,AAAA" },
		"none":      func(r *webhook.Request) { r.Signature = "" },
	} {
		r := good()
		change(&r)
		require.Error(t, verify(secret, headers(r), body, at), name)
	}
	require.Error(t, verify(secret, headers(good()), []byte(`{"type":"order.paid" }`), at), "the bytes count")
	require.Error(t, verify(secret, headers(good()), body, at.Add(6*time.Minute)), "played back")
	require.Error(t, verify(secret, headers(good()), body, at.Add(-6*time.Minute)), "from the future")
}
