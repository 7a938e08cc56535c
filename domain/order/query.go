package order

import (
	"context"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// Filter narrows a list of orders; empty fields do not narrow.
type Filter struct {
	buyerID      identity.AccountID
	open         bool // leaves out what is restricted
	Status       Status
	Number       string
	PlacedAfter  *time.Time // inclusive
	PlacedBefore *time.Time // exclusive
	// LosesMoney asks for orders whose margin was expected to be negative, or not.
	// Only operators are answered by it.
	LosesMoney *bool
	// SellerID asks for orders with a part of this seller.
	SellerID *seller.ID
	outline  Outline
	id       ID // when one order is asked for
}

// Outline says that less than all of orders is asked for.
type Outline int

// What is read of orders. Outlines have no addresses and no e-mail address, nothing of
// what totals are made of, and no shipments; of lines they have what was bought and what
// it costs. They are sets: OutlineOfLines and OutlineOfSellers may be asked for together.
const (
	Whole            Outline = 0                  // everything
	OutlineOfParts   Outline = 1                  // orders and their parts, without lines
	OutlineOfLines           = OutlineOfParts | 2 // and the lines of these
	OutlineOfSellers         = OutlineOfParts | 4 // and what the sellers of these are called, see SellerOrder.Named
)

func (o Outline) has(some Outline) bool { return o&some == some }

// In returns the filter of a list of which only an outline is asked for.
func (f Filter) In(o Outline) Filter {
	f.outline = o
	return f
}

// SellerOrderFilter narrows a list of seller orders; empty fields do not narrow.
type SellerOrderFilter struct {
	open         bool // leaves out what is restricted
	SellerID     *seller.ID
	Status       SellerOrderStatus // as State tells it
	Number       string
	PlacedAfter  *time.Time // inclusive
	PlacedBefore *time.Time // exclusive
	// IsToShip asks for parts of which something is still to be sent, or for others.
	IsToShip *bool
}

type orderKey struct {
	ID ID `json:"i"`
}

type sellerOrderKey struct {
	ID SellerOrderID `json:"i"`
}

// buyerOf is whose orders an actor sees: their own; everybody's, which is
// written as nobody in particular, for an operator.
func buyerOf(by actor.Actor) (identity.AccountID, error) {
	if by.IsOperator() {
		return "", nil
	}
	if by.AccountID == "" {
		return "", ErrNotFound
	}
	return identity.AccountID(by.AccountID), nil
}

// seesRestricted reports whether somebody sees orders whose buyer was erased:
// of the platform only those who answer for its books, besides those whose
// orders they are.
func seesRestricted(by actor.Actor) bool {
	return !by.IsOperator() || slices.Contains([]actor.Role{"operator:admin", "operator:finance", "operator:auditor"}, by.Role)
}

// GetIn is Get for whoever asks for an outline only, or for everything.
func (s *Service) GetIn(ctx context.Context, by actor.Actor, orderID ID, o Outline) (*Order, error) {
	if o == Whole {
		return s.Get(ctx, by, orderID)
	}
	buyer, err := buyerOf(by)
	if err != nil {
		return nil, err
	}
	rows, err := selectOutlines(ctx, s.db.Read(ctx), Filter{buyerID: buyer, open: !seesRestricted(by), id: orderID, outline: o}, page.First(1))
	if err == nil && len(rows) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	return rows[0], nil
}

// Get returns an order: the actor's own, or any for an operator; else
// ErrNotFound.
func (s *Service) Get(ctx context.Context, by actor.Actor, orderID ID) (*Order, error) {
	found, err := s.SeenByIDs(ctx, by, []ID{orderID})
	if err == nil && found[orderID] == nil {
		err = ErrNotFound
	}
	return found[orderID], err
}

// SeenByIDs returns those of the orders that the actor sees, by their ids: their own,
// or any for an operator.
func (s *Service) SeenByIDs(ctx context.Context, by actor.Actor, ids []ID) (map[ID]*Order, error) {
	buyer, err := buyerOf(by)
	if err != nil {
		return nil, nil //nolint:nilerr // whoever may see none sees none
	}
	found := make(map[ID]*Order, len(ids))
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		rows, err := selectOrdersByIDs(ctx, q, ids, buyer)
		for _, o := range rows {
			if o.RestrictedAt == nil || seesRestricted(by) {
				found[o.ID] = o
			}
		}
		return err
	})
	return found, err
}

// Find lists orders, newest first: the actor's own, or all for an operator; of
// each what the filter asks for.
func (s *Service) Find(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Order], error) {
	buyer, err := buyerOf(by)
	if err != nil {
		return nil, err
	}
	f.buyerID, f.open = buyer, !seesRestricted(by)
	var rows []*Order
	if f.outline != Whole {
		rows, err = selectOutlines(ctx, s.db.Read(ctx), f, w)
	} else {
		err = s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
			rows, err = selectOrders(ctx, q, f, w)
			return err
		})
	}
	if err != nil {
		return nil, err
	}
	list := page.Connect(w, rows, func(o *Order) any { return orderKey{o.ID} })
	return list.Counted(func(ctx context.Context, atMost int64) (int64, error) {
		return countOrders(ctx, s.db.Read(ctx), f, atMost)
	}), nil
}

// GetSellerOrder returns a part: of the actor's seller, or any for an
// operator; else ErrNotFound.
func (s *Service) GetSellerOrder(ctx context.Context, by actor.Actor, partID SellerOrderID) (*SellerOrder, error) {
	found, err := s.SeenSellerOrdersByIDs(ctx, by, []SellerOrderID{partID})
	if err == nil && found[partID] == nil {
		err = ErrNotFound
	}
	return found[partID], err
}

