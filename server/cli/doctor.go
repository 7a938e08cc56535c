package cli

import (
	"errors"
	"fmt"

	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
)

type doctorCmd struct {
	JSON bool `name:"json" help:"Print JSON."`
}

// Help implements kong.HelpProvider.
func (doctorCmd) Help() string {
	return "Each check says what it found and what to do. Exit code 1 when one has failed; warnings do not count.\n\n" +
		example("etal doctor", "etal doctor --json | jq '.checks[] | select(.result != \"ok\")'")
}

type doctorBody struct {
	OK     bool           `json:"ok"`
	Checks []server.Check `json:"checks"`
}

// Run implements the command.
func (c *doctorCmd) Run(r *run) error {
	cfg, err := r.settings(config.Production)
	var checks []server.Check
	var problems *config.Problems
	switch {
	case errors.As(err, &problems):
		for _, line := range problems.Lines {
			checks = append(checks, server.Check{Name: "settings", Result: server.CheckFailed, Detail: line})
		}
	case err != nil:
		return err
	default:
		checks = append(checks, server.Check{Name: "settings", Result: server.CheckOK, Detail: "mode " + string(cfg.Mode)})
	}
	if cfg.Database.IsSet() {
		checks = append(checks, r.examine(cfg)...)
	}
	return c.report(r, checks)
}

// examine checks what a running process needs.
func (r *run) examine(cfg config.Config) []server.Check {
	app, done, err := server.Open(r.ctx, cfg, r.logger(cfg))
	if err != nil {
		return []server.Check{{Name: "database", Result: server.CheckFailed, Detail: err.Error()}}
	}
	checks := app.Examine(r.ctx)
	if err := done(); err != nil {
		checks = append(checks, server.Check{Name: "database", Result: server.CheckWarning, Detail: err.Error()})
	}
	return checks
}

func (c *doctorCmd) report(r *run, checks []server.Check) error {
	body := doctorBody{OK: true, Checks: checks}
	for _, check := range checks {
		body.OK = body.OK && check.Result != server.CheckFailed
	}
	if c.JSON {
		if err := r.json(body); err != nil {
			return err
		}
	} else {
		for _, check := range checks {
			r.say("%-8s %-14s %s", check.Result, check.Name, check.Detail)
		}
	}
	if !body.OK {
		if !c.JSON {
			fmt.Fprintln(r.Err, "etal: at least one check has failed")
		}
		return errNo
	}
	return nil
}
