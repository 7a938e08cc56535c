package graph

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/etal-market/etal/bench/hostile"
)

// What validation may come to for a document that the guard lets through, counted
// without a clock so that a failure is one on every machine.
const (
	// The guard's sum is an upper bound of what is walked and compared, up to a factor
	// of two (see comparer) and what it does not count, such as operations.
	factorless = 100
	workMax    = 2*stepsMax + factorless
	// garbageMax bounds the bytes that are allocated on the way.
	garbageMax = 64 << 20
)

// FuzzDocument looks for documents that the guard lets through and that are dear to
// validate nevertheless: as they are written, and as they are grown by a grammar that
// repeats, nests, and shares.
func FuzzDocument(f *testing.F) {
	for _, attack := range hostile.List() {
		if text := attack.Document(); text != "" && len(text) <= bodyMax {
			f.Add(text, []byte{})
		}
	}
	for i := range byte(48) {
		f.Add("", []byte{i, 255 - i, 7 * i, 3, i, 200, 11 * i, 90, 140, i, 4, 77, 13 * i, 250, 1, 2, 3, i, 60, 30, 15, 8, 17 * i, 99, 150, 201, 222, i, 5, 64})
	}
	schema := newSchema(Config{}.withDefaults()).Schema()
	f.Fuzz(func(t *testing.T, text string, choices []byte) {
		if len(choices) > 0 {
			text = grown(choices)
		}
		if len(text) > bodyMax {
			return
		}
		doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, tokenLimit)
		if err != nil || len(doc.Operations) == 0 || guarded(doc) != nil {
			return
		}
		m := newMeasurer(doc)
		require.Empty(t, m.tooLarge(doc))
		work := workOf(schema, doc)
		require.LessOrEqual(t, work.steps, 2*m.steps+factorless, "steps of validation of\n%.2000s", text)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		errs := validator.ValidateWithRules(schema, doc, rulesWithoutHints())
		runtime.ReadMemStats(&after)
		require.LessOrEqual(t, len(errs), workMax, "errors of\n%.2000s", text)
		require.LessOrEqual(t, lengthOf(errs), garbageMax, "texts of errors of\n%.2000s", text)
		require.LessOrEqual(t, after.TotalAlloc-before.TotalAlloc, uint64(garbageMax), "bytes for\n%.2000s", text)
	})
}

func lengthOf(errs gqlerror.List) int {
	n := 0
	for _, err := range errs {
		n += len(err.Message)
	}
	return n
}

// work counts what validation does: each node that rules are told of, and, by doing
// the same, what the rule compares that fields of one name can be merged.
type work struct {
	steps    int
	sets     map[*ast.Selection]*merging
	compared map[[2]any]bool
}

// merging is what the rule keeps of a selection: fields by the name they answer under,
// and spreads.
type merging struct {
	names   []string
	fields  map[string][]*ast.Field
	spreads []*ast.FragmentSpread
}

func workOf(schema *ast.Schema, doc *ast.QueryDocument) *work {
	w := &work{sets: map[*ast.Selection]*merging{}, compared: map[[2]any]bool{}}
	_ = validator.ValidateWithRules(schema, doc, rules.NewRules(validator.Rule{Name: "Work", RuleFunc: w.observe}))
	return w
}

func (w *work) observe(on *validator.Events, _ validator.AddErrFunc) {
	on.OnValue(func(*validator.Walker, *ast.Value) { w.steps++ })
	on.OnDirective(func(*validator.Walker, *ast.Directive) { w.steps++ })
	on.OnVariable(func(*validator.Walker, *ast.VariableDefinition) { w.steps++ })
	on.OnFragmentSpread(func(*validator.Walker, *ast.FragmentSpread) { w.steps++ })
	on.OnOperation(func(_ *validator.Walker, o *ast.OperationDefinition) { w.within(o.SelectionSet) })
	on.OnFragment(func(_ *validator.Walker, f *ast.FragmentDefinition) { w.within(f.SelectionSet) })
	on.OnInlineFragment(func(_ *validator.Walker, f *ast.InlineFragment) { w.within(f.SelectionSet) })
	on.OnField(func(walker *validator.Walker, f *ast.Field) {
		w.steps++
		if walker.CurrentOperation != nil {
			w.within(f.SelectionSet)
		}
	})
}

