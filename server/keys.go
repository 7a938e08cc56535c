package server

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/domain/vault"
	"github.com/etal-market/etal/server/config"
)

// openKeys reads the keyset of the settings. A file is read again whenever
// something turns up that was sealed with a key that is not in it, so a
// rotation needs no restart. In development the file may be missing, and in
// production the setting: nothing can be sealed until it is there.
func openKeys(cfg config.Config) (*seal.Keeper, error) {
	if !cfg.Keys.IsSet() {
		return seal.NewKeeper(nil, nil), nil
	}
	path := cfg.KeysFile()
	if path == "" {
		ring, err := seal.Parse(cfg.Keys.Reveal())
		if err != nil {
			return nil, fmt.Errorf("%sKEYS: %w", config.Prefix, err)
		}
		return seal.NewKeeper(ring, nil), nil
	}
	load := func() (*seal.Ring, error) { return ReadKeys(path) }
	ring, err := load()
	if errors.Is(err, fs.ErrNotExist) && cfg.IsDevelopment() {
		return seal.NewKeeper(nil, load), nil
	}
	if err != nil {
		return nil, err
	}
	return seal.NewKeeper(ring, load), nil
}

// openPeppers reads the peppers of the settings.
func openPeppers(cfg config.Config) ([]identity.Pepper, error) {
	text := cfg.Peppers.Reveal()
	if path, isFile := strings.CutPrefix(text, "file:"); isFile {
		read, err := os.ReadFile(path) //nolint:gosec // the file that the settings name
		if err != nil {
			return nil, fmt.Errorf("read peppers: %w", err)
		}
		text = string(read)
	}
	peppers, err := identity.ParsePeppers(text)
	if err != nil {
		return nil, fmt.Errorf("%sPEPPERS: %w", config.Prefix, err)
	}
	return peppers, nil
}

// ReadKeys reads a keyset from a file.
func ReadKeys(path string) (*seal.Ring, error) {
	text, err := os.ReadFile(path) //nolint:gosec // the file that the settings name
	if err != nil {
		return nil, fmt.Errorf("read keyset: %w", err)
	}
	ring, err := seal.Parse(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return ring, nil
}

// WriteKeys writes a keyset to a file that only its owner may read. Without
// replace it returns fs.ErrExist when there is one: keys that are overwritten
// are lost, and what they sealed with them. Whoever reads the file meanwhile
// sees the old one or the new one.
func WriteKeys(path string, ring *seal.Ring, replace bool) error {
	text, err := ring.Text()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("write keyset: %w", err)
	}
	scratch, err := os.CreateTemp(filepath.Dir(path), ".keys-*") // readable by its owner only
	if err != nil {
		return fmt.Errorf("write keyset: %w", err)
	}
	_, err = scratch.WriteString(text)
	err = errors.Join(err, scratch.Sync(), scratch.Close())
	if err == nil && replace {
		err = os.Rename(scratch.Name(), path)
	} else if err == nil {
		err = errors.Join(os.Link(scratch.Name(), path), os.Remove(scratch.Name()))
	}
	if err != nil {
		return fmt.Errorf("write keyset: %w", err)
	}
	return nil
}

// KeyUse returns how many secrets and data keys each key has sealed.
func (a *App) KeyUse(ctx context.Context) (map[seal.KeyID]int64, error) {
	use, err := a.Factors.KeyUse(ctx)
	if err != nil {
		return nil, err
	}
	more, err := a.Vault.KeyUse(ctx, a.DB.Read(ctx))
	for key, rows := range more {
		use[key] += rows
	}
	return use, err
}

// Reseal seals with the primary key what other keys have sealed. It can be
// interrupted and run again. What was sealed with lost keys is counted.
func (a *App) Reseal(ctx context.Context, progress func(done int64)) (resealed, lost int64, err error) {
	resealed, lost, err = a.Factors.Reseal(ctx, progress)
	if err != nil {
		return resealed, lost, err
	}
	more, gone, err := a.Vault.Reseal(ctx, a.DB, func(done int64) { progress(resealed + done) })
	return resealed + more, lost + gone, err
}

// wireKeys makes what seals secrets. Without a keyset it is one of this process.
func (a *App) wireKeys(deps Deps) error {
	a.Keys = deps.Keys
	if a.Keys == nil {
		ring, err := seal.Generate()
		if err != nil {
			return err
		}
		a.Keys = seal.NewKeeper(ring, nil)
	}
	a.Vault = vault.New(a.Keys)
	a.wireWebhooks(deps)
	return nil
}
