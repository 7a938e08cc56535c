package stripesim

import "strings"

// topup adds money from the platform's bank to its balance.
type topup struct {
	head
	Amount         int64             `json:"amount"`
	Transaction    *string           `json:"balance_transaction"`
	Currency       string            `json:"currency"`
	Description    *string           `json:"description"`
	Expected       int64             `json:"expected_availability_date"`
	FailureCode    *string           `json:"failure_code"`
	FailureMessage *string           `json:"failure_message"`
	Livemode       bool              `json:"livemode"`
	Metadata       map[string]string `json:"metadata"`
	Source         *string           `json:"source"`
	Descriptor     *string           `json:"statement_descriptor"`
	Status         string            `json:"status"`
	Group          *string           `json:"transfer_group"`
}

// createTopup answers at once with the money there: the bank of a simulator is quick.
func createTopup(u *unit, p *struct {
	Amount      int64     `p:"amount,required" min:"1"`
	Currency    string    `p:"currency,required"`
	Description *string   `p:"description"`
	Metadata    *metadata `p:"metadata"`
	Source      string    `p:"source"`
	Descriptor  *string   `p:"statement_descriptor"`
	Group       *string   `p:"transfer_group"`
},
) (any, *apiError) {
	if !u.isPlatform() {
		return nil, reject("platform_account_required", "", "Only the platform can be topped up.")
	}
	p.Currency = strings.ToLower(p.Currency)
	if !knownCurrency(p.Currency) {
		return nil, invalidCurrency(p.Currency)
	}
	t := &topup{
		Amount: p.Amount, Currency: p.Currency, Description: p.Description, Expected: u.now, Metadata: map[string]string{},
		Descriptor: p.Descriptor, Status: "succeeded", Group: p.Group,
	}
	t.ID, t.Object, t.Created = newID("tu_1"), "topup", u.now
	if p.Metadata != nil {
		t.Metadata = p.Metadata.onto(nil)
	}
	txn := u.move(movement{kind: "topup", category: "topup", amount: t.Amount, currency: t.Currency, source: t.ID, description: t.Description})
	t.Transaction = ptr(txn.ID)
	u.put(t)
	u.emit("topup.created", t, nil)
	u.emit("topup.succeeded", t, nil)
	return t, nil
}

func getTopup(u *unit, _ *none) (any, *apiError) {
	t, ok := get[*topup](u, u.path("id"))
	if !ok {
		return nil, missing("topup", u.path("id"), "")
	}
	return t, nil
}

func listTopups(u *unit, p *struct {
	listParams
	createdParams
	Status string `p:"status" enum:"canceled|failed|pending|succeeded"`
},
) (any, *apiError) {
	return paginate(u, list(u, "topup"), p.listParams, func(e entity) bool {
		t := e.(*topup)
		return p.Created.has(t.Created) && (p.Status == "" || p.Status == t.Status)
	})
}
