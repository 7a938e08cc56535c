package reconciliation

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// Gateway reads the books of the provider.
type Gateway interface {
	// TransactionPage returns movements on the balance of an account, provider.Platform
	// or acct_…, newest first, and whether the span goes on behind them.
	TransactionPage(ctx context.Context, account string, of provider.Span) ([]provider.Transaction, bool, error)
	// Balance returns what the balance of an account holds in each currency,
	// pending and available together, in minor units.
	Balance(ctx context.Context, account string) (map[money.Currency]int64, error)
	// PayoutSchedule tells how often the provider pays the platform out by itself:
	// ScheduleManual, daily, weekly or monthly.
	PayoutSchedule(ctx context.Context) (string, error)
}

// Policy is what an installation decides about differences.
type Policy struct {
	// SuspendAfter is how long a movement may wait for its news before it is put
	// into suspense.
	SuspendAfter time.Duration
	// Alone is the most that one person books or links, in minor units of each
	// currency; in a currency that it does not name, nothing. Nil: no limit.
	Alone map[money.Currency]int64
}

// Report is the outcome of a reconciliation.
type Report struct {
	Accounts     int           `json:"accounts"`
	Transactions int64         `json:"transactions"`
	Matched      int64         `json:"matched"`
	Open         int           `json:"open"`        // differences that nobody has explained
	Differences  []*Difference `json:"differences"` // those, and what operators take for a matter of time
	// PlatformSchedule is how often the provider pays the platform out by itself;
	// empty when the platform's account was not compared.
	PlatformSchedule string `json:"platformSchedule,omitempty"`
}

// Service reconciles.
type Service struct {
	db      *db.DB
	gateway Gateway
	policy  Policy
	desk    *approval.Desk[plan]
}

// New returns the reconciliation against a provider. What is above the limit of the
// policy is proposed to approvals.
func New(d *db.DB, g Gateway, p Policy, approvals *approval.Service) *Service {
	s := &Service{db: d, gateway: g, policy: p}
	s.proposesTo(approvals)
	return s
}

// Progress is told how far a comparison is, after each page that was listed and after
// each account.
type Progress struct {
	Accounts     int   // that are to be compared
	Done         int   // of them, those that were
	Transactions int64 // that were listed
}

// Manner says how everything is compared.
type Manner struct {
	// IsFull goes through the whole history, closed days too.
	IsFull bool
	// Tell is told how far it is; nil: nobody is.
	Tell func(Progress)
}

// Run compares everything, books what is known by its type alone, keeps the
// differences and puts into suspense what is due for it: see docs/reconciliation.md.
// What was not finished before goes on where it was. No open difference means that
// ledger and provider agree to the minor unit.
func (s *Service) Run(ctx context.Context, how Manner) (*Report, error) {
	connected, err := payout.ProviderAccounts(ctx, s.db.Read(ctx))
	if err != nil {
		return nil, fmt.Errorf("list payout accounts: %w", err)
	}
	accounts := append([]string{provider.Platform}, slices.Sorted(maps.Keys(connected))...)
	report := &Report{Differences: []*Difference{}}
	at := Progress{Accounts: len(accounts)}
	for i, account := range accounts {
		c := s.comparisonOf(account, connected[account], how, &at)
		err := c.run(ctx)
		switch {
		case account != provider.Platform && payout.IsNoAccess(err): // it was cut off a moment ago
		case err != nil:
			return nil, fmt.Errorf("reconcile %s: %w", account, err)
		default:
			report.add(c)
		}
		at.Done = i + 1
		how.tell(at)
	}
	return report, nil
}

func (m Manner) tell(at Progress) {
	if m.Tell != nil {
		m.Tell(at)
	}
}

func (r *Report) add(c *comparison) {
	r.Accounts++
	r.Transactions += c.transactions
	r.Matched += c.matched
	r.PlatformSchedule = cmp.Or(r.PlatformSchedule, c.schedule)
	for _, d := range c.standing {
		r.Differences = append(r.Differences, d)
		if d.IsOpen() {
			r.Open++
		}
	}
}

// comparison is one account while it is compared.
type comparison struct {
	*Service

	account string
	of      seller.ID // whose it is; empty for the platform's
	how     Manner
	at      *Progress

	transactions int64 // of all days
	matched      int64
	schedule     string        // of the platform's payouts; empty for other accounts
	standing     []*Difference // what is to be explained now
}

func (s *Service) comparisonOf(account string, of seller.ID, how Manner, at *Progress) *comparison {
	return &comparison{Service: s, account: account, of: of, how: how, at: at}
}

// run takes up the round of the account, or begins one, and goes through it until it
// has ended, whoever ends it.
func (c *comparison) run(ctx context.Context) error {
	if c.account == provider.Platform {
		var err error
		if c.schedule, err = c.gateway.PayoutSchedule(ctx); err != nil {
			return err
		}
	}
	r, err := c.begin(ctx, c.account, c.how.IsFull)
	for err == nil && r.Step != finished {
		if r.Step == walking {
			r, err = c.walk(ctx, r)
		} else {
			r, err = c.settle(ctx, r)
		}
	}
	if err != nil {
		return err
	}
	if c.standing, err = selectStanding(ctx, c.db.Read(ctx), c.account); err != nil {
		return fmt.Errorf("list differences: %w", err)
	}
	if err := c.count(ctx, c.db.Read(ctx)); err != nil {
		return err
	}
	return c.suspendDue(ctx)
}

// count sums the days.
func (c *comparison) count(ctx context.Context, q db.Querier) error {
	moved, err := selectMoved(ctx, q, c.account)
	if err != nil {
		return fmt.Errorf("sum days: %w", err)
	}
	c.transactions, c.matched = 0, 0
	for _, m := range moved {
		c.transactions += m.Transactions
		c.matched += m.Matched
	}
	return nil
}

func placeOf(account, transaction string) string { return account + " " + transaction }

// difference begins a difference of the account.
func (c *comparison) difference(d Difference) *Difference {
	d.Account, d.SellerID, d.Place = c.account, c.of, placeOf(c.account, d.Transaction)
	return &d
}
