package search_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

const searchQuery = `query($text: String!, $kinds: [SearchKind!], $first: Int) { search(text: $text, kinds: $kinds, first: $first) {
	kind hasMore hits { id kind match title subtitle status amount { amount } seller { id } parentId createdAt } } }`

// hall is a marketplace with two sellers, of whom each has something that the other
// must not find.
type hall struct {
	*testing.T
	w          *testkit.World
	mill, kiln *testkit.Seller
	operator   *testkit.Person
}

func newHall(t *testing.T, w *testkit.World) *hall {
	return &hall{t, w, w.Seller("Mühle am Deich", testkit.Onboarded), w.Seller("Kiln"), w.Operator()}
}

// finds returns what somebody finds, as "KIND MATCH title", in the order of the answer.
func (s *hall) finds(p *testkit.Person, text string, kinds ...string) []string {
	s.Helper()
	variables := map[string]any{"text": text}
	if len(kinds) > 0 {
		variables["kinds"] = kinds
	}
	answer := s.w.Asks(p, searchQuery, variables)
	require.Empty(s, answer.Errors, text)
	found := []string{}
	for _, group := range answer.Data["search"].([]any) {
		for _, hit := range group.(map[string]any)["hits"].([]any) {
			h := hit.(map[string]any)
			require.Equal(s, group.(map[string]any)["kind"], h["kind"])
			found = append(found, fmt.Sprintf("%s %s %s", h["kind"], h["match"], h["title"]))
		}
	}
	return found
}

// hit returns the only thing that is found.
func (s *hall) hit(p *testkit.Person, text string) map[string]any {
	s.Helper()
	answer := s.w.Asks(p, searchQuery, map[string]any{"text": text})
	require.Empty(s, answer.Errors, text)
	groups := answer.Data["search"].([]any)
	require.Len(s, groups, 1, text)
	hits := groups[0].(map[string]any)["hits"].([]any)
	require.Len(s, hits, 1, text)
	return hits[0].(map[string]any)
}

// code is the reason of a refusal.
func (s *hall) code(p *testkit.Person, variables map[string]any) string {
	s.Helper()
	answer := s.w.Asks(p, searchQuery, variables)
	require.NotEmpty(s, answer.Errors)
	extensions := answer.Errors[0]["extensions"].(map[string]any)
	if reason, ok := extensions["reason"].(string); ok {
		return reason
	}
	return extensions["code"].(string)
}

func (s *hall) sku(of *testkit.Product, owner *testkit.Seller, sku string) {
	s.Helper()
	_, err := s.w.App.Catalog.UpdateOffer(s.Context(), owner.ID, catalog.OfferUpdateInput{ID: of.Offer, SKU: &sku})
	require.NoError(s, err)
}

func TestSearch_operators_find_everything_and_members_what_is_theirs(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		s := newHall(t, w)
		tea, bowl := s.mill.Product("Green tea", "12.50", 10), s.kiln.Product("Tea bowl", "30.00", 10)
		s.mill.Draft("Tea that is not for sale yet", "9.00", 1)
		s.sku(tea, s.mill, "TEA-Green-1")
		s.sku(bowl, s.kiln, "TEA-bowl")
		alice := w.Buyer("Alice Gruber")
		o := alice.Buys(tea.Times(1), bowl.Times(1))
		part := map[seller.ID]string{}
		for _, p := range o.SellerOrders {
			part[p.SellerID] = p.Number
		}

		require.Equal(t, []string{"PRODUCT PREFIX Tea bowl", "PRODUCT PREFIX Tea that is not for sale yet", "PRODUCT WORDS Green tea", "OFFER PREFIX TEA-bowl", "OFFER PREFIX TEA-Green-1"}, s.finds(s.operator, "tea"))
		require.Equal(t, []string{"PRODUCT PREFIX Tea that is not for sale yet", "PRODUCT WORDS Green tea", "OFFER PREFIX TEA-Green-1"}, s.finds(s.mill.Person, "TEA"))
		require.Equal(t, []string{"PRODUCT PREFIX Tea bowl", "OFFER PREFIX TEA-bowl"}, s.finds(s.kiln.Person, "tea"))
		require.Equal(t, []string{"OFFER EXACT TEA-Green-1"}, s.finds(s.mill.Person, "tea-GREEN-1", "OFFER"))
		require.Empty(t, s.finds(s.kiln.Person, "tea-green-1"), "another seller's SKU")

		for _, text := range []string{o.Number, strings.ToLower(o.Number), strings.ReplaceAll(o.Number, "-", ""), "#" + o.Number} {
			require.Equal(t, []string{"ORDER EXACT " + o.Number}, s.finds(s.operator, text), text)
			require.Equal(t, []string{"SELLER_ORDER PREFIX " + part[s.mill.ID]}, s.finds(s.mill.Person, text), text)
		}
		require.Equal(t, []string{"ORDER PREFIX " + o.Number}, s.finds(s.operator, o.Number[:4]))
		require.Empty(t, s.finds(s.operator, o.Number[:3], "ORDER"), "too little of a number")
		require.Equal(t, []string{"SELLER_ORDER EXACT " + part[s.kiln.ID]}, s.finds(s.kiln.Person, part[s.kiln.ID]))
		require.Empty(t, s.finds(s.kiln.Person, part[s.mill.ID]), "another seller's part")

		for _, name := range []string{string(o.ID), *w.Payment(o.ID).IntentID, w.Payment(o.ID).ChargeID, string(w.Payment(o.ID).ID)} {
			hit := s.hit(s.operator, name)
			require.Equal(t, o.Number, hit["title"], name)
			require.Equal(t, "EXACT", hit["match"])
			require.NotContains(t, hit["subtitle"], alice.Email, "masked")
			require.Equal(t, "PAID", hit["status"])
			require.Empty(t, s.finds(s.kiln.Person, name), name)
		}
		require.Equal(t, []string{"ORDER EXACT " + o.Number, "ACCOUNT EXACT A. G."}, s.finds(s.operator, strings.ToUpper(alice.Email)))
		require.Empty(t, s.finds(s.operator, alice.Email[:len(alice.Email)-1]), "addresses are looked for whole")
	})
}

