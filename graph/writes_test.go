package graph_test

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/internal/testkit"
	"github.com/etal-market/etal/server"
)

// writing is a document that changes something, with a way of sending it again: each
// time with something new to change.
type writing struct {
	d          *ready
	way        given
	statements int // in a small market
}

// sender is a way of sending a document that has worked: as whom, and with what.
func (m *market) sender(a asking, all map[string]*operation, s *ast.Schema) given {
	if a.special != nil {
		return a.special
	}
	return func() (*testkit.Person, map[string]any) {
		m.freshens(a.d)
		return m.asks(a.d, a.hat, all, s, a.whole)
	}
}

// perRequest counts the statements of each request, and no others: news of the provider
// comes when it likes.
type perRequest struct {
	mu sync.Mutex
	n  map[string]int // by the id of the request
}

// BeforeQuery implements bun.QueryHook.
func (c *perRequest) BeforeQuery(ctx context.Context, e *bun.QueryEvent) context.Context {
	if !slices.Contains([]string{"BEGIN", "COMMIT", "ROLLBACK"}, e.Query) {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.n[server.RequestID(ctx)]++
	}
	return ctx
}

// AfterQuery implements bun.QueryHook.
func (*perRequest) AfterQuery(context.Context, *bun.QueryEvent) {}

func (c *perRequest) of(request string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.n[request]
}

// countedMarketIn is marketIn whose statements are counted.
func countedMarketIn(t *testing.T, w *testkit.World) *market {
	t.Helper()
	c := &perRequest{n: map[string]int{}}
	w.DB.Watch(c)
	m := marketIn(t, w)
	m.asked = c
	return m
}

// counted sends a document as sent does, and says how many statements that took.
func (m *market) counted(d *ready, who *testkit.Person, variables map[string]any) (answer []byte, statements int) {
	m.t.Helper()
	resp, err := http.DefaultClient.Do(m.sending(d, who, variables))
	require.NoError(m.t, err)
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	require.NoError(m.t, err)
	statements = m.asked.of(resp.Header.Get("X-Request-Id"))
	require.Positive(m.t, statements, "nothing is written without a statement: %.300s", text)
	return m.rooted(d, text), statements
}

// leastWritten counts what sending a document takes, again and again until it takes no
// more than most, as fewest does.
func (m *market) leastWritten(w *writing, most int) (least int, why string) {
	m.t.Helper()
	attempts := tries / 2
	if most == 0 {
		attempts = 2
	}
	for i := range attempts {
		m.forgetAttempts()
		m.dismisses()
		if stage(w.d) > 2 { // each time weeks have passed
			m.comesBack()
		}
		who, variables := w.way()
		require.Eventually(m.t, func() bool { return m.Stripe.PendingWebhooks() == 0 }, 30*time.Second, time.Millisecond)
		answer, n := m.counted(w.d, who, variables)
		if outcome := outcomeOf(m.t, answer); outcome != "OK" {
			return 0, fmt.Sprintf("%s %.300s", outcome, answer)
		}
		if i == 0 || n < least {
			least = n
		}
		if least <= most {
			break
		}
	}
	return least, ""
}

// dismisses makes room in Mill's team: members who came for one document only go, and
// roles that nobody has.
func (m *market) dismisses() {
	m.t.Helper()
	var kept []string
	for _, h := range m.hats {
		kept = append(kept, h.actor().AccountID)
	}
	require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("DELETE FROM seller_members WHERE seller_id = ? AND role = 'READONLY' AND account_id NOT IN (?)", m.mill.ID, bun.List(kept)).Exec(ctx)
		if err != nil {
			return err
		}
		_, err = tx.NewRaw("UPDATE seller_roles SET deleted_at = created_at WHERE seller_id = ? AND deleted_at IS NULL AND id NOT IN (SELECT role_id FROM seller_members WHERE role_id IS NOT NULL)", m.mill.ID).Exec(ctx)
		return err
	}))
}

// freshens makes what a document uses up, and ends what would be in its way.
func (m *market) freshens(d *ready) {
	m.t.Helper()
	for _, f := range d.roots() {
		switch f.Name {
		case "productCreate", "productUpdate":
			picture := ids{"imageUpload": string(m.picture(m.mill.Actor))}
			for _, h := range m.hats {
				if h.actor().SellerID == string(m.mill.ID) {
					h.own = h.own.with(picture)
				}
			}
		case "sellerStatementExportCreate":
			m.Settle() // few files are made for one person at once
		case "viewAsStart":
			admin := m.wearers("operator")[0].actor().AccountID
			require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw("UPDATE view_as_grants SET ended_at = created_at, open_key = NULL WHERE operator_id = ? AND open_key IS NOT NULL", admin).Exec(ctx)
				return err
			}))
		}
	}
}

