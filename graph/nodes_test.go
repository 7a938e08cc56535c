package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/internal/testkit"
)

// listed says by which lists things of a kind are found, as somebody may ask for them.
type listed struct {
	lock  authz.Permission // of the lists; empty: they are everybody's
	lists []string
	// more reports whether a thing may be seen by its id without being in a list.
	more func(h *hat, id string) bool
}

// nodeLists are the types of nodes with lists of all that somebody sees of them.
// Operators name the seller where they have to.
func (m *market) nodeLists() map[string]listed {
	ofSellers := func(list string) []string {
		var lists []string
		for _, s := range []*testkit.Seller{m.mill, m.kiln} {
			lists = append(lists, fmt.Sprintf(`%s(first: 100, filter: {sellerId: "%s"}) { nodes { id } }`, list, s.ID))
		}
		return append(lists, list+`(first: 100) { nodes { id } }`)
	}
	all := func(list string) []string { return []string{list + `(first: 100) { nodes { id } }`} }
	operates := func(lock authz.Permission) func(*hat, string) bool {
		return func(h *hat, _ string) bool { return h.actor().IsOperator() && authz.Can(h.actor(), lock) }
	}
	inForce := map[string]bool{}
	versions := m.Asks(m.olga, `{ termsVersions(first: 100) { nodes { id inForceFrom } } }`, nil)
	for _, v := range versions.Data["termsVersions"].(map[string]any)["nodes"].([]any) {
		from, err := time.Parse(time.RFC3339, v.(map[string]any)["inForceFrom"].(string))
		require.NoError(m.t, err)
		inForce[v.(map[string]any)["id"].(string)] = !from.After(m.Clock.Now())
	}
	return map[string]listed{
		"AuditEntry":               {lock: authz.AuditRead, lists: all("auditEntries"), more: operates(authz.AuditRead)}, // of which there are more than a page
		"CommissionDocument":       {lock: authz.SellerLedgerRead, lists: all("commissionInvoices")},
		"CommissionRuleset":        {lock: authz.CommissionRead, lists: all("commissionRulesets")},
		"Export":                   {lock: authz.ExportRead, lists: all("exports")},
		"Notification":             {lists: all("notifications")},
		"Payout":                   {lock: authz.SellerPayoutRead, lists: all("payouts")},
		"ReconciliationDifference": {lock: authz.LedgerRead, lists: []string{`reconciliationDifferences(first: 100, sort: OLDEST_FIRST) { nodes { id } }`}},
		"Release":                  {lock: authz.SellerTransferRead, lists: all("releases")},
		"SavedView":                {lists: []string{`savedViews(page: "orders") { id }`}},
		"SellerCharge":             {lock: authz.SellerBalanceRead, lists: all("sellerCharges")},
		"SellerDebt":               {lock: authz.SellerBalanceRead, lists: all("sellerDebts")},
		"SellerInvitation":         {lock: authz.SellerMemberRead, lists: ofSellers("sellerInvitations")},
		"SellerMember":             {lock: authz.SellerRead, lists: ofSellers("sellerMembers"), more: operates(authz.SellerRead)},
		"SellerPlan":               {lock: authz.CommissionRead, lists: all("sellerPlans")},
		"SellerRole":               {lock: authz.SellerRead, lists: ofSellers("sellerRoles")},
		"TermsVersion":             {lock: authz.TermsRead, lists: all("termsVersions"), more: func(_ *hat, id string) bool { return inForce[id] }},
		"Transfer":                 {lock: authz.SellerTransferRead, lists: all("transfers")},
	}
}

// idsIn collects what is called id.
func idsIn(v any, found map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		if id, ok := v["id"].(string); ok {
			found[id] = true
		}
		for _, inner := range v {
			idsIn(inner, found)
		}
	case []any:
		for _, inner := range v {
			idsIn(inner, found)
		}
	}
}

// fills makes some of everything. No time passes, so that all hats stay on.
func (m *market) fills() {
	m.t.Helper()
	m.charged()
	m.givenBack("sellerDebtWriteOff")
	m.invoiced()
	m.plan()
	m.differs()
	at := m.later()
	m.terms(terms.Marketing, &at)
	for _, s := range []*testkit.Seller{m.mill, m.kiln} {
		m.told(s.Person)
		m.saved(s.Person)
		m.fileOf(s.Person)
		m.role(s, fmt.Sprint("Filling ", s.ID), nil, authz.SellerRead)
		s.Invites(fmt.Sprintf("filling-%s@example.org", s.ID), seller.Charge{Role: seller.RoleReadOnly})
	}
}

