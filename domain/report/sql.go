package report

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// nextPurses finds the purses that have lines of statements after one, in the order of sellers
// and currencies or backwards, as rows p: the next currency of the seller, or else the next
// seller. Each is looked up by itself, so that no more lines are read than there are
// purses: compared as a pair, all lines of the purse before would be. Its arguments are
// the purse, how many, whether other sellers count, and the direction.
const nextPurses = `WITH RECURSIVE p (seller_id, currency, n) AS (
		SELECT ?0, ?1, CAST(0 AS BIGINT)
		UNION ALL
		SELECT CASE WHEN EXISTS (SELECT 1 FROM statement_lines AS l WHERE l.seller_id = p.seller_id AND l.currency ?4 p.currency) THEN p.seller_id
				ELSE (SELECT l.seller_id FROM statement_lines AS l WHERE l.seller_id ?4 p.seller_id AND ?3 ORDER BY l.seller_id ?5 LIMIT 1) END,
			COALESCE((SELECT l.currency FROM statement_lines AS l WHERE l.seller_id = p.seller_id AND l.currency ?4 p.currency ORDER BY l.currency ?5 LIMIT 1),
				(SELECT l.currency FROM statement_lines AS l WHERE l.seller_id ?4 p.seller_id AND ?3 ORDER BY l.seller_id ?5, l.currency ?5 LIMIT 1)),
			p.n + 1
		FROM p WHERE p.seller_id IS NOT NULL AND p.n < ?2
	) `

// purseAsk is which purses are asked for.
type purseAsk struct {
	after    Purse // exclusive
	of       seller.ID
	limit    int64
	backward bool
}

func (a purseAsk) args() []any {
	after, others, op, direction := a.after, bun.Safe("TRUE"), bun.Safe(">"), bun.Safe("ASC")
	if a.of != "" {
		after, others = Purse{SellerID: a.of}, bun.Safe("FALSE")
	}
	if a.backward {
		op, direction = bun.Safe("<"), bun.Safe("DESC")
	}
	return []any{after.SellerID, after.Currency, a.limit, others, op, direction}
}

func selectPursesBy(ctx context.Context, q db.Querier, ask purseAsk) ([]*Purse, error) {
	var rows []*Purse
	err := q.NewRaw(nextPurses+"SELECT seller_id, currency FROM p WHERE n > 0 AND seller_id IS NOT NULL ORDER BY n", ask.args()...).Scan(ctx, &rows)
	return rows, err
}

// allPurses is more than there are.
const allPurses = math.MaxInt32

// lastSeller follows the id of every seller, sel_…, however the database sorts.
const lastSeller = "z"

// selectPurses pages through the purses that have lines of statements.
func selectPurses(ctx context.Context, q db.Querier, w page.Window) ([]*Purse, error) {
	ask := purseAsk{limit: w.Limit(), backward: w.Backward}
	switch {
	case w.HasCursor():
		if err := w.Decode(&ask.after); err != nil {
			return nil, err
		}
	case w.Backward:
		ask.after.SellerID = lastSeller
	}
	return selectPursesBy(ctx, q, ask)
}

func selectPursesAfter(ctx context.Context, q db.Querier, after Purse, limit int64) ([]*Purse, error) {
	return selectPursesBy(ctx, q, purseAsk{after: after, limit: limit})
}

// selectPursesOf reads the purses of one seller.
func selectPursesOf(ctx context.Context, q db.Querier, of seller.ID) ([]*Purse, error) {
	return selectPursesBy(ctx, q, purseAsk{of: of, limit: allPurses})
}

func countPurses(ctx context.Context, q db.Querier) (n int64, err error) {
	err = q.NewRaw(nextPurses+"SELECT COUNT(*) FROM p WHERE n > 0 AND seller_id IS NOT NULL", purseAsk{limit: allPurses}.args()...).Scan(ctx, &n)
	return n, err
}

// key is a part of time of a purse.
type key struct {
	Purse
	part int
}

func sellersOf(purses []*Purse) []seller.ID {
	var of []seller.ID
	for _, p := range purses {
		if len(of) == 0 || of[len(of)-1] != p.SellerID {
			of = append(of, p.SellerID)
		}
	}
	return of
}

