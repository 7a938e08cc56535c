package dispute_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/internal/testkit"
)

// silent lets Stripe answer that it is out of order to what is sent to a path.
func (m *market) silent(path string) {
	m.t.Helper()
	m.Control("faults", url.Values{"method": {"POST"}, "path": {path}, "count": {"1000"}, "kind": {"503"}})
}

// answers ends all faults of the simulator.
func (m *market) answers() {
	m.t.Helper()
	r, err := http.NewRequestWithContext(m.t.Context(), http.MethodDelete, m.StripeURL+"/_sim/faults", nil)
	require.NoError(m.t, err)
	answer, err := http.DefaultClient.Do(r)
	require.NoError(m.t, err)
	require.NoError(m.t, answer.Body.Close())
	require.Less(m.t, answer.StatusCode, 300)
}

// contests lets the buyer's bank take money, and look at evidence for as long as the test.
func (m *market) contests() {
	m.t.Helper()
	m.disputes(url.Values{})
	_, err := m.App.Disputes.Submit(m.t.Context(), m.olga.Actor, dispute.EvidenceSubmitInput{DisputeID: m.only().ID})
	require.NoError(m.t, err)
	m.Settle()
}

// later lets time go by in steps, so that what is tried again is.
func (m *market) later(d time.Duration) {
	m.t.Helper()
	for range 4 {
		m.Advance(d / 4)
		m.Settle()
	}
}

// held is what Mill has at Stripe or at the bank, in minor units.
func (m *market) held() int64 {
	m.t.Helper()
	all, err := ledger.SellerBalances(m.t.Context(), m.DB.Read(m.t.Context()), m.mill.ID)
	require.NoError(m.t, err)
	require.Len(m.t, all, 1)
	return all[0].PendingMinor + all[0].AvailableMinor + all[0].InTransitMinor + all[0].PaidOutMinor
}

func (m *market) transfers() []*payout.Transfer {
	m.t.Helper()
	list, err := m.App.Payouts.FindTransfers(m.t.Context(), m.mill.Actor, payout.Filter{}, page.First(100))
	require.NoError(m.t, err)
	return list.Nodes
}

// ends lets the bank decide, and holds that the outcome has found what was kept of Mill:
// nothing is owed when it is lost, and all of it is Mill's when it is won.
func (m *market) ends(status string, mills int64) {
	m.t.Helper()
	m.decides(url.Values{"status": {status}})
	if status == "won" {
		m.later(9 * day)
	}
	b := m.book()
	require.Zero(m.t, b["pay:seller:disputed Mill"])
	require.Zero(m.t, b["rcv:seller Mill"])
	require.Zero(m.t, b["pay:seller:releasable Mill"])
	require.Equal(m.t, mills, m.held())
	m.Balanced()
}

// A transfer that was under way when the bank took the money is refused: what it would
// have brought is kept for the dispute, and is not sent by another transfer.
func TestDispute_keeps_what_a_refused_transfer_leaves(t *testing.T) {
	t.Parallel()
	for _, policy := range []string{"open", "loss"} {
		for status, mills := range map[string]int64{"lost": 0, "won": 5400} {
			t.Run(policy+" "+status, func(t *testing.T) {
				t.Parallel()
				each(t, func(t *testing.T, m *market) {
					m.silent("/v1/transfers")
					m.mill.Ships(m.order)
					m.Advance(day)
					m.Settle()
					require.Equal(t, payout.TransferUnknown, m.transfers()[0].Status)
					m.disputes(url.Values{})
					require.Zero(t, m.book()["pay:seller:disputed Mill"], "nobody knows whether it is with Mill")

					account := *m.mill.PayoutAccount().ProviderID
					m.Control("accounts/"+account+"/capabilities/transfers", url.Values{"status": {"inactive"}})
					m.answers()
					m.Advance(10 * time.Minute)
					m.Settle()
					require.Equal(t, payout.TransferFailed, m.transfers()[0].Status)
					require.EqualValues(t, -5400, m.book()["pay:seller:disputed Mill"])
					m.Control("accounts/"+account+"/capabilities/transfers", url.Values{"status": {"active"}})
					m.later(2 * day)
					require.Len(t, m.transfers(), 1, "it is kept until the bank has decided")
					require.Zero(t, m.held())
					m.Balanced()
					m.ends(status, mills)
				}, testkit.Setting("DISPUTE_TAKEN", policy))
			})
		}
	}
}

