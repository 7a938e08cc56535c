package stories_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/internal/testkit"
)

const day = 24 * time.Hour

// market: Alice has bought tea for 60.00 from Mill and a bowl for 40.00 from
// Kiln, on 5 March 2035; the commission is 10 %.
type market struct {
	*testkit.World

	t          *testing.T
	alice      *testkit.Person
	olga       *testkit.Person
	mill, kiln *testkit.Seller
	tea        *testkit.Product
	order      *order.Order
}

func each(t *testing.T, fn func(t *testing.T, m *market), more ...testkit.Option) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m := &market{
			World: w, t: t, alice: w.Buyer("Alice"), olga: w.Operator(),
			mill: w.Seller("Mill", testkit.Onboarded), kiln: w.Seller("Kiln", testkit.Onboarded),
		}
		m.tea = m.mill.Product("Tea", "20.00", 100)
		m.order = m.alice.Buys(m.tea.Times(3), m.kiln.Product("Bowl", "40.00", 10).Times(1))
		fn(t, m)
	}, append(more, testkit.Setting("RELEASE_HOLD", "20h"), testkit.Setting("PLATFORM_LEGAL_NAME", "Étal GmbH"),
		testkit.Setting("PLATFORM_ADDRESS", "Markt 1, 20095 Hamburg"), testkit.Setting("PLATFORM_COUNTRY", "DE"))...)
}

// until lets the world go on until an instant, such as "2035-04-02".
func (m *market) until(date string) {
	m.t.Helper()
	at, err := time.Parse(time.DateOnly, date)
	require.NoError(m.t, err)
	m.Advance(at.Sub(m.Clock.Now()))
	m.Settle()
}

func (m *market) refunds(units int64) *refund.Refund {
	m.t.Helper()
	for _, p := range m.order.SellerOrders {
		if p.SellerID == m.mill.ID {
			r, err := m.App.Refunds.Create(m.t.Context(), m.olga.Actor, refund.CreateInput{
				OrderID: id.Any(p.ID), Lines: []refund.LineAsk{{LineID: p.Lines[0].ID, Quantity: &units}},
				Reason: refund.ReasonReturned, IdempotencyKey: fmt.Sprint(units, m.Clock.Now()),
			})
			require.NoError(m.t, err)
			m.Settle()
			return r.Refund
		}
	}
	return nil
}

func (m *market) isBylaw(s *testkit.Seller, name string, version int64) {
	m.t.Helper()
	_, err := m.App.Sellers.UpdateLegal(m.t.Context(), s.Actor, seller.LegalInput{
		LegalName: name, Line1: "Mühlweg 3", PostalCode: "50667", City: "Köln", Country: "DE", TaxID: "DE1", Version: version,
	})
	require.NoError(m.t, err)
}

// statements are those of a seller, oldest first.
func (m *market) statements(s *testkit.Seller) []*statement.Statement {
	m.t.Helper()
	w, err := page.Args{Last: ptr(100)}.Window()
	require.NoError(m.t, err)
	found, err := m.App.Statements.Find(m.t.Context(), s.Actor, statement.Filter{}, w)
	require.NoError(m.t, err)
	var rows []*statement.Statement
	for _, st := range found.Nodes {
		rows = append([]*statement.Statement{st}, rows...)
	}
	return rows
}

func (m *market) documents(s *testkit.Seller) []*statement.Document {
	m.t.Helper()
	found, err := m.App.Statements.Documents(m.t.Context(), s.Actor, statement.Filter{}, page.First(100))
	require.NoError(m.t, err)
	return found.Nodes
}

func ptr[T any](v T) *T { return &v }

// totals writes the totals of a statement by kind.
func totals(st *statement.Statement) map[statement.Kind]int64 {
	sums := map[statement.Kind]int64{}
	for _, t := range st.Totals {
		sums[t.Kind] = t.AmountMinor
	}
	return sums
}

func partsOf(st *statement.Statement) map[statement.PartKind]*statement.Part {
	of := map[statement.PartKind]*statement.Part{}
	for _, p := range st.Parts {
		of[p.Kind] = p
	}
	return of
}

