package privacy

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
)

func insertErasure(ctx context.Context, tx db.Tx, e *Erasure) error {
	_, err := tx.NewInsert().Model(e).Exec(ctx)
	return err
}

func updateErasure(ctx context.Context, tx db.Tx, e *Erasure) error {
	_, err := tx.NewUpdate().Model(e).WherePK().Exec(ctx)
	return err
}

func lockErasure(ctx context.Context, tx db.Tx, erasureID ErasureID) (*Erasure, error) {
	e := new(Erasure)
	err := db.ForUpdate(tx.NewSelect().Model(e).Where("id = ?", erasureID)).Scan(ctx)
	return e, err
}

func lockOpen(ctx context.Context, tx db.Tx, account identity.AccountID) (*Erasure, error) {
	e := new(Erasure)
	err := db.ForUpdate(tx.NewSelect().Model(e).Where("account_id = ?", account).Where("ended_at IS NULL")).Scan(ctx)
	return e, err
}

func selectOpen(ctx context.Context, q db.Querier, account identity.AccountID) (*Erasure, error) {
	e := new(Erasure)
	err := q.NewSelect().Model(e).Where("account_id = ?", account).Where("ended_at IS NULL").Scan(ctx)
	return e, err
}

// endOpen ends a request that a restored copy still has open.
func endOpen(ctx context.Context, tx db.Tx, account identity.AccountID) error {
	_, err := tx.NewUpdate().Model((*Erasure)(nil)).Set("status = ?", Withdrawn).Set("ended_at = ?", tx.Now()).
		Where("account_id = ?", account).Where("ended_at IS NULL").Exec(ctx)
	return err
}

func selectDone(ctx context.Context, q db.Querier) ([]*Erasure, error) {
	var rows []*Erasure
	err := q.NewSelect().Model(&rows).Where("status = ?", Done).Order("ended_at", "id").Scan(ctx)
	return rows, err
}

func selectErasures(ctx context.Context, q db.Querier, f Filter, w page.Window) ([]*Erasure, error) {
	var rows []*Erasure
	s := q.NewSelect().Model(&rows).Limit(w.Limit())
	if f.Status != nil {
		s.Where("status = ?", *f.Status)
	}
	if f.AccountID != nil {
		s.Where("account_id = ?", *f.AccountID)
	}
	op, sort := "<", "DESC"
	if w.Backward {
		op, sort = ">", "ASC"
	}
	if w.HasCursor() {
		var k erasureKey
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
		s.Where("id "+op+" ?", k.ID)
	}
	return rows, s.OrderExpr("id " + sort).Scan(ctx)
}

// selectDue finds what is to be carried out, and what began and did not end.
func selectDue(ctx context.Context, q db.Querier, now, stuck time.Time) ([]ErasureID, error) {
	var ids []ErasureID
	err := q.NewSelect().Model((*Erasure)(nil)).Column("id").Where("due_at <= ?", now).
		WhereGroup(" AND ", func(s *bun.SelectQuery) *bun.SelectQuery {
			return s.Where("status IN (?)", bun.List([]Status{Requested, Postponed})).
				WhereOr("status = ? AND checked_at <= ?", Running, stuck)
		}).Order("due_at").Limit(100).Scan(ctx, &ids)
	return ids, err
}

// hindrance is a query that counts what is in the way of erasing ?.
type hindrance struct {
	is    Hindrance
	count string
}

