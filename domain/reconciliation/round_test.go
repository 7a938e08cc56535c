package reconciliation_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/gateway/stripe"
)

// errCut is what a comparison is interrupted by.
var errCut = errors.New("cut")

// watched counts the pages that are asked for, and lets only so many through.
type watched struct {
	*stripe.Client

	pages, left, longest int
	meanwhile            func() error // before the balance is told, once; nil: nothing
}

func (w *watched) Balance(ctx context.Context, account string) (map[money.Currency]int64, error) {
	if meanwhile := w.meanwhile; meanwhile != nil && account == provider.Platform {
		w.meanwhile = nil
		if err := meanwhile(); err != nil {
			return nil, err
		}
	}
	return w.Client.Balance(ctx, account)
}

func (w *watched) TransactionPage(ctx context.Context, account string, of provider.Span) ([]provider.Transaction, bool, error) {
	if w.left == 0 {
		return nil, false, errCut
	}
	w.left--
	w.pages++
	moves, more, err := w.Client.TransactionPage(ctx, account, of)
	w.longest = max(w.longest, len(moves))
	return moves, more, err
}

// bench is a reconciliation whose calls are counted.
func (m *books) bench() (*reconciliation.Service, *watched) {
	m.t.Helper()
	client, err := stripe.New(stripe.Options{
		SecretKey: m.App.Config.StripeSecretKey.Reveal(), APIURL: m.StripeURL, Timeout: time.Minute,
	})
	require.NoError(m.t, err)
	w := &watched{Client: client, left: -1}
	return reconciliation.New(m.DB, w, reconciliation.Policy{SuspendAfter: 48 * time.Hour}, approval.New(m.DB, approval.Options{})), w
}

// moves has Stripe move the balance of an account by itself, many times, the first time
// some time ago.
func (m *books) moves(account, kind string, minor int64, since time.Duration, form url.Values) {
	m.t.Helper()
	if form == nil {
		form = url.Values{}
	}
	form.Set("type", kind)
	form.Set("amount", strconv.FormatInt(minor, 10))
	form.Set("created", strconv.FormatInt(m.Clock.Now().Add(-since).Unix(), 10))
	m.Control("accounts/"+account+"/movements", form)
}

func total(t *testing.T, s *reconciliation.Service, until time.Time, account string) reconciliation.DayTotal {
	t.Helper()
	rows, err := s.Totals(t.Context(), until)
	require.NoError(t, err)
	for _, r := range rows {
		if r.Account == account {
			return *r
		}
	}
	return reconciliation.DayTotal{}
}

var roundFull = flag.Bool("reconciliation.full", os.Getenv("ETAL_E2E_FULL") == "1", "compare 50,000 movements instead of 3,000")

// A history of many movements over 100 days, interrupted again and again: each page
// is asked for once, what is found is found once, and the next comparison asks for
// the last days only. The sums at a closed day stay.
func TestRun_goes_on_where_it_was_interrupted(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		many, pages := 3_000, 13 // pages before it is interrupted
		if *roundFull {
			many, pages = 50_000, 37
		}
		s, gateway := m.bench()
		first := m.run() // without the history
		m.moves("acct_platform", "stripe_fee", -2, 110*day, url.Values{"count": {strconv.Itoa(many)}, "every": {fmt.Sprintf("%ds", 8_600_000/many)}})
		interruptions := 0
		for {
			gateway.left = pages
			report, err := s.Run(t.Context(), reconciliation.Manner{IsFull: true})
			if err == nil {
				require.EqualValues(t, int64(many)+first.Transactions, report.Transactions)
				require.Equal(t, report.Transactions, report.Matched)
				require.Empty(t, report.Differences)
				break
			}
			require.ErrorIs(t, err, errCut)
			interruptions++
		}
		require.GreaterOrEqual(t, interruptions, many/100/pages)
		require.LessOrEqual(t, gateway.longest, 100)
		require.Less(t, gateway.pages, many/100+10, "no page was asked for twice, beside those that are new each time")
		require.EqualValues(t, 2*many, m.balance(ledger.OtherFees))

		gateway.pages, gateway.left = 0, -1
		m.Advance(day)
		report, err := s.Run(t.Context(), reconciliation.Manner{})
		require.NoError(t, err)
		require.EqualValues(t, int64(many)+first.Transactions, report.Transactions)
		require.LessOrEqual(t, gateway.pages, 6, "the last days and the tail of both accounts")
		at := total(t, s, m.Clock.Now().Add(-30*day), provider.Platform)
		require.Zero(t, at.OpenDays)
		require.Equal(t, at.Transactions, at.Matched)
		require.Equal(t, at.Provider, at.Ledger)
		require.EqualValues(t, -2*at.Transactions, at.Provider)
		require.Greater(t, at.Transactions, int64(many/2))
	})
}

