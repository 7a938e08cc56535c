package webhook_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/vault"
	"github.com/etal-market/etal/domain/webhook"
)

var start = time.Date(2035, 3, 5, 9, 0, 0, 0, time.UTC)

// receivers stand for the network.
type receivers struct {
	mu     sync.Mutex
	got    []webhook.Request
	answer func(ctx context.Context, r webhook.Request) webhook.Answer
}

func (s *receivers) Send(ctx context.Context, r webhook.Request) webhook.Answer {
	s.mu.Lock()
	s.got = append(s.got, r)
	answer := s.answer
	s.mu.Unlock()
	if answer == nil {
		return taken()
	}
	return answer(ctx, r)
}

func (s *receivers) answers(with func(ctx context.Context, r webhook.Request) webhook.Answer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answer = with
}

// take returns what was sent since it was asked last.
func (s *receivers) take() []webhook.Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	got := s.got
	s.got = nil
	return got
}

func taken() webhook.Answer {
	return webhook.Answer{Outcome: webhook.Taken, StatusCode: 204, Took: time.Millisecond}
}

func status(code int64) func(context.Context, webhook.Request) webhook.Answer {
	return func(context.Context, webhook.Request) webhook.Answer {
		return webhook.Answer{Outcome: webhook.Refused, StatusCode: code, Body: []byte("no\x00 \xff"), Took: time.Millisecond}
	}
}

// world is two sellers with their owners, an operator, and the network.
type world struct {
	t     *testing.T
	d     *db.DB
	clock *clock.Manual
	net   *receivers
	hooks *webhook.Service
	vault *vault.Vault

	owner, other, admin actor.Actor
	mill, kiln          seller.ID
}

func each(t *testing.T, story func(w *world)) {
	t.Helper()
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		w := &world{t: t, d: d, clock: c, net: &receivers{}}
		ring, err := seal.Generate()
		require.NoError(t, err)
		w.vault = vault.New(seal.NewKeeper(ring, nil))
		w.hooks = webhook.New(d, w.vault, w.net, webhook.Rules{})
		people := identity.New(d, identity.Options{HashMemoryKiB: 64})
		sellers := seller.New(d, people, authz.Grants())
		owner := func(name string) (actor.Actor, seller.ID) {
			opened, err := people.Register(t.Context(), actor.Actor{}, identity.RegisterInput{Email: name + "@example.org", Name: name, Password: "a quiet harbour 47"})
			require.NoError(t, err)
			self := actor.Actor{AccountID: string(opened.Account.ID), Role: actor.Buyer}
			applied, err := sellers.Apply(t.Context(), self, seller.ApplyInput{Name: name, Country: "DE"})
			require.NoError(t, err)
			return actor.Actor{AccountID: self.AccountID, Role: "seller:owner", SellerID: string(applied.ID)}, applied.ID
		}
		w.owner, w.mill = owner("mill")
		w.other, w.kiln = owner("kiln")
		made, err := people.CreateOperator(t.Context(), identity.OperatorAdmin, identity.RegisterInput{Email: "ada@example.org", Password: "a quiet harbour 47"})
		require.NoError(t, err)
		w.admin = actor.Actor{AccountID: string(made.ID), Role: "operator:admin"}
		story(w)
	})
}

func (w *world) create(by actor.Actor) *webhook.Issued {
	w.t.Helper()
	issued, err := w.hooks.Create(w.t.Context(), by, webhook.CreateInput{
		URL: "https://hooks.example.com/a", Events: []webhook.Topic{webhook.OrderPaid, webhook.OrderShipped},
	})
	require.NoError(w.t, err)
	return issued
}

// publishes tells owners that something has happened to an object.
func (w *world) publishes(object string, owners ...seller.ID) event.ID {
	w.t.Helper()
	eventID := id.New[event.ID]("evt")
	w.publishesAgain(eventID, object, owners...)
	return eventID
}

func (w *world) publishesAgain(eventID event.ID, object string, owners ...seller.ID) {
	w.t.Helper()
	require.NoError(w.t, w.d.Write(w.t.Context(), func(ctx context.Context, tx db.Tx) error {
		var notices []webhook.Notice
		for _, of := range owners {
			notices = append(notices, webhook.Notice{
				Topic: webhook.OrderPaid, EventID: eventID, At: tx.Now(), SellerID: of, ObjectID: object, Data: map[string]any{"of": of},
			})
		}
		return webhook.PublishTx(ctx, tx, notices...)
	}))
}

