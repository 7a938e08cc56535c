package docs_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// cardField finds names of columns, fields and inputs that hold what is printed
// on a card.
var cardField = regexp.MustCompile(`(?i)\b(card[_-]?(number|no|code|holder)|pan|cvv2?|cvc2?|security[_-]?code|exp(iry)?[_-]?(month|year)|cc-(number|csc|exp)|track[12]?[_-]?data)\b`)

// TestCards_are_nowhere_in_schema_API_and_forms holds that there is no place to
// put the number of a card: not in the database, not in the API, not in a form.
func TestCards_are_nowhere_in_schema_API_and_forms(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"card_number", "cardNumber", `autocomplete="cc-number"`, "cvc", "CVV", "exp_month"} {
		require.Regexp(t, cardField, name)
	}
	looked := 0
	for _, extension := range []string{".sql", ".graphql", ".html", ".tsx"} {
		for _, name := range files(t, extension) {
			if strings.HasPrefix(name, "gateway/") {
				continue // the stand-in for Stripe has cards
			}
			looked++
			require.NotRegexp(t, cardField, read(t, name), name)
		}
	}
	require.Greater(t, looked, 60)
}
