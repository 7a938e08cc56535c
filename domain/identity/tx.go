package identity

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/search"
)

// LockTx returns an account and holds its row until the unit ends: other units
// that lock it wait. It returns ErrAccountNotFound.
func LockTx(ctx context.Context, tx db.Tx, accountID AccountID) (*Account, error) {
	a, err := lockAccount(ctx, tx, accountID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrAccountNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("lock account: %w", err)
	}
	return a, nil
}

// AccountByEmailTx returns the account with an address, or ErrAccountNotFound.
func AccountByEmailTx(ctx context.Context, tx db.Tx, email string) (*Account, error) {
	a, err := selectAccountByEmail(ctx, tx, fold(email))
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrAccountNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	return a, nil
}

// SetOperatorRoleTx gives an account an operator role, another one, or, by nil,
// takes it away. The rest of the account stays; whoever becomes an operator may
// act as one at once. It returns ErrAccountNotFound and
// ErrNotRegistered for a guest.
func SetOperatorRoleTx(ctx context.Context, tx db.Tx, accountID AccountID, role *OperatorRole) error {
	a, err := LockTx(ctx, tx, accountID)
	if err != nil {
		return err
	}
	if a.IsGuest {
		return ErrNotRegistered
	}
	news := OperatorRoleChanged{AccountID: a.ID}
	if a.OperatorRole != nil {
		news.Before = *a.OperatorRole
	}
	if role != nil {
		news.After = *role
	}
	if a.OperatorRole == nil && role != nil { // time away before they were one does not count
		now := tx.Now()
		a.OperatorDisabledAt, a.OperatorEnabledAt = nil, &now
	}
	a.OperatorRole, a.UpdatedAt = role, tx.Now()
	if err := updateAccount(ctx, tx, a); err != nil {
		return fmt.Errorf("save operator role: %w", err)
	}
	if role != nil {
		if err := search.PutTx(ctx, tx, a.entry()); err != nil {
			return err
		}
	}
	if _, err := EndTrustTx(ctx, tx, a.ID); err != nil { // operators have no trusted devices
		return err
	}
	return event.Emit(ctx, tx, news)
}

// openTx makes a session. shown says that a second factor was shown for it; else
// it waits for that of an account that has one.
func openTx(ctx context.Context, tx db.Tx, a *Account, shown bool) (*Opened, error) {
	token := newToken()
	hash, _ := token.hash()
	client := ClientFrom(ctx)
	session := &Session{
		ID: NewSessionID(), AccountID: a.ID, TokenHash: hash, CreatedAt: tx.Now(), LastSeenAt: tx.Now(),
		Agent: agentOf(client.Agent), Place: placeOf(client.Address),
		FactorPending: a.HasFactor && !shown,
	}
	if shown {
		now := tx.Now()
		session.FactorAt = &now
	}
	if err := insertSession(ctx, tx, session); err != nil {
		return nil, fmt.Errorf("insert session: %w", err)
	}
	if !a.IsGuest && !session.FactorPending {
		if err := signedInTx(ctx, tx, a); err != nil {
			return nil, err
		}
	}
	return &Opened{Session: session, Account: a, Token: token}, nil
}

// switchTx ends the session that the actor came with and makes a new one: a
// token that was known before somebody signed in must not be theirs after.
func switchTx(ctx context.Context, tx db.Tx, by actor.Actor, a *Account, shown bool) (*Opened, error) {
	if by.SessionID != "" {
		if err := revokeSession(ctx, tx, SessionID(by.SessionID)); err != nil {
			return nil, err
		}
	}
	return openTx(ctx, tx, a, shown)
}