func TestSearch_people_are_found_by_what_is_shown_of_them(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		s := newHall(t, w)
		w.Buyer("Alice Gruber")
		clerk := s.mill.Member("Zoë Ångström", seller.RoleFinance)
		require.Equal(t, []string{"ACCOUNT EXACT Zoë Ångström"}, s.finds(s.operator, "zoe angstrom"))
		require.Equal(t, []string{"ACCOUNT WORDS Zoë Ångström"}, s.finds(s.operator, "angs"))
		require.Equal(t, []string{"ACCOUNT EXACT Zoë Ångström"}, s.finds(s.operator, clerk.Email))
		require.Empty(t, s.finds(s.operator, "Alice"), "the name of a buyer is masked, and cannot be guessed")
		require.Empty(t, s.finds(s.operator, "Gruber"))
		require.Empty(t, s.finds(s.mill.Person, "zoe"), "members look into the list of members")
		require.Contains(t, s.finds(s.operator, s.mill.Email), "SELLER EXACT Mühle am Deich")
		require.Contains(t, s.finds(s.operator, "muhle"), "SELLER PREFIX Mühle am Deich")
		require.Contains(t, s.finds(s.operator, "muhle-am-deich"), "SELLER EXACT Mühle am Deich")
		account := s.mill.PayoutAccount()
		require.Contains(t, s.finds(s.operator, *account.ProviderID), "SELLER EXACT Mühle am Deich")

		members, err := w.App.Sellers.MembersByIDs(t.Context(), []seller.ID{s.mill.ID})
		require.NoError(t, err)
		for _, m := range members[s.mill.ID] {
			if string(m.AccountID) == clerk.Actor.AccountID {
				require.NoError(t, remove(t.Context(), w, s, m.ID))
			}
		}
		require.Empty(t, s.finds(s.operator, "angstrom"), "who acts for nobody any more is masked")
		require.Len(t, s.finds(s.operator, clerk.Email), 1)
		require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := identity.ForgetTx(ctx, tx, identity.AccountID(clerk.Actor.AccountID))
			return err
		}))
		require.Empty(t, s.finds(s.operator, clerk.Email))
	})
}

func remove(ctx context.Context, w *testkit.World, s *hall, member seller.MemberID) error {
	_, err := w.App.Sellers.Remove(ctx, s.mill.Actor, seller.MemberInput{MemberID: member})
	return err
}

