package server_test

import (
	"context"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

const (
	followOrder   = `subscription($id: ID!, $after: String) { orderUpdated(id: $id, after: $after) { eventId event order { id status sellerOrders { status seller { name } } } } }`
	followPart    = `subscription($id: ID!) { sellerOrderUpdated(id: $id) { event sellerOrder { id status } } }`
	followParts   = `subscription { sellerOrderUpdated { event sellerOrder { id status } } }`
	followPlaced  = `subscription { sellerOrderCreated { event sellerOrder { id status } } }`
	followImport  = `subscription($id: ID!) { productImportUpdated(id: $id) { event productImport { id status } } }`
	followExport  = `subscription($id: ID!) { exportUpdated(id: $id) { event export { id status } } }`
	streamPayload = "orderUpdated"
)

func ids(id any) map[string]any { return map[string]any{"id": id} }

// heard reads the next event of a field.
func heard(t *testing.T, s *testkit.Stream, field string) (eventName string, update map[string]any) {
	t.Helper()
	e := s.Next()
	require.Equal(t, "next", e.Name)
	require.Empty(t, e.Errors)
	update, ok := e.Data[field].(map[string]any)
	require.True(t, ok, "%v", e.Data)
	return update["event"].(string), update
}

// requireEnd reads the error that ends a stream.
func requireEnd(t *testing.T, s *testkit.Stream, code, reason string) {
	t.Helper()
	e := s.Next()
	require.Equal(t, "next", e.Name)
	require.Len(t, e.Errors, 1, "%v", e.Data)
	extensions := e.Errors[0]["extensions"].(map[string]any)
	require.Equal(t, code, extensions["code"], "%v", e.Errors)
	if reason != "" {
		require.Equal(t, reason, extensions["reason"])
	}
	require.Equal(t, "complete", s.Next().Name)
	require.Equal(t, "end", s.Next().Name)
}

func TestStream_follows_an_order_from_placing_to_shipping(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice, mill, other := w.Buyer("Alice"), w.Seller("Mill", testkit.Onboarded), w.Seller("Other")
		tea := mill.Product("Tea", "12.50", 10)
		placedStream, foreign := w.Follows(mill.Person, followPlaced, nil), w.Follows(other.Person, followParts, nil)
		placedStream.Opened()
		foreign.Opened()
		require.Equal(t, "no", placedStream.Header.Get("X-Accel-Buffering"))
		require.Equal(t, "no-store", placedStream.Header.Get("Cache-Control"))

		placed := alice.Orders(tea.Times(2))
		part := placed.Order.SellerOrders[0]
		name, update := heard(t, placedStream, "sellerOrderCreated")
		require.Equal(t, "order.placed", name)
		require.Equal(t, map[string]any{"id": string(part.ID), "status": "AWAITING_PAYMENT"}, update["sellerOrder"])

		buyer := w.Follows(alice, followOrder, ids(placed.Order.ID))
		of := w.Follows(mill.Person, followPart, ids(part.ID))
		all := w.Follows(mill.Person, followParts, nil)
		operator := w.Follows(w.Operator(), followPart, ids(part.ID))
		for _, s := range []*testkit.Stream{buyer, of, all, operator} {
			s.Opened()
		}
		alice.Pays(placed.Payment)
		w.Settle()
		mill.Ships(placed.Order)
		for i, want := range []string{"order.paid", "order.shipped"} {
			status := []string{"READY_TO_SHIP", "SHIPPED"}[i]
			name, update := heard(t, buyer, "orderUpdated")
			require.Equal(t, want, name)
			require.Equal(t, "PAID", update["order"].(map[string]any)["status"])
			for _, s := range []*testkit.Stream{of, all, operator} {
				name, update := heard(t, s, "sellerOrderUpdated")
				require.Equal(t, want, name)
				require.Equal(t, string(part.ID), update["sellerOrder"].(map[string]any)["id"])
				require.Contains(t, []string{status, "SHIPPED"}, update["sellerOrder"].(map[string]any)["status"], "the present, not a copy")
			}
		}
		w.App.Live.Stop()
		require.Equal(t, "end", foreign.Next().Name, "another seller hears nothing but the end")
	})
}

