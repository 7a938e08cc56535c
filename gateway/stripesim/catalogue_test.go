package stripesim_test

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A name that does not exist is refused in every hash of every path, and a hash is
// refused wherever a plain value is wanted: the catalogue says where those are.
func TestParameters_of_every_route_are_refused_at_any_depth(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, body := w.do(http.MethodGet, "/_sim/routes", "", "")
	var catalogue struct {
		Data []struct {
			Method, Path string
			Params       []struct{ Name, Type string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(body), &catalogue))
	inPath := regexp.MustCompile(`{\w+}`)
	routes, tries := 0, 0
	for _, r := range catalogue.Data {
		at := inPath.ReplaceAllString(r.Path, "x_1")
		send := func(pair, want string) {
			path, form := at, pair
			if r.Method == http.MethodGet || r.Method == http.MethodDelete {
				path, form = at+"?"+pair, ""
			}
			status, answer := w.do(r.Method, path, form, "")
			require.Equal(t, 400, status, "%s %s %s: %s", r.Method, at, pair, answer)
			require.Contains(t, answer, want, "%s %s %s", r.Method, at, pair)
			tries++
		}
		routes++
		send("zz_unknown=1", `"param":"zz_unknown"`)
		for _, p := range r.Params {
			name := strings.ReplaceAll(p.Name, "[*]", "[card_payments]")
			if strings.HasPrefix(p.Name, "components[*]") {
				name = strings.ReplaceAll(p.Name, "[*]", "[payouts]")
			}
			free := strings.HasSuffix(strings.TrimSuffix(p.Name, "]"), "metadata") || p.Name == "capabilities" || p.Name == "components" || p.Name == "rates" || strings.HasSuffix(p.Name, "[features]")
			switch {
			case p.Type == "hash" && free:
				send(name+"[zz_unknown][zz]=1", `"error"`)
			case p.Type == "hash":
				send(name+"[zz_unknown]=1", `"code":"parameter_unknown"`)
			case p.Type == "list":
				send(name+"[0][zz_unknown]=1", `"error"`)
			default:
				send(name+"[zz_unknown]=1", `"error"`)
			}
		}
	}
	require.Greater(t, routes, 120)
	require.Greater(t, tries, 500)
	t.Logf("%d routes, %d requests refused", routes, tries)
}

func TestLimits_by_count(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.post("/_sim/limits", "rate=5&endpoint=3")
	get := func(path string) int {
		status, _ := w.do(http.MethodGet, path, "", "")
		return status
	}
	statuses := func(path string, n int) []int {
		var out []int
		for range n {
			out = append(out, get(path))
		}
		return out
	}
	require.Equal(t, []int{200, 200, 200, 429}, statuses("/v1/balance", 4), "of one path")
	require.Equal(t, []int{200, 200, 429}, statuses("/v1/account", 3), "of all")
	w.sim.Advance(1e9)
	require.Equal(t, 200, get("/v1/balance"), "in the next second")

	status, answer := 0, ""
	for range 4 {
		status, answer = w.do(http.MethodPost, "/v1/customers", "name=Alice", "one")
	}
	require.Equal(t, 429, status)
	require.Contains(t, answer, `"code":"rate_limit"`)
	w.sim.Advance(1e9)
	status, _ = w.do(http.MethodPost, "/v1/customers", "name=Bob", "two")
	require.Equal(t, 200, status)
	w.post("/_sim/limits", "rate=0&endpoint=0")
	require.NotContains(t, statuses("/v1/balance", 40), 429)
}
