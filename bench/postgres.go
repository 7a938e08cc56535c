package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// database is one that a measurement fills and throws away.
type database struct {
	name string // sqlite or postgres
	url  string
	// server is the PostgreSQL server when it is ours, and dir what it lives in.
	server *process
	dir    string
	isKept bool
}

// openDatabase names a SQLite file in dir, or starts a PostgreSQL server there.
func openDatabase(ctx context.Context, name, dir string, o *options) (*database, error) {
	d := &database{name: name, url: "sqlite:" + filepath.Join(dir, "etal.db")}
	switch {
	case name == "sqlite":
		return d, nil
	case o.Postgres != "":
		d.url = o.Postgres
		return d, nil
	case o.Keep != "":
		d.dir, d.isKept = dir, true
	}
	return d, d.startPostgres(ctx)
}

func (d *database) close() error {
	if d.server == nil {
		return nil
	}
	if d.isKept {
		return d.server.stop(syscall.SIGINT)
	}
	return errors.Join(d.server.stop(syscall.SIGINT), os.RemoveAll(d.dir))
}

// startPostgres makes a cluster and starts its server, which is set up as one
// that keeps data is: each commit is on disk before it is answered. It listens
// on a socket only.
func (d *database) startPostgres(ctx context.Context) error {
	programs, err := postgresPrograms()
	if err != nil {
		return err
	}
	owner, err := postgresOwner()
	if err != nil {
		return err
	}
	if d.dir == "" {
		if d.dir, err = os.MkdirTemp("", "etal-bench-pg-"); err != nil { // short: the path of a socket is limited
			return err
		}
	}
	dir := d.dir
	if owner != nil {
		if err := os.Chown(dir, int(owner.Uid), int(owner.Gid)); err != nil {
			return err
		}
	}
	data := filepath.Join(dir, "data")
	if err := initCluster(ctx, programs, data, owner); err != nil {
		return err
	}
	cmd := exec.CommandContext(context.WithoutCancel(ctx), filepath.Join(programs, "postgres"), "-D", data, "-k", dir, //nolint:gosec // found by us
		"-c", "listen_addresses=", "-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "shared_buffers=256MB",
		"-c", "max_wal_size=2GB", "-c", "max_connections=100")
	cmd.SysProcAttr, cmd.Dir = &syscall.SysProcAttr{Credential: owner}, dir
	if d.server, err = start(cmd, filepath.Join(dir, "log")); err != nil {
		return err
	}
	d.url = "postgres:///postgres?host=" + dir + "&user=etal"
	return awaitPostgres(ctx, d.url)
}

// initCluster makes a cluster unless there is one.
func initCluster(ctx context.Context, programs, data string, owner *syscall.Credential) error {
	if _, err := os.Stat(data); err == nil {
		return nil
	}
	initdb := exec.CommandContext(ctx, filepath.Join(programs, "initdb"), "-D", data, "-U", "etal", "-A", "trust", "--no-sync", "--encoding=UTF8") //nolint:gosec // found by us
	initdb.SysProcAttr, initdb.Dir = &syscall.SysProcAttr{Credential: owner}, filepath.Dir(data)
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	return nil
}

func awaitPostgres(ctx context.Context, url string) error {
	ctx, cancel := context.WithTimeout(ctx, startsWithin)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, url)
		if err == nil {
			return conn.Close(ctx)
		}
		if ctx.Err() != nil {
			return fmt.Errorf("PostgreSQL does not start: %w", err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func postgresPrograms() (string, error) {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin") // the pattern is well-formed
	for i := len(found) - 1; i >= 0; i-- {
		if _, err := os.Stat(filepath.Join(found[i], "initdb")); err == nil {
			return found[i], nil
		}
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path), nil
	}
	return "", errors.New("no PostgreSQL server programs are installed: install them, name a database with --postgres-url, or leave it out with --database sqlite")
}

// postgresOwner is who runs the server; nil when this user may.
func postgresOwner() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil // nil means: as I am
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, fmt.Errorf("PostgreSQL does not run as root: %w", err)
	}
	uid, uidErr := strconv.ParseUint(u.Uid, 10, 32)
	gid, gidErr := strconv.ParseUint(u.Gid, 10, 32)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, errors.Join(uidErr, gidErr)
}
