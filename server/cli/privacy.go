package cli

import (
	"fmt"

	"github.com/etal-market/etal/gateway/appendfile"
	"github.com/etal-market/etal/server"
)

type privacyCmd struct {
	Replay  privacyReplayCmd  `cmd:"" help:"Erase again whom a restored copy of the database has brought back."`
	Ledger  privacyLedgerCmd  `cmd:"" help:"Print who was erased, as lines for replay."`
	Refused privacyRefusedCmd `cmd:"" help:"Tell whether an address must not be written to."`
}

type privacyReplayCmd struct {
	File string `arg:"" optional:"" help:"The ledger; ETAL_ERASURE_LEDGER when left out."`
}

// Help implements kong.HelpProvider.
func (privacyReplayCmd) Help() string {
	return "Run it after every restore, before anybody is let in. What was erased already is left as it is, so it may be run " +
		"again at any time. Exit code 1 when there are lines that it cannot read.\n\n" +
		example("etal privacy replay", "etal privacy replay erasures.jsonl")
}

// Run implements the command.
func (c *privacyReplayCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		path := c.File
		if path == "" {
			path = a.Config.ErasureLedger
		}
		if path == "" {
			return fmt.Errorf("name the ledger, or set ETAL_ERASURE_LEDGER")
		}
		lines, erased, unread := 0, 0, 0
		err := appendfile.File{Path: path}.Lines(func(line []byte) error {
			lines++
			done, unreadable, err := a.ReplayErasure(r.ctx, line)
			switch {
			case unreadable:
				fmt.Fprintf(r.Err, "line %d: %v\n", lines, err)
				unread++
				return nil
			case done:
				erased++
			}
			return err
		})
		if err != nil {
			return err
		}
		r.say("%d lines, %d people erased again", lines, erased)
		if unread > 0 {
			return errNo
		}
		return nil
	})
}

type privacyLedgerCmd struct{}

// Help implements kong.HelpProvider.
func (privacyLedgerCmd) Help() string {
	return "For installations that keep the ledger by hand instead of by ETAL_ERASURE_LEDGER: copy it away before each restore. " +
		"It holds identifiers and nothing personal.\n\n" + example("etal privacy ledger > erasures.jsonl")
}

// Run implements the command.
func (c *privacyLedgerCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		return a.Privacy.Lines(r.ctx, func(line []byte) error {
			r.say("%s", line)
			return nil
		})
	})
}

type privacyRefusedCmd struct {
	Email string `arg:"" help:"The address."`
}

// Help implements kong.HelpProvider.
func (privacyRefusedCmd) Help() string {
	return "Somebody who was erased, and has not registered again, must not be written to. Exit code 1 when the address is refused. " +
		"Needs the keyset.\n\n" + example("etal privacy refused alice@example.org")
}

// Run implements the command.
func (c *privacyRefusedCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		refused, err := a.Privacy.Refused(r.ctx, c.Email)
		if err != nil {
			return err
		}
		if refused {
			r.say("refused: this person was erased")
			return errNo
		}
		r.say("not refused")
		return nil
	})
}
