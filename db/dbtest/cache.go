package dbtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/etal-market/etal/db"
)

// stale is the age after which a template that no test has used is removed, and what
// tests have left that were killed.
const stale = 24 * time.Hour

// folderPrefix begins the names of folders in memory for the files of tests.
const folderPrefix = "etal-sqlite-"

// sqliteTemplate returns the path of a migrated SQLite file.
var sqliteTemplate = sync.OnceValues(func() (string, error) {
	if base := memoryDir(); base != "" {
		removeStale(base, folderPrefix, time.Now())
	}
	sum, err := db.SchemaSum(db.SQLite)
	if err != nil {
		return "", err
	}
	return cached("sqlite-"+short(sum), func(dir string) error {
		return migrateAt(context.Background(), "sqlite:"+filepath.Join(dir, "etal.db"))
	}, "etal.db")
})

// cached returns the path of a file in the directory of the given name, which
// build fills when it is not there yet. Test binaries that need it at the same
// time wait for the one that builds.
func cached(name string, build func(dir string) error, file string) (string, error) {
	root, err := cacheDir()
	if err != nil {
		return "", err
	}
	unlock, err := lockFile(filepath.Join(root, "lock"))
	if err != nil {
		return "", err
	}
	defer unlock()
	dir := filepath.Join(root, name)
	now := time.Now()
	if err := os.Chtimes(dir, now, now); err == nil {
		return filepath.Join(dir, file), nil
	}
	removeStale(root, "", now)
	building, err := os.MkdirTemp(root, "building-")
	if err != nil {
		return "", err
	}
	if err := build(building); err != nil {
		return "", errors.Join(err, os.RemoveAll(building))
	}
	return filepath.Join(dir, file), os.Rename(building, dir)
}

// removeStale removes the folders below a root whose names begin so and that nobody has
// touched for long.
func removeStale(root, prefix string, now time.Time) {
	entries, _ := os.ReadDir(root)
	for _, entry := range entries {
		info, err := entry.Info()
		if err == nil && entry.IsDir() && strings.HasPrefix(entry.Name(), prefix) && now.Sub(info.ModTime()) > stale {
			_ = os.RemoveAll(filepath.Join(root, entry.Name()))
		}
	}
}

func cacheDir() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		base = os.TempDir()
	}
	dir := filepath.Join(base, "etal-dbtest")
	return dir, os.MkdirAll(dir, 0o700)
}

// lockFile holds the lock of a file; the system releases it when the process
// ends, however it ends.
func lockFile(path string) (unlock func(), err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() { _ = f.Close() }, nil
}

// copyDir copies a directory into a new one. owner, when not nil, will own all
// of it.
func copyDir(from, to string, owner *syscall.Credential) error {
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return err
	}
	if err := os.Chmod(to, 0o700); err != nil { // PostgreSQL wants it so
		return err
	}
	return chown(to, owner)
}

func chown(root string, owner *syscall.Credential) error {
	if owner == nil {
		return nil
	}
	return filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Lchown(path, int(owner.Uid), int(owner.Gid))
	})
}

func short(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return hex.EncodeToString(sum[:6])
}
