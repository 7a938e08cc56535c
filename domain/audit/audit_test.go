package audit_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/vault"
	"github.com/etal-market/etal/internal/testkit"
)

// record emits an event and delivers it to the log.
func record(t *testing.T, d *db.DB, ctx context.Context, e event.Event) error { //nolint:revive // the context is of a request
	t.Helper()
	err := d.Write(ctx, func(ctx context.Context, tx db.Tx) error { return event.Emit(ctx, tx, e) })
	if err != nil {
		return err
	}
	var ids []event.ID
	if err := d.Read(ctx).NewRaw(`SELECT o.id FROM outbox o WHERE NOT EXISTS (SELECT 1 FROM outbox_deliveries x WHERE x.event_id = o.id)`).Scan(ctx, &ids); err != nil {
		return err
	}
	for _, id := range ids {
		if err := event.NewDeliverer(d, audit.New(d, nil).Handlers()...).Deliver(ctx, event.Delivery{EventID: id}); err != nil {
			return err
		}
	}
	return nil
}

func verify(t *testing.T, d *db.DB) (found []check.Finding) {
	t.Helper()
	require.NoError(t, d.View(t.Context(), func(ctx context.Context, q db.Querier) (err error) {
		found, err = audit.New(d, nil).Verify(ctx, q)
		return err
	}))
	return found
}

func entries(t *testing.T, w *testkit.World) (all []*audit.Entry) {
	t.Helper()
	require.NoError(t, w.App.Audit.Export(t.Context(), 0, func(e *audit.Entry) error {
		all = append(all, e)
		return nil
	}))
	return all
}

func TestHandlers_make_one_chain_of_what_happens_at_once(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		const n = 50
		var all sync.WaitGroup
		failures := make([]error, n)
		for i := range n {
			all.Go(func() {
				by := actor.Actor{AccountID: fmt.Sprintf("acc_%d", i), Role: "operator:admin"}
				failures[i] = record(t, w.DB, actor.With(t.Context(), by), seller.Approved{SellerID: seller.NewID()})
			})
		}
		all.Wait()
		for _, err := range failures {
			require.NoError(t, err)
		}
		w.Settle()
		found := entries(t, w)
		require.Len(t, found, n)
		who := map[identity.AccountID]bool{}
		for i, e := range found {
			require.EqualValues(t, i+1, e.Seq)
			who[e.ActorID] = true
		}
		require.Len(t, who, n, "each change is on record once")
		require.Empty(t, verify(t, w.DB))
	})
}

// What one job delivers is one piece of the chain, and takes no statement for each entry.
func TestHandlers_append_together_what_comes_together(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		w.Settle()
		before := len(entries(t, w))
		deliver := func(n int) int {
			events := make([]event.Event, n)
			for i := range events {
				events[i] = seller.Suspended{SellerID: seller.NewID(), Reason: "Test."}
			}
			require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return event.EmitAll(ctx, tx, events...) }))
			var ids []event.ID
			require.NoError(t, w.DB.Read(t.Context()).NewRaw(`SELECT o.id FROM outbox o
				WHERE NOT EXISTS (SELECT 1 FROM outbox_deliveries x WHERE x.event_id = o.id) ORDER BY o.id`).Scan(t.Context(), &ids))
			require.Len(t, ids, n)
			deliverer := event.NewDeliverer(w.DB, audit.New(w.DB, nil).Handlers()...)
			return dbtest.CountQueries(w.DB, func() { require.NoError(t, deliverer.Deliver(t.Context(), event.Delivery{EventIDs: ids})) })
		}
		require.Equal(t, deliver(2), deliver(100))
		found := entries(t, w)
		require.Len(t, found, before+102)
		for i, e := range found {
			require.EqualValues(t, i+1, e.Seq)
		}
		require.Empty(t, verify(t, w.DB))
	})
}

// guards are dropped by whoever owns the database; the chain must tell anyway.
func dropGuards(t *testing.T, d *db.DB) {
	t.Helper()
	on := map[db.Dialect]string{db.Postgres: " ON %s"}[d.Dialect()]
	for name, table := range map[string]string{
		"audit_entries_keep": "audit_entries", "audit_heads_forward": "audit_heads", "audit_entries_stay": "audit_entries",
		"audit_checkpoints_keep": "audit_checkpoints", "audit_checkpoints_stay": "audit_checkpoints", "audit_checkpoints_fit": "audit_checkpoints",
	} {
		place := on
		if place != "" {
			place = fmt.Sprintf(on, table)
		}
		exec(t, d, "DROP TRIGGER IF EXISTS "+name+place)
	}
}

