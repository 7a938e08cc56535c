package graph_test

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/pquerna/otp/totp"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/domain/operator"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/internal/softkey"
	"github.com/etal-market/etal/internal/testkit"
)

// given makes what a document uses up, and says who sends it with which variables.
type given func() (*testkit.Person, map[string]any)

// givens are the documents that take what only a mail, an app or the passing of
// time gives, or what this market does not have yet, by their names or by their
// first root fields.
func (m *market) givens() map[string]given {
	all := m.byMail()
	for name, g := range m.byFactor() {
		all[name] = g
	}
	for name, g := range m.afterwards() {
		all[name] = g
	}
	for name, g := range m.byFacts() {
		all[name] = g
	}
	for name, g := range m.byMoney() {
		all[name] = g
	}
	return all
}

// byFacts are the documents about what this market does not have yet.
func (m *market) byFacts() map[string]given {
	heldBack := func() (*testkit.Person, map[string]any) {
		m.heldOrder()
		return m.olga, map[string]any{"sellerId": m.mill.ID}
	}
	leaver := func() *testkit.Person {
		p := m.Buyer("Somebody new")
		_, err := m.App.Privacy.Request(m.t.Context(), p.Actor, privacy.RequestInput{Password: testkit.Password})
		require.NoError(m.t, err)
		m.fileOf(p)
		return p
	}
	refunded := func() map[string]any {
		r, err := m.App.Refunds.Find(m.t.Context(), m.olga.Actor, refund.Filter{}, page.First(1))
		require.NoError(m.t, err)
		return map[string]any{"orderId": r.Nodes[0].OrderID}
	}
	return map[string]given{
		"erasures": func() (*testkit.Person, map[string]any) {
			leaver()
			return m.olga, nil
		},
		"savedViews": func() (*testkit.Person, map[string]any) {
			m.saved(m.olga)
			return m.olga, map[string]any{"page": "orders"}
		},
		"AdminSearchPlatform": func() (*testkit.Person, map[string]any) {
			return m.olga, map[string]any{"text": m.settled.Number, "sellers": false, "orders": true}
		},
		"AdminSearchSeller": func() (*testkit.Person, map[string]any) {
			part := slices.IndexFunc(m.settled.SellerOrders, func(o *order.SellerOrder) bool { return o.SellerID == m.mill.ID })
			return m.mill.Person, map[string]any{"text": m.settled.SellerOrders[part].Number, "orders": true, "offers": false}
		},
		"AdminPrivacy": func() (*testkit.Person, map[string]any) { return leaver(), nil },
		"AdminOrderRefunds": func() (*testkit.Person, map[string]any) {
			m.givenBack("refundCancel")
			return m.olga, refunded()
		},
		"AdminRefunds": func() (*testkit.Person, map[string]any) {
			m.givenBack("refundCancel")
			return m.olga, nil
		},
		"BuyerRefunds": func() (*testkit.Person, map[string]any) {
			m.givenBack("refundCancel")
			return m.alice, refunded()
		},
		"buyerCredit": func() (*testkit.Person, map[string]any) {
			m.givenBack("buyerCreditPayOut")
			return m.alice, nil
		},
		"OperatorBuyerCredit": func() (*testkit.Person, map[string]any) {
			m.givenBack("buyerCreditPayOut")
			return m.olga, map[string]any{"buyerId": m.alice.Account}
		},
		"AdminNotes": func() (*testkit.Person, map[string]any) {
			m.note(m.olga)
			return m.olga, map[string]any{"subject": m.mill.ID}
		},
		"SellerPayoutHolds": func() (*testkit.Person, map[string]any) {
			m.heldOrder()
			return m.mill.Person, nil
		},
		"OperatorPayoutHolds": heldBack,
		"AdminPayoutHolds":    heldBack,
		"sellerPayoutPolicies": func() (*testkit.Person, map[string]any) {
			days := int64(20)
			_, err := m.App.Payouts.SetPolicy(m.t.Context(), m.olga.Actor, payout.PolicyInput{SellerID: m.mill.ID, HoldDays: &days, Reason: "New."})
			require.NoError(m.t, err)
			return m.mill.Person, nil
		},
		"sellerApply": func() (*testkit.Person, map[string]any) {
			return m.Buyer("Somebody new"), input(m.inputs("Mutation.sellerApply"))
		},
		"operatorInvitations": func() (*testkit.Person, map[string]any) {
			m.invited()
			return m.olga, nil
		},
		"AdminSellerTerms":   m.whenPublished,
		"AdminTermsVersions": m.whenPublished,
	}
}

