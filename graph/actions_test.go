package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// promise is what a thing says about one mutation.
type promise struct {
	Action    string
	IsAllowed bool
	Reason    *struct{ Code, Message string }
}

// thing is made anew after each mutation that succeeds.
type thing struct {
	name string // the type, and the state it is in
	make func(m *market) (of *testkit.Seller, id string)
}

// things are all that have actions, in each state that they can be in.
func things() []thing {
	return []thing{
		{"Seller, applied", func(m *market) (*testkit.Seller, string) { return m.decided(testkit.Applied, "") }},
		{"Seller, approved", func(m *market) (*testkit.Seller, string) { return m.decided(testkit.Approved, "") }},
		{"Seller, suspended", func(m *market) (*testkit.Seller, string) { return m.decided(testkit.Approved, seller.Suspend) }},
		{"Seller, rejected", func(m *market) (*testkit.Seller, string) { return m.decided(testkit.Applied, seller.Reject) }},
		{"Seller, approved a moment ago", func(m *market) (*testkit.Seller, string) {
			s, seconds := m.Seller("Candidate", testkit.Applied), int64(60)
			_, err := m.App.Sellers.Approve(m.t.Context(), actor.Actor{Role: actor.System}, seller.DecideInput{SellerID: s.ID, UndoSeconds: &seconds})
			require.NoError(m.t, err)
			return s, string(s.ID)
		}},
		{"SellerOrder, unpaid", func(m *market) (*testkit.Seller, string) {
			return m.mill, string(m.alice.Orders(m.tea.Times(1)).Order.SellerOrders[0].ID)
		}},
		{"SellerOrder, paid", func(m *market) (*testkit.Seller, string) {
			return m.mill, string(m.alice.Buys(m.tea.Times(1)).SellerOrders[0].ID)
		}},
		{"SellerOrder, partially shipped", func(m *market) (*testkit.Seller, string) {
			part := m.alice.Buys(m.tea.Times(2)).SellerOrders[0]
			_, err := m.App.Orders.Ship(m.t.Context(), m.mill.Actor, order.ShipInput{
				SellerOrderID: part.ID, Lines: []order.ShipLine{{LineID: part.Lines[0].ID, Quantity: 1}},
			})
			require.NoError(m.t, err)
			return m.mill, string(part.ID)
		}},
		{"SellerOrder, shipped", func(m *market) (*testkit.Seller, string) {
			o := m.alice.Buys(m.tea.Times(1))
			m.mill.Ships(o)
			return m.mill, string(o.SellerOrders[0].ID)
		}},
		{"Product, draft", func(m *market) (*testkit.Seller, string) { return m.mill, m.shirt("") }},
		{"Product, active", func(m *market) (*testkit.Seller, string) { return m.mill, m.shirt(catalog.ProductActive) }},
		{"Product, archived", func(m *market) (*testkit.Seller, string) { return m.mill, m.shirt(catalog.ProductArchived) }},
		{"Offer, active", func(m *market) (*testkit.Seller, string) { return m.mill, string(m.tea.Offer) }},
		{"ApiKey, active", func(m *market) (*testkit.Seller, string) { return m.mill, m.mill.Key("STOCK_READ").Actor.KeyID }},
		{"ApiKey, revoked", func(m *market) (*testkit.Seller, string) {
			key := apikey.ID(m.mill.Key("STOCK_READ").Actor.KeyID)
			_, err := m.App.APIKeys.Revoke(m.t.Context(), m.mill.Actor, apikey.RevokeInput{ID: key})
			require.NoError(m.t, err)
			return m.mill, string(key)
		}},
		{"PayoutAccount, open", func(m *market) (*testkit.Seller, string) { return m.mill, string(m.mill.ID) }},
	}
}

func (m *market) decided(stage testkit.SellerOption, d seller.Decision) (*testkit.Seller, string) {
	m.t.Helper()
	s, err := m.Seller("Candidate", stage), error(nil)
	system, in := actor.Actor{Role: actor.System}, seller.RefuseInput{SellerID: s.ID, Reason: "Test."}
	switch d {
	case seller.Suspend:
		_, err = m.App.Sellers.Suspend(m.t.Context(), system, in)
	case seller.Reject:
		_, err = m.App.Sellers.Reject(m.t.Context(), system, in)
	case seller.Approve, seller.Reinstate, seller.Close:
	}
	require.NoError(m.t, err)
	return s, string(s.ID)
}

