package privacy_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/internal/testkit"
)

func TestErasure_waits_for_the_end_of_a_dispute(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p, paid := lives(t, w)
		now := w.DB.Clock().Now()
		d := &dispute.Dispute{
			ID: "dsp_1", ProviderID: "dp_1", OrderID: paid.ID, Currency: paid.Currency, AmountMinor: 100, Reason: "fraudulent",
			Status: dispute.StatusInquiry, Answer: dispute.AnswerNone, AnswerStatus: dispute.AnswerUnsaid, FeePolicy: dispute.FeeOfPlatform, CreatedAt: now, CheckedAt: now,
		}
		set := func(fn func(ctx context.Context, tx db.Tx) error) { require.NoError(t, w.DB.Write(t.Context(), fn)) }
		set(func(ctx context.Context, tx db.Tx) error { _, err := tx.NewInsert().Model(d).Exec(ctx); return err })
		require.Equal(t, []privacy.Hindrance{privacy.OpenDispute}, asksToBeErased(t, w, p).Hindrances)
		_, err := w.App.Privacy.Withdraw(t.Context(), p.Actor)
		require.NoError(t, err)
		set(func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw("UPDATE disputes SET status = 'CLOSED', closed_at = ?", now).Exec(ctx)
			return err
		})
		require.Empty(t, asksToBeErased(t, w, p).Hindrances)
	})
}
