package dispute_test

import (
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/internal/testkit"
)

func text(s string) *string { return &s }

// only is the only dispute, as an operator sees it.
func (m *market) only() *dispute.Dispute {
	m.t.Helper()
	list, err := m.App.Disputes.Find(m.t.Context(), m.olga.Actor, dispute.Filter{}, page.First(10))
	require.NoError(m.t, err)
	require.Len(m.t, list.Nodes, 1)
	return list.Nodes[0]
}

// From the purchase to the win: Mill edits what Étal has drafted, an operator
// sends it once, the bank gives the money back.
func TestEvidence_wins(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ctx := t.Context()
		m.mill.Ships(m.order)
		m.disputes(url.Values{})
		d := m.only()
		require.EqualValues(t, 6000, d.Parts[0].ShareMinor+d.Parts[1].ShareMinor-4000)
		_, err := m.App.Disputes.Get(ctx, m.alice.Actor, d.ID)
		require.ErrorIs(t, err, dispute.ErrNotFound, "buyers see nothing")

		mine, err := m.App.Disputes.Get(ctx, m.mill.Actor, d.ID)
		require.NoError(t, err)
		require.EqualValues(t, 6000, mine.AmountMinor, "their share only")
		require.Len(t, mine.Parts, 1)
		draft := mine.Parts[0].Evidence
		require.Contains(t, draft.ProductDescription, "Tea × 3, 20.00 EUR each")
		require.Contains(t, draft.ShippingAddress, "Hafenstraße 4\n20359 Hamburg\nDE")
		require.NotEmpty(t, draft.ShippingDate)
		require.Empty(t, draft.BuyerEmail)

		_, err = m.App.Disputes.SaveEvidence(ctx, m.mill.Actor, dispute.EvidenceSaveInput{DisputeID: d.ID, Edit: dispute.Edit{Statement: text(strings.Repeat("x", 20_001))}})
		require.Error(t, err)
		_, err = m.App.Disputes.SaveEvidence(ctx, m.alice.Actor, dispute.EvidenceSaveInput{DisputeID: d.ID, Edit: dispute.Edit{Statement: text("Mine.")}})
		require.ErrorIs(t, err, dispute.ErrNotFound)
		_, err = m.App.Disputes.SaveEvidence(ctx, m.mill.Actor, dispute.EvidenceSaveInput{DisputeID: d.ID, Edit: dispute.Edit{RefundRefusal: text("It was delivered.")}})
		require.NoError(t, err)
		require.NoError(t, m.App.Disputes.Sweep(ctx), "what was edited is not drafted anew")

		var sent sync.WaitGroup
		errs := make([]error, 5)
		for i := range errs {
			sent.Go(func() {
				_, errs[i] = m.App.Disputes.Submit(ctx, m.olga.Actor, dispute.EvidenceSubmitInput{DisputeID: d.ID, Edit: dispute.Edit{Statement: text("winning_evidence")}})
			})
		}
		sent.Wait()
		done := 0
		for _, err := range errs {
			if err == nil {
				done++
				continue
			}
			require.ErrorIs(t, err, dispute.ErrAnswered)
		}
		require.Equal(t, 1, done, "evidence is sent once")
		m.Settle()
		d = m.only()
		require.Equal(t, dispute.StatusWon, d.Status)
		require.Equal(t, dispute.AnswerDone, d.AnswerStatus)
		require.EqualValues(t, 1, d.Submissions)
		require.Equal(t, "It was delivered.", d.AnswerEvidence.RefundRefusal)
		require.Equal(t, m.alice.Email, d.AnswerEvidence.BuyerEmail)
		require.EqualValues(t, 0, m.book()["rcv:dispute"])
		m.Balanced()
		_, err = m.App.Disputes.SaveEvidence(ctx, m.mill.Actor, dispute.EvidenceSaveInput{DisputeID: d.ID})
		require.ErrorIs(t, err, dispute.ErrClosed)
	})
}

// Evidence does not help: the sellers bear their shares.
func TestEvidence_loses(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		d := m.only()
		_, err := m.App.Disputes.Accept(t.Context(), m.kiln.Actor, dispute.AcceptInput{DisputeID: d.ID})
		require.NoError(t, err)
		_, err = m.App.Disputes.Accept(t.Context(), m.kiln.Actor, dispute.AcceptInput{DisputeID: d.ID})
		require.ErrorIs(t, err, dispute.ErrAccepted)
		require.Equal(t, dispute.AnswerNone, m.only().Answer, "an operator decides")
		_, err = m.App.Disputes.Submit(t.Context(), m.olga.Actor, dispute.EvidenceSubmitInput{DisputeID: d.ID, Edit: dispute.Edit{Statement: text("losing_evidence")}})
		require.NoError(t, err)
		m.Settle()
		d = m.only()
		require.Equal(t, dispute.StatusLost, d.Status)
		require.NotContains(t, d.AnswerEvidence.ProductDescription, "Bowl", "Kiln has accepted")
		require.Zero(t, m.book()["rcv:dispute"])
		require.Zero(t, m.book()["pay:seller:disputed Mill"])
		m.Balanced()
	})
}

