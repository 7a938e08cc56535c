package notification_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/identity"
)

func TestFactor_tells_the_owner(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d)
		ada := identity.AccountID(w.register(t, "ada", "Ada").AccountID)
		for subject, e := range map[string]event.Event{
			"An authenticator app was set up":     factor.Enrolled{AccountID: ada},
			"Your second factor was removed":      factor.Removed{AccountID: ada},
			"Codes of your app count again":       factor.Thawed{AccountID: ada},
			"A device is trusted now":             identity.DeviceTrusted{AccountID: ada},
			"Your second factors stay":            factor.ResetStopped{AccountID: ada},
			"Your second factors were taken away": factor.Reset{AccountID: ada},
			"A recovery code was used":            factor.RecoveryCodeUsed{AccountID: ada, Left: 7},
			"You have new recovery codes":         factor.RecoveryCodesRenewed{AccountID: ada},
			"A passkey was added":                 factor.PasskeyAdded{AccountID: ada, Name: "Blue key"},
			"A passkey was removed":               factor.PasskeyRemoved{AccountID: ada, Name: "Blue key"},
			"There may be a copy of your passkey": factor.PasskeyFlagged{AccountID: ada, Name: "Blue key", First: true},
		} {
			w.drain(t)
			before := len(w.mail.taken)
			require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return event.Emit(ctx, tx, e) }))
			w.drain(t)
			require.Len(t, w.mail.taken, before+1)
			told := w.mail.taken[before]
			require.Equal(t, subject, told.Subject)
			require.Equal(t, "ada@example.org", told.To)
			require.Contains(t, told.Text, "not you")
			if strings.Contains(subject, "passkey") {
				require.Contains(t, told.Text, "Blue key")
			}
			if subject == "A recovery code was used" {
				require.Contains(t, told.Text, "7 are left")
			}
		}
		before := len(w.mail.taken)
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return event.Emit(ctx, tx, factor.PasskeyFlagged{AccountID: ada, Name: "Blue key"})
		}))
		w.drain(t)
		require.Len(t, w.mail.taken, before, "once for each passkey")
	})
}
