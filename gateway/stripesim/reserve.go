package stripesim

import "slices"

// reserveNegative holds back platform money against connected balances below zero,
// and lets it go when they recover. It runs before each unit ends.
func (u *unit) reserveNegative() {
	platform := u.s.opts.PlatformAccount
	for _, key := range slices.Clone(u.touched) {
		if key.account != platform {
			u.watchNegative(key)
			u.watchHeld(key)
		}
	}
	if !u.s.opts.ReserveNegative {
		return
	}
	for _, key := range slices.Clone(u.touched) {
		if key.account == platform {
			continue
		}
		p := u.s.state.purse(key.account, key.currency)
		more := max(-p.available, 0) - p.covered
		if more == 0 {
			continue
		}
		p.covered += more
		u.s.state.reserved[key.currency] += more
		u.as(platform, func() {
			u.move(movement{
				kind: "reserve_transaction", category: "connect_reserved_funds", amount: -more, currency: key.currency,
				source: key.account, description: ptr("Connect reserve for " + key.account),
			})
		})
	}
}

// collectNow makes an account even that is below zero, out of what is held back for
// it, without waiting for the days to pass.
func collectNow(u *unit, _ *none) (any, *apiError) {
	id := u.path("id")
	if !u.knowsAccount(id) {
		return nil, missing("account", id, "")
	}
	out := []*balanceTransaction{}
	for _, currency := range slices.Clone(u.s.state.held[id]) {
		owed := u.s.state.purse(id, currency).covered
		if owed <= 0 {
			continue
		}
		out = append(out, u.collect(id, owed, currency)...)
	}
	return &shortList[*balanceTransaction]{Object: "list", Data: out, URL: u.url}, nil
}

// recover counts a reserve again when the journal is replayed.
func (t *balanceTransaction) recover(st *state) {
	if t.Type != "reserve_transaction" || t.Source == nil {
		return
	}
	st.purse(*t.Source, t.Currency).covered -= t.Amount
	st.reserved[t.Currency] -= t.Amount
}
