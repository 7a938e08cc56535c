package simulate

import (
	"github.com/etal-market/etal/domain/reconciliation"
)

// resolve has an operator compare the ledger with Stripe in the middle of the day,
// when news is still under way, and say of something that differs what it is. The
// news always comes in the end, and then they were wrong.
func (t *turn) resolve() error {
	if _, err := t.app.Reconciliation.Run(t.ctx, nil); err != nil {
		return err
	}
	picked, ok, err := t.pick("SELECT id FROM reconciliation_differences WHERE status IN ('OPEN', 'SUSPENDED', 'ACCEPTED') ORDER BY id")
	if err != nil || !ok {
		return err
	}
	d, err := t.app.Reconciliation.Get(t.ctx, reconciliation.ID(picked))
	if err != nil {
		return err
	}
	in := reconciliation.ResolveInput{DifferenceID: d.ID, Resolution: reconciliation.Timing, Reason: "It looks like it."}
	if d.Status != reconciliation.Open || t.chance(20) {
		account, _ := one(t, d.BookableAccounts())
		in.Resolution, in.Account = reconciliation.Booked, &account
	}
	out, err := t.app.Reconciliation.Resolve(t.ctx, t.operators[t.r.IntN(2)].actor, in)
	if err != nil {
		return err
	}
	return t.settled(out.Proposal)
}
