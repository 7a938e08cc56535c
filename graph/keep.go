package graph

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/vektah/gqlparser/v2/ast"
)

const (
	// documentsKept, documentBytes and verdictBytes bound what is remembered of
	// documents, documentMax the text of one: whoever sends ever new large ones
	// fills no memory. The largest of our own has two KiB.
	documentsKept = 1000
	documentBytes = 32 << 20
	verdictBytes  = 4 << 20
	documentMax   = 16 << 10
	// What an entry of a cache, and a part of a parsed document, hold in memory,
	// roughly and rather too much than too little.
	entryBytes     = 200
	selectionBytes = 320
)

// bounded keeps values by the texts of documents, in bounded memory: those that
// were not asked for longest go first.
type bounded[T any] struct {
	limit int // bytes
	weigh func(T) int

	mu      sync.Mutex
	entries *simplelru.LRU[string, T]
	bytes   int
}

var _ graphql.Cache[bool] = (*bounded[bool])(nil)

func newBounded[T any](limit int, weigh func(T) int) *bounded[T] {
	b := &bounded[T]{limit: limit, weigh: weigh}
	entries, err := simplelru.NewLRU(documentsKept, func(text string, value T) { b.bytes -= b.size(text, value) })
	if err != nil {
		panic(err) // the number of entries is positive
	}
	b.entries = entries
	return b
}

func (b *bounded[T]) size(text string, value T) int { return len(text) + entryBytes + b.weigh(value) }

// Get implements graphql.Cache.
func (b *bounded[T]) Get(_ context.Context, text string) (T, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.entries.Get(text)
}

// Add implements graphql.Cache.
func (b *bounded[T]) Add(_ context.Context, text string, value T) {
	if len(text) > documentMax {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.entries.Remove(text)
	b.entries.Add(text, value)
	b.bytes += b.size(text, value)
	for b.bytes > b.limit {
		b.entries.RemoveOldest()
	}
}

// weighDocument is what a parsed document holds in memory, beside its text.
func weighDocument(doc *ast.QueryDocument) int {
	parts := 0
	for _, op := range doc.Operations {
		parts += 1 + len(op.VariableDefinitions) + partsIn(op.SelectionSet)
	}
	for _, f := range doc.Fragments {
		parts += 1 + partsIn(f.SelectionSet)
	}
	return parts * selectionBytes
}

// partsIn counts what stands in a selection, arguments and values too.
func partsIn(set ast.SelectionSet) int {
	n := 0
	for _, selected := range set {
		n++
		switch s := selected.(type) {
		case *ast.Field:
			n += len(s.Directives) + partsIn(s.SelectionSet)
			for _, argument := range s.Arguments {
				n += 1 + valuesIn(argument.Value)
			}
		case *ast.InlineFragment:
			n += len(s.Directives) + partsIn(s.SelectionSet)
		case *ast.FragmentSpread:
			n += len(s.Directives)
		}
	}
	return n
}

func valuesIn(v *ast.Value) int {
	n := 1
	for _, child := range v.Children {
		n += 1 + valuesIn(child.Value)
	}
	return n
}
