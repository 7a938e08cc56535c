package approval_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// change is the payload of the kind that these tests propose.
type change struct {
	Name string `json:"name"`
}

var errTaken = fault.New(fault.Conflict, "TEST_TAKEN", "Taken.")

// world has a kind that renames its subject, an account.
type world struct {
	t      *testing.T
	db     *db.DB
	clock  *clock.Manual
	people *identity.Service
	s      *approval.Service
	desk   *approval.Desk[change]
	fail   error // what Apply answers
	n      int
}

func each(t *testing.T, off bool, fn func(w *world)) {
	t.Helper()
	start := time.Date(2035, 3, 5, 9, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		w := &world{t: t, db: d, clock: c, people: identity.New(d, identity.Options{HashMemoryKiB: 64})}
		w.s = approval.New(d, approval.Options{Off: off, Directory: seller.Directory{}, Can: func(by actor.Actor, do approval.Permission) bool {
			return authz.Can(by, authz.Permission(do))
		}})
		w.desk = approval.Register(w.s, approval.Kind[change]{
			Name: "test.rename", Propose: "TRANSFER_HOLD", Approve: "OPERATOR_ROLE", // finance and admin; admin
			Check: func(_ context.Context, _ db.Tx, of approval.Proposed[change]) error {
				if of.Payload.Name == "taken" {
					return errTaken
				}
				return nil
			},
			Apply: func(ctx context.Context, tx db.Tx, of approval.Proposed[change]) error {
				if _, err := tx.NewUpdate().Table("accounts").Set("name = name || ?", of.Payload.Name).Where("id = ?", string(of.Proposal.Subject)).Exec(ctx); err != nil {
					return err
				}
				if err := event.Emit(ctx, tx, identity.PasswordChanged{AccountID: identity.AccountID(of.Proposal.Subject)}); err != nil {
					return err
				}
				return w.fail
			},
		})
		fn(w)
	})
}

func (w *world) operator(role identity.OperatorRole) actor.Actor {
	w.t.Helper()
	w.n++
	a, err := w.people.CreateOperator(w.t.Context(), role, identity.RegisterInput{
		Email: "o" + strings.Repeat("x", w.n) + "@example.org", Name: "O", Password: "a quiet harbour 47",
	})
	require.NoError(w.t, err)
	return actor.Actor{AccountID: string(a.ID), SessionID: "ses_1", Role: role.Role()}
}

// propose lets a finance operator propose that somebody is called otherwise.
func (w *world) propose(by actor.Actor, subject actor.Actor, name string) *approval.Proposal {
	w.t.Helper()
	p, err := w.desk.Propose(w.t.Context(), by, approval.Ask[change]{Subject: id.Any(subject.AccountID), Reason: "A reason.", Payload: change{name}})
	require.NoError(w.t, err)
	return p
}

