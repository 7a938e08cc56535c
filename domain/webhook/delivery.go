package webhook

import (
	"context"
	"math/rand/v2"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
)

// How deliveries are tried.
const (
	// TriesMax is how often a delivery is tried before it has failed.
	TriesMax = 10
	// HoldingTries is in how many tries a delivery holds back the next about the same
	// object.
	HoldingTries = 4
	// InFlightMax is how many deliveries to one endpoint are under way at a time.
	InFlightMax = 2
	// Kept is how long deliveries that have ended are kept.
	Kept = 30 * 24 * time.Hour
	// claimTime is how long a claim lasts. It is longer than an attempt can take.
	claimTime = time.Minute
	// answerMax is how many bytes of an answer are kept.
	answerMax = 1024
	// askedMax is how long a receiver can have the next try wait.
	askedMax = 24 * time.Hour
)

// Waits are how long a delivery waits after its first, second … try, before a
// fifth more at most by chance: about three days in all.
func Waits() []time.Duration {
	return []time.Duration{
		5 * time.Second, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 5 * time.Hour, 10 * time.Hour, 14 * time.Hour,
		20 * time.Hour, 24 * time.Hour,
	}
}

// waitAfter is how long a delivery waits after so many tries.
func waitAfter(tries int64) time.Duration {
	waits := Waits()
	wait := waits[min(max(tries, 1), int64(len(waits)))-1]
	return wait + rand.N(wait/5+1) //nolint:gosec // chance that parts retries is no secret
}

// An endpoint that has failed restAfter times in a row rests between attempts,
// twice as long each time.
const (
	restAfter = 3
	restFirst = 10 * time.Second
	restMax   = 5 * time.Minute
)

// restOf is how long an endpoint rests after so many failures in a row.
func restOf(failures int64) time.Duration {
	if failures < restAfter {
		return 0
	}
	return min(restMax, restFirst<<min(failures-restAfter, 10))
}

// DeliveryID names a delivery, `msg_…`. Receivers know the message by it.
type DeliveryID string

// NewDeliveryID returns a fresh id.
func NewDeliveryID() DeliveryID { return id.New[DeliveryID]("msg") }

// DeliveryStatus says how far a delivery has come; its values are those of the
// GraphQL enum.
type DeliveryStatus string

// The statuses of a delivery.
const (
	// Pending is to be sent, now or later.
	Pending DeliveryStatus = "PENDING"
	// Delivered was taken.
	Delivered DeliveryStatus = "DELIVERED"
	// Failed is not tried any more.
	Failed DeliveryStatus = "FAILED"
)

// Delivery is one message to one endpoint.
type Delivery struct {
	bun.BaseModel `bun:"table:webhook_deliveries,alias:wd"`

	ID           DeliveryID `bun:",pk"`
	EndpointID   ID
	EventID      event.ID // of the outbox; a test has none there
	Topic        Topic
	ObjectID     string // what it is about, such as an order
	Payload      string // what is sent, byte for byte
	Status       DeliveryStatus
	Tries        int64      // since it was written, or asked for again
	Attempts     int64      // ever
	DueAt        time.Time  // UTC; when it is to be sent
	ClaimedUntil *time.Time // UTC; somebody is sending it until then
	OccurredAt   time.Time  // UTC; when the event was
	CreatedAt    time.Time
	EndedAt      *time.Time // UTC; nil while it is pending
}

// NextAttemptAt is when the delivery is to be sent again; nil once it has ended.
func (d *Delivery) NextAttemptAt() *time.Time {
	if d.Status != Pending {
		return nil
	}
	return &d.DueAt
}

// end notes that a delivery is not tried any more.
func (d *Delivery) end(s DeliveryStatus, at time.Time) {
	d.Status, d.EndedAt, d.ClaimedUntil = s, &at, nil
}

// Outcome says how an attempt went; its values are those of the GraphQL enum.
type Outcome string

// The outcomes.
const (
	// Running is under way.
	Running Outcome = "RUNNING"
	// Taken was answered with 2xx.
	Taken Outcome = "TAKEN"
	// Refused was answered with something else.
	Refused Outcome = "REFUSED"
	// Redirected was answered with another address, which is never followed.
	Redirected Outcome = "REDIRECTED"
	// TimedOut was not answered in time.
	TimedOut Outcome = "TIMED_OUT"
	// Unreachable could not be sent: no name, no connection, no certificate.
	Unreachable Outcome = "UNREACHABLE"
	// Forbidden leads to an address that nothing is sent to.
	Forbidden Outcome = "FORBIDDEN_ADDRESS"
	// Interrupted was not seen to its end: the process died.
	Interrupted Outcome = "INTERRUPTED"
)

// Attempt is one try to send a delivery.
type Attempt struct {
	bun.BaseModel `bun:"table:webhook_attempts,alias:wa"`

	DeliveryID DeliveryID `bun:",pk"`
	Number     int64      `bun:",pk"` // from 1
	Outcome    Outcome
	StatusCode *int64 // of the answer; nil without one
	DurationMs *int64 // nil while it runs, and when it was interrupted
	Answer     string // the first bytes of its body
	Problem    string // what went wrong, for people; may be empty
	StartedAt  time.Time
}

// Request is what is sent.
type Request struct {
	URL       string
	ID        DeliveryID
	At        time.Time // of this attempt; the signature holds it
	Signature string
	Body      []byte
}

// Answer is how a request went.
type Answer struct {
	Outcome    Outcome
	StatusCode int64         // 0 without an answer
	Body       []byte        // its first bytes
	Problem    string        // what went wrong, for people
	RetryAfter time.Duration // what the receiver asks for; 0: nothing
	Took       time.Duration
}

// Sender sends requests. It follows no redirect, takes no longer than ten seconds,
// and reaches no address but public ones.
type Sender interface {
	Send(ctx context.Context, r Request) Answer
}