// requireParts holds that the parts of each statement sum to its balances, that each opens
// where the one before closed, and that they are summed up as they were noted.
func (m *market) requireParts(all []*statement.Statement) {
	m.t.Helper()
	ended := map[statement.PartKind]int64{}
	for _, st := range all {
		var opening, closing, provider int64
		for _, p := range st.Parts {
			require.Equal(m.t, ended[p.Kind], p.OpeningMinor, p.Kind)
			require.Equal(m.t, p.ClosingMinor, p.OpeningMinor+p.InMinor+p.OutMinor)
			ended[p.Kind] = p.ClosingMinor
			if p.Book == statement.BookPlatform {
				opening, closing = opening+p.OpeningMinor, closing+p.ClosingMinor
			} else {
				provider += p.ClosingMinor
			}
		}
		require.Equal(m.t, []int64{st.OpeningMinor, st.ClosingMinor, st.ProviderClosingMinor}, []int64{opening, closing, provider})
		old := *st
		old.Parts = nil // closed by a version that did not note them
		again, err := m.App.Statements.PartsOf(m.t.Context(), &old)
		require.NoError(m.t, err)
		require.Equal(m.t, st.Parts, again)
	}
}

func (m *market) exec(text string, args ...any) error {
	return m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw(text, args...).Exec(ctx)
		return err
	})
}

func (m *market) count(table string) (n int) {
	m.t.Helper()
	require.NoError(m.t, m.DB.Read(m.t.Context()).NewRaw("SELECT COUNT(*) FROM "+table).Scan(m.t.Context(), &n))
	return n
}

func (m *market) verify() []check.Finding {
	m.t.Helper()
	var found []check.Finding
	require.NoError(m.t, m.DB.View(m.t.Context(), func(ctx context.Context, q db.Querier) (err error) {
		found, err = statement.Verify(ctx, q)
		return err
	}))
	return found
}

// A sale, a payout and a refund in March; a dispute that is lost in April. Each
// month is what happened in it, and begins where the one before ended.
func TestStatement_tells_what_has_happened_in_each_month(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.isBylaw(m.mill, "Mill & Söhne", 0)
		m.mill.Ships(m.order)
		m.kiln.Ships(m.order)
		m.until("2035-03-20")
		m.TopsUp(10_000)
		m.Settle()
		m.refunds(1)
		m.until("2035-04-10")
		march := m.statements(m.mill)
		require.Len(t, march, 1)
		require.Equal(t, "2035-03", march[0].Month)
		require.Regexp(t, `^ST-2035-00000[12]$`, march[0].Number)
		require.Zero(t, march[0].OpeningMinor)
		require.Equal(t, int64(6000), totals(march[0])[statement.KindSales])
		require.Equal(t, int64(-600), totals(march[0])[statement.KindCommission])
		require.Equal(t, int64(-2000), totals(march[0])[statement.KindRefunds])
		require.Equal(t, int64(200), totals(march[0])[statement.KindCommissionReturned])
		require.Equal(t, int64(-5400), totals(march[0])[statement.KindTransfers])
		require.Equal(t, int64(5400), totals(march[0])[statement.KindReceived])
		require.Zero(t, totals(march[0])[statement.KindAdjustments])
		require.Zero(t, totals(march[0])[statement.KindProviderAdjustments])

		m.Control("disputes", url.Values{"charge": {m.order.ChargeID}, "amount": {"8000"}})
		m.Settle()
		list, err := m.App.Disputes.OfOrder(t.Context(), m.order.ID)
		require.NoError(t, err)
		m.Control("disputes/"+list[0].ProviderID, url.Values{"status": {"lost"}})
		m.Settle()
		open, err := m.App.Statements.Current(t.Context(), m.mill.Actor, nil, "EUR")
		require.NoError(t, err)
		require.Equal(t, statement.Open, open.Status())
		require.Equal(t, march[0].ClosingMinor, open.OpeningMinor)
		require.Equal(t, int64(-4000), totals(open)[statement.KindDisputes])
		require.Equal(t, int64(400), totals(open)[statement.KindCommissionReturned])

		m.until("2035-05-02")
		both := m.statements(m.mill)
		require.Len(t, both, 2)
		require.Equal(t, march[0], both[0], "it does not change")
		require.Equal(t, both[0].ClosingMinor, both[1].OpeningMinor)
		require.Equal(t, both[0].ProviderClosingMinor, both[1].ProviderOpeningMinor)
		require.Equal(t, both[0].ToSeq, both[1].FromSeq)
		require.Equal(t, int64(-4000), totals(both[1])[statement.KindDisputes])
		balances, err := m.App.Ledger.BalancesFor(t.Context(), m.mill.Actor, nil, nil)
		require.NoError(t, err)
		b := balances[0]
		require.Equal(t, b.HeldMinor+b.ReleasableMinor+b.DisputedMinor+b.ReserveMinor-b.DebtMinor, both[1].ClosingMinor, "as the ledger has it")
		require.Equal(t, b.PendingMinor+b.AvailableMinor, both[1].ProviderClosingMinor)

		docs := m.documents(m.mill)
		require.Len(t, docs, 3)
		require.Equal(t, "CN-2035-000002", docs[0].Number)
		require.Equal(t, int64(400), docs[0].NetMinor)
		require.Equal(t, "CI-2035-000001", docs[2].Number)
		require.Equal(t, int64(600), docs[2].NetMinor)
		require.Equal(t, "Étal GmbH", docs[2].Issuer.Name)
		require.Equal(t, "Mühlweg 3, 50667 Köln", docs[2].Recipient.Address)
		require.Empty(t, m.documents(m.kiln), "nobody has said who Kiln is")
		m.isBylaw(m.mill, "Mill AG", 1)
		m.isBylaw(m.kiln, "Kiln", 0)
		require.NoError(t, m.App.Statements.Close(t.Context()))
		require.Equal(t, docs, m.documents(m.mill), "issued is issued")
		require.Len(t, m.documents(m.kiln), 2)
		m.Balanced()
		kind := "statement.closed"
		onRecord, err := m.App.Audit.Find(t.Context(), actor.Actor{AccountID: "acc_x", Role: "operator:admin"}, audit.Filter{Kind: &kind}, page.First(10))
		require.NoError(t, err)
		require.Len(t, onRecord.Nodes, m.count("seller_statements"))
	})
}

