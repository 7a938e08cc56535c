package privacy_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
)

// gives lets an operator give a buyer money back by a method.
func gives(t *testing.T, w *testkit.World, of *order.Order, by refund.Method, amount string) *refund.Refund {
	t.Helper()
	made, err := w.App.Refunds.Create(t.Context(), w.Operator().Actor, refund.CreateInput{
		OrderID: id.Any(of.ID), Amount: &money.Input{Amount: amount, CurrencyCode: of.Currency}, Reason: refund.ReasonGoodwill, Method: &by,
		IdempotencyKey: string(by) + amount,
	})
	require.NoError(t, err)
	w.Settle()
	return made.Refund
}

// Nobody is erased while the platform owes them money, and everybody can let it go.
func TestErasure_waits_for_money_that_is_owed(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p, paid := lives(t, w)
		w.TopsUp(5000) // the seller was paid what is given back
		inTheWay := func(in privacy.RequestInput) []privacy.Hindrance {
			in.Password = testkit.Password
			e, err := w.App.Privacy.Request(t.Context(), p.Actor, in)
			require.NoError(t, err)
			_, err = w.App.Privacy.Withdraw(t.Context(), p.Actor)
			require.NoError(t, err)
			return e.Hindrances
		}
		yes := true
		require.Empty(t, inTheWay(privacy.RequestInput{}))
		gives(t, w, paid, refund.MethodCard, "1.00")
		require.Empty(t, inTheWay(privacy.RequestInput{}), "it has left for the card")
		byBank := gives(t, w, paid, refund.MethodBank, "2.00")
		for _, status := range []refund.Status{
			refund.StatusPlanned, refund.StatusSending, refund.StatusUnknown, refund.StatusPending, refund.StatusRequiresAction, refund.StatusFailed,
			refund.StatusAwaitingBank,
		} {
			require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw("UPDATE refunds SET status = ? WHERE id = ?", status, byBank.ID).Exec(ctx)
				return err
			}))
			require.Equal(t, []privacy.Hindrance{privacy.OpenRefund}, inTheWay(privacy.RequestInput{IsCreditForfeited: &yes}), status)
		}
		asked := asksToBeErased(t, w, p)
		w.Advance(15 * day)
		w.Settle()
		now, err := w.App.Privacy.Current(t.Context(), p.Actor)
		require.NoError(t, err)
		require.Equal(t, asked.ID, now.ID)
		require.Equal(t, privacy.Postponed, now.Status)

		// Whoever does not say where to pay has credit, and may spend it, be paid it or let it go.
		_, err = w.App.Refunds.PayOtherwise(t.Context(), w.Operator().Actor, refund.PayOtherwiseInput{
			RefundID: byBank.ID, Method: refund.MethodCredit, IdempotencyKey: "credit",
		})
		require.NoError(t, err)
		_, err = w.App.Privacy.Withdraw(t.Context(), p.Actor)
		require.NoError(t, err)
		require.Equal(t, []privacy.Hindrance{privacy.UnspentCredit}, inTheWay(privacy.RequestInput{}))
		_, err = w.App.Privacy.Request(t.Context(), p.Actor, privacy.RequestInput{Password: testkit.Password, IsCreditForfeited: &yes})
		require.NoError(t, err)
		w.Advance(15 * day)
		w.Settle()
		requireGone(t, w)
		owed, err := w.App.Refunds.CreditOf(t.Context(), w.Operator().Actor, &p.Account)
		require.NoError(t, err)
		require.Equal(t, []*money.Amount{{Minor: 200, Currency: "EUR"}}, owed, "the books go on owing it")
		_, err = w.App.Refunds.PayOutCredit(t.Context(), w.Operator().Actor, refund.CreditPayOutInput{
			BuyerID: p.Account, Amount: money.Input{Amount: "2.00", CurrencyCode: paid.Currency}, Reference: "Unclaimed property 2027", IdempotencyKey: "law",
		})
		require.NoError(t, err, "to whom the law names")
		require.Zero(t, w.Parked())
		w.Verified()
		w.Balanced()
	})
}

func TestErasure_by_operators_goes_on_when_credit_was_given_up_or_paid(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, otto, yes := w.OperatorWith(identity.OperatorAdmin), w.OperatorWith(identity.OperatorAdmin), true
		mill := w.Seller("Mill", testkit.Onboarded)
		tea := mill.Product("Tea", "12.49", 10)
		buys := func(name string) *order.Order {
			bought := w.Buyer(name).Buys(tea.Times(1))
			mill.Ships(bought)
			return bought
		}
		orders := map[string]*order.Order{"gives up": buys("Zoe"), "is paid": buys("Ann")}
		w.Advance(31 * day)
		w.Settle()
		for name, ends := range map[string]func(p identity.AccountID) *bool{
			"gives up": func(identity.AccountID) *bool { return &yes },
			"is paid": func(p identity.AccountID) *bool {
				_, err := w.App.Refunds.PayOutCredit(t.Context(), olga.Actor, refund.CreditPayOutInput{
					BuyerID: p, Amount: money.Input{Amount: "12.49", CurrencyCode: "EUR"}, Reference: "1", IdempotencyKey: "out",
				})
				require.NoError(t, err)
				return nil
			},
		} {
			p := orders[name].BuyerID
			gives(t, w, orders[name], refund.MethodCredit, "12.49")
			asked, err := w.App.Privacy.Propose(t.Context(), olga.Actor, privacy.ProposeInput{AccountID: p, Reason: "By letter.", IsCreditForfeited: ends(p)})
			require.NoError(t, err, name)
			_, err = w.App.Approvals.Approve(t.Context(), otto.Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
			require.NoError(t, err, name)
			w.Settle()
			a, err := w.App.Identity.Account(t.Context(), p)
			require.NoError(t, err)
			require.NotNil(t, a.ErasedAt, name)
		}
		w.Verified()
	})
}

// Refunds above a limit take two persons. What they write about the buyer stands in
// proposals, which are about the order.
func TestErasure_leaves_no_word_of_large_refunds(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p, paid := lives(t, w)
		w.TopsUp(5000) // the seller was paid what is given back
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
