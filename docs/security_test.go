package docs_test

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Whoever reads a promise must find its proof: each test that a page names
// exists.
func TestSecurity_names_tests_that_exist(t *testing.T) {
	t.Parallel()
	requireTestsOf(t, "docs/security.md")
}

// requireTestsOf fails unless each test that a page names exists. The part of
// a test is written somewhere in a test, or is a story of its own. Tests in a
// browser are named by their file and title.
func requireTestsOf(t *testing.T, page string) {
	t.Helper()
	require.Greater(t, requireNamedTests(t, page), 50)
}

// requireNamedTests holds that the tests that a page names exist, and counts them.
func requireNamedTests(t *testing.T, page string) int {
	t.Helper()
	text := read(t, page)
	var all strings.Builder
	for _, name := range files(t, "_test.go") {
		all.WriteString(read(t, name))
	}
	tests := all.String()
	named := 0
	for _, m := range regexp.MustCompile("`(Test[^`/]+)(?:/([^`]+))?`").FindAllStringSubmatch(text, -1) {
		require.Contains(t, tests, "func "+m[1]+"(", "%s names a test", page)
		switch {
		case m[1] == "TestStories":
			require.FileExists(t, filepath.Join(root, "e2e/testdata", m[2]+".txtar"), "%s names a story", page)
		case m[2] != "":
			require.Contains(t, tests, strconv.Quote(m[2]), "%s names a part of %s", page, m[1])
		}
		named++
	}
	require.Positive(t, named)
	for _, m := range regexp.MustCompile("`([a-z]+\\.spec\\.ts): ([^`]+)`").FindAllStringSubmatch(text, -1) {
		require.Contains(t, read(t, "web-admin/e2e/"+m[1]), "test("+strconv.Quote(m[2])+",", "%s names a test in a browser", page)
	}
	return named
}

func TestSecurity_has_a_row_for_each_promise(t *testing.T) {
	t.Parallel()
	text := read(t, "docs/security.md")
	promised := map[string]string{
		"## 3.1 Accounts and passwords": "A1 A2 A3 A4 A5 A6 A7 A8 A9", "## 3.2 Sessions and tokens": "S1 S2 S3 S4 S5 S6",
		"## 3.3 Authenticator apps": "T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12", "## 3.4 Passkeys": "P1 P2 P3 P4",
		"## 3.5 Object and field access": "O1 O2 O3 O4 O5 O6 O7", "## 3.6 Roles and the matrix": "M1 M2 M3 M4",
		"## 3.7 Audit log": "L1 L2 L3 L4 L5", "## 3.8 Secrets, privacy, money records": "K1 K2 G1 G2 G3 G4 PCI",
		"## 3.9 Web, uploads, outgoing calls": "W1 W2 W3 W4 W5 U1 X1 X2 D1 R1",
	}
	for heading, ids := range promised {
		var found []string
		for _, row := range rows(t, text, heading) {
			require.Len(t, row, 3, "%v", row)
			require.NotEmpty(t, row[1], row[0])
			if !strings.Contains(row[2], "`Test") {
				require.Contains(t, row[1], "*Not yet", "%s is promised without a proof", row[0])
			}
			found = append(found, row[0])
		}
		require.Equal(t, strings.Fields(ids), found, heading)
	}
}
