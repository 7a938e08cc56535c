package stripesim

import (
	"strings"
	"time"
)

// payout moves money from a Stripe balance to a bank.
type payout struct {
	head
	Amount         int64             `json:"amount"`
	Arrival        int64             `json:"arrival_date"`
	Automatic      bool              `json:"automatic"`
	Transaction    *string           `json:"balance_transaction"`
	Currency       string            `json:"currency"`
	Description    *string           `json:"description"`
	Destination    *string           `json:"destination"`
	FailureTxn     *string           `json:"failure_balance_transaction"`
	FailureCode    *string           `json:"failure_code"`
	FailureMessage *string           `json:"failure_message"`
	Livemode       bool              `json:"livemode"`
	Metadata       map[string]string `json:"metadata"`
	Method         string            `json:"method"`
	Original       *string           `json:"original_payout"`
	Reconciliation string            `json:"reconciliation_status"`
	ReversedBy     *string           `json:"reversed_by"`
	SourceType     string            `json:"source_type"`
	Descriptor     *string           `json:"statement_descriptor"`
	Status         string            `json:"status"`
	Type           string            `json:"type"`
}

func (p *payout) indexes() []string { return nil }

type payoutParams struct {
	Amount      int64     `p:"amount,required" min:"1"`
	Currency    string    `p:"currency,required"`
	Description *string   `p:"description"`
	Destination string    `p:"destination"`
	Metadata    *metadata `p:"metadata"`
	Method      string    `p:"method" enum:"standard|instant"`
	SourceType  string    `p:"source_type" enum:"bank_account|card|fpx"`
	Descriptor  *string   `p:"statement_descriptor"`
}

func createPayout(u *unit, p *payoutParams) (any, *apiError) {
	p.Currency = strings.ToLower(p.Currency)
	if !knownCurrency(p.Currency) {
		return nil, invalidCurrency(p.Currency)
	}
	x, err := u.payable(p)
	if err != nil {
		return nil, err
	}
	if u.s.state.purse(u.account, p.Currency).available < p.Amount {
		return nil, refuse("balance_insufficient", "",
			"You have insufficient funds in your Stripe account for this transfer. Your card balance is too low. "+
				"You can use the the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).")
	}
	o := &payout{
		Amount: p.Amount, Currency: p.Currency, Description: p.Description, Metadata: map[string]string{},
		Method: or(p.Method, "standard"), Reconciliation: "not_applicable", SourceType: or(p.SourceType, "card"),
		Descriptor: p.Descriptor,
	}
	if p.Metadata != nil {
		o.Metadata = p.Metadata.onto(nil)
	}
	u.payOut(o, x)
	return o, nil
}

// payable finds the bank account and says why nothing can be paid to it.
func (u *unit) payable(p *payoutParams) (*externalAccount, *apiError) {
	a := u.s.state.byID[u.account].(*account)
	if (p.Currency == "huf" || p.Currency == "twd") && p.Amount%100 != 0 {
		return nil, reject("invalid_charge_amount", "amount", "Payouts in %s must be divisible by 100.", p.Currency)
	}
	var x *externalAccount
	for _, candidate := range u.externalOf(a.ID) {
		if candidate.ID == p.Destination || p.Destination == "" && candidate.Default && candidate.Currency == p.Currency {
			x = candidate
		}
	}
	switch {
	case x == nil && p.Destination != "":
		return nil, missing("external account", p.Destination, "destination")
	case x == nil:
		return nil, refuse("", "currency", "Sorry, you don't have any external accounts in that currency (%s).", p.Currency)
	case !x.usable():
		return nil, refuse("bank_account_unusable", "destination", "The external account %s cannot be used: an earlier payout to it failed. Replace it first.", x.ID)
	case !a.PayoutsEnabled:
		return nil, refuse("payouts_not_allowed", "", "Payouts are not enabled for account %s.", a.ID)
	case p.Method == "instant" && (x.hidden.Number == "000888888883" || len(x.Methods) < 2):
		return nil, refuse("instant_payouts_unsupported", "method", "The external account %s is not eligible for instant payouts.", x.ID)
	}
	return x, nil
}

// payOut books a payout and starts its way to the bank.
func (u *unit) payOut(o *payout, x *externalAccount) {
	o.ID, o.Object, o.Created = newID("po_1"), "payout", u.now
	o.Destination, o.Type, o.Status = ptr(x.ID), x.Object, "pending"
	o.Arrival = u.now + int64(u.payoutTakes(o).Seconds())
	kind, category := "payout", "payout"
	if o.Amount < 0 {
		category = "payout_reversal"
	}
	t := u.move(movement{kind: kind, category: category, amount: -o.Amount, currency: o.Currency, source: o.ID, description: ptr("STRIPE PAYOUT")})
	o.Transaction = ptr(t.ID)
	o.due = u.now + int64(u.payoutTakes(o).Seconds())/2
	u.put(o)
	u.emit("payout.created", o, nil)
	if u.s.opts.PayoutAfter < 0 {
		u.at(o, 0)
		u.settlePayout(o)
	}
}

// payoutTakes is the time until the money arrives; instant ones take a minute.
func (u *unit) payoutTakes(o *payout) time.Duration {
	if o.Method == "instant" {
		return min(time.Minute, max(u.s.opts.PayoutAfter, 0))
	}
	return max(u.s.opts.PayoutAfter, 0)
}

