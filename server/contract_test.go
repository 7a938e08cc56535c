//go:build contract

package server_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/internal/testkit"
)

// TestContract_streams lets the reference clients of both protocols follow an order
// while things happen to it. They come from npm, so it is not one of the plain tests:
// `make contract` and .ci/run run it.
func TestContract_streams(t *testing.T) {
	t.Parallel()
	node, err := filepath.Abs("contract")
	require.NoError(t, err)
	if _, err := os.Stat(filepath.Join(node, "node_modules", "graphql-ws")); err != nil {
		judge(t, node, nil, "npm", "ci", "--no-audit", "--no-fund")
	}
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice := w.Buyer("Alice")
		placed := alice.Orders(w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 10).Times(1))
		w.Streams()
		ctx, stop := context.WithCancel(t.Context())
		var telling sync.WaitGroup
		telling.Go(func() {
			every := time.NewTicker(20 * time.Millisecond)
			defer every.Stop()
			for i := 0; ; i++ {
				select {
				case <-ctx.Done():
					return
				case <-every.C:
				}
				err := w.DB.Write(ctx, func(ctx context.Context, tx db.Tx) error {
					return order.TellTx(ctx, tx, fmt.Sprint("tick.", i), placed.Order.ID)
				})
				if err != nil && ctx.Err() == nil {
					t.Error(err)
				}
			}
		})
		defer telling.Wait()
		defer stop()
		out := judge(t, node, []string{
			"API_URL=" + w.URL + "/graphql", "TOKEN=" + string(alice.Token), "ORDER_ID=" + string(placed.Order.ID),
		}, "node", "--test", "--test-reporter=tap", "--test-force-exit", "streams.mjs")
		page, err := os.ReadFile("../docs/judges.md")
		require.NoError(t, err)
		for _, client := range []string{"graphql-sse", "graphql-ws"} {
			passed := len(regexp.MustCompile(`(?m)^ok \d+ - `+client+" ").FindAllString(out, -1))
			require.Regexp(t, fmt.Sprintf(`(?m)^\| %s \| [0-9.]+ \| %[2]d of %[2]d \|`, client, passed), string(page), "what the page says")
		}
	})
}

func judge(t *testing.T, dir string, env []string, name string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s %v:\n%.6000s", name, args, out)
	return string(out)
}
