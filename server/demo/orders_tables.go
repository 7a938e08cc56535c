package demo

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/etal-market/etal/db"
)

// sampled is a table with rows of the sample, each cell a literal.
type sampled struct {
	table db.Table
	rows  [][]string
}

// apart says which tables orders touch that are not copied, and why. Whatever is
// not named here is copied.
func apart() map[string]string {
	const (
		derived = "chaining the ledger makes it"
		closed  = "closing months makes it"
		audited = "the audit log is a chain of its own, of what really happened"
		passing = "it is removed some time after it has been dealt with"
		kept    = "an order changes it, and adds nothing"
	)
	return map[string]string{
		"ledger_tail": derived, "ledger_links": derived, "ledger_heads": derived, "ledger_checkpoints": derived, "ledger_days": derived,
		"statement_heads": closed, "statement_lines": closed, "statement_periods": closed, "statement_numbers": closed,
		"statement_days": closed, "statement_moves": closed,
		"seller_statements": closed, "commission_documents": closed,
		"audit_entries": audited, "audit_heads": audited, "audit_checkpoints": audited,
		"outbox": passing, "outbox_deliveries": passing, "inbox": passing, "idempotency_keys": passing, "news": passing,
		"notifications": "people would have a hundred thousand that nobody has read",
		"stock_levels":  kept, "payout_accounts": kept, "sellers": kept, "offers": kept, "accounts": kept,
		"listings": kept, "variants": kept, "products": kept, "rate_buckets": passing,
		"search_entries": "it names sellers, products and those who work here, and no orders", "search_fills": "how far that index was filled",
		"outbox_handlers": "it names what works here, and no orders",
	}
}

// isApart reports whether the rows of a table stay as they are.
func isApart(name string) bool {
	_, named := apart()[name]
	return named || strings.HasPrefix(name, "river_") || strings.HasPrefix(name, "listings_") || strings.HasPrefix(name, "search_entries_")
}

// readTables reads the rows of all tables that are copied, but for those of an
// earlier reading.
func readTables(ctx context.Context, d *db.DB, earlier []sampled) ([]sampled, error) {
	tables, err := d.Tables(ctx)
	if err != nil {
		return nil, err
	}
	known := map[string]map[string]bool{}
	for _, e := range earlier {
		known[e.table.Name] = map[string]bool{}
		for _, row := range e.rows {
			known[e.table.Name][strings.Join(e.table.KeyOf(row), ",")] = true
		}
	}
	var found []sampled
	for _, t := range tables {
		if isApart(t.Name) {
			continue
		}
		rows, err := d.Literals(ctx, t)
		if err != nil {
			return nil, err
		}
		rows = slices.DeleteFunc(rows, func(row []string) bool { return known[t.Name][strings.Join(t.KeyOf(row), ",")] })
		if len(rows) > 0 {
			found = append(found, sampled{t, rows})
		}
	}
	return found, nil
}

// inOrder sorts tables so that rows can be inserted: a table comes after those that
// it refers to. The entries of a journal come before it, since it closes them.
func inOrder(tables []sampled) ([]sampled, error) {
	left := map[string]sampled{}
	for _, t := range tables {
		left[t.table.Name] = t
	}
	waits := func(t sampled) bool {
		if t.table.Name == "ledger_journals" && len(left["ledger_entries"].rows) > 0 {
			return true
		}
		return t.table.Name != "ledger_entries" && slices.ContainsFunc(t.table.Refers, func(name string) bool {
			_, later := left[name]
			return later
		})
	}
	sorted := make([]sampled, 0, len(tables))
	for len(left) > 0 {
		count := len(left)
		for _, name := range slices.Sorted(maps.Keys(left)) {
			if t := left[name]; !waits(t) {
				sorted = append(sorted, t)
				delete(left, name)
			}
		}
		if len(left) == count {
			return nil, fmt.Errorf("tables refer to one another: %v", slices.Sorted(maps.Keys(left)))
		}
	}
	return sorted, nil
}
