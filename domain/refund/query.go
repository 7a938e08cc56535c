package refund

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/seller"
)

// Filter narrows a list of refunds; what is nil does not narrow.
type Filter struct {
	buyerID  identity.AccountID
	sellerID seller.ID
	OrderID  *order.ID  // the order, or the id of a seller order for what is about that part
	SellerID *seller.ID // a member's own seller; all sellers when an operator leaves it out
	Status   *Status

	CreatedAfter  *time.Time // inclusive
	CreatedBefore *time.Time // exclusive
}

func (f Filter) isTimed() bool { return f.CreatedAfter != nil || f.CreatedBefore != nil }

type refundKey struct {
	ID ID `json:"i"`
}

// narrow decides whose refunds an actor sees: a member those that take from
// their seller, an operator all, everybody else their own.
func (f *Filter) narrow(by actor.Actor) error {
	if by.IsOperator() || by.IsSeller() {
		owner, err := seller.Scope(by, f.SellerID)
		f.sellerID = owner
		return err
	}
	if by.AccountID == "" {
		return ErrNotFound
	}
	f.buyerID = identity.AccountID(by.AccountID)
	if f.SellerID != nil {
		f.sellerID = *f.SellerID
	}
	return nil
}

// seenBy leaves of a refund what an actor may see: a member of a seller what
// it takes from that seller, a buyer no notes and no texts of the provider.
func (r *Refund) seenBy(by actor.Actor) *Refund {
	if by.IsOperator() || by.Role == actor.System {
		return r
	}
	seen := *r
	seen.Failure, seen.Parts = "", nil
	if !by.IsSeller() {
		seen.Note, seen.RequestedBy = "", ""
		seen.Parts = r.Parts
		return &seen
	}
	seen.AmountMinor = 0
	for _, p := range r.Parts {
		if string(p.SellerID) == by.SellerID {
			seen.Parts = append(seen.Parts, p)
			seen.AmountMinor += p.BuyerMinor()
		}
	}
	return &seen
}

// Get returns a refund as the actor may see it, or ErrNotFound.
func (s *Service) Get(ctx context.Context, by actor.Actor, refundID ID) (*Refund, error) {
	found, err := s.SeenByIDs(ctx, by, []ID{refundID})
	if err == nil && found[refundID] == nil {
		err = ErrNotFound
	}
	return found[refundID], err
}

// SeenByIDs returns those of the refunds that the actor sees, by their ids and as they
// may see them.
func (s *Service) SeenByIDs(ctx context.Context, by actor.Actor, ids []ID) (map[ID]*Refund, error) {
	var f Filter
	if err := f.narrow(by); err != nil {
		return nil, nil //nolint:nilerr // whoever may see none sees none
	}
	rows, err := selectSeenByIDs(ctx, s.db.Read(ctx), ids, f)
	found := make(map[ID]*Refund, len(rows))
	for _, r := range rows {
		found[r.ID] = r.seenBy(by)
	}
	return found, err
}

// ByID returns any refund, for Étal itself: mail that tells of it.
func (s *Service) ByID(ctx context.Context, refundID ID) (*Refund, error) {
	r, err := selectRefund(ctx, s.db.Read(ctx), refundID)
	return r, notFound(err)
}

// Find lists refunds, newest first, as the actor may see them.
func (s *Service) Find(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Refund], error) {
	if err := f.narrow(by); err != nil {
		return nil, err
	}
	var rows []*Refund
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		rows, err = selectRefunds(ctx, q, f, w)
		return err
	})
	if err != nil {
		return nil, err
	}
	for i, r := range rows {
		rows[i] = r.seenBy(by)
	}
	list := page.Connect(w, rows, func(r *Refund) any { return refundKey{r.ID} })
	return list.Counted(func(ctx context.Context, atMost int64) (int64, error) {
		return countRefunds(ctx, s.db.Read(ctx), f, atMost)
	}), nil
}

// Preview is what a refund would do.
type Preview struct {
	Amount  money.Amount     // the buyer gets it
	FeeKept money.Amount     // what the provider does not give back of its fee for this part
	Sellers []*SellerPreview // what each seller gives
	Parts   []*Part
}

