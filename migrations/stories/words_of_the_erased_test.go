package stories_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
	"github.com/etal-market/etal/migrations"
)

// Of those who were erased before nothing stays that was written about them; what is
// written about others gets a person, with whom it goes.
func TestWordsOfTheErased_go(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea, olga := w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.49", 10), w.Operator()
		proposed := func(p *testkit.Person) {
			note := "About " + p.Name + "."
			made, err := w.App.Refunds.Create(t.Context(), olga.Actor, refund.CreateInput{
				OrderID: id.Any(p.Buys(tea.Times(1)).ID), Amount: &money.Input{Amount: "5.00", CurrencyCode: "EUR"}, Reason: refund.ReasonGoodwill, Note: &note,
				IdempotencyKey: p.Name,
			})
			require.NoError(t, err)
			require.NotNil(t, made.Proposal)
		}
		ann, zoe := w.Buyer("Ann"), w.Buyer("Zoe")
		proposed(ann)
		proposed(zoe)
		steps, err := migrations.For(string(w.DB.Dialect()))
		require.NoError(t, err)
		require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			run := []string{
				"UPDATE proposals SET person_id = ''", "UPDATE accounts SET suspension_reason = 'About ' || name WHERE operator_role IS NULL",
				"UPDATE accounts SET erased_at = created_at WHERE name = 'Zoe'",
			}
			for _, step := range steps {
				if step.Name == "words_of_the_erased" {
					run = append(run, step.SQL, step.SQL) // once more, it changes nothing
				}
			}
			require.Len(t, run, 5)
			for _, sql := range run {
				if _, err := tx.NewRaw(sql).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		}))
		require.Equal(t, []string{string(ann.Account) + " About Ann.", string(zoe.Account) + " "},
			dbtest.List(t, w.DB, "SELECT person_id || ' ' || reason FROM proposals ORDER BY id"))
		require.Equal(t, []string{"{}"}, dbtest.List(t, w.DB, "SELECT payload FROM proposals WHERE reason = ''"))
		require.Equal(t, []string{"About Ann", ""}, dbtest.List(t, w.DB, "SELECT suspension_reason FROM accounts WHERE name IN ('Ann', 'Zoe') ORDER BY name"))
	}, testkit.Setting("REFUND_LIMIT_PLATFORM", "400"))
}
