package seller_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// welcomes are the texts of mails to sellers who were approved.
func welcomes(w *testkit.World) (texts []string) {
	for _, m := range w.App.CaughtMail() {
		if strings.HasSuffix(m.Subject, "may now sell") {
			texts = append(texts, m.Text)
		}
	}
	return texts
}

func inTime(n int64) *int64 { return &n }

// Until an approval takes effect it can be withdrawn, and nothing has followed from it;
// whoever decides meanwhile is told so.
func TestApprove_can_be_withdrawn(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		loom := w.Seller("Loom", testkit.Applied)
		olga, otto := w.Operator(), w.Operator()
		note := " Ask us anything. "
		in := seller.DecideInput{SellerID: loom.ID, Note: &note, UndoSeconds: inTime(10)}
		as := func(p *testkit.Person) (*seller.Seller, error) {
			return w.App.Sellers.Approve(actor.With(t.Context(), p.Actor), p.Actor, in)
		}
		withdraw := func() (*seller.Seller, error) {
			return w.App.Sellers.WithdrawApproval(actor.With(t.Context(), otto.Actor), otto.Actor, seller.WithdrawApprovalInput{SellerID: loom.ID})
		}
		_, err := withdraw()
		require.ErrorIs(t, err, seller.ErrApprovalDone, "there is nothing to withdraw")
		found, err := as(olga)
		require.NoError(t, err)
		require.Equal(t, seller.StatusApplied, found.Status)
		require.Equal(t, olga.Account, *found.DecidedBy)
		_, err = as(otto)
		require.ErrorIs(t, err, seller.ErrApprovalPending)
		_, err = w.App.Sellers.Reject(t.Context(), otto.Actor, seller.RefuseInput{SellerID: loom.ID, Reason: "Too late."})
		require.ErrorIs(t, err, seller.ErrApprovalPending)
		found, err = withdraw()
		require.NoError(t, err)
		require.Nil(t, found.DecidedBy)
		w.Advance(time.Minute)
		w.Settle()
		require.Empty(t, welcomes(w))

		found, err = as(olga)
		require.NoError(t, err)
		until := *found.ApprovalUntil
		w.Advance(10 * time.Second)
		_, err = withdraw()
		require.ErrorIs(t, err, seller.ErrApprovalDone, "also when the job has not run yet")
		w.Settle()
		found, err = w.App.Sellers.Get(t.Context(), olga.Actor, loom.ID)
		require.NoError(t, err)
		require.Equal(t, seller.StatusApproved, found.Status)
		require.Nil(t, found.ApprovalUntil)
		require.Len(t, welcomes(w), 1)
		require.Contains(t, welcomes(w)[0], "Ask us anything.")
		kind := "seller.approved"
		log, err := w.App.Audit.Find(t.Context(), olga.Actor, audit.Filter{Kind: &kind}, page.First(10))
		require.NoError(t, err)
		require.Len(t, log.Nodes, 1)
		require.Equal(t, olga.Account, log.Nodes[0].ActorID, "on record is who has approved, not the job")

		job := seller.FinishApproval{Until: until, News: seller.Approved{SellerID: loom.ID}}
		require.NoError(t, w.App.Sellers.FinishApproval(t.Context(), job))
		w.Settle()
		require.Len(t, welcomes(w), 1, "a job that runs again tells nobody")
	})
}

// Four operators approve at once, with and without a way back: one of them does.
func TestApprove_at_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		loom, olga := w.Seller("Loom", testkit.Applied), w.Operator()
		errs := make([]error, 4)
		var all sync.WaitGroup
		for i := range errs {
			all.Go(func() {
				in := seller.DecideInput{SellerID: loom.ID, UndoSeconds: inTime(int64(i % 2 * 10))}
				_, errs[i] = w.App.Sellers.Approve(t.Context(), olga.Actor, in)
			})
		}
		all.Wait()
		done := 0
		for _, err := range errs {
			if err == nil {
				done++
			}
		}
		require.Equal(t, 1, done, "%v", errs)
		w.Advance(time.Minute)
		w.Settle()
		require.Len(t, welcomes(w), 1)
	})
}

func TestApprove_refuses(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		loom, olga := w.Seller("Loom", testkit.Applied), w.Operator()
		long := strings.Repeat("x", 1001)
		for _, in := range []seller.DecideInput{
			{SellerID: loom.ID, UndoSeconds: inTime(61)},
			{SellerID: loom.ID, UndoSeconds: inTime(-1)},
			{SellerID: loom.ID, Note: &long},
			{SellerID: "sel_nobody", UndoSeconds: inTime(10)},
		} {
			_, err := w.App.Sellers.Approve(t.Context(), olga.Actor, in)
			require.Error(t, err)
		}
		code := seller.RefusalGoods
		rejected, err := w.App.Sellers.Reject(t.Context(), olga.Actor, seller.RefuseInput{SellerID: loom.ID, Reason: "No fish.", ReasonCode: &code})
		require.NoError(t, err)
		require.Equal(t, code, *(*seller.Business)(rejected).Refusal())
		_, err = w.App.Sellers.Approve(t.Context(), olga.Actor, seller.DecideInput{SellerID: loom.ID, UndoSeconds: inTime(10)})
		require.ErrorIs(t, err, seller.ErrStatusConflict)
	})
}