func exec(t *testing.T, d *db.DB, statement string, args ...any) {
	t.Helper()
	require.NoError(t, try(t, d, statement, args...), statement)
}

func try(t *testing.T, d *db.DB, statement string, args ...any) error {
	t.Helper()
	return d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw(statement, args...).Exec(ctx)
		return err
	})
}

func TestVerify_finds_every_tampering(t *testing.T) {
	t.Parallel()

	const last = "(SELECT MAX(seq) FROM audit_entries)"
	tamperings := map[string][]string{
		"changed":          {"UPDATE audit_entries SET actor_id = 'acc_somebody' WHERE seq = 3"},
		"changed key":      {"UPDATE audit_entries SET key_id = 'key_x' WHERE seq = 3"},
		"changed instant":  {"UPDATE audit_entries SET at = (SELECT at FROM audit_entries WHERE seq = 7) WHERE seq = 3"},
		"changed hash":     {"UPDATE audit_entries SET hash = 'x' WHERE seq = 3"},
		"removed":          {"DELETE FROM audit_entries WHERE seq = 3"},
		"removed first":    {"DELETE FROM audit_entries WHERE seq = 1"},
		"removed last":     {"DELETE FROM audit_entries WHERE seq = " + last},
		"removed all":      {"DELETE FROM audit_entries"},
		"removed, renamed": {"DELETE FROM audit_entries WHERE seq = 3", "UPDATE audit_entries SET seq = 3 WHERE seq = 4"},
		"reordered": {
			"UPDATE audit_entries SET seq = 1000 WHERE seq = 3", "UPDATE audit_entries SET seq = 3 WHERE seq = 4",
			"UPDATE audit_entries SET seq = 4 WHERE seq = 1000",
		},
		"inserted": {`INSERT INTO audit_entries (seq, id, event_id, kind, subject, seller_id, actor_id, actor_role,
			acting_for, session_id, request_id, address, before_text, after_text, at, hash) SELECT 1 + ` + last + `, 'aud_x', 'evt_x', kind, subject, seller_id, actor_id, actor_role,
			acting_for, session_id, request_id, address, before_text, after_text, at, hash FROM audit_entries WHERE seq = 3`},
		"moved end": {"UPDATE audit_heads SET seq = seq + 1"},
	}
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		for range 10 {
			require.NoError(t, record(t, w.DB, t.Context(), seller.Suspended{SellerID: seller.NewID(), Reason: "Test."}))
			w.Advance(time.Second)
		}
		require.Empty(t, verify(t, w.DB))
		for _, statement := range []string{
			tamperings["changed"][0], tamperings["removed"][0], tamperings["moved end"][0], "DELETE FROM audit_heads",
			"UPDATE audit_heads SET seq = 3", "UPDATE audit_heads SET seq = seq + 100", "UPDATE audit_heads SET hash = 'x'",
		} {
			require.Error(t, try(t, w.DB, statement), "the database refuses %s", statement)
		}
		require.Empty(t, verify(t, w.DB))
		dropGuards(t, w.DB)
		exec(t, w.DB, "CREATE TABLE kept AS SELECT * FROM audit_entries")
		exec(t, w.DB, "CREATE TABLE kept_head AS SELECT * FROM audit_heads")
		for name, statements := range tamperings {
			for _, s := range statements {
				exec(t, w.DB, s)
			}
			found := verify(t, w.DB)
			require.NotEmpty(t, found, name)
			require.Equal(t, "A1", found[0].Invariant)
			exec(t, w.DB, "DELETE FROM audit_entries")
			exec(t, w.DB, "INSERT INTO audit_entries SELECT * FROM kept")
			exec(t, w.DB, "UPDATE audit_heads SET seq = (SELECT seq FROM kept_head), hash = (SELECT hash FROM kept_head)")
			require.Empty(t, verify(t, w.DB), "restored after %s", name)
		}
	})
}

