package docs_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/ledger"
)

// postings are the rows of the table of everything that can happen to money.
const postings = "1 2 2a 2b 2c 2d 2e 3 4 5 5a 6 6a 6b 6m 7 7a 7b 7c 8 9 9a 9b 9c 10 10a 10am 10b 10c 10d 10e 11 11a 11b 11c 12 12a 12b " +
	"13 13a 13b 13c 14 14a 14b 14m 15 16 17 18 19 20 20a 20b 20c 21 22 23"

// Each row has what reaches it, or says that it is not built; each kind of journal has
// a row, and no row names a kind that is none.
func TestLedger_every_posting_is_reached(t *testing.T) {
	t.Parallel()
	requireNamedTests(t, "docs/ledger.md")
	kinds := map[string]bool{}
	for _, k := range ledger.Kinds() {
		kinds[string(k)] = false
	}
	var numbers []string
	for _, row := range rows(t, read(t, "docs/ledger.md"), "## Every posting, and what reaches it") {
		require.Len(t, row, 5, "%v", row)
		numbers = append(numbers, row[0])
		named := regexp.MustCompile("`([A-Z_]+)`").FindAllStringSubmatch(row[2], -1)
		for _, m := range named {
			_, known := kinds[m[1]]
			require.True(t, known, "row %s: there is no kind %s", row[0], m[1])
			kinds[m[1]] = true
		}
		if strings.HasPrefix(row[3], "not built: ") {
			require.Empty(t, named, "row %s is built", row[0])
			continue
		}
		require.Contains(t, row[4], "`Test", "nothing reaches row %s", row[0])
		require.False(t, strings.Contains(row[4], "worlds") && len(named) == 0, "row %s: what do worlds post?", row[0])
	}
	require.Equal(t, strings.Fields(postings), numbers)
	for kind, told := range kinds {
		require.True(t, told, "%s has no row", kind)
	}
}
