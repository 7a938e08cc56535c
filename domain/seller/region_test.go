package seller_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/seller"
)

func TestCanBePaid(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		platform, country string
		can, costs        bool
	}{
		{"", "BR", true, false}, // nobody has said where the platform is
		{"DE", "DE", true, false},
		{"DE", "FR", true, false},
		{"DE", "NO", true, false},
		{"DE", "GB", true, false},
		{"GB", "DE", true, false},
		{"DE", "CH", true, true},
		{"CH", "DE", true, true},
		{"DE", "US", true, true},
		{"US", "CA", true, true},
		{"US", "US", true, false},
		{"GB", "US", true, true},
		{"DE", "BR", false, true},
		{"BR", "DE", false, true},
		{"BR", "BR", true, false},
		{"AU", "NZ", false, true},
		{"JP", "US", false, true},
	} {
		require.Equal(t, c.can, seller.CanBePaid(c.platform, c.country), "%s to %s", c.platform, c.country)
		require.Equal(t, c.costs, seller.IsCrossBorder(c.platform, c.country), "%s to %s", c.platform, c.country)
	}
}

// Whether somebody can be paid is found out when they apply, and not when their
// first money is due.
func TestApply_only_from_where_money_can_be_sent(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		w.sellers.PaidFrom("DE")
		by, _ := w.buyer(t, "ana")
		for _, country := range []string{"BR", "br", " AU "} {
			_, err := w.sellers.Apply(t.Context(), by, seller.ApplyInput{Name: "Mill", Country: country})
			require.ErrorIs(t, err, seller.ErrCountryUnpaid, country)
		}
		applied, err := w.sellers.Apply(t.Context(), by, seller.ApplyInput{Name: "Mill", Country: "ch"})
		require.NoError(t, err)
		require.Equal(t, "CH", applied.Country)
	})
}
