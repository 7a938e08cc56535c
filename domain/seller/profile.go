package seller

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/search"
)

const aboutMax = 2000

// Profile is what the public reads of a seller.
type Profile struct {
	Name         string `json:"name"`
	Description  string `json:"description"`
	SupportEmail string `json:"support_email"`
}

func (s *Seller) profile() Profile { return Profile{s.Name, s.Description, s.SupportEmail} }

// UpdateInput changes the profile of a seller; what is nil stays.
type UpdateInput struct {
	SellerID     *ID // an operator has to say; a member's own otherwise
	Name         *string
	Description  *string
	SupportEmail *string // empty: none
}

// apply checks the input and changes the seller by it.
func (in UpdateInput) apply(to *Seller) error {
	var faults fault.List
	if in.Name != nil {
		to.Name = faults.Required(*in.Name, nameMax, "name")
		if to.Name != "" {
			faults.Check(hasLetters(to.Name), ErrNameSymbols.At("name"))
		}
		to.NameFolded = fold(to.Name)
	}
	if in.Description != nil {
		to.Description = faults.Lines(*in.Description, aboutMax, "description")
	}
	if in.SupportEmail != nil {
		to.SupportEmail = *in.SupportEmail
		if to.SupportEmail != "" {
			to.SupportEmail = identity.CheckEmail(&faults, to.SupportEmail, "supportEmail")
		}
	}
	return faults.Err()
}

// Update changes what the public reads of a seller. Its slug stays, since links
// lead there. It returns ErrNotFound, ErrSellerRequired and the faults of the
// input.
func (s *Service) Update(ctx context.Context, by actor.Actor, in UpdateInput) (*Seller, error) {
	of, err := ScopeOne(by, in.SellerID)
	if err != nil {
		return nil, err
	}
	var changed *Seller
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		changed, err = lockedTx(ctx, tx, of)
		if err != nil {
			return err
		}
		before := changed.profile()
		if err := in.apply(changed); err != nil {
			return err
		}
		if changed.profile() == before {
			return nil
		}
		changed.UpdatedAt = tx.Now()
		if err := updateSeller(ctx, tx, changed); err != nil {
			return fmt.Errorf("save profile: %w", err)
		}
		if changed.Name != before.Name {
			if err := search.PutTx(ctx, tx, changed.entry()); err != nil {
				return err
			}
		}
		return event.Emit(ctx, tx, ProfileChanged{SellerID: of, Before: before, After: changed.profile(), By: identity.AccountID(by.AccountID)})
	})
	if err != nil {
		return nil, err
	}
	return changed, nil
}

// CloseInput closes a seller for good.
type CloseInput struct {
	SellerID *ID // an operator has to say; a member's own otherwise
	Reason   string
}

// CloseTx closes a seller in the unit of the caller, who has seen that nobody
// waits for it: it is not shown any more, its members read and change nothing,
// and what was offered to become a member lapses. A member has to be an owner.
// It returns ErrNotFound, ErrSellerRequired, ErrMemberAbove, ErrStatusConflict
// and the faults of the input.
func CloseTx(ctx context.Context, tx db.Tx, by actor.Actor, in CloseInput) (*Seller, error) {
	of, err := ScopeOne(by, in.SellerID)
	if err != nil {
		return nil, err
	}
	refusal, err := RefuseInput{SellerID: of, Reason: in.Reason}.clean()
	if err != nil {
		return nil, err
	}
	closed, err := lockedTx(ctx, tx, of)
	if err != nil {
		return nil, err
	}
	if err := mayCloseTx(ctx, tx, by, closed); err != nil {
		return nil, err
	}
	before := closed.Status
	if closed.Status, err = closed.Status.after(Close); err != nil {
		return nil, err
	}
	closed.Reason, closed.UpdatedAt = refusal.Reason, tx.Now()
	if err := updateSeller(ctx, tx, closed); err != nil {
		return nil, fmt.Errorf("close seller: %w", err)
	}
	if err := endAllTx(ctx, tx, of); err != nil {
		return nil, err
	}
	return closed, event.Emit(ctx, tx, Closed{SellerID: of, Before: before, Reason: closed.Reason, By: identity.AccountID(by.AccountID)})
}

// ClosableTx locks a seller and refuses as CloseTx does, without closing it.
func ClosableTx(ctx context.Context, tx db.Tx, by actor.Actor, of ID) error {
	found, err := lockedTx(ctx, tx, of)
	if err != nil {
		return err
	}
	if err := mayCloseTx(ctx, tx, by, found); err != nil {
		return err
	}
	_, err = found.Status.after(Close)
	return err
}

func mayCloseTx(ctx context.Context, tx db.Tx, by actor.Actor, of *Seller) error {
	if of.IsPlatform {
		return ErrStatusConflict.Saying("The seller of the platform's own goods cannot be closed.")
	}
	if by.IsOperator() {
		return nil
	}
	self, err := selectMembership(ctx, tx, identity.AccountID(by.AccountID), of.ID)
	if errors.Is(err, db.ErrNotFound) || err == nil && !self.IsEnabled() {
		return ErrNotMember
	}
	if err != nil {
		return fmt.Errorf("load membership: %w", err)
	}
	if self.Role != RoleOwner {
		return ErrMemberAbove
	}
	return nil
}

// endAllTx ends every open invitation and offer of a seller.
func endAllTx(ctx context.Context, tx db.Tx, sellerID ID) error {
	open, err := selectOpenInvitations(ctx, tx, sellerID)
	if err != nil {
		return fmt.Errorf("load invitations: %w", err)
	}
	if err := endInvitationsTx(ctx, tx, OutcomeLapsed, open); err != nil {
		return err
	}
	o, err := selectOpenOffer(ctx, tx, sellerID)
	if errors.Is(err, db.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load offer: %w", err)
	}
	return endOfferTx(ctx, tx, o, OutcomeLapsed, "")
}
