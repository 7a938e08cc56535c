package dispute

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/refund"
)

// Policy is how the platform deals with disputes. What is about money holds for
// disputes that are heard of while it is set.
type Policy struct {
	RefundPolicy    string // what banks are told of it
	WarnBasisPoints int64  // the rate of disputes that is too high
	IsTakenAtLoss   bool   // transfers are taken back when it is lost, not when it is opened
	Fee             FeePolicy
}

// Service follows disputes and answers them.
type Service struct {
	db      *db.DB
	gateway Gateway
	policy  Policy
	refunds *refund.Service
	files   *file.Service
}

// New returns the disputes of a provider. What it warns of is given back by the
// refunds; evidence is kept with the files.
func New(d *db.DB, g Gateway, p Policy, refunds *refund.Service, files *file.Service) *Service {
	return &Service{db: d, gateway: g, policy: p, refunds: refunds, files: files}
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
		orderID, err := payment.OrderOfCharge(ctx, tx, read.ChargeID, read.IntentID)
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
		o, err := order.Load(ctx, tx, orderID)
		if err != nil {
			return err
		}
		d, err := s.lockOrMake(ctx, tx, o, read)
		if err != nil {
			return err
		}
		return s.applyTx(ctx, tx, read, of{d, o, p})
	})
}

// of is a dispute with what it is about. All is locked.
type of struct {
	dispute *Dispute
	order   *order.Order
	payment *payment.Payment
}

func (s *Service) applyTx(ctx context.Context, tx db.Tx, read *ProviderDispute, about of) error {
	d := about.dispute
	if err := d.bookTx(ctx, tx, read); err != nil {
		return err
	}
	before := d.Status
	if d.Status.IsOpen() || read.Status == StatusWon { // a lost one may be won late
		d.Status = read.Status
	}
	d.escalate(before)
	d.isUnmeasured = d.AmountMinor != read.Amount.Minor
	if d.DueBy == nil || read.DueBy == nil || !d.DueBy.Equal(*read.DueBy) {
		d.Reminders = 0
	}
	d.AmountMinor, d.Reason, d.DueBy, d.CheckedAt = read.Amount.Minor, read.Reason, read.DueBy, tx.Now()
	d.Submissions = read.Submissions
	if err := d.countTx(ctx, tx, about.payment, before); err != nil {
		return err
	}
	if err := s.draftTx(ctx, tx, d, about.order); err != nil {
		return err
	}
	if err := d.shareTx(ctx, tx, about.order); err != nil {
		return fmt.Errorf("share dispute %s: %w", d.ProviderID, err)
	}
	if err := d.chargeTx(ctx, tx); err != nil {
		return fmt.Errorf("charge the fee of dispute %s: %w", d.ProviderID, err)
	}
	if err := updateDispute(ctx, tx, d); err != nil {
		return err
	}
	if err := d.freedTx(ctx, tx, about.payment); err != nil {
		return err
	}
	if before == d.Status && !d.isNew {
		return d.tellTx(ctx, tx)
	}
	if err := holdTx(ctx, tx, d.OrderID); err != nil {
		return err
	}
	return event.Emit(ctx, tx, Changed{DisputeID: d.ID, OrderID: d.OrderID, Status: d.Status, Currency: d.Currency, AmountMinor: d.AmountMinor})
}

// escalate forgets the answer to an inquiry that became a dispute: that can be
// answered again.
func (d *Dispute) escalate(before Status) {
	if before != StatusInquiry || d.Status != StatusOpen || d.AnswerStatus.isUnsent() {
		return
	}
	d.Answer, d.AnswerStatus, d.AnswerFailure = AnswerNone, AnswerUnsaid, ""
}

func (s *Service) lockOrMake(ctx context.Context, tx db.Tx, o *order.Order, read *ProviderDispute) (*Dispute, error) {
	d, err := lockByProvider(ctx, tx, read.ID)
	if !errors.Is(err, db.ErrNotFound) {
		return d, err
	}
	d = &Dispute{
		ID: id.New[ID]("dsp"), ProviderID: read.ID, OrderID: o.ID, Currency: read.Amount.Currency, AmountMinor: read.Amount.Minor,
		Reason: read.Reason, CreatedAt: tx.Now(), CheckedAt: tx.Now(), Status: StatusInquiry, Answer: AnswerNone, AnswerStatus: AnswerUnsaid,
		IsTakenAtLoss: s.policy.IsTakenAtLoss, FeePolicy: s.policy.Fee, isNew: true,
	}
	return d, insertDispute(ctx, tx, d)
}

// draftTx keeps a part for each part of the order, and makes the evidence anew
// that nobody has changed, while it can be sent.
func (s *Service) draftTx(ctx context.Context, tx db.Tx, d *Dispute, o *order.Order) error {
	for _, part := range o.SellerOrders {
		p := d.partOf(part.SellerID)
		if p == nil {
			p = &Part{
				DisputeID: d.ID, SellerOrderID: part.ID, SellerID: part.SellerID, Currency: d.Currency,
				Evidence: draftOf(o, part, s.policy.RefundPolicy),
			}
			if err := insertPart(ctx, tx, p); err != nil {
				return err
			}
			d.Parts, d.isUnmeasured = append(d.Parts, p), true
			continue
		}
		draft := draftOf(o, part, s.policy.RefundPolicy)
		if p.IsEdited() || d.MayAnswer(tx.Now()) != nil || p.Evidence == draft {
			continue
		}
		p.Evidence = draft
		if err := updatePart(ctx, tx, p); err != nil {
			return err
		}
	}
	return nil
}

