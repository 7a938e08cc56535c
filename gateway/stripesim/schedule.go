package stripesim

import (
	"strings"
	"time"
)

// schedulePayouts sets when the account is paid out next by itself.
func (u *unit) schedulePayouts(a *account) {
	due := int64(0)
	if a.PayoutsEnabled && !a.gone {
		due = nextRun(a.Settings.Payouts.Schedule, time.Unix(u.now, 0).UTC())
	}
	if due != a.due {
		u.at(a, due)
	}
}

// nextRun is the next midnight UTC that the schedule names, or zero when it is manual.
func nextRun(s schedule, now time.Time) int64 {
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	for range 62 {
		day = day.AddDate(0, 0, 1)
		switch s.Interval {
		case "daily":
			return day.Unix()
		case "weekly":
			if strings.EqualFold(day.Weekday().String(), s.Weekly) {
				return day.Unix()
			}
		case "monthly":
			last := day.AddDate(0, 1, -day.Day()).Day()
			if day.Day() == min(int(s.Monthly), last) {
				return day.Unix()
			}
		default:
			return 0
		}
	}
	return 0
}

// fire pays an account out on schedule: everything available, per currency.
func (a *account) fire(u *unit) {
	u.account = a.ID
	for _, currency := range u.s.state.held[a.ID] {
		u.payOutAll(a, currency)
	}
	u.schedulePayouts(a)
}

// payOutAll pays out, unasked, everything that is available in a currency.
func (u *unit) payOutAll(a *account, currency string) {
	amount := u.s.state.purse(a.ID, currency).available
	if currency == "huf" || currency == "twd" {
		amount -= amount % 100
	}
	if amount <= 0 {
		return
	}
	x, err := u.payable(&payoutParams{Currency: currency, Amount: amount})
	if err != nil {
		return
	}
	o := &payout{
		Amount: amount, Automatic: true, Currency: currency, Metadata: map[string]string{}, Method: "standard",
		Reconciliation: "completed", SourceType: "card", Descriptor: a.Settings.Payouts.Descriptor,
	}
	members := u.unpaid(currency)
	u.payOut(o, x)
	for _, t := range members {
		t.hidden.Payout = o.ID
		u.put(t)
	}
	own := must[*balanceTransaction](u.s, *o.Transaction)
	own.hidden.Payout = o.ID
	u.emit("payout.reconciliation_completed", o, nil)
}

// unpaid are the available transactions that no automatic payout has taken along.
func (u *unit) unpaid(currency string) []*balanceTransaction {
	var out []*balanceTransaction
	for _, e := range list(u, "balance_transaction") {
		t := e.(*balanceTransaction)
		if t.Currency == currency && t.Status == "available" && t.hidden.Payout == "" {
			out = append(out, t)
		}
	}
	return out
}
