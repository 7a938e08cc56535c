package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/gateway/appendfile"
	"github.com/etal-market/etal/server"
)

type auditCmd struct {
	Export auditExportCmd `cmd:"" help:"Print the audit log, oldest first."`
	Verify auditVerifyCmd `cmd:"" help:"Check the chain of the audit log, and hold it against anchors."`
	Prune  auditPruneCmd  `cmd:"" help:"Remove the entries that are older than ETAL_AUDIT_YEARS."`
	Anchor auditAnchorCmd `cmd:"" help:"Print the signed end of the audit log, as a line for verify --anchors."`
}

type auditExportCmd struct {
	JSON  bool  `name:"json" help:"Print JSON, one entry a line."`
	After int64 `help:"Begin after the entry of this number."`
}

// Help implements kong.HelpProvider.
func (auditExportCmd) Help() string {
	return "Entries stream as they are read, so the log may be longer than memory. A copy kept elsewhere is what shows that " +
		"the end of the log was cut off: its last number and hash must be in the log for ever. `etal verify` checks the chain.\n\n" +
		example("etal audit export --json > audit.jsonl", "etal audit export --json --after 1200 >> audit.jsonl")
}

// Run implements the command.
func (c *auditExportCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		out := bufio.NewWriter(r.Out)
		encoder := json.NewEncoder(out)
		err := a.Audit.Export(r.ctx, c.After, func(e *audit.Entry) error {
			if c.JSON {
				return encoder.Encode(e)
			}
			_, err := fmt.Fprintf(out, "%d  %s  %-28s %-20s %s %q %q\n", e.Seq, e.At.Format("2006-01-02T15:04:05Z"),
				server.Visible(e.Kind), server.Visible(e.ActorRole), server.Visible(string(e.Subject)), e.BeforeText, e.AfterText)
			return err
		})
		if err != nil {
			return err
		}
		return out.Flush()
	})
}

type auditVerifyCmd struct {
	Anchors string `placeholder:"PATH" help:"A file of anchors; ETAL_AUDIT_ANCHOR when left out."`
	Key     string `help:"The key that has signed them, as a line names it, when you do not believe the one in the database."`
	JSON    bool   `name:"json" help:"Print JSON."`
}

// Help implements kong.HelpProvider.
func (auditVerifyCmd) Help() string {
	return "The chain alone shows what was changed, removed, inserted or moved. That its end was cut off, or all of it was " +
		"written anew, shows only by anchors that were kept elsewhere. Exit code 1 when something does not hold.\n\n" +
		example("etal audit verify", "etal audit verify --anchors /mnt/worm/anchors.jsonl")
}

// Run implements the command.
func (c *auditVerifyCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		path := c.Anchors
		if path == "" {
			path = a.Config.AuditAnchor
		}
		anchors, err := readAnchors(path, c.Anchors != "")
		if err != nil {
			return err
		}
		findings, err := a.VerifyAudit(r.ctx, anchors, c.Key)
		if err != nil {
			return err
		}
		begins, err := a.Audit.Beginning(r.ctx, a.DB.Read(r.ctx))
		if err != nil {
			return err
		}
		if c.JSON {
			err = r.json(map[string]any{"anchors": len(anchors), "findings": findings, "checkpoint": begins})
		} else {
			r.say("%s", sayBeginning(begins))
			for _, f := range findings {
				r.say("%s %s: %s", f.Invariant, server.Visible(f.Subject), server.Visible(f.Detail))
			}
			r.say("%d anchors, %d findings", len(anchors), len(findings))
		}
		if err == nil && len(findings) > 0 {
			return errNo
		}
		return err
	})
}

// sayBeginning says from where the log is kept.
func sayBeginning(c *audit.Checkpoint) string {
	if c == nil {
		return "the log is kept from its first entry"
	}
	return fmt.Sprintf("the log is kept from entry %d: the others were removed until %s, since their time was over",
		c.Seq+1, c.At.UTC().Format(time.RFC3339))
}

type auditPruneCmd struct{}

// Help implements kong.HelpProvider.
func (auditPruneCmd) Help() string {
	return "The workers do it every day. What is removed is verified before, and a signed checkpoint is left, from which " +
		"`etal audit verify` checks the rest. Take a copy first when you want to keep the entries: `etal audit export --json`.\n\n" +
		example("etal audit prune")
}

// Run implements the command.
func (auditPruneCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		keep := a.Config.AuditRetention()
		if keep == 0 {
			return errors.New("ETAL_AUDIT_YEARS is 0: the audit log is kept for ever")
		}
		removed, err := a.Audit.Prune(r.ctx, keep)
		if err != nil {
			return err
		}
		begins, err := a.Audit.Beginning(r.ctx, a.DB.Read(r.ctx))
		if err != nil {
			return err
		}
		r.say("%d entries removed; %s", removed, sayBeginning(begins))
		return nil
	})
}

// readAnchors reads the lines of a file. One that was asked for has to hold
// some: an empty file proves nothing.
func readAnchors(path string, asked bool) (lines [][]byte, err error) {
	if path == "" {
		return nil, nil
	}
	err = appendfile.File{Path: path}.Lines(func(line []byte) error {
		lines = append(lines, bytes.Clone(line))
		return nil
	})
	if err == nil && asked && len(lines) == 0 {
		return nil, fmt.Errorf("there are no anchors in %s", path)
	}
	return lines, err
}

type auditAnchorCmd struct{}

// Help implements kong.HelpProvider.
func (auditAnchorCmd) Help() string {
	return "For whoever keeps anchors by other means than ETAL_AUDIT_ANCHOR, such as mail or paper.\n\n" +
		example("etal audit anchor >> anchors.jsonl")
}

// Run implements the command.
func (auditAnchorCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		anchor, err := a.Audit.Anchor(r.ctx)
		if err != nil {
			return err
		}
		return json.NewEncoder(r.Out).Encode(anchor)
	})
}
