package seller

import (
	"strings"
	"time"
	"unicode"

	"github.com/bojanz/currency"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/terms"
)

const (
	nameMax   = 80
	reasonMax = 1000
	searchMax = 100
	slugMax   = 60
)

// ApplyInput asks to sell.
type ApplyInput struct {
	Name     string
	Country  string          // ISO 3166-1 alpha-2
	Currency *money.Currency // ISO 4217; that of the country when nil
	// AcceptTermsVersionIDs are the terms that the applicant accepts with it.
	AcceptTermsVersionIDs []terms.VersionID
}

// clean checks the input and returns it trimmed, with its currency.
func (in ApplyInput) clean() (ApplyInput, error) {
	var faults fault.List
	before := len(faults)
	in.Name = faults.Required(in.Name, nameMax, "name")
	if len(faults) == before {
		faults.Check(hasLetters(in.Name), ErrNameSymbols.At("name"))
	}
	in.Country = countryOf(in.Country)
	local, known := currency.ForCountryCode(in.Country)
	faults.Check(known, ErrCountry.At("country"))
	if in.Currency == nil && known {
		c := money.Currency(local)
		in.Currency = &c
	}
	if in.Currency != nil {
		c, err := money.ParseCurrency(string(*in.Currency))
		faults.Check(err == nil, money.ErrCurrency.At("currency"))
		in.Currency = &c
	}
	return in, faults.Err()
}

// hasLetters reports whether a name has at least two letters or digits.
func hasLetters(name string) bool { return len(strings.ReplaceAll(slugOf(name), "-", "")) >= 2 }

func countryOf(code string) string { return strings.ToUpper(strings.TrimSpace(code)) }

// DecideInput names a seller that an operator decides about.
type DecideInput struct {
	SellerID ID
	// Note is added to the mail to the owners of a seller that is approved.
	Note *string
	// UndoSeconds is how long an approval can be withdrawn, 0 to 60; nil means not at
	// all. The seller is approved when the time is over.
	UndoSeconds *int64
}

const undoSecondsMax = 60

// clean returns the note, trimmed, and how long the approval can be withdrawn.
func (in DecideInput) clean() (note string, undo time.Duration, err error) {
	var faults fault.List
	if in.Note != nil {
		note = faults.Lines(*in.Note, reasonMax, "note")
	}
	if n := in.UndoSeconds; n != nil {
		faults.Check(*n >= 0 && *n <= undoSecondsMax, ErrUndoSeconds.At("undoSeconds"))
		undo = time.Duration(*n) * time.Second
	}
	return note, undo, faults.Err()
}

// RefuseInput is a decision against a seller, which needs a reason that its
// members read.
type RefuseInput struct {
	SellerID   ID
	Reason     string
	ReasonCode *RefusalCode // of a rejection
}

func (in RefuseInput) code() RefusalCode {
	if in.ReasonCode == nil {
		return ""
	}
	return *in.ReasonCode
}

func (in RefuseInput) clean() (RefuseInput, error) {
	var faults fault.List
	in.Reason = faults.RequiredLines(in.Reason, reasonMax, "reason")
	return in, faults.Err()
}

// Filter chooses sellers. The zero value chooses all.
type Filter struct {
	Status *Status
	Search *string // a part of the name; case and accents do not matter
	// Country is where the business is, ISO 3166-1 alpha-2, as in Seller.
	Country *string
	sort    Sort
}

// Sort is the order of a list of sellers; its values are those of the GraphQL enum.
type Sort string

// The orders of a list of sellers. Any other value is NewestFirst.
const (
	// NewestFirst begins with those who applied last.
	NewestFirst Sort = "NEWEST_FIRST"
	// OldestFirst begins with those who have waited longest.
	OldestFirst Sort = "OLDEST_FIRST"
)

// In returns the filter of a list in an order.
func (f Filter) In(sort Sort) Filter {
	f.sort = sort
	return f
}

// folded returns the search text in the form of NameFolded.
func (f Filter) folded() (string, error) {
	if f.Search == nil {
		return "", nil
	}
	var faults fault.List
	text := faults.Lines(*f.Search, searchMax, "filter", "search")
	return fold(text), faults.Err()
}

// fold removes case and accents.
func fold(s string) string {
	bare := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	folded, _, err := transform.String(bare, strings.ToLower(s))
	if err != nil {
		return strings.ToLower(s)
	}
	return folded
}

// slugOf makes the readable part of an address out of a name: folded letters
// and digits, with single hyphens between them.
func slugOf(name string) string {
	words := strings.FieldsFunc(fold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	slug := []rune(strings.Join(words, "-"))
	if len(slug) > slugMax {
		slug = slug[:slugMax]
	}
	return strings.Trim(string(slug), "-")
}
