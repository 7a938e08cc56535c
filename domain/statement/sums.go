package statement

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// sumBatch is how many journals are added to the sums in one unit when that was not done
// with their lines.
const sumBatch = 1000

// head is how far the chain was followed.
type head struct {
	bun.BaseModel `bun:"table:statement_heads,alias:sth"`

	ID          int64  `bun:",pk"`
	Seq         int64  // the last place that has its lines
	SummedSeq   int64  // the last place that is in the sums; not above Seq
	SummedMonth string // to which month it belongs; empty before the first one
}

// SummedTo returns the last place of the chain whose lines are in the sums of days, and the
// last one that has lines. They are the same, but for the time in which Follow adds what was
// followed by a version that kept no sums.
func SummedTo(ctx context.Context, q db.Querier) (summed, last int64, err error) {
	h, err := selectHead(ctx, q)
	if err != nil {
		return 0, 0, fmt.Errorf("read how far sums have come: %w", err)
	}
	return h.SummedSeq, h.Seq, nil
}

// daySum is what the lines of a kind sum to that were posted on one day: those of a
// seller, or of all sellers together.
type daySum struct {
	bun.BaseModel `bun:"table:statement_days,alias:sdy"`

	SellerID    seller.ID      `bun:",pk"` // empty: of all
	Day         string         `bun:",pk"` // UTC, such as "2026-11-26"
	Currency    money.Currency `bun:",pk"`
	Kind        Kind           `bun:",pk"`
	AmountMinor int64
	Orders      int64 // how many journals of orders have such a line
}

// move is what came to an account of a seller in one month and went from it.
type move struct {
	bun.BaseModel `bun:"table:statement_moves,alias:smv"`

	SellerID    seller.ID      `bun:",pk"`
	Currency    money.Currency `bun:",pk"`
	Month       string         `bun:",pk"` // of the statement
	Account     string         `bun:",pk"`
	DebitMinor  int64          // what all debits sum to
	CreditMinor int64          // what all credits sum to; not above zero
}

type dayKey struct {
	seller   seller.ID
	day      string
	currency money.Currency
	kind     Kind
}

type moveKey struct {
	seller         seller.ID
	currency       money.Currency
	month, account string
}

// tally gathers what one unit adds to the sums.
type tally struct {
	days  map[dayKey]*daySum
	moves map[moveKey]*move
}

func newTally() *tally { return &tally{days: map[dayKey]*daySum{}, moves: map[moveKey]*move{}} }

// lines adds the lines of one journal.
func (t *tally) lines(of []*Line) {
	counted := map[dayKey]bool{}
	for _, l := range of {
		for _, whose := range []seller.ID{l.SellerID, ""} {
			k := dayKey{whose, l.PostedAt.UTC().Format(dayForm), l.Currency, l.Kind}
			if t.days[k] == nil {
				t.days[k] = &daySum{SellerID: k.seller, Day: k.day, Currency: k.currency, Kind: k.kind}
			}
			t.days[k].AmountMinor += l.AmountMinor
			if l.OrderID != "" && !counted[k] {
				counted[k] = true
				t.days[k].Orders++
			}
		}
	}
}

// entries adds the entries of a journal to the month that it belongs to.
func (t *tally) entries(j *ledger.Journal, month string) {
	for _, e := range j.Entries {
		if e.SellerID == "" {
			continue
		}
		k := moveKey{e.SellerID, e.Currency, month, e.Account}
		if t.moves[k] == nil {
			t.moves[k] = &move{SellerID: k.seller, Currency: k.currency, Month: k.month, Account: k.account}
		}
		t.moves[k].DebitMinor += max(e.AmountMinor, 0)
		t.moves[k].CreditMinor += min(e.AmountMinor, 0)
	}
}

// monthOf is the month whose statement a place of the chain belongs to: of a closed one
// by its part of the chain. What is not closed goes where closing is going to cut: a month
// ends before the first journal that was posted in a later one.
func (h *head) monthOf(p ledger.Place, closed []*period) (string, error) {
	month := max(p.Journal.PostedAt.UTC().Format(monthForm), h.SummedMonth)
	for _, c := range closed {
		if p.Seq <= c.ToSeq {
			return c.Month, nil
		}
		end, err := endOf(c.Month)
		if err != nil {
			return "", err
		}
		month = max(month, end.Format(monthForm))
	}
	return month, nil
}

// sumTx adds places of the chain with their lines, by journal, to the sums. The head is
// locked, and they follow what it says is in them.
func sumTx(ctx context.Context, tx db.Tx, h *head, places []ledger.Place, lines map[ledger.JournalID][]*Line) error {
	closed, err := selectPeriodsFrom(ctx, tx, h.SummedSeq)
	if err != nil {
		return fmt.Errorf("read the months that are closed: %w", err)
	}
	t := newTally()
	for _, p := range places {
		if h.SummedMonth, err = h.monthOf(p, closed); err != nil {
			return err
		}
		h.SummedSeq = p.Seq
		t.lines(lines[p.Journal.ID])
		t.entries(p.Journal, h.SummedMonth)
	}
	if err := addToDays(ctx, tx, t.days); err != nil {
		return fmt.Errorf("add to the sums of days: %w", err)
	}
	if err := addToMoves(ctx, tx, t.moves); err != nil {
		return fmt.Errorf("add to the sums of months: %w", err)
	}
	return nil
}

// catchUpTx adds some of what was followed by a version that kept no sums.
func catchUpTx(ctx context.Context, tx db.Tx, h *head) error {
	places, err := ledger.After(ctx, tx, h.SummedSeq, min(sumBatch, h.Seq-h.SummedSeq))
	if err != nil || len(places) == 0 {
		return err
	}
	rows, err := selectLinesOf(ctx, tx, h.SummedSeq, places[len(places)-1].Seq)
	if err != nil {
		return fmt.Errorf("read lines: %w", err)
	}
	lines := map[ledger.JournalID][]*Line{}
	for _, l := range rows {
		lines[l.JournalID] = append(lines[l.JournalID], l)
	}
	if err := sumTx(ctx, tx, h, places, lines); err != nil {
		return err
	}
	return moveHead(ctx, tx, h)
}
