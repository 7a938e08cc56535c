package simulate

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
)

// What becomes of a call that is written down before it is made.
const (
	madeAgain   = "made again under the same key, once"
	foundByID   = "found by our id, booked once, not made again"
	readAgain   = "read again; nothing was changed"
	askedAgain  = "whoever asked is told to ask again; nothing was changed"
	lookedAgain = "the look for it is repeated before anything is sent"
)

// calls are the rows of the matrix.
func calls() []call {
	list := append(paying(), givingBack()...)
	list = append(list, payingOut()...)
	return append(list, disputing()...)
}

func paying() []call {
	post, get := http.MethodPost, http.MethodGet
	return []call{
		{
			name: "CreateIntent", method: post, path: "/v1/payment_intents", story: (*matrix).createsIntent,
			before: "asked for again under the payment's id; a 500 lasts until the order expires", after: "the same intent, by the same key",
		},
		{name: "GetIntent", method: get, path: "/v1/payment_intents/*", story: (*matrix).readsIntent, before: readAgain + "; captured once", after: readAgain + "; captured once"},
		{
			name: "CancelIntent", method: post, path: "/v1/payment_intents/*/cancel", story: (*matrix).cancelsIntent,
			before: "the order stays until the intent is cancelled, then the stock goes back, once", after: "the refusal to cancel it again is read as that it is cancelled",
		},
		{name: "CreateAccount", method: post, path: "/v1/accounts", story: (*matrix).createsAccount, before: madeAgain, after: "the same account, by the same key"},
		{name: "GetAccount", method: get, path: "/v1/accounts/*", story: (*matrix).readsAccount, before: readAgain, after: readAgain},
		{name: "CreateOnboardingLink", method: post, path: "/v1/account_links", story: (*matrix).linksAccount, before: askedAgain, after: askedAgain + "; the link that was lost is never used"},
		{name: "CreateLoginLink", method: post, path: "/v1/accounts/*/login_links", story: (*matrix).linksDashboard, before: askedAgain, after: askedAgain + "; the link that was lost is never used"},
		{name: "CreateAccountSession", method: post, path: "/v1/account_sessions", story: (*matrix).embedsAccount, before: askedAgain, after: askedAgain + "; the secret that was lost is never used"},
		{name: "TransactionPage", method: get, path: "/v1/balance_transactions", asked: "!type", story: (*matrix).reconciles, before: askedAgain, after: askedAgain},
		{name: "PayoutSchedule", method: get, path: "/v1/account", story: (*matrix).reconciles, before: askedAgain, after: askedAgain},
		{name: "Balance", method: get, path: "/v1/balance", story: (*matrix).reconciles, before: askedAgain, after: askedAgain},
	}
}

func givingBack() []call {
	post, get := http.MethodPost, http.MethodGet
	return []call{
		{name: "CreateRefund", method: post, path: "/v1/refunds", story: (*matrix).refunds, before: madeAgain, after: foundByID},
		{name: "FindRefund", method: get, path: "/v1/refunds", asked: "charge", story: (*matrix).findsRefund, before: lookedAgain, after: lookedAgain},
		{name: "GetRefund", method: get, path: "/v1/refunds/*", story: (*matrix).readsRefund, before: readAgain, after: readAgain},
		{name: "ListRefunds", method: get, path: "/v1/refunds", asked: "!charge", story: (*matrix).adoptsRefund, before: "listed again within an hour", after: "listed again within an hour"},
		{
			name: "CancelRefund", method: post, path: "/v1/refunds/*/cancel", story: (*matrix).cancelsRefund,
			before: "it goes on as if nobody had cancelled it", after: "cancelled; everybody gets again what was claimed",
		},
		{name: "CreateReversal", method: post, path: "/v1/transfers/*/reversals", story: (*matrix).reverses, before: madeAgain, after: foundByID},
		{name: "FindReversal", method: get, path: "/v1/transfers/*/reversals", story: (*matrix).findsReversal, before: lookedAgain, after: lookedAgain},
		{name: "ReversedSince", method: get, path: "/v1/balance_transactions", asked: "type", story: (*matrix).adoptsReversal, before: "listed again within an hour", after: "listed again within an hour"},
		{name: "OutsideReversals", method: get, path: "/v1/transfers/*/reversals", story: (*matrix).adoptsReversal, before: "listed again within an hour", after: "listed again within an hour"},
	}
}

