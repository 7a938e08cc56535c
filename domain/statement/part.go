package statement

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
)

// PartKind says where in a balance money is; its values are those of the GraphQL enum.
type PartKind string

// The parts of what the platform owes, and of the balance at the provider.
const (
	PartHeld        PartKind = "HELD"        // sold, and not released yet
	PartReleasable  PartKind = "RELEASABLE"  // released, and going to be transferred
	PartReserve     PartKind = "RESERVE"     // kept of what was released
	PartDisputed    PartKind = "DISPUTED"    // kept aside while buyers' banks decide
	PartDebt        PartKind = "DEBT"        // what the seller owes; not above zero
	PartPending     PartKind = "PENDING"     // at the provider, not available yet
	PartAvailable   PartKind = "AVAILABLE"   // at the provider, for the next payout
	PartUnexplained PartKind = "UNEXPLAINED" // at the provider, and nobody knows what it was
)

// Part is what of a balance is in one place, and what came there and went from there
// within the month: also what only moved within the balance. Amounts are in minor units.
type Part struct {
	Kind         PartKind       `json:"kind"`
	Book         Book           `json:"book"`
	Currency     money.Currency `json:"currency"`
	OpeningMinor int64          `json:"opening"`
	InMinor      int64          `json:"in"`  // what came, not below zero
	OutMinor     int64          `json:"out"` // what went, not above zero
	ClosingMinor int64          `json:"closing"`
}

// Opening is what was there at the beginning.
func (p *Part) Opening() money.Amount { return money.New(p.OpeningMinor, p.Currency) }

// CameIn is what came there.
func (p *Part) CameIn() money.Amount { return money.New(p.InMinor, p.Currency) }

// WentOut is what went from there, with a minus.
func (p *Part) WentOut() money.Amount { return money.New(p.OutMinor, p.Currency) }

// Closing is what was there at the end.
func (p *Part) Closing() money.Amount { return money.New(p.ClosingMinor, p.Currency) }

// place is an account of a seller as statements name it.
type place struct {
	account ledger.Account
	kind    PartKind
	book    Book
}

// places lists the accounts that the two balances consist of, in the order in which
// statements name them.
func places() []place {
	return []place{
		{ledger.Held(""), PartHeld, BookPlatform},
		{ledger.Releasable(""), PartReleasable, BookPlatform},
		{ledger.Reserve(""), PartReserve, BookPlatform},
		{ledger.Disputed(""), PartDisputed, BookPlatform},
		{ledger.Receivable(""), PartDebt, BookPlatform},
		{ledger.MemoPending(""), PartPending, BookProvider},
		{ledger.MemoAvailable(""), PartAvailable, BookProvider},
		{ledger.MemoSuspense(""), PartUnexplained, BookProvider},
	}
}

// span is some months, such as "2026-11", that a statement is about.
type span struct {
	after string // exclusive
	upTo  string // inclusive
}

// since is all months after one.
func since(month string) span { return span{month, "9999-12"} }

// balanceAccounts are the accounts that the two balances consist of.
func balanceAccounts() []string { return append(ledger.OwedAccounts(), ledger.BalanceAccounts()...) }

// sumParts tells where the balances of a statement of one month are.
func (st *Statement) sumParts(ctx context.Context, q db.Querier) ([]*Part, error) {
	month, err := time.Parse(monthForm, st.Month)
	if err != nil {
		return nil, err
	}
	return st.partsOf(ctx, q, span{month.AddDate(0, -1, 0).Format(monthForm), st.Month})
}

// partsOf tells where the balances of a statement of some months are.
func (st *Statement) partsOf(ctx context.Context, q db.Querier, in span) ([]*Part, error) {
	moved, err := selectMoves(ctx, q, st.part(), in, balanceAccounts())
	if err != nil {
		return nil, fmt.Errorf("sum what moved of %s: %w", st.SellerID, err)
	}
	return st.partsBy(moved), nil
}

// partsBy tells where the balances of a statement are, by what became of the accounts. The
// parts of a book sum to its opening and closing; those of which there is nothing to tell
// are left out.
func (st *Statement) partsBy(moved []*ledger.Movement) []*Part {
	of := make(map[string]*ledger.Movement, len(moved))
	for _, m := range moved {
		of[m.Account] = m
	}
	parts := []*Part{}
	for _, at := range places() {
		m := of[at.account.Name]
		if m == nil || *m == (ledger.Movement{Account: m.Account}) {
			continue
		}
		p := &Part{Kind: at.kind, Book: at.book, Currency: st.Currency, OpeningMinor: m.OpeningMinor, InMinor: m.DebitMinor, OutMinor: m.CreditMinor}
		if at.book == BookPlatform { // credits are owed
			p.OpeningMinor, p.InMinor, p.OutMinor = -m.OpeningMinor, -m.CreditMinor, -m.DebitMinor
		}
		p.ClosingMinor = p.OpeningMinor + p.InMinor + p.OutMinor
		parts = append(parts, p)
	}
	return parts
}

// PartsOf tells where the balances of a statement that the caller has are, and what moved
// between. What was closed by a version that did not note it is summed up now.
func (s *Service) PartsOf(ctx context.Context, st *Statement) (parts []*Part, err error) {
	if st.Parts != nil {
		return st.Parts, nil
	}
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		parts, err = st.knownParts(ctx, q)
		return err
	})
	return parts, err
}

func (st *Statement) knownParts(ctx context.Context, q db.Querier) ([]*Part, error) {
	if st.Parts != nil {
		return st.Parts, nil
	}
	return st.sumParts(ctx, q)
}