func (w *world) sends(of webhook.ID) {
	w.t.Helper()
	require.NoError(w.t, w.hooks.Send(w.t.Context(), webhook.Send{EndpointID: of}))
}

func (w *world) deliveries(by actor.Actor, of webhook.ID) []*webhook.Delivery {
	w.t.Helper()
	size := 100
	window, err := page.Args{First: &size}.Window()
	require.NoError(w.t, err)
	found, err := w.hooks.FindDeliveries(w.t.Context(), by, of, webhook.Search{Window: window})
	require.NoError(w.t, err)
	var list []*webhook.Delivery
	for _, e := range found.Edges {
		list = append(list, e.Node)
	}
	return list
}

func (w *world) endpoint(by actor.Actor, of webhook.ID) *webhook.Endpoint {
	w.t.Helper()
	e, err := w.hooks.Get(w.t.Context(), by, of)
	require.NoError(w.t, err)
	return e
}

func (w *world) events(name string) (n int) {
	w.t.Helper()
	require.NoError(w.t, w.d.Read(w.t.Context()).NewRaw("SELECT count(*) FROM outbox WHERE name = ?", name).Scan(w.t.Context(), &n))
	return n
}

func TestDelivery_reaches_its_owner_and_nobody_else(t *testing.T) {
	t.Parallel()

	each(t, func(w *world) {
		mine, theirs, ours := w.create(w.owner), w.create(w.other), w.create(w.admin)
		eventID := w.publishes("ord_1", w.mill, "")
		w.publishesAgain(eventID, "ord_1", w.mill, "") // delivered twice by the outbox
		for _, of := range []*webhook.Issued{mine, theirs, ours} {
			w.sends(of.Endpoint.ID)
		}
		got := w.net.take()
		require.Len(w.t, got, 2)
		for i, of := range []*webhook.Issued{mine, ours} {
			require.NoError(w.t, verify(of.Secret.Reveal(), headers(got[i]), got[i].Body, start))
			require.Error(w.t, verify(theirs.Secret.Reveal(), headers(got[i]), got[i].Body, start))
			var read map[string]any
			require.NoError(w.t, json.Unmarshal(got[i].Body, &read))
			require.Equal(w.t, string(got[i].ID), read["id"])
			require.Equal(w.t, string(eventID), read["eventId"])
			require.Equal(w.t, "order.paid", read["type"])
			require.Equal(w.t, webhook.Version, read["version"])
		}
		require.Empty(w.t, w.deliveries(w.other, theirs.Endpoint.ID))
		d := w.deliveries(w.owner, mine.Endpoint.ID)
		require.Len(w.t, d, 1)
		require.Equal(w.t, webhook.Delivered, d[0].Status)

		_, err := w.hooks.Get(w.t.Context(), w.other, mine.Endpoint.ID)
		require.ErrorIs(w.t, err, webhook.ErrNotFound)
		_, err = w.hooks.GetDelivery(w.t.Context(), w.other, d[0].ID)
		require.ErrorIs(w.t, err, webhook.ErrDeliveryNotFound)
		_, err = w.hooks.Retry(w.t.Context(), w.other, webhook.RetryInput{ID: d[0].ID})
		require.ErrorIs(w.t, err, webhook.ErrDeliveryNotFound)
		_, err = w.hooks.Delete(w.t.Context(), w.other, webhook.DeleteInput{ID: mine.Endpoint.ID})
		require.ErrorIs(w.t, err, webhook.ErrNotFound)
		_, err = w.hooks.Delete(w.t.Context(), w.admin, webhook.DeleteInput{ID: mine.Endpoint.ID})
		require.ErrorIs(w.t, err, webhook.ErrOthers)
		_, err = w.hooks.GetDelivery(w.t.Context(), w.admin, d[0].ID)
		require.NoError(w.t, err, "operators see all")
		byKey, viewing := w.owner, w.owner
		byKey.KeyID, viewing.ViewAsID = "key_1", "vas_1"
		for _, by := range []actor.Actor{byKey, viewing} {
			_, err = w.hooks.Rotate(w.t.Context(), by, webhook.RotateInput{ID: mine.Endpoint.ID})
			require.ErrorIs(w.t, err, webhook.ErrPerson)
		}
	})
}

