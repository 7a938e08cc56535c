package seller

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/terms"
)

const membersMax = 50

// Service holds the use cases of this context.
type Service struct {
	db        *db.DB
	identity  *identity.Service
	grants    actor.Grants
	assigning *approval.Desk[assignment]
	// platformCountry is where the platform is; empty: nobody has said.
	platformCountry string
}

// New returns the service. Grants say what permissions there are and which role
// holds which.
func New(d *db.DB, people *identity.Service, grants actor.Grants) *Service {
	return &Service{db: d, identity: people, grants: grants}
}

// Apply asks to sell; the actor becomes the owner. It returns ErrNeedsAccount
// to a guest, ErrApplicationPending when an application of the actor waits,
// ErrCountryUnpaid, terms.ErrRequired unless the seller terms in force are accepted, now or before, and
// the faults of the input. A name may occur twice, a slug may not: the second
// "Mill" gets "mill-2".
func (s *Service) Apply(ctx context.Context, by actor.Actor, in ApplyInput) (*Seller, error) {
	in, err := in.clean()
	if err != nil {
		return nil, err
	}
	if !CanBePaid(s.platformCountry, in.Country) {
		return nil, ErrCountryUnpaid.At("country")
	}
	var applied *Seller
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		account, err := applicantTx(ctx, tx, by)
		if err != nil {
			return err
		}
		err = terms.AgreeTx(ctx, tx, terms.Agreement{
			AccountID: by.AccountID, Needs: terms.SellerTerms, Given: in.AcceptTermsVersionIDs, Field: "acceptTermsVersionIds",
		})
		if err != nil {
			return err
		}
		applied = newSeller(in.Name, in.Country, *in.Currency, tx)
		if err := insertWithSlug(ctx, tx, applied); err != nil {
			return err
		}
		owner := &Member{
			ID: NewMemberID(), SellerID: applied.ID, AccountID: account.ID, Role: RoleOwner, CreatedAt: tx.Now(),
		}
		if err := insertMember(ctx, tx, owner); err != nil {
			return fmt.Errorf("insert owner: %w", err)
		}
		if err := nameTx(ctx, tx, account.ID); err != nil {
			return err
		}
		return event.Emit(ctx, tx, Applied{SellerID: applied.ID, By: account.ID})
	})
	if err != nil {
		return nil, err
	}
	return applied, nil
}

// applicantTx locks the account of somebody who applies, so that two
// applications at once see each other.
func applicantTx(ctx context.Context, tx db.Tx, by actor.Actor) (*identity.Account, error) {
	account, err := identity.LockTx(ctx, tx, identity.AccountID(by.AccountID))
	if err != nil {
		return nil, err
	}
	if account.IsGuest {
		return nil, ErrNeedsAccount
	}
	if !account.IsEmailVerified() {
		return nil, identity.ErrEmailUnverified
	}
	pending, err := hasApplication(ctx, tx, account.ID)
	if err != nil {
		return nil, fmt.Errorf("look for applications: %w", err)
	}
	if pending {
		return nil, ErrApplicationPending
	}
	return account, nil
}

func newSeller(name, country string, c money.Currency, tx db.Tx) *Seller {
	return &Seller{
		ID: NewID(), Name: name, NameFolded: fold(name), Slug: slugOf(name), Country: country, Currency: c,
		Status: StatusApplied, CreatedAt: tx.Now(), UpdatedAt: tx.Now(),
	}
}

// Reject turns an applicant down, for good. It returns ErrNotFound,
// ErrStatusConflict and the faults of the input.
func (s *Service) Reject(ctx context.Context, by actor.Actor, in RefuseInput) (*Seller, error) {
	in, err := in.clean()
	if err != nil {
		return nil, err
	}
	who := identity.AccountID(by.AccountID)
	return s.decide(ctx, by, in.SellerID, verdict{Reject, in.Reason, Rejected{in.SellerID, who, in.Reason, in.code()}})
}

// Suspend takes a seller out of sale until it is reinstated. It returns
// ErrNotFound, ErrStatusConflict and the faults of the input.
func (s *Service) Suspend(ctx context.Context, by actor.Actor, in RefuseInput) (*Seller, error) {
	in, err := in.clean()
	if err != nil {
		return nil, err
	}
	who := identity.AccountID(by.AccountID)
	return s.decide(ctx, by, in.SellerID, verdict{Suspend, in.Reason, Suspended{in.SellerID, who, in.Reason}})
}

// Reinstate ends a suspension. It returns ErrNotFound and ErrStatusConflict.
func (s *Service) Reinstate(ctx context.Context, by actor.Actor, in DecideInput) (*Seller, error) {
	who := identity.AccountID(by.AccountID)
	return s.decide(ctx, by, in.SellerID, verdict{Reinstate, "", Reinstated{SellerID: in.SellerID, By: who}})
}

// verdict is a decision with its reason and the news of it.
type verdict struct {
	decision Decision
	reason   string
	news     event.Event
}

// decide carries a verdict out while it holds the row: of two operators who
// decide at once, the second meets the status that the first has set.
func (s *Service) decide(ctx context.Context, by actor.Actor, sellerID ID, v verdict) (*Seller, error) {
	var decided *Seller
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		found, err := lockedTx(ctx, tx, sellerID)
		if err != nil {
			return err
		}
		if found.Status, err = found.next(v.decision); err != nil {
			return err
		}
		found.Reason, found.ReasonCode = v.reason, ""
		if r, ok := v.news.(Rejected); ok {
			found.ReasonCode = r.Code
		}
		found.decided(by, tx.Now())
		if err := updateSeller(ctx, tx, found); err != nil {
			return fmt.Errorf("update seller: %w", err)
		}
		decided = found
		return event.Emit(ctx, tx, v.news)
	})
	if err != nil {
		return nil, err
	}
	return decided, nil
}

// decided notes who has decided, and when.
func (s *Seller) decided(by actor.Actor, now time.Time) {
	s.UpdatedAt, s.DecidedAt, s.DecidedBy = now, &now, nil
	if by.AccountID != "" {
		who := identity.AccountID(by.AccountID)
		s.DecidedBy = &who
	}
}

// EnsurePlatform returns the seller of the platform's own goods, and makes it
// when there is none: approved, without members. The input is not compared with
// one that exists.
func (s *Service) EnsurePlatform(ctx context.Context, in ApplyInput) (*Seller, error) {
	in, err := in.clean()
	if err != nil {
		return nil, err
	}
	var platform *Seller
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		platform, err = selectPlatform(ctx, tx)
		if !errors.Is(err, db.ErrNotFound) {
			return err
		}
		now := tx.Now()
		platform = newSeller(in.Name, in.Country, *in.Currency, tx)
		platform.Status, platform.IsPlatform, platform.DecidedAt = StatusApproved, true, &now
		if err := insertWithSlug(ctx, tx, platform); err != nil {
			return err
		}
		return event.Emit(ctx, tx, Approved{SellerID: platform.ID})
	})
	if db.Violates(err, "sellers_is_platform_key") { // another process was faster
		return selectPlatform(ctx, s.db.Read(ctx))
	}
	if err != nil {
		return nil, fmt.Errorf("ensure the seller of the platform: %w", err)
	}
	return platform, nil
}
