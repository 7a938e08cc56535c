package audit_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// TestVerify_finds_a_hundred_random_tamperings_of_each_kind does each in a unit
// that is given up afterwards, so that all begin with the same log.
func TestVerify_finds_a_hundred_random_tamperings_of_each_kind(t *testing.T) {
	t.Parallel()

	const entries = 40
	columns := []string{"kind", "subject", "seller_id", "actor_id", "actor_role", "request_id", "address", "before_text", "after_text", "hash", "event_id"}
	kinds := map[string]func(r *rand.Rand) []string{
		"byte changed": func(r *rand.Rand) []string {
			return []string{fmt.Sprintf("UPDATE audit_entries SET %[1]s = %[1]s || 'x' WHERE seq = %[2]d", columns[r.IntN(len(columns))], 1+r.IntN(entries))}
		},
		"removed": func(r *rand.Rand) []string {
			return []string{fmt.Sprintf("DELETE FROM audit_entries WHERE seq = %d", 1+r.IntN(entries))}
		},
		"removed, and the rest moved up": func(r *rand.Rand) []string {
			at := 1 + r.IntN(entries-1)
			statements := []string{fmt.Sprintf("DELETE FROM audit_entries WHERE seq = %d", at)}
			for i := at + 1; i <= entries; i++ {
				statements = append(statements, fmt.Sprintf("UPDATE audit_entries SET seq = %d WHERE seq = %d", i-1, i))
			}
			return append(statements, "UPDATE audit_heads SET seq = seq - 1")
		},
		"swapped": func(r *rand.Rand) []string {
			a := 1 + r.IntN(entries)
			b := 1 + (a+r.IntN(entries-1))%entries
			return []string{
				fmt.Sprintf("UPDATE audit_entries SET seq = 1000 WHERE seq = %d", a),
				fmt.Sprintf("UPDATE audit_entries SET seq = %d WHERE seq = %d", a, b),
				fmt.Sprintf("UPDATE audit_entries SET seq = %d WHERE seq = 1000", b),
			}
		},
		"inserted": func(r *rand.Rand) []string {
			at, like := 1+r.IntN(entries), 1+r.IntN(entries)
			var statements []string
			for i := entries; i >= at; i-- {
				statements = append(statements, fmt.Sprintf("UPDATE audit_entries SET seq = %d WHERE seq = %d", i+1, i))
			}
			if like >= at {
				like++
			}
			return append(statements, fmt.Sprintf(`INSERT INTO audit_entries (seq, id, event_id, kind, subject, seller_id, actor_id, actor_role,
				acting_for, session_id, request_id, address, before_text, after_text, at, hash) SELECT %d, 'aud_x', 'evt_x', kind, subject, seller_id,
				actor_id, actor_role, acting_for, session_id, request_id, address, before_text, after_text, at, hash FROM audit_entries
				WHERE seq = %d`, at, like), "UPDATE audit_heads SET seq = seq + 1")
		},
		"moved to another seller": func(r *rand.Rand) []string {
			return []string{fmt.Sprintf("UPDATE audit_entries SET seller_id = '%s' WHERE seq = %d", seller.NewID(), 1+r.IntN(entries))}
		},
	}
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		grow(t, w, entries)
		dropGuards(t, w.DB)
		r := rand.New(rand.NewPCG(47, 11))
		for name, tamper := range kinds {
			for range 100 {
				found := tampered(t, w, tamper(r), func(ctx context.Context, tx db.Tx) ([]check.Finding, error) { return audit.Verify(ctx, tx) })
				require.NotEmpty(t, found, name)
			}
		}
		require.Empty(t, verify(t, w.DB))
	})
}

// grow appends entries to a log that has none.
func grow(t *testing.T, w *testkit.World, n int) {
	t.Helper()
	for range n {
		require.NoError(t, record(t, w.DB, t.Context(), seller.Suspended{SellerID: seller.NewID(), Reason: "Test."}))
	}
	require.Empty(t, verify(t, w.DB))
}

