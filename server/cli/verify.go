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
	All   bool   `help:"Go through the whole history again, closed days too."`
	Until string `help:"Compare nothing; print what was moved on each account until the end of this day, as the comparisons have found it." placeholder:"2026-11-26"`
	JSON  bool   `name:"json" help:"Print JSON."`
}

// Help implements kong.HelpProvider.
func (reconcileCmd) Help() string {
	return "Compares every balance transaction at Stripe with the ledger, account by account, to the minor unit, and keeps what differs with the " +
		"instant at which it was seen first. Days that were compared and are older than a week are closed: their sums are kept, and they are read " +
		"again once a week, when the sums of all days are not the balance, and with --all. What was interrupted goes on where it was. Exit code 1 " +
		"when a difference is not explained. What happened within the last seconds may still be on its way; what stays unexplained is put into " +
		"suspense.\n\n" +
		example("etal reconcile", "etal reconcile --all", "etal reconcile --until 2026-10-31", "etal reconcile --json | jq .differences")
}

// Run implements the command.
func (c *reconcileCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		if c.Until != "" {
			return c.totals(r, a)
		}
		bar := r.bar("accounts")
		report, err := a.Reconciliation.Run(r.ctx, reconciliation.Manner{IsFull: c.All, Tell: func(p reconciliation.Progress) {
			bar.describe(fmt.Sprintf("accounts, %d transactions", p.Transactions))
			bar.set(p.Done, p.Accounts)
		}})
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

func (c *reconcileCmd) totals(r *run, a *server.App) error {
	until, err := time.Parse(time.DateOnly, c.Until)
	if err != nil {
		return fmt.Errorf("--until is a day such as 2026-11-26: %w", err)
	}
	rows, err := a.Reconciliation.Totals(r.ctx, until)
	if err != nil {
		return err
	}
	if c.JSON {
		return r.json(rows)
	}
	for _, t := range rows {
		r.say("%s  Stripe %d, ledger %d %s, %d transactions, %d matched, %d days not closed", t.Account, t.Provider, t.Ledger, t.Currency,
			t.Transactions, t.Matched, t.OpenDays)
	}
	return nil
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
