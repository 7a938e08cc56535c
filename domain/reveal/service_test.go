package reveal_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/reveal"
	"github.com/etal-market/etal/internal/testkit"
)

const because = "The parcel came back."

// standing asks what is revealed to somebody of subjects.
func standing(t *testing.T, w *testkit.World, by actor.Actor, subjects ...id.Any) []id.Any {
	t.Helper()
	held, err := w.App.Reveals.Standing(actor.With(t.Context(), by), subjects)
	require.NoError(t, err)
	var found []id.Any
	for _, s := range subjects {
		if len(held[s]) > 0 {
			found = append(found, s)
		}
	}
	return found
}

func TestStart_holds_for_one_operator_session_and_subject(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice, mill, olga, otto := w.Buyer("Alice"), w.Seller("Mill", testkit.Onboarded), w.Operator(), w.OperatorWith(identity.OperatorSupport)
		tea := mill.Product("Tea", "12.50", 10)
		bought, other := alice.Buys(tea.Times(1)), alice.Buys(tea.Times(1))
		subject, account := id.Any(bought.ID), id.Any(alice.Account)
		all := []id.Any{subject, id.Any(other.ID), account}

		started := w.Clock.Now()
		r, err := w.App.Reveals.Start(t.Context(), olga.Actor, reveal.Input{Subject: id.Any(bought.SellerOrders[0].ID), Reason: "  " + because + " "})
		require.NoError(t, err)
		require.Equal(t, subject, r.Subject, "a part stands for its order")
		require.Equal(t, started.Add(15*time.Minute), r.EndsAt.UTC())
		require.Equal(t, []id.Any{subject}, standing(t, w, olga.Actor, all...))
		require.Empty(t, standing(t, w, olga.SignsInAgain().Actor, all...), "another session of the same operator")
		require.Empty(t, standing(t, w, otto.Actor, all...), "another operator")
		forged := otto.Actor
		forged.SessionID = olga.Actor.SessionID
		require.Empty(t, standing(t, w, forged, all...), "another operator who knows the session")
		require.Empty(t, standing(t, w, actor.Actor{}, all...))
		require.Empty(t, standing(t, w, actor.Actor{AccountID: olga.Actor.AccountID, Role: olga.Actor.Role}, all...), "without a session")

		w.Clock.Advance(10 * time.Minute)
		_, err = w.App.Reveals.Start(t.Context(), olga.Actor, reveal.Input{Subject: account, Reason: because})
		require.NoError(t, err)
		w.Clock.Advance(5*time.Minute - time.Microsecond)
		require.Equal(t, []id.Any{subject, account}, standing(t, w, olga.Actor, all...))
		w.Clock.Advance(time.Microsecond)
		require.Equal(t, []id.Any{account}, standing(t, w, olga.Actor, all...), "at the last instant it holds no more")

		removed, err := w.App.Reveals.Sweep(t.Context())
		require.NoError(t, err)
		require.EqualValues(t, 1, removed)
		require.Equal(t, []id.Any{account}, standing(t, w, olga.Actor, all...))
	})
}

func TestStart_at_once_and_again(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice, olga := w.Buyer("Alice"), w.Operator()
		in := reveal.Input{Subject: id.Any(alice.Account), Reason: because}
		const times = 8
		errs := make(chan error, times)
		for range times {
			go func() {
				_, err := w.App.Reveals.Start(t.Context(), olga.Actor, in)
				errs <- err
			}()
		}
		for range times {
			require.NoError(t, <-errs)
		}
		w.Settle()
		require.Len(t, entries(t, w, olga.Actor), times, "each is on record")
		w.Clock.Advance(14 * time.Minute)
		_, err := w.App.Reveals.Start(t.Context(), olga.Actor, in)
		require.NoError(t, err)
		w.Clock.Advance(14 * time.Minute)
		require.Len(t, standing(t, w, olga.Actor, in.Subject), 1, "asking again begins another quarter of an hour")
		w.Clock.Advance(time.Minute)
		require.Empty(t, standing(t, w, olga.Actor, in.Subject))
	})
}

func entries(t *testing.T, w *testkit.World, by actor.Actor) []*audit.Entry {
	t.Helper()
	first := 100
	window, err := page.Args{First: &first}.Window()
	require.NoError(t, err)
	kind := reveal.Revealed{}.EventName()
	found, err := w.App.Audit.Find(t.Context(), by, audit.Filter{Kind: &kind}, window)
	require.NoError(t, err)
	return found.Nodes
}

