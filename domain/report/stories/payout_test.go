package stories_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/internal/testkit"
)

// payoutsOf lists the payouts of a seller, oldest first.
func payoutsOf(t *testing.T, w *testkit.World, s *testkit.Seller) []*payout.Payout {
	t.Helper()
	list, err := w.App.Payouts.FindPayouts(t.Context(), s.Actor, payout.Filter{}, page.First(100))
	require.NoError(t, err)
	var all []*payout.Payout
	for i := len(list.Nodes) - 1; i >= 0; i-- {
		all = append(all, list.Nodes[i])
	}
	return all
}

// itemsOf pages through all movements of a payout, or those of a part.
func itemsOf(t *testing.T, w *testkit.World, b *report.Breakdown, part *report.PayoutPart, size int) (items []*report.Item) {
	t.Helper()
	var after *string
	for {
		win, err := page.Args{First: &size, After: after}.Window()
		require.NoError(t, err)
		list, err := w.App.Reports.PayoutItems(t.Context(), b, part, win)
		require.NoError(t, err)
		items = append(items, list.Nodes...)
		if after = list.PageInfo.EndCursor; !list.PageInfo.HasNextPage {
			return items
		}
	}
}

func amountOf(i *report.Item, p report.PayoutPart) int64 {
	return map[report.PayoutPart]int64{
		report.PartSales: i.SalesMinor, report.PartFees: i.FeesMinor, report.PartRefunds: i.RefundsMinor,
		report.PartDisputes: i.DisputesMinor, report.PartReserve: i.ReserveMinor, report.PartOther: i.Other().Minor,
	}[p]
}

// requireSums holds that the movements, the parts and the payout are the same money, and
// that a filter gives exactly what has some of its part.
func requireSums(t *testing.T, w *testkit.World, b *report.Breakdown) map[report.PayoutPart]int64 {
	t.Helper()
	require.Zero(t, b.Unexplained().Minor)
	require.Equal(t, b.AmountMinor+b.LeftMinor, b.OpeningMinor+b.MovedMinor)
	items := itemsOf(t, w, b, nil, 1)
	require.EqualValues(t, b.Movements, len(items))
	got := map[report.PayoutPart]int64{}
	require.Len(t, b.Parts, len(report.PayoutParts()))
	for _, p := range b.Parts {
		var some []*report.Item
		for _, i := range items {
			if amount := amountOf(i, p.Part); amount != 0 {
				got[p.Part] += amount
				some = append(some, i)
			}
		}
		require.Equal(t, got[p.Part], p.AmountMinor, p.Part)
		require.EqualValues(t, len(some), p.Movements, p.Part)
		require.Equal(t, some, itemsOf(t, w, b, &p.Part, 1), p.Part)
	}
	moved := int64(0)
	for _, i := range items {
		moved += i.AmountMinor
	}
	require.Equal(t, b.MovedMinor, moved)
	return got
}

// A payout is what came and went since the one before, to the minor unit.
func TestPayout_is_itemised_to_lines_of_orders(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		paid := payoutsOf(t, m.World, m.mill)[0]
		require.Len(t, paid.BankLast4, 4)
		b, err := m.App.Reports.Payout(t.Context(), m.mill.Actor, paid.ID)
		require.NoError(t, err)
		parts := requireSums(t, m.World, b)
		require.EqualValues(t, 5400, b.AmountMinor)
		require.EqualValues(t, 6000, parts[report.PartSales])
		require.EqualValues(t, -600, parts[report.PartFees])
		items := itemsOf(t, m.World, b, nil, 20)
		require.Len(t, items, 1)
		require.Equal(t, string(m.first.ID), items[0].OrderID)
		require.Equal(t, m.first.Number+"-1", items[0].Number)
		require.Len(t, items[0].Lines, 1, "the lines of others are theirs")
		require.Equal(t, "Tea", items[0].Lines[0].Title)
		require.EqualValues(t, 5400, items[0].Lines[0].NetMinor)

		_, err = m.App.Reports.Payout(t.Context(), m.kiln.Actor, paid.ID)
		require.ErrorIs(t, err, report.ErrPayoutNotFound, "it is another seller's")
		_, err = m.App.Reports.Payout(t.Context(), m.olga.Actor, paid.ID)
		require.NoError(t, err)
		_, err = m.App.Reports.Payout(t.Context(), m.olga.Actor, "pot_nothing")
		require.ErrorIs(t, err, report.ErrPayoutNotFound)
	})
}

