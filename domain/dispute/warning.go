package dispute

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
)

// WarningID names a warning of fraud, frw_….
type WarningID string

// Standing says what came of a warning.
type Standing string

// The standings of a warning.
const (
	StandingOpen     Standing = "OPEN"      // somebody has to decide
	StandingAside    Standing = "SET_ASIDE" // an operator believes the payment
	StandingRefunded Standing = "REFUNDED"  // the buyer has got everything back
	StandingDisputed Standing = "DISPUTED"  // the bank has asked, or taken the money
)

// Warning is what the issuer of a card has warned of before there is a dispute.
// Nothing moves by it. Giving everything back usually avoids the dispute.
type Warning struct {
	bun.BaseModel `bun:"table:fraud_warnings,alias:frw"`

	ID           WarningID `bun:",pk"`
	ProviderID   string
	OrderID      order.ID
	FraudType    string             // in the provider's words, such as made_with_stolen_card
	IsActionable bool               // the provider sees neither a dispute nor a whole refund
	WarnedAt     time.Time          // by the issuer, UTC
	CreatedAt    time.Time          // when it was heard of, UTC
	CheckedAt    time.Time          //
	Note         string             // why it was set aside; empty until then
	SetAsideBy   identity.AccountID // empty unless it was
	SetAsideAt   *time.Time

	// These are read with the row, from the order, its disputes and its payment.
	Standing    Standing       `bun:",scanonly"`
	IsHeld      bool           `bun:",scanonly"` // something of the order is not released because of a warning
	OrderNumber string         `bun:",scanonly"`
	Currency    money.Currency `bun:",scanonly"`
	AmountMinor int64          `bun:",scanonly"` // of the payment
}

// Amount is what was paid, by the payment that is warned of.
func (w *Warning) Amount() money.Amount { return money.New(w.AmountMinor, w.Currency) }

// ProviderWarning is a warning as the provider sees it.
type ProviderWarning struct {
	ID           string
	ChargeID     string
	IntentID     string // of the charge; may be empty
	FraudType    string
	IsActionable bool
	WarnedAt     time.Time
}

// WarningFilter narrows a list of warnings; what is nil does not narrow.
type WarningFilter struct {
	Standing *Standing
}

// WarningSetAsideInput keeps a payment of which was warned.
type WarningSetAsideInput struct {
	WarningID WarningID
	Note      string // why, required, at most 1,000 characters
}

// WarningRefundInput gives back everything that was paid.
type WarningRefundInput struct {
	WarningID      WarningID
	IdempotencyKey string
}

// WarningRefund is what came of giving back what a warning is about: the refund,
// or the proposal of one that is above a limit.
type WarningRefund struct {
	Warning *Warning
	Made    *refund.Made
}

// MaySetAside returns ErrWarningSettled when nobody has to decide any more.
func (w *Warning) MaySetAside() error {
	if w.Standing != StandingOpen {
		return ErrWarningSettled
	}
	return nil
}

// MayRefund returns ErrWarningSettled when the payment is disputed or was given
// back.
func (w *Warning) MayRefund() error {
	if w.Standing != StandingOpen && w.Standing != StandingAside {
		return ErrWarningSettled
	}
	return nil
}

// ApplyWarning reads the warning that an event of the provider is about. It is
// an inbox.Applier.
func (s *Service) ApplyWarning(ctx context.Context, m *inbox.Message) error {
	if m.Account != "" {
		return nil
	}
	read, err := s.gateway.GetWarning(ctx, m.ObjectID)
	if err != nil {
		return err
	}
	return s.applyWarning(ctx, read)
}