func TestLog_says_who_did_what(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, mill, kiln := w.Operator(), w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		const suspend = `mutation($id: ID!) { sellerSuspend(input: {sellerId: $id, reason: "Late."}) { userErrors { code } } }`
		require.Empty(t, w.Asks(olga, suspend, map[string]any{"id": mill.ID}).Errors)
		w.Asks(kiln.Person, `mutation { sellerOnboardingLinkCreate(input: {}) { url } }`, nil)
		opened := w.Asks(kiln.Person, `mutation { payoutAccountSessionCreate(input: {}) { clientSecret expiresAt userErrors { code } } }`, nil)
		require.Empty(t, opened.Errors)
		require.Contains(t, fmt.Sprint(opened.Data), "accs_secret__")
		w.Settle()
		all := entries(t, w)
		kinds := map[string]int{}
		for _, e := range all {
			kinds[e.Kind]++
		}
		require.Equal(t, 2, kinds["seller.applied"])
		require.Equal(t, 1, kinds["identity.operator_created"])
		require.Equal(t, 1, kinds["payout.onboarding_link_made"])
		require.Equal(t, 1, kinds["payout.account_session_made"])
		require.NotZero(t, kinds["payout.account_changed"])
		at := slices.IndexFunc(all, func(e *audit.Entry) bool { return e.Kind == "seller.suspended" })
		e := all[at]
		require.Equal(t, olga.Account, e.ActorID)
		require.Equal(t, "operator:admin", e.ActorRole)
		require.Empty(t, e.Address, "it is encrypted, also in a copy that is kept elsewhere")
		require.NotEmpty(t, e.SealedAddress)
		require.True(t, strings.HasPrefix(e.RequestID, "req_") && strings.HasPrefix(string(e.SessionID), "ses_"))
		require.JSONEq(t, `{"status":"APPROVED"}`, e.BeforeText)
		require.JSONEq(t, `{"status":"SUSPENDED","reason":"Late."}`, e.AfterText)
		text, err := json.Marshal(all)
		require.NoError(t, err)
		for _, secret := range []string{"@example.org", testkit.Password, string(olga.Token), "Olga"} {
			require.NotContains(t, string(text), secret)
		}
		w.Verified()

		own, err := w.App.Audit.Find(t.Context(), mill.Actor, audit.Filter{}, page.First(100))
		require.NoError(t, err)
		require.NotEmpty(t, own.Nodes)
		for _, e := range own.Nodes {
			require.Equal(t, mill.ID, e.SellerID)
			require.NotEqual(t, olga.Account, e.ActorID, "a seller is not told which operator it was")
		}
		byOlga, err := w.App.Audit.Find(t.Context(), mill.Actor, audit.Filter{ActorID: &olga.Account}, page.First(100))
		require.NoError(t, err)
		require.Empty(t, byOlga.Nodes)
		_, err = w.App.Audit.Find(t.Context(), mill.Actor, audit.Filter{SellerID: &kiln.ID}, page.First(100))
		require.ErrorIs(t, err, seller.ErrNotFound)
		asked := w.Asks(olga, `query($who: ID!) { auditEntries(filter: {actorId: $who}) { nodes { kind actor { id } seller { name } } } }`, map[string]any{"who": olga.Account})
		require.Empty(t, asked.Errors)
		require.Len(t, asked.Data["auditEntries"].(map[string]any)["nodes"], 1)
	})
}

func TestLog_holds_who_is_slowed_down(t *testing.T) {
	t.Parallel()

	w := testkit.Open(t)
	bob := w.Buyer("Bob")
	for range 6 {
		w.Advance(10 * time.Second)
		_, err := w.App.Identity.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: bob.Email, Password: "wrong horse 12345"})
		require.ErrorIs(t, err, identity.ErrCredentials)
	}
	w.Settle()
	all := entries(t, w)
	require.Equal(t, "identity.sign_in_blocked", all[len(all)-1].Kind)
	require.NotContains(t, string(all[len(all)-1].Subject), "bob")
}