func TestDelivery_is_sent_by_one_of_many_workers(t *testing.T) {
	t.Parallel()

	each(t, func(w *world) {
		hook := w.create(w.owner).Endpoint.ID
		const n = 12
		for i := range n {
			w.publishes(fmt.Sprint("ord_", i), w.mill)
		}
		var mu sync.Mutex
		var flying, most int
		w.net.answers(func(context.Context, webhook.Request) webhook.Answer {
			mu.Lock()
			flying++
			most = max(most, flying)
			mu.Unlock()
			defer func() { mu.Lock(); flying--; mu.Unlock() }()
			return taken()
		})
		second := webhook.New(w.d, w.vault, w.net, webhook.Rules{}) // of another process
		var all sync.WaitGroup
		errs := make([]error, 6)
		for i := range errs {
			all.Go(func() {
				s := map[bool]*webhook.Service{true: w.hooks, false: second}[i%2 == 0]
				errs[i] = s.Send(w.t.Context(), webhook.Send{EndpointID: hook})
			})
		}
		all.Wait()
		require.NoError(w.t, errors.Join(errs...))
		w.sends(hook)
		ids := map[webhook.DeliveryID]int{}
		for _, r := range w.net.take() {
			ids[r.ID]++
		}
		require.Len(w.t, ids, n)
		for messageID, times := range ids {
			require.Equal(w.t, 1, times, messageID)
		}
		require.LessOrEqual(w.t, most, webhook.InFlightMax)
	})
}

func TestDelivery_is_sent_again_when_its_sender_died(t *testing.T) {
	t.Parallel()

	each(t, func(w *world) {
		hook := w.create(w.owner).Endpoint.ID
		w.publishes("ord_1", w.mill)
		dying, die := context.WithCancel(w.t.Context())
		w.net.answers(func(context.Context, webhook.Request) webhook.Answer {
			die() // it was taken, and nobody lives to write it down
			return taken()
		})
		require.ErrorIs(w.t, w.hooks.Send(dying, webhook.Send{EndpointID: hook}), context.Canceled)
		w.net.answers(nil)
		first := w.net.take()
		require.Len(w.t, first, 1)
		w.sends(hook)
		require.Empty(w.t, w.net.take(), "somebody may still be sending it")
		w.clock.Advance(webhook.ClaimTime + time.Second)
		require.NoError(w.t, w.hooks.Sweep(w.t.Context()))
		w.sends(hook)
		again := w.net.take()
		require.Len(w.t, again, 1)
		require.Equal(w.t, first[0].ID, again[0].ID)
		require.Equal(w.t, first[0].Body, again[0].Body)
		attempts, err := w.hooks.AttemptsOf(w.t.Context(), []webhook.DeliveryID{first[0].ID})
		require.NoError(w.t, err)
		require.Len(w.t, attempts[first[0].ID], 2)
		require.Equal(w.t, webhook.Interrupted, attempts[first[0].ID][1].Outcome)
		require.Equal(w.t, webhook.Taken, attempts[first[0].ID][0].Outcome)
	})
}

func TestDelivery_keeps_the_order_of_an_object(t *testing.T) {
	t.Parallel()

	each(t, func(w *world) {
		hook := w.create(w.owner).Endpoint.ID
		early, late := id.New[event.ID]("evt"), id.New[event.ID]("evt")
		w.publishesAgain(late, "ord_1", w.mill) // handed over in the other order
		w.publishesAgain(early, "ord_1", w.mill)
		w.publishes("ord_2", w.mill)
		w.net.answers(func(ctx context.Context, r webhook.Request) webhook.Answer {
			if strings.Contains(string(r.Body), string(early)) {
				return status(500)(ctx, r)
			}
			return taken()
		})
		w.sends(hook)
		about := func() (found []string) {
			for _, r := range w.net.take() {
				for name, eventID := range map[string]event.ID{"early": early, "late": late} {
					if strings.Contains(string(r.Body), string(eventID)) {
						found = append(found, name)
					}
				}
			}
			return found
		}
		require.Equal(w.t, []string{"early"}, about(), "the other object does not wait; the later event does")
		for range webhook.HoldingTries - 2 {
			w.clock.Advance(3 * time.Hour)
			w.sends(hook)
			require.Equal(w.t, []string{"early"}, about())
		}
		w.clock.Advance(3 * time.Hour)
		w.sends(hook)
		require.Equal(w.t, []string{"early"}, about(), "three in a row have failed: it rests")
		w.clock.Advance(11 * time.Second)
		w.sends(hook)
		require.Equal(w.t, []string{"late"}, about(), "in the end nobody waits for what is never taken")
	})
}

