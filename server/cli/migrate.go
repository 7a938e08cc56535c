package cli

import (
	"time"

	"github.com/etal-market/etal/server"
)

type migrateCmd struct {
	Up     migrateUpCmd     `cmd:"" help:"Apply the steps that are missing. Safe to run at any time, also by several processes."`
	Status migrateStatusCmd `cmd:"" help:"List the steps; exit code 1 while one is missing."`
}

type migrateUpCmd struct{}

// Help implements kong.HelpProvider.
func (migrateUpCmd) Help() string {
	return "Steps only go forward. Make a backup before an update.\n\n" + example("etal migrate up")
}

// Run implements the command.
func (migrateUpCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		before, err := a.DB.Status(r.ctx)
		if err != nil {
			return err
		}
		if err := a.DB.Migrate(r.ctx); err != nil {
			return err
		}
		applied := 0
		for _, step := range before {
			if !step.Applied {
				applied++
				r.say("applied %s %s", step.Version, step.Name)
			}
		}
		if applied == 0 {
			r.say("nothing to do: the schema is up to date")
		}
		return nil
	})
}

type migrateStatusCmd struct {
	JSON bool `name:"json" help:"Print JSON."`
}

// Help implements kong.HelpProvider.
func (migrateStatusCmd) Help() string {
	return example("etal migrate status", "etal migrate status --json")
}

type stepBody struct {
	Version   string     `json:"version"`
	Name      string     `json:"name"`
	Applied   bool       `json:"applied"`
	AppliedAt *time.Time `json:"appliedAt,omitempty"`
}

// Run implements the command.
func (c *migrateStatusCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		steps, err := a.DB.Status(r.ctx)
		if err != nil {
			return err
		}
		list := make([]stepBody, 0, len(steps))
		missing := false
		for _, s := range steps {
			body := stepBody{Version: s.Version, Name: s.Name, Applied: s.Applied}
			state := "missing"
			if s.Applied {
				at := s.AppliedAt
				body.AppliedAt, state = &at, at.Format(time.RFC3339)
			}
			missing = missing || !s.Applied
			list = append(list, body)
			if !c.JSON {
				r.say("%-14s %-40s %s", s.Version, s.Name, state)
			}
		}
		if c.JSON {
			if err := r.json(list); err != nil {
				return err
			}
		}
		if missing {
			return errNo
		}
		return nil
	})
}
