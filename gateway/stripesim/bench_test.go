package stripesim_test

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/gateway/stripesim"
)

// BenchmarkPayment creates and confirms a payment intent, with a journal.
func BenchmarkPayment(b *testing.B) {
	sim, err := stripesim.New(stripesim.Options{Path: filepath.Join(b.TempDir(), "journal")})
	require.NoError(b, err)
	defer func() { require.NoError(b, sim.Close()) }()
	h, id := sim.Handler(), regexp.MustCompile(`"id":"(pi_[^"]+)"`)
	send := func(path, body string) string {
		req := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
		req.Header.Set("Authorization", "Bearer sk_test_simulator")
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		res := httptest.NewRecorder()
		h.ServeHTTP(res, req)
		require.Equal(b, http.StatusOK, res.Code)
		return res.Body.String()
	}
	for b.Loop() {
		body := send("/v1/payment_intents", "amount=1000&currency=usd&payment_method=pm_card_visa&payment_method_types[0]=card")
		send("/v1/payment_intents/"+id.FindStringSubmatch(body)[1]+"/confirm", "")
	}
}