func TestDelivery_is_given_up_after_its_tries_and_the_endpoint_after_days(t *testing.T) {
	t.Parallel()

	each(t, func(w *world) {
		hook := w.create(w.owner).Endpoint.ID
		w.publishes("ord_1", w.mill)
		w.net.answers(status(500))
		tries := 0
		for w.endpoint(w.owner, hook).Status == webhook.StatusActive {
			require.Less(w.t, tries, 20)
			w.sends(hook)
			tries += len(w.net.take())
			w.clock.Advance(30 * time.Hour)
		}
		e := w.endpoint(w.owner, hook)
		require.Equal(w.t, webhook.Failing, *e.DisabledReason)
		require.Equal(w.t, 1, w.events("webhook.disabled"))
		d := w.deliveries(w.owner, hook)
		require.Equal(w.t, webhook.Failed, d[0].Status)
		attempts, err := w.hooks.AttemptsOf(w.t.Context(), []webhook.DeliveryID{d[0].ID})
		require.NoError(w.t, err)
		require.Equal(w.t, "no� �", attempts[d[0].ID][0].Answer, "what no database takes is left out")

		w.publishes("ord_2", w.mill)
		require.Len(w.t, w.deliveries(w.owner, hook), 1, "nothing is kept for a disabled one")
		_, err = w.hooks.Retry(w.t.Context(), w.owner, webhook.RetryInput{ID: d[0].ID})
		require.ErrorIs(w.t, err, webhook.ErrDisabled)
		_, err = w.hooks.Update(w.t.Context(), w.owner, webhook.UpdateInput{ID: hook, Version: e.Version, URL: e.URL, Events: e.Topics, IsEnabled: true})
		require.NoError(w.t, err)
		w.net.answers(nil)
		count, err := w.hooks.RetryFailed(w.t.Context(), w.owner, webhook.RetryFailedInput{ID: hook, Since: start.Add(time.Hour)})
		require.NoError(w.t, err)
		require.Zero(w.t, *count, "it happened before")
		count, err = w.hooks.RetryFailed(w.t.Context(), w.owner, webhook.RetryFailedInput{ID: hook, Since: start})
		require.NoError(w.t, err)
		require.EqualValues(w.t, 1, *count)
		w.sends(hook)
		require.Len(w.t, w.net.take(), 1)
		require.Nil(w.t, w.endpoint(w.owner, hook).FailingSince)
	})
}

func TestDelivery_fails_alone_when_others_are_taken(t *testing.T) {
	t.Parallel()

	each(t, func(w *world) {
		hook := w.create(w.owner).Endpoint.ID
		bad := w.publishes("ord_bad", w.mill)
		tried := 0
		w.net.answers(func(ctx context.Context, r webhook.Request) webhook.Answer {
			if strings.Contains(string(r.Body), string(bad)) {
				tried++
				return status(422)(ctx, r)
			}
			return taken()
		})
		for i := range webhook.TriesMax + 3 {
			w.sends(hook)
			w.publishes(fmt.Sprint("ord_", i), w.mill)
			w.sends(hook)
			w.clock.Advance(30 * time.Hour)
		}
		require.Equal(w.t, webhook.TriesMax, tried)
		require.Equal(w.t, webhook.StatusActive, w.endpoint(w.owner, hook).Status)
	})
}

func TestEndpoint_that_is_gone_is_disabled_at_once(t *testing.T) {
	t.Parallel()

	each(t, func(w *world) {
		hook := w.create(w.owner).Endpoint.ID
		w.publishes("ord_1", w.mill)
		w.publishes("ord_2", w.mill)
		w.net.answers(status(410))
		w.sends(hook)
		require.Len(w.t, w.net.take(), 1)
		require.Equal(w.t, webhook.Gone, *w.endpoint(w.owner, hook).DisabledReason)
		for _, d := range w.deliveries(w.owner, hook) {
			require.Equal(w.t, webhook.Failed, d.Status)
		}
		require.Equal(w.t, 1, w.events("webhook.disabled"))
	})
}

