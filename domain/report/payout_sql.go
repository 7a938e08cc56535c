package report

import (
	"context"
	"fmt"
	"strings"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
)

// selectDeparture finds the line by which a payout left a seller's balance.
func selectDeparture(ctx context.Context, q db.Querier, payoutID payout.ID) (*statement.Line, error) {
	l := new(statement.Line)
	err := q.NewSelect().Model(l).
		Where("sln.seller_id = (SELECT seller_id FROM payouts WHERE id = ?)", payoutID).
		Where("sln.journal_id = (SELECT id FROM ledger_journals WHERE source = ?)", payout.DepartureSource(payoutID)).
		Where("sln.book = ?", statement.BookProvider).Limit(1).Scan(ctx)
	return l, err
}

// upTo is what a balance was before a payout left.
type upTo struct {
	since   int64 // the place of the departure before; 0 when this is the first
	opening int64 // just after that
	closing int64 // just before this one
}

// selectBalanceUpTo sums what came and went before a departure.
func selectBalanceUpTo(ctx context.Context, q db.Querier, left *statement.Line) (b upTo, err error) {
	of := "seller_id = ? AND currency = ? AND book = ? AND seq < ?"
	values := []any{left.SellerID, left.Currency, statement.BookProvider, left.Seq}
	err = q.NewSelect().TableExpr("statement_lines").ColumnExpr("CAST(COALESCE(MAX(seq), 0) AS BIGINT)").
		Where(of, values...).Where("kind = ?", statement.KindPayouts).Scan(ctx, &b.since)
	if err != nil {
		return b, fmt.Errorf("find the payout before: %w", err)
	}
	err = q.NewSelect().TableExpr("statement_lines").
		ColumnExpr("CAST(COALESCE(SUM(CASE WHEN seq <= ? THEN amount_minor ELSE 0 END), 0) AS BIGINT)", b.since).
		ColumnExpr("CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT)").Where(of, values...).Scan(ctx, &b.opening, &b.closing)
	if err != nil {
		return b, fmt.Errorf("sum the balance before: %w", err)
	}
	return b, nil
}

// movementSpan is which movements of a seller's balance at the provider are meant: those
// between two departures, without them.
type movementSpan struct {
	seller        seller.ID
	currency      money.Currency
	after, before int64 // places of the chain
}

// movementAsk is which of them are asked for, in the order of the books or backwards.
type movementAsk struct {
	span     movementSpan
	part     PayoutPart // those that have some of it; all when empty
	limit    int64
	backward bool
}

// from leaves out what does not follow a place.
func (a movementAsk) from(place int64) movementAsk {
	if a.backward {
		a.span.before = min(a.span.before, place)
	} else {
		a.span.after = max(a.span.after, place)
	}
	return a
}

// movements is a statement of the movements of a span with what each consists of: the
// lines of its order that were written since the movement of that order before, by kind,
// and what was moved into the reserve and out of it. Its first argument, in the text, is
// an order and a limit of the movements, or nothing. The order of the cross joins is that in
// which SQLite reads: else it begins with all entries of the seller, for each movement.
const movements = `SELECT m.seq, m.kind, m.order_id, m.amount_minor, m.posted_at,
		CAST(COALESCE(SUM(CASE WHEN p.kind IN (?4) THEN p.amount_minor ELSE 0 END), 0) AS BIGINT) AS sales_minor,
		CAST(COALESCE(SUM(CASE WHEN p.kind IN (?5) THEN p.amount_minor ELSE 0 END), 0) AS BIGINT) AS fees_minor,
		CAST(COALESCE(SUM(CASE WHEN p.kind IN (?6) THEN p.amount_minor ELSE 0 END), 0) AS BIGINT) AS refunds_minor,
		CAST(COALESCE(SUM(CASE WHEN p.kind IN (?7) THEN p.amount_minor ELSE 0 END), 0) AS BIGINT) AS disputes_minor,
		CAST(COALESCE((SELECT SUM(e.amount_minor) FROM ledger_journals AS j CROSS JOIN ledger_links AS k CROSS JOIN ledger_entries AS e
			WHERE j.order_id = m.order_id AND m.order_id <> '' AND j.kind IN (?8)
			AND k.journal_id = j.id AND k.seq > m.prior AND k.seq <= m.seq
			AND e.journal_id = j.id AND e.seller_id = ?0 AND e.currency = ?1 AND e.account = ?9), 0) AS BIGINT) AS reserve_minor
	FROM (SELECT l.seq, l.kind, l.order_id, l.amount_minor, l.posted_at,
			COALESCE((SELECT MAX(b.seq) FROM statement_lines AS b WHERE b.order_id = l.order_id AND b.seller_id = l.seller_id
				AND b.currency = l.currency AND b.book = 'PROVIDER' AND b.seq < l.seq), 0) AS prior
		FROM statement_lines AS l
		WHERE l.seller_id = ?0 AND l.currency = ?1 AND l.book = 'PROVIDER' AND l.seq > ?2 AND l.seq < ?3 %s) AS m
	LEFT JOIN statement_lines AS p ON p.order_id = m.order_id AND p.order_id <> '' AND p.seller_id = ?0 AND p.currency = ?1
		AND p.book = 'PLATFORM' AND p.seq > m.prior AND p.seq <= m.seq
	GROUP BY m.seq, m.kind, m.order_id, m.amount_minor, m.posted_at, m.prior`

