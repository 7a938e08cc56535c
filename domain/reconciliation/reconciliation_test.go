package reconciliation_test

import (
	"context"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

const day = 24 * time.Hour

// books is a world in which Alice has bought tea for 60.00 from Mill and the money is
// available at Stripe.
type books struct {
	*testkit.World

	t    *testing.T
	olga *testkit.Person
	mill *testkit.Seller
}

func each(t *testing.T, fn func(t *testing.T, m *books), more ...testkit.Option) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m := &books{World: w, t: t, olga: w.Operator(), mill: w.Seller("Mill", testkit.Onboarded)}
		w.Buyer("Alice").Buys(m.mill.Product("Tea", "20.00", 10).Times(3))
		w.Advance(3 * day)
		w.Settle()
		w.Balanced()
		fn(t, m)
	}, more...)
}

func (m *books) run() *reconciliation.Report {
	m.t.Helper()
	r, err := m.App.Reconciliation.Run(m.t.Context(), reconciliation.Manner{})
	require.NoError(m.t, err)
	return r
}

// drain takes all that is available of an account by an adjustment that no news
// explains.
func (m *books) drain(account string) {
	m.t.Helper()
	m.Control("accounts/"+account+"/drain", url.Values{})
}

func (m *books) find(f reconciliation.Filter, order reconciliation.Sort) []*reconciliation.Difference {
	m.t.Helper()
	list, err := m.App.Reconciliation.Find(m.t.Context(), f, order, page.First(100))
	require.NoError(m.t, err)
	return list.Nodes
}

func (m *books) balance(a ledger.Account) (minor int64) {
	m.t.Helper()
	rows, err := m.App.Ledger.AccountBalances(m.t.Context(), a, nil)
	require.NoError(m.t, err)
	for _, r := range rows {
		minor += r.AmountMinor
	}
	return minor
}

func (m *books) resolve(in reconciliation.ResolveInput) (*reconciliation.Outcome, error) {
	m.t.Helper()
	return m.App.Reconciliation.Resolve(m.t.Context(), m.olga.Actor, in)
}

func ptr[T any](v T) *T { return &v }

// What nobody knows waits for its news, is put into suspense, where ledger and Stripe
// agree again, and is booked by two persons, since it is above the limit.
func TestRun_suspends_what_nobody_explains(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		m.drain("acct_platform")
		report := m.run()
		require.Len(t, report.Differences, 1, "the sum is explained by the movement")
		d := report.Differences[0]
		require.Equal(t, reconciliation.NotBooked, d.Kind)
		require.Equal(t, reconciliation.Open, d.Status)
		require.EqualValues(t, -5796, d.ProviderMinor)
		_, err := m.resolve(reconciliation.ResolveInput{DifferenceID: d.ID, Resolution: reconciliation.Booked, Account: ptr("bank"), Reason: "x"})
		require.ErrorIs(t, err, reconciliation.ErrWaits)

		seen := d.FirstSeenAt
		m.Advance(49 * time.Hour)
		m.Settle() // the daily job
		d = m.find(reconciliation.Filter{Statuses: []reconciliation.Status{reconciliation.Suspended}}, reconciliation.OldestFirst)[0]
		require.Equal(t, seen, d.FirstSeenAt.UTC(), "the age is that of the first time")
		require.Equal(t, reconciliation.UnderWeek, m.App.Reconciliation.AgeOf(d))
		require.EqualValues(t, 5796, m.balance(ledger.Suspense))
		require.Zero(t, m.balance(ledger.StripeAvailable))
		m.Verified()
		require.Equal(t, 1, m.run().Open, "it is told until somebody has explained it")

		for account, want := range map[string]error{
			"pay:seller:held": reconciliation.ErrAccount, "exp:rounding": reconciliation.ErrAccount, "": reconciliation.ErrAccount, "memo:contra": reconciliation.ErrAccount,
		} {
			_, err := m.resolve(reconciliation.ResolveInput{DifferenceID: d.ID, Resolution: reconciliation.Booked, Account: &account, Reason: "x"})
			require.ErrorIs(t, err, want, account)
		}
		_, err = m.resolve(reconciliation.ResolveInput{DifferenceID: d.ID, Resolution: reconciliation.Timing, Reason: "x"})
		require.ErrorIs(t, err, reconciliation.ErrState, "money in suspense is not a matter of time")

		in := reconciliation.ResolveInput{DifferenceID: d.ID, Resolution: reconciliation.Booked, Account: ptr("bank"), Reason: "Stripe has taken it back to the bank."}
		out, err := m.resolve(in)
		require.NoError(t, err)
		require.Equal(t, approval.StatusPending, out.Proposal.Status)
		require.Equal(t, reconciliation.Suspended, out.Difference.Status)
		_, err = m.resolve(in)
		require.ErrorIs(t, err, approval.ErrPending)
		_, err = m.App.Approvals.Approve(t.Context(), m.olga.Actor, approval.ApproveInput{ID: out.Proposal.ID, PayloadHash: out.Proposal.Hash})
		require.ErrorIs(t, err, approval.ErrOwn)
		_, err = m.App.Approvals.Approve(t.Context(), m.Operator().Actor, approval.ApproveInput{ID: out.Proposal.ID, PayloadHash: out.Proposal.Hash})
		require.NoError(t, err)
		require.Zero(t, m.balance(ledger.Suspense))
		require.EqualValues(t, 5796, m.balance(ledger.Bank))
		m.Balanced()
		after, err := m.App.Reconciliation.Get(t.Context(), d.ID)
		require.NoError(t, err)
		require.Equal(t, reconciliation.Resolved, after.Status)
		require.Equal(t, m.olga.Actor.AccountID, after.ResolvedBy)
		_, err = m.resolve(in)
		require.ErrorIs(t, err, reconciliation.ErrState)
	}, testkit.Setting("DIFFERENCE_LIMIT", "5000"))
}

