package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/risk"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/internal/testkit"
)

const (
	// tries is how often statements are counted until they are as few as they should
	// be: on a busy machine a loader may stop gathering before all have asked.
	tries = 12
	// few and many are how often everything is made in a market, before a document is
	// asked for the first and for the second time.
	few, many = 2, 5
)

// reading is a document that was asked for in a small market.
type reading struct {
	asking

	statements, objects int
}

// isList reports whether a document begins with a list that is read in pages.
func (r *reading) isList() bool {
	return strings.HasSuffix(r.d.roots()[0].Definition.Type.Name(), "Connection")
}

// full are the documents with lists that do not grow here, and why.
func full() map[string]string {
	const sums = "Its rows are sums, as many as there are sellers who sold in the time that is asked for."
	return map[string]string{
		"AdminMembers": "Its page is full in the small market too.", "AdminOwnStart": "It asks for one of each.", "OperatorPlans": "It asks for five.", "AdminPlans": "It asks for five.",
		"SellerOrderByNumber": "It asks for one.", "SellerOrdersNext": "It asks for two.", "SellersToReview": "It asks for two.",
		"AdminWebhooks": "A seller has ten at most, and here as many in both markets.",
		"AdminWaiting":  "It counts.", "SellerWaiting": "It counts.",
		"AdminStockMovements": "It is about an offer that moves once.", "SellerStockMovements": "It is about an offer that moves once.",
		"AdminDac7Report": sums, "OperatorDac7Report": sums, "AdminForm1099KReport": sums, "OperatorForm1099KReport": sums,
		"AdminSalesReport": sums, "OperatorSalesReport": sums,
	}
}

// Every document that reads is asked for in a small market and in one that is several
// times as large, about things that have grown too. It must take no more statements
// of SQL: whatever is in a list is read with the others of the list.
func TestReady_documents_read_lists_at_once(t *testing.T) {
	t.Parallel()
	eachCounted(t, func(t *testing.T, w *testkit.World) {
		m, s := marketIn(t, w), parsedSchema(t)
		all := m.operationsOf(s)
		m.asksForVolumes()
		m.grows(few)
		var small []*reading
		var failed, alike []string
		for _, d := range readyDocuments(t, s) {
			if d.op.Operation != ast.Query || stage(d) > 0 {
				continue
			}
			m.forgetAttempts()
			a, why := m.works(d, all, s)
			if why != "" {
				failed = append(failed, d.op.Name+": "+why)
				continue
			}
			a.variables = m.ofHeld(a)
			r := &reading{asking: a}
			r.statements = m.fewest(0, func() { r.objects, why = m.objects(a) })
			small = append(small, r)
		}
		m.grows(many)
		for _, r := range small {
			m.forgetAttempts()
			if r.hat != nil {
				r.who, r.variables = m.asks(r.d, r.hat, all, s, r.whole)
			} else {
				r.who, r.variables = r.special()
				r.variables = m.ofHeld(r.asking)
			}
			if r.d.op.VariableDefinitions.ForName("first") != nil && r.d.roots()[0].Name != "search" { // which gives 20 at most
				r.variables = paged(r.variables)
			}
			objects, why := 0, ""
			if n := m.fewest(r.statements, func() { objects, why = m.objects(r.asking) }); n > r.statements || why != "" {
				failed = append(failed, fmt.Sprintf("%s/%s: %d statements for %d objects, %d for %d %s", r.d.role, r.d.op.Name, r.statements, r.objects, n, objects, why))
			}
			if objects <= r.objects && r.isList() && full()[r.d.op.Name] == "" {
				failed = append(failed, r.d.op.Name+" answers with no more in the large market: its list has to grow, or stands in full()")
			} else if objects <= r.objects {
				alike = append(alike, r.d.op.Name)
			}
		}
		require.Empty(t, failed, "%d of %d documents:\n%s", len(failed), len(small), strings.Join(failed, "\n"))
		slices.Sort(alike)
		t.Logf("%d documents; about one thing, or as large as before: %s", len(small), strings.Join(alike, " "))
		t.Run("nodes", func(t *testing.T) { m.readsNodes(t) })
		t.Run("beside", func(t *testing.T) { m.readsBeside(t) })
	})
}

