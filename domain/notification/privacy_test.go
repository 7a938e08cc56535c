package notification_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/notification"
)

// mute is a sender that takes nothing, and says to whom it was.
type mute struct{ why error }

func (r mute) Send(_ context.Context, m notification.Message) error {
	return fmt.Errorf("%w, affected recipient(s): %s", r.why, m.To)
}

func TestFarewell_goes_on_without_a_mailbox_and_names_no_address(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d)
		zoe := identity.AccountID(w.register(t, "zwiebelfisch", "Zoe").AccountID)
		farewell := func(why error) error {
			s, err := notification.New(notification.Sources{People: w.people}, mute{why}, notification.Options{})
			require.NoError(t, err)
			return s.Farewell(t.Context(), zoe)
		}
		require.NoError(t, farewell(notification.ErrRefused))
		err := farewell(errors.New("try again later"))
		require.ErrorContains(t, err, "try again later")
		require.NotContains(t, err.Error(), "zwiebelfisch")
	})
}
