package statement

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func lockHead(ctx context.Context, tx db.Tx) (*head, error) {
	h := new(head)
	err := db.ForUpdate(tx.NewSelect().Model(h).Where("id = 1")).Scan(ctx)
	return h, err
}

func selectHead(ctx context.Context, q db.Querier) (*head, error) {
	h := new(head)
	err := q.NewSelect().Model(h).Where("id = 1").Scan(ctx)
	return h, err
}

func moveHead(ctx context.Context, tx db.Tx, to *head) error {
	_, err := tx.NewUpdate().Model(to).Column("seq", "summed_seq", "summed_month").WherePK().Exec(ctx)
	return err
}

func insertLines(ctx context.Context, tx db.Tx, lines []*Line) error {
	if len(lines) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&lines).Exec(ctx)
	return err
}

// selectFirstLine returns the line that was posted first; nil when there is none.
func selectFirstLine(ctx context.Context, q db.Querier) (*Line, error) {
	l := new(Line)
	err := q.NewSelect().Model(l).OrderExpr("posted_at").Limit(1).Scan(ctx)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	return l, err
}

func (p part) of(s *bun.SelectQuery) *bun.SelectQuery {
	return s.Where("seller_id = ? AND currency = ? AND seq > ? AND seq <= ?", p.seller, p.currency, p.from, p.to)
}

// askedLine is a line with the place of the ask that it answers.
type askedLine struct {
	Line `bun:",extend"`

	Place int
}

// selectLines reads the page of each ask, by its place among them.
func selectLines(ctx context.Context, q db.Querier, asks []LinesAsk) ([][]*Line, error) {
	pages := make([]*bun.SelectQuery, len(asks))
	for i, ask := range asks {
		s := ask.part.of(q.NewSelect().TableExpr("statement_lines")).ColumnExpr("*, CAST(? AS BIGINT) AS place", i)
		op, order := ">", "seq, position"
		if ask.window.Backward {
			op, order = "<", "seq DESC, position DESC"
		}
		if ask.window.HasCursor() {
			var k lineKey
			if err := ask.window.Decode(&k); err != nil {
				return nil, err
			}
			s.Where("(seq, position) "+op+" (?, ?)", k.Seq, k.Position)
		}
		pages[i] = s.OrderExpr(order).Limit(ask.window.Limit())
	}
	var rows []*askedLine
	if err := db.Selections(q, pages).Scan(ctx, &rows); err != nil {
		return nil, err
	}
	found := make([][]*Line, len(asks))
	for _, r := range rows {
		found[r.Place] = append(found[r.Place], &r.Line)
	}
	for i, ask := range asks {
		slices.SortFunc(found[i], func(a, b *Line) int {
			if ask.window.Backward {
				a, b = b, a
			}
			return cmp.Or(cmp.Compare(a.Seq, b.Seq), cmp.Compare(a.Position, b.Position))
		})
	}
	return found, nil
}

// selectLinesAfter reads the lines that follow a place, in the order of the chain.
func selectLinesAfter(ctx context.Context, q db.Querier, p part, after lineKey, limit int64) ([]*Line, error) {
	var rows []*Line
	err := p.of(q.NewSelect().Model(&rows)).Where("(seq, position) > (?, ?)", after.Seq, after.Position).
		OrderExpr("seq, position").Limit(limit).Scan(ctx)
	return rows, err
}

// selectTotals sums lines by kind, in the order of Kinds.
func selectTotals(ctx context.Context, q db.Querier, p part) ([]*Total, error) {
	totals := []*Total{}
	err := p.of(q.NewSelect().TableExpr("statement_lines")).ColumnExpr("kind, book, currency").
		ColumnExpr("CAST(SUM(amount_minor) AS BIGINT) AS amount_minor, COUNT(*) AS lines").
		GroupExpr("kind, book, currency").Scan(ctx, &totals)
	slices.SortFunc(totals, func(a, b *Total) int {
		return cmp.Compare(slices.Index(Kinds(), a.Kind), slices.Index(Kinds(), b.Kind))
	})
	return totals, err
}

// group is what of commission and its VAT is of one rate.
type group struct {
	Kind           Kind
	VATBasisPoints int64 `bun:"vat_basis_points"`
	AmountMinor    int64
}

// selectGroups sums what documents are about, by rate.
func selectGroups(ctx context.Context, q db.Querier, p part) ([]group, error) {
	var groups []group
	err := p.of(q.NewSelect().TableExpr("statement_lines")).ColumnExpr("kind, vat_basis_points").
		ColumnExpr("CAST(SUM(amount_minor) AS BIGINT) AS amount_minor").
		Where("kind IN (?)", bun.List(invoiced())).
		GroupExpr("kind, vat_basis_points").OrderExpr("vat_basis_points, kind").Scan(ctx, &groups)
	return groups, err
}

// selectLast returns the last statement of a purse; nil when there is none.
func selectLast(ctx context.Context, q db.Querier, k purse) (*Statement, error) {
	st := new(Statement)
	err := q.NewSelect().Model(st).Where("seller_id = ? AND currency = ?", k.seller, k.currency).
		OrderExpr("month DESC").Limit(1).Scan(ctx)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	return st, err
}

