package gofiles

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Sentence is something that the source says to people, with {0}, {1} and so on
// where a value stands.
type Sentence struct {
	Fault string // the variable that says it, such as order.ErrState; empty when unknown
	Text  string
}

// Sayings lists what faults are made to say by Saying below a directory, in the
// order of their files. Where a function of the same package says it, that is
// everything that the function can return.
func Sayings(root, below string) ([]Sentence, error) {
	var found []Sentence
	err := filepath.WalkDir(filepath.Join(root, below), func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		files, err := sourcesIn(path)
		if err != nil {
			return err
		}
		known := functions(files)
		for _, f := range files {
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) != 1 {
					return true
				}
				if fun, ok := call.Fun.(*ast.SelectorExpr); ok && fun.Sel.Name == "Saying" {
					for _, text := range said(call.Args[0], known) {
						found = append(found, Sentence{Fault: variable(fun.X, f.Name.Name), Text: text})
					}
				}
				return true
			})
		}
		return nil
	})
	return found, err
}

// Values lists what a file gives to a field of a struct, in a literal or later.
func Values(file, field string) ([]string, error) {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		return nil, err
	}
	var found []string
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == field {
				found = append(found, said(n.Value, nil)...)
			}
		case *ast.AssignStmt:
			if to, ok := n.Lhs[0].(*ast.SelectorExpr); ok && to.Sel.Name == field {
				found = append(found, said(n.Rhs[0], nil)...)
			}
		}
		return true
	})
	return found, nil
}

// Built lists what a function of a file puts together out of words and values.
func Built(file, function string) ([]string, error) {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		return nil, err
	}
	fun := functions([]*ast.File{f})[function]
	if fun == nil {
		return nil, fmt.Errorf("%s has no function %s", file, function)
	}
	var found []string
	ast.Inspect(fun.Body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		if !isBuilt(e) {
			return true
		}
		for _, text := range said(e, nil) {
			if strings.Contains(text, " ") {
				found = append(found, text)
			}
		}
		return false
	})
	return found, nil
}

// isBuilt reports whether an expression puts a text together.
func isBuilt(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return e.Op == token.ADD
	case *ast.CallExpr:
		return called(e) == "Sprintf"
	}
	return false
}

// sourcesIn parses the files of one package, without its tests.
func sourcesIn(dir string) ([]*ast.File, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// functions lists the functions and methods of a package by their names.
func functions(files []*ast.File) map[string]*ast.FuncDecl {
	known := map[string]*ast.FuncDecl{}
	for _, f := range files {
		for _, decl := range f.Decls {
			if fun, ok := decl.(*ast.FuncDecl); ok && fun.Body != nil {
				known[fun.Name.Name] = fun
			}
		}
	}
	return known
}

// variable names the fault at the beginning of a chain of calls, with its
// package: of ErrPassword.At("password") it is identity.ErrPassword.
func variable(e ast.Expr, pkg string) string {
	switch e := e.(type) {
	case *ast.CallExpr:
		return variable(e.Fun, pkg)
	case *ast.Ident:
		return pkg + "." + e.Name
	case *ast.SelectorExpr:
		if from, ok := e.X.(*ast.Ident); ok && strings.HasPrefix(e.Sel.Name, "Err") {
			return from.Name + "." + e.Sel.Name
		}
		return variable(e.X, pkg)
	}
	return ""
}

var hole = regexp.MustCompile(`\{\d+\}`)

// said lists what an expression can say; nothing for one that only passes on
// what others say.
func said(e ast.Expr, known map[string]*ast.FuncDecl) []string {
	holes := 0
	texts := []string{sentenceOf(e, &holes)}
	if call, ok := e.(*ast.CallExpr); ok {
		if fun := known[called(call)]; fun != nil {
			texts = returned(fun)
		}
	}
	return slices.DeleteFunc(texts, func(text string) bool {
		return !strings.ContainsFunc(hole.ReplaceAllString(text, ""), unicode.IsLetter)
	})
}

func called(call *ast.CallExpr) string {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return fun.Sel.Name
	}
	return ""
}

// returned lists what a function returns first.
func returned(fun *ast.FuncDecl) (texts []string) {
	ast.Inspect(fun.Body, func(n ast.Node) bool {
		if back, ok := n.(*ast.ReturnStmt); ok && len(back.Results) > 0 {
			holes := 0
			texts = append(texts, sentenceOf(back.Results[0], &holes))
		}
		return true
	})
	return texts
}

var verb = regexp.MustCompile(`%[-+# 0]*\d*(\.\d+)?[a-zA-Z]`)

// sentenceOf writes an expression down as a sentence, numbering its values from
// *holes on.
func sentenceOf(e ast.Expr, holes *int) string {
	next := func(string) string {
		*holes++
		return fmt.Sprintf("{%d}", *holes-1)
	}
	if s, ok := text(e); ok {
		return s
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return sentenceOf(e.X, holes)
	case *ast.BinaryExpr:
		return sentenceOf(e.X, holes) + sentenceOf(e.Y, holes)
	case *ast.CallExpr:
		if called(e) != "Sprintf" {
			break
		}
		if format, ok := text(e.Args[0]); ok {
			return strings.ReplaceAll(verb.ReplaceAllStringFunc(format, next), "%%", "%")
		}
	}
	return next("")
}
