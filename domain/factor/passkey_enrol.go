package factor

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/secret"
)

// BeginPasskey makes the challenge for a new passkey of whoever is signed in. It
// returns ErrPasskeysOff where there can be none, and the faults of mayAdd.
func (s *Service) BeginPasskey(ctx context.Context, by actor.Actor, in AddInput) (*Creation, error) {
	if err := s.mayAdd(ctx, by, in.Password); err != nil {
		return nil, err
	}
	if s.rp == nil {
		return nil, ErrPasskeysOff
	}
	accountID := identity.AccountID(by.AccountID)
	var begun *Creation
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		account, err := identity.LockTx(ctx, tx, accountID)
		if err != nil {
			return err
		}
		who, err := personTx(ctx, tx, account)
		if err != nil {
			return err
		}
		if len(who.keys) >= passkeysMax {
			return ErrPasskeyLimit
		}
		options, challenge, err := s.rp.creation(who)
		if err != nil {
			return err
		}
		token, until, err := beginTx(ctx, tx, toEnrol, by.SessionID, challenge)
		begun = &Creation{Ceremony: token, ExpiresAt: until, Options: options}
		return err
	})
	if err != nil {
		return nil, err
	}
	return begun, nil
}

// AddPasskey gives an account the passkey that its challenge was answered with.
// All other sessions end and the session gets a new token; with the first factor
// of the account come its recovery codes. It returns ErrCeremonyOver when the
// challenge was used, is of another session, or is five minutes old, and
// ErrPasskeyRefused when the answer is not right; a challenge is used up by
// either.
func (s *Service) AddPasskey(ctx context.Context, by actor.Actor, in AddPasskeyInput) (*Changed, error) {
	if err := owner(by); err != nil {
		return nil, err
	}
	name, err := checkName(in.Name)
	if err != nil {
		return nil, err
	}
	if s.rp == nil {
		return nil, ErrPasskeysOff
	}
	changed := &Changed{}
	var refused error
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		account, err := identity.LockTx(ctx, tx, identity.AccountID(by.AccountID))
		if err != nil {
			return err
		}
		var made *Passkey
		if made, refused, err = s.registerTx(ctx, tx, by, account, in); err != nil || refused != nil {
			return err
		}
		made.ID, made.AccountID, made.Name, made.CreatedAt = NewPasskeyID(), account.ID, name, tx.Now()
		err = insertPasskey(ctx, tx, made)
		if db.Violates(err, "passkeys_credential_id_key") {
			return ErrPasskeyRefused.At("credential")
		}
		if err != nil {
			return fmt.Errorf("insert passkey: %w", err)
		}
		changed.Passkey = made
		if err := s.addedTx(ctx, tx, account, identity.SessionID(by.SessionID), changed); err != nil {
			return err
		}
		return event.Emit(ctx, tx, PasskeyAdded{AccountID: account.ID, PasskeyID: made.ID, Name: name})
	})
	if err != nil || refused != nil {
		return nil, errors.Join(err, refused)
	}
	return changed, nil
}

// registerTx takes the challenge and looks at its answer.
func (s *Service) registerTx(
	ctx context.Context, tx db.Tx, by actor.Actor, account *identity.Account, in AddPasskeyInput,
) (made *Passkey, refused, err error) {
	begun, err := takeTx(ctx, tx, in.Ceremony, toEnrol, by.SessionID)
	if errors.Is(err, ErrCeremonyOver) {
		return nil, ErrCeremonyOver.At("ceremony"), nil
	}
	if err != nil {
		return nil, nil, err
	}
	who, err := personTx(ctx, tx, account)
	if err != nil {
		return nil, nil, err
	}
	made, err = s.rp.register(who, begun.Challenge, in.Credential)
	switch {
	case err != nil:
		return nil, ErrPasskeyRefused.At("credential"), nil // whatever is wrong with it is told as one fault
	case len(who.keys) >= passkeysMax:
		return nil, ErrPasskeyLimit, nil
	case made.IsSynced && s.opts.Policy.Bound(account):
		return nil, ErrPasskeySynced.At("credential"), nil
	}
	return made, nil, nil
}

// addedTx notes that an account has a factor more, and gives its session a new
// token: the factor was just shown.
func (s *Service) addedTx(ctx context.Context, tx db.Tx, account *identity.Account, kept identity.SessionID, changed *Changed) (err error) {
	if !account.HasFactor {
		if changed.RecoveryCodes, err = issueTx(ctx, tx, account.ID); err != nil {
			return err
		}
	}
	if err := identity.SetFactorTx(ctx, tx, account.ID, true, kept); err != nil {
		return err
	}
	changed.Session, err = identity.RenewTx(ctx, tx, kept, true)
	return err
}