func hindrances() []hindrance {
	return []hindrance{
		{OpenOrder, `SELECT (SELECT COUNT(*) FROM orders WHERE buyer_id = ?0 AND status = 'AWAITING_PAYMENT')
			+ (SELECT COUNT(*) FROM seller_orders WHERE buyer_id = ?0 AND status = 'READY_TO_SHIP')
			+ (SELECT COUNT(*) FROM releases r JOIN seller_orders s ON s.id = r.seller_order_id
				WHERE s.buyer_id = ?0 AND r.status = 'ACCRUED' AND s.status = 'SHIPPED')`},
		{OpenDispute, `SELECT (SELECT COUNT(*) FROM disputes d JOIN orders o ON o.id = d.order_id
			WHERE o.buyer_id = ?0 AND d.status IN ('INQUIRY', 'OPEN'))
			+ (SELECT COUNT(*) FROM disputes d JOIN dispute_parts p ON p.dispute_id = d.id JOIN seller_members m ON m.seller_id = p.seller_id
				WHERE m.account_id = ?0 AND m.role = 'OWNER' AND d.status IN ('INQUIRY', 'OPEN'))`},
		{OpenRefund, `SELECT COUNT(*) FROM refunds WHERE buyer_id = ?0
			AND status IN ('PLANNED', 'SENDING', 'UNKNOWN', 'PENDING', 'REQUIRES_ACTION', 'AWAITING_BANK', 'FAILED')`},
		{UnspentCredit, `SELECT COUNT(*) FROM (SELECT currency FROM buyer_credits
			WHERE buyer_id = ?0 GROUP BY currency HAVING SUM(amount_minor) > 0) AS owed`},
		{SellerOwner, `SELECT COUNT(*) FROM seller_members m JOIN sellers s ON s.id = m.seller_id
			WHERE m.account_id = ?0 AND m.role = 'OWNER' AND s.status NOT IN ('REJECTED', 'CLOSED')`},
		{OpenDebt, `SELECT COUNT(*) FROM recoveries r JOIN seller_members m ON m.seller_id = r.seller_id
			WHERE m.account_id = ?0 AND m.role = 'OWNER' AND r.status <> 'SETTLED'`},
		{UnpaidBalance, `SELECT COUNT(*) FROM (SELECT e.seller_id FROM ledger_sums e
			JOIN seller_members m ON m.seller_id = e.seller_id
			WHERE m.account_id = ?0 AND m.role = 'OWNER' AND e.account LIKE 'pay:seller:%'
			GROUP BY e.seller_id, e.currency HAVING SUM(e.amount_minor) <> 0) AS owed`},
		{OperatorRole, `SELECT COUNT(*) FROM accounts WHERE id = ?0 AND operator_role IS NOT NULL`},
	}
}

// selectHindrances lists what is in the way of erasing somebody, in a fixed
// order, whatever they give up.
func selectHindrances(ctx context.Context, q db.Querier, account identity.AccountID) ([]Hindrance, error) {
	found := []Hindrance{}
	for _, h := range hindrances() {
		var n int64
		if err := q.NewRaw(h.count, account).Scan(ctx, &n); err != nil {
			return nil, err
		}
		if n > 0 {
			found = append(found, h.is)
		}
	}
	return found, nil
}

type refusal struct {
	bun.BaseModel `bun:"table:mail_refusals"`

	MailHash  string `bun:",pk"`
	RefusedAt time.Time
}

func insertRefusal(ctx context.Context, tx db.Tx, r *refusal) error {
	_, err := tx.NewInsert().Model(r).On("CONFLICT (mail_hash) DO NOTHING").Exec(ctx)
	return err
}

func isRefused(ctx context.Context, q db.Querier, hash string) (bool, error) {
	n, err := q.NewSelect().Model((*refusal)(nil)).Where("mail_hash = ?", hash).Count(ctx)
	return n > 0, err
}

func hasDetachable(ctx context.Context, q db.Querier, before time.Time) (bool, error) {
	n, err := q.NewSelect().TableExpr("orders").Where("restricted_at IS NOT NULL").
		Where("placed_at < ?", before).Where("buyer_id <> ?", nobody).Count(ctx)
	return n > 0, err
}

func insertNobody(ctx context.Context, tx db.Tx) error {
	now := tx.Now()
	a := &identity.Account{ID: nobody, IsGuest: true, Name: identity.ErasedName, ErasedAt: &now, CreatedAt: now, UpdatedAt: now}
	_, err := tx.NewInsert().Model(a).On("CONFLICT (id) DO NOTHING").Exec(ctx)
	return err
}

// detach changes what points at a buyer. Orders come last: the others are found
// by them.
func detach(ctx context.Context, tx db.Tx, before time.Time) error {
	const due = "FROM orders WHERE restricted_at IS NOT NULL AND placed_at < ? AND buyer_id <> ?"
	for _, change := range [][2]string{
		{"payments", "order_id IN (SELECT id " + due + ")"},
		{"seller_orders", "order_id IN (SELECT id " + due + ")"},
		{"carts", "id IN (SELECT cart_id " + due + ")"},
		{"orders", "id IN (SELECT id " + due + ")"},
	} {
		_, err := tx.NewUpdate().TableExpr("?", bun.Ident(change[0])).Set("buyer_id = ?", nobody).
			Where(change[1], before, nobody).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}

func deleteRefusal(ctx context.Context, tx db.Tx, hash string) error {
	_, err := tx.NewDelete().Model((*refusal)(nil)).Where("mail_hash = ?", hash).Exec(ctx)
	return err
}