var statementsFull = flag.Bool("statements.full", os.Getenv("ETAL_E2E_FULL") == "1", "count the statements of all ready documents on PostgreSQL, too")

// eachCounted runs a test that counts statements in a world. What sends them is the same for
// both databases, and PostgreSQL takes minutes.
func eachCounted(t *testing.T, fn func(t *testing.T, w *testkit.World)) {
	t.Helper()
	platform := []testkit.Option{
		testkit.Setting("PLATFORM_LEGAL_NAME", "Étal GmbH"), testkit.Setting("PLATFORM_ADDRESS", "Quay 1, Hamburg"), testkit.Setting("PLATFORM_COUNTRY", "DE"),
	}
	if *statementsFull {
		testkit.Each(t, fn, platform...)
		return
	}
	fn(t, testkit.Open(t, platform...))
}

// Every document that changes something is sent in a small market and in one that is
// several times as large, where what it names has grown too. It must take no more
// statements of SQL: whoever changes one thing does not look through all others.
func TestReady_documents_write_as_little_in_a_large_market(t *testing.T) {
	t.Parallel()
	eachCounted(t, requireFewWrites)
}

func requireFewWrites(t *testing.T, w *testkit.World) {
	t.Helper()
	m, s := countedMarketIn(t, w), parsedSchema(t)
	all := m.operationsOf(s)
	_, err := m.App.Plans.Assign(t.Context(), m.olga.Actor, plan.AssignInput{SellerID: id.Any(m.mill.ID), PlanID: new(plan.ID(m.plan())), Reason: "Test."})
	require.NoError(t, err)
	m.grows(few)
	documents := readyDocuments(t, s)
	slices.SortStableFunc(documents, func(a, b *ready) int { return stage(a) - stage(b) })
	var small []*writing
	var failed []string
	for _, d := range documents {
		if d.op.Operation != ast.Mutation {
			continue
		}
		m.forgetAttempts()
		m.freshens(d)
		a, why := m.works(d, all, s)
		if why == "" {
			next := &writing{d: d, way: m.sender(a, all, s)}
			if next.statements, why = m.leastWritten(next, 0); why == "" {
				small = append(small, next)
				continue
			}
		}
		failed = append(failed, d.op.Name+": "+why)
	}
	m.grows(many)
	for _, of := range small {
		n, why := m.leastWritten(of, of.statements)
		if n > of.statements || why != "" {
			failed = append(failed, fmt.Sprintf("%s/%s: %d statements in a small market, %d in a large one %s", of.d.role, of.d.op.Name, of.statements, n, why))
		}
	}
	require.Empty(t, failed, "%d of %d documents:\n%s", len(failed), len(small), strings.Join(failed, "\n"))
	require.Greater(t, len(small), 150)
	t.Logf("%d documents", len(small))
}

// rows makes something of so many rows, and says who sends a document about all of them
// and with which variables.
type rows func(n int) (*testkit.Person, map[string]any)

// A command about many rows takes as many statements as one about few.
func TestWrites_take_no_statement_for_each_row(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m, s := countedMarketIn(t, w), parsedSchema(t)
		documents := map[string]*ready{}
		for _, d := range readyDocuments(t, s) {
			documents[d.op.Name] = d
		}
		var failed []string
		for of, rows := range m.wholesale() {
			name, _, _ := strings.Cut(of, " ")
			require.NotNil(t, documents[name], name)
			least := func(n, most int) int {
				found, why := m.leastWritten(&writing{d: documents[name], way: func() (*testkit.Person, map[string]any) { return rows(n) }}, most)
				require.Empty(t, why, of)
				return found
			}
			little := least(2, 0)
			if much := least(8, little); much > little {
				failed = append(failed, fmt.Sprintf("%s: %d statements for 2 rows, %d for 8", of, little, much))
			}
		}
		slices.Sort(failed)
		require.Empty(t, failed, strings.Join(failed, "\n"))
	})
}

