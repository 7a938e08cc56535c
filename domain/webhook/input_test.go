package webhook_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/webhook"
)

func TestRules_admit_public_names_only(t *testing.T) {
	t.Parallel()

	for _, good := range []string{
		"https://hooks.example.com/etal", "https://hooks.example.com:443/", "https://xn--bcher-kva.example/a?b=c", "https://Hooks.Example.COM./",
	} {
		require.True(t, webhook.Admits(webhook.Rules{}, good), good)
	}
	for _, bad := range []string{
		"", "hooks.example.com", "http://hooks.example.com/", "ftp://hooks.example.com/", "https:hooks.example.com", "https:///path",
		"https://hooks.example.com:8443/", "https://user@hooks.example.com/", "https://u:p@hooks.example.com/", "https://hooks.example.com/#part",
		"https://127.0.0.1/", "https://10.0.0.1/", "https://8.8.8.8/", "https://[::1]/", "https://[2001:db8::1]/", "https://[::ffff:127.0.0.1]/",
		"https://2130706433/", "https://0x7f000001/", "https://0x7f.1/", "https://0177.0.0.1/", "https://127.1/", "https://1.2.3.4./",
		"https://localhost/", "https://a.localhost/", "https://printer.local/", "https://metadata.google.internal/", "https://router.home.arpa/",
		"https://intranet/", "https://a..example.com/", "https://hooks.example.com/a b", "https://hooks.example.com/\x00", "https://häuser.example/",
		"https://hooks.example.com/\r\nX: y", "javascript:alert(1)",
	} {
		require.False(t, webhook.Admits(webhook.Rules{}, bad), bad)
	}
	require.True(t, webhook.Admits(webhook.Rules{Anywhere: true}, "http://127.0.0.1:9999/hook"))
	require.False(t, webhook.Admits(webhook.Rules{Anywhere: true}, "file:///etc/passwd"))
}

func TestWaits_are_about_three_days(t *testing.T) {
	t.Parallel()

	var sum time.Duration
	for i, wait := range webhook.Waits() {
		sum += wait
		for range 100 {
			chosen := webhook.WaitAfter(int64(i + 1))
			require.GreaterOrEqual(t, chosen, wait)
			require.LessOrEqual(t, chosen, wait+wait/5)
		}
	}
	require.InDelta(t, 75.6, sum.Hours(), 0.1)
	require.Len(t, webhook.Waits(), webhook.TriesMax-1)
	require.Equal(t, "payout.account_changed", webhook.PayoutAccountChanged.Name())
}
