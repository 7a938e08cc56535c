package etal_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

const (
	functionLines     = 70
	testFunctionLines = 140
	fileLines         = 500
	testFileLines     = 1000
	parametersMax     = 5
	resolverLines     = 10
)

func rules() []rule {
	return slices.Concat(structureRules(), codeRules(), languageRules(), testRules())
}

func codeRules() []rule {
	return []rule{
		{
			"bun stays in sql.go", "Whoever looks for a query must find it in one place per context.",
			"docs/architecture.md, Where a line lives", checkBun,
		},
		{
			"dialects stay in db", "Both databases are served by one SQL text; a difference has a name in db/dialect.go.",
			"docs/architecture.md, Two databases", checkDialect,
		},
		{
			"one clock", "A second clock makes a test wait, or lie. Take tx.Now(), a clock.Clock or a parameter.",
			"docs/style.md, Time", checkWallClock,
		},
		{
			"no background context", "Work outside the caller's context outlives its deadline and its trace.",
			"docs/style.md, Contexts", checkBackground,
		},
		{
			"no init", "Code that runs by being imported cannot be ordered, configured or tested.",
			"docs/style.md, State", checkInit,
		},
		{
			"no package state", "A package variable that changes is shared by all tests and all requests.",
			"docs/style.md, State", checkPackageState,
		},
		{
			"no floats near money", "A floating-point number cannot hold a tenth. Amounts are minor units, rates are basis points.",
			"docs/style.md, Money", checkFloats,
		},
		{
			"functions fit a screen", "What does not fit on a screen is read twice and understood once.",
			"docs/style.md, Sizes", checkFunctions,
		},
		{
			"files are one thing", "A long file is several nouns; split it by noun.",
			"docs/style.md, Sizes", checkFiles,
		},
		{
			"resolvers only translate", "Rules in a resolver are out of reach for the command line, workers and tests of the domain.",
			"docs/architecture.md, The path of one request", checkResolvers,
		},
	}
}

// calls yields every use of pkg.name in the file, where pkg is how the file
// calls the package that it imports as importPath.
func calls(s *source, importPath string, yield func(*ast.SelectorExpr)) {
	local := importName(s, importPath)
	if local == "" {
		return
	}
	ast.Inspect(s.file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == local && x.Obj == nil {
				yield(sel)
			}
		}
		return true
	})
}

func importName(s *source, importPath string) string {
	for _, spec := range s.file.Imports {
		if p, _ := strconv.Unquote(spec.Path.Value); p == importPath {
			if spec.Name != nil {
				return spec.Name.Name
			}
			return path.Base(p)
		}
	}
	return ""
}

var queryMethods = []string{"NewSelect", "NewInsert", "NewUpdate", "NewDelete", "NewRaw", "NewMerge", "NewValues"}

func checkBun(t *tree) (found []finding) {
	for s := range t.production {
		base := path.Base(s.path)
		if s.in("db") || base == "sql.go" || strings.HasSuffix(base, "_sql.go") {
			continue
		}
		calls(s, "github.com/uptrace/bun", func(sel *ast.SelectorExpr) {
			// A hook sees queries go by and makes none.
			if !slices.Contains([]string{"BaseModel", "QueryHook", "QueryEvent"}, sel.Sel.Name) {
				found = append(found, finding{s.path, t.line(sel), "bun." + sel.Sel.Name + " outside sql.go"})
			}
		})
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && slices.Contains(queryMethods, sel.Sel.Name) {
				found = append(found, finding{s.path, t.line(sel), sel.Sel.Name + " outside sql.go"})
			}
			return true
		})
	}
	return found
}

func checkDialect(t *tree) (found []finding) {
	for s := range t.production {
		if s.in("db") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Dialect" && len(call.Args) == 0 {
				found = append(found, finding{s.path, t.line(sel), "asks which database this is"})
			}
			return true
		})
	}
	return found
}

func checkWallClock(t *tree) (found []finding) {
	for s := range t.production {
		if s.in("domain/clock", "gateway/stripesim", "bench", "e2e", "internal/testkit", "internal/gen") {
			continue
		}
		calls(s, "time", func(sel *ast.SelectorExpr) {
			if slices.Contains([]string{"Now", "Since", "Until"}, sel.Sel.Name) {
				found = append(found, finding{s.path, t.line(sel), "time." + sel.Sel.Name})
			}
		})
	}
	return found
}

func checkBackground(t *tree) (found []finding) {
	for s := range t.production {
		if s.in("cmd", "bench", "internal/gen") || s.file.Name.Name == "main" {
			continue
		}
		calls(s, "context", func(sel *ast.SelectorExpr) {
			if sel.Sel.Name == "Background" || sel.Sel.Name == "TODO" {
				found = append(found, finding{s.path, t.line(sel), "context." + sel.Sel.Name})
			}
		})
	}
	return found
}

func checkInit(t *tree) (found []finding) {
	for s := range t.goFiles {
		for _, d := range s.file.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name == "init" && fn.Recv == nil {
				found = append(found, finding{s.path, t.line(fn), "func init"})
			}
		}
	}
	return found
}

// stateTypes are types whose only use as a variable is to change.
var stateTypes = regexp.MustCompile(`^[\w, ]+ (= make\(|= &?)?\*?(sync\.(Mutex|RWMutex|Once|Map|Pool|WaitGroup|Cond)|atomic\.\w+|chan)\b`)

