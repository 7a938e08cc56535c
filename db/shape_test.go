package db_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

func TestShape(t *testing.T) {
	t.Parallel()
	for statement, want := range map[string]string{
		`SELECT a FROM t WHERE b = 'ann''s' AND c = 12`:          `SELECT a FROM t WHERE b = ? AND c = ?`,
		"SELECT a FROM t WHERE b = \x01'x' LIMIT 10 OFFSET 20":   `SELECT a FROM t WHERE b = ? LIMIT ? OFFSET ?`,
		`SELECT "a1" FROM t2 WHERE x IN ('a', 'b',3, -4, X'ff')`: `SELECT "a1" FROM t2 WHERE x IN (?)`,
		`INSERT INTO t (a, b) VALUES ('a', 'b'), ('c', 'd')`:     `INSERT INTO t (a, b) VALUES (?), (?)`,
		"SELECT 1 -- of ann@example.org\nFROM t /* ann */":       `SELECT ? FROM t `,
		`UPDATE t SET a = 'ALICE' WHERE b = '\'`:                 `UPDATE t SET a = ? WHERE b = ?`,
		`SELECT 'never closed`:                                   `SELECT ?`,
		`COMMIT`:                                                 `COMMIT`,
		`SELECT a FROM t WHERE b = '1' , c`:                      `SELECT a FROM t WHERE b = ? , c`,
		``:                                                       ``,
	} {
		require.Equal(t, want, db.Shape(statement), statement)
	}
	require.Less(t, len(db.Shape("SELECT "+strings.Repeat("abcdefghij, ", 10_000))), 2100)
}

// What bun hands to a hook holds the arguments; the shape of it holds none of
// them, whatever their type.
func TestShape_of_what_bun_sends_holds_no_argument(t *testing.T) {
	t.Parallel()
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		t.Run(string(dialect), func(t *testing.T) {
			t.Parallel()
			seen := &shapes{}
			d := dbtest.Open(t, dialect, db.Options{Hooks: []bun.QueryHook{seen}})
			type row struct {
				bun.BaseModel `bun:"table:peculiar"`

				Name string
				N    int64
				Raw  []byte
			}
			require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw("CREATE TABLE peculiar (name TEXT, n BIGINT, raw TEXT)").Exec(ctx)
				if err != nil {
					return err
				}
				_, err = tx.NewInsert().Model(&[]row{{Name: "Ada's \"\\ -- /*", N: 4242}, {Name: "ADA", N: -4243}}).Exec(ctx)
				return err
			}))
			var n int
			require.NoError(t, d.Read(t.Context()).NewRaw("SELECT count(*) FROM peculiar WHERE name = ? AND n IN (?)", "ADA",
				bun.List([]int64{-4243, 4242})).Scan(t.Context(), &n))
			require.Equal(t, 1, n)
			require.Contains(t, strings.Join(seen.all, "\n"), "4242", "the hook sees arguments")
			for _, text := range seen.all {
				shape := db.Shape(text)
				for _, secret := range []string{"Ada", "ADA", "424", "\\"} {
					require.NotContains(t, shape, secret)
				}
			}
		})
	}
}

type shapes struct{ all []string }

func (s *shapes) BeforeQuery(ctx context.Context, e *bun.QueryEvent) context.Context {
	s.all = append(s.all, e.Query)
	return ctx
}

func (*shapes) AfterQuery(context.Context, *bun.QueryEvent) {}