// Whoever comes back with the id of the last event misses nothing and sees nothing
// twice, by header and by argument, on another process.
func TestStream_goes_on_from_the_last_event(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice := w.Buyer("Alice")
		placed := alice.Orders(w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 10).Times(1))
		s := w.Follows(alice, followOrder, ids(placed.Order.ID))
		position := s.Opened()
		s.Close()
		tell := func(names ...string) {
			for _, name := range names {
				require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
					return order.TellTx(ctx, tx, name, placed.Order.ID)
				}))
			}
		}
		tell("a", "b", "c")
		s = w.Follows(alice, followOrder, ids(placed.Order.ID), "Last-Event-ID", position)
		for _, want := range []string{"a", "b"} {
			name, update := heard(t, s, streamPayload)
			require.Equal(t, want, name)
			require.Equal(t, update["eventId"], s.LastID)
		}
		position = s.LastID
		s.Close()
		tell("d")
		for _, again := range []*testkit.Stream{
			w.Follows(alice, followOrder, map[string]any{"id": placed.Order.ID, "after": position}),
			w.Follows(alice, followOrder, map[string]any{"id": placed.Order.ID, "after": "0-0-0"}, "Last-Event-ID", position), // the header is newer
		} {
			for _, want := range []string{"c", "d"} {
				name, _ := heard(t, again, streamPayload)
				require.Equal(t, want, name)
			}
		}
		requireEnd(t, w.Follows(alice, followOrder, map[string]any{"id": placed.Order.ID, "after": "nonsense"}), "BAD_USER_INPUT", "STREAM_CURSOR_INVALID")
		requireEnd(t, w.Follows(alice, followOrder, map[string]any{"id": placed.Order.ID, "after": "1-1-1"}), "CONFLICT", "STREAM_CURSOR_GONE")
	})
}

func TestStream_refuses_what_is_not_ones_own(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	alice, bob, mill, other := w.Buyer("Alice"), w.Buyer("Bob"), w.Seller("Mill", testkit.Onboarded), w.Seller("Other")
	placed := alice.Orders(mill.Product("Tea", "12.50", 10).Times(1))
	part := placed.Order.SellerOrders[0].ID
	for name, c := range map[string]struct {
		who   *testkit.Person
		query string
		id    any
		code  string
	}{
		"a stranger's order":             {nil, followOrder, placed.Order.ID, "UNAUTHENTICATED"},
		"another buyer's order":          {bob, followOrder, placed.Order.ID, "NOT_FOUND"},
		"no order":                       {alice, followOrder, "ord_none", "NOT_FOUND"},
		"an order as a seller":           {mill.Person, followOrder, placed.Order.ID, "FORBIDDEN"},
		"another seller's part":          {other.Person, followPart, part, "NOT_FOUND"},
		"a part as a buyer":              {alice, followPart, part, "FORBIDDEN"},
		"parts as an operator":           {w.Operator(), followParts, nil, "BAD_USER_INPUT"},
		"placed as an operator":          {w.Operator(), followPlaced, nil, "BAD_USER_INPUT"},
		"no import":                      {mill.Person, followImport, "imp_none", "NOT_FOUND"},
		"an import as a buyer":           {alice, followImport, "imp_none", "FORBIDDEN"},
		"no export":                      {alice, followExport, "exp_none", "NOT_FOUND"},
		"an export as a stranger":        {nil, followExport, "exp_none", "UNAUTHENTICATED"},
		"a key that may not read orders": {mill.Key("STOCK_READ"), followParts, nil, "FORBIDDEN"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			variables := map[string]any{}
			if c.id != nil {
				variables["id"] = c.id
			}
			s := w.Follows(c.who, c.query, variables)
			require.Equal(t, http.StatusOK, s.Status, s.Body)
			requireEnd(t, s, c.code, "")
		})
	}
}

// What is wrong with the request itself is answered as always, and not by a
// stream.
func TestStream_has_the_same_door(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	alice := w.Buyer("Alice")
	for query, code := range map[string]string{
		`subscription { nothing }`: "GRAPHQL_VALIDATION_FAILED",
		`subscription {`:           "GRAPHQL_PARSE_FAILED",
		`subscription { sellerOrderUpdated { event } sellerOrderCreated { event } }`: "GRAPHQL_VALIDATION_FAILED",
		`subscription { ` + `sellerOrderUpdated { ` + deep(20) + ` } }`:              "OPERATION_TOO_LARGE",
	} {
		s := w.Follows(alice, query, nil)
		require.Equal(t, http.StatusBadRequest, s.Status, query)
		require.Contains(t, s.Body, code, query)
	}
	without := w.Asks(alice, followOrder, ids("ord_none"))
	require.Equal(t, "BAD_USER_INPUT", code(without), "%v", without)
	one := w.Follows(alice, `{ viewer { account { name } } }`, nil) // a query is one event
	e := one.Next()
	require.Equal(t, "Alice", at(e.Answer, "viewer", "account", "name"))
	require.Equal(t, "complete", one.Next().Name)
	require.Equal(t, "end", one.Next().Name)
}

func deep(levels int) string {
	if levels == 0 {
		return "id"
	}
	return "sellerOrder { " + deep(levels-1) + " }"
}

