package reconciliation

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
)

// kept narrows what stands of an account.
type kept struct {
	kinds []Kind
	day   *string // of the movement; nil: any, and none
}

// ofDay is what stands of the movements of a day.
func ofDay(of string) kept { return kept{[]Kind{NotBooked, AmountDiffers}, &of} }

// ofKind is what stands of a kind.
func ofKind(k Kind) kept { return kept{kinds: []Kind{k}} }

// finish compares the sums, notes the journals without a movement, closes days, and
// ends the round. Journals are looked at until the instant before which everything
// was listed.
func (c *comparison) finish(ctx context.Context, r *round, there map[money.Currency]int64, listed time.Time) (*round, error) {
	here, err := ledger.ProviderBalance(ctx, c.db.Read(ctx), c.of)
	if err != nil {
		return nil, fmt.Errorf("sum the ledger: %w", err)
	}
	answers, err := c.unmoved(ctx, c.db.Read(ctx), r, listed)
	if err != nil {
		return nil, err
	}
	if !r.IsFull {
		isNew, err := hasNew(ctx, c.db.Read(ctx), c.account, answers)
		if err != nil {
			return nil, fmt.Errorf("load differences: %w", err)
		}
		if isNew {
			return c.escalate(ctx, r)
		}
	}
	return c.inRound(ctx, r, func(ctx context.Context, tx db.Tx, r *round) error {
		// The sums of the ledger have what was booked since a day was examined.
		if stale, err := c.stale(ctx, tx, r); err != nil || len(stale) > 0 {
			return err // and the round is not at its end
		}
		var found []*Difference
		for _, a := range answers {
			found = append(found, c.difference(Difference{
				Kind: NotMoved, Transaction: a.Transaction, Source: a.Source, Currency: a.Currency, LedgerMinor: a.NetMinor,
			}))
		}
		if err := c.seenTx(ctx, tx, found, ofKind(NotMoved)); err != nil {
			return err
		}
		if r.IsFull { // what is of no day is older than the days, and was not found
			if err := c.seenTx(ctx, tx, nil, ofDay("")); err != nil {
				return err
			}
		}
		if err := c.sumsTx(ctx, tx, there, here); err != nil {
			return err
		}
		proved := listed.Add(-unitMax)
		r.ProvedUntil = &proved
		return c.endTx(ctx, tx, r)
	})
}

// endTx closes days and ends the round.
func (c *comparison) endTx(ctx context.Context, tx db.Tx, r *round) error {
	if err := closeDays(ctx, tx, r, dayOf(r.Until.Add(-openDays*day))); err != nil {
		return fmt.Errorf("close days: %w", err)
	}
	if err := forgetMovements(ctx, tx, r); err != nil {
		return fmt.Errorf("forget movements: %w", err)
	}
	if err := c.tellScheduleTx(ctx, tx); err != nil {
		return err
	}
	if err := c.count(ctx, tx); err != nil {
		return err
	}
	standing, err := countStanding(ctx, tx, c.account)
	if err != nil {
		return fmt.Errorf("count differences: %w", err)
	}
	now := tx.Now()
	r.Step = finished
	if r.IsFull {
		r.FullAt = &now
	}
	return saveAccount(ctx, tx, &accountRow{
		ProviderAccount: c.account, SellerID: c.of, Transactions: c.transactions, Matched: c.matched,
		Open: standing, ComparedAt: now, PayoutSchedule: c.schedule,
	})
}