// tampered returns what is found after the statements, and takes them back.
func tampered(
	t *testing.T, w *testkit.World, statements []string, look func(ctx context.Context, tx db.Tx) ([]check.Finding, error),
) (found []check.Finding) {
	t.Helper()
	undo := errors.New("undo")
	require.ErrorIs(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) (err error) {
		for _, s := range statements {
			if _, err := tx.NewRaw(s).Exec(ctx); err != nil {
				return err
			}
		}
		if found, err = look(ctx, tx); err != nil {
			return err
		}
		return undo
	}), undo)
	return found
}

// lines keeps anchors in memory.
type lines struct{ all [][]byte }

// Append implements audit.Keeper.
func (l *lines) Append(ctx context.Context, line []byte) error {
	db.MustBeOutside(ctx)
	l.all = append(l.all, bytes.Clone(line))
	return nil
}

// An end that is cut off together with what the database says of it adds up
// again, and so does a chain that is written anew. Only an anchor tells.
func TestVerifyAnchors_finds_a_hundred_tails_that_were_cut_off(t *testing.T) {
	t.Parallel()

	const entries = 40
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		kept := &lines{}
		for range 4 {
			grow(t, w, entries/4)
			require.NoError(t, w.App.Audit.KeepAnchor(t.Context(), kept, slog.New(slog.DiscardHandler)))
			w.Advance(time.Hour)
		}
		require.Len(t, kept.all, 4)
		against := func(ctx context.Context, tx db.Tx) ([]check.Finding, error) {
			return w.App.Audit.VerifyAnchors(ctx, tx, kept.all, "")
		}
		require.Empty(t, tampered(t, w, nil, against))
		dropGuards(t, w.DB)
		r := rand.New(rand.NewPCG(47, 11))
		for range 100 {
			last := r.IntN(entries) // of those that are left
			cut := []string{
				fmt.Sprintf("DELETE FROM audit_entries WHERE seq > %d", last),
				fmt.Sprintf("UPDATE audit_heads SET seq = %[1]d, hash = COALESCE((SELECT hash FROM audit_entries WHERE seq = %[1]d), '')", last),
			}
			require.Empty(t, tampered(t, w, cut, func(ctx context.Context, tx db.Tx) ([]check.Finding, error) { return audit.Verify(ctx, tx) }),
				"the chain alone cannot tell")
			found := tampered(t, w, cut, against)
			require.Len(t, found, 4-last/(entries/4), "every anchor after the cut, at %d", last)
			require.Contains(t, found[0].Detail, "missing")
		}
		anew := []string{"UPDATE audit_entries SET hash = 'x' WHERE seq = 20"}
		require.Contains(t, tampered(t, w, anew, against)[0].Detail, "another one")
	})
}

func TestVerifyAnchors_believes_only_what_the_installation_has_signed(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		_, err := w.App.Audit.PublicKey(t.Context())
		require.ErrorIs(t, err, audit.ErrUnsigned, "there was no anchor yet")
		grow(t, w, 3)
		kept := &lines{}
		require.NoError(t, w.App.Audit.KeepAnchor(t.Context(), kept, slog.New(slog.DiscardHandler)))
		key, err := w.App.Audit.PublicKey(t.Context())
		require.NoError(t, err)
		signed := string(kept.all[0])
		require.Contains(t, signed, key)
		other := testkit.Open(t)
		foreign, err := other.App.Audit.Anchor(t.Context())
		require.NoError(t, err)
		look := func(line, key string) []check.Finding {
			return tampered(t, w, nil, func(ctx context.Context, tx db.Tx) ([]check.Finding, error) {
				return w.App.Audit.VerifyAnchors(ctx, tx, [][]byte{[]byte(line)}, key)
			})
		}
		require.Empty(t, look(signed, ""))
		require.Empty(t, look(signed, key))
		require.NotEmpty(t, look(signed, foreign.PublicKey), "whoever wrote the key down finds that the database has another")
		strange, err := json.Marshal(foreign)
		require.NoError(t, err)
		for _, line := range []string{
			"", "{", "null", "[]", signed[:len(signed)-5], string(strange),
			strings.Replace(signed, `"seq":3`, `"seq":2`, 1), strings.Replace(signed, `"at":"2`, `"at":"3`, 1),
		} {
			found := look(line, "")
			require.Len(t, found, 1, line)
			require.Contains(t, found[0].Detail, "not signed", line)
		}
		for _, bad := range []string{"x", "AAAA", "=", strings.Repeat("A", 43)} {
			_, err := w.App.Audit.VerifyAnchors(t.Context(), w.DB.Read(t.Context()), nil, bad)
			require.Error(t, err, bad)
		}
	})
}

