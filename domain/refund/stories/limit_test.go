package stories_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// eachLimited is each, with limits that the order of the market is above.
func eachLimited(t *testing.T, fn func(t *testing.T, m *market)) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) { fn(t, newMarket(t, w)) }, short,
		testkit.Setting("REFUND_LIMIT_PLATFORM", "5000"), testkit.Setting("REFUND_LIMIT_SELLER_MANAGER", "1000"),
		testkit.Setting("REFUND_LIMIT_SELLER_FINANCE", "900"), testkit.Setting("REFUND_LIMIT_SELLER_SUPPORT", "800"),
		testkit.Setting("REFUND_LIMIT_OPERATOR_FINANCE", "3000"), testkit.Setting("REFUND_LIMIT_OPERATOR_SUPPORT", "700"))
}

// asks for an amount, and says what came of it.
func (m *market) asks(by actor.Actor, minor int64) (*refund.Made, error) {
	m.t.Helper()
	return m.App.Refunds.Create(context.WithoutCancel(m.t.Context()), by, m.flat(decimal(minor)))
}

func decimal(minor int64) string {
	text := money.New(minor, "EUR").String()
	return text[:len(text)-len(" EUR")]
}

// custom is a member of Mill with a role of the seller's own.
func (m *market) custom(limit *money.Input) actor.Actor {
	m.t.Helper()
	role, err := m.App.Sellers.CreateRole(m.t.Context(), m.mill.Actor, seller.RoleInput{
		Name: id.New[string]("role"), RefundLimit: limit,
		Permissions: []string{string(authz.SellerRead), string(authz.SellerOrderRead), string(authz.SellerOrderRefund)},
	})
	require.NoError(m.t, err)
	return m.mill.MemberWith("Carl", seller.Charge{Role: seller.RoleCustom, RoleID: &role.ID}).Actor
}

// Each role gives back as much as its limit says, and not a cent more. Above it
// operators who may approve get a proposal, and everybody else is refused.
func TestLimits_of_each_role(t *testing.T) {
	t.Parallel()
	eachLimited(t, func(t *testing.T, m *market) {
		type row struct {
			name     string
			by       actor.Actor
			limit    int64
			proposes bool
		}
		for _, r := range []row{
			{"owner", m.mill.Actor, 5000, false},
			{"manager", m.mill.Member("Max", seller.RoleManager).Actor, 1000, false},
			{"finance", m.mill.Member("Fay", seller.RoleFinance).Actor, 900, false},
			{"support", m.mill.Member("Sue", seller.RoleSupport).Actor, 800, false},
			{"custom", m.custom(&money.Input{Amount: "6.00", CurrencyCode: "EUR"}), 600, false},
			{"custom without a limit", m.custom(nil), 5000, false},
			{"operator admin", m.olga.Actor, 5000, true},
			{"operator finance", m.OperatorWith(identity.OperatorFinance).Actor, 3000, true},
			{"operator support", m.OperatorWith(identity.OperatorSupport).Actor, 700, false},
		} {
			m.order = m.alice.Buys(m.tea.Times(3))
			before := m.sums()
			made, err := m.asks(r.by, r.limit+1)
			if r.proposes {
				require.NoError(t, err, r.name)
				require.Nil(t, made.Refund, r.name)
				require.Equal(t, approval.StatusPending, made.Proposal.Status, r.name)
			} else {
				require.ErrorIs(t, err, refund.ErrLimit, r.name)
			}
			require.Equal(t, before, m.sums(), "%s: nothing has moved", r.name)

			made, err = m.asks(r.by, r.limit)
			require.NoError(t, err, r.name)
			require.Nil(t, made.Proposal, r.name)
			require.Equal(t, r.limit, made.Refund.AmountMinor, r.name)
			m.tea = m.mill.Product("Tea", "20.00", 10)
		}
		dollars := m.custom(&money.Input{Amount: "6.00", CurrencyCode: "USD"})
		m.order = m.alice.Buys(m.tea.Times(1))
		_, err := m.asks(dollars, 1)
		require.ErrorIs(t, err, refund.ErrLimit, "a limit in another currency allows nothing")
		_, err = m.asks(actor.Actor{AccountID: "acc_x", Role: "operator:other"}, 1)
		require.ErrorIs(t, err, refund.ErrLimit, "a role that has no limit gives nothing back")
		m.Settle()
		m.Verified()
	})
}

