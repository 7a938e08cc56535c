package e2e_test

import (
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/internal/testkit"
)

// want fails the story unless a word has between low and high arguments.
func want(ts *testscript.TestScript, args []string, low, high int, usage string) {
	if len(args) < low || len(args) > high {
		ts.Fatalf("usage: %s", usage)
	}
}

func (s *story) enter(ts *testscript.TestScript, name string, p *testkit.Person) {
	s.people[name] = &person{token: string(p.Token), actAs: p.ActAs, email: p.Email}
	s.call(ts, strings.ToUpper(name)+"_ACCOUNT", string(p.Account))
	if p.Email != "" {
		ts.Setenv(strings.ToUpper(name)+"_EMAIL", p.Email)
	}
}

// call gives a value that differs from run to run a name: $NAME in the script,
// and in what it prints.
func (s *story) call(ts *testscript.TestScript, name, value string) {
	ts.Setenv(name, value)
	if value != "" {
		s.names[value] = "$" + name
	}
}

// guest NAME: somebody without an account of their own.
func (s *story) guest(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 1, 1, "guest NAME")
	s.enter(ts, args[0], s.w.Guest())
}

// buyer NAME: somebody who has registered.
func (s *story) buyer(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 1, 1, "buyer NAME")
	s.enter(ts, args[0], s.w.Buyer(args[0]))
}

// seller NAME [applied|approved|onboarded]: a business, whose owner acts under
// that name. $NAME is its id.
func (s *story) seller(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 1, 2, "seller NAME [applied|approved|onboarded]")
	stage := map[string]testkit.SellerOption{"applied": testkit.Applied, "approved": testkit.Approved, "onboarded": testkit.Onboarded}
	how := "onboarded"
	if len(args) == 2 {
		how = args[1]
	}
	option, ok := stage[how]
	if !ok {
		ts.Fatalf("a seller cannot be %s", how)
	}
	made := s.w.Seller(args[0], option)
	s.enter(ts, args[0], made.Person)
	s.knowSeller(ts, args[0], string(made.ID))
}

func (s *story) knowSeller(ts *testscript.TestScript, name, sellerID string) {
	s.accounts[name] = sellerID
	s.call(ts, strings.ToUpper(name), sellerID)
}

// operator NAME [ROLE]: somebody who runs the platform.
func (s *story) operator(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 1, 2, "operator NAME [ROLE]")
	role := identity.OperatorAdmin
	if len(args) == 2 {
		role = identity.OperatorRole(strings.ToUpper(args[1]))
	}
	s.enter(ts, args[0], s.w.OperatorWith(role))
}

// product NAME SELLER PRICE STOCK: a product of one variant. $NAME is its
// offer, $NAME_PRODUCT the product.
func (s *story) product(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 4, 4, "product NAME SELLER PRICE STOCK")
	name, price := args[0], args[2]
	stock, err := strconv.Atoi(args[3])
	ts.Check(err)
	before := s.me
	s.me = args[1]
	a := s.ask(s.me, "product-create", map[string]any{"input": map[string]any{
		"title": name, "status": "ACTIVE",
		"variants": []any{map[string]any{"offer": map[string]any{
			"price": map[string]any{"amount": price, "currencyCode": "EUR"}, "quantity": stock,
		}}},
	}})
	s.me = before
	if len(a.errors) > 0 {
		ts.Fatalf("%v", a.errors)
	}
	for as, path := range map[string]string{"": "product.variants.0.offers.0.id", "_PRODUCT": "product.id"} {
		value, err := dig(a.root(), path)
		ts.Check(err)
		s.call(ts, strings.ToUpper(name)+as, show(value))
	}
}

// as NAME [SELLER|operator]: who acts from here on, perhaps under another hat.
func (s *story) as(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 1, 2, "as NAME [SELLER|operator]")
	p, ok := s.people[args[0]]
	if !ok {
		ts.Fatalf("nobody is called %s", args[0])
	}
	s.me = args[0]
	if len(args) == 2 {
		s.me = args[0] + " as " + args[1]
		hat := args[1]
		if id, ok := s.accounts[hat]; ok {
			hat = id
		}
		s.people[s.me] = &person{token: p.token, actAs: hat, email: p.email}
	}
}

// signed-in NAME: the session in the last answer is NAME's, who acts from here
// on. $NAME_ACCOUNT is the account.
func (s *story) signedIn(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 1, 1, "signed-in NAME")
	token, err := dig(s.last.root(), "session.token")
	ts.Check(err)
	account, err := dig(s.last.root(), "session.account.id")
	ts.Check(err)
	someone := &person{token: show(token)}
	if email, err := dig(s.last.root(), "session.account.email"); err == nil {
		someone.email = show(email) // a guest has none
	}
	s.people[args[0]], s.me = someone, args[0]
	s.call(ts, strings.ToUpper(args[0])+"_ACCOUNT", show(account))
}

// mailed NAME ADDRESS: lets mail be sent, and gives the token of the newest link
// that went to an address a name.
func (s *story) mailed(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 2, 2, "mailed NAME ADDRESS")
	s.w.Settle()
	token := s.w.LinkToken(args[1])
	if token == "" {
		ts.Fatalf("no link was sent to %s", args[1])
	}
	s.call(ts, args[0], token)
}

// orders NAME OFFER[*N]…: whoever acts fills a cart and completes it; $NAME is
// the order, $NAME_CART the cart. The key of the command is NAME.
func (s *story) orders(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 2, 20, "orders NAME OFFER[*N]…")
	must := func(operation string, input map[string]any) answer {
		a := s.ask(s.me, operation, map[string]any{"input": input})
		if len(a.errors) > 0 {
			ts.Fatalf("%s: %v", operation, a.errors)
		}
		return a
	}
	cart, err := dig(must("cart-create", map[string]any{}).root(), "cart.id")
	ts.Check(err)
	s.call(ts, args[0]+"_CART", show(cart))
	for _, wish := range args[1:] {
		name, times, ok := strings.Cut(wish, "*")
		quantity := 1
		if ok {
			quantity, err = strconv.Atoi(times)
			ts.Check(err)
		}
		must("cart-add", map[string]any{"cartId": cart, "offerId": ts.Getenv(strings.ToUpper(name)), "quantity": quantity})
	}
	s.last = must("checkout-complete", checkoutInput(show(cart), args[0]))
	s.notice(s.last.data)
	order, err := dig(s.last.root(), "order.id")
	ts.Check(err)
	s.call(ts, args[0], show(order))
}

// checkoutInput is what somebody says who orders a cart.
func checkoutInput(cart, key string) map[string]any {
	return map[string]any{
		"cartId": cart, "email": "somebody@example.org", "idempotencyKey": key,
		"shippingAddress": map[string]any{
			"name": "Somebody", "line1": "Hafenstraße 4", "postalCode": "20359", "city": "Hamburg", "country": "DE",
		},
	}
}
