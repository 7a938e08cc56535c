package factor

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
)

// Enrol begins to set up an authenticator app. Whatever was begun before is given
// up. It returns ErrExists to somebody who has an app, and the faults of mayAdd.
func (s *Service) Enrol(ctx context.Context, by actor.Actor, in AddInput) (*Enrolment, error) {
	if err := s.mayAdd(ctx, by, in.Password); err != nil {
		return nil, err
	}
	secret := newSecret()
	app := &TOTP{ID: NewTOTPID(), AccountID: identity.AccountID(by.AccountID), State: Pending}
	if err := app.seal(s.keys, secret); err != nil {
		return nil, err
	}
	address := ""
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		account, err := identity.LockTx(ctx, tx, app.AccountID)
		if err != nil {
			return err
		}
		_, err = selectTOTP(ctx, tx, app.AccountID, Active)
		if err == nil {
			return ErrExists
		}
		if !errors.Is(err, db.ErrNotFound) {
			return fmt.Errorf("load authenticator app: %w", err)
		}
		address = *account.Email
		if err := deleteTOTP(ctx, tx, app.AccountID, Pending); err != nil {
			return fmt.Errorf("give up the app before: %w", err)
		}
		app.CreatedAt = tx.Now()
		if err := insertTOTP(ctx, tx, app); err != nil {
			return fmt.Errorf("insert authenticator app: %w", err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return enrolment(app, s.opts.Issuer, address, secret)
}

// Confirm makes the app that was set up a second factor of the account, by one
// right code of it. All other sessions end, the session gets a new token, and
// with the first factor come recovery codes, which are shown once. It returns ErrEnrolmentOver after ten
// minutes and ErrCodeInvalid for a wrong code.
func (s *Service) Confirm(ctx context.Context, by actor.Actor, in ConfirmInput) (*Changed, error) {
	if err := owner(by); err != nil {
		return nil, err
	}
	if !in.Code.sixDigits() {
		return nil, ErrCodeInvalid.At("code")
	}
	accountID, sessionID := identity.AccountID(by.AccountID), identity.SessionID(by.SessionID)
	changed := &Changed{}
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		account, err := identity.LockTx(ctx, tx, accountID)
		if err != nil {
			return err
		}
		if err := s.activateTx(ctx, tx, accountID, in.Code); err != nil {
			return err
		}
		if err := s.addedTx(ctx, tx, account, sessionID, changed); err != nil {
			return err
		}
		return event.Emit(ctx, tx, Enrolled{AccountID: accountID})
	})
	if err != nil {
		return nil, err
	}
	return changed, nil
}

// activateTx turns the pending app into the active one when the code is its.
func (s *Service) activateTx(ctx context.Context, tx db.Tx, accountID identity.AccountID, c Code) error {
	app, err := selectTOTP(ctx, tx, accountID, Pending)
	if errors.Is(err, db.ErrNotFound) {
		return ErrEnrolmentOver
	}
	if err != nil {
		return fmt.Errorf("load authenticator app: %w", err)
	}
	if tx.Now().Sub(app.CreatedAt) >= EnrolmentMax {
		return ErrEnrolmentOver
	}
	secret, err := app.open(s.keys)
	if err != nil {
		return fmt.Errorf("open secret of %s: %w", app.ID, err)
	}
	step, ok, err := match(secret, c, tx.Now())
	if err != nil {
		return err
	}
	if !ok {
		return ErrCodeInvalid.At("code")
	}
	ok, err = activateTOTP(ctx, tx, app.ID, step)
	if err == nil && !ok {
		err = ErrEnrolmentOver
	}
	return err
}

// Remove takes the authenticator app away from an account, for somebody who shows
// the password and a factor. All other sessions end, and the session gets a new
// token; with the last factor go the recovery codes. It returns ErrNone without
// an app, identity.ErrPasswordWrong, and the faults of showing a factor.
func (s *Service) Remove(ctx context.Context, by actor.Actor, in RemoveInput) (*identity.Opened, error) {
	return s.remove(ctx, by, in.Password, in.Proof, func(ctx context.Context, tx db.Tx) error {
		accountID := identity.AccountID(by.AccountID)
		if _, err := selectTOTP(ctx, tx, accountID, Active); errors.Is(err, db.ErrNotFound) {
			return ErrNone
		}
		if err := deleteTOTP(ctx, tx, accountID, Active); err != nil {
			return fmt.Errorf("delete authenticator app: %w", err)
		}
		return event.Emit(ctx, tx, Removed{AccountID: accountID})
	})
}

// RenewRecoveryCodes replaces the recovery codes, for somebody who shows a
// factor. The new ones are shown once; the older ones work no more, and no device
// is trusted any more.
func (s *Service) RenewRecoveryCodes(ctx context.Context, by actor.Actor, p Proof) (*Changed, error) {
	if err := owner(by); err != nil {
		return nil, err
	}
	accountID := identity.AccountID(by.AccountID)
	changed := &Changed{}
	err := s.prove(ctx, by, p, func(ctx context.Context, tx db.Tx) (err error) {
		if changed.RecoveryCodes, err = issueTx(ctx, tx, accountID); err != nil {
			return err
		}
		if _, err := identity.EndTrustTx(ctx, tx, accountID); err != nil {
			return err
		}
		if changed.Session, err = identity.RenewTx(ctx, tx, identity.SessionID(by.SessionID), true); err != nil {
			return err
		}
		return event.Emit(ctx, tx, RecoveryCodesRenewed{AccountID: accountID})
	})
	if err != nil {
		return nil, err
	}
	return changed, nil
}