// wholesale are the documents about many rows, with what the rows are of.
func (m *market) wholesale() map[string]rows {
	all := m.wholesaleOfProducts()
	all["BuyerCheckoutComplete lines"] = func(n int) (*testkit.Person, map[string]any) { return m.checksOut(m.wishes(n, m.mill, m.kiln)) }
	houses := []*testkit.Seller{m.mill, m.kiln}
	all["BuyerCheckoutComplete sellers"] = func(n int) (*testkit.Person, map[string]any) {
		for len(houses) < n {
			houses = append(houses, m.Seller(fmt.Sprint("House ", len(houses)), testkit.Onboarded))
		}
		return m.checksOut(m.wishes(1, houses[:n]...))
	}
	all["BuyerCartLineAdd lines"] = func(n int) (*testkit.Person, map[string]any) {
		return m.alice, input(map[string]any{"cartId": m.alice.Cart(m.wishes(n, m.mill)...).ID, "offerId": m.bowl.Offer})
	}
	all["AdminRefundCreate lines"] = func(n int) (*testkit.Person, map[string]any) {
		o := m.alice.Buys(m.wishes(n, m.mill, m.kiln)...)
		var lines []any
		for _, part := range o.SellerOrders {
			for _, l := range part.Lines {
				lines = append(lines, map[string]any{"lineId": l.ID, "quantity": 1})
			}
		}
		m.count++
		return m.olga, input(map[string]any{"orderId": o.ID, "lines": lines, "reason": "DAMAGED", "idempotencyKey": fmt.Sprint("wholesale-", m.count)})
	}
	all["AdminRefundCreate restocked"] = func(n int) (*testkit.Person, map[string]any) {
		m.count++
		return m.olga, input(map[string]any{
			"orderId": m.alice.Buys(m.wishes(n, m.mill, m.kiln)...).ID, "isEverything": true, "isRestocked": true, "reason": "DAMAGED", "idempotencyKey": fmt.Sprint("wholesale-", m.count),
		})
	}
	all["AdminRefundCreate everything"] = func(n int) (*testkit.Person, map[string]any) {
		m.count++
		return m.olga, input(map[string]any{
			"orderId": m.alice.Buys(m.wishes(n, m.mill, m.kiln)...).ID, "isEverything": true, "reason": "DAMAGED", "idempotencyKey": fmt.Sprint("wholesale-", m.count),
		})
	}
	all["SellerOrderShip lines"] = func(n int) (*testkit.Person, map[string]any) {
		var part order.SellerOrderID
		for _, p := range m.alice.Buys(m.wishes(n, m.mill, m.kiln)...).SellerOrders {
			if p.SellerID == m.mill.ID {
				part = p.ID
			}
		}
		return m.mill.Person, input(map[string]any{"sellerOrderId": part})
	}
	all["AdminSessionRevokeOthers sessions"] = func(n int) (*testkit.Person, map[string]any) {
		p := m.Buyer("Somebody new")
		for range n {
			p.SignsInAgain()
		}
		return p, nil
	}
	all["BuyerTrustedDevicesRevoke devices"] = func(n int) (*testkit.Person, map[string]any) {
		p := m.Buyer("Somebody new")
		for range n {
			m.trusts(p.SignsInAgain())
		}
		return p, nil
	}
	all["AdminAccountSuspend sessions"] = func(n int) (*testkit.Person, map[string]any) {
		p := m.Buyer("Somebody new")
		for range n {
			p.SignsInAgain()
		}
		return m.olga, input(map[string]any{"accountId": p.Account, "reason": "A reason."})
	}
	all["SellerSuspend products"] = func(n int) (*testkit.Person, map[string]any) {
		s := m.Seller("Candidate")
		m.wishes(n, s)
		return m.olga, input(map[string]any{"sellerId": s.ID, "reason": "A reason."})
	}
	all["AdminRulesetSave rules"] = func(n int) (*testkit.Person, map[string]any) {
		var rules []any
		for i := range n {
			rules = append(rules, map[string]any{"name": fmt.Sprint("Rule ", i), "basisPoints": 1000 + i, "when": map[string]any{"sellerIds": []any{m.mill.ID}}})
		}
		return m.olga, input(map[string]any{"rules": rules})
	}
	all["BuyerNotificationMarkRead notifications"] = func(n int) (*testkit.Person, map[string]any) {
		var told []notification.ID
		for range n {
			told = append(told, notification.ID(m.told(m.alice)))
		}
		return m.alice, input(map[string]any{"ids": told})
	}
	return all
}