// applyWarning writes down what the provider says, any number of times.
func (s *Service) applyWarning(ctx context.Context, read *ProviderWarning) error {
	orderID, err := payment.OrderOfCharge(ctx, s.db.Read(ctx), read.ChargeID, read.IntentID)
	if errors.Is(err, payment.ErrNotFound) { // a charge that is none of ours
		return nil
	}
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if _, err := payment.LockTx(ctx, tx, orderID); err != nil {
			return err
		}
		w, err := selectWarningByProvider(ctx, tx, read.ID)
		if errors.Is(err, db.ErrNotFound) {
			w = &Warning{
				ID: id.New[WarningID]("frw"), ProviderID: read.ID, OrderID: orderID, FraudType: read.FraudType,
				IsActionable: read.IsActionable, WarnedAt: read.WarnedAt, CreatedAt: tx.Now(), CheckedAt: tx.Now(),
			}
			if err := insertWarning(ctx, tx, w); err != nil {
				return err
			}
			if err := event.Emit(ctx, tx, Warned{WarningID: w.ID, OrderID: orderID, FraudType: w.FraudType}); err != nil {
				return err
			}
			return holdTx(ctx, tx, orderID)
		}
		if err != nil {
			return err
		}
		w.IsActionable, w.FraudType, w.CheckedAt = read.IsActionable, read.FraudType, tx.Now()
		if err := updateWarning(ctx, tx, w); err != nil {
			return err
		}
		return holdTx(ctx, tx, orderID)
	})
}

// holdTx keeps the sellers' money of an order from being released while a
// warning about it is open, and lets it go otherwise. The payment is locked.
func holdTx(ctx context.Context, tx db.Tx, orderID order.ID) error {
	all, err := selectWarningsOf(ctx, tx, []order.ID{orderID})
	if err != nil || len(all) == 0 {
		return err
	}
	open := false
	for _, w := range all {
		open = open || w.Standing == StandingOpen
	}
	return payout.WarnTx(ctx, tx, orderID, open)
}

// GetWarning returns a warning to an operator, or ErrWarningNotFound.
func (s *Service) GetWarning(ctx context.Context, by actor.Actor, warningID WarningID) (*Warning, error) {
	if !by.IsOperator() {
		return nil, ErrWarningNotFound
	}
	return s.WarningByID(ctx, warningID)
}

// SeenWarningsByIDs returns warnings by their ids to an operator, and none to others.
func (s *Service) SeenWarningsByIDs(ctx context.Context, by actor.Actor, ids []WarningID) (map[WarningID]*Warning, error) {
	if !by.IsOperator() {
		return nil, nil
	}
	rows, err := selectWarningsByIDs(ctx, s.db.Read(ctx), ids)
	found := make(map[WarningID]*Warning, len(rows))
	for _, w := range rows {
		found[w.ID] = w
	}
	return found, err
}

// WarningByID returns any warning, for Étal itself: mail that tells of it.
func (s *Service) WarningByID(ctx context.Context, warningID WarningID) (*Warning, error) {
	w, err := selectWarning(ctx, s.db.Read(ctx), warningID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrWarningNotFound
	}
	return w, err
}

type warningKey struct {
	ID WarningID `json:"i"`
}

// FindWarnings lists warnings to operators, newest first.
func (s *Service) FindWarnings(ctx context.Context, f WarningFilter, w page.Window) (*page.Connection[Warning], error) {
	rows, err := selectWarnings(ctx, s.db.Read(ctx), f, w)
	if err != nil {
		return nil, fmt.Errorf("find warnings: %w", err)
	}
	return page.Connect(w, rows, func(w *Warning) any { return warningKey{w.ID} }), nil
}

// WarningsOf returns the warnings of orders, oldest first, for callers that may
// see them.
func (s *Service) WarningsOf(ctx context.Context, orders []order.ID) (map[order.ID][]*Warning, error) {
	rows, err := selectWarningsOf(ctx, s.db.Read(ctx), orders)
	found := map[order.ID][]*Warning{}
	for _, w := range rows {
		found[w.OrderID] = append(found[w.OrderID], w)
	}
	return found, err
}