func payingOut() []call {
	post, get := http.MethodPost, http.MethodGet
	return []call{
		{name: "CreateTransfer", method: post, path: "/v1/transfers", story: (*matrix).transfers, before: madeAgain, after: foundByID},
		{name: "CreateTransfer", method: get, path: "/v1/charges/*", onSeller: true, story: (*matrix).transfers, before: "it has moved, so its arrival is read again", after: "the same"},
		{name: "FindTransfer", method: get, path: "/v1/transfers", story: (*matrix).findsTransfer, before: lookedAgain, after: lookedAgain},
		{name: "CreatePayout", method: post, path: "/v1/payouts", onSeller: true, story: (*matrix).paysOut, before: madeAgain, after: foundByID},
		{name: "FindPayout", method: get, path: "/v1/payouts", onSeller: true, story: (*matrix).findsPayout, before: lookedAgain, after: lookedAgain},
		{name: "GetPayout", method: get, path: "/v1/payouts/*", onSeller: true, story: (*matrix).readsPayout, before: readAgain, after: readAgain},
		{name: "CreateDebit", method: post, path: "/v1/transfers", onSeller: true, story: (*matrix).debits, before: madeAgain, after: foundByID},
		{name: "CreateDebit", method: get, path: "/v1/account", story: (*matrix).debits, before: "nothing was sent; " + madeAgain, after: "nothing was sent; " + madeAgain},
		{name: "FindDebit", method: get, path: "/v1/transfers", onSeller: true, story: (*matrix).findsDebit, before: lookedAgain, after: lookedAgain},
	}
}

func disputing() []call {
	post, get := http.MethodPost, http.MethodGet
	return []call{
		{name: "GetDispute", method: get, path: "/v1/disputes/*", story: (*matrix).readsDispute, before: readAgain + "; each movement is booked once", after: readAgain + "; each movement is booked once"},
		{name: "ListDisputes", method: get, path: "/v1/disputes", story: (*matrix).listsDisputes, before: "listed again within ten minutes", after: "listed again within ten minutes"},
		{name: "GetWarning", method: get, path: "/v1/radar/early_fraud_warnings/*", story: (*matrix).readsWarning, before: readAgain, after: readAgain},
		{name: "ListWarnings", method: get, path: "/v1/radar/early_fraud_warnings", story: (*matrix).listsWarnings, before: "listed again within ten minutes", after: "listed again within ten minutes"},
		{name: "SendFile", method: post, path: "/v1/files", story: (*matrix).sendsFile, before: "looked for by our id, and sent under the same key, once", after: "found by our id, and not sent again"},
		{name: "FindFile", method: get, path: "/v1/files", story: (*matrix).findsFile, before: lookedAgain, after: lookedAgain},
		{name: "SubmitEvidence", method: post, path: "/v1/disputes/*", story: (*matrix).answers, before: "the dispute is read, and the answer is given again under the same key", after: "the dispute is read: it has the answer"},
		{name: "CloseDispute", method: post, path: "/v1/disputes/*/close", story: (*matrix).accepts, before: "the dispute is read, and closed under the same key", after: "the dispute is read: it is lost"},
	}
}

// playsByHand lets both sellers be paid out when they ask.
func (m *matrix) playsByHand() {
	m.t.Helper()
	for _, s := range m.sellers {
		_, err := m.app.Payouts.SetSchedule(m.life, s.owner.actor, payout.ScheduleInput{Kind: payout.ScheduleManual})
		require.NoError(m.t, err)
	}
}

