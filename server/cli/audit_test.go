package cli_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/event"
)

// anchored makes an installation with keys and an audit log of four entries.
func anchored(t *testing.T) (map[string]string, *db.DB) {
	t.Helper()
	keys := filepath.Join(t.TempDir(), "keys.json")
	environ := map[string]string{"ETAL_DATABASE_URL": dbtest.URL(t, db.SQLite), "ETAL_KEYS": "file:" + keys}
	code, _, errs := etal(t, environ, "keys", "generate", "--file", keys)
	require.Zero(t, code, errs)
	code, _, errs = etal(t, environ, "seed", "--products", "0", "--sellers", "2")
	require.Zero(t, code, errs)
	d, err := db.Open(t.Context(), environ["ETAL_DATABASE_URL"], db.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { _ = d.Close() })
	deliver := event.NewDeliverer(d, audit.New(d, nil).Handlers()...)
	var events []event.ID
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT id FROM outbox ORDER BY id").Scan(t.Context(), &events))
	for _, id := range events {
		require.NoError(t, deliver.Deliver(t.Context(), event.Delivery{EventID: id}))
	}
	return environ, d
}

func TestAuditVerify_finds_a_tail_that_was_cut_off(t *testing.T) {
	t.Parallel()
	environ, d := anchored(t)
	file := filepath.Join(t.TempDir(), "anchors.jsonl")
	code, _, errs := etal(t, environ, "audit", "verify", "--anchors", file)
	require.Equal(t, 1, code, "a file that was asked for and is not there proves nothing")
	require.Contains(t, errs, "no anchors")
	code, line, errs := etal(t, environ, "audit", "anchor")
	require.Zero(t, code, errs)
	require.NoError(t, os.WriteFile(file, []byte(line), 0o600))
	code, out, errs := etal(t, environ, "audit", "verify", "--anchors", file)
	require.Zero(t, code, out+errs)
	require.Contains(t, out, "1 anchors, 0 findings")
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		for _, s := range []string{
			"DROP TRIGGER audit_entries_stay", "DROP TRIGGER audit_heads_forward", "DELETE FROM audit_entries WHERE seq = 4",
			"UPDATE audit_heads SET seq = 3, hash = (SELECT hash FROM audit_entries WHERE seq = 3)",
		} {
			if _, err := tx.NewRaw(s).Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	}))
	code, out, _ = etal(t, environ, "audit", "verify")
	require.Zero(t, code, "the chain alone adds up: %s", out)
	environ["ETAL_AUDIT_ANCHOR"] = file
	for _, args := range [][]string{{"audit", "verify"}, {"audit", "verify", "--json", "--anchors", file}} {
		code, out, _ = etal(t, environ, args...)
		require.Equal(t, 1, code)
		require.Contains(t, out, "entry 4 was on record")
	}
}

func TestAuditExport_writes_one_honest_line_for_each_entry(t *testing.T) {
	t.Parallel()
	environ, d := anchored(t)
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		if _, err := tx.NewRaw("DROP TRIGGER audit_entries_keep").Exec(ctx); err != nil {
			return err
		}
		bad := "a\nb\x1b[31mc\u202ed\u200be"
		_, err := tx.NewRaw("UPDATE audit_entries SET kind = ?, subject = ?, actor_role = ?, before_text = ?, after_text = ?", bad, bad, bad, bad, bad).Exec(ctx)
		return err
	}))
	code, out, errs := etal(t, environ, "audit", "export")
	require.Zero(t, code, errs)
	require.Equal(t, 4, strings.Count(out, "\n"))
	require.False(t, strings.ContainsAny(out, "\x1b\u202e\u200b"), "%q", out)
}

func TestAuditPrune_keeps_what_is_young(t *testing.T) {
	t.Parallel()
	environ, _ := anchored(t)
	code, out, errs := etal(t, environ, "audit", "prune")
	require.Zero(t, code, errs)
	require.Contains(t, out, "0 entries removed; the log is kept from its first entry")
	code, out, errs = etal(t, environ, "audit", "verify")
	require.Zero(t, code, out+errs)
	require.Contains(t, out, "the log is kept from its first entry")
	environ["ETAL_AUDIT_YEARS"] = "0"
	code, _, errs = etal(t, environ, "audit", "prune")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "kept for ever")
	environ["ETAL_AUDIT_YEARS"] = "31"
	code, _, _ = etal(t, environ, "audit", "prune")
	require.Equal(t, 2, code)
}
