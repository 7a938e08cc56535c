package notification_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// picky is a mail server that fails for some mailboxes.
type picky struct {
	fails map[string][]error // by address: what it answers before it takes a mail
	tried map[string]int
	taken map[string][]string // ids of what it has taken, by address
}

func (p *picky) Send(ctx context.Context, m notification.Message) error {
	db.MustBeOutside(ctx)
	p.tried[m.To]++
	if left := p.fails[m.To]; len(left) > 0 {
		p.fails[m.To] = left[1:]
		return left[0]
	}
	p.taken[m.To] = append(p.taken[m.To], m.ID)
	return nil
}

// A mailbox that refuses is its own trouble: the other owner gets the mail once, and
// nothing is parked.
func TestDeliver_one_mailbox_that_refuses_costs_nobody_else_a_mail(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		olaf := mill.Member("Olaf", seller.RoleOwner)
		w.Settle()
		later, never := errors.New("451 later"), fmt.Errorf("550: %w", notification.ErrRefused)
		for i, c := range []struct {
			name               string
			mill, olaf         []error
			millTried, olafGot int
		}{
			{name: "for ever", olaf: []error{never}, millTried: 1},
			{name: "three times", olaf: []error{later, later, later}, millTried: 1, olafGot: 1},
			{name: "this time, and then for ever", olaf: []error{later, never}, millTried: 1},
			{name: "nobody gets it at first", mill: []error{later}, olaf: []error{later}, millTried: 2, olafGot: 1},
			{name: "the other one never", mill: []error{never}, olaf: []error{later}, millTried: 1, olafGot: 1},
		} {
			for _, job := range []db.Job{
				notification.Mail{ID: notification.MailID(fmt.Sprint("mal_approved", i)), Template: notification.SellerApproved, Seller: mill.ID},
				notification.TeamMail{ID: notification.MailID(fmt.Sprint("mal_legal", i)), About: seller.LegalChanged{}.EventName(), To: notification.ToOwners, Seller: mill.ID},
			} {
				server := &picky{fails: map[string][]error{mill.Email: c.mill, olaf.Email: c.olaf}, tried: map[string]int{}, taken: map[string][]string{}}
				deliverAlone(t, w, server, job)
				require.Equal(t, c.millTried, server.tried[mill.Email], "%s: %T", c.name, job)
				require.Len(t, server.taken[olaf.Email], c.olafGot, "%s: %T", c.name, job)
				require.LessOrEqual(t, len(server.taken[mill.Email]), 1)
				require.NotEqual(t, server.taken[mill.Email], server.taken[olaf.Email], "each is a message of its own")
			}
		}
	})
}

// deliverAlone does a mail's job, and those that it leads to, until none is left or parked.
func deliverAlone(t *testing.T, w *testkit.World, server notification.Sender, job db.Job) {
	t.Helper()
	s, err := notification.New(notification.Sources{
		People: w.App.Identity, Sellers: w.App.Sellers, Box: notification.NewBox(w.DB),
	}, server, notification.Options{})
	require.NoError(t, err)
	h := &db.Handlers{}
	db.Handle(h, s.Deliver)
	db.Handle(h, s.DeliverTeam)
	require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		return tx.Enqueue(ctx, job, db.JobOptions{})
	}))
	_, err = w.DB.Drain(t.Context(), h, w.Clock.Now())
	require.NoError(t, err)
	left, err := w.DB.UnfinishedJobs(t.Context(), job.Kind())
	require.NoError(t, err)
	require.Empty(t, left, "neither waits nor parked")
}
