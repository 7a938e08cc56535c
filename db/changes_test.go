package db_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
)

func TestOnChange_tells_what_a_unit_wrote(t *testing.T) {
	t.Parallel()

	each(t, func(t *testing.T, d *db.DB) {
		var mu sync.Mutex
		var told []map[string][]string
		d.OnChange(func(tables map[string][]string) {
			mu.Lock()
			defer mu.Unlock()
			told = append(told, tables)
		})
		unit := func(statements ...string) error {
			return d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				for _, s := range statements {
					if _, err := tx.NewRaw(s).Exec(ctx); err != nil {
						return err
					}
				}
				return nil
			})
		}
		require.NoError(t, unit(`SELECT 1`))
		require.Empty(t, told)
		require.NoError(t, unit(
			`INSERT INTO things (id, owner, slug, n, deleted) VALUES ('a', 'o', 's', 1, FALSE)`,
			`insert into "parts" (id, thing_id) values ('p', 'a')`,
		))
		require.Equal(t, []map[string][]string{{"things": nil, "parts": nil}}, told)
		require.NoError(t, unit(`WITH old AS (SELECT id FROM things) UPDATE things SET n = n + 1 WHERE id IN (SELECT id FROM old)`))
		require.NoError(t, unit(`DELETE FROM parts WHERE id = 'p'`))
		require.Equal(t, []map[string][]string{{"things": nil}, {"parts": nil}}, told[1:])

		// What was rolled back may have been committed, for all that is known.
		require.Error(t, unit(`UPDATE things SET n = 7`, `UPDATE nothing SET n = 7`))
		require.Contains(t, told[len(told)-1], "things")
		before := len(told)
		err := d.Write(t.Context(), func(context.Context, db.Tx) error { return errors.New("no") })
		require.Error(t, err)
		require.Len(t, told, before)
	})
}

// What all statements on a table are about is told; one that does not say it may have
// changed anything, whether it comes first or last.
func TestOnChange_tells_what_statements_are_about(t *testing.T) {
	t.Parallel()

	each(t, func(t *testing.T, d *db.DB) {
		var told map[string][]string
		d.OnChange(func(tables map[string][]string) { told = tables })
		unit := func(about ...[]string) map[string][]string {
			require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				for _, ids := range about {
					at := ctx
					if ids != nil {
						at = db.About(ctx, ids...)
					}
					if _, err := tx.NewRaw(`UPDATE things SET n = n + 1`).Exec(at); err != nil {
						return err
					}
				}
				_, err := tx.NewRaw(`UPDATE parts SET thing_id = 'b'`).Exec(ctx)
				return err
			}))
			return told
		}
		require.Equal(t, map[string][]string{"things": {"a", "b", "c"}, "parts": nil}, unit([]string{"a", "b"}, []string{"c"}))
		for _, about := range [][][]string{{nil, {"a"}}, {{"a"}, nil}, {{}}, {{"a", ""}}} {
			got := unit(about...)
			require.Equal(t, map[string][]string{"things": nil, "parts": nil}, got)
		}
	})
}