// What was given back before the transfer, what went into the reserve and came out of it,
// and a debt that later sales have paid: each is told in the payout that it made smaller or
// larger, and every payout adds up.
func TestPayout_tells_refunds_debts_and_the_reserve(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, alice, olga := w.Seller("Mill", testkit.Onboarded), w.Buyer("Alice"), w.Operator()
		tea := mill.Product("Tea", "20.00", 100)
		back := func(of id.Any, line *refund.LineAsk, key string) {
			_, err := w.App.Refunds.Create(t.Context(), olga.Actor, refund.CreateInput{
				OrderID: of, Lines: []refund.LineAsk{*line}, Reason: refund.ReasonReturned, IdempotencyKey: key,
			})
			require.NoError(t, err)
		}
		one := int64(1)
		first := alice.Buys(tea.Times(3))
		part := first.SellerOrders[0]
		back(id.Any(part.ID), &refund.LineAsk{LineID: part.Lines[0].ID, Quantity: &one}, "before")
		mill.Ships(first)
		w.Advance(3 * day)
		w.Settle() // 60.00 sold, 20.00 given back, 4.00 commission, a tenth of 36.00 kept: 32.40
		w.Advance(day)
		w.Settle()
		back(id.Any(part.ID), &refund.LineAsk{LineID: part.Lines[0].ID, Quantity: &one}, "after")
		w.Settle()
		second := alice.Buys(tea.Times(4))
		mill.Ships(second)
		for range 30 {
			w.Advance(day)
			w.Settle()
		}
		all := payoutsOf(t, w, mill)
		require.NotEmpty(t, all)
		sums := map[report.PayoutPart]int64{}
		paid := int64(0)
		for _, p := range all {
			b, err := w.App.Reports.Payout(t.Context(), mill.Actor, p.ID)
			require.NoError(t, err)
			for part, minor := range requireSums(t, w, b) {
				sums[part] += minor
			}
			paid += b.AmountMinor
		}
		b, err := w.App.Reports.Payout(t.Context(), mill.Actor, all[0].ID)
		require.NoError(t, err)
		first1 := requireSums(t, w, b)
		require.EqualValues(t, 6000, first1[report.PartSales])
		require.EqualValues(t, -2000, first1[report.PartRefunds])
		require.EqualValues(t, -400, first1[report.PartFees], "with the refund its commission was given back")
		require.EqualValues(t, -360, first1[report.PartReserve])
		require.Zero(t, first1[report.PartOther])
		require.EqualValues(t, 14_000, sums[report.PartSales])
		require.EqualValues(t, 10_000-1_000, paid, "five of seven packets, less a tenth")
	}, testkit.Setting("RELEASE_HOLD", "20h"), testkit.Setting("RESERVE_BASIS_POINTS", "1000"), testkit.Setting("RESERVE_HOLD", "240h"))
}

