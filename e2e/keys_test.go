package e2e_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var keysFull = flag.Bool("e2e.keys.full", os.Getenv("ETAL_E2E_FULL") == "1", "race 1,000 idempotency keys over two processes instead of 24")

const keyedDocument = `mutation($input: CheckoutCompleteInput!) { checkoutComplete(input: $input) {
	order { id number email total { amount currencyCode } payment { id amount { amount } } sellerOrders { id } } userErrors { code field } } }`

// keyed is what became of a command that was sent many times at once.
type keyed struct {
	guest  *person
	input  map[string]any
	answer string // the data of all of them
}

// TestKeys_raced_over_two_processes sends the checkout of each of many carts twenty
// times at once, to two processes on one PostgreSQL. Each cart becomes one order, and
// all twenty are answered alike. Two guests each use the same key: it is each one's own.
func TestKeys_raced_over_two_processes(t *testing.T) {
	t.Parallel()
	keys, hands := 24, 4
	if *keysFull {
		keys = 1000
	}
	n := startNodes(t)
	n.onboard()
	began := time.Now()
	var busy atomic.Int64
	all, next := make([]keyed, keys), make(chan int)
	var wg sync.WaitGroup
	for range hands {
		wg.Go(func() {
			for i := range next {
				all[i] = n.race(fmt.Sprint("key-", i/2), &busy)
			}
		})
	}
	for i := range keys {
		next <- i
	}
	close(next)
	wg.Wait()
	t.Logf("%d keys, each 20 times at once: %s, %d answers were to come again", keys, time.Since(began).Round(time.Second), busy.Load())
	require.False(t, t.Failed())

	orders := map[string]bool{}
	for _, k := range all {
		orders[k.answer] = true
	}
	require.Len(t, orders, keys, "no two commands have one answer")
	n.once(keys)
	n.reused(all[0])
	n.once(keys)
	require.NoError(t, n.api.stop())
	var verified struct{ OK bool }
	require.NoError(t, n.api.run(&verified, "verify", "--json"))
	require.True(t, verified.OK)
}

// once holds that there is one of everything for each key, here and at Stripe.
func (n *nodes) once(keys int) {
	n.t.Helper()
	for _, table := range []string{"orders", "payments", "seller_orders"} {
		require.Equal(n.t, keys, n.number("SELECT COUNT(*) FROM "+table), table)
	}
	sold := n.number("SELECT SUM(quantity) FROM order_lines")
	require.Equal(n.t, keys, sold)
	intents := map[string]int{}
	for _, intent := range n.listStripe("payment_intents", "") {
		intents[show(intent["id"])]++
	}
	require.Len(n.t, intents, keys, "a payment at Stripe for each key")
}

// race sends one command twenty times at once, to both processes in turn. Whoever is
// told that it is still running asks again.
func (n *nodes) race(key string, busy *atomic.Int64) keyed {
	const sides = 20
	k := keyed{guest: n.guest()}
	k.input = checkoutInput(n.fill(k.guest, 0), key)
	var answers [sides]string
	start := make(chan struct{})
	var all sync.WaitGroup
	for side := range sides {
		all.Go(func() {
			<-start
			n.again("checkout", func() bool {
				answers[side] = n.send(side%2, k)
				if answers[side] == "" {
					busy.Add(1)
				}
				return answers[side] != ""
			})
		})
	}
	close(start)
	all.Wait()
	for _, answer := range answers {
		if answer != answers[0] || !strings.Contains(answer, `"userErrors":[]`) {
			n.t.Errorf("%s: %s and %s", key, answers[0], answer)
		}
	}
	k.answer = answers[0]
	return k
}

// send sends a command once. It returns the data of the answer; "" when there is none
// and the same is to be sent again.
func (n *nodes) send(node int, k keyed) string {
	a, text := n.say(node, k.guest, keyedDocument, map[string]any{"input": k.input})
	if len(a.errors) > 0 {
		switch a.errors[0].code {
		case "CONFLICT", "UNAVAILABLE", "TIMEOUT":
			return ""
		}
		n.t.Errorf("%s", text)
		return text
	}
	var body struct{ Data json.RawMessage }
	if err := json.Unmarshal([]byte(text), &body); err != nil {
		n.t.Errorf("%s: %v", text, err)
	}
	return string(body.Data)
}

// reused holds that the key does nothing with another input.
func (n *nodes) reused(k keyed) {
	n.t.Helper()
	k.input["email"] = "somebody.else@example.org"
	_, text := n.say(1, k.guest, keyedDocument, map[string]any{"input": k.input})
	require.Contains(n.t, text, `"order":null,"userErrors":[{"code":"IDEMPOTENCY_KEY_REUSED"`)
}
