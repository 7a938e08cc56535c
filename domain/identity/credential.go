package identity

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
)

// ResetInput sets a new password by a mailed link.
type ResetInput struct {
	Token    LinkToken
	Password Password
}

// ChangePasswordInput sets a new password by the present one.
type ChangePasswordInput struct {
	CurrentPassword Password
	Password        Password
}

// ChangeEmailInput asks for another address.
type ChangeEmailInput struct {
	Email    string
	Password Password
}

// AskReset mails a link that sets a new password, when somebody has the
// address. The answer is the same for every address, and takes as long. It
// returns ErrAskThrottled and the faults of the address.
func (s *Service) AskReset(ctx context.Context, email string) error {
	return s.askByEmail(ctx, LinkReset, email)
}

// ResetPassword sets a new password by a mailed link. Every session of the
// account ends, no session is opened, and the address is told. It returns
// ErrLinkInvalid and the faults of the password.
func (s *Service) ResetPassword(ctx context.Context, in ResetInput) error {
	l, err := findLink(ctx, s.db.Read(ctx), in.Token, s.db.Clock().Now(), LinkReset)
	if err != nil {
		return err
	}
	a, err := s.Account(ctx, *l.AccountID)
	if err != nil {
		return err
	}
	hash, err := s.newHash(ctx, in.Password, a)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		a, err := LockTx(ctx, tx, a.ID)
		if err != nil {
			return err
		}
		if a.EmailFolded == nil || *a.EmailFolded != l.EmailFolded { // it has moved to another address since
			return ErrLinkInvalid.At("token")
		}
		if err := useTx(ctx, tx, l); err != nil {
			return err
		}
		if a.EmailVerifiedAt == nil { // whoever has the link reads the mailbox
			now := tx.Now()
			a.EmailVerifiedAt = &now
		}
		return passwordTx(ctx, tx, a, hash, "")
	})
}

// ChangePassword sets a new password for whoever knows the present one. Every
// other session of the account ends, and the address is told. It returns
// ErrPasswordWrong, ErrSignInThrottled and the faults of the new password.
func (s *Service) ChangePassword(ctx context.Context, by actor.Actor, in ChangePasswordInput) error {
	a, err := s.prove(ctx, by, in.CurrentPassword, "currentPassword")
	if err != nil {
		return err
	}
	hash, err := s.newHash(ctx, in.Password, a)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		locked, err := lockProvedTx(ctx, tx, a, "currentPassword")
		if err != nil {
			return err
		}
		return passwordTx(ctx, tx, locked, hash, SessionID(by.SessionID))
	})
}

// newHash checks a new password of an account and hashes it. It may be shorter
// where a second factor is asked for too.
func (s *Service) newHash(ctx context.Context, p Password, a *Account) (Hash, error) {
	words, err := s.words(ctx, a.ID)
	if err != nil {
		return "", fmt.Errorf("load names of an account: %w", err)
	}
	var faults fault.List
	p.check(&faults, owner{email: *a.Email, name: a.Name, words: words, hasFactor: a.HasFactor})
	if err := faults.Err(); err != nil {
		return "", err
	}
	return s.hasher.hash(ctx, p)
}

// passwordTx saves a new password and ends what the old one has opened. What was
// guessed before counts no more: it was another password.
func passwordTx(ctx context.Context, tx db.Tx, a *Account, hash Hash, keep SessionID) error {
	a.Password, a.UpdatedAt = hash, tx.Now()
	if err := updateAccount(ctx, tx, a); err != nil {
		return fmt.Errorf("save password: %w", err)
	}
	if _, err := revokeSessionsOf(ctx, tx, a.ID, keep); err != nil {
		return err
	}
	if err := deleteDevicesOf(ctx, tx, a.ID, keep); err != nil {
		return fmt.Errorf("forget devices: %w", err)
	}
	if _, err := EndTrustTx(ctx, tx, a.ID); err != nil {
		return err
	}
	if err := deleteThrottle(ctx, tx, subject("account", *a.EmailFolded)); err != nil {
		return err
	}
	if err := endLinksOf(ctx, tx, a.ID, LinkReset, LinkChangeOld, LinkChangeNew); err != nil {
		return err
	}
	return event.Emit(ctx, tx, PasswordChanged{AccountID: a.ID})
}

