//go:build contract

package server_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/internal/testkit"
)

// TestContract_streams lets the reference clients of both protocols follow an order
// while things happen to it. They come from npm, so `make contract` alone runs it.
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
		judge(t, node, []string{
			"API_URL=" + w.URL + "/graphql", "TOKEN=" + string(alice.Token), "ORDER_ID=" + string(placed.Order.ID),
		}, "node", "--test", "--test-force-exit", "streams.mjs")
	})
}

func judge(t *testing.T, dir string, env []string, name string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s %v:\n%.6000s", name, args, out)
}
