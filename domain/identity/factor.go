package identity

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
)

// PendingMax is how long a session waits for its second factor.
const PendingMax = 10 * time.Minute

// SessionState says what a session may be used for; its values are those of
// the GraphQL enum.
type SessionState string

// The states of sessions that are alive.
const (
	// SessionActive may be used for everything.
	SessionActive SessionState = "ACTIVE"
	// SessionPendingFactor waits for the second factor of the account.
	SessionPendingFactor SessionState = "PENDING_FACTOR"
)

// ConfirmPassword lets the owner of a session show the password again. It is
// bounded like signing in: it returns ErrPasswordWrong for a wrong password,
// ErrSignInThrottled after too many of them, and ErrNotRegistered to guests.
func (s *Service) ConfirmPassword(ctx context.Context, by actor.Actor, p Password) error {
	_, err := s.prove(ctx, by, p, "password")
	return err
}

// SetFactorTx notes whether an account has a second factor, and ends all its
// sessions but the one that is kept, and the trust in its devices.
func SetFactorTx(ctx context.Context, tx db.Tx, accountID AccountID, has bool, kept SessionID) error {
	if err := updateHasFactor(ctx, tx, accountID, has); err != nil {
		return fmt.Errorf("note second factor: %w", err)
	}
	if _, err := EndTrustTx(ctx, tx, accountID); err != nil {
		return err
	}
	_, err := revokeSessionsOf(ctx, tx, accountID, kept)
	return err
}

// RenewTx ends a session and makes another in its place, with a new token and
// as old as the one before. shown says that a second factor was just shown; the
// new session waits for none. It returns ErrSessionInvalid when the session has
// ended, so of several who renew one session at once one succeeds.
func RenewTx(ctx context.Context, tx db.Tx, sessionID SessionID, shown bool) (*Opened, error) {
	old, err := lockSession(ctx, tx, sessionID)
	if err != nil || !old.Live(tx.Now()) {
		return nil, ErrSessionInvalid
	}
	if err := revokeSession(ctx, tx, old.ID); err != nil {
		return nil, err
	}
	account, err := selectAccount(ctx, tx, old.AccountID)
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	token := newToken()
	hash, _ := token.hash()
	renewed := *old
	renewed.ID, renewed.TokenHash, renewed.LastSeenAt = NewSessionID(), hash, tx.Now()
	renewed.FactorPending, renewed.FactorAt = false, nil
	if shown {
		now := tx.Now()
		renewed.FactorAt = &now
	}
	if err := insertSession(ctx, tx, &renewed); err != nil {
		return nil, fmt.Errorf("insert session: %w", err)
	}
	if old.FactorPending {
		if err := signedInTx(ctx, tx, account); err != nil {
			return nil, err
		}
	}
	return &Opened{Session: &renewed, Account: account, Token: token}, nil
}

// AttemptNameless counts an attempt to sign in by which nobody says who they
// are, on where it comes from. It returns ErrSignInThrottled after too many.
func (s *Service) AttemptNameless(ctx context.Context) error {
	return s.attempt(ctx, namelessLimits(ClientFrom(ctx)), ErrSignInThrottled.After)
}

// EnterTx opens the session of somebody who has shown all that their account
// asks for, and takes back what AttemptNameless has counted. The session that
// they came with ends; a guest's belongings follow (GuestSignedIn). The caller
// holds the account's row.
func EnterTx(ctx context.Context, tx db.Tx, by actor.Actor, a *Account) (*Opened, error) {
	for _, l := range namelessLimits(ClientFrom(ctx)) {
		row, err := lockThrottle(ctx, tx, l.subject)
		if err != nil {
			return nil, err
		}
		row.Attempts = max(row.Attempts-1, 0)
		if err := updateThrottle(ctx, tx, row); err != nil {
			return nil, err
		}
	}
	return enterTx(ctx, tx, by, a, true)
}

// enterTx opens the session of somebody who signs in; shown says that a factor
// was shown besides. It returns ErrSuspended.
func enterTx(ctx context.Context, tx db.Tx, by actor.Actor, a *Account, shown bool) (*Opened, error) {
	if a.ErasedAt != nil {
		return nil, ErrCredentials
	}
	if a.IsSuspended() {
		return nil, ErrSuspended
	}
	if by.Role == actor.Guest {
		if err := event.Emit(ctx, tx, GuestSignedIn{GuestID: AccountID(by.AccountID), AccountID: a.ID}); err != nil {
			return nil, err
		}
	}
	return switchTx(ctx, tx, by, a, shown)
}
