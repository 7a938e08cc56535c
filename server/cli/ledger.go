package cli

import (
	"fmt"
	"time"

	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/server"
)

type ledgerCmd struct {
	Balance ledgerBalanceCmd `cmd:"" help:"Print balances, as they are or as they were."`
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
		return nil, nil //nolint:nilnil // nothing was given
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339Nano} {
		if at, err := time.Parse(layout, text); err == nil {
			at = at.UTC()
			return &at, nil
		}
	}
	return nil, fmt.Errorf("%q is neither a day nor an instant; write 2026-11-26 or 2026-11-26T12:00:00Z", text)
}
