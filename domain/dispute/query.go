package dispute

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// Filter narrows a list of disputes; what is nil does not narrow.
type Filter struct {
	sellerID  seller.ID
	Status    *Status
	SellerID  *seller.ID // a member's own seller; all sellers when an operator leaves it out
	DueBefore *time.Time
}

type listKey struct {
	Due time.Time `json:"d"`
	ID  ID        `json:"i"`
}

// narrow lets operators see all disputes, and members those of their seller.
func (f *Filter) narrow(by actor.Actor) error {
	owner, err := seller.Scope(by, f.SellerID)
	f.sellerID = owner
	return err
}

// SeenBy leaves of a dispute what an actor may see: operators all, a member of a
// seller their share and no other, everybody else nothing, which is nil.
func (d *Dispute) SeenBy(by actor.Actor) *Dispute {
	if by.IsOperator() || by.Role == actor.System {
		return d
	}
	own := d.partOf(seller.ID(by.SellerID))
	if !by.IsSeller() || own == nil || own.ShareMinor == 0 && own.AcceptedAt == nil {
		return nil
	}
	return &Dispute{
		ID: d.ID, OrderID: d.OrderID, Currency: d.Currency, AmountMinor: own.ShareMinor, Reason: d.Reason, Status: d.Status,
		DueBy: d.DueBy, CreatedAt: d.CreatedAt, CheckedAt: d.CheckedAt, ClosedAt: d.ClosedAt,
		Answer: d.Answer, AnswerStatus: d.AnswerStatus, AnsweredAt: d.AnsweredAt, IsAssigned: d.IsAssigned, Parts: []*Part{own},
	}
}

// Get returns a dispute as the actor may see it, or ErrNotFound.
func (s *Service) Get(ctx context.Context, by actor.Actor, disputeID ID) (*Dispute, error) {
	var f Filter
	if err := f.narrow(by); err != nil {
		return nil, ErrNotFound
	}
	d, err := selectDispute(ctx, s.db.Read(ctx), disputeID, f)
	if err != nil {
		return nil, notFound(err)
	}
	return d.SeenBy(by), nil
}

// ByID returns any dispute, for Étal itself: mail that tells of it.
func (s *Service) ByID(ctx context.Context, disputeID ID) (*Dispute, error) {
	d, err := selectDispute(ctx, s.db.Read(ctx), disputeID, Filter{})
	return d, notFound(err)
}

// Find lists disputes by their deadline, as the actor may see them; those
// without a deadline come last.
func (s *Service) Find(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Dispute], error) {
	if err := f.narrow(by); err != nil {
		return nil, err
	}
	var rows []*Dispute
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		rows, err = selectDisputes(ctx, q, f, w)
		return err
	})
	if err != nil {
		return nil, err
	}
	for i, d := range rows {
		rows[i] = d.SeenBy(by)
	}
	return page.Connect(w, rows, func(d *Dispute) any {
		k := listKey{never(), d.ID}
		if d.DueBy != nil {
			k.Due = *d.DueBy
		}
		return k
	}), nil
}

// OfOrders returns the disputes of orders, oldest first, whoever asks: callers
// show them through SeenBy.
func (s *Service) OfOrders(ctx context.Context, orders []order.ID) (map[order.ID][]*Dispute, error) {
	var rows []*Dispute
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		rows, err = selectOfOrders(ctx, q, orders)
		return err
	})
	found := map[order.ID][]*Dispute{}
	for _, d := range rows {
		found[d.OrderID] = append(found[d.OrderID], d)
	}
	return found, err
}

// OfOrder returns the disputes of an order, oldest first, for callers that may
// see them.
func (s *Service) OfOrder(ctx context.Context, orderID order.ID) ([]*Dispute, error) {
	found, err := s.OfOrders(ctx, []order.ID{orderID})
	return found[orderID], err
}

// rateWindow is over how long disputes are compared with payments.
const rateWindow = 90 * 24 * time.Hour

// Rate compares the disputes that concern a seller with the parts of orders
// that were paid, over 90 days. Inquiries do not count.
type Rate struct {
	Disputes     int64
	Charges      int64
	BasisPoints  int64 // 100 are 1 %; 0 without charges and disputes
	IsTooHigh    bool  // it has reached WarnAt
	WarnAt       int64 // basis points
	MeasuredFrom time.Time
}

// RateOf tells how often the payments of a seller are disputed. A member asks
// for their own seller. It returns a NOT_FOUND fault for others.
func (s *Service) RateOf(ctx context.Context, by actor.Actor, of *seller.ID) (*Rate, error) {
	owner, err := seller.ScopeOne(by, of)
	if err != nil {
		return nil, err
	}
	r := &Rate{WarnAt: s.policy.WarnBasisPoints, MeasuredFrom: s.db.Clock().Now().Add(-rateWindow)}
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		r.Charges, r.Disputes, err = countSince(ctx, q, owner, r.MeasuredFrom)
		return err
	})
	if r.Disputes > 0 {
		r.BasisPoints = r.Disputes * 10_000 / max(r.Charges, 1)
		r.IsTooHigh = r.BasisPoints >= r.WarnAt
	}
	return r, err
}

func notFound(err error) error {
	if errors.Is(err, db.ErrNotFound) {
		return ErrNotFound
	}
	return err
}

// ClosableTx returns ErrSellerDisputed while a dispute is open that concerns a
// seller.
func ClosableTx(ctx context.Context, tx db.Tx, of seller.ID) error {
	n, err := countOpenOf(ctx, tx, of)
	if err != nil {
		return fmt.Errorf("count disputes: %w", err)
	}
	if n > 0 {
		return ErrSellerDisputed
	}
	return nil
}
