package graph_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/domain/operator"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/preference"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/domain/webhook"
	"github.com/etal-market/etal/internal/testkit"
)

// ids are the identifiers of one side of the market, by what they name.
type ids map[string]string

// with returns a copy in which some are others.
func (i ids) with(more ids) ids {
	c := ids{}
	for _, from := range []ids{i, more} {
		for k, v := range from {
			c[k] = v
		}
	}
	return c
}

// hat is somebody under a hat, with what is theirs and what is another's.
type hat struct {
	name         string
	person       *testkit.Person // nil: a stranger
	own, foreign ids
	secrets      []string // what this hat must never be told
}

func (h *hat) actor() actor.Actor {
	if h.person == nil {
		return actor.Actor{Role: actor.Anonymous}
	}
	return h.person.Actor
}

// market is a world with two of everybody.
type market struct {
	*testkit.World

	t     *testing.T
	count int
	hooks map[string]webhook.ID // the spare webhook of a hat

	alice, bob, gina *testkit.Person
	mill, kiln, loom *testkit.Seller // loom waits for an operator
	tea, bowl        *testkit.Product
	olga             *testkit.Person // an administrator who wears no hat of the table
	hash             string          // of the newest proposal
	hats             []*hat
	settled          *order.Order // Mill's part of it is at Mill's bank

	held  ids         // the things that hold most, when the market has grown
	asked *perRequest // nil unless they are counted
}

// newMarket is a market on SQLite, of which each change is watched.
func newMarket(t *testing.T) *market {
	t.Helper()
	m := marketIn(t, testkit.Open(t))
	m.watches()
	return m
}