// shirt is a product that can have more variants.
func (m *market) shirt(status catalog.ProductStatus) string {
	m.t.Helper()
	made, err := m.App.Inventory.CreateProduct(m.t.Context(), m.mill.ID, catalog.CreateInput{
		Title: "Shirt", OptionNames: []string{"Size"}, Variants: []*catalog.VariantInput{{OptionValues: []string{"S"}}},
	})
	require.NoError(m.t, err)
	if status != "" {
		_, err = m.App.Catalog.Publish(m.t.Context(), m.mill.ID, made.ID)
		require.NoError(m.t, err)
	}
	if status == catalog.ProductArchived {
		_, err = m.App.Catalog.Archive(m.t.Context(), m.mill.ID, made.ID)
		require.NoError(m.t, err)
	}
	return string(made.ID)
}

// asker is somebody who asks about a thing of a seller.
type asker struct {
	name string
	who  func(of *testkit.Seller) *testkit.Person
}

// askers are all kinds of hats, and what else decides at the door.
func (m *market) askers() []asker {
	always := func(p *testkit.Person) func(*testkit.Seller) *testkit.Person {
		return func(*testkit.Seller) *testkit.Person { return p }
	}
	keys := map[seller.ID]*testkit.Person{}
	found := []asker{
		{"nobody", always(nil)},
		{"buyer", always(m.alice)},
		{"owner", func(of *testkit.Seller) *testkit.Person { return of.Person }},
		{"key of the owner", func(of *testkit.Seller) *testkit.Person {
			if keys[of.ID] == nil {
				keys[of.ID] = of.Key(grantable(of.Actor)...)
			}
			return keys[of.ID]
		}},
		{"somebody else's owner", always(m.kiln.Person)},
	}
	for _, role := range []seller.Role{seller.RoleManager, seller.RoleCatalog, seller.RoleFulfilment, seller.RoleReadOnly} {
		found = append(found, asker{string(role), always(m.mill.Member("Mara", role))})
	}
	stale := m.mill.Member("Stale", seller.RoleOwner)
	for _, role := range []identity.OperatorRole{identity.OperatorAdmin, identity.OperatorSupport, identity.OperatorAuditor} {
		found = append(found, asker{string(role), always(m.OperatorWith(role))})
	}
	old := m.Operator()
	for _, p := range []*testkit.Person{stale, old} {
		require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw("UPDATE accounts SET has_factor = TRUE WHERE id = ?", p.Account).Exec(ctx)
			if err != nil {
				return err
			}
			_, err = tx.NewRaw("UPDATE sessions SET factor_at = ? WHERE account_id = ?", tx.Now().Add(-time.Hour), p.Account).Exec(ctx)
			return err
		}))
	}
	return append(found, asker{"owner, factor not shown", always(stale)}, asker{"admin, factor not shown", always(old)})
}

// promises asks a thing what can be done with it; nothing when it is not to be
// seen.
func (m *market) promises(who *testkit.Person, kind, id string) []promise {
	m.t.Helper()
	const actions = ` { availableActions { action isAllowed reason { code message } } } }`
	document := `query($id: ID!) { r: node(id: $id) { ... on ` + kind + actions + ` }`
	if kind == "PayoutAccount" {
		document = `query($id: ID!) { r: payoutAccount(sellerId: $id)` + actions
	}
	a := m.send(who, document, map[string]any{"id": id})
	var read struct {
		Data struct {
			R struct{ AvailableActions []promise }
		}
	}
	require.NoError(m.t, json.Unmarshal([]byte(a.bytes), &read), a.bytes)
	return read.Data.R.AvailableActions
}

// inputOf is what a mutation of a thing needs to succeed if it may.
func (m *market) inputOf(action, id string) map[string]any {
	input, name := m.inputs("Mutation."+action), "id"
	delete(input, "images") // which have to be sent first
	switch {
	case action == "sellerOrderShip":
		name = "sellerOrderId"
	case strings.HasPrefix(action, "seller"), action == "payoutAccountSessionCreate":
		name = "sellerId"
	case action == "variantCreate":
		name = "productId"
	case strings.HasPrefix(action, "stock"):
		name = "offerId"
	}
	input[name] = id
	return map[string]any{"input": input}
}