// Our own reversal was refused, and an operator has taken the transfer back in Stripe's
// Dashboard: that is kept for the dispute, and is not sent to Mill again while the bank has
// not decided.
func TestDispute_keeps_what_is_taken_back_at_Stripe(t *testing.T) {
	t.Parallel()
	for status, mills := range map[string]int64{"lost": 0, "won": 5400} {
		t.Run(status, func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, m *market) {
				m.mill.Ships(m.order)
				m.Advance(day)
				m.Settle()
				m.later(6 * day)
				paid, err := m.App.Payouts.FindPayouts(t.Context(), m.mill.Actor, payout.Filter{}, page.First(9))
				require.NoError(t, err)
				require.Len(t, paid.Nodes, 1)
				m.contests()
				require.Zero(t, m.book()["pay:seller:disputed Mill"], "it is at the bank")

				m.Control("payouts/"+*paid.Nodes[0].ProviderID+"/fail", url.Values{"code": {"account_closed"}})
				m.Settle()
				m.ReversesAtStripe(*m.transfers()[0].ProviderID, 5400)
				m.Settle()
				require.EqualValues(t, -5400, m.book()["pay:seller:disputed Mill"])
				m.later(8 * day)
				require.Len(t, m.transfers(), 1, "it is kept until the bank has decided")
				require.Zero(t, m.held())
				m.Balanced()
				m.ends(status, mills)
			})
		})
	}
}

// An operator takes the transfer back while nobody knows what became of our own reversal:
// when Stripe refuses that, what the operator has got is kept for the dispute.
func TestDispute_keeps_what_is_taken_back_before_our_own_reversal(t *testing.T) {
	t.Parallel()
	for status, mills := range map[string]int64{"lost": 0, "won": 5400} {
		t.Run(status, func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, m *market) {
				m.mill.Ships(m.order)
				m.Advance(day)
				m.Settle()
				m.silent("/v1/transfers/*/reversals")
				m.contests()
				m.answers()
				m.ReversesAtStripe(*m.transfers()[0].ProviderID, 5400)
				m.Settle()
				require.EqualValues(t, -5400, m.book()["pay:seller:releasable Mill"], "our own reversal may still bring it")
				_, err := m.App.Payouts.ProposeManual(t.Context(), m.olga.Actor, payout.ManualInput{
					SellerID: m.mill.ID, Amount: money.Input{Amount: "1.00", CurrencyCode: "EUR"}, Reference: "RF18", Reason: "It is here.", IdempotencyKey: "by hand",
				})
				require.ErrorIs(t, err, payout.ErrManualAmount, "nor does it leave by the platform's bank")
				m.Advance(10 * time.Minute)
				m.Settle()
				require.EqualValues(t, -5400, m.book()["pay:seller:disputed Mill"])
				m.later(8 * day)
				require.Len(t, m.transfers(), 1, "it is kept until the bank has decided")
				require.Zero(t, m.held())
				m.Balanced()
				m.ends(status, mills)
			}, testkit.Setting("PAYOUT_MINIMUM", "100000"))
		})
	}
}

// The shares are others while the reversal for the old ones is under way: what it brings
// is kept for the new ones, and only what they do not ask for is Mill's again.
func TestDispute_keeps_what_comes_back_for_an_older_share(t *testing.T) {
	t.Parallel()
	for status, mills := range map[string]int64{"lost": 900, "won": 5400} {
		t.Run(status, func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, m *market) {
				m.mill.Ships(m.order)
				m.Advance(day)
				m.Settle()
				m.TopsUp(20_000) // the charge gives a transfer only once
				m.Settle()
				m.silent("/v1/transfers/*/reversals")
				m.disputes(url.Values{})
				d := m.only()
				in := dispute.SharesSetInput{DisputeID: d.ID, Platform: &money.Input{Amount: "10.00", CurrencyCode: "EUR"}}
				for _, p := range d.Parts {
					share := map[bool]string{true: "50.00", false: "40.00"}[p.SellerID == m.mill.ID]
					in.Shares = append(in.Shares, dispute.ShareInput{SellerOrderID: p.SellerOrderID, Amount: money.Input{Amount: share, CurrencyCode: "EUR"}})
				}
				_, err := m.App.Disputes.SetShares(t.Context(), in)
				require.NoError(t, err)
				m.answers()
				m.Advance(10 * time.Minute)
				m.Settle()
				require.EqualValues(t, -4500, m.book()["pay:seller:disputed Mill"])
				m.later(3 * day)
				require.EqualValues(t, -4500, m.book()["pay:seller:disputed Mill"])
				require.EqualValues(t, 900, m.held())
				m.Balanced()
				m.ends(status, mills)
			}, testkit.Setting("PAYOUT_MINIMUM", "100000"))
		})
	}
}
