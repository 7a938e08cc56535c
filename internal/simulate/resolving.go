package simulate

import (
	"context"
	"net/url"
	"strconv"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/reconciliation"
)

// resolve has an operator compare the ledger with Stripe in the middle of the day,
// when news is still under way, and say of something that differs what it is. The
// news always comes in the end, and then they were wrong.
func (t *turn) resolve() error {
	if _, err := t.app.Reconciliation.Run(t.ctx, reconciliation.Manner{}); err != nil {
		return err
	}
	picked, ok, err := t.pick(`SELECT id FROM reconciliation_differences WHERE status IN ('OPEN', 'SUSPENDED', 'ACCEPTED')
		ORDER BY first_seen_at, kind, transaction_type, currency, provider_minor, ledger_minor, id`) // those of one comparison are made in no order
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

// mistake books money from the platform's bank with a wrong amount, as nothing in the
// marketplace does: so there is a difference that no news will explain. Mostly an
// operator sets it right at once, in the ledger, since journals are for ever.
func (t *turn) mistake() error {
	c := money.Currency(t.plan.Setup.Currencies[0])
	amount := 10_000 + t.r.Int64N(400)*1_000
	_, body, err := t.atStripe(t.ctx, "/v1/topups", url.Values{"amount": {strconv.FormatInt(amount, 10)}, "currency": {lower(c)}}, "")
	if err != nil {
		return err
	}
	var made struct {
		Transaction string `json:"balance_transaction"`
	}
	read(body, &made)
	t.mistakes[made.Transaction] = true
	wrong := amount + []int64{1, -1, 500, -700, 30_000}[t.r.IntN(5)]
	err = t.db.Write(t.ctx, func(ctx context.Context, tx db.Tx) error {
		d := ledger.NewDraft(ledger.KindBankMoved, "balance:"+made.Transaction, c).Answering(provider.Platform, made.Transaction).
			Move(ledger.StripeAvailable, ledger.Bank, wrong)
		_, err := ledger.PostTx(ctx, tx, d)
		return err
	})
	if err != nil || t.chance(20) {
		return err
	}
	return t.setRight(made.Transaction)
}

// setRight books what a movement differs by from what the ledger says of it.
func (t *turn) setRight(transaction string) error {
	if _, err := t.app.Reconciliation.Run(t.ctx, reconciliation.Manner{}); err != nil {
		return err
	}
	var ids []string
	err := t.scan(&ids, "SELECT id FROM reconciliation_differences WHERE transaction_id = ? AND status = 'OPEN'", transaction)
	if err != nil || len(ids) == 0 {
		return err
	}
	d, err := t.app.Reconciliation.Get(t.ctx, reconciliation.ID(ids[0]))
	if err != nil {
		return err
	}
	account, _ := one(t, d.BookableAccounts())
	out, err := t.app.Reconciliation.Resolve(t.ctx, t.operators[t.r.IntN(2)].actor, reconciliation.ResolveInput{
		DifferenceID: d.ID, Resolution: reconciliation.Booked, Account: &account, Reason: "It was booked wrongly.",
	})
	if err != nil {
		return err
	}
	return t.settled(out.Proposal)
}
