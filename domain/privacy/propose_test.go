package privacy_test

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/internal/testkit"
)

func TestErasure_by_operators_takes_two(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p, _ := lives(t, w)
		olga, otto, sam := w.OperatorWith(identity.OperatorAdmin), w.OperatorWith(identity.OperatorAdmin), w.OperatorWith(identity.OperatorSupport)
		propose := func(by actor.Actor, whom identity.AccountID) (*approval.Proposal, error) {
			return w.App.Privacy.Propose(t.Context(), by, privacy.ProposeInput{AccountID: whom, Reason: "Asked by letter, signed Zwiebelfisch."})
		}
		for _, by := range []actor.Actor{sam.Actor, p.Actor, {}} {
			_, err := propose(by, p.Account)
			require.Error(t, err, "%s", by.Role)
		}
		_, err := propose(olga.Actor, olga.Account)
		require.ErrorIs(t, err, privacy.ErrNotYourself)
		_, err = propose(olga.Actor, "acc_nobody")
		require.ErrorIs(t, err, identity.ErrAccountNotFound)
		asked, err := propose(olga.Actor, p.Account)
		require.NoError(t, err)
		require.Equal(t, approval.StatusPending, asked.Status)
		_, err = propose(otto.Actor, p.Account)
		require.ErrorIs(t, err, approval.ErrPending)
		in := approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash}
		_, err = w.App.Approvals.Approve(t.Context(), olga.Actor, in)
		require.ErrorIs(t, err, approval.ErrOwn)
		_, err = w.App.Approvals.Approve(t.Context(), sam.Actor, in)
		require.Error(t, err)
		w.Settle()
		_, _, err = w.App.Identity.Authenticate(t.Context(), p.Token)
		require.NoError(t, err, "nothing has happened yet")
		_, err = w.App.Identity.Suspend(t.Context(), identity.AboutInput{AccountID: p.Account, Reason: "Nobody is called Zwiebelfisch."})
		require.NoError(t, err)

		_, err = w.App.Approvals.Approve(t.Context(), otto.Actor, in)
		require.NoError(t, err)
		w.Settle()
		_, _, err = w.App.Identity.Authenticate(t.Context(), p.Token)
		require.Error(t, err)
		requireGone(t, w)
		_, err = propose(olga.Actor, p.Account)
		require.ErrorIs(t, err, identity.ErrAccountNotFound)
		w.Advance(2 * time.Hour) // what was still being delivered then
		w.Settle()
		var left int
		require.NoError(t, w.DB.Read(t.Context()).NewRaw("SELECT COUNT(*) FROM outbox WHERE CAST(payload AS TEXT) LIKE ?", "%"+string(p.Account)+"%").Scan(t.Context(), &left))
		require.Zero(t, left, "no event names them")
		w.Verified()
	})
}

// A proposal that waits, an event that is not delivered yet, and a file of the
// audit log that was not fetched all hold what was written about a person.
func TestErasure_leaves_no_reason_in_what_is_not_over_yet(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p, _ := lives(t, w)
		asksToBeErased(t, w, p)
		_, err := w.App.Privacy.Withdraw(t.Context(), p.Actor)
		require.NoError(t, err)
		olga := w.OperatorWith(identity.OperatorAdmin)
		const reason = "Wrote from Quittengasse 7."
		asked, err := w.App.Privacy.Propose(t.Context(), olga.Actor, privacy.ProposeInput{AccountID: p.Account, Reason: reason})
		require.NoError(t, err)
		asksToBeErased(t, w, p)
		w.Settle()
		w.Advance(15*day - time.Minute)
		file, err := w.App.Audit.AskFile(t.Context(), olga.Actor, audit.ExportInput{Format: audit.JSONL, Reason: "Yearly check."})
		require.NoError(t, err)
		require.NoError(t, w.App.Exports.Work(t.Context(), export.Job{ExportID: file.ID}))
		require.Contains(t, dump(t, w.DB), "Quittengasse", "in the file, decrypted")
		var created event.ID
		require.NoError(t, w.DB.Read(t.Context()).NewRaw("SELECT id FROM outbox WHERE name = 'proposal.created'").Scan(t.Context(), &created))
		require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return tx.Enqueue(ctx, event.Delivery{EventID: created}, db.JobOptions{NotBefore: tx.Now().Add(3 * time.Hour)})
		}))
		w.Advance(time.Minute)
		w.Settle()

		_, _, err = w.App.Identity.Authenticate(t.Context(), p.Token)
		require.Error(t, err)
		ended, err := w.App.Approvals.Get(t.Context(), olga.Actor, asked.ID)
		require.NoError(t, err)
		require.Equal(t, approval.StatusExpired, ended.Status)
		require.Empty(t, ended.Reason)
		dropped, err := w.App.Exports.Get(t.Context(), olga.Actor, file.ID)
		require.NoError(t, err)
		require.Equal(t, export.Failed, dropped.Status)
		require.Contains(t, dump(t, w.DB), reason, "the delivery is to be tried again")
		w.Advance(2 * time.Hour)
		w.Settle()
		require.Contains(t, dump(t, w.DB), reason)
		w.Advance(2 * time.Hour)
		w.Settle()
		w.Advance(2 * time.Hour)
		w.Settle()
		requireGone(t, w)
		w.Verified()
	})
}

func TestExport_opens_what_the_audit_log_says_of_the_person(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		bob, ann, olga := w.Buyer("Bob"), w.Buyer("Ann"), w.OperatorWith(identity.OperatorAdmin)
		for p, reason := range map[*testkit.Person]string{bob: "Bob has written twice.", ann: "Ann has called."} {
			const ask = `mutation($id: ID!, $why: String!) { privacyExportCreate(input: {accountId: $id, reason: $why}) { userErrors { code } } }`
			require.Empty(t, w.Asks(olga, ask, map[string]any{"id": p.Account, "why": reason}).Errors)
		}
		w.Asks(bob, `mutation { privacyExportCreate(input: {}) { userErrors { code } } }`, nil)
		w.Settle()
		file := func(p *testkit.Person) string {
			e, err := w.App.Privacy.Export(t.Context(), p.Actor, privacy.ExportInput{})
			require.NoError(t, err)
			w.Settle()
			var out strings.Builder
			require.NoError(t, w.App.Exports.Fetch(t.Context(), p.Actor, e.ID, func(*export.Export) io.Writer { return &out }))
			_, entries, found := strings.Cut(out.String(), `"name": "audit_entries"`)
			require.True(t, found)
			entries, _, _ = strings.Cut(entries, `"about"`+`: "The sellers`)
			return entries
		}
		own := file(bob)
		require.Contains(t, own, "Bob has written twice.")
		require.Contains(t, own, "127.0.0.0/24", "from where Bob himself has asked")
		require.NotContains(t, own, "Ann has called.")
		require.NotContains(t, own, "sealed_text")
		other := file(ann)
		require.Contains(t, other, "Ann has called.")
		require.NotContains(t, other, "127.0.0.0/24", "from where the operator has asked")
	})
}