// What is not above the limit needs one person, and on the balance of a seller only
// the mirror follows.
func TestResolve_on_the_balance_of_a_seller(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m := &books{World: w, t: t, olga: w.Operator(), mill: w.Seller("Mill", testkit.Onboarded)}
		m.mill.Ships(w.Buyer("Alice").Buys(m.mill.Product("Tea", "20.00", 10).Times(3)))
		w.Advance(10 * day)
		w.Settle()
		w.Balanced()
		require.EqualValues(t, 5400, m.balance(ledger.MemoAvailable(m.mill.ID)))
		m.drain(*m.mill.PayoutAccount().ProviderID)
		require.Equal(t, 1, m.run().Open)
		w.Advance(49 * time.Hour)
		w.Settle()
		require.EqualValues(t, 5400, m.balance(ledger.MemoSuspense(m.mill.ID)))
		require.Zero(t, m.balance(ledger.MemoAvailable(m.mill.ID)))
		m.Verified()

		other := seller.ID("sel_nobody")
		require.Empty(t, m.find(reconciliation.Filter{SellerID: &other}, reconciliation.LargestFirst))
		d := m.find(reconciliation.Filter{SellerID: &m.mill.ID}, reconciliation.LargestFirst)[0]
		_, err := m.resolve(reconciliation.ResolveInput{DifferenceID: d.ID, Resolution: reconciliation.Booked, Account: ptr("bank"), Reason: "x"})
		require.ErrorIs(t, err, reconciliation.ErrAccount, "it is the seller's money")
		out, err := m.resolve(reconciliation.ResolveInput{DifferenceID: d.ID, Resolution: reconciliation.Booked, Account: ptr("memo:contra"), Reason: "Stripe has taken it."})
		require.NoError(t, err)
		require.Nil(t, out.Proposal)
		require.Equal(t, reconciliation.Resolved, out.Difference.Status)
		require.Zero(t, m.balance(ledger.MemoSuspense(m.mill.ID)))
		m.Settle()
		m.Balanced()
	}, testkit.Setting("RELEASE_HOLD", "20h"), testkit.Setting("PAYOUT_MINIMUM", "1000000"))
}

// posts books something as a use case does.
func (m *books) posts(d *ledger.Draft) {
	m.t.Helper()
	require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := ledger.PostTx(ctx, tx, d)
		return err
	}))
}

func answer(source, transaction string, minor int64) *ledger.Draft {
	return ledger.NewDraft(ledger.KindFeeCharged, source, "EUR").Answering(provider.Platform, transaction).
		Move(ledger.OtherFees, ledger.StripeAvailable, minor)
}

