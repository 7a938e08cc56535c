package stripesim

import (
	"encoding/json"
	"strconv"
	"strings"
)

// person is somebody who stands behind an account: its owner, director or representative.
type person struct {
	head
	Account      string             `json:"account"`
	Address      *address           `json:"address,omitempty"`
	DOB          *birth             `json:"dob,omitempty"`
	Email        *string            `json:"email,omitempty"`
	FirstName    *string            `json:"first_name,omitempty"`
	Future       personRequirements `json:"future_requirements"`
	IDNumber     bool               `json:"id_number_provided"`
	LastName     *string            `json:"last_name,omitempty"`
	Metadata     map[string]string  `json:"metadata"`
	Nationality  *string            `json:"nationality,omitempty"`
	Phone        *string            `json:"phone,omitempty"`
	Political    string             `json:"political_exposure,omitempty"`
	Relationship relationship       `json:"relationship"`
	Requirements personRequirements `json:"requirements"`
	SSNLast4     bool               `json:"ssn_last_4_provided"`
	Verification verification       `json:"verification"`
}

type birth struct {
	Day   *int64 `json:"day" p:"day"`
	Month *int64 `json:"month" p:"month"`
	Year  *int64 `json:"year" p:"year"`
}

type relationship struct {
	Director       *bool        `json:"director"`
	Executive      *bool        `json:"executive"`
	Guardian       *bool        `json:"legal_guardian"`
	Owner          *bool        `json:"owner"`
	Percent        *json.Number `json:"percent_ownership"`
	Representative *bool        `json:"representative"`
	Title          *string      `json:"title"`
}

type personRequirements struct {
	Alternatives  []string           `json:"alternatives"`
	CurrentlyDue  []string           `json:"currently_due"`
	Errors        []requirementError `json:"errors"`
	EventuallyDue []string           `json:"eventually_due"`
	PastDue       []string           `json:"past_due"`
	Pending       []string           `json:"pending_verification"`
}

type verification struct {
	Additional  verificationDocument `json:"additional_document"`
	Details     *string              `json:"details"`
	DetailsCode *string              `json:"details_code"`
	Document    verificationDocument `json:"document"`
	Status      string               `json:"status"`
}

type verificationDocument struct {
	Back        *string `json:"back"`
	Details     *string `json:"details"`
	DetailsCode *string `json:"details_code"`
	Front       *string `json:"front"`
}

// whoParams are what is said of a person, by itself or as the individual of an account.
type whoParams struct {
	Address      *address         `p:"address"`
	DOB          *birth           `p:"dob"`
	Email        *string          `p:"email"`
	FirstName    *string          `p:"first_name"`
	IDNumber     *string          `p:"id_number"`
	LastName     *string          `p:"last_name"`
	Metadata     *metadata        `p:"metadata"`
	Phone        *string          `p:"phone"`
	Political    string           `p:"political_exposure" enum:"existing|none"`
	SSNLast4     *string          `p:"ssn_last_4"`
	Verification *documentsParams `p:"verification"`
}

type personParams struct {
	whoParams
	Nationality  *string             `p:"nationality"`
	Relationship *relationshipParams `p:"relationship"`
}

type relationshipParams struct {
	Director       *bool    `p:"director"`
	Executive      *bool    `p:"executive"`
	Guardian       *bool    `p:"legal_guardian"`
	Owner          *bool    `p:"owner"`
	Percent        *percent `p:"percent_ownership"`
	Representative *bool    `p:"representative"`
	Title          *string  `p:"title"`
}

type documentsParams struct {
	Additional *sidesParams `p:"additional_document"`
	Document   *sidesParams `p:"document"`
}

type sidesParams struct {
	Back  *string `p:"back"`
	Front *string `p:"front"`
}

// personOf is a person without anything known of it.
func (u *unit) personOf(a *account) *person {
	empty := personRequirements{
		Alternatives: []string{}, CurrentlyDue: []string{}, Errors: []requirementError{}, EventuallyDue: []string{}, PastDue: []string{}, Pending: []string{},
	}
	x := &person{Account: a.ID, Metadata: map[string]string{}, Future: empty, Requirements: empty, Verification: verification{Status: "unverified"}}
	x.ID, x.Object, x.Created, x.account = newID("person_1"), "person", u.now, a.ID
	x.Relationship = relationship{Director: ptr(false), Executive: ptr(false), Guardian: ptr(false), Owner: ptr(false), Representative: ptr(false)}
	return x
}

