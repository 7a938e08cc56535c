package etal_test

import (
	"fmt"
	"go/ast"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

func structureRules() []rule {
	return []rule{
		{
			"imports go down", "A context that knows its neighbour cannot be read, tested or changed alone.",
			"docs/architecture.md, Floors", checkFloors,
		},
		{
			"contexts explain themselves", "doc.go says what the thing is, its states, and what always holds; it is where a stranger starts.",
			"docs/architecture.md, Anatomy of a context", checkDocFiles,
		},
		{
			"exported names have sentences", "The comment is the contract: what the caller may rely on and which faults come back.",
			"docs/style.md, Comments", checkComments,
		},
		{
			"packages have real names", "A package named after nothing collects everything.",
			"docs/style.md, Names", checkPackageNames,
		},
		{
			"nothing is left lying about", "A package nobody imports is not tested by its use, and misleads whoever reads it.",
			"docs/style.md, Dead code", checkUnused,
		},
	}
}

// importsOf yields the packages of this module that a file imports, relative
// to the module.
func importsOf(s *source, yield func(*ast.ImportSpec, string)) {
	for _, spec := range s.file.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		if rest, ok := strings.CutPrefix(p, module); ok {
			yield(spec, rest)
		}
	}
}

func checkFloors(t *tree) (found []finding) {
	for s := range t.production {
		importsOf(s, func(spec *ast.ImportSpec, target string) {
			if why := forbidden(s, target); why != "" {
				found = append(found, finding{s.path, t.line(spec), fmt.Sprintf("imports %s: %s", target, why)})
			}
		})
	}
	return found
}

func under(target string, folders ...string) bool {
	return slices.ContainsFunc(folders, func(f string) bool { return target == f || strings.HasPrefix(target, f+"/") })
}

// forbidden says why a production file may not import a package of ours, or "".
func forbidden(s *source, target string) string {
	area, _, _ := strings.Cut(s.path, "/")
	if under(target, "internal/testkit", "db/dbtest") {
		return "that is for tests"
	}
	switch area {
	case "domain":
		return forbiddenInDomain(s, target)
	case "db":
		if !under(target, "migrations", "db", "domain/clock") {
			return "db knows migrations and the clock"
		}
	case "migrations":
		return "migrations know nothing"
	case "graph":
		if under(target, "db", "gateway", "server", "web-admin") {
			return "graph speaks to the domain only"
		}
	case "authz":
		if !under(target, "domain/actor", "domain/fault", "authz") {
			return "authz knows actors and faults"
		}
	case "gateway":
		if under(target, "graph", "server", "authz", "web-admin") {
			return "a gateway knows the kernel and the context whose port it fills"
		}
	case "cmd":
		if !under(target, "server") {
			return "a command starts the server package and does nothing else"
		}
	case "server":
		if s.in("server/config") && !under(target, "server/config") {
			return "settings know nothing of what they set"
		}
	case "web-admin":
		return "the web admin is only files"
	}
	return ""
}

func forbiddenInDomain(s *source, target string) string {
	if !under(target, "domain", "db") {
		return "the domain knows no transport and no provider"
	}
	mine := s.context()
	if slices.Contains(kernel, mine) {
		if under(target, "db") || !slices.Contains(kernel, strings.TrimPrefix(target, "domain/")) {
			return mine + " is a value of the kernel"
		}
		return ""
	}
	other, _, _ := strings.Cut(strings.TrimPrefix(target, "domain/"), "/")
	if target == "db" || other == mine || slices.Contains(kernel, other) {
		return ""
	}
	if slices.Contains(bases, mine) && other == "event" && mine != "event" {
		return "" // a base tells news like everybody
	}
	if slices.Contains(bases, mine) {
		return mine + " lies under all contexts"
	}
	if slices.Contains(bases, other) {
		return ""
	}
	from, ok := floors[mine]
	if !ok {
		return mine + " has no floor yet: give it one in tidy_test.go"
	}
	to, ok := floors[other]
	if !ok {
		return other + " has no floor yet: give it one in tidy_test.go"
	}
	if to >= from {
		return fmt.Sprintf("%s stands on floor %d and %s on floor %d", mine, from, other, to)
	}
	return ""
}

