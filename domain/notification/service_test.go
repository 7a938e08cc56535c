package notification_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// outbox is a sender that keeps what it gets, and fails while it is told to.
type outbox struct {
	mu    sync.Mutex
	down  int
	taken []notification.Message
}

func (o *outbox) Send(ctx context.Context, m notification.Message) error {
	db.MustBeOutside(ctx)
	o.mu.Lock()
	defer o.mu.Unlock()
	o.taken = append(o.taken, m)
	if o.down > 0 { // the message was taken, but its sender does not know
		o.down--
		return errors.New("connection lost")
	}
	return nil
}

type world struct {
	db      *db.DB
	people  *identity.Service
	sellers *seller.Service
	mail    *outbox
	box     *notification.Box
	jobs    *db.Handlers
	deliver *event.Deliverer
}

func newWorld(t *testing.T, d *db.DB) *world {
	t.Helper()
	people := identity.New(d, identity.Options{HashMemoryKiB: 64})
	w := &world{db: d, people: people, sellers: seller.New(d, people, authz.Grants()), mail: &outbox{}, box: notification.NewBox(d), jobs: &db.Handlers{}}
	s, err := notification.New(notification.Sources{People: people, Sellers: w.sellers, Orders: order.New(d), Box: w.box}, w.mail,
		notification.Options{BaseURL: "https://market.example"})
	require.NoError(t, err)
	w.deliver = event.NewDeliverer(d, s.Handlers()...)
	db.Handle(w.jobs, w.deliver.Deliver)
	db.Handle(w.jobs, s.Deliver)
	return w
}

func (w *world) drain(t *testing.T) {
	t.Helper()
	_, err := w.db.Drain(t.Context(), w.jobs, w.db.Clock().Now())
	require.NoError(t, err)
}

func (w *world) register(t *testing.T, mailbox, name string) actor.Actor {
	t.Helper()
	opened, err := w.people.Register(t.Context(), actor.Actor{}, identity.RegisterInput{
		Email: mailbox + "@example.org", Name: name, Password: "a quiet harbour 47",
	})
	require.NoError(t, err)
	return actor.Actor{AccountID: string(opened.Account.ID), Role: actor.Buyer}
}

func TestSellerApproved_tells_the_owner_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d)
		mia := w.register(t, "mia", "<b>Mia</b>")
		applied, err := w.sellers.Apply(t.Context(), mia, seller.ApplyInput{Name: "Mill & Co", Country: "DE"})
		require.NoError(t, err)
		operator := actor.Actor{AccountID: mia.AccountID, Role: "operator:admin"}
		_, err = w.sellers.Approve(t.Context(), operator, seller.DecideInput{SellerID: applied.ID})
		require.NoError(t, err)
		w.drain(t)

		require.Len(t, w.mail.taken, 2)
		require.Equal(t, "Welcome", w.mail.taken[0].Subject)
		approved := w.mail.taken[1]
		require.Equal(t, "Mill & Co may now sell", approved.Subject)
		require.Equal(t, "mia@example.org", approved.To)
		require.Contains(t, approved.Text, "https://market.example/admin/")
		require.Contains(t, approved.HTML, "Mill &amp; Co")
		require.NotContains(t, approved.HTML, "<b>Mia", "a name is text, not markup")

		// The event is delivered again: by a retry, or by hand.
		redeliver(t, w)
		w.drain(t)
		require.Len(t, w.mail.taken, 2)
	})
}

// redeliver enqueues every event once more.
func redeliver(t *testing.T, w *world) {
	t.Helper()
	var ids []event.ID
	require.NoError(t, w.db.Read(t.Context()).NewRaw("SELECT id FROM outbox").Scan(t.Context(), &ids))
	require.NotEmpty(t, ids)
	require.NoError(t, w.db.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		for _, id := range ids {
			if err := tx.Enqueue(ctx, event.Delivery{EventID: id}, db.JobOptions{}); err != nil {
				return err
			}
		}
		return nil
	}))
}

func TestDeliver_repeats_with_the_same_id(t *testing.T) {
	t.Parallel()
	d, _ := dbtest.NewAt(t, time.Date(2030, 3, 4, 9, 0, 0, 0, time.UTC))
	w := newWorld(t, d)
	w.mail.down = 2
	w.register(t, "alice", "Alice")
	w.drain(t)
	require.Len(t, w.mail.taken, 3)
	require.Equal(t, w.mail.taken[0].ID, w.mail.taken[2].ID, "the receiver can tell that it is one message")
}

func TestDeliver_a_guest_has_no_address(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t))
	guest, err := w.people.GuestStart(t.Context())
	require.NoError(t, err)
	require.NoError(t, w.db.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		return tx.Enqueue(ctx, notification.Mail{Template: notification.Welcome, Account: guest.Account.ID}, db.JobOptions{})
	}))
	w.drain(t)
	require.Empty(t, w.mail.taken)
	parked, err := w.db.CountParked(t.Context())
	require.NoError(t, err)
	require.Zero(t, parked)
}

func TestDeliver_jobs_hold_no_address(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t))
	w.register(t, "alice", "Alice")
	_, err := w.db.Drain(t.Context(), onlyEvents(w), w.db.Clock().Now())
	require.NoError(t, err)
	parked, err := w.db.ParkedJobs(t.Context(), 10)
	require.NoError(t, err)
	require.Len(t, parked, 1, "the mail, which nobody did")
	require.NotContains(t, parked[0].Content, "example.org")
	require.NotContains(t, parked[0].Content, "Alice")
}

// onlyEvents does not know how to do mail jobs.
func onlyEvents(w *world) *db.Handlers {
	h := &db.Handlers{}
	db.Handle(h, w.deliver.Deliver)
	return h
}

// stuck is a mail server that takes connections and says nothing.
type stuck struct {
	called, goOn chan struct{}
}

func (s stuck) Send(context.Context, notification.Message) error {
	s.called <- struct{}{}
	<-s.goOn
	return nil
}

func TestDeliver_a_mail_server_that_hangs_keeps_no_payment_waiting(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d)
		alice := w.register(t, "alice", "Alice")
		server := stuck{make(chan struct{}, 100), make(chan struct{})}
		s, err := notification.New(notification.Sources{People: w.people, Box: w.box}, server, notification.Options{})
		require.NoError(t, err)
		h, applied := &db.Handlers{}, make(chan struct{})
		db.Handle(h, event.NewDeliverer(d, s.Handlers()...).Deliver)
		db.Handle(h, s.Deliver)
		db.Handle(h, s.DeliverTeam)
		db.Handle(h, func(context.Context, inbox.Apply) error { close(applied); return nil })
		workers, err := db.NewWorkers(d, h, db.WorkerOptions{Concurrency: 4})
		require.NoError(t, err)
		require.NoError(t, workers.Start(t.Context()))
		t.Cleanup(func() {
			close(server.goOn)
			require.NoError(t, workers.Stop(context.WithoutCancel(t.Context())))
		})
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			for range 40 {
				if err := event.Emit(ctx, tx, identity.PasswordChanged{AccountID: identity.AccountID(alice.AccountID)}); err != nil {
					return err
				}
			}
			return nil
		}))
		for range 4 { // as many as there are workers for all else
			<-server.called
		}
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return tx.Enqueue(ctx, inbox.Apply{MessageID: "evt_1"}, db.JobOptions{})
		}))
		select {
		case <-applied:
		case <-time.After(20 * time.Second):
			require.FailNow(t, "nothing was applied")
		}
	})
}
