package apikey_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

var start = time.Date(2035, 3, 5, 9, 0, 0, 0, time.UTC)

// world is a seller with an owner, a manager and a member of the catalogue, and
// an operator.
type world struct {
	t       *testing.T
	d       *db.DB
	clock   *clock.Manual
	people  *identity.Service
	sellers *seller.Service
	keys    *apikey.Service

	owner, manager, catalog, admin actor.Actor
	mill                           seller.ID
}

func grants(by actor.Actor, permission string) bool {
	return authz.Grantable(by, authz.Permission(permission))
}

// each tells a story on both databases.
func each(t *testing.T, story func(w *world)) {
	t.Helper()
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		w := &world{t: t, d: d, clock: c, people: identity.New(d, identity.Options{HashMemoryKiB: 64})}
		w.sellers = seller.New(d, w.people, authz.Grants())
		w.keys = w.service(apikey.Options{})
		self := w.person("olga")
		applied, err := w.sellers.Apply(t.Context(), self, seller.ApplyInput{Name: "Mill", Country: "DE"})
		require.NoError(t, err)
		w.mill = applied.ID
		_, err = w.sellers.Approve(t.Context(), actor.Actor{Role: actor.System}, seller.DecideInput{SellerID: w.mill})
		require.NoError(t, err)
		w.owner = w.hat(self)
		w.manager, w.catalog = w.member("mara", seller.RoleManager), w.member("cara", seller.RoleCatalog)
		made, err := w.people.CreateOperator(t.Context(), identity.OperatorAdmin, identity.RegisterInput{
			Email: "ada@example.org", Password: "a quiet harbour 47",
		})
		require.NoError(t, err)
		w.admin = actor.Actor{AccountID: string(made.ID), Role: "operator:admin"}
		story(w)
	})
}

func (w *world) service(o apikey.Options) *apikey.Service {
	o.Grants = grants
	return apikey.New(w.d, w.people, w.sellers, o)
}

func (w *world) person(name string) actor.Actor {
	w.t.Helper()
	opened, err := w.people.Register(w.t.Context(), actor.Actor{}, identity.RegisterInput{
		Email: name + "@example.org", Name: name, Password: "a quiet harbour 47",
	})
	require.NoError(w.t, err)
	return actor.Actor{AccountID: string(opened.Account.ID), SessionID: string(opened.Session.ID), Role: actor.Buyer}
}

// hat puts a person's hat of the seller on.
func (w *world) hat(self actor.Actor) actor.Actor {
	w.t.Helper()
	account, err := w.people.Account(w.t.Context(), identity.AccountID(self.AccountID))
	require.NoError(w.t, err)
	by, err := w.sellers.HatOf(w.t.Context(), account, w.mill)
	require.NoError(w.t, err)
	by.SessionID = self.SessionID
	return by
}

func (w *world) member(name string, role seller.Role) actor.Actor {
	w.t.Helper()
	self := w.person(name)
	made, err := w.sellers.Invite(w.t.Context(), w.owner, seller.InviteInput{Email: name + "@example.org", Role: role})
	require.NoError(w.t, err)
	letter, err := w.sellers.WriteInvitation(w.t.Context(), made.ID)
	require.NoError(w.t, err)
	_, err = w.sellers.Accept(w.t.Context(), self, seller.TokenInput{Token: letter.Token})
	require.NoError(w.t, err)
	return w.hat(self)
}

func (w *world) create(by actor.Actor, scopes ...string) *apikey.Issued {
	w.t.Helper()
	issued, err := w.keys.Create(w.t.Context(), by, apikey.CreateInput{Name: "Stock", Scopes: scopes})
	require.NoError(w.t, err)
	return issued
}

func (w *world) act(token apikey.Token) (actor.Actor, error) {
	return w.keys.Actor(w.t.Context(), token, "")
}

