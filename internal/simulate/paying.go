package simulate

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// reprice changes what an offer costs.
func (t *turn) reprice() error {
	s, ok := one(t, t.sellers)
	if !ok {
		return nil
	}
	g, _ := one(t, s.goods)
	at := price(string(g.currency), t.r.Int64N(200))
	in := catalog.OfferUpdateInput{ID: g.offer, Price: &money.Input{Amount: at.Decimal(), CurrencyCode: at.Currency}}
	_, err := t.app.Catalog.UpdateOffer(t.ctx, s.id, in)
	return err
}

// publishCommission proposes other rules, in force from some hours on.
func (t *turn) publishCommission() error {
	by := t.operators[t.r.IntN(2)].actor
	if t.plan.Setup.Priced {
		return t.publishRules(by, t.drawRules())
	}
	vat, keep := t.r.IntN(3)*1_000, []pricing.RefundPolicy{pricing.RefundReturnAll, pricing.RefundKeepFixed, pricing.RefundKeepAll}[t.r.IntN(3)]
	rule := &commission.RuleInput{Name: t.unique("Rule"), BasisPoints: t.r.IntN(3_500), VATBasisPoints: &vat, Refund: &keep}
	in := commission.SaveInput{Rules: []*commission.RuleInput{rule}}
	for _, code := range t.plan.Setup.Currencies {
		c := money.Currency(code)
		fixed := func(most int64) *money.Input {
			return &money.Input{Amount: money.New(t.r.Int64N(most)/c.Step()*c.Step(), c).Decimal(), CurrencyCode: c}
		}
		if t.chance(50) {
			rule.Amounts = append(rule.Amounts, &commission.AmountsInput{Currency: c, PerUnit: fixed(40), PerOrder: fixed(60)})
		}
		if t.chance(30) {
			in.BuyerFees = append(in.BuyerFees, &commission.BuyerFeeInput{Currency: c, BasisPoints: t.r.IntN(400), Fixed: fixed(80)})
		}
	}
	return t.publishRules(by, in)
}

func (t *turn) publishRules(by actor.Actor, in commission.SaveInput) error {
	r, err := t.app.Commissions.Save(t.ctx, by, in)
	if err != nil {
		return err
	}
	_, err = t.app.Commissions.Publish(t.ctx, by, commission.PublishInput{
		RulesetID: r.ID, EffectiveFrom: t.clock.Now().Add(time.Duration(1+t.r.IntN(96)) * time.Hour), Reason: "Other times.",
	})
	return err
}

// suspend takes a seller out of sale, or lets a suspended one sell again.
func (t *turn) suspend() error {
	s, ok := one(t, t.sellers)
	if !ok {
		return nil
	}
	found, err := t.app.Sellers.Get(t.ctx, t.operators[0].actor, s.id)
	if err != nil {
		return err
	}
	by := t.operators[0].actor
	if found.Status == seller.StatusSuspended {
		_, err = t.app.Sellers.Reinstate(t.ctx, by, seller.DecideInput{SellerID: s.id})
		return err
	}
	if t.chance(50) {
		return nil
	}
	_, err = t.app.Sellers.Suspend(t.ctx, by, seller.RefuseInput{SellerID: s.id, Reason: "Many complaints."})
	return err
}

// sellersMax bounds how many sellers a world has.
const sellersMax = 6

// welcome lets another seller in, or turns one down.
func (t *turn) welcome() error {
	if t.chance(25) {
		return t.turnDown()
	}
	if len(t.sellers) >= sellersMax {
		return nil
	}
	return t.settleIn(t.ctx, len(t.sellers))
}

// turnDown refuses somebody who wants to sell.
func (t *turn) turnDown() error {
	p, err := t.register(t.ctx, "applicant")
	if err != nil {
		return err
	}
	applied, err := t.app.Sellers.Apply(t.ctx, p.actor, seller.ApplyInput{Name: t.unique("Stall"), Country: t.plan.Setup.Country})
	if err != nil {
		return err
	}
	_, err = t.app.Sellers.Reject(t.ctx, t.operators[0].actor, seller.RefuseInput{SellerID: applied.ID, Reason: "It is not what we sell."})
	return err
}

// askForDetails lets Stripe want to know more of a seller: now, or until a day. They
// tell it when they change their bank account.
func (t *turn) askForDetails() error {
	s, ok := one(t, t.ready())
	if !ok {
		return nil
	}
	form := url.Values{"due[]": {[]string{"individual.verification.document", "external_account"}[t.r.IntN(2)]}}
	if t.chance(50) {
		form.Set("in", strconv.Itoa(1+t.r.IntN(4)*24)+"h")
	}
	_, _, err := t.atStripe(t.ctx, "/_sim/accounts/"+s.account+"/requirements", form, "")
	return err
}