// SellerPreview is what a refund would do to one seller.
type SellerPreview struct {
	SellerID           seller.ID
	Gives              money.Amount // of the seller's net
	CommissionReturned money.Amount // the platform gives it
	BalanceBefore      money.Amount // what the seller has and is owed, less debts
	BalanceAfter       money.Amount
}

// Preview tells what a refund would do, without doing it. It returns the faults
// that Create returns.
func (s *Service) Preview(ctx context.Context, by actor.Actor, a Ask) (*Preview, error) {
	var out *Preview
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		p, err := scope(ctx, q, by, a)
		if err != nil {
			return err
		}
		if p.payment, err = payment.Load(ctx, q, p.order.ID); err != nil {
			return err
		}
		if err := p.divide(ctx, q, a); err != nil {
			return err
		}
		out, err = p.preview(ctx, q)
		return err
	})
	return out, err
}

func (p *plan) preview(ctx context.Context, q db.Querier) (*Preview, error) {
	amount := p.amount()
	of := func(minor int64) money.Amount { return money.New(minor, p.order.Currency) }
	out := &Preview{Amount: of(amount), FeeKept: of(share(p.payment.FeeMinor, amount, p.payment.AmountMinor))}
	for _, piece := range p.pieces {
		out.Parts = append(out.Parts, partOf(piece, "", p.order))
	}
	for _, s := range BySeller(p.pieces) {
		if s.SellerOrderID == "" {
			continue
		}
		balance, err := balanceOf(ctx, q, s.SellerID, p.order.Currency)
		if err != nil {
			return nil, err
		}
		out.Sellers = append(out.Sellers, &SellerPreview{
			SellerID: s.SellerID, Gives: of(s.GivesMinor()), CommissionReturned: of(s.CommissionMinor),
			BalanceBefore: of(balance), BalanceAfter: of(balance - s.GivesMinor()),
		})
	}
	return out, nil
}

// balanceOf is what a seller has at the provider and is owed, less debts.
func balanceOf(ctx context.Context, q db.Querier, of seller.ID, c money.Currency) (int64, error) {
	balances, err := ledger.SellerBalances(ctx, q, of)
	if err != nil {
		return 0, err
	}
	for _, b := range balances {
		if b.Currency == c {
			return b.HeldMinor + b.ReleasableMinor + b.PendingMinor + b.AvailableMinor - b.DebtMinor, nil
		}
	}
	return 0, nil
}

// SellersOf returns the sellers that a refund takes something from.
func SellersOf(ctx context.Context, q db.Querier, refundID ID) ([]seller.ID, error) {
	return selectSellers(ctx, q, refundID)
}

// Left is what buyers paid for what remains, in minor units.
func Left(remaining []Component) int64 { return buyerSum(remaining) }

// GivenBy returns what a refund or dispute gives back.
func GivenBy(ctx context.Context, q db.Querier, causeID string) ([]Piece, error) {
	parts, err := selectParts(ctx, q, causeID)
	pieces := make([]Piece, len(parts))
	for i, p := range parts {
		pieces[i] = p.piece(p.OrderID)
	}
	return pieces, err
}

// PartsOf are the rows of what a cause gives back.
func PartsOf(pieces []Piece, causeID string, o *order.Order) []*Part {
	parts := make([]*Part, len(pieces))
	for i, piece := range pieces {
		parts[i] = partOf(piece, causeID, o)
	}
	return parts
}

// VoidParts notes that a cause gives nothing back after all.
func VoidParts(ctx context.Context, tx db.Tx, causeID string) error {
	return voidParts(ctx, tx, causeID)
}

// AllPartsOf returns what causes have ever given back, by cause: also what was
// made void since.
func AllPartsOf(ctx context.Context, q db.Querier, causes []string) (map[string][]*Part, error) {
	rows, err := selectAllParts(ctx, q, causes)
	byCause := make(map[string][]*Part, len(causes))
	for _, p := range rows {
		byCause[p.CauseID] = append(byCause[p.CauseID], p)
	}
	return byCause, err
}

// Load returns any refund with its parts, for callers that have a Querier and have
// decided whose it may be, or ErrNotFound.
func Load(ctx context.Context, q db.Querier, refundID ID) (*Refund, error) {
	r, err := selectRefund(ctx, q, refundID)
	return r, notFound(err)
}