func TestEndpoint_rests_while_it_fails(t *testing.T) {
	t.Parallel()

	each(t, func(w *world) {
		hook := w.create(w.owner).Endpoint.ID
		for i := range 50 {
			w.publishes(fmt.Sprint("ord_", i), w.mill)
		}
		w.net.answers(status(503))
		w.sends(hook)
		require.Len(w.t, w.net.take(), 3, "fifty times ten seconds would keep a worker for long")
		w.clock.Advance(5 * time.Second)
		w.sends(hook)
		require.Empty(w.t, w.net.take())
		w.net.answers(func(context.Context, webhook.Request) webhook.Answer {
			return webhook.Answer{Outcome: webhook.Refused, StatusCode: 429, RetryAfter: time.Hour}
		})
		w.clock.Advance(6 * time.Second)
		w.sends(hook)
		asked := w.net.take()
		require.Len(w.t, asked, 1)
		d, err := w.hooks.GetDelivery(w.t.Context(), w.owner, asked[0].ID)
		require.NoError(w.t, err)
		require.False(w.t, d.NextAttemptAt().Before(w.clock.Now().Add(time.Hour)), "it has asked for an hour")
	})
}

func TestSecret_is_rotated_with_two_that_are_good(t *testing.T) {
	t.Parallel()

	each(t, func(w *world) {
		first := w.create(w.owner)
		hook := first.Endpoint.ID
		second, err := w.hooks.Rotate(w.t.Context(), w.owner, webhook.RotateInput{ID: hook, OverlapHours: 24})
		require.NoError(w.t, err)
		_, err = w.hooks.Rotate(w.t.Context(), w.owner, webhook.RotateInput{ID: hook, OverlapHours: 1})
		require.ErrorIs(w.t, err, webhook.ErrRotating)
		_, err = w.hooks.Rotate(w.t.Context(), w.owner, webhook.RotateInput{ID: hook, OverlapHours: 169})
		require.ErrorIs(w.t, err, webhook.ErrOverlap)
		send := func() webhook.Request {
			_, err := w.hooks.Test(w.t.Context(), w.owner, webhook.TestInput{ID: hook})
			require.NoError(w.t, err)
			w.sends(hook)
			got := w.net.take()
			require.Len(w.t, got, 1)
			return got[0]
		}
		r := send()
		require.NoError(w.t, verify(first.Secret.Reveal(), headers(r), r.Body, w.clock.Now()))
		require.NoError(w.t, verify(second.Secret.Reveal(), headers(r), r.Body, w.clock.Now()))
		w.clock.Advance(24*time.Hour + time.Second)
		r = send()
		require.Error(w.t, verify(first.Secret.Reveal(), headers(r), r.Body, w.clock.Now()))
		require.NoError(w.t, verify(second.Secret.Reveal(), headers(r), r.Body, w.clock.Now()))
		leaked := fmt.Sprintf("%v %+v %#v", second, second.Secret, second.Secret)
		require.NotContains(w.t, leaked, second.Secret.Reveal())
	})
}