// marketIn fills a world: Alice and a guest buy from Mill and Kiln, Bob buys from
// Kiln only. Mill and Kiln have drafts, imports and money of their own.
func marketIn(t *testing.T, w *testkit.World) *market {
	t.Helper()
	m := &market{World: w, t: t, alice: w.Buyer("Alice Aldaine"), bob: w.Buyer("Bob Bercanary"), gina: w.Guest()}
	m.mill, m.kiln = w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
	m.loom = w.Seller("Loomcanary", testkit.Applied)
	m.tea, m.bowl = m.mill.Product("Tea", "12.50", 1000), m.kiln.Product("Bowl", "30.00", 1000)
	paid, other := m.alice.Buys(m.tea.Times(1), m.bowl.Times(1)), m.bob.Buys(m.bowl.Times(1))
	m.mill.Ships(paid)
	m.kiln.Ships(paid)
	m.kiln.Ships(other)
	m.settled = paid
	w.Advance(400 * time.Hour) // the money arrives
	w.Settle()
	for _, s := range []*testkit.Seller{m.mill, m.kiln, m.loom} {
		s.Person = s.SignsInAgain() // hats of sellers do not rest that long
	}
	m.alice, m.bob, m.gina = m.alice.SignsInAgain(), m.bob.SignsInAgain(), w.Guest()
	catalog := ids{"product": string(m.tea.ID), "variant": string(m.tea.Variant), "offer": string(m.tea.Offer), "seller": string(m.mill.ID)}
	catalog["productSlug"], catalog["sellerSlug"] = m.productSlug(m.mill, m.tea), m.slug(m.mill)
	hidden := ids{"hiddenSeller": string(m.loom.ID), "sellerSlug": m.slug(m.loom), "seller": string(m.kiln.ID)}
	mine, theirs := m.trade(m.mill, "Milldraft"), m.trade(m.kiln, "Kilncanary")
	mine, theirs = mine.with(m.team(m.mill, "Milldraft")), theirs.with(m.team(m.kiln, "Kilncanary"))
	alice, bob, gina := m.buysOf(m.alice, m.tea, m.bowl), m.buysOf(m.bob, m.bowl), m.buysOf(m.gina, m.tea, m.bowl)
	m.mill.Ships(m.alice.Order(order.ID(alice["order"])))
	mine["apiKey"], theirs["apiKey"] = m.mill.Key("SELLER_READ").Actor.KeyID, m.kiln.Key("SELLER_READ").Actor.KeyID
	mine["webhook"], mine["webhookDelivery"] = m.hook(m.mill.Actor)
	theirs["webhook"], theirs["webhookDelivery"] = m.hook(m.kiln.Actor)
	for part, of := range map[*testkit.Seller]ids{m.mill: alice, m.kiln: bob} {
		side := map[*testkit.Seller]ids{m.mill: mine, m.kiln: theirs}[part]
		side["order"], side["orderNumber"] = of["order"], of["orderNumber"]
		for _, p := range m.partsOf(of) {
			if p.SellerID == part.ID {
				side["sellerOrder"], side["sellerOrderNumber"] = string(p.ID), p.Number
				side["orderLine"] = string(p.Lines[0].ID)
			}
		}
	}
	theirs["shipment"] = string(m.bob.Order(other.ID).SellerOrders[0].Shipments[0].ID)
	mine["hiddenSeller"], catalog["hiddenSeller"] = string(m.mill.ID), string(m.mill.ID)
	mine["dispute"], theirs["dispute"] = m.dispute(m.alice.Buys(m.tea.Times(1))), m.dispute(m.bob.Buys(m.bowl.Times(1)))
	mine, theirs = mine.with(m.filed(m.mill.Actor, mine["dispute"])), theirs.with(m.filed(m.kiln.Actor, theirs["dispute"]))
	mine["statement"], theirs["statement"] = m.statements()
	theirs = theirs.with(hidden).with(ids{"export": bob["export"], "notification": m.told(m.kiln.Person), "savedView": m.saved(m.kiln.Person)})
	m.olga = w.Operator()
	theirs["proposal"] = m.proposal(m.olga)
	rulesets := m.rulesets()
	warning := ids{"warning": m.warning(m.alice.Buys(m.tea.Times(1)))}
	catalog["termsVersion"] = m.terms(terms.PrivacyNotice, nil)
	m.wear("anonymous", nil, catalog, theirs.with(bob))
	m.wear("guest", m.gina, catalog.with(gina), theirs.with(alice), m.bobsSecrets(bob)...)
	m.wear("buyer", m.alice, catalog.with(alice), theirs.with(bob), m.bobsSecrets(bob)...)
	m.wearSellers(catalog, mine, theirs, append(m.bobsSecrets(bob), m.alice.Email, alice["cart"], gina["cart"]))
	for _, role := range []identity.OperatorRole{
		identity.OperatorAdmin, identity.OperatorFinance, identity.OperatorSupport, identity.OperatorModerator, identity.OperatorAuditor,
	} {
		p := w.OperatorWith(role)
		m.wear(string(p.Actor.Role), p, catalog.with(alice).with(mine).with(rulesets).with(warning).with(ids{"proposal": m.proposal(m.olga)}), theirs.with(bob))
	}
	m.wearKeys()
	w.Settle()
	return m
}

// spareHook makes a webhook that a case may use up, and deletes the one before.
func (m *market) spareHook(by actor.Actor) (endpoint, delivery string) {
	m.t.Helper()
	if m.hooks == nil {
		m.hooks = map[string]webhook.ID{}
	}
	if former := m.hooks[by.SellerID]; former != "" {
		_, err := m.App.Webhooks.Delete(m.t.Context(), by, webhook.DeleteInput{ID: former})
		require.True(m.t, err == nil || webhook.ErrNotFound.Is(err), err)
	}
	endpoint, delivery = m.hook(by)
	m.hooks[by.SellerID] = webhook.ID(endpoint)
	return endpoint, delivery
}