// What somebody finds by an id is what their lists show, whatever hat they wear and
// whosever the thing is: each hat asks `nodes` for the things of all hats.
func TestNodes_are_seen_as_lists_show_them(t *testing.T) {
	t.Parallel()
	m := marketIn(t, testkit.Open(t, testkit.Setting("PLATFORM_LEGAL_NAME", "Étal GmbH"), testkit.Setting("PLATFORM_ADDRESS", "Quay 1, Hamburg"), testkit.Setting("PLATFORM_COUNTRY", "DE")))
	m.seesLines(t)
	m.fills()
	lists := m.nodeLists()
	for typ, of := range lists {
		everything, seen := map[string]bool{}, map[*hat]map[string]bool{}
		for _, h := range m.hats {
			seen[h] = map[string]bool{}
			for _, list := range of.lists {
				answer := m.Asks(h.person, `{ list: `+list+` }`, nil)
				if len(answer.Errors) == 0 {
					idsIn(any(answer.Data), seen[h])
				}
			}
			if of.lock != "" && !authz.Can(h.actor(), of.lock) {
				require.Empty(t, seen[h], "%s as %s", typ, h.name)
			}
			for id := range seen[h] {
				everything[id] = true
			}
		}
		require.NotEmpty(t, everything, "there is no %s", typ)
		var names []string
		for id := range everything {
			names = append(names, id)
		}
		slices.Sort(names)
		found, hidden := 0, 0
		for _, h := range m.hats {
			for part := range slices.Chunk(names, 100) {
				for i, line := range m.named(h.person, part) {
					place := fmt.Sprintf("%s %s as %s: %s", typ, part[i], h.name, line)
					switch {
					case seen[h][part[i]]:
						require.Contains(t, line, part[i], place)
						require.Contains(t, line, "__typename:"+typ, place)
						found++
					case of.more != nil && of.more(h, part[i]):
					default:
						require.Equal(t, "<nil>", line, "an id shows what no list does: %s", place)
						hidden++
					}
				}
			}
		}
		require.Positive(t, found, typ)
		require.Positive(t, hidden, "%s is everybody's: say so", typ)
		m.readsAtOnce(t, typ, seen)
		t.Logf("%s: %d things, found %d times, hidden %d times", typ, len(names), found, hidden)
	}
}

// seesLines holds lines of orders to be found by whoever sees the order, or the seller's
// part of it, and by nobody else.
func (m *market) seesLines(t *testing.T) {
	t.Helper()
	o := m.bob.SignsInAgain().Buys(m.tea.Times(1), m.bowl.Times(1))
	for _, part := range o.SellerOrders {
		line := string(part.Lines[0].ID)
		for _, h := range m.hats {
			by := h.actor()
			sees := by.IsOperator() && authz.Can(by, authz.OrderRead)
			if by.SellerID != "" {
				sees = by.SellerID == string(part.SellerID) && (authz.Can(by, authz.SellerOrderRead) || authz.Can(by, authz.OrderRead))
			}
			shown := m.named(h.person, []string{line})[0]
			require.Equal(t, sees, strings.Contains(shown, line), "%s of %s as %s: %s", line, part.SellerID, h.name, shown)
		}
	}
}

// readsAtOnce holds many things of a kind to be read with as many statements as half of them.
func (m *market) readsAtOnce(t *testing.T, typ string, seen map[*hat]map[string]bool) {
	t.Helper()
	var who *hat
	for _, h := range m.hats {
		if who == nil || len(seen[h]) > len(seen[who]) {
			who = h
		}
	}
	names := slices.Sorted(maps.Keys(seen[who]))
	names = names[:min(len(names), 100)]
	if len(names) < 3 {
		return
	}
	var some []string // of all ages, so that whatever else is read for some is read for these
	for i := 0; i < len(names); i += 2 {
		some = append(some, names[i])
	}
	least := m.fewest(0, func() { m.named(who.person, some) })
	require.LessOrEqual(t, m.fewest(least, func() { m.named(who.person, names) }), least, "each %s is read for itself", typ)
}
