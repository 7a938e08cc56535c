package report

import (
	"time"

	"github.com/etal-market/etal/domain/money"
)

// threshold is from which figures an authority asks for a seller, since a day.
type threshold struct {
	since       time.Time
	currency    money.Currency
	amountMinor int64
	count       int64
}

// form1099K lists the thresholds of Form 1099-K for third party settlement
// organisations: a report is due when both are exceeded (26 U.S.C. § 6050W(e) as it
// stands since Public Law 119-21, section 70432, which put back those of before 2022).
func form1099K() []threshold {
	return []threshold{{since: time.Date(2011, 1, 1, 0, 0, 0, 0, time.UTC), currency: "USD", amountMinor: 20_000_00, count: 200}}
}

// dac7Small lists what a seller of goods stays within who is not reported: fewer than
// the count, and not more than the amount, within a year (Council Directive (EU)
// 2021/514, annex V, section I, B (4) (d)).
func dac7Small() []threshold {
	return []threshold{{since: time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC), currency: "EUR", amountMinor: 2_000_00, count: 30}}
}

// at returns the threshold that holds at an instant; nil when there is none.
func at(list []threshold, when time.Time) *threshold {
	for i := len(list) - 1; i >= 0; i-- {
		if !when.Before(list[i].since) {
			return &list[i]
		}
	}
	return nil
}
