package stripe

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/stripe/stripe-go/v76/webhook"

	"github.com/etal-market/etal/domain/inbox"
)

// Errors of a webhook that cannot be trusted. Stripe is told 400 and comes
// again; somebody else is told nothing more than that.
var (
	// ErrSignature is returned for a payload that none of our endpoints' secrets
	// has signed, or that is not signed.
	ErrSignature = errors.New("stripe: the webhook is not signed with one of our secrets")
	// ErrTimestamp is returned for a signature that is too old, or that claims to
	// come from the future.
	ErrTimestamp = errors.New("stripe: the webhook was not signed just now")
	// ErrPayload is returned for a signed payload that is not an event.
	ErrPayload = errors.New("stripe: the webhook is not an event")
)

// How far the time of a signature may be from ours. The SDK has no bound for
// the future; a minute is for clocks that differ.
const (
	ageMax   = 5 * time.Minute
	aheadMax = time.Minute
)

// Webhook verifies what Stripe tells us.
type Webhook struct {
	secrets []string
	live    bool
}

// NewWebhook returns a verifier for the mode of a key. There are two endpoints,
// for the platform's events and for those of connected accounts; a payload may
// be signed by either. It returns an error without a secret: an empty one would
// let anybody sign.
func NewWebhook(secretKey string, secrets ...string) (*Webhook, error) {
	w := &Webhook{live: isLive(secretKey)}
	for _, s := range secrets {
		if s != "" {
			w.secrets = append(w.secrets, s)
		}
	}
	if len(w.secrets) == 0 {
		return nil, errors.New("no secret to verify webhooks with")
	}
	return w, nil
}

// Verify checks the signature of a payload first, and reads it only then. It
// returns ErrSignature, ErrTimestamp and ErrPayload. A message that is genuine
// and must not be applied has its Reason set: it was written for another
// version of the API, or comes from the other mode. One of test mode at a live key is
// marked besides: those of connected accounts come to both, and nothing is wrong.
func (w *Webhook) Verify(payload []byte, header string, now time.Time) (inbox.Message, error) {
	if !w.isSigned(payload, header) {
		return inbox.Message{}, ErrSignature
	}
	at, ok := signedAt(header)
	if !ok || now.Sub(at) > ageMax || at.Sub(now) > aheadMax {
		return inbox.Message{}, ErrTimestamp
	}
	var e event
	if err := json.Unmarshal(payload, &e); err != nil || e.ID == "" || e.Type == "" {
		return inbox.Message{}, ErrPayload
	}
	return inbox.Message{
		ID: e.ID, Type: e.Type, Account: e.Account, ObjectID: e.Data.Object.ID, Payload: payload, Reason: w.parks(e),
		IsTest: w.live && !e.Livemode,
	}, nil
}

// event is what is read of an event. The object in it is as old as the event:
// only its identifier is used, and the object is read again.
type event struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Account    string `json:"account"`
	APIVersion string `json:"api_version"`
	Livemode   bool   `json:"livemode"`
	Data       struct {
		Object struct {
			ID string `json:"id"`
		} `json:"object"`
	} `json:"data"`
}

// isSigned leaves the time to us: the SDK asks the wall clock.
func (w *Webhook) isSigned(payload []byte, header string) bool {
	for _, secret := range w.secrets {
		if webhook.ValidatePayloadIgnoringTolerance(payload, header, secret) == nil {
			return true
		}
	}
	return false
}

// signedAt is the time of a signature that has been checked. The last time
// counts, because that is the one the SDK has checked.
func signedAt(header string) (at time.Time, ok bool) {
	for pair := range strings.SplitSeq(header, ",") {
		if text, found := strings.CutPrefix(pair, "t="); found {
			unix, err := strconv.ParseInt(text, 10, 64)
			if err != nil {
				return time.Time{}, false
			}
			at, ok = time.Unix(unix, 0), true
		}
	}
	return at, ok
}

// parks says why an event must not be applied, or "".
func (w *Webhook) parks(e event) string {
	switch {
	case e.Livemode != w.live:
		return fmt.Sprintf("livemode is %t, our key's is %t", e.Livemode, w.live)
	case e.APIVersion != apiVersion:
		return fmt.Sprintf("API version is %q, ours is %q", legible(e.APIVersion), apiVersion)
	}
	return ""
}
