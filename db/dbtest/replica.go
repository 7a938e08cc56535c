package dbtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
)

// Pair is a PostgreSQL server and its streaming replica, both of this test alone.
type Pair struct {
	// Primary and Copy are the addresses of a migrated database on the one and of
	// what is streamed of it to the other.
	Primary, Copy string

	t       testing.TB
	replica *process
}

// Replicated starts a server and a streaming replica of it. They end with the
// test. The server that ETAL_TEST_POSTGRES_URL names has no part in it.
func Replicated(t testing.TB) *Pair {
	t.Helper()
	ctx := context.WithoutCancel(t.Context())
	template, err := templateName()
	require.NoError(t, err)
	primary, err := startPrivate(ctx, template, replicated()...)
	require.NoError(t, err, "a server that can be replicated")
	t.Cleanup(func() { _ = primary.stop() }) // it is told to quit
	s := &server{address: primary.address, template: template}
	require.NoError(t, s.exec(ctx, "CREATE DATABASE market TEMPLATE "+template))
	replica, err := startReplica(ctx, primary)
	require.NoError(t, err, "a replica of it")
	p := &Pair{t: t, replica: replica, Primary: s.database("market"), Copy: (&server{address: replica.address}).database("market")}
	t.Cleanup(p.Stop)
	return p
}

// Pause lets the replica take no more of what the primary writes, until Resume.
func (p *Pair) Pause() { p.exec("SELECT pg_wal_replay_pause()") }

// Resume lets it go on.
func (p *Pair) Resume() { p.exec("SELECT pg_wal_replay_resume()") }

func (p *Pair) exec(statement string) {
	p.t.Helper()
	require.NoError(p.t, (&server{address: p.Copy}).exec(context.WithoutCancel(p.t.Context()), statement))
}

// Stop ends the replica, as a machine that fails does.
func (p *Pair) Stop() {
	if p.replica != nil {
		_ = p.replica.stop() // it is told to quit
	}
	p.replica = nil
}

// replicated are the settings of both; a replica wants at least those of its primary.
func replicated() []string {
	return []string{"wal_level=replica", "max_wal_senders=4", "max_replication_slots=4", "hot_standby=on"}
}

func startReplica(ctx context.Context, primary *process) (*process, error) {
	programs, err := findPrograms()
	if err != nil {
		return nil, err
	}
	dir, err := programs.tempDir()
	if err != nil {
		return nil, err
	}
	cfg, err := pgx.ParseConfig(primary.address)
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, filepath.Join(programs.dir, "pg_basebackup"), "-h", cfg.Host, "-U", superuser,
		"-D", filepath.Join(dir, "data"), "-R", "-X", "stream", "-C", "-S", "copy", "-c", "fast", "--no-sync")
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: programs.owner}
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, errors.Join(fmt.Errorf("pg_basebackup: %w\n%s", err, out), os.RemoveAll(dir))
	}
	p, err := programs.start(dir, endRemoves, replicated()...)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return p, p.wait(ctx)
}

// OpenReplicated opens the pair as one database, closed when the test ends.
func (p *Pair) OpenReplicated(opts db.Options) *db.DB {
	p.t.Helper()
	opts.Replica.URL, opts.PrepareAtOnce = p.Copy, true
	opts.Connections, opts.Readers = connections, readers
	d, err := db.Open(p.t.Context(), p.Primary, opts)
	require.NoError(p.t, err)
	p.t.Cleanup(func() { _ = d.Close() })
	return d
}