// switchCapability lets Stripe stop, or allow again, transfers to a seller.
func (t *turn) switchCapability() error {
	s, ok := one(t, t.ready())
	if !ok {
		return nil
	}
	status := "auto"
	if t.chance(40) {
		status = "inactive"
	}
	_, _, err := t.atStripe(t.ctx, "/_sim/accounts/"+s.account+"/capabilities/transfers", url.Values{"status": {status}}, "")
	return err
}

// changeBank gives a seller another bank account: one that works, or one to
// which payouts fail.
func (t *turn) changeBank() error {
	s, ok := one(t, t.sellers)
	if !ok {
		return nil
	}
	bank := "000123456789"
	if t.chance(50) {
		bank = []string{"000111111116", "000111111113", "000222222227", "000333333335"}[t.r.IntN(4)]
	}
	return t.onboard(t.ctx, s, bank)
}

// failPayout lets a bank send a payout back, also one that was paid; or settles
// one before its time.
func (t *turn) failPayout() error {
	picked, ok, err := t.pick("SELECT provider_id FROM payouts WHERE provider_id IS NOT NULL AND status IN ('PENDING', 'IN_TRANSIT', 'PAID') ORDER BY id")
	if err != nil || !ok {
		return err
	}
	how := []string{"/fail", "/fail", "/settle"}[t.r.IntN(3)]
	_, _, err = t.atStripe(t.ctx, "/_sim/payouts/"+picked+how, nil, "")
	return err
}

// payOutAtStripe lets a seller pay out by hand at Stripe, or cancel what is on
// its way.
func (t *turn) payOutAtStripe() error {
	s, ok := one(t, t.ready())
	if !ok {
		return nil
	}
	if t.chance(40) {
		picked, ok, err := t.pick("SELECT provider_id FROM payouts WHERE status = 'PENDING' AND provider_id IS NOT NULL ORDER BY id")
		if err != nil || !ok {
			return err
		}
		account, err := t.accountOfPayout(picked)
		if err != nil {
			return err
		}
		_, _, err = t.atStripe(t.ctx, "/v1/payouts/"+picked+"/cancel", nil, account)
		return err
	}
	c := t.plan.Setup.Currencies[t.r.IntN(len(t.plan.Setup.Currencies))]
	_, _, err := t.atStripe(t.ctx, "/v1/payouts", url.Values{"amount": {strconv.Itoa((1 + t.r.IntN(20)) * 100)}, "currency": {lower(money.Currency(c))}}, s.account)
	return err
}

// moveOwnMoney tops up the platform's balance, pays out of it, or lets Stripe
// charge its fees.
func (t *turn) moveOwnMoney() error {
	c := lower(money.Currency(t.plan.Setup.Currencies[0]))
	path, amount := "/v1/topups", 10_000+t.r.IntN(400)*1_000
	switch t.r.IntN(6) {
	case 0:
		path, amount = "/v1/payouts", (1+t.r.IntN(40))*100
	case 1:
		path, amount = "/_sim/fees", (1+t.r.IntN(20))*100
	}
	status, body, err := t.atStripe(t.ctx, path, url.Values{"amount": {strconv.Itoa(amount)}, "currency": {c}}, "")
	if err == nil && status >= 300 && path == "/v1/topups" {
		return fmt.Errorf("top-up: %d %s", status, body)
	}
	if err != nil {
		return err
	}
	return t.remit()
}

const openDebts = "SELECT id FROM recoveries WHERE status = 'DUE' ORDER BY id"

// debitDebt takes what a seller owes from their balance at Stripe, to which their
// owner consents.
func (t *turn) debitDebt() error {
	picked, ok, err := t.pick("SELECT seller_id || ' ' || id FROM recoveries WHERE status = 'DUE' ORDER BY id")
	if err != nil || !ok {
		return err
	}
	of, debtID, _ := strings.Cut(picked, " ")
	for _, s := range t.sellers {
		if string(s.id) != of {
			continue
		}
		if _, err := t.app.Payouts.AnswerDebits(t.ctx, s.owner.actor, payout.DebitConsentInput{Version: payout.DebitTextVersion, IsGiven: true}); err != nil {
			return err
		}
	}
	_, err = t.app.Payouts.Debit(t.ctx, t.operators[0].actor, payout.DebtInput{DebtID: payout.RecoveryID(debtID), IdempotencyKey: t.unique("debit")})
	return err
}

// writeOff proposes to give up what a seller owes.
func (t *turn) writeOff() error {
	picked, ok, err := t.pick(openDebts)
	if err != nil || !ok {
		return err
	}
	_, err = t.app.Payouts.ProposeWriteOff(t.ctx, t.operators[t.r.IntN(2)].actor, payout.WriteOffInput{
		DebtID: payout.RecoveryID(picked), Reason: "It costs more than it brings.", IdempotencyKey: t.unique("write-off"),
	})
	return err
}