// A tenth is kept in a reserve over the end of the month: March closes with it, April
// opens with it, and it leaves in April, by a transfer like any other.
func TestStatement_with_a_reserve_over_the_end_of_a_month(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		rate, days := int64(1000), int64(20)
		_, err := m.App.Payouts.SetPolicy(t.Context(), m.olga.Actor, payout.PolicyInput{
			SellerID: m.mill.ID, ReserveBasisPoints: &rate, ReserveDays: &days, Reason: "As agreed.",
		})
		require.NoError(t, err)
		m.Advance(time.Second)
		kept := m.alice.Buys(m.tea.Times(5)) // 90.00 for Mill, 9.00 of it kept
		m.mill.Ships(m.order)                // 54.00, and nothing kept: it is older
		m.until("2035-03-20")
		m.mill.Ships(kept)
		m.until("2035-03-23")
		m.until("2035-04-02")
		balances, err := m.App.Ledger.BalancesFor(t.Context(), m.mill.Actor, nil, nil)
		require.NoError(t, err)
		require.EqualValues(t, 900, balances[0].ReserveMinor)
		march := m.statements(m.mill)
		require.Len(t, march, 1)
		require.EqualValues(t, 16_000, totals(march[0])[statement.KindSales])
		require.EqualValues(t, -1_600, totals(march[0])[statement.KindCommission])
		require.EqualValues(t, -13_500, totals(march[0])[statement.KindTransfers])
		require.EqualValues(t, 900, march[0].ClosingMinor, "what is kept is owed")
		require.Zero(t, totals(march[0])[statement.KindAdjustments], "and to keep it is no movement")
		parts := partsOf(march[0])
		require.Equal(t, &statement.Part{
			Kind: statement.PartReserve, Book: statement.BookPlatform, Currency: "EUR", InMinor: 900, ClosingMinor: 900,
		}, parts[statement.PartReserve], "it is told where it went")
		require.EqualValues(t, 14_400, parts[statement.PartHeld].InMinor)
		require.EqualValues(t, -14_400, parts[statement.PartHeld].OutMinor)
		require.Zero(t, parts[statement.PartHeld].ClosingMinor)
		require.EqualValues(t, 13_500, parts[statement.PartReleasable].InMinor)

		m.until("2035-04-20")
		m.until("2035-05-02")
		both := m.statements(m.mill)
		require.Len(t, both, 2)
		require.Equal(t, march[0], both[0])
		require.EqualValues(t, 900, both[1].OpeningMinor)
		require.EqualValues(t, -900, totals(both[1])[statement.KindTransfers])
		require.EqualValues(t, 900, totals(both[1])[statement.KindReceived])
		require.Zero(t, totals(both[1])[statement.KindAdjustments])
		require.Zero(t, both[1].ClosingMinor)
		reserve := partsOf(both[1])[statement.PartReserve]
		require.EqualValues(t, 900, reserve.OpeningMinor)
		require.EqualValues(t, -900, reserve.OutMinor)
		require.Zero(t, reserve.ClosingMinor)
		m.requireParts(both)
		m.Balanced()
	})
}

