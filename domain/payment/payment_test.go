package payment

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

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

// Fourteen working days are counted from the day on which the bank was asked, whichever it was.
func TestProcessingUntil_counts_working_days(t *testing.T) {
	t.Parallel()
	for since, until := range map[string]string{
		"2026-11-23T10:00:00Z": "2026-12-11T10:00:00Z", // Monday to Friday
		"2026-11-27T10:00:00Z": "2026-12-17T10:00:00Z", // Friday to Thursday
		"2026-11-28T23:59:59Z": "2026-12-17T23:59:59Z", // Saturday
	} {
		at, err := time.Parse(time.RFC3339, since)
		require.NoError(t, err)
		p := &Payment{ProcessingSince: &at}
		require.Equal(t, until, p.ProcessingUntil().Format(time.RFC3339), since)
	}
	require.Nil(t, (&Payment{}).ProcessingUntil())
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
