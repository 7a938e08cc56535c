// Package etal_test holds the rules of the house as tests: what can be checked
// by a machine is checked here, and what cannot stands in docs/style.md.
package etal_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/etal-market/etal/"

// floors says on which floor each context stands. A context imports lower
// floors only: news goes up as an event, and outward calls go through a port.
var floors = map[string]int{
	"vault":          0,
	"system":         0, // it knows the process and nobody in it
	"file":           0, // it knows who has sent something by their ids
	"plan":           0, // it knows sellers by their ids, so that all may ask it
	"identity":       0,
	"seller":         1,
	"operator":       2,
	"export":         1, // a file belongs to a person
	"factor":         1, // it needs people and nobody else
	"apikey":         2, // it acts for people and sellers
	"webhook":        2, // it tells programs of sellers what it is told
	"catalog":        2,
	"shipping":       2,
	"tax":            5, // what the ledger says is payable, and was remitted
	"inventory":      3,
	"pricing":        3, // pure: it knows amounts and who sells
	"promotion":      3,
	"cart":           4,
	"order":          4,
	"ledger":         4,
	"productimport":  4,
	"commission":     5, // it charges past orders again, to show what a change would make
	"payment":        5,
	"payout":         5,
	"note":           5, // about sellers and orders
	"risk":           4,
	"review":         5,
	"reveal":         5, // of orders and accounts
	"checkout":       6,
	"reconciliation": 6,
	"preference":     3, // what people choose for the pages; it knows accounts and nothing else
	"privacy":        6,
	"refund":         6,
	"charge":         6, // what sellers owe beside orders, by their plans and by operators
	"dispute":        7,
	"statement":      7, // it explains what lower contexts have posted
	"notification":   8,
	"extract":        8, // it takes away what the lists of lower contexts show
	"report":         8, // it sums up what statements and the ledger say
	"audit":          8,
	"feed":           8, // it knows what everybody may read of what lower contexts tell
}

// kernel lists the packages of domain/ that are values and know no context.
var kernel = []string{"id", "fault", "money", "page", "actor", "clock", "secret", "sheet"}

// bases stand between the kernel and the contexts: they know the kernel and db.
var bases = []string{"event", "idempotency", "provider", "inbox", "check", "seal", "approval", "ratelimit", "live", "terms", "search"}

// moneyContexts may not hold a floating-point number.
var moneyContexts = []string{"money", "pricing", "ledger", "payment", "payout", "refund", "dispute", "order", "cart", "checkout", "promotion", "tax", "catalog", "commission", "shipping", "plan", "charge", "statement", "reconciliation", "report"}

// source is one file of the repository.
type source struct {
	path      string // with slashes, relative to the root
	text      string
	file      *ast.File // nil when it is not Go
	test      bool
	generated bool
}

func (s *source) dir() string { return path.Dir(s.path) }

func (s *source) in(dirs ...string) bool {
	return slices.ContainsFunc(dirs, func(d string) bool { return strings.HasPrefix(s.path, d+"/") })
}

// context returns the name of the package directly under domain/, or "".
func (s *source) context() string {
	rest, ok := strings.CutPrefix(s.path, "domain/")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, "/")
	return name
}

// tree is the repository, or a small one that a test makes up.
type tree struct {
	fset  *token.FileSet
	files []*source
}

// goFiles yields the Go files that people write, tests included.
func (t *tree) goFiles(yield func(*source) bool) {
	for _, s := range t.files {
		if s.file != nil && !s.generated && !yield(s) {
			return
		}
	}
}

// production yields the Go files that people write and the binary contains.
func (t *tree) production(yield func(*source) bool) {
	t.goFiles(func(s *source) bool { return s.test || yield(s) })
}

func (t *tree) line(n ast.Node) int { return t.fset.Position(n.Pos()).Line }

var generatedMark = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

func (t *tree) add(name, text string) error {
	s := &source{path: name, text: text, test: strings.HasSuffix(name, "_test.go")}
	if strings.HasSuffix(name, ".go") {
		file, err := parser.ParseFile(t.fset, name, text, parser.ParseComments)
		if err != nil {
			return err
		}
		s.file = file
		s.generated = generatedMark.MatchString(text)
		s.test = s.test || s.in("internal/testkit", "db/dbtest")
	}
	t.files = append(t.files, s)
	return nil
}

var (
	readExtensions = []string{".go", ".md", ".sql", ".graphql", ".graphqls", ".txtar", ".yml", ".yaml", ".ts", ".tsx"}
	skippedFolders = []string{"node_modules", "dist", "var", ".git", "testdata", "bin"}
)

func readRepository() (*tree, error) {
	t := &tree{fset: token.NewFileSet()}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name != "." && slices.Contains(skippedFolders, d.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		if !slices.Contains(readExtensions, path.Ext(name)) {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return t.add(name, string(text))
	})
	return t, err
}

// finding is one place that breaks a rule. Line 0 means the whole file.
type finding struct {
	path string
	line int
	what string
}

// rule is one sentence of the house.
type rule struct {
	name  string
	why   string
	read  string // the page that explains it
	check func(*tree) []finding
}

func (r rule) explain(found []finding) string {
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "\n  %s:%d: %s", f.path, f.line, f.what)
	}
	fmt.Fprintf(&b, "\nWhy: %s\nRead: %s", r.why, r.read)
	return b.String()
}

// TestTidy holds the repository to every rule.
func TestTidy(t *testing.T) {
	t.Parallel()
	repository, err := readRepository()
	require.NoError(t, err)
	require.NotEmpty(t, repository.files)
	for _, r := range rules() {
		t.Run(r.name, func(t *testing.T) {
			t.Parallel()
			if found := r.check(repository); len(found) > 0 {
				t.Error(r.explain(found))
			}
		})
	}
}

// TestTidy_catches proves of each rule that it can fail: a small tree with one
// violation is found, and the same tree written well is not.
func TestTidy_catches(t *testing.T) {
	t.Parallel()
	cases := seeds()
	for _, r := range rules() {
		mine := cases[r.name]
		t.Run(r.name, func(t *testing.T) {
			t.Parallel()
			require.NotEmpty(t, mine, "a rule without a seeded violation may be blind")
			for i, seed := range mine {
				require.NotEmpty(t, r.check(seeded(t, seed.bad)), "violation %d passed unseen", i)
				require.Empty(t, r.check(seeded(t, seed.good)), "good code %d was refused", i)
			}
		})
		delete(cases, r.name)
	}
	require.Empty(t, cases, "seeds of rules that do not exist")
}

func seeded(t *testing.T, files map[string]string) *tree {
	t.Helper()
	made := &tree{fset: token.NewFileSet()}
	for name, text := range files {
		require.NoError(t, made.add(name, text), name)
	}
	return made
}

// The page tells the floors of the contexts that there are, and of no others.
func TestTidy_floors_are_told(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("docs/architecture.md")
	require.NoError(t, err)
	told := map[string]int{}
	for _, row := range regexp.MustCompile(`(?m)^\| (\d) \| ([a-z, ]+) \|$`).FindAllStringSubmatch(string(text), -1) {
		floor, err := strconv.Atoi(row[1])
		require.NoError(t, err)
		for name := range strings.SplitSeq(row[2], ", ") {
			told[name] = floor
		}
	}
	built := map[string]int{}
	folders, err := os.ReadDir("domain")
	require.NoError(t, err)
	for _, folder := range folders {
		if floor, ok := floors[folder.Name()]; ok {
			built[folder.Name()] = floor
		}
	}
	require.Equal(t, built, told)
}