// ofHeld asks for the refunds of the order that holds most, instead of one that was made
// for the document.
func (m *market) ofHeld(a asking) map[string]any {
	if a.special != nil && a.d.roots()[0].Name == "refunds" && a.d.op.VariableDefinitions.ForName("orderId") != nil {
		a.variables["orderId"] = m.held["order"]
	}
	return a.variables
}

// paged returns variables that ask for twice as many rows as documents do by themselves.
func paged(variables map[string]any) map[string]any {
	asks := map[string]any{"first": 40}
	for name, value := range variables {
		if name != "first" {
			asks[name] = value
		}
	}
	return asks
}

// fewest counts what reading takes, again and again until it takes no more than most.
func (m *market) fewest(most int, read func()) int {
	m.t.Helper()
	attempts := tries
	if most == 0 {
		attempts = 2
	}
	least := 0
	for i := range attempts {
		if n := dbtest.CountQueries(m.DB, read); i == 0 || n < least {
			least = n
		}
		if least <= most {
			break
		}
	}
	return least
}

// objects asks for a document, counts the objects of the answer, and says what was
// wrong with it.
func (m *market) objects(a asking) (n int, why string) {
	m.t.Helper()
	answer := m.Asks(a.who, a.d.text, a.variables)
	if len(answer.Errors) > 0 {
		why = fmt.Sprint(answer.Errors)
	}
	return objectsIn(any(answer.Data)), why
}

func objectsIn(v any) (n int) {
	switch v := v.(type) {
	case map[string]any:
		n = 1
		for _, inner := range v {
			n += objectsIn(inner)
		}
	case []any:
		for _, inner := range v {
			n += objectsIn(inner)
		}
	}
	return n
}

// readsNodes has `nodes` answer two things of a kind, and then many: as many
// statements read them, each stands at its place, and what is another's is null among
// what is one's own.
func (m *market) readsNodes(t *testing.T) {
	t.Helper()
	buyer, owner, admin := m.wearers("buyer")[0], m.wearers("seller")[0], m.wearers("operator")[0]
	bob := m.bob.SignsInAgain() // has bought, and nothing that the others name here
	var carts []string
	for range many {
		carts = append(carts, string(m.freshCart(m.alice).ID))
	}
	list := func(h *hat, field string) []string {
		answer := m.Asks(h.person, `{ list: `+field+`(first: 50) { nodes { id } } }`, nil)
		require.Empty(t, answer.Errors)
		var found []string
		for _, n := range answer.Data["list"].(map[string]any)["nodes"].([]any) {
			found = append(found, n.(map[string]any)["id"].(string))
		}
		return found
	}
	for kind, of := range map[string]struct {
		who *hat
		ids []string
	}{
		"cart": {buyer, carts}, "order": {buyer, list(buyer, "orders")}, "sellerOrder": {owner, list(owner, "sellerOrders")},
		"dispute": {owner, list(owner, "disputes")}, "import": {owner, list(owner, "productImports")}, "apiKey": {owner, list(owner, "apiKeys")},
		"proposal": {admin, list(admin, "proposals")}, "warning": {admin, list(admin, "fraudWarnings")}, "refund": {owner, list(owner, "refunds")},
	} {
		require.GreaterOrEqual(t, len(of.ids), many, kind)
		var some []string // new ones and old ones, which more was done with
		for i := 0; i < len(of.ids); i += 2 {
			some = append(some, of.ids[i])
		}
		least := m.fewest(0, func() { m.named(of.who.person, some) })
		var lines []string
		require.LessOrEqual(t, m.fewest(least, func() { lines = m.named(of.who.person, of.ids) }), least, "each %s is read for itself", kind)
		for i, line := range lines {
			require.Contains(t, line, of.ids[i], "the order of the ids is kept")
		}
		theirs := of.who.foreign[kind]
		if theirs == "" || of.who == admin {
			theirs = m.random(id.Prefix(of.ids[0]))
		}
		mixed := m.named(of.who.person, []string{of.ids[1], theirs, m.random(id.Prefix(of.ids[0])), of.ids[0]})
		require.Contains(t, mixed[0], of.ids[1])
		require.Equal(t, []string{"<nil>", "<nil>"}, mixed[1:3], "another's %s is not told from none", kind)
		require.Contains(t, mixed[3], of.ids[0])
		for _, line := range m.named(bob, of.ids) {
			require.Equal(t, "<nil>", line, "a buyer is shown a %s that is not theirs", kind)
		}
	}
}

