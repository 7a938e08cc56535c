package payment

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/provider"
)

// Service keeps payments.
type Service struct {
	db      *db.DB
	gateway Gateway
}

// New returns the payments taken through a gateway.
func New(d *db.DB, g Gateway) *Service { return &Service{db: d, gateway: g} }

// OpenTx writes the payment of an order that was just made, with its
// allocations. Some of it, in minor units, is paid with the buyer's credit, which is
// locked and enough; it is taken now, and given back when the payment does not
// come. The provider does not know of it yet: call Attach afterwards.
func OpenTx(ctx context.Context, tx db.Tx, o *order.Order, creditMinor int64) (*Payment, error) {
	p := &Payment{
		ID: id.New[ID]("pay"), OrderID: o.ID, BuyerID: o.BuyerID, Currency: o.Currency,
		AmountMinor: o.TotalMinor, CreditMinor: creditMinor, Status: StatusCreating, CreatedAt: tx.Now(), CheckedAt: tx.Now(),
	}
	for _, part := range o.SellerOrders {
		p.Allocations = append(p.Allocations, &Allocation{
			ID: id.New[AllocationID]("alc"), PaymentID: p.ID, SellerOrderID: part.ID, SellerID: part.SellerID,
			AmountMinor: part.TotalMinor, CommissionMinor: part.CommissionMinor,
		})
	}
	if err := insertPayment(ctx, tx, p); err != nil {
		return nil, fmt.Errorf("insert payment: %w", err)
	}
	return p, spendTx(ctx, tx, p)
}

// Attach makes the intent of a payment that has none and returns the payment.
// It may be called again after any failure: the provider answers with the same
// intent. When the outcome is unknown the payment stays CREATING, and the
// sweeper calls again. It returns ErrRefused when the provider does not want
// the payment; the order is cancelled then.
func (s *Service) Attach(ctx context.Context, orderID order.ID) (*Payment, error) {
	db.MustBeOutside(ctx)
	var p *Payment
	var o *order.Order
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		if p, err = selectByOrder(ctx, q, orderID); err != nil {
			return err
		}
		o, err = order.Load(ctx, q, orderID)
		return err
	})
	if err != nil || p.Status != StatusCreating {
		return p, err
	}
	return s.AttachTo(ctx, o, p)
}

// AttachTo is Attach for an order and its payment as they were just made or
// read. The payment must be CREATING.
func (s *Service) AttachTo(ctx context.Context, o *order.Order, p *Payment) (*Payment, error) {
	db.MustBeOutside(ctx)
	intent, err := s.gateway.CreateIntent(ctx, IntentDraft{
		PaymentID: p.ID, Ended: p.EndedIntents, OrderID: o.ID, OrderNumber: o.Number, Email: o.Email,
		Amount: p.ByCard(), TransferGroup: string(o.ID),
	})
	if refusal, ok := provider.Refused(err); ok {
		if err := s.giveUp(ctx, p.ID, order.CancelPaymentRefused, refusal.Error()); err != nil {
			return nil, err
		}
		return nil, ErrRefused
	}
	if err != nil {
		return p, nil //nolint:nilerr // unknown outcome: the payment stays CREATING and is swept
	}
	return s.attach(ctx, p, intent)
}

// attach writes the intent to a payment that has none, and returns the payment
// as it stands: somebody else may have been faster, or have given it up.
func (s *Service) attach(ctx context.Context, creating *Payment, intent *Intent) (*Payment, error) {
	var p *Payment
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		attached := *creating
		p = &attached
		p.attach(intent)
		p.CheckedAt = tx.Now()
		first, err := updateCreating(ctx, tx, p)
		if err == nil && first && p.EndedIntents > 0 {
			return order.TellTx(ctx, tx, newsReopened, p.OrderID)
		}
		if err != nil || first {
			return err
		}
		p, err = lockPayment(ctx, tx, creating.ID)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("attach intent %s: %w", intent.ID, err)
	}
	return p, nil
}

// attach hands the intent over to the buyer.
func (p *Payment) attach(intent *Intent) {
	p.Status, p.IntentID, p.ClientSecret = StatusAwaitingBuyer, &intent.ID, Secret(intent.ClientSecret)
}

// ApplyEvent reads the intent that an event of the provider is about and
// brings its payment up to date. It is an inbox.Applier.
func (s *Service) ApplyEvent(ctx context.Context, m *inbox.Message) error {
	return s.refresh(ctx, m.ObjectID, m.SettleTx)
}

// ApplyCreated brings a payment the intent whose creation was never answered.
// It is an inbox.Applier. Nearly always the answer came and there is nothing to
// do, so it looks here before it asks the provider.
func (s *Service) ApplyCreated(ctx context.Context, m *inbox.Message) error {
	attached, err := hasIntent(ctx, s.db.Read(ctx), m.ObjectID)
	if err != nil || attached {
		return err
	}
	return s.refresh(ctx, m.ObjectID, m.SettleTx)
}

