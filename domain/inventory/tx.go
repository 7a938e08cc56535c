package inventory

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/seller"
)

const (
	quantityMax = 1_000_000 // units of one line, and on hand of one offer
)

// indexed is a line with its place in what the caller asked for.
type indexed struct {
	Line
	at int
}

// inOrder sorts lines by offer, so that units lock rows in one order.
func inOrder(lines []Line) []indexed {
	out := make([]indexed, len(lines))
	for i, l := range lines {
		out[i] = indexed{l, i}
	}
	slices.SortFunc(out, func(a, b indexed) int {
		return cmp.Or(cmp.Compare(a.OfferID, b.OfferID), cmp.Compare(a.at, b.at))
	})
	return out
}

// ReserveTx holds units for ref, an order's id, until CommitTx or ReleaseTx:
// all lines or, with ErrOutOfStock at the line that lacks units, none. Lines
// of one offer are held together. A reference reserves once:
// ErrReservationTaken. Holds have no end of their own: units must not go back
// on the shelf while their payment can still be captured.
func ReserveTx(ctx context.Context, tx db.Tx, ref string, lines []Line) error {
	sorted := inOrder(lines)
	for _, l := range sorted {
		if l.Quantity <= 0 || l.Quantity > quantityMax {
			return ErrQuantity.At("lines", strconv.Itoa(l.at), "quantity")
		}
	}
	levels, err := lockLevels(ctx, tx, sorted)
	if err != nil {
		return fmt.Errorf("lock stock: %w", err)
	}
	var empty []catalog.OfferID
	var held []*Reservation
	for i := 0; i < len(sorted); {
		first, quantity := sorted[i], int64(0)
		for ; i < len(sorted) && sorted[i].OfferID == first.OfferID; i++ {
			quantity += sorted[i].Quantity
		}
		level := levels[first.OfferID]
		if level == nil || level.Available() < quantity {
			return ErrOutOfStock.At("lines", strconv.Itoa(first.at))
		}
		if level.Available() == quantity {
			empty = append(empty, level.OfferID)
		}
		held = append(held, &Reservation{
			ID: newReservationID(), OfferID: first.OfferID, Quantity: quantity, Reference: ref, Status: Held,
			CreatedAt: tx.Now(), UpdatedAt: tx.Now(),
		})
	}
	if err := updateHeld(ctx, tx, held); err != nil {
		return fmt.Errorf("reserve stock: %w", err)
	}
	if err := insertReservations(ctx, tx, held); err != nil {
		if db.Violates(err, "stock_reservations_reference_offer_id_key") {
			return ErrReservationTaken
		}
		return fmt.Errorf("insert reservations: %w", err)
	}
	return catalog.SetInStockTx(ctx, tx, false, empty...)
}

// CommitTx turns what ref holds into a sale: the units leave the stock. It may
// be called again, with no effect. When the hold had been released before, it
// takes the units anew, and returns ErrOutOfStock when they are gone; the
// caller then owes a refund. ErrReservationNotFound tells a wrong reference.
func CommitTx(ctx context.Context, tx db.Tx, ref string) error {
	list, err := lockReservations(ctx, tx, ref)
	if err != nil {
		return fmt.Errorf("lock reservations: %w", err)
	}
	if len(list) == 0 {
		return ErrReservationNotFound
	}
	levels, err := lockLevels(ctx, tx, linesOf(list))
	if err != nil {
		return fmt.Errorf("lock stock: %w", err)
	}
	var empty []catalog.OfferID
	var sold []*Reservation
	var movements []*Movement
	for i, r := range list {
		if r.Status == Committed {
			continue
		}
		level := levels[r.OfferID]
		if level == nil || !level.sell(r) {
			return ErrOutOfStock.At("lines", strconv.Itoa(i))
		}
		movements = append(movements, movementTo(tx, level, Movement{Delta: -r.Quantity, Reason: ReasonSale, Reference: ref}))
		sold = append(sold, r)
		if level.Available() == 0 {
			empty = append(empty, level.OfferID)
		}
	}
	if err := updateSold(ctx, tx, sold); err != nil {
		return fmt.Errorf("commit stock: %w", err)
	}
	if err := insertMovements(ctx, tx, movements); err != nil {
		return fmt.Errorf("insert stock movements: %w", err)
	}
	if err := updateReservations(ctx, tx, sold, Committed); err != nil {
		return fmt.Errorf("update reservations: %w", err)
	}
	return catalog.SetInStockTx(ctx, tx, false, empty...)
}

// sell takes the units of a reservation out of a locked level: those that it holds
// or, once released, others. It reports false when they are gone.
func (l *Level) sell(r *Reservation) bool {
	held := r.holds()
	if l.Available() < r.Quantity-held {
		return false
	}
	l.OnHand, l.Reserved = l.OnHand-r.Quantity, l.Reserved-held
	return true
}

// holds is how many units a reservation holds.
func (r *Reservation) holds() int64 {
	if r.Status == Held {
		return r.Quantity
	}
	return 0
}

func linesOf(list []*Reservation) []indexed {
	lines := make([]indexed, len(list))
	for i, r := range list {
		lines[i] = indexed{Line{r.OfferID, r.Quantity}, i}
	}
	return lines
}

