package apikey

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
)

// warnings are how long before its end the maker of a key and the owners of the
// seller are told of it.
func warnings() []time.Duration { return []time.Duration{14 * 24 * time.Hour, 3 * 24 * time.Hour} }

// warnBatch is how many keys one run looks at; the next one goes on.
const warnBatch = 500

// warningsBefore counts the warnings that come too late for a key with so much
// time left: whoever makes a key for a week need not be told two minutes later
// that it ends in a week.
func warningsBefore(left time.Duration) (n int64) {
	for _, before := range warnings() {
		if left <= before {
			n++
		}
	}
	return n
}

// Warn is the job that tells people of keys that will end before long.
type Warn struct{}

// Kind implements db.Job.
func (Warn) Kind() string { return "apikey.warn" }

// Warn tells of each key that has come nearer to its end than a warning ahead of
// it. Each warning is told once, and one that was missed is left out when the next
// is due too.
func (s *Service) Warn(ctx context.Context) error {
	now := s.db.Clock().Now()
	keys, err := selectExpiring(ctx, s.db.Read(ctx), now, warnings())
	if err != nil {
		return fmt.Errorf("look for keys that end: %w", err)
	}
	var errs []error
	for _, k := range keys {
		due := warningsBefore(k.ExpiresAt.Sub(now))
		errs = append(errs, s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
			ok, err := noteWarning(ctx, tx, k, due)
			if err != nil || !ok {
				return err
			}
			return event.Emit(ctx, tx, Expiring{KeyID: k.ID, SellerID: sellerOf(k), ExpiresAt: k.ExpiresAt})
		}))
	}
	return errors.Join(errs...)
}
