package server_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
	webadmin "github.com/etal-market/etal/web-admin"
)

// directives are the sources of a policy by directive; a directive that is there twice
// counts once, as for browsers, and is a mistake.
func directives(t *testing.T, policy string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for each := range strings.SplitSeq(policy, ";") {
		name, sources, _ := strings.Cut(strings.TrimSpace(each), " ")
		require.NotContains(t, found, name, policy)
		found[name] = sources
	}
	return found
}

// One page lets Stripe's script in, and only where there is a key of Stripe's.
func TestEmbedding_widens_the_policy_of_one_page(t *testing.T) {
	t.Parallel()
	if _, built := webadmin.Files(); !built {
		t.Log("the web admin was not built: what answers is a page that says so, with the narrow policy")
	}
	keys := map[string]string{
		"ETAL_STRIPE_API_URL": "https://api.stripe.com", "ETAL_STRIPE_SECRET_KEY": "sk_test_a", "ETAL_STRIPE_PUBLISHABLE_KEY": "pk_test_a",
		"ETAL_STRIPE_WEBHOOK_SECRET": "whsec_a", "ETAL_STRIPE_CONNECT_WEBHOOK_SECRET": "whsec_b",
	}
	const embedding = "/admin/s/mill/payouts/account"
	for name, environ := range map[string]map[string]string{"Stripe": keys, "the simulator": nil} {
		w := newWorld(t, dbtest.New(t), environ)
		for _, path := range []string{
			embedding, embedding + "/", "/admin/", "/admin/login", "/admin/s/mill/payouts", "/admin/s/mill/payouts/pay_1", "/admin/platform/payouts/account",
			"/admin/s/a/b/payouts/account", "/admin/x/s/mill/payouts/account", "/graphiql", "/graphql?query=%7B__typename%7D",
		} {
			resp, _ := w.do(t, "GET", path, nil)
			policy := resp.Header.Get("Content-Security-Policy")
			_, built := webadmin.Files()
			if !built || name != "Stripe" || strings.TrimSuffix(path, "/") != embedding {
				require.NotContains(t, policy, "stripe", "%s with %s", path, name)
				require.Equal(t, "same-origin", resp.Header.Get("Cross-Origin-Opener-Policy"), path)
				continue
			}
			found := directives(t, policy)
			require.Equal(t, "https://connect-js.stripe.com https://js.stripe.com", found["frame-src"])
			require.Regexp(t, `^'self' 'nonce-\w+' https://connect-js\.stripe\.com https://js\.stripe\.com$`, found["script-src"])
			require.Regexp(t, `^'self' 'nonce-\w+' 'sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj/KnnzrOYqckXk='$`, found["style-src"])
			require.Equal(t, "'self' data: blob: https://*.stripe.com", found["img-src"])
			for directive, sources := range map[string]string{"default-src": "'self'", "object-src": "'none'", "frame-ancestors": "'none'", "base-uri": "'none'", "form-action": "'self'"} {
				require.Equal(t, sources, found[directive], directive)
			}
			require.NotContains(t, policy, "unsafe")
			require.Equal(t, "unsafe-none", resp.Header.Get("Cross-Origin-Opener-Policy"), "Stripe's window talks to the page")
		}
	}
}