// ReleaseTx puts what ref still holds back on the shelf. What was sold or
// released stays so; a reference that holds nothing is no error.
func ReleaseTx(ctx context.Context, tx db.Tx, ref string) error {
	list, err := lockReservations(ctx, tx, ref)
	if err != nil {
		return fmt.Errorf("lock reservations: %w", err)
	}
	list = slices.DeleteFunc(list, func(r *Reservation) bool { return r.Status != Held })
	levels, err := lockLevels(ctx, tx, linesOf(list))
	if err != nil {
		return fmt.Errorf("lock stock: %w", err)
	}
	var back []catalog.OfferID
	for _, r := range list {
		level := levels[r.OfferID]
		if level == nil {
			return fmt.Errorf("release stock of %s: %w", r.OfferID, db.ErrNotFound)
		}
		if level.Available()+r.Quantity > 0 {
			back = append(back, r.OfferID)
		}
	}
	if err := updateFreed(ctx, tx, list); err != nil {
		return fmt.Errorf("release stock: %w", err)
	}
	if err := updateReservations(ctx, tx, list, Released); err != nil {
		return fmt.Errorf("update reservations: %w", err)
	}
	return catalog.SetInStockTx(ctx, tx, true, back...)
}

// RestockTx puts sold units back into the stock: a return that arrived or an
// order cancelled after payment. The caller sees to it that it happens once.
func RestockTx(ctx context.Context, tx db.Tx, ref string, lines []Line) error {
	sorted := inOrder(lines)
	for _, l := range sorted {
		if l.Quantity <= 0 || l.Quantity > quantityMax {
			return ErrQuantity.At("lines", strconv.Itoa(l.at), "quantity")
		}
	}
	levels, err := lockLevels(ctx, tx, sorted)
	if err != nil {
		return fmt.Errorf("lock stock: %w", err)
	}
	var movements []*Movement
	for _, l := range sorted {
		level := levels[l.OfferID]
		if level == nil {
			return fmt.Errorf("restock %s: %w", l.OfferID, db.ErrNotFound)
		}
		level.OnHand, level.UpdatedAt = level.OnHand+l.Quantity, tx.Now()
		movements = append(movements, movementTo(tx, level, Movement{Delta: l.Quantity, Reason: ReasonReturn, Reference: ref}))
	}
	if err := updateOnHands(ctx, tx, levels); err != nil {
		return fmt.Errorf("restock: %w", err)
	}
	if err := insertMovements(ctx, tx, movements); err != nil {
		return fmt.Errorf("insert stock movements: %w", err)
	}
	var back []catalog.OfferID
	for _, l := range sorted {
		if levels[l.OfferID].Available() > 0 {
			back = append(back, l.OfferID)
		}
	}
	return catalog.SetInStockTx(ctx, tx, true, back...)
}

// Count is a stock taking: so many units of an offer are on hand.
type Count struct {
	OfferID catalog.OfferID
	OnHand  int64
	Reason  Reason
	Note    string
}

// SetTx writes what a stock taking found. An offer that is not the owner's is
// catalog.ErrOfferNotFound; fewer units than are reserved is ErrReserved.
func SetTx(ctx context.Context, tx db.Tx, owner seller.ID, c Count) (*Level, error) {
	levels, _, err := SetAllTx(ctx, tx, owner, []Count{c})
	if err != nil {
		return nil, err
	}
	return levels[0], nil
}

// SetAllTx is SetTx for many offers. With an error it says which of the counts it is
// about.
func SetAllTx(ctx context.Context, tx db.Tx, owner seller.ID, counts []Count) (levels []*Level, failed int, err error) {
	list := make([]correction, len(counts))
	for i, c := range counts {
		if c.OnHand < 0 || c.OnHand > quantityMax {
			return nil, i, ErrQuantity.At("quantity")
		}
		list[i] = correction{OfferID: c.OfferID, counted: &c.OnHand, Reason: c.Reason, Note: c.Note}
	}
	levels, refused, err := correctTx(ctx, tx, owner, list)
	if len(refused) > 0 {
		return nil, refused[0].at, refused[0].why
	}
	return levels, 0, err
}

// lockOwnLevels locks the stock of offers of the owner in the given order of
// corrections, which is that of the offers' ids, and makes an empty one for an offer that
// never had any. It refuses the first of an offer that is somebody else's.
func lockOwnLevels(ctx context.Context, tx db.Tx, owner seller.ID, list []correction, order []int) (map[catalog.OfferID]*Level, []refusal, error) {
	var lines []indexed
	var fresh []*Level
	for _, i := range order {
		if of := list[i].OfferID; len(lines) == 0 || lines[len(lines)-1].OfferID != of {
			lines = append(lines, indexed{Line{OfferID: of}, i})
			fresh = append(fresh, &Level{OfferID: of, SellerID: owner, UpdatedAt: tx.Now()})
		}
	}
	own, err := catalog.Own(ctx, tx, owner, offersOf(lines))
	if err != nil {
		return nil, nil, err
	}
	for _, l := range lines {
		if owner == "" || !own[l.OfferID] {
			return nil, []refusal{{l.at, catalog.ErrOfferNotFound}}, nil
		}
	}
	if err := insertLevels(ctx, tx, fresh); err != nil {
		return nil, nil, fmt.Errorf("insert stock levels: %w", err)
	}
	levels, err := lockLevels(ctx, tx, lines)
	if err != nil {
		return nil, nil, fmt.Errorf("lock stock levels: %w", err)
	}
	return levels, nil, nil
}

func offersOf(lines []indexed) []catalog.OfferID {
	ids := make([]catalog.OfferID, len(lines))
	for i, l := range lines {
		ids[i] = l.OfferID
	}
	return ids
}

// movementTo is the movement that led to a level.
func movementTo(tx db.Tx, after *Level, m Movement) *Movement {
	m.ID, m.OfferID, m.SellerID = newMovementID(), after.OfferID, after.SellerID
	m.OnHandAfter, m.CreatedAt = after.OnHand, tx.Now()
	return &m
}
