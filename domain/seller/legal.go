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
)

const (
	legalMax  = 200
	numberMax = 40
	postalMax = 20
)

// LegalForm says whether a seller is a person or something that persons have set up;
// its values are those of the GraphQL enum.
type LegalForm string

// The forms. Tax authorities ask different things of them.
const (
	// FormIndividual is a natural person, also one who trades under a name.
	FormIndividual LegalForm = "INDIVIDUAL"
	// FormEntity is a company, a partnership or another legal person.
	FormEntity LegalForm = "ENTITY"
)

// bornAfter is the day before the oldest people who live were born.
const bornAfter = "1900-01-01"

// Legal is who a seller is by law.
type Legal struct {
	bun.BaseModel `bun:"table:seller_legals,alias:sl"`

	SellerID           ID        `bun:",pk"`
	Form               LegalForm `bun:",nullzero"` // empty while nobody has said so
	LegalName          string
	BirthDay           string `bun:",nullzero"` // of an individual, as in 1980-02-29; may be empty
	RegistrationNumber string // of the trade register; may be empty
	TaxID              string // may be empty
	TIN                string // may be empty
	Line1              string
	Line2              string
	PostalCode         string
	City               string
	Country            string // ISO 3166-1 alpha-2
	Version            int64  // one more with each change, from 1
	UpdatedAt          time.Time
}

// LegalInput says who a seller is by law, as a whole. What is nil stays as it was.
type LegalInput struct {
	SellerID           *ID // an operator has to say; a member's own otherwise
	Form               *LegalForm
	LegalName          string
	BirthDate          *time.Time // the day, of an individual
	RegistrationNumber string
	TaxID              string
	TIN                *string
	Line1              string
	Line2              string
	PostalCode         string
	City               string
	Country            string // ISO 3166-1 alpha-2
	Version            int64  // that the person saw; 0 when there was nothing yet
}

// FormOrNil is the form, or nil while nobody has said so.
func (l *Legal) FormOrNil() *LegalForm {
	if l.Form == "" {
		return nil
	}
	return &l.Form
}

// BirthDate is the day on which an individual was born, its midnight in UTC, or nil.
func (l *Legal) BirthDate() *time.Time {
	day, err := time.Parse(time.DateOnly, l.BirthDay)
	if err != nil { // it is not known
		return nil
	}
	return &day
}

// IsBirthDateKnown reports whether the day of birth of an individual is known.
func (l *Legal) IsBirthDateKnown() bool { return l.BirthDay != "" }

// clean checks the input and returns what it says, and what stays of what was known.
func (in LegalInput) clean(known *Legal, now time.Time) (*Legal, error) {
	var faults fault.List
	l := &Legal{
		Form:               known.Form,
		BirthDay:           known.BirthDay,
		TIN:                known.TIN,
		LegalName:          faults.Required(in.LegalName, legalMax, "legalName"),
		RegistrationNumber: faults.Text(in.RegistrationNumber, numberMax, "registrationNumber"),
		TaxID:              faults.Text(in.TaxID, numberMax, "taxId"),
		Line1:              faults.Required(in.Line1, legalMax, "line1"),
		Line2:              faults.Text(in.Line2, legalMax, "line2"),
		PostalCode:         faults.Text(in.PostalCode, postalMax, "postalCode"),
		City:               faults.Required(in.City, legalMax, "city"),
		Country:            countryOf(in.Country),
	}
	_, isCountry := currency.ForCountryCode(l.Country)
	faults.Check(isCountry, ErrCountry.At("country"))
	if in.TIN != nil {
		l.TIN = faults.Text(*in.TIN, numberMax, "tin")
	}
	if in.Form != nil {
		l.Form = *in.Form
	}
	if in.BirthDate != nil {
		l.BirthDay = in.BirthDate.Format(time.DateOnly)
		faults.Check(l.BirthDay > bornAfter && l.BirthDay < now.Format(time.DateOnly), ErrBirthDate.At("birthDate"))
		faults.Check(l.Form == FormIndividual, ErrBirthDateOfEntity.At("birthDate"))
	}
	if l.Form != FormIndividual {
		l.BirthDay = ""
	}
	return l, faults.Err()
}

// differs lists the fields in which two are different.
func (l *Legal) differs(from *Legal) []string {
	changed := []string{}
	for _, f := range []struct{ name, a, b string }{
		{"form", string(l.Form), string(from.Form)},
		{"legalName", l.LegalName, from.LegalName},
		{"birthDate", l.BirthDay, from.BirthDay},
		{"registrationNumber", l.RegistrationNumber, from.RegistrationNumber},
		{"taxId", l.TaxID, from.TaxID},
		{"tin", l.TIN, from.TIN},
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
	var wished *Legal
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
		if wished, err = in.clean(before, tx.Now()); err != nil {
			return err
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

// LegalsOf returns who sellers are by law, leaving out those of whom nobody has said so,
// for callers that may read it.
func LegalsOf(ctx context.Context, q db.Querier, of []ID) ([]*Legal, error) {
	return selectLegals(ctx, q, of)
}

// LegalOf returns who a seller is by law, or db.ErrNotFound while nobody has said
// so, for callers that write it on a document.
func LegalOf(ctx context.Context, q db.Querier, of ID) (*Legal, error) {
	return selectLegal(ctx, q, of)
}
