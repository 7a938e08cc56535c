// Package migrations holds the schema as SQL.
//
// A step is one file that serves both databases, `202611250101_outbox.tx.up.sql`,
// or a pair of twins, `….sqlite.tx.up.sql` and `….postgres.tx.up.sql`, where the
// databases need different words. Steps run in the order of their twelve
// digits, each in one transaction, and only forward: nobody has tested a down
// file on the day it is needed.
package migrations

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
)

//go:embed *.sql
var files embed.FS

// Step is one change of the schema, as one of the databases reads it.
type Step struct {
	// Version is twelve digits; steps run in its order.
	Version string
	// Name says what the step is about, such as "outbox".
	Name string
	// SQL is one or several statements, run in one transaction.
	SQL string
}

var nameRE = regexp.MustCompile(`^(\d{12})_([a-z0-9_]+)(?:\.(sqlite|postgres))?\.tx\.up\.sql$`)

// For returns the steps of a database, "sqlite" or "postgres", in the order in
// which they run.
func For(dialect string) ([]Step, error) { return pick(files, dialect) }

// pick reads the steps of a dialect from a directory. It refuses file names it
// does not understand and two steps of one version, since the second would
// never run.
func pick(dir fs.FS, dialect string) ([]Step, error) {
	entries, err := fs.Glob(dir, "*.sql")
	if err != nil {
		return nil, err
	}
	var steps []Step
	for _, file := range entries {
		part := nameRE.FindStringSubmatch(file)
		if part == nil {
			return nil, fmt.Errorf("migration %s: want 12 digits, _name and .tx.up.sql or .<dialect>.tx.up.sql", file)
		}
		if part[3] != "" && part[3] != dialect {
			continue
		}
		text, err := fs.ReadFile(dir, file)
		if err != nil {
			return nil, err
		}
		steps = append(steps, Step{Version: part[1], Name: part[2], SQL: string(text)})
	}
	slices.SortFunc(steps, func(a, b Step) int { return cmp.Compare(a.Version, b.Version) })
	for i := 1; i < len(steps); i++ {
		if steps[i-1].Version == steps[i].Version {
			return nil, fmt.Errorf("migrations %s and %s have one version, %s",
				steps[i-1].Name, steps[i].Name, steps[i].Version)
		}
	}
	return steps, nil
}
