package terms_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/internal/testkit"
)

// publishes puts a version in force after a time.
func publishes(t *testing.T, w *testkit.World, olga *testkit.Person, kind terms.Kind, in time.Duration) *terms.Version {
	t.Helper()
	at := w.Clock.Now().Add(in)
	v, err := w.App.Terms.Publish(t.Context(), olga.Actor, terms.PublishInput{
		Kind: kind, Title: "The " + string(kind), Text: "# Be *fair*.", InForceFrom: &at,
	})
	require.NoError(t, err)
	return v
}

// from is a request of somebody from an address.
func from(t *testing.T, p *testkit.Person) context.Context {
	t.Helper()
	return actor.With(actor.WithRequest(t.Context(), "req_1", "192.0.2.77"), p.Actor)
}

func accepts(t *testing.T, w *testkit.World, p *testkit.Person, ids ...terms.VersionID) error {
	t.Helper()
	given, err := w.App.Terms.Accept(from(t, p), p.Actor, terms.AcceptInput{VersionIDs: ids})
	if err == nil {
		require.NotEmpty(t, given)
	}
	return err
}

// history is what an account has answered, the latest first.
func history(t *testing.T, w *testkit.World, p *testkit.Person) []*terms.Answer {
	t.Helper()
	found, err := w.App.Terms.Answers(t.Context(), p.Actor, page.Window{Size: 50})
	require.NoError(t, err)
	return found.Nodes
}

func inForce(t *testing.T, w *testkit.World, kind terms.Kind) *terms.Version {
	t.Helper()
	v, err := w.App.Terms.InForce(t.Context(), kind)
	require.NoError(t, err)
	return v
}

func pending(t *testing.T, w *testkit.World, p *testkit.Person) (ids []terms.VersionID) {
	t.Helper()
	found, err := w.App.Terms.Pending(t.Context(), p.Actor)
	require.NoError(t, err)
	for _, v := range found {
		ids = append(ids, v.ID)
	}
	return ids
}

func TestPublish_versions_follow_each_other_to_the_microsecond(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice := w.Operator(), w.Buyer("Alice")
		require.Nil(t, inForce(t, w, terms.BuyerTerms))
		require.Empty(t, pending(t, w, alice), "nothing was published")

		first := publishes(t, w, olga, terms.BuyerTerms, 0)
		require.EqualValues(t, 1, first.Number)
		require.Len(t, first.TextHash, 64)
		require.Equal(t, first.ID, inForce(t, w, terms.BuyerTerms).ID, "at once")
		require.Nil(t, inForce(t, w, terms.SellerTerms), "of its own kind only")
		second := publishes(t, w, olga, terms.BuyerTerms, time.Hour)
		require.EqualValues(t, 2, second.Number)
		w.Clock.Advance(time.Hour - time.Microsecond)
		require.Equal(t, first.ID, inForce(t, w, terms.BuyerTerms).ID)
		require.Equal(t, []terms.VersionID{first.ID}, pending(t, w, alice))
		require.ErrorIs(t, accepts(t, w, alice, second.ID), terms.ErrNotInForce, "a microsecond early")
		require.NoError(t, accepts(t, w, alice, first.ID))
		require.Empty(t, pending(t, w, alice))

		w.Clock.Advance(time.Microsecond)
		require.Equal(t, second.ID, inForce(t, w, terms.BuyerTerms).ID)
		require.Equal(t, []terms.VersionID{second.ID}, pending(t, w, alice), "the first does not count for the second")
		require.ErrorIs(t, accepts(t, w, w.Buyer("Bob"), first.ID), terms.ErrNotInForce, "it is replaced")
		require.NoError(t, accepts(t, w, alice, second.ID))
		require.Len(t, history(t, w, alice), 2)
	})
}

