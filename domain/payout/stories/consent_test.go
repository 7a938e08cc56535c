package stories_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// charged lets a seller owe the platform an amount, and returns the debt.
func charged(t *testing.T, w *testkit.World, s *testkit.Seller, key string) *payout.Recovery {
	t.Helper()
	_, err := w.App.Charges.Charge(t.Context(), w.Operator().Actor, charge.CreateInput{
		SellerID: s.ID, Amount: money.Input{Amount: "1.00", CurrencyCode: "EUR"}, Reason: "A charge.", IdempotencyKey: key,
	})
	require.NoError(t, err)
	debts, err := w.App.Payouts.FindDebts(t.Context(), s.Actor, payout.Filter{Status: "DUE"}, page.First(1))
	require.NoError(t, err)
	require.Len(t, debts.Nodes, 1)
	return debts.Nodes[0]
}

// Nothing is taken from the balance of a seller whose owner has not said that it
// may be, or has taken that back; who has said what to which text stays.
func TestDebit_needs_the_consent_of_the_seller(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln, olga := w.Seller("Mill"), w.Seller("Kiln"), w.Operator()
		w.Settle()
		debits := func(s *testkit.Seller, key string) error {
			_, err := w.App.Payouts.Debit(t.Context(), olga.Actor, payout.DebtInput{DebtID: charged(t, w, s, key).ID, IdempotencyKey: key})
			return err
		}
		says := func(isGiven bool) *payout.DebitConsent {
			c, err := w.App.Payouts.AnswerDebits(actor.With(t.Context(), mill.Actor), mill.Actor, payout.DebitConsentInput{Version: payout.DebitTextVersion, IsGiven: isGiven})
			require.NoError(t, err)
			require.Equal(t, isGiven, c.IsGiven)
			return c
		}
		require.ErrorIs(t, debits(mill, "none"), payout.ErrDebitConsent)
		require.Empty(t, says(false).Answers, "there is nothing to take back")
		_, err := w.App.Payouts.AnswerDebits(t.Context(), mill.Actor, payout.DebitConsentInput{Version: payout.DebitTextVersion + 1, IsGiven: true})
		require.ErrorIs(t, err, payout.ErrDebitText)
		_, err = w.App.Payouts.AnswerDebits(t.Context(), olga.Actor, payout.DebitConsentInput{Version: payout.DebitTextVersion, IsGiven: true})
		require.ErrorIs(t, err, seller.ErrSellerRequired, "nobody consents for a seller")

		given := says(true)
		require.Equal(t, given, says(true), "said twice is said once")
		require.Len(t, given.Answers, 1)
		sum := sha256.Sum256([]byte(given.Text))
		require.Equal(t, hex.EncodeToString(sum[:]), given.Answers[0].TextHash)
		require.Equal(t, mill.Account, given.Answers[0].AnsweredBy)
		require.Equal(t, w.Clock.Now(), given.Answers[0].AnsweredAt)
		require.ErrorIs(t, debits(kiln, "of another"), payout.ErrDebitConsent, "a consent is of one seller")
		require.NoError(t, debits(mill, "consented"))
		require.Len(t, says(false).Answers, 2)
		require.ErrorIs(t, debits(mill, "taken back"), payout.ErrDebitConsent)

		seen, err := w.App.Payouts.DebitConsentOf(t.Context(), olga.Actor, &mill.ID)
		require.NoError(t, err)
		require.False(t, seen.IsGiven)
		require.Len(t, seen.Answers, 2)
		_, err = w.App.Payouts.DebitConsentOf(t.Context(), kiln.Actor, &mill.ID)
		require.Error(t, err)

		w.Settle()
		kind := payout.DebitConsentAnswered{}.EventName()
		found, err := w.App.Audit.Find(t.Context(), olga.Actor, audit.Filter{Kind: &kind}, page.First(10))
		require.NoError(t, err)
		require.Len(t, found.Nodes, 2, "and nothing of what was refused or said again")
		require.Equal(t, mill.Account, found.Nodes[0].ActorID)
		for _, statement := range []string{"UPDATE debit_answers SET is_given = TRUE", "DELETE FROM debit_answers"} {
			require.Error(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw(statement).Exec(ctx)
				return err
			}), statement)
		}
	})
}

// Of many who say the same at once, one is written down.
func TestDebit_consents_at_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		errs := make([]error, 8)
		var wg sync.WaitGroup
		for i := range errs {
			wg.Go(func() {
				_, errs[i] = w.App.Payouts.AnswerDebits(t.Context(), mill.Actor, payout.DebitConsentInput{Version: payout.DebitTextVersion, IsGiven: true})
			})
		}
		wg.Wait()
		for i, err := range errs {
			require.NoError(t, err, fmt.Sprint(i))
		}
		c, err := w.App.Payouts.DebitConsentOf(t.Context(), mill.Actor, nil)
		require.NoError(t, err)
		require.Len(t, c.Answers, 1)
	})
}