// named is what `nodes` answers to somebody, one line for each id.
func (m *market) named(who *testkit.Person, of []string) (lines []string) {
	m.t.Helper()
	answer := m.Asks(who, `query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`, map[string]any{"ids": of})
	require.Empty(m.t, answer.Errors)
	for _, n := range answer.Data["nodes"].([]any) {
		lines = append(lines, fmt.Sprint(n))
	}
	return lines
}

// grows makes everything so many times, and things that hold so much. Months pass
// first, so that what time brings is there as well.
func (m *market) grows(times int) {
	m.t.Helper()
	for range times {
		m.sellsForAMonth(times)
	}
	for range times {
		m.trades()
		m.employs()
		m.governs()
	}
	things := m.holding(times)
	m.held = things
	for _, h := range m.hats {
		h.own = h.own.with(things)
		if h.actor().SellerID == "" && !h.actor().IsOperator() {
			h.own = h.own.with(ids{"product": string(m.tea.ID), "seller": string(m.mill.ID)})
		}
	}
	m.Settle()
}

// sellsForAMonth lets Mill be paid for what is sold in a month, and closes it.
func (m *market) sellsForAMonth(orders int) {
	m.t.Helper()
	for range orders {
		o := m.alice.Buys(m.tea.Times(2), m.bowl.Times(1))
		m.mill.Ships(o)
		m.kiln.Ships(o)
	}
	m.Advance(31 * 24 * time.Hour)
	m.Settle()
	require.NoError(m.t, m.App.Statements.Close(m.t.Context()))
	m.comesBack()
}

// comesBack has everybody sign in again, after days that have ended their sessions.
func (m *market) comesBack() {
	m.t.Helper()
	for _, h := range m.hats {
		if p := h.person; p != nil && p.Email != "" && !h.actor().IsViewing() {
			*p = *p.SignsInAgain()
		}
	}
	*m.olga, *m.kiln.Person = *m.olga.SignsInAgain(), *m.kiln.SignsInAgain()
}

// trades makes what is bought, sold, refunded and disputed.
func (m *market) trades() {
	m.t.Helper()
	m.count++
	n, ctx := m.count, m.t.Context()
	jar := m.mill.Product(fmt.Sprint("Jar ", n), "3.00", 50)
	for _, p := range []*testkit.Person{m.alice, m.bob} {
		o := p.Buys(jar.Times(1), m.tea.Times(1), m.bowl.Times(1))
		m.mill.Ships(o)
		m.kiln.Ships(o)
		p.Orders(jar.Times(1), m.bowl.Times(1))
	}
	m.dispute(m.alice.Buys(m.tea.Times(1), m.bowl.Times(1)))
	m.warning(m.alice.Buys(m.tea.Times(1)))
	for _, method := range []refund.Method{refund.MethodBank, refund.MethodCredit, refund.MethodCard} {
		m.givesBack(id.Any(m.alice.Buys(m.tea.Times(1)).ID), "0.02", method)
	}
	m.trade(m.mill, fmt.Sprint("Draft ", n))
	m.trade(m.kiln, fmt.Sprint("Draft ", n))
	m.charged()
	potter := m.Seller(fmt.Sprint("Potter ", n))
	potter.Ships(m.alice.Buys(potter.Product("Plate", "9.00", 5).Times(1)))
	days := int64(n%60 + 1)
	_, err := m.App.Payouts.SetPolicy(ctx, m.olga.Actor, payout.PolicyInput{SellerID: m.mill.ID, HoldDays: &days, Reason: "New."})
	require.NoError(m.t, err)
	_, err = m.App.Risk.Set(ctx, m.olga.Actor, risk.SetInput{SellerID: m.mill.ID, Reason: fmt.Sprint("Reason ", n)})
	require.NoError(m.t, err)
}

