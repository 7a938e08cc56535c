//go:build sandbox

package stripesim_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPromises_of_Stripe asks a sandbox of Stripe for the same as the simulator, and
// compares what both have answered. It is built and run by `make stripe-sandbox` only,
// and refuses to run without the key of a sandbox.
func TestPromises_of_Stripe(t *testing.T) {
	t.Parallel()
	key := os.Getenv("STRIPE_TEST_KEY")
	require.True(t, strings.HasPrefix(key, "sk_test_") || strings.HasPrefix(key, "rk_test_"),
		"set STRIPE_TEST_KEY to the secret key of a sandbox of Stripe (sk_test_…); never to one that moves money")
	w := newWorld(t)
	ours := newPlace(t, w.url, w.url, "sk_test_simulator")
	theirs := newPlace(t, "https://api.stripe.com", "https://files.stripe.com", key)
	for name, keep := range promises() {
		require.True(t, t.Run("simulator: "+name, func(t *testing.T) { keep(t, ours) }))
		t.Run("Stripe: "+name, func(t *testing.T) { keep(t, theirs) })
	}
	stripes := theirs.ear.shapes()
	for object, attributes := range ours.ear.shapes() {
		for name, kinds := range attributes {
			known, there := stripes[object][name]
			if !there {
				t.Errorf("%s.%s: the simulator has it, Stripe has not", object, name)
				continue
			}
			for _, kind := range kinds {
				if kind != "null" && !slices.Contains(known, kind) && !slices.Equal(known, []string{"null"}) {
					t.Errorf("%s.%s: the simulator answers a %s, Stripe %v", object, name, kind, known)
				}
			}
		}
		for name := range stripes[object] {
			if _, there := attributes[name]; !there {
				t.Logf("%s.%s: Stripe has it, the simulator has not", object, name)
			}
		}
	}
}

// shapes are the attributes of each kind of object that was answered, with the JSON
// types of their values.
func (e *ear) shapes() map[string]map[string][]string {
	e.mu.Lock()
	defer e.mu.Unlock()
	out := map[string]map[string][]string{}
	for _, raw := range e.answers {
		var v any
		if json.Unmarshal(raw, &v) == nil {
			shape(v, out)
		}
	}
	return out
}

func shape(v any, out map[string]map[string][]string) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			shape(item, out)
		}
	case map[string]any:
		kind, _ := v["object"].(string)
		for name, value := range v {
			shape(value, out)
			if kind == "" || kind == "list" {
				continue
			}
			if out[kind] == nil {
				out[kind] = map[string][]string{}
			}
			if k := kindOf(value); !slices.Contains(out[kind][name], k) {
				out[kind][name] = append(out[kind][name], k)
			}
		}
	}
}

func kindOf(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case float64:
		return "number"
	case string:
		return "string"
	case []any:
		return "list"
	}
	return "hash"
}
