// Package mask says which fields of the schema are about people, and what of them
// is shown to whom.
//
// table.go is the one place that decides: Fields gives each field a class, and
// rules says of each class which readers see it as it is; all others see it
// masked. Resolvers ask who reads (graph/masking.go) and show nothing but what
// Show returns, so a field or a reader that the table does not know is masked.
// What was erased is not masked: nothing is left of it.
package mask

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
)

// Hidden stands where nothing of a value is shown.
const Hidden = "***"

// Address is an address as a reader sees it.
type Address struct {
	order.Address

	IsMasked bool // something of it is not shown
}

// Evidence is what a bank is told as a reader sees it.
type Evidence struct {
	dispute.Evidence

	IsMasked bool // something of it is not shown
}

// table is the rules by the fields that they are about. It never changes.
var table = sync.OnceValue(func() map[string]rule {
	byField := map[string]rule{}
	for field, class := range Fields() {
		at := slices.IndexFunc(rules(), func(r rule) bool { return r.class == class })
		byField[field] = rules()[at]
	}
	return byField
})

// Show returns what a reader sees of a value of a field, `Type.field`. What is
// empty stays empty; of a field that is not in the table nothing is shown.
func Show(field string, to Reader, value string) string {
	r, known := table()[field]
	switch {
	case value == "":
		return ""
	case !known:
		return Hidden
	case slices.Contains(r.clear, to):
		return value
	}
	return r.masked(value)
}

// Clear reports whether readers see a class as it is.
func Clear(of Class, to Reader) bool {
	return slices.ContainsFunc(rules(), func(r rule) bool { return r.class == of && slices.Contains(r.clear, to) })
}

// ShowAddress returns what a reader sees of an address.
func ShowAddress(to Reader, a order.Address) *Address {
	if a.IsForgotten() {
		return &Address{Address: a}
	}
	seen := order.Address{
		Name: Show("Address.name", to, a.Name), Line1: Show("Address.line1", to, a.Line1), Line2: Show("Address.line2", to, a.Line2),
		PostalCode: Show("Address.postalCode", to, a.PostalCode), City: Show("Address.city", to, a.City),
		Region: Show("Address.region", to, a.Region), Country: a.Country, Phone: Show("Address.phone", to, a.Phone),
	}
	return &Address{Address: seen, IsMasked: seen != a}
}

// ShowOrderEmail returns what a reader sees of where the confirmation of an order
// went.
func ShowOrderEmail(to Reader, email string) string {
	if email == order.ErasedAddress {
		return email
	}
	return Show("Order.email", to, email)
}

// ShowEvidence returns what a reader sees of what a bank is told.
func ShowEvidence(to Reader, e dispute.Evidence) *Evidence {
	if e.BuyerName == identity.ErasedName {
		return &Evidence{Evidence: e}
	}
	seen := e
	seen.BuyerName = Show("DisputeEvidence.buyerName", to, e.BuyerName)
	seen.ShippingAddress = Show("DisputeEvidence.shippingAddress", to, e.ShippingAddress)
	return &Evidence{Evidence: seen, IsMasked: seen != e}
}

func hidden(string) string { return Hidden }

// initials are the first letters of at most three words: those of a name.
func initials(name string) string {
	var letters []string
	for word := range strings.FieldsSeq(name) {
		for _, r := range word {
			if unicode.IsLetter(r) {
				letters = append(letters, string(unicode.ToUpper(r))+".")
				break
			}
		}
	}
	if len(letters) == 0 {
		return Hidden
	}
	return strings.Join(letters[:min(len(letters), 3)], " ")
}

// hint is the first letter of an address, in a form that no mail can be sent to.
func hint(email string) string {
	if first, _ := utf8.DecodeRuneInString(email); unicode.IsLetter(first) || unicode.IsDigit(first) {
		return string(first) + "***@***"
	}
	return Hidden
}

// lastFour are the last four characters, whatever more is given.
func lastFour(number string) string {
	runes := []rune(number)
	return string(runes[max(len(runes)-4, 0):])
}