// employs makes people, what they may do, and what they are told.
func (m *market) employs() {
	m.t.Helper()
	m.count++
	n := m.count
	role := m.role(m.mill, fmt.Sprint("Role ", n), nil, authz.SellerRead)
	m.joined(m.mill, seller.Charge{Role: seller.RoleCustom, RoleID: &role.ID})
	m.joined(m.mill, seller.Charge{Role: seller.RoleSupport})
	m.mill.Invites(fmt.Sprintf("waiting%d@example.org", n), seller.Charge{Role: seller.RoleReadOnly})
	m.mill.Key("SELLER_READ", "STOCK_READ")
	m.candidate("sellerApprove")
	m.candidate("sellerReinstate")
	admin := m.wearers("operator")[0].person
	for _, p := range []*testkit.Person{m.alice, m.mill.Person, admin} {
		m.told(p)
		m.saved(p)
		m.fileOf(p)
		p.SignsInAgain()
		m.trusts(p.SignsInAgain())
	}
	admin.Key("SELLER_READ")
	m.OperatorWith(identity.OperatorSupport).Views(m.mill)
}

// governs makes what operators decide.
func (m *market) governs() {
	m.t.Helper()
	m.note(m.olga)
	m.invited()
	m.proposal(m.olga)
	m.scheduled()
	m.plan()
	m.rulesets()
	m.parkedJob()
	at := m.later()
	m.terms(terms.Marketing, &at)
}

// holding makes things that hold so much, for whoever asks for one.
func (m *market) holding(much int) ids {
	m.t.Helper()
	ctx := m.t.Context()
	var wishes []testkit.Wish
	var variants []*catalog.VariantInput
	var rules []*commission.RuleInput
	file := "Handle,Title,Variant Price\n"
	for i := range much {
		m.count++
		wishes = append(wishes, m.mill.Product(fmt.Sprint("Cup ", m.count), "2.00", 50).Times(1), m.kiln.Product(fmt.Sprint("Pot ", m.count), "4.00", 50).Times(1))
		stock := i
		variants = append(variants, &catalog.VariantInput{
			OptionValues: []string{fmt.Sprint("Size ", i)}, Offer: &catalog.OfferInput{Price: money.Input{Amount: "1.00", CurrencyCode: "EUR"}, Quantity: &stock},
		})
		rules = append(rules, &commission.RuleInput{Name: fmt.Sprint("Rule ", i), BasisPoints: 1000 + i, When: &commission.ConditionInput{SellerIDs: []seller.ID{m.mill.ID}}})
		file += fmt.Sprintf("mug-%d,Mug,nonsense\n", i)
	}
	o, basket := m.alice.Buys(wishes...), m.alice.Cart(wishes...)
	own := ids{"order": string(o.ID), "orderNumber": o.Number, "cart": string(basket.ID), "dispute": m.dispute(m.alice.Buys(wishes...))}
	for _, part := range o.SellerOrders {
		if part.SellerID == m.mill.ID {
			own["sellerOrder"], own["sellerOrderNumber"] = string(part.ID), part.Number
		}
	}
	for range much {
		m.givesBack(id.Any(o.ID), "0.30", refund.MethodCard)
	}
	made, err := m.App.Inventory.CreateProduct(ctx, m.mill.ID, catalog.CreateInput{Title: fmt.Sprint("Shirt ", m.count), OptionNames: []string{"Size"}, Variants: variants})
	require.NoError(m.t, err)
	own["product"] = string(made.ID)
	draft, err := m.App.Commissions.Save(ctx, m.olga.Actor, commission.SaveInput{Rules: append(rules, &commission.RuleInput{Name: "All", BasisPoints: 1200})})
	require.NoError(m.t, err)
	own["ruleset"] = string(draft.ID)
	upload, err := m.App.Imports.CreateUpload(ctx, m.mill.ID, productimport.UploadInput{Filename: "many.csv", ContentType: "text/csv", ByteSize: len(file)})
	require.NoError(m.t, err)
	require.NoError(m.t, m.App.Imports.Receive(ctx, m.mill.ID, upload.ID, strings.NewReader(file)))
	started, err := m.App.Imports.Start(ctx, m.mill.ID, productimport.StartInput{UploadID: upload.ID, Currency: money.Currency("EUR")})
	require.NoError(m.t, err)
	own["import"] = string(started.ID)
	closed, err := m.App.Statements.Find(ctx, m.mill.Actor, statement.Filter{}, page.First(1))
	require.NoError(m.t, err)
	own["statement"] = string(closed.Nodes[0].ID)
	return own
}