// Whoever writes the chain of the ledger anew, from whichever place to its end,
// leaves one that adds up. The audit log knows what it was.
func TestVerify_finds_a_ledger_that_was_written_anew(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		for i := range 10 {
			require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := ledger.PostTx(ctx, tx, ledger.NewDraft(ledger.KindFeeCharged, fmt.Sprint("fee:", i), "EUR").
					Move(ledger.OtherFees, ledger.StripeAvailable, 100))
				return err
			}))
			require.NoError(t, w.App.Ledger.Chain(t.Context()))
			require.NoError(t, w.App.Ledger.Anchor(t.Context()))
			require.NoError(t, w.App.Ledger.Anchor(t.Context()), "nothing new to tell")
		}
		w.Settle()
		require.Empty(t, verify(t, w.DB))
		anchored := 0
		for _, e := range entries(t, w) {
			if e.Kind == "ledger.anchored" {
				anchored++
			}
		}
		require.Equal(t, 10, anchored)
		for name, table := range map[string]string{
			"ledger_links_keep": "ledger_links", "ledger_links_stay": "ledger_links", "ledger_heads_forward": "ledger_heads",
			"ledger_entries_keep": "ledger_entries", "ledger_entries_stay": "ledger_entries",
			"ledger_journals_keep": "ledger_journals", "ledger_journals_stay": "ledger_journals",
		} {
			if w.DB.ServesMany() {
				name += " ON " + table
			}
			exec(t, w.DB, "DROP TRIGGER IF EXISTS "+name)
		}
		exec(t, w.DB, "DELETE FROM ledger_days")
		exec(t, w.DB, "DELETE FROM ledger_checkpoints")
		exec(t, w.DB, "DELETE FROM ledger_links WHERE seq > 4")
		exec(t, w.DB, `DELETE FROM ledger_entries WHERE journal_id NOT IN (SELECT journal_id FROM ledger_links)
			AND journal_id = (SELECT MAX(id) FROM ledger_journals)`)
		exec(t, w.DB, "DELETE FROM ledger_journals WHERE id = (SELECT MAX(id) FROM ledger_journals)")
		exec(t, w.DB, "UPDATE ledger_heads SET seq = 0, hash = ''")
		exec(t, w.DB, "DELETE FROM ledger_links")
		exec(t, w.DB, `INSERT INTO ledger_tail (entry_id, journal_id, seller_id, account, currency, amount_minor, posted_at)
			SELECT id, journal_id, seller_id, account, currency, amount_minor, posted_at FROM ledger_entries`)
		require.NoError(t, w.App.Ledger.Chain(t.Context()))
		findings, err := ledger.Verify(t.Context(), w.DB.Read(t.Context()))
		require.NoError(t, err)
		require.Empty(t, findings, "the ledger adds up by itself")
		found := verify(t, w.DB)
		require.Len(t, found, 1, "the journal at the end is missing; the others are the same")
		require.Contains(t, found[0].Detail, "ledger")
	})
}