// Many small refunds of one order within an hour are one; those of other orders
// are not, and a cancelled one is none.
func TestLimits_count_an_hour(t *testing.T) {
	t.Parallel()
	eachLimited(t, func(t *testing.T, m *market) {
		sue, max := m.mill.Member("Sue", seller.RoleSupport).Actor, m.mill.Member("Max", seller.RoleManager).Actor
		for range 4 {
			_, err := m.asks(sue, 200)
			require.NoError(t, err)
		}
		_, err := m.asks(sue, 1)
		require.ErrorIs(t, err, refund.ErrLimit)
		_, err = m.asks(max, 1000)
		require.NoError(t, err, "the limit is of one person")

		first := m.order
		m.order = m.alice.Buys(m.tea.Times(1))
		_, err = m.asks(sue, 800)
		require.NoError(t, err, "of another order")
		m.order = first
		m.Clock.Advance(time.Hour - time.Second)
		_, err = m.asks(sue, 1)
		require.ErrorIs(t, err, refund.ErrLimit)
		m.Clock.Advance(time.Second)
		_, err = m.asks(sue, 800)
		require.NoError(t, err)

		support := m.OperatorWith(identity.OperatorSupport).Actor
		made, err := m.asks(support, 700)
		require.NoError(t, err)
		_, err = m.asks(support, 700)
		require.ErrorIs(t, err, refund.ErrLimit)
		_, err = m.App.Refunds.Cancel(t.Context(), support, refund.CancelInput{RefundID: made.Refund.ID})
		require.NoError(t, err)
		_, err = m.asks(support, 700)
		require.NoError(t, err)

		finance, admin := m.OperatorWith(identity.OperatorFinance).Actor, m.olga.Actor
		_, err = m.asks(finance, 3000)
		require.NoError(t, err)
		made, err = m.asks(admin, 1301)
		require.NoError(t, err)
		require.NotNil(t, made.Proposal, "the platform's limit is of all persons together")
	})
}

// Refunds at once wait for each other at the payment, so they do not exceed the
// limit together.
func TestLimits_at_once(t *testing.T) {
	t.Parallel()
	eachLimited(t, func(t *testing.T, m *market) {
		sue := m.mill.Member("Sue", seller.RoleSupport).Actor
		errs, inputs := make([]error, 12), make([]refund.CreateInput, 12)
		for i := range inputs {
			inputs[i] = m.flat("2.00")
		}
		var group sync.WaitGroup
		for i := range errs {
			group.Go(func() {
				_, errs[i] = m.App.Refunds.Create(context.WithoutCancel(t.Context()), sue, inputs[i])
			})
		}
		group.Wait()
		made := 0
		for _, err := range errs {
			if err == nil {
				made++
				continue
			}
			require.ErrorIs(t, err, refund.ErrLimit)
		}
		require.Equal(t, 4, made)
		require.EqualValues(t, 800, m.Payment(m.order.ID).RefundedMinor)
	})
}