// Each kind is answered to those who may read its list, and to nobody else.
func TestSearch_each_role_finds_only_what_it_may_read(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		s := newHall(t, w)
		tea := s.mill.Product("Tea", "12.50", 10)
		s.sku(tea, s.mill, "MUHLE-1")
		o := w.Buyer("Alice").Buys(tea.Times(1))
		texts := []string{o.Number + "-1", o.Number, "muhle", "tea", s.mill.Email}
		needs := map[string]authz.Permission{
			"ORDER": authz.OrderRead, "SELLER_ORDER": authz.SellerOrderRead, "SELLER": authz.SellerList, "PRODUCT": authz.ProductRead,
			"OFFER": authz.ProductRead, "ACCOUNT": authz.AccountRead,
		}
		everything := []string{}
		for _, role := range []identity.OperatorRole{identity.OperatorAdmin, identity.OperatorFinance, identity.OperatorSupport, identity.OperatorModerator, identity.OperatorAuditor} {
			p := w.OperatorWith(role)
			for _, text := range texts {
				for _, found := range s.finds(p, text) {
					kind, _, _ := strings.Cut(found, " ")
					require.True(t, authz.Can(p.Actor, needs[kind]), "%s finds %s", role, found)
					everything = append(everything, kind)
				}
			}
		}
		slices.Sort(everything)
		require.Equal(t, []string{"ACCOUNT", "OFFER", "ORDER", "PRODUCT", "SELLER", "SELLER_ORDER"}, slices.Compact(everything))
		catalogue := s.mill.Member("Carl", seller.RoleCatalog)
		require.Equal(t, []string{"PRODUCT EXACT Tea"}, s.finds(catalogue, "tea"))
		require.Empty(t, s.finds(catalogue, o.Number), "who looks after the catalogue sees no orders")
		finance := s.mill.Member("Fina", seller.RoleFinance)
		require.Len(t, s.finds(finance, o.Number), 1)
		require.Empty(t, s.finds(finance, "tea"))
		key := s.mill.Key("PRODUCT_READ")
		require.Empty(t, s.finds(key, o.Number), "a key finds what its scopes read")
		require.Len(t, s.finds(key, "tea"), 1)

		require.Equal(t, "UNAUTHENTICATED", s.code(nil, map[string]any{"text": "tea"}))
		require.Equal(t, "FORBIDDEN", s.code(w.Buyer("Bob"), map[string]any{"text": "tea"}))
		require.Equal(t, "FORBIDDEN", s.code(w.Guest(), map[string]any{"text": "tea"}))
	})
}

func TestSearch_money_is_found_by_its_identifiers(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		s := newHall(t, w)
		tea := s.mill.Product("Tea", "12.50", 10)
		catalogue := s.mill.Member("Carl", seller.RoleCatalog)
		s.mill.Ships(w.Buyer("Alice").Buys(tea.Times(1)))
		for range 20 {
			w.Advance(24 * time.Hour)
			w.Settle()
		}
		operator, mill, kiln, clerk := s.operator.SignsInAgain(), s.mill.SignsInAgain(), s.kiln.SignsInAgain(), catalogue.SignsInAgain()
		lists := w.Asks(operator, `{ transfers(first: 1) { nodes { id } } payouts(first: 1) { nodes { id } } }`, nil)
		require.Empty(t, lists.Errors)
		for _, list := range []string{"transfers", "payouts"} {
			nodes := lists.Data[list].(map[string]any)["nodes"].([]any)
			require.NotEmpty(t, nodes, list)
			own := nodes[0].(map[string]any)["id"].(string)
			provider := s.hit(operator, own)["title"].(string)
			require.NotEqual(t, own, provider)
			for _, name := range []string{own, provider} {
				require.Equal(t, own, s.hit(operator, name)["id"])
				require.Equal(t, own, s.hit(mill, name)["id"])
				require.Equal(t, string(s.mill.ID), s.hit(operator, name)["seller"].(map[string]any)["id"])
				require.Empty(t, s.finds(kiln, name), "another seller's")
				require.Empty(t, s.finds(clerk, name), "who reads no money")
			}
		}
	})
}

func TestSearch_texts(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		s := newHall(t, w)
		for _, title := range []string{"İstanbul ışık", "شاي أخضر", "緑茶セット", "Łódź 100% wool_mix", "O'Hara's tea", "ＴＥＡ ①"} {
			s.mill.Product(title, "5.00", 1)
		}
		for text, title := range map[string]string{
			"istanbul": "İstanbul ışık", "ISTANBUL ISIK": "İstanbul ışık", "ışık": "İstanbul ışık", "شاي": "شاي أخضر", "اخضر": "شاي أخضر",
			"緑茶": "緑茶セット", "lodz": "Łódź 100% wool_mix", "wool mix": "Łódź 100% wool_mix", "oharas": "O'Hara's tea", "o'hara": "O'Hara's tea",
			"tea 1": "ＴＥＡ ①",
		} {
			require.Len(t, s.finds(s.mill.Person, text), 1, text)
			require.Contains(t, s.finds(s.mill.Person, text)[0], title, text)
		}
		for _, text := range []string{
			"%%", "__", "%tea%", `\\`, "'; DROP TABLE search_entries; --", `" OR 1=1 --`, "tea* OR kindproduct", "NEAR(tea)", "title:tea zzz", "kindseller zz", ":*:*", "()",
			"tea & ! x9", "a' 'b9", strings.Repeat("ab ", 33), "🦊🦊", "\u202e\u202e", "po_", "_ord_x", "ord_x'--", "tr_1 OR 1=1", "@@", "a@b@c",
		} {
			require.NotContains(t, s.finds(s.kiln.Person, text), "PRODUCT", text)
			s.finds(s.operator, text)
		}
		require.Empty(t, s.finds(s.kiln.Person, strings.ToLower(strings.ReplaceAll(string(s.mill.ID), "_", ""))), "the scope of another seller as a word")
		for _, text := range []string{"", "a", " a ", "  ", "緑"} {
			require.Equal(t, "SEARCH_TOO_SHORT", s.code(s.operator, map[string]any{"text": text}), text)
		}
		require.Equal(t, "TOO_LONG", s.code(s.operator, map[string]any{"text": strings.Repeat("a", 101)}))
		for _, first := range []int{0, -1, 21} {
			require.Equal(t, "SEARCH_SIZE", s.code(s.operator, map[string]any{"text": "tea", "first": first}))
		}
	})
}

