package statement

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
)

// closeAfter is how long after its end a month is closed, so that what was posted
// in its last seconds is hardly ever in the next one.
const closeAfter = 10 * time.Minute

// CloseJob is the job that closes the months that have ended.
type CloseJob struct{}

// Kind implements db.Job.
func (CloseJob) Kind() string { return "statement.close" }

// Close closes every month that has ended, oldest first, writes a statement for
// each seller and currency, and issues the documents that can be issued. It may run
// again, after it broke off, and beside itself.
func (s *Service) Close(ctx context.Context) error {
	if err := s.ledger.Chain(ctx); err != nil {
		return err
	}
	if err := s.Follow(ctx); err != nil {
		return err
	}
	for {
		p, err := s.nextPeriod(ctx)
		if err != nil {
			return fmt.Errorf("close a month: %w", err)
		}
		if p == nil {
			return s.issueDue(ctx)
		}
		if err := s.complete(ctx, p); err != nil {
			return fmt.Errorf("close %s: %w", p.Month, err)
		}
	}
}

// nextPeriod returns the month whose statements are to be written: the last one,
// while it is not complete, or else the one after it, when it has ended.
func (s *Service) nextPeriod(ctx context.Context) (*period, error) {
	var p *period
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		p = nil
		h, err := lockHead(ctx, tx)
		if err != nil {
			return err
		}
		last, err := selectLastPeriod(ctx, tx)
		if err != nil {
			return err
		}
		if last != nil && last.CompletedAt == nil {
			p = last
			return nil
		}
		next, end, err := follows(ctx, tx, last)
		if err != nil || next == nil || tx.Now().Before(end.Add(closeAfter)) {
			return err
		}
		first, err := ledger.FirstSince(ctx, tx, next.FromSeq, h.Seq, end)
		if err != nil {
			return err
		}
		next.ToSeq, next.ClosedAt = h.Seq, tx.Now()
		if first > 0 {
			next.ToSeq = first - 1
		}
		p = next
		return insertPeriod(ctx, tx, next)
	})
	return p, err
}

// follows returns the month after the last one that was closed, and when it ends;
// nil when there is nothing yet that a statement could say.
func follows(ctx context.Context, q db.Querier, last *period) (*period, time.Time, error) {
	var begin time.Time
	from := int64(0)
	if last != nil {
		end, err := endOf(last.Month)
		if err != nil {
			return nil, end, err
		}
		begin, from = end, last.ToSeq
	} else {
		first, err := selectFirstLine(ctx, q)
		if err != nil || first == nil {
			return nil, begin, err
		}
		begin = first.PostedAt
	}
	month := begin.UTC().Format(monthForm)
	end, err := endOf(month)
	return &period{Month: month, FromSeq: from}, end, err
}

// complete writes the statements of a month that are missing, and notes that none
// is.
func (s *Service) complete(ctx context.Context, p *period) error {
	before, err := time.Parse(monthForm, p.Month)
	if err != nil {
		return err
	}
	var due []purse
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		due, err = selectDue(ctx, q, p, before.AddDate(0, -1, 0).Format(monthForm))
		return err
	})
	if err != nil {
		return fmt.Errorf("find whose month it is: %w", err)
	}
	for _, k := range due {
		if err := s.closeOne(ctx, p, k); err != nil {
			return fmt.Errorf("statement of %s: %w", k.seller, err)
		}
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if _, err := lockHead(ctx, tx); err != nil {
			return err
		}
		return markComplete(ctx, tx, p.Month)
	})
}

// closeOne writes a statement, unless it is there. Its lines are summed up before
// the unit, since they do not change any more.
func (s *Service) closeOne(ctx context.Context, p *period, k purse) error {
	var st *Statement
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		if st, _, err = openSince(ctx, q, k); err != nil {
			return err
		}
		st.Month, st.FromSeq, st.ToSeq = p.Month, p.FromSeq, p.ToSeq
		if err := st.fill(ctx, q); err != nil {
			return err
		}
		st.Parts, err = st.sumParts(ctx, q)
		return err
	})
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if _, err := lockHead(ctx, tx); err != nil {
			return err
		}
		there, err := hasStatement(ctx, tx, k, p.Month)
		if err != nil || there {
			return err
		}
		now := tx.Now()
		st.ID, st.ClosedAt = id.New[ID]("stm"), &now
		if st.Number, err = nextNumber(ctx, tx, "ST", now); err != nil {
			return err
		}
		if err := insertStatement(ctx, tx, st); err != nil {
			return fmt.Errorf("insert statement: %w", err)
		}
		return event.Emit(ctx, tx, StatementClosed{
			StatementID: st.ID, Number: st.Number, SellerID: st.SellerID, Currency: st.Currency, Month: st.Month,
			OpeningMinor: st.OpeningMinor, ClosingMinor: st.ClosingMinor,
		})
	})
}

// nextNumber is the next number of a series in the year of the instant. The unit
// that takes it has to hold the head.
func nextNumber(ctx context.Context, tx db.Tx, series string, at time.Time) (string, error) {
	series = fmt.Sprintf("%s-%d", series, at.UTC().Year())
	n, err := countUp(ctx, tx, series)
	if err != nil {
		return "", fmt.Errorf("number of %s: %w", series, err)
	}
	return fmt.Sprintf("%s-%06d", series, n), nil
}
