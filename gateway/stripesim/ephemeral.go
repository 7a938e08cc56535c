package stripesim

import (
	"net/http"
	"strings"
)

// ephemeralLife is how long a key of a buyer's app is good for, in seconds.
const ephemeralLife = 3600

// ephemeralKey lets an app of a buyer see and change the buyer's saved payment methods
// for an hour, and nothing else.
type ephemeralKey struct {
	head
	Objects  []associated `json:"associated_objects,omitempty"`
	Expires  int64        `json:"expires"`
	Livemode bool         `json:"livemode"`
	Secret   string       `json:"secret,omitempty"`

	hidden ephemeralHidden
}

type associated struct {
	ID   string `json:"id"`
	Type string `json:"type"`
}

type ephemeralHidden struct {
	Customer string `json:"customer"`
	Secret   string `json:"secret"`
}

func (k *ephemeralKey) private() any { return &k.hidden }

// fire ends the key.
func (k *ephemeralKey) fire(u *unit) { u.drop(k) }

// createEphemeral makes a key for a customer. The app may be older or newer than the
// server, so the version of the API must be said by each request.
func createEphemeral(u *unit, p *struct {
	Customer string `p:"customer,required"`
},
) (any, *apiError) {
	if u.version == "" {
		return nil, reject("", "", "The Stripe-Version header must be set to create an ephemeral key.")
	}
	if _, ok := get[*customer](u, p.Customer); !ok {
		return nil, missing("customer", p.Customer, "customer")
	}
	k := &ephemeralKey{Expires: u.now + ephemeralLife}
	k.ID, k.Object, k.Created, k.due = newID("ephkey_1"), "ephemeral_key", u.now, u.now+ephemeralLife
	k.hidden = ephemeralHidden{Customer: p.Customer, Secret: newID("ek_test_")}
	u.put(k)
	told := *k
	told.Objects, told.Secret = []associated{{ID: p.Customer, Type: "customer"}}, k.hidden.Secret
	return &told, nil
}

// deleteEphemeral ends a key before its hour is over.
func deleteEphemeral(u *unit, _ *none) (any, *apiError) {
	k, ok := get[*ephemeralKey](u, u.path("id"))
	if !ok {
		return nil, missing("ephemeral key", u.path("id"), "")
	}
	k.Expires = u.now
	told := *k
	u.drop(k)
	return &told, nil
}

// admit checks a request that was made with an ephemeral key: that the key lives, and
// that the request is about the payment methods of its customer.
func (u *unit) admit(secret, pattern string, n *node) *apiError {
	var customer string
	for _, e := range list(u, "ephemeral_key") {
		if k := e.(*ephemeralKey); same(k.hidden.Secret, secret) {
			customer = k.hidden.Customer
		}
	}
	if customer == "" {
		return unauthorized("Invalid API Key provided: " + masked(secret))
	}
	named := ""
	if kid := n.kids["customer"]; kid != nil {
		named = kid.scalar
	}
	allowed := false
	switch method, path, _ := strings.Cut(pattern, " "); path {
	case "/v1/customers/{id}":
		allowed = method != http.MethodDelete && u.path("id") == customer
	case "/v1/customers/{id}/payment_methods":
		allowed = u.path("id") == customer
	case "/v1/payment_methods":
		allowed = method == http.MethodPost || named == customer
	case "/v1/payment_methods/{id}/attach":
		allowed = named == customer
	case "/v1/payment_methods/{id}/detach":
		m, ok := get[*paymentMethod](u, u.path("id"))
		allowed = ok && m.Customer != nil && *m.Customer == customer
	}
	if !allowed {
		return &apiError{status: http.StatusForbidden, early: true, body: errorBody{
			Type: typeInvalid, Message: "The provided ephemeral key does not have the required permissions for this request.",
		}}
	}
	return nil
}
