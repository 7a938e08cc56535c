package reconciliation

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
)

const (
	// openDays is how many days are compared each time. What is older is closed once
	// the ledger answers to all of it: a movement gets its instant when it is made,
	// and what becomes of it later (its funds become available) changes no amount.
	openDays = 7
	// fullEvery is after how long a round goes through the whole history again.
	fullEvery = 7 * day
	// overlap is by how much the provider's clock may be behind ours.
	overlap = 10 * time.Minute
	// unitMax is longer than any unit that posts a journal takes to commit.
	unitMax = time.Hour
)

// step says how far a round has come.
type step string

// The steps of a round.
const (
	walking   step = "WALK"     // listing what the provider has moved
	examining step = "EXAMINE"  // comparing it with the ledger, day by day
	finished  step = "FINISHED" // until the next one begins
)

// round is one comparison of the balance of an account. All of it is in the
// database, so whoever takes it up goes on where it was, and two at once go through
// it together. It ends when the sums of all days are the balance.
type round struct {
	bun.BaseModel `bun:"table:reconciliation_rounds,alias:rr"`

	ProviderAccount string     `bun:",pk"`
	Round           int64      // counts the rounds of the account
	Step            step       //
	IsFull          bool       // it goes through the whole history
	Until           time.Time  // when it began, in whole seconds, UTC
	FirstDay        string     // from which it lists, such as 2026-11-26; empty: from the beginning
	SpanDay         string     // the older day that is listed; empty while it is all since FirstDay
	Cursor          string     // the last movement that is known of the span
	ProvedUntil     *time.Time // journals posted before are answered, or differences
	FullAt          *time.Time // when a full round has ended last
}

// dayOf is the day of an instant.
func dayOf(at time.Time) string { return at.UTC().Format(time.DateOnly) }

// isAt reports whether both stand at the same place of the same round.
func (r *round) isAt(o *round) bool {
	return r.Round == o.Round && r.Step == o.Step && r.SpanDay == o.SpanDay && r.Cursor == o.Cursor
}

// begins makes it the next round, which is to be walked.
func (r *round) begins(now time.Time, isFull bool) {
	r.Round++
	r.IsFull = isFull || r.FullAt == nil || !now.Before(r.FullAt.Add(fullEvery))
	r.Step, r.Until, r.FirstDay, r.SpanDay, r.Cursor = walking, now.Truncate(time.Second), "", "", ""
	if !r.IsFull {
		r.FirstDay = dayOf(now.Add(-openDays * day))
	}
}

// span is what is to be listed next.
func (r *round) span() (provider.Span, error) {
	span := provider.Span{Until: &r.Until, After: r.Cursor}
	from := r.FirstDay
	if r.SpanDay != "" {
		from = r.SpanDay
	}
	if from == "" {
		return span, nil
	}
	at, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return span, fmt.Errorf("day of a round: %w", err)
	}
	span.From = &at
	if r.SpanDay != "" {
		end := at.Add(day)
		span.Until = &end
	}
	return span, nil
}

// errOvertaken says that another comparison of the account has gone on meanwhile.
var errOvertaken = errors.New("another comparison has gone on")

// inRound runs fn in a unit while the round still stands where it was read, and keeps
// what fn makes of it. It returns the round as it stands then: when it was
// overtaken, as the other comparison has left it.
func (s *Service) inRound(ctx context.Context, r *round, fn func(ctx context.Context, tx db.Tx, r *round) error) (*round, error) {
	var now *round
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if now, err = lockRound(ctx, tx, r.ProviderAccount); err != nil {
			return err
		}
		if !now.isAt(r) {
			return errOvertaken
		}
		if err := fn(ctx, tx, now); err != nil {
			return err
		}
		return updateRound(ctx, tx, now)
	})
	if errors.Is(err, errOvertaken) {
		return now, nil
	}
	return now, err
}

// begin returns the round of an account that goes on, or begins one.
func (s *Service) begin(ctx context.Context, account string, isFull bool) (r *round, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if err := insertRound(ctx, tx, &round{ProviderAccount: account, Step: finished, Until: tx.Now()}); err != nil {
			return fmt.Errorf("begin a comparison: %w", err)
		}
		if r, err = lockRound(ctx, tx, account); err != nil {
			return err
		}
		if r.Step != finished && (r.IsFull || !isFull) {
			return nil
		}
		r.begins(tx.Now(), isFull)
		return updateRound(ctx, tx, r)
	})
	return r, err
}

// walk lists one page of what the provider has moved, and keeps it.
func (c *comparison) walk(ctx context.Context, r *round) (*round, error) {
	span, err := r.span()
	if err != nil {
		return nil, err
	}
	moves, more, err := c.list(ctx, span)
	if err != nil {
		return nil, err
	}
	return c.inRound(ctx, r, func(ctx context.Context, tx db.Tx, r *round) error {
		if err := saveMovements(ctx, tx, r, moves); err != nil {
			return err
		}
		if more && len(moves) > 0 {
			r.Cursor = moves[len(moves)-1].ID
			return nil
		}
		before := r.FirstDay
		if r.SpanDay != "" {
			before = r.SpanDay
		}
		open, err := selectOpenDay(ctx, tx, r.ProviderAccount, before)
		if err != nil {
			return err
		}
		r.SpanDay, r.Cursor = open, ""
		if open == "" {
			r.Step = examining
		}
		return nil
	})
}

// list asks for one page of movements.
func (c *comparison) list(ctx context.Context, span provider.Span) ([]provider.Transaction, bool, error) {
	moves, more, err := c.gateway.TransactionPage(ctx, c.account, span)
	c.at.Transactions += int64(len(moves))
	c.how.tell(*c.at)
	return moves, more, err
}

// tail lists what was moved since the round began, keeps it, and returns the days on
// which that was. It is short, and listed from its beginning each time.
func (c *comparison) tail(ctx context.Context, r *round) (map[string]bool, error) {
	days := map[string]bool{}
	from := r.Until.Add(-overlap)
	for span := (provider.Span{From: &from}); ; {
		moves, more, err := c.list(ctx, span)
		if err != nil {
			return nil, err
		}
		after, err := c.inRound(ctx, r, func(ctx context.Context, tx db.Tx, r *round) error {
			return saveMovements(ctx, tx, r, moves)
		})
		if err != nil {
			return nil, err
		}
		if !after.isAt(r) {
			return nil, errOvertaken
		}
		for _, t := range moves {
			days[dayOf(t.Created)] = true
		}
		if !more || len(moves) == 0 {
			return days, nil
		}
		span.After = moves[len(moves)-1].ID
	}
}

// DayTotal is what was moved on the balance of an account, in one currency, until the
// end of a day.
type DayTotal struct {
	Account      string         `bun:"provider_account" json:"account"` // provider.Platform or acct_…
	Currency     money.Currency `json:"currency"`
	Transactions int64          `json:"transactions"`
	Matched      int64          `json:"matched"`       // of them, those the ledger answers to
	Provider     int64          `json:"providerMinor"` // by how much the provider's balance was moved, minor units
	Ledger       int64          `json:"ledgerMinor"`   // by how much the journals that answer move it, minor units
	OpenDays     int64          `json:"openDays"`      // days that are not closed yet
}

// Totals sums what was moved on each account until the end of a day, by what the
// comparisons have found: on closed days provider and ledger are the same.
func (s *Service) Totals(ctx context.Context, until time.Time) ([]*DayTotal, error) {
	rows, err := selectTotals(ctx, s.db.Read(ctx), dayOf(until))
	if err != nil {
		return nil, fmt.Errorf("sum days: %w", err)
	}
	return rows, nil
}
