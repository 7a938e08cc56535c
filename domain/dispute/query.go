package dispute

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// Filter narrows a list of disputes; what is nil does not narrow.
type Filter struct {
	sellerID  seller.ID
	Status    *Status
	SellerID  *seller.ID // a member's own seller; all sellers when an operator leaves it out
	DueBefore *time.Time // the deadline of those that wait for an answer
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
	found, err := s.SeenByIDs(ctx, by, []ID{disputeID})
	if err == nil && found[disputeID] == nil {
		err = ErrNotFound
	}
	return found[disputeID], err
}

// SeenByIDs returns those of the disputes that the actor sees, by their ids and as
// they may see them.
func (s *Service) SeenByIDs(ctx context.Context, by actor.Actor, ids []ID) (map[ID]*Dispute, error) {
	var f Filter
	if err := f.narrow(by); err != nil {
		return nil, nil //nolint:nilerr // whoever may see none sees none
	}
	found := make(map[ID]*Dispute, len(ids))
	rows, err := selectDisputesByIDs(ctx, s.db.Read(ctx), ids, f)
	for _, d := range rows {
		if seen := d.SeenBy(by); seen != nil {
			found[d.ID] = seen
		}
	}
	return found, err
}

// ByID returns any dispute, for Étal itself: mail that tells of it.
func (s *Service) ByID(ctx context.Context, disputeID ID) (*Dispute, error) {
	d, err := selectDispute(ctx, s.db.Read(ctx), disputeID)
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

// SellersOf names the sellers that a dispute concerns.
func SellersOf(ctx context.Context, q db.Querier, disputeID ID) ([]seller.ID, error) {
	return selectSellers(ctx, q, disputeID)
}

// rateWindow is over how long disputes are compared with payments.
const rateWindow = 90 * 24 * time.Hour

// Rate compares disputes with what was paid, over 90 days: those that concern a seller
// with its parts of orders, or all of them with all payments. Inquiries do not count.
type Rate struct {
	Disputes     int64
	Charges      int64
	BasisPoints  int64 // 100 are 1 %; 0 without charges and disputes
	IsTooHigh    bool  // it has reached WarnAt
	WarnAt       int64 // basis points
	MeasuredFrom time.Time
	Amounts      []*RateAmount // one for each currency, by its code
}

// RateAmount is what was disputed of what buyers paid in one currency.
type RateAmount struct {
	Currency      money.Currency
	DisputedMinor int64 // of the seller's parts
	PaidMinor     int64
	BasisPoints   int64 // of the amounts: 100 are 1 %
}

// Disputed is what was disputed of the seller's parts.
func (r *RateAmount) Disputed() money.Amount { return money.New(r.DisputedMinor, r.Currency) }

// Paid is what buyers paid for the seller's parts.
func (r *RateAmount) Paid() money.Amount { return money.New(r.PaidMinor, r.Currency) }

// RateOf tells how often the payments of a seller are disputed. A member asks
// for their own seller. It returns a NOT_FOUND fault for others.
func (s *Service) RateOf(ctx context.Context, by actor.Actor, of *seller.ID) (*Rate, error) {
	owner, err := seller.ScopeOne(by, of)
	if err != nil {
		return nil, err
	}
	found, err := s.RatesOf(ctx, []seller.ID{owner})
	return found[owner], err
}

// RatesOf tells how often the payments of sellers are disputed, whoever asks:
// callers show them to operators and to members.
func (s *Service) RatesOf(ctx context.Context, sellers []seller.ID) (map[seller.ID]*Rate, error) {
	since, rates := s.db.Clock().Now().Add(-rateWindow), map[seller.ID]*Rate{}
	for _, of := range sellers {
		rates[of] = &Rate{WarnAt: s.policy.WarnBasisPoints, MeasuredFrom: since, Amounts: []*RateAmount{}}
	}
	var counts []rateCount
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		counts, err = countSince(ctx, q, sellers, since)
		return err
	})
	for _, c := range counts {
		rates[c.SellerID].plus(c)
	}
	for _, r := range rates {
		r.close()
	}
	return rates, err
}

// PlatformRate tells how often payments are disputed, whoever was paid by them. A
// payment counts once, also one that several sellers have a part of.
func (s *Service) PlatformRate(ctx context.Context) (*Rate, error) {
	since := s.db.Clock().Now().Add(-rateWindow)
	counts, err := countAllSince(ctx, s.db.Read(ctx), since)
	if err != nil {
		return nil, fmt.Errorf("count disputes: %w", err)
	}
	r := &Rate{WarnAt: s.policy.WarnBasisPoints, MeasuredFrom: since, Amounts: []*RateAmount{}}
	for _, c := range counts {
		r.plus(c)
	}
	r.close()
	return r, nil
}

// plus counts one currency.
func (r *Rate) plus(c rateCount) {
	r.Charges += c.Charges
	r.Disputes += c.Disputes
	r.Amounts = append(r.Amounts, &RateAmount{
		Currency: c.Currency, DisputedMinor: c.DisputedMinor, PaidMinor: c.PaidMinor, BasisPoints: ratio(c.DisputedMinor, c.PaidMinor),
	})
}

// close says what everything that was counted comes to.
func (r *Rate) close() {
	r.BasisPoints = ratio(r.Disputes, r.Charges)
	r.IsTooHigh = r.Disputes > 0 && r.BasisPoints >= r.WarnAt
}

// ratio is part of whole in basis points. What is disputed was paid, perhaps
// longer ago than is counted; then it is compared with one.
func ratio(part, whole int64) int64 {
	return min(part, math.MaxInt64/10_000) * 10_000 / max(whole, 1)
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

// Taken returns what banks have taken of an order and not given back, by disputes that
// are lost, in minor units of its currency.
func Taken(ctx context.Context, q db.Querier, orderID order.ID) (minor int64, err error) {
	return sumTaken(ctx, q, orderID)
}

// Load returns any dispute with its parts, for callers that have a Querier and have
// decided whose it may be, or ErrNotFound.
func Load(ctx context.Context, q db.Querier, disputeID ID) (*Dispute, error) {
	d, err := selectDispute(ctx, q, disputeID)
	return d, notFound(err)
}