// IsAttached reports whether the intent that a message tells of has its payment.
// It is inbox.Needless for the news that it was created.
func (s *Service) IsAttached(ctx context.Context, q db.Querier, m *inbox.Message) (bool, error) {
	return hasIntent(ctx, q, m.ObjectID)
}

// Refresh reads an intent at the provider and brings its payment up to date.
// It is safe at any time, any number of times, in any order.
func (s *Service) Refresh(ctx context.Context, intentID string) error {
	return s.refresh(ctx, intentID, nothingElse)
}

// nothingElse is for units that change the payment alone.
func nothingElse(context.Context, db.Tx) error { return nil }

// readings is how often an intent is read before somebody else has to come again.
const readings = 3

// errOvertaken says that an intent was read, and that what was read of it later may
// have been applied before.
var errOvertaken = errors.New("the intent was read again meanwhile")

func (s *Service) refresh(ctx context.Context, intentID string, andTx func(context.Context, db.Tx) error) error {
	for range readings - 1 {
		if err := s.readOnce(ctx, intentID, andTx); !errors.Is(err, errOvertaken) {
			return err
		}
	}
	return s.readOnce(ctx, intentID, andTx)
}

// readOnce reads an intent, brings its payment up to date, and does something else in
// the same unit. A payment that needs another intent then gets it.
func (s *Service) readOnce(ctx context.Context, intentID string, andTx func(context.Context, db.Tx) error) error {
	readAt := s.db.Clock().Now()
	intent, err := s.gateway.GetIntent(ctx, intentID)
	if err != nil || intent.PaymentID == "" { // made by somebody else on the same account
		return err
	}
	var reopened order.ID
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if reopened, err = applyTx(ctx, tx, intent, readAt); err != nil {
			return err
		}
		return andTx(ctx, tx)
	})
	if errors.Is(err, errSpare) {
		return s.discard(ctx, intent, andTx)
	}
	if err != nil || reopened == "" {
		return err
	}
	if _, err := s.Attach(ctx, reopened); !errors.Is(err, ErrRefused) { // which has given the order up
		return err
	}
	return nil
}

// applyTx brings the payment of an intent up to date with what was asked for at an
// instant, and names its order when it needs another intent. What can still change is
// not believed when something was applied since: an answer may have been on its way for
// long. It returns errOvertaken then.
func applyTx(ctx context.Context, tx db.Tx, intent *Intent, readAt time.Time) (reopened order.ID, err error) {
	p, err := lockByIntent(ctx, tx, intent)
	if errors.Is(err, db.ErrNotFound) || err == nil && p.EndedIntents > 0 {
		if isOld, err := hasEnded(ctx, tx, intent.ID); isOld || err != nil { // the payment has gone on
			return "", err
		}
	}
	if errors.Is(err, db.ErrNotFound) {
		return "", spareTx(ctx, tx, intent)
	}
	if err != nil {
		return "", fmt.Errorf("payment of intent %s: %w", intent.ID, err)
	}
	if p.Status == StatusCaptured || p.Status == StatusCancelled {
		return "", nil
	}
	switch intent.Status {
	case IntentSucceeded:
		return "", captureTx(ctx, tx, p, intent)
	case IntentCancelled:
		if isReopened, err := endedTx(ctx, tx, p, intent); err != nil || !isReopened {
			return "", err
		}
		return p.OrderID, nil
	case IntentOpen, IntentProcessing:
	}
	if p.CheckedAt.After(readAt) {
		return "", errOvertaken
	}
	return "", waitTx(ctx, tx, p, intent)
}

// waitTx notes how an intent stands that has not ended.
func waitTx(ctx context.Context, tx db.Tx, p *Payment, intent *Intent) (err error) {
	if p.Status == StatusCreating { // the answer to its creation was lost; this is it
		p.attach(intent)
	}
	if intent.Status == IntentProcessing {
		err = processingTx(ctx, tx, p)
	} else {
		p.Decline = declineReason(intent.ErrorCode, intent.DeclineCode)
		if p.IsProcessing() {
			err = refusedTx(ctx, tx, p)
		}
	}
	if err != nil {
		return err
	}
	p.CheckedAt = tx.Now()
	return updatePayment(ctx, tx, p)
}

// captureTx is the moment in which a sale becomes true: payment captured, order
// paid, stock sold, ledger posted.
func captureTx(ctx context.Context, tx db.Tx, p *Payment, intent *Intent) error {
	t := intent.Transaction
	switch {
	case t == nil:
		return fmt.Errorf("charge %s is not settled yet", intent.ChargeID)
	case intent.Amount != p.ByCard(), t.Currency == p.Currency && t.AmountMinor != p.ByCard().Minor, t.AmountMinor <= 0:
		return fmt.Errorf("intent %s took %s, settled as %d %s, expected %s",
			intent.ID, intent.Amount, t.AmountMinor, t.Currency, p.ByCard())
	}
	o, err := order.LockTx(ctx, tx, p.OrderID)
	if err != nil {
		return err
	}
	p.IntentID, p.ClientSecret = &intent.ID, Secret(intent.ClientSecret)
	p.ChargeID, p.TransactionID, p.FeeMinor = intent.ChargeID, t.ID, p.feeOf(t)
	return capturedTx(ctx, tx, p, o, t)
}

