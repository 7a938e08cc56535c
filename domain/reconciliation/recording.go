package reconciliation

import (
	"context"
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

// record keeps what a comparison has found, in one unit: what is new is open, what is
// not found any more is cleared. Of two comparisons of an account at once each says
// what it has seen, and the later one stands.
func (s *Service) record(ctx context.Context, c *comparison) error {
	err := s.recordOnce(ctx, c)
	if db.Violates(err, "reconciliation_differences_place_key") {
		return s.recordOnce(ctx, c) // another comparison of this account was faster
	}
	return err
}

func (s *Service) recordOnce(ctx context.Context, c *comparison) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		known, err := lockKnown(ctx, tx, c)
		if err != nil {
			return fmt.Errorf("load differences: %w", err)
		}
		seen := map[string]bool{}
		for _, f := range c.found {
			seen[f.Place] = true
			if known[f.Place], err = seeTx(ctx, tx, known[f.Place], f); err != nil {
				return err
			}
		}
		for _, f := range c.sums(known, seen) {
			seen[f.Place] = true
			if known[f.Place], err = seeTx(ctx, tx, known[f.Place], f); err != nil {
				return err
			}
		}
		c.standing = nil
		for _, place := range slices.Sorted(maps.Keys(known)) {
			d := known[place]
			if !seen[d.Place] {
				if err := missTx(ctx, tx, d); err != nil {
					return err
				}
			}
			if d.IsOpen() || d.Status == Accepted {
				c.standing = append(c.standing, d)
			}
		}
		if err := c.tellScheduleTx(ctx, tx); err != nil {
			return err
		}
		return saveAccount(ctx, tx, &accountRow{
			ProviderAccount: c.account, SellerID: c.of, Transactions: c.transactions, Matched: c.matched,
			Open: int64(len(c.standing)), ComparedAt: tx.Now(), PayoutSchedule: c.schedule,
		})
	})
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

// sums finds the currencies whose sums differ by something else than the movements
// that are to be explained already.
func (c *comparison) sums(known map[string]*Difference, seen map[string]bool) (found []*Difference) {
	explained := map[money.Currency]int64{}
	for _, d := range known {
		if seen[d.Place] && d.explains() {
			explained[d.Currency] += d.delta()
		}
	}
	currencies := map[money.Currency]bool{}
	for currency := range c.there {
		currencies[currency] = true
	}
	for currency := range c.here {
		currencies[currency] = true
	}
	for _, currency := range slices.Sorted(maps.Keys(currencies)) {
		if c.there[currency]-c.here[currency] == explained[currency] {
			continue
		}
		found = append(found, &Difference{
			Kind: BalanceDiffers, Place: c.account + " = " + string(currency), Account: c.account, SellerID: c.of,
			Currency: currency, ProviderMinor: c.there[currency], LedgerMinor: c.here[currency],
		})
	}
	return found
}

// seeTx writes that a difference was seen, and returns it as it stands.
func seeTx(ctx context.Context, tx db.Tx, d, found *Difference) (*Difference, error) {
	now := tx.Now()
	if d == nil {
		d = found
		d.ID, d.FirstSeenAt, d.Status = id.New[ID]("dif"), now, Open
		d.see(found, now)
		if err := insertDifference(ctx, tx, d); err != nil {
			return nil, fmt.Errorf("keep a difference: %w", err)
		}
		return d, nil
	}
	same := d.is(found)
	switch d.Status {
	case Suspended: // it is in the ledger, and what was found is older than that
		return d, nil
	case Resolved:
		if same && d.Kind != BalanceDiffers {
			return d, nil // it was booked beside, and the two will differ for ever
		}
		d.reopen(now)
	case Cleared:
		d.reopen(now)
	case Accepted:
		if !same || d.ResolvedAt == nil || !now.Before(d.ResolvedAt.Add(acceptedFor)) {
			d.reopen(d.FirstSeenAt)
		}
	case Open:
	}
	d.see(found, now)
	return d, updateDifference(ctx, tx, d)
}

// missTx writes that a difference was not seen any more.
func missTx(ctx context.Context, tx db.Tx, d *Difference) error {
	if d.Status != Open && d.Status != Accepted {
		return nil
	}
	d.end(Cleared, Gone, tx.Now())
	return updateDifference(ctx, tx, d)
}

// suspendDue puts into suspense the movements that nobody has booked in time.
func (s *Service) suspendDue(ctx context.Context, c *comparison) error {
	now := s.db.Clock().Now()
	for i, d := range c.standing {
		t, moved := c.moves[d.Transaction]
		if d.Status != Open || d.Kind != NotBooked || !moved {
			continue
		}
		if awaitsNews(t.Type) && now.Before(d.FirstSeenAt.Add(s.policy.SuspendAfter)) {
			continue
		}
		after, err := s.suspend(ctx, d.ID, t, c.of)
		if err != nil {
			return fmt.Errorf("suspend %s: %w", t.ID, err)
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