// order completes a cart of the first seller's goods. It returns nil when the
// answer was lost.
func (m *matrix) order() (placed *order.Order) {
	m.t.Helper()
	b := m.buyers[0]
	c, err := m.app.Carts.Create(m.life, b.account, cart.CreateInput{})
	require.NoError(m.t, err)
	_, err = m.app.Carts.AddLine(m.life, b.account, cart.LineAddInput{CartID: c.ID, OfferID: m.sellers[0].goods[1].offer, Quantity: 3})
	require.NoError(m.t, err)
	in := checkout.CompleteInput{CartID: c.ID, Email: &b.email, ShippingAddress: address(), IdempotencyKey: string(c.ID)}
	for range 2 { // whoever gets no answer presses the button again
		m.does(func(ctx context.Context) (err error) {
			placed, err = m.app.Checkout.Complete(ctx, b.account, in)
			return err
		})
		if placed != nil {
			break
		}
	}
	return placed
}

// pays confirms the payment of an order, when it has an intent.
func (m *matrix) pays(o *order.Order, card string) string {
	m.t.Helper()
	p, err := m.app.Payments.ByOrder(m.life, o.ID)
	require.NoError(m.t, err)
	if p.IntentID == nil {
		return ""
	}
	m.outside("/v1/payment_intents/"+*p.IntentID+"/confirm", url.Values{
		"client_secret": {p.ClientSecret.Reveal()}, "payment_method": {card}, "return_url": {stripeURL + "/"},
	})
	return *p.IntentID
}

// bought is an order that is paid.
func (m *matrix) bought(card string) *order.Order {
	m.t.Helper()
	o := m.order()
	require.NotNil(m.t, o)
	m.pays(o, card)
	m.settles()
	o, err := m.app.Orders.ByID(m.life, o.ID)
	require.NoError(m.t, err)
	require.Equal(m.t, order.StatusPaid, o.Status)
	return o
}

func (m *matrix) shipped(card string) *order.Order {
	m.t.Helper()
	o := m.bought(card)
	m.ships(o)
	m.settles()
	return o
}

func (m *matrix) ships(o *order.Order) {
	m.t.Helper()
	for _, part := range o.SellerOrders {
		m.does(func(ctx context.Context) error {
			_, err := m.app.Orders.Ship(ctx, actor.Actor{SellerID: string(part.SellerID)}, order.ShipInput{SellerOrderID: part.ID})
			return err
		})
	}
}

func (m *matrix) createsIntent() {
	m.breaks()
	o := m.order()
	m.settles()
	m.advance(2 * time.Minute)
	m.settles()
	if o == nil || m.how.stored != "" { // it expires, and the next test of it is the end of all
		return
	}
	m.door.traps = nil
	m.advance(2 * time.Minute)
	m.settles()
	require.NotEmpty(m.t, m.pays(o, "pm_card_visa"), "%s: the order has its intent", m.step)
	m.settles()
	m.counts(0, "SELECT COUNT(*) FROM orders WHERE id = '"+string(o.ID)+"' AND status <> 'PAID'")
}

func (m *matrix) readsIntent() {
	o := m.order()
	m.breaks()
	m.pays(o, "pm_card_visa")
	m.settles()
	m.rests()
	m.counts(m.nth(), "SELECT COUNT(*) FROM payments WHERE status = 'CAPTURED'")
}

func (m *matrix) cancelsIntent() {
	m.order()
	m.breaks()
	m.advance(31 * time.Minute)
	m.settles()
	m.rests()
	m.counts(m.nth(), "SELECT COUNT(*) FROM payments WHERE status = 'CANCELLED'")
}

// applies brings a new seller as far as that Stripe opens an account.
func (m *matrix) applies() seller.ID {
	m.t.Helper()
	owner, err := m.register(m.life, "owner")
	require.NoError(m.t, err)
	applied, err := m.app.Sellers.Apply(m.life, owner.actor, seller.ApplyInput{Name: m.unique("Stall"), Country: "DE"})
	require.NoError(m.t, err)
	_, err = m.app.Sellers.Approve(m.life, m.operators[0].actor, seller.DecideInput{SellerID: applied.ID})
	require.NoError(m.t, err)
	return applied.ID
}

