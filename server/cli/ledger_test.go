package cli_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/ledger"
)

func TestLedgerBalance(t *testing.T) {
	t.Parallel()
	environ := map[string]string{"ETAL_DATABASE_URL": dbtest.URL(t, db.SQLite)}
	d, err := db.Open(t.Context(), environ["ETAL_DATABASE_URL"], db.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { _ = d.Close() })
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := ledger.PostTx(ctx, tx, ledger.NewDraft(ledger.KindSaleCaptured, "capture:1", "EUR").
			Debit(ledger.StripePending, 1000).Credit(ledger.Held("sel_a"), 900).Credit(ledger.DeferredCommission, 100))
		return err
	}))
	ask := func(args ...string) (int, string) {
		code, out, errs := etal(t, environ, append([]string{"ledger", "balance"}, args...)...)
		return code, out + errs
	}
	code, out := ask()
	require.Zero(t, code, out)
	require.Contains(t, out, "stripe:pending                               1000 EUR")
	code, out = ask("pay:seller:held", "--seller", "sel_a", "--as-of", d.Clock().Now().Add(time.Hour).Format(time.RFC3339))
	require.Zero(t, code, out)
	require.Contains(t, out, "-900 EUR")
	code, out = ask("--json", "--as-of", "2026-01-01")
	require.Zero(t, code, out)
	require.JSONEq(t, `{"asOf": "2026-01-01T00:00:00Z", "balances": []}`, out)
	for _, bad := range [][]string{{"--as-of", "yesterday"}, {"--as-of", "2026-13-01"}, {"--seller", "sel_a"}} {
		code, out = ask(bad...)
		require.NotZero(t, code, out)
	}
}