// bookTx posts each movement of the platform's balance once: what the bank has
// taken and given back, and the fee.
func (d *Dispute) bookTx(ctx context.Context, tx db.Tx, read *ProviderDispute) error {
	stands, err := d.standsTx(ctx, tx, read)
	if err != nil {
		return err
	}
	d.OutstandingMinor, d.FeeMinor = 0, 0
	for _, s := range stands {
		d.OutstandingMinor -= s.minor
		d.FeeMinor += s.feeMinor
		t := s.movement
		j := ledger.NewDraft(ledger.KindDisputeMoved, movementSource(t), d.Currency).Credit(ledger.DisputeReceivable, s.minor)
		j.OrderID = string(d.OrderID)
		first, err := ledger.MoveTx(ctx, tx, j, ledger.BalanceMove{Of: t, Minor: s.minor, Fees: ledger.DisputeFees})
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

func movementSource(t provider.Transaction) string { return "dispute:" + t.ID }

// sums are what movements have taken and not given back, and their fees.
func sums(movements []provider.Transaction) (outstanding, fee int64) {
	for _, t := range movements {
		outstanding -= t.AmountMinor
		fee += t.FeeMinor
	}
	return outstanding, fee
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

// lookBack is how far back the sweep looks for what nothing is known of.
const lookBack = 100 * 24 * time.Hour

// sweepPage is how many disputes or warnings the sweep compares with ours at a time.
const sweepPage = 100

// SweepTimeout is how long a sweep may take: it asks the provider for all of the
// last hundred days.
const SweepTimeout = 10 * time.Minute

// Sweep reads every recent dispute and warning at the provider, and every older
// dispute that is open, and applies what has come since it was applied; looks for
// answers that got stuck; and tells of deadlines that come near.
func (s *Service) Sweep(ctx context.Context) error {
	return errors.Join(s.sendStuck(ctx), s.sweepDisputes(ctx), s.remind(ctx), s.sweepWarnings(ctx))
}

func (s *Service) sweepDisputes(ctx context.Context) error {
	since := s.db.Clock().Now().Add(-lookBack)
	disputes := pages[*ProviderDispute]{apply: s.applyNews}
	err := s.gateway.ListDisputes(ctx, since, func(read *ProviderDispute) error {
		disputes.add(ctx, read)
		return nil
	})
	return errors.Join(err, s.sweepOld(ctx, since, &disputes), disputes.end(ctx))
}

// sweepOld reads the disputes that are open since before the list begins: banks
// take their time with some.
func (s *Service) sweepOld(ctx context.Context, before time.Time, disputes *pages[*ProviderDispute]) error {
	old, err := selectOpenBefore(ctx, s.db.Read(ctx), before)
	if err != nil {
		return fmt.Errorf("find old disputes: %w", err)
	}
	var errs []error
	for _, providerID := range old {
		read, err := s.gateway.GetDispute(ctx, providerID)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		disputes.add(ctx, read)
	}
	return errors.Join(errs...)
}

// pages gives what comes one by one to a function by the hundred.
type pages[T any] struct {
	apply func(ctx context.Context, page []T) error
	page  []T
	errs  []error
}

func (p *pages[T]) add(ctx context.Context, one T) {
	if p.page = append(p.page, one); len(p.page) == sweepPage {
		p.flush(ctx)
	}
}

func (p *pages[T]) flush(ctx context.Context) {
	p.errs = append(p.errs, p.apply(ctx, p.page))
	p.page = p.page[:0]
}

// end applies the last page and returns what went wrong with any.
func (p *pages[T]) end(ctx context.Context) error {
	p.flush(ctx)
	return errors.Join(p.errs...)
}

// applyNews applies those of the disputes that have news.
func (s *Service) applyNews(ctx context.Context, page []*ProviderDispute) error {
	ids, sources := make([]string, len(page)), []string(nil)
	for i, read := range page {
		ids[i] = read.ID
		for _, t := range read.Movements {
			sources = append(sources, movementSource(t))
		}
	}
	known, err := selectByProviders(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return fmt.Errorf("read disputes: %w", err)
	}
	booked, err := ledger.Posted(ctx, s.db.Read(ctx), sources)
	if err != nil {
		return fmt.Errorf("read what disputes have moved: %w", err)
	}
	var errs []error
	for _, read := range page {
		if d := known[read.ID]; d == nil || d.hasNews(read, booked, s.db.Clock().Now()) {
			errs = append(errs, s.apply(ctx, read))
		}
	}
	return errors.Join(errs...)
}

// drawnEvery is how often the evidence of an open dispute that nobody has changed
// is made anew at least: its order may have changed.
const drawnEvery = time.Hour

// hasNews reports whether applying the dispute as the provider tells it would
// change anything: it says something else, moved money that is not booked, or
// what was moved is not kept aside, borne or given back as it should be.
func (d *Dispute) hasNews(read *ProviderDispute, booked map[string]bool, now time.Time) bool {
	if d.Status.IsOpen() && now.Sub(d.CheckedAt) >= drawnEvery {
		return true
	}
	for _, t := range read.Movements {
		if !booked[movementSource(t)] {
			return true
		}
	}
	outstanding, fee := sums(read.Movements)
	if d.isConverted(read) { // all are booked, and were summed with that
		outstanding, fee = d.OutstandingMinor, d.FeeMinor
	}
	shared := int64(0)
	if d.Status == StatusOpen || d.Status == StatusLost {
		shared = max(outstanding, 0)
	}
	isSame := d.Status == read.Status && d.AmountMinor == read.Amount.Minor && d.Reason == read.Reason &&
		d.Submissions == read.Submissions && sameInstant(d.DueBy, read.DueBy)
	isBooked := d.OutstandingMinor == outstanding && d.FeeMinor == fee && d.SharedMinor == shared &&
		d.IsSettled == (d.Status == StatusLost && shared > 0)
	return !isSame || !isBooked
}

func sameInstant(a, b *time.Time) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Equal(*b)
}