// sql changes rows behind the back of the use cases, as contexts do that are not
// here.
func (w *world) sql(query string, args ...any) {
	w.t.Helper()
	require.NoError(w.t, w.d.Write(w.t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw(query, args...).Exec(ctx)
		return err
	}))
}

func (w *world) events(name string) (n int) {
	w.t.Helper()
	require.NoError(w.t, w.d.Read(w.t.Context()).NewRaw("SELECT COUNT(*) FROM outbox WHERE name = ?", name).Scan(w.t.Context(), &n))
	return n
}

func TestService_Create_shows_a_token_once(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		issued := w.create(w.owner, "STOCK_READ", "STOCK_EDIT", "STOCK_READ")
		require.True(w.t, strings.HasPrefix(issued.Token.Reveal(), "etal_sk_test_"))
		require.Equal(w.t, []string{"STOCK_EDIT", "STOCK_READ"}, issued.Key.Scopes())
		require.Equal(w.t, start.Add(90*24*time.Hour), issued.Key.ExpiresAt)

		by, err := w.act(issued.Token)
		require.NoError(w.t, err)
		require.Equal(w.t, w.owner.AccountID, by.AccountID)
		require.Equal(w.t, string(w.mill), by.SellerID)
		require.Empty(w.t, by.SessionID)
		require.Equal(w.t, []authz.Permission{"STOCK_EDIT", "STOCK_READ"}, authz.Granted(by))

		live := w.service(apikey.Options{Live: true})
		_, err = live.Actor(w.t.Context(), issued.Token, "")
		require.ErrorIs(w.t, err, apikey.ErrInvalid, "simulated money")
		made, err := live.Create(w.t.Context(), w.owner, apikey.CreateInput{Name: "Live", Scopes: []string{"STOCK_READ"}})
		require.NoError(w.t, err)
		require.True(w.t, strings.HasPrefix(made.Token.Reveal(), "etal_sk_live_"))

		w.requireNotStored(issued.Token.Reveal())
		require.Equal(w.t, 2, w.events("apikey.created"))
	})
}

// requireNotStored looks for a token, and for the part of it that is secret, in
// every text of the tables that a key leaves traces in.
func (w *world) requireNotStored(token string) {
	w.t.Helper()
	for _, table := range []string{"api_keys", "api_key_secrets", "outbox"} {
		var rows []map[string]any
		require.NoError(w.t, w.d.Read(w.t.Context()).NewRaw("SELECT * FROM "+table).Scan(w.t.Context(), &rows))
		require.NotEmpty(w.t, rows)
		require.NotContains(w.t, fmt.Sprintf("%s", rows), token[13:40], table)
	}
}