// hook makes a webhook for whom an actor acts, with a delivery that has failed, since
// the webhook was disabled before it was sent.
func (m *market) hook(by actor.Actor) (endpoint, delivery string) {
	m.t.Helper()
	made, err := m.App.Webhooks.Create(m.t.Context(), by, webhook.CreateInput{
		URL: "https://hooks.example.com/", Events: []webhook.Topic{webhook.ProductPublished},
	})
	require.NoError(m.t, err)
	tried, err := m.App.Webhooks.Test(m.t.Context(), by, webhook.TestInput{ID: made.Endpoint.ID})
	require.NoError(m.t, err)
	off := webhook.UpdateInput{ID: made.Endpoint.ID, Version: 1, URL: made.Endpoint.URL, Events: made.Endpoint.Topics}
	_, err = m.App.Webhooks.Update(m.t.Context(), by, off)
	require.NoError(m.t, err)
	off.Version, off.IsEnabled = 2, true
	_, err = m.App.Webhooks.Update(m.t.Context(), by, off)
	require.NoError(m.t, err)
	return string(made.Endpoint.ID), string(tried.ID)
}

// wearSellers dresses a member of Mill in each role, and the owner of a seller
// who may not act yet.
func (m *market) wearSellers(shown, mine, theirs ids, secrets []string) {
	m.t.Helper()
	mine = shown.with(mine)
	private := []string{
		theirs["apiKey"], theirs["webhook"], theirs["webhookDelivery"], theirs["role"], theirs["member"], theirs["invitation"], theirs["ownershipOffer"],
		theirs["product"], theirs["variant"], theirs["offer"], theirs["import"], theirs["upload"], theirs["sellerOrder"], theirs["dispute"], theirs["statement"],
		theirs["evidenceFile"], theirs["evidenceUpload"], theirs["imageUpload"],
		"Kilncanary", m.kiln.Email, string(m.kiln.Account), "Loomcanary",
	}
	secrets = append(secrets, private...)
	m.wear("seller:owner", m.mill.Person, mine, theirs, secrets...)
	for _, role := range []seller.Role{
		seller.RoleManager, seller.RoleCatalog, seller.RoleFulfilment, seller.RoleFinance, seller.RoleSupport, seller.RoleReadOnly,
	} {
		m.wear(string(role.Role()), m.mill.Member("Mara "+string(role), role), mine, theirs, secrets...)
	}
	m.wearCustom(mine, theirs, secrets)
	for _, h := range m.hats {
		if h.actor().SellerID == "" {
			h.secrets = append(h.secrets, private...)
		}
	}
	viewing := m.OperatorWith(identity.OperatorSupport)
	m.wear("operator:support, views", viewing.Wearing(viewing.Views(m.mill)), mine, theirs, secrets...)
	none := shown.with(ids{"seller": string(m.loom.ID), "hiddenSeller": string(m.loom.ID), "sellerSlug": m.slug(m.loom)})
	waiting := theirs.with(mine).with(ids{"hiddenSeller": m.random("sel"), "sellerSlug": "nobody"})
	delete(waiting, "termsVersion") // terms are everybody's
	m.wear("seller:owner, not approved", m.loom.Person, none, waiting)
}

// wearKeys dresses programs: with all that the owner of Mill can give, with one
// permission, and with all that an operator can give. They have what the hat of
// their maker has, and no account.
func (m *market) wearKeys() {
	m.t.Helper()
	for _, of := range []struct {
		name, maker string
		scopes      []string // all that the maker can give when nil
	}{
		{"seller:owner, a key", "seller:owner", nil},
		{"seller:owner, a key to stock", "seller:owner", []string{"STOCK_READ"}},
		{"operator:admin, a key", "operator:admin", nil},
	} {
		maker := m.hats[slices.IndexFunc(m.hats, func(h *hat) bool { return h.name == of.maker })]
		if of.scopes == nil {
			of.scopes = grantable(maker.actor())
		}
		m.wear(of.name, maker.person.Key(of.scopes...), maker.own, maker.foreign, maker.secrets...)
	}
}

