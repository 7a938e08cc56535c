package webhook

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"log/slog"
	"strings"
	"time"
)

// The form of a secret, as Standard Webhooks has it.
const (
	keyPrefix = "whsec_"
	keyBytes  = 32
)

// Key is the text of a secret, `whsec_` and base64. It prints as [redacted].
type Key string

// String implements fmt.Stringer.
func (Key) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (Key) GoString() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (Key) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// Reveal returns the secret as text. Only the answer that hands it out calls it.
func (k Key) Reveal() string { return string(k) }

func (k Key) lastFour() string { return string(k[len(k)-4:]) }

// newKey returns 256 random bits as a secret. It is not padded, so that its last
// characters tell it from others.
func newKey() Key {
	raw := make([]byte, keyBytes+1) // 33 bytes need no padding
	_, _ = rand.Read(raw)           // never fails: crypto/rand ends the process instead
	return Key(keyPrefix + base64.StdEncoding.EncodeToString(raw))
}

// Sign returns the signature of one message by one secret, `v1,` and base64 of the
// HMAC-SHA256 of id, instant in whole seconds and body, parted by full stops. It
// returns an error for a text that is no secret.
func (k Key) Sign(messageID DeliveryID, at time.Time, body []byte) (string, error) {
	raw, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(string(k), keyPrefix))
	if err != nil {
		return "", fmt.Errorf("read a secret: %w", err)
	}
	mac := hmac.New(sha256.New, raw)
	fmt.Fprintf(mac, "%s.%d.", messageID, at.Unix())
	mac.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)), nil
}

// signature is the header that has a signature by each secret.
func signature(keys []Key, messageID DeliveryID, at time.Time, body []byte) (string, error) {
	signed := make([]string, len(keys))
	for i, k := range keys {
		var err error
		if signed[i], err = k.Sign(messageID, at, body); err != nil {
			return "", err
		}
	}
	return strings.Join(signed, " "), nil
}