func checkDocFiles(t *tree) (found []finding) {
	documented := map[string]bool{}
	folders := map[string]string{} // folder → one file in it
	for s := range t.production {
		if s.file.Doc != nil && (path.Base(s.path) == "doc.go" || !isContext(s.dir())) {
			documented[s.dir()] = true
		}
		folders[s.dir()] = s.path
	}
	for folder, file := range folders {
		if documented[folder] {
			continue
		}
		what := "the package has no comment"
		if isContext(folder) {
			what = "the context has no doc.go with a package comment"
		}
		found = append(found, finding{file, 0, what})
	}
	return found
}

func isContext(folder string) bool {
	name, ok := strings.CutPrefix(folder, "domain/")
	_, stands := floors[name]
	return ok && stands
}

func checkComments(t *tree) (found []finding) {
	for s := range t.production {
		if s.file.Name.Name == "main" {
			continue
		}
		for _, d := range s.file.Decls {
			for _, m := range undocumented(d) {
				if !isResolver(s) {
					found = append(found, finding{s.path, t.line(m), m.Name + " needs a comment of full sentences"})
				}
			}
		}
	}
	return found
}

// undocumented returns the exported names of a declaration that have no
// comment, or one that is not a sentence.
func undocumented(d ast.Decl) (names []*ast.Ident) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && !isSentence(d.Doc) && hasExportedReceiver(d) {
			names = append(names, d.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				if spec.Name.IsExported() && !isSentence(d.Doc) && !isSentence(spec.Doc) && spec.Comment == nil {
					names = append(names, spec.Name)
				}
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					if name.IsExported() && !isSentence(d.Doc) && !isSentence(spec.Doc) && spec.Comment == nil {
						names = append(names, name)
					}
				}
			}
		}
	}
	return names
}

func isSentence(doc *ast.CommentGroup) bool {
	text := strings.TrimSpace(doc.Text())
	return text != "" && strings.ContainsAny(text, ".:")
}

func hasExportedReceiver(fn *ast.FuncDecl) bool {
	if fn.Recv == nil {
		return true
	}
	root := rootType(fn.Recv.List[0].Type)
	return root == nil || root.IsExported()
}

func rootType(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.IndexExpr:
		return rootType(e.X)
	case *ast.IndexListExpr:
		return rootType(e.X)
	default:
		return rootIdent(e)
	}
}

var emptyNames = []string{"util", "utils", "common", "helper", "helpers", "types", "model", "models", "service", "services", "pkg", "misc", "shared", "lib", "base", "manager"}

func checkPackageNames(t *tree) (found []finding) {
	seen := map[string]bool{}
	for s := range t.goFiles {
		if seen[s.dir()] {
			continue
		}
		seen[s.dir()] = true
		for folder := range strings.SplitSeq(s.dir(), "/") {
			// graph/model is the name of gqlgen's binding table in the tree of docs/architecture.md.
			if slices.Contains(emptyNames, folder) && !s.in("graph/model") {
				found = append(found, finding{s.path, 0, "a package named " + folder})
			}
		}
	}
	return found
}

// checkUnused finds packages that no other file of the module imports.
func checkUnused(t *tree) (found []finding) {
	imported := map[string]bool{}
	for _, s := range t.files {
		if s.file != nil {
			importsOf(s, func(_ *ast.ImportSpec, target string) {
				if target != s.dir() {
					imported[target] = true
				}
			})
		}
	}
	seen := map[string]bool{}
	for s := range t.goFiles {
		dir := s.dir()
		testOnly := strings.HasSuffix(s.path, "_test.go")
		if dir == "." || testOnly || seen[dir] || imported[dir] || s.file.Name.Name == "main" {
			continue
		}
		seen[dir] = true
		found = append(found, finding{s.path, 0, "nobody imports package " + dir})
	}
	return found
}

func languageRules() []rule {
	return []rule{
		{
			"one word per thing", "Two words for one thing make a reader look for the difference.",
			"docs/glossary.md", checkWords,
		},
		{
			"nothing unfinished", "A note about work to come is not read again. Do it, or describe the limit as a fact.",
			"docs/style.md, Comments", checkUnfinished,
		},
		{
			"exceptions have reasons", "A silenced warning without a reason cannot be judged later.",
			"docs/style.md, Comments", checkNolint,
		},
		{
			"nothing of one machine", "A path or address of the machine something was written on means nothing on the next.",
			"docs/style.md, Documentation", checkMachine,
		},
		{
			"pages have titles", "A page without a title has no name in a list or a search.",
			"docs/style.md, Documentation", checkTitles,
		},
	}
}