func TestPublish_refuses_what_would_change_the_past(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga := w.Operator()
		publish := func(change func(*terms.PublishInput)) error {
			at := w.Clock.Now().Add(time.Hour)
			in := terms.PublishInput{Kind: terms.SellerTerms, Title: "Terms", Text: "Text.", InForceFrom: &at}
			change(&in)
			_, err := w.App.Terms.Publish(t.Context(), olga.Actor, in)
			return err
		}
		require.ErrorIs(t, publish(func(in *terms.PublishInput) {
			past := w.Clock.Now().Add(-time.Microsecond)
			in.InForceFrom = &past
		}), terms.ErrPast)
		require.ErrorIs(t, publish(func(in *terms.PublishInput) { in.Kind = "LICENCE" }), terms.ErrKind)
		require.ErrorIs(t, publish(func(in *terms.PublishInput) { in.Link = "https://market.example/terms" }), terms.ErrTextOrLink)
		require.ErrorIs(t, publish(func(in *terms.PublishInput) { in.Text = "" }), terms.ErrTextOrLink)
		for _, link := range []string{"http://market.example", "javascript:alert(1)", "https://", "https://a:b@market.example", "https://market.example/a b"} {
			require.ErrorIs(t, publish(func(in *terms.PublishInput) { in.Text, in.Link = "", link }), terms.ErrLink, link)
		}
		require.Error(t, publish(func(in *terms.PublishInput) { in.Text = strings.Repeat("ä", 50_001) }))
		require.Error(t, publish(func(in *terms.PublishInput) { in.Title = "a\x00b" }))
		require.NoError(t, publish(func(in *terms.PublishInput) { in.Text = strings.Repeat("ä", 50_000) }))
		require.ErrorIs(t, publish(func(*terms.PublishInput) {}), terms.ErrOrder, "not at the same instant")
		require.ErrorIs(t, publish(func(in *terms.PublishInput) { in.InForceFrom = nil }), terms.ErrOrder, "not before it")

		for _, statement := range []string{
			"UPDATE terms_versions SET body = 'Other.', link = ''", "UPDATE terms_versions SET in_force_from = published_at", "DELETE FROM terms_versions",
		} {
			require.Error(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw(statement).Exec(ctx)
				return err
			}), statement)
		}
	})
}

func TestPublish_at_once_numbers_each_version_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga := w.Operator()
		var wg sync.WaitGroup
		errs := make([]error, 6)
		for i := range errs {
			wg.Go(func() {
				at := w.Clock.Now().Add(time.Duration(i) * time.Hour)
				_, errs[i] = w.App.Terms.Publish(t.Context(), olga.Actor, terms.PublishInput{Kind: terms.Marketing, Title: "News", Text: "Yes.", InForceFrom: &at})
			})
		}
		wg.Wait()
		done := 0
		for _, err := range errs {
			if err == nil {
				done++
				continue
			}
			require.True(t, terms.ErrMeanwhile.Is(err) || terms.ErrOrder.Is(err), "%v", err)
		}
		require.Positive(t, done)
		all, err := w.App.Terms.Find(t.Context(), terms.Filter{}, page.Window{Size: 50})
		require.NoError(t, err)
		require.Len(t, all.Nodes, done)
		for i, v := range all.Nodes {
			require.EqualValues(t, done-i, v.Number)
		}
	})
}

func TestWithdraw_ends_only_what_is_to_come(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice := w.Operator(), w.Buyer("Alice")
		first, second := publishes(t, w, olga, terms.BuyerTerms, 0), publishes(t, w, olga, terms.BuyerTerms, time.Hour)
		withdraw := func(v *terms.Version) error {
			_, err := w.App.Terms.Withdraw(t.Context(), olga.Actor, terms.WithdrawInput{VersionID: v.ID})
			return err
		}
		require.ErrorIs(t, withdraw(first), terms.ErrInForce)
		require.ErrorIs(t, withdraw(&terms.Version{ID: "tmv_none"}), terms.ErrVersionNotFound)
		require.NoError(t, withdraw(second))
		require.ErrorIs(t, withdraw(second), terms.ErrInForce, "twice")
		third := publishes(t, w, olga, terms.BuyerTerms, 30*time.Minute)
		require.EqualValues(t, 3, third.Number, "before the one that was withdrawn, with a number of its own")
		w.Clock.Advance(2 * time.Hour)
		require.Equal(t, third.ID, inForce(t, w, terms.BuyerTerms).ID)
		require.ErrorIs(t, withdraw(third), terms.ErrInForce)
		require.ErrorIs(t, accepts(t, w, alice, second.ID), terms.ErrNotInForce)

		w.Settle()
		for kind, number := range map[string]int{"terms.published": 3, "terms.withdrawn": 1} {
			entries, err := w.App.Audit.Find(t.Context(), olga.Actor, audit.Filter{Kind: &kind}, page.Window{Size: 50})
			require.NoError(t, err)
			require.Len(t, entries.Nodes, number, kind)
		}
	})
}

