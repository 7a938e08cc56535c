package search_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/search"
)

func TestWords_fold_case_accents_and_marks(t *testing.T) {
	t.Parallel()

	for text, want := range map[string][]string{
		"Été à Łódź":                  {"ete", "a", "lodz"},
		"STRAẞE straße":               {"strasse", "strasse"},
		"Women's T-Shirt":             {"womens", "t", "shirt"},
		"ﬁne № 5":                     {"fine", "no", "5"},
		"":                            {},
		"!!! ' \" -- ( OR * :":        {"or"},
		"Ærø Þór İstanbul":            {"aero", "thor", "istanbul"},
		"日本 the":                      {"日本", "the"},
		"a\x1fb\tc\nd":                {"a", "b", "c", "d"},
		"x1e5 0x1F 12e 1.5":           {"x1e5", "0x1f", "12e", "1", "5"},
		"\u202ecafe\u0301":            {"cafe"},
		"<b>bold</b>&amp;'quoted':*|": {"b", "bold", "b", "amp", "quoted"},
	} {
		require.Equal(t, want, search.Words(text), "%q", text)
	}
}