func checkPackageState(t *tree) (found []finding) {
	variables := map[string]map[string]bool{} // package folder → names
	specs := map[*ast.ValueSpec]bool{}
	for s := range t.production {
		for spec := range packageVars(s) {
			specs[spec] = true
			if variables[s.dir()] == nil {
				variables[s.dir()] = map[string]bool{}
			}
			for _, name := range spec.Names {
				variables[s.dir()][name.Name] = name.Name != "_"
			}
			text := s.text[offset(t, spec.Pos()):offset(t, spec.End())]
			if stateTypes.MatchString(text) {
				found = append(found, finding{s.path, t.line(spec), "a package variable that exists to change: " + text})
			}
		}
	}
	for s := range t.production {
		names := variables[s.dir()]
		changed := func(n ast.Node, e ast.Expr) {
			if root := rootIdent(e); root != nil && names[root.Name] && isPackageLevel(root, specs) {
				found = append(found, finding{s.path, t.line(n), "changes the package variable " + root.Name})
			}
		}
		inspectChanges(s, changed)
	}
	return found
}

func packageVars(s *source) func(func(*ast.ValueSpec) bool) {
	return func(yield func(*ast.ValueSpec) bool) {
		for _, d := range s.file.Decls {
			gen, ok := d.(*ast.GenDecl)
			if !ok || gen.Tok != token.VAR {
				continue
			}
			for _, spec := range gen.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && !yield(v) {
					return
				}
			}
		}
	}
}

func offset(t *tree, p token.Pos) int { return t.fset.Position(p).Offset }

// inspectChanges calls changed for whatever the functions of s assign to,
// count up, take the address of, delete from or clear.
func inspectChanges(s *source, changed func(ast.Node, ast.Expr)) {
	for _, d := range s.file.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok != token.DEFINE {
					for _, e := range n.Lhs {
						changed(n, e)
					}
				}
			case *ast.IncDecStmt:
				changed(n, n.X)
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "delete" || f.Name == "clear") && len(n.Args) > 0 {
					changed(n, n.Args[0])
				}
			}
			return true
		})
	}
}

// rootIdent is x in x, x.y, x[i], *x and (x).
func rootIdent(e ast.Expr) *ast.Ident {
	for {
		switch v := e.(type) {
		case *ast.Ident:
			return v
		case *ast.SelectorExpr:
			e = v.X
		case *ast.IndexExpr:
			e = v.X
		case *ast.StarExpr:
			e = v.X
		case *ast.ParenExpr:
			e = v.X
		default:
			return nil
		}
	}
}

// isPackageLevel reports whether a name means something declared outside all
// functions: by one of the specs, or, unresolved by the parser, in another file.
func isPackageLevel(id *ast.Ident, specs map[*ast.ValueSpec]bool) bool {
	if id.Obj == nil {
		return true
	}
	spec, ok := id.Obj.Decl.(*ast.ValueSpec)
	return ok && specs[spec]
}

func checkFloats(t *tree) (found []finding) {
	for s := range t.production {
		if !slices.Contains(moneyContexts, s.context()) {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				if n.Name == "float64" || n.Name == "float32" {
					found = append(found, finding{s.path, t.line(n), n.Name})
				}
			case *ast.BasicLit:
				if n.Kind == token.FLOAT {
					found = append(found, finding{s.path, t.line(n), "the floating-point number " + n.Value})
				}
			}
			return true
		})
	}
	return found
}

func checkFunctions(t *tree) (found []finding) {
	for s := range t.goFiles {
		limit := functionLines
		if s.test {
			limit = testFunctionLines
		}
		for _, d := range s.file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			lines := t.fset.Position(fn.End()).Line - t.line(fn) + 1
			if lines > limit {
				found = append(found, finding{s.path, t.line(fn), fmt.Sprintf("%s has %d lines, the limit is %d", fn.Name.Name, lines, limit)})
			}
			if n := fn.Type.Params.NumFields(); n > parametersMax && !isResolver(s) {
				found = append(found, finding{s.path, t.line(fn), fmt.Sprintf("%s has %d parameters, the limit is %d", fn.Name.Name, n, parametersMax)})
			}
		}
	}
	return found
}

func checkFiles(t *tree) (found []finding) {
	for s := range t.goFiles {
		limit := fileLines
		if s.test {
			limit = testFileLines
		}
		if lines := strings.Count(s.text, "\n"); lines > limit {
			found = append(found, finding{s.path, 0, fmt.Sprintf("%d lines, the limit is %d", lines, limit)})
		}
	}
	return found
}

func isResolver(s *source) bool {
	return s.in("graph") && strings.HasSuffix(s.path, ".resolvers.go")
}

func checkResolvers(t *tree) (found []finding) {
	for _, s := range t.files { // gqlgen marks these files as generated, but people write the bodies
		if s.file == nil || !isResolver(s) {
			continue
		}
		for _, d := range s.file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			if lines := t.fset.Position(fn.Body.End()).Line - t.line(fn.Body) - 1; lines > resolverLines {
				found = append(found, finding{s.path, t.line(fn), fmt.Sprintf("the body of %s has %d lines, the limit is %d", fn.Name.Name, lines, resolverLines)})
			}
		}
	}
	return found
}
