package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
)

type keysCmd struct {
	Generate keysGenerateCmd `cmd:"" help:"Make a keyset for ETAL_KEYS."`
	Rotate   keysRotateCmd   `cmd:"" help:"Add a new key and seal all secrets with it."`
	Status   keysStatusCmd   `cmd:"" help:"Show which keys there are and what they have sealed."`
}

type keysGenerateCmd struct {
	File string `help:"Write to this file, readable by its owner only, and not to standard output. An existing file is kept."`
}

// Help implements kong.HelpProvider.
func (keysGenerateCmd) Help() string {
	return "Keep a copy in a safe place: without it nobody can read the secrets in the database, and everybody has to set up " +
		"their authenticator app again.\n\n" +
		example("etal keys generate --file /etc/etal/keys.json     # then ETAL_KEYS=file:/etc/etal/keys.json", "etal keys generate")
}

// Run implements the command.
func (c *keysGenerateCmd) Run(r *run) error {
	ring, err := seal.Generate()
	if err != nil {
		return err
	}
	if c.File == "" {
		text, err := ring.Text()
		if err != nil {
			return err
		}
		r.say("%s", text)
		return nil
	}
	if err := server.WriteKeys(c.File, ring, false); err != nil {
		return err
	}
	r.say("wrote a keyset of one key to %s", c.File)
	return nil
}

// ensureKeys makes the keyset of a development installation when there is none.
func ensureKeys(cfg config.Config) error {
	path := cfg.KeysFile()
	if path == "" {
		return nil
	}
	ring, err := seal.Generate()
	if err != nil {
		return err
	}
	if err := server.WriteKeys(path, ring, false); !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

type keysRotateCmd struct{}

// Help implements kong.HelpProvider.
func (keysRotateCmd) Help() string {
	return `Adds a key to the file of ETAL_KEYS and seals every secret with it, while the installation serves. When it is interrupted, run it again: as long as other keys have sealed something, it goes on without adding another.

When ETAL_KEYS holds the keyset itself, the new keyset is printed: set it everywhere, start the processes again, then run this a second time. Older keys stay in the keyset, for copies of the database that were made before.

` + example("etal keys rotate", "etal keys status")
}

// Run implements the command.
func (c *keysRotateCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		ring := a.Keys.Ring()
		if ring == nil {
			return seal.ErrNoKeys
		}
		use, err := a.KeyUse(r.ctx)
		if err != nil {
			return err
		}
		if waiting(use, ring.Primary()) == 0 {
			added, err := c.add(r, a, ring)
			if err != nil || !added {
				return err
			}
		}
		return c.reseal(r, a, waiting(use, a.Keys.Ring().Primary()))
	})
}

// add adds a key. It reports false when somebody has to carry the keyset on.
func (c *keysRotateCmd) add(r *run, a *server.App, ring *seal.Ring) (bool, error) {
	rotated, err := ring.Rotated()
	if err != nil {
		return false, err
	}
	path := a.Config.KeysFile()
	if path == "" {
		text, err := rotated.Text()
		if err != nil {
			return false, err
		}
		r.say("%s", text)
		fmt.Fprintln(r.Err, "Set ETAL_KEYS to this everywhere, start the processes again, then run etal keys rotate once more.")
		return false, nil
	}
	if err := server.WriteKeys(path, rotated, true); err != nil {
		return false, err
	}
	a.Keys.Use(rotated)
	r.say("added key %d", rotated.Primary())
	return true, nil
}

func (c *keysRotateCmd) reseal(r *run, a *server.App, total int64) error {
	bar := r.bar("secrets")
	resealed, lost, err := a.Reseal(r.ctx, func(done int64) { bar.set(int(done), int(total)) })
	bar.done()
	if err != nil {
		return err
	}
	r.say("sealed %d secrets with key %d", resealed, a.Keys.Ring().Primary())
	if lost > 0 {
		r.say("%d secrets were sealed with keys that are not in the keyset; etal keys status lists them", lost)
		return errNo
	}
	return nil
}

// waiting counts what other keys than the primary have sealed.
func waiting(use map[seal.KeyID]int64, primary seal.KeyID) (n int64) {
	for key, rows := range use {
		if key != primary {
			n += rows
		}
	}
	return n
}

type keysStatusCmd struct {
	JSON bool `name:"json" help:"Print JSON."`
}

// Help implements kong.HelpProvider.
func (keysStatusCmd) Help() string {
	return "Exit code 1 when something was sealed with a key that is not in the keyset.\n\n" +
		example("etal keys status", "etal keys status --json")
}

type keyBody struct {
	ID      seal.KeyID `json:"id"`
	State   string     `json:"state"` // primary, older or lost
	Secrets int64      `json:"secrets"`
}

// Run implements the command.
func (c *keysStatusCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		use, err := a.KeyUse(r.ctx)
		if err != nil {
			return err
		}
		list, lost := keyBodies(a.Keys.Ring(), use)
		if c.JSON {
			if err := r.json(list); err != nil {
				return err
			}
		} else {
			for _, k := range list {
				r.say("%10d  %-7s  %d secrets", k.ID, k.State, k.Secrets)
			}
		}
		if lost {
			return errNo
		}
		return nil
	})
}

// keyBodies lists the keys of the ring, and after them those that are lost.
func keyBodies(ring *seal.Ring, use map[seal.KeyID]int64) (list []keyBody, lost bool) {
	list = []keyBody{}
	var known []seal.KeyID
	if ring != nil {
		known = ring.Keys()
	}
	for i, key := range known {
		state := "older"
		if i == 0 {
			state = "primary"
		}
		list = append(list, keyBody{key, state, use[key]})
	}
	for key, rows := range use {
		if !slices.Contains(known, key) {
			list, lost = append(list, keyBody{key, "lost", rows}), true
		}
	}
	return list, lost
}
