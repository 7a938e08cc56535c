package ledger

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Balance is what one currency of a seller's accounts holds, in minor units.
type Balance struct {
	Currency        money.Currency
	HeldMinor       int64 // owed, and must not be paid yet
	ReleasableMinor int64 // owed, and going to be transferred
	PendingMinor    int64 // transferred, not yet available at Stripe
	AvailableMinor  int64 // transferred and available for a payout
	InTransitMinor  int64 // on its way to the bank
	PaidOutMinor    int64 // arrived at the bank
	DisputedMinor   int64 // kept back while buyers' banks decide
	ReserveMinor    int64 // kept of what was released, until its time is over
	DebtMinor       int64 // owed by the seller
}

// Held is what the platform owes and must not pay yet.
func (b *Balance) Held() money.Amount { return money.New(b.HeldMinor, b.Currency) }

// Releasable is what the platform owes and is going to transfer.
func (b *Balance) Releasable() money.Amount { return money.New(b.ReleasableMinor, b.Currency) }

// Pending is what was transferred and is not yet available.
func (b *Balance) Pending() money.Amount { return money.New(b.PendingMinor, b.Currency) }

// Available is what was transferred and can be paid out.
func (b *Balance) Available() money.Amount { return money.New(b.AvailableMinor, b.Currency) }

// InTransit is what is on its way to the bank.
func (b *Balance) InTransit() money.Amount { return money.New(b.InTransitMinor, b.Currency) }

// PaidOut is what has arrived at the bank.
func (b *Balance) PaidOut() money.Amount { return money.New(b.PaidOutMinor, b.Currency) }

// BalancesFor returns the balances of the actor's seller, or of the one asked
// for when the actor is an operator: as they are, or as they were at an instant,
// with what was posted at that instant.
func (s *Service) BalancesFor(ctx context.Context, by actor.Actor, asked *seller.ID, at *time.Time) ([]*Balance, error) {
	of, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	return sellerBalances(ctx, s.db.Read(ctx), of, at)
}

// SellerBalances returns a seller's balance in each currency they have had
// money in, for callers that may see it. It costs the same however many entries
// there are.
func SellerBalances(ctx context.Context, q db.Querier, of seller.ID) ([]*Balance, error) {
	return sellerBalances(ctx, q, of, nil)
}

func sellerBalances(ctx context.Context, q db.Querier, of seller.ID, at *time.Time) ([]*Balance, error) {
	sums, err := selectSellerSums(ctx, q, of, at)
	if err != nil {
		return nil, fmt.Errorf("sum accounts of %s: %w", of, err)
	}
	var balances []*Balance
	for _, sum := range sums {
		if len(balances) == 0 || balances[len(balances)-1].Currency != sum.Currency {
			balances = append(balances, &Balance{Currency: sum.Currency})
		}
		balances[len(balances)-1].add(sum)
	}
	return balances, nil
}

// BalancesByIDs returns the balances of sellers in each currency they have had money in,
// for callers that may see them.
func (s *Service) BalancesByIDs(ctx context.Context, sellers []seller.ID) (map[seller.ID][]*Balance, error) {
	sums, err := selectSumsOfSellers(ctx, s.db.Read(ctx), sellers)
	if err != nil {
		return nil, fmt.Errorf("sum accounts of sellers: %w", err)
	}
	found := map[seller.ID][]*Balance{}
	for _, sum := range sums {
		all := found[sum.SellerID]
		if len(all) == 0 || all[len(all)-1].Currency != sum.Currency {
			all = append(all, &Balance{Currency: sum.Currency})
			found[sum.SellerID] = all
		}
		all[len(all)-1].add(sum)
	}
	return found, nil
}

func (b *Balance) add(s accountSum) {
	switch s.Account {
	case held: // a liability: its credit balance is what is owed
		b.HeldMinor = -s.SumMinor
	case releasable:
		b.ReleasableMinor = -s.SumMinor
	case memoPending:
		b.PendingMinor = s.SumMinor
	case memoAvailable:
		b.AvailableMinor = s.SumMinor
	case memoInTransit:
		b.InTransitMinor = s.SumMinor
	case memoPaidOut:
		b.PaidOutMinor = s.SumMinor
	case disputed:
		b.DisputedMinor = -s.SumMinor
	case reserve:
		b.ReserveMinor = -s.SumMinor
	case receivable:
		b.DebtMinor = s.SumMinor
	}
}

// Disputed is what is kept back while buyers' banks decide.
func (b *Balance) Disputed() money.Amount { return money.New(b.DisputedMinor, b.Currency) }

// Reserve is what is kept of what was released, until its time is over.
func (b *Balance) Reserve() money.Amount { return money.New(b.ReserveMinor, b.Currency) }

// Debt is what the seller owes the platform.
func (b *Balance) Debt() money.Amount { return money.New(b.DebtMinor, b.Currency) }

// Open is what the seller is owed, wherever it stands, and was not paid to their bank,
// less what they owe themselves.
func (b *Balance) Open() money.Amount {
	owed := b.HeldMinor + b.ReleasableMinor + b.PendingMinor + b.AvailableMinor + b.DisputedMinor + b.ReserveMinor
	return money.New(owed-b.DebtMinor, b.Currency)
}

// AccountBalance is one line of the trial balance.
type AccountBalance struct {
	Account     string
	SellerID    seller.ID
	Currency    money.Currency
	AmountMinor int64 // debit positive, minor units
}

// Amount is the signed balance of the account.
func (a *AccountBalance) Amount() money.Amount { return money.New(a.AmountMinor, a.Currency) }

// TrialBalance returns the balance of each of the platform's accounts, with
// the sellers' accounts of one name summed up. Its amounts sum to zero in each
// currency.
func (s *Service) TrialBalance(ctx context.Context) ([]*AccountBalance, error) {
	return s.TrialBalanceAt(ctx, nil)
}

// TrialBalanceAt returns the trial balance as it was at an instant, with what was
// posted at that instant; nil is now.
func (s *Service) TrialBalanceAt(ctx context.Context, at *time.Time) ([]*AccountBalance, error) {
	return selectTrialBalance(ctx, s.db.Read(ctx), at)
}

// AccountBalances returns the balance of one account of the platform or of a
// seller, of either book, in each currency: as it is, or as it was at an
// instant, with what was posted at that instant. Debits are positive.
func (s *Service) AccountBalances(ctx context.Context, a Account, at *time.Time) ([]*AccountBalance, error) {
	return AccountBalances(ctx, s.db.Read(ctx), a, at)
}

// AccountBalances is Service.AccountBalances for callers with a unit or a
// snapshot of their own.
func AccountBalances(ctx context.Context, q db.Querier, a Account, at *time.Time) ([]*AccountBalance, error) {
	rows, err := selectAccountSums(ctx, q, a, at)
	if err != nil {
		return nil, fmt.Errorf("sum %s: %w", a, err)
	}
	return rows, nil
}