func hasStatement(ctx context.Context, q db.Querier, k purse, month string) (bool, error) {
	return q.NewSelect().Model((*Statement)(nil)).Where("seller_id = ? AND currency = ? AND month = ?", k.seller, k.currency, month).Exists(ctx)
}

func insertStatement(ctx context.Context, tx db.Tx, st *Statement) error {
	_, err := tx.NewInsert().Model(st).Exec(ctx)
	return err
}

func selectStatement(ctx context.Context, q db.Querier, statementID ID) (*Statement, error) {
	st := new(Statement)
	err := q.NewSelect().Model(st).Where("id = ?", statementID).Scan(ctx)
	return st, err
}

func selectContaining(ctx context.Context, q db.Querier, k purse, seq int64) (*Statement, error) {
	st := new(Statement)
	err := q.NewSelect().Model(st).Where("seller_id = ? AND currency = ?", k.seller, k.currency).
		Where("from_seq < ? AND to_seq >= ?", seq, seq).Limit(1).Scan(ctx)
	return st, err
}

func selectStatementsByIDs(ctx context.Context, q db.Querier, ids []ID) ([]*Statement, error) {
	var rows []*Statement
	if len(ids) == 0 {
		return nil, nil
	}
	err := q.NewSelect().Model(&rows).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return rows, err
}

// narrow turns a list, newest first, to what was asked for of it.
func narrow(s *bun.SelectQuery, of seller.ID, c money.Currency, w page.Window) error {
	if of != "" {
		s.Where("seller_id = ?", of)
	}
	if c != "" {
		s.Where("currency = ?", c)
	}
	op, order := "<", "id DESC"
	if w.Backward {
		op, order = ">", "id ASC"
	}
	if w.HasCursor() {
		var k idKey
		if err := w.Decode(&k); err != nil {
			return err
		}
		s.Where("id "+op+" ?", k.ID)
	}
	s.OrderExpr(order).Limit(w.Limit())
	return nil
}

func selectStatements(ctx context.Context, q db.Querier, of seller.ID, c money.Currency, w page.Window) ([]*Statement, error) {
	var rows []*Statement
	s := q.NewSelect().Model(&rows)
	if err := narrow(s, of, c, w); err != nil {
		return nil, err
	}
	return rows, s.Scan(ctx)
}

func selectDocuments(ctx context.Context, q db.Querier, of seller.ID, c money.Currency, w page.Window) ([]*Document, error) {
	var rows []*Document
	s := q.NewSelect().Model(&rows)
	if err := narrow(s, of, c, w); err != nil {
		return nil, err
	}
	return rows, s.Scan(ctx)
}

func selectDocumentsOf(ctx context.Context, q db.Querier, ids []ID) ([]*Document, error) {
	var rows []*Document
	err := q.NewSelect().Model(&rows).Where("statement_id IN (?)", bun.List(ids)).OrderExpr("id").Scan(ctx)
	return rows, err
}

func selectDocumentsByIDs(ctx context.Context, q db.Querier, ids []DocumentID) ([]*Document, error) {
	var rows []*Document
	err := q.NewSelect().Model(&rows).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return rows, err
}

func hasDocument(ctx context.Context, q db.Querier, of ID, kind DocumentKind) (bool, error) {
	return q.NewSelect().Model((*Document)(nil)).Where("statement_id = ? AND kind = ?", of, kind).Exists(ctx)
}

func insertDocument(ctx context.Context, tx db.Tx, d *Document) error {
	_, err := tx.NewInsert().Model(d).Exec(ctx)
	return err
}

// selectUnissued finds statements with commission and without a document, of
// sellers who have said who they are by law. A unit issues all documents of a
// statement, so one is as good as all.
func selectUnissued(ctx context.Context, q db.Querier, after ID, limit int64) ([]*Statement, error) {
	var rows []*Statement
	err := q.NewSelect().Model(&rows).Where("stm.id > ?", after).
		Where("NOT EXISTS (SELECT 1 FROM commission_documents AS d WHERE d.statement_id = stm.id)").
		Where("EXISTS (SELECT 1 FROM seller_legals AS l WHERE l.seller_id = stm.seller_id)").
		Where("EXISTS (SELECT 1 FROM statement_lines AS l WHERE l.seller_id = stm.seller_id AND l.currency = stm.currency"+
			" AND l.seq > stm.from_seq AND l.seq <= stm.to_seq AND l.kind IN (?))",
			bun.List(invoiced())).
		OrderExpr("stm.id").Limit(limit).Scan(ctx)
	return rows, err
}

func selectDocument(ctx context.Context, q db.Querier, of DocumentID) (*Document, error) {
	d := new(Document)
	err := q.NewSelect().Model(d).Where("id = ?", of).Scan(ctx)
	return d, err
}

// selectName reads how a seller is called.
func selectName(ctx context.Context, q db.Querier, of seller.ID) (name string, err error) {
	err = q.NewSelect().TableExpr("sellers").Column("name").Where("id = ?", of).Scan(ctx, &name)
	return name, err
}