// large adds a payout of so many movements to the books of a seller who has one, each with
// a sale and its commission; of every thousand one has a refund besides, and one was kept in part.
func large(t *testing.T, w *testkit.World, of *payout.Payout, movements int) payout.ID {
	t.Helper()
	guard := map[bool]string{true: " ON ledger_entries"}[w.DB.ServesMany()]
	table := map[bool]string{true: " ON ledger_journals"}[w.DB.ServesMany()]
	at := "(SELECT MAX(posted_at) FROM statement_lines)"
	numbers := fmt.Sprintf("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ", movements)
	line := func(seq, position, order, kind, book, minor, where string) string {
		return numbers + "INSERT INTO statement_lines (seller_id, currency, seq, position, journal_id, order_id, kind, book, amount_minor, vat_basis_points, posted_at) " +
			fmt.Sprintf("SELECT '%s', 'EUR', 1000000 + %s, %s, 'jrn_x', %s, '%s', '%s', %s, 0, %s FROM n WHERE %s", of.SellerID, seq, position, order, kind, book, minor, at, where)
	}
	journal := "INSERT INTO ledger_journals (id, kind, source, order_id, provider_account, provider_transaction, posted_at) VALUES ('%s', 'PAYOUT_CREATED', '%s', '', '', '', %s)"
	statements := []string{
		"DROP TRIGGER ledger_journals_balance" + table, "DROP TRIGGER ledger_entries_closed" + guard,
		fmt.Sprintf(journal, "jrn_x", "x", at), fmt.Sprintf(journal, "jrn_out", payout.DepartureSource("pot_large"), at),
		line("3 * i", "0", "'ord_' || i", "SALES", "PLATFORM", "1000", "1 = 1"),
		line("3 * i", "1", "'ord_' || i", "COMMISSION", "PLATFORM", "-100", "1 = 1"),
		line("3 * i + 1", "0", "'ord_' || i", "REFUNDS", "PLATFORM", "-300", "i % 1000 = 0"),
		line("3 * i + 2", "0", "'ord_' || i", "RECEIVED", "PROVIDER", "CASE WHEN i % 1000 = 0 THEN 600 WHEN i % 1000 = 7 THEN 850 ELSE 900 END", "1 = 1"),
		numbers + fmt.Sprintf("INSERT INTO ledger_journals (id, kind, source, order_id, provider_account, provider_transaction, posted_at) "+
			"SELECT 'jrn_' || i, 'RELEASED', 'large:' || i, 'ord_' || i, '', '', %s FROM n WHERE i %% 1000 = 7", at),
		numbers + "INSERT INTO ledger_links (seq, journal_id, hash) SELECT 1000000 + 3 * i + 1, 'jrn_' || i, '' FROM n WHERE i % 1000 = 7",
		numbers + fmt.Sprintf("INSERT INTO ledger_entries (id, journal_id, account, seller_id, currency, amount_minor, posted_at) "+
			"SELECT 'ent_' || i, 'jrn_' || i, 'pay:seller:reserve', '%s', 'EUR', -50, %s FROM n WHERE i %% 1000 = 7", of.SellerID, at),
		"INSERT INTO payouts (id, seller_id, account_id, currency, amount_minor, status, provider_id, failure_code, expected_at, created_at, checked_at, settled_at, is_in_ledger, was_paid, is_failure_seen) " +
			fmt.Sprintf("SELECT 'pot_large', seller_id, account_id, currency, %d, status, NULL, '', expected_at, created_at, checked_at, settled_at, is_in_ledger, was_paid, is_failure_seen FROM payouts WHERE id = '%s'",
				movements*900-movements/1000*350, of.ID),
		"INSERT INTO statement_lines (seller_id, currency, seq, position, journal_id, order_id, kind, book, amount_minor, vat_basis_points, posted_at) " +
			fmt.Sprintf("SELECT seller_id, 'EUR', 2000000, 0, 'jrn_out', '', 'PAYOUTS', 'PROVIDER', -amount_minor, 0, %s FROM payouts WHERE id = 'pot_large'", at),
		"ANALYZE", // as the database does by itself, later
	}
	require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		for _, s := range statements {
			if _, err := tx.NewRaw(s).Exec(ctx); err != nil {
				return fmt.Errorf("%s: %w", s, err)
			}
		}
		return nil
	}))
	return "pot_large"
}

var payoutFull = flag.Bool("report.full", os.Getenv("ETAL_E2E_FULL") == "1", "tell a payout of 100,000 movements instead of 10,000")

