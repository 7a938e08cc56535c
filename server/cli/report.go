package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/server"
)

type reportCmd struct {
	Sales  reportSpanCmd   `cmd:"" help:"What sellers have sold, and what the platform has kept of it."`
	Taxes  reportTaxesCmd  `cmd:"" help:"Taxes by jurisdiction and who remits them."`
	DAC7   reportDAC7Cmd   `cmd:"" name:"dac7" help:"What Directive (EU) 2021/514 asks for, by seller and quarter."`
	K1099  report1099KCmd  `cmd:"" name:"1099k" help:"What Form 1099-K of the United States asks for, by seller and month."`
	Payout reportPayoutCmd `cmd:"" help:"What a payout to a bank consists of, down to lines of orders."`
}

// reportForm is what all reports have in common.
type reportForm struct {
	AsOf string `placeholder:"INSTANT" help:"As it was at an instant, such as 2026-11-26 or 2026-11-26T12:00:00Z; UTC."`
	JSON bool   `name:"json" xor:"form" help:"Print a JSON object for each row, one a line."`
	CSV  bool   `name:"csv" xor:"form" help:"Print a table whose first row names the columns. So it is without --json, too."`
}

// write prints a report on one snapshot.
func (f reportForm) write(r *run, in report.ExportInput) (err error) {
	in.Format = report.CSV
	if f.JSON {
		in.Format = report.JSONL
	}
	if in.AsOf, err = instant(f.AsOf); err != nil {
		return err
	}
	return r.with(func(a *server.App) error {
		file, err := in.File(a.DB.Clock().Now())
		if err != nil {
			return err
		}
		out := bufio.NewWriter(r.Out)
		err = a.DB.View(r.ctx, func(ctx context.Context, q db.Querier) error { return report.Write(ctx, q, file, out) })
		return errors.Join(err, out.Flush())
	})
}

type reportSpanCmd struct {
	reportForm `embed:""`

	From string `required:"" placeholder:"INSTANT" help:"What was booked at this instant or later; UTC."`
	To   string `required:"" placeholder:"INSTANT" help:"What was booked before this instant; UTC."`
}

// Help implements kong.HelpProvider.
func (reportSpanCmd) Help() string {
	return "A row for each seller and currency: sums over the lines of statements, which tie to the ledger. Amounts are decimal. " +
		"The margin is the commission that was kept, less what the platform paid for discounts.\n\n" +
		example("etal report sales --from 2026-10-01 --to 2026-11-01", "etal report sales --from 2026-01-01 --to 2027-01-01 --json")
}

func (c *reportSpanCmd) run(r *run, kind report.Kind) error {
	from, err := instant(c.From)
	if err != nil {
		return err
	}
	to, err := instant(c.To)
	if err != nil {
		return err
	}
	return c.write(r, report.ExportInput{Report: kind, From: from, To: to})
}

// Run implements the command.
func (c *reportSpanCmd) Run(r *run) error { return c.run(r, report.KindSales) }

type reportTaxesCmd struct {
	reportSpanCmd `embed:""`
}

// Help implements kong.HelpProvider.
func (reportTaxesCmd) Help() string {
	return "A row for each jurisdiction, remitter and currency: the taxes of the orders that were paid within the span, and what the platform " +
		"took back of those it remits.\n\n" +
		example("etal report taxes --from 2026-07-01 --to 2026-10-01 --csv > taxes.csv")
}

// Run implements the command.
func (c *reportTaxesCmd) Run(r *run) error { return c.run(r, report.KindTaxes) }

type reportYear struct {
	reportForm `embed:""`

	Year int `arg:"" help:"The year, UTC."`
}

type reportDAC7Cmd struct {
	reportYear `embed:""`
}

// Help implements kong.HelpProvider.
func (reportDAC7Cmd) Help() string {
	return "A row for each seller and currency, with who they are and what is missing of that. docs/reports.md says what the figures are.\n\n" +
		example("etal report dac7 2026 > dac7.csv")
}

// Run implements the command.
func (c *reportDAC7Cmd) Run(r *run) error {
	return c.write(r, report.ExportInput{Report: report.KindDAC7, Year: &c.Year})
}

type report1099KCmd struct {
	reportYear `embed:""`
}

// Help implements kong.HelpProvider.
func (report1099KCmd) Help() string {
	return "A row for each seller and currency, before refunds and fees. docs/reports.md says what the figures are.\n\n" +
		example("etal report 1099k 2026 --as-of 2027-01-10 > form-1099-k.csv")
}

// Run implements the command.
func (c *report1099KCmd) Run(r *run) error {
	return c.write(r, report.ExportInput{Report: report.KindForm1099K, Year: &c.Year})
}

type reportPayoutCmd struct {
	ID   string `arg:"" help:"The payout, pot_…."`
	JSON bool   `name:"json" help:"Print a JSON object for the payout, and one for each movement, one a line."`
}

// Help implements kong.HelpProvider.
func (reportPayoutCmd) Help() string {
	return "What came and went at the provider since the payout before, however much it is. Opening and parts sum to the payout and what it has left.\n\n" +
		example("etal report payout pot_01kb…", "etal report payout pot_01kb… --json")
}

// Run implements the command.
func (c *reportPayoutCmd) Run(r *run) error {
	return r.with(func(a *server.App) error {
		return a.DB.View(r.ctx, func(ctx context.Context, q db.Querier) error {
			b, err := report.Itemise(ctx, q, "", payout.ID(c.ID))
			if err != nil {
				return err
			}
			if c.JSON {
				lines := json.NewEncoder(r.Out)
				return errors.Join(lines.Encode(b), b.EachItem(ctx, q, func(i *report.Item) error { return lines.Encode(i) }))
			}
			r.say("opening %s", b.Opening())
			err = b.EachItem(ctx, q, func(i *report.Item) error {
				r.say("%s  %-20s %s  %s", i.PostedAt.UTC().Format(time.RFC3339), i.Kind, i.Amount(), i.Number)
				for _, l := range i.Lines {
					r.say("    %d × %s: %s", l.Quantity, l.Title, l.Net())
				}
				return nil
			})
			for _, p := range b.Parts {
				r.say("%-10s %s, in %d of %d movements", strings.ToLower(string(p.Part)), p.Amount(), p.Movements, b.Movements)
			}
			r.say("paid out %s, left %s, unexplained %s", b.Amount(), b.Left(), b.Unexplained())
			return err
		})
	})
}