// Three pages at a time, which is what it takes to be sure that something has come late:
// wherever it stops, the rest is there the next time.
func TestRun_stops_at_each_page(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		m.moves("acct_platform", "stripe_fee", -1, 40*day, url.Values{"count": {"450"}, "every": {"2h"}})
		s, gateway := m.bench()
		for runs := 1; ; runs++ {
			gateway.left = 3
			report, err := s.Compare(t.Context(), reconciliation.Compare{Account: provider.Platform})
			if err == nil {
				require.Equal(t, report.Transactions, report.Matched)
				break
			}
			require.ErrorIs(t, err, errCut)
			require.Less(t, runs, 20, "it makes no progress")
		}
		require.EqualValues(t, 450, m.balance(ledger.OtherFees))
		m.Balanced()
	})
}

// A movement whose news comes after its day was examined, be it that the comparison was
// interrupted there or that both happen at once, is booked, and no sum differs by it.
func TestRun_sees_what_is_booked_after_its_day_was_examined(t *testing.T) {
	t.Parallel()
	for name, atOnce := range map[string]bool{"interrupted": false, "at once": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, m *books) {
				s, gateway := m.bench()
				m.moves("acct_platform", "adjustment", -500, time.Hour, nil)
				gateway.meanwhile = func() error { return errCut }
				_, err := s.Run(t.Context(), reconciliation.Manner{})
				require.ErrorIs(t, err, errCut)
				waits := m.find(reconciliation.Filter{}, reconciliation.OldestFirst)
				require.Len(t, waits, 1)
				news := answer("news", waits[0].Transaction, 500)
				if atOnce {
					gateway.meanwhile = func() error { m.posts(news); return nil }
				} else {
					m.posts(news)
				}
				report, err := s.Run(t.Context(), reconciliation.Manner{})
				require.NoError(t, err)
				require.Empty(t, report.Differences)
				require.Equal(t, report.Transactions, report.Matched)
				for _, d := range m.find(reconciliation.Filter{}, reconciliation.OldestFirst) {
					require.Equal(t, reconciliation.NotBooked, d.Kind)
					require.Equal(t, reconciliation.Cleared, d.Status)
				}
			})
		})
	}
}

// What differs on a day, what still does, and what does not any more is written down in as
// many statements for many movements as for few.
func TestRun_keeps_many_differences_at_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		open := reconciliation.Filter{Statuses: []reconciliation.Status{reconciliation.Open}}
		m.run()
		m.Settle()
		statements := func() int { return dbtest.CountQueries(m.DB, func() { m.run() }) }
		found := func(n int) (fresh, again int) {
			m.moves("acct_platform", "adjustment", -3, time.Hour, url.Values{"count": {strconv.Itoa(n)}, "every": {"1s"}})
			m.Settle()
			return statements(), statements()
		}
		gone := func(n int) int {
			for _, d := range m.find(open, reconciliation.OldestFirst)[:n] {
				m.posts(answer("news of "+d.Transaction, d.Transaction, 3))
			}
			return statements()
		}
		found(2) // something differs each time
		fewFresh, fewAgain := found(2)
		manyFresh, manyAgain := found(40)
		require.Len(t, m.find(open, reconciliation.OldestFirst), 44)
		require.Equal(t, []int{fewFresh, fewAgain}, []int{manyFresh, manyAgain})
		require.Equal(t, gone(2), gone(40))
		require.Len(t, m.find(open, reconciliation.OldestFirst), 2)
		require.Len(t, m.find(reconciliation.Filter{Statuses: []reconciliation.Status{reconciliation.Cleared}}, reconciliation.OldestFirst), 42)
		gone(2)
		m.Balanced()
	})
}