// However many movements a payout has, all of them are counted, paged and written, and some
// hundred are in memory at once.
func TestPayout_of_many_movements_is_told_in_pieces(t *testing.T) {
	t.Parallel()
	const bound = 500
	movements := 10_000
	if *payoutFull {
		movements = 100_000
	}
	each(t, func(t *testing.T, m *market) {
		payoutID := large(t, m.World, payoutsOf(t, m.World, m.mill)[0], movements)
		b, err := m.App.Reports.Payout(t.Context(), m.mill.Actor, payoutID)
		require.NoError(t, err)
		require.EqualValues(t, movements, b.Movements)
		require.Zero(t, b.Unexplained().Minor)
		require.EqualValues(t, movements*1000, b.Parts[0].AmountMinor)
		require.EqualValues(t, movements, b.Parts[0].Movements)
		require.EqualValues(t, -movements*100, b.Parts[1].AmountMinor)
		require.EqualValues(t, -movements/1000*300, b.Parts[2].AmountMinor)
		require.EqualValues(t, -movements/1000*50, b.Parts[4].AmountMinor)
		require.Zero(t, b.Parts[5].Movements)
		refunds := report.PartRefunds
		require.Len(t, itemsOf(t, m.World, b, &refunds, 60), movements/1000)

		last, hundred := page.Args{}, 100
		last.Last = &hundred
		w, err := last.Window()
		require.NoError(t, err)
		list, err := m.App.Reports.PayoutItems(t.Context(), b, nil, w)
		require.NoError(t, err)
		require.Equal(t, fmt.Sprintf("ord_%d", movements), list.Nodes[hundred-1].OrderID)
		require.EqualValues(t, 600, list.Nodes[hundred-1].AmountMinor)
		require.True(t, list.PageInfo.HasPreviousPage)

		e := &export.Export{Params: fmt.Sprintf(`{"PayoutID":"%s"}`, payoutID)}
		rows := 0
		for last := false; !last; {
			require.NoError(t, m.DB.View(t.Context(), func(ctx context.Context, q db.Querier) error {
				part, err := report.PayoutMaker{}.Next(ctx, q, e)
				require.LessOrEqual(t, bytes.Count(part.Content, []byte("\n")), bound+4, "beside the movements there are a head and three balances")
				require.LessOrEqual(t, part.Done-e.Done, int64(bound))
				require.EqualValues(t, movements, part.Total)
				rows += bytes.Count(part.Content, []byte(",RECEIVED,"))
				e.Position, e.Done, last = part.Position, part.Done, part.Last
				return err
			}))
		}
		require.Equal(t, movements, rows)
	})
}

// The table of a payout sums to what it has left behind; the PDF says the same in words.
func TestPayout_files(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		paid := payoutsOf(t, m.World, m.mill)[0]
		content := func(f statement.Format) []byte {
			asked, err := m.App.Reports.AskPayoutExport(t.Context(), m.App.Exports, m.mill.Actor, report.PayoutExportInput{PayoutID: paid.ID, Format: f})
			require.NoError(t, err)
			require.Equal(t, string(m.mill.ID), asked.SubjectID)
			m.Settle()
			var out bytes.Buffer
			require.NoError(t, m.App.Exports.Fetch(t.Context(), m.mill.Actor, asked.ID, func(*export.Export) io.Writer { return &out }))
			return out.Bytes()
		}
		rows, err := csv.NewReader(bytes.NewReader(content(statement.CSV))).ReadAll()
		require.NoError(t, err)
		require.Equal(t, []string{"OPENING_BALANCE", "RECEIVED", "ORDER_LINE", "PAYOUT", "CLOSING_BALANCE"}, []string{rows[1][1], rows[2][1], rows[3][1], rows[4][1], rows[5][1]})
		require.Equal(t, []string{m.first.Number + "-1", "60.00", "-6.00", "54.00"}, []string{rows[2][2], rows[2][5], rows[2][6], rows[2][11]})
		require.Equal(t, []string{"Tea", "3", "54.00"}, []string{rows[3][13], rows[3][15], rows[3][16]})
		require.True(t, strings.HasPrefix(string(content(statement.PDF)), "%PDF-"))

		_, err = m.App.Reports.AskPayoutExport(t.Context(), m.App.Exports, m.kiln.Actor, report.PayoutExportInput{PayoutID: paid.ID})
		require.ErrorIs(t, err, report.ErrPayoutNotFound, "it is another seller's")
	})
}