// RemovePasskey takes a passkey away, for somebody who shows the password and a
// factor, which may be that passkey. All other sessions end. With the last
// factor go the recovery codes. It returns ErrPasskeyNotFound, also for somebody
// else's, identity.ErrPasswordWrong, and the faults of showing a factor.
func (s *Service) RemovePasskey(ctx context.Context, by actor.Actor, in RemovePasskeyInput) (*identity.Opened, error) {
	return s.remove(ctx, by, in.Password, in.Proof, func(ctx context.Context, tx db.Tx) error {
		accountID := identity.AccountID(by.AccountID)
		gone, err := selectPasskey(ctx, tx, accountID, in.PasskeyID)
		if errors.Is(err, db.ErrNotFound) {
			return ErrPasskeyNotFound.At("passkeyId")
		}
		if err != nil {
			return fmt.Errorf("load passkey: %w", err)
		}
		if err := deletePasskey(ctx, tx, gone.ID); err != nil {
			return fmt.Errorf("delete passkey: %w", err)
		}
		return event.Emit(ctx, tx, PasskeyRemoved{AccountID: accountID, PasskeyID: gone.ID, Name: gone.Name})
	})
}

// RenamePasskey gives a passkey another name and returns it. It returns
// ErrPasskeyNotFound, also for somebody else's, and the faults of the name.
func (s *Service) RenamePasskey(ctx context.Context, by actor.Actor, in RenamePasskeyInput) (*Passkey, error) {
	if err := owner(by); err != nil {
		return nil, err
	}
	name, err := checkName(in.Name)
	if err != nil {
		return nil, err
	}
	var renamed *Passkey
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		accountID := identity.AccountID(by.AccountID)
		if err := renamePasskey(ctx, tx, accountID, in.PasskeyID, name); err != nil {
			return fmt.Errorf("rename passkey: %w", err)
		}
		renamed, err = selectPasskey(ctx, tx, accountID, in.PasskeyID)
		return err
	})
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrPasskeyNotFound.At("passkeyId")
	}
	if err != nil {
		return nil, err
	}
	return renamed, nil
}

// personTx returns an account as authenticators know it. It gets its handle the
// first time.
func personTx(ctx context.Context, tx db.Tx, account *identity.Account) (person, error) {
	keys, err := selectPasskeys(ctx, tx, account.ID)
	if err != nil {
		return person{}, fmt.Errorf("load passkeys: %w", err)
	}
	h, err := selectHandle(ctx, tx, account.ID)
	if errors.Is(err, db.ErrNotFound) {
		h = &handle{AccountID: account.ID, Handle: random(handleBytes)}
		err = insertHandle(ctx, tx, h)
	}
	if err != nil {
		return person{}, fmt.Errorf("load handle: %w", err)
	}
	who := person{handle: h.Handle, name: *account.Email, display: account.Name, keys: keys}
	if who.display == "" {
		who.display = who.name
	}
	return who, nil
}

// beginTx keeps a challenge until it is answered.
func beginTx(ctx context.Context, tx db.Tx, p purpose, sessionID string, challenge []byte) (CeremonyToken, time.Time, error) {
	token, hash := newToken(ceremonyPrefix)
	err := insertCeremony(ctx, tx, &ceremony{TokenHash: hash, Purpose: p, SessionID: sessionID, Challenge: challenge, CreatedAt: tx.Now()})
	if err != nil {
		return "", time.Time{}, fmt.Errorf("insert ceremony: %w", err)
	}
	return CeremonyToken(token), tx.Now().Add(CeremonyMax), nil
}

// takeTx uses a challenge up, whatever comes of it. It returns ErrCeremonyOver
// when there is none such for this purpose and session; the caller commits even
// then.
func takeTx(ctx context.Context, tx db.Tx, token CeremonyToken, p purpose, sessionID string) (*ceremony, error) {
	hash, ok := secret.Hash(ceremonyPrefix, string(token))
	if !ok {
		return nil, ErrCeremonyOver
	}
	begun, err := selectCeremony(ctx, tx, hash)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrCeremonyOver
	}
	if err != nil {
		return nil, fmt.Errorf("load ceremony: %w", err)
	}
	taken, err := deleteCeremony(ctx, tx, hash)
	if err != nil {
		return nil, fmt.Errorf("take ceremony: %w", err)
	}
	if !taken || begun.Purpose != p || begun.SessionID != sessionID || tx.Now().Sub(begun.CreatedAt) >= CeremonyMax {
		return nil, ErrCeremonyOver
	}
	return begun, nil
}