func (m *matrix) createsAccount() {
	m.applies()
	m.breaks()
	m.settles()
	m.rests()
	m.counts(2+m.nth(), "SELECT COUNT(DISTINCT provider_id) FROM payout_accounts")
}

func (m *matrix) readsAccount() {
	of := m.applies()
	m.settles()
	m.breaks()
	require.NoError(m.t, m.onboard(m.life, &stall{id: of}, ""))
	m.settles()
	m.rests()
	m.counts(2+m.nth(), "SELECT COUNT(*) FROM payout_accounts WHERE status = 'ENABLED'")
}

func (m *matrix) linksAccount() { m.links(payout.PageForm) }

func (m *matrix) linksDashboard() { m.links(payout.PageDashboard) }

func (m *matrix) embedsAccount() {
	m.breaks()
	owner := m.sellers[0].owner
	m.does(func(ctx context.Context) error {
		_, err := m.app.Payouts.AccountSession(ctx, owner.actor, payout.AccountSessionInput{})
		return err
	})
	m.door.traps = nil
	opened, err := m.app.Payouts.AccountSession(m.life, owner.actor, payout.AccountSessionInput{})
	require.NoError(m.t, err)
	require.NotEmpty(m.t, opened.Secret.Reveal())
}

func (m *matrix) links(to payout.AccountPage) {
	m.t.Helper()
	m.breaks()
	owner := m.sellers[0].owner
	m.does(func(ctx context.Context) error {
		_, err := m.app.Payouts.OnboardingLink(ctx, owner.actor, payout.OnboardingLinkInput{Page: to})
		return err
	})
	m.door.traps = nil
	link, err := m.app.Payouts.OnboardingLink(m.life, owner.actor, payout.OnboardingLinkInput{Page: to})
	require.NoError(m.t, err)
	require.NotEmpty(m.t, link.URL)
}

func (m *matrix) reconciles() {
	m.bought("pm_card_visa")
	m.breaks()
	m.does(func(ctx context.Context) error {
		_, err := m.app.Reconciliation.Run(ctx, reconciliation.Manner{})
		return err
	})
}

// givesBack refunds all of an order.
func (m *matrix) givesBack(o *order.Order) {
	m.t.Helper()
	everything, key := true, m.unique("refund")
	for range 2 {
		m.does(func(ctx context.Context) error {
			_, err := m.app.Refunds.Create(ctx, m.operators[0].actor, refund.CreateInput{
				OrderID: id.Any(o.ID), Reason: refund.ReasonReturned, IsEverything: &everything, IdempotencyKey: key,
			})
			return err
		})
	}
}

func (m *matrix) isRefunded() {
	m.t.Helper()
	m.settles()
	m.rests()
	m.counts(m.nth(), "SELECT COUNT(*) FROM refunds WHERE status = 'SUCCEEDED'")
	m.counts(0, "SELECT COUNT(*) FROM payments WHERE refunded_minor <> amount_minor")
}

func (m *matrix) refunds() {
	o := m.bought("pm_card_bypassPending")
	m.breaks()
	m.givesBack(o)
	m.isRefunded()
}

func (m *matrix) findsRefund() {
	o := m.bought("pm_card_bypassPending")
	m.loses(call{method: http.MethodPost, path: "/v1/refunds"})
	m.breaks()
	m.givesBack(o)
	m.settles()
	m.advance(2 * time.Minute)
	m.isRefunded()
}

func (m *matrix) readsRefund() {
	o := m.bought("pm_card_refundPending")
	m.givesBack(o)
	m.settles()
	m.breaks()
	m.advance(5 * 24 * time.Hour) // it arrives, and Stripe tells
	m.isRefunded()
}