// args are the arguments of movements.
func (s movementSpan) args() []any {
	return []any{
		s.seller, s.currency, s.after, s.before,
		bun.List([]statement.Kind{statement.KindSales, statement.KindDiscounts, statement.KindShipping, statement.KindTaxes}),
		bun.List([]statement.Kind{statement.KindCommission, statement.KindCommissionVAT, statement.KindCommissionReturned, statement.KindVATReturned}),
		bun.List([]statement.Kind{statement.KindRefunds}),
		bun.List([]statement.Kind{statement.KindDisputes, statement.KindDisputeFees}),
		bun.List([]ledger.Kind{ledger.KindReleased, ledger.KindReserveReleased}), ledger.Reserve(s.seller).Name,
	}
}

// selectMovements reads what came and went, without the lines of orders.
func selectMovements(ctx context.Context, q db.Querier, ask movementAsk) ([]*Item, error) {
	order := "ORDER BY seq"
	if ask.backward {
		order += " DESC"
	}
	// What is limited first is summed up only as far as it is read.
	cut := fmt.Sprintf("%s LIMIT %d", order, ask.limit)
	text := fmt.Sprintf(movements, cut) + " ORDER BY m.seq" + map[bool]string{true: " DESC"}[ask.backward]
	if ask.part != "" {
		text = "SELECT * FROM (" + fmt.Sprintf(movements, "") + ") AS i WHERE " + has(ask.part) + " " + cut
	}
	var items []*Item
	return items, q.NewRaw(text, ask.span.args()...).Scan(ctx, &items)
}

// rest is what no other part explains.
const rest = "amount_minor - sales_minor - fees_minor - refunds_minor - disputes_minor - reserve_minor"

// has is the condition that a movement has some of a part.
func has(part PayoutPart) string {
	switch part {
	case PartSales:
		return "sales_minor <> 0"
	case PartFees:
		return "fees_minor <> 0"
	case PartRefunds:
		return "refunds_minor <> 0"
	case PartDisputes:
		return "disputes_minor <> 0"
	case PartReserve:
		return "reserve_minor <> 0"
	case PartOther:
	}
	return rest + " <> 0"
}

// partSums are the sums over all movements of a payout, and how many have some of each
// part.
type partSums struct {
	AmountMinor, Movements                                                       int64
	SalesMinor, FeesMinor, RefundsMinor, DisputesMinor, ReserveMinor, OtherMinor int64
	Sales, Fees, Refunds, Disputes, Reserve, Other                               int64
}

// selectPartSums sums all movements by part, in one statement.
func selectPartSums(ctx context.Context, q db.Querier, s movementSpan) (*partSums, error) {
	columns := "CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT) AS amount_minor, COUNT(*) AS movements"
	for _, p := range PayoutParts() {
		name := strings.ToLower(string(p))
		of := name + "_minor"
		if p == PartOther {
			of = rest
		}
		columns += fmt.Sprintf(", CAST(COALESCE(SUM(%s), 0) AS BIGINT) AS %s_minor, COUNT(CASE WHEN %s THEN 1 END) AS %s", of, name, has(p), name)
	}
	sums := new(partSums)
	return sums, q.NewRaw("SELECT "+columns+" FROM ("+fmt.Sprintf(movements, "")+") AS i", s.args()...).Scan(ctx, sums)
}

// parts lists the sums.
func (s *partSums) parts(c money.Currency) []*PartSum {
	return []*PartSum{
		{PartSales, c, s.SalesMinor, s.Sales},
		{PartFees, c, s.FeesMinor, s.Fees},
		{PartRefunds, c, s.RefundsMinor, s.Refunds},
		{PartDisputes, c, s.DisputesMinor, s.Disputes},
		{PartReserve, c, s.ReserveMinor, s.Reserve},
		{PartOther, c, s.OtherMinor, s.Other},
	}
}

// selectPayoutAmount reads what a payout is of, in minor units.
func selectPayoutAmount(ctx context.Context, q db.Querier, payoutID payout.ID) (minor int64, err error) {
	err = q.NewSelect().TableExpr("payouts").Column("amount_minor").Where("id = ?", payoutID).Scan(ctx, &minor)
	return minor, err
}