// spent reports whether there is no more need to count.
func (w *work) spent() bool { return w.steps > 2*workMax }

func (w *work) of(set ast.SelectionSet) *merging {
	if len(set) == 0 {
		return &merging{}
	}
	known, ok := w.sets[&set[0]]
	if !ok {
		known = &merging{fields: map[string][]*ast.Field{}}
		known.collect(set)
		w.sets[&set[0]] = known
	}
	return known
}

func (m *merging) collect(set ast.SelectionSet) {
	for _, selected := range set {
		switch s := selected.(type) {
		case *ast.Field:
			if m.fields[s.Alias] == nil {
				m.names = append(m.names, s.Alias)
			}
			m.fields[s.Alias] = append(m.fields[s.Alias], s)
		case *ast.InlineFragment:
			m.collect(s.SelectionSet)
		case *ast.FragmentSpread:
			m.spreads = append(m.spreads, s)
		}
	}
}

func (w *work) within(set ast.SelectionSet) {
	own := w.of(set)
	for _, name := range own.names {
		for i, a := range own.fields[name] {
			for _, b := range own.fields[name][i+1:] {
				w.pair(a, b)
			}
		}
	}
	for i, a := range own.spreads {
		w.withFragment(own, a)
		for _, b := range own.spreads[i+1:] {
			w.fragments(a, b)
		}
	}
}

func (w *work) between(a, b *merging) {
	for _, name := range a.names {
		for _, x := range a.fields[name] {
			for _, y := range b.fields[name] {
				w.pair(x, y)
			}
		}
	}
}

// pair compares two fields, as if nothing kept it from looking at all that they hold.
func (w *work) pair(x, y *ast.Field) {
	w.steps++
	if len(x.Arguments) == len(y.Arguments) {
		for _, a := range x.Arguments {
			for _, b := range y.Arguments {
				if a.Name == b.Name && a.Value.Kind == b.Value.Kind && a.Value.Raw == b.Value.Raw && len(a.Value.Children) == len(b.Value.Children) {
					w.steps += valuesIn(b.Value)
				}
			}
		}
	}
	if w.spent() {
		return
	}
	a, b := w.of(x.SelectionSet), w.of(y.SelectionSet)
	w.between(a, b)
	for _, s := range b.spreads {
		w.withFragment(a, s)
	}
	for _, s := range a.spreads {
		w.withFragment(b, s)
		for _, other := range b.spreads {
			w.fragments(s, other)
		}
	}
}

func (w *work) withFragment(own *merging, s *ast.FragmentSpread) {
	if w.spent() || w.compared[[2]any{own, s.Name}] || s.Definition == nil {
		return
	}
	w.compared[[2]any{own, s.Name}] = true
	w.steps++
	other := w.of(s.Definition.SelectionSet)
	if other == own {
		return
	}
	w.between(own, other)
	for _, next := range other.spreads {
		w.withFragment(own, next)
	}
}

func (w *work) fragments(a, b *ast.FragmentSpread) {
	if a.Name == b.Name {
		return
	}
	w.steps++
	if w.spent() || w.compared[[2]any{a.Name, b.Name}] || a.Definition == nil || b.Definition == nil {
		return
	}
	w.compared[[2]any{a.Name, b.Name}], w.compared[[2]any{b.Name, a.Name}] = true, true
	first, second := w.of(a.Definition.SelectionSet), w.of(b.Definition.SelectionSet)
	w.between(first, second)
	for _, s := range second.spreads {
		w.fragments(a, s)
	}
	for _, s := range first.spreads {
		w.fragments(s, b)
	}
}

// grower writes a document by a grammar, each choice of which is a byte; when there
// are no more, whatever is begun is ended.
type grower struct {
	strings.Builder

	choices []byte
	depth   int
}