func (m *market) approves(by *testkit.Person, p *approval.Proposal) error {
	m.t.Helper()
	_, err := m.App.Approvals.Approve(actor.With(m.t.Context(), by.Actor), by.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	return err
}

// Above the platform's limit one operator proposes and another one approves;
// then the refund is made in the unit that approves, once.
func TestProposal_is_made_by_a_second_person(t *testing.T) {
	t.Parallel()
	eachLimited(t, func(t *testing.T, m *market) {
		anna, support := m.Operator(), m.OperatorWith(identity.OperatorSupport)
		in := m.flat("60.00")
		in.Note = ptr("The whole parcel was wet.")
		asked, err := m.App.Refunds.Create(t.Context(), m.olga.Actor, in)
		require.NoError(t, err)
		require.Nil(t, asked.Refund)
		require.Equal(t, "The whole parcel was wet.", asked.Proposal.Reason)
		again, err := m.App.Refunds.Create(t.Context(), m.olga.Actor, in)
		require.NoError(t, err)
		require.Equal(t, asked.Proposal.ID, again.Proposal.ID, "sent again, it is the same proposal")
		_, err = m.asks(anna.Actor, 6000)
		require.ErrorIs(t, err, approval.ErrPending, "one waits for an order")
		require.ErrorIs(t, m.approves(m.olga, asked.Proposal), approval.ErrOwn)
		require.ErrorIs(t, m.approves(support, asked.Proposal), approval.ErrForbidden)
		require.Zero(t, m.Payment(m.order.ID).RefundedMinor)

		errs := make([]error, 2)
		var group sync.WaitGroup
		for i, by := range []*testkit.Person{anna, m.OperatorWith(identity.OperatorFinance)} {
			group.Go(func() { errs[i] = m.approves(by, asked.Proposal) })
		}
		group.Wait()
		require.True(t, errors.Is(errs[0], approval.ErrDecided) != errors.Is(errs[1], approval.ErrDecided), "%v", errs)
		require.EqualValues(t, 6000, m.Payment(m.order.ID).RefundedMinor)
		again, err = m.App.Refunds.Create(t.Context(), m.olga.Actor, in)
		require.NoError(t, err)
		require.EqualValues(t, 6000, again.Refund.AmountMinor)
		require.Equal(t, m.olga.Account, again.Refund.RequestedBy)
		require.Equal(t, asked.Proposal.ID, again.Refund.ProposalID)
		_, err = m.asks(m.olga.Actor, 1000)
		require.NoError(t, err, "what two persons have approved does not count")
		m.Settle()
		m.Verified()
		m.Balanced()
	})
}

// What was proposed is not made when something of the order was given back since.
func TestProposal_of_an_order_that_was_refunded_meanwhile(t *testing.T) {
	t.Parallel()
	eachLimited(t, func(t *testing.T, m *market) {
		anna := m.Operator()
		for _, in := range []refund.CreateInput{m.flat("60.00"), m.everything()} {
			asked, err := m.App.Refunds.Create(t.Context(), m.olga.Actor, in)
			require.NoError(t, err)
			_, err = m.asks(m.mill.Actor, 1)
			require.NoError(t, err)
			before := m.sums()
			require.ErrorIs(t, m.approves(anna, asked.Proposal), refund.ErrChanged)
			require.Equal(t, before, m.sums())
			_, err = m.App.Approvals.Withdraw(t.Context(), m.olga.Actor, approval.WithdrawInput{ID: asked.Proposal.ID})
			require.NoError(t, err)
		}
	})
}

// With one person, who asks above the limit has approved too, on record as such.
func TestProposal_while_the_rule_is_off(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m := newMarket(t, w)
		in := m.flat("60.00")
		for range 2 {
			made, err := m.App.Refunds.Create(t.Context(), m.olga.Actor, in)
			require.NoError(t, err)
			require.Equal(t, approval.StatusApproved, made.Proposal.Status)
			require.EqualValues(t, 6000, made.Refund.AmountMinor)
		}
		_, err := m.asks(m.OperatorWith(identity.OperatorSupport).Actor, 1001)
		require.ErrorIs(t, err, refund.ErrLimit)
	}, short, testkit.Setting("FOUR_EYES", "off"), testkit.Setting("REFUND_LIMIT_PLATFORM", "5000"),
		testkit.Setting("REFUND_LIMIT_OPERATOR_SUPPORT", "1000"))
}