// SeenSellerOrdersByIDs returns those of the parts that the actor sees, by their ids:
// of their seller, or any for an operator.
func (s *Service) SeenSellerOrdersByIDs(ctx context.Context, by actor.Actor, ids []SellerOrderID) (map[SellerOrderID]*SellerOrder, error) {
	owner, err := seller.Scope(by, nil)
	if err != nil {
		return nil, nil //nolint:nilerr // whoever may see none sees none
	}
	var found map[SellerOrderID]*SellerOrder
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		found, err = selectSellerOrdersByIDs(ctx, q, ids, SellerOrderFilter{SellerID: &owner, open: !seesRestricted(by)})
		return err
	})
	return found, err
}

// FindSellerOrders lists parts, newest first: of the actor's seller, or of all
// sellers for an operator. It returns seller.ErrNotFound when a member asks for
// another seller's.
func (s *Service) FindSellerOrders(
	ctx context.Context, by actor.Actor, f SellerOrderFilter, w page.Window,
) (*page.Connection[SellerOrder], error) {
	owner, err := seller.Scope(by, f.SellerID)
	if err != nil {
		return nil, err
	}
	f.SellerID, f.open = &owner, !seesRestricted(by)
	var rows []*SellerOrder
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		rows, err = selectSellerOrders(ctx, q, f, w)
		return err
	})
	if err != nil {
		return nil, err
	}
	list := page.Connect(w, rows, func(p *SellerOrder) any { return sellerOrderKey{p.ID} })
	return list.Counted(func(ctx context.Context, atMost int64) (int64, error) {
		return countSellerOrders(ctx, s.db.Read(ctx), f, atMost)
	}), nil
}

// SellerOrdersByIDs returns the seller orders that exist, whoever's they are,
// for callers that have decided who may see them.
func (s *Service) SellerOrdersByIDs(ctx context.Context, ids []SellerOrderID) (map[SellerOrderID]*SellerOrder, error) {
	var found map[SellerOrderID]*SellerOrder
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		found, err = selectSellerOrdersByIDs(ctx, q, ids, SellerOrderFilter{})
		return err
	})
	return found, err
}

// PartsByOrders returns the seller orders of several orders, whoever's they are, by order,
// for callers that have decided who may see them.
func (s *Service) PartsByOrders(ctx context.Context, ids []ID) (map[ID][]*SellerOrder, error) {
	var found map[ID][]*SellerOrder
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		found, err = PartsOf(ctx, q, ids)
		return err
	})
	return found, err
}

// LinesByIDs returns the lines that exist, whoever's they are, for callers that have
// decided who may see them.
func (s *Service) LinesByIDs(ctx context.Context, ids []LineID) (map[LineID]*Line, error) {
	rows, err := selectLinesByIDs(ctx, s.db.Read(ctx), ids)
	found := make(map[LineID]*Line, len(rows))
	for _, l := range rows {
		found[l.ID] = l
	}
	return found, err
}

// ByID returns any order, for Étal itself: mail that tells its buyer.
func (s *Service) ByID(ctx context.Context, orderID ID) (*Order, error) {
	var o *Order
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		o, err = Load(ctx, q, orderID)
		return err
	})
	return o, err
}

// BriefByID returns an order without the lines and shipments of its parts, or
// ErrNotFound.
func (s *Service) BriefByID(ctx context.Context, orderID ID) (*Order, error) {
	var o *Order
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		o, err = LoadBrief(ctx, q, orderID)
		return err
	})
	return o, err
}

// Due is an order that awaits payment, and when its time is over, UTC.
type Due struct {
	ID        ID
	ExpiresAt time.Time
}

// Expired returns orders that still await payment after their time, oldest
// first, at most limit: those that come after one of them, or from the first.
func (s *Service) Expired(ctx context.Context, now time.Time, after Due, limit int64) ([]Due, error) {
	return selectExpired(ctx, s.db.Read(ctx), now, after, limit)
}

// Load returns an order for callers that have a Querier and have decided whose
// it may be, or ErrNotFound.
func Load(ctx context.Context, q db.Querier, orderID ID) (*Order, error) {
	o, err := selectOrder(ctx, q, orderID)
	return o, notFound(err)
}

// LoadBrief is Load without the lines and shipments of the parts, for whoever has no
// use for them.
func LoadBrief(ctx context.Context, q db.Querier, orderID ID) (*Order, error) {
	o, err := selectBrief(ctx, q, orderID)
	return o, notFound(err)
}

// LoadOfPart returns the order that a seller order belongs to, or ErrNotFound.
// An empty owner means whoever's it is.
func LoadOfPart(ctx context.Context, q db.Querier, partID SellerOrderID, owner seller.ID) (*Order, error) {
	part, err := selectSellerOrder(ctx, q, partID, owner)
	if err != nil {
		return nil, notFound(err)
	}
	return Load(ctx, q, part.OrderID)
}

// PartsOf returns the seller orders of several orders with their lines, by order,
// for whoever reckons with what was frozen in them.
func PartsOf(ctx context.Context, q db.Querier, ids []ID) (map[ID][]*SellerOrder, error) {
	rows, err := selectPartsOf(ctx, q, ids)
	byOrder := make(map[ID][]*SellerOrder, len(ids))
	for _, p := range rows {
		byOrder[p.OrderID] = append(byOrder[p.OrderID], p)
	}
	return byOrder, err
}
