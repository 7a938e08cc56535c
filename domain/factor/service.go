package factor

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seal"
)

// Options tune the service.
type Options struct {
	Policy Policy
	// Issuer is the name that authenticator apps show; empty means Étal.
	Issuer string
}

// Service holds the use cases of this context.
type Service struct {
	db     *db.DB
	people *identity.Service
	keys   *seal.Keeper
	opts   Options
}

// New returns the service. keys seal the secrets.
func New(d *db.DB, people *identity.Service, keys *seal.Keeper, opts Options) *Service {
	if opts.Issuer == "" {
		opts.Issuer = "Étal"
	}
	return &Service{db: d, people: people, keys: keys, opts: opts}
}

// Policy says who must have a second factor.
func (s *Service) Policy() Policy { return s.opts.Policy }

// owner refuses whoever may not change factors: nobody, guests, and sessions
// that wait for their factor.
func owner(by actor.Actor) error {
	switch {
	case by.AccountID == "" || by.SessionID == "" || by.Role == actor.Guest:
		return identity.ErrSessionInvalid
	case by.Role == actor.Pending:
		return ErrPending
	}
	return nil
}

// Overview tells somebody what they have; guests have nothing. It is nil, without
// an error, for nobody.
func (s *Service) Overview(ctx context.Context, by actor.Actor) (*Overview, error) {
	switch {
	case by.AccountID == "":
		return nil, nil //nolint:nilnil // nobody has no factors, and that is no fault
	case by.Role == actor.Pending:
		return nil, ErrPending
	}
	accountID, o := identity.AccountID(by.AccountID), &Overview{}
	found, err := selectTOTP(ctx, s.db.Read(ctx), accountID, Active)
	if err != nil && !errors.Is(err, db.ErrNotFound) {
		return nil, fmt.Errorf("load authenticator app: %w", err)
	}
	if err == nil {
		o.TOTP = found
	}
	o.RecoveryCodesLeft, err = countRecoveryCodes(ctx, s.db.Read(ctx), accountID)
	if err != nil {
		return nil, fmt.Errorf("count recovery codes: %w", err)
	}
	return o, nil
}

// Verify lets a session that waits for its second factor do what its account
// may, under a new token. Besides the faults of showing a factor
// (ErrCodeInvalid, ErrThrottled, ErrFrozen) it returns ErrNotPending.
func (s *Service) Verify(ctx context.Context, by actor.Actor, p Proof) (*identity.Opened, error) {
	if by.AccountID == "" {
		return nil, identity.ErrSessionInvalid
	}
	if by.Role != actor.Pending {
		return nil, ErrNotPending
	}
	return s.renew(ctx, by, p)
}

// StepUp makes a session fresh, under a new token. It returns the faults of
// showing a factor, and ErrNone to somebody who has none.
func (s *Service) StepUp(ctx context.Context, by actor.Actor, p Proof) (*identity.Opened, error) {
	if err := owner(by); err != nil {
		return nil, err
	}
	return s.renew(ctx, by, p)
}

func (s *Service) renew(ctx context.Context, by actor.Actor, p Proof) (*identity.Opened, error) {
	var opened *identity.Opened
	err := s.prove(ctx, by, p, func(ctx context.Context, tx db.Tx) (err error) {
		opened, err = identity.RenewTx(ctx, tx, identity.SessionID(by.SessionID), true)
		return err
	})
	if err != nil {
		return nil, err
	}
	return opened, nil
}

// prove looks at a factor that somebody shows, and does something in the same
// unit when it is right. A wrong one is counted, and that is committed.
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
		ok, err := s.acceptTx(ctx, tx, accountID, p)
		if err != nil {
			return err
		}
		if !ok {
			refused = ErrCodeInvalid.At("code")
			return failTx(ctx, tx, g)
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

func failTx(ctx context.Context, tx db.Tx, g *guard) error {
	g.Failures, g.FailedAt = g.Failures+1, tx.Now()
	if err := updateGuard(ctx, tx, g); err != nil {
		return fmt.Errorf("count wrong code: %w", err)
	}
	if g.Failures == freezeAfter {
		return event.Emit(ctx, tx, Frozen{AccountID: g.AccountID})
	}
	return nil
}

// acceptTx uses a factor up, and reports whether it was right.
func (s *Service) acceptTx(ctx context.Context, tx db.Tx, accountID identity.AccountID, p Proof) (bool, error) {
	if p.Method == MethodRecoveryCode {
		hash, _ := p.Code.recovery()
		ok, err := useRecoveryCode(ctx, tx, accountID, hash)
		if err != nil || !ok {
			return false, err
		}
		left, err := countRecoveryCodes(ctx, tx, accountID)
		if err != nil {
			return false, fmt.Errorf("count recovery codes: %w", err)
		}
		return true, event.Emit(ctx, tx, RecoveryCodeUsed{AccountID: accountID, Left: left})
	}
	app, err := selectTOTP(ctx, tx, accountID, Active)
	if err != nil {
		return false, fmt.Errorf("load authenticator app: %w", err)
	}
	secret, err := app.open(s.keys)
	if err != nil {
		return false, fmt.Errorf("open secret of %s: %w", app.ID, err)
	}
	step, ok, err := match(secret, p.Code, tx.Now())
	if err != nil || !ok {
		return false, err
	}
	return useStep(ctx, tx, app.ID, step)
}

// Sweep removes the secrets of apps that were never confirmed. It returns how
// many went.
func (s *Service) Sweep(ctx context.Context) (gone int64, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		gone, err = deleteExpired(ctx, tx, tx.Now().Add(-EnrolmentMax))
		return err
	})
	return gone, err
}
