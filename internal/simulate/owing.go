package simulate

import (
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/tax"
)

// currency is one of those that the platform sells in.
func (t *turn) currency() money.Currency {
	return money.Currency(t.plan.Setup.Currencies[t.r.IntN(len(t.plan.Setup.Currencies))])
}

// fee is some amount in a currency, of the size of a price; a larger one now and
// then.
func (t *turn) fee(c money.Currency) *money.Input {
	return t.some(price(string(c), t.r.Int64N(20)).Minor*(1+4*t.r.Int64N(2)), c)
}

// settled lets the second operator mostly approve at once what one has proposed.
func (t *turn) settled(p *approval.Proposal) error {
	if p == nil || p.Status != approval.StatusPending || t.chance(30) {
		return nil
	}
	return t.approved(p, nil)
}

// approved lets the second operator approve at once what one has proposed.
func (t *turn) approved(p *approval.Proposal, err error) error {
	if err != nil || p.Status != approval.StatusPending {
		return err
	}
	by := t.operators[0].actor
	if p.ProposerID == by.AccountID {
		by = t.operators[1].actor
	}
	_, err = t.app.Approvals.Approve(t.ctx, by, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	return err
}

// chargeSeller charges a seller beside their orders, or credits them.
func (t *turn) chargeSeller() error {
	s, ok := one(t, t.sellers)
	if !ok {
		return nil
	}
	vat := 950 * t.r.Int64N(3)
	in := charge.CreateInput{
		SellerID: s.id, Amount: *t.fee(t.currency()), VATBasisPoints: &vat, Reason: "As agreed.", IdempotencyKey: t.unique("charge"),
	}
	ask := t.app.Charges.Charge
	if t.chance(50) {
		ask = t.app.Charges.Credit
	}
	by := t.operators[t.r.IntN(2)].actor
	made, err := ask(t.ctx, by, in)
	if err == nil && t.chance(10) { // the button is pressed twice
		made, err = ask(t.ctx, by, in)
	}
	if err != nil {
		return err
	}
	return t.settled(made.Proposal)
}

// reverseCharge takes a charge or credit back, whatever has become of it.
func (t *turn) reverseCharge() error {
	picked, ok, err := t.pick("SELECT id FROM seller_charges WHERE reversed_at IS NULL ORDER BY id")
	if err != nil || !ok {
		return err
	}
	made, err := t.app.Charges.Reverse(t.ctx, t.operators[t.r.IntN(2)].actor, charge.ReverseInput{
		ChargeID: charge.ID(picked), Reason: "A mistake.", IdempotencyKey: t.unique("reverse"),
	})
	if err != nil {
		return err
	}
	return t.settled(made.Proposal)
}

// subscribe puts a seller on a plan, or on none; when there is no plan, or now and
// then, one is published before. Who is on a plan may list something more.
func (t *turn) subscribe() error {
	s, ok := one(t, t.sellers)
	if !ok {
		return nil
	}
	planID, ok, err := t.pick(`SELECT DISTINCT p.id FROM seller_plans AS p JOIN seller_plan_versions AS v ON v.plan_id = p.id
		WHERE p.archived_at IS NULL ORDER BY p.id`)
	if err != nil {
		return err
	}
	if !ok || t.chance(15) {
		return t.publishPlan()
	}
	on := plan.ID(planID)
	in := plan.AssignInput{SellerID: id.Any(s.id), PlanID: &on, Reason: "As agreed."}
	if t.chance(10) {
		in.PlanID = nil
	}
	if _, err := t.app.Plans.Assign(t.ctx, t.operators[0].actor, in); err != nil {
		return err
	}
	if len(s.goods) > 12 || t.chance(50) {
		return nil
	}
	c := string(t.currency())
	return t.list(t.ctx, s, price(c, t.r.Int64N(20)))
}

// publishPlan publishes a plan with a fee for each month and each listing.
func (t *turn) publishPlan() error {
	by := t.operators[t.r.IntN(2)].actor
	made, err := t.app.Plans.Create(t.ctx, by, plan.CreateInput{Name: t.unique("Plan")})
	if err != nil {
		return err
	}
	vat, free, trial := 950*t.r.Int64N(3), t.r.Int64N(8), 10*t.r.Int64N(2)
	in := plan.PublishInput{PlanID: made.ID, VATBasisPoints: &vat, FreeListings: &free, TrialDays: &trial, Reason: "New terms."}
	for _, code := range t.plan.Setup.Currencies {
		c := money.Currency(code)
		in.Fees = append(in.Fees, &plan.FeeInput{Monthly: *t.fee(c), Listing: t.fee(c)})
	}
	asked, err := t.app.Plans.Publish(t.ctx, by, in)
	if err != nil {
		return err
	}
	return t.settled(asked)
}

// remit records that some of what is payable to an authority was remitted, or takes
// that back. Now and then it asks for more than is payable, which is refused.
func (t *turn) remit() error {
	by := t.operators[t.r.IntN(2)].actor
	if t.chance(30) {
		picked, ok, err := t.pick("SELECT id FROM tax_remittances WHERE reversed_at IS NULL ORDER BY id")
		if err != nil || !ok {
			return err
		}
		asked, err := t.app.Taxes.ProposeReversal(t.ctx, by, tax.ReverseInput{
			RemittanceID: tax.ID(picked), Reason: "A mistake.", IdempotencyKey: t.unique("remittance"),
		})
		return t.approved(asked, err)
	}
	payable, err := t.app.Taxes.Payables(t.ctx)
	if err != nil {
		return err
	}
	p, ok := one(t, payable)
	if !ok || p.AmountMinor <= 0 {
		return nil
	}
	now := t.app.DB.Clock().Now()
	asked, err := t.app.Taxes.ProposeRecord(t.ctx, by, tax.RecordInput{
		Jurisdiction: p.JurisdictionOrNil(), Amount: *t.some(p.AmountMinor+p.AmountMinor/8+2, p.Currency), From: now, Until: now,
		Reference: "A transfer.", Reason: "As declared.", IdempotencyKey: t.unique("remittance"),
	})
	return t.approved(asked, err)
}
