package reconciliation

import (
	"context"
	"fmt"
	"sort"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// Gateway reads the books of the provider.
type Gateway interface {
	// Transactions calls fn with every movement on the balance of an account,
	// provider.Platform or acct_…, until fn returns an error.
	Transactions(ctx context.Context, account string, fn func(provider.Transaction) error) error
	// Balance returns what the balance of an account holds in each currency,
	// pending and available together, in minor units.
	Balance(ctx context.Context, account string) (map[money.Currency]int64, error)
}

// Kind says what kind of difference there is.
type Kind string

// The kinds of difference.
const (
	// NotBooked: the provider moved money that no journal answers to.
	NotBooked Kind = "NOT_BOOKED"
	// NotMoved: a journal answers to a movement the provider does not have.
	NotMoved Kind = "NOT_MOVED"
	// AmountDiffers: journal and movement are of different amounts.
	AmountDiffers Kind = "AMOUNT_DIFFERS"
	// BalanceDiffers: the sums differ.
	BalanceDiffers Kind = "BALANCE_DIFFERS"
)

// Difference is one thing on which ledger and provider disagree.
type Difference struct {
	Kind        Kind           `json:"kind"`
	Account     string         `json:"account"` // provider.Platform or acct_…
	Transaction string         `json:"transaction,omitempty"`
	Source      string         `json:"source,omitempty"` // of the journal
	Currency    money.Currency `json:"currency"`
	Provider    int64          `json:"providerMinor"` // minor units
	Ledger      int64          `json:"ledgerMinor"`   // minor units
}

// Report is the outcome of a reconciliation.
type Report struct {
	Accounts     int          `json:"accounts"`
	Transactions int          `json:"transactions"`
	Matched      int          `json:"matched"`
	Differences  []Difference `json:"differences"`
}

// Service reconciles.
type Service struct {
	db      *db.DB
	gateway Gateway
}

// New returns the reconciliation against a provider.
func New(d *db.DB, g Gateway) *Service { return &Service{db: d, gateway: g} }

// Progress is told after each account: how many of how many are done.
type Progress func(done, total int)

// Run compares everything, and books what is known by its type alone: see
// docs/refunds-and-disputes.md. An empty list of differences means that ledger and
// provider agree to the minor unit.
func (s *Service) Run(ctx context.Context, progress Progress) (*Report, error) {
	connected, err := payout.ProviderAccounts(ctx, s.db.Read(ctx))
	if err != nil {
		return nil, fmt.Errorf("list payout accounts: %w", err)
	}
	accounts := []string{provider.Platform}
	for account := range connected {
		accounts = append(accounts, account)
	}
	sort.Strings(accounts[1:])
	report := &Report{Differences: []Difference{}}
	for i, account := range accounts {
		if err := s.account(ctx, account, connected[account], report); err != nil {
			return nil, fmt.Errorf("reconcile %s: %w", account, err)
		}
		report.Accounts++
		if progress != nil {
			progress(i+1, len(accounts))
		}
	}
	return report, nil
}

func (s *Service) account(ctx context.Context, account string, of seller.ID, r *Report) error {
	answers, err := ledger.Answered(ctx, s.db.Read(ctx), account)
	if err != nil {
		return err
	}
	err = s.gateway.Transactions(ctx, account, func(t provider.Transaction) error {
		r.Transactions++
		a, ok := answers[t.ID]
		delete(answers, t.ID)
		d := Difference{Account: account, Transaction: t.ID, Currency: t.Currency, Provider: t.NetMinor}
		switch {
		case !ok:
			booked, err := s.bookCollected(ctx, of, t)
			if err == nil && !booked {
				booked, err = s.book(ctx, t)
			}
			if err != nil || booked {
				r.Matched++
				return err
			}
			d.Kind = NotBooked
		case a.NetMinor != t.NetMinor || a.Currency != t.Currency:
			d.Kind, d.Source, d.Ledger = AmountDiffers, a.Source, a.NetMinor
		default:
			r.Matched++
			return nil
		}
		r.Differences = append(r.Differences, d)
		return nil
	})
	if err != nil {
		return err
	}
	for _, a := range answers {
		r.Differences = append(r.Differences, Difference{
			Kind: NotMoved, Account: account, Transaction: a.Transaction, Source: a.Source,
			Currency: a.Currency, Ledger: a.NetMinor,
		})
	}
	return s.balance(ctx, account, of, r)
}

// balance compares the sums.
func (s *Service) balance(ctx context.Context, account string, of seller.ID, r *Report) error {
	there, err := s.gateway.Balance(ctx, account)
	if err != nil {
		return err
	}
	here, err := ledger.ProviderBalance(ctx, s.db.Read(ctx), of)
	if err != nil {
		return err
	}
	for currency := range here {
		if _, ok := there[currency]; !ok {
			there[currency] = 0
		}
	}
	for currency, minor := range there {
		if here[currency] != minor {
			r.Differences = append(r.Differences, Difference{
				Kind: BalanceDiffers, Account: account, Currency: currency, Provider: minor, Ledger: here[currency],
			})
		}
	}
	return nil
}
