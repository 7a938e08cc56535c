package identity

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/secret"
)

const (
	trustPrefix = "etal_tru_"
	// trustedMax is how many devices of an account are trusted; the one that was
	// trusted first is forgotten.
	trustedMax = 10
	// TrustMax is how long a device is trusted, however often it is used.
	TrustMax = 30 * 24 * time.Hour
)

// TrustedDeviceID names a trusted device, `trd_…`.
type TrustedDeviceID string

// NewTrustedDeviceID returns a fresh id.
func NewTrustedDeviceID() TrustedDeviceID { return id.New[TrustedDeviceID]("trd") }

// TrustToken is what a trusted device shows at sign-in instead of the second
// factor, `etal_tru_` and 43 characters. Without the password it opens nothing.
// It is told once, and prints as [redacted].
type TrustToken string

// String implements fmt.Stringer.
func (TrustToken) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (TrustToken) GoString() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (TrustToken) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// Reveal returns the token as text. Only the answer and the cookie that hand it
// out call it.
func (t TrustToken) Reveal() string { return string(t) }

// TrustedDevice is a device on which its owner is not asked for the second factor
// when they sign in as a buyer.
type TrustedDevice struct {
	bun.BaseModel `bun:"table:trusted_devices,alias:trd"`

	ID         TrustedDeviceID `bun:",pk"`
	AccountID  AccountID
	TokenHash  []byte    // SHA-256 of the token
	Agent      string    // program and system it was used with last, such as "Firefox on Linux"
	Place      string    // network it was used from last, a /24 or /48; empty when unknown
	CreatedAt  time.Time // UTC
	LastUsedAt time.Time // UTC, when it was trusted, or let somebody in last
	ExpiresAt  time.Time // UTC
}

// OffersTrust reports whether devices of an account may be trusted: it is nobody's
// who runs the platform or acts for a seller. It returns ErrAccountNotFound.
func (s *Service) OffersTrust(ctx context.Context, accountID AccountID) (bool, error) {
	a, err := s.Account(ctx, accountID)
	if err != nil {
		return false, err
	}
	return s.offersTrust(ctx, a)
}

func (s *Service) offersTrust(ctx context.Context, a *Account) (bool, error) {
	if a.OperatorRole != nil || a.IsGuest {
		return false, nil
	}
	member, err := s.isMember(ctx, a.ID)
	if err != nil {
		return false, fmt.Errorf("look for memberships: %w", err)
	}
	return !member, nil
}

// TrustTx makes the device of a session a trusted one, in the unit in which its
// second factor was shown, and puts the token into opened. The caller has asked
// OffersTrust, and holds the account's row.
func TrustTx(ctx context.Context, tx db.Tx, opened *Opened) error {
	client := ClientFrom(ctx)
	opened.Trust = TrustToken(secret.New(trustPrefix))
	hash, _ := secret.Hash(trustPrefix, string(opened.Trust))
	made := &TrustedDevice{
		ID: NewTrustedDeviceID(), AccountID: opened.Account.ID, TokenHash: hash, Agent: agentOf(client.Agent), Place: placeOf(client.Address),
		CreatedAt: tx.Now(), LastUsedAt: tx.Now(), ExpiresAt: tx.Now().Add(TrustMax),
	}
	if err := insertTrusted(ctx, tx, made); err != nil {
		return fmt.Errorf("insert trusted device: %w", err)
	}
	if err := deleteTrustedBeyond(ctx, tx, made.AccountID, trustedMax); err != nil {
		return fmt.Errorf("forget trusted devices: %w", err)
	}
	opened.Session.TrustedDeviceID = &made.ID
	if err := setSessionTrust(ctx, tx, opened.Session.ID, made.ID, opened.Session.FactorPending); err != nil {
		return fmt.Errorf("note trusted device of session: %w", err)
	}
	return event.Emit(ctx, tx, DeviceTrusted{AccountID: made.AccountID, DeviceID: made.ID, ExpiresAt: made.ExpiresAt})
}

// trusted returns the trusted device that a request shows for an account whose
// password was right; nil when it shows none. That of somebody who has joined
// those who get none is worth nothing any more.
func (s *Service) trusted(ctx context.Context, client Client, a *Account) (*TrustedDevice, error) {
	hash, ok := secret.Hash(trustPrefix, string(client.Trust))
	if !ok || !a.HasFactor {
		return nil, nil // no trusted device is no error
	}
	offered, err := s.offersTrust(ctx, a)
	if err != nil || !offered {
		return nil, err
	}
	found, err := selectTrusted(ctx, s.db.Read(ctx), a.ID, hash)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil // as above
	}
	if err != nil {
		return nil, fmt.Errorf("load trusted device: %w", err)
	}
	return found, nil
}