// Roles whose refunds need no second factor pay nothing out above their limit
// either.
func TestLimits_hold_for_what_is_paid_otherwise(t *testing.T) {
	t.Parallel()
	eachLimited(t, func(t *testing.T, m *market) {
		support := m.OperatorWith(identity.OperatorSupport).Actor
		in := m.flat("8.00")
		in.Method = ptr(refund.MethodBank)
		waits := m.gives(in)
		paid := refund.PayOtherwiseInput{RefundID: waits.ID, Method: refund.MethodBank, Reference: ptr("A transfer."), IdempotencyKey: "paid"}
		_, err := m.App.Refunds.PayOtherwise(t.Context(), support, paid)
		require.ErrorIs(t, err, refund.ErrLimit)
		_, err = m.App.Refunds.PayOtherwise(t.Context(), m.olga.Actor, paid)
		require.NoError(t, err)
		in = m.flat("8.00")
		in.Method = ptr(refund.MethodCredit)
		m.gives(in)
		out := refund.CreditPayOutInput{
			BuyerID: m.alice.Account, Amount: money.Input{Amount: "7.01", CurrencyCode: "EUR"}, Reference: "A transfer.", IdempotencyKey: "k",
		}
		_, err = m.App.Refunds.PayOutCredit(t.Context(), support, out)
		require.ErrorIs(t, err, refund.ErrLimit)
		out.Amount.Amount = "7.00"
		_, err = m.App.Refunds.PayOutCredit(t.Context(), support, out)
		require.NoError(t, err)
	})
}

// owes gives a buyer credit, which somebody without a limit has approved by asking.
func (m *market) owes(amount string) {
	m.t.Helper()
	in := m.flat(amount)
	in.Method = ptr(refund.MethodCredit)
	m.gives(in)
}

// A limit is not gone around by many payments below it: what support pays by hand counts
// together, whether it is credit or a refund, and whoever it goes to.
func TestLimits_count_what_is_paid_by_hand_together(t *testing.T) {
	t.Parallel()
	eachLimited(t, func(t *testing.T, m *market) {
		support, second := m.OperatorWith(identity.OperatorSupport).Actor, m.OperatorWith(identity.OperatorSupport).Actor
		m.owes("20.00")
		in := m.flat("3.00")
		in.Method = ptr(refund.MethodBank)
		waits := m.gives(in)
		n := 0
		pays := func(by actor.Actor, amount string) error {
			n++
			_, err := m.App.Refunds.PayOutCredit(t.Context(), by, refund.CreditPayOutInput{
				BuyerID: m.alice.Account, Amount: money.Input{Amount: amount, CurrencyCode: "EUR"}, Reference: "A transfer.", IdempotencyKey: fmt.Sprint("out", n),
			})
			return err
		}
		_, err := m.App.Refunds.PayOtherwise(t.Context(), support, refund.PayOtherwiseInput{
			RefundID: waits.ID, Method: refund.MethodBank, Reference: ptr("A transfer."), IdempotencyKey: "paid",
		})
		require.NoError(t, err)
		require.NoError(t, pays(support, "4.00"))
		before := m.sums()
		require.ErrorIs(t, pays(support, "0.01"), refund.ErrLimit, "3 and 4 are all of 7")
		require.Equal(t, before, m.sums())
		require.NoError(t, pays(second, "4.00"), "the limit is of one person")
		require.NoError(t, pays(m.olga.Actor, "5.00"), "and of those who have one")
		m.Clock.Advance(time.Hour - time.Microsecond)
		require.ErrorIs(t, pays(support, "0.01"), refund.ErrLimit)
		m.Clock.Advance(time.Microsecond)
		require.NoError(t, pays(support, "0.01"), "an hour later")
		m.Settle()
		m.Verified()
		m.Balanced()
	})
}

