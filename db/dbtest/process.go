package dbtest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	startWithin = 60 * time.Second
	// clusterLayout changes when the way a cluster is made does.
	clusterLayout = "icu en, wal 1 MB, 1"
	superuser     = "etal"
)

// programs are the installed programs of PostgreSQL.
type programs struct {
	dir     string
	version string
	// owner is who runs them when this process is root, whom they refuse.
	owner *syscall.Credential
}

// findPrograms looks for the server programs: where pg_config says, in PATH,
// and where Debian keeps them, the newest version first.
func findPrograms() (*programs, error) {
	var dirs []string
	if out, err := exec.Command("pg_config", "--bindir").Output(); err == nil {
		dirs = append(dirs, strings.TrimSpace(string(out)))
	}
	dirs = append(dirs, filepath.SplitList(os.Getenv("PATH"))...)
	debian, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	for i := len(debian) - 1; i >= 0; i-- {
		dirs = append(dirs, debian[i])
	}
	dirs = append(dirs, "/usr/local/bin", "/usr/local/pgsql/bin", "/opt/homebrew/bin")
	for _, dir := range dirs {
		out, err := exec.Command(filepath.Join(dir, "postgres"), "--version").Output()
		if err != nil {
			continue
		}
		if _, err := os.Stat(filepath.Join(dir, "initdb")); err != nil {
			continue
		}
		owner, err := serverOwner()
		return &programs{dir: dir, version: strings.TrimSpace(string(out)), owner: owner}, err
	}
	return nil, errors.New("no PostgreSQL server programs (postgres, initdb) are installed. " +
		"Install them (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17), " +
		"or name a server in " + urlVariable)
}

// serverOwner returns whom the server runs as: nil for the present user, and
// postgres or nobody when that is root.
func serverOwner() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil // nil means: as I am
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, uidErr := strconv.ParseUint(u.Uid, 10, 32)
		gid, gidErr := strconv.ParseUint(u.Gid, 10, 32)
		return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, errors.Join(uidErr, gidErr)
	}
	return nil, errors.New("PostgreSQL does not run as root, and there is no user postgres or nobody")
}

// tempDir makes a directory that the server's user owns, with a path short
// enough for a socket in it.
func (p *programs) tempDir() (string, error) {
	base := memoryDir()
	if base == "" {
		base = os.TempDir()
	}
	if len(base) > 60 {
		base = "/tmp"
	}
	dir, err := os.MkdirTemp(base, "etal-pg-")
	if err != nil {
		return "", err
	}
	return dir, chown(dir, p.owner)
}

// memoryDir returns a directory in memory with room for a server, or nothing.
// Making a database makes some three hundred files: 10 ms in memory, and up to
// 300 ms on the disk of a virtual machine.
func memoryDir() string {
	const dir, room = "/dev/shm", 1 << 30
	var fs syscall.Statfs_t
	if err := syscall.Statfs(dir, &fs); err != nil || fs.Bavail*uint64(fs.Bsize) < room {
		return ""
	}
	return dir
}

func (p *programs) initdb(ctx context.Context, data string) error {
	cmd := exec.CommandContext(ctx, filepath.Join(p.dir, "initdb"), "-D", data, "-U", superuser, "-A", "trust",
		"--no-sync", "--encoding=UTF8", "--wal-segsize=1",
		// Not the C locale: text then sorts as in production, not as in SQLite.
		"--locale=C", "--locale-provider=icu", "--icu-locale=en")
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: p.owner}
	cmd.Dir = filepath.Dir(data)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	return nil
}

// What happens to the directory of a server that has ended.
const (
	endRemoves = "remove"
	endKeeps   = "keep"
)

// guard runs the server and ends it when its standard input ends: the test
// binary holds the other end of that pipe, and the system closes it when the
// binary ends, even when it is killed.
const guard = `
dir=$1 end=$2; shift 2
"$@" >"$dir/log" 2>&1 </dev/null &
server=$!
cat >/dev/null
if [ "$end" = keep ]; then
	kill -INT $server; wait $server
else
	kill -QUIT $server; wait $server
	cd / && rm -rf "$dir"
fi
`

// process is a running server.
type process struct {
	address string
	log     string
	cmd     *exec.Cmd
	alive   io.Closer
}

// start starts a server on dir/data that listens on a socket in dir, with further
// settings. It need not survive a crash of the machine.
func (p *programs) start(dir, end string, settings ...string) (*process, error) {
	args := []string{
		"-c", guard, "etal-postgres-guard", dir, end,
		filepath.Join(p.dir, "postgres"), "-D", filepath.Join(dir, "data"), "-k", dir, "-F",
		"-c", "listen_addresses=", "-c", "max_connections=300", "-c", "shared_buffers=32MB",
		"-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "autovacuum=off",
		"-c", "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "jit=off",
		"-c", "plan_cache_mode=force_generic_plan", // a test asks a few times; by itself the server would plan each of the first five
		"-c", "timezone=Europe/Paris", // not UTC: who forgets the zone is found out
	}
	for _, setting := range settings {
		args = append(args, "-c", setting)
	}
	cmd := exec.Command("sh", args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: p.owner, Setsid: true}
	cmd.Dir = dir
	alive, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &process{
		address: "postgres:///postgres?host=" + dir + "&user=" + superuser,
		log:     filepath.Join(dir, "log"),
		cmd:     cmd,
		alive:   alive,
	}, nil
}

// stop ends the server and returns when it has ended.
func (p *process) stop() error {
	return errors.Join(p.alive.Close(), p.cmd.Wait())
}