// skipTx lets a session in that waits for its second factor, by a trusted device
// that is still one when the account's row is held. No factor was shown, so the
// session is not fresh, and wears no hat but the buyer's.
func skipTx(ctx context.Context, tx db.Tx, opened *Opened, by *TrustedDevice) error {
	if by == nil || !opened.Session.FactorPending || opened.Account.OperatorRole != nil {
		return nil
	}
	client := ClientFrom(ctx)
	by.Agent, by.Place = agentOf(client.Agent), placeOf(client.Address)
	good, err := useTrusted(ctx, tx, by)
	if err != nil {
		return fmt.Errorf("note use of trusted device: %w", err)
	}
	if !good { // ended since it was looked at
		return nil
	}
	opened.Session.FactorPending, opened.Session.TrustedDeviceID = false, &by.ID
	if err := setSessionTrust(ctx, tx, opened.Session.ID, by.ID, false); err != nil {
		return fmt.Errorf("let session in: %w", err)
	}
	return signedInTx(ctx, tx, opened.Account)
}

// OwesFactor reports whether nobody has shown the second factor of the session's
// account in it: a trusted device has let it in, or it still waits. Hats of
// sellers and operators are not worn then.
func (s *Session) OwesFactor(a *Account) bool { return a.HasFactor && s.FactorAt == nil }

// TrustedDevicesOf lists the devices of the actor that are trusted, the newest
// first, at most ten. Neither a password alone nor a program is shown any.
func (s *Service) TrustedDevicesOf(ctx context.Context, by actor.Actor) ([]*TrustedDevice, error) {
	if by.AccountID == "" || by.Role == actor.Pending || by.KeyID != "" || by.IsViewing() {
		return []*TrustedDevice{}, nil
	}
	found, err := selectTrustedOf(ctx, s.db.Read(ctx), AccountID(by.AccountID), s.db.Clock().Now())
	if err != nil {
		return nil, fmt.Errorf("list trusted devices: %w", err)
	}
	return found, nil
}

// EndTrust makes a trusted device of the actor's ask for the second factor again.
// It returns ErrTrustedDeviceNotFound, also for somebody else's.
func (s *Service) EndTrust(ctx context.Context, by actor.Actor, deviceID TrustedDeviceID) error {
	accountID := AccountID(by.AccountID)
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		n, err := deleteTrusted(ctx, tx, accountID, deviceID)
		if err != nil {
			return fmt.Errorf("end trust: %w", err)
		}
		if n == 0 {
			return ErrTrustedDeviceNotFound
		}
		return event.Emit(ctx, tx, TrustEnded{AccountID: accountID, DeviceID: deviceID, Count: n})
	})
}

// EndAllTrust makes every device of the actor ask for the second factor again, and
// returns how many were trusted.
func (s *Service) EndAllTrust(ctx context.Context, by actor.Actor) (ended int64, err error) {
	accountID := AccountID(by.AccountID)
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if ended, err = EndTrustTx(ctx, tx, accountID); err != nil || ended == 0 {
			return err
		}
		return event.Emit(ctx, tx, TrustEnded{AccountID: accountID, Count: ended})
	})
	return ended, err
}

// EndTrustTx ends the trust in every device of an account, after a change of what
// it signs in with, and returns how many there were.
func EndTrustTx(ctx context.Context, tx db.Tx, accountID AccountID) (int64, error) {
	n, err := deleteTrustedOf(ctx, tx, accountID)
	if err != nil {
		return 0, fmt.Errorf("end trust in devices: %w", err)
	}
	return n, nil
}

// RenewTrust returns a new token for the trusted device of a session, and until
// when it is one, for the cookie of a browser; the token before works no more. It
// is empty when the browser shows that device's token already, and for sessions
// without one. It returns ErrSessionInvalid for anything that names no live session.
func (s *Service) RenewTrust(ctx context.Context, token Token, shown TrustToken) (TrustToken, time.Duration, error) {
	session, _, err := s.Authenticate(ctx, token)
	if err != nil {
		return "", 0, err
	}
	if session.TrustedDeviceID == nil {
		return "", 0, nil
	}
	var renewed TrustToken
	var lasts time.Duration
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		renewed = ""
		found, err := lockTrusted(ctx, tx, *session.TrustedDeviceID)
		if errors.Is(err, db.ErrNotFound) {
			return nil
		}
		before, said := secret.Hash(trustPrefix, string(shown))
		if err != nil || !found.ExpiresAt.After(tx.Now()) || said && string(before) == string(found.TokenHash) {
			return err
		}
		renewed, lasts = TrustToken(secret.New(trustPrefix)), found.ExpiresAt.Sub(tx.Now())
		hash, _ := secret.Hash(trustPrefix, string(renewed))
		return updateTrustToken(ctx, tx, found.ID, hash)
	})
	if err != nil {
		return "", 0, fmt.Errorf("renew trusted device: %w", err)
	}
	return renewed, lasts, nil
}
