package ledger

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// Service reads the ledger.
type Service struct{ db *db.DB }

// New returns the ledger.
func New(d *db.DB) *Service { return &Service{db: d} }

// PostTx posts a journal in the caller's unit and reports whether it was the
// first under its source; posting the same source again changes nothing. It
// panics when the journal does not balance.
func PostTx(ctx context.Context, tx db.Tx, d *Draft) (bool, error) {
	d.mustBalance()
	posted, err := hasJournal(ctx, tx, d.Source)
	if err != nil || posted {
		return false, err
	}
	j := &Journal{
		ID: id.New[JournalID]("jnl"), Kind: d.Kind, Source: d.Source, OrderID: d.OrderID, PostedAt: tx.Now(),
		ProviderAccount: d.ProviderAccount, ProviderTransaction: d.ProviderTransaction,
	}
	entries := make([]*Entry, len(d.lines))
	for i, l := range d.lines {
		entries[i] = &Entry{
			ID: id.New[EntryID]("len"), JournalID: j.ID, Account: l.account.Name, SellerID: l.account.SellerID,
			Currency: d.currency, AmountMinor: l.minor, PostedAt: tx.Now(),
		}
	}
	// Entries first: the trigger on journals checks their sum.
	if err := insertEntries(ctx, tx, entries); err != nil {
		return false, fmt.Errorf("post %s: %w", d.Source, err)
	}
	if err := insertJournal(ctx, tx, j); err != nil {
		return false, fmt.Errorf("post %s: %w", d.Source, err)
	}
	return true, nil
}

// Maturity is a move between two accounts that becomes a fact at an instant
// known beforehand: money at the provider that becomes available.
type Maturity struct {
	Source   string // unique, such as "available:txn_…"
	At       time.Time
	From, To Account
	Amount   money.Amount
	OrderID  string
}

// AwaitTx notes a maturity; noting it again changes nothing.
func AwaitTx(ctx context.Context, tx db.Tx, m Maturity) error {
	if m.Amount.Minor == 0 {
		return nil
	}
	return insertMaturity(ctx, tx, &maturity{
		Source: m.Source, At: m.At.UTC(), OrderID: m.OrderID,
		FromAccount: m.From.Name, ToAccount: m.To.Name, SellerID: m.To.SellerID,
		Currency: m.Amount.Currency, AmountMinor: m.Amount.Minor,
	})
}

// BucketMaturity is when a pending movement of the platform's balance becomes
// available: money that came is there then, money that left is missing then.
func BucketMaturity(t provider.Transaction, orderID string) Maturity {
	m := Maturity{
		Source: "available:" + t.ID, At: t.AvailableOn, OrderID: orderID,
		From: StripePending, To: StripeAvailable, Amount: money.New(t.NetMinor, t.Currency),
	}
	if t.NetMinor < 0 {
		m.From, m.To, m.Amount.Minor = StripeAvailable, StripePending, -t.NetMinor
	}
	return m
}

// matureBatch bounds how many maturities one unit posts.
const matureBatch = 100

// Mature posts every maturity whose instant has come.
func (s *Service) Mature(ctx context.Context) error {
	for {
		var n int
		err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
			due, err := claimDueMaturities(ctx, tx, matureBatch)
			if err != nil {
				return err
			}
			n = len(due)
			for _, m := range due {
				if err := m.post(ctx, tx); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("post maturities: %w", err)
		}
		if n < matureBatch {
			return nil
		}
	}
}

func (m *maturity) post(ctx context.Context, tx db.Tx) error {
	d := NewDraft(KindFundsAvailable, m.Source, m.Currency)
	d.OrderID = m.OrderID
	d.Move(Account{m.ToAccount, m.SellerID}, Account{m.FromAccount, m.SellerID}, m.AmountMinor)
	if _, err := PostTx(ctx, tx, d); err != nil {
		return err
	}
	return settleMaturity(ctx, tx, m.Source)
}

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
// for when the actor is an operator.
func (s *Service) BalancesFor(ctx context.Context, by actor.Actor, asked *seller.ID) ([]*Balance, error) {
	of, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	return SellerBalances(ctx, s.db.Read(ctx), of)
}

// SellerBalances returns a seller's balance in each currency they have had
// money in, for callers that may see it.
func SellerBalances(ctx context.Context, q db.Querier, of seller.ID) ([]*Balance, error) {
	sums, err := selectSellerSums(ctx, q, of)
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
	case receivable:
		b.DebtMinor = s.SumMinor
	}
}

// Disputed is what is kept back while buyers' banks decide.
func (b *Balance) Disputed() money.Amount { return money.New(b.DisputedMinor, b.Currency) }

// Debt is what the seller owes the platform.
func (b *Balance) Debt() money.Amount { return money.New(b.DebtMinor, b.Currency) }

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
	return selectTrialBalance(ctx, s.db.Read(ctx))
}

// EntryFilter narrows a list of entries; empty fields do not narrow.
type EntryFilter struct {
	SellerID seller.ID
	Account  string
	OrderID  id.Any
	Currency money.Currency
}

// entryKey is the sort key of a list of entries.
type entryKey struct {
	ID EntryID `json:"i"`
}

// EntriesFor lists the entries of the accounts of the actor's seller, or of the
// one asked for when the actor is an operator, newest first.
func (s *Service) EntriesFor(
	ctx context.Context, by actor.Actor, asked *seller.ID, f EntryFilter, w page.Window,
) (*page.Connection[Entry], error) {
	of, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	f.SellerID = of
	return s.Entries(ctx, f, w)
}

// Entries lists entries, newest first, for callers that may see all.
func (s *Service) Entries(ctx context.Context, f EntryFilter, w page.Window) (*page.Connection[Entry], error) {
	rows, err := selectEntries(ctx, s.db.Read(ctx), f, w)
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(e *Entry) any { return entryKey{e.ID} }), nil
}

// JournalsByIDs returns the journals with the given ids, without their entries.
func (s *Service) JournalsByIDs(ctx context.Context, ids []JournalID) (map[JournalID]*Journal, error) {
	return selectJournals(ctx, s.db.Read(ctx), ids)
}

// Answered tells which journal answers to each balance transaction of a
// provider account, with the amount by which it moves that balance.
func Answered(ctx context.Context, q db.Querier, providerAccount string) (map[string]Answer, error) {
	if providerAccount == "" {
		return nil, errors.New("ledger: which provider account?")
	}
	return selectAnswers(ctx, q, providerAccount)
}

// Answer is a journal as reconciliation sees it.
type Answer struct {
	Transaction string // balance transaction at the provider
	Source      string
	Currency    money.Currency
	NetMinor    int64 // by how much the journal moves the balance at the provider
}

// ProviderBalance sums, per currency, what the ledger says is in the balance of
// a seller at the provider, or in the platform's when of is empty. Minor units.
func ProviderBalance(ctx context.Context, q db.Querier, of seller.ID) (map[money.Currency]int64, error) {
	return selectProviderBalance(ctx, q, of)
}