func TestVerifySince_reads_on(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mark := audit.Mark{}
		since := func() []check.Finding {
			found, err := w.App.Audit.VerifySince(t.Context(), w.DB.Read(t.Context()), &mark)
			require.NoError(t, err)
			return found
		}
		grow := func() {
			require.NoError(t, record(t, w.DB, t.Context(), seller.Suspended{SellerID: seller.NewID(), Reason: "Test."}))
		}
		grow()
		require.Empty(t, since())
		grow()
		dropGuards(t, w.DB)
		last := "(SELECT MAX(seq) FROM audit_entries)"
		exec(t, w.DB, "UPDATE audit_entries SET actor_role = actor_role || 'x' WHERE seq = "+last)
		require.NotEmpty(t, since())
		require.NotEmpty(t, since(), "the mark has not moved")
		exec(t, w.DB, "UPDATE audit_entries SET actor_role = REPLACE(actor_role, 'x', '') WHERE seq = "+last)
		require.Empty(t, since())

		exec(t, w.DB, "UPDATE audit_entries SET actor_role = actor_role || 'x' WHERE seq = 1")
		require.Empty(t, since())
		require.NotEmpty(t, verify(t, w.DB))
	})
}

func TestVerify_finds_what_is_not_on_record(t *testing.T) {
	t.Parallel()

	w := testkit.Open(t)
	w.Seller("Mill")
	w.Settle()
	require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		return event.Emit(ctx, tx, seller.Rejected{SellerID: seller.NewID()})
	}))
	exec(t, w.DB, "UPDATE outbox SET name = 'hidden' WHERE name = 'seller.rejected'")
	w.Advance(2 * time.Hour)
	w.Seller("Kiln")
	w.Settle()
	require.Empty(t, verify(t, w.DB))
	exec(t, w.DB, "UPDATE outbox SET name = 'seller.rejected' WHERE name = 'hidden'")
	found := verify(t, w.DB)
	require.Len(t, found, 1)
	require.Contains(t, found[0].Detail, "not on record")
}

// Reasons and networks are about people, and entries stay for ever.
func TestLog_forgets_what_is_personal_with_the_key_of_whom_it_is_about(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, bob := w.Operator(), w.Buyer("Bob")
		const ask = `mutation($id: ID!) { privacyExportCreate(input: {accountId: $id, reason: "Quittengasse 7 has called."}) { userErrors { code } } }`
		require.Empty(t, w.Asks(olga, ask, map[string]any{"id": bob.Account}).Errors)
		w.Settle()
		read := func() *audit.Entry {
			kind := "export.requested"
			found, err := w.App.Audit.Find(t.Context(), actor.Actor{AccountID: "acc_x", Role: "operator:admin"}, audit.Filter{Kind: &kind}, page.First(10))
			require.NoError(t, err)
			require.Len(t, found.Nodes, 1)
			return found.Nodes[0]
		}
		forget := func(who identity.AccountID) {
			require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return vault.EraseTx(ctx, tx, vault.Subject(who)) }))
		}
		require.Equal(t, "127.0.0.0/24", read().Address)
		require.Contains(t, read().AfterText, "Quittengasse 7 has called.")
		raw, err := json.Marshal(entries(t, w))
		require.NoError(t, err)
		require.NotContains(t, string(raw), "Quittengasse")
		require.NotContains(t, string(raw), "127.0.0")
		w.Verified()

		forget(bob.Account)
		require.Equal(t, "127.0.0.0/24", read().Address, "whoever acted is still somebody")
		require.NotContains(t, read().AfterText, "Quittengasse")
		require.Contains(t, read().AfterText, `"erased":true`)
		require.Contains(t, read().AfterText, string(bob.Account), "what happened stays on record")
		forget(olga.Account)
		require.Equal(t, audit.Erased, read().Address)
		w.Verified()

		require.Empty(t, w.Asks(olga, ask, map[string]any{"id": bob.Account}).Errors)
		w.Settle()
		all := entries(t, w)
		last := all[len(all)-1]
		require.Empty(t, last.Address+last.SealedAddress+last.SealedText, "nothing more is kept of who was erased")
		w.Verified()
		dropGuards(t, w.DB)
		exec(t, w.DB, "UPDATE audit_entries SET sealed_text = '' WHERE kind = 'export.requested'")
		require.NotEmpty(t, verify(t, w.DB), "the chain covers what is encrypted")
	})
}
