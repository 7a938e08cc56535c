package payment

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Whoever holds a stolen card must not learn that it was reported.
func TestDeclineReason_tells_thieves_nothing(t *testing.T) {
	t.Parallel()

	for _, code := range []string{"lost_card", "stolen_card", "fraudulent", "pickup_card", "merchant_blacklist", "anything_new"} {
		require.Equal(t, DeclineCard, declineReason("card_declined", code), code)
	}
	require.Equal(t, DeclineFunds, declineReason("card_declined", "insufficient_funds"))
	require.Equal(t, DeclineExpired, declineReason("expired_card", ""))
	require.Equal(t, DeclineCVC, declineReason("incorrect_cvc", ""))
	require.Empty(t, declineReason("", ""))
}

func TestSecret_is_never_printed(t *testing.T) {
	t.Parallel()

	p := Payment{ClientSecret: "pi_1_secret_xyz"}
	var log strings.Builder
	slog.New(slog.NewJSONHandler(&log, nil)).Info("payment", "payment", p, "secret", p.ClientSecret)
	for _, text := range []string{fmt.Sprint(p), fmt.Sprintf("%+v %#v", p, p.ClientSecret), log.String()} {
		require.NotContains(t, text, "xyz")
	}
}
