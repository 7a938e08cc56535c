package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/server"
)

type ledgerCmd struct {
	Balance ledgerBalanceCmd `cmd:"" help:"Print balances, as they are or as they were."`
	Export  ledgerExportCmd  `cmd:"" help:"Print entries with their journals, oldest first."`
}

type ledgerBalanceCmd struct {
	Account string `arg:"" optional:"" help:"One account, such as pay:seller:held; the trial balance when left out."`
	Seller  string `help:"The seller whose account it is; left out for the platform's."`
	AsOf    string `placeholder:"INSTANT" help:"As it was at an instant, such as 2026-11-26 or 2026-11-26T12:00:00Z; UTC."`
	JSON    bool   `name:"json" help:"Print JSON."`
}

// Help implements kong.HelpProvider.
func (ledgerBalanceCmd) Help() string {
	return "Amounts are in minor units; debits are positive. A day is its beginning. What was posted at the instant itself " +
		"is counted. An instant of the last minute may still change, since units that have begun may end later.\n\n" +
		example("etal ledger balance", "etal ledger balance --as-of 2026-11-01", "etal ledger balance pay:seller:held --seller sel_01kb…")
}

// Run implements the command.
func (c *ledgerBalanceCmd) Run(r *run) error {
	at, err := instant(c.AsOf)
	if err != nil {
		return err
	}
	if c.Account == "" && c.Seller != "" {
		return fmt.Errorf("--seller needs an account")
	}
	return r.with(func(a *server.App) error {
		var lines []*ledger.AccountBalance
		var err error
		if c.Account == "" {
			lines, err = a.Ledger.TrialBalanceAt(r.ctx, at)
		} else {
			lines, err = a.Ledger.AccountBalances(r.ctx, ledger.Account{Name: c.Account, SellerID: seller.ID(c.Seller)}, at)
		}
		if err != nil {
			return err
		}
		if c.JSON {
			return r.json(balancesBody{at, balanceLines(lines)})
		}
		for _, l := range lines {
			r.say("%-32s %16d %s", l.Account, l.AmountMinor, l.Currency)
		}
		return nil
	})
}

type ledgerExportCmd struct {
	From   string `placeholder:"INSTANT" help:"What was posted at this instant or later; UTC."`
	To     string `placeholder:"INSTANT" help:"What was posted before this instant; up to now when left out; UTC."`
	Format string `enum:"csv,jsonl" default:"csv" help:"csv or jsonl."`
}

// Help implements kong.HelpProvider.
func (ledgerExportCmd) Help() string {
	return "A row for each entry, on one snapshot: its journal with place in the chain, kind, source, order and transaction at the provider; book, account, " +
		"seller, currency and amount in minor units, debits positive. Rows stream as they are read, so the ledger may be longer than memory.\n\n" +
		example("etal ledger export > ledger.csv", "etal ledger export --from 2026-11-01 --to 2026-12-01 --format jsonl")
}

// Run implements the command.
func (c *ledgerExportCmd) Run(r *run) error {
	from, err := instant(c.From)
	if err != nil {
		return err
	}
	to, err := instant(c.To)
	if err != nil {
		return err
	}
	return r.with(func(a *server.App) error {
		span := ledger.Span{To: a.DB.Clock().Now(), Format: ledger.ExportFormat(strings.ToUpper(c.Format))}
		if from != nil {
			span.From = *from
		}
		if to != nil {
			span.To = *to
		}
		if !span.From.Before(span.To) {
			return ledger.ErrSpan
		}
		out := bufio.NewWriter(r.Out)
		bar := r.bar("journals")
		err := a.DB.View(r.ctx, func(ctx context.Context, q db.Querier) error {
			return ledger.Export(ctx, q, span, out, func(done, total int64) { bar.set(int(done), int(total)) })
		})
		bar.done()
		return errors.Join(err, out.Flush())
	})
}

type balancesBody struct {
	AsOf     *time.Time    `json:"asOf"` // null: now
	Balances []balanceLine `json:"balances"`
}

type balanceLine struct {
	Account     string         `json:"account"`
	SellerID    seller.ID      `json:"sellerId,omitempty"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amountMinor"` // debit positive
}

func balanceLines(of []*ledger.AccountBalance) []balanceLine {
	lines := make([]balanceLine, len(of))
	for i, b := range of {
		lines[i] = balanceLine(*b)
	}
	return lines
}

// instant reads a day or an instant; nil when there is none.
func instant(text string) (*time.Time, error) {
	if text == "" {
		return nil, nil // nothing was given
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339Nano} {
		if at, err := time.Parse(layout, text); err == nil {
			at = at.UTC()
			return &at, nil
		}
	}
	return nil, fmt.Errorf("%q is neither a day nor an instant; write 2026-11-26 or 2026-11-26T12:00:00Z", text)
}
