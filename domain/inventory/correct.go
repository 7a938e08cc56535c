package inventory

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/seller"
)

// correction is a change of what is on hand of an offer: by some units or, when it
// was counted, to so many.
type correction struct {
	OfferID catalog.OfferID
	delta   int64
	counted *int64
	Reason  Reason
	Note    string
}

// correction checks a correction by the seller.
func (in AdjustInput) correction() (correction, error) {
	note, err := checkNote(in.Note)
	if err != nil {
		return correction{}, err
	}
	if in.Delta == 0 || in.Delta > quantityMax || in.Delta < -quantityMax {
		return correction{}, ErrQuantity.At("delta")
	}
	return correction{OfferID: in.OfferID, delta: int64(in.Delta), Reason: ReasonAdjust, Note: note}, nil
}

// corrections checks all corrections, or says all that is wrong.
func (in AdjustAllInput) corrections() ([]correction, error) {
	var l fault.List
	list := make([]correction, len(in.Corrections))
	for i, one := range in.Corrections {
		at := fmt.Sprint(i)
		if one == nil {
			l.Add(fault.ErrTextRequired.At("corrections", at))
			continue
		}
		if one.IdempotencyKey != nil {
			l.Add(idempotency.ErrKey.Saying("One key names all corrections: give it beside them.").At("corrections", at, "idempotencyKey"))
		}
		var err error
		list[i], err = one.correction()
		for _, f := range fault.As(err) {
			l.Add(f.Under("corrections", at))
		}
	}
	return list, l.Err()
}

// refusal is why a correction, known by its place, cannot be made.
type refusal struct {
	at  int
	why error
}

// correctTx applies corrections to offers of the owner, all or none, in the order of
// their ids, so that two units never wait for each other. It returns the stock in the
// order of the corrections or, by their places, all that cannot be made; the caller
// undoes the unit then.
func correctTx(ctx context.Context, tx db.Tx, owner seller.ID, list []correction) (levels []*Level, refused []refusal, err error) {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(list[a].OfferID, list[b].OfferID) })
	now, refused, err := lockOwnLevels(ctx, tx, owner, list, order)
	if err != nil || len(refused) > 0 {
		return nil, refused, err
	}
	levels = make([]*Level, len(list))
	var movements []*Movement
	last := map[catalog.OfferID]*Level{}
	for _, i := range order {
		level := now[list[i].OfferID]
		moved, err := level.correct(tx, list[i])
		if err != nil {
			refused = append(refused, refusal{i, err})
			continue
		}
		if moved != nil {
			movements, last[level.OfferID] = append(movements, moved), level
		}
		after := *level
		levels[i] = &after
	}
	if len(refused) > 0 {
		slices.SortFunc(refused, func(a, b refusal) int { return cmp.Compare(a.at, b.at) })
		return nil, refused, nil
	}
	if err := updateOnHands(ctx, tx, last); err != nil {
		return nil, nil, fmt.Errorf("change stock: %w", err)
	}
	if err := insertMovements(ctx, tx, movements); err != nil {
		return nil, nil, fmt.Errorf("insert stock movements: %w", err)
	}
	return levels, nil, tellStockTx(ctx, tx, last)
}

// correct changes what is on hand of a locked level, and returns the movement that is to
// be written; nil when nothing has changed.
func (l *Level) correct(tx db.Tx, c correction) (*Movement, error) {
	delta := c.delta
	if c.counted != nil {
		delta = *c.counted - l.OnHand
	}
	switch after := l.OnHand + delta; {
	case delta == 0:
		return nil, nil
	case after < l.Reserved:
		return nil, ErrReserved.At("quantity")
	case after > quantityMax:
		return nil, ErrQuantity.At("quantity")
	}
	l.OnHand, l.UpdatedAt = l.OnHand+delta, tx.Now()
	return movementTo(tx, l, Movement{Delta: delta, Reason: c.Reason, Note: c.Note}), nil
}

// tellStockTx tells the catalogue which offers are in stock now and which are not.
func tellStockTx(ctx context.Context, tx db.Tx, levels map[catalog.OfferID]*Level) error {
	var full, empty []catalog.OfferID
	for id, level := range levels {
		if level.Available() > 0 {
			full = append(full, id)
		} else {
			empty = append(empty, id)
		}
	}
	slices.Sort(full)
	slices.Sort(empty)
	if err := catalog.SetInStockTx(ctx, tx, true, full...); err != nil {
		return err
	}
	return catalog.SetInStockTx(ctx, tx, false, empty...)
}

// named puts a path to the fault of a correction that has one, and to the offer that
// is not there when there were several.
func named(err error, path ...string) error {
	faults := fault.As(err)
	if len(faults) != 1 || len(faults[0].Field) == 0 && len(path) == 1 {
		return err
	}
	return faults[0].At(path...)
}