func TestService_Create_refuses(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		soon, past, late := start.Add(time.Minute), start, start.Add(apikey.LifetimeMax+time.Second)
		for name, c := range map[string]struct {
			by    actor.Actor
			in    apikey.CreateInput
			fault *fault.Fault
			field []string
		}{
			"nameless":     {w.owner, apikey.CreateInput{Name: " ", Scopes: []string{"STOCK_READ"}}, fault.ErrTextRequired, []string{"name"}},
			"NUL":          {w.owner, apikey.CreateInput{Name: "a\x00", Scopes: []string{"STOCK_READ"}}, fault.ErrTextEncoding, []string{"name"}},
			"no UTF-8":     {w.owner, apikey.CreateInput{Name: "\xff", Scopes: []string{"STOCK_READ"}}, fault.ErrTextEncoding, []string{"name"}},
			"no scopes":    {w.owner, apikey.CreateInput{Name: "a"}, apikey.ErrScopes, []string{"scopes"}},
			"unknown":      {w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"STOCK_READ", "EVERYTHING"}}, apikey.ErrScope, []string{"scopes", "1"}},
			"two in one":   {w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"STOCK_READ STOCK_EDIT"}}, apikey.ErrScope, []string{"scopes", "0"}},
			"never":        {w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"PAYOUT_ACCOUNT_EDIT"}}, apikey.ErrScope, []string{"scopes", "0"}},
			"keys":         {w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"API_KEY_EDIT"}}, apikey.ErrScope, []string{"scopes", "0"}},
			"not theirs":   {w.catalog, apikey.CreateInput{Name: "a", Scopes: []string{"SELLER_ORDER_SHIP"}}, apikey.ErrScope, []string{"scopes", "0"}},
			"past":         {w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"STOCK_READ"}, ExpiresAt: &past}, apikey.ErrExpiry, []string{"expiresAt"}},
			"too late":     {w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"STOCK_READ"}, ExpiresAt: &late}, apikey.ErrExpiry, []string{"expiresAt"}},
			"no address":   {w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"STOCK_READ"}, Addresses: []string{"10.0.0.0/8", "home"}}, apikey.ErrAddress, []string{"addresses", "1"}},
			"a zone":       {w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"STOCK_READ"}, Addresses: []string{"fe80::1%eth0"}}, apikey.ErrAddress, []string{"addresses", "0"}},
			"many":         {w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"STOCK_READ"}, Addresses: make([]string, 21)}, apikey.ErrAddresses, []string{"addresses"}},
			"a key itself": {actor.Actor{AccountID: w.owner.AccountID, Role: w.owner.Role, SellerID: w.owner.SellerID, KeyID: "key_x"}, apikey.CreateInput{Name: "a", Scopes: []string{"STOCK_READ"}}, apikey.ErrPerson, nil},
			"a buyer":      {actor.Actor{AccountID: w.owner.AccountID, Role: actor.Buyer}, apikey.CreateInput{Name: "a", Scopes: []string{"CART_READ"}}, apikey.ErrPerson, nil},
		} {
			_, err := w.keys.Create(w.t.Context(), c.by, c.in)
			require.ErrorIs(w.t, err, c.fault, name)
			require.Equal(w.t, c.field, fault.As(err)[0].Field, name)
		}
		_, err := w.keys.Create(w.t.Context(), w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"STOCK_READ"}, ExpiresAt: &soon})
		require.NoError(w.t, err)
	})
}

func TestService_Actor_follows_its_maker(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		all := []string{"PRODUCT_READ", "SELLER_ORDER_SHIP", "STOCK_EDIT"}
		token := w.create(w.manager, all...).Token
		by, err := w.act(token)
		require.NoError(w.t, err)
		require.Len(w.t, authz.Granted(by), 3)

		w.sql("UPDATE seller_members SET role = 'CATALOG' WHERE account_id = ?", w.manager.AccountID)
		by, err = w.act(token)
		require.NoError(w.t, err)
		require.Equal(w.t, []authz.Permission{"PRODUCT_READ", "STOCK_EDIT"}, authz.Granted(by), "narrowed at once")
		w.sql("UPDATE seller_members SET role = 'OWNER' WHERE account_id = ?", w.manager.AccountID)
		by, err = w.act(token)
		require.NoError(w.t, err)
		require.Len(w.t, authz.Granted(by), 3, "and never wider than its scopes")

		w.sql("UPDATE sellers SET status = 'SUSPENDED' WHERE id = ?", w.mill)
		by, err = w.act(token)
		require.NoError(w.t, err)
		require.Equal(w.t, []authz.Permission{"PRODUCT_READ"}, authz.Granted(by), "of a suspended seller it reads")
		w.sql("UPDATE sellers SET status = 'APPROVED' WHERE id = ?", w.mill)

		for _, closed := range []string{"suspended_at", "erased_at"} {
			w.sql("UPDATE accounts SET "+closed+" = ? WHERE id = ?", start, w.manager.AccountID)
			_, err = w.act(token)
			require.ErrorIs(w.t, err, apikey.ErrInvalid, closed)
			w.sql("UPDATE accounts SET "+closed+" = NULL WHERE id = ?", w.manager.AccountID)
		}
		_, err = w.act(token)
		require.NoError(w.t, err)

		w.sql("DELETE FROM seller_members WHERE account_id = ?", w.manager.AccountID)
		_, err = w.act(token)
		require.ErrorIs(w.t, err, apikey.ErrInvalid, "removed")

		platform := w.create(w.admin, "AUDIT_READ", "SELLER_LIST")
		require.Nil(w.t, platform.Key.SellerID)
		by, err = w.act(platform.Token)
		require.NoError(w.t, err)
		require.True(w.t, by.IsOperator())
		w.sql("UPDATE accounts SET operator_role = 'SUPPORT' WHERE id = ?", w.admin.AccountID)
		by, err = w.act(platform.Token)
		require.NoError(w.t, err)
		require.Equal(w.t, []authz.Permission{"SELLER_LIST"}, authz.Granted(by))
		w.sql("UPDATE accounts SET operator_role = NULL WHERE id = ?", w.admin.AccountID)
		_, err = w.act(platform.Token)
		require.ErrorIs(w.t, err, apikey.ErrInvalid)
	})
}

