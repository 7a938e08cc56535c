package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
)

// source is what gqlgen has written.
type source struct {
	positions *token.FileSet
	texts     map[string]string // by file name
	parsed    map[string]*ast.File
	functions map[string]*ast.FuncDecl
	marshals  map[string]*marshal
	fields    map[string]map[string]*field // by GraphQL type and name
	lists     []*list
	groups    []*ast.CallExpr // what prepares for @defer
	collects  []*ast.CallExpr // what finds out which fields of an object are asked for
	context   *ast.StructType // of an operation
}

// marshal is a function that writes values of a type.
type marshal struct {
	name     string
	of       string // the GraphQL type of objects that it writes; empty for others
	element  string // the marshal function of the elements of a list; else empty
	callee   string // what makes text of a scalar; else empty
	plainArg bool   // callee is given the value as it is
	isRef    bool   // it is given a pointer
	canFail  bool   // it reports an error when the value is null
}

// field is a function that answers a field of an object.
type field struct {
	body    *ast.BlockStmt
	value   string // how it is read: obj.Title or obj.Total()
	marshal string
}

// list is the statement that writes the elements of a list.
type list struct {
	statement *ast.AssignStmt
	element   string // its marshal function
	isOfRefs  bool
}

func readSource(files map[string]string) (*source, error) {
	s := &source{
		positions: token.NewFileSet(), texts: files, parsed: map[string]*ast.File{},
		functions: map[string]*ast.FuncDecl{}, marshals: map[string]*marshal{}, fields: map[string]map[string]*field{},
	}
	for name, text := range files {
		f, err := parser.ParseFile(s.positions, name, text, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		s.parsed[name] = f
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				s.functions[fn.Name.Name] = fn
			}
			if of := contextType(d); of != nil {
				s.context = of
			}
		}
	}
	for name, fn := range s.functions {
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				s.readCall(call)
			}
			return true
		})
		switch {
		case strings.HasPrefix(name, "marshal"):
			s.readMarshal(fn)
		case strings.HasPrefix(name, "_") && !strings.HasPrefix(name, "__"):
			s.readField(fn)
		}
	}
	return s, nil
}

func (s *source) readCall(call *ast.CallExpr) {
	switch s.text(call.Fun) {
	case "graphql.NewDeferredGroup":
		s.groups = append(s.groups, call)
	case "graphql.CollectFields":
		if s.text(call.Args[0]) == "ec.OperationContext" {
			s.collects = append(s.collects, call)
		}
	}
}

// contextType is the type of the context of an operation, or nil when a declaration
// is another one.
func contextType(d ast.Decl) *ast.StructType {
	general, ok := d.(*ast.GenDecl)
	if !ok || general.Tok != token.TYPE {
		return nil
	}
	spec, ok := general.Specs[0].(*ast.TypeSpec)
	if !ok || spec.Name.Name != "executionContext" {
		return nil
	}
	of, _ := spec.Type.(*ast.StructType)
	return of
}

func (s *source) text(n ast.Node) string {
	from, to := s.positions.Position(n.Pos()), s.positions.Position(n.End())
	return s.texts[from.Filename][from.Offset:to.Offset]
}

// readField notes a function that answers a field of an object. Those that call
// resolvers or directives, or that may fail, are noted without a value.
func (s *source) readField(fn *ast.FuncDecl) {
	of, name, ok := strings.Cut(fn.Name.Name[1:], "_")
	if !ok || name == "" {
		return
	}
	if s.fields[of] == nil {
		s.fields[of] = map[string]*field{}
	}
	f := &field{body: fn.Body}
	s.fields[of][name] = f
	call := onlyReturned(fn.Body)
	if call == nil || s.text(call.Fun) != "graphql.ResolveField" || len(call.Args) != 9 || s.text(call.Args[5]) != "nil" {
		return
	}
	read, isRead := call.Args[4].(*ast.FuncLit)
	write, isWritten := call.Args[6].(*ast.FuncLit)
	if !isRead || !isWritten || len(read.Body.List) != 1 || len(write.Body.List) != 1 {
		return
	}
	returned, ok := read.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(returned.Results) != 2 || s.text(returned.Results[1]) != "nil" || !isPlain(returned.Results[0]) {
		return
	}
	if written := onlyReturned(write.Body); written != nil {
		f.value = s.text(returned.Results[0])
		f.marshal = strings.TrimPrefix(s.text(written.Fun), "ec.")
	}
}

// isPlain reports whether an expression is obj, a field of it, or what a method
// without arguments returns.
func isPlain(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "obj"
	case *ast.SelectorExpr:
		return isPlain(e.X)
	case *ast.CallExpr:
		return len(e.Args) == 0 && isPlain(e.Fun)
	default:
		return false
	}
}

// onlyReturned is the call that a body of one statement returns, or nil.
func onlyReturned(body *ast.BlockStmt) *ast.CallExpr {
	if len(body.List) != 1 {
		return nil
	}
	returned, ok := body.List[0].(*ast.ReturnStmt)
	if !ok || len(returned.Results) != 1 {
		return nil
	}
	call, _ := returned.Results[0].(*ast.CallExpr)
	return call
}

func (s *source) readMarshal(fn *ast.FuncDecl) {
	params := fn.Type.Params.List
	if len(params) != 3 {
		return // values of interfaces, and input
	}
	m := &marshal{name: fn.Name.Name, canFail: strings.Contains(s.text(fn.Body), "graphql.AddInvalidNull")}
	_, m.isRef = params[2].Type.(*ast.StarExpr)
	s.marshals[m.name] = m
	_, isList := params[2].Type.(*ast.ArrayType)
	for _, stmt := range fn.Body.List {
		switch stmt := stmt.(type) {
		case *ast.ReturnStmt:
			if call, ok := stmt.Results[0].(*ast.CallExpr); ok && strings.HasPrefix(s.text(call.Fun), "ec._") {
				m.of = strings.TrimPrefix(s.text(call.Fun), "ec._")
			}
		case *ast.AssignStmt:
			call, ok := stmt.Rhs[0].(*ast.CallExpr)
			switch {
			case !ok:
			case isList && s.text(call.Fun) == "graphql.MarshalSliceConcurrently":
				s.readList(m, stmt, params[2].Type)
			case s.text(stmt.Lhs[0]) == "res" && len(call.Args) == 1:
				m.callee, m.plainArg = s.text(call.Fun), s.text(call.Args[0]) == "v"
			}
		case *ast.RangeStmt:
			s.readScalars(m, stmt)
		}
	}
}

// readList notes the statement that writes the objects of a list.
func (s *source) readList(m *marshal, stmt *ast.AssignStmt, of ast.Expr) {
	array, _ := of.(*ast.ArrayType)
	_, isOfRefs := array.Elt.(*ast.StarExpr)
	ast.Inspect(stmt, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && strings.HasPrefix(s.text(call.Fun), "ec.marshal") {
			m.element = strings.TrimPrefix(s.text(call.Fun), "ec.")
			s.lists = append(s.lists, &list{statement: stmt, element: m.element, isOfRefs: isOfRefs})
			return false
		}
		return true
	})
}

// readScalars notes what writes the scalars of a list.
func (s *source) readScalars(m *marshal, loop *ast.RangeStmt) {
	ast.Inspect(loop.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && strings.HasPrefix(s.text(call.Fun), "ec.marshal") {
			m.element = strings.TrimPrefix(s.text(call.Fun), "ec.")
		}
		return true
	})
}

// sorted are the keys of a map in their order.
func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