func TestAccept_twice_at_once_is_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice := w.Operator(), w.Buyer("Alice")
		buying, consent := publishes(t, w, olga, terms.BuyerTerms, 0), publishes(t, w, olga, terms.Marketing, 0)
		var wg sync.WaitGroup
		ids := make([]terms.AnswerID, 8)
		errs := make([]error, len(ids))
		for i := range ids {
			wg.Go(func() {
				var given []*terms.Answer
				given, errs[i] = w.App.Terms.Accept(from(t, alice), alice.Actor, terms.AcceptInput{VersionIDs: []terms.VersionID{consent.ID, buying.ID, consent.ID}})
				if errs[i] == nil {
					ids[i] = given[1].ID
				}
			})
		}
		wg.Wait()
		for i := range ids {
			require.NoError(t, errs[i])
			require.Equal(t, ids[0], ids[i], "all are told of one answer")
		}
		all := history(t, w, alice)
		require.Len(t, all, 2)
		for _, a := range all {
			require.True(t, a.IsGiven())
			require.Equal(t, "192.0.2.0/24", a.Address, "the network, not the address")
			require.Equal(t, actor.Buyer, a.Role)
			require.Empty(t, a.SellerID)
			require.NotEmpty(t, a.Version.Title)
		}
		for _, statement := range []string{
			"UPDATE terms_answers SET turn = 3", "UPDATE terms_answers SET address = '198.51.100.0/24'", "DELETE FROM terms_answers",
		} {
			require.Error(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw(statement).Exec(ctx)
				return err
			}), statement)
		}
	})
}

func TestAccept_refuses_what_cannot_be_accepted(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice, mill := w.Operator(), w.Buyer("Alice"), w.Seller("Mill")
		v := publishes(t, w, olga, terms.BuyerTerms, 0)
		require.ErrorIs(t, accepts(t, w, alice), terms.ErrNoneNamed)
		require.ErrorIs(t, accepts(t, w, alice, v.ID, "tmv_none"), terms.ErrNotInForce)
		require.Empty(t, history(t, w, alice), "all or nothing")
		many := make([]terms.VersionID, 21)
		for i := range many {
			many[i] = v.ID
		}
		require.ErrorIs(t, accepts(t, w, alice, many...), terms.ErrTooMany)
		require.NoError(t, accepts(t, w, alice, many[1:]...))
		_, err := w.App.Terms.Accept(t.Context(), actor.Actor{Role: actor.Anonymous}, terms.AcceptInput{VersionIDs: many[:1]})
		require.ErrorIs(t, err, terms.ErrSignIn)
		viewing := olga.Wearing(olga.Views(mill))
		require.ErrorIs(t, accepts(t, w, viewing, v.ID), terms.ErrViewing)
		require.Empty(t, history(t, w, viewing))
		require.Empty(t, history(t, w, w.Buyer("Bob")), "answers are their owner's")
		pendingSession := alice.Actor
		pendingSession.Role = actor.Pending
		found, err := w.App.Terms.Answers(t.Context(), pendingSession, page.Window{Size: 50})
		require.NoError(t, err)
		require.Empty(t, found.Nodes)
	})
}

