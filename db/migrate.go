package db

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
	"github.com/uptrace/bun/migrate"

	"github.com/etal-market/etal/migrations"
)

// ErrSchemaBehind is returned by Ready when steps of this program's schema have
// not been applied to the database.
var ErrSchemaBehind = errors.New("the database schema is behind this program: run `etal migrate up`")

const (
	// migrationsTable is where bun keeps which steps have been applied.
	migrationsTable = "bun_migrations"
	// migrationLock is the advisory lock that two migrating processes meet at.
	migrationLock = 0x6574616c
	lockPoll      = 100 * time.Millisecond
)

// Step is one change of the schema and whether this database has it.
type Step struct {
	// Version and Name say which step. Those of the job queue have the version
	// "river".
	Version, Name string
	// AppliedAt is the instant of its application, UTC; zero while pending.
	AppliedAt time.Time
	// Applied tells an applied step from a pending one.
	Applied bool
}

// Migrate brings the schema up to date: our own steps, each in one
// transaction together with its mark, then those of the job queue. On
// PostgreSQL several processes may call it at the same time; one works and the
// others wait. On SQLite only one process uses the file.
func (d *DB) Migrate(ctx context.Context) error {
	if inside(ctx) {
		return ErrNested
	}
	release, err := d.lockMigrations(ctx)
	if err != nil {
		return fmt.Errorf("migrate: wait for the lock: %w", err)
	}
	defer release()
	m, err := d.migrator()
	if err != nil {
		return err
	}
	if err := m.Init(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if _, err := m.Migrate(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if err := d.migrateJobs(ctx); err != nil {
		return fmt.Errorf("migrate the job queue: %w", err)
	}
	return nil
}

// lockMigrations asks for the lock again and again instead of waiting in the
// database: a waiting statement holds a snapshot, which an index built
// concurrently would wait for in turn.
func (d *DB) lockMigrations(ctx context.Context) (release func(), err error) {
	if d.Dialect() == SQLite {
		return func() {}, nil
	}
	conn, err := d.pool.Acquire(ctx)
	if err != nil {
		return nil, err
	}
	tick := time.NewTicker(lockPoll)
	defer tick.Stop()
	for {
		var got bool
		err := conn.QueryRow(ctx, "SELECT pg_try_advisory_lock($1)", int64(migrationLock)).Scan(&got)
		if err != nil {
			conn.Release()
			return nil, err
		}
		if got {
			break
		}
		select {
		case <-ctx.Done():
			conn.Release()
			return nil, ctx.Err()
		case <-tick.C:
		}
	}
	return func() {
		// Closing the connection gives the lock back, whatever state it is in.
		_ = conn.Conn().Close(context.WithoutCancel(ctx))
		conn.Release()
	}, nil
}

// migrator works on a bun.DB of its own, so that hooks and models of the
// program do not see the migrations.
func (d *DB) migrator() (*migrate.Migrator, error) {
	steps, err := migrations.For(string(d.Dialect()))
	if err != nil {
		return nil, err
	}
	all := migrate.NewMigrations()
	for _, step := range steps {
		all.Add(migrate.Migration{Name: step.Version, Comment: step.Name, Up: applyStep(step)})
	}
	own := bun.NewDB(d.write.DB, pgdialect.New())
	if d.Dialect() == SQLite {
		own = bun.NewDB(d.write.DB, newSQLiteDialect())
	}
	return migrate.NewMigrator(own, all, migrate.WithTableName(migrationsTable),
		migrate.WithMarkAppliedOnSuccess(true), migrate.WithUpsert(true)), nil
}

// applyStep runs a step and marks it as applied in one transaction. bun marks
// it once more afterwards; alone, that mark could be lost between the two.
func applyStep(step migrations.Step) func(context.Context, *migrate.Migrator, *migrate.Migration) error {
	return func(ctx context.Context, m *migrate.Migrator, migration *migrate.Migration) error {
		err := m.DB().RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
			if _, err := tx.Tx.ExecContext(ctx, step.SQL); err != nil { // as it is: bun would read its question marks
				return err
			}
			mark := *migration
			_, err := tx.NewInsert().Model(&mark).ModelTableExpr(migrationsTable).
				On("CONFLICT (name) DO NOTHING").Returning("NULL").Exec(ctx)
			return err
		})
		if err != nil {
			return fmt.Errorf("%s_%s: %w", step.Version, step.Name, err)
		}
		return nil
	}
}

func (d *DB) migrateJobs(ctx context.Context) error {
	if d.Dialect() == SQLite {
		m, err := sqliteJobMigrator(d.write.DB)
		if err != nil {
			return err
		}
		_, err = m.Migrate(ctx, rivermigrate.DirectionUp, nil)
		return err
	}
	m, err := postgresJobMigrator(d.pool)
	if err != nil {
		return err
	}
	_, err = m.Migrate(ctx, rivermigrate.DirectionUp, nil)
	return err
}