var (
	bannedWord    = regexp.MustCompile(`^(?i:vendors?|merchants?|shops?|customers?)$`)
	camelWord     = regexp.MustCompile(`[A-Z]+[a-z]*|[a-z]+`)
	otherWord     = regexp.MustCompile(`\w+`)
	unfinished    = regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b|(?i:\bfor now\b|\bnot implemented\b|\bsimplified\b|\btemporary hack\b)`)
	machineText   = regexp.MustCompile(`/work/\w+|/root/|/home/\w+/|proxy\.golang\.org|registry\.npmjs`)
	generatedPage = regexp.MustCompile(`\A<!--[^>]*-->\s*`)
	lintSilence   = regexp.MustCompile(`//\s*nolint`)
	lintReason    = regexp.MustCompile(`//nolint:[a-z,]+ // \S+`)
)

// stripeFolders speak Stripe's language, in which a customer is an object.
var stripeFolders = []string{"gateway/stripe", "gateway/stripesim"}

func checkWords(t *tree) (found []finding) {
	for _, s := range t.files {
		switch {
		case s.in(stripeFolders...):
		case s.file != nil && !s.generated:
			found = append(found, wordsInGo(t, s)...)
		case path.Ext(s.path) == ".graphql" || path.Ext(s.path) == ".sql":
			for i, line := range strings.Split(s.text, "\n") {
				for _, name := range otherWord.FindAllString(line, -1) {
					if hasBannedWord(name) {
						found = append(found, finding{s.path, i + 1, "the word " + name})
					}
				}
			}
		}
	}
	return found
}

func wordsInGo(t *tree, s *source) (found []finding) {
	foreign := map[*ast.Ident]bool{} // names that others have given
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			foreign[n.Sel] = true
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok {
				foreign[key] = true
			}
		case *ast.Ident:
			if !foreign[n] && hasBannedWord(n.Name) {
				found = append(found, finding{s.path, t.line(n), "the word " + n.Name})
			}
		}
		return true
	})
	return found
}

func hasBannedWord(name string) bool {
	return slices.ContainsFunc(camelWord.FindAllString(name, -1), bannedWord.MatchString)
}

func checkUnfinished(t *tree) (found []finding) {
	for _, s := range t.files {
		if s.generated || strings.HasPrefix(s.path, "tidy_") {
			continue
		}
		if s.file == nil && path.Ext(s.path) != ".sql" && path.Ext(s.path) != ".graphql" && path.Ext(s.path) != ".md" {
			continue
		}
		for i, line := range strings.Split(s.text, "\n") {
			if m := unfinished.FindString(line); m != "" {
				found = append(found, finding{s.path, i + 1, m})
			}
		}
	}
	return found
}

func checkMachine(t *tree) (found []finding) {
	for _, s := range t.files {
		if s.generated || strings.HasPrefix(s.path, "tidy_") {
			continue
		}
		for i, line := range strings.Split(s.text, "\n") {
			if m := machineText.FindString(line); m != "" {
				found = append(found, finding{s.path, i + 1, m})
			}
		}
	}
	return found
}

func checkNolint(t *tree) (found []finding) {
	for s := range t.goFiles {
		for i, line := range strings.Split(s.text, "\n") {
			if lintSilence.MatchString(line) && !lintReason.MatchString(line) && !strings.HasPrefix(s.path, "tidy_") {
				found = append(found, finding{s.path, i + 1, "nolint without `:linter // reason`"})
			}
		}
	}
	return found
}

func checkTitles(t *tree) (found []finding) {
	for _, s := range t.files {
		if path.Ext(s.path) == ".md" && !strings.HasPrefix(generatedPage.ReplaceAllString(s.text, ""), "# ") {
			found = append(found, finding{s.path, 1, "does not begin with `# Title`"})
		}
	}
	return found
}

