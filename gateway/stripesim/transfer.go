package stripesim

import (
	"slices"
	"strings"
)

// transfer moves money from the platform's balance to a connected account's.
type transfer struct {
	head
	Amount      int64             `json:"amount"`
	Reversed    int64             `json:"amount_reversed"`
	Transaction *string           `json:"balance_transaction"`
	Currency    string            `json:"currency"`
	Description *string           `json:"description"`
	Destination string            `json:"destination"`
	Payment     string            `json:"destination_payment"`
	Livemode    bool              `json:"livemode"`
	Metadata    map[string]string `json:"metadata"`
	Reversals   page              `json:"reversals"`
	Full        bool              `json:"reversed"`
	Source      *string           `json:"source_transaction"`
	SourceType  string            `json:"source_type"`
	Group       *string           `json:"transfer_group"`
}

func (t *transfer) indexes() []string {
	out := []string{"destination=" + t.Destination}
	if t.Group != nil {
		out = append(out, "transfer_group="+*t.Group)
	}
	return out
}

// listReversals renders the reversals into the transfer, newest first.
func (t *transfer) listReversals(st *state) {
	reversals := slices.Clone(st.lists["transfer_reversal|"+t.account+"|transfer="+t.ID])
	slices.Reverse(reversals)
	t.Reversals = all("/v1/transfers/"+t.ID+"/reversals", reversals...)
}

type transferParams struct {
	Amount      *int64    `p:"amount" min:"1"`
	Currency    string    `p:"currency,required"`
	Description *string   `p:"description"`
	Destination string    `p:"destination,required"`
	Metadata    *metadata `p:"metadata"`
	Source      string    `p:"source_transaction"`
	SourceType  string    `p:"source_type" enum:"bank_account|card|fpx"`
	Group       string    `p:"transfer_group"`
}

func createTransfer(u *unit, p *transferParams) (any, *apiError) {
	p.Currency = strings.ToLower(p.Currency)
	if !knownCurrency(p.Currency) {
		return nil, invalidCurrency(p.Currency)
	}
	destination, err := u.transferTo(p.Destination)
	if err != nil {
		return nil, err
	}
	t := &transfer{
		Currency: p.Currency, Description: p.Description, Destination: destination.ID, Metadata: map[string]string{},
		SourceType: or(p.SourceType, "card"), Group: filled(p.Group),
	}
	if p.Metadata != nil {
		t.Metadata = p.Metadata.onto(nil)
	}
	on := u.now
	if p.Source != "" {
		if on, err = u.sourceTransfer(t, p); err != nil {
			return nil, err
		}
	} else {
		if p.Amount == nil {
			return nil, reject("parameter_missing", "amount", "Missing required param: amount.")
		}
		t.Amount = *p.Amount
		if u.s.state.purse(u.account, t.Currency).available < t.Amount {
			return nil, insufficient()
		}
	}
	if err := divisible(t.Amount, t.Currency); err != nil {
		return nil, err
	}
	in := movement{kind: "payment", category: "charge", availableOn: on}
	if in.amount, in.currency, in.rate, err = u.arrives(destination, t.Amount, t.Currency); err != nil {
		return nil, err
	}
	u.send(t, in)
	return t, nil
}

func insufficient() *apiError {
	return refuse("balance_insufficient", "",
		"You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance "+
			"by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance")
}

// transferTo checks that money can be sent to the account: one of the platform's
// with an active transfers capability in reach, or the platform itself (a debit).
func (u *unit) transferTo(id string) (*account, *apiError) {
	a, ok := u.s.state.byID[id].(*account)
	platform := u.s.opts.PlatformAccount
	if !ok || a.gone || a.hidden.CutOff || id != platform && !u.isPlatform() {
		return nil, missing("destination", id, "destination")
	}
	if id == u.account {
		return nil, reject("", "destination", "Cannot create transfers to the account that makes them.")
	}
	if id == platform {
		return a, nil
	}
	if a.Capabilities["transfers"] != "active" && a.Capabilities["legacy_payments"] != "active" {
		return nil, refuse("insufficient_capabilities_for_transfer", "destination",
			"Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments")
	}
	if from, to := regionOf(u.s.opts.Country), regionOf(a.Country); from != to {
		return nil, refuse("transfers_not_allowed", "destination",
			"Cannot create transfers from a platform in %s to an account in %s.", u.s.opts.Country, a.Country)
	}
	return a, nil
}

