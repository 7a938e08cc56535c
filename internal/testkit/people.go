package testkit

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
)

// Person is somebody with a session.
type Person struct {
	Name    string
	Email   string // empty for a guest
	Account identity.AccountID
	Token   identity.Token
	ActAs   string      // the Etal-Act-As header of this hat
	Actor   actor.Actor // who acts under this hat

	w *World
}

func (w *World) person(name string, opened *identity.Opened, hat string) *Person {
	w.t.Helper()
	p := &Person{Name: name, Account: opened.Account.ID, Token: opened.Token, w: w}
	if opened.Account.Email != nil {
		p.Email = *opened.Account.Email
	}
	return p.wearing(hat)
}

// wearing returns the person under another hat.
func (p *Person) wearing(hat string) *Person {
	p.w.t.Helper()
	who, err := p.w.App.Sellers.Actor(p.w.t.Context(), p.Token, hat)
	require.NoError(p.w.t, err)
	other := *p
	other.ActAs, other.Actor = hat, who
	return &other
}

// Views gives an operator a grant to see what a seller's members see.
func (p *Person) Views(s *Seller) *seller.ViewAs {
	p.w.t.Helper()
	v, err := p.w.App.Sellers.StartViewAs(p.w.t.Context(), p.Actor, seller.ViewAsStartInput{SellerID: s.ID, Reason: "A question.", Minutes: 30})
	require.NoError(p.w.t, err)
	return v
}

// Wearing returns an operator under the hat of a seller, by a grant.
func (p *Person) Wearing(v *seller.ViewAs) *Person {
	p.w.t.Helper()
	return p.wearing(string(v.SellerID))
}

// address makes up a mail address that nobody else has.
func (w *World) address(name string) string {
	w.count++
	return fmt.Sprintf("%s.%d@example.org", strings.ToLower(strings.ReplaceAll(name, " ", ".")), w.count)
}

func (w *World) register(name string) *identity.Opened {
	w.t.Helper()
	opened, err := w.App.Identity.Register(w.t.Context(), actor.Actor{}, identity.RegisterInput{
		Email: w.address(name), Name: name, Password: Password,
	})
	require.NoError(w.t, err)
	return opened
}

// Buyer returns somebody who has registered.
func (w *World) Buyer(name string) *Person {
	w.t.Helper()
	return w.person(name, w.register(name), "")
}

// LinkToken returns the token of the newest link that was mailed to an address;
// empty when there was none. Settle lets mail be sent.
func (w *World) LinkToken(address string) string {
	w.t.Helper()
	for _, m := range w.App.CaughtMail() {
		if m.To != address {
			continue
		}
		if _, rest, ok := strings.Cut(m.Text, "#"); ok {
			return strings.Fields(rest)[0]
		}
	}
	return ""
}

// Guest returns somebody without an account of their own.
func (w *World) Guest() *Person {
	w.t.Helper()
	opened, err := w.App.Identity.GuestStart(w.t.Context())
	require.NoError(w.t, err)
	return w.person("a guest", opened, "")
}

// Operator returns an operator who may do everything, under that hat.
func (w *World) Operator() *Person {
	w.t.Helper()
	return w.OperatorWith(identity.OperatorAdmin)
}

// OperatorWith returns an operator of a role, under that hat.
func (w *World) OperatorWith(role identity.OperatorRole) *Person {
	w.t.Helper()
	email := w.address("operator")
	in := identity.RegisterInput{Email: email, Name: "Olga", Password: Password}
	_, err := w.App.Identity.CreateOperator(w.t.Context(), role, in)
	require.NoError(w.t, err)
	opened, err := w.App.Identity.SignIn(w.t.Context(), actor.Actor{}, identity.SignInInput{Email: email, Password: Password})
	require.NoError(w.t, err)
	return w.person("Olga", opened, seller.ActAsOperator)
}

// Seller is a seller with its owner, who acts for it.
type Seller struct {
	*Person // the owner, under the seller's hat

	ID seller.ID
}

// SellerOption says how far a seller has come.
type SellerOption int

// How far a seller has come.
const (
	// Applied waits for an operator.
	Applied SellerOption = iota
	// Approved may sell and cannot be paid yet. It is the default.
	Approved
	// Onboarded has a payout account that can receive money and pay it out.
	Onboarded
)

// Seller returns a seller of the given name, from Germany: approved, unless an option
// says otherwise.
func (w *World) Seller(name string, options ...SellerOption) *Seller {
	w.t.Helper()
	return w.SellerFrom("DE", name, options...)
}