// givesBack refunds some of an order.
func (m *market) givesBack(of id.Any, amount string, method refund.Method) {
	m.t.Helper()
	m.count++
	_, err := m.App.Refunds.Create(m.t.Context(), actor.Actor{Role: "operator:admin"}, refund.CreateInput{
		OrderID: of, Amount: &money.Input{Amount: amount, CurrencyCode: "EUR"}, Method: &method,
		Reason: refund.ReasonGoodwill, IdempotencyKey: fmt.Sprint("reads-", m.count),
	})
	require.NoError(m.t, err)
}

// readsBeside asks for the things beside their ids: as many statements show those of one
// row as those of many, and each is what the id names or null to whoever may not see it.
func (m *market) readsBeside(t *testing.T) {
	t.Helper()
	buyer, owner, admin := m.wearers("buyer")[0], m.wearers("seller")[0], m.wearers("operator")[0]
	for _, c := range []struct {
		who  *hat
		text string
		want []string // the things that are shown
		null string   // what is shown to nobody who asks so
	}{
		{buyer, `refunds(first: $first) { nodes { orderId order { id number } parts { lineId line { id title } } } }`, []string{"order", "line"}, ""},
		{admin, `refunds(first: $first) { nodes { orderId order { id number } parts { lineId line { id title } } } }`, []string{"order", "line"}, ""},
		{owner, `refunds(first: $first) { nodes { orderId order { id } parts { lineId line { id title product { title } } } } }`, []string{"line"}, "order"},
		{admin, `disputes(first: $first) { nodes { orderId order { id number } parts { sellerId seller { id name } } } }`, []string{"order", "seller"}, ""},
		{owner, `disputes(first: $first) { nodes { orderId order { id } parts { sellerId seller { id name } } } }`, []string{"seller"}, "order"},
		{admin, `fraudWarnings(first: $first) { nodes { orderId order { id number } } }`, []string{"order"}, ""},
		{admin, `erasures(first: $first) { nodes { accountId account { id name } } }`, []string{"account"}, ""},
	} {
		document := `query($first: Int!) { ` + c.text + ` }`
		ask := func(first int) any {
			answer := m.Asks(c.who.person, document, map[string]any{"first": first})
			require.Empty(t, answer.Errors, document)
			return any(answer.Data)
		}
		most := m.fewest(0, func() { ask(few) })
		var data any
		require.LessOrEqual(t, m.fewest(most, func() { data = ask(20) }), most, document)
		shown := map[string]int{}
		m.compareBeside(t, data, shown)
		for _, thing := range c.want {
			require.Positive(t, shown[thing], "%s of %s as %s", thing, document, c.who.name)
		}
		require.Zero(t, shown[c.null], "%s shows %s to %s", document, c.null, c.who.name)
	}
}

// compareBeside counts the things that stand beside their ids, by what they are called,
// and holds each to its id.
func (m *market) compareBeside(t *testing.T, v any, shown map[string]int) {
	t.Helper()
	switch v := v.(type) {
	case map[string]any:
		for name, inner := range v {
			m.compareBeside(t, inner, shown)
			thing, isThing := inner.(map[string]any)
			if of, hasID := v[name+"Id"]; isThing && hasID {
				require.Equal(t, of, thing["id"])
				shown[name]++
			}
		}
	case []any:
		for _, inner := range v {
			m.compareBeside(t, inner, shown)
		}
	}
}
