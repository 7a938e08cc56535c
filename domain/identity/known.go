package identity

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/secret"
)

const (
	devicePrefix = "etal_dev_"
	// devicesMax is how many devices of an account are known; the one unused for
	// longest is forgotten.
	devicesMax = 20
	// DeviceMax is how long a device is known after it was used last.
	DeviceMax = 365 * 24 * time.Hour
)

// DeviceID names a known device, `dev_…`.
type DeviceID string

// NewDeviceID returns a fresh id.
func NewDeviceID() DeviceID { return id.New[DeviceID]("dev") }

// DeviceToken is what a device shows when somebody signs in with it again,
// `etal_dev_` and 43 characters. It opens nothing: it only tells the owner's
// failures from those of strangers. It is told once, and prints as [redacted].
type DeviceToken string

// String implements fmt.Stringer.
func (DeviceToken) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (DeviceToken) GoString() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (DeviceToken) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// Reveal returns the token as text. Only the answer and the cookie that hand it
// out call it.
func (t DeviceToken) Reveal() string { return string(t) }

// device is something that an account was signed in to with.
type device struct {
	bun.BaseModel `bun:"table:known_devices"`

	ID         DeviceID `bun:",pk"`
	AccountID  AccountID
	TokenHash  []byte // SHA-256 of the token
	CreatedAt  time.Time
	LastUsedAt time.Time
}

// known returns the device of a request when the account with an address was
// signed in to with it; nil for strangers, and alike when nobody has the
// address.
func (s *Service) known(ctx context.Context, client Client, emailFolded string) (*device, error) {
	hash, _ := secret.Hash(devicePrefix, string(client.Device)) // nil matches no row
	found, err := selectDevice(ctx, s.db.Read(ctx), hash, emailFolded)
	if errors.Is(err, db.ErrNotFound) || err == nil && s.db.Clock().Now().Sub(found.LastUsedAt) >= DeviceMax {
		return nil, nil // a stranger is no error
	}
	if err != nil {
		return nil, fmt.Errorf("load device: %w", err)
	}
	return found, nil
}

// rememberTx makes the device of a new session a known one, and returns its
// token when it is new.
func rememberTx(ctx context.Context, tx db.Tx, opened *Opened, found *device) error {
	if found == nil {
		opened.Device = DeviceToken(secret.New(devicePrefix))
		hash, _ := secret.Hash(devicePrefix, string(opened.Device))
		found = &device{ID: NewDeviceID(), AccountID: opened.Account.ID, TokenHash: hash, CreatedAt: tx.Now(), LastUsedAt: tx.Now()}
		if err := insertDevice(ctx, tx, found); err != nil {
			return fmt.Errorf("insert device: %w", err)
		}
		if err := deleteDevicesBeyond(ctx, tx, opened.Account.ID, devicesMax); err != nil {
			return fmt.Errorf("forget devices: %w", err)
		}
	} else if err := touchDevice(ctx, tx, found.ID); err != nil {
		return fmt.Errorf("note use of device: %w", err)
	}
	opened.Session.DeviceID = &found.ID
	if err := setSessionDevice(ctx, tx, opened.Session.ID, found.ID); err != nil {
		return fmt.Errorf("note device of session: %w", err)
	}
	return nil
}

// RenewDevice returns a new token for the device of a session, for the cookie of
// a browser; the one before works no more. It is empty when the browser shows
// the device's token already, and for sessions that were opened without one.
// It returns ErrSessionInvalid for anything that names no live session.
func (s *Service) RenewDevice(ctx context.Context, token Token, shown DeviceToken) (DeviceToken, error) {
	session, _, err := s.Authenticate(ctx, token)
	if err != nil {
		return "", err
	}
	if session.DeviceID == nil {
		return "", nil
	}
	renewed := DeviceToken(secret.New(devicePrefix))
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		hash, _ := secret.Hash(devicePrefix, string(renewed))
		before, _ := secret.Hash(devicePrefix, string(shown))
		changed, err := updateDeviceToken(ctx, tx, *session.DeviceID, hash, before)
		if err == nil && !changed {
			renewed = ""
		}
		return err
	})
	if err != nil {
		return "", fmt.Errorf("renew device: %w", err)
	}
	return renewed, nil
}
