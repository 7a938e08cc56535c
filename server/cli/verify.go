package cli

import (
	"fmt"
	"time"

	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/server"
)

type verifyCmd struct {
	JSON bool `name:"json" help:"Print JSON."`
}

// Help implements kong.HelpProvider.
func (verifyCmd) Help() string {
	return "Reads the whole database, on one snapshot, and changes nothing. Exit code 1 when an invariant is broken.\n\n" +
		example("etal verify", "etal verify --json")
}

type verifyBody struct {
	OK       bool            `json:"ok"`
	Findings []check.Finding `json:"findings"`
}

// Run implements the command.
func (c *verifyCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		findings, err := a.Verify(r.ctx, r.note)
		if err != nil {
			return err
		}
		if c.JSON {
			if err := r.json(verifyBody{len(findings) == 0, findings}); err != nil {
				return err
			}
		} else {
			for _, f := range findings {
				r.say("%s  %s  %s", f.Invariant, f.Subject, f.Detail)
			}
		}
		if len(findings) > 0 {
			return errNo
		}
		if !c.JSON {
			r.say("all invariants hold")
		}
		return nil
	})
}

// note tells somebody who watches what is being done.
func (r *run) note(what string) {
	if r.Terminal {
		fmt.Fprintln(r.Err, what+" …")
	}
}

type reconcileCmd struct {
	JSON bool `name:"json" help:"Print JSON."`
}

// Help implements kong.HelpProvider.
func (reconcileCmd) Help() string {
	return "Compares every balance transaction at Stripe with the ledger, account by account, to the minor unit, and keeps what differs with the " +
		"instant at which it was seen first. Exit code 1 when a difference is not explained. What happened within the last seconds may still be " +
		"on its way; what stays unexplained is put into suspense.\n\n" +
		example("etal reconcile", "etal reconcile --json | jq .differences")
}

// Run implements the command.
func (c *reconcileCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		bar := r.bar("accounts")
		report, err := a.Reconciliation.Run(r.ctx, func(done, total int) { bar.set(done, total) })
		bar.done()
		if err != nil {
			return err
		}
		if c.JSON {
			err = r.json(report)
		} else {
			c.print(r, report)
		}
		if err == nil && report.Open > 0 {
			return errNo
		}
		return err
	})
}

func (c *reconcileCmd) print(r *run, report *reconciliation.Report) {
	for _, d := range report.Differences {
		r.say("%s  %-15s %-9s %s %s %s: Stripe %d, ledger %d %s, since %s", d.ID, d.Kind, d.Status, d.Account, d.Transaction, d.Source,
			d.ProviderMinor, d.LedgerMinor, d.Currency, d.FirstSeenAt.Format(time.RFC3339))
	}
	if by := report.PlatformSchedule; by != reconciliation.ScheduleManual {
		r.say("warning: Stripe pays the platform's balance out by itself (%s), with what is owed to sellers: set the schedule to manual", by)
	}
	r.say("%d accounts, %d transactions, %d matched, %d differences, %d of them not explained",
		report.Accounts, report.Transactions, report.Matched, len(report.Differences), report.Open)
}