func (m *matrix) adoptsRefund() {
	o := m.bought("pm_card_bypassPending")
	p, err := m.app.Payments.ByOrder(m.life, o.ID)
	require.NoError(m.t, err)
	m.outside("/_sim/webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}})
	m.outside("/v1/refunds", url.Values{"charge": {p.ChargeID}})
	m.breaks()
	m.advance(newsAfter)
	m.isRefunded()
}

func (m *matrix) cancelsRefund() {
	m.givesBack(m.bought("pm_card_refundPending"))
	m.settles()
	var made []refund.Refund
	require.NoError(m.t, m.db.Read(m.life).NewSelect().Model(&made).OrderExpr("id DESC").Limit(1).Scan(m.life))
	m.outside("/_sim/refunds/"+*made[0].ProviderID+"/ask", nil)
	m.settles()
	m.breaks()
	m.does(func(ctx context.Context) error {
		_, err := m.app.Refunds.Cancel(ctx, m.operators[0].actor, refund.CancelInput{RefundID: made[0].ID})
		return err
	})
	m.settles()
}

func (m *matrix) reverses() {
	o := m.shipped("pm_card_bypassPending")
	m.breaks()
	m.givesBack(o)
	m.isRefunded()
	m.isCollected()
}

func (m *matrix) isCollected() {
	m.t.Helper()
	m.counts(m.nth(), "SELECT COUNT(*) FROM reversals WHERE status = 'SUCCEEDED'")
	m.counts(0, "SELECT COUNT(*) FROM recoveries WHERE status <> 'SETTLED'")
}

func (m *matrix) findsReversal() {
	o := m.shipped("pm_card_bypassPending")
	m.loses(call{method: http.MethodPost, path: "/v1/transfers/*/reversals"})
	m.breaks()
	m.givesBack(o)
	m.settles()
	m.advance(2 * time.Minute)
	m.isRefunded()
	m.isCollected()
}

// adoptsReversal takes a transfer back at Stripe, and nobody tells.
func (m *matrix) adoptsReversal() {
	m.shipped("pm_card_bypassPending")
	var made []string
	require.NoError(m.t, m.db.Read(m.life).NewRaw("SELECT provider_id FROM transfers WHERE provider_id IS NOT NULL ORDER BY id DESC LIMIT 1").Scan(m.life, &made))
	m.outside("/_sim/webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}})
	m.outside("/v1/transfers/"+made[0]+"/reversals", url.Values{"amount": {"100"}})
	m.breaks()
	for range 2 {
		m.advance(newsAfter)
		m.settles()
	}
	m.rests()
	m.counts(m.nth(), "SELECT COUNT(*) FROM outside_reversals")
}

func (m *matrix) isTransferred() {
	m.t.Helper()
	m.settles()
	m.rests()
	m.counts(m.nth(), "SELECT COUNT(*) FROM transfers WHERE status = 'SUCCEEDED'")
	m.counts(0, "SELECT COUNT(*) FROM releases WHERE status <> 'TRANSFERRED'")
}

func (m *matrix) transfers() {
	o := m.bought("pm_card_bypassPending")
	m.breaks()
	m.ships(o)
	m.isTransferred()
}

func (m *matrix) findsTransfer() {
	o := m.bought("pm_card_bypassPending")
	m.loses(call{method: http.MethodPost, path: "/v1/transfers"})
	m.breaks()
	m.ships(o)
	m.settles()
	m.advance(2 * time.Minute)
	m.isTransferred()
}

// asks has the seller ask for all that is available.
func (m *matrix) asks(method payout.Method) {
	m.t.Helper()
	key := m.unique("ask")
	m.does(func(ctx context.Context) error {
		_, err := m.app.Payouts.Request(ctx, m.sellers[0].owner.actor, payout.RequestInput{Currency: "EUR", Method: &method, IdempotencyKey: key})
		return err
	})
}

func (m *matrix) isPaidOut() {
	m.t.Helper()
	m.settles()
	m.rests()
	m.advance(5 * 24 * time.Hour)
	m.rests()
	m.counts(m.nth(), "SELECT COUNT(*) FROM payouts WHERE status = 'PAID'")
	m.counts(0, "SELECT COUNT(*) FROM payouts WHERE status <> 'PAID' OR fee_status IN ('DUE', 'SENDING')")
}

func (m *matrix) paysOut() {
	m.shipped("pm_card_bypassPending")
	m.breaks()
	m.asks(payout.MethodStandard)
	m.isPaidOut()
}

func (m *matrix) findsPayout() {
	m.shipped("pm_card_bypassPending")
	m.loses(call{method: http.MethodPost, path: "/v1/payouts", onSeller: true})
	m.breaks()
	m.asks(payout.MethodStandard)
	m.settles()
	m.advance(2 * time.Minute)
	m.isPaidOut()
}

func (m *matrix) readsPayout() {
	m.shipped("pm_card_bypassPending")
	m.asks(payout.MethodStandard)
	m.settles()
	m.breaks()
	m.advance(4 * 24 * time.Hour) // it arrives, and Stripe tells
	m.isPaidOut()
}

func (m *matrix) debits() {
	m.shipped("pm_card_bypassPending")
	m.breaks()
	m.asks(payout.MethodInstant)
	m.settles()
	m.advance(2 * time.Minute) // it arrives, and its fee is due
	m.isPaidOut()
	m.counts(m.nth(), "SELECT COUNT(*) FROM payouts WHERE fee_status = 'TAKEN'")
}

func (m *matrix) findsDebit() {
	m.shipped("pm_card_bypassPending")
	m.loses(call{method: http.MethodPost, path: "/v1/transfers", onSeller: true})
	m.breaks()
	m.asks(payout.MethodInstant)
	for range 3 {
		m.settles()
		m.advance(2 * time.Minute)
	}
	m.isPaidOut()
	m.counts(m.nth(), "SELECT COUNT(*) FROM payouts WHERE fee_status = 'TAKEN'")
}

// disputed lets a buyer's bank take a payment back.
func (m *matrix) disputed(o *order.Order) {
	m.t.Helper()
	p, err := m.app.Payments.ByOrder(m.life, o.ID)
	require.NoError(m.t, err)
	m.outside("/_sim/disputes", url.Values{"charge": {p.ChargeID}, "reason": {"product_not_received"}})
}

func (m *matrix) readsDispute() {
	o := m.shipped("pm_card_bypassPending")
	m.breaks()
	m.disputed(o)
	m.settles()
	m.rests()
	m.counts(m.nth(), "SELECT COUNT(*) FROM disputes")
}

func (m *matrix) listsDisputes() {
	o := m.shipped("pm_card_bypassPending")
	m.outside("/_sim/webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}})
	m.disputed(o)
	m.breaks()
	m.advance(time.Hour) // the sweep comes back
	m.settles()
	m.rests()
	m.counts(m.nth(), "SELECT COUNT(*) FROM disputes")
}

func (m *matrix) warned(o *order.Order) {
	m.t.Helper()
	p, err := m.app.Payments.ByOrder(m.life, o.ID)
	require.NoError(m.t, err)
	m.outside("/_sim/warnings", url.Values{"charge": {p.ChargeID}})
}

func (m *matrix) readsWarning() {
	o := m.shipped("pm_card_bypassPending")
	m.breaks()
	m.warned(o)
	m.settles()
	m.rests()
	m.counts(m.nth(), "SELECT COUNT(*) FROM fraud_warnings")
}

func (m *matrix) listsWarnings() {
	o := m.shipped("pm_card_bypassPending")
	m.outside("/_sim/webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}})
	m.warned(o)
	m.breaks()
	m.advance(time.Hour) // the sweep comes back
	m.settles()
	m.rests()
	m.counts(m.nth(), "SELECT COUNT(*) FROM fraud_warnings")
}

// theDispute is the one that is newest.
func (m *matrix) theDispute() dispute.ID {
	m.t.Helper()
	o := m.shipped("pm_card_bypassPending")
	m.disputed(o)
	m.settles()
	var ids []dispute.ID
	require.NoError(m.t, m.db.Read(m.life).NewRaw("SELECT id FROM disputes WHERE order_id = ?", o.ID).Scan(m.life, &ids))
	require.Len(m.t, ids, 1)
	return ids[0]
}

func (m *matrix) answers() {
	disputeID := m.theDispute()
	m.breaks()
	m.submits(disputeID)
	m.isDecided("WON")
}

// submits sends evidence that wins.
func (m *matrix) submits(disputeID dispute.ID) {
	m.t.Helper()
	winning := "winning_evidence"
	in := dispute.EvidenceSubmitInput{DisputeID: disputeID}
	in.Statement = &winning
	m.does(func(ctx context.Context) error {
		_, err := m.app.Disputes.Submit(ctx, m.operators[0].actor, in)
		return err
	})
}

// filed is a new dispute with a file of evidence of the platform.
func (m *matrix) filed() dispute.ID {
	m.t.Helper()
	disputeID, by := m.theDispute(), m.operators[0].actor
	const pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Pages /Count 1 >>\nendobj\n%%EOF\n"
	upload, err := m.app.Disputes.AnnounceFile(m.life, by, dispute.FileUploadInput{DisputeID: disputeID, Filename: "label.pdf", ByteSize: len(pdf)})
	require.NoError(m.t, err)
	require.NoError(m.t, m.app.Files.Receive(m.life, by, upload.ID, strings.NewReader(pdf)))
	_, err = m.app.Disputes.AddFile(m.life, by, dispute.FileAddInput{DisputeID: disputeID, Field: dispute.FieldShipping, UploadID: upload.ID})
	require.NoError(m.t, err)
	return disputeID
}

func (m *matrix) sendsFile() {
	disputeID := m.filed()
	m.breaks()
	m.submits(disputeID)
	m.isDecided("WON")
	m.counts(m.nth(), "SELECT COUNT(*) FROM dispute_files WHERE provider_id <> ''")
	m.filesAtStripe()
}

func (m *matrix) findsFile() {
	disputeID := m.filed()
	m.loses(call{method: http.MethodPost, path: "/v1/files"})
	m.breaks()
	m.submits(disputeID)
	m.isDecided("WON")
	m.counts(m.nth(), "SELECT COUNT(*) FROM dispute_files WHERE provider_id <> ''")
	m.filesAtStripe()
}

// filesAtStripe requires that each file was sent once.
func (m *matrix) filesAtStripe() {
	m.t.Helper()
	r, err := http.NewRequestWithContext(m.t.Context(), http.MethodGet, stripeURL+"/v1/files?limit=100", http.NoBody)
	require.NoError(m.t, err)
	r.Header.Set("Authorization", "Bearer "+m.config.StripeSecretKey.Reveal())
	answer := serve(m.stripe.Handler(), r)
	defer answer.Body.Close()
	var list struct{ Data []struct{ Filename string } }
	require.NoError(m.t, json.NewDecoder(answer.Body).Decode(&list))
	require.Len(m.t, list.Data, int(m.nth()))
}

func (m *matrix) isDecided(status string) {
	m.t.Helper()
	m.settles()
	m.rests()
	m.advance(25 * time.Hour)
	m.rests()
	m.counts(m.nth(), "SELECT COUNT(*) FROM disputes WHERE status = '"+status+"' AND answer_status = 'DONE'")
}

func (m *matrix) accepts() {
	disputeID := m.theDispute()
	m.breaks()
	m.does(func(ctx context.Context) error {
		_, err := m.app.Disputes.Accept(ctx, m.operators[0].actor, dispute.AcceptInput{DisputeID: disputeID})
		return err
	})
	m.isDecided("LOST")
}
