package payout

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// ScheduleKind says how often a seller is paid out.
type ScheduleKind string

// The schedules. Days begin at midnight UTC.
const (
	// SchedulePlatform is as soon as something is available, as often as the
	// platform lets it.
	SchedulePlatform ScheduleKind = "PLATFORM"
	ScheduleDaily    ScheduleKind = "DAILY"
	ScheduleWeekly   ScheduleKind = "WEEKLY"
	ScheduleMonthly  ScheduleKind = "MONTHLY"
	// ScheduleManual is when the seller asks for it, and before money has been there
	// for too long.
	ScheduleManual ScheduleKind = "MANUAL"
)

// Minimum is the least that is paid out in a currency, in minor units.
type Minimum struct {
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amount_minor"`
}

// Schedule is when a seller is paid out, and how much at least.
type Schedule struct {
	Kind ScheduleKind `bun:"schedule" json:"kind"`
	// Anchor is the day: 1 is Monday for WEEKLY, 1 to 31 of the month for MONTHLY,
	// whose last day it is in shorter months; else 0.
	Anchor   int64     `bun:"schedule_anchor" json:"anchor"`
	Minimums []Minimum `bun:"type:jsonb" json:"minimums"` // one for each currency
}

// Amounts are the minimums.
func (s Schedule) Amounts() []money.Amount {
	list := make([]money.Amount, len(s.Minimums))
	for i, m := range s.Minimums {
		list[i] = money.New(m.AmountMinor, m.Currency)
	}
	return list
}

// period is the least time between two days of the schedule.
func (s Schedule) period() time.Duration {
	switch s.Kind {
	case ScheduleDaily:
		return dayLong
	case ScheduleWeekly:
		return 7 * dayLong
	case ScheduleMonthly:
		return 28 * dayLong
	case SchedulePlatform, ScheduleManual:
	}
	return keptMax
}

// next is when a payout is tried after an instant.
func (s Schedule) next(now time.Time, p Policy) time.Time {
	today := now.UTC().Truncate(dayLong)
	switch s.Kind {
	case ScheduleDaily:
		return today.Add(dayLong)
	case ScheduleWeekly:
		ahead := (s.Anchor - int64(today.Weekday()) + 7) % 7
		if ahead == 0 {
			ahead = 7
		}
		return today.AddDate(0, 0, int(ahead))
	case ScheduleMonthly:
		if day := inMonth(today.Year(), today.Month(), int(s.Anchor)); day.After(today) {
			return day
		}
		return inMonth(today.Year(), today.Month()+1, int(s.Anchor))
	case ScheduleManual:
		return now.Add(p.IdleMax)
	case SchedulePlatform:
	}
	return now.Add(p.PayoutInterval)
}

// inMonth is a day of a month, or the last when the month is shorter.
func inMonth(year int, month time.Month, day int) time.Time {
	last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC)
	return time.Date(last.Year(), last.Month(), min(day, last.Day()), 0, 0, 0, 0, time.UTC)
}

// leastOf is the least that is paid out of an account in a currency: the
// platform's minimum, the seller's own or that of the bank, whichever is highest.
func (s *Service) leastOf(a *Account, c money.Currency) int64 {
	least := s.policy.Minimums[c]
	for _, m := range a.Minimums {
		if m.Currency == c {
			least = max(least, m.AmountMinor)
		}
	}
	return max(least, s.hardLeast(a, c))
}

// isIdle reports whether nothing of a currency was paid out of an account for
// longer than money may stay there.
func (s *Service) isIdle(ctx context.Context, q db.Querier, a *Account, c money.Currency) (bool, error) {
	since, err := selectIdleSince(ctx, q, a, c)
	return since != nil && !since.Add(s.policy.idleMax(a.Country)).After(s.db.Clock().Now()), err
}

// Faults of schedules.
var (
	// ErrSchedule is returned for a schedule that cannot be, with why.
	ErrSchedule = fault.New(fault.Invalid, "PAYOUT_SCHEDULE_INVALID", "This is not a possible schedule of payouts.")
	// ErrScheduleTooOften is returned for a schedule that the platform does not allow.
	ErrScheduleTooOften = fault.New(fault.Invalid, "PAYOUT_SCHEDULE_TOO_OFTEN", "The platform does not pay out so often.")
)

// ScheduleSet is told when a seller decides when they are paid out.
type ScheduleSet struct {
	AccountID AccountID `json:"account_id"`
	SellerID  seller.ID `json:"seller_id"`
	Before    Schedule  `json:"before"`
	After     Schedule  `json:"after"`
}

// EventName implements event.Event.
func (ScheduleSet) EventName() string { return "payout.schedule_set" }

// ScheduleInput sets when a seller is paid out.
type ScheduleInput struct {
	Kind     ScheduleKind
	Anchor   *int64
	Minimums []*money.Input // at most one for each currency; none: the platform's
}

func (in ScheduleInput) schedule(p Policy) (Schedule, error) {
	var l fault.List
	out := Schedule{Kind: in.Kind, Minimums: []Minimum{}}
	if in.Anchor != nil {
		out.Anchor = *in.Anchor
	}
	last := map[ScheduleKind]int64{ScheduleWeekly: 7, ScheduleMonthly: 31}[in.Kind]
	l.Check(last == 0 && out.Anchor == 0 || last > 0 && out.Anchor >= 1 && out.Anchor <= last,
		ErrSchedule.Saying("Give the day: 1 to 7 of the week, 1 to 31 of the month, and none else.").At("anchor"))
	l.Check(out.period() >= p.PayoutInterval, ErrScheduleTooOften.At("kind"))
	seen := map[money.Currency]bool{}
	for i, m := range in.Minimums {
		at := []string{"minimums", fmt.Sprint(i)}
		amount, err := m.Parse()
		if err != nil {
			for _, f := range fault.As(err) {
				l.Add(f.Under(at...))
			}
			continue
		}
		l.Check(amount.Minor > 0 && !seen[amount.Currency], ErrSchedule.Saying("Give one minimum above zero for each currency.").At(at...))
		seen[amount.Currency] = true
		out.Minimums = append(out.Minimums, Minimum{amount.Currency, amount.Minor})
	}
	return out, l.Err()
}

// SetSchedule sets when the actor's seller is paid out. The next day is counted
// from now; what keeps payouts back goes on doing so. It returns
// ErrAccountNotFound, ErrSchedule and ErrScheduleTooOften.
func (s *Service) SetSchedule(ctx context.Context, by actor.Actor, in ScheduleInput) (*Account, error) {
	owner, err := seller.ScopeOne(by, nil)
	if err != nil {
		return nil, err
	}
	next, err := in.schedule(s.policy)
	if err != nil {
		return nil, err
	}
	var a *Account
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if a, err = lockAccountOf(ctx, tx, owner); errors.Is(err, db.ErrNotFound) {
			return ErrAccountNotFound
		} else if err != nil {
			return err
		}
		before := a.Schedule
		a.Schedule = next
		if a.NextPayoutAt, err = s.nextTx(ctx, tx, a); err != nil {
			return err
		}
		if a.BlockedUntil != nil && a.BlockedUntil.After(a.NextPayoutAt) {
			a.NextPayoutAt = *a.BlockedUntil
		}
		if err := updateAccount(ctx, tx, a); err != nil {
			return err
		}
		return event.Emit(ctx, tx, ScheduleSet{a.ID, a.SellerID, before, next})
	})
	if err != nil {
		return nil, err
	}
	return a, nil
}
