package supply

import (
	"bytes"
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/google/licenseclassifier/v2/assets"
	"github.com/stretchr/testify/require"
)

const root = "../../.."

// What others have written and Étal ships is under licences that somebody has
// allowed, and stands on a page. It asks nobody.
func TestParts_are_under_licences_that_are_allowed(t *testing.T) {
	t.Parallel()
	parts, err := Parts(t.Context(), root)
	require.NoError(t, err)
	require.NoError(t, Refused(parts))
	seen := map[string]string{}
	for _, p := range parts {
		seen[p.Kind+" "+p.Name] = strings.Join(p.Licences, ", ")
	}
	for name, licence := range map[string]string{
		"go std": "BSD-3-Clause", "go modernc.org/libc": "BSD-3-Clause, MIT", "go github.com/uptrace/bun": "BSD-2-Clause",
		"npm react": "MIT", "npm react-aria-components": "Apache-2.0", "npm graphiql": "MIT",
	} {
		require.Equal(t, licence, seen[name], name)
	}
	require.NotContains(t, seen, "npm vite", "what only development needs is not shipped")
	require.NotContains(t, seen, "go github.com/stretchr/testify")
	page, err := os.ReadFile(root + "/docs/licences.md")
	require.NoError(t, err)
	require.Equal(t, string(page), Page(parts), "run: make docs")
}

func TestRefused_names_what_nobody_has_allowed(t *testing.T) {
	t.Parallel()
	c, err := newClassifier()
	require.NoError(t, err)
	for name, texts := range map[string]map[string]string{
		"nobody has allowed AGPL-3.0":                  {"LICENSE": known(t, "AGPL-3.0")},
		"nobody has allowed GPL-2.0":                   {"LICENSE": known(t, "MIT"), "COPYING.txt": known(t, "GPL-2.0")},
		"nothing says under which licence it is":       {"README.md": known(t, "MIT")},
		"nothing says under which licence it is: ours": {"LICENSE": "You may use this on Tuesdays, when it rains."},
	} {
		dir := t.TempDir()
		for file, text := range texts {
			require.NoError(t, os.WriteFile(dir+"/"+file, []byte(text), 0o600))
		}
		licences, err := c.ofDirectory(dir)
		require.NoError(t, err)
		want, _, _ := strings.Cut(name, ":")
		require.ErrorContains(t, Refused([]Part{{Kind: "go", Name: "example.org/x", Licences: licences}}), "go example.org/x: "+want)
	}
	_, err = c.ofDirectory("")
	require.Error(t, err)
	require.Error(t, Refused([]Part{{Kind: "npm", Name: "x", Licences: spdx("(MIT OR GPL-3.0)")}}), "a choice is somebody's to make")
	require.NoError(t, Refused([]Part{{Kind: "npm", Name: "x", Licences: spdx("(MIT AND ISC)")}}))
}

func known(t *testing.T, licence string) string {
	t.Helper()
	for _, variant := range []string{"license.txt", "LICENSE.txt", "pristine.txt", "a.txt"} {
		if text, err := assets.ReadLicenseFile("License/" + licence + "/" + variant); err == nil {
			return string(text)
		}
	}
	require.Fail(t, "no text", licence)
	return ""
}

func TestNPMParts_resolves_as_Node_does(t *testing.T) {
	t.Parallel()
	parts, err := npmParts([]byte(`{"packages": {
		"": {"dependencies": {"a": "1"}, "devDependencies": {"d": "1"}},
		"node_modules/a": {"version": "1.0.0", "license": "MIT", "dependencies": {"b": "1"}, "peerDependencies": {"c": "1", "o": "1"},
			"peerDependenciesMeta": {"o": {"optional": true}}},
		"node_modules/a/node_modules/b": {"version": "1.1.0", "license": "GPL-3.0", "dependencies": {"c": "1", "a": "1"}},
		"node_modules/b": {"version": "2.0.0", "license": "MIT"},
		"node_modules/c": {"version": "3.0.0"},
		"node_modules/d": {"version": "4.0.0", "license": "MIT"}
	}}`))
	require.NoError(t, err)
	require.Equal(t, []Part{
		{Kind: "npm", Name: "a", Version: "1.0.0", Licences: []string{"MIT"}},
		{Kind: "npm", Name: "b", Version: "1.1.0", Licences: []string{"GPL-3.0"}},
		{Kind: "npm", Name: "c", Version: "3.0.0"},
	}, parts)
	for _, broken := range []string{``, `{}`, `{"packages": {"": {"dependencies": {"gone": "1"}}}}`} {
		_, err := npmParts([]byte(broken))
		require.Error(t, err, broken)
	}
}

