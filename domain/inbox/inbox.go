package inbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

// Status says what became of a message.
type Status string

// The states of a message.
const (
	StatusReceived Status = "RECEIVED"
	StatusApplied  Status = "APPLIED"
	StatusIgnored  Status = "IGNORED"
	StatusParked   Status = "PARKED"
)

// Message is one event of the provider, verified and not yet interpreted.
type Message struct {
	bun.BaseModel `bun:"table:inbox"`

	ID         string     `bun:",pk"` // the provider's event id, evt_…
	Type       string     // such as "payment_intent.succeeded"
	Account    string     // acct_… for events of a connected account, else ""
	ObjectID   string     // identifier of the object the event is about
	Payload    []byte     // as it was received and signed
	Status     Status     //
	Reason     string     // why it was not applied
	ReceivedAt time.Time  // UTC
	SettledAt  *time.Time // when it was applied, ignored or parked, UTC

	// IsTest marks an event of test mode that has come to a live key: Stripe sends those
	// of connected accounts to both endpoints. It is ignored, whatever it is about.
	IsTest bool `bun:"-"`

	isSettled bool // the unit that applied it says so already
}

// SettleTx notes in this unit that the message is applied. An applier may call it
// at the end of the unit in which it writes; the inbox does it afterwards otherwise,
// in a unit of its own.
func (m *Message) SettleTx(ctx context.Context, tx db.Tx) error {
	m.isSettled = true
	return updateStatus(ctx, tx, m.ID, StatusApplied)
}

// Apply is the job that applies one message.
type Apply struct {
	MessageID string `json:"message_id"`
}

// Kind implements db.Job.
func (Apply) Kind() string { return "inbox.apply" }

// Applier acts on a message. It runs outside a unit of work: it reads the
// object from the provider first, then writes in a unit of its own, in which it may
// settle the message.
type Applier func(ctx context.Context, m *Message) error

// Service keeps the inbox.
type Service struct {
	db       *db.DB
	appliers map[string]Applier
	needless map[string]Needless
}

// Needless tells of a message that arrives whether there is nothing to apply, by
// what is stored.
type Needless func(ctx context.Context, q db.Querier, m *Message) (bool, error)

// New returns an inbox whose messages are applied by type.
func New(d *db.DB, appliers map[string]Applier) *Service {
	return &Service{db: d, appliers: appliers, needless: map[string]Needless{}}
}

// Except has messages of a type settled as they arrive, without a job, when they
// are needless. Call it before any message arrives.
func (s *Service) Except(messageType string, n Needless) { s.needless[messageType] = n }

// Receive stores a verified message and the job that applies it. Receiving the
// same message again changes nothing. A message with a Reason is parked: it
// is kept and shown, never applied. One of test mode at a live key, and one of a type
// that nobody is interested in, is kept as ignored, without a job.
func (s *Service) Receive(ctx context.Context, m Message) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		now := tx.Now()
		m.ReceivedAt, m.Status, m.SettledAt = now, s.statusOf(m), nil
		if n := s.needless[m.Type]; n != nil && m.Status == StatusReceived {
			needless, err := n(ctx, tx, &m)
			if err != nil {
				return fmt.Errorf("look whether %s %s is needless: %w", m.Type, m.ID, err)
			}
			if needless {
				m.Status = StatusApplied
			}
		}
		if m.Status != StatusReceived {
			m.SettledAt = &now
		}
		first, err := insertMessage(ctx, tx, &m)
		if err != nil || !first || m.Status != StatusReceived {
			return err
		}
		return tx.Enqueue(ctx, Apply{MessageID: m.ID}, db.JobOptions{})
	})
}

func (s *Service) statusOf(m Message) Status {
	switch {
	case m.IsTest:
		return StatusIgnored
	case m.Reason != "":
		return StatusParked
	case s.appliers[m.Type] == nil:
		return StatusIgnored
	}
	return StatusReceived
}

// Apply runs the applier of a message that is still to be applied. A message
// whose type has lost its applier since it was received is ignored.
func (s *Service) Apply(ctx context.Context, job Apply) error {
	m, err := selectMessage(ctx, s.db.Read(ctx), job.MessageID)
	if err != nil {
		return fmt.Errorf("load message %s: %w", job.MessageID, err)
	}
	if m.Status != StatusReceived {
		return nil
	}
	status := StatusIgnored
	if apply, ok := s.appliers[m.Type]; ok {
		if err := apply(ctx, m); err != nil {
			return s.orLater(m, fmt.Errorf("apply %s %s: %w", m.Type, m.ID, err))
		}
		status = StatusApplied
	}
	if m.isSettled {
		return nil
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		return updateStatus(ctx, tx, m.ID, status)
	})
}

// ErrTooEarly is what an applier returns when something else has to be heard of before:
// Stripe does not promise an order. The message comes again by itself.
var ErrTooEarly = errors.New("something else has to be heard of before")

// How soon a message that has come too early comes again, and for how long it does.
const againMin, againMax, againWithin = 10 * time.Second, time.Hour, 3 * 24 * time.Hour

// orLater has a message that has come too early come again, which costs its job no
// attempt. What is still too early after days is a failure like others.
func (s *Service) orLater(m *Message, err error) error {
	age := s.db.Clock().Now().Sub(m.ReceivedAt)
	if !errors.Is(err, ErrTooEarly) || age > againWithin {
		return err
	}
	return db.Postpone(min(max(age, againMin), againMax))
}

// Parked returns messages that were parked, the oldest first, without what was sent.
func (s *Service) Parked(ctx context.Context, limit int) ([]*Message, error) {
	return selectParked(ctx, s.db.Read(ctx), limit)
}

// SettleParked has done with a parked message: it is ignored from now on, and keeps
// why. It returns db.ErrNotFound for one that is not parked.
func (s *Service) SettleParked(ctx context.Context, messageID, why string) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		return updateParked(ctx, tx, messageID, why)
	})
}

// Backlog tells how many messages wait, since when, and how many are parked.
type Backlog struct {
	Waiting int
	Oldest  *time.Time
	Parked  int
	Latest  *time.Time // when the last message has come, whatever became of it; nil: none has
}

// Backlog counts what is not applied.
func (s *Service) Backlog(ctx context.Context) (Backlog, error) {
	return selectBacklog(ctx, s.db.Read(ctx))
}