// A refund that Stripe never sends, since the buyer's bank was faster, is taken
// back: its commission is asked for again.
func TestStatement_of_a_refund_that_was_voided(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.mill.Ships(m.order)
		m.kiln.Ships(m.order)
		m.until("2035-03-20")
		m.refunds(1) // all of the balance was transferred, so it waits
		m.Control("disputes", url.Values{"charge": {m.order.ChargeID}})
		m.Settle()
		open, err := m.App.Statements.Current(t.Context(), m.mill.Actor, nil, "EUR")
		require.NoError(t, err)
		require.Contains(t, totals(open), statement.KindRefunds)
		require.Zero(t, totals(open)[statement.KindRefunds])
		require.Equal(t, int64(-800), totals(open)[statement.KindCommission])
		require.Equal(t, int64(200), totals(open)[statement.KindCommissionReturned])
		require.NotContains(t, totals(open), statement.KindAdjustments)
		m.Verified()
	})
}

// A journal that commits after its month was closed is in the next one.
func TestStatement_of_a_journal_that_comes_late(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.until("2035-04-02")
		march := m.statements(m.mill)[0]
		late := func() {
			require.NoError(t, m.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := ledger.PostTx(ctx, tx, ledger.NewDraft(ledger.KindDebtWrittenOff, "late:1", "EUR").
					Move(ledger.BadDebt, ledger.Held(m.mill.ID), 100))
				return err
			}))
		}
		now := m.Clock.Now()
		m.Clock.Advance(time.Date(2035, 3, 31, 23, 59, 59, 0, time.UTC).Sub(now)) // its unit began in March
		late()
		m.Clock.Advance(now.Sub(m.Clock.Now()))
		m.until("2035-05-02")
		both := m.statements(m.mill)
		require.Equal(t, march, both[0])
		require.Equal(t, int64(100), totals(both[1])[statement.KindDebtsWrittenOff])
		ask, err := statement.AskLines(both[1], page.First(10))
		require.NoError(t, err)
		found, err := m.App.Statements.Lines(t.Context(), []statement.LinesAsk{ask})
		require.NoError(t, err)
		lines := found[ask]
		require.Len(t, lines.Nodes, 1)
		require.Equal(t, time.March, lines.Nodes[0].PostedAt.UTC().Month())
		require.Empty(t, m.verify())
	})
}

// Several close at once, and some break off: each month has one statement for
// each seller, and no number is missing.
func TestClose_at_once_closes_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.isBylaw(m.mill, "Mill", 0)
		m.isBylaw(m.kiln, "Kiln", 0)
		m.Clock.Advance(60 * day)
		broken, cancel := context.WithCancel(t.Context())
		cancel()
		require.Error(t, m.App.Statements.Close(broken))
		var all sync.WaitGroup
		errs := make([]error, 6)
		for i := range errs {
			all.Go(func() { errs[i] = m.App.Statements.Close(context.WithoutCancel(t.Context())) })
		}
		all.Wait()
		for _, err := range errs {
			require.NoError(t, err)
		}
		require.Equal(t, 2, m.count("statement_periods"))
		require.Equal(t, 4, m.count("seller_statements"), "also of April, since something is owed")
		require.Equal(t, 2, m.count("commission_documents"))
		require.Empty(t, m.verify())
		require.NoError(t, m.App.Statements.Close(t.Context()))
		require.Equal(t, 4, m.count("seller_statements"))
	})
}

