package refund

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
)

// Look is the periodic job that finds refunds made at the provider of which no
// webhook has told.
type Look struct{}

// Kind implements db.Job.
func (Look) Kind() string { return "refund.look" }

// lookBack is how far back Look looks: longer than the provider repeats a
// webhook.
const lookBack = 5 * 24 * time.Hour

// Look reads the recent refunds at the provider and adopts those that Étal
// neither made nor knows. It goes on after a failure and returns all of them.
func (s *Service) Look(ctx context.Context) error {
	var errs []error
	err := s.gateway.ListRefunds(ctx, s.db.Clock().Now().Add(-lookBack), func(read *ProviderRefund) error {
		if read.RefundID != "" { // ours: the sweep looks after it
			return nil
		}
		_, err := selectByProvider(ctx, s.db.Read(ctx), read.ID)
		if errors.Is(err, db.ErrNotFound) {
			err = s.take(ctx, read)
		}
		errs = append(errs, err)
		return nil
	})
	if err != nil {
		errs = append(errs, fmt.Errorf("list refunds: %w", err))
	}
	return errors.Join(errs...)
}
