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

// Progress is told after each account: how many of how many are done.
type Progress func(done, total int)

// Run compares everything, books what is known by its type alone, keeps the
// differences and puts into suspense what is due for it: see docs/reconciliation.md.
// No open difference means that ledger and provider agree to the minor unit.
func (s *Service) Run(ctx context.Context, progress Progress) (*Report, error) {
	connected, err := payout.ProviderAccounts(ctx, s.db.Read(ctx))
	if err != nil {
		return nil, fmt.Errorf("list payout accounts: %w", err)
	}
	accounts := append([]string{provider.Platform}, slices.Sorted(maps.Keys(connected))...)
	report := &Report{Differences: []*Difference{}}
	for i, account := range accounts {
		c, err := s.compare(ctx, account, connected[account])
		switch {
		case account != provider.Platform && payout.IsNoAccess(err): // it was cut off a moment ago
		case err != nil:
			return nil, fmt.Errorf("reconcile %s: %w", account, err)
		default:
			report.add(c)
		}
		if progress != nil {
			progress(i+1, len(accounts))
		}
	}
	return report, nil
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

// comparison is what comparing one account has found.
type comparison struct {
	account      string
	of           seller.ID
	transactions int64
	matched      int64
	found        []*Difference                   // of single movements
	moves        map[string]provider.Transaction // those that nobody has booked
	there, here  map[money.Currency]int64        // the sums
	schedule     string                          // of the platform's payouts; empty for other accounts
	standing     []*Difference                   // what is to be explained now
}

// compare compares one account and keeps what differs.
func (s *Service) compare(ctx context.Context, account string, of seller.ID) (*comparison, error) {
	c := &comparison{account: account, of: of, moves: map[string]provider.Transaction{}}
	answers, err := ledger.Answered(ctx, s.db.Read(ctx), account)
	if err != nil {
		return nil, fmt.Errorf("read journals: %w", err)
	}
	err = s.gateway.Transactions(ctx, account, func(t provider.Transaction) error {
		a, answered := answers[t.ID]
		delete(answers, t.ID)
		c.transactions++
		if !answered {
			booked, err := s.bookCollected(ctx, of, t)
			if err == nil && !booked {
				booked, err = s.book(ctx, t)
			}
			if err != nil || booked {
				c.matched++
				return err
			}
			c.moves[t.ID] = t
			return nil
		}
		c.match(t, a)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := c.lookAgain(ctx, s.db.Read(ctx)); err != nil {
		return nil, err
	}
	if account == provider.Platform {
		if c.schedule, err = s.gateway.PayoutSchedule(ctx); err != nil {
			return nil, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(answers)) {
		a := answers[name]
		c.differ(&Difference{Kind: NotMoved, Transaction: a.Transaction, Source: a.Source, Currency: a.Currency, LedgerMinor: a.NetMinor})
	}
	if c.there, err = s.gateway.Balance(ctx, account); err != nil {
		return nil, err
	}
	if c.here, err = ledger.ProviderBalance(ctx, s.db.Read(ctx), of); err != nil {
		return nil, fmt.Errorf("sum the ledger: %w", err)
	}
	if err := s.record(ctx, c); err != nil {
		return nil, err
	}
	return c, s.suspendDue(ctx, c)
}

// match compares a movement with the journal that answers to it.
func (c *comparison) match(t provider.Transaction, a ledger.Answer) {
	if a.NetMinor == t.NetMinor && a.Currency == t.Currency {
		c.matched++
		return
	}
	c.differ(&Difference{
		Kind: AmountDiffers, Transaction: t.ID, Type: t.Type, Source: a.Source, Currency: t.Currency,
		ProviderMinor: t.NetMinor, LedgerMinor: a.NetMinor,
	})
}

// lookAgain looks for journals that were posted while the provider was listing: a
// movement may be younger than what was read of the ledger.
func (c *comparison) lookAgain(ctx context.Context, q db.Querier) error {
	if len(c.moves) == 0 {
		return nil
	}
	answers, err := ledger.Answered(ctx, q, c.account)
	if err != nil {
		return fmt.Errorf("read journals again: %w", err)
	}
	for _, name := range slices.Sorted(maps.Keys(c.moves)) {
		t := c.moves[name]
		if a, answered := answers[t.ID]; answered {
			c.match(t, a)
			delete(c.moves, t.ID)
			continue
		}
		c.differ(&Difference{Kind: NotBooked, Transaction: t.ID, Type: t.Type, Currency: t.Currency, ProviderMinor: t.NetMinor})
	}
	return nil
}

func (c *comparison) differ(d *Difference) {
	d.Account, d.SellerID = c.account, c.of
	d.Place = c.account + " " + d.Transaction
	c.found = append(c.found, d)
}