// whenPublished publishes the terms of which there are none yet.
func (m *market) whenPublished() (*testkit.Person, map[string]any) {
	m.t.Helper()
	for _, kind := range []terms.Kind{terms.BuyerTerms, terms.SellerTerms, terms.PrivacyNotice, terms.Marketing} {
		there := m.Asks(nil, `query($of: TermsKind!) { terms(kind: $of) { id } }`, map[string]any{"of": kind})
		require.Empty(m.t, there.Errors)
		if there.Data["terms"] == nil {
			m.terms(kind, nil)
		}
	}
	return m.Operator(), nil
}

func input(of map[string]any) map[string]any { return map[string]any{"input": of} }

// mailed is the token of the link that was mailed to somebody last.
func (m *market) mailed(to string) string {
	m.t.Helper()
	m.Settle()
	token := m.LinkToken(to)
	require.NotEmpty(m.t, token, "nothing was mailed to %s", to)
	return token
}

// byMail are the documents behind the links of mails.
func (m *market) byMail() map[string]given {
	member := func() (*testkit.Person, string) {
		p := m.Buyer("A member")
		m.mill.Invites(p.Email, seller.Charge{Role: seller.RoleReadOnly})
		return p, m.mailed(p.Email)
	}
	colleague := func() (*testkit.Person, string) {
		p := m.Buyer("A colleague")
		m.invites(p.Email)
		return p, m.mailed(p.Email)
	}
	lost := func() string {
		p, _ := m.withPasskey(ids{})
		m.loses(p)
		return m.mailed(p.Email)
	}
	accept := func(of func() (*testkit.Person, string)) given {
		return func() (*testkit.Person, map[string]any) {
			p, token := of()
			return p, map[string]any{"token": token, "input": map[string]any{"token": token}}
		}
	}
	byLink := func() (*testkit.Person, map[string]any) { return nil, input(map[string]any{"token": lost()}) }
	return map[string]given{
		"sellerInvitation": accept(member), "memberInvitationAccept": accept(member), "memberInvitationDecline": accept(member),
		"operatorInvitation": accept(colleague), "operatorInvitationAccept": accept(colleague), "operatorInvitationDecline": accept(colleague),
		"factorResetConfirm": byLink, "factorResetObject": byLink,
		"emailVerify": func() (*testkit.Person, map[string]any) {
			m.count++
			email := fmt.Sprintf("newcomer%d@example.org", m.count)
			require.Empty(m.t, m.Asks(nil, `mutation($e: String!, $p: Password!) { accountRegister(input: {email: $e, password: $p}) { userErrors { code } } }`,
				map[string]any{"e": email, "p": testkit.Password}).Errors)
			return nil, input(map[string]any{"token": m.mailed(email)})
		},
		"emailChangeConfirm": func() (*testkit.Person, map[string]any) {
			m.count++
			p, email := m.Buyer("Somebody new"), fmt.Sprintf("moved%d@example.org", m.count)
			require.NoError(m.t, m.App.Identity.ChangeEmail(m.t.Context(), p.Actor, identity.ChangeEmailInput{Email: email, Password: testkit.Password}))
			return nil, input(map[string]any{"token": m.mailed(email)})
		},
		"passwordReset": func() (*testkit.Person, map[string]any) {
			p := m.Buyer("Somebody new")
			require.NoError(m.t, m.App.Identity.AskReset(m.t.Context(), p.Email))
			return nil, input(map[string]any{"token": m.mailed(p.Email), "password": "another quiet harbour 48"})
		},
	}
}

// invites lets two operators invite an address.
func (m *market) invites(email string) {
	m.t.Helper()
	asked, err := m.App.Operators.Invite(m.t.Context(), m.olga.Actor, operator.InviteInput{Email: email, Role: identity.OperatorAuditor, Reason: "A new colleague."})
	require.NoError(m.t, err)
	_, err = m.App.Approvals.Approve(m.t.Context(), m.Operator().Actor, approval.ApproveInput{ID: asked.Proposal.ID, PayloadHash: asked.Proposal.Hash})
	require.NoError(m.t, err)
}

