package cli

import (
	"bufio"
	"encoding/json"
	"fmt"

	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/server"
)

type auditCmd struct {
	Export auditExportCmd `cmd:"" help:"Print the audit log, oldest first."`
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
			_, err := fmt.Fprintf(out, "%d  %s  %-28s %-20s %s %q %q\n",
				e.Seq, e.At.Format("2006-01-02T15:04:05Z"), e.Kind, e.ActorRole, e.Subject, e.BeforeText, e.AfterText)
			return err
		})
		if err != nil {
			return err
		}
		return out.Flush()
	})
}