func TestSearch_bounds_ranks_and_renames(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		s := newHall(t, w)
		for i := range 30 {
			s.mill.Draft(fmt.Sprintf("Lamp %02d", i), "5.00", 1)
		}
		s.mill.Draft("A lamp", "5.00", 1)
		last := s.mill.Draft("Lamp", "5.00", 1)
		found := s.finds(s.mill.Person, "lamp")
		require.Equal(t, []string{"PRODUCT EXACT Lamp", "PRODUCT PREFIX Lamp 00", "PRODUCT PREFIX Lamp 01", "PRODUCT PREFIX Lamp 02", "PRODUCT PREFIX Lamp 03"}, found)
		answer := w.Asks(s.operator, searchQuery, map[string]any{"text": "lamp", "first": 20})
		group := answer.Data["search"].([]any)[0].(map[string]any)
		require.Len(t, group["hits"], 20)
		require.Equal(t, true, group["hasMore"])

		title := "Lantern"
		_, err := w.App.Catalog.Update(t.Context(), s.mill.ID, catalog.UpdateInput{ID: last.ID, Title: &title})
		require.NoError(t, err)
		require.Equal(t, []string{"PRODUCT EXACT Lantern"}, s.finds(s.mill.Person, "lantern"))
		require.NotContains(t, s.finds(s.mill.Person, "lamp"), "PRODUCT EXACT Lamp")
		name := "Windmill"
		_, err = w.App.Sellers.Update(t.Context(), s.mill.Actor, seller.UpdateInput{Name: &name})
		require.NoError(t, err)
		require.Equal(t, []string{"SELLER EXACT Windmill"}, s.finds(s.operator, "windmill", "SELLER"))
		require.Empty(t, s.finds(s.operator, "muhle", "SELLER"))
	})
}

// What was there before the index is found once it was filled, and filling again
// changes nothing.
func TestSearch_fills_the_index_with_what_was_there_before(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		s := newHall(t, w)
		s.mill.Product("Tea", "12.50", 10)
		require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			if _, err := tx.NewRaw("DELETE FROM search_fills").Exec(ctx); err != nil {
				return err
			}
			_, err := tx.NewRaw("DELETE FROM search_entries").Exec(ctx)
			return err
		}))
		require.Empty(t, s.finds(s.operator, "tea"))
		for range 2 {
			require.NoError(t, w.App.Search.Fill(t.Context()))
			require.Equal(t, []string{"PRODUCT EXACT Tea"}, s.finds(s.operator, "tea"))
			require.Contains(t, s.finds(s.operator, "muhle"), "SELLER PREFIX Mühle am Deich")
			require.NotEmpty(t, s.finds(s.operator, "olga", "ACCOUNT"))
		}
	})
}

// However many orders and products there are, no statement of a search reads all of
// them.
func TestSearch_walks_indexes(t *testing.T) {
	t.Parallel()

	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		t.Run(string(dialect), func(t *testing.T) {
			t.Parallel()

			seen := &statements{}
			d := dbtest.Open(t, dialect, db.Options{Clock: clock.NewManual(testkit.Start), Hooks: []bun.QueryHook{seen}})
			s := newHall(t, testkit.New(t, d))
			tea := s.mill.Product("Tea", "12.50", 10)
			s.sku(tea, s.mill, "TEA-1")
			alice := s.w.Buyer("Alice")
			o := alice.Buys(tea.Times(1))
			payment := s.w.Payment(o.ID)
			for _, text := range []string{"tea", "te e", o.Number, o.Number + "-1", alice.Email, string(o.ID), *payment.IntentID, payment.ChargeID, "po_1x", "tr_1x", "re_1x", "dp_1x", "acct_1x", "muhle", s.mill.Email} {
				for _, p := range []*testkit.Person{s.operator, s.mill.Person} {
					asked := seen.asked(func() { s.finds(p, text) })
					require.Less(t, len(asked), 40, "%s", text)
					for _, statement := range asked {
						require.Empty(t, scans(plan(t, d, statement)), "%s: %s", text, statement)
					}
				}
			}
		})
	}
}
