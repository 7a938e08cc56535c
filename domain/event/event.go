package event

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
)

// ID names an event.
type ID string

// Event is a fact in the past tense. EventName is its stable name, such as
// "order.paid".
type Event interface{ EventName() string }

// Record is an event as the outbox keeps it.
type Record struct {
	bun.BaseModel `bun:"table:outbox"`

	ID        ID              `bun:",pk"`
	Name      string          // EventName of the event
	Payload   json.RawMessage `bun:"type:jsonb"`
	CreatedAt time.Time       // instant of the unit that emitted it, UTC
	Origin    actor.Origin    `bun:"type:jsonb"` // who made it true
}

// Delivery is the job that hands one event to its handlers.
type Delivery struct {
	EventID ID `json:"event_id"`
}

// Kind implements db.Job.
func (Delivery) Kind() string { return "event.deliver" }

// Emit writes the event and the job that delivers it in this unit.
func Emit(ctx context.Context, tx db.Tx, e Event) error {
	payload, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("encode event %s: %w", e.EventName(), err)
	}
	r := &Record{ID: id.New[ID]("evt"), Name: e.EventName(), Payload: payload, CreatedAt: tx.Now(), Origin: actor.OriginOf(ctx)}
	if err := insertRecord(ctx, tx, r); err != nil {
		return fmt.Errorf("emit %s: %w", r.Name, err)
	}
	return tx.Enqueue(ctx, Delivery{EventID: r.ID}, db.JobOptions{})
}

// Handler acts on one kind of event.
type Handler struct {
	Name  string // unique and stable, such as "payout.open_account"
	Event string // EventName it listens to
	run   func(ctx context.Context, tx db.Tx, r *Record) error
}

// On makes a handler. Its body runs in a unit of work and must not call the
// network: it enqueues a job for that.
func On[E Event](name string, fn func(ctx context.Context, tx db.Tx, e E) error) Handler {
	var zero E
	return Handler{
		Name:  name,
		Event: zero.EventName(),
		run: func(ctx context.Context, tx db.Tx, r *Record) error {
			var e E
			if err := json.Unmarshal(r.Payload, &e); err != nil {
				return fmt.Errorf("decode event: %w", err)
			}
			return fn(ctx, tx, e)
		},
	}
}

// OnRecord makes a handler of the event of a name as the outbox keeps it, with
// its instant and its origin.
func OnRecord(name, eventName string, fn func(ctx context.Context, tx db.Tx, r *Record) error) Handler {
	return Handler{Name: name, Event: eventName, run: fn}
}

// Deliverer hands events to handlers.
type Deliverer struct {
	db       *db.DB
	handlers map[string][]Handler
}

// NewDeliverer returns a deliverer for the given handlers. It panics when two
// of them share a name, for then one would silently never run. An event without
// handlers is delivered to nobody.
func NewDeliverer(d *db.DB, handlers ...Handler) *Deliverer {
	byEvent := map[string][]Handler{}
	names := map[string]bool{}
	for _, h := range handlers {
		if names[h.Name] {
			panic("event: two handlers are named " + h.Name)
		}
		names[h.Name] = true
		byEvent[h.Event] = append(byEvent[h.Event], h)
	}
	return &Deliverer{db: d, handlers: byEvent}
}

// Deliver runs every handler of one event that has not run yet. One that fails
// does not keep the others from running; its error comes back, and the job
// queue delivers again to it alone. It is the handler of jobs of type Delivery.
func (d *Deliverer) Deliver(ctx context.Context, job Delivery) error {
	r, err := selectRecord(ctx, d.db.Read(ctx), job.EventID)
	if err != nil {
		return fmt.Errorf("load event %s: %w", job.EventID, err)
	}
	var failures []error
	for _, h := range d.handlers[r.Name] {
		if err := d.deliverTo(ctx, h, r); err != nil {
			failures = append(failures, fmt.Errorf("handler %s of %s: %w", h.Name, r.Name, err))
		}
	}
	return errors.Join(failures...)
}

// deliverTo runs a handler in one unit with the mark that it has run. A panic
// counts as its failure, so that the handlers after it run too.
func (d *Deliverer) deliverTo(ctx context.Context, h Handler, r *Record) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = fmt.Errorf("panic: %v\n%s", value, debug.Stack())
		}
	}()
	return d.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		first, err := claimDelivery(ctx, tx, r.ID, h.Name)
		if err != nil || !first {
			return err
		}
		return h.run(ctx, tx, r)
	})
}
