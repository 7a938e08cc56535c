package stripesim

// holdDays is how long money may be held on a manual schedule, by the country of the
// account (docs.stripe.com/connect/manual-payouts).
func holdDays(country string) int64 {
	switch country {
	case "US":
		return 2 * 365
	case "TH":
		return 10
	}
	return 90
}

// watchHeld begins to count the days of money on a manual schedule.
func (u *unit) watchHeld(key purseKey) {
	if !u.s.opts.PayHeld || u.s.state.purse(key.account, key.currency).available <= 0 {
		return
	}
	a, ok := u.s.state.byID[key.account].(*account)
	if !ok || a.Settings.Payouts.Schedule.Interval != "manual" {
		return
	}
	u.alarm(alarm{Account: a.ID, Currency: key.currency, What: "hold"}, holdDays(a.Country)*24*3600)
}

// payHeld pays out what has been held for too long, with everything else there is, and
// goes on to watch what is younger. What left the balance is taken for its oldest money.
func (u *unit) payHeld(a *account, currency string) {
	if a.Settings.Payouts.Schedule.Interval != "manual" {
		return
	}
	left := u.s.state.purse(a.ID, currency).available
	limit := holdDays(a.Country) * 24 * 3600
	since := u.now
	all := list(u, "balance_transaction")
	for i := len(all) - 1; i >= 0 && left > 0; i-- {
		if t := all[i].(*balanceTransaction); t.Currency == currency && t.Status == "available" && t.Net > 0 {
			left -= t.Net
			since = min(since, t.AvailableOn)
		}
	}
	if since+limit <= u.now {
		u.payOutAll(a, currency)
		return
	}
	u.alarm(alarm{Account: a.ID, Currency: currency, What: "hold"}, since+limit-u.now)
}
