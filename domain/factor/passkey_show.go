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

// BeginProof makes the challenge for showing a passkey as a factor, after the
// password or again. It returns ErrNone to somebody without a passkey.
func (s *Service) BeginProof(ctx context.Context, by actor.Actor) (*Request, error) {
	if by.AccountID == "" || by.SessionID == "" {
		return nil, identity.ErrSessionInvalid
	}
	if s.rp == nil {
		return nil, ErrPasskeysOff
	}
	keys, err := selectPasskeys(ctx, s.db.Read(ctx), identity.AccountID(by.AccountID))
	if err != nil {
		return nil, fmt.Errorf("load passkeys: %w", err)
	}
	if len(keys) == 0 {
		return nil, ErrNone
	}
	return s.begin(ctx, toProve, by.SessionID, keys)
}

// BeginSignIn makes the challenge for signing in with a passkey. Nobody says who
// they are, so the answer is the same for everybody. It returns
// identity.ErrSignInThrottled after too many from one address.
func (s *Service) BeginSignIn(ctx context.Context, by actor.Actor) (*Request, error) {
	if s.rp == nil {
		return nil, ErrPasskeysOff
	}
	if err := s.people.AttemptNameless(ctx); err != nil {
		return nil, err
	}
	return s.begin(ctx, toSignIn, by.SessionID, nil)
}

func (s *Service) begin(ctx context.Context, p purpose, sessionID string, keys []*Passkey) (*Request, error) {
	options, challenge, err := s.rp.request(keys)
	if err != nil {
		return nil, err
	}
	var begun *Request
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		token, until, err := beginTx(ctx, tx, p, sessionID, challenge)
		begun = &Request{Ceremony: token, ExpiresAt: until, Options: options}
		return err
	})
	if err != nil {
		return nil, err
	}
	return begun, nil
}

// SignIn opens a session for whoever shows a passkey. Its device has made sure
// of its owner, so it counts as both factors and the session is fresh. It
// returns ErrCeremonyOver, and ErrPasskeyRefused for a passkey that is unknown or
// not right, alike.
func (s *Service) SignIn(ctx context.Context, by actor.Actor, in SignInInput) (*identity.Opened, error) {
	if s.rp == nil {
		return nil, ErrPasskeysOff
	}
	var opened *identity.Opened
	var refused error
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		opened, refused, err = s.signInTx(ctx, tx, by, in.Passkey)
		return err
	})
	if err != nil || refused != nil {
		return nil, errors.Join(err, under(refused, "passkey"))
	}
	return opened, nil
}

func (s *Service) signInTx(ctx context.Context, tx db.Tx, by actor.Actor, in Assertion) (_ *identity.Opened, refused, err error) {
	credentialID, err := decode(in.CredentialID)
	if err != nil || in.UserHandle == "" {
		credentialID = nil // and still the challenge is used up
	}
	found, err := selectPasskeyByCredential(ctx, tx, credentialID)
	if errors.Is(err, db.ErrNotFound) {
		found, err = &Passkey{}, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("load passkey: %w", err)
	}
	if found.ID == "" {
		if _, err := takeTx(ctx, tx, in.Ceremony, toSignIn, by.SessionID); err != nil {
			return nil, over(err), unless(err)
		}
		return nil, ErrPasskeyRefused, nil
	}
	account, err := identity.LockTx(ctx, tx, found.AccountID)
	if err != nil {
		return nil, nil, err
	}
	if refused, err = s.assertTx(ctx, tx, account, by.SessionID, shown{toSignIn, in}); err != nil || refused != nil {
		return nil, refused, err
	}
	opened, err := identity.EnterTx(ctx, tx, by, account)
	return opened, nil, err
}

// over keeps of an error that a ceremony is over, and unless all else.
func over(err error) error {
	if errors.Is(err, ErrCeremonyOver) {
		return ErrCeremonyOver.At("ceremony")
	}
	return nil
}

func unless(err error) error {
	if errors.Is(err, ErrCeremonyOver) {
		return nil
	}
	return err
}

// shown is a passkey that is shown for some purpose.
type shown struct {
	purpose purpose
	Assertion
}

// assertTx takes the challenge, looks at the answer, and notes that the passkey
// was used. What is refused is committed, so that no challenge is tried twice.
func (s *Service) assertTx(
	ctx context.Context, tx db.Tx, account *identity.Account, sessionID string, in shown,
) (refused, err error) {
	begun, err := takeTx(ctx, tx, in.Ceremony, in.purpose, sessionID)
	if err != nil {
		return over(err), unless(err)
	}
	who, err := personTx(ctx, tx, account)
	if err != nil {
		return nil, err
	}
	count, backwards, err := s.rp.assert(who, begun.Challenge, in.Assertion)
	if err != nil {
		return ErrPasskeyRefused, nil // whatever is wrong with it is told as one fault
	}
	credentialID, err := decode(in.CredentialID)
	if err != nil {
		return ErrPasskeyRefused, nil // it was decoded before
	}
	used, err := selectPasskeyByCredential(ctx, tx, credentialID)
	if err != nil {
		return nil, fmt.Errorf("load passkey: %w", err)
	}
	if used.IsSynced && s.opts.Policy.Bound(account) {
		return ErrPasskeySynced, nil
	}
	return nil, useTx(ctx, tx, used, count, backwards)
}

// useTx notes that a passkey was used. A counter that goes backwards says that
// there may be a copy; it is told and not locked, since a restored device does
// the same.
func useTx(ctx context.Context, tx db.Tx, used *Passkey, count int64, backwards bool) error {
	now := tx.Now()
	stored, first := used.SignCount, used.FlaggedAt == nil
	used.LastUsedAt, used.SignCount = &now, max(stored, count)
	if backwards && first {
		used.FlaggedAt = &now
	}
	if err := updatePasskey(ctx, tx, used); err != nil {
		return fmt.Errorf("note use of passkey: %w", err)
	}
	if !backwards {
		return nil
	}
	return event.Emit(ctx, tx, PasskeyFlagged{
		AccountID: used.AccountID, PasskeyID: used.ID, Name: used.Name, Stored: stored, Shown: count, First: first,
	})
}