// grantable are the permissions that somebody can give to a key.
func grantable(by actor.Actor) (scopes []string) {
	for _, do := range authz.Granted(by) {
		if authz.Grantable(by, do) {
			scopes = append(scopes, string(do))
		}
	}
	return scopes
}

// wear adds a hat. What a role that does not see drafts calls its own is what
// is published.
func (m *market) wear(name string, p *testkit.Person, own, foreign ids, secrets ...string) {
	h := &hat{name: name, person: p, own: own, foreign: foreign, secrets: secrets}
	if p != nil {
		h.own = h.own.with(ids{"account": string(p.Account)})
		if p.Actor.KeyID != "" {
			delete(h.own, "account")
		}
	}
	if !authz.Can(h.actor(), authz.ProductRead) {
		h.own = h.own.with(ids{
			"product": string(m.tea.ID), "variant": string(m.tea.Variant), "offer": string(m.tea.Offer),
			"productSlug": m.productSlug(m.mill, m.tea),
		})
	}
	m.hats = append(m.hats, h)
}

func (m *market) bobsSecrets(bob ids) []string {
	return []string{m.bob.Email, m.bob.Name, string(m.bob.Account), bob["cart"], bob["order"], bob["orderNumber"], bob["secret"]}
}

// trade gives a seller a draft, an upload and an import.
func (m *market) trade(s *testkit.Seller, title string) ids {
	m.t.Helper()
	draft := s.Draft(title, "5.00", 3)
	started, err := m.App.Imports.Start(m.t.Context(), s.ID, productimport.StartInput{
		UploadID: m.upload(s, title+".csv"), Currency: money.Currency("EUR"),
	})
	require.NoError(m.t, err)
	m.Settle()
	return ids{
		"product": string(draft.ID), "variant": string(draft.Variant), "offer": string(draft.Offer), "productSlug": m.productSlug(s, draft),
		"imageUpload": string(m.picture(s.Actor)), "import": string(started.ID), "upload": string(m.upload(s, title+"-waiting.csv")), "account": string(s.Account),
	}
}

// picture is an upload of an image.
func (m *market) picture(by actor.Actor) file.UploadID {
	m.t.Helper()
	var content bytes.Buffer
	require.NoError(m.t, png.Encode(&content, image.NewGray(image.Rect(0, 0, 4, 4))))
	u, err := m.App.Files.Announce(m.t.Context(), by, file.PurposeImage, file.AnnounceInput{Filename: "pot.png", ByteSize: content.Len()})
	require.NoError(m.t, err)
	require.NoError(m.t, m.App.Files.Receive(m.t.Context(), by, u.ID, &content))
	return u.ID
}

// importable is a file that can be imported. Imports that were begun are over: a seller has
// a few at a time.
func (m *market) importable() productimport.UploadID {
	m.t.Helper()
	m.Settle()
	return m.upload(m.mill, "again.csv")
}

func (m *market) upload(s *testkit.Seller, filename string) productimport.UploadID {
	m.t.Helper()
	const file = "Handle,Title,Variant Price\nmug,Mug,nonsense\n"
	made, err := m.App.Imports.CreateUpload(m.t.Context(), s.ID, productimport.UploadInput{
		Filename: filename, ContentType: "text/csv", ByteSize: len(file),
	})
	require.NoError(m.t, err)
	require.NoError(m.t, m.App.Imports.Receive(m.t.Context(), s.ID, made.ID, strings.NewReader(file)))
	return made.ID
}

