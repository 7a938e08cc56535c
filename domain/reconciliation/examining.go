package reconciliation

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
)

// readings is how often the balance is read again when the days do not sum to it:
// something moves between a list and a balance.
const readings = 3

// settle compares, day by day, what a round has listed, and then the sums. When the
// days do not sum to the balance, or a journal answers to a movement that is on none of
// them, something has come late to a closed day: the next round is full.
func (c *comparison) settle(ctx context.Context, r *round) (*round, error) {
	for reading := 1; ; reading++ {
		began := c.db.Clock().Now()
		late, err := c.tail(ctx, r)
		if err == nil {
			err = c.examineAll(ctx, r, late)
		}
		if errors.Is(err, errOvertaken) {
			return selectRound(ctx, c.db.Read(ctx), c.account)
		}
		if err != nil {
			return nil, err
		}
		there, err := c.gateway.Balance(ctx, c.account)
		if err != nil {
			return nil, err
		}
		moved, err := selectMoved(ctx, c.db.Read(ctx), c.account)
		if err != nil {
			return nil, fmt.Errorf("sum days: %w", err)
		}
		if isSumOf(there, moved) {
			return c.finish(ctx, r, there, began)
		}
		if reading == readings {
			if r.IsFull {
				return c.finish(ctx, r, there, began)
			}
			return c.escalate(ctx, r)
		}
	}
}

// isSumOf reports whether a balance is what the days have moved.
func isSumOf(balance map[money.Currency]int64, moved []*dayRow) bool {
	left := map[money.Currency]int64{}
	maps.Copy(left, balance)
	for _, m := range moved {
		left[m.Currency] -= m.ProviderMinor
	}
	for _, minor := range left {
		if minor != 0 {
			return false
		}
	}
	return true
}

// escalate begins a full round in the place of this one.
func (c *comparison) escalate(ctx context.Context, r *round) (*round, error) {
	return c.inRound(ctx, r, func(_ context.Context, tx db.Tx, r *round) error {
		r.begins(tx.Now(), true)
		return nil
	})
}

// examineAll examines the days that the round has not, those of late movements, and
// those on which something was booked since they were examined.
func (c *comparison) examineAll(ctx context.Context, r *round, late map[string]bool) error {
	days, err := selectUnexamined(ctx, c.db.Read(ctx), r)
	if err != nil {
		return fmt.Errorf("list days: %w", err)
	}
	stale, err := c.stale(ctx, c.db.Read(ctx), r)
	if err != nil {
		return err
	}
	all := maps.Clone(late)
	for _, of := range append(days, stale...) {
		all[of] = true
	}
	for _, of := range slices.Sorted(maps.Keys(all)) {
		if err := c.examine(ctx, r, of); err != nil {
			return err
		}
	}
	return nil
}

// examine compares the movements of a day with the journals that answer to them, books
// those that are known by their type alone, and keeps what differs and the sums.
func (c *comparison) examine(ctx context.Context, r *round, of string) error {
	e := &examination{comparison: c, day: of, sums: map[money.Currency]*dayRow{}}
	for after := ""; ; {
		rows, err := selectMovements(ctx, c.db.Read(ctx), r, of, after)
		if err != nil {
			return fmt.Errorf("load movements: %w", err)
		}
		if err := e.page(ctx, rows); err != nil {
			return err
		}
		if len(rows) < placesAtOnce {
			break
		}
		after = rows[len(rows)-1].TransactionID
	}
	now, err := c.inRound(ctx, r, func(ctx context.Context, tx db.Tx, r *round) error {
		if err := deleteVanished(ctx, tx, r, of); err != nil {
			return fmt.Errorf("forget movements: %w", err)
		}
		if err := e.lookAgain(ctx, tx); err != nil {
			return err
		}
		if err := c.seenTx(ctx, tx, e.found, ofDay(of)); err != nil {
			return err
		}
		var rows []*dayRow
		for _, currency := range slices.Sorted(maps.Keys(e.sums)) {
			e.sums[currency].Round = r.Round
			rows = append(rows, e.sums[currency])
		}
		return saveDay(ctx, tx, r, of, rows)
	})
	if err == nil && !now.isAt(r) {
		return errOvertaken
	}
	return err
}

// stale lists the days of a round with a movement that was not booked when they were
// examined, and is now: a round that was interrupted may go on much later.
func (c *comparison) stale(ctx context.Context, q db.Querier, r *round) (days []string, err error) {
	waiting, err := selectWaiting(ctx, q, r)
	if err != nil {
		return nil, fmt.Errorf("list what is not booked: %w", err)
	}
	for some := range slices.Chunk(waiting, placesAtOnce) {
		ids := make([]string, len(some))
		for i, m := range some {
			ids[i] = m.TransactionID
		}
		answers, err := ledger.AnswersTo(ctx, q, c.account, ids)
		if err != nil {
			return nil, fmt.Errorf("read journals: %w", err)
		}
		for _, m := range some {
			if _, booked := answers[m.TransactionID]; booked {
				days = append(days, m.Day)
			}
		}
	}
	return days, nil
}

// examination is one day while it is examined.
type examination struct {
	*comparison

	day   string
	sums  map[money.Currency]*dayRow
	found []*Difference
}

