package reconciliation

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// accountRow says when a balance at the provider was compared last.
type accountRow struct {
	ProviderAccount string `bun:",pk"`
	SellerID        seller.ID
	Transactions    int64
	Matched         int64
	Open            int64
	ComparedAt      time.Time
	PayoutSchedule  string // of the platform's payouts; empty for other accounts
}

// tellScheduleTx tells when the provider pays the platform out otherwise than it did
// at the comparison before. That it does so by hand at first is no news.
func (c *comparison) tellScheduleTx(ctx context.Context, tx db.Tx) error {
	if c.schedule == "" {
		return nil
	}
	before, err := selectSchedule(ctx, tx, c.account)
	if err != nil || before == c.schedule || before == "" && c.schedule == ScheduleManual {
		return err
	}
	return event.Emit(ctx, tx, PlatformScheduleChanged{Before: before, After: c.schedule})
}

// seenTx writes down what was found, and that whatever else of a place stood, narrowed
// to a day or to a kind, was not found any more.
func (c *comparison) seenTx(ctx context.Context, tx db.Tx, found []*Difference, of kept) error {
	known, err := lockPlaces(ctx, tx, found)
	if err != nil {
		return fmt.Errorf("load differences: %w", err)
	}
	seen := map[string]bool{}
	var fresh, changed, gone []*Difference
	for _, f := range found {
		seen[f.Place] = true
		switch d := known[f.Place]; {
		case d == nil:
			f.ID, f.FirstSeenAt, f.Status = id.New[ID]("dif"), tx.Now(), Open
			f.see(f, tx.Now())
			fresh = append(fresh, f)
		case d.seeAgain(f, tx.Now()):
			changed = append(changed, d)
		}
	}
	if err := insertDifferences(ctx, tx, fresh); err != nil {
		return err
	}
	if err := updateDifferences(ctx, tx, changed); err != nil {
		return err
	}
	before, err := lockStanding(ctx, tx, c.account, of)
	if err != nil {
		return fmt.Errorf("load differences: %w", err)
	}
	for _, d := range before {
		if !seen[d.Place] {
			d.end(Cleared, Gone, tx.Now())
			gone = append(gone, d)
		}
	}
	return updateDifferences(ctx, tx, gone)
}

// sumsTx finds the currencies whose sums differ by something else than the movements
// that are to be explained already.
func (c *comparison) sumsTx(ctx context.Context, tx db.Tx, there, here map[money.Currency]int64) error {
	explained, err := sumExplained(ctx, tx, c.account)
	if err != nil {
		return fmt.Errorf("sum differences: %w", err)
	}
	currencies := map[money.Currency]bool{}
	for currency := range there {
		currencies[currency] = true
	}
	for currency := range here {
		currencies[currency] = true
	}
	var found []*Difference
	for _, currency := range slices.Sorted(maps.Keys(currencies)) {
		if there[currency]-here[currency] == explained[currency] {
			continue
		}
		found = append(found, &Difference{
			Kind: BalanceDiffers, Place: c.account + " = " + string(currency), Account: c.account, SellerID: c.of,
			Currency: currency, ProviderMinor: there[currency], LedgerMinor: here[currency],
		})
	}
	return c.seenTx(ctx, tx, found, ofKind(BalanceDiffers))
}

// suspendDue puts into suspense the movements that nobody has booked in time.
func (c *comparison) suspendDue(ctx context.Context) error {
	now := c.db.Clock().Now()
	for i, d := range c.standing {
		if d.Status != Open || d.Kind != NotBooked {
			continue
		}
		if awaitsNews(d.Type) && now.Before(d.FirstSeenAt.Add(c.policy.SuspendAfter)) {
			continue
		}
		m, err := selectMovement(ctx, c.db.Read(ctx), c.account, d.Transaction)
		if errors.Is(err, db.ErrNotFound) { // another comparison has not found it any more
			continue
		}
		if err != nil {
			return fmt.Errorf("load %s: %w", d.Transaction, err)
		}
		after, err := c.suspend(ctx, d.ID, m.transaction(), c.of)
		if err != nil {
			return fmt.Errorf("suspend %s: %w", d.Transaction, err)
		}
		c.standing[i] = after
	}
	c.standing = slices.DeleteFunc(c.standing, func(d *Difference) bool { return d.Status == Cleared })
	return nil
}

// suspend puts one movement into suspense, unless a journal was faster.
func (s *Service) suspend(ctx context.Context, of ID, t provider.Transaction, owner seller.ID) (d *Difference, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if d, err = lockDifference(ctx, tx, of); err != nil {
			return err
		}
		if d.Status != Open {
			return nil
		}
		suspended, err := ledger.SuspendTx(ctx, tx, t, owner)
		if err != nil {
			return err
		}
		at := tx.Now()
		if !suspended {
			if t.NetMinor != 0 {
				d.end(Cleared, Answered, at)
			}
			return updateDifference(ctx, tx, d)
		}
		d.Status, d.SuspendedAt = Suspended, &at
		if err := updateDifference(ctx, tx, d); err != nil {
			return err
		}
		return event.Emit(ctx, tx, MovementSuspended{
			DifferenceID: d.ID, Account: d.Account, SellerID: d.SellerID, Transaction: d.Transaction, Type: d.Type,
			Currency: d.Currency, AmountMinor: d.ProviderMinor,
		})
	})
	if db.Violates(err, "ledger_journals_provider_account_provider_transaction_key") {
		return d, nil // its journal was faster, and the next comparison sees it
	}
	return d, err
}

// AnsweredTx handles ledger.SuspenseAnswered: the difference is explained. What an
// operator had linked it to is open again.
func (s *Service) AnsweredTx(ctx context.Context, tx db.Tx, e ledger.SuspenseAnswered) error {
	d, err := lockPlace(ctx, tx, e.ProviderAccount+" "+e.ProviderTransaction)
	if err != nil || d == nil {
		return err
	}
	if d.LinkedID != "" {
		other, err := lockDifference(ctx, tx, d.LinkedID)
		if err != nil {
			return err
		}
		other.reopen(other.FirstSeenAt)
		if err := updateDifference(ctx, tx, other); err != nil {
			return err
		}
		d.LinkedID = ""
	}
	d.Source, d.LedgerMinor, d.SizeMinor = e.Answer, e.AmountMinor-e.OpenMinor, max(e.OpenMinor, -e.OpenMinor)
	d.Status, d.Resolution, d.BookedTo, d.ResolvedAt = Suspended, "", "", nil
	if e.OpenMinor == 0 {
		d.end(Cleared, Answered, tx.Now())
	}
	return updateDifference(ctx, tx, d)
}
