package simulate

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
)

// Ground is where worlds get their databases: each a copy of one that was
// migrated once.
type Ground struct {
	Place Place
	leave func(ctx context.Context) error
}

// NewGround prepares for worlds at an address: "sqlite" for files in a temporary
// folder, or the address of a PostgreSQL server, whose role must be allowed to
// create databases. Nothing of the named database itself is touched.
func NewGround(ctx context.Context, address string) (*Ground, error) {
	if address == "sqlite" {
		return newFiles(ctx)
	}
	if !strings.HasPrefix(address, "postgres://") && !strings.HasPrefix(address, "postgresql://") {
		return nil, fmt.Errorf("%q is neither sqlite nor an address of PostgreSQL", address)
	}
	return newServer(ctx, address)
}

// Leave removes what was prepared.
func (g *Ground) Leave(ctx context.Context) error { return g.leave(ctx) }

func migrated(ctx context.Context, url string) error {
	d, err := db.Open(ctx, url, db.Options{})
	if err != nil {
		return err
	}
	return errors.Join(d.Migrate(ctx), d.Close())
}

func newFiles(ctx context.Context) (*Ground, error) {
	dir, err := os.MkdirTemp("", "etal-simulate-")
	if err != nil {
		return nil, err
	}
	template := filepath.Join(dir, "template.db")
	if err := migrated(ctx, "sqlite:"+template); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	place := func(context.Context) (string, func() error, error) {
		world, err := os.MkdirTemp(dir, "world-")
		if err != nil {
			return "", nil, err
		}
		content, err := os.ReadFile(template) //nolint:gosec // a file of our own
		if err != nil {
			return "", nil, err
		}
		path := filepath.Join(world, "etal.db")
		if err := os.WriteFile(path, content, 0o600); err != nil { //nolint:gosec // a folder that was just made
			return "", nil, err
		}
		return "sqlite:" + path, func() error { return os.RemoveAll(world) }, nil
	}
	return &Ground{place, func(context.Context) error { return os.RemoveAll(dir) }}, nil
}

func newServer(ctx context.Context, address string) (*Ground, error) {
	template := id.New[string]("etal_simulate")
	made, drop, err := db.Beside(ctx, address, template, "")
	if err != nil {
		return nil, err
	}
	if err := migrated(ctx, made); err != nil {
		return nil, errors.Join(err, drop(ctx))
	}
	place := func(ctx context.Context) (string, func() error, error) {
		world, end, err := db.Beside(ctx, address, id.New[string]("etal_world"), template)
		return world, func() error { return end(context.WithoutCancel(ctx)) }, err
	}
	return &Ground{place, drop}, nil
}