// page examines some of the movements of the day.
func (e *examination) page(ctx context.Context, rows []*movementRow) error {
	ids := make([]string, len(rows))
	for i, m := range rows {
		ids[i] = m.TransactionID
	}
	answers, err := ledger.AnswersTo(ctx, e.db.Read(ctx), e.account, ids)
	if err != nil {
		return fmt.Errorf("read journals: %w", err)
	}
	var unanswered []provider.Transaction
	for _, m := range rows {
		if _, answered := answers[m.TransactionID]; !answered {
			unanswered = append(unanswered, m.transaction())
		}
	}
	booked, err := e.bookAll(ctx, e.of, unanswered)
	if err != nil {
		return err
	}
	for _, m := range rows {
		t := m.transaction()
		sum := e.sumOf(t.Currency)
		sum.Transactions++
		sum.ProviderMinor += t.NetMinor
		if a, answered := answers[t.ID]; answered {
			e.match(t, a)
			continue
		}
		if booked[t.ID] {
			sum.Matched++
			sum.LedgerMinor += t.NetMinor
			continue
		}
		e.differ(Difference{Kind: NotBooked, Transaction: t.ID, Type: t.Type, Currency: t.Currency, ProviderMinor: t.NetMinor})
	}
	return nil
}

func (e *examination) sumOf(c money.Currency) *dayRow {
	if e.sums[c] == nil {
		e.sums[c] = &dayRow{ProviderAccount: e.account, Day: e.day, Currency: c}
	}
	return e.sums[c]
}

// match compares a movement with the journal that answers to it.
func (e *examination) match(t provider.Transaction, a ledger.Answer) {
	sum := e.sumOf(t.Currency)
	if a.Currency == t.Currency {
		sum.LedgerMinor += a.NetMinor
	}
	if a.NetMinor == t.NetMinor && a.Currency == t.Currency {
		sum.Matched++
		return
	}
	e.differ(Difference{
		Kind: AmountDiffers, Transaction: t.ID, Type: t.Type, Source: a.Source, Currency: t.Currency,
		ProviderMinor: t.NetMinor, LedgerMinor: a.NetMinor,
	})
}

func (e *examination) differ(d Difference) {
	d.Day = e.day
	e.found = append(e.found, e.difference(d))
}

// lookAgain looks for journals that were posted while the day was examined: what
// another use case books at the same time differs from nothing.
func (e *examination) lookAgain(ctx context.Context, q db.Querier) error {
	var missing []*Difference
	kept := e.found[:0:0]
	for _, d := range e.found {
		if d.Kind == NotBooked {
			missing = append(missing, d)
			continue
		}
		kept = append(kept, d)
	}
	e.found = kept
	for from := 0; from < len(missing); from += placesAtOnce {
		some := missing[from:min(from+placesAtOnce, len(missing))]
		ids := make([]string, len(some))
		for i, d := range some {
			ids[i] = d.Transaction
		}
		answers, err := ledger.AnswersTo(ctx, q, e.account, ids)
		if err != nil {
			return fmt.Errorf("read journals again: %w", err)
		}
		for _, d := range some {
			if a, answered := answers[d.Transaction]; answered {
				e.match(provider.Transaction{ID: d.Transaction, Type: d.Type, Currency: d.Currency, NetMinor: d.ProviderMinor}, a)
				continue
			}
			e.found = append(e.found, d)
		}
	}
	return nil
}

// unmoved lists the journals that answer to a movement that the provider has not
// listed: of those that were posted since the last round, until an instant, and of
// those that stand as differences.
func (c *comparison) unmoved(ctx context.Context, q db.Querier, r *round, until time.Time) ([]ledger.Answer, error) {
	from := time.Time{}
	if r.ProvedUntil != nil && !r.IsFull {
		from = *r.ProvedUntil
	}
	standing, err := selectUnmoved(ctx, q, c.account)
	if err != nil {
		return nil, fmt.Errorf("load differences: %w", err)
	}
	found, err := c.without(ctx, q, standing)
	if err != nil {
		return nil, err
	}
	for f := (ledger.AnsweringFilter{Account: c.account, From: from, Until: until, Limit: placesAtOnce}); ; {
		page, err := ledger.AnswersBetween(ctx, q, f)
		if err != nil {
			return nil, fmt.Errorf("read journals: %w", err)
		}
		var ids []string
		for _, a := range page {
			if !slices.Contains(standing, a.Transaction) {
				ids = append(ids, a.Transaction)
			}
		}
		more, err := c.without(ctx, q, ids)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
		if len(page) < placesAtOnce {
			return found, nil
		}
		f.After = page[len(page)-1]
	}
}

// without returns the answers to those of some movements that were not listed.
func (c *comparison) without(ctx context.Context, q db.Querier, transactions []string) ([]ledger.Answer, error) {
	var found []ledger.Answer
	for some := range slices.Chunk(transactions, placesAtOnce) {
		known, err := selectKnownMovements(ctx, q, c.account, some)
		if err != nil {
			return nil, fmt.Errorf("look for movements: %w", err)
		}
		some = slices.DeleteFunc(slices.Clone(some), func(id string) bool { return known[id] })
		answers, err := ledger.AnswersTo(ctx, q, c.account, some)
		if err != nil {
			return nil, fmt.Errorf("read journals: %w", err)
		}
		for _, id := range some {
			if a, posted := answers[id]; posted {
				found = append(found, a)
			}
		}
	}
	return found, nil
}