func TestService_Actor_refuses_alike(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		ends := start.Add(time.Hour)
		issued, err := w.keys.Create(w.t.Context(), w.owner, apikey.CreateInput{
			Name: "a", Scopes: []string{"STOCK_READ"}, ExpiresAt: &ends, Addresses: []string{"192.0.2.7", "::ffff:198.51.100.9", "2001:db8:1::/48"},
		})
		require.NoError(w.t, err)
		require.Equal(w.t, []string{"192.0.2.7/32", "198.51.100.9/32", "2001:db8:1::/48"}, issued.Key.Addresses())
		from := func(address string) error {
			ctx := identity.WithClient(w.t.Context(), identity.Client{Address: address})
			_, err := w.keys.Actor(ctx, issued.Token, "")
			return err
		}
		for _, allowed := range []string{"192.0.2.7", "::ffff:192.0.2.7", "198.51.100.9", "2001:db8:1:2::3"} {
			require.NoError(w.t, from(allowed), allowed)
		}
		var texts []string
		refused := func(err error) {
			require.ErrorIs(w.t, err, apikey.ErrInvalid)
			texts = append(texts, fmt.Sprintf("%#v", *fault.As(err)[0]))
		}
		for _, address := range []string{"192.0.2.8", "2001:db8:2::1", "", "nonsense", "fe80::1%eth0"} {
			refused(from(address))
		}
		other := w.create(w.owner, "STOCK_READ")
		_, err = w.keys.Revoke(w.t.Context(), w.owner, apikey.RevokeInput{ID: other.Key.ID})
		require.NoError(w.t, err)
		_, err = w.act(other.Token)
		refused(err)
		_, err = w.act("etal_sk_test_nonsense")
		refused(err)
		w.clock.Advance(time.Hour)
		refused(from("192.0.2.7"))
		require.Len(w.t, slices.Compact(texts), 1, "nobody learns which keys exist")
	})
}

func TestService_Actor_wears_its_own_hat_only(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		token := w.create(w.owner, "STOCK_READ").Token
		for actAs, want := range map[string]error{"": nil, string(w.mill): nil, "operator": apikey.ErrHat, string(seller.NewID()): apikey.ErrHat} {
			_, err := w.keys.Actor(w.t.Context(), token, actAs)
			require.ErrorIs(w.t, err, want, actAs)
		}
		platform := w.create(w.admin, "SELLER_LIST").Token
		for actAs, want := range map[string]error{"": nil, "operator": nil, string(w.mill): apikey.ErrHat} {
			_, err := w.keys.Actor(w.t.Context(), platform, actAs)
			require.ErrorIs(w.t, err, want, actAs)
		}
	})
}