func (w *world) approve(by actor.Actor, p *approval.Proposal) error {
	_, err := w.s.Approve(actor.With(w.t.Context(), by), by, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	return err
}

func (w *world) nameOf(a actor.Actor) string {
	w.t.Helper()
	found, err := w.people.Account(w.t.Context(), identity.AccountID(a.AccountID))
	require.NoError(w.t, err)
	return found.Name
}

func (w *world) status(p *approval.Proposal) approval.Status {
	w.t.Helper()
	found, err := w.s.ByID(w.t.Context(), p.ID)
	require.NoError(w.t, err)
	return found.Status
}

// deliver lets the audit log take note.
func (w *world) deliver() []*audit.Entry {
	w.t.Helper()
	h := &db.Handlers{}
	db.Handle(h, event.NewDeliverer(w.db, audit.New(w.db, nil).Handlers()...).Deliver)
	_, err := w.db.Drain(w.t.Context(), h, w.clock.Now())
	require.NoError(w.t, err)
	found, err := audit.New(w.db, nil).Find(w.t.Context(), actor.Actor{AccountID: "acc_x", Role: "operator:admin"}, audit.Filter{}, page.First(100))
	require.NoError(w.t, err)
	return found.Nodes
}

func TestApprove(t *testing.T) {
	t.Parallel()
	each(t, false, func(w *world) {
		fin, admin := w.operator(identity.OperatorFinance), w.operator(identity.OperatorAdmin)
		p := w.propose(fin, fin, "+1")
		require.Equal(w.t, approval.StatusPending, p.Status)
		require.Equal(w.t, "O", w.nameOf(fin), "nothing is done before somebody else approves")
		require.ErrorIs(w.t, w.approve(fin, p), approval.ErrForbidden)

		require.NoError(w.t, w.approve(admin, p))
		require.Equal(w.t, "O+1", w.nameOf(fin))
		require.Equal(w.t, approval.StatusApproved, w.status(p))
		require.ErrorIs(w.t, w.approve(admin, p), approval.ErrDecided)
		require.Equal(w.t, "O+1", w.nameOf(fin), "once")

		var kinds []string
		for _, e := range w.deliver() {
			if e.ProposalID == "" {
				continue
			}
			kinds = append(kinds, e.Kind)
			require.Equal(w.t, fin.AccountID, string(e.ProposedBy), e.Kind)
			if e.Kind != "proposal.created" {
				require.Equal(w.t, admin.AccountID, string(e.ActorID), "%s: both persons are on record", e.Kind)
			}
		}
		require.ElementsMatch(w.t, []string{"proposal.created", "proposal.decided", "identity.password_changed"}, kinds)
		require.NoError(w.t, w.db.View(w.t.Context(), func(ctx context.Context, q db.Querier) error {
			findings, err := audit.New(w.db, nil).Verify(ctx, q)
			require.Empty(w.t, findings)
			return err
		}))
	})
}

func TestApprove_needs_another_person(t *testing.T) {
	t.Parallel()
	each(t, false, func(w *world) {
		admin := w.operator(identity.OperatorAdmin)
		p := w.propose(admin, admin, "+1")
		require.ErrorIs(w.t, w.approve(admin, p), approval.ErrOwn)
		otherSession := admin
		otherSession.SessionID = "ses_other"
		require.ErrorIs(w.t, w.approve(otherSession, p), approval.ErrOwn, "a second session is not a second person")
		_, err := w.s.Reject(w.t.Context(), admin, approval.RejectInput{ID: p.ID, Note: "No."})
		require.ErrorIs(w.t, err, approval.ErrOwn)
		require.Equal(w.t, "O", w.nameOf(admin))
	})
}

func TestApprove_permissions_are_judged_then(t *testing.T) {
	t.Parallel()
	each(t, false, func(w *world) {
		fin, admin, support := w.operator(identity.OperatorFinance), w.operator(identity.OperatorAdmin), w.operator(identity.OperatorSupport)
		_, err := w.desk.Propose(w.t.Context(), support, approval.Ask[change]{Subject: "acc_x", Reason: "R."})
		require.ErrorIs(w.t, err, approval.ErrForbidden)
		_, err = w.desk.Propose(w.t.Context(), actor.Actor{Role: actor.System}, approval.Ask[change]{Subject: "acc_x", Reason: "R."})
		require.ErrorIs(w.t, err, approval.ErrForbidden, "a proposer is a person")
		p := w.propose(fin, fin, "+1")
		require.ErrorIs(w.t, w.approve(support, p), approval.ErrForbidden)
		for _, by := range []actor.Actor{{AccountID: fin.AccountID, Role: actor.Buyer}, {AccountID: fin.AccountID, Role: "seller:owner", SellerID: "sel_x"}} {
			require.ErrorIs(w.t, w.approve(by, p), approval.ErrNotFound)
		}
		require.NoError(w.t, w.db.Write(w.t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewUpdate().Table("accounts").Set("operator_role = 'SUPPORT'").Where("id = ?", fin.AccountID).Exec(ctx)
			return err
		}))
		require.ErrorIs(w.t, w.approve(admin, p), approval.ErrProposerLost)
		require.Equal(w.t, "O", w.nameOf(fin))
	})
}

