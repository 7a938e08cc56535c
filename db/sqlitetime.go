package db

import (
	"time"

	"github.com/uptrace/bun/dialect/sqlitedialect"
)

// sqliteDialect is bun's, but for the text of an instant: UTC, without a zone,
// and always six digits of a second. Text then sorts as time does, also beside
// the job queue's own columns, and is read back as UTC whatever zone the
// process lives in. With a zone in it bun would read it as local time.
type sqliteDialect struct{ *sqlitedialect.Dialect }

func newSQLiteDialect() sqliteDialect { return sqliteDialect{sqlitedialect.New()} }

// AppendTime implements schema.Dialect.
func (sqliteDialect) AppendTime(b []byte, t time.Time) []byte {
	return t.UTC().AppendFormat(b, "'2006-01-02 15:04:05.000000'")
}