// SellerFrom is Seller from a country.
func (w *World) SellerFrom(country, name string, options ...SellerOption) *Seller {
	w.t.Helper()
	stage := Approved
	if len(options) > 0 {
		stage = options[0]
	}
	owner := w.person(name+"'s owner", w.register(name), "")
	applied, err := w.App.Sellers.Apply(w.t.Context(), owner.Actor, seller.ApplyInput{Name: name, Country: country})
	require.NoError(w.t, err)
	s := &Seller{Person: owner.wearing(string(applied.ID)), ID: applied.ID}
	if stage == Applied {
		return s
	}
	_, err = w.App.Sellers.Approve(w.t.Context(), actor.Actor{Role: actor.System}, seller.DecideInput{SellerID: s.ID})
	require.NoError(w.t, err)
	s.Person = owner.wearing(string(s.ID)) // may write from now on
	if stage == Onboarded {
		w.Settle()
		s.Onboards()
	}
	return s
}

// Onboards fills in Stripe's form, with a bank account in the world's currency, and waits
// until the seller can be paid.
func (s *Seller) Onboards() {
	s.w.t.Helper()
	account, err := s.w.App.Payouts.Account(s.w.t.Context(), s.ID)
	require.NoError(s.w.t, err)
	require.NotNil(s.w.t, account.ProviderID, "the account was not opened at Stripe: %d jobs are parked", s.w.Parked())
	s.w.Control("accounts/"+*account.ProviderID+"/onboard", url.Values{"currency": {strings.ToLower(s.w.App.Config.Currency)}})
	s.w.Settle()
	account = s.PayoutAccount()
	require.True(s.w.t, account.CanReceive && account.CanPayOut, "the account cannot be used: %s", account.Status)
}

// Consents lets the owner consent to debits.
func (s *Seller) Consents() {
	s.w.t.Helper()
	_, err := s.w.App.Payouts.AnswerDebits(s.w.t.Context(), s.Actor, payout.DebitConsentInput{Version: payout.DebitTextVersion, IsGiven: true})
	require.NoError(s.w.t, err)
}

// Member returns somebody new who acts for the seller in a role.
func (s *Seller) Member(name string, role seller.Role) *Person {
	s.w.t.Helper()
	return s.MemberWith(name, seller.Charge{Role: role})
}

// MemberWith is Member for any role, also one of the seller's own.
func (s *Seller) MemberWith(name string, as seller.Charge) *Person {
	s.w.t.Helper()
	p := s.w.Buyer(name)
	s.w.Joins(p, s.Invites(p.Email, as))
	return p.wearing(string(s.ID))
}

// Invites invites an address to act for the seller.
func (s *Seller) Invites(email string, as seller.Charge) *seller.Invitation {
	s.w.t.Helper()
	made, err := s.w.App.Sellers.Invite(s.w.t.Context(), s.Actor, seller.InviteInput{Email: email, Role: as.Role, RoleID: as.RoleID})
	require.NoError(s.w.t, err)
	return made
}

// Joins lets somebody accept an invitation, by another letter of it.
func (w *World) Joins(p *Person, invitation *seller.Invitation) *seller.Member {
	w.t.Helper()
	for {
		letter, err := w.App.Sellers.WriteInvitation(w.t.Context(), invitation.ID)
		require.NoError(w.t, err)
		require.NotNil(w.t, letter)
		m, err := w.App.Sellers.Accept(w.t.Context(), p.Actor, seller.TokenInput{Token: letter.Token})
		if seller.ErrInvitationInvalid.Is(err) {
			continue // a worker has written the mail meanwhile, with another token
		}
		require.NoError(w.t, err)
		return m
	}
}

// SignsInAgain returns the person with another session of the same hat; a guest,
// who cannot sign in, becomes another guest, and a program stays what it is.
func (p *Person) SignsInAgain() *Person {
	p.w.t.Helper()
	if p.Actor.KeyID != "" {
		return p
	}
	if p.Email == "" {
		return p.w.Guest()
	}
	opened, err := p.w.App.Identity.SignIn(p.w.t.Context(), actor.Actor{}, identity.SignInInput{Email: p.Email, Password: Password})
	require.NoError(p.w.t, err)
	return p.w.person(p.Name, opened, p.ActAs)
}

// Key returns a program that acts by an API key that the person has made under
// their hat. It has a token and no session.
func (p *Person) Key(scopes ...string) *Person {
	p.w.t.Helper()
	issued, err := p.w.App.APIKeys.Create(p.w.t.Context(), p.Actor, apikey.CreateInput{Name: p.Name + "'s program", Scopes: scopes})
	require.NoError(p.w.t, err)
	program := *p
	program.Token, program.ActAs = identity.Token(issued.Token.Reveal()), ""
	program.Actor, err = p.w.App.APIKeys.Actor(p.w.t.Context(), issued.Token, "")
	require.NoError(p.w.t, err)
	return &program
}

