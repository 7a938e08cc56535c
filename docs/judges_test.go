package docs_test

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// The tests and the attacks that the page of judges names exist. What the judges say is
// compared with the page where they are asked, in graph/contract and server.
func TestJudges_names_what_exists(t *testing.T) {
	t.Parallel()
	const page = "docs/judges.md"
	requireNamedTests(t, page)
	attacks := regexp.MustCompile(`attack \*([^*]+)\*`).FindAllStringSubmatch(read(t, page), -1)
	require.Greater(t, len(attacks), 7)
	for _, m := range attacks {
		require.Contains(t, read(t, "docs/attacks.md"), "\n| "+m[1]+" | ", page)
	}
}

// `make check` and .ci/run ask the same judges.
func TestJudges_are_asked_by_check_and_by_ci(t *testing.T) {
	t.Parallel()
	makefile := read(t, "Makefile")
	require.Regexp(t, `(?m)^check:.* judges( .*)?$`, makefile)
	require.Regexp(t, `(?m)^contract: judges `, makefile)
	require.Regexp(t, `(?m)^make -k judges .*\|\| status=1$`, read(t, ".ci/run"), "a judge that is not pleased fails the whole, and the others are still asked")
}
