package identity

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/terms"
)

// SignUp asks for an account. Nothing exists until the owner of the address
// has submitted the link that is mailed to it; a guest goes on as a guest until
// then. For an address that has an account the answer is the same, takes as
// long, and its owner gets a notice instead of a link. It returns
// ErrAlreadyRegistered to somebody who is signed in, ErrAskThrottled, the faults of
// terms.PledgeTx and those of the input.
func (s *Service) SignUp(ctx context.Context, by actor.Actor, in RegisterInput) error {
	in, err := in.clean()
	if err != nil {
		return err
	}
	if by.AccountID != "" && by.Role != actor.Guest {
		return ErrAlreadyRegistered
	}
	if err := s.askAllowed(ctx, in.Email); err != nil {
		return err
	}
	hash, err := s.hasher.hash(ctx, in.Password)
	if err != nil {
		return err
	}
	l := &link{Purpose: LinkRegister, Email: in.Email, Name: in.Name, Password: hash}
	if by.Role == actor.Guest {
		guest := AccountID(by.AccountID)
		l.AccountID = &guest
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if l.Pledge, err = terms.PledgeTx(ctx, tx, in.AcceptTermsVersionIDs, "acceptTermsVersionIds"); err != nil {
			return err
		}
		return askTx(ctx, tx, l)
	})
}

// SendVerification mails the link of an address again, when something waits to
// be confirmed. The answer is the same for every address. It returns
// ErrAskThrottled and the faults of the address.
func (s *Service) SendVerification(ctx context.Context, email string) error {
	return s.askByEmail(ctx, LinkVerify, email)
}

func (s *Service) askByEmail(ctx context.Context, purpose LinkPurpose, email string) error {
	var faults fault.List
	email = CheckEmail(&faults, email, "email")
	if err := faults.Err(); err != nil {
		return err
	}
	if err := s.askAllowed(ctx, email); err != nil {
		return err
	}
	l := &link{Purpose: purpose, Email: email}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return askTx(ctx, tx, l) })
}

// VerifyEmail confirms an address by the token of a mailed link. A registration
// becomes an account by it; every session of the guest who asked ends. The
// guest who submits it in the same session gets a new one; anybody else gets
// none and signs in. It returns ErrLinkInvalid.
func (s *Service) VerifyEmail(ctx context.Context, by actor.Actor, token LinkToken) (*Opened, error) {
	var opened *Opened
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		l, err := findLink(ctx, tx, token, tx.Now(), LinkRegister, LinkVerify)
		if err != nil {
			return err
		}
		if l.Purpose == LinkVerify {
			return verifiedTx(ctx, tx, l)
		}
		if err := useTx(ctx, tx, l); err != nil {
			return err
		}
		opened, err = enrolTx(ctx, tx, by, l)
		return err
	})
	if err != nil {
		return nil, err
	}
	return opened, nil
}

// verifiedTx notes that an account's address is its owner's, unless the account
// has another one by now.
func verifiedTx(ctx context.Context, tx db.Tx, l *link) error {
	a, err := LockTx(ctx, tx, *l.AccountID)
	if err != nil {
		return err
	}
	if a.EmailFolded == nil || *a.EmailFolded != l.EmailFolded {
		return ErrLinkInvalid.At("token")
	}
	if err := useTx(ctx, tx, l); err != nil {
		return err
	}
	now := tx.Now()
	a.EmailVerifiedAt, a.UpdatedAt = &now, now
	if err := updateAccount(ctx, tx, a); err != nil {
		return fmt.Errorf("save account: %w", err)
	}
	return nil
}

// enrolTx makes the account of a registration.
func enrolTx(ctx context.Context, tx db.Tx, by actor.Actor, l *link) (*Opened, error) {
	owner := actor.Actor{Role: actor.System}
	if l.AccountID != nil {
		guest, err := LockTx(ctx, tx, *l.AccountID)
		if err != nil {
			return nil, err
		}
		if guest.IsGuest {
			owner = actor.Actor{AccountID: string(guest.ID), Role: actor.Guest}
		}
	}
	a, err := registerTx(ctx, tx, owner, RegisterInput{Email: l.Email, Name: l.Name}, l.Password)
	if ErrEmailTaken.Is(err) { // somebody else has confirmed the address since
		return nil, ErrLinkInvalid.At("token")
	}
	if err != nil {
		return nil, err
	}
	if err := terms.RedeemTx(ctx, tx, string(a.ID), l.Pledge); err != nil {
		return nil, err
	}
	if _, err := revokeSessionsOf(ctx, tx, a.ID, ""); err != nil {
		return nil, err
	}
	if err := event.Emit(ctx, tx, Registered{AccountID: a.ID}); err != nil {
		return nil, err
	}
	if by.Role != actor.Guest || by.AccountID != string(a.ID) {
		return nil, nil
	}
	return openTx(ctx, tx, a, false)
}
