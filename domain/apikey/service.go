package apikey

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// Grants says whether an actor may give a permission, by its name, to a key.
type Grants func(by actor.Actor, permission string) bool

// Options tune the service. Grants is required.
type Options struct {
	// Live is set where the payment provider's key moves money.
	Live bool
	// Grants bounds the scopes of new keys.
	Grants Grants
	// Factors says who must have a second factor.
	Factors factor.Policy
}

// Service holds the use cases of this context.
type Service struct {
	db      *db.DB
	people  *identity.Service
	sellers *seller.Service
	opts    Options
	mode    Mode
}

// New returns the service.
func New(d *db.DB, people *identity.Service, sellers *seller.Service, opts Options) *Service {
	s := &Service{db: d, people: people, sellers: sellers, opts: opts, mode: ModeTest}
	if opts.Live {
		s.mode = ModeLive
	}
	return s
}

// Create makes a key of whom the actor's hat is: a seller, or the platform. Its
// token is in the answer and nowhere else. It returns the faults of the input,
// ErrLimit, and ErrPerson to a key.
func (s *Service) Create(ctx context.Context, by actor.Actor, in CreateInput) (*Issued, error) {
	if by.KeyID != "" || by.IsViewing() || ownerOf(by) == "" {
		return nil, ErrPerson
	}
	in, err := in.clean(by, s.opts.Grants, s.db.Clock().Now())
	if err != nil {
		return nil, err
	}
	var issued *Issued
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if err := s.roomTx(ctx, tx, ownerOf(by)); err != nil {
			return err
		}
		k := s.newKey(by, in, tx.Now())
		if err := insertKey(ctx, tx, k); err != nil {
			return fmt.Errorf("insert key: %w", err)
		}
		token, err := s.issueTx(ctx, tx, by, k)
		issued = &Issued{Key: k, Token: token}
		if err != nil {
			return err
		}
		return event.Emit(ctx, tx, Created{
			KeyID: k.ID, SellerID: sellerOf(k), By: k.MadeBy, Scopes: in.Scopes, Addresses: in.Addresses, ExpiresAt: k.ExpiresAt,
		})
	})
	if err != nil {
		return nil, err
	}
	return issued, nil
}

func (s *Service) newKey(by actor.Actor, in CreateInput, now time.Time) *Key {
	k := &Key{
		ID: NewID(), MadeBy: identity.AccountID(by.AccountID), Name: in.Name, Mode: s.mode, ScopeText: strings.Join(in.Scopes, " "),
		AddressText: strings.Join(in.Addresses, " "), CreatedAt: now, ExpiresAt: *in.ExpiresAt, Warned: warningsBefore(in.ExpiresAt.Sub(now)),
	}
	if by.IsSeller() {
		sellerID := seller.ID(by.SellerID)
		k.SellerID = &sellerID
	}
	return k
}

func sellerOf(k *Key) seller.ID {
	if k.SellerID == nil {
		return ""
	}
	return *k.SellerID
}

// roomTx refuses one key too many. Those who make keys of one owner at once wait
// for each other.
func (s *Service) roomTx(ctx context.Context, tx db.Tx, owner string) error {
	if err := lockOwner(ctx, tx, owner); err != nil {
		return fmt.Errorf("lock owner: %w", err)
	}
	n, err := countActive(ctx, tx, owner)
	if err != nil {
		return fmt.Errorf("count keys: %w", err)
	}
	if n >= Max {
		return ErrLimit
	}
	return nil
}

// issueTx adds a secret to a key, which ends when the key does.
func (s *Service) issueTx(ctx context.Context, tx db.Tx, by actor.Actor, k *Key) (Token, error) {
	token := newToken(s.mode)
	hash, _ := token.hash(s.mode)
	secret := &Secret{
		ID: id.New[SecretID]("sec"), KeyID: k.ID, MadeBy: identity.AccountID(by.AccountID), TokenHash: hash, LastFour: token.lastFour(),
		CreatedAt: tx.Now(), EndsAt: k.ExpiresAt,
	}
	if err := insertSecret(ctx, tx, secret); err != nil {
		return "", fmt.Errorf("insert secret: %w", err)
	}
	return token, nil
}

