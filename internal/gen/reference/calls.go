package reference

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/etal-market/etal/internal/gen/gofiles"
)

const module = "github.com/etal-market/etal/"

// deed is what a function may answer and tell, by itself and by what it calls.
type deed struct {
	faults, events map[string]bool
	calls          []*types.Func
}

// calls knows the functions of the program, as far as they can be followed without
// running it: calls through interfaces and through stored functions cannot.
type calls struct {
	deeds  map[*types.Func]*deed
	faults map[string]gofiles.Fault // by package and variable
	names  map[string]string        // of events, by package and type
}

// readCalls reads the source of the program below root.
func readCalls(root string) (*calls, error) {
	c := &calls{deeds: map[*types.Func]*deed{}, faults: map[string]gofiles.Fault{}, names: map[string]string{}}
	for _, below := range []string{"domain", "authz", "graph"} {
		found, err := gofiles.Faults(root, below)
		if err != nil {
			return nil, fmt.Errorf("read faults: %w", err)
		}
		for _, f := range found {
			c.faults[module+f.Package+"."+f.Name] = f
		}
	}
	mode := packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedTypes | packages.NeedSyntax | packages.NeedTypesInfo
	loaded, err := packages.Load(&packages.Config{Mode: mode, Dir: root}, "./graph", "./graph/loader", "./domain/...", "./authz/...")
	if err != nil {
		return nil, fmt.Errorf("load packages: %w", err)
	}
	for _, p := range loaded {
		if len(p.Errors) > 0 {
			return nil, fmt.Errorf("load %s: %w", p.PkgPath, p.Errors[0])
		}
		for _, f := range p.Syntax {
			c.nameEvents(p, f)
		}
	}
	for _, p := range loaded {
		for _, f := range p.Syntax {
			c.readFile(p, f)
		}
	}
	return c, nil
}

// nameEvents notes what the events of a file are called.
func (c *calls) nameEvents(p *packages.Package, f *ast.File) {
	for _, decl := range f.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Name.Name != "EventName" || fn.Recv == nil || fn.Body == nil {
			continue
		}
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) == 1 {
				if value := p.TypesInfo.Types[r.Results[0]].Value; value != nil && value.Kind() == constant.String {
					c.names[typeName(p.TypesInfo.TypeOf(fn.Recv.List[0].Type))] = constant.StringVal(value)
				}
			}
			return true
		})
	}
}

func typeName(t types.Type) string {
	if pointer, ok := t.(*types.Pointer); ok {
		t = pointer.Elem()
	}
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return ""
	}
	return named.Obj().Pkg().Path() + "." + named.Obj().Name()
}

func (c *calls) readFile(p *packages.Package, f *ast.File) {
	for _, decl := range f.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		self, ok := p.TypesInfo.Defs[fn.Name].(*types.Func)
		if !ok {
			continue
		}
		d := &deed{faults: map[string]bool{}, events: map[string]bool{}}
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				c.use(d, p.TypesInfo.Uses[n])
			case *ast.CallExpr:
				c.emits(d, p, n)
			}
			return true
		})
		c.deeds[self] = d
	}
}

// use notes a function that is called or passed on, and a fault that is named.
func (c *calls) use(d *deed, of types.Object) {
	switch of := of.(type) {
	case *types.Func:
		d.calls = append(d.calls, of.Origin())
	case *types.Var:
		if of.Pkg() != nil {
			if f, ok := c.faults[of.Pkg().Path()+"."+of.Name()]; ok && of.Parent() == of.Pkg().Scope() {
				d.faults[f.Code] = true
			}
		}
	}
}

// emits notes an event that is emitted.
func (c *calls) emits(d *deed, p *packages.Package, call *ast.CallExpr) {
	var name *ast.Ident
	switch fun := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = fun.Sel
	case *ast.Ident:
		name = fun
	default:
		return
	}
	fn, ok := p.TypesInfo.Uses[name].(*types.Func)
	if !ok || fn.Name() != "Emit" || fn.Pkg() == nil || fn.Pkg().Path() != module+"domain/event" || len(call.Args) != 3 {
		return
	}
	if event := c.names[typeName(p.TypesInfo.TypeOf(call.Args[2]))]; event != "" {
		d.events[event] = true
	}
}

// outcome is what a root field may answer and tell.
type outcome struct {
	correctable []string // codes of userErrors
	refusals    []string // codes of reasons of top-level errors
	events      []string
}

// outcomes follows each resolver of a root field, by its name such as
// Mutation.cartCreate in lower case.
func (c *calls) outcomes() map[string]outcome {
	kinds := map[string]string{}
	for _, f := range c.faults {
		kinds[f.Code] = f.Kind
	}
	all := map[string]outcome{}
	for fn := range c.deeds {
		receiver := fn.Signature().Recv()
		if receiver == nil || fn.Pkg().Path() != module+"graph" {
			continue
		}
		_, kind, _ := strings.Cut(typeName(receiver.Type()), "/graph.")
		root, ok := strings.CutSuffix(kind, "Resolver")
		if !ok || root != "query" && root != "mutation" && root != "subscription" {
			continue
		}
		faults, events := map[string]bool{}, map[string]bool{}
		c.follow(fn, map[*types.Func]bool{}, faults, events)
		var o outcome
		isNull := c.answersNull(fn)
		for _, code := range slices.Sorted(maps.Keys(faults)) {
			if isNull && kinds[code] == "NotFound" {
				continue
			}
			if root == "mutation" && (kinds[code] == "Invalid" || kinds[code] == "Conflict") {
				o.correctable = append(o.correctable, code)
			} else {
				o.refusals = append(o.refusals, code)
			}
		}
		o.events = slices.Sorted(maps.Keys(events))
		all[strings.ToLower(root+"."+fn.Name())] = o
	}
	return all
}

func (c *calls) follow(fn *types.Func, seen map[*types.Func]bool, faults, events map[string]bool) {
	d, ok := c.deeds[fn]
	if !ok || seen[fn] {
		return
	}
	seen[fn] = true
	maps.Copy(faults, d.faults)
	maps.Copy(events, d.events)
	for _, called := range d.calls {
		c.follow(called, seen, faults, events)
	}
}

// answersNull reports whether a resolver turns what is not found into null.
func (c *calls) answersNull(fn *types.Func) bool {
	return slices.ContainsFunc(c.deeds[fn].calls, func(called *types.Func) bool {
		return called.Name() == "missing" && called.Pkg().Path() == module+"graph"
	})
}