// Whatever ends a session or narrows it ends its streams: at the next event, and
// within five seconds without one.
func TestStream_ends_when_authority_does(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		end          func(w *testkit.World, member *testkit.Person, of *testkit.Seller, id seller.MemberID) error
		code, reason string
	}{
		"signed out": {func(w *testkit.World, member *testkit.Person, _ *testkit.Seller, _ seller.MemberID) error {
			return w.App.Identity.SignOut(context.Background(), member.Actor)
		}, "UNAUTHENTICATED", ""},
		"member removed": {func(w *testkit.World, _ *testkit.Person, of *testkit.Seller, id seller.MemberID) error {
			_, err := w.App.Sellers.Remove(context.Background(), of.Actor, seller.MemberInput{MemberID: id})
			return err
		}, "FORBIDDEN", ""},
		"role changed": {func(w *testkit.World, _ *testkit.Person, of *testkit.Seller, id seller.MemberID) error {
			_, err := w.App.Sellers.SetRole(context.Background(), of.Actor, seller.MemberRoleSetInput{MemberID: id, Role: seller.RoleCatalog})
			return err
		}, "FORBIDDEN", "STREAM_AUTHORITY_CHANGED"},
		"seller suspended": {func(w *testkit.World, _ *testkit.Person, of *testkit.Seller, _ seller.MemberID) error {
			_, err := w.App.Sellers.Suspend(context.Background(), w.Operator().Actor, seller.RefuseInput{SellerID: of.ID, Reason: "A reason."})
			return err
		}, "FORBIDDEN", "STREAM_AUTHORITY_CHANGED"},
		"pause too long": {func(w *testkit.World, _ *testkit.Person, _ *testkit.Seller, _ seller.MemberID) error {
			w.Clock.Advance(identity.SellerPauseMax) // the stream itself is no sign that somebody is there
			return nil
		}, "UNAUTHENTICATED", ""},
	} {
		for _, byEvent := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s/event=%v", name, byEvent), func(t *testing.T) {
				t.Parallel()
				w := testkit.Open(t)
				mill := w.Seller("Mill")
				member := mill.Member("Finn", seller.RoleFulfilment)
				s := w.Follows(member, followParts, nil)
				s.Opened()
				require.NoError(t, c.end(w, member, mill, memberOf(t, w, mill, member)))
				if byEvent {
					require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
						return event.Tell(ctx, tx, "order.paid", event.About{Topic: order.TopicOfSeller(mill.ID), Subject: "sor_none"})
					}))
				}
				began := time.Now()
				requireEnd(t, s, c.code, c.reason)
				require.Less(t, time.Since(began), 5*time.Second)
			})
		}
	}
}

func memberOf(t *testing.T, w *testkit.World, s *testkit.Seller, p *testkit.Person) seller.MemberID {
	t.Helper()
	all, err := w.App.Sellers.MembersByIDs(t.Context(), []seller.ID{s.ID})
	require.NoError(t, err)
	for _, m := range all[s.ID] {
		if m.AccountID == p.Account {
			return m.ID
		}
	}
	require.Fail(t, "no such member")
	return ""
}

func TestStream_counts_how_many_are_open(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	mill := w.Seller("Mill")
	var open []*testkit.Stream
	for range 20 {
		s := w.Follows(mill.Person, followParts, nil)
		s.Opened()
		open = append(open, s)
	}
	refused := w.Follows(mill.Person, followParts, nil)
	require.Equal(t, http.StatusTooManyRequests, refused.Status)
	require.Contains(t, refused.Body, "STREAMS_TOO_MANY")
	open[0].Close()
	require.Eventually(t, func() bool {
		s := w.Follows(mill.Person, followParts, nil)
		defer s.Close()
		return s.Status == http.StatusOK
	}, 20*time.Second, 10*time.Millisecond)
	for i := range 4 { // others from the same address, up to a hundred
		other := w.Seller(fmt.Sprint("Other ", i))
		for range 20 {
			open = append(open, w.Follows(other.Person, followParts, nil))
		}
	}
	late := w.Seller("Late")
	require.Eventually(t, func() bool {
		s := w.Follows(late.Person, followParts, nil)
		return s.Status == http.StatusTooManyRequests
	}, 20*time.Second, 10*time.Millisecond)
	for _, s := range open {
		s.Close()
	}
	require.Eventually(t, func() bool { return w.App.Live.Open() <= 2 }, 20*time.Second, 10*time.Millisecond)
}

// A process that ends tells its clients to come back, and they do.
func TestStream_ends_cleanly_when_the_process_does(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	mill := w.Seller("Mill")
	var work errgroup.Group
	var open []*testkit.Stream
	for range 10 {
		s := w.Follows(mill.Person, followParts, nil)
		s.Opened()
		open = append(open, s)
	}
	w.App.Live.Stop()
	for _, s := range open {
		work.Go(func() error {
			if e := s.Next(); e.Name != "end" {
				return fmt.Errorf("not the end: %v", e)
			}
			return nil
		})
	}
	require.NoError(t, work.Wait())
	requireEnd(t, w.Follows(mill.Person, followParts, nil), "UNAVAILABLE", "STREAM_STOPPING")
}