// What Stripe books late, with an instant long ago, is on a day that is closed: the sums
// of the days are not the balance any more, and everything is read again at once.
func TestRun_finds_what_comes_late(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		s, gateway := m.bench()
		m.moves("acct_platform", "stripe_fee", -1, 40*day, url.Values{"count": {"300"}, "every": {"2h"}})
		_, err := s.Run(t.Context(), reconciliation.Manner{})
		require.NoError(t, err)
		m.Advance(3 * day)
		gateway.pages = 0
		_, err = s.Run(t.Context(), reconciliation.Manner{})
		require.NoError(t, err)
		few := gateway.pages

		m.moves("acct_platform", "stripe_fee", -700, 30*day, nil)
		gateway.pages = 0
		report, err := s.Run(t.Context(), reconciliation.Manner{})
		require.NoError(t, err)
		require.Empty(t, report.Differences)
		require.Greater(t, gateway.pages, few+3, "the whole history was read")
		require.EqualValues(t, 1_000, m.balance(ledger.OtherFees))

		// Two that make nothing together are found within a week.
		m.moves("acct_platform", "adjustment", -900, 35*day, nil)
		m.moves("acct_platform", "adjustment", 900, 36*day, nil)
		report, err = s.Run(t.Context(), reconciliation.Manner{})
		require.NoError(t, err)
		require.Empty(t, report.Differences)
		m.Advance(8 * day)
		report, err = s.Run(t.Context(), reconciliation.Manner{})
		require.NoError(t, err)
		require.Len(t, report.Differences, 2)
		for _, d := range report.Differences {
			require.Equal(t, reconciliation.NotBooked, d.Kind)
			require.NotEmpty(t, d.Day)
		}
		report, err = s.Run(t.Context(), reconciliation.Manner{})
		require.NoError(t, err)
		require.Len(t, report.Differences, 2, "a day with something to be explained stays open")
	})
}

// A journal that answers to nothing is found although its day is closed, and is told
// until it is explained.
func TestRun_finds_a_journal_without_a_movement_later(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *books) {
		m.Advance(20 * day)
		m.Settle()
		s, gateway := m.bench()
		_, err := s.Run(t.Context(), reconciliation.Manner{})
		require.NoError(t, err)
		m.posts(answer("ghost", "txn_ghost", 5))
		report, err := s.Run(t.Context(), reconciliation.Manner{})
		require.NoError(t, err)
		require.Len(t, report.Differences, 1)
		require.Equal(t, reconciliation.NotMoved, report.Differences[0].Kind)
		seen := report.Differences[0].FirstSeenAt
		for range 3 {
			m.Advance(day)
			gateway.pages = 0
			report, err = s.Run(t.Context(), reconciliation.Manner{})
			require.NoError(t, err)
			require.Len(t, report.Differences, 1)
			require.Equal(t, seen, report.Differences[0].FirstSeenAt)
			require.LessOrEqual(t, gateway.pages, 8, "what is known is no reason to read everything")
		}
	})
}

// Everything that Stripe moves by itself is booked by its type: against what it
// is for on the platform's balance, in the mirror alone on a seller's.
func TestRun_books_what_is_known_by_its_type(t *testing.T) {
	t.Parallel()
	kinds := map[string]ledger.Account{
		"stripe_fee": ledger.OtherFees, "stripe_fx_fee": ledger.OtherFees, "network_cost": ledger.OtherFees, "tax_fee": ledger.ProviderTax,
		"reserved_funds": ledger.StripeReserved, "payment_network_reserve_hold": ledger.StripeReserved,
		"payment_network_reserve_release": ledger.StripeReserved, "payout_minimum_balance_hold": ledger.StripeReserved,
		"payout_minimum_balance_release": ledger.StripeReserved,
	}
	each(t, func(t *testing.T, m *books) {
		mill := *m.mill.PayoutAccount().ProviderID
		for kind, other := range kinds {
			before := m.balance(other)
			m.moves("acct_platform", kind, -30, time.Hour, nil)
			m.moves(mill, kind, -7, time.Hour, nil)
			require.Empty(t, m.run().Differences, kind)
			require.Equal(t, before+30, m.balance(other), kind)
			m.Balanced()
		}
		m.moves("acct_platform", "reserved_funds", 30, time.Minute, nil)
		m.Balanced()
		for _, kind := range []string{"advance", "advance_funding"} {
			m.moves(mill, kind, 40, time.Minute, nil)
			m.Balanced()
		}
		require.EqualValues(t, -7*len(kinds)+80, m.balance(ledger.MemoAvailable(m.mill.ID)))

		// What nobody expects is put into suspense at once, and told.
		for _, kind := range []string{"application_fee", "anticipation_repayment", "climate_order_purchase"} {
			m.moves("acct_platform", kind, -3, time.Minute, nil)
		}
		m.moves("acct_platform", "advance", -3, time.Minute, nil)
		report := m.run()
		require.Len(t, report.Differences, 4)
		for _, d := range report.Differences {
			require.Equal(t, reconciliation.Suspended, d.Status, d.Type)
		}
		require.EqualValues(t, 12, m.balance(ledger.Suspense))
		m.Verified()
	})
}
