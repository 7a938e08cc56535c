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

// Enrol begins to set up an authenticator app, for somebody who shows their
// password again. Whatever was begun before is given up. It returns ErrExists
// to somebody who has an app, and the faults of identity.ConfirmPassword.
func (s *Service) Enrol(ctx context.Context, by actor.Actor, in EnrolInput) (*Enrolment, error) {
	if err := owner(by); err != nil {
		return nil, err
	}
	if err := s.people.ConfirmPassword(ctx, by, in.Password); err != nil {
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
		if account.HasFactor {
			return ErrExists
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

// Confirm makes the app that was set up the account's second factor, by one
// right code of it. All other sessions end, the session gets a new token, and
// the recovery codes are shown once. It returns ErrEnrolmentOver after ten
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
		if _, err := identity.LockTx(ctx, tx, accountID); err != nil {
			return err
		}
		if err := s.activateTx(ctx, tx, accountID, in.Code); err != nil {
			return err
		}
		var err error
		if changed.RecoveryCodes, err = issueTx(ctx, tx, accountID); err != nil {
			return err
		}
		if err := identity.SetFactorTx(ctx, tx, accountID, true, sessionID); err != nil {
			return err
		}
		if changed.Session, err = identity.RenewTx(ctx, tx, sessionID, true); err != nil {
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

// Remove takes the second factor away from an account, for somebody who shows
// the password and the factor. All other sessions end, and the session gets a
// new token. It returns identity.ErrPasswordWrong, and the faults of showing a
// factor.
func (s *Service) Remove(ctx context.Context, by actor.Actor, in RemoveInput) (*identity.Opened, error) {
	if err := owner(by); err != nil {
		return nil, err
	}
	if err := s.people.ConfirmPassword(ctx, by, in.Password); err != nil {
		return nil, err
	}
	accountID, sessionID := identity.AccountID(by.AccountID), identity.SessionID(by.SessionID)
	var opened *identity.Opened
	err := s.prove(ctx, by, Proof{Method: in.Method, Code: in.Code}, func(ctx context.Context, tx db.Tx) error {
		err := errors.Join(deleteTOTP(ctx, tx, accountID, Active), deleteTOTP(ctx, tx, accountID, Pending),
			deleteRecoveryCodes(ctx, tx, accountID))
		if err != nil {
			return fmt.Errorf("delete factors: %w", err)
		}
		if err := identity.SetFactorTx(ctx, tx, accountID, false, sessionID); err != nil {
			return err
		}
		if opened, err = identity.RenewTx(ctx, tx, sessionID, false); err != nil {
			return err
		}
		return event.Emit(ctx, tx, Removed{AccountID: accountID})
	})
	if err != nil {
		return nil, err
	}
	return opened, nil
}

// RenewRecoveryCodes replaces the recovery codes, for somebody who shows a
// factor. The new ones are shown once; the older ones work no more.
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