func TestService_Actor_where_factors_are_demanded(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		policy := factor.Policy{Required: true}
		w.keys = w.service(apikey.Options{Factors: policy})
		token := w.create(w.manager, "STOCK_READ").Token
		allowed := func() int {
			by, err := w.act(token)
			require.NoError(w.t, err)
			return len(authz.Granted(policy.Apply(by)))
		}
		require.Zero(w.t, allowed())
		w.sql("UPDATE accounts SET has_factor = TRUE WHERE id = ?", w.manager.AccountID)
		require.Zero(w.t, allowed(), "no owner has one")
		w.sql("UPDATE accounts SET has_factor = TRUE WHERE id = ?", w.owner.AccountID)
		require.Equal(w.t, 1, allowed())
		w.sql("UPDATE accounts SET has_factor = FALSE WHERE id = ?", w.manager.AccountID)
		require.Zero(w.t, allowed(), "its maker has none any more")
	})
}

func TestService_Rotate_overlaps(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		works := func(token apikey.Token) bool { _, err := w.act(token); return err == nil }
		first := w.create(w.owner, "STOCK_READ")
		keyID := first.Key.ID
		w.clock.Advance(80 * 24 * time.Hour)
		second, err := w.keys.Rotate(w.t.Context(), w.owner, apikey.RotateInput{ID: keyID, OverlapHours: 168})
		require.NoError(w.t, err)
		require.Equal(w.t, w.clock.Now().Add(90*24*time.Hour), second.Key.ExpiresAt)
		require.True(w.t, works(first.Token) && works(second.Token))
		_, err = w.keys.Rotate(w.t.Context(), w.owner, apikey.RotateInput{ID: keyID, OverlapHours: 1})
		require.ErrorIs(w.t, err, apikey.ErrRotating)
		secrets, err := w.keys.SecretsOf(w.t.Context(), []apikey.ID{keyID})
		require.NoError(w.t, err)
		require.Len(w.t, secrets[keyID], 2)
		require.Equal(w.t, second.Token.Reveal()[47:], secrets[keyID][0].LastFour, "the newest first")

		w.clock.Advance(168 * time.Hour)
		require.True(w.t, !works(first.Token) && works(second.Token), "a week later one is left")
		third, err := w.keys.Rotate(w.t.Context(), w.owner, apikey.RotateInput{ID: keyID, OverlapHours: 24})
		require.NoError(w.t, err)
		last, err := w.keys.Rotate(w.t.Context(), w.owner, apikey.RotateInput{ID: keyID})
		require.NoError(w.t, err, "without an overlap, whatever is left ends")
		require.True(w.t, !works(second.Token) && !works(third.Token) && works(last.Token))

		for _, hours := range []int{-1, 169, 1 << 40} {
			_, err = w.keys.Rotate(w.t.Context(), w.owner, apikey.RotateInput{ID: keyID, OverlapHours: hours})
			require.ErrorIs(w.t, err, apikey.ErrOverlap)
		}
		require.Equal(w.t, 3, w.events("apikey.rotated"))
		w.requireNotStored(last.Token.Reveal())
	})
}

// A secret must not last longer because another one does.
func TestService_Rotate_does_not_prolong_the_former_secret(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		ends := start.Add(time.Hour)
		issued, err := w.keys.Create(w.t.Context(), w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"STOCK_READ"}, ExpiresAt: &ends})
		require.NoError(w.t, err)
		_, err = w.keys.Rotate(w.t.Context(), w.owner, apikey.RotateInput{ID: issued.Key.ID, OverlapHours: 168})
		require.NoError(w.t, err)
		_, err = w.act(issued.Token)
		require.NoError(w.t, err)
		w.clock.Advance(time.Hour)
		_, err = w.act(issued.Token)
		require.ErrorIs(w.t, err, apikey.ErrInvalid)
	})
}