func sqliteJobMigrator(pool *sql.DB) (*rivermigrate.Migrator[*sql.Tx], error) {
	return rivermigrate.New(newLocalDriver(pool, newBell()), &rivermigrate.Config{Logger: quiet()})
}

func postgresJobMigrator(pool *pgxpool.Pool) (*rivermigrate.Migrator[pgx.Tx], error) {
	return rivermigrate.New(riverpgxv5.New(pool), &rivermigrate.Config{Logger: quiet()})
}

// jobSteps lists the schema steps of the job queue that this program knows.
func jobSteps(dialect Dialect) ([]rivermigrate.Migration, error) {
	if dialect == SQLite {
		m, err := sqliteJobMigrator(nil)
		if err != nil {
			return nil, err
		}
		return m.AllVersions(), nil
	}
	m, err := postgresJobMigrator(nil)
	if err != nil {
		return nil, err
	}
	return m.AllVersions(), nil
}

// SchemaSum identifies the schema that Migrate makes in a database: programs
// with the same steps have the same sum, in hexadecimal digits.
func SchemaSum(dialect Dialect) (string, error) {
	steps, err := migrations.For(string(dialect))
	if err != nil {
		return "", err
	}
	jobs, err := jobSteps(dialect)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, step := range steps {
		fmt.Fprintf(h, "%s %s\n%s\n", step.Version, step.Name, step.SQL)
	}
	for _, step := range jobs {
		fmt.Fprintf(h, "%d\n%s\n", step.Version, step.SQLUp)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Status lists every step this program knows, in the order in which they are
// applied, and the applied ones it does not know, which a newer program has
// left.
func (d *DB) Status(ctx context.Context) ([]Step, error) {
	ours, err := d.ownStatus(ctx)
	if err != nil {
		return nil, fmt.Errorf("schema status: %w", err)
	}
	known, err := jobSteps(d.Dialect())
	if err != nil {
		return nil, fmt.Errorf("schema status: %w", err)
	}
	applied, err := d.appliedJobSteps(ctx)
	if err != nil {
		return nil, fmt.Errorf("schema status: %w", err)
	}
	for _, step := range known {
		at, ok := applied[step.Version]
		ours = append(ours, Step{
			Version: "river", Name: fmt.Sprintf("%03d %s", step.Version, step.Name), AppliedAt: at, Applied: ok,
		})
	}
	return ours, nil
}

func (d *DB) ownStatus(ctx context.Context) ([]Step, error) {
	known, err := migrations.For(string(d.Dialect()))
	if err != nil {
		return nil, err
	}
	var rows []struct {
		Name       string
		MigratedAt time.Time
	}
	err = d.read.NewRaw("SELECT name, migrated_at FROM bun_migrations ORDER BY name").Scan(ctx, &rows)
	if err != nil && !missingTable(err) {
		return nil, err
	}
	applied := map[string]time.Time{}
	for _, row := range rows {
		applied[row.Name] = row.MigratedAt.UTC()
	}
	var steps []Step
	for _, step := range known {
		at, ok := applied[step.Version]
		steps = append(steps, Step{Version: step.Version, Name: step.Name, AppliedAt: at, Applied: ok})
		delete(applied, step.Version)
	}
	for version, at := range applied {
		steps = append(steps, Step{Version: version, Name: "(unknown to this program)", AppliedAt: at, Applied: true})
	}
	slices.SortStableFunc(steps, func(a, b Step) int { return strings.Compare(a.Version, b.Version) })
	return steps, nil
}

func (d *DB) appliedJobSteps(ctx context.Context) (map[int]time.Time, error) {
	var rows []struct {
		Version   int
		CreatedAt time.Time
	}
	err := d.read.NewRaw("SELECT version, created_at FROM river_migration WHERE line = 'main'").Scan(ctx, &rows)
	if err != nil && !missingTable(err) {
		return nil, err
	}
	applied := map[int]time.Time{}
	for _, row := range rows {
		applied[row.Version] = row.CreatedAt.UTC()
	}
	return applied, nil
}

// Ready reports whether the database answers and has every schema step of this
// program; ErrSchemaBehind names the first one that is missing. A database that
// is ahead is ready: the schema only grows, and an older program may still run
// while a newer one is rolled out.
func (d *DB) Ready(ctx context.Context) error {
	if err := d.Ping(ctx); err != nil {
		return fmt.Errorf("database does not answer: %w", err)
	}
	steps, err := d.Status(ctx)
	if err != nil {
		return err
	}
	for _, step := range steps {
		if !step.Applied {
			return fmt.Errorf("%w (first missing step: %s %s)", ErrSchemaBehind, step.Version, step.Name)
		}
	}
	return nil
}
