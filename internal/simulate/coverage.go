package simulate

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/etal-market/etal/domain/ledger"
)

// Coverage is what worlds have reached.
type Coverage struct {
	Kinds map[ledger.Kind]int `json:"kinds"` // journals of each kind
	// Moves counts transitions, such as "refund PENDING → SUCCEEDED", and how things
	// begin, such as "refund → PLANNED".
	Moves   map[string]int `json:"moves"`
	Actions map[string]int `json:"actions"`
}

// NewCoverage returns a coverage that has reached nothing.
func NewCoverage() *Coverage {
	return &Coverage{Kinds: map[ledger.Kind]int{}, Moves: map[string]int{}, Actions: map[string]int{}}
}

// Add adds what another world has reached.
func (c *Coverage) Add(o *Coverage) {
	for k, n := range o.Kinds {
		c.Kinds[k] += n
	}
	for _, pair := range []struct{ to, from map[string]int }{{c.Moves, o.Moves}, {c.Actions, o.Actions}} {
		for k, n := range pair.from {
			pair.to[k] += n
		}
	}
}

// Missing lists the kinds of journal that were never posted.
func (c *Coverage) Missing() []ledger.Kind {
	var missing []ledger.Kind
	for _, k := range ledger.Kinds() {
		if c.Kinds[k] == 0 {
			missing = append(missing, k)
		}
	}
	return missing
}

// String writes the coverage as a table.
func (c *Coverage) String() string {
	var b strings.Builder
	b.WriteString("journals\n")
	for _, k := range ledger.Kinds() {
		fmt.Fprintf(&b, "  %7d %s\n", c.Kinds[k], k)
	}
	for _, part := range []struct {
		title string
		rows  map[string]int
	}{{"transitions", c.Moves}, {"actions", c.Actions}} {
		b.WriteString(part.title + "\n")
		for _, name := range slices.Sorted(maps.Keys(part.rows)) {
			fmt.Fprintf(&b, "  %7d %s\n", part.rows[name], name)
		}
	}
	return b.String()
}
