package event

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
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

	open []string // names of handlers, of all processes, that have not run for it yet
}

// Delivery is the job that hands events to their handlers: nearly always one.
type Delivery struct {
	EventID  ID   `json:"event_id,omitempty"`
	EventIDs []ID `json:"event_ids,omitempty"` // of a job that hands over several
}

// events lists what is to be delivered.
func (d Delivery) events() []ID {
	if d.EventID == "" {
		return d.EventIDs
	}
	return append([]ID{d.EventID}, d.EventIDs...)
}

// Kind implements db.Job.
func (Delivery) Kind() string { return "event.deliver" }

// Emit writes the event and the job that delivers it in this unit.
func Emit(ctx context.Context, tx db.Tx, e Event) error {
	r, err := record(ctx, tx, e)
	if err != nil {
		return err
	}
	if err := insertRecords(ctx, tx, []*Record{r}); err != nil {
		return fmt.Errorf("emit %s: %w", r.Name, err)
	}
	return tx.Enqueue(ctx, Delivery{EventID: r.ID}, db.JobOptions{})
}

// deliveryMax is how many events one job delivers.
const deliveryMax = 100

// EmitAll is Emit for many events that come about at once. One job delivers up to
// a hundred of them, in one unit unless a handler fails. So it is the way to tell two
// things of one object that webhooks are told of (package webhook).
func EmitAll(ctx context.Context, tx db.Tx, events ...Event) error {
	var jobs []db.Job
	for some := range slices.Chunk(events, deliveryMax) {
		records, ids := make([]*Record, len(some)), make([]ID, len(some))
		for i, e := range some {
			r, err := record(ctx, tx, e)
			if err != nil {
				return err
			}
			records[i], ids[i] = r, r.ID
		}
		if err := insertRecords(ctx, tx, records); err != nil {
			return fmt.Errorf("emit %s and others: %w", records[0].Name, err)
		}
		jobs = append(jobs, Delivery{EventIDs: ids})
	}
	return tx.EnqueueAll(ctx, db.JobOptions{}, jobs...)
}

func record(ctx context.Context, tx db.Tx, e Event) (*Record, error) {
	payload, err := json.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("encode event %s: %w", e.EventName(), err)
	}
	return &Record{ID: id.New[ID]("evt"), Name: e.EventName(), Payload: payload, CreatedAt: tx.Now(), Origin: actor.OriginOf(ctx)}, nil
}

// Handler acts on one kind of event.
type Handler struct {
	Name  string // unique and stable, such as "payout.open_account"
	Event string // EventName it listens to
	place int    // among all handlers
	run   func(ctx context.Context, tx db.Tx, records []*Record) error
}

// On makes a handler. Its body runs in a unit of work and must not call the
// network: it enqueues a job for that.
func On[E Event](name string, fn func(ctx context.Context, tx db.Tx, e E) error) Handler {
	var zero E
	return Handler{
		Name:  name,
		Event: zero.EventName(),
		run: func(ctx context.Context, tx db.Tx, records []*Record) error {
			for _, r := range records {
				var e E
				if err := json.Unmarshal(r.Payload, &e); err != nil {
					return fmt.Errorf("decode event: %w", err)
				}
				if err := fn(ctx, tx, e); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// OnRecords makes a handler of events of a name as the outbox keeps them, with
// their instants and origins. It gets those that one job delivers at once, to
// write together what follows from them.
func OnRecords(name, eventName string, fn func(ctx context.Context, tx db.Tx, records []*Record) error) Handler {
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
	for i, h := range handlers {
		if names[h.Name] {
			panic("event: two handlers are named " + h.Name)
		}
		h.place = i
		names[h.Name] = true
		byEvent[h.Event] = append(byEvent[h.Event], h)
	}
	return &Deliverer{db: d, handlers: byEvent}
}

// Deliver runs every handler of the events of a job that has not run yet, all of
// them in one unit. When one of them fails, each gets a unit of its own, so that
// it does not keep the others from running; its error comes back, and the job
// queue delivers again to it alone. What another process alone can handle is left to
// it. It is the handler of jobs of type Delivery.
func (d *Deliverer) Deliver(ctx context.Context, job Delivery) error {
	records, err := selectRecords(ctx, d.db.Read(ctx), job.events(), d.db.Clock().Now().Add(-goneAfter))
	if err != nil {
		return fmt.Errorf("load events %v: %w", job.events(), err)
	}
	calls := d.calls(records)
	if len(calls) > 1 && d.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return deliverTx(ctx, tx, calls) }) == nil {
		return d.leave(records)
	}
	var failures []error
	for _, c := range calls {
		err := d.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return deliverTx(ctx, tx, []call{c}) })
		if err != nil {
			failures = append(failures, fmt.Errorf("handler %s of %s: %w", c.handler.Name, c.record.Name, err))
		}
	}
	if err := errors.Join(failures...); err != nil {
		return err
	}
	return d.leave(records)
}

// call is a handler that is to be run for an event.
type call struct {
	handler Handler
	record  *Record
}

// calls lists who is to be called, in the order in which handlers were given: the
// last of them take locks that many wait for.
func (d *Deliverer) calls(records []*Record) []call {
	var calls []call
	for _, r := range records {
		for _, h := range d.handlers[r.Name] {
			calls = append(calls, call{h, r})
		}
	}
	slices.SortStableFunc(calls, func(a, b call) int { return cmp.Compare(a.handler.place, b.handler.place) })
	return calls
}

// deliverTx runs handlers in this unit, with the marks that they have run. A panic
// counts as a failure, so that the others run too.
func deliverTx(ctx context.Context, tx db.Tx, calls []call) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = fmt.Errorf("panic: %v\n%s", value, debug.Stack())
		}
	}()
	first, err := claimDeliveries(ctx, tx, calls)
	if err != nil {
		return err
	}
	for i := 0; i < len(calls); {
		h := calls[i].handler
		var records []*Record
		for ; i < len(calls) && calls[i].handler.Name == h.Name; i++ {
			if first[claim{calls[i].record.ID, h.Name}] {
				records = append(records, calls[i].record)
			}
		}
		if len(records) == 0 {
			continue
		}
		if err := h.run(ctx, tx, records); err != nil {
			return err
		}
	}
	return nil
}
