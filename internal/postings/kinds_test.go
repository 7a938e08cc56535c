package postings_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/ledger"
)

// elsewhere are kinds of journal whose numbers another test works, because its
// story needs more than these have.
func elsewhere() map[ledger.Kind]string {
	return map[ledger.Kind]string{
		ledger.KindDebtDebited:          "TestDebt_is_debited_and_given_up",
		ledger.KindDisputeFeeCharged:    "TestFee_charged_to_sellers_and_netted",
		ledger.KindDisputeFeeBack:       "TestFee_when_it_is_won",
		ledger.KindSellerCharged:        "TestCharge_is_collected_from_what_is_released",
		ledger.KindSellerChargeReversed: "TestReverse_a_charge",
		ledger.KindSellerCredited:       "TestCredit_pays_debts_and_is_transferred",
		ledger.KindSellerCreditReversed: "TestReverse_a_credit",
		ledger.KindCreditSpent:          "TestCredit_pays_some_of_an_order",
		ledger.KindCreditUnspent:        "TestCredit_is_spent_once",
		ledger.KindSuspended:            "TestRun_suspends_what_nobody_explains",
		ledger.KindSuspenseBooked:       "TestResolve_on_the_balance_of_a_seller",
		ledger.KindSuspenseUndone:       "TestResolve_is_undone_by_the_answer",
		ledger.KindDifferenceBooked:     "TestResolve_an_amount_that_differs",

		ledger.KindTaxRemitted:           "TestRow_15_tax_that_was_remitted",
		ledger.KindTaxRemittanceReversed: "TestRow_15_tax_that_was_remitted",
	}
}

// TestKinds_are_worked_in_numbers fails when there is a kind of journal that no
// story of this package has books for, and no test of another one is named.
func TestKinds_are_worked_in_numbers(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("postings_test.go")
	require.NoError(t, err)
	tests := testNames(t)
	for _, kind := range ledger.Kinds() {
		if strings.Contains(string(text), `"`+string(kind)+": ") {
			continue
		}
		name, named := elsewhere()[kind]
		require.True(t, named, "%s: add a story with its accounts and amounts", kind)
		require.Contains(t, tests, name, "%s", kind)
	}
}

// testNames are the names of all tests of the repository.
func testNames(t *testing.T) (names []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS("../.."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (d.Name() == "web-admin" || d.Name() == ".git") {
			if err == nil {
				err = fs.SkipDir
			}
			return err
		}
		if !strings.HasSuffix(name, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("../..", name), nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				names = append(names, fn.Name.Name)
			}
		}
		return nil
	})
	require.NoError(t, err)
	return names
}
