package seller_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

const secret = "a quiet harbour 47"

type world struct {
	db      *db.DB
	people  *identity.Service
	sellers *seller.Service
}

func newWorld(d *db.DB) world {
	people := identity.New(d, identity.Options{HashMemoryKiB: 64})
	return world{d, people, seller.New(d, people, authz.Grants())}
}

func (w world) buyer(t *testing.T, name string) (actor.Actor, identity.Token) {
	t.Helper()
	in := identity.RegisterInput{Email: name + "@example.org", Name: name, Password: secret}
	opened, err := w.people.Register(t.Context(), actor.Actor{}, in)
	require.NoError(t, err)
	by, err := w.sellers.Actor(t.Context(), opened.Token, "")
	require.NoError(t, err)
	return by, opened.Token
}

func (w world) operator(t *testing.T) actor.Actor {
	t.Helper()
	in := identity.RegisterInput{Email: "op@example.org", Password: secret}
	_, err := w.people.CreateOperator(t.Context(), identity.OperatorAdmin, in)
	require.NoError(t, err)
	opened, err := w.people.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: in.Email, Password: in.Password})
	require.NoError(t, err)
	by, err := w.sellers.Actor(t.Context(), opened.Token, "operator")
	require.NoError(t, err)
	require.Equal(t, actor.Role("operator:admin"), by.Role)
	return by
}

func (w world) apply(t *testing.T, by actor.Actor, name string) *seller.Seller {
	t.Helper()
	s, err := w.sellers.Apply(t.Context(), by, seller.ApplyInput{Name: name, Country: "DE"})
	require.NoError(t, err)
	return s
}

// events lists the names of all events, in the order in which they happened.
func events(t *testing.T, d *db.DB) []string {
	t.Helper()
	var names []string
	err := d.Read(t.Context()).NewSelect().Model((*event.Record)(nil)).Column("name").OrderExpr("id").Scan(t.Context(), &names)
	require.NoError(t, err)
	return names
}

func TestService_Apply(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		alice, _ := w.buyer(t, "alice")
		s := w.apply(t, alice, "  Mühle & Söhne ")
		require.Equal(t, "Mühle & Söhne", s.Name)
		require.Equal(t, "muhle-sohne", s.Slug)
		require.Equal(t, money.Currency("EUR"), s.Currency, "that of the country")
		require.Equal(t, seller.StatusApplied, s.Status)
		m, err := w.sellers.MembershipOf(t.Context(), identity.AccountID(alice.AccountID), s.ID)
		require.NoError(t, err)
		require.Equal(t, seller.RoleOwner, m.Role)

		_, err = w.sellers.Apply(t.Context(), alice, seller.ApplyInput{Name: "Another", Country: "FR"})
		require.ErrorIs(t, err, seller.ErrApplicationPending)

		bob, _ := w.buyer(t, "bob")
		require.Equal(t, "muhle-sohne-2", w.apply(t, bob, "Muhle Sohne").Slug)
		require.Equal(t, []string{"identity.registered", "seller.applied", "identity.registered", "seller.applied"}, events(t, d))

		guest, err := w.people.GuestStart(t.Context())
		require.NoError(t, err)
		_, err = w.sellers.Apply(t.Context(), actor.Actor{AccountID: string(guest.Account.ID), Role: actor.Buyer},
			seller.ApplyInput{Name: "Third", Country: "DE"})
		require.ErrorIs(t, err, seller.ErrNeedsAccount, "whatever the hat claims, the account is read")
		_, err = w.sellers.Apply(t.Context(), actor.Actor{}, seller.ApplyInput{Name: "Third", Country: "DE"})
		require.ErrorIs(t, err, identity.ErrAccountNotFound)
	})
}

func TestService_Apply_at_once(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		const people = 6
		slugs := make([]string, people)
		errs := make([]error, 2*people)
		actors := make([]actor.Actor, people)
		for i := range people {
			actors[i], _ = w.buyer(t, fmt.Sprintf("p%d", i))
		}
		var wg sync.WaitGroup
		var mu sync.Mutex
		for i := range 2 * people { // everybody applies twice, all under one name
			wg.Go(func() {
				s, err := w.sellers.Apply(t.Context(), actors[i/2], seller.ApplyInput{Name: "Mill", Country: "DE"})
				errs[i] = err
				if err == nil {
					mu.Lock()
					defer mu.Unlock()
					slugs[i/2] = s.Slug
				}
			})
		}
		wg.Wait()
		for i := range people {
			first, second := errs[2*i], errs[2*i+1]
			require.True(t, (first == nil) != (second == nil), "one of two at once: %v, %v", first, second)
			if first == nil {
				first = second
			}
			require.ErrorIs(t, first, seller.ErrApplicationPending)
		}
		require.ElementsMatch(t, []string{"mill", "mill-2", "mill-3", "mill-4", "mill-5", "mill-6"}, slugs)
	})
}

