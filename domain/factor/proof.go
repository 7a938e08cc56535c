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

// prove looks at a factor that somebody shows, and does something in the same
// unit when it is right. A wrong one is on record, and that is committed.
func (s *Service) prove(ctx context.Context, by actor.Actor, p Proof, then func(context.Context, db.Tx) error) error {
	if err := p.check(); err != nil {
		return err
	}
	accountID := identity.AccountID(by.AccountID)
	var refused error
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		refused = nil // the unit may be tried again
		account, err := identity.LockTx(ctx, tx, accountID)
		if err != nil {
			return err
		}
		if !account.HasFactor {
			return ErrNone
		}
		g, err := lockGuard(ctx, tx, accountID)
		if err != nil {
			return fmt.Errorf("lock guard: %w", err)
		}
		if refused = g.refuses(p.Method, tx.Now()); refused != nil {
			return nil //nolint:nilerr // the refusal is the answer, and the unit has nothing to undo
		}
		if refused, err = s.acceptTx(ctx, tx, account, by.SessionID, p); err != nil {
			return err
		}
		if refused != nil {
			return failTx(ctx, tx, g, p.Method)
		}
		g.Failures = 0
		if err := updateGuard(ctx, tx, g); err != nil {
			return fmt.Errorf("clear guard: %w", err)
		}
		return then(ctx, tx)
	})
	if err != nil {
		return err
	}
	return refused
}

// failTx puts a wrong factor on record. Codes can be guessed, so they are
// counted; what a passkey signs cannot.
func failTx(ctx context.Context, tx db.Tx, g *guard, m Method) error {
	if m == MethodPasskey {
		return event.Emit(ctx, tx, Refused{AccountID: g.AccountID, Method: m, Failures: g.Failures})
	}
	g.Failures, g.FailedAt = g.Failures+1, tx.Now()
	if err := updateGuard(ctx, tx, g); err != nil {
		return fmt.Errorf("count wrong code: %w", err)
	}
	if err := event.Emit(ctx, tx, Refused{AccountID: g.AccountID, Method: m, Failures: g.Failures}); err != nil {
		return err
	}
	if g.Failures == freezeAfter {
		return event.Emit(ctx, tx, Frozen{AccountID: g.AccountID})
	}
	return nil
}

// acceptTx uses a factor up, and says what is wrong with it; nil when it is
// right.
func (s *Service) acceptTx(ctx context.Context, tx db.Tx, account *identity.Account, sessionID string, p Proof) (refused, err error) {
	switch p.Method {
	case MethodPasskey:
		refused, err = s.assertTx(ctx, tx, account, sessionID, shown{toProve, *p.Passkey})
		return under(refused, "passkey"), err
	case MethodRecoveryCode:
		return acceptRecoveryTx(ctx, tx, account.ID, p.Code)
	case MethodTOTP:
	}
	app, err := selectTOTP(ctx, tx, account.ID, Active)
	if errors.Is(err, db.ErrNotFound) {
		return ErrCodeInvalid.At("code"), nil
	}
	if err != nil {
		return nil, fmt.Errorf("load authenticator app: %w", err)
	}
	secret, err := app.open(s.keys)
	if err != nil {
		return nil, fmt.Errorf("open secret of %s: %w", app.ID, err)
	}
	step, ok, err := match(secret, p.Code, tx.Now())
	if err != nil {
		return nil, err
	}
	if ok {
		ok, err = useStep(ctx, tx, app.ID, step)
	}
	if err != nil || ok {
		return nil, err
	}
	return ErrCodeInvalid.At("code"), nil
}

func acceptRecoveryTx(ctx context.Context, tx db.Tx, accountID identity.AccountID, c Code) (refused, err error) {
	hash, _ := c.recovery()
	ok, err := useRecoveryCode(ctx, tx, accountID, hash)
	if err != nil {
		return nil, err
	}
	if !ok {
		return ErrCodeInvalid.At("code"), nil
	}
	left, err := countRecoveryCodes(ctx, tx, accountID)
	if err != nil {
		return nil, fmt.Errorf("count recovery codes: %w", err)
	}
	return nil, event.Emit(ctx, tx, RecoveryCodeUsed{AccountID: accountID, Left: left})
}
