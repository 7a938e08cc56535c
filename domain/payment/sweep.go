package payment

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Sweep is the periodic job that finishes what a crash, a lost answer or a
// lost webhook left behind.
type Sweep struct{}

// Kind implements db.Job.
func (Sweep) Kind() string { return "payment.sweep" }

const (
	sweepAfter = time.Minute // the request or the webhook had its chance
	// A bank that has been asked for a debit takes days to answer.
	sweepSlowly = time.Hour
	sweepBatch  = 100
)

// Sweep makes the intent of each payment that has waited too long for one, and
// reads again each intent that nobody has told news of for a while. It goes on
// after a failure and returns all of them.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.db.Clock().Now()
	var errs []error
	last := new(Payment)
	for {
		stale, err := selectStale(ctx, s.db.Read(ctx), now, last)
		if err != nil {
			return errors.Join(append(errs, fmt.Errorf("find stale payments: %w", err))...)
		}
		for _, last = range stale {
			if err := s.sweep(ctx, last); err != nil {
				errs = append(errs, fmt.Errorf("sweep %s: %w", last.ID, err))
			}
		}
		if len(stale) < sweepBatch {
			return errors.Join(errs...)
		}
	}
}

func (s *Service) sweep(ctx context.Context, p *Payment) error {
	if p.Status == StatusCreating {
		_, err := s.Attach(ctx, p.OrderID)
		return err
	}
	return s.Refresh(ctx, *p.IntentID)
}