func TestService_Apply_refuses(t *testing.T) {
	t.Parallel()

	w := newWorld(dbtest.New(t))
	alice, _ := w.buyer(t, "alice")
	wrong := money.Currency("XXQ")
	tests := map[string]struct {
		in   seller.ApplyInput
		want *fault.Fault
	}{
		"no_name":       {seller.ApplyInput{Country: "DE"}, fault.ErrTextRequired},
		"only_symbols":  {seller.ApplyInput{Name: "!!! --", Country: "DE"}, seller.ErrNameSymbols},
		"long_name":     {seller.ApplyInput{Name: strings.Repeat("m", 81), Country: "DE"}, fault.ErrTextTooLong},
		"nul":           {seller.ApplyInput{Name: "Mi\x00ll", Country: "DE"}, fault.ErrTextEncoding},
		"no_country":    {seller.ApplyInput{Name: "Mill"}, seller.ErrCountry},
		"three_letters": {seller.ApplyInput{Name: "Mill", Country: "DEU"}, seller.ErrCountry},
		"no_such_place": {seller.ApplyInput{Name: "Mill", Country: "QZ"}, seller.ErrCountry},
		"no_such_money": {seller.ApplyInput{Name: "Mill", Country: "DE", Currency: &wrong}, money.ErrCurrency},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			_, err := w.sellers.Apply(t.Context(), alice, tt.in)
			require.ErrorIs(t, err, tt.want)
		})
	}
}

func TestService_decisions(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		alice, _ := w.buyer(t, "alice")
		op := w.operator(t)
		s := w.apply(t, alice, "Mill")
		in := seller.DecideInput{SellerID: s.ID}
		why := seller.RefuseInput{SellerID: s.ID, Reason: "Counterfeits."}

		_, err := w.sellers.Suspend(t.Context(), op, why)
		require.ErrorIs(t, err, seller.ErrStatusConflict)
		require.EqualError(t, err, "This seller is APPLIED and cannot be suspended.")
		got, err := w.sellers.Approve(t.Context(), op, in)
		require.NoError(t, err)
		require.Equal(t, seller.StatusApproved, got.Status)
		require.Equal(t, op.AccountID, string(*got.DecidedBy))
		_, err = w.sellers.Approve(t.Context(), op, in)
		require.ErrorIs(t, err, seller.ErrStatusConflict)

		_, err = w.sellers.Suspend(t.Context(), op, seller.RefuseInput{SellerID: s.ID, Reason: " "})
		require.ErrorIs(t, err, fault.ErrTextRequired, "a refusal has a reason")
		got, err = w.sellers.Suspend(t.Context(), op, why)
		require.NoError(t, err)
		require.Equal(t, "Counterfeits.", got.Reason)
		got, err = w.sellers.Reinstate(t.Context(), op, in)
		require.NoError(t, err)
		require.Equal(t, seller.StatusApproved, got.Status)
		require.Empty(t, got.Reason)
		_, err = w.sellers.Reject(t.Context(), op, why)
		require.ErrorIs(t, err, seller.ErrStatusConflict)
		_, err = w.sellers.Approve(t.Context(), op, seller.DecideInput{SellerID: seller.NewID()})
		require.ErrorIs(t, err, seller.ErrNotFound)
		require.Equal(t, []string{"seller.applied", "seller.approved", "seller.suspended", "seller.reinstated"},
			events(t, d)[2:])
	})
}

func TestService_two_operators_at_once(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		alice, _ := w.buyer(t, "alice")
		op := w.operator(t)
		for range 5 {
			s := w.apply(t, alice, "Mill")
			errs := make([]error, 6)
			var wg sync.WaitGroup
			for i := range errs {
				wg.Go(func() {
					if i%2 == 0 {
						_, errs[i] = w.sellers.Approve(t.Context(), op, seller.DecideInput{SellerID: s.ID})
						return
					}
					_, errs[i] = w.sellers.Reject(t.Context(), op, seller.RefuseInput{SellerID: s.ID, Reason: "No."})
				})
			}
			wg.Wait()
			won := 0
			for _, err := range errs {
				if err == nil {
					won++
					continue
				}
				require.ErrorIs(t, err, seller.ErrStatusConflict)
			}
			require.Equal(t, 1, won)
		}
		decided := 0
		for _, name := range events(t, d) {
			if name == "seller.approved" || name == "seller.rejected" {
				decided++
			}
		}
		require.Equal(t, 5, decided, "one piece of news for each decision")
	})
}