// Payments at once wait for each other at the account of who pays, so they do not
// exceed the limit together.
func TestLimits_of_what_is_paid_by_hand_at_once(t *testing.T) {
	t.Parallel()
	eachLimited(t, func(t *testing.T, m *market) {
		support := m.OperatorWith(identity.OperatorSupport).Actor
		m.owes("30.00")
		errs := make([]error, 12)
		var group sync.WaitGroup
		for i := range errs {
			group.Go(func() {
				_, errs[i] = m.App.Refunds.PayOutCredit(context.WithoutCancel(t.Context()), support, refund.CreditPayOutInput{
					BuyerID: m.alice.Account, Amount: money.Input{Amount: "2.00", CurrencyCode: "EUR"}, Reference: "A transfer.", IdempotencyKey: fmt.Sprint("out", i),
				})
			})
		}
		group.Wait()
		made := 0
		for _, err := range errs {
			if err == nil {
				made++
				continue
			}
			require.ErrorIs(t, err, refund.ErrLimit)
		}
		require.Equal(t, 3, made)
		left, err := m.App.Refunds.CreditOf(t.Context(), m.alice.Actor, nil)
		require.NoError(t, err)
		require.EqualValues(t, 2400, left[0].Minor)
	})
}

// givesUp lets two operators give up a debt, and tries what one cannot do.
func (m *market) givesUp(debt *payout.Recovery) {
	m.t.Helper()
	anna, support := m.Operator(), m.OperatorWith(identity.OperatorSupport)
	in := payout.WriteOffInput{DebtID: debt.ID, Reason: "The seller is gone.", IdempotencyKey: "gone"}
	_, err := m.App.Payouts.ProposeWriteOff(m.t.Context(), support.Actor, in)
	require.ErrorIs(m.t, err, approval.ErrForbidden)
	_, err = m.App.Payouts.ProposeWriteOff(m.t.Context(), m.olga.Actor, payout.WriteOffInput{DebtID: "rcv_none", Reason: "R.", IdempotencyKey: "none"})
	require.ErrorIs(m.t, err, payout.ErrDebtNotFound)
	_, err = m.App.Payouts.ProposeWriteOff(m.t.Context(), m.olga.Actor, payout.WriteOffInput{DebtID: debt.ID, Reason: " ", IdempotencyKey: "blank"})
	require.NotEmpty(m.t, fault.As(err))
	asked, err := m.App.Payouts.ProposeWriteOff(m.t.Context(), m.olga.Actor, in)
	require.NoError(m.t, err)
	require.Equal(m.t, approval.StatusPending, asked.Proposal.Status)
	_, err = m.App.Payouts.ProposeWriteOff(m.t.Context(), anna.Actor, in)
	require.ErrorIs(m.t, err, approval.ErrPending)
	require.EqualValues(m.t, 1800, m.book()["rcv:seller Mill"], "one person gives up nothing")

	_, err = m.App.Payouts.Debit(m.t.Context(), anna.Actor, payout.DebtInput{DebtID: debt.ID, IdempotencyKey: "debit"})
	require.NoError(m.t, err)
	require.ErrorIs(m.t, m.approves(anna, asked.Proposal), payout.ErrDebtState, "while it is being collected")
	m.Settle()
	require.ErrorIs(m.t, m.approves(m.olga, asked.Proposal), approval.ErrOwn)
	require.NoError(m.t, m.approves(anna, asked.Proposal))
	require.ErrorIs(m.t, m.approves(anna, asked.Proposal), approval.ErrDecided)
	again, err := m.App.Payouts.ProposeWriteOff(m.t.Context(), m.olga.Actor, in)
	require.NoError(m.t, err)
	require.Equal(m.t, asked.Proposal.ID, again.Proposal.ID)
	in.IdempotencyKey = "again"
	_, err = m.App.Payouts.ProposeWriteOff(m.t.Context(), m.olga.Actor, in)
	require.ErrorIs(m.t, err, payout.ErrDebtState, "nothing is open")
	m.Settle()
	kind := payout.DebtWrittenOff{}.EventName()
	found, err := m.App.Audit.Find(m.t.Context(), m.olga.Actor, audit.Filter{Kind: &kind}, page.First(10))
	require.NoError(m.t, err)
	require.Len(m.t, found.Nodes, 1)
	require.Equal(m.t, anna.Account, found.Nodes[0].ActorID)
	require.Equal(m.t, m.olga.Account, found.Nodes[0].ProposedBy)
	require.Equal(m.t, m.mill.ID, found.Nodes[0].SellerID)
}
