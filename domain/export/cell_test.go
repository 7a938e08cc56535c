package export_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/export"
)

// A title such as =HYPERLINK(…) is run by whoever opens the file of a list, on
// their machine.
func TestText_is_no_formula_of_a_spreadsheet(t *testing.T) {
	t.Parallel()

	for text, cell := range map[string]string{
		"":                           "",
		"Kiln":                       "Kiln",
		"Müller & Söhne":             "Müller & Söhne",
		"a=1":                        "a=1",
		"'Kiln'":                     "'Kiln'",
		`=HYPERLINK("http://x","y")`: `'=HYPERLINK("http://x","y")`,
		"+1 555":                     "'+1 555",
		"-2+3":                       "'-2+3",
		"@SUM(A1)":                   "'@SUM(A1)",
		"  =1+1":                     "'  =1+1",
		"\t=1+1":                     "'\t=1+1",
		"\r\n=1+1":                   "'\r\n=1+1",
		"\x00=1+1":                   "'\x00=1+1",
		"\u00a0=1+1":                 "'\u00a0=1+1",
		"＝1+1":                       "'＝1+1",
		"＠x":                         "'＠x",
		"\t":                         "\t",
	} {
		require.Equal(t, cell, export.Text(text), "%q", text)
	}
}
