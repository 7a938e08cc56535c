package identity

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/search"
)

// ErasedName is what stands in the place of the name of a person whose data was
// erased.
const ErasedName = "Erased person"

// Prove returns nil when the password is that of the actor. Failures count as
// those of signing in do. It returns ErrPasswordWrong at path,
// ErrSignInThrottled, and ErrNotRegistered to a guest.
func (s *Service) Prove(ctx context.Context, by actor.Actor, p Password, path string) error {
	_, err := s.prove(ctx, by, p, path)
	return err
}

// CloseTx ends all sessions of an account that is going to be erased, and lets
// nobody sign in to it any more. To close it again is no fault.
func CloseTx(ctx context.Context, tx db.Tx, accountID AccountID) error {
	a, err := LockTx(ctx, tx, accountID)
	if err != nil {
		return err
	}
	if a.ErasedAt == nil {
		now := tx.Now()
		a.ErasedAt, a.UpdatedAt = &now, now
		if err := updateAccount(ctx, tx, a); err != nil {
			return fmt.Errorf("close account: %w", err)
		}
	}
	_, err = revokeSessionsOf(ctx, tx, accountID, "")
	return err
}

// ForgetTx replaces what is personal in an account by a pseudonym. What remains
// is a guest without a session, to whom orders and entries go on pointing. It
// returns the address that the account had, folded; empty when it had none.
func ForgetTx(ctx context.Context, tx db.Tx, accountID AccountID) (folded string, err error) {
	a, err := LockTx(ctx, tx, accountID)
	if err != nil {
		return "", err
	}
	if a.EmailFolded != nil {
		folded = *a.EmailFolded
	}
	now := tx.Now()
	if a.ErasedAt == nil {
		a.ErasedAt = &now
	}
	a.Email, a.EmailFolded, a.EmailVerifiedAt, a.OperatorRole = nil, nil, nil, nil
	a.Name, a.Password, a.IsGuest, a.HasFactor, a.UpdatedAt = ErasedName, "", true, false, now
	a.SuspensionReason = ""
	if err := updateAccount(ctx, tx, a); err != nil {
		return "", fmt.Errorf("forget account: %w", err)
	}
	return folded, search.RemoveTx(ctx, tx, id.Any(a.ID))
}

// Fold gives the form of an address in which it is unique.
func Fold(email string) string { return fold(email) }
