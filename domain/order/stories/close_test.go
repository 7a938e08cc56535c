package stories_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

func approves(t *testing.T, w *testkit.World, by *testkit.Person, p *approval.Proposal) error {
	t.Helper()
	_, err := w.App.Approvals.Approve(actor.With(t.Context(), by.Actor), by.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	return err
}

// recorded requires that the audit log names both persons for a kind of event.
func recorded(t *testing.T, w *testkit.World, kind string, proposer, approver *testkit.Person) {
	t.Helper()
	w.Settle()
	found, err := w.App.Audit.Find(t.Context(), approver.Actor, audit.Filter{Kind: &kind}, page.First(10))
	require.NoError(t, err)
	require.Len(t, found.Nodes, 1)
	require.Equal(t, approver.Account, found.Nodes[0].ActorID)
	require.Equal(t, proposer.Account, found.Nodes[0].ProposedBy)
}

func mailed(w *testkit.World, to, subject string) int {
	n := 0
	for _, m := range w.App.CaughtMail() {
		if m.To == to && m.Subject == subject {
			n++
		}
	}
	return n
}

// A seller is closed by its owner or by two operators, and by nobody while a
// buyer waits. What it is owed is paid out after.
func TestCloseSeller(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, anna, fin := w.Operator(), w.Operator(), w.OperatorWith(identity.OperatorFinance)
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln")
		alice := w.Buyer("Alice")
		bought := alice.Buys(mill.Product("Tea", "20.00", 10).Times(1))
		in := order.CloseProposeInput{SellerID: mill.ID, Reason: "The seller asked by letter."}

		_, err := w.App.Orders.CloseSeller(t.Context(), mill.Actor, seller.CloseInput{Reason: "Enough."})
		require.ErrorIs(t, err, order.ErrSellerBusy)
		_, err = w.App.Orders.ProposeClose(t.Context(), olga.Actor, in)
		require.ErrorIs(t, err, order.ErrSellerBusy)
		_, err = w.App.Orders.ProposeClose(t.Context(), fin.Actor, in)
		require.ErrorIs(t, err, approval.ErrForbidden)
		_, err = w.App.Orders.ProposeClose(t.Context(), olga.Actor, order.CloseProposeInput{SellerID: "sel_none", Reason: "R."})
		require.ErrorIs(t, err, seller.ErrNotFound)

		mill.Ships(bought)
		p, err := w.App.Orders.ProposeClose(t.Context(), olga.Actor, in)
		require.NoError(t, err)
		require.ErrorIs(t, approves(t, w, olga, p), approval.ErrOwn)
		again := alice.Buys(mill.Product("Salt", "20.00", 10).Times(1))
		require.ErrorIs(t, approves(t, w, anna, p), order.ErrSellerBusy, "a buyer has come meanwhile")
		mill.Ships(again)
		require.NoError(t, approves(t, w, anna, p))
		found, err := w.App.Sellers.ByIDs(t.Context(), []seller.ID{mill.ID})
		require.NoError(t, err)
		require.Equal(t, seller.StatusClosed, found[mill.ID].Status)
		recorded(t, w, seller.Closed{}.EventName(), olga, anna)
		require.Equal(t, 1, mailed(w, mill.Email, "Mill is closed"))
		_, err = w.App.Orders.ProposeClose(t.Context(), olga.Actor, in)
		require.ErrorIs(t, err, seller.ErrStatusConflict)

		w.Advance(15 * 24 * time.Hour)
		w.Settle()
		w.Advance(3 * 24 * time.Hour)
		w.Settle()
		w.Balanced()
		balances, err := w.App.Ledger.BalancesFor(t.Context(), olga.Actor, &mill.ID, nil)
		require.NoError(t, err)
		for _, b := range balances {
			require.Zero(t, b.HeldMinor+b.ReleasableMinor, "an open balance is no reason to stay, and is paid out")
		}
		_, err = w.App.Orders.CloseSeller(t.Context(), kiln.Actor, seller.CloseInput{Reason: "Enough."})
		require.NoError(t, err, "an owner needs nobody")
	})
}

// Two operators offer the ownership of a seller to a member, who has to accept.
func TestAssignOwner(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, anna, fin := w.Operator(), w.Operator(), w.OperatorWith(identity.OperatorFinance)
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln")
		heir := w.Buyer("Heir")
		m := w.Joins(heir, mill.Invites(heir.Email, seller.Charge{Role: seller.RoleSupport}))
		in := seller.AssignInput{SellerID: mill.ID, MemberID: m.ID, Reason: "The owner has died."}

		_, err := w.App.Sellers.ProposeOwner(t.Context(), fin.Actor, in)
		require.ErrorIs(t, err, approval.ErrForbidden)
		_, err = w.App.Sellers.ProposeOwner(t.Context(), olga.Actor, seller.AssignInput{SellerID: kiln.ID, MemberID: m.ID, Reason: "R."})
		require.ErrorIs(t, err, seller.ErrMemberNotFound, "of another seller")
		p, err := w.App.Sellers.ProposeOwner(t.Context(), olga.Actor, in)
		require.NoError(t, err)
		_, err = w.App.Sellers.ProposeOwner(t.Context(), anna.Actor, in)
		require.ErrorIs(t, err, approval.ErrPending)
		require.ErrorIs(t, approves(t, w, olga, p), approval.ErrOwn)
		require.NoError(t, approves(t, w, anna, p))
		recorded(t, w, seller.OwnershipOffered{}.EventName(), olga, anna)
		require.Equal(t, 1, mailed(w, heir.Email, "You are asked to own Mill"))
		require.Equal(t, 1, mailed(w, mill.Email, "The ownership of Mill is offered"))
		_, err = w.App.Sellers.ProposeOwner(t.Context(), olga.Actor, in)
		require.ErrorIs(t, err, seller.ErrOfferExists)

		members, err := w.App.Sellers.MembersByIDs(t.Context(), []seller.ID{mill.ID})
		require.NoError(t, err)
		require.Len(t, members[mill.ID], 2)
		offers, err := w.App.Sellers.OffersTo(t.Context(), heir.Account)
		require.NoError(t, err)
		require.Len(t, offers, 1)
		_, err = w.App.Sellers.AcceptOffer(t.Context(), heir.Actor, seller.OfferAnswerInput{OfferID: offers[0].ID})
		require.NoError(t, err)
		w.Settle()
		require.Equal(t, 1, mailed(w, heir.Email, "You own Mill"))
		require.Equal(t, 1, mailed(w, mill.Email, "Your role for Mill has changed"))
		_, err = w.App.Sellers.ProposeOwner(t.Context(), olga.Actor, in)
		require.ErrorIs(t, err, seller.ErrOwnerAlready)
	})
}
