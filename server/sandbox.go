package server

import "net/http"

// Sandbox is who can sign in where demo data was made. It is shown in development
// only.
type Sandbox struct {
	Password string          `json:"password"`
	People   []SandboxPerson `json:"people"`
}

// SandboxPerson is somebody of the demo data.
type SandboxPerson struct {
	Email string `json:"email"`
	Role  string `json:"role"`
}

// sandboxPage is what the page of the sandbox says.
type sandboxPage struct {
	Sandbox
	API, Stripe, PublishableKey string
	Cards                       []testCard
	CatchesMail                 bool
}

// testCard is a number that does something else than paying.
type testCard struct{ Number, Name, What string }

// testCards are those that somebody who builds a checkout tries first.
func testCards() []testCard {
	return []testCard{
		{"4242424242424242", "pm_card_visa", "pays"},
		{"4000000000000077", "pm_card_bypassPending", "pays, and the money is available at once"},
		{"4000000000000002", "pm_card_chargeDeclined", "is declined"},
		{"4000000000009995", "pm_card_chargeDeclinedInsufficientFunds", "is declined: not enough money"},
		{"4000000000000069", "pm_card_chargeDeclinedExpiredCard", "is declined: expired"},
		{"4000002760003184", "pm_card_authenticationRequired", "asks for 3D Secure each time"},
		{"4000008400001629", "pm_card_threeDSecureRequiredChargeDeclined", "asks for 3D Secure, and is declined then"},
		{"4000000000000259", "pm_card_createDispute", "pays, and the buyer disputes it"},
		{"4000000000007726", "pm_card_refundPending", "pays; a refund takes a while"},
		{"4000000000005126", "pm_card_refundFail", "pays; a refund comes back"},
	}
}

// sandbox shows how to try the marketplace.
func (a *App) sandbox(w http.ResponseWriter, r *http.Request) {
	a.show(w, r, http.StatusOK, "sandbox.html", sandboxPage{
		Sandbox: a.Sandbox, API: a.Config.BaseURL + graphqlPath, Stripe: a.Config.StripeAPIURL,
		PublishableKey: a.Config.StripePublishableKey, Cards: testCards(), CatchesMail: a.caught != nil,
	})
}

// sandboxPeople tells programs, such as the page of GraphiQL, who can sign in.
func (a *App) sandboxPeople(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	writeJSON(w, http.StatusOK, a.Sandbox)
}
