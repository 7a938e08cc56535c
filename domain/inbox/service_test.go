package inbox_test

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/inbox"
)

func TestService_applies_a_message_until_it_succeeds_and_then_no_more(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		var runs atomic.Int32
		s := inbox.New(d, map[string]inbox.Applier{"payout.paid": func(_ context.Context, m *inbox.Message) error {
			require.Equal(t, []byte(`{"id":"evt_1"}`), m.Payload, "as it was signed")
			if runs.Add(1) == 1 {
				return errors.New("not yet")
			}
			return nil
		}})
		m := inbox.Message{ID: "evt_1", Type: "payout.paid", Account: "acct_1", ObjectID: "po_1", Payload: []byte(`{"id":"evt_1"}`)}
		for range 3 {
			require.NoError(t, s.Receive(t.Context(), m), "receiving it again changes nothing")
		}
		require.Error(t, s.Apply(t.Context(), inbox.Apply{MessageID: "evt_1"}))
		b, err := s.Backlog(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, b.Waiting)
		for range 3 {
			require.NoError(t, s.Apply(t.Context(), inbox.Apply{MessageID: "evt_1"}))
		}
		require.EqualValues(t, 2, runs.Load())
		b, err = s.Backlog(t.Context())
		require.NoError(t, err)
		require.Zero(t, b.Waiting)
	})
}

// News of what is to be heard of later come again as often as it takes, for three days.
// Then they are parked as others are, and somebody looks.
func TestService_Apply_waits_for_what_has_to_be_heard_of_before(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC), func(t *testing.T, d *db.DB, c *clock.Manual) {
		isEarly := map[string]bool{"po_1": true, "po_2": true}
		s := inbox.New(d, map[string]inbox.Applier{"payout.paid": func(_ context.Context, m *inbox.Message) error {
			if isEarly[m.ObjectID] {
				return fmt.Errorf("the payout: %w", inbox.ErrTooEarly)
			}
			return nil
		}})
		h := &db.Handlers{}
		db.Handle(h, s.Apply)
		parked := func(after time.Duration) int {
			c.Advance(after)
			_, err := d.Drain(t.Context(), h, c.Now())
			require.NoError(t, err)
			n, err := d.CountParked(t.Context())
			require.NoError(t, err)
			return n
		}
		for _, m := range []inbox.Message{{ID: "evt_1", ObjectID: "po_1"}, {ID: "evt_2", ObjectID: "po_2"}} {
			m.Type, m.Payload = "payout.paid", []byte("{}")
			require.NoError(t, s.Receive(t.Context(), m))
		}
		for range 48 {
			require.Zero(t, parked(time.Hour))
		}
		isEarly["po_1"] = false
		require.Zero(t, parked(time.Hour))
		b, err := s.Backlog(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, b.Waiting, "the other one")
		require.Equal(t, 1, parked(25*time.Hour), "the other one, after all its attempts")
	})
}

func TestService_Receive_makes_jobs_only_for_what_is_to_be_applied(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := inbox.New(d, map[string]inbox.Applier{"payout.paid": func(context.Context, *inbox.Message) error { return nil }})
		require.NoError(t, s.Receive(t.Context(), inbox.Message{ID: "evt_1", Type: "customer.created", Payload: []byte("{}")}))
		require.NoError(t, s.Receive(t.Context(), inbox.Message{ID: "evt_2", Type: "payout.paid", Reason: "other version", Payload: []byte("{}")}))
		require.NoError(t, s.Receive(t.Context(), inbox.Message{ID: "evt_3", Type: "payout.paid", Payload: []byte("{}")}))
		figures, err := d.QueueFigures(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, figures.Waiting)
		b, err := s.Backlog(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, b.Waiting)
		require.Equal(t, 1, b.Parked)
		require.NotNil(t, b.Oldest)
	})
}

