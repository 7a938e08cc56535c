package payout

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestStatusOf(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		account ProviderAccount
		want    AccountStatus
	}{
		"just opened": {ProviderAccount{CurrentlyDue: []string{"external_account"}}, AccountOnboarding},
		// Asking the seller again while the provider verifies sends them in circles.
		"being verified": {
			ProviderAccount{IsDetailsSubmitted: true, PendingVerification: []string{"individual.id_number"}, DisabledReason: "requirements.pending_verification"},
			AccountVerifying,
		},
		"all is well":  {ProviderAccount{IsDetailsSubmitted: true, CanReceive: true, CanPayOut: true}, AccountEnabled},
		"bank missing": {ProviderAccount{IsDetailsSubmitted: true, CanReceive: true, CurrentlyDue: []string{"external_account"}}, AccountRestricted},
		"past due":     {ProviderAccount{IsDetailsSubmitted: true, DisabledReason: "requirements.past_due"}, AccountRestricted},
		"new reason":   {ProviderAccount{IsDetailsSubmitted: true, DisabledReason: "something_new"}, AccountRestricted},
		"rejected": {
			ProviderAccount{IsDetailsSubmitted: true, CanReceive: true, CanPayOut: true, DisabledReason: "rejected.fraud"}, AccountRejected,
		},
	} {
		require.Equal(t, c.want, statusOf(&c.account), name)
	}
}
