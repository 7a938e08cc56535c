package payout

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
)

// Sweep is the periodic job that moves on what is due, and finishes what a
// crash, a lost answer or a lost webhook left behind.
type Sweep struct{}

// Kind implements db.Job.
func (Sweep) Kind() string { return "payout.sweep" }

const (
	sweepAfter = time.Minute // the job or the webhook had its chance
	sweepBatch = 100
)

// Sweep releases what is due, plans transfers and payouts, and takes up again
// what is stuck. It goes on after a failure and returns all of them.
func (s *Service) Sweep(ctx context.Context) error {
	return errors.Join(
		s.releaseDue(ctx),
		s.matureDue(ctx),
		s.transferDue(ctx), // pays debts first
		s.collectDue(ctx),
		s.payDue(ctx),
		s.resume(ctx),
		s.refreshPayouts(ctx),
		s.refreshAccounts(ctx),
		s.remindDue(ctx),
	)
}

// eachDue does one thing for all that is due, each in a unit of its own, page after
// page: however much falls due at once, nothing of it waits for the next sweep. What
// fails, and what cannot be done yet, stays due and is met again then.
func eachDue[ID comparable](ctx context.Context, s *Service, what string, find func(context.Context, db.Querier, time.Time, int64) ([]ID, error), do func(context.Context, db.Tx, ID) error) error {
	var last []ID
	for {
		due, err := find(ctx, s.db.Read(ctx), s.db.Clock().Now(), sweepBatch)
		if err != nil {
			return fmt.Errorf("find %s: %w", what, err)
		}
		var errs []error
		for _, one := range due {
			errs = append(errs, s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return do(ctx, tx, one) }))
		}
		if err := errors.Join(errs...); err != nil || len(due) < sweepBatch || slices.Equal(due, last) {
			return err
		}
		last = due
	}
}

// resume enqueues again the jobs of accounts, transfers and payouts that have
// not moved for a while.
func (s *Service) resume(ctx context.Context) error {
	stuck, err := selectStuck(ctx, s.db.Read(ctx), s.db.Clock().Now().Add(-sweepAfter), sweepBatch)
	if err != nil || len(stuck) == 0 {
		return err
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		jobs, err := selectStuck(ctx, tx, tx.Now().Add(-sweepAfter), sweepBatch)
		if err != nil {
			return fmt.Errorf("find what is stuck: %w", err)
		}
		for _, job := range jobs {
			if err := tx.Enqueue(ctx, job, db.JobOptions{Unique: true}); err != nil {
				return err
			}
		}
		return nil
	})
}

// refreshAccounts reads again the accounts that cannot be used and of which
// nobody has told news for an hour: the news that one is ready may be lost.
func (s *Service) refreshAccounts(ctx context.Context) error {
	stale, err := selectStaleAccounts(ctx, s.db.Read(ctx), s.db.Clock().Now().Add(-time.Hour), sweepBatch)
	if err != nil {
		return fmt.Errorf("find stale accounts: %w", err)
	}
	var errs []error
	for _, providerID := range stale {
		errs = append(errs, s.refreshAccount(ctx, providerID))
	}
	return errors.Join(errs...)
}

// When payouts are read again of which nobody has told news.
const (
	lookAfter       = time.Hour           // one on its way
	lookLater       = 24 * time.Hour      // one that has arrived, and can still come back
	comesBackWithin = 14 * 24 * time.Hour // banks take five working days, and some longer
)

// refreshPayouts reads again the payouts of which nobody has told news for long.
func (s *Service) refreshPayouts(ctx context.Context) error {
	stale, err := selectStalePayouts(ctx, s.db.Read(ctx), s.db.Clock().Now(), sweepBatch)
	if err != nil {
		return fmt.Errorf("find stale payouts: %w", err)
	}
	var errs []error
	for _, p := range stale {
		read, err := s.gateways.Payouts.GetPayout(ctx, p.ProviderAccount, p.ProviderID)
		if err == nil {
			err = s.applyPayout(ctx, p.ID, p.ProviderAccount, read)
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}
