package stripe

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/clock"
)

// arrivals notes when calls arrive, by endpoint.
type arrivals struct {
	mu sync.Mutex
	at map[string][]time.Time
}

func (a *arrivals) RoundTrip(r *http.Request) (*http.Response, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := clock.Wall{}.Now()
	for _, name := range []string{"all", endpointOf(r.Method, r.URL.Path)} {
		a.at[name] = append(a.at[name], now)
	}
	return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody}, nil
}

// most is how many calls arrived within any second.
func (a *arrivals) most(name string) int {
	at := a.at[name]
	slices.SortFunc(at, time.Time.Compare)
	most := 0
	for i := range at {
		n := 0
		for _, other := range at[i:] {
			if other.Sub(at[i]) < time.Second {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// ask sends calls to several endpoints from many sides at once.
func ask(t *testing.T, throttles []*throttle, endpoints, calls int) {
	t.Helper()
	var wg sync.WaitGroup
	for i := range calls {
		through := throttles[i%len(throttles)]
		wg.Go(func() {
			path := "http://stripe.test/v1/thing" + strconv.Itoa(i%endpoints) + "/id_" + strconv.Itoa(i)
			r, err := http.NewRequestWithContext(context.Background(), http.MethodPost, path, nil)
			if err != nil {
				t.Error(err)
				return
			}
			answer, err := through.RoundTrip(r)
			if err != nil {
				t.Error(err)
				return
			}
			_ = answer.Body.Close()
		})
	}
	wg.Wait()
}

// However many ask at once, no second has more calls than Stripe takes, neither
// altogether nor at one endpoint, and all of them get through.
func TestThrottle_stays_below_what_Stripe_takes(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		key                 string
		endpoints, most     int
		calls, processes    int
		atLeast, noLongerBy time.Duration
	}{
		"live key, one endpoint":    {key: "sk_live_x", endpoints: 1, most: 25, calls: 400, processes: 1, atLeast: 19 * time.Second, noLongerBy: 21 * time.Second},
		"live key, many endpoints":  {key: "sk_live_x", endpoints: 20, most: 100, calls: 800, processes: 1, atLeast: 9 * time.Second, noLongerBy: 11 * time.Second},
		"test key, many endpoints":  {key: "rk_test_x", endpoints: 20, most: 25, calls: 200, processes: 1, atLeast: 9 * time.Second, noLongerBy: 11 * time.Second},
		"live key, three processes": {key: "rk_live_x", endpoints: 20, most: 100, calls: 900, processes: 3, atLeast: 10 * time.Second, noLongerBy: 13 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				seen := &arrivals{at: map[string][]time.Time{}}
				var throttles []*throttle
				for range c.processes {
					throttles = append(throttles, newThrottle(seen, c.key, c.processes))
				}
				began := clock.Wall{}.Now()
				ask(t, throttles, c.endpoints, c.calls)
				took := clock.Wall{}.Now().Sub(began)
				require.Len(t, seen.at["all"], c.calls, "all of them get through")
				require.GreaterOrEqual(t, took, c.atLeast)
				require.LessOrEqual(t, took, c.noLongerBy, "nobody waits longer than needed")
				require.LessOrEqual(t, seen.most("all"), c.most)
				for i := range c.endpoints {
					require.LessOrEqual(t, seen.most("POST v1/thing"+strconv.Itoa(i)+"/*"), 25)
				}
			})
		})
	}
}

// A call whose caller has gone is not sent: the next attempt has the same key.
func TestThrottle_does_not_send_for_those_who_have_gone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		seen := &arrivals{at: map[string][]time.Time{}}
		throttled := newThrottle(seen, "sk_test_x", 1)
		ask(t, []*throttle{throttled}, 1, 5)
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		defer cancel()
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://stripe.test/v1/thing0/id_9", http.NoBody)
		require.NoError(t, err)
		answer, err := throttled.RoundTrip(r)
		if answer != nil {
			_ = answer.Body.Close()
		}
		require.Error(t, err)
		require.Len(t, seen.at["all"], 5)
	})
}

func TestEndpointOf(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"/v1/transfers":                    "POST v1/transfers",
		"/v1/transfers/tr_1/reversals":     "POST v1/transfers/*/reversals",
		"/v1/payment_intents/pi_1/cancel":  "POST v1/payment_intents/*/cancel",
		"/v1/transfers/tr_1/reversals/tr2": "POST v1/transfers/*/reversals/*",
		"/v1/balance":                      "POST v1/balance",

		"/v1/radar/early_fraud_warnings":            "POST v1/radar/early_fraud_warnings",
		"/v1/radar/early_fraud_warnings/issfr_1":    "POST v1/radar/early_fraud_warnings/*",
		"/v1/tax/calculations/taxcalc_1/line_items": "POST v1/tax/calculations/*/line_items",
		"/v1/reporting/report_runs/frr_1":           "POST v1/reporting/report_runs/*",
		"/v1/test_helpers/refunds/re_1/expire":      "POST v1/test_helpers/refunds/*/expire",
	} {
		require.Equal(t, want, endpointOf(http.MethodPost, path))
	}
}
