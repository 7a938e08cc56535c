package db

import (
	"strings"

	"github.com/uptrace/bun"
)

// SelectionsMax is how many selections one statement takes: SQLite refuses more than
// 500, and a text should stay readable in a log.
const SelectionsMax = 100

// Selections is one statement with the rows of several selections that have the same
// columns, 1 to SelectionsMax of them. Each may have an order and a limit of its own,
// so that each is answered along its index. Their rows come in any order: a selection
// has a column that tells them apart.
func Selections(q Querier, of []*bun.SelectQuery) *bun.RawQuery {
	args := make([]any, len(of))
	for i, s := range of {
		args[i] = s
	}
	const one = "SELECT * FROM (?) AS s"
	return q.NewRaw(one+strings.Repeat(" UNION ALL "+one, len(of)-1), args...)
}
