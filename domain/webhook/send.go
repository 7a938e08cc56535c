package webhook

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/event"
)

// Send is the job that sends what is due for an endpoint. Two of them may run at a
// time.
type Send struct {
	EndpointID ID `json:"endpoint_id"`
}

// Kind implements db.Job.
func (Send) Kind() string { return "webhook.send" }

// Sweep is the job that looks for deliveries whose time has come.
type Sweep struct{}

// Kind implements db.Job.
func (Sweep) Kind() string { return "webhook.sweep" }

const (
	// turn is how long one job sends to one endpoint before it lets others send to
	// theirs.
	turn = 15 * time.Second
	// turnMax is how many deliveries it sends at most meanwhile.
	turnMax = 100
	// sweepMax is how many endpoints one sweep looks at; the next one goes on.
	sweepMax = 500
)

// Send sends what is due for an endpoint, one delivery after the other, for a turn.
// When something is left, another job goes on. It never fails because a receiver
// does.
func (s *Service) Send(ctx context.Context, job Send) error {
	watch := clock.Start()
	for range turnMax {
		sent, err := s.sendNext(ctx, job.EndpointID)
		if err != nil || !sent {
			return err
		}
		if watch.Elapsed() > turn {
			break
		}
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return sendTx(ctx, tx, job.EndpointID) })
}

// claimed is a delivery that nobody else sends, with what it is signed with.
type claimed struct {
	endpoint *Endpoint
	delivery *Delivery
	attempt  *Attempt
	keys     []Key
}

// sendNext sends one delivery. It reports false when there is none to be sent now.
func (s *Service) sendNext(ctx context.Context, endpointID ID) (bool, error) {
	var c *claimed
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		c, err = s.claimTx(ctx, tx, endpointID)
		return err
	})
	if err != nil || c == nil {
		return false, err
	}
	request, err := c.request()
	if err != nil {
		return false, fmt.Errorf("sign %s: %w", c.delivery.ID, err)
	}
	answer := s.sender.Send(ctx, request)
	if ctx.Err() != nil {
		return false, ctx.Err() // the process ends: nobody knows whether it was taken, and it is sent again
	}
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return recordTx(ctx, tx, c, answer) })
	return err == nil, err
}

// claimTx takes the next delivery of an endpoint for a time, nil when there is none.
func (s *Service) claimTx(ctx context.Context, tx db.Tx, endpointID ID) (*claimed, error) {
	now := tx.Now()
	e, err := lockEndpoint(ctx, tx, endpointID)
	if err != nil {
		return nil, fmt.Errorf("lock webhook: %w", err)
	}
	if e.Status != StatusActive || e.DeletedAt != nil {
		return nil, failPending(ctx, tx, e.ID) // written while somebody disabled or deleted it
	}
	if e.RestsUntil != nil && e.RestsUntil.After(now) {
		return nil, nil
	}
	if n, err := countInFlight(ctx, tx, e.ID); err != nil || n >= InFlightMax {
		return nil, err
	}
	d, err := selectNext(ctx, tx, e.ID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for a delivery: %w", err)
	}
	if err := interruptAttempts(ctx, tx, d.ID); err != nil {
		return nil, fmt.Errorf("end attempts: %w", err)
	}
	until := now.Add(claimTime)
	d.Tries, d.Attempts, d.ClaimedUntil = d.Tries+1, d.Attempts+1, &until
	a := &Attempt{DeliveryID: d.ID, Number: d.Attempts, Outcome: Running, StartedAt: now}
	keys, err := s.openKeys(ctx, tx, e.ID)
	if err := errors.Join(err, updateDelivery(ctx, tx, d), insertAttempt(ctx, tx, a)); err != nil {
		return nil, fmt.Errorf("claim delivery: %w", err)
	}
	return &claimed{e, d, a, keys}, nil
}

// openKeys returns what is signed with at present, the newest first.
func (s *Service) openKeys(ctx context.Context, tx db.Tx, endpointID ID) ([]Key, error) {
	secrets, err := selectGood(ctx, tx, []ID{endpointID}, tx.Now())
	if err != nil {
		return nil, err
	}
	keys := make([]Key, len(secrets))
	for i, secret := range secrets {
		text, err := s.vault.Open(ctx, tx, secret.place(), secret.Sealed)
		if err != nil {
			return nil, fmt.Errorf("open secret: %w", err)
		}
		keys[i] = Key(text)
	}
	return keys, nil
}

