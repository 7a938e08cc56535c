package demo_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/internal/testkit"
	"github.com/etal-market/etal/server/demo"
)

// stripe posts to the world's simulator, and fails from the given call on.
func stripe(w *testkit.World, failFrom int) demo.Stripe {
	calls := 0
	return func(ctx context.Context, path, key string, form url.Values) error {
		if calls++; failFrom > 0 && calls >= failFrom {
			return fmt.Errorf("call %d: nobody answers", calls)
		}
		r := httptest.NewRequestWithContext(ctx, http.MethodPost, path, strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if key != "" {
			r.Header.Set("Authorization", "Bearer "+key)
		}
		rec := httptest.NewRecorder()
		w.Stripe.Handler().ServeHTTP(rec, r)
		if rec.Code >= http.StatusBadRequest {
			return fmt.Errorf("%s: %s", path, rec.Body)
		}
		return nil
	}
}

func TestMarket(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		require.NoError(t, demo.Market(t.Context(), w.App, stripe(w, 0)))
		w.Settle()
		w.Balanced()
		require.Zero(t, w.Parked())

		for _, p := range demo.People() {
			opened, err := w.App.Identity.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: p.Email, Password: demo.Password})
			require.NoError(t, err, p.Email)
			hats, err := w.App.Sellers.Hats(t.Context(), opened.Account, opened.Session.ID)
			require.NoError(t, err)
			if strings.Contains(p.Role, "buyer") {
				continue
			}
			require.Len(t, hats, 2, "%s: a buyer, and %s", p.Email, p.Role)
		}
		paid := orders(t, w)
		require.Len(t, paid, 2)
		for _, o := range paid {
			require.Equal(t, order.StatusPaid, o.Status)
		}

		require.NoError(t, demo.Market(t.Context(), w.App, stripe(w, 0)), "the second start")
		require.Len(t, orders(t, w), 2)
	})
}

func TestMarket_goes_on_after_an_interruption(t *testing.T) {
	t.Parallel()
	for failFrom := 1; failFrom <= 5; failFrom++ {
		w := testkit.Open(t)
		require.Error(t, demo.Market(t.Context(), w.App, stripe(w, failFrom)))
		require.NoError(t, demo.Market(t.Context(), w.App, stripe(w, 0)))
		for _, p := range demo.People() {
			_, err := w.App.Identity.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: p.Email, Password: demo.Password})
			require.NoError(t, err, "%d: %s", failFrom, p.Email)
		}
		w.Settle()
		w.Balanced()
	}
}

func orders(t *testing.T, w *testkit.World) []*order.Order {
	t.Helper()
	found, err := w.App.Orders.Find(t.Context(), w.Operator().Actor, order.Filter{}, page.First(10))
	require.NoError(t, err)
	return found.Nodes
}

// example is a document of GraphiQL with variables for the demo data.
type example struct {
	Role, Document string
	Variables      map[string]any
}

// What GraphiQL offers works on the demo data: it answers without errors and is not
// empty.
func TestExamples_work_on_the_demo_data(t *testing.T) {
	t.Parallel()
	listed, err := os.ReadFile("../../docs/api/operations/examples.json")
	require.NoError(t, err)
	var examples []example
	require.NoError(t, json.Unmarshal(listed, &examples))
	manifest, err := os.ReadFile("../../clients/typescript/src/gql/persisted-documents.json")
	require.NoError(t, err)
	var documents map[string]string
	require.NoError(t, json.Unmarshal(manifest, &documents))
	named := regexp.MustCompile(`(?:query|mutation) (\w+)`)
	texts := map[string]string{}
	for _, text := range documents {
		if m := named.FindStringSubmatch(text); m != nil {
			texts[m[1]] = text
		}
	}
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		require.NoError(t, demo.Market(t.Context(), w.App, stripe(w, 0)))
		w.Settle()
		roles := map[string]int{}
		for _, e := range examples {
			require.NotEmpty(t, texts[e.Document], e.Document)
			a := w.Asks(wearing(t, w, e.Role), texts[e.Document], e.Variables)
			require.Empty(t, a.Errors, e.Document)
			for field, value := range a.Data {
				require.NotNil(t, value, "%s: %s", e.Document, field)
				if list, ok := value.([]any); ok {
					require.NotEmpty(t, list, e.Document)
				}
				if object, ok := value.(map[string]any); ok {
					require.Empty(t, object["userErrors"], e.Document)
					if nodes, ok := object["nodes"].([]any); ok {
						require.NotEmpty(t, nodes, e.Document)
					}
				}
			}
			roles[e.Role]++
		}
		require.Len(t, roles, 4)
	})
}

// wearing signs somebody of the demo data in, under the hat of a role.
func wearing(t *testing.T, w *testkit.World, role string) *testkit.Person {
	t.Helper()
	email := map[string]string{"buyer": "alice@etal.example", "seller": "mia@muehle.example", "operator": "olga@etal.example"}[role]
	if email == "" {
		require.Equal(t, "stranger", role)
		return nil
	}
	opened, err := w.App.Identity.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: email, Password: demo.Password})
	require.NoError(t, err)
	hats, err := w.App.Sellers.Hats(t.Context(), opened.Account, opened.Session.ID)
	require.NoError(t, err)
	p := &testkit.Person{Token: opened.Token}
	for _, h := range hats {
		if strings.EqualFold(string(h.Kind), role) && h.ActAs != nil {
			p.ActAs = *h.ActAs
		}
	}
	return p
}