// applyWho writes what is said of a person. Documents must have been uploaded for that.
func (u *unit) applyWho(x *person, p *whoParams) *apiError {
	if v := p.Verification; v != nil {
		for at, pair := range map[string]struct {
			to   *verificationDocument
			from *sidesParams
		}{"document": {&x.Verification.Document, v.Document}, "additional_document": {&x.Verification.Additional, v.Additional}} {
			if pair.from == nil {
				continue
			}
			for side, id := range map[string]*string{"front": pair.from.Front, "back": pair.from.Back} {
				if id != nil && *id != "" && !u.isDocument(*id) {
					return missing("file upload", *id, "verification["+at+"]["+side+"]")
				}
			}
			set(&pair.to.Front, pair.from.Front)
			set(&pair.to.Back, pair.from.Back)
		}
	}
	set(&x.Email, p.Email)
	set(&x.FirstName, p.FirstName)
	set(&x.LastName, p.LastName)
	set(&x.Phone, p.Phone)
	x.Political = or(p.Political, x.Political)
	x.IDNumber = x.IDNumber || p.IDNumber != nil && *p.IDNumber != ""
	x.SSNLast4 = x.SSNLast4 || p.SSNLast4 != nil && *p.SSNLast4 != ""
	if p.Address != nil {
		x.Address = p.Address
	}
	if p.DOB != nil {
		x.DOB = p.DOB
	}
	if p.Metadata != nil {
		x.Metadata = p.Metadata.onto(x.Metadata)
	}
	x.verify()
	return nil
}

// isDocument tells whether a file may prove who somebody is. The account or the
// platform has uploaded it.
func (u *unit) isDocument(id string) bool {
	f, ok := u.s.state.byID[id].(*storedFile)
	return ok && !f.gone && (f.Purpose == "identity_document" || f.Purpose == "additional_verification" || f.Purpose == "account_requirement")
}

// verify derives what is still asked of a person. The address of Stripe's tests, or a
// document, proves who it is.
func (x *person) verify() {
	due := []string{}
	for _, one := range []struct {
		name string
		has  bool
	}{
		{"first_name", x.FirstName != nil}, {"last_name", x.LastName != nil}, {"dob", x.DOB != nil && x.DOB.Year != nil},
	} {
		if !one.has {
			due = append(due, one.name)
		}
	}
	x.Requirements.CurrentlyDue, x.Requirements.EventuallyDue = due, due
	switch {
	case x.Address != nil && deref(x.Address.Line1) == "address_full_match", x.Verification.Document.Front != nil:
		x.Verification.Status = "verified"
	case x.Address != nil && deref(x.Address.Line1) == "address_no_match":
		x.Verification.Status, x.Verification.Details, x.Verification.DetailsCode = "unverified",
			ptr("The address on the document does not match the address of the account."), ptr("document_address_mismatch")
	case len(due) == 0:
		x.Verification.Status = "pending"
	default:
		x.Verification.Status = "unverified"
	}
}

func (r *relationship) apply(p *relationshipParams) {
	if p == nil {
		return
	}
	for _, one := range []struct{ to, from **bool }{
		{&r.Director, &p.Director},
		{&r.Executive, &p.Executive},
		{&r.Guardian, &p.Guardian},
		{&r.Owner, &p.Owner},
		{&r.Representative, &p.Representative},
	} {
		if *one.from != nil {
			*one.to = *one.from
		}
	}
	if p.Percent != nil {
		r.Percent = ptr(json.Number(*p.Percent))
	}
	set(&r.Title, p.Title)
}

// percent is a number from 0 to 100, of which clients send the decimals.
type percent json.Number

func (p *percent) decodeForm(n *node, path string) *apiError {
	whole, rest, _ := strings.Cut(n.scalar, ".")
	i, err := strconv.ParseUint(whole, 10, 8)
	over := i == 100 && strings.Trim(rest, "0") != ""
	if len(n.keys) > 0 || err != nil || i > 100 || over || !digits(rest) || strings.HasSuffix(n.scalar, ".") {
		return reject("", path, "Invalid percentage: %q; it must be between 0 and 100", n.scalar)
	}
	*p = percent(strconv.FormatUint(i, 10))
	if rest = strings.TrimRight(rest, "0"); rest != "" {
		*p += percent("." + rest)
	}
	return nil
}

func (*percent) like() any { return "number" }