func TestWithdrawConsent_is_as_easy_as_giving_and_keeps_the_history(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice := w.Operator(), w.Buyer("Alice")
		takeBack := func(kind terms.Kind) int {
			taken, err := w.App.Terms.WithdrawConsent(from(t, alice), alice.Actor, terms.ConsentWithdrawInput{Kind: kind})
			require.NoError(t, err)
			return len(taken)
		}
		first := publishes(t, w, olga, terms.Marketing, 0)
		require.Empty(t, pending(t, w, alice), "a consent is never demanded")
		require.Zero(t, takeBack(terms.Marketing), "none was given")
		require.NoError(t, accepts(t, w, alice, first.ID))
		w.Clock.Advance(time.Minute)
		require.Equal(t, 1, takeBack(terms.Marketing))
		require.Zero(t, takeBack(terms.Marketing), "twice")
		require.NoError(t, accepts(t, w, alice, first.ID), "and again")
		second := publishes(t, w, olga, terms.Marketing, time.Second)
		w.Clock.Advance(time.Second)
		require.NoError(t, accepts(t, w, alice, second.ID))
		require.Equal(t, 2, takeBack(terms.Marketing), "of whichever version")

		var said []bool
		for _, a := range history(t, w, alice) {
			said = append(said, a.IsGiven())
		}
		require.Len(t, said, 6)
		given := 0
		for _, yes := range said {
			if yes {
				given++
			}
		}
		require.Equal(t, 3, given)
		_, err := w.App.Terms.WithdrawConsent(from(t, alice), alice.Actor, terms.ConsentWithdrawInput{Kind: terms.BuyerTerms})
		require.ErrorIs(t, err, terms.ErrNotConsent)
	})
}

func TestWithdrawConsent_at_once_takes_back_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice := w.Operator(), w.Buyer("Alice")
		v := publishes(t, w, olga, terms.Marketing, 0)
		require.NoError(t, accepts(t, w, alice, v.ID))
		var wg sync.WaitGroup
		taken := make([]int, 8)
		errs := make([]error, len(taken))
		for i := range taken {
			wg.Go(func() {
				var back []*terms.Answer
				back, errs[i] = w.App.Terms.WithdrawConsent(from(t, alice), alice.Actor, terms.ConsentWithdrawInput{Kind: terms.Marketing})
				taken[i] = len(back)
			})
		}
		wg.Wait()
		sum := 0
		for i := range taken {
			require.NoError(t, errs[i])
			sum += taken[i]
		}
		require.Equal(t, 1, sum)
		require.Len(t, history(t, w, alice), 2)
	})
}

func TestAnswers_are_paged_both_ways(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice := w.Operator(), w.Buyer("Alice")
		v := publishes(t, w, olga, terms.Marketing, 0)
		for range 3 {
			require.NoError(t, accepts(t, w, alice, v.ID))
			w.Clock.Advance(time.Second)
			_, err := w.App.Terms.WithdrawConsent(from(t, alice), alice.Actor, terms.ConsentWithdrawInput{Kind: terms.Marketing})
			require.NoError(t, err)
			w.Clock.Advance(time.Second)
		}
		two, all := 2, history(t, w, alice)
		require.Len(t, all, 6)
		var seen []terms.AnswerID
		args := page.Args{First: &two}
		for {
			window, err := args.Window()
			require.NoError(t, err)
			found, err := w.App.Terms.Answers(t.Context(), alice.Actor, window)
			require.NoError(t, err)
			for _, a := range found.Nodes {
				seen = append(seen, a.ID)
			}
			if !found.PageInfo.HasNextPage {
				break
			}
			args.After = found.PageInfo.EndCursor
		}
		require.Len(t, seen, 6)
		for i, a := range all {
			require.Equal(t, a.ID, seen[i])
		}
		window, err := page.Args{Last: &two}.Window()
		require.NoError(t, err)
		found, err := w.App.Terms.Answers(t.Context(), alice.Actor, window)
		require.NoError(t, err)
		require.Equal(t, all[4].ID, found.Nodes[0].ID)
	})
}