// selectFigures sums the lines of statements of some purses, in one read, for each
// of the parts of time that the bounds make.
func selectFigures(ctx context.Context, q db.Querier, purses []*Purse, bounds []time.Time) (map[key]*Figures, error) {
	figures := map[key]*Figures{}
	if len(purses) == 0 {
		return figures, nil
	}
	rows, err := selectFigureRows(ctx, q, sellersOf(purses), bounds)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		k := key{r.Purse, r.Part}
		if figures[k] == nil {
			figures[k] = &Figures{}
		}
		figures[k].add(r.Kind, r.SumMinor, r.Orders)
	}
	return figures, nil
}

// promotion is what the platform added to orders, and what it got back of that.
type promotion struct{ paid, returned int64 }

// selectPromotions sums what the platform added to the orders of some purses that were paid
// within a span, and what it got back of that by what was booked within it: parts of refunds
// and disputes know no instant, and whether they are void changes. What a dispute only kept
// aside had given nothing back, so that giving it to the seller again takes nothing.
func selectPromotions(ctx context.Context, q db.Querier, purses []*Purse, span Span) (map[Purse]promotion, error) {
	sums := map[Purse]promotion{}
	if len(purses) == 0 {
		return sums, nil
	}
	var rows []struct {
		SellerID seller.ID
		Currency money.Currency
		SumMinor int64
	}
	err := q.NewSelect().TableExpr("seller_orders").ColumnExpr("seller_id, currency, CAST(SUM(platform_discount_minor) AS BIGINT) AS sum_minor").
		Where("seller_id IN (?)", bun.List(sellersOf(purses))).Where("paid_at >= ? AND paid_at < ?", span.From, span.To).
		GroupExpr("seller_id, currency").Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("sum what the platform added: %w", err)
	}
	for _, r := range rows {
		sums[Purse{r.SellerID, r.Currency}] = promotion{paid: r.SumMinor}
	}
	rows = nil
	const accepted = "'refund:' || p.cause_id || CASE p.cover WHEN 0 THEN ':accepted' ELSE ':covered.' || p.cover END"
	const voided, borne, givenBack = "'refund:' || p.cause_id || ':voided'", "'dispute:' || p.cause_id || ':borne'", "'dispute:' || p.cause_id || ':given_back'"
	err = q.NewSelect().TableExpr("refund_parts AS p").
		Join("JOIN ledger_journals AS j ON j.source IN ("+accepted+", "+voided+", "+borne+", "+givenBack+")").
		ColumnExpr("p.seller_id, p.currency").
		ColumnExpr("CAST(SUM(CASE WHEN j.source IN ("+voided+", "+givenBack+") THEN -p.promotion_minor ELSE p.promotion_minor END) AS BIGINT) AS sum_minor").
		Where("p.seller_id IN (?) AND p.promotion_minor <> 0", bun.List(sellersOf(purses))).
		Where("j.posted_at >= ? AND j.posted_at < ?", span.From, span.To).
		Where("(j.source <> "+givenBack+" OR EXISTS (SELECT 1 FROM ledger_journals AS b WHERE b.source = "+borne+"))").
		GroupExpr("p.seller_id, p.currency").Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("sum what the platform got back: %w", err)
	}
	for _, r := range rows {
		p := sums[Purse{r.SellerID, r.Currency}]
		p.returned = r.SumMinor
		sums[Purse{r.SellerID, r.Currency}] = p
	}
	return sums, nil
}

// selectIdentities reads what is known of sellers beside their legal data.
func selectIdentities(ctx context.Context, q db.Querier, of []seller.ID) (map[seller.ID]Identity, error) {
	var rows []struct {
		ID         seller.ID
		Country    string
		ProviderID *string
		LastFour   *string
	}
	err := q.NewSelect().TableExpr("sellers AS s").Join("LEFT JOIN payout_accounts AS a ON a.seller_id = s.id").
		ColumnExpr("s.id, s.country, a.provider_id, a.bank_last4 AS last_four").Where("s.id IN (?)", bun.List(of)).Scan(ctx, &rows)
	known := make(map[seller.ID]Identity, len(rows))
	for _, row := range rows {
		i := Identity{Country: row.Country}
		if row.ProviderID != nil {
			i.FinancialAccount = *row.ProviderID
		}
		if row.LastFour != nil {
			i.BankLastFour = *row.LastFour
		}
		known[row.ID] = i
	}
	return known, err
}