func TestApprove_at_once(t *testing.T) {
	t.Parallel()
	each(t, false, func(w *world) {
		fin := w.operator(identity.OperatorFinance)
		p := w.propose(fin, fin, "+1")
		var admins []actor.Actor
		for range 8 {
			admins = append(admins, w.operator(identity.OperatorAdmin))
		}
		errs := make([]error, len(admins))
		var group sync.WaitGroup
		for i, admin := range admins {
			group.Go(func() {
				if i%2 == 0 {
					errs[i] = w.approve(admin, p)
					return
				}
				_, errs[i] = w.s.Reject(w.t.Context(), admin, approval.RejectInput{ID: p.ID, Note: "No."})
			})
		}
		group.Wait()
		won := 0
		for _, err := range errs {
			if err == nil {
				won++
				continue
			}
			require.ErrorIs(w.t, err, approval.ErrDecided)
		}
		require.Equal(w.t, 1, won, "one decides")
		want := map[approval.Status]string{approval.StatusApproved: "O+1", approval.StatusRejected: "O"}
		require.Equal(w.t, want[w.status(p)], w.nameOf(fin))
	})
}

func TestApprove_frozen(t *testing.T) {
	t.Parallel()
	each(t, false, func(w *world) {
		fin, admin := w.operator(identity.OperatorFinance), w.operator(identity.OperatorAdmin)
		for column, value := range map[string]string{
			"payload": `{"name":"+evil"}`, "subject": admin.AccountID, "reason": "Another.", "hash": strings.Repeat("0", 64),
		} {
			p := w.propose(fin, w.operator(identity.OperatorAuditor), "+1")
			require.NoError(w.t, w.db.Write(w.t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewUpdate().Table("proposals").Set("? = ?", bun.Ident(column), value).Where("id = ?", string(p.ID)).Exec(ctx)
				return err
			}))
			require.ErrorIs(w.t, w.approve(admin, p), approval.ErrChanged, column)
		}
		p := w.propose(fin, fin, "+1")
		for _, hash := range []string{"", "0", strings.ToUpper(p.Hash), p.Hash + " "} {
			_, err := w.s.Approve(w.t.Context(), admin, approval.ApproveInput{ID: p.ID, PayloadHash: hash})
			require.ErrorIs(w.t, err, approval.ErrChanged, "%q", hash)
		}
		require.Equal(w.t, "O", w.nameOf(fin))
	})
}

func TestApprove_fails_whole(t *testing.T) {
	t.Parallel()
	each(t, false, func(w *world) {
		fin, admin := w.operator(identity.OperatorFinance), w.operator(identity.OperatorAdmin)
		p := w.propose(fin, fin, "+1")
		w.fail = errors.New("the disk is full")
		require.ErrorContains(w.t, w.approve(admin, p), "the disk is full")
		require.Equal(w.t, approval.StatusPending, w.status(p))
		require.Equal(w.t, "O", w.nameOf(fin))
		w.fail = nil
		require.NoError(w.t, w.approve(admin, p))
		require.Equal(w.t, "O+1", w.nameOf(fin))
	})
}

func TestPropose(t *testing.T) {
	t.Parallel()
	each(t, false, func(w *world) {
		fin := w.operator(identity.OperatorFinance)
		for _, reason := range []string{"", "  ", "a\x00b", "\xff", strings.Repeat("x", 1001)} {
			_, err := w.desk.Propose(w.t.Context(), fin, approval.Ask[change]{Subject: "acc_x", Reason: reason})
			require.NotEmpty(w.t, fault.As(err), "%q", reason)
		}
		_, err := w.desk.Propose(w.t.Context(), fin, approval.Ask[change]{Subject: "acc_x", Reason: "R.", Payload: change{"taken"}})
		require.ErrorIs(w.t, err, errTaken)

		p := w.propose(fin, fin, "+1")
		_, err = w.desk.Propose(w.t.Context(), fin, approval.Ask[change]{Subject: id.Any(fin.AccountID), Reason: "R."})
		require.ErrorIs(w.t, err, approval.ErrPending)
		other := w.operator(identity.OperatorFinance)
		_, err = w.s.Withdraw(w.t.Context(), other, approval.WithdrawInput{ID: p.ID})
		require.ErrorIs(w.t, err, approval.ErrNotProposer)
		_, err = w.s.Withdraw(w.t.Context(), fin, approval.WithdrawInput{ID: p.ID})
		require.NoError(w.t, err)
		require.Equal(w.t, approval.StatusWithdrawn, w.status(p))
		w.propose(fin, fin, "+2")
	})
}