// A person was wrong: the answer comes after they have booked it, and stands.
func TestResolve_is_undone_by_the_answer(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		m.drain("acct_platform")
		d := m.run().Differences[0]
		m.Advance(49 * time.Hour)
		m.Settle()
		_, err := m.resolve(reconciliation.ResolveInput{DifferenceID: d.ID, Resolution: reconciliation.Booked, Account: ptr("bank"), Reason: "I think so."})
		require.NoError(t, err)
		require.EqualValues(t, 5796, m.balance(ledger.Bank))
		m.posts(answer("late", d.Transaction, 5796))
		m.Settle()
		require.Zero(t, m.balance(ledger.Bank))
		require.EqualValues(t, 5796, m.balance(ledger.OtherFees))
		m.Balanced()
		d, err = m.App.Reconciliation.Get(t.Context(), d.ID)
		require.NoError(t, err)
		require.Equal(t, reconciliation.Cleared, d.Status)
		require.Equal(t, reconciliation.Answered, d.Resolution)
		require.Equal(t, "late", d.Source)
	})
}

// A movement and a journal that answers to another one that never was belong
// together.
func TestResolve_links(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		m.posts(answer("ghost", "txn_ghost", 5796))
		m.drain("acct_platform")
		require.Len(t, m.run().Differences, 2)
		m.Advance(49 * time.Hour)
		m.Settle()
		byKind := map[reconciliation.Kind]*reconciliation.Difference{}
		for _, d := range m.find(reconciliation.Filter{}, reconciliation.OldestFirst) {
			byKind[d.Kind] = d
		}
		lost, ghost := byKind[reconciliation.NotBooked], byKind[reconciliation.NotMoved]
		_, err := m.resolve(reconciliation.ResolveInput{DifferenceID: ghost.ID, Resolution: reconciliation.Linked, LinkedID: &lost.ID, Reason: "x"})
		require.ErrorIs(t, err, reconciliation.ErrState)
		_, err = m.resolve(reconciliation.ResolveInput{DifferenceID: lost.ID, Resolution: reconciliation.Linked, LinkedID: &lost.ID, Reason: "x"})
		require.ErrorIs(t, err, reconciliation.ErrLink)
		_, err = m.resolve(reconciliation.ResolveInput{DifferenceID: lost.ID, Resolution: reconciliation.Linked, LinkedID: &ghost.ID, Reason: "The fee was booked by hand."})
		require.NoError(t, err)
		require.Zero(t, m.balance(ledger.Suspense))
		m.Balanced()
		ghost, err = m.App.Reconciliation.Get(t.Context(), ghost.ID)
		require.NoError(t, err)
		require.Equal(t, reconciliation.Resolved, ghost.Status)
		require.Equal(t, lost.ID, ghost.LinkedID)
	})
}

// What was booked with another amount differs until it is booked beside; then it is
// told no more, unless it differs otherwise.
func TestResolve_an_amount_that_differs(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		m.drain("acct_platform")
		m.posts(answer("mistaken", m.run().Differences[0].Transaction, 5795))
		report := m.run()
		require.Len(t, report.Differences, 1)
		d := report.Differences[0]
		require.Equal(t, reconciliation.AmountDiffers, d.Kind)
		require.EqualValues(t, 1, d.SizeMinor)
		_, err := m.resolve(reconciliation.ResolveInput{DifferenceID: d.ID, Resolution: reconciliation.Booked, Account: ptr("exp:rounding"), Reason: "Less than a cent."})
		require.NoError(t, err)
		require.EqualValues(t, 1, m.balance(ledger.Rounding))
		m.Balanced()
		m.Balanced()
	})
}

// A matter of time is one for a week.
func TestResolve_as_a_matter_of_time(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		m.drain("acct_platform")
		d := m.run().Differences[0]
		_, err := m.resolve(reconciliation.ResolveInput{DifferenceID: d.ID, Resolution: reconciliation.Timing, Reason: " "})
		require.Error(t, err, "without a reason")
		_, err = m.resolve(reconciliation.ResolveInput{DifferenceID: d.ID, Resolution: reconciliation.Timing, Reason: "It is on its way."})
		require.NoError(t, err)
		m.Advance(3 * day)
		m.Settle()
		report := m.run()
		require.Len(t, report.Differences, 1)
		require.Zero(t, report.Open)
		m.Advance(5 * day)
		m.Settle()
		report = m.run()
		require.Equal(t, 1, report.Open)
		require.Equal(t, reconciliation.Suspended, report.Differences[0].Status)
		require.Equal(t, d.FirstSeenAt, report.Differences[0].FirstSeenAt.UTC())
	})
}

