package docs_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// moneyRules are the headings of docs/money.md with the last rule of each.
func moneyRules() []struct {
	heading string
	last    int
} {
	return []struct {
		heading string
		last    int
	}{
		{"## 4.1 Charge type, fees, liability", 8},
		{"## 4.2 Regions, currencies, amounts", 17},
		{"## 4.3 Transfers and availability", 29},
		{"## 4.4 Refunds and reversals", 40},
		{"## 4.5 Disputes", 48},
		{"## 4.6 Seller accounts", 55},
		{"## 4.7 Payouts", 63},
		{"## 4.8 Negative balances", 67},
		{"## 4.9 Webhooks", 75},
		{"## 4.10 Idempotency, errors, limits", 83},
		{"## 4.11 Tax and reporting", 89},
		{"## 4.12 Reconciliation", 92},
	}
}

func TestMoney_names_tests_that_exist(t *testing.T) {
	t.Parallel()
	requireTestsOf(t, "docs/money.md")
}

func TestStories_names_tests_that_exist(t *testing.T) {
	t.Parallel()
	for _, page := range []string{"docs/stories.md", "docs/stripe-simulator.md"} {
		requireNamedTests(t, page)
	}
}

// Each of the 92 rules has its row, in order, with a proof or an honest word.
func TestMoney_has_a_row_for_each_rule(t *testing.T) {
	t.Parallel()
	text := read(t, "docs/money.md")
	rule := 0
	for _, part := range moneyRules() {
		for _, row := range rows(t, text, part.heading) {
			rule++
			require.Len(t, row, 3, "%v", row)
			require.Equal(t, fmt.Sprint(rule), row[0], part.heading)
			require.NotEmpty(t, row[1])
			if !strings.Contains(row[2], "`Test") {
				require.Regexp(t, `\*Not (yet|testable here)`, row[1], "rule %s is stated without a proof", row[0])
			}
		}
		require.Equal(t, part.last, rule, part.heading)
	}
}