func TestEndpoint_takes_what_it_is_told_only(t *testing.T) {
	t.Parallel()

	each(t, func(w *world) {
		good := webhook.CreateInput{URL: " https://hooks.example.com/a ", Events: []webhook.Topic{webhook.OrderPaid, webhook.OrderPaid}}
		for want, change := range map[error]func(in *webhook.CreateInput){
			webhook.ErrURL:    func(in *webhook.CreateInput) { in.URL = "https://localhost/" },
			webhook.ErrTopics: func(in *webhook.CreateInput) { in.Events = nil },
			webhook.ErrTopic:  func(in *webhook.CreateInput) { in.Events = []webhook.Topic{webhook.SellerApplied} },
		} {
			in := good
			change(&in)
			_, err := w.hooks.Create(w.t.Context(), w.owner, in)
			require.ErrorIs(w.t, err, want)
		}
		var made []*webhook.Issued
		var mu sync.Mutex
		var all sync.WaitGroup
		for range webhook.Max + 3 { // at once
			all.Go(func() {
				issued, err := w.hooks.Create(w.t.Context(), w.owner, good)
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					made = append(made, issued)
				} else if !webhook.ErrLimit.Is(err) {
					w.t.Error(err)
				}
			})
		}
		all.Wait()
		require.Len(w.t, made, webhook.Max)
		e := made[0].Endpoint
		require.Equal(w.t, "https://hooks.example.com/a", e.URL)
		require.Equal(w.t, []webhook.Topic{webhook.OrderPaid}, e.Topics)
		change := webhook.UpdateInput{ID: e.ID, Version: e.Version, URL: e.URL, Events: []webhook.Topic{webhook.OrderShipped}, IsEnabled: true}
		_, err := w.hooks.Update(w.t.Context(), w.owner, change)
		require.NoError(w.t, err)
		_, err = w.hooks.Update(w.t.Context(), w.owner, change)
		require.ErrorIs(w.t, err, webhook.ErrVersion)
		_, err = w.hooks.Delete(w.t.Context(), w.owner, webhook.DeleteInput{ID: e.ID})
		require.NoError(w.t, err)
		_, err = w.hooks.Get(w.t.Context(), w.owner, e.ID)
		require.ErrorIs(w.t, err, webhook.ErrNotFound)
		_, err = w.hooks.Create(w.t.Context(), w.owner, good)
		require.NoError(w.t, err, "there is room again")
	})
}

func TestDeliveries_are_kept_for_thirty_days(t *testing.T) {
	t.Parallel()

	each(t, func(w *world) {
		hook := w.create(w.owner).Endpoint.ID
		w.publishes("ord_1", w.mill)
		w.sends(hook)
		w.clock.Advance(webhook.Kept)
		w.net.answers(status(500))
		w.publishes("ord_2", w.mill) // is still to be sent
		w.sends(hook)
		n, err := w.hooks.Prune(w.t.Context())
		require.NoError(w.t, err)
		require.Zero(w.t, n)
		w.clock.Advance(time.Second)
		n, err = w.hooks.Prune(w.t.Context())
		require.NoError(w.t, err)
		require.Equal(w.t, 1, n)
		require.Len(w.t, w.deliveries(w.owner, hook), 1)
	})
}

// A delivery may be written at the moment in which somebody disables or deletes its
// webhook, and would wait for ever.
func TestSend_ends_what_waits_for_a_webhook_that_is_off(t *testing.T) {
	t.Parallel()

	each(t, func(w *world) {
		off, gone := w.create(w.owner).Endpoint, w.create(w.owner).Endpoint
		w.publishes("ord_1", w.mill)
		_, err := w.hooks.Update(w.t.Context(), w.owner, webhook.UpdateInput{
			ID: off.ID, Version: off.Version, URL: off.URL, Events: off.Topics, IsEnabled: false,
		})
		require.NoError(w.t, err)
		_, err = w.hooks.Delete(w.t.Context(), w.owner, webhook.DeleteInput{ID: gone.ID})
		require.NoError(w.t, err)
		require.NoError(w.t, w.d.Write(w.t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw("UPDATE webhook_deliveries SET status = 'PENDING', ended_at = NULL").Exec(ctx)
			return err
		}))
		h := &db.Handlers{}
		db.Handle(h, w.hooks.Send)
		sweep := func() []string {
			require.NoError(w.t, w.hooks.Sweep(w.t.Context()))
			left, err := w.d.UnfinishedJobs(w.t.Context(), webhook.Send{}.Kind())
			require.NoError(w.t, err)
			_, err = w.d.Drain(w.t.Context(), h, w.clock.Now())
			require.NoError(w.t, err)
			return left
		}
		require.Len(w.t, sweep(), 2)
		require.Empty(w.t, w.net.take())
		var statuses []string
		require.NoError(w.t, w.d.Read(w.t.Context()).NewRaw("SELECT status FROM webhook_deliveries WHERE ended_at IS NOT NULL").Scan(w.t.Context(), &statuses))
		require.Equal(w.t, []string{"FAILED", "FAILED"}, statuses)
		require.Empty(w.t, sweep(), "nothing is left to be swept")
	})
}
