package seller_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

func (s somebody) offers(t *testing.T, to somebody, former *seller.Role) *seller.Offer {
	t.Helper()
	o, err := s.w.sellers.OfferOwnership(t.Context(), s.now(t), seller.OfferInput{MemberID: to.member.ID, FormerRole: former})
	require.NoError(t, err)
	return o
}

func (s somebody) roleNow(t *testing.T) seller.Role {
	t.Helper()
	m, err := s.w.sellers.MembershipOf(t.Context(), identity.AccountID(s.AccountID), s.seller)
	require.NoError(t, err)
	return m.Role
}

func TestOwnership_is_transferred_by_agreement(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		mara, carl := owner.as(t, "mara", seller.RoleManager), owner.as(t, "carl", seller.RoleCatalog)
		_, err := w.sellers.OfferOwnership(t.Context(), mara.now(t), seller.OfferInput{MemberID: carl.member.ID})
		require.ErrorIs(t, err, seller.ErrMemberAbove, "a manager does not give it away")
		_, err = w.sellers.OfferOwnership(t.Context(), owner.now(t), seller.OfferInput{MemberID: owner.member.ID})
		require.ErrorIs(t, err, seller.ErrOwnerAlready)
		king := seller.Role("KING")
		_, err = w.sellers.OfferOwnership(t.Context(), owner.now(t), seller.OfferInput{MemberID: mara.member.ID, FormerRole: &king})
		require.ErrorIs(t, err, seller.ErrMemberRole)

		o := owner.offers(t, mara, nil)
		_, err = w.sellers.OfferOwnership(t.Context(), owner.now(t), seller.OfferInput{MemberID: carl.member.ID})
		require.ErrorIs(t, err, seller.ErrOfferExists, "one at a time")
		answer := seller.OfferAnswerInput{OfferID: o.ID}
		for _, other := range []actor.Actor{carl.Actor, owner.Actor, {}} {
			_, err = w.sellers.AcceptOffer(t.Context(), other, answer)
			require.ErrorIs(t, err, seller.ErrOfferNotFound, "it was not made to them")
			_, err = w.sellers.DeclineOffer(t.Context(), other, answer)
			require.ErrorIs(t, err, seller.ErrOfferNotFound)
		}
		require.Equal(t, seller.RoleManager, mara.roleNow(t), "not before she agrees")
		mine, err := w.sellers.OffersTo(t.Context(), identity.AccountID(mara.AccountID))
		require.NoError(t, err)
		require.Len(t, mine, 1)
		errs := atOnce(6, func(int) error {
			_, err := w.sellers.AcceptOffer(t.Context(), mara.Actor, answer)
			return err
		})
		require.Equal(t, 1, succeeded(errs), "%v", errs)
		require.Equal(t, seller.RoleOwner, mara.roleNow(t))
		require.Equal(t, seller.RoleManager, owner.roleNow(t), "the former owner is a manager at once")
		require.Contains(t, events(t, d), "seller.ownership_transferred")

		stays := seller.RoleOwner
		second := mara.offers(t, carl, &stays)
		_, err = w.sellers.AcceptOffer(t.Context(), carl.Actor, seller.OfferAnswerInput{OfferID: second.ID})
		require.NoError(t, err)
		require.Equal(t, seller.RoleOwner, mara.roleNow(t))
		require.Equal(t, seller.RoleOwner, carl.roleNow(t))
	})
}

func TestOwnership_offers_end(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		w := newWorld(d)
		owner := w.mill(t)
		second := owner.as(t, "olaf", seller.RoleOwner)
		mara := owner.as(t, "mara", seller.RoleManager)
		refused := func(o *seller.Offer, why string) {
			t.Helper()
			_, err := w.sellers.AcceptOffer(t.Context(), mara.Actor, seller.OfferAnswerInput{OfferID: o.ID})
			require.ErrorIs(t, err, seller.ErrOfferNotFound, why)
			require.Equal(t, seller.RoleManager, mara.roleNow(t))
		}
		o := owner.offers(t, mara, nil)
		_, err := w.sellers.CancelOffer(t.Context(), mara.now(t), seller.OfferAnswerInput{OfferID: o.ID})
		require.ErrorIs(t, err, seller.ErrMemberAbove)
		_, err = w.sellers.CancelOffer(t.Context(), w.other(t, "Kiln").now(t), seller.OfferAnswerInput{OfferID: o.ID})
		require.ErrorIs(t, err, seller.ErrOfferNotFound)
		_, err = w.sellers.CancelOffer(t.Context(), second.now(t), seller.OfferAnswerInput{OfferID: o.ID})
		require.NoError(t, err, "any owner takes it back")
		refused(o, "taken back")

		o = owner.offers(t, mara, nil)
		_, err = w.sellers.DeclineOffer(t.Context(), mara.Actor, seller.OfferAnswerInput{OfferID: o.ID})
		require.NoError(t, err)
		refused(o, "declined")

		o = owner.offers(t, mara, nil)
		c.Advance(seller.OfferMax)
		refused(o, "three days are over")
		owner, second = owner.again(t), second.again(t)

		o = owner.offers(t, mara, nil)
		_, err = w.sellers.SetRole(t.Context(), second.now(t), seller.MemberRoleSetInput{MemberID: owner.member.ID, Role: seller.RoleSupport})
		require.NoError(t, err)
		refused(o, "whoever offered is no owner any more")

		o = second.offers(t, mara, nil)
		_, err = w.sellers.Remove(t.Context(), second.now(t), seller.MemberInput{MemberID: mara.member.ID})
		require.NoError(t, err)
		_, err = w.sellers.AcceptOffer(t.Context(), mara.Actor, seller.OfferAnswerInput{OfferID: o.ID})
		require.ErrorIs(t, err, seller.ErrOfferNotFound, "she is no member any more")
	})
}