// SetAside keeps a payment of which was warned: its money is released when it is
// due. It returns faults of the input, ErrWarningNotFound and ErrWarningSettled.
func (s *Service) SetAside(ctx context.Context, by actor.Actor, in WarningSetAsideInput) (*Warning, error) {
	var l fault.List
	note := l.RequiredLines(in.Note, 1000, "note")
	if err := l.Err(); err != nil {
		return nil, err
	}
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		w, err := selectWarning(ctx, tx, in.WarningID)
		if errors.Is(err, db.ErrNotFound) {
			return ErrWarningNotFound
		}
		if err != nil {
			return err
		}
		if _, err := payment.LockTx(ctx, tx, w.OrderID); err != nil {
			return err
		}
		if w, err = selectWarning(ctx, tx, in.WarningID); err != nil { // as it stands now that nobody else decides
			return err
		}
		if err := w.MaySetAside(); err != nil {
			return err
		}
		now := tx.Now()
		w.Note, w.SetAsideBy, w.SetAsideAt = note, identity.AccountID(by.AccountID), &now
		if err := updateWarning(ctx, tx, w); err != nil {
			return err
		}
		if err := event.Emit(ctx, tx, WarningSetAside{WarningID: w.ID, OrderID: w.OrderID}); err != nil {
			return err
		}
		return holdTx(ctx, tx, w.OrderID)
	})
	if err != nil {
		return nil, err
	}
	return s.WarningByID(ctx, in.WarningID)
}

// RefundWarning gives back everything that is left of the payment, at once, so
// that the bank has nothing to dispute. The limits of refunds hold: above them
// it is a proposal. It returns ErrWarningNotFound, ErrWarningSettled and what
// refund.Service.Create returns.
func (s *Service) RefundWarning(ctx context.Context, by actor.Actor, in WarningRefundInput) (*WarningRefund, error) {
	w, err := s.GetWarning(ctx, by, in.WarningID)
	if err != nil {
		return nil, err
	}
	if w.Standing == StandingDisputed { // also when it was lost in part: what is left is no matter of the warning
		return nil, ErrWarningSettled
	}
	everything, note := true, "The issuer of the card has warned of fraud: "+w.FraudType+"."
	ask := refund.CreateInput{
		OrderID: id.Any(w.OrderID), IsEverything: &everything, Reason: refund.ReasonFraudulent, Note: &note, IdempotencyKey: in.IdempotencyKey,
	}
	made, err := s.refunds.Create(ctx, by, ask)
	if err != nil {
		if settled := w.MayRefund(); settled != nil { // says more than that nothing is left
			return nil, settled
		}
		return nil, err
	}
	if err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if _, err := payment.LockTx(ctx, tx, w.OrderID); err != nil {
			return err
		}
		return holdTx(ctx, tx, w.OrderID)
	}); err != nil {
		return nil, err
	}
	w, err = s.WarningByID(ctx, in.WarningID)
	return &WarningRefund{Warning: w, Made: made}, err
}

// sweepWarnings reads the recent warnings, of which webhooks may have been lost.
func (s *Service) sweepWarnings(ctx context.Context) error {
	warnings := pages[*ProviderWarning]{apply: s.applyWarnings}
	err := s.gateway.ListWarnings(ctx, s.db.Clock().Now().Add(-lookBack), func(read *ProviderWarning) error {
		warnings.add(ctx, read)
		return nil
	})
	return errors.Join(err, warnings.end(ctx))
}

// applyWarnings applies those of the warnings that have news.
func (s *Service) applyWarnings(ctx context.Context, page []*ProviderWarning) error {
	ids := make([]string, len(page))
	for i, read := range page {
		ids[i] = read.ID
	}
	known, err := selectWarningsByProviders(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return fmt.Errorf("read warnings: %w", err)
	}
	var errs []error
	for _, read := range page {
		if w := known[read.ID]; w == nil || w.hasNews(read) {
			errs = append(errs, s.applyWarning(ctx, read))
		}
	}
	return errors.Join(errs...)
}

// hasNews reports whether applying the warning as the provider tells it would
// change anything: it says something else, or what came of it does not show in
// whether the sellers' money is held.
func (w *Warning) hasNews(read *ProviderWarning) bool {
	return w.IsActionable != read.IsActionable || w.FraudType != read.FraudType || w.IsHeld != (w.Standing == StandingOpen)
}