// Whatever is not a whole answer is "not checked", and never passes.
func TestVulnerabilities_never_pass_unasked(t *testing.T) {
	t.Parallel()
	const config = `{"config": {"scanner_name": "govulncheck", "db": "https://vuln.go.dev"}}`
	broke := errors.New("exit status 1")
	for name, c := range map[string]struct {
		judge func([]byte, error) error
		out   string
		err   error
		want  error
	}{
		"Go, nothing known":       {judgeGo, config + `{"progress": {"message": "Scanning"}}`, nil, nil},
		"Go, not called":          {judgeGo, config + `{"finding": {"osv": "GO-1", "trace": [{"module": "m", "package": "m/p"}]}}`, nil, nil},
		"Go, called":              {judgeGo, config + `{"finding": {"osv": "GO-1", "trace": [{"module": "m", "function": "F"}]}}`, nil, ErrVulnerable},
		"Go, no database":         {judgeGo, config, broke, ErrNotChecked},
		"Go, silence":             {judgeGo, ``, nil, ErrNotChecked},
		"Go, cut off":             {judgeGo, config + `{"finding": {"osv"`, nil, ErrNotChecked},
		"Go, no config":           {judgeGo, `{"progress": {}}`, nil, ErrNotChecked},
		"npm, nothing known":      {judgeNPM, `{"auditReportVersion": 2, "vulnerabilities": {}, "metadata": {"vulnerabilities": {"total": 0}}}`, nil, nil},
		"npm, known":              {judgeNPM, `{"auditReportVersion": 2, "vulnerabilities": {"x": {"severity": "high"}}, "metadata": {"vulnerabilities": {"total": 1}}}`, broke, ErrVulnerable},
		"npm, an error":           {judgeNPM, `{"message": "405 Method Not Allowed", "error": {"summary": "", "detail": ""}}`, broke, ErrNotChecked},
		"npm, silence":            {judgeNPM, ``, nil, ErrNotChecked},
		"npm, empty":              {judgeNPM, `{}`, nil, ErrNotChecked},
		"npm, counts and no name": {judgeNPM, `{"auditReportVersion": 2, "metadata": {"vulnerabilities": {"total": 1}}}`, nil, ErrNotChecked},
	} {
		err := c.judge([]byte(c.out), c.err)
		if c.want == nil {
			require.NoError(t, err, name)
			continue
		}
		require.ErrorIs(t, err, c.want, name)
		require.NotErrorIs(t, err, map[error]error{ErrNotChecked: ErrVulnerable, ErrVulnerable: ErrNotChecked}[c.want], name)
	}
}

func TestList_names_every_module_of_the_binary(t *testing.T) {
	t.Parallel()
	info := &buildinfo.BuildInfo{
		GoVersion: "go1.26.0", Main: debug.Module{Path: "example.org/etal", Version: "v1.0.0"},
		Deps: []*debug.Module{
			{Path: "example.org/a", Version: "v1.2.3+incompatible", Sum: "h1:x"},
			{Path: "example.org/old", Version: "v1.0.0", Replace: &debug.Module{Path: "example.org/new", Version: "v2.0.0"}},
		},
	}
	parts := []Part{
		{Kind: "go", Name: "std", Licences: []string{"BSD-3-Clause"}},
		{Kind: "go", Name: "example.org/a", Licences: []string{"MIT", "ISC"}},
		{Kind: "npm", Name: "example.org/old", Licences: []string{"GPL-3.0"}},
		{Kind: "go", Name: "example.org/old", Licences: []string{"MIT"}},
	}
	var first, second bytes.Buffer
	require.NoError(t, List(&first, info, parts))
	require.NoError(t, List(&second, info, parts))
	require.Equal(t, first.String(), second.String(), "the list of a binary is always the same")
	var read struct {
		BOMFormat, SpecVersion string
		Components             []struct{ Name, PURL string }
	}
	require.NoError(t, json.Unmarshal(first.Bytes(), &read))
	require.Equal(t, "CycloneDX 1.6", read.BOMFormat+" "+read.SpecVersion)
	require.Equal(t, []struct{ Name, PURL string }{
		{"std", "pkg:golang/std@go1.26.0"}, {"example.org/a", "pkg:golang/example.org/a@v1.2.3%2Bincompatible"}, {"example.org/new", "pkg:golang/example.org/new@v2.0.0"},
	}, read.Components)
	require.ErrorContains(t, List(&first, info, parts[:3]), "example.org/old")
}

// Every binary that is shipped is built the way that can be repeated.
func TestBuilds_can_be_repeated(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(root + "/Makefile")
	require.NoError(t, err)
	builds := regexp.MustCompile(`(?m)^.*\$\(GO\) build.* \./cmd/etal.*$`).FindAllString(string(text), -1)
	require.NotEmpty(t, builds)
	for _, line := range builds {
		require.Contains(t, line, "CGO_ENABLED=0", "another compiler of C makes another binary")
		require.Contains(t, line, "-trimpath", "another directory makes another binary")
		require.NotContains(t, line, "-ldflags", "what is put in by hand differs from hand to hand")
	}
	require.Contains(t, string(text), "\nreproducible:")
}