// PayoutAccount returns the seller's payout account as it stands.
func (s *Seller) PayoutAccount() *payout.Account {
	s.w.t.Helper()
	account, err := s.w.App.Payouts.Account(s.w.t.Context(), s.ID)
	require.NoError(s.w.t, err)
	return account
}

// Control sends a command to the simulator, `POST /_sim/<path>`.
func (w *World) Control(path string, form url.Values) {
	w.t.Helper()
	w.postStripe("/_sim/"+path, "", form)
}

// Calm ends all faults of the simulator.
func (w *World) Calm() {
	w.t.Helper()
	r, err := http.NewRequestWithContext(w.t.Context(), http.MethodDelete, w.StripeURL+"/_sim/faults", http.NoBody)
	require.NoError(w.t, err)
	status, body := w.send(r)
	require.Less(w.t, status, 300, body)
}

// TopsUp brings money from the platform's bank to its balance at Stripe, in minor
// units of the world's currency.
func (w *World) TopsUp(minor int64) {
	w.t.Helper()
	w.postStripe("/v1/topups", w.App.Config.StripeSecretKey.Reveal(), url.Values{
		"amount": {strconv.FormatInt(minor, 10)}, "currency": {strings.ToLower(w.App.Config.Currency)},
	})
}

// RefundsAtStripe gives back a part of a charge as somebody does in Stripe's
// Dashboard, in minor units.
func (w *World) RefundsAtStripe(charge string, minor int64) {
	w.t.Helper()
	w.postStripe("/v1/refunds", w.App.Config.StripeSecretKey.Reveal(), url.Values{
		"charge": {charge}, "amount": {strconv.FormatInt(minor, 10)},
	})
}

// PaysOutAtStripe pays out from the seller's balance as its owner does in Stripe's
// Express Dashboard, in minor units of the world's currency.
func (s *Seller) PaysOutAtStripe(minor int64) {
	s.w.t.Helper()
	form := url.Values{"amount": {strconv.FormatInt(minor, 10)}, "currency": {"eur"}}
	r, err := http.NewRequestWithContext(s.w.t.Context(), http.MethodPost, s.w.StripeURL+"/v1/payouts", strings.NewReader(form.Encode()))
	require.NoError(s.w.t, err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Authorization", "Bearer "+s.w.App.Config.StripeSecretKey.Reveal())
	r.Header.Set("Stripe-Account", *s.PayoutAccount().ProviderID)
	status, body := s.w.send(r)
	require.Less(s.w.t, status, 300, body)
}

// AddsBank gives the seller's account at Stripe another bank account, which takes
// dollars.
func (s *Seller) AddsBank() {
	s.w.t.Helper()
	s.w.postStripe("/v1/accounts/"+*s.PayoutAccount().ProviderID+"/external_accounts", s.w.App.Config.StripeSecretKey.Reveal(), url.Values{
		"external_account[object]": {"bank_account"}, "external_account[country]": {"US"}, "external_account[currency]": {"usd"},
		"external_account[account_number]": {"000123456789"}, "external_account[routing_number]": {"110000000"},
	})
	s.w.Settle()
}

// LosesBank takes the bank accounts that take a currency from the seller's account at
// Stripe.
func (s *Seller) LosesBank(currency string) {
	s.w.t.Helper()
	at := "/v1/accounts/" + *s.PayoutAccount().ProviderID + "/external_accounts"
	var banks struct {
		Data []struct{ ID, Currency string }
	}
	s.w.getStripe(at, &banks)
	for _, bank := range banks.Data {
		if bank.Currency != strings.ToLower(currency) {
			continue
		}
		r, err := http.NewRequestWithContext(s.w.t.Context(), http.MethodDelete, s.w.StripeURL+at+"/"+bank.ID, http.NoBody)
		require.NoError(s.w.t, err)
		r.Header.Set("Authorization", "Bearer "+s.w.App.Config.StripeSecretKey.Reveal())
		status, body := s.w.send(r)
		require.Less(s.w.t, status, 300, body)
	}
	s.w.Settle()
}

// postStripe sends a form to the simulator and fails the test unless it is
// taken.
func (w *World) postStripe(path, key string, form url.Values) {
	w.t.Helper()
	status, body := w.tryStripe(path, key, form)
	require.Less(w.t, status, 300, "%s: %s", path, body)
}

func (w *World) tryStripe(path, key string, form url.Values) (status int, body string) {
	w.t.Helper()
	r, err := http.NewRequestWithContext(w.t.Context(), http.MethodPost, w.StripeURL+path, strings.NewReader(form.Encode()))
	require.NoError(w.t, err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if key != "" {
		r.Header.Set("Authorization", "Bearer "+key)
	}
	return w.send(r)
}