// buysOf lets somebody pay one order, leave another unpaid, and fill a cart.
func (m *market) buysOf(p *testkit.Person, goods ...*testkit.Product) ids {
	m.t.Helper()
	var wishes []testkit.Wish
	for _, g := range goods {
		wishes = append(wishes, g.Times(1))
	}
	bought := p.Buys(wishes...)
	waiting := p.Orders(wishes...)
	c := p.Cart(wishes[0])
	return ids{
		"order": string(bought.ID), "orderNumber": bought.Number, "unpaid": string(waiting.Order.ID),
		"secret": string(waiting.Payment.ClientSecret), "sellerOrder": string(bought.SellerOrders[0].ID),
		"sellerOrderNumber": bought.SellerOrders[0].Number, "cart": string(c.ID), "cartLine": string(c.Lines[0].ID),
		"account": string(p.Account), "session": p.Actor.SessionID, "export": m.fileOf(p),
		"trustedDevice": m.trusts(p),
	}
}

// invited is an invitation to run the platform that two operators have agreed on.
func (m *market) invited() string {
	m.t.Helper()
	m.count++
	asked, err := m.App.Operators.Invite(m.t.Context(), m.olga.Actor, operator.InviteInput{
		Email: fmt.Sprintf("colleague%d@example.org", m.count), Role: identity.OperatorAuditor, Reason: "A new colleague.",
	})
	require.NoError(m.t, err)
	_, err = m.App.Approvals.Approve(m.t.Context(), m.Operator().Actor, approval.ApproveInput{ID: asked.Proposal.ID, PayloadHash: asked.Proposal.Hash})
	require.NoError(m.t, err)
	return string(asked.Invitation.ID)
}

// told tells somebody something in the app, under the hat that they wear.
func (m *market) told(p *testkit.Person) string {
	m.t.Helper()
	hat := "buyer"
	switch {
	case p.Actor.SellerID != "":
		hat = p.Actor.SellerID
	case p.Actor.IsOperator():
		hat = "operator"
	}
	which := string(id.New[notification.ID]("ntf"))
	require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw(`INSERT INTO notifications (id, account_id, hat, kind, title, subject_id, mail_id, created_at)
			VALUES (?, ?, ?, 'ORDER_PAID', 'Told', 'ord_x', ?, ?)`, which, p.Actor.AccountID, hat, id.New[notification.MailID]("mal"), tx.Now()).Exec(ctx)
		return err
	}))
	return which
}

// saved saves a view of somebody, under the hat that they wear.
func (m *market) saved(p *testkit.Person) string {
	m.t.Helper()
	m.count++
	v, err := m.App.Preferences.Save(m.t.Context(), p.Actor, preference.SaveInput{Page: "orders", Name: fmt.Sprint("Saved ", m.count)})
	require.NoError(m.t, err)
	return string(v.ID)
}

// trusts makes the device of somebody a trusted one; empty for nobody.
func (m *market) trusts(p *testkit.Person) string {
	m.t.Helper()
	if p == nil {
		return ""
	}
	opened := &identity.Opened{
		Account: &identity.Account{ID: p.Account}, Session: &identity.Session{ID: identity.SessionID(p.Actor.SessionID)},
	}
	require.NoError(m.t, m.App.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
		return identity.TrustTx(ctx, tx, opened)
	}))
	return string(*opened.Session.TrustedDeviceID)
}

func (m *market) partsOf(of ids) []*order.SellerOrder {
	m.t.Helper()
	o, err := m.App.Orders.ByID(m.t.Context(), order.ID(of["order"]))
	require.NoError(m.t, err)
	return o.SellerOrders
}

func (m *market) slug(s *testkit.Seller) string {
	m.t.Helper()
	found, err := m.App.Sellers.ByIDs(m.t.Context(), []seller.ID{s.ID})
	require.NoError(m.t, err)
	return found[s.ID].Slug
}

func (m *market) productSlug(s *testkit.Seller, p *testkit.Product) string {
	m.t.Helper()
	answer := m.Asks(s.Person, `query($id: ID!) { product(id: $id) { slug } }`, map[string]any{"id": p.ID})
	return answer.Data["product"].(map[string]any)["slug"].(string)
}

// freshCart fills a cart that one call may use up.
func (m *market) freshCart(p *testkit.Person) *cart.Cart { return p.Cart(m.tea.Times(1)) }
