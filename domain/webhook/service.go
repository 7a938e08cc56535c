package webhook

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/vault"
)

// Service holds the use cases of this context.
type Service struct {
	db     *db.DB
	vault  *vault.Vault
	sender Sender
	rules  Rules
}

// New returns the service. Secrets are sealed by keys of the vault.
func New(d *db.DB, v *vault.Vault, sender Sender, rules Rules) *Service {
	return &Service{db: d, vault: v, sender: sender, rules: rules}
}

// sealedBy is the key of the installation that seals secrets.
const sealedBy vault.Subject = "webhooks"

func (s *Secret) place() vault.Place {
	return vault.Place{Subject: sealedBy, Column: "webhook_secrets.sealed:" + string(s.ID)}
}

// Create makes an endpoint of whom the actor's hat is: a seller, or the platform.
// Its secret is in the answer and nowhere else. It returns the faults of the input,
// ErrLimit, ErrPerson, and seal.ErrNoKeys while the installation has no keyset.
func (s *Service) Create(ctx context.Context, by actor.Actor, in CreateInput) (*Issued, error) {
	if by.KeyID != "" || by.IsViewing() || ownerOf(by) == "" {
		return nil, ErrPerson
	}
	in, err := in.clean(s.rules, by.IsSeller())
	if err != nil {
		return nil, err
	}
	var issued *Issued
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if err := roomTx(ctx, tx, ownerOf(by)); err != nil {
			return err
		}
		e := newEndpoint(by, in, tx.Now())
		if err := insertEndpoint(ctx, tx, e); err != nil {
			return fmt.Errorf("insert webhook: %w", err)
		}
		key, err := s.issueTx(ctx, tx, e)
		if err != nil {
			return err
		}
		issued = &Issued{Endpoint: e, Secret: key}
		return event.Emit(ctx, tx, Created{EndpointID: e.ID, SellerID: e.sellerID(), By: e.MadeBy, After: e.state()})
	})
	if err != nil {
		return nil, err
	}
	return issued, nil
}

func newEndpoint(by actor.Actor, in CreateInput, now time.Time) *Endpoint {
	e := &Endpoint{
		ID: NewID(), MadeBy: identity.AccountID(by.AccountID), URL: in.URL, Description: in.Description, PayloadVersion: Version,
		Status: StatusActive, Version: 1, CreatedAt: now, UpdatedAt: now, Topics: in.Events,
	}
	if by.IsSeller() {
		sellerID := seller.ID(by.SellerID)
		e.SellerID = &sellerID
	}
	return e
}

// roomTx refuses one endpoint too many. Those who make endpoints of one owner at
// once wait for each other.
func roomTx(ctx context.Context, tx db.Tx, of string) error {
	if err := lockOwner(ctx, tx, of); err != nil {
		return fmt.Errorf("lock owner: %w", err)
	}
	n, err := countEndpoints(ctx, tx, of)
	if err != nil {
		return fmt.Errorf("count webhooks: %w", err)
	}
	if n >= Max {
		return ErrLimit
	}
	return nil
}

// issueTx adds a secret to an endpoint.
func (s *Service) issueTx(ctx context.Context, tx db.Tx, e *Endpoint) (Key, error) {
	key := newKey()
	secret := &Secret{ID: id.New[SecretID]("whs"), EndpointID: e.ID, LastFour: key.lastFour(), CreatedAt: tx.Now()}
	sealed, err := s.vault.SealTx(ctx, tx, secret.place(), []byte(key.Reveal()))
	if err != nil {
		return "", fmt.Errorf("seal secret: %w", err)
	}
	secret.Sealed = sealed
	if err := insertSecret(ctx, tx, secret); err != nil {
		return "", fmt.Errorf("insert secret: %w", err)
	}
	return key, nil
}

// state is what the audit log gets of an endpoint.
func (e *Endpoint) state() State {
	host := ""
	if u, err := url.Parse(e.URL); err == nil {
		host = u.Host
	}
	return State{Host: host, Topics: e.Topics, Status: e.Status, Reason: e.DisabledReason, Version: e.PayloadVersion}
}