func TestStart_is_on_record(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice, mill, olga := w.Buyer("Alice"), w.Seller("Mill", testkit.Onboarded), w.OperatorWith(identity.OperatorSupport)
		bought := alice.Buys(mill.Product("Tea", "12.50", 10).Times(1))
		r, err := w.App.Reveals.Start(actor.With(t.Context(), olga.Actor), olga.Actor, reveal.Input{Subject: id.Any(bought.ID), Reason: because})
		require.NoError(t, err)
		w.Settle()
		of := entries(t, w, w.Operator().Actor)
		require.Len(t, of, 1)
		require.Equal(t, id.Any(bought.ID), of[0].Subject)
		require.Equal(t, olga.Account, of[0].ActorID)
		require.Equal(t, "operator:support", of[0].ActorRole)
		require.Equal(t, olga.Actor.SessionID, string(of[0].SessionID))
		require.JSONEq(t, `{"reveal":"`+string(r.ID)+`","until":"`+r.EndsAt.UTC().Format(time.RFC3339Nano)+`","reason":"`+because+`"}`, of[0].AfterText)
		require.Equal(t, alice.Account, of[0].SealedAbout, "the reason is the buyer's, and goes with them")
		require.Empty(t, entries(t, w, mill.Actor), "sellers are not told")
	})
}

func TestStart_refuses(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice, mill := w.Buyer("Alice"), w.Seller("Mill", testkit.Onboarded)
		bought := alice.Buys(mill.Product("Tea", "12.50", 10).Times(1))
		subject := id.Any(bought.ID)
		admin, support := w.Operator(), w.OperatorWith(identity.OperatorSupport)
		key := admin.Key("ORDER_READ")
		viewing := support.Wearing(support.Views(mill))
		for name, c := range map[string]struct {
			by   actor.Actor
			in   reveal.Input
			want *fault.Fault
		}{
			"no reason":         {admin.Actor, reveal.Input{Subject: subject, Reason: " \n"}, fault.ErrTextRequired},
			"a long reason":     {admin.Actor, reveal.Input{Subject: subject, Reason: strings.Repeat("é", 1001)}, fault.ErrTextTooLong},
			"no subject":        {admin.Actor, reveal.Input{Reason: because}, reveal.ErrSubject},
			"nothing":           {admin.Actor, reveal.Input{Subject: id.New[id.Any]("ord"), Reason: because}, reveal.ErrSubject},
			"nobody":            {admin.Actor, reveal.Input{Subject: id.New[id.Any]("acc"), Reason: because}, reveal.ErrSubject},
			"a seller":          {admin.Actor, reveal.Input{Subject: id.Any(mill.ID), Reason: because}, reveal.ErrSubject},
			"something unknown": {admin.Actor, reveal.Input{Subject: "acc_' OR 1=1", Reason: because}, reveal.ErrSubject},
			"a program":         {key.Actor, reveal.Input{Subject: subject, Reason: because}, reveal.ErrSession},
			"as a seller":       {viewing.Actor, reveal.Input{Subject: subject, Reason: because}, reveal.ErrSession},
			"the seller":        {mill.Actor, reveal.Input{Subject: subject, Reason: because}, reveal.ErrSession},
			"the buyer":         {alice.Actor, reveal.Input{Subject: subject, Reason: because}, reveal.ErrSession},
		} {
			_, err := w.App.Reveals.Start(t.Context(), c.by, c.in)
			require.ErrorIs(t, err, c.want, name)
		}
		mill.Ships(bought)
		erase(t, w, alice)
		for by, want := range map[*testkit.Person]*fault.Fault{admin: reveal.ErrErased, support: reveal.ErrSubject} {
			_, err := w.App.Reveals.Start(t.Context(), by.SignsInAgain().Actor, reveal.Input{Subject: subject, Reason: because})
			require.ErrorIs(t, err, want, "an erased order is hidden from support")
			_, err = w.App.Reveals.Start(t.Context(), by.SignsInAgain().Actor, reveal.Input{Subject: id.Any(alice.Account), Reason: because})
			require.ErrorIs(t, err, reveal.ErrErased)
		}
		w.Settle()
		require.Empty(t, entries(t, w, w.Operator().Actor), "what was refused leaves nothing")
	})
}

// erase has a buyer's data erased, whose goods are sent and whose money has left.
func erase(t *testing.T, w *testkit.World, buyer *testkit.Person) {
	t.Helper()
	w.Advance(400 * time.Hour)
	w.Settle()
	_, err := w.App.Privacy.Request(t.Context(), buyer.SignsInAgain().Actor, privacy.RequestInput{Password: testkit.Password})
	require.NoError(t, err)
	w.Advance(15 * 24 * time.Hour)
	w.Settle()
	account, err := w.App.Identity.Account(t.Context(), buyer.Account)
	require.NoError(t, err)
	require.Nil(t, account.Email)
}