// Whatever is lost on the way, the bank is answered once.
func TestSend_answers_once_whatever_gets_lost(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"reset_before", "reset_after", "500_stored", "truncated"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, m *market) {
				m.disputes(url.Values{})
				d := m.only()
				m.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/disputes/" + d.ProviderID}, "kind": {kind}, "effect": {"true"}})
				_, err := m.App.Disputes.Submit(t.Context(), m.olga.Actor, dispute.EvidenceSubmitInput{DisputeID: d.ID})
				require.NoError(t, err)
				m.Settle()
				d = m.only()
				require.Equal(t, dispute.AnswerDone, d.AnswerStatus)
				require.EqualValues(t, 1, d.Submissions)
				m.Balanced()
			})
		})
	}
}

// An operator accepts: Stripe closes the dispute.
func TestAccept_by_an_operator(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		d := m.only()
		_, err := m.App.Disputes.Accept(t.Context(), m.olga.Actor, dispute.AcceptInput{DisputeID: d.ID})
		require.NoError(t, err)
		_, err = m.App.Disputes.Submit(t.Context(), m.olga.Actor, dispute.EvidenceSubmitInput{DisputeID: d.ID})
		require.ErrorIs(t, err, dispute.ErrAnswered)
		m.Settle()
		require.Equal(t, dispute.StatusLost, m.only().Status)
		m.Balanced()
		_, err = m.App.Disputes.SetShares(t.Context(), dispute.SharesSetInput{DisputeID: d.ID})
		require.ErrorIs(t, err, dispute.ErrClosed)
	})
}

// An operator says that all of it is Mill's, and the platform's.
func TestSetShares(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		eur := func(s string) money.Input { return money.Input{Amount: s, CurrencyCode: "EUR"} }
		m.disputes(url.Values{"amount": {"5000"}})
		d := m.only()
		mill := d.Parts[0]
		if mill.SellerID != m.mill.ID {
			mill = d.Parts[1]
		}
		set := func(mine, platform string) error {
			p := eur(platform)
			_, err := m.App.Disputes.SetShares(t.Context(), dispute.SharesSetInput{
				DisputeID: d.ID, Platform: &p, Shares: []dispute.ShareInput{{SellerOrderID: mill.SellerOrderID, Amount: eur(mine)}},
			})
			return err
		}
		require.ErrorIs(t, set("40.00", "9.99"), dispute.ErrShares)
		require.ErrorIs(t, set("40.00", "10.01"), dispute.ErrShares)
		require.Error(t, set("60.00", "-10.00"))
		require.EqualValues(t, -2700, m.book()["pay:seller:disputed Mill"], "as it was")
		require.NoError(t, set("40.00", "10.00"))
		require.EqualValues(t, -3600, m.book()["pay:seller:disputed Mill"])
		require.Zero(t, m.book()["pay:seller:disputed Kiln"])
		_, err := m.App.Disputes.Get(t.Context(), m.kiln.Actor, d.ID)
		require.ErrorIs(t, err, dispute.ErrNotFound, "it does not concern Kiln any more")
		m.Balanced()
		m.decides(url.Values{"status": {"lost"}})
		require.EqualValues(t, 1000, m.book()["exp:dispute_loss"])
		require.Zero(t, m.book()["rcv:dispute"])
		m.Balanced()
	})
}

// Shares of more than a seller's part are refused, and nothing moves.
func TestSetShares_too_much(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		before, d := m.book(), m.only()
		_, err := m.App.Disputes.SetShares(t.Context(), dispute.SharesSetInput{DisputeID: d.ID, Shares: []dispute.ShareInput{
			{SellerOrderID: d.Parts[0].SellerOrderID, Amount: money.Input{Amount: "100.00", CurrencyCode: "EUR"}},
		}})
		require.ErrorIs(t, err, dispute.ErrShareTooMuch)
		require.Equal(t, before, m.book())
	})
}

// Every tenth payment is disputed.
func TestRate(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		r, err := m.App.Disputes.RateOf(t.Context(), m.mill.Actor, nil)
		require.NoError(t, err)
		require.EqualValues(t, 1, r.Charges)
		require.EqualValues(t, 10_000, r.BasisPoints)
		require.True(t, r.IsTooHigh)
		_, err = m.App.Disputes.RateOf(t.Context(), m.mill.Actor, &m.kiln.ID)
		require.Error(t, err)
	})
}

// By another policy transfers stay with the sellers until the dispute is lost.
func TestDispute_taken_at_loss(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.mill.Ships(m.order)
		m.Advance(day)
		m.Settle()
		m.disputes(url.Values{})
		require.Zero(t, m.book()["pay:seller:disputed Mill"], "Mill has it")
		require.EqualValues(t, -3600, m.book()["pay:seller:disputed Kiln"], "it was not transferred")
		m.Advance(time.Hour)
		m.Settle()
		require.Zero(t, m.book()["pay:seller:disputed Mill"], "nor is it taken later")
		m.Balanced()
		m.decides(url.Values{"status": {"lost"}})
		b := m.book()
		require.Zero(t, b["rcv:seller Mill"], "it was taken back now")
		require.Zero(t, b["rcv:dispute"])
		m.Balanced()
	}, testkit.Setting("DISPUTE_TAKEN", "loss"))
}
