package stripe

import (
	"context"
	"fmt"

	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
)

// TransactionPage implements reconciliation.Gateway: one call, at most 100 movements.
func (c *Client) TransactionPage(ctx context.Context, account string, of provider.Span) ([]provider.Transaction, bool, error) {
	p := &sdk.BalanceTransactionListParams{ListParams: list(ctx, connected(account))}
	p.Single, p.StartingAfter = true, optional(of.After)
	if of.From != nil || of.Until != nil {
		p.CreatedRange = &sdk.RangeQueryParams{}
	}
	if of.From != nil {
		p.CreatedRange.GreaterThanOrEqual = of.From.Unix()
	}
	if of.Until != nil {
		p.CreatedRange.LesserThan = of.Until.Unix()
	}
	all := c.patient.BalanceTransactions.List(p)
	var moves []provider.Transaction
	for all.Next() {
		t, err := transactionOf(account, all.BalanceTransaction())
		if err != nil {
			return nil, false, err
		}
		moves = append(moves, t)
	}
	if err := all.Err(); err != nil {
		return nil, false, classify(err)
	}
	return moves, all.Meta().HasMore, nil
}

// Balance implements reconciliation.Gateway: what is pending and what is
// available. Funds that Stripe has put aside against the debts of connected
// accounts have left both, by a movement of their own.
func (c *Client) Balance(ctx context.Context, account string) (map[money.Currency]int64, error) {
	p := &sdk.BalanceParams{}
	if other := connected(account); other != "" {
		p.SetStripeAccount(other)
	}
	b, err := read(ctx, account, p, func(_ string, p *sdk.BalanceParams) (*sdk.Balance, error) {
		return c.patient.Balance.Get(p)
	})
	if err != nil {
		return nil, err
	}
	sums := map[money.Currency]int64{}
	for _, part := range [][]*sdk.Amount{b.Pending, b.Available} {
		for _, a := range part {
			amount, err := fromStripe(a.Amount, a.Currency)
			if err != nil {
				return nil, fmt.Errorf("balance of %s: %w", account, err)
			}
			sums[amount.Currency] += amount.Minor
		}
	}
	return sums, nil
}

// connected is an account as Stripe's header names it: nothing for the platform.
func connected(account string) string {
	if account == provider.Platform {
		return ""
	}
	return account
}

func transactionOf(account string, t *sdk.BalanceTransaction) (provider.Transaction, error) {
	out := provider.Transaction{
		ID: t.ID, Account: account, Type: string(t.Type),
		Available: t.Status == sdk.BalanceTransactionStatusAvailable, AvailableOn: instant(t.AvailableOn), Created: instant(t.Created),
	}
	for _, figure := range []struct {
		units int64
		minor *int64
	}{{t.Amount, &out.AmountMinor}, {t.Fee, &out.FeeMinor}, {t.Net, &out.NetMinor}} {
		a, err := fromStripe(figure.units, t.Currency)
		if err != nil {
			return provider.Transaction{}, fmt.Errorf("balance transaction %s: %w", t.ID, err)
		}
		*figure.minor, out.Currency = a.Minor, a.Currency
	}
	if t.Source != nil {
		out.Source = t.Source.ID
	}
	return out, nil
}