// TaxedLine is what is taxed of a line of a part of an order.
type TaxedLine struct {
	PartID string
	PaidAt time.Time
	Taxes  []pricing.TaxLine `bun:"type:jsonb"`
}

// TaxedLines tells each line of the parts of orders that were paid within a span, in the
// order of their payment. It reads so many parts at a time.
func TaxedLines(ctx context.Context, q db.Querier, span Span, parts int64, tell func(*TaxedLine)) error {
	var after *TaxedLine
	for more := true; more; {
		var lines []*TaxedLine
		var err error
		if lines, more, err = selectTaxedLines(ctx, q, span, after, parts); err != nil {
			return err
		}
		for _, l := range lines {
			after = l
			tell(l)
		}
	}
	return nil
}

// selectTaxedLines reads the lines of the next parts of orders that were paid within a span,
// in the order of their payment, after those of a part; nil begins. It reports whether
// there may be more. The order of the cross join is that in which SQLite reads.
func selectTaxedLines(ctx context.Context, q db.Querier, span Span, after *TaxedLine, parts int64) (rows []*TaxedLine, more bool, err error) {
	next := q.NewSelect().TableExpr("seller_orders").Column("id", "paid_at").Where("paid_at >= ? AND paid_at < ?", span.From, span.To)
	if after != nil {
		next.Where("(paid_at, id) > (?, ?)", after.PaidAt, after.PartID)
	}
	err = q.NewSelect().TableExpr("(?) AS o CROSS JOIN order_lines AS l", next.OrderExpr("paid_at, id").Limit(parts)).
		ColumnExpr("o.id AS part_id, o.paid_at, l.taxes").Where("l.seller_order_id = o.id").OrderExpr("o.paid_at, o.id").Scan(ctx, &rows)
	if err != nil {
		return nil, false, fmt.Errorf("read lines of orders: %w", err)
	}
	seen := map[string]bool{}
	for _, r := range rows {
		seen[r.PartID] = true
	}
	return rows, int64(len(seen)) == parts, nil
}

type taxKey struct {
	jurisdiction string
	remitter     Remitter
	currency     money.Currency
}

const taxAccounts = "pay:tax:platform:"

// selectReturnedTaxes sums what refunds and disputes took back of taxes that the platform
// remits, less what is owed again since a refund came to nothing or a dispute was won.
func selectReturnedTaxes(ctx context.Context, q db.Querier, span Span) (map[taxKey]int64, error) {
	var rows []struct {
		Account  string
		Currency money.Currency
		SumMinor int64
	}
	err := q.NewSelect().TableExpr("ledger_entries AS e").Join("JOIN ledger_journals AS j ON j.id = e.journal_id").
		ColumnExpr("e.account, e.currency, CAST(SUM(e.amount_minor) AS BIGINT) AS sum_minor").
		Where("substr(e.account, 1, 17) = 'pay:tax:platform:'"). // as the index says it
		Where("j.kind IN (?)", bun.List([]ledger.Kind{ledger.KindRefundAccepted, ledger.KindRefundVoided, ledger.KindDisputeSettled})).
		Where("e.posted_at >= ? AND e.posted_at < ?", span.From, span.To).
		GroupExpr("e.account, e.currency").Having("SUM(e.amount_minor) <> 0").Scan(ctx, &rows)
	sums := map[taxKey]int64{}
	for _, r := range rows {
		sums[taxKey{strings.TrimPrefix(r.Account, taxAccounts), ByPlatform, r.Currency}] = r.SumMinor
	}
	return sums, err
}

func sorted(sums map[taxKey]*TaxRow) []*TaxRow {
	rows := make([]*TaxRow, 0, len(sums))
	for _, r := range sums {
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b *TaxRow) int {
		return cmp.Or(cmp.Compare(a.Jurisdiction, b.Jurisdiction), cmp.Compare(a.Remitter, b.Remitter), cmp.Compare(a.Currency, b.Currency))
	})
	return rows
}
