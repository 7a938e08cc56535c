package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"strconv"
	"strings"
)

// imports reports whether the file of a node imports the package of a function.
func (s *source) imports(n ast.Node, function string) bool {
	name, _, _ := strings.Cut(function, ".")
	for _, spec := range s.parsed[s.positions.Position(n.Pos()).Filename].Imports {
		if imported(spec) == name {
			return true
		}
	}
	return false
}

// imported is the name of an imported package: the last part of its path unless
// another is given.
func imported(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	quoted, _ := strconv.Unquote(spec.Path.Value) // the parser has checked it
	return path.Base(quoted)
}

// withoutUnused leaves out the imports that nothing in a file uses any more.
func withoutUnused(name, text string) (string, error) {
	positions := token.NewFileSet()
	f, err := parser.ParseFile(positions, name, text, parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	used := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if selector, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := selector.X.(*ast.Ident); ok {
				used[x.Name] = true
			}
		}
		return true
	})
	for i := len(f.Imports) - 1; i >= 0; i-- {
		spec := f.Imports[i]
		if !used[imported(spec)] {
			from, to := positions.Position(spec.Pos()).Offset, positions.Position(spec.End()).Offset
			text = text[:strings.LastIndex(text[:from], "\n")] + text[to:]
		}
	}
	return text, nil
}