// Rotate gives a key another secret and an end to those before. The new secret
// acts for the actor. It returns ErrNotFound, ErrEnded, ErrOthers,
// ErrScopeBeyond, ErrRotating, ErrPerson to a key, and the faults of the input.
func (s *Service) Rotate(ctx context.Context, by actor.Actor, in RotateInput) (*Issued, error) {
	in, err := in.clean(s.db.Clock().Now())
	if err != nil {
		return nil, err
	}
	var issued *Issued
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		k, err := lockVisible(ctx, tx, by, in.ID)
		if err != nil {
			return err
		}
		if err := s.MayRotate(by, k, tx.Now()); err != nil {
			return err
		}
		formersEnd := tx.Now().Add(time.Duration(in.OverlapHours) * time.Hour)
		news := Rotated{
			KeyID: k.ID, SellerID: sellerOf(k), By: identity.AccountID(by.AccountID), FormerExpiry: k.ExpiresAt, ExpiresAt: *in.ExpiresAt,
			FormersEndAt: formersEnd,
		}
		if news.FormersEnding, err = endFormersTx(ctx, tx, k, formersEnd); err != nil {
			return err
		}
		k.ExpiresAt, k.Warned = *in.ExpiresAt, warningsBefore(in.ExpiresAt.Sub(tx.Now()))
		if err := updateKey(ctx, tx, k); err != nil {
			return fmt.Errorf("update key: %w", err)
		}
		token, err := s.issueTx(ctx, tx, by, k)
		issued = &Issued{Key: k, Token: token}
		if err != nil {
			return err
		}
		return event.Emit(ctx, tx, news)
	})
	if err != nil {
		return nil, err
	}
	return issued, nil
}

// endFormersTx sets an end to the secrets that work, unless that would leave more
// than one of them besides the new one.
func endFormersTx(ctx context.Context, tx db.Tx, k *Key, at time.Time) (int, error) {
	formers, err := selectWorking(ctx, tx, []ID{k.ID}, tx.Now())
	if err != nil {
		return 0, fmt.Errorf("load secrets: %w", err)
	}
	if len(formers) >= secretsMax && at.After(tx.Now()) {
		return 0, ErrRotating
	}
	if err := endSecrets(ctx, tx, k.ID, at); err != nil {
		return 0, fmt.Errorf("end secrets: %w", err)
	}
	return len(formers), nil
}

// Revoke ends a key for good; the next request with it is refused. It returns
// ErrNotFound, ErrEnded, and ErrPerson to a key.
func (s *Service) Revoke(ctx context.Context, by actor.Actor, in RevokeInput) (*Key, error) {
	var revoked *Key
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		k, err := lockVisible(ctx, tx, by, in.ID)
		if err != nil {
			return err
		}
		if err := s.MayRevoke(k, tx.Now()); err != nil {
			return err
		}
		now := tx.Now()
		k.RevokedAt = &now
		if by.AccountID != "" {
			who := identity.AccountID(by.AccountID)
			k.RevokedBy = &who
		}
		if err := updateKey(ctx, tx, k); err != nil {
			return fmt.Errorf("update key: %w", err)
		}
		revoked = k
		return event.Emit(ctx, tx, Revoked{KeyID: k.ID, SellerID: sellerOf(k), By: identity.AccountID(by.AccountID)})
	})
	if err != nil {
		return nil, err
	}
	return revoked, nil
}

// MayRotate says why an actor who sees a key and may change keys cannot rotate
// this one now; nil when they can. It returns ErrEnded, ErrOthers and
// ErrScopeBeyond.
func (s *Service) MayRotate(by actor.Actor, k *Key, now time.Time) error {
	switch {
	case k.Status(now) != StatusActive:
		return ErrEnded
	case k.owner() != ownerOf(by):
		return ErrOthers
	case slices.ContainsFunc(k.Scopes(), func(scope string) bool { return !s.opts.Grants(by, scope) }):
		return ErrScopeBeyond
	}
	return nil
}

// MayRevoke says why a key cannot be revoked now, ErrEnded; nil when it can.
func (*Service) MayRevoke(k *Key, now time.Time) error {
	if k.Status(now) != StatusActive {
		return ErrEnded
	}
	return nil
}

// lockVisible holds a key that the actor may know of.
func lockVisible(ctx context.Context, tx db.Tx, by actor.Actor, keyID ID) (*Key, error) {
	if by.KeyID != "" {
		return nil, ErrPerson
	}
	k, err := lockKey(ctx, tx, keyID)
	if errors.Is(err, db.ErrNotFound) || err == nil && !k.VisibleTo(by) && by.Role != actor.System {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("lock key: %w", err)
	}
	return k, nil
}