// regionOf: the US, Canada, the UK, the EEA and Switzerland reach each other; any
// other country only itself.
func regionOf(country string) string {
	switch country {
	case "US", "CA", "GB", "CH", "LI", "NO", "IS", "BG", "CZ", "DK", "HU", "PL", "RO", "SE", "GI":
		return "shared"
	}
	if currencyOf(country, "") == "eur" {
		return "shared"
	}
	return country
}

// sourceTransfer ties the transfer to a charge: it may take no more than the charge,
// in the currency of the charge's balance transaction, and is available when that is.
func (u *unit) sourceTransfer(t *transfer, p *transferParams) (availableOn int64, fail *apiError) {
	c, ok := get[*charge](u, p.Source)
	if !ok {
		return 0, missing("charge", p.Source, "source_transaction")
	}
	if c.Status != "succeeded" || c.Transaction == nil {
		return 0, refuse("", "source_transaction", "The source_transaction %s has not succeeded or is not captured.", c.ID)
	}
	txn := must[*balanceTransaction](u.s, *c.Transaction)
	if txn.Currency != t.Currency {
		return 0, refuse("", "currency",
			"The currency of source_transaction's balance transaction (%s) must be the same as the transfer currency (%s)", txn.Currency, t.Currency)
	}
	t.Amount = txn.Amount - c.hidden.Transferred
	if p.Amount != nil {
		t.Amount = *p.Amount
	}
	if t.Amount < 1 || c.hidden.Transferred+t.Amount > txn.Amount {
		return 0, refuse("", "amount",
			"Transfers using this transaction as a source must not exceed the source amount of %d. (There are already transfers using this source, amounting to %d.)",
			txn.Amount, c.hidden.Transferred)
	}
	if c.TransferGroup == nil {
		u.groupCharge(c, or(p.Group, "group_"+or(deref(c.Intent), c.ID)))
	}
	t.Source = ptr(c.ID)
	def(&t.Group, c.TransferGroup)
	c.hidden.Transferred += t.Amount
	u.put(c)
	return txn.AvailableOn, nil
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// send books both sides of a transfer and makes the payment on the other side.
func (u *unit) send(t *transfer, in movement) {
	t.ID, t.Object, t.Created = newID("tr_3"), "transfer", u.now
	t.listReversals(u.s.state)
	py := &charge{
		Amount: t.Amount, AmountCaptured: t.Amount, Captured: true, Currency: t.Currency, Metadata: map[string]string{},
		Paid: true, Status: "succeeded", SourceTransfer: ptr(t.ID),
		Details: &chargeDetails{Type: "stripe_account", Stripe: &struct{}{}},
	}
	py.ID, py.Object, py.Created, py.account = newID("py_1"), "charge", u.now, t.Destination
	t.Payment = py.ID
	txn := u.move(movement{
		kind: "transfer", category: "transfer", amount: -t.Amount, currency: t.Currency, source: t.ID,
		availableOn: in.availableOn, description: t.Description,
	})
	t.Transaction = ptr(txn.ID)
	u.put(t)
	u.as(t.Destination, func() {
		in.source = py.ID
		txn := u.move(in)
		txn.hidden.Asked, txn.hidden.From = t.Amount, t.Currency
		u.put(txn)
		py.Transaction = ptr(txn.ID)
		u.put(py)
	})
	u.emit("transfer.created", t, nil)
}

func (u *unit) transferByPath() (*transfer, *apiError) {
	t, ok := get[*transfer](u, u.path("id"))
	if !ok {
		return nil, missing("transfer", u.path("id"), "")
	}
	return t, nil
}

func getTransfer(u *unit, _ *none) (any, *apiError) {
	t, err := u.transferByPath()
	if err != nil {
		return nil, err
	}
	return t, nil
}

type describeParams struct {
	Description *string   `p:"description"`
	Metadata    *metadata `p:"metadata"`
}

func updateTransfer(u *unit, p *describeParams) (any, *apiError) {
	t, err := u.transferByPath()
	if err != nil {
		return nil, err
	}
	before := snapshot(t)
	set(&t.Description, p.Description)
	if p.Metadata != nil {
		t.Metadata = p.Metadata.onto(t.Metadata)
	}
	u.put(t)
	u.emit("transfer.updated", t, before)
	return t, nil
}

func listTransfers(u *unit, p *struct {
	listParams
	createdParams
	Destination string `p:"destination"`
	Group       string `p:"transfer_group"`
},
) (any, *apiError) {
	objects := list(u, "transfer", "transfer_group", p.Group, "destination", p.Destination)
	return paginate(u, objects, p.listParams, func(e entity) bool {
		t := e.(*transfer)
		return p.Created.has(t.Created) && (p.Destination == "" || t.Destination == p.Destination) && is(t.Group, p.Group)
	})
}
