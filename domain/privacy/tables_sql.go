package privacy

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
)

// person is whose rows are looked for.
type person struct {
	ID    identity.AccountID
	Email string // folded; empty: none
	At    time.Time
}

// args are what stands for ?0, ?1 and ?2 in the conditions of Tables.
func (p person) args() []any { return []any{p.ID, p.Email, p.At} }

// selectRows reads the rows of a person from one table.
func selectRows(ctx context.Context, q db.Querier, t Table, p person) ([]map[string]any, error) {
	var rows []map[string]any
	err := q.NewRaw("SELECT * FROM "+t.Name+" WHERE "+t.Where, p.args()...).Scan(ctx, &rows)
	return rows, err
}

// eraseTable deletes or replaces the rows of a person in one table.
func eraseTable(ctx context.Context, tx db.Tx, t Table, p person) error {
	if t.Delete {
		where := t.Where
		if t.DeleteWhere != "" {
			where = t.DeleteWhere
		}
		_, err := tx.NewRaw("DELETE FROM "+t.Name+" WHERE "+where, p.args()...).Exec(ctx)
		return err
	}
	if len(t.Set) == 0 {
		return nil
	}
	var set []string
	for _, column := range slices.Sorted(maps.Keys(t.Set)) {
		set = append(set, column+" = "+t.Set[column])
	}
	_, err := tx.NewRaw("UPDATE "+t.Name+" SET "+strings.Join(set, ", ")+" WHERE "+t.Where, p.args()...).Exec(ctx)
	return err
}

// eraseJobs deletes jobs that have ended and that name a person, or whose
// errors do.
func eraseJobs(ctx context.Context, tx db.Tx, p person) error {
	names := []string{string(p.ID)}
	if p.Email != "" {
		names = append(names, p.Email)
	}
	for _, name := range names {
		_, err := tx.NewDelete().TableExpr("river_job").Where("finalized_at IS NOT NULL").
			WhereGroup(" AND ", func(d *bun.DeleteQuery) *bun.DeleteQuery {
				return d.Where("LOWER(CAST(args AS TEXT)) LIKE ?", "%"+name+"%").
					WhereOr("LOWER(CAST(errors AS TEXT)) LIKE ?", "%"+name+"%")
			}).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}
