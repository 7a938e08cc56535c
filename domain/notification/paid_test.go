package notification_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/internal/testkit"
)

// refusing is a sender that refuses mails about some part of an order.
type refusing struct {
	subject string // what the subject of a refused mail ends with; empty: none is refused
	taken   []notification.Message
}

func (r *refusing) Send(ctx context.Context, m notification.Message) error {
	db.MustBeOutside(ctx)
	if r.subject != "" && strings.HasSuffix(m.Subject, r.subject) {
		return errors.New("no such mailbox")
	}
	r.taken = append(r.taken, m)
	return nil
}

// The mails of an order are one job: one to the buyer and one to each seller, each of
// which is told once in the app. One that is refused is tried again alone, with its
// own id, and nobody else gets theirs twice.
func TestOrderPaid_mails_are_one_job(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln")
		o := w.Buyer("Alice").Buys(mill.Product("Tea", "12.50", 10).Times(1), kiln.Product("Bowl", "20", 10).Times(1))
		sender := &refusing{subject: o.SellerOrders[1].Number}
		s, err := notification.New(notification.Sources{
			People: w.App.Identity, Sellers: w.App.Sellers, Orders: w.App.Orders, Box: notification.NewBox(w.DB),
		}, sender, notification.Options{})
		require.NoError(t, err)
		kind := notification.Mail{}.Kind()
		left, err := w.DB.UnfinishedJobs(t.Context(), kind)
		require.NoError(t, err)
		require.Empty(t, left, "those of the order are done")

		told := func() (n int) {
			require.NoError(t, w.DB.Read(t.Context()).NewRaw("SELECT count(*) FROM notifications WHERE mail_id LIKE 'mal_ours%'").Scan(t.Context(), &n))
			return n
		}
		m := notification.Mail{ID: "mal_ours", Template: notification.OrderPaid, Order: o.ID, Sellers: true}
		require.NoError(t, s.Deliver(t.Context(), m))
		require.Len(t, sender.taken, 2, "the buyer and one seller")
		require.Equal(t, "Order "+o.Number+" is paid", sender.taken[0].Subject)
		require.Equal(t, "New order "+o.SellerOrders[0].Number, sender.taken[1].Subject)
		require.Contains(t, sender.taken[0].Text, "Hello Alice,")
		require.NotEqual(t, sender.taken[0].ID, sender.taken[1].ID)
		require.Equal(t, 3, told())

		left, err = w.DB.UnfinishedJobs(t.Context(), kind)
		require.NoError(t, err)
		require.Len(t, left, 1, "the one that was refused")
		var again notification.Mail
		require.NoError(t, json.Unmarshal([]byte(left[0]), &again))
		require.Equal(t, o.SellerOrders[1].ID, again.SellerOrder)
		require.Error(t, s.Deliver(t.Context(), again), "and it is tried again as any other")
		sender.subject = ""
		require.NoError(t, s.Deliver(t.Context(), again))
		require.Len(t, sender.taken, 3)
		require.Equal(t, 3, told(), "in the app it was told the first time")

		require.NoError(t, s.Deliver(t.Context(), m), "a job may run twice")
		require.Len(t, sender.taken, 6)
		require.Equal(t, sender.taken[2].ID, sender.taken[5].ID, "the receiver can tell that it is one message")
		require.Equal(t, 3, told())
	})
}

// Who orders says any address. Somebody else's is not greeted, for then a stranger would
// write what the mail begins with.
func TestOrderPaid_greets_by_name_who_has_confirmed_the_address(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice, tea := w.Buyer("Alice"), w.Seller("Mill").Product("Tea", "12.50", 10)
		sender := &refusing{}
		s, err := notification.New(notification.Sources{
			People: w.App.Identity, Sellers: w.App.Sellers, Orders: w.App.Orders, Box: notification.NewBox(w.DB),
		}, sender, notification.Options{})
		require.NoError(t, err)
		for address, greeting := range map[string]string{strings.ToUpper(alice.Email): "Hello Alice,", "stranger@example.org": "Hello,"} {
			to := alice.Address()
			to.Name = "Claim at evil.example"
			placed, err := w.App.Checkout.Complete(t.Context(), alice.Account, checkout.CompleteInput{
				CartID: alice.Cart(tea.Times(1)).ID, Email: &address, IdempotencyKey: "to " + address, ShippingAddress: to,
			})
			require.NoError(t, err)
			for _, template := range []notification.Template{notification.OrderPaid, notification.PaymentRefused} {
				sender.taken = nil
				require.NoError(t, s.Deliver(t.Context(), notification.Mail{ID: notification.MailID("mal_" + address), Template: template, Order: placed.ID}))
				require.NotEmpty(t, sender.taken, template)
				require.Equal(t, address, sender.taken[0].To)
				require.True(t, strings.HasPrefix(sender.taken[0].Text, greeting), sender.taken[0].Text)
				require.NotContains(t, sender.taken[0].Text, "evil.example")
			}
		}
	})
}

// A mail that comes late says nothing that is not true any more.
func TestPaymentRefused_is_not_told_of_what_was_paid_meanwhile(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		o := w.Buyer("Alice").Buys(w.Seller("Mill").Product("Tea", "12.50", 10).Times(1))
		sender := &refusing{}
		s, err := notification.New(notification.Sources{People: w.App.Identity, Orders: w.App.Orders}, sender, notification.Options{})
		require.NoError(t, err)
		require.NoError(t, s.Deliver(t.Context(), notification.Mail{ID: "mal_late", Template: notification.PaymentRefused, Order: o.ID}))
		require.Empty(t, sender.taken)
	})
}
