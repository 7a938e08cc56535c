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
	// Rows counts what shows each row of the table of postings (docs/ledger.md).
	Rows map[string]int `json:"rows"`
	// Moves counts transitions, such as "refund PENDING → SUCCEEDED", and how things
	// begin, such as "refund → PLANNED".
	Moves   map[string]int `json:"moves"`
	Actions map[string]int `json:"actions"`
}

// NewCoverage returns a coverage that has reached nothing.
func NewCoverage() *Coverage {
	return &Coverage{Kinds: map[ledger.Kind]int{}, Rows: map[string]int{}, Moves: map[string]int{}, Actions: map[string]int{}}
}

// Add adds what another world has reached.
func (c *Coverage) Add(o *Coverage) {
	for k, n := range o.Kinds {
		c.Kinds[k] += n
	}
	if c.Rows == nil { // it was written before there were any
		c.Rows = map[string]int{}
	}
	for _, pair := range []struct{ to, from map[string]int }{{c.Rows, o.Rows}, {c.Moves, o.Moves}, {c.Actions, o.Actions}} {
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

// MissingRows lists the rows of the table of postings that nothing has shown.
func (c *Coverage) MissingRows() []string {
	var missing []string
	for _, row := range Rows() {
		if c.Rows[row] == 0 {
			missing = append(missing, row)
		}
	}
	return missing
}

// said says of how many of a whole all were reached, or which were not.
func said[T ~string](what string, whole int, missing []T) string {
	if len(missing) == 0 {
		return fmt.Sprintf("%s: all %d\n", what, whole)
	}
	names := make([]string, len(missing))
	for i, name := range missing {
		names[i] = string(name)
	}
	return fmt.Sprintf("%s: %d of %d, not %s\n", what, whole-len(missing), whole, strings.Join(names, ", "))
}

// String writes the coverage as a table.
func (c *Coverage) String() string {
	var b strings.Builder
	b.WriteString(said("rows of the table of postings", len(Rows()), c.MissingRows()))
	for _, row := range Rows() {
		fmt.Fprintf(&b, "  %7d %s\n", c.Rows[row], row)
	}
	b.WriteString(said("journals", len(ledger.Kinds()), c.Missing()))
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