func TestService_Rotate_gives_nobody_more(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		issued := w.create(w.owner, "SELLER_ORDER_SHIP", "STOCK_EDIT")
		_, err := w.keys.Rotate(w.t.Context(), w.catalog, apikey.RotateInput{ID: issued.Key.ID})
		require.ErrorIs(w.t, err, apikey.ErrScopeBeyond)
		_, err = w.keys.Rotate(w.t.Context(), w.admin, apikey.RotateInput{ID: issued.Key.ID})
		require.ErrorIs(w.t, err, apikey.ErrOthers)
		stranger := w.manager
		stranger.SellerID = string(seller.NewID())
		_, err = w.keys.Rotate(w.t.Context(), stranger, apikey.RotateInput{ID: issued.Key.ID})
		require.ErrorIs(w.t, err, apikey.ErrNotFound)
		program, err := w.act(issued.Token)
		require.NoError(w.t, err)
		_, err = w.keys.Rotate(w.t.Context(), program, apikey.RotateInput{ID: issued.Key.ID})
		require.ErrorIs(w.t, err, apikey.ErrPerson)
		_, err = w.keys.Revoke(w.t.Context(), program, apikey.RevokeInput{ID: issued.Key.ID})
		require.ErrorIs(w.t, err, apikey.ErrPerson)

		// Whoever rotates the key of somebody who has left does not bring the old
		// secret back.
		w.sql("DELETE FROM seller_members WHERE account_id = ?", w.owner.AccountID)
		renewed, err := w.keys.Rotate(w.t.Context(), w.manager, apikey.RotateInput{ID: issued.Key.ID, OverlapHours: 168})
		require.NoError(w.t, err)
		_, err = w.act(issued.Token)
		require.ErrorIs(w.t, err, apikey.ErrInvalid)
		by, err := w.act(renewed.Token)
		require.NoError(w.t, err)
		require.Equal(w.t, w.manager.AccountID, by.AccountID)
	})
}

func TestService_Revoke_is_felt_by_the_next_request(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		first, second := w.create(w.owner, "STOCK_READ"), w.create(w.owner, "STOCK_READ")
		renewed, err := w.keys.Rotate(w.t.Context(), w.owner, apikey.RotateInput{ID: first.Key.ID, OverlapHours: 24})
		require.NoError(w.t, err)
		revoked, err := w.keys.Revoke(w.t.Context(), w.manager, apikey.RevokeInput{ID: first.Key.ID})
		require.NoError(w.t, err)
		require.Equal(w.t, apikey.StatusRevoked, revoked.Status(w.clock.Now()))
		for _, token := range []apikey.Token{first.Token, renewed.Token} {
			_, err = w.act(token)
			require.ErrorIs(w.t, err, apikey.ErrInvalid)
		}
		_, err = w.keys.Revoke(w.t.Context(), w.owner, apikey.RevokeInput{ID: first.Key.ID})
		require.ErrorIs(w.t, err, apikey.ErrEnded)
		_, err = w.keys.Rotate(w.t.Context(), w.owner, apikey.RotateInput{ID: first.Key.ID})
		require.ErrorIs(w.t, err, apikey.ErrEnded)
		_, err = w.keys.Revoke(w.t.Context(), w.admin, apikey.RevokeInput{ID: second.Key.ID})
		require.NoError(w.t, err, "an operator ends a key that has leaked")
		_, err = w.keys.Revoke(w.t.Context(), w.owner, apikey.RevokeInput{ID: w.create(w.admin, "SELLER_LIST").Key.ID})
		require.ErrorIs(w.t, err, apikey.ErrNotFound)
		require.Equal(w.t, 2, w.events("apikey.revoked"))
	})
}

