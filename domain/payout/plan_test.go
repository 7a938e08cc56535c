package payout_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

// Whether something of a part of an order is kept for a dispute is found by an index, since
// lists and sweeps ask it of each release.
func TestReleases_look_at_no_other_recoveries(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		plan := dbtest.Plan(t, d, "SELECT id FROM recoveries k WHERE k.seller_order_id = 'sor_a' AND k.status = 'FROZEN'")
		require.Contains(t, plan, "recoveries_seller_order_id_idx")
	})
}

// What is being taken back of a seller's balance is found among what is under way, of which
// there is little, and not among all that was ever taken back.
func TestPayouts_look_at_no_reversals_that_have_ended(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		plan := dbtest.Plan(t, d, "SELECT SUM(amount_minor) FROM reversals WHERE seller_id = 'sel_a' AND status IN ('PLANNED', 'SENDING', 'UNKNOWN')")
		require.Contains(t, plan, "reversals_checked_at_idx")
	})
}
