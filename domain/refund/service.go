package refund

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/seller"
)

// Service gives money back.
type Service struct {
	db        *db.DB
	gateway   Gateway
	limits    Limits
	approvals *approval.Service
	taken     Taken
	large     *approval.Desk[asked]
}

// New returns the refunds made through a gateway. Those above the limits are
// proposed to the approvals; taken tells what buyers have from their banks.
func New(d *db.DB, g Gateway, limits Limits, approvals *approval.Service, taken Taken) *Service {
	s := &Service{db: d, gateway: g, limits: limits, taken: taken}
	s.register(approvals)
	return s
}

// plan is what a refund would give back, as things stand.
type plan struct {
	order   *order.Order
	payment *payment.Payment
	part    *order.SellerOrder // what it is limited to, or nil
	pieces  []Piece

	leftMinor int64 // what remains of the whole order, for the buyer
}

// amount is what the buyer gets, in minor units.
func (p *plan) amount() int64 { return Sum(p.pieces) }

// scope finds the order of an ask, and the part that it is limited to. A member
// of a seller sees their seller's part; everybody else's is not found.
func scope(ctx context.Context, q db.Querier, by actor.Actor, a Ask) (*plan, error) {
	owner, err := seller.Scope(by, nil)
	if err != nil {
		return nil, order.ErrNotFound.At("orderId")
	}
	var o *order.Order
	if id.Prefix(a.OrderID) == "sor" {
		o, err = order.LoadOfPart(ctx, q, order.SellerOrderID(a.OrderID), owner)
	} else {
		o, err = order.Load(ctx, q, order.ID(a.OrderID))
	}
	if err != nil {
		return nil, under(err, "orderId")
	}
	p := &plan{order: o}
	for _, part := range o.SellerOrders {
		if string(part.ID) == string(a.OrderID) || owner != "" && part.SellerID == owner {
			p.part = part
		}
	}
	if owner != "" && p.part == nil {
		return nil, order.ErrNotFound.At("orderId")
	}
	return p, nil
}

// scopeTx is scope of what is going to be written: the payment is locked.
func scopeTx(ctx context.Context, tx db.Tx, by actor.Actor, a Ask) (*plan, error) {
	p, err := scope(ctx, tx, by, a)
	if err != nil {
		return nil, err
	}
	p.payment, err = payment.LockTx(ctx, tx, p.order.ID)
	return p, err
}

// divide fills in what a plan gives back.
func (p *plan) divide(ctx context.Context, q db.Querier, a Ask) error {
	left, err := p.leftOf(ctx, q)
	if err != nil {
		return err
	}
	p.pieces, err = a.pieces(left, p.order.Currency)
	return err
}

// leftOf returns what remains of what a plan is limited to.
func (p *plan) leftOf(ctx context.Context, q db.Querier) ([]Component, error) {
	switch {
	case p.payment.Status != payment.StatusCaptured:
		return nil, ErrNotPaid
	case p.payment.OpenDisputes > 0:
		return nil, ErrDisputed
	}
	left, err := RemainingOf(ctx, q, p.order)
	if err != nil {
		return nil, err
	}
	left = keepFee(p.order, left)
	p.leftMinor = buyerSum(left)
	if p.part != nil {
		var own []Component
		for _, c := range left {
			if c.SellerOrderID == p.part.ID {
				own = append(own, c)
			}
		}
		left = own
	}
	return left, nil
}

// RemainingOf returns what remains of each component of an order after all
// refunds and lost disputes.
func RemainingOf(ctx context.Context, q db.Querier, o *order.Order) ([]Component, error) {
	return RemainingBut(ctx, q, o, "")
}

// RemainingBut is RemainingOf as if a cause had given nothing back.
func RemainingBut(ctx context.Context, q db.Querier, o *order.Order, causeID string) ([]Component, error) {
	given, err := selectGiven(ctx, q, o.ID)
	if err != nil {
		return nil, fmt.Errorf("what was given back of %s: %w", o.ID, err)
	}
	pieces := make([]Piece, 0, len(given))
	for _, p := range given {
		if p.CauseID != causeID {
			pieces = append(pieces, p.piece(o.ID))
		}
	}
	return Remaining(Components(o), pieces), nil
}