// prove returns the actor's account when the password is its. Failures count
// as those of signing in do.
func (s *Service) prove(ctx context.Context, by actor.Actor, p Password, path string) (*Account, error) {
	a, err := s.Account(ctx, AccountID(by.AccountID))
	if err != nil {
		return nil, err
	}
	if a.IsGuest {
		return nil, ErrNotRegistered
	}
	if len(p) > 4*passwordMax {
		return nil, ErrPasswordWrong.At(path)
	}
	counted := ownLimits(a.ID)
	if err := s.attempt(ctx, counted, ErrSignInThrottled.After); err != nil {
		return nil, err
	}
	ok, _, err := s.hasher.matches(ctx, p, a.Password)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, ErrPasswordWrong.At(path)
	}
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		return succeededTx(ctx, tx, counted, *a.EmailFolded)
	})
	return a, err
}

// lockProvedTx locks an account whose password was proved. It returns
// ErrPasswordWrong at path when it was changed meanwhile: what was proved is not
// true any more.
func lockProvedTx(ctx context.Context, tx db.Tx, proved *Account, path string) (*Account, error) {
	a, err := LockTx(ctx, tx, proved.ID)
	if err == nil && a.Password != proved.Password {
		err = ErrPasswordWrong.At(path)
	}
	if err != nil {
		return nil, err
	}
	return a, nil
}

// ChangeEmail asks for another address. A link goes to the present address and
// one to the new address; the account changes when both were submitted. A new
// address that has an account is answered alike: its owner gets a notice. It
// returns ErrPasswordWrong, ErrSignInThrottled, ErrAskThrottled and the faults
// of the address.
func (s *Service) ChangeEmail(ctx context.Context, by actor.Actor, in ChangeEmailInput) error {
	var faults fault.List
	in.Email = CheckEmail(&faults, in.Email, "email")
	if err := faults.Err(); err != nil {
		return err
	}
	a, err := s.prove(ctx, by, in.Password, "password")
	if err != nil {
		return err
	}
	if err := s.askAllowed(ctx, in.Email); err != nil {
		return err
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		a, err := lockProvedTx(ctx, tx, a, "password")
		if err != nil {
			return err
		}
		if err := endLinksOf(ctx, tx, a.ID, LinkChangeOld, LinkChangeNew); err != nil {
			return err
		}
		pair := NewLinkID()
		if err := askTx(ctx, tx, &link{Purpose: LinkChangeOld, AccountID: &a.ID, Email: *a.Email, PairID: &pair}); err != nil {
			return err
		}
		return askTx(ctx, tx, &link{Purpose: LinkChangeNew, AccountID: &a.ID, Email: in.Email, PairID: &pair})
	})
}

// ConfirmEmailChange submits one of the two links of a change of address and
// reports whether the address has changed by it. It returns ErrLinkInvalid.
func (s *Service) ConfirmEmailChange(ctx context.Context, token LinkToken) (changed bool, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		l, err := findLink(ctx, tx, token, tx.Now(), LinkChangeOld, LinkChangeNew)
		if err != nil {
			return err
		}
		a, err := LockTx(ctx, tx, *l.AccountID) // both links at once see each other
		if err != nil {
			return err
		}
		if err := useTx(ctx, tx, l); err != nil {
			return err
		}
		other, err := selectPair(ctx, tx, l)
		if err != nil {
			return fmt.Errorf("load link: %w", err)
		}
		if other.ConfirmedAt == nil {
			return nil
		}
		changed = true
		return moveTx(ctx, tx, a, l, other)
	})
	return changed && err == nil, err
}

// moveTx gives an account its new address.
func moveTx(ctx context.Context, tx db.Tx, a *Account, l, other *link) error {
	before, after := l, other
	if l.Purpose == LinkChangeNew {
		before, after = other, l
	}
	now := tx.Now()
	a.Email, a.EmailFolded, a.EmailVerifiedAt, a.UpdatedAt = &after.Email, &after.EmailFolded, &now, now
	err := updateAccount(ctx, tx, a)
	if db.Violates(err, "accounts_email_folded_key") {
		return ErrLinkInvalid.At("token")
	}
	if err != nil {
		return fmt.Errorf("save address: %w", err)
	}
	if err := endLinksOf(ctx, tx, a.ID, LinkReset, LinkVerify); err != nil {
		return err
	}
	return event.Emit(ctx, tx, EmailChanged{AccountID: a.ID, FormerLinkID: before.ID})
}

// FormerAddress returns the address that an account has left, by the link that
// let it go; empty when that is not kept any more.
func (s *Service) FormerAddress(ctx context.Context, linkID LinkID) (string, error) {
	l, err := selectLinkByID(ctx, s.db.Read(ctx), linkID)
	if errors.Is(err, db.ErrNotFound) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("load link: %w", err)
	}
	return l.Email, nil
}
