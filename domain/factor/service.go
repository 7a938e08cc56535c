package factor

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seal"
)

// Options tune the service.
type Options struct {
	Policy Policy
	// Issuer is the name that authenticator apps show; empty means Étal.
	Issuer string
	// BaseURL is where browsers reach Étal: passkeys are made for its host and
	// shown on its origin, and nowhere else. Without a host name there are none.
	BaseURL string
}

// Service holds the use cases of this context.
type Service struct {
	db     *db.DB
	people *identity.Service
	keys   *seal.Keeper
	rp     *relyingParty // nil where there can be no passkeys
	opts   Options
	resets *approval.Desk[resetWish] // set by RegisterReset
}

// New returns the service. keys seal the secrets.
func New(d *db.DB, people *identity.Service, keys *seal.Keeper, opts Options) *Service {
	if opts.Issuer == "" {
		opts.Issuer = "Étal"
	}
	return &Service{db: d, people: people, keys: keys, rp: newRelyingParty(opts.BaseURL, opts.Issuer), opts: opts}
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
		return nil, nil // nobody has no factors, and that is no fault
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
	if o.Passkeys, err = selectPasskeys(ctx, s.db.Read(ctx), accountID); err != nil {
		return nil, fmt.Errorf("load passkeys: %w", err)
	}
	o.RecoveryCodesLeft, err = countRecoveryCodes(ctx, s.db.Read(ctx), accountID)
	if err != nil {
		return nil, fmt.Errorf("count recovery codes: %w", err)
	}
	return o, nil
}

// Verify lets a session that waits for its second factor do what its account
// may, under a new token. A device that is to be trusted is, unless the account is
// an operator's or acts for a seller: then Opened.Trust stays empty. Besides the
// faults of showing a factor (ErrCodeInvalid, ErrThrottled, ErrFrozen) it returns
// ErrNotPending.
func (s *Service) Verify(ctx context.Context, by actor.Actor, in VerifyInput) (*identity.Opened, error) {
	if by.AccountID == "" {
		return nil, identity.ErrSessionInvalid
	}
	if by.Role != actor.Pending {
		return nil, ErrNotPending
	}
	if !in.TrustDevice {
		return s.renew(ctx, by, in.Proof)
	}
	offered, err := s.people.OffersTrust(ctx, identity.AccountID(by.AccountID))
	if err != nil {
		return nil, err
	}
	var opened *identity.Opened
	err = s.prove(ctx, by, in.Proof, func(ctx context.Context, tx db.Tx) (err error) {
		opened, err = identity.RenewTx(ctx, tx, identity.SessionID(by.SessionID), true)
		if err != nil || !offered || opened.Account.OperatorRole != nil {
			return err
		}
		return identity.TrustTx(ctx, tx, opened)
	})
	if err != nil {
		return nil, err
	}
	return opened, nil
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

// mayAdd lets somebody add a factor: the first one by the password, another by
// one that was shown within the last minutes. It returns the faults of
// identity.ConfirmPassword, and ErrStepUp.
func (s *Service) mayAdd(ctx context.Context, by actor.Actor, p identity.Password) error {
	if err := owner(by); err != nil {
		return err
	}
	if !by.HasFactor && p == "" { // nothing was tried, so nothing is counted
		return identity.ErrPasswordWrong.At("password")
	}
	if !by.HasFactor {
		return s.people.ConfirmPassword(ctx, by, p)
	}
	if NeedsStepUp(by, s.db.Clock().Now()) {
		return ErrStepUp
	}
	return nil
}

// remove takes factors away by fn, for somebody who shows the password and a
// factor, and ends all other sessions.
func (s *Service) remove(
	ctx context.Context, by actor.Actor, p identity.Password, proof Proof, fn func(context.Context, db.Tx) error,
) (*identity.Opened, error) {
	if err := owner(by); err != nil {
		return nil, err
	}
	if err := s.people.ConfirmPassword(ctx, by, p); err != nil {
		return nil, err
	}
	accountID, sessionID := identity.AccountID(by.AccountID), identity.SessionID(by.SessionID)
	var opened *identity.Opened
	err := s.prove(ctx, by, proof, func(ctx context.Context, tx db.Tx) error {
		if err := fn(ctx, tx); err != nil {
			return err
		}
		has, err := leftTx(ctx, tx, accountID)
		if err != nil {
			return err
		}
		if !has && !p.Alone() { // it was short because it was not the only factor
			return identity.ErrPasswordShort.At("password").Saying("Without a second factor a password has at least 15 characters. Set a longer one first.")
		}
		if err := identity.SetFactorTx(ctx, tx, accountID, has, sessionID); err != nil {
			return err
		}
		opened, err = identity.RenewTx(ctx, tx, sessionID, has)
		return err
	})
	if err != nil {
		return nil, err
	}
	return opened, nil
}

// leftTx reports whether an account has a factor left. Without one its recovery
// codes go, and what it was setting up.
func leftTx(ctx context.Context, tx db.Tx, accountID identity.AccountID) (bool, error) {
	keys, err := selectPasskeys(ctx, tx, accountID)
	if err != nil {
		return false, fmt.Errorf("load passkeys: %w", err)
	}
	_, err = selectTOTP(ctx, tx, accountID, Active)
	if err == nil || len(keys) > 0 {
		return true, nil
	}
	if !errors.Is(err, db.ErrNotFound) {
		return false, fmt.Errorf("load authenticator app: %w", err)
	}
	if err := errors.Join(deleteTOTP(ctx, tx, accountID, Pending), deleteRecoveryCodes(ctx, tx, accountID)); err != nil {
		return false, fmt.Errorf("delete factors: %w", err)
	}
	return false, nil
}

// Sweep removes the secrets of apps that were never confirmed and challenges that
// were never answered, and takes away factors whose reset is due. It returns how
// many rows went.
func (s *Service) Sweep(ctx context.Context) (gone int64, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		apps, err := deleteExpired(ctx, tx, tx.Now().Add(-EnrolmentMax))
		if err != nil {
			return err
		}
		challenges, err := deleteCeremonies(ctx, tx, tx.Now().Add(-CeremonyMax))
		gone = apps + challenges
		return err
	})
	if err != nil {
		return gone, err
	}
	_, err = s.resetDue(ctx)
	return gone, err
}
