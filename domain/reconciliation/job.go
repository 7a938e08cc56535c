package reconciliation

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// Daily is the job that has every account compared once a day. Service.Due does it.
type Daily struct{}

// Kind implements db.Job.
func (Daily) Kind() string { return "reconciliation.daily" }

// Compare is the job that compares one account. Service.Compare does it.
type Compare struct {
	Account  string    `json:"account"`   // at the provider
	SellerID seller.ID `json:"seller_id"` // whose it is; empty for the platform's
}

// Kind implements db.Job.
func (Compare) Kind() string { return "reconciliation.compare" }

// Due enqueues the comparison of each account that was not compared for a day.
func (s *Service) Due(ctx context.Context) error {
	_, err := s.enqueue(ctx, day)
	return err
}

// Start enqueues the comparison of every account, and returns how many there are.
func (s *Service) Start(ctx context.Context) (int, error) { return s.enqueue(ctx, 0) }

// enqueue has every account compared that was not within some time.
func (s *Service) enqueue(ctx context.Context, within time.Duration) (n int, err error) {
	connected, err := payout.ProviderAccounts(ctx, s.db.Read(ctx))
	if err != nil {
		return 0, fmt.Errorf("list payout accounts: %w", err)
	}
	connected[provider.Platform] = ""
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		n = 0
		fresh, err := selectFresh(ctx, tx, tx.Now().Add(-within))
		if err != nil {
			return fmt.Errorf("list comparisons: %w", err)
		}
		for _, account := range slices.Sorted(maps.Keys(connected)) {
			if fresh[account] {
				continue
			}
			if err := tx.Enqueue(ctx, Compare{Account: account, SellerID: connected[account]}, db.JobOptions{Unique: true, Queue: db.QueueLong}); err != nil {
				return err
			}
			n++
		}
		return nil
	})
	return n, err
}

// Compare compares one account, as Run does with all. When it ends before it has
// finished, the next one goes on where it was.
func (s *Service) Compare(ctx context.Context, job Compare) (*Report, error) {
	c := s.comparisonOf(job.Account, job.SellerID, Manner{}, &Progress{Accounts: 1})
	err := c.run(ctx)
	if job.Account != provider.Platform && payout.IsNoAccess(err) { // it was cut off since the job was written
		return &Report{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reconcile %s: %w", job.Account, err)
	}
	report := &Report{}
	report.add(c)
	return report, nil
}