func TestPropose_at_once(t *testing.T) {
	t.Parallel()
	each(t, false, func(w *world) {
		fin := w.operator(identity.OperatorFinance)
		errs := make([]error, 8)
		var group sync.WaitGroup
		for i := range errs {
			group.Go(func() {
				_, errs[i] = w.desk.Propose(w.t.Context(), fin, approval.Ask[change]{Subject: "acc_x", Reason: "R."})
			})
		}
		group.Wait()
		made := 0
		for _, err := range errs {
			if err == nil {
				made++
				continue
			}
			require.ErrorIs(w.t, err, approval.ErrPending)
		}
		require.Equal(w.t, 1, made)
	})
}

func TestExpire(t *testing.T) {
	t.Parallel()
	each(t, false, func(w *world) {
		fin, admin := w.operator(identity.OperatorFinance), w.operator(identity.OperatorAdmin)
		p, late := w.propose(fin, fin, "+1"), w.propose(fin, admin, "+1")
		w.clock.Advance(approval.Lifetime - time.Microsecond)
		n, err := w.s.Expire(w.t.Context())
		require.NoError(w.t, err)
		require.Zero(w.t, n)
		require.NoError(w.t, w.approve(admin, p), "a moment before its time is over")
		w.clock.Advance(time.Microsecond)
		require.ErrorIs(w.t, w.approve(w.operator(identity.OperatorAdmin), late), approval.ErrDecided)
		require.Equal(w.t, approval.StatusExpired, w.status(late), "before the sweep")
		for status, want := range map[approval.Status]int{approval.StatusPending: 0, approval.StatusExpired: 1, approval.StatusApproved: 1} {
			found, err := w.s.Find(w.t.Context(), admin, approval.Filter{Status: &status}, page.First(10))
			require.NoError(w.t, err)
			require.Len(w.t, found.Nodes, want, status)
		}
		w.propose(fin, admin, "+2") // what is overdue does not keep it out
		n, err = w.s.Expire(w.t.Context())
		require.NoError(w.t, err)
		require.Zero(w.t, n, "the new proposal has ended the old one")
		require.Equal(w.t, approval.StatusExpired, w.status(late))
	})
}

func TestFind(t *testing.T) {
	t.Parallel()
	each(t, false, func(w *world) {
		fin, auditor := w.operator(identity.OperatorFinance), w.operator(identity.OperatorAuditor)
		var made []*approval.Proposal
		for range 5 {
			made = append(made, w.propose(fin, w.operator(identity.OperatorAuditor), "+1"))
		}
		first, err := w.s.Find(w.t.Context(), auditor, approval.Filter{}, page.First(2))
		require.NoError(w.t, err)
		require.Equal(w.t, []approval.ID{made[4].ID, made[3].ID}, []approval.ID{first.Nodes[0].ID, first.Nodes[1].ID})
		none, err := w.s.Find(w.t.Context(), actor.Actor{AccountID: "acc_x", Role: "seller:owner", SellerID: "sel_x"}, approval.Filter{}, page.First(2))
		require.NoError(w.t, err)
		require.Empty(w.t, none.Nodes, "a seller sees what its members have proposed, and nothing else")
		_, err = w.s.Find(w.t.Context(), actor.Actor{AccountID: "acc_x", Role: actor.Buyer}, approval.Filter{}, page.First(2))
		require.ErrorIs(w.t, err, approval.ErrNotFound)
		approvers, err := w.s.Approvers(w.t.Context(), made[0])
		require.NoError(w.t, err)
		require.Empty(w.t, approvers)
		admin := w.operator(identity.OperatorAdmin)
		approvers, err = w.s.Approvers(w.t.Context(), made[0])
		require.NoError(w.t, err)
		require.Equal(w.t, []string{admin.AccountID}, approvers)
		require.True(w.t, w.s.MayDecide(admin, made[0]))
		require.False(w.t, w.s.MayDecide(fin, made[0]))
	})
}

// idsOf are the proposals of a list that somebody asks for by whether they could decide
// about them.
func (w *world) idsOf(by actor.Actor, f approval.Filter) []approval.ID {
	w.t.Helper()
	found, err := w.s.Find(w.t.Context(), by, f, page.First(10))
	require.NoError(w.t, err)
	ids := []approval.ID{}
	for _, p := range found.Nodes {
		require.Equal(w.t, *f.IsDecidable, w.s.MayDecide(by, p), "the list and the field say the same")
		ids = append(ids, p.ID)
	}
	return ids
}

