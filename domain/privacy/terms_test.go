package privacy_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/internal/testkit"
)

// What somebody has agreed to is theirs to read. When they are erased the network
// goes, and that it was agreed stays.
func TestErasure_keeps_what_was_agreed_and_forgets_from_where(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, zoe, bob := w.Operator(), w.Buyer("Zoe"), w.Buyer("Bob")
		v, err := w.App.Terms.Publish(t.Context(), olga.Actor, terms.PublishInput{Kind: terms.Marketing, Title: "News", Text: "May we write?"})
		require.NoError(t, err)
		for address, p := range map[string]*testkit.Person{"192.0.2.77": zoe, "198.51.100.4": bob} {
			ctx := actor.With(actor.WithRequest(t.Context(), "req_1", address), p.Actor)
			_, err = w.App.Terms.Accept(ctx, p.Actor, terms.AcceptInput{VersionIDs: []terms.VersionID{v.ID}})
			require.NoError(t, err)
			_, err = w.App.Terms.WithdrawConsent(ctx, p.Actor, terms.ConsentWithdrawInput{Kind: terms.Marketing})
			require.NoError(t, err)
		}
		answer := w.Asks(zoe, `mutation { privacyExportCreate(input: {}) { export { id } userErrors { code } } }`, nil)
		require.Empty(t, answer.Errors)
		w.Settle()
		file := w.Asks(zoe, `{ exports { nodes { path } } }`, nil).Data["exports"].(map[string]any)["nodes"].([]any)[0].(map[string]any)
		_, body := fetch(t, w, zoe, file["path"].(string))
		require.Contains(t, string(body), "192.0.2.0/24")
		require.Contains(t, string(body), v.ID)
		require.NotContains(t, string(body), "198.51.100")

		require.Empty(t, asksToBeErased(t, w, zoe).Hindrances)
		w.Advance(15 * day)
		w.Settle()
		for p, network := range map[*testkit.Person]string{zoe: "", bob: "198.51.100.0/24"} {
			kept, err := w.App.Terms.Answers(t.Context(), p.Actor, page.Window{Size: 10})
			require.NoError(t, err)
			require.Len(t, kept.Nodes, 2)
			for _, a := range kept.Nodes {
				require.Equal(t, network, a.Address)
			}
		}
		require.Zero(t, w.Parked())
	})
}
