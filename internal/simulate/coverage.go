package simulate

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/etal-market/etal/domain/ledger"
)

// Coverage is what worlds have reached.
type Coverage struct {
	Kinds map[ledger.Kind]int `json:"kinds"` // journals of each kind
	// Moves counts transitions that were seen, such as "refund PENDING → SUCCEEDED".
	// What lasts no longer than between two steps is not seen.
	Moves   map[string]int `json:"moves"`
	States  map[string]int `json:"states"` // such as "refund PENDING"
	Actions map[string]int `json:"actions"`

	last map[string]string
}

// NewCoverage returns a coverage that has reached nothing.
func NewCoverage() *Coverage {
	return &Coverage{Kinds: map[ledger.Kind]int{}, Moves: map[string]int{}, States: map[string]int{}, Actions: map[string]int{}, last: map[string]string{}}
}

// watch notes where everything stands.
func (w *World) watch(ctx context.Context) error {
	if !w.opts.Coverage {
		return nil
	}
	list, err := w.standings(ctx)
	if err != nil {
		return err
	}
	c := w.reached
	for _, s := range list {
		key := s.Kind + " " + s.ID
		before, known := c.last[key]
		if known && before == s.Status {
			continue
		}
		c.last[key] = s.Status
		c.States[s.Kind+" "+s.Status]++
		if known {
			c.Moves[fmt.Sprintf("%s %s → %s", s.Kind, before, s.Status)]++
		}
	}
	return nil
}

// Add adds what another world has reached.
func (c *Coverage) Add(o *Coverage) {
	for k, n := range o.Kinds {
		c.Kinds[k] += n
	}
	for _, pair := range []struct{ to, from map[string]int }{{c.Moves, o.Moves}, {c.States, o.States}, {c.Actions, o.Actions}} {
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