func TestFind_decidable_is_not_hidden_behind_ones_own(t *testing.T) {
	t.Parallel()
	yes, no, pending := true, false, approval.StatusPending
	decidable, others := approval.Filter{IsDecidable: &yes}, approval.Filter{IsDecidable: &no}
	each(t, false, func(w *world) {
		fin, admin, second := w.operator(identity.OperatorFinance), w.operator(identity.OperatorAdmin), w.operator(identity.OperatorAdmin)
		theirs := w.propose(fin, w.operator(identity.OperatorAuditor), "+1")
		var own []approval.ID
		for range 6 {
			own = append([]approval.ID{w.propose(admin, w.operator(identity.OperatorAuditor), "+1").ID}, own...)
		}
		require.Equal(w.t, []approval.ID{theirs.ID}, w.idsOf(admin, decidable))
		require.Equal(w.t, own, w.idsOf(admin, others))
		require.Len(w.t, w.idsOf(second, decidable), 7)
		require.Empty(w.t, w.idsOf(fin, decidable), "finance does not approve this kind")
		require.Len(w.t, w.idsOf(fin, others), 7)
		require.Len(w.t, w.idsOf(admin, approval.Filter{IsDecidable: &no, Status: &pending}), 6)
		require.NoError(w.t, w.approve(second, theirs))
		require.Empty(w.t, w.idsOf(admin, decidable), "it was decided about")
		w.clock.Advance(73 * time.Hour)
		require.Empty(w.t, w.idsOf(second, decidable), "their time is over")
		require.Len(w.t, w.idsOf(second, others), 7)
	})
	each(t, true, func(w *world) {
		fin, admin := w.operator(identity.OperatorFinance), w.operator(identity.OperatorAdmin)
		waits := w.propose(fin, w.operator(identity.OperatorAuditor), "+1")
		require.Equal(w.t, []approval.ID{waits.ID}, w.idsOf(admin, decidable))
		require.Empty(w.t, w.idsOf(fin, decidable))
	})
}

func TestOff(t *testing.T) {
	t.Parallel()
	each(t, true, func(w *world) {
		admin, fin := w.operator(identity.OperatorAdmin), w.operator(identity.OperatorFinance)
		p := w.propose(admin, admin, "+1")
		require.Equal(w.t, approval.StatusApproved, p.Status)
		require.Equal(w.t, "O+1", w.nameOf(admin))
		waits := w.propose(fin, fin, "+1")
		require.Equal(w.t, approval.StatusPending, waits.Status, "who may not approve still needs somebody who may")
		for _, e := range w.deliver() {
			if e.Kind == "proposal.decided" {
				require.Contains(w.t, e.AfterText, `"twoPersons":false`, "it is on record that it was one person")
			}
		}
		w.fail = errors.New("the disk is full")
		_, err := w.desk.Propose(w.t.Context(), admin, approval.Ask[change]{Subject: id.Any(admin.AccountID), Reason: "R."})
		require.ErrorIs(w.t, err, w.fail)
		list, err := w.s.Find(w.t.Context(), admin, approval.Filter{}, page.First(10))
		require.NoError(w.t, err)
		require.Len(w.t, list.Nodes, 2, "what could not be done was not proposed")
	})
}

func TestRegister_refuses(t *testing.T) {
	t.Parallel()
	s := approval.New(nil, approval.Options{})
	nothing := func(context.Context, db.Tx, approval.Proposed[change]) error { return nil }
	require.Panics(t, func() { approval.Register(s, approval.Kind[change]{Name: "a", Approve: "X", Apply: nothing}) })
	require.Panics(t, func() { approval.Register(s, approval.Kind[change]{Name: "a", Propose: "X", Approve: "X"}) })
	approval.Register(s, approval.Kind[change]{Name: "a", Propose: "X", Approve: "X", Apply: nothing})
	require.Panics(t, func() {
		approval.Register(s, approval.Kind[change]{Name: "a", Propose: "X", Approve: "X", Apply: nothing})
	})
}
