package identity

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/page"
)

const reasonMax = 1000

// AboutInput is what an operator does about somebody's account, with the reason.
type AboutInput struct {
	AccountID AccountID
	Reason    string
}

func (in AboutInput) clean() (AboutInput, error) {
	var faults fault.List
	in.Reason = faults.RequiredLines(in.Reason, reasonMax, "reason")
	return in, faults.Err()
}

// EndSessionsInput ends one session of somebody, or all of them.
type EndSessionsInput struct {
	AccountID AccountID
	SessionID *SessionID // nil: all
	Reason    string
}

// IsSuspended reports whether an operator has suspended the account.
func (a *Account) IsSuspended() bool { return a.SuspendedAt != nil }

// IsClosed reports whether nobody acts with the account at present: it is
// suspended, or it was erased or is being erased.
func (a *Account) IsClosed() bool { return a.IsSuspended() || a.ErasedAt != nil }

// ByEmail returns the account with an address, or ErrAccountNotFound.
func (s *Service) ByEmail(ctx context.Context, email string) (*Account, error) {
	a, err := selectAccountByEmail(ctx, s.db.Read(ctx), fold(email))
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrAccountNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	return a, nil
}

// Suspend keeps somebody out until they are reinstated: all sessions end, and
// none can be opened. It returns ErrAccountNotFound, ErrSuspended, ErrOperator
// and the faults of the input.
func (s *Service) Suspend(ctx context.Context, in AboutInput) (*Account, error) {
	return s.about(ctx, in, func(ctx context.Context, tx db.Tx, a *Account) error {
		switch {
		case a.OperatorRole != nil:
			return ErrOperator.At("accountId")
		case a.IsSuspended():
			return ErrSuspended.At("accountId")
		}
		now := tx.Now()
		a.SuspendedAt, a.SuspensionReason, a.UpdatedAt = &now, in.Reason, now
		if err := updateAccount(ctx, tx, a); err != nil {
			return fmt.Errorf("save suspension: %w", err)
		}
		if _, err := revokeSessionsOf(ctx, tx, a.ID, ""); err != nil {
			return err
		}
		if _, err := EndTrustTx(ctx, tx, a.ID); err != nil {
			return err
		}
		return event.Emit(ctx, tx, AccountSuspended{AccountID: a.ID, Reason: in.Reason})
	})
}

// Reinstate ends a suspension. It returns ErrAccountNotFound, ErrNotSuspended
// and the faults of the input.
func (s *Service) Reinstate(ctx context.Context, in AboutInput) (*Account, error) {
	return s.about(ctx, in, func(ctx context.Context, tx db.Tx, a *Account) error {
		if !a.IsSuspended() {
			return ErrNotSuspended.At("accountId")
		}
		a.SuspendedAt, a.SuspensionReason, a.UpdatedAt = nil, "", tx.Now()
		if err := updateAccount(ctx, tx, a); err != nil {
			return fmt.Errorf("save suspension: %w", err)
		}
		return event.Emit(ctx, tx, AccountReinstated{AccountID: a.ID, Reason: in.Reason})
	})
}

// StartReset mails somebody the link that sets a new password, on behalf of an
// operator, who sees neither the link nor the password. It goes however much mail
// strangers have sent there before. It returns ErrAccountNotFound,
// ErrNotRegistered for a guest, and the faults of the input.
func (s *Service) StartReset(ctx context.Context, in AboutInput) (*Account, error) {
	return s.about(ctx, in, func(ctx context.Context, tx db.Tx, a *Account) error {
		if a.IsGuest {
			return ErrNotRegistered
		}
		if err := askTx(ctx, tx, &link{Purpose: LinkReset, AccountID: &a.ID, Email: *a.Email}); err != nil {
			return err
		}
		return event.Emit(ctx, tx, ResetStarted{AccountID: a.ID, Reason: in.Reason})
	})
}

// about does something to a locked account in a unit.
func (s *Service) about(ctx context.Context, in AboutInput, fn func(context.Context, db.Tx, *Account) error) (*Account, error) {
	in, err := in.clean()
	if err != nil {
		return nil, err
	}
	var a *Account
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if a, err = LockTx(ctx, tx, in.AccountID); err != nil {
			return err
		}
		return fn(ctx, tx, a)
	})
	if err != nil {
		return nil, err
	}
	return a, nil
}

// SessionsOfAccount lists the live sessions of an account, for operators. It
// returns ErrAccountNotFound.
func (s *Service) SessionsOfAccount(ctx context.Context, accountID AccountID, w page.Window) (*page.Connection[Session], error) {
	if _, err := s.Account(ctx, accountID); err != nil {
		return nil, err
	}
	return s.SessionsOf(ctx, actor.Actor{AccountID: string(accountID)}, w)
}

// EndSessions ends one session of somebody, or all of them, and returns how
// many; the next request with one is refused. It returns ErrAccountNotFound,
// ErrSessionNotFound and the faults of the input.
func (s *Service) EndSessions(ctx context.Context, in EndSessionsInput) (int64, error) {
	about, err := AboutInput{in.AccountID, in.Reason}.clean()
	if err != nil {
		return 0, err
	}
	var ended int64
	_, err = s.about(ctx, about, func(ctx context.Context, tx db.Tx, a *Account) error {
		ended = 1
		if in.SessionID == nil {
			if ended, err = revokeSessionsOf(ctx, tx, a.ID, ""); err != nil {
				return err
			}
			if _, err := EndTrustTx(ctx, tx, a.ID); err != nil { // somebody else may have the device
				return err
			}
			return event.Emit(ctx, tx, SessionsEnded{AccountID: a.ID, Count: ended, Reason: about.Reason})
		}
		found, err := selectSessionByID(ctx, tx, *in.SessionID)
		if errors.Is(err, db.ErrNotFound) || err == nil && found.AccountID != a.ID {
			return ErrSessionNotFound
		}
		if err != nil {
			return fmt.Errorf("load session: %w", err)
		}
		if err := revokeSession(ctx, tx, found.ID); err != nil {
			return err
		}
		return event.Emit(ctx, tx, SessionsEnded{AccountID: a.ID, SessionID: found.ID, Count: 1, Reason: about.Reason})
	})
	return ended, err
}

// IssueReset makes a link that sets the password of an account, for whoever
// hands it over: the command line. It returns ErrAccountNotFound.
func (s *Service) IssueReset(ctx context.Context, accountID AccountID) (LinkToken, error) {
	var letter Letter
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		a, err := LockTx(ctx, tx, accountID)
		if err != nil {
			return err
		}
		l := &link{
			ID: NewLinkID(), Purpose: LinkReset, AccountID: &a.ID, Email: *a.Email, EmailFolded: *a.EmailFolded,
			CreatedAt: tx.Now(), ExpiresAt: tx.Now().Add(ResetLinkMax),
		}
		if err := insertLink(ctx, tx, l); err != nil {
			return fmt.Errorf("insert link: %w", err)
		}
		letter = Letter{Purpose: LinkReset}
		return issueTx(ctx, tx, l, &letter)
	})
	return letter.Token, err
}
