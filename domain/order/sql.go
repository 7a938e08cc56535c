package order

import (
	"context"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func insertOrder(ctx context.Context, tx db.Tx, o *Order) error {
	if _, err := tx.NewInsert().Model(o).Exec(db.Later(ctx)); err != nil {
		return err
	}
	if _, err := tx.NewInsert().Model(&o.SellerOrders).Exec(db.Later(ctx)); err != nil {
		return err
	}
	var lines []*Line
	for _, s := range o.SellerOrders {
		lines = append(lines, s.Lines...)
	}
	_, err := tx.NewInsert().Model(&lines).Exec(db.Later(ctx))
	return err
}

// updateStatus writes the status of an order and of its parts, which have all come
// to the same.
func updateStatus(ctx context.Context, tx db.Tx, o *Order) error {
	_, err := tx.NewUpdate().Model(o).
		Column("status", "paid_at", "charge_id", "charged_minor", "cancelled_at", "cancel_reason").WherePK().Exec(db.Later(ctx))
	if err != nil {
		return err
	}
	if len(o.SellerOrders) == 0 {
		return nil
	}
	_, err = tx.NewUpdate().Model(o.SellerOrders[0]).Column("status", "paid_at", "cancelled_at").
		Where("order_id = ?", o.ID).Exec(db.Later(ctx))
	return err
}

func lockOrder(ctx context.Context, tx db.Tx, orderID ID) (*Order, error) {
	o := new(Order)
	if err := db.ForUpdate(tx.NewSelect().Model(o).Where("id = ?", orderID)).Scan(ctx); err != nil {
		return nil, err
	}
	return o, loadParts(ctx, tx, []*Order{o})
}

func lockOrdersOf(ctx context.Context, tx db.Tx, buyer identity.AccountID) ([]ID, error) {
	var ids []ID
	err := db.ForUpdate(tx.NewSelect().Model((*Order)(nil)).Column("id").Where("buyer_id = ?", buyer).OrderExpr("id")).Scan(ctx, &ids)
	return ids, err
}

// updateBuyer says whose locked orders are.
func updateBuyer(ctx context.Context, tx db.Tx, ids []ID, buyer identity.AccountID) error {
	_, err := tx.NewUpdate().Model((*Order)(nil)).Set("buyer_id = ?", buyer).Where("id IN (?)", bun.List(ids)).Exec(ctx)
	if err != nil {
		return err
	}
	_, err = tx.NewUpdate().Model((*SellerOrder)(nil)).Set("buyer_id = ?", buyer).Where("order_id IN (?)", bun.List(ids)).Exec(ctx)
	return err
}

func lockSellerOrder(ctx context.Context, tx db.Tx, owner seller.ID, partID SellerOrderID) (*SellerOrder, error) {
	s := new(SellerOrder)
	err := db.ForUpdate(tx.NewSelect().Model(s).Where("id = ? AND seller_id = ?", partID, owner)).Scan(ctx)
	if err != nil {
		return nil, err
	}
	return s, loadDetails(ctx, tx, []*SellerOrder{s})
}

func selectOrder(ctx context.Context, q db.Querier, orderID ID) (*Order, error) {
	o := new(Order)
	if err := q.NewSelect().Model(o).Where("id = ?", orderID).Scan(ctx); err != nil {
		return nil, err
	}
	return o, loadParts(ctx, q, []*Order{o})
}

// selectOrdersByIDs reads orders; an empty buyer means whoever's they are.
func selectOrdersByIDs(ctx context.Context, q db.Querier, ids []ID, buyer identity.AccountID) ([]*Order, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var rows []*Order
	s := q.NewSelect().Model(&rows).Where("id IN (?)", bun.List(ids))
	if buyer != "" {
		s.Where("buyer_id = ?", buyer)
	}
	if err := s.Scan(ctx); err != nil {
		return nil, err
	}
	return rows, loadParts(ctx, q, rows)
}

// selectSellerOrder reads one part; an empty owner means whoever's it is.
func selectSellerOrder(ctx context.Context, q db.Querier, partID SellerOrderID, owner seller.ID) (*SellerOrder, error) {
	p := new(SellerOrder)
	s := q.NewSelect().Model(p).Where("id = ?", partID)
	if owner != "" {
		s.Where("seller_id = ?", owner)
	}
	if err := s.Scan(ctx); err != nil {
		return nil, err
	}
	return p, loadDetails(ctx, q, []*SellerOrder{p})
}

// selectPartsOf reads all parts of several orders.
func selectPartsOf(ctx context.Context, q db.Querier, ids []ID) ([]*SellerOrder, error) {
	var rows []*SellerOrder
	if len(ids) == 0 {
		return nil, nil
	}
	if err := q.NewSelect().Model(&rows).Where("order_id IN (?)", bun.List(ids)).OrderExpr("id").Scan(ctx); err != nil {
		return nil, err
	}
	return rows, loadDetails(ctx, q, rows)
}

func selectOrders(ctx context.Context, q db.Querier, f Filter, w page.Window) ([]*Order, error) {
	var rows []*Order
	s := q.NewSelect().Model(&rows).Limit(w.Limit())
	if err := narrowOrders(s, f, w); err != nil {
		return nil, err
	}
	if err := s.Scan(ctx); err != nil {
		return nil, err
	}
	return rows, loadParts(ctx, q, rows, ofLists()...)
}

func countOrders(ctx context.Context, q db.Querier, f Filter, atMost int64) (int64, error) {
	s := q.NewSelect().Model((*Order)(nil)).ColumnExpr("1")
	if err := narrowOrders(s, f, page.Window{}); err != nil {
		return 0, err
	}
	return db.CountUpTo(ctx, q, s, atMost)
}

// scope leaves the parts of the owner, and those that are not restricted where only
// they are asked for.
func (f SellerOrderFilter) scope(s *bun.SelectQuery) {
	if f.SellerID != nil && *f.SellerID != "" {
		s.Where("seller_id = ?", *f.SellerID)
	}
	if f.open {
		s.Where("NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = sor.order_id AND o.restricted_at IS NOT NULL)")
	}
}

// standing narrows to a status as people read it.
func (f SellerOrderFilter) standing(s *bun.SelectQuery) {
	status := f.Status
	switch status {
	case SellerOrderPartiallyShipped:
		status = SellerOrderReadyToShip
		s.Where("first_shipped_at IS NOT NULL")
	case SellerOrderReadyToShip:
		s.Where("first_shipped_at IS NULL")
	case SellerOrderAwaitingPayment, SellerOrderShipped, SellerOrderCancelled:
	}
	switch {
	case f.IsToShip == nil:
	case *f.IsToShip:
		s.Where("status = ? AND status <> ?", SellerOrderReadyToShip, SellerOrderShipped) // the condition of the index
	default:
		s.Where("status <> ?", SellerOrderReadyToShip)
	}
	if status != "" {
		s.Where("status = ?", status)
		if status != SellerOrderShipped {
			s.Where("status <> ?", SellerOrderShipped) // the condition of the index
		}
	}
}

func selectSellerOrders(ctx context.Context, q db.Querier, f SellerOrderFilter, w page.Window) ([]*SellerOrder, error) {
	var rows []*SellerOrder
	s := q.NewSelect().Model(&rows).Limit(w.Limit())
	if err := f.narrow(s, w); err != nil {
		return nil, err
	}
	if err := s.Scan(ctx); err != nil {
		return nil, err
	}
	return rows, loadDetails(ctx, q, rows, ofLists()...)
}

func countSellerOrders(ctx context.Context, q db.Querier, f SellerOrderFilter, atMost int64) (int64, error) {
	s := q.NewSelect().Model((*SellerOrder)(nil)).ColumnExpr("1")
	if err := f.narrow(s, page.Window{}); err != nil {
		return 0, err
	}
	return db.CountUpTo(ctx, q, s, atMost)
}

// narrow leaves the page of a list that the filter leaves.
func (f SellerOrderFilter) narrow(s *bun.SelectQuery, w page.Window) error {
	f.scope(s)
	f.standing(s)
	narrow(s, f.Number, f.PlacedAfter, f.PlacedBefore)
	var k sellerOrderKey
	if w.HasCursor() {
		if err := w.Decode(&k); err != nil {
			return err
		}
	}
	windowOf(s, w, "seller_orders", string(k.ID), f.PlacedAfter != nil || f.PlacedBefore != nil)
	return nil
}

// selectSellerOrdersByIDs reads parts: of the filter its owner and whether what is
// restricted is left out.
func selectSellerOrdersByIDs(ctx context.Context, q db.Querier, ids []SellerOrderID, f SellerOrderFilter) (map[SellerOrderID]*SellerOrder, error) {
	found := make(map[SellerOrderID]*SellerOrder, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	var rows []*SellerOrder
	s := q.NewSelect().Model(&rows).Where("id IN (?)", bun.List(ids))
	f.scope(s)
	if err := s.Scan(ctx); err != nil {
		return nil, err
	}
	for _, p := range rows {
		found[p.ID] = p
	}
	return found, loadDetails(ctx, q, rows)
}

func narrow(s *bun.SelectQuery, number string, after, before *time.Time) {
	if number != "" {
		s.Where("number = ?", number)
	}
	if after != nil {
		s.Where("placed_at >= ?", after.UTC())
	}
	if before != nil {
		s.Where("placed_at < ?", before.UTC())
	}
}

// windowOf reads newest first: along the index of times when the list is narrowed to a
// time, so that it need not look at all that was placed since.
func windowOf(s *bun.SelectQuery, w page.Window, table, cursor string, isTimed bool) {
	if isTimed {
		windowByTime(s, w, table, cursor)
	} else {
		window(s, w, cursor)
	}
}

// window goes by ids, which sort by age.
func window(s *bun.SelectQuery, w page.Window, cursor string) {
	switch {
	case w.Backward && w.HasCursor():
		s.Where("id > ?", cursor)
	case w.HasCursor():
		s.Where("id < ?", cursor)
	}
	if w.Backward {
		s.OrderExpr("id ASC")
	} else {
		s.OrderExpr("id DESC")
	}
}

// windowByTime goes by times, and by ids where these are equal.
func windowByTime(s *bun.SelectQuery, w page.Window, table, cursor string) {
	op, direction := "<", "DESC"
	if w.Backward {
		op, direction = ">", "ASC"
	}
	if w.HasCursor() {
		s.Where("(placed_at, id) ?0 ((SELECT c.placed_at FROM ?1 AS c WHERE c.id = ?2), ?2)", bun.Safe(op), bun.Ident(table), cursor)
	}
	s.OrderExpr("placed_at ?0, id ?0", bun.Safe(direction))
}

// ofLists names the columns of lines that lists leave out: long, and not shown there.
func ofLists() []string { return []string{"reckoning"} }

func loadParts(ctx context.Context, q db.Querier, orders []*Order, without ...string) error {
	if len(orders) == 0 {
		return nil
	}
	byID := map[ID]*Order{}
	ids := make([]ID, len(orders))
	for i, o := range orders {
		byID[o.ID], ids[i] = o, o.ID
	}
	var parts []*SellerOrder
	if err := q.NewSelect().Model(&parts).Where("order_id IN (?)", bun.List(ids)).OrderExpr("id").Scan(ctx); err != nil {
		return err
	}
	for _, p := range parts {
		o := byID[p.OrderID]
		o.SellerOrders = append(o.SellerOrders, p)
	}
	return loadDetails(ctx, q, parts, without...)
}

// loadDetails reads the lines of parts, without some of their columns, and the
// shipments of those that were shipped.
func loadDetails(ctx context.Context, q db.Querier, parts []*SellerOrder, without ...string) error {
	if len(parts) == 0 {
		return nil
	}
	byID := map[SellerOrderID]*SellerOrder{}
	ids := make([]SellerOrderID, len(parts))
	for i, p := range parts {
		byID[p.ID], ids[i] = p, p.ID
	}
	var lines []*Line
	query := q.NewSelect().Model(&lines).Where("seller_order_id IN (?)", bun.List(ids)).OrderExpr("id")
	if len(without) > 0 {
		query = query.ExcludeColumn(without...)
	}
	if err := query.Scan(ctx); err != nil {
		return err
	}
	for _, l := range lines {
		p := byID[l.SellerOrderID]
		p.Lines = append(p.Lines, l)
	}
	return loadShipments(ctx, q, byID)
}

func selectLinesByIDs(ctx context.Context, q db.Querier, ids []LineID) ([]*Line, error) {
	var rows []*Line
	if len(ids) == 0 {
		return nil, nil
	}
	err := q.NewSelect().Model(&rows).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return rows, err
}

// selectBrief reads an order and its parts without lines and shipments.
func selectBrief(ctx context.Context, q db.Querier, orderID ID) (*Order, error) {
	o := new(Order)
	if err := q.NewSelect().Model(o).Where("id = ?", orderID).Scan(ctx); err != nil {
		return nil, err
	}
	return o, q.NewSelect().Model(&o.SellerOrders).Where("order_id = ?", orderID).OrderExpr("id").Scan(ctx)
}

func selectExpired(ctx context.Context, q db.Querier, now time.Time, after Due, limit int64) ([]Due, error) {
	var due []Due
	err := q.NewSelect().Model((*Order)(nil)).Column("id", "expires_at").
		Where("status = ? AND expires_at <= ?", StatusAwaitingPayment, now).
		Where("(expires_at, id) > (?, ?)", after.ExpiresAt.UTC(), after.ID).
		OrderExpr("expires_at, id").Limit(limit).Scan(ctx, &due)
	return due, err
}

type wrongSum struct {
	ID    string
	Total int64
	Parts int64
}

// partSums are the columns of a part that are the sums of its lines'.
var partSums = [...]string{
	"seller_discount_minor", "platform_discount_minor", "shipping_minor", "tax_minor",
	"platform_tax_minor", "platform_shipping_minor", "commission_minor", "commission_vat_minor",
}

// selectWrongSums finds orders whose total is not the sum of their parts and
// the service fee, and parts whose total or components are not the sums of
// their lines'.
func selectWrongSums(ctx context.Context, q db.Querier) ([]wrongSum, error) {
	text := `
		SELECT o.id AS id, o.total_minor AS total, CAST(COALESCE(SUM(s.total_minor), 0) + o.service_fee_minor AS BIGINT) AS parts
		FROM orders o LEFT JOIN seller_orders s ON s.order_id = o.id
		GROUP BY o.id, o.total_minor, o.service_fee_minor
		HAVING o.total_minor <> COALESCE(SUM(s.total_minor), 0) + o.service_fee_minor
		UNION ALL
		SELECT s.id, s.total_minor, CAST(COALESCE(SUM(` + payable + `), 0) AS BIGINT)
		FROM seller_orders s LEFT JOIN order_lines l ON l.seller_order_id = s.id
		GROUP BY s.id, s.total_minor HAVING s.total_minor <> COALESCE(SUM(` + payable + `), 0)`
	for _, column := range partSums {
		text += strings.ReplaceAll(`
		UNION ALL
		SELECT s.id, s.@, CAST(COALESCE(SUM(l.@), 0) AS BIGINT)
		FROM seller_orders s LEFT JOIN order_lines l ON l.seller_order_id = s.id
		GROUP BY s.id, s.@ HAVING s.@ <> COALESCE(SUM(l.@), 0)`, "@", column)
	}
	var rows []wrongSum
	err := q.NewRaw(text).Scan(ctx, &rows)
	return rows, err
}

// payable is what the buyer pays for a line l.
const payable = `l.total_minor - l.seller_discount_minor - l.platform_discount_minor + l.shipping_minor + l.tax_minor`