// Stripe sends events of test mode to a live endpoint of connected accounts as well: they
// raise nothing, while what is parked waits until somebody has seen to it.
func TestService_tests_are_ignored_and_what_is_parked_is_settled_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := inbox.New(d, map[string]inbox.Applier{"a": func(context.Context, *inbox.Message) error { return nil }})
		for _, m := range []inbox.Message{
			{ID: "evt_test", Type: "a", Reason: "livemode is false", IsTest: true, Payload: []byte("{}")},
			{ID: "evt_old", Type: "a", Reason: "other version", Payload: []byte("{}")},
			{ID: "evt_new", Type: "a", Payload: []byte("{}")},
		} {
			require.NoError(t, s.Receive(t.Context(), m))
		}
		parked, err := s.Parked(t.Context(), 10)
		require.NoError(t, err)
		require.Len(t, parked, 1)
		require.Equal(t, "evt_old", parked[0].ID)
		require.NoError(t, s.SettleParked(t.Context(), "evt_old", "mended"))
		for _, id := range []string{"evt_old", "evt_test", "evt_new", "evt_none"} {
			require.ErrorIs(t, s.SettleParked(t.Context(), id, "again"), db.ErrNotFound)
		}
		b, err := s.Backlog(t.Context())
		require.NoError(t, err)
		require.Equal(t, [2]int{1, 0}, [2]int{b.Waiting, b.Parked})
		require.NoError(t, s.Apply(t.Context(), inbox.Apply{MessageID: "evt_old"}), "it is never applied")
	})
}

// What an applier settles in its own unit is settled with it, or not at all.
func TestMessage_SettleTx_stands_and_falls_with_the_unit_of_the_applier(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		ours, runs := errors.New("ours"), 0
		s := inbox.New(d, map[string]inbox.Applier{"payout.paid": func(ctx context.Context, m *inbox.Message) error {
			runs++
			return d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
				if err := m.SettleTx(ctx, tx); err != nil || runs > 1 {
					return err
				}
				return ours
			})
		}})
		require.NoError(t, s.Receive(t.Context(), inbox.Message{ID: "evt_1", Type: "payout.paid", Payload: []byte("{}")}))
		require.ErrorIs(t, s.Apply(t.Context(), inbox.Apply{MessageID: "evt_1"}), ours)
		b, err := s.Backlog(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, b.Waiting)
		for range 2 {
			require.NoError(t, s.Apply(t.Context(), inbox.Apply{MessageID: "evt_1"}))
		}
		require.Equal(t, 2, runs)
		b, err = s.Backlog(t.Context())
		require.NoError(t, err)
		require.Zero(t, b.Waiting)
	})
}

func TestService_Receive_makes_no_job_of_what_is_needless(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := inbox.New(d, map[string]inbox.Applier{"a": func(context.Context, *inbox.Message) error { return nil }})
		var answer error
		s.Except("a", func(_ context.Context, _ db.Querier, m *inbox.Message) (bool, error) {
			return m.ObjectID == "known", answer
		})
		for id, object := range map[string]string{"evt_1": "known", "evt_2": "new"} {
			require.NoError(t, s.Receive(t.Context(), inbox.Message{ID: id, Type: "a", ObjectID: object, Payload: []byte("{}")}))
		}
		require.NoError(t, s.Receive(t.Context(), inbox.Message{ID: "evt_3", Type: "a", ObjectID: "known", Reason: "other version", Payload: []byte("{}")}))
		figures, err := d.QueueFigures(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, figures.Waiting)
		b, err := s.Backlog(t.Context())
		require.NoError(t, err)
		require.Equal(t, [2]int{1, 1}, [2]int{b.Waiting, b.Parked}, "what must not be applied is parked, needless or not")
		answer = errors.New("ours")
		require.ErrorIs(t, s.Receive(t.Context(), inbox.Message{ID: "evt_4", Type: "a", Payload: []byte("{}")}), answer, "Stripe sends it again")
	})
}
