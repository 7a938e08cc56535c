package seller_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

const day = 24 * time.Hour

// told lists whom the owners were told of, each time.
func told(t *testing.T, d *db.DB) (all [][]string) {
	t.Helper()
	var records []event.Record
	require.NoError(t, d.Read(t.Context()).NewSelect().Model(&records).Where("name = ?", "seller.stale_members_listed").OrderExpr("id").Scan(t.Context()))
	for _, r := range records {
		var e seller.StaleMembersListed
		require.NoError(t, json.Unmarshal(r.Payload, &e))
		all = append(all, e.Members)
	}
	return all
}

func TestReviewAccess(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		w := newWorld(d)
		owner := w.mill(t)
		carl, mara := owner.as(t, "carl", seller.RoleCatalog), owner.as(t, "mara", seller.RoleManager)
		review := func() { t.Helper(); require.NoError(t, w.sellers.ReviewAccess(t.Context())) }
		stale := func() (ids []seller.MemberID) {
			t.Helper()
			yes := true
			owner = owner.again(t)
			found, err := w.sellers.Members(t.Context(), owner.now(t), seller.MemberFilter{IsStale: &yes}, page.First(50))
			require.NoError(t, err)
			for _, m := range found.Nodes {
				ids = append(ids, m.ID)
			}
			return ids
		}
		c.Advance(90*day - time.Second)
		owner, mara = owner.again(t), mara.again(t)
		review()
		require.Empty(t, told(t, d))
		require.Empty(t, stale())
		c.Advance(time.Second)
		review()
		review() // any number of times
		require.Equal(t, [][]string{{carl.AccountID}}, told(t, d))
		require.Equal(t, []seller.MemberID{carl.member.ID}, stale())
		c.Advance(30*day - time.Second)
		review()
		require.Len(t, told(t, d), 1, "once a month")
		c.Advance(time.Second)
		review()
		require.Len(t, told(t, d), 2)

		_, token := w.invite(t, mara.again(t).now(t), "new@example.org", seller.Charge{Role: seller.RoleReadOnly})
		_, err := w.sellers.Actor(t.Context(), carl.again(t).token, string(owner.seller))
		require.NoError(t, err, "whoever signs in again is not stale any more")
		require.Empty(t, stale())
		c.Advance(180*day - time.Second)
		owner = owner.again(t)
		review()
		_, err = w.sellers.Actor(t.Context(), carl.again(t).token, string(owner.seller))
		require.NoError(t, err)
		c.Advance(time.Second)
		review()
		_, err = w.sellers.Actor(t.Context(), mara.again(t).token, string(owner.seller))
		require.ErrorIs(t, err, seller.ErrMemberDisabled, "to sign in is not enough after half a year")
		_, err = w.sellers.Preview(t.Context(), token)
		require.ErrorIs(t, err, seller.ErrInvitationInvalid)
		account, err := w.people.Account(t.Context(), identity.AccountID(mara.AccountID))
		require.NoError(t, err)
		hats, err := w.sellers.Hats(t.Context(), account, "")
		require.NoError(t, err)
		require.Len(t, hats, 1, "the hat is not offered")

		carl = carl.again(t)
		_, err = w.sellers.Enable(t.Context(), carl.now(t), seller.MemberInput{MemberID: mara.member.ID})
		require.ErrorIs(t, err, seller.ErrMemberAbove, "only an owner lets somebody in")
		_, err = w.sellers.Enable(t.Context(), owner.again(t).now(t), seller.MemberInput{MemberID: mara.member.ID})
		require.NoError(t, err)
		mara = mara.again(t)
		mara.now(t)
		review()
		mara.now(t)
		require.Subset(t, events(t, d), []string{"seller.member_disabled", "seller.member_enabled"})
	})
}

func TestReviewAccess_keeps_the_last_owner(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		w := newWorld(d)
		owner := w.mill(t)
		second := owner.as(t, "olaf", seller.RoleOwner)
		c.Advance(200 * day)
		errs := atOnce(4, func(int) error { return w.sellers.ReviewAccess(t.Context()) })
		require.Equal(t, 4, succeeded(errs), "%v", errs)
		disabled := 0
		for _, s := range []somebody{owner, second} {
			m, err := w.sellers.MembershipOf(t.Context(), identity.AccountID(s.AccountID), s.seller)
			require.NoError(t, err)
			if !m.IsEnabled() {
				disabled++
			}
		}
		require.Equal(t, 1, disabled, "one of two")
		require.Len(t, told(t, d), 1, "and of the one who stays somebody is told")
	})
}

func TestReviewAccess_leaves_others_alone(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		w := newWorld(d)
		by, _ := w.buyer(t, "alice")
		s := w.apply(t, by, "Mill")
		_, err := w.sellers.Reject(t.Context(), actor.Actor{Role: actor.System}, seller.RefuseInput{SellerID: s.ID, Reason: "No."})
		require.NoError(t, err)
		c.Advance(300 * day)
		require.NoError(t, w.sellers.ReviewAccess(t.Context()))
		require.Empty(t, told(t, d), "nobody looks after a rejected application")
	})
}