func testRules() []rule {
	return []rule{
		{
			"tests run side by side", "A test that cannot run beside others hides state that is shared.",
			"docs/style.md, Tests", checkParallel,
		},
		{
			"tests never sleep", "A sleep is too long on a fast machine and too short on a slow one. Wait for the condition.",
			"docs/style.md, Tests", checkSleep,
		},
		{
			"a world is compiled once", "Beside tests that belong to a package, tests of the whole application compile all of it again. Move them into a folder stories.",
			"docs/style.md, Tests", checkStories,
		},
		{
			"tests never skip", "A skipped test is green and proves nothing.",
			"docs/style.md, Tests", checkSkip,
		},
		{
			"tests require, and mock nothing of ours", "A mock of our own code repeats what the author believed.",
			"docs/style.md, Tests", checkTestLibraries,
		},
	}
}

func checkParallel(t *tree) (found []finding) {
	for s := range t.goFiles {
		if !strings.HasSuffix(s.path, "_test.go") {
			continue
		}
		for _, d := range s.file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv != nil || !strings.HasPrefix(fn.Name.Name, "Test") || fn.Name.Name == "TestMain" {
				continue
			}
			if !beginsParallel(fn) && !changesProcess(fn) {
				found = append(found, finding{s.path, t.line(fn), fn.Name.Name + " does not begin with t.Parallel()"})
			}
		}
	}
	return found
}

func beginsParallel(fn *ast.FuncDecl) bool {
	if len(fn.Body.List) == 0 {
		return false
	}
	call, ok := fn.Body.List[0].(*ast.ExprStmt)
	return ok && selects(call.X, "Parallel")
}

// changesProcess reports whether a test sets or measures something of the whole
// process, for which the testing package refuses to run it in parallel.
func changesProcess(fn *ast.FuncDecl) bool {
	changes := false
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && (selects(e, "Setenv") || selects(e, "Chdir") || selects(e, "AllocsPerRun")) {
			changes = true
		}
		return !changes
	})
	return changes
}

func selects(e ast.Expr, method string) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == method
}

func checkSleep(t *tree) (found []finding) {
	for s := range t.goFiles {
		if s.in("gateway/stripesim", "bench") && !s.test {
			continue
		}
		calls(s, "time", func(sel *ast.SelectorExpr) {
			if sel.Sel.Name == "Sleep" {
				found = append(found, finding{s.path, t.line(sel), "time.Sleep"})
			}
		})
	}
	return found
}

// checkStories looks for tests of whole worlds beside tests that see the inside of their
// package: such a package is another one than that which the application imports.
func checkStories(t *tree) (found []finding) {
	sealed := map[string]bool{} // folders → whether a test there belongs to the package
	for s := range t.goFiles {
		if s.test && !strings.HasSuffix(s.file.Name.Name, "_test") {
			sealed[s.dir()] = true
		}
	}
	for s := range t.goFiles {
		if !s.test || !sealed[s.dir()] || s.in("server", "graph", "internal") { // nothing imports these but what imports it all
			continue
		}
		for _, i := range s.file.Imports {
			if i.Path.Value == strconv.Quote(module+"internal/testkit") {
				found = append(found, finding{s.path, t.line(i), "testkit beside tests of package " + path.Base(s.dir())})
			}
		}
	}
	return found
}

func checkSkip(t *tree) (found []finding) {
	for s := range t.goFiles {
		ast.Inspect(s.file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || !slices.Contains([]string{"Skip", "Skipf", "SkipNow"}, sel.Sel.Name) {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && slices.Contains([]string{"t", "b", "f", "tb"}, x.Name) && !s.in("db/dbtest") {
				found = append(found, finding{s.path, t.line(sel), x.Name + "." + sel.Sel.Name})
			}
			return true
		})
	}
	return found
}

var refusedLibraries = regexp.MustCompile(`testify/(assert|mock|suite)$|gomock|mockery|go-sqlmock`)

func checkTestLibraries(t *tree) (found []finding) {
	for s := range t.goFiles {
		for _, spec := range s.file.Imports {
			if refusedLibraries.MatchString(strings.Trim(spec.Path.Value, `"`)) {
				found = append(found, finding{s.path, t.line(spec), "imports " + spec.Path.Value})
			}
		}
	}
	return found
}
