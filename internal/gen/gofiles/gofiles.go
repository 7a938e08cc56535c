// Package gofiles reads declarations out of Go source files for the
// generators: constants of a named type, and faults.
package gofiles

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Root returns the directory of go.mod, above the working directory.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("no go.mod above the working directory")
		}
		dir = parent
	}
}

// Constant is a string constant with its documentation.
type Constant struct {
	Name  string // in Go
	Value string
	Doc   string // one line, without the leading name
}

// Constants lists the string constants of the named type in a file, in the
// order of their declaration.
func Constants(file, typeName string) ([]Constant, error) {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	var found []Constant
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		kind, ok := spec.Type.(*ast.Ident)
		if !ok || kind.Name != typeName || len(spec.Values) != 1 {
			return true
		}
		if value, ok := text(spec.Values[0]); ok {
			name := spec.Names[0].Name
			found = append(found, Constant{Name: name, Value: value, Doc: sentence(spec.Doc, name)})
		}
		return true
	})
	return found, nil
}

// ConstantsIn lists the string constants of a named type in all files of a
// package, which is named by its import path below the module.
func ConstantsIn(root, pkg, typeName string) ([]Constant, error) {
	_, dir, ok := strings.Cut(pkg, "/etal/")
	if !ok {
		return nil, errors.New("not a package of this module: " + pkg)
	}
	files, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var all []Constant
	for _, file := range files {
		found, err := Constants(file, typeName)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// Alias is what an alias of a file stands for.
type Alias struct {
	Package string // import path
	Type    string
}

// Aliases lists the aliases of a file, `Name = pkg.Type`, by their names.
func Aliases(file string) (map[string]Alias, error) {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		return nil, err
	}
	imports := map[string]string{}
	for _, i := range f.Imports {
		path := strings.Trim(i.Path.Value, `"`)
		imports[filepath.Base(path)] = path
	}
	found := map[string]Alias{}
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok {
			return true
		}
		if target, ok := spec.Type.(*ast.SelectorExpr); ok && spec.Assign.IsValid() {
			if pkg, ok := target.X.(*ast.Ident); ok {
				found[spec.Name.Name] = Alias{Package: imports[pkg.Name], Type: target.Sel.Name}
			}
		}
		return true
	})
	return found, nil
}

// Fault is one call of fault.New in a package-level variable.
type Fault struct {
	Name    string // of the variable
	Package string // its directory, below the root
	Kind    string // as the Go constant is called
	Code    string
	Message string
	Doc     string
}

// Faults lists the faults declared below a directory, in the order of their
// files.
func Faults(root, below string) ([]Fault, error) {
	var found []Fault
	err := filepath.WalkDir(filepath.Join(root, below), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		pkg, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		for _, decl := range f.Decls {
			found = append(found, faultsOf(decl, filepath.ToSlash(pkg))...)
		}
		return nil
	})
	return found, err
}

func faultsOf(decl ast.Decl, pkg string) []Fault {
	group, ok := decl.(*ast.GenDecl)
	if !ok || group.Tok != token.VAR {
		return nil
	}
	var found []Fault
	for _, s := range group.Specs {
		spec, ok := s.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, value := range spec.Values {
			f, ok := faultOf(value)
			if !ok || i >= len(spec.Names) {
				continue
			}
			f.Name, f.Package = spec.Names[i].Name, pkg
			f.Doc = sentence(orElse(spec.Doc, group.Doc), f.Name)
			found = append(found, f)
		}
	}
	return found
}

// faultOf reads fault.New(fault.Kind, "CODE", "message"), in package fault
// itself also New(Kind, …).
func faultOf(value ast.Expr) (Fault, bool) {
	call, ok := value.(*ast.CallExpr)
	if !ok || len(call.Args) != 3 {
		return Fault{}, false
	}
	switch fun := call.Fun.(type) {
	case *ast.SelectorExpr:
		if pkg, ok := fun.X.(*ast.Ident); !ok || pkg.Name != "fault" || fun.Sel.Name != "New" {
			return Fault{}, false
		}
	case *ast.Ident:
		if fun.Name != "New" {
			return Fault{}, false
		}
	default:
		return Fault{}, false
	}
	code, isCode := text(call.Args[1])
	message, isMessage := text(call.Args[2])
	kind := ""
	switch k := call.Args[0].(type) {
	case *ast.SelectorExpr:
		kind = k.Sel.Name
	case *ast.Ident:
		kind = k.Name
	}
	return Fault{Kind: kind, Code: code, Message: message}, isCode && isMessage && kind != ""
}

// text reads a string literal, or several joined by +.
func text(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		left, ok := text(e.X)
		right, also := text(e.Y)
		return left + right, ok && also && e.Op == token.ADD
	}
	return "", false
}

func orElse(a, b *ast.CommentGroup) *ast.CommentGroup {
	if a != nil {
		return a
	}
	return b
}

// sentence turns a doc comment into one line that does not begin with the
// name of what it documents: "CartEdit is to change…" becomes "To change…",
// "ErrX is returned for…" becomes "Returned for…".
func sentence(doc *ast.CommentGroup, name string) string {
	line := strings.Join(strings.Fields(doc.Text()), " ")
	rest, ok := strings.CutPrefix(line, name+" is ")
	if !ok || rest == "" {
		return line
	}
	return strings.ToUpper(rest[:1]) + rest[1:]
}