// loses lets two operators agree to take somebody's factors away.
func (m *market) loses(p *testkit.Person) {
	m.t.Helper()
	asked, err := m.App.Factors.AskReset(m.t.Context(), m.OperatorWith(identity.OperatorSupport).Actor, factor.ResetInput{
		AccountID: p.Account, Evidence: "Showed a passport.", Reason: "Lost the telephone.",
	})
	require.NoError(m.t, err)
	_, err = m.App.Approvals.Approve(m.t.Context(), m.olga.Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
	require.NoError(m.t, err)
}

// byFactor are the documents that take a code or a passkey.
func (m *market) byFactor() map[string]given {
	shown := func(more map[string]any) given {
		return func() (*testkit.Person, map[string]any) {
			p, code := m.withApp()
			of := map[string]any{"code": code}
			for k, v := range more {
				of[k] = v
			}
			return p, input(of)
		}
	}
	return map[string]given{
		"stepUp": shown(nil), "recoveryCodesRenew": shown(nil), "totpRemove": shown(map[string]any{"password": testkit.Password}),
		"factors": func() (*testkit.Person, map[string]any) {
			p, _ := m.withApp()
			return p, nil
		},
		"totpConfirm": func() (*testkit.Person, map[string]any) {
			p := m.Buyer("Somebody new")
			return p, input(map[string]any{"code": m.code(m.enrols(p))})
		},
		"factorVerify": func() (*testkit.Person, map[string]any) {
			p := m.Buyer("Somebody new")
			secret := m.confirms(p)
			answered := m.Asks(nil, `mutation($e: String!, $p: Password!) { signIn(input: {email: $e, password: $p}) { session { token } } }`,
				map[string]any{"e": p.Email, "p": testkit.Password})
			session := answered.Data["signIn"].(map[string]any)["session"].(map[string]any)
			waiting := *p
			waiting.Token = identity.Token(session["token"].(string))
			return &waiting, input(map[string]any{"code": m.code(secret)})
		},
		"passkeyEnrolComplete": func() (*testkit.Person, map[string]any) {
			p := m.Buyer("Somebody new")
			begun, err := m.App.Factors.BeginPasskey(m.t.Context(), p.Actor, factor.AddInput{Password: testkit.Password})
			require.NoError(m.t, err)
			made := softkey.New(m.App.Config.BaseURL, begun.Options.RP.ID).Create(begun.Options.Challenge, begun.Options.User.ID)
			return p, input(map[string]any{"ceremony": begun.Ceremony.Reveal(), "name": "Laptop", "credential": map[string]any{
				"credentialId": made.CredentialID, "clientDataJson": made.ClientDataJSON, "attestationObject": made.AttestationObject,
			}})
		},
		"passkeySignInComplete": func() (*testkit.Person, map[string]any) {
			p, key, _ := m.keyed()
			begun, err := m.App.Factors.BeginSignIn(m.t.Context(), (&hat{}).actor())
			require.NoError(m.t, err)
			return nil, input(map[string]any{"passkey": m.assertion(begun, key, p)})
		},
		"passkeyRemove": func() (*testkit.Person, map[string]any) {
			p, key, id := m.keyed()
			begun, err := m.App.Factors.BeginProof(m.t.Context(), p.Actor)
			require.NoError(m.t, err)
			return p, input(map[string]any{"passkeyId": id, "password": testkit.Password, "method": "PASSKEY", "passkey": m.assertion(begun, key, p)})
		},
	}
}

// enrols begins to set up an authenticator app and returns its secret.
func (m *market) enrols(p *testkit.Person) string {
	m.t.Helper()
	begun, err := m.App.Factors.Enrol(m.t.Context(), p.Actor, factor.AddInput{Password: testkit.Password})
	require.NoError(m.t, err)
	return begun.Secret
}

func (m *market) code(secret string) string {
	m.t.Helper()
	code, err := totp.GenerateCode(secret, m.Clock.Now())
	require.NoError(m.t, err)
	return code
}

// confirms sets an app up, and lets a minute pass, in which its code changes.
func (m *market) confirms(p *testkit.Person) (secret string) {
	m.t.Helper()
	secret = m.enrols(p)
	changed, err := m.App.Factors.Confirm(m.t.Context(), p.Actor, factor.ConfirmInput{Code: factor.Code(m.code(secret))})
	require.NoError(m.t, err)
	p.Token, p.Actor.SessionID = changed.Session.Token, string(changed.Session.Session.ID)
	m.Clock.Advance(time.Minute)
	return secret
}

// withApp is somebody new with an app, and the code that it shows.
func (m *market) withApp() (*testkit.Person, string) {
	m.t.Helper()
	p := m.Buyer("Somebody new")
	secret := m.confirms(p)
	return p, m.code(secret)
}

// keyed is somebody new with a passkey, and its id.
func (m *market) keyed() (*testkit.Person, *softkey.Key, string) {
	m.t.Helper()
	p := m.Buyer("Somebody new")
	begun, err := m.App.Factors.BeginPasskey(m.t.Context(), p.Actor, factor.AddInput{Password: testkit.Password})
	require.NoError(m.t, err)
	key := softkey.New(m.App.Config.BaseURL, begun.Options.RP.ID)
	made := key.Create(begun.Options.Challenge, begun.Options.User.ID)
	changed, err := m.App.Factors.AddPasskey(m.t.Context(), p.Actor, factor.AddPasskeyInput{
		Ceremony: begun.Ceremony, Name: "Key", Credential: factor.Registration{
			CredentialID: made.CredentialID, ClientDataJSON: made.ClientDataJSON, AttestationObject: made.AttestationObject,
		},
	})
	require.NoError(m.t, err)
	p.Token, p.Actor.SessionID = changed.Session.Token, string(changed.Session.Session.ID)
	return p, key, string(changed.Passkey.ID)
}

// assertion is what a passkey answers to a challenge.
func (m *market) assertion(begun *factor.Request, key *softkey.Key, _ *testkit.Person) map[string]any {
	m.t.Helper()
	s := key.Show(begun.Options.Challenge)
	return map[string]any{
		"ceremony": begun.Ceremony.Reveal(), "credentialId": s.CredentialID, "clientDataJson": s.ClientDataJSON,
		"authenticatorData": s.AuthenticatorData, "signature": s.Signature, "userHandle": s.UserHandle,
	}
}

// late are the root fields that answer something only after weeks. Their documents
// come late, for by then most sessions have ended.
func late() map[string]bool {
	return map[string]bool{"staleOperators": true, "sellerPayoutRequest": true, "sellerPayoutRecord": true, "manualPayouts": true, "factorThaw": true}
}

// last are the documents that change the market for everybody: new terms have to be
// accepted, and money is gone from the platform's balance.
func last() map[string]bool {
	return map[string]bool{
		"AdminSellerTerms": true, "AdminTermsVersions": true, "ReconciliationCandidates": true, "ReconciliationDifference": true,
		"ReconciliationDifferences": true, "ReconciliationDifferenceResolve": true,
	}
}

// afterwards are the documents of late.
func (m *market) afterwards() map[string]given {
	return map[string]given{
		"factorThaw": func() (*testkit.Person, map[string]any) {
			p := m.Buyer("Somebody new")
			m.freezes(p, m.confirms(p))
			return nil, input(map[string]any{"token": m.mailed(p.Email)})
		},
		"staleOperators": func() (*testkit.Person, map[string]any) {
			m.weeks()
			return m.Operator(), nil
		},
		"sellerPayoutRequest": func() (*testkit.Person, map[string]any) {
			s := m.Seller("Saver", testkit.Onboarded)
			_, err := m.App.Payouts.SetSchedule(m.t.Context(), s.Actor, payout.ScheduleInput{Kind: payout.ScheduleManual})
			require.NoError(m.t, err)
			m.sells(s)
			m.count++
			return s.SignsInAgain(), input(map[string]any{"currencyCode": "EUR", "idempotencyKey": fmt.Sprint("ready-", m.count)})
		},
		"sellerPayoutRecord": func() (*testkit.Person, map[string]any) {
			s := m.Seller("Waiter")
			m.sells(s)
			return m.Operator(), input(map[string]any{
				"sellerId": s.ID, "amount": map[string]any{"amount": "1.00", "currencyCode": "EUR"}, "reference": "A transfer.", "reason": "No account at Stripe.",
				"idempotencyKey": fmt.Sprint("ready-", s.ID),
			})
		},
		"manualPayouts": func() (*testkit.Person, map[string]any) {
			s := m.Seller("Waiter")
			m.sells(s)
			asked, err := m.App.Payouts.ProposeManual(m.t.Context(), m.Operator().Actor, payout.ManualInput{
				SellerID: s.ID, Amount: money.Input{Amount: "1.00", CurrencyCode: "EUR"}, Reference: "A transfer.", Reason: "No account at Stripe.",
				IdempotencyKey: fmt.Sprint("ready-", s.ID),
			})
			require.NoError(m.t, err)
			_, err = m.App.Approvals.Approve(m.t.Context(), m.Operator().Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
			require.NoError(m.t, err)
			return m.Operator(), map[string]any{"sellerId": s.ID}
		},
	}
}

// freezes shows fifty wrong codes in a row, with as long between them as has to be
// waited, so that the app is locked.
func (m *market) freezes(p *testkit.Person, secret string) {
	m.t.Helper()
	by, err := m.App.Sellers.Actor(m.t.Context(), p.Token, "")
	require.NoError(m.t, err)
	for range 50 {
		_, err := m.App.Factors.StepUp(m.t.Context(), by, factor.Proof{Method: factor.MethodTOTP, Code: m.wrongCode(secret)})
		require.ErrorIs(m.t, err, factor.ErrCodeInvalid)
		m.Advance(16 * time.Minute)
	}
}

// wrongCode is one that the app shows neither now nor a moment before or after.
func (m *market) wrongCode(secret string) factor.Code {
	m.t.Helper()
	right := map[string]bool{}
	for _, apart := range []time.Duration{-30 * time.Second, 0, 30 * time.Second} {
		code, err := totp.GenerateCode(secret, m.Clock.Now().Add(apart))
		require.NoError(m.t, err)
		right[code] = true
	}
	wrong := "000000"
	for _, candidate := range []string{"111111", "222222", "333333"} {
		if right[wrong] {
			wrong = candidate
		}
	}
	return factor.Code(wrong)
}

// weeks pass, in which the operators of this market rest.
func (m *market) weeks() {
	m.t.Helper()
	m.Advance(40 * 24 * time.Hour)
	m.Settle()
}

// sells lets a seller sell something, and waits until the money is theirs.
func (m *market) sells(s *testkit.Seller) {
	m.t.Helper()
	bought := m.Buyer("A buyer").Buys(s.Product("Jar", "20.00", 5).Times(1))
	s.Ships(bought)
	m.Advance(400 * time.Hour)
	m.Settle()
}

// happenings make subscriptions tell something, by their root fields.
func (m *market) happenings() map[string]func(variables map[string]any) {
	buys := func(map[string]any) { m.alice.Buys(m.tea.Times(1)) }
	return map[string]func(map[string]any){
		"orderUpdated": func(v map[string]any) {
			require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
				return order.TellTx(ctx, tx, "order.paid", order.ID(v["id"].(string)))
			}))
		},
		"sellerOrderCreated": buys,
		"sellerOrderUpdated": func(v map[string]any) {
			part, ok := v["id"].(string)
			if !ok {
				buys(v)
				return
			}
			o, err := m.App.Orders.SellerOrdersByIDs(m.t.Context(), []order.SellerOrderID{order.SellerOrderID(part)})
			require.NoError(m.t, err)
			require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
				return order.TellTx(ctx, tx, "order.paid", o[order.SellerOrderID(part)].OrderID)
			}))
		},
		"productImportUpdated": func(v map[string]any) {
			id := productimport.ID(v["id"].(string))
			m.tells(productimport.TopicOf(id), string(id), "import.progressed")
		},
		"notificationReceived": func(map[string]any) {
			for _, h := range m.hats {
				if h.name == "buyer" || h.name == "operator:admin" {
					m.tells(notification.TopicOf(h.actor()), m.told(h.person), "notification.received")
				}
			}
		},
		"exportUpdated": func(v map[string]any) {
			id := export.ID(v["id"].(string))
			m.tells(export.TopicOf(id), string(id), "export.changed")
		},
	}
}

// tells tells news of a subject.
func (m *market) tells(topic event.Topic, subject, name string) {
	m.t.Helper()
	require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
		return event.Tell(ctx, tx, name, event.About{Topic: topic, Subject: subject})
	}))
}
