package stripesim

import (
	"encoding/json"
	"math/rand/v2"
	"time"
)

// head is what every object has. The exported part is what Stripe shows.
type head struct {
	ID      string `json:"id"`
	Object  string `json:"object"`
	Created int64  `json:"created,omitempty"`

	// account owns the object: the platform's id or a connected account's.
	account string
	// seq orders objects by creation, more finely than seconds do.
	seq int64
	// due is the simulated second at which fire is called; zero means never.
	due int64
	// dirty is set while the object waits in a unit to be journaled.
	dirty bool
	// gone marks a deleted object; it answers retrieves with deleted=true where Stripe does.
	gone bool
}

func (h *head) header() *head { return h }

// private is the part of the state that Stripe keeps to itself. Types that have
// one return a pointer to it, for the journal.
func (h *head) private() any { return nil }

// indexes lists "attribute=value" pairs by which lists are found without scanning.
// The attributes must not change after creation.
func (h *head) indexes() []string { return nil }

type entity interface {
	header() *head
	private() any
	indexes() []string
}

// timed objects act when their due time comes.
type timed interface {
	entity
	fire(u *unit)
}

// clockEntity keeps how far Advance has moved the clock.
type clockEntity struct {
	head
	Offset time.Duration `json:"offset"`
}

const idLetters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// newID makes an identifier in Stripe's form. The ids are unguessable enough for a
// simulator and unique; they protect nothing.
func newID(prefix string) string {
	b := make([]byte, 0, len(prefix)+24)
	b = append(b, prefix...)
	for range 24 {
		b = append(b, idLetters[rand.IntN(len(idLetters))]) //nolint:gosec // see above
	}
	return string(b)
}

func render(v any) json.RawMessage {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("stripesim: an object cannot be rendered: " + err.Error())
	}
	return raw
}

func ptr[T any](v T) *T { return &v }

// filled turns "" into null.
func filled(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// newEntity makes an empty object of a journaled kind, or nil for an unknown one.
func newEntity(kind string) entity {
	switch kind {
	case "account":
		return &account{}
	case "bank_account":
		return &externalAccount{bankFields: &bankFields{}}
	case "card":
		return &externalAccount{cardFields: &cardFields{}}
	case "customer":
		return &customer{}
	case "payment_method":
		return &paymentMethod{}
	case "setup_intent":
		return &setupIntent{}
	case "payment_intent":
		return &paymentIntent{}
	case "charge":
		return &charge{}
	case "balance_transaction":
		return &balanceTransaction{}
	case "transfer":
		return &transfer{}
	case "transfer_reversal":
		return &transferReversal{}
	case "refund":
		return &refund{}
	case "payout":
		return &payout{}
	case "topup":
		return &topup{}
	case "dispute":
		return &dispute{}
	case "tax.calculation":
		return &taxCalculation{}
	case "tax.transaction":
		return &taxTransaction{}
	case "ephemeral_key":
		return &ephemeralKey{}
	case "person":
		return &person{}
	case "file":
		return &storedFile{}
	case "reporting.report_run":
		return &reportRun{}
	case "sim.alarm":
		return &alarm{}
	case warningKind:
		return &warning{}
	case "event":
		return &event{}
	case "webhook_endpoint":
		return &webhookEndpoint{}
	case "sim.link":
		return &link{}
	case "sim.delivery":
		return &delivery{}
	case "sim.key":
		return &storedKey{}
	case "sim.clock":
		return &clockEntity{}
	case "sim.conversion":
		return &conversionEntity{}
	}
	return nil
}