// Update changes where an endpoint is, what it is told of, and whether it is. While
// it is disabled nothing is kept for it; what was under way has failed and can be
// sent again by hand. It returns ErrNotFound, ErrOthers, ErrVersion, ErrPerson, and
// the faults of the input.
func (s *Service) Update(ctx context.Context, by actor.Actor, in UpdateInput) (*Endpoint, error) {
	var updated *Endpoint
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		e, err := lockOwn(ctx, tx, by, in.ID)
		if err != nil {
			return err
		}
		wanted, err := CreateInput{URL: in.URL, Description: in.Description, Events: in.Events}.clean(s.rules, e.SellerID != nil)
		if err != nil {
			return err
		}
		if e.Version != in.Version {
			return ErrVersion
		}
		before := e.state()
		e.URL, e.Description, e.Topics = wanted.URL, wanted.Description, wanted.Events
		e.Version, e.UpdatedAt = e.Version+1, tx.Now()
		if err := switchTx(ctx, tx, e, in.IsEnabled); err != nil {
			return err
		}
		if err := updateEndpoint(ctx, tx, e); err != nil {
			return fmt.Errorf("update webhook: %w", err)
		}
		updated = e
		return event.Emit(ctx, tx, Updated{
			EndpointID: e.ID, SellerID: e.sellerID(), By: identity.AccountID(by.AccountID), Before: before, After: e.state(),
		})
	})
	if err != nil {
		return nil, err
	}
	return updated, nil
}

// switchTx enables or disables an endpoint, unless it is so already.
func switchTx(ctx context.Context, tx db.Tx, e *Endpoint, on bool) error {
	switch {
	case on == (e.Status == StatusActive):
		return nil
	case on:
		e.enable()
		return nil
	}
	e.disable(ByHand, tx.Now())
	return failPending(ctx, tx, e.ID)
}

// Delete removes an endpoint with its secrets; its deliveries are not shown any
// more. It returns ErrNotFound, ErrOthers and ErrPerson.
func (s *Service) Delete(ctx context.Context, by actor.Actor, in DeleteInput) (*Endpoint, error) {
	var deleted *Endpoint
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		e, err := lockOwn(ctx, tx, by, in.ID)
		if err != nil {
			return err
		}
		before, now := e.state(), tx.Now()
		e.DeletedAt = &now
		if e.Status == StatusActive {
			e.disable(ByHand, now)
		}
		err = errors.Join(failPending(ctx, tx, e.ID), deleteSecrets(ctx, tx, e.ID), updateEndpoint(ctx, tx, e))
		if err != nil {
			return fmt.Errorf("delete webhook: %w", err)
		}
		deleted = e
		return event.Emit(ctx, tx, Deleted{EndpointID: e.ID, SellerID: e.sellerID(), By: identity.AccountID(by.AccountID), Before: before})
	})
	if err != nil {
		return nil, err
	}
	return deleted, nil
}

// Rotate gives an endpoint another secret and an end to those before; until then
// deliveries are signed with both. It returns ErrNotFound, ErrOthers, ErrRotating,
// ErrPerson, and the faults of the input.
func (s *Service) Rotate(ctx context.Context, by actor.Actor, in RotateInput) (*Issued, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	var issued *Issued
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		e, err := lockOwn(ctx, tx, by, in.ID)
		if err != nil {
			return err
		}
		formers, err := selectGood(ctx, tx, []ID{e.ID}, tx.Now())
		if err != nil {
			return fmt.Errorf("load secrets: %w", err)
		}
		if len(formers) >= secretsMax && in.OverlapHours > 0 {
			return ErrRotating
		}
		if err := endSecrets(ctx, tx, e.ID, tx.Now().Add(time.Duration(in.OverlapHours)*time.Hour)); err != nil {
			return fmt.Errorf("end secrets: %w", err)
		}
		key, err := s.issueTx(ctx, tx, e)
		if err != nil {
			return err
		}
		issued = &Issued{Endpoint: e, Secret: key}
		return event.Emit(ctx, tx, SecretRotated{
			EndpointID: e.ID, SellerID: e.sellerID(), By: identity.AccountID(by.AccountID), OverlapHours: in.OverlapHours,
		})
	})
	if err != nil {
		return nil, err
	}
	return issued, nil
}

// MayChange says why an actor who sees an endpoint cannot change it, ErrOthers; nil
// when they can.
func (*Service) MayChange(by actor.Actor, e *Endpoint) error {
	if e.owner() != ownerOf(by) {
		return ErrOthers
	}
	return nil
}

// MaySend says why an actor who sees an endpoint can have nothing sent to it:
// ErrOthers, ErrDisabled; nil when they can.
func (s *Service) MaySend(by actor.Actor, e *Endpoint) error {
	if err := s.MayChange(by, e); err != nil {
		return err
	}
	if e.Status != StatusActive {
		return ErrDisabled
	}
	return nil
}

// lockOwn holds an endpoint of whom the actor's hat is.
func lockOwn(ctx context.Context, tx db.Tx, by actor.Actor, endpointID ID) (*Endpoint, error) {
	if by.KeyID != "" || by.IsViewing() {
		return nil, ErrPerson
	}
	e, err := lockEndpoint(ctx, tx, endpointID)
	if errors.Is(err, db.ErrNotFound) || err == nil && !e.VisibleTo(by) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("lock webhook: %w", err)
	}
	if e.owner() != ownerOf(by) {
		return nil, ErrOthers
	}
	return e, nil
}
