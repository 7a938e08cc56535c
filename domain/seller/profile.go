package seller

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/bojanz/currency"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/search"
)

const (
	aboutMax  = 2000
	legalMax  = 200
	numberMax = 40
	postalMax = 20
)

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
		to.Description = faults.Text(*in.Description, aboutMax, "description")
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

// Legal is who a seller is by law.
type Legal struct {
	bun.BaseModel `bun:"table:seller_legals,alias:sl"`

	SellerID           ID `bun:",pk"`
	LegalName          string
	RegistrationNumber string // of the trade register; may be empty
	TaxID              string // may be empty
	Line1              string
	Line2              string
	PostalCode         string
	City               string
	Country            string // ISO 3166-1 alpha-2
	Version            int64  // one more with each change, from 1
	UpdatedAt          time.Time
}

// LegalInput says who a seller is by law, as a whole.
type LegalInput struct {
	SellerID           *ID // an operator has to say; a member's own otherwise
	LegalName          string
	RegistrationNumber string
	TaxID              string
	Line1              string
	Line2              string
	PostalCode         string
	City               string
	Country            string // ISO 3166-1 alpha-2
	Version            int64  // that the person saw; 0 when there was nothing yet
}

// clean checks the input and returns what it says.
func (in LegalInput) clean() (*Legal, error) {
	var faults fault.List
	l := &Legal{
		LegalName:          faults.Required(in.LegalName, legalMax, "legalName"),
		RegistrationNumber: faults.Text(in.RegistrationNumber, numberMax, "registrationNumber"),
		TaxID:              faults.Text(in.TaxID, numberMax, "taxId"),
		Line1:              faults.Required(in.Line1, legalMax, "line1"),
		Line2:              faults.Text(in.Line2, legalMax, "line2"),
		PostalCode:         faults.Text(in.PostalCode, postalMax, "postalCode"),
		City:               faults.Required(in.City, legalMax, "city"),
		Country:            countryOf(in.Country),
	}
	_, known := currency.ForCountryCode(l.Country)
	faults.Check(known, ErrCountry.At("country"))
	return l, faults.Err()
}

// differs lists the fields in which two are different.
func (l *Legal) differs(from *Legal) []string {
	changed := []string{}
	for _, f := range []struct{ name, a, b string }{
		{"legalName", l.LegalName, from.LegalName},
		{"registrationNumber", l.RegistrationNumber, from.RegistrationNumber},
		{"taxId", l.TaxID, from.TaxID},
		{"line1", l.Line1, from.Line1},
		{"line2", l.Line2, from.Line2},
		{"postalCode", l.PostalCode, from.PostalCode},
		{"city", l.City, from.City},
		{"country", l.Country, from.Country},
	} {
		if f.a != f.b {
			changed = append(changed, f.name)
		}
	}
	return changed
}

// UpdateLegal changes who a seller is by law. It returns ErrNotFound,
// ErrSellerRequired, ErrLegalVersion when somebody was faster, and the faults of
// the input.
func (s *Service) UpdateLegal(ctx context.Context, by actor.Actor, in LegalInput) (*Legal, error) {
	of, err := ScopeOne(by, in.SellerID)
	if err != nil {
		return nil, err
	}
	wished, err := in.clean()
	if err != nil {
		return nil, err
	}
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if _, err := lockedTx(ctx, tx, of); err != nil {
			return err
		}
		before, err := selectLegal(ctx, tx, of)
		if errors.Is(err, db.ErrNotFound) {
			before, err = &Legal{}, nil
		}
		if err != nil {
			return fmt.Errorf("load legal data: %w", err)
		}
		if before.Version != in.Version {
			return ErrLegalVersion.At("version")
		}
		changed := wished.differs(before)
		wished.SellerID, wished.Version, wished.UpdatedAt = of, before.Version, before.UpdatedAt
		if len(changed) == 0 {
			return nil
		}
		wished.Version, wished.UpdatedAt = before.Version+1, tx.Now()
		if err := saveLegal(ctx, tx, wished); err != nil {
			return fmt.Errorf("save legal data: %w", err)
		}
		return event.Emit(ctx, tx, LegalChanged{
			SellerID: of, Fields: changed, Before: before.Version, After: wished.Version, By: identity.AccountID(by.AccountID),
		})
	})
	if err != nil {
		return nil, err
	}
	return wished, nil
}

// LegalByIDs returns who sellers are by law, as far as they have said so.
func (s *Service) LegalByIDs(ctx context.Context, ids []ID) (map[ID][]*Legal, error) {
	found, err := selectLegals(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load legal data: %w", err)
	}
	byID := make(map[ID][]*Legal, len(found))
	for _, l := range found {
		byID[l.SellerID] = []*Legal{l}
	}
	return byID, nil
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
	for _, i := range open {
		if err := endInvitationTx(ctx, tx, i, OutcomeLapsed, ""); err != nil {
			return err
		}
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

// LegalOf returns who a seller is by law, or db.ErrNotFound while nobody has said
// so, for callers that write it on a document.
func LegalOf(ctx context.Context, q db.Querier, of ID) (*Legal, error) {
	return selectLegal(ctx, q, of)
}