// request signs a delivery.
func (c *claimed) request() (Request, error) {
	body := []byte(c.delivery.Payload)
	signed, err := signature(c.keys, c.delivery.ID, c.attempt.StartedAt, body)
	return Request{URL: c.endpoint.URL, ID: c.delivery.ID, At: c.attempt.StartedAt, Signature: signed, Body: body}, err
}

// recordTx writes how an attempt went. When the claim has ended meanwhile and
// somebody else tries again, or a person has ended the delivery, only the attempt is
// written; what was taken is taken in any case.
func recordTx(ctx context.Context, tx db.Tx, c *claimed, answer Answer) error {
	e, err := lockEndpoint(ctx, tx, c.endpoint.ID)
	if err != nil {
		return fmt.Errorf("lock webhook: %w", err)
	}
	d, err := lockDelivery(ctx, tx, c.delivery.ID)
	if errors.Is(err, db.ErrNotFound) {
		return nil // it has ended, and its time is over
	}
	if err != nil {
		return fmt.Errorf("lock delivery: %w", err)
	}
	if err := updateAttempt(ctx, tx, written(c.attempt, answer)); err != nil {
		return fmt.Errorf("write attempt: %w", err)
	}
	if answer.Outcome != Taken && (d.Status != Pending || d.Attempts != c.attempt.Number) {
		return nil
	}
	if answer.Outcome == Taken {
		d.end(Delivered, tx.Now())
		e.Failures, e.FailingSince, e.RestsUntil = 0, nil, nil
	} else if err := failTx(ctx, tx, e, d, answer); err != nil {
		return err
	}
	return errors.Join(updateDelivery(ctx, tx, d), updateHealth(ctx, tx, e))
}

// written is an attempt with how it went.
func written(a *Attempt, answer Answer) *Attempt {
	done, took := *a, answer.Took.Milliseconds()
	done.Outcome, done.DurationMs, done.Answer, done.Problem = answer.Outcome, &took, readable(answer.Body), readable([]byte(answer.Problem))
	if answer.StatusCode != 0 {
		done.StatusCode = &answer.StatusCode
	}
	return &done
}

// readable is the beginning of a text from outside, without what databases refuse.
func readable(text []byte) string {
	text = text[:min(len(text), answerMax)]
	return strings.ReplaceAll(strings.ToValidUTF8(string(text), "�"), "\x00", "�")
}

// failTx notes that a delivery was not taken: it is tried again later, or has
// failed, and the endpoint may be disabled.
func failTx(ctx context.Context, tx db.Tx, e *Endpoint, d *Delivery, answer Answer) error {
	now := tx.Now()
	e.Failures++
	if e.FailingSince == nil {
		e.FailingSince = &now
	}
	if rest := restOf(e.Failures); rest > 0 {
		until := now.Add(rest)
		e.RestsUntil = &until
	}
	d.ClaimedUntil = nil
	d.DueAt = now.Add(max(waitAfter(d.Tries), min(answer.RetryAfter, askedMax)))
	gone, failing := answer.StatusCode == statusGone, now.Sub(*e.FailingSince) >= DisableAfter
	if gone || d.Tries >= TriesMax {
		d.end(Failed, now)
	}
	if e.Status != StatusActive || !gone && !failing {
		return nil
	}
	why := Failing
	if gone {
		why = Gone
	}
	e.disable(why, now)
	d.end(Failed, now)
	if err := failPending(ctx, tx, e.ID); err != nil {
		return fmt.Errorf("end deliveries: %w", err)
	}
	return event.Emit(ctx, tx, Disabled{EndpointID: e.ID, SellerID: e.sellerID(), Reason: why})
}

// statusGone is the answer by which a receiver says that there is nothing at its
// address any more, and will not be.
const statusGone = 410

// Sweep has deliveries sent whose time has come: those that are tried again, and
// those whose sender has died.
func (s *Service) Sweep(ctx context.Context) error {
	due, err := selectDue(ctx, s.db.Read(ctx), s.db.Clock().Now(), sweepMax)
	if err != nil {
		return fmt.Errorf("look for deliveries: %w", err)
	}
	if len(due) == 0 {
		return nil
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return sendTx(ctx, tx, due...) })
}

// Prune removes deliveries that have ended Kept ago. It returns how many.
func (s *Service) Prune(ctx context.Context) (removed int, err error) {
	before := s.db.Clock().Now().Add(-Kept)
	for n := pruneBatch; n == pruneBatch; {
		err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
			n, err = deleteEnded(ctx, tx, before)
			return err
		})
		if err != nil {
			return removed, fmt.Errorf("prune deliveries: %w", err)
		}
		removed += n
	}
	return removed, nil
}
