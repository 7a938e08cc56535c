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
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

const day = 24 * time.Hour

// shop is a world in which Alice has bought tea for 60.00 from Mill and the money is
// available at Stripe.
type shop struct {
	*testkit.World

	t    *testing.T
	olga *testkit.Person
	mill *testkit.Seller
}

func each(t *testing.T, fn func(t *testing.T, m *shop)) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m := &shop{World: w, t: t, olga: w.Operator(), mill: w.Seller("Mill", testkit.Onboarded)}
		w.Buyer("Alice").Buys(m.mill.Product("Tea", "20.00", 10).Times(3))
		w.Advance(3 * day)
		w.Settle()
		w.Balanced()
		fn(t, m)
	})
}

func (m *shop) run() *reconciliation.Report {
	m.t.Helper()
	r, err := m.App.Reconciliation.Run(m.t.Context(), nil)
	require.NoError(m.t, err)
	return r
}

// drain takes all that is available of an account by an adjustment that no news
// explains.
func (m *shop) drain(account string) {
	m.t.Helper()
	m.Control("balances/"+account+"/drain", url.Values{})
}

func (m *shop) find(f reconciliation.Filter, order reconciliation.Sort) []*reconciliation.Difference {
	m.t.Helper()
	list, err := m.App.Reconciliation.Find(m.t.Context(), f, order, page.First(100))
	require.NoError(m.t, err)
	return list.Nodes
}

func (m *shop) balance(a ledger.Account) (minor int64) {
	m.t.Helper()
	rows, err := m.App.Ledger.AccountBalances(m.t.Context(), a, nil)
	require.NoError(m.t, err)
	for _, r := range rows {
		minor += r.AmountMinor
	}
	return minor
}

func (m *shop) resolve(in reconciliation.ResolveInput) (*reconciliation.Outcome, error) {
	m.t.Helper()
	return m.App.Reconciliation.Resolve(m.t.Context(), m.olga.Actor, in)
}

func ptr[T any](v T) *T { return &v }

// What nobody knows waits for its news, is put into suspense, where ledger and Stripe
// agree again, and is booked by two persons, since it is above the limit.
func TestRun_suspends_what_nobody_explains(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *shop) {
		m.drain("platform")
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
		_, err = m.App.Approvals.Approve(t.Context(), m.olga.Actor, approval.Decision{ProposalID: out.Proposal.ID, Hash: out.Proposal.Hash})
		require.ErrorIs(t, err, approval.ErrOwn)
		_, err = m.App.Approvals.Approve(t.Context(), m.Operator().Actor, approval.Decision{ProposalID: out.Proposal.ID, Hash: out.Proposal.Hash})
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
	})
}

// What is not above the limit needs one person, and on the balance of a seller only
// the mirror follows.
func TestResolve_on_the_balance_of_a_seller(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *shop) {
		m.mill.Ships(m.mill.Orders()[0])
		m.Advance(15 * day)
		m.Settle()
		m.Balanced()
		account := m.mill.ProviderAccount()
		m.Control("balances/"+account+"/topup", url.Values{})
		m.t.Log(m.run())
	})
}

// Two comparisons at once, and again and again: each difference is there once.
func TestRun_at_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *shop) {
		m.drain("platform")
		var wg sync.WaitGroup
		for range 6 {
			wg.Go(func() {
				if _, err := m.App.Reconciliation.Run(context.WithoutCancel(t.Context()), nil); err != nil {
					t.Errorf("run: %v", err)
				}
			})
		}
		wg.Wait()
		require.Len(t, m.find(reconciliation.Filter{}, reconciliation.OldestFirst), 1)
	})
}

var _ = []any{db.ErrNotFound, money.New, provider.Platform, seller.ID("")}