// fire moves a payout one step: pending, in transit, then paid or failed.
func (o *payout) fire(u *unit) {
	switch o.Status {
	case "pending":
		before := snapshot(o)
		o.Status = "in_transit"
		u.emit("payout.updated", o, before)
		u.at(o, max(o.Arrival, u.now+1))
	case "in_transit":
		u.settlePayout(o)
	}
}

// settlePayout ends a payout the way its bank account says.
func (u *unit) settlePayout(o *payout) {
	x := must[*externalAccount](u.s, *o.Destination)
	if code := payoutFails(x.hidden.Number); code != "" && o.Amount > 0 {
		u.failPayout(o, code)
		return
	}
	o.Status = "paid"
	u.at(o, 0)
	u.emit("payout.paid", o, nil)
}

// payoutFails knows the numbers to which payouts fail.
func payoutFails(number string) string {
	switch number {
	case "000111111116":
		return "no_account"
	case "000111111113":
		return "account_closed"
	case "000222222227":
		return "insufficient_funds"
	case "000333333335":
		return "debit_not_authorized"
	case "000444444440":
		return "invalid_currency"
	case "4000056655665572":
		return "could_not_process"
	}
	return ""
}

// failPayout returns the money and marks the bank account; a paid payout can fail too.
func (u *unit) failPayout(o *payout, code string) {
	t := u.move(movement{kind: "payout_failure", category: "payout_reversal", amount: o.Amount, currency: o.Currency, source: o.ID, description: ptr("PAYOUT FAILURE")})
	o.Status, o.FailureTxn, o.FailureCode = "failed", ptr(t.ID), ptr(code)
	o.FailureMessage = ptr("The bank refused the payout: " + strings.ReplaceAll(code, "_", " ") + ".")
	u.at(o, 0)
	u.emit("payout.failed", o, nil)
	x := must[*externalAccount](u.s, *o.Destination)
	if x.gone || x.Status == "errored" {
		return
	}
	before := snapshot(x)
	u.changeAccount(must[*account](u.s, x.Account), func() {
		x.Status = "errored"
		u.put(x)
	})
	u.emit("account.external_account.updated", x, before)
}

func (u *unit) payoutByPath() (*payout, *apiError) {
	o, ok := get[*payout](u, u.path("id"))
	if !ok {
		return nil, missing("payout", u.path("id"), "")
	}
	return o, nil
}

func getPayout(u *unit, _ *none) (any, *apiError) {
	o, err := u.payoutByPath()
	if err != nil {
		return nil, err
	}
	return o, nil
}

func updatePayout(u *unit, p *struct {
	Metadata *metadata `p:"metadata"`
},
) (any, *apiError) {
	o, err := u.payoutByPath()
	if err != nil {
		return nil, err
	}
	before := snapshot(o)
	if p.Metadata != nil {
		o.Metadata = p.Metadata.onto(o.Metadata)
	}
	u.put(o)
	u.emit("payout.updated", o, before)
	return o, nil
}

func cancelPayout(u *unit, _ *none) (any, *apiError) {
	o, err := u.payoutByPath()
	if err != nil {
		return nil, err
	}
	if o.Status != "pending" || o.Automatic || o.Amount < 0 {
		return nil, refuse("", "", "Payouts can only be canceled while they are pending and not automatic; this one is %s.", o.Status)
	}
	t := u.move(movement{kind: "payout_cancel", category: "payout_reversal", amount: o.Amount, currency: o.Currency, source: o.ID})
	o.Status, o.FailureTxn = "canceled", ptr(t.ID)
	u.at(o, 0)
	u.emit("payout.canceled", o, nil)
	return o, nil
}

func reversePayout(u *unit, p *struct {
	Metadata *metadata `p:"metadata"`
},
) (any, *apiError) {
	o, err := u.payoutByPath()
	if err != nil {
		return nil, err
	}
	x := must[*externalAccount](u.s, *o.Destination)
	if o.Status != "paid" || o.ReversedBy != nil || o.Amount < 0 || x.bankFields == nil {
		return nil, refuse("", "", "Only paid payouts to bank accounts that have not been reversed can be reversed; this one is %s.", o.Status)
	}
	back := &payout{
		Amount: -o.Amount, Currency: o.Currency, Metadata: map[string]string{}, Method: "standard", Original: ptr(o.ID),
		Reconciliation: "not_applicable", SourceType: o.SourceType,
	}
	if p.Metadata != nil {
		back.Metadata = p.Metadata.onto(nil)
	}
	u.payOut(back, x)
	o.ReversedBy = ptr(back.ID)
	u.put(o)
	return back, nil
}

func listPayouts(u *unit, p *struct {
	listParams
	createdParams
	Arrival     *span  `p:"arrival_date"`
	Destination string `p:"destination"`
	Status      string `p:"status" enum:"pending|paid|failed|canceled|in_transit"`
},
) (any, *apiError) {
	return paginate(u, list(u, "payout"), p.listParams, func(e entity) bool {
		o := e.(*payout)
		return p.Created.has(o.Created) && p.Arrival.has(o.Arrival) && is(o.Destination, p.Destination) &&
			(p.Status == "" || p.Status == o.Status)
	})
}