// capturedTx marks a payment captured and its order paid, sells the stock and
// books the sale. The transaction is nil when all of it was paid with credit.
func capturedTx(ctx context.Context, tx db.Tx, p *Payment, o *order.Order, t *provider.Transaction) error {
	now := tx.Now()
	p.Status, p.CapturedAt, p.CheckedAt, p.Decline, p.ProcessingSince = StatusCaptured, &now, now, "", nil
	if err := updatePayment(ctx, tx, p); err != nil {
		return err
	}
	if err := order.MarkPaidTx(ctx, tx, o, p.ChargeID, p.ByCard().Minor); err != nil {
		return err
	}
	if err := inventory.CommitTx(ctx, tx, string(o.ID)); err != nil {
		return fmt.Errorf("commit stock of %s: %w", o.ID, err)
	}
	return postCaptureTx(ctx, tx, p, o, t)
}

// cancelTx gives up a payment that was not captured: its order is cancelled
// and the stock goes back on the shelf.
func cancelTx(ctx context.Context, tx db.Tx, p *Payment, reason order.CancelReason) error {
	now := tx.Now()
	p.Status, p.CancelledAt, p.CheckedAt, p.ProcessingSince = StatusCancelled, &now, now, nil
	if err := updatePayment(ctx, tx, p); err != nil {
		return err
	}
	o, err := order.LockTx(ctx, tx, p.OrderID)
	if err != nil {
		return err
	}
	if err := order.CancelTx(ctx, tx, o, reason); err != nil {
		return err
	}
	if err := unspendTx(ctx, tx, p); err != nil {
		return err
	}
	if err := inventory.ReleaseTx(ctx, tx, string(o.ID)); err != nil {
		return fmt.Errorf("release stock of %s: %w", o.ID, err)
	}
	return nil
}

// giveUp cancels a payment of which the provider holds nothing.
func (s *Service) giveUp(ctx context.Context, paymentID ID, reason order.CancelReason, refusal string) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		p, err := lockPayment(ctx, tx, paymentID)
		if err != nil || p.Status == StatusCaptured || p.Status == StatusCancelled {
			return err
		}
		p.Refusal = refusal
		return cancelTx(ctx, tx, p, reason)
	})
}

// Expire gives up the payment of an order whose time has run out. The intent
// is cancelled at the provider first: only when that is certain can no money
// come any more, and the stock is released. When the buyer was faster, the
// payment is captured instead; while a bank decides about a debit, the order goes on
// to wait.
func (s *Service) Expire(ctx context.Context, orderID order.ID) error {
	return s.abandon(ctx, orderID, CancellationExpired)
}

// Cancel is Expire for an order that somebody does not want any more. Callers look how
// the order stands then.
func (s *Service) Cancel(ctx context.Context, orderID order.ID) error {
	return s.abandon(ctx, orderID, CancellationRequested)
}

func (s *Service) abandon(ctx context.Context, orderID order.ID, why Cancellation) error {
	p, err := s.Attach(ctx, orderID) // an intent we lost the answer about is found again
	if errors.Is(err, ErrRefused) {
		return nil
	}
	if err != nil {
		return err
	}
	switch p.Status {
	case StatusCaptured, StatusCancelled:
		return nil
	case StatusCreating:
		return fmt.Errorf("payment %s: %w", p.ID, errSilent)
	case StatusAwaitingBuyer:
	}
	intent, err := s.gateway.CancelIntent(ctx, *p.IntentID, why)
	if _, refused := provider.Refused(err); refused { // it has ended already, one way or the other
		return s.abandonEnded(ctx, p, why)
	}
	if err != nil {
		return err
	}
	if intent.Status != IntentCancelled {
		return s.Refresh(ctx, *p.IntentID)
	}
	return s.giveUp(ctx, p.ID, why.reason(), "")
}

// errSilent is what abandon returns when it cannot be told whether there is an intent.
var errSilent = &provider.Error{Unknown: true, Message: "no answer to the creation of the intent"}

// abandonEnded looks how an intent has ended that cannot be cancelled. When the provider
// had ended it, and the payment has another one, that one is cancelled: intentsMax at most.
func (s *Service) abandonEnded(ctx context.Context, p *Payment, why Cancellation) error {
	if err := s.Refresh(ctx, *p.IntentID); err != nil {
		return err
	}
	now, err := s.ByOrder(ctx, p.OrderID)
	if err != nil || now.EndedIntents == p.EndedIntents {
		return err
	}
	return s.abandon(ctx, p.OrderID, why)
}