// bareMarket is what the things are made from.
func bareMarket(t *testing.T) *market {
	t.Helper()
	w := testkit.Open(t)
	m := &market{World: w, t: t, alice: w.Buyer("Alice"), bob: w.Buyer("Bob")}
	m.mill, m.kiln = w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln")
	m.tea = m.mill.Product("Tea", "12.50", 1000)
	return m
}

// TestAvailableActions_are_what_the_mutations_answer asks each thing in each state
// what can be done with it, under each hat, does it, and compares.
func TestAvailableActions_are_what_the_mutations_answer(t *testing.T) {
	t.Parallel()

	s, m := parsedSchema(t), bareMarket(t)
	told, all := map[string]int{}, m.askers()
	for _, thing := range things() {
		kind, _, _ := strings.Cut(thing.name, ",")
		for _, asker := range all {
			of, id := thing.make(m)
			for i := range m.promises(asker.who(of), kind, id) {
				p := m.promises(asker.who(of), kind, id)[i]
				op := &operation{name: "Mutation." + p.Action, field: s.Mutation.Fields.ForName(p.Action)}
				a := m.send(asker.who(of), document(s, op), m.inputOf(p.Action, id))
				place := fmt.Sprintf("%s of %s as %s: %s", p.Action, thing.name, asker.name, a.bytes)
				if told[p.Action+fmt.Sprint(p.IsAllowed)]++; p.IsAllowed {
					require.Nil(t, p.Reason, place)
					require.Equal(t, "OK", a.outcome, place)
					of, id = thing.make(m)
					continue
				}
				require.NotNil(t, p.Reason, place)
				_, outcome, found := strings.Cut(strings.TrimPrefix(a.outcome, "userError:"), "/")
				if !found {
					outcome = strings.TrimPrefix(a.outcome, "userError:")
				}
				require.Equal(t, outcome, p.Reason.Code, place)
				require.Contains(t, a.bytes, p.Reason.Message, place)
				told[p.Reason.Code]++
			}
		}
	}
	for _, action := range []string{
		"sellerApprove", "sellerReject", "sellerSuspend", "sellerReinstate", "sellerOrderShip", "productUpdate", "productPublish",
		"productArchive", "variantCreate", "offerUpdate", "stockSet", "stockAdjust", "apiKeyRotate", "apiKeyRevoke", "sellerOnboardingLinkCreate",
		"payoutAccountSessionCreate",
	} {
		require.Positive(t, told[action+"true"], action)
		require.Positive(t, told[action+"false"], action)
	}
	for _, code := range []string{"FORBIDDEN", "STEP_UP_REQUIRED", "SELLER_STATUS_CONFLICT", "SELLER_APPROVAL_PENDING", "ORDER_STATE", "API_KEY_ENDED", "API_KEY_OTHERS"} {
		require.Positive(t, told[code], code)
	}
	t.Logf("%v", told)
}

// TestAvailableActions_ask_the_database_nothing counts the statements of lists.
func TestAvailableActions_ask_the_database_nothing(t *testing.T) {
	t.Parallel()

	m := bareMarket(t)
	for range 5 {
		_, _ = m.shirt(catalog.ProductActive), m.mill.Key("STOCK_READ")
		m.alice.Buys(m.tea.Times(1))
	}
	const actions = "availableActions { action isAllowed reason { code message } }"
	for _, list := range []string{"sellerProducts", "sellerOffers", "sellerOrders", "apiKeys"} {
		count := func(extra string) int64 {
			before := m.DB.Queries()
			a := m.send(m.mill.Person, "{ r: "+list+"(first: 20) { nodes { id "+extra+" } } }", nil)
			require.Equal(t, "OK", a.outcome, a.bytes)
			require.Equal(t, extra != "", strings.Contains(a.bytes, `"isAllowed"`), a.bytes)
			return m.DB.Queries() - before
		}
		require.Equal(t, count(""), count(actions), list)
	}
}