// Create promises money back to a buyer, claims it from the sellers and the
// platform, and lets it be sent. An operator who gives back more than one person
// may gets a proposal instead. The same key and input returns what was made
// first. It returns faults of the input, ErrNotPaid, ErrDisputed, ErrTooMuch and
// ErrLimit.
func (s *Service) Create(ctx context.Context, by actor.Actor, in CreateInput) (*Made, error) {
	if _, err := in.note(); err != nil {
		return nil, err
	}
	if in.method() != MethodCard && !by.IsOperator() {
		return nil, ErrMethod.At("method")
	}
	cmd := idempotency.Command{AccountID: by.AccountID, Operation: "refundCreate", Key: in.IdempotencyKey, Input: in}
	var made *Made
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		first, err := idempotency.ClaimTx(ctx, tx, cmd)
		if err != nil {
			return err
		}
		if first != "" {
			made, err = s.firstTx(ctx, tx, first)
			return err
		}
		if made, err = s.createTx(ctx, tx, by, in); err != nil {
			return err
		}
		return idempotency.SettleTx(ctx, tx, cmd, made.outcome())
	})
	if err != nil {
		return nil, err
	}
	if made.Refund != nil {
		made.Refund = made.Refund.seenBy(by)
	}
	return made, nil
}

func (s *Service) createTx(ctx context.Context, tx db.Tx, by actor.Actor, in CreateInput) (*Made, error) {
	note, err := in.note()
	if err != nil {
		return nil, err
	}
	p, err := scopeTx(ctx, tx, by, in.ask())
	if err != nil {
		return nil, err
	}
	if err := p.divide(ctx, tx, in.ask()); err != nil {
		return nil, err
	}
	allowed, err := s.allowsTx(ctx, tx, by, p)
	if err != nil {
		return nil, err
	}
	if !allowed {
		return s.proposeTx(ctx, tx, by, in, p)
	}
	r := p.refund(in, note)
	r.RequestedBy = identity.AccountID(by.AccountID)
	return &Made{Refund: r}, openTx(ctx, tx, r, p)
}

// refund is what a plan becomes.
func (p *plan) refund(in CreateInput, note string) *Refund {
	r := &Refund{
		ID: id.New[ID]("rfd"), Method: in.method(), Reason: in.Reason, Note: note, IsRestocked: in.IsRestocked != nil && *in.IsRestocked,
	}
	if p.part != nil {
		r.SellerOrderID = p.part.ID
	}
	return r
}

// Paid is an order with its payment, which is locked.
type Paid struct {
	Order   *order.Order
	Payment *payment.Payment
}

// OpenTx writes a refund of pieces of an order whose payment is locked, books
// it and lets it be sent. The caller has filled in why and how.
func OpenTx(ctx context.Context, tx db.Tx, r *Refund, of Paid, pieces []Piece) error {
	o, p := of.Order, of.Payment
	r.OrderID, r.PaymentID, r.BuyerID, r.Currency = o.ID, p.ID, o.BuyerID, o.Currency
	r.OrderNumber = o.Number
	r.AmountMinor, r.Status, r.CreatedAt, r.CheckedAt = Sum(pieces)+r.LossMinor, StatusPlanned, tx.Now(), tx.Now()
	for _, piece := range pieces {
		r.Parts = append(r.Parts, partOf(piece, string(r.ID), o))
	}
	switch {
	case r.Method == MethodBank:
		r.Status = StatusAwaitingBank
	case r.ProviderID != nil: // made there; it must not be made again
		r.Status = StatusPending
	}
	if err := payment.RefundTx(ctx, tx, p, r.countsMinor()); err != nil {
		return err
	}
	if err := insertRefund(ctx, tx, r); err != nil {
		return fmt.Errorf("insert refund: %w", err)
	}
	if err := noteUnitsTx(ctx, tx, r); err != nil {
		return err
	}
	if err := postAcceptedTx(ctx, tx, r); err != nil {
		return err
	}
	if r.Method == MethodCredit {
		return issueCreditTx(ctx, tx, r)
	}
	if err := emit(ctx, tx, r.OrderID, r.created()); err != nil {
		return err
	}
	if r.Method == MethodBank {
		return collectTx(ctx, tx, r)
	}
	if r.ProviderID != nil { // the provider has it already
		return nil
	}
	return tx.Enqueue(ctx, Send{RefundID: r.ID}, db.JobOptions{})
}

