package dispute

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/provider"
)

// Service follows disputes.
type Service struct {
	db      *db.DB
	gateway Gateway
}

// New returns the disputes of a provider.
func New(d *db.DB, g Gateway) *Service { return &Service{db: d, gateway: g} }

// OfOrder returns the disputes of an order, oldest first, for callers that may
// see them.
func (s *Service) OfOrder(ctx context.Context, orderID order.ID) ([]*Dispute, error) {
	return selectOfOrder(ctx, s.db.Read(ctx), orderID)
}

// ApplyEvent reads the dispute that an event of the provider is about and
// brings ours up to date. It is an inbox.Applier.
func (s *Service) ApplyEvent(ctx context.Context, m *inbox.Message) error {
	if m.Account != "" {
		return nil
	}
	read, err := s.gateway.GetDispute(ctx, m.ObjectID)
	if err != nil {
		return err
	}
	return s.apply(ctx, read)
}

// apply books what has moved and moves the dispute on. It is safe at any time,
// any number of times, in any order: it may be closed before we hear that it was
// opened.
func (s *Service) apply(ctx context.Context, read *ProviderDispute) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		orderID, err := payment.OrderOfCharge(ctx, tx, read.ChargeID)
		if errors.Is(err, payment.ErrNotFound) { // a charge that is none of ours
			return nil
		}
		if err != nil {
			return err
		}
		p, err := payment.LockTx(ctx, tx, orderID)
		if err != nil {
			return err
		}
		d, err := lockOrMake(ctx, tx, orderID, read)
		if err != nil {
			return err
		}
		if err := d.bookTx(ctx, tx, read.Movements); err != nil {
			return err
		}
		before := d.Status
		if d.Status.IsOpen() || read.Status == StatusWon { // a lost one may be won late
			d.Status = read.Status
		}
		d.AmountMinor, d.Reason, d.DueBy, d.CheckedAt = read.Amount.Minor, read.Reason, read.DueBy, tx.Now()
		if err := d.countTx(ctx, tx, p, before); err != nil {
			return err
		}
		o, err := order.Load(ctx, tx, orderID)
		if err != nil {
			return err
		}
		if err := d.shareTx(ctx, tx, o); err != nil {
			return fmt.Errorf("share dispute %s: %w", d.ProviderID, err)
		}
		if err := updateDispute(ctx, tx, d); err != nil || before == d.Status {
			return err
		}
		return event.Emit(ctx, tx, Changed{DisputeID: d.ID, OrderID: d.OrderID, Status: d.Status, Currency: d.Currency, AmountMinor: d.AmountMinor})
	})
}

func lockOrMake(ctx context.Context, tx db.Tx, orderID order.ID, read *ProviderDispute) (*Dispute, error) {
	d, err := lockByProvider(ctx, tx, read.ID)
	if !errors.Is(err, db.ErrNotFound) {
		return d, err
	}
	d = &Dispute{
		ID: id.New[ID]("dsp"), ProviderID: read.ID, OrderID: orderID, Currency: read.Amount.Currency, AmountMinor: read.Amount.Minor,
		Reason: read.Reason, CreatedAt: tx.Now(), CheckedAt: tx.Now(), Status: StatusInquiry,
	}
	return d, insertDispute(ctx, tx, d)
}

// bookTx posts each movement of the platform's balance once: what the bank has
// taken and given back, and the fee.
func (d *Dispute) bookTx(ctx context.Context, tx db.Tx, movements []provider.Transaction) error {
	d.OutstandingMinor = 0
	for _, t := range movements {
		if t.Currency != d.Currency {
			return fmt.Errorf("dispute %s moved %s, its charge was in %s", d.ProviderID, t.Currency, d.Currency)
		}
		d.OutstandingMinor -= t.AmountMinor
		j := ledger.NewDraft(ledger.KindDisputeMoved, "dispute:"+t.ID, d.Currency).Answering(provider.Platform, t.ID).
			Debit(ledger.StripeBucket(t.Available), t.NetMinor).Debit(ledger.DisputeFees, t.FeeMinor).
			Credit(ledger.DisputeReceivable, t.AmountMinor)
		j.OrderID = string(d.OrderID)
		first, err := ledger.PostTx(ctx, tx, j)
		if err != nil {
			return err
		}
		if first && !t.Available {
			if err := ledger.AwaitTx(ctx, tx, ledger.BucketMaturity(t, string(d.OrderID))); err != nil {
				return err
			}
		}
	}
	return nil
}

// countTx lets the payment know how many disputes hold it: nothing can be given
// back meanwhile.
func (d *Dispute) countTx(ctx context.Context, tx db.Tx, p *payment.Payment, before Status) error {
	switch {
	case before != StatusOpen && d.Status == StatusOpen:
		return payment.DisputeTx(ctx, tx, p, 1)
	case before == StatusOpen && d.Status != StatusOpen:
		now := tx.Now()
		d.ClosedAt = &now
		return payment.DisputeTx(ctx, tx, p, -1)
	case before.IsOpen() && !d.Status.IsOpen():
		now := tx.Now()
		d.ClosedAt = &now
	}
	return nil
}

// Sweep is the periodic job that finds disputes of which no webhook has told.
type Sweep struct{}

// Kind implements db.Job.
func (Sweep) Kind() string { return "dispute.sweep" }

// lookBack is how far back the sweep looks: longer than a dispute is open.
const lookBack = 100 * 24 * time.Hour

// Sweep reads every recent dispute at the provider and applies it.
func (s *Service) Sweep(ctx context.Context) error {
	var errs []error
	err := s.gateway.ListDisputes(ctx, s.db.Clock().Now().Add(-lookBack), func(read *ProviderDispute) error {
		errs = append(errs, s.apply(ctx, read))
		return nil
	})
	return errors.Join(append(errs, err)...)
}
