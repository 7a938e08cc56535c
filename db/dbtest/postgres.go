package dbtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
)

const (
	urlVariable = "ETAL_TEST_POSTGRES_URL"
	// templateLock is the advisory lock that test binaries meet at on a shared
	// server.
	templateLock = 0x65740001
)

// server is a PostgreSQL server on which tests may create databases.
type server struct {
	// address is that of the database in which databases are created.
	address string
	// template is the name of the migrated database that tests copy.
	template string
	// private is the server when we have started it. It must be kept: the
	// server ends when the pipe to its guard is collected as garbage.
	private *process
}

// postgres returns the server of this test binary.
var postgres = sync.OnceValues(func() (*server, error) {
	ctx := context.Background()
	name, err := templateName()
	if err != nil {
		return nil, err
	}
	if address := os.Getenv(urlVariable); address != "" {
		s := &server{address: address, template: name}
		return s, s.ensureTemplate(ctx)
	}
	p, err := startPrivate(ctx, name)
	if err != nil {
		return nil, err
	}
	return &server{address: p.address, template: name, private: p}, nil
})

func templateName() (string, error) {
	sum, err := db.SchemaSum(db.Postgres)
	return "etal_template_" + short(sum), err
}

func postgresURL(t testing.TB) string {
	t.Helper()
	s, err := postgres()
	require.NoError(t, err, "PostgreSQL for tests")
	return postgresFrom(t, s.template)
}

// postgresFrom creates a database from a template and drops it when the test
// ends.
func postgresFrom(t testing.TB, template string) string {
	t.Helper()
	s, err := postgres()
	require.NoError(t, err, "PostgreSQL for tests")
	name := id.New[string]("etal_test")
	ctx := context.WithoutCancel(t.Context())
	create := fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY", name, template)
	require.NoError(t, s.exec(ctx, create))
	t.Cleanup(func() {
		if err := s.exec(ctx, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Errorf("drop %s: %v", name, err)
		}
	})
	return s.database(name)
}

// ensureTemplate migrates the template unless it is there. It appears under
// its name only when it is complete.
func (s *server) ensureTemplate(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, s.address)
	if err != nil {
		return fmt.Errorf("%s: %w", urlVariable, err)
	}
	defer func() { _ = conn.Close(ctx) }() // what it did has been answered
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock($1)", int64(templateLock)); err != nil {
		return err
	}
	var there bool
	err = conn.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", s.template).Scan(&there)
	if err != nil || there {
		return err
	}
	building := id.New[string]("etal_building")
	if _, err := conn.Exec(ctx, "CREATE DATABASE "+building); err != nil {
		return err
	}
	if err := migrateAt(ctx, s.database(building)); err != nil {
		return errors.Join(err, s.exec(ctx, "DROP DATABASE "+building+" WITH (FORCE)"))
	}
	_, err = conn.Exec(ctx, fmt.Sprintf("ALTER DATABASE %s RENAME TO %s", building, s.template))
	return err
}

func (s *server) exec(ctx context.Context, statement string) error {
	conn, err := pgx.Connect(ctx, s.address)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close(ctx) }() // what it did has been answered
	_, err = conn.Exec(ctx, statement)
	return err
}

// database returns the address of another database of the server.
func (s *server) database(name string) string {
	u, err := url.Parse(s.address)
	if err != nil {
		return s.address
	}
	u.Path = "/" + name
	return u.String()
}

// startPrivate starts a server from a cached cluster that holds the template,
// which it builds when it is not there yet, with further settings.
func startPrivate(ctx context.Context, template string, settings ...string) (*process, error) {
	programs, err := findPrograms()
	if err != nil {
		return nil, err
	}
	cluster, err := cached("postgres-"+short(programs.version, template, clusterLayout), func(dir string) error {
		return buildCluster(ctx, programs, template, filepath.Join(dir, "data"))
	}, "data")
	if err != nil {
		return nil, fmt.Errorf("build a cluster: %w", err)
	}
	dir, err := programs.tempDir()
	if err != nil {
		return nil, err
	}
	if err := copyDir(cluster, filepath.Join(dir, "data"), programs.owner); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	p, err := programs.start(dir, endRemoves, settings...)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return p, p.wait(ctx)
}

// buildCluster makes a cluster with the migrated template in it.
func buildCluster(ctx context.Context, programs *programs, template, target string) error {
	dir, err := programs.tempDir()
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }() // the cluster has been copied out of it
	if err := programs.initdb(ctx, filepath.Join(dir, "data")); err != nil {
		return err
	}
	p, err := programs.start(dir, endKeeps)
	if err != nil {
		return err
	}
	err = p.wait(ctx)
	if err == nil {
		s := &server{address: p.address, template: template}
		err = s.ensureTemplate(ctx)
	}
	if err := errors.Join(err, p.stop()); err != nil {
		return err
	}
	return copyDir(filepath.Join(dir, "data"), target, nil)
}

// wait returns when the server answers.
func (p *process) wait(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startWithin)
	defer cancel()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		conn, err := pgx.Connect(ctx, p.address)
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-ctx.Done():
			log, _ := os.ReadFile(p.log)
			return fmt.Errorf("PostgreSQL did not start: %w\n%s", err, log)
		case <-tick.C:
		}
	}
}
