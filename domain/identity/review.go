package identity

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/page"
)

// How long operators may stay away.
const (
	// OperatorStaleMax is after how long without signing in the other operators
	// are told.
	OperatorStaleMax = 30 * 24 * time.Hour
	// OperatorIdleMax is after how long without signing in an operator is disabled.
	OperatorIdleMax = 60 * 24 * time.Hour
	// ReviewEvery is how often they are told of the same operators.
	ReviewEvery = 30 * 24 * time.Hour
)

// operatorsSubject names the review of operators among all reviews.
const operatorsSubject = "operators"

// StaleOperator is an operator who has not signed in for long.
type StaleOperator struct {
	Account
	IdleSince time.Time // UTC
}

// ReviewOperators disables the operators who have not signed in for 60 days and
// has the admins told, once a month, of those who have not for 30. The last
// admin is told of, and never disabled.
func (s *Service) ReviewOperators(ctx context.Context) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		stale, err := lockStaleOperators(ctx, tx, tx.Now().Add(-OperatorStaleMax))
		if err != nil {
			return fmt.Errorf("look for operators who have not signed in: %w", err)
		}
		var listed []AccountID
		for _, o := range stale {
			disabled, err := disableOperatorTx(ctx, tx, o)
			if err != nil {
				return err
			}
			if !disabled {
				listed = append(listed, o.ID)
			}
		}
		if len(listed) == 0 {
			return nil
		}
		due, err := ClaimReviewTx(ctx, tx, operatorsSubject, ReviewEvery)
		if err != nil || !due {
			return err
		}
		return event.Emit(ctx, tx, StaleOperatorsListed{AccountIDs: listed})
	})
}

// disableOperatorTx disables an operator whose time is over, and reports whether
// it was.
func disableOperatorTx(ctx context.Context, tx db.Tx, o *StaleOperator) (bool, error) {
	if o.IdleSince.After(tx.Now().Add(-OperatorIdleMax)) {
		return false, nil
	}
	if *o.OperatorRole == OperatorAdmin {
		n, err := countAdmins(ctx, tx, o.ID)
		if err != nil {
			return false, fmt.Errorf("count admins: %w", err)
		}
		if n == 0 {
			return false, nil
		}
	}
	now := tx.Now()
	if err := updateOperator(ctx, tx, o.ID, &now, o.OperatorEnabledAt); err != nil {
		return false, fmt.Errorf("disable operator: %w", err)
	}
	return true, event.Emit(ctx, tx, OperatorDisabled{AccountID: o.ID})
}

// EnableOperator lets an operator act as one again who was disabled. To enable
// one who may act is no fault. It returns ErrAccountNotFound unless the address
// is an operator's.
func (s *Service) EnableOperator(ctx context.Context, email string) (*Account, error) {
	var account *Account
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		found, err := AccountByEmailTx(ctx, tx, email)
		if err != nil {
			return err
		}
		account, err = LockTx(ctx, tx, found.ID)
		if err != nil {
			return err
		}
		if account.OperatorRole == nil {
			return ErrAccountNotFound
		}
		if account.OperatorDisabledAt == nil {
			return nil
		}
		now := tx.Now()
		account.OperatorDisabledAt, account.OperatorEnabledAt = nil, &now
		if err := updateOperator(ctx, tx, account.ID, nil, &now); err != nil {
			return fmt.Errorf("enable operator: %w", err)
		}
		return event.Emit(ctx, tx, OperatorEnabled{AccountID: account.ID})
	})
	if err != nil {
		return nil, err
	}
	return account, nil
}

// StaleOperators returns a page of the operators who have not signed in for 30
// days, or were disabled for it, the newest account first. It returns
// page.ErrCursor.
func (s *Service) StaleOperators(ctx context.Context, w page.Window) (*page.Connection[StaleOperator], error) {
	var at struct {
		ID AccountID `json:"i"`
	}
	if w.HasCursor() {
		if err := w.Decode(&at); err != nil || at.ID == "" {
			return nil, page.ErrCursor
		}
	}
	found, err := selectStaleOperators(ctx, s.db.Read(ctx), s.db.Clock().Now().Add(-OperatorStaleMax), w, at.ID)
	if err != nil {
		return nil, fmt.Errorf("find operators: %w", err)
	}
	return page.Connect(w, found, func(o *StaleOperator) any {
		at.ID = o.ID
		return at
	}), nil
}

// Admins returns the accounts of the admins who may act, in the order of their
// ids.
func (s *Service) Admins(ctx context.Context) ([]AccountID, error) {
	ids, err := selectAdmins(ctx, s.db.Read(ctx))
	if err != nil {
		return nil, fmt.Errorf("load admins: %w", err)
	}
	return ids, nil
}

// ClaimReviewTx notes that those who answer for a subject are told now who has
// not signed in, and reports whether they are to be: they are not when they were
// told within the interval.
func ClaimReviewTx(ctx context.Context, tx db.Tx, subject string, interval time.Duration) (bool, error) {
	due, err := claimReview(ctx, tx, subject, tx.Now().Add(-interval))
	if err != nil {
		return false, errors.Join(errors.New("note review"), err)
	}
	return due, nil
}
