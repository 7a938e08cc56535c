package graph

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/graph/mask"
)

// soundsPersonal are names of fields that say who somebody is, how to reach them,
// or that hold what somebody has written about them.
var soundsPersonal = regexp.MustCompile(`(?i)name|mail|phone|line\d|street|postal|postcode|zip|city|region|countr|address|agent|place$|birth|iban|bank|last4|` +
	`taxid|^tin$|number$|legal|recipient|contact|note|reason|statement|refusal|refundpolicy|payload|^before$|^after$|reference|tracking`)

// finds are names of arguments by which something is looked for.
var finds = regexp.MustCompile(`(?i)name|mail|phone|line\d|street|postal|postcode|zip|city|region|address|recipient|contact|query|search`)

// notPersonal are names that only sound so, wherever they stand.
var notPersonal = regexp.MustCompile(`^(number|lineNumber)$`)

// isText reports whether a type is free text, alone or in a list.
func isText(of *ast.Type) bool { return of.Name() == "String" }

// undecided lists what sounds like personal data and is not in the table, and what
// is in the table and not in the schema.
func undecided(s *ast.Schema) (found []string) {
	decided := maps.Clone(mask.Open())
	for field, class := range mask.Fields() {
		if decided[field] != "" {
			found = append(found, field+" is masked and open")
		}
		decided[field] = string(class)
	}
	maps.Copy(decided, mask.Edges())
	seen := map[string]bool{}
	for _, d := range own(s) {
		if d.Kind != ast.Object || d == s.Query || d == s.Mutation {
			continue
		}
		for _, f := range d.Fields {
			name := d.Name + "." + f.Name
			seen[name] = true
			isWhole := f.Type.Name() == "Address" || f.Type.Name() == "DisputeEvidence"
			sounds := isText(f.Type) && soundsPersonal.MatchString(f.Name) && !notPersonal.MatchString(f.Name)
			if (isWhole || sounds) && decided[name] == "" {
				found = append(found, name+" sounds like personal data: add it to graph/mask/table.go")
			}
		}
	}
	for name := range decided {
		if !seen[name] {
			found = append(found, name+" is in the table and not in the schema")
		}
	}
	return append(found, unsearched(s)...)
}

// unsearched lists the arguments of queries by which people could be looked up
// that the table does not excuse.
func unsearched(s *ast.Schema) (found []string) {
	excused, seen := mask.Searches(), map[string]bool{}
	look := func(name string, of *ast.Type) {
		seen[name] = true
		if isText(of) && finds.MatchString(name[strings.LastIndex(name, ".")+1:]) && excused[name] == "" {
			found = append(found, name+" could look people up: add it to Searches in graph/mask/table.go")
		}
	}
	for _, f := range s.Query.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		for _, a := range f.Arguments {
			name := "Query." + f.Name + "." + a.Name
			look(name, a.Type)
			if input := s.Types[a.Type.Name()]; input.Kind == ast.InputObject {
				for _, inner := range input.Fields {
					look(name+"."+inner.Name, inner.Type)
				}
			}
		}
	}
	for name := range excused {
		if !seen[name] {
			found = append(found, name+" is excused and not in the schema")
		}
	}
	return found
}

// TestSchema_personal_data_is_in_the_table walks the schema: what carries personal
// data is in the table, and the table is a golden file.
func TestSchema_personal_data_is_in_the_table(t *testing.T) {
	t.Parallel()

	require.Empty(t, undecided(schema()))

	var b strings.Builder
	b.WriteString("# Personal data in the API: x as it is, m masked. Written by the tests of package graph.\n\n")
	fmt.Fprintf(&b, "%-34s %-14s", "field", "class")
	for _, reader := range mask.Readers() {
		fmt.Fprintf(&b, " %s", nameOf(reader))
	}
	for _, field := range slices.Sorted(maps.Keys(mask.Fields())) {
		class := mask.Fields()[field]
		fmt.Fprintf(&b, "\n%-34s %-14s", field, class)
		for _, reader := range mask.Readers() {
			mark := "m"
			if mask.Clear(class, reader) {
				mark = "x"
			}
			fmt.Fprintf(&b, " %-*s", len(nameOf(reader)), mark)
		}
	}
	for _, part := range []struct {
		title string
		lines map[string]string
	}{{"leads to", mask.Edges()}, {"open, since", mask.Open()}, {"looks up, since", mask.Searches()}} {
		fmt.Fprintf(&b, "\n\n%s", part.title)
		for _, name := range slices.Sorted(maps.Keys(part.lines)) {
			fmt.Fprintf(&b, "\n%-34s %s", name, part.lines[name])
		}
	}
	printed := regexp.MustCompile(` +\n`).ReplaceAllString(b.String()+"\n", "\n")
	const golden = "testdata/personal.golden"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(printed), 0o600))
	}
	kept, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(kept), printed, "who sees what of people has changed: read it, then go test ./graph -run TestSchema -update")
}

func nameOf(r mask.Reader) string {
	if r == mask.Stranger {
		return "STRANGER"
	}
	return string(r)
}

// TestSchema_personal_data_that_is_new_is_noticed adds what somebody might add, and
// takes away what they might take.
func TestSchema_personal_data_that_is_new_is_noticed(t *testing.T) {
	t.Parallel()

	text, err := os.ReadFile("schema.graphql")
	require.NoError(t, err)
	for added, want := range map[string]string{
		"extend type Transfer { to: Address }":                             "Transfer.to",
		"extend type Refund { buyerName: String! }":                        "Refund.buyerName",
		"extend type Payment { receiptEmail: String }":                     "Payment.receiptEmail",
		"extend type Seller { phones: [String!]! }":                        "Seller.phones",
		"extend type PayoutAccount { iban: String }":                       "PayoutAccount.iban",
		"type Parcel { line1: String }":                                    "Parcel.line1",
		"extend type Release { evidence: DisputeEvidence }":                "Release.evidence",
		"extend input OrderFilter { email: String }":                       "Query.orders.filter.email",
		"extend input SellerOrderFilter { city: String }":                  "Query.sellerOrders.filter.city",
		"extend type Query { orderByPhone(phone: String): Order @public }": "Query.orderByPhone.phone",
	} {
		s, err := gqlparser.LoadSchema(&ast.Source{Input: string(text) + "\n" + added})
		require.NoError(t, err, added)
		found := undecided(s)
		require.Len(t, found, 1, added)
		require.True(t, strings.HasPrefix(found[0], want+" "), found[0])
	}
	without := strings.Replace(string(text), "  bankLast4: String!\n", "  bank: ID!\n", 1)
	s, err := gqlparser.LoadSchema(&ast.Source{Input: without})
	require.NoError(t, err)
	require.Equal(t, []string{"Payout.bankLast4 is in the table and not in the schema"}, undecided(s))
}
