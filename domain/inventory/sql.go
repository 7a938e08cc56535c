package inventory

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// insertLevels makes an empty level for each offer that has none.
func insertLevels(ctx context.Context, tx db.Tx, levels []*Level) error {
	if len(levels) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&levels).On("CONFLICT (offer_id) DO NOTHING").Exec(ctx)
	return err
}

func insertFirstStock(ctx context.Context, tx db.Tx, levels []*Level, movements []*Movement) error {
	if len(levels) > 0 {
		if _, err := tx.NewInsert().Model(&levels).Exec(ctx); err != nil {
			return err
		}
	}
	return insertMovements(ctx, tx, movements)
}

// lockLevels locks the stock of the offers of lines, in the order of their ids: two
// orders of the same offers never wait for each other. Offers without any are left out.
func lockLevels(ctx context.Context, tx db.Tx, lines []indexed) (map[catalog.OfferID]*Level, error) {
	levels := make(map[catalog.OfferID]*Level, len(lines))
	if len(lines) == 0 {
		return levels, nil
	}
	var list []*Level
	err := db.ForUpdate(tx.NewSelect().Model(&list).Where("sl.offer_id IN (?)", bun.List(offersOf(lines))).Order("sl.offer_id")).Scan(ctx)
	for _, l := range list {
		levels[l.OfferID] = l
	}
	return levels, err
}

// change is by how much several locked levels change.
type change struct{ sold, held int64 }

// updateHeld adds to locked levels what reservations hold.
func updateHeld(ctx context.Context, tx db.Tx, list []*Reservation) error {
	return updateLevels(ctx, tx, list, func(r *Reservation) change { return change{0, r.Quantity} })
}

// updateSold takes what reservations have sold out of locked levels.
func updateSold(ctx context.Context, tx db.Tx, list []*Reservation) error {
	return updateLevels(ctx, tx, list, func(r *Reservation) change { return change{r.Quantity, -r.holds()} })
}

// updateFreed gives back to locked levels what reservations hold.
func updateFreed(ctx context.Context, tx db.Tx, list []*Reservation) error {
	return updateLevels(ctx, tx, list, func(r *Reservation) change { return change{0, -r.Quantity} })
}

// updateLevels changes locked levels, those that change alike together. There is one
// reservation for each.
func updateLevels(ctx context.Context, tx db.Tx, list []*Reservation, of func(*Reservation) change) error {
	alike := map[change][]catalog.OfferID{}
	for _, r := range list {
		alike[of(r)] = append(alike[of(r)], r.OfferID)
	}
	for c, ids := range alike {
		_, err := tx.NewUpdate().Model((*Level)(nil)).Set("on_hand = on_hand - ?", c.sold).Set("reserved = reserved + ?", c.held).
			Set("updated_at = ?", tx.Now()).Where("offer_id IN (?)", bun.List(ids)).Exec(db.Later(ctx))
		if err != nil {
			return err
		}
	}
	return nil
}

// updateOnHands writes what is on hand of locked levels.
func updateOnHands(ctx context.Context, tx db.Tx, levels map[catalog.OfferID]*Level) error {
	if len(levels) == 0 {
		return nil
	}
	list := slices.SortedFunc(maps.Values(levels), func(a, b *Level) int { return cmp.Compare(a.OfferID, b.OfferID) })
	_, err := tx.NewUpdate().Model(&list).Column("on_hand", "updated_at").Bulk().Exec(db.Later(ctx))
	return err
}

func insertMovements(ctx context.Context, tx db.Tx, list []*Movement) error {
	if len(list) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&list).Exec(db.Later(ctx))
	return err
}

func insertReservations(ctx context.Context, tx db.Tx, list []*Reservation) error {
	if len(list) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&list).Exec(ctx)
	return err
}

// lockReservations locks what a reference reserved, in the order of offers.
func lockReservations(ctx context.Context, tx db.Tx, ref string) ([]*Reservation, error) {
	var list []*Reservation
	err := db.ForUpdate(tx.NewSelect().Model(&list).Where("sr.reference = ?", ref).Order("sr.offer_id")).Scan(ctx)
	return list, err
}

func updateReservations(ctx context.Context, tx db.Tx, list []*Reservation, to ReservationStatus) error {
	if len(list) == 0 {
		return nil
	}
	ids := make([]ReservationID, len(list))
	for i, r := range list {
		r.Status, r.UpdatedAt = to, tx.Now()
		ids[i] = r.ID
	}
	_, err := tx.NewUpdate().Model((*Reservation)(nil)).Set("status = ?", to).Set("updated_at = ?", tx.Now()).
		Where("id IN (?)", bun.List(ids)).Exec(db.Later(ctx))
	return err
}

func selectLevels(ctx context.Context, q db.Querier, ids []catalog.OfferID) ([]*Level, error) {
	var list []*Level
	err := q.NewSelect().Model(&list).Where("sl.offer_id IN (?)", bun.List(ids)).Scan(ctx)
	return list, err
}

// selectMovementsOf lists movements of an offer of the owner; of any offer when
// that is nil.
func selectMovementsOf(ctx context.Context, q db.Querier, owner *seller.ID, id catalog.OfferID, w page.Window) ([]*Movement, error) {
	var list []*Movement
	query := q.NewSelect().Model(&list).Where("sm.offer_id = ?", id)
	if owner != nil {
		query = query.Where("sm.seller_id = ?", *owner)
	}
	op, order := "<", "DESC"
	if w.Backward {
		op, order = ">", "ASC"
	}
	if w.HasCursor() {
		var key idKey
		if err := w.Decode(&key); err != nil {
			return nil, err
		}
		query = query.Where("sm.id "+op+" ?", key.ID)
	}
	return list, query.OrderExpr("sm.id " + order).Limit(w.Limit()).Scan(ctx)
}

// unsound is a row that breaks invariant I1.
type unsound struct {
	OfferID  catalog.OfferID
	OnHand   int64
	Reserved int64
	Held     int64
	Moved    int64
}

func selectUnsound(ctx context.Context, q db.Querier) ([]*unsound, error) {
	var rows []*unsound
	err := q.NewRaw(`SELECT l.offer_id, l.on_hand, l.reserved, COALESCE(r.held, 0) AS held, COALESCE(m.moved, 0) AS moved
		FROM stock_levels AS l
		LEFT JOIN (SELECT offer_id, CAST(SUM(quantity) AS BIGINT) AS held FROM stock_reservations
			WHERE status = 'HELD' GROUP BY offer_id) AS r ON r.offer_id = l.offer_id
		LEFT JOIN (SELECT offer_id, CAST(SUM(delta) AS BIGINT) AS moved FROM stock_movements
			GROUP BY offer_id) AS m ON m.offer_id = l.offer_id
		WHERE l.reserved < 0 OR l.reserved > l.on_hand OR l.reserved <> COALESCE(r.held, 0) OR l.on_hand <> COALESCE(m.moved, 0)
		ORDER BY l.offer_id LIMIT 100`).Scan(ctx, &rows)
	return rows, err
}