// A process that dies between two statements costs nothing: the next one goes on.
func TestClose_goes_on_where_it_broke_off(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		require.NoError(t, m.App.Ledger.Chain(t.Context()))
		require.NoError(t, m.App.Statements.Follow(t.Context()))
		m.Clock.Advance(30 * day)
		var seq int64
		require.NoError(t, m.DB.Read(t.Context()).NewRaw("SELECT seq FROM statement_heads").Scan(t.Context(), &seq))
		require.NoError(t, m.exec("INSERT INTO statement_periods (month, from_seq, to_seq, closed_at) VALUES ('2035-03', 0, ?, ?)", seq, m.Clock.Now()))
		require.NoError(t, m.App.Statements.Close(t.Context()))
		require.Len(t, m.statements(m.mill), 1)
		require.Len(t, m.statements(m.kiln), 1)
		require.Empty(t, m.verify())
	})
}

// Whoever gets round the guards is found.
func TestVerify_finds_what_was_tampered_with(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.isBylaw(m.mill, "Mill", 0)
		m.isBylaw(m.kiln, "Kiln", 0)
		m.until("2035-05-02")
		require.Empty(t, m.verify())
		attacks := map[string]string{
			"UPDATE statement_lines SET amount_minor = amount_minor + 1 WHERE kind = 'SALES'":                                           "S1",
			"UPDATE statement_lines SET kind = 'SALES' WHERE kind = 'COMMISSION'":                                                       "S2",
			"DELETE FROM statement_lines WHERE kind = 'COMMISSION'":                                                                     "S1",
			"UPDATE seller_statements SET closing_minor = closing_minor + 1 WHERE month = '2035-03'":                                    "S2",
			"UPDATE seller_statements SET opening_minor = opening_minor + 1, closing_minor = closing_minor + 1 WHERE month = '2035-04'": "S2",
			"UPDATE seller_statements SET to_seq = to_seq - 1 WHERE month = '2035-03'":                                                  "S2",
			"UPDATE seller_statements SET parts = '[]'":                                                                                 "S2",
			"UPDATE seller_statements SET totals = '[]'":                                                                                "S2",
			"DELETE FROM seller_statements WHERE month = '2035-04'":                                                                     "S2",
			"UPDATE commission_documents SET net_minor = net_minor - 1":                                                                 "S3",
			"DELETE FROM commission_documents WHERE seller_id = '" + string(m.mill.ID) + "'":                                            "S3",
		}
		for attack := range attacks {
			require.ErrorContains(t, m.exec(attack), "statement", attack)
		}
		require.ErrorContains(t, m.exec("UPDATE statement_periods SET to_seq = to_seq + 1"), "closed once")
		require.ErrorContains(t, m.exec("UPDATE statement_numbers SET last = last + 2"), "gaps")
		for _, table := range []string{"statement_lines", "seller_statements", "commission_documents"} {
			for _, guard := range []string{"keep", "stay"} {
				place := ""
				if m.DB.ServesMany() {
					place = " ON " + table
				}
				require.NoError(t, m.exec("DROP TRIGGER IF EXISTS "+table+"_"+guard+place))
			}
		}
		undo := fmt.Errorf("undone")
		for attack, invariant := range attacks {
			var found []check.Finding
			require.ErrorIs(t, m.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw(attack).Exec(ctx)
				require.NoError(t, err, attack)
				found, err = statement.Verify(ctx, tx)
				require.NoError(t, err, attack)
				return undo
			}), undo)
			require.NotEmpty(t, found, attack)
			require.Contains(t, fmt.Sprint(found), invariant, attack)
		}
		require.Empty(t, m.verify())
	})
}