// TestService_at_once lets many do the same thing at the same time.
func TestService_at_once(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		key := w.create(w.owner, "STOCK_READ").Key
		count := func(n int, fn func() error) (done int, refused []error) {
			var group sync.WaitGroup
			var mu sync.Mutex
			for range n {
				group.Go(func() {
					err := fn()
					mu.Lock()
					defer mu.Unlock()
					if err == nil {
						done++
					} else {
						refused = append(refused, err)
					}
				})
			}
			group.Wait()
			return done, refused
		}
		done, refused := count(8, func() error {
			_, err := w.keys.Rotate(w.t.Context(), w.owner, apikey.RotateInput{ID: key.ID, OverlapHours: 24})
			return err
		})
		require.Equal(w.t, 1, done, "two secrets and no more: %v", refused)
		require.ErrorIs(w.t, errors.Join(refused...), apikey.ErrRotating)
		done, _ = count(8, func() error {
			_, err := w.keys.Revoke(w.t.Context(), w.owner, apikey.RevokeInput{ID: key.ID})
			return err
		})
		require.Equal(w.t, 1, done)
		for range apikey.Max - 3 {
			w.create(w.owner, "STOCK_READ")
		}
		done, refused = count(8, func() error {
			_, err := w.keys.Create(w.t.Context(), w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"STOCK_READ"}})
			return err
		})
		require.Equal(w.t, 3, done)
		require.ErrorIs(w.t, errors.Join(refused...), apikey.ErrLimit)
		w.create(w.admin, "SELLER_LIST") // another owner has room
	})
}

func TestService_last_use_is_written_once_a_minute(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		issued := w.create(w.owner, "STOCK_READ")
		use := func(address string) *apikey.Key {
			ctx := identity.WithClient(w.t.Context(), identity.Client{Address: address})
			_, err := w.keys.Actor(ctx, issued.Token, "")
			require.NoError(w.t, err)
			k, err := w.keys.Get(w.t.Context(), w.owner, issued.Key.ID)
			require.NoError(w.t, err)
			return k
		}
		require.Equal(w.t, "192.0.2.0/24", use("192.0.2.77").LastUsedPlace)
		w.clock.Advance(59 * time.Second)
		k := use("198.51.100.1")
		require.Equal(w.t, start, *k.LastUsedAt)
		require.Equal(w.t, "192.0.2.0/24", k.LastUsedPlace)
		w.clock.Advance(time.Second)
		k = use("2001:db8:1:2::3")
		require.Equal(w.t, start.Add(time.Minute), *k.LastUsedAt)
		require.Equal(w.t, "2001:db8:1::/48", k.LastUsedPlace)
		secrets, err := w.keys.SecretsOf(w.t.Context(), []apikey.ID{k.ID})
		require.NoError(w.t, err)
		require.Equal(w.t, start.Add(time.Minute), *secrets[k.ID][0].LastUsedAt)
	})
}

func TestService_Find_pages_and_filters(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		ends := start.Add(time.Hour)
		var made []apikey.ID
		for range 5 {
			issued, err := w.keys.Create(w.t.Context(), w.owner, apikey.CreateInput{Name: "a", Scopes: []string{"STOCK_READ"}, ExpiresAt: &ends})
			require.NoError(w.t, err)
			made = append(made, issued.Key.ID)
		}
		slices.Reverse(made)
		active, gone := w.create(w.owner, "STOCK_READ").Key.ID, w.create(w.owner, "STOCK_READ").Key.ID
		platform := w.create(w.admin, "SELLER_LIST").Key.ID
		_, err := w.keys.Revoke(w.t.Context(), w.owner, apikey.RevokeInput{ID: gone})
		require.NoError(w.t, err)
		w.clock.Advance(time.Hour)

		all := append([]apikey.ID{gone, active}, made...)
		require.Equal(w.t, all, w.walk(w.owner, apikey.Filter{}, false))
		require.Equal(w.t, all, w.walk(w.manager, apikey.Filter{SellerID: &w.mill}, true))
		require.Equal(w.t, all, w.walk(w.admin, apikey.Filter{SellerID: &w.mill}, false))
		require.Equal(w.t, []apikey.ID{platform}, w.walk(w.admin, apikey.Filter{}, true))
		for status, want := range map[apikey.Status][]apikey.ID{
			apikey.StatusActive: {active}, apikey.StatusExpired: made, apikey.StatusRevoked: {gone},
		} {
			require.Equal(w.t, want, w.walk(w.owner, apikey.Filter{Status: &status}, false), status)
		}
		foreign := seller.NewID()
		for _, by := range []actor.Actor{{}, {AccountID: w.owner.AccountID, Role: actor.Buyer}, {Role: w.owner.Role, SellerID: w.owner.SellerID, KeyID: "key_x"}} {
			_, err := w.keys.Find(w.t.Context(), by, apikey.Filter{}, page.First(5))
			require.ErrorIs(w.t, err, apikey.ErrNotFound)
		}
		_, err = w.keys.Find(w.t.Context(), w.owner, apikey.Filter{SellerID: &foreign}, page.First(5))
		require.ErrorIs(w.t, err, apikey.ErrNotFound)
		_, err = w.keys.Get(w.t.Context(), w.owner, platform)
		require.ErrorIs(w.t, err, apikey.ErrNotFound)
		cursor := page.Cursor(map[string]string{"i": "sel_x"})
		window, err := page.Args{After: &cursor}.Window()
		require.NoError(w.t, err)
		_, err = w.keys.Find(w.t.Context(), w.owner, apikey.Filter{}, window)
		require.ErrorIs(w.t, err, page.ErrCursor)
	})
}