// noteUnitsTx tells the order how many units of its lines were given back in all,
// when a refund that was made or taken back is about units.
func noteUnitsTx(ctx context.Context, tx db.Tx, r *Refund) error {
	if !slices.ContainsFunc(r.Parts, func(p *Part) bool { return p.Quantity > 0 }) {
		return nil
	}
	given, err := selectGiven(ctx, tx, r.OrderID)
	if err != nil {
		return fmt.Errorf("what was given back of %s: %w", r.OrderID, err)
	}
	units := map[order.LineID]int64{}
	for _, p := range given {
		if p.Kind == KindLine {
			units[p.LineID] += p.Quantity
		}
	}
	return order.SetRefundedTx(ctx, tx, r.OrderID, units)
}

func (r *Refund) created() Created {
	e := Created{
		RefundID: r.ID, OrderID: r.OrderID, Method: r.Method, Reason: r.Reason, Currency: r.Currency, AmountMinor: r.AmountMinor,
	}
	for i, p := range r.Parts {
		if i == 0 || e.SellerID == p.SellerID {
			e.SellerID = p.SellerID
		} else {
			e.SellerID = ""
			break
		}
	}
	return e
}

func partOf(piece Piece, causeID string, o *order.Order) *Part {
	if piece.Taxes == nil {
		piece.Taxes = []Tax{}
	}
	return &Part{
		ID: id.New[PartID]("rfp"), CauseID: causeID, OrderID: o.ID, SellerOrderID: piece.SellerOrderID, SellerID: piece.SellerID,
		Kind: piece.Kind, LineID: piece.LineID, Currency: o.Currency, Quantity: piece.Quantity, Shares: piece.Shares, Taxes: piece.Taxes,
	}
}

// Cancel takes back a refund that was not sent, of which the provider waits for the
// buyer to say where it is to go, or that failed and whose money the buyer has already,
// from their bank or by another refund. It returns ErrNotFound, ErrState for one that
// cannot be stopped or has ended, ErrDisputed for one that failed while a bank has not
// decided, and ErrCancel when the provider says that the money is gone.
func (s *Service) Cancel(ctx context.Context, by actor.Actor, in CancelInput) (*Refund, error) {
	r, err := s.Get(ctx, by, in.RefundID)
	if err != nil {
		return nil, err
	}
	switch r.Status {
	case StatusRequiresAction:
		return s.cancelThere(ctx, by, r)
	case StatusPending: // the provider cancels none of these, not even one that waits for money
		return nil, ErrState.Saying("The payment provider has this refund, and it cannot be stopped any more.")
	case StatusPlanned, StatusSending, StatusUnknown, StatusAwaitingBank, StatusSucceeded, StatusFailed, StatusPaidOtherwise,
		StatusRefused, StatusCancelled:
	}
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		var p *payment.Payment
		if r, p, err = lockTx(ctx, tx, in.RefundID); err != nil {
			return err
		}
		if err := s.mayEndTx(ctx, tx, r, p); err != nil {
			return err
		}
		return voidTx(ctx, tx, r, StatusCancelled, r.Failure)
	})
	if err != nil {
		return nil, err
	}
	return r.seenBy(by), nil
}

func (s *Service) cancelThere(ctx context.Context, by actor.Actor, r *Refund) (*Refund, error) {
	read, err := s.gateway.CancelRefund(ctx, *r.ProviderID)
	if _, refused := refusal(err); refused {
		return nil, ErrCancel
	}
	if err != nil {
		return nil, errUnavailable(err)
	}
	if err := s.apply(ctx, r.ID, read); err != nil {
		return nil, err
	}
	return s.Get(ctx, by, r.ID)
}

// AdoptTx hands the refunds of a guest to the account they have signed in to. Their
// credit goes with their payments.
func AdoptTx(ctx context.Context, tx db.Tx, e identity.GuestSignedIn) error {
	if err := updateBuyer(ctx, tx, e.GuestID, e.AccountID); err != nil {
		return fmt.Errorf("adopt refunds of %s: %w", e.GuestID, err)
	}
	return nil
}

// lockTx locks a refund, and the payment it belongs to first, as everybody
// does who changes what was given back.
func lockTx(ctx context.Context, tx db.Tx, refundID ID) (*Refund, *payment.Payment, error) {
	r, err := selectRefund(ctx, tx, refundID)
	if err != nil {
		return nil, nil, notFound(err)
	}
	p, err := payment.LockTx(ctx, tx, r.OrderID)
	if err != nil {
		return nil, nil, err
	}
	r, err = lockRefund(ctx, tx, refundID)
	return r, p, err
}

func notFound(err error) error {
	if errors.Is(err, db.ErrNotFound) {
		return ErrNotFound
	}
	return err
}