const ask = `query($id: ID) { sellerStatements(sellerId: $id, first: 3) { nodes { id number month opening { amount } closing { amount } seller { name }
	totals { kind amount { amount } lines } documents { number gross { amount } vatGroups { basisPoints } recipient { name } }
	lines(first: 2) { nodes { seq kind amount { amount } orderId journal { id kind } } pageInfo { hasNextPage endCursor } } } } }`

// Sellers read and take away their own statements, operators those of all, and
// nobody else any.
func TestStatement_is_seen_by_its_seller_and_operators(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.isBylaw(m.mill, "Mill & Söhne", 0)
		m.until("2035-04-02")
		owner, other, olga := m.mill.SignsInAgain(), m.kiln.SignsInAgain(), m.olga.SignsInAgain()
		answer := m.Asks(owner, ask, nil)
		require.Empty(t, answer.Errors)
		nodes := answer.Data["sellerStatements"].(map[string]any)["nodes"].([]any)
		require.Len(t, nodes, 1)
		st := nodes[0].(map[string]any)
		require.Equal(t, "54.00", st["closing"].(map[string]any)["amount"])
		require.Equal(t, "Mill", st["seller"].(map[string]any)["name"])
		require.Contains(t, fmt.Sprint(st["documents"]), "Mill & Söhne")
		lines := st["lines"].(map[string]any)["nodes"].([]any)
		require.Len(t, lines, 2)
		require.Equal(t, string(m.order.ID), lines[0].(map[string]any)["orderId"])
		require.Equal(t, "SALE_CAPTURED", lines[0].(map[string]any)["journal"].(map[string]any)["kind"])

		one := `query($id: ID!) { sellerStatement(id: $id) { number } }`
		require.NotNil(t, m.Asks(owner, one, map[string]any{"id": st["id"]}).Data["sellerStatement"])
		require.NotNil(t, m.Asks(olga, one, map[string]any{"id": st["id"]}).Data["sellerStatement"])
		require.Nil(t, m.Asks(other, one, map[string]any{"id": st["id"]}).Data["sellerStatement"])
		require.Contains(t, fmt.Sprint(m.Asks(other, ask, map[string]any{"id": m.mill.ID}).Errors), "SELLER_NOT_FOUND")
		require.Contains(t, fmt.Sprint(m.Asks(m.alice.SignsInAgain(), ask, nil).Errors), "FORBIDDEN")
		require.Len(t, m.Asks(olga, ask, nil).Data["sellerStatements"].(map[string]any)["nodes"], 2)

		const take = `mutation($id: ID!) { sellerStatementExportCreate(input: {statementId: $id}) { export { id kind } userErrors { code } } }`
		strange := m.Asks(other, take, map[string]any{"id": st["id"]})
		require.Contains(t, fmt.Sprint(strange.Errors), "STATEMENT_NOT_FOUND")
		taken := m.Asks(owner, take, map[string]any{"id": st["id"]})
		require.Empty(t, taken.Errors)
		exportID := taken.Data["sellerStatementExportCreate"].(map[string]any)["export"].(map[string]any)["id"].(string)
		m.Settle()
		for _, p := range []*testkit.Person{other, olga, m.alice.SignsInAgain()} {
			status, _ := fetch(t, m.World, p, "/exports/"+exportID)
			require.Equal(t, http.StatusNotFound, status)
		}
		status, body := fetch(t, m.World, owner, "/exports/"+exportID)
		require.Equal(t, http.StatusOK, status, string(body))
		rows, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, 1+2+2+2+4, string(body)) // names, two balances at each end, sale and commission, what is held
		require.Equal(t, "54.00", rows[len(rows)-6][7])
		m.Verified()
	})
}

// fetch gets a file by HTTP under a hat.
func fetch(t *testing.T, w *testkit.World, p *testkit.Person, path string) (status int, body []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.URL+path, strings.NewReader(""))
	require.NoError(t, err)
	r.Header.Set("Authorization", "Bearer "+string(p.Token))
	r.Header.Set("Etal-Act-As", p.ActAs)
	resp, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer resp.Body.Close()
	body, err = io.ReadAll(resp.Body)
	require.NoError(t, err)
	return resp.StatusCode, body
}