func grown(choices []byte) string {
	g := &grower{choices: choices}
	for range 1 + g.take(3) {
		g.WriteString([]string{"query ", "mutation ", "subscription ", "query Q($x:[Int!]=[1 2],$y:ID)"}[g.take(4)])
		if g.take(5) == 0 {
			g.directives()
		}
		g.selection("Query")
	}
	for i := range g.take(61) {
		on := []string{"Query", "Viewer", "Account", "ProductConnection", "Nothing"}[g.take(5)]
		fmt.Fprintf(g, " fragment f%d on %s", i, on)
		g.selection(on)
	}
	return g.String()
}

// take returns the next choice out of n.
func (g *grower) take(n int) int {
	if len(g.choices) == 0 {
		return 0
	}
	next := int(g.choices[0])
	g.choices = g.choices[1:]
	return next % n
}

// times is how often something is repeated: mostly little, now and then a lot.
func (g *grower) times() int { return []int{1, 1, 2, 3, 5, 12, 40, 149}[g.take(8)] }

func (g *grower) selection(on string) {
	g.depth++
	defer func() { g.depth-- }()
	g.WriteString("{")
	for range 1 + g.take(4) {
		begun := g.Len()
		g.selected(on)
		one := g.String()[begun:]
		for range g.times() - 1 {
			if g.Len() < bodyMax {
				g.WriteString(" " + one)
			}
		}
	}
	g.WriteString("}")
}

func (g *grower) selected(on string) {
	fields := map[string][]string{
		"Query":  {"viewer", "node", "nodes", "products", "sellers", "x"},
		"Viewer": {"account", "sellers", "x"}, "Account": {"id", "email"}, "ProductConnection": {"nodes", "edges", "pageInfo"},
	}
	below := map[string]string{"viewer": "Viewer", "account": "Account", "products": "ProductConnection"}
	kind := g.take(6)
	switch {
	case g.depth > 20 || kind == 0:
		g.WriteString("__typename")
	case kind == 1:
		fmt.Fprintf(g, "...f%d ", g.take(64))
		g.directives()
	case kind == 2:
		levels := 1 + g.take(6)
		g.WriteString(strings.Repeat("...{", levels-1) + []string{"...", "... on " + on, "... on Node"}[g.take(3)])
		g.directives()
		g.selection(on)
		g.WriteString(strings.Repeat("}", levels-1))
	default:
		if g.take(4) == 0 {
			fmt.Fprintf(g, "a%d:", g.take(3))
		}
		name := "__typename"
		if known := fields[on]; len(known) > 0 {
			name = known[g.take(len(known))]
		}
		g.WriteString(name)
		g.arguments()
		g.directives()
		if next := below[name]; next != "" || g.take(3) == 0 {
			g.selection(next)
		}
	}
}

func (g *grower) directives() {
	if g.take(6) == 0 {
		g.WriteString(strings.Repeat([]string{" @x", " @skip(if:true)", ` @include(if:"a")`}[g.take(3)], 1+g.take(5)))
	}
}

func (g *grower) arguments() {
	if g.take(3) != 0 {
		return
	}
	g.WriteString("(")
	for range g.times() {
		g.WriteString([]string{"id:", "ids:", "first:", "filter:", "x:"}[g.take(5)])
		g.value(0)
		g.WriteString(" ")
	}
	g.WriteString(")")
}

func (g *grower) value(level int) {
	switch kind := g.take(8); {
	case kind == 0 && level < 70:
		g.WriteString("[")
		for range g.times() {
			g.value(level + 1)
			g.WriteString(" ")
		}
		g.WriteString("]")
	case kind == 1 && level < 70:
		g.WriteString("{")
		for i := range g.times() {
			fmt.Fprintf(g, "a%d:", i*g.take(2))
			g.value(level + 1)
			g.WriteString(" ")
		}
		g.WriteString("}")
	case kind == 2:
		g.WriteString(`"` + strings.Repeat("t", 1<<g.take(16)) + `"`)
	default:
		g.WriteString([]string{"1", "true", "null", "$x", "$y", "RED", "1.5", strings.Repeat("9", 30)}[g.take(8)])
	}
}
