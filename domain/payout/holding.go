package payout

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
)

// holdingLimit is how long money may stay in the balance of a seller's account that is
// paid out by hand, as all of Étal's are, by the country of the business
// (docs.stripe.com/connect/manual-payouts, "Using manual payouts", as stored in 2026).
func holdingLimit(country string) time.Duration {
	switch country {
	case "TH":
		return 10 * dayLong
	case "US":
		return 2 * 365 * dayLong
	}
	return 90 * dayLong
}

// idleMax is after how long what is in the balance of an account leaves nevertheless: what
// the settings say, and a day before the limit of its country at the latest.
func (p Policy) idleMax(country string) time.Duration {
	return min(p.IdleMax, holdingLimit(country)-dayLong)
}

// next is when a payout of the account is tried after an instant: by its schedule, and not
// later than money may stay.
func (a *Account) next(now time.Time, p Policy) time.Time {
	scheduled, latest := a.Schedule.next(now, p), now.Add(p.idleMax(a.Country))
	if latest.Before(scheduled) {
		return latest
	}
	return scheduled
}

// nextTx is when a payout of the account is tried next: as next says, and sooner where
// something would have been in the balance for too long by then.
func (s *Service) nextTx(ctx context.Context, tx db.Tx, a *Account) (time.Time, error) {
	now := tx.Now()
	next := a.next(now, s.policy)
	balances, err := ledger.SellerBalances(ctx, tx, a.SellerID)
	if err != nil {
		return next, err
	}
	for _, b := range balances {
		if b.AvailableMinor <= 0 {
			continue
		}
		since, err := selectIdleSince(ctx, tx, a, b.Currency)
		if err != nil {
			return next, fmt.Errorf("since when %s lies: %w", b.Currency, err)
		}
		if since == nil {
			continue
		}
		late := since.Add(s.policy.idleMax(a.Country))
		if !late.After(now) { // what keeps it is looked at again tomorrow
			late = now.Add(dayLong)
		}
		if late.Before(next) {
			next = late
		}
	}
	return next, nil
}
