package terms

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
)

// Service holds the use cases of this context.
type Service struct {
	db *db.DB
}

// New returns the service.
func New(d *db.DB) *Service { return &Service{db: d} }

// Publish publishes a version of a document. It is never changed after. It returns
// ErrPast, ErrOrder, ErrMeanwhile and the faults of the input.
func (s *Service) Publish(ctx context.Context, by actor.Actor, in PublishInput) (*Version, error) {
	in, err := in.clean()
	if err != nil {
		return nil, err
	}
	var published *Version
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		in, now := in, tx.Now() // the unit may run again, at another instant
		if in.InForceFrom == nil {
			in.InForceFrom = &now
		}
		if in.InForceFrom.Before(now) {
			return ErrPast.At("inForceFrom")
		}
		last, err := selectLast(ctx, tx, in.Kind)
		if err != nil {
			return fmt.Errorf("load last version: %w", err)
		}
		if last.InForceFrom != nil && !in.InForceFrom.After(*last.InForceFrom) {
			return ErrOrder.At("inForceFrom")
		}
		published = newVersion(in, last.Number+1, by, now)
		if err := insertVersion(ctx, tx, published); err != nil {
			return fmt.Errorf("insert version: %w", err)
		}
		return event.Emit(ctx, tx, Published{
			VersionID: published.ID, Kind: in.Kind, Number: published.Number, TextHash: published.TextHash, InForceFrom: *in.InForceFrom,
		})
	})
	if db.Violates(err, "terms_versions_kind_number_key") || db.Violates(err, "terms_versions_kind_in_force_from_key") {
		return nil, ErrMeanwhile
	}
	if err != nil {
		return nil, err
	}
	return published, nil
}

// Withdraw takes back a version before it comes into force. It returns
// ErrVersionNotFound and ErrInForce.
func (s *Service) Withdraw(ctx context.Context, by actor.Actor, in WithdrawInput) (*Version, error) {
	var withdrawn *Version
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		v, err := lockVersion(ctx, tx, in.VersionID)
		if errors.Is(err, db.ErrNotFound) {
			return ErrVersionNotFound.At("versionId")
		}
		if err != nil {
			return fmt.Errorf("lock version: %w", err)
		}
		now := tx.Now()
		if !v.comes(now) {
			return ErrInForce.At("versionId")
		}
		v.WithdrawnAt, v.WithdrawnBy = &now, &by.AccountID
		if err := updateWithdrawn(ctx, tx, v); err != nil {
			return fmt.Errorf("withdraw version: %w", err)
		}
		withdrawn = v
		return event.Emit(ctx, tx, Withdrawn{VersionID: v.ID, Kind: v.Kind, Number: v.Number, InForceFrom: v.InForceFrom})
	})
	if err != nil {
		return nil, err
	}
	return withdrawn, nil
}

// Accept accepts versions that are in force, for the account of the actor. What
// is accepted already stays as it was. It returns the answers that stand, in the
// order of the input, and ErrSignIn, ErrViewing, ErrNoneNamed, ErrTooMany and
// ErrNotInForce.
func (s *Service) Accept(ctx context.Context, by actor.Actor, in AcceptInput) ([]*Answer, error) {
	who, err := answering(ctx, by)
	if err != nil {
		return nil, err
	}
	if len(in.VersionIDs) == 0 {
		return nil, ErrNoneNamed.At("versionIds")
	}
	var given []*Answer
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		inForce, err := selectInForce(ctx, tx, tx.Now(), "")
		if err != nil {
			return fmt.Errorf("load terms: %w", err)
		}
		versions, err := chosen(inForce, in.VersionIDs, everyKind(), "versionIds")
		if err != nil {
			return err
		}
		given, err = giveTx(ctx, tx, who, giving{versions, tx.Now()})
		return err
	})
	if err != nil {
		return nil, err
	}
	return given, nil
}

// WithdrawConsent takes a consent back, to whichever version it was given. Where
// none stands it changes nothing. It returns the answers that take back, and
// ErrSignIn, ErrViewing and ErrNotConsent.
func (s *Service) WithdrawConsent(ctx context.Context, by actor.Actor, in ConsentWithdrawInput) ([]*Answer, error) {
	who, err := answering(ctx, by)
	if err != nil {
		return nil, err
	}
	if in.Kind != Marketing {
		return nil, ErrNotConsent.At("kind")
	}
	var taken []*Answer
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		taken = []*Answer{}
		last, err := selectLatest(ctx, tx, who.accountID, in.Kind, nil)
		if err != nil {
			return fmt.Errorf("load consents: %w", err)
		}
		for _, a := range last {
			if !a.IsGiven() {
				continue
			}
			back := who.answer(a.Version, a.Turn+1, tx.Now())
			first, err := insertAnswer(ctx, tx, back)
			if err != nil {
				return fmt.Errorf("withdraw consent: %w", err)
			}
			if first {
				taken = append(taken, back)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return taken, nil
}

// answering is the person of an actor who may answer for themselves.
func answering(ctx context.Context, by actor.Actor) (person, error) {
	switch {
	case by.AccountID == "":
		return person{}, ErrSignIn
	case by.IsViewing():
		return person{}, ErrViewing
	}
	return person{accountID: by.AccountID, sellerID: by.SellerID, role: by.Role, network: actor.OriginOf(ctx).Address}, nil
}

func everyKind() []Kind { return []Kind{BuyerTerms, SellerTerms, PrivacyNotice, Marketing} }
