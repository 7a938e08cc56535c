package stripesim

// alarm is something that happens to an account later, by the clock.
type alarm struct {
	head
	Account  string   `json:"account"`
	Currency string   `json:"currency,omitempty"`
	What     string   `json:"what"` // deadline, debit, collect, hold
	Due      []string `json:"requirements,omitempty"`
}

// Days after which a balance below zero is debited from the bank, where the
// account lets that be, and after which the platform pays it.
const (
	debitDays   = 3
	collectDays = 180
)

// alarm sets one, unless the same waits already.
func (u *unit) alarm(a alarm, in int64) {
	for _, e := range u.s.state.lists["sim.alarm|"+a.Account] {
		other := e.(*alarm)
		if other.due > 0 && !other.gone && other.What == a.What && other.Currency == a.Currency {
			return
		}
	}
	a.ID, a.Object, a.account, a.due = newID("alm_1"), "sim.alarm", a.Account, u.now+in
	u.put(&a)
}

// watchNegative begins to count the days of a connected balance below zero.
func (u *unit) watchNegative(key purseKey) {
	if !u.s.opts.CollectNegative || u.s.state.purse(key.account, key.currency).available >= 0 {
		return
	}
	const day = 24 * 3600
	if a, ok := u.s.state.byID[key.account].(*account); ok && a.Settings.Payouts.DebitNegative {
		u.alarm(alarm{Account: key.account, Currency: key.currency, What: "debit"}, debitDays*day)
	}
	u.alarm(alarm{Account: key.account, Currency: key.currency, What: "collect"}, collectDays*day)
}

// fire does what was to happen, unless the reason has gone.
func (a *alarm) fire(u *unit) {
	of, ok := u.s.state.byID[a.Account].(*account)
	if !ok || of.gone {
		return
	}
	u.account = a.Account
	if a.What == "deadline" {
		u.changeAccount(of, func() {
			of.hidden.Due, of.hidden.Soon, of.hidden.Deadline = append(of.hidden.Due, of.hidden.Soon...), nil, 0
		})
		return
	}
	if a.What == "hold" {
		u.payHeld(of, a.Currency)
		return
	}
	missing := -u.s.state.purse(a.Account, a.Currency).available
	if missing <= 0 {
		return
	}
	if a.What == "debit" {
		u.debitBank(missing, a.Currency)
		return
	}
	u.collect(a.Account, missing, a.Currency)
}

// debitBank takes what is missing from the bank account: a payout of less than
// nothing. Cards are never debited.
func (u *unit) debitBank(missing int64, currency string) {
	for _, x := range u.externalOf(u.account) {
		if x.bankFields == nil || x.Currency != currency || !x.usable() {
			continue
		}
		u.payOut(&payout{
			Amount: -missing, Automatic: true, Currency: currency, Metadata: map[string]string{}, Method: "standard",
			Reconciliation: "not_applicable", SourceType: "card",
		}, x)
		return
	}
}

// collect lets the platform pay what an account is missing, and answers both sides.
// The reserve for it ends with the unit.
func (u *unit) collect(id string, missing int64, currency string) []*balanceTransaction {
	one := movement{
		kind: "connect_collection_transfer", category: "connect_collection_transfer", amount: -missing, currency: currency,
		source: id, description: ptr("Connect collection for " + id),
	}
	var out []*balanceTransaction
	u.as(u.s.opts.PlatformAccount, func() { out = append(out, u.move(one)) })
	one.amount, one.source = missing, ""
	u.as(id, func() { out = append(out, u.move(one)) })
	return out
}

// requireUntil asks an account for more by a day: until then it goes on.
func (u *unit) requireUntil(a *account, due []string, in int64) {
	u.changeAccount(a, func() { a.hidden.Soon, a.hidden.Deadline = due, u.now+in })
	for _, e := range u.s.state.lists["sim.alarm|"+a.ID] {
		if old := e.(*alarm); old.What == "deadline" {
			u.at(old, 0)
		}
	}
	if len(due) > 0 {
		u.alarm(alarm{Account: a.ID, What: "deadline"}, in)
	}
}