// Lists are in every order and whole, page by page.
func TestFind_pages_in_every_order(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		for i, minor := range []int64{500, 300, 300, 900} {
			m.posts(answer("ghost"+string(rune('a'+i)), "txn_ghost"+string(rune('a'+i)), minor))
		}
		m.run()
		for order, want := range map[reconciliation.Sort][]int64{
			reconciliation.LargestFirst: {900, 500, 300, 300}, reconciliation.SmallestFirst: {300, 300, 500, 900},
			reconciliation.OldestFirst: nil, reconciliation.NewestFirst: nil,
		} {
			var sizes []int64
			ids := map[reconciliation.ID]bool{}
			var after *string
			for {
				one := 1
				w, err := page.Args{First: &one, After: after}.Window()
				require.NoError(t, err)
				list, err := m.App.Reconciliation.Find(t.Context(), reconciliation.Filter{}, order, w)
				require.NoError(t, err)
				for _, d := range list.Nodes {
					sizes, ids[d.ID] = append(sizes, d.SizeMinor), true
				}
				if after = list.PageInfo.EndCursor; !list.PageInfo.HasNextPage {
					break
				}
			}
			require.Len(t, ids, 4, order)
			if want != nil {
				require.Equal(t, want, sizes, order)
			}
		}
		o, err := m.App.Reconciliation.Overview(t.Context())
		require.NoError(t, err)
		require.Len(t, o.Ageing, 1)
		require.Equal(t, reconciliation.Aged{Currency: "EUR", Age: reconciliation.UnderDay, Count: 4, SizeMinor: 2000}, *o.Ageing[0])
	})
}

// Two comparisons at once, and again and again: each difference is there once.
func TestRun_at_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		m.drain("acct_platform")
		var wg sync.WaitGroup
		for range 6 {
			wg.Go(func() {
				if _, err := m.App.Reconciliation.Run(context.WithoutCancel(t.Context()), reconciliation.Manner{}); err != nil {
					t.Errorf("run: %v", err)
				}
			})
		}
		wg.Wait()
		require.Len(t, m.find(reconciliation.Filter{}, reconciliation.OldestFirst), 1)
	})
}

// Stripe pays the platform out by itself: operators are told once, by mail and on
// record, until somebody has set it right and wrong again.
func TestRun_tells_when_the_platform_is_paid_out_by_itself(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		subject := "Stripe pays the platform's balance out by itself"
		require.Equal(t, reconciliation.ScheduleManual, m.run().PlatformSchedule)
		m.Settle()
		require.Zero(t, mailsAbout(m, subject))
		m.SchedulesPlatform("daily")
		for range 3 {
			require.Equal(t, "daily", m.run().PlatformSchedule)
			m.Settle()
		}
		require.Equal(t, 1, mailsAbout(m, subject), "once, however often it is looked at")
		m.SchedulesPlatform("manual")
		require.Equal(t, reconciliation.ScheduleManual, m.run().PlatformSchedule)
		m.SchedulesPlatform("daily")
		require.Equal(t, "daily", m.run().PlatformSchedule)
		m.Settle()
		require.Equal(t, 2, mailsAbout(m, subject))
		kind := "reconciliation.platform_schedule_changed"
		found, err := m.App.Audit.Find(m.t.Context(), m.olga.Actor, audit.Filter{Kind: &kind}, page.First(10))
		require.NoError(t, err)
		require.Len(t, found.Nodes, 3)
	})
}

// mailsAbout counts what was mailed to the operator under a subject.
func mailsAbout(m *books, subject string) (n int) {
	m.t.Helper()
	for _, mail := range m.App.CaughtMail() {
		if mail.To == m.olga.Email && mail.Subject == subject {
			n++
		}
	}
	return n
}