// wholesaleOfProducts are those about a product with so many variants.
func (m *market) wholesaleOfProducts() map[string]rows {
	own := func(in func(n int) map[string]any) rows {
		return func(n int) (*testkit.Person, map[string]any) { return m.mill.Person, input(in(n)) }
	}
	offer := map[string]any{"price": map[string]any{"amount": "7.00", "currencyCode": "EUR"}, "quantity": 3}
	variants := func(n int) (list []any) {
		for i := range n {
			list = append(list, map[string]any{"optionValues": []any{fmt.Sprint("Size ", i)}, "offer": offer})
		}
		return list
	}
	return map[string]rows{
		"SellerProductCreate variants": own(func(n int) map[string]any {
			m.count++
			return map[string]any{"title": fmt.Sprint("Coat ", m.count), "optionNames": []any{"Size"}, "variants": variants(n)}
		}),
		"SellerProductUpdate variants": own(func(n int) map[string]any {
			made, _ := m.coat(n, catalog.ProductActive)
			return map[string]any{"id": made, "title": "Another coat"}
		}),
		"SellerProductPublish variants": own(func(n int) map[string]any {
			made, _ := m.coat(n, catalog.ProductDraft)
			return map[string]any{"id": made}
		}),
		"SellerProductArchive variants": own(func(n int) map[string]any {
			made, _ := m.coat(n, catalog.ProductActive)
			return map[string]any{"id": made}
		}),
		"SellerVariantsCreate variants": own(func(n int) map[string]any {
			made, _ := m.coat(0, catalog.ProductActive)
			return map[string]any{"productId": made, "variants": variants(n)}
		}),
		"SellerOffersUpdate offers": own(func(n int) map[string]any {
			_, offers := m.coat(n, catalog.ProductActive)
			var list []any
			for _, o := range offers {
				list = append(list, map[string]any{"id": o, "price": map[string]any{"amount": "8.00", "currencyCode": "EUR"}})
			}
			return map[string]any{"offers": list}
		}),
		"SellerOffersUpdate products": own(func(n int) map[string]any {
			var list []any
			for _, w := range m.wishes(n, m.mill) {
				list = append(list, map[string]any{"id": w.Offer, "status": "PAUSED"})
			}
			return map[string]any{"offers": list}
		}),
		"SellerStocksAdjust products": own(func(n int) map[string]any {
			var list []any
			for _, w := range m.wishes(n, m.mill) {
				list = append(list, map[string]any{"offerId": w.Offer, "delta": -50})
			}
			return map[string]any{"corrections": list}
		}),
		"SellerStocksAdjust offers": own(func(n int) map[string]any {
			_, offers := m.coat(n, catalog.ProductActive)
			var list []any
			for _, o := range offers {
				list = append(list, map[string]any{"offerId": o, "delta": 1})
			}
			return map[string]any{"corrections": list}
		}),
	}
}

// coat is a product of Mill's with so many sizes, each of which is offered; and with one
// more, which is not.
func (m *market) coat(n int, status catalog.ProductStatus) (product catalog.ProductID, offers []catalog.OfferID) {
	m.t.Helper()
	m.count++
	in := catalog.CreateInput{Title: fmt.Sprint("Coat ", m.count), OptionNames: []string{"Size"}, Status: &status}
	for i := range n {
		stock := 3
		in.Variants = append(in.Variants, &catalog.VariantInput{
			OptionValues: []string{fmt.Sprint("Made ", i)}, Offer: &catalog.OfferInput{Price: money.Input{Amount: "6.00", CurrencyCode: "EUR"}, Quantity: &stock},
		})
	}
	in.Variants = append(in.Variants, &catalog.VariantInput{OptionValues: []string{"None"}})
	ctx := m.t.Context()
	made, err := m.App.Inventory.CreateProduct(ctx, m.mill.ID, in)
	require.NoError(m.t, err)
	variants, err := m.App.Catalog.VariantsOf(ctx, []catalog.ProductID{made.ID})
	require.NoError(m.t, err)
	var all []catalog.VariantID
	for _, v := range variants[made.ID] {
		all = append(all, v.ID)
	}
	found, err := m.App.Catalog.OffersOf(ctx, catalog.Viewer{Seller: m.mill.ID}, all)
	require.NoError(m.t, err)
	for _, list := range found {
		for _, o := range list {
			offers = append(offers, o.ID)
		}
	}
	require.Len(m.t, offers, n)
	return made.ID, offers
}

// wishes are for so many products of each seller, one of each.
func (m *market) wishes(n int, of ...*testkit.Seller) (list []testkit.Wish) {
	m.t.Helper()
	for _, s := range of {
		for range n {
			m.count++
			list = append(list, s.Product(fmt.Sprint("Cup ", m.count), "2.00", 50).Times(1))
		}
	}
	return list
}

// checksOut lets Alice complete a cart.
func (m *market) checksOut(wishes []testkit.Wish) (*testkit.Person, map[string]any) {
	m.t.Helper()
	m.count++
	return m.alice, input(map[string]any{
		"cartId": m.alice.Cart(wishes...).ID, "email": m.alice.Email, "idempotencyKey": fmt.Sprint("wholesale-", m.count),
		"shippingAddress": map[string]any{"name": "A", "line1": "B 1", "postalCode": "20359", "city": "Hamburg", "country": "DE"},
	})
}