func TestService_Get_shows_the_public_open_sellers_only(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		alice, aliceToken := w.buyer(t, "alice")
		bob, _ := w.buyer(t, "bob")
		op := w.operator(t)
		s := w.apply(t, alice, "Mill")
		owner, err := w.sellers.Actor(t.Context(), aliceToken, string(s.ID))
		require.NoError(t, err)

		see := func(by actor.Actor) error {
			_, err := w.sellers.Get(t.Context(), by, s.ID)
			_, bySlug := w.sellers.BySlug(t.Context(), by, s.Slug)
			require.Equal(t, err, bySlug)
			return err
		}
		require.NoError(t, see(owner))
		require.NoError(t, see(op))
		for _, by := range []actor.Actor{{}, alice, bob} {
			require.ErrorIs(t, see(by), seller.ErrNotFound)
		}
		_, err = w.sellers.Approve(t.Context(), op, seller.DecideInput{SellerID: s.ID})
		require.NoError(t, err)
		require.NoError(t, see(bob))
		_, err = w.sellers.Suspend(t.Context(), op, seller.RefuseInput{SellerID: s.ID, Reason: "x"})
		require.NoError(t, err)
		require.ErrorIs(t, see(bob), seller.ErrNotFound)
	})
}

func TestService_FindAsOperator(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		op := w.operator(t)
		var all []seller.ID
		for i, name := range []string{"Café Noir", "100% Wool", "Under_Score", "Wool & Yarn", "Mill"} {
			by, _ := w.buyer(t, fmt.Sprintf("p%d", i))
			all = append([]seller.ID{w.apply(t, by, name).ID}, all...)
		}
		_, err := w.sellers.Approve(t.Context(), op, seller.DecideInput{SellerID: all[0]})
		require.NoError(t, err)

		find := func(f seller.Filter, a page.Args) *page.Connection[seller.Seller] {
			window, err := a.Window()
			require.NoError(t, err)
			c, err := w.sellers.FindAsOperator(t.Context(), f, window)
			require.NoError(t, err)
			return c
		}
		two := 2
		require.Equal(t, all, walk(t, find, func(p page.Info) page.Args { return page.Args{First: &two, After: p.EndCursor} }, false))
		require.Equal(t, all, walk(t, find, func(p page.Info) page.Args { return page.Args{Last: &two, Before: p.StartCursor} }, true))

		names := func(search string) (found []string) {
			for _, s := range find(seller.Filter{Search: &search}, page.Args{}).Nodes {
				found = append(found, s.Name)
			}
			return found
		}
		require.Equal(t, []string{"Café Noir"}, names("CAFE"))
		require.Equal(t, []string{"Wool & Yarn", "100% Wool"}, names("wool"))
		require.Equal(t, []string{"100% Wool"}, names("%"), "no wildcard")
		require.Equal(t, []string{"Under_Score"}, names("_"), "no wildcard")
		require.Empty(t, names(`\`))
		require.Empty(t, names("' OR 1=1 --"))
		approved := seller.StatusApproved
		require.Len(t, find(seller.Filter{Status: &approved}, page.Args{}).Nodes, 1)
		here, elsewhere := find(seller.Filter{}, page.Args{}).Nodes[0].Country, "XX"
		require.Len(t, find(seller.Filter{Country: &here}, page.Args{}).Nodes, len(all))
		require.Empty(t, find(seller.Filter{Country: &elsewhere}, page.Args{}).Nodes)
	})
}

// walk reads a list page by page, forwards or backwards, and returns the ids in
// the order of the list.
func walk(t *testing.T, find func(seller.Filter, page.Args) *page.Connection[seller.Seller],
	next func(page.Info) page.Args, backward bool,
) (ids []seller.ID) {
	t.Helper()
	info := page.Info{}
	for range 10 {
		c := find(seller.Filter{}, next(info))
		var here []seller.ID
		for _, s := range c.Nodes {
			here = append(here, s.ID)
		}
		if backward {
			ids = append(here, ids...)
		} else {
			ids = append(ids, here...)
		}
		info = *c.PageInfo
		if backward && !info.HasPreviousPage || !backward && !info.HasNextPage {
			return ids
		}
	}
	t.Fatal("the list does not end")
	return nil
}

func TestService_FindAsOperator_refuses_a_foreign_cursor(t *testing.T) {
	t.Parallel()

	w := newWorld(dbtest.New(t))
	for _, c := range []string{"x", "e30", page.Cursor([]int{1}), page.Cursor(map[string]string{"i": "prd_x"})} {
		window, err := page.Args{After: &c}.Window()
		require.NoError(t, err)
		_, err = w.sellers.FindAsOperator(t.Context(), seller.Filter{}, window)
		require.ErrorIs(t, err, page.ErrCursor, c)
	}
}

func TestService_Actor(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		alice, token := w.buyer(t, "alice")
		_, bobToken := w.buyer(t, "bob")
		op := w.operator(t)
		s := w.apply(t, alice, "Mill")
		guest, err := w.people.GuestStart(t.Context())
		require.NoError(t, err)

		nobody, err := w.sellers.Actor(t.Context(), "", "")
		require.NoError(t, err)
		require.Equal(t, actor.Actor{Role: actor.Anonymous}, nobody)
		by, err := w.sellers.Actor(t.Context(), guest.Token, "")
		require.NoError(t, err)
		require.Equal(t, actor.Guest, by.Role)

		by, err = w.sellers.Actor(t.Context(), token, string(s.ID))
		require.NoError(t, err)
		require.Equal(t, actor.Role("seller:owner"), by.Role)
		require.True(t, by.ReadOnly, "an application is not edited")
		_, err = w.sellers.Approve(t.Context(), op, seller.DecideInput{SellerID: s.ID})
		require.NoError(t, err)
		by, err = w.sellers.Actor(t.Context(), token, string(s.ID))
		require.NoError(t, err)
		require.False(t, by.ReadOnly)

		for name, tt := range map[string]struct {
			token identity.Token
			actAs string
			want  *fault.Fault
		}{
			"no_session":       {"", string(s.ID), identity.ErrSessionInvalid},
			"bad_token":        {"etal_ses_nonsense", "", identity.ErrSessionInvalid},
			"not_a_member":     {bobToken, string(s.ID), seller.ErrNotMember},
			"no_such_seller":   {token, string(seller.NewID()), seller.ErrNotMember},
			"no_operator":      {token, "operator", seller.ErrNotOperator},
			"a_role":           {token, "operator:admin", seller.ErrNotMember},
			"a_seller_role":    {token, "seller:owner", seller.ErrNotMember},
			"guest_as_seller":  {guest.Token, string(s.ID), seller.ErrNotMember},
			"guest_operator":   {guest.Token, "operator", seller.ErrNotOperator},
			"two_sellers":      {token, string(s.ID) + "," + string(s.ID), seller.ErrNotMember},
			"very_long":        {token, strings.Repeat("s", 1<<16), seller.ErrNotMember},
			"wildcard":         {token, "%", seller.ErrNotMember},
			"upper_case":       {token, strings.ToUpper(string(s.ID)), seller.ErrNotMember},
			"trailing_newline": {token, string(s.ID) + "\n", seller.ErrNotMember},
		} {
			_, err := w.sellers.Actor(t.Context(), tt.token, tt.actAs)
			require.ErrorIs(t, err, tt.want, name)
		}
	})
}

func TestService_Hats(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		alice, token := w.buyer(t, "alice")
		_, _ = w.buyer(t, "bob")
		op := w.operator(t)
		s := w.apply(t, alice, "Mill")
		_, err := w.sellers.Approve(t.Context(), op, seller.DecideInput{SellerID: s.ID})
		require.NoError(t, err)
		owner, err := w.sellers.Actor(t.Context(), token, string(s.ID))
		require.NoError(t, err)

		w.join(t, owner, op, seller.Charge{Role: seller.RoleSupport})

		account, err := w.people.Account(t.Context(), identity.AccountID(op.AccountID))
		require.NoError(t, err)
		hats, err := w.sellers.Hats(t.Context(), account, identity.SessionID(op.SessionID))
		require.NoError(t, err)
		require.Len(t, hats, 3)
		require.Equal(t, seller.HatBuyer, hats[0].Kind)
		require.Equal(t, actor.Role("seller:support"), hats[1].Actor.Role)
		require.Equal(t, string(s.ID), *hats[1].ActAs)
		require.Equal(t, "Mill", hats[1].Seller.Name)
		require.Equal(t, actor.Role("operator:admin"), hats[2].Actor.Role)
	})
}

func TestService_EnsurePlatform(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		ids := make([]seller.ID, 4)
		var wg sync.WaitGroup
		for i := range ids {
			wg.Go(func() { ids[i] = ensure(t, t.Context(), w) })
		}
		wg.Wait()
		for _, got := range ids {
			require.Equal(t, ids[0], got)
		}
		require.Equal(t, []string{"seller.approved"}, events(t, d))
	})
}

func ensure(t *testing.T, ctx context.Context, w world) seller.ID {
	t.Helper()
	s, err := w.sellers.EnsurePlatform(ctx, seller.ApplyInput{Name: "Étal", Country: "FR"})
	if err != nil {
		t.Error(err)
		return ""
	}
	return s.ID
}
