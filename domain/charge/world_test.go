package charge_test

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/internal/testkit"
)

const day = 24 * time.Hour

func ptr[T any](v T) *T { return &v }

func eur(amount string) money.Input { return money.Input{Amount: amount, CurrencyCode: "EUR"} }

// market is a seller who sells tea at 20.00, a buyer and two operators, from
// 5 March 2035 on. The commission is 10 %, and money is held for 20 hours.
type market struct {
	*testkit.World

	t          *testing.T
	alice      *testkit.Person
	olga, otto *testkit.Person
	mill       *testkit.Seller
	tea        *testkit.Product
	keys       int
	reversals  atomic.Int64
}

func each(t *testing.T, fn func(t *testing.T, m *market), options ...testkit.Option) {
	t.Helper()
	options = append(options, testkit.Setting("RELEASE_HOLD", "20h"), testkit.Setting("PLATFORM_LEGAL_NAME", "Étal GmbH"),
		testkit.Setting("PLATFORM_ADDRESS", "Markt 1, 20095 Hamburg"), testkit.Setting("PLATFORM_COUNTRY", "DE"))
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m := &market{World: w, t: t, alice: w.Buyer("Alice"), olga: w.Operator(), otto: w.Operator(), mill: w.Seller("Mill", testkit.Onboarded)}
		m.tea = m.mill.Product("Tea", "20.00", 100)
		fn(t, m)
	}, options...)
}

func (m *market) input(amount string, vat int64) charge.CreateInput {
	m.keys++
	return charge.CreateInput{
		SellerID: m.mill.ID, Amount: eur(amount), VATBasisPoints: &vat, Reason: "Late shipments", Reference: ptr("T-1"),
		IdempotencyKey: fmt.Sprint("key-", m.keys),
	}
}

func (m *market) charges(amount string, vat int64) *charge.Charge {
	m.t.Helper()
	made, err := m.App.Charges.Charge(m.t.Context(), m.olga.Actor, m.input(amount, vat))
	require.NoError(m.t, err)
	require.Nil(m.t, made.Proposal)
	return made.Charge
}

func (m *market) credits(amount string, vat int64) *charge.Charge {
	m.t.Helper()
	made, err := m.App.Charges.Credit(m.t.Context(), m.olga.Actor, m.input(amount, vat))
	require.NoError(m.t, err)
	return made.Charge
}

func (m *market) reverses(c *charge.Charge) error {
	m.t.Helper()
	key := fmt.Sprint("reverse-", m.reversals.Add(1))
	_, err := m.App.Charges.Reverse(m.t.Context(), m.olga.Actor, charge.ReverseInput{ChargeID: c.ID, Reason: "Was a mistake", IdempotencyKey: key})
	return err
}

// sells lets Alice buy, and the money be released and transferred.
func (m *market) sells(units int64) {
	m.t.Helper()
	o := m.alice.Buys(m.tea.Times(units))
	m.mill.Ships(o)
	m.Advance(day)
	m.Settle()
}

func (m *market) balance() *ledger.Balance {
	m.t.Helper()
	balances, err := ledger.SellerBalances(m.t.Context(), m.DB.Read(m.t.Context()), m.mill.ID)
	require.NoError(m.t, err)
	if len(balances) == 0 {
		return &ledger.Balance{}
	}
	return balances[0]
}

// received is what has come to the seller's balance at the provider, also what
// has left it for the bank.
func (m *market) received() int64 {
	b := m.balance()
	return b.PendingMinor + b.AvailableMinor + b.InTransitMinor + b.PaidOutMinor
}

func (m *market) debts() []*payout.Recovery {
	m.t.Helper()
	found, err := m.App.Payouts.FindDebts(m.t.Context(), m.mill.Actor, payout.Filter{}, page.First(100))
	require.NoError(m.t, err)
	return found.Nodes
}

func (m *market) all() []*charge.Charge {
	m.t.Helper()
	found, err := m.App.Charges.Find(m.t.Context(), m.mill.Actor, charge.Filter{}, page.First(100))
	require.NoError(m.t, err)
	return found.Nodes
}

func (m *market) approves(p *approval.Proposal) error {
	m.t.Helper()
	_, err := m.App.Approvals.Approve(m.t.Context(), m.otto.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	return err
}

// plan makes a plan with a version from now on.
func (m *market) plan(name string, in plan.PublishInput) *plan.Plan {
	m.t.Helper()
	p, err := m.App.Plans.Create(m.t.Context(), m.olga.Actor, plan.CreateInput{Name: name})
	require.NoError(m.t, err)
	in.PlanID = p.ID
	m.publishes(in)
	return p
}

func (m *market) publishes(in plan.PublishInput) {
	m.t.Helper()
	in.Reason = "As agreed"
	asked, err := m.App.Plans.Publish(m.t.Context(), m.olga.Actor, in)
	require.NoError(m.t, err)
	require.NoError(m.t, m.approves(asked))
}

func (m *market) assigns(p *plan.Plan) {
	m.t.Helper()
	in := plan.AssignInput{SellerID: id.Any(m.mill.ID), Reason: "As agreed"}
	if p != nil {
		in.PlanID = &p.ID
	}
	_, err := m.App.Plans.Assign(m.t.Context(), m.olga.Actor, in)
	require.NoError(m.t, err)
}

// until lets the world go on until an instant, such as "2035-04-02".
func (m *market) until(date string) {
	m.t.Helper()
	at, err := time.Parse(time.DateOnly, date)
	require.NoError(m.t, err)
	m.Advance(at.Sub(m.Clock.Now()))
	m.Settle()
}
