package reference

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/internal/gen/gofiles"
)

func TestPages_are_up_to_date(t *testing.T) {
	t.Parallel()
	root, err := gofiles.Root()
	require.NoError(t, err)
	pages, err := Pages(root)
	require.NoError(t, err)
	for name, want := range pages {
		got, err := os.ReadFile(filepath.Join(root, "docs", name))
		require.NoError(t, err, "run `make docs`")
		require.True(t, want == string(got), "docs/%s is stale: run `make docs`", name)
	}
	files, err := filepath.Glob(filepath.Join(root, "docs/api/reference/*.md"))
	require.NoError(t, err)
	for _, file := range files {
		require.Contains(t, pages, "api/reference/"+filepath.Base(file), "the page of a context that is gone: remove it")
	}
}

// Whatever the access test has seen an operation answer is on its page: following
// the code has found it.
func TestPages_tell_what_operations_were_seen_to_answer(t *testing.T) {
	t.Parallel()
	root, err := gofiles.Root()
	require.NoError(t, err)
	c, err := readCalls(root)
	require.NoError(t, err)
	outcomes := c.outcomes()
	golden, err := os.ReadFile(filepath.Join(root, "graph/testdata/access.golden"))
	require.NoError(t, err)
	line := regexp.MustCompile(`^(Mutation\.\w+).*`)
	told := regexp.MustCompile(`userError:(\w+)`)
	found := map[string]bool{}
	for _, text := range strings.Split(string(golden), "\n") {
		of := line.FindStringSubmatch(text)
		if of == nil {
			continue
		}
		for _, code := range told.FindAllStringSubmatch(text, -1) {
			require.Contains(t, outcomes[strings.ToLower(of[1])].correctable, code[1], of[1])
			found[of[1]+code[1]] = true
		}
	}
	require.Greater(t, len(found), 20)
}

// The closed list on the page is the one of the API.
func TestPages_list_every_code_beside_the_data(t *testing.T) {
	t.Parallel()
	root, err := gofiles.Root()
	require.NoError(t, err)
	text, err := os.ReadFile(filepath.Join(root, "graph/errors.go"))
	require.NoError(t, err)
	var inCode, onPage []string
	for _, m := range regexp.MustCompile(`(?m)^\tcode\w+ += "(\w+)"`).FindAllStringSubmatch(string(text), -1) {
		inCode = append(inCode, m[1])
	}
	inCode = append(inCode, "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED") // the library's own
	for _, c := range closedList() {
		onPage = append(onPage, c.code)
	}
	require.ElementsMatch(t, inCode, onPage)
}

// A kind of fault has something to do about it, and what is said about a code is
// about one that exists.
func TestPages_say_what_to_do_about_every_code(t *testing.T) {
	t.Parallel()
	root, err := gofiles.Root()
	require.NoError(t, err)
	known := map[string]bool{}
	for _, below := range []string{"domain", "authz", "graph"} {
		faults, err := gofiles.Faults(root, below)
		require.NoError(t, err)
		for _, f := range faults {
			known[f.Code] = true
			require.NotEmpty(t, toDo(f), f.Code)
		}
	}
	for code := range deeds() {
		require.True(t, known[code], code)
	}
}