// walk reads a list two at a time, forwards or backwards, and returns it in its
// order.
func (w *world) walk(by actor.Actor, f apikey.Filter, backward bool) (ids []apikey.ID) {
	w.t.Helper()
	two := 2
	args := page.Args{First: &two}
	if backward {
		args = page.Args{Last: &two}
	}
	for range 20 {
		window, err := args.Window()
		require.NoError(w.t, err)
		c, err := w.keys.Find(w.t.Context(), by, f, window)
		require.NoError(w.t, err)
		var these []apikey.ID
		for _, k := range c.Nodes {
			these = append(these, k.ID)
		}
		more := c.PageInfo.HasNextPage
		if backward {
			ids, more, args.Before = append(these, ids...), c.PageInfo.HasPreviousPage, c.PageInfo.StartCursor
		} else {
			ids, args.After = append(ids, these...), c.PageInfo.EndCursor
		}
		if !more {
			return ids
		}
	}
	require.Fail(w.t, "the list has no end")
	return nil
}

func TestService_Warn_tells_twice(t *testing.T) {
	t.Parallel()
	each(t, func(w *world) {
		issued := w.create(w.owner, "STOCK_READ")
		week, gone := start.Add(7*24*time.Hour), w.create(w.owner, "STOCK_READ")
		_, err := w.keys.Create(w.t.Context(), w.owner, apikey.CreateInput{Name: "a week", Scopes: []string{"STOCK_READ"}, ExpiresAt: &week})
		require.NoError(w.t, err)
		told := func() int {
			w.t.Helper()
			require.NoError(w.t, w.keys.Warn(w.t.Context()))
			require.NoError(w.t, w.keys.Warn(w.t.Context()), "once each")
			return w.events("apikey.expiring")
		}
		require.Zero(w.t, told(), "a key that is made for a week is not said to end in a week")
		w.clock.Advance(4 * 24 * time.Hour)
		require.Equal(w.t, 1, told(), "three days before")
		_, err = w.keys.Revoke(w.t.Context(), w.owner, apikey.RevokeInput{ID: gone.Key.ID})
		require.NoError(w.t, err)
		w.clock.Advance(71*24*time.Hour + time.Hour)
		require.Equal(w.t, 1, told(), "not yet")
		w.clock.Advance(23 * time.Hour)
		require.Equal(w.t, 2, told(), "14 days before, and nobody is told of what was revoked")
		_, err = w.keys.Rotate(w.t.Context(), w.owner, apikey.RotateInput{ID: issued.Key.ID})
		require.NoError(w.t, err)
		w.clock.Advance(11 * 24 * time.Hour)
		require.Equal(w.t, 2, told(), "rotated in time")
		w.clock.Advance(76 * 24 * time.Hour)
		require.Equal(w.t, 3, told(), "a warning that nobody was there to give is not made up for")
		w.clock.Advance(30 * 24 * time.Hour)
		require.Equal(w.t, 3, told(), "it has ended")
	})
}
