package privacy_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
)

// Refunds above a limit take two persons. What they write about the buyer stands in
// proposals, which are about the order.
func TestErasure_leaves_no_word_of_large_refunds(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p, paid := lives(t, w)
		olga, otto := w.OperatorWith(identity.OperatorAdmin), w.OperatorWith(identity.OperatorAdmin)
		propose := func(amount string) *approval.Proposal {
			note := "Mrs Zwiebelfisch of Quittengasse has called."
			made, err := w.App.Refunds.Create(t.Context(), olga.Actor, refund.CreateInput{
				OrderID: id.Any(paid.ID), Amount: &money.Input{Amount: amount, CurrencyCode: paid.Currency}, Reason: refund.ReasonGoodwill, Note: &note,
				IdempotencyKey: amount,
			})
			require.NoError(t, err)
			require.Nil(t, made.Refund)
			return made.Proposal
		}
		approve := func(asked *approval.Proposal) {
			_, err := w.App.Approvals.Approve(t.Context(), otto.Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
			require.NoError(t, err)
		}
		decided := propose("5.00")
		approve(decided)
		w.Settle()
		_, err := w.App.Approvals.Reject(t.Context(), otto.Actor, approval.RejectInput{ID: propose("6.00").ID, Note: "Zwiebelfisch has called us, too."})
		require.NoError(t, err)
		waiting := propose("7.00")
		w.Settle()
		require.Contains(t, dump(t, w.DB), "Mrs Zwiebelfisch of Quittengasse")

		asked, err := w.App.Privacy.Propose(t.Context(), olga.Actor, privacy.ProposeInput{AccountID: p.Account, Reason: "Asked by letter."})
		require.NoError(t, err)
		approve(asked)
		w.Settle()
		w.Advance(2 * time.Hour) // what was still being delivered then
		w.Settle()
		requireGone(t, w)
		for which, status := range map[approval.ID]approval.Status{decided.ID: approval.StatusApproved, waiting.ID: approval.StatusExpired} {
			kept, err := w.App.Approvals.Get(t.Context(), olga.Actor, which)
			require.NoError(t, err)
			require.Equal(t, status, kept.Status)
			require.Empty(t, kept.Reason)
		}
		require.Zero(t, w.Parked())
		w.Verified()
		w.Balanced()
	}, testkit.Setting("REFUND_LIMIT_PLATFORM", "400"))
}
