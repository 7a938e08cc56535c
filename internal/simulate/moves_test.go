package simulate_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/internal/simulate"
)

// common are the transitions that the few worlds of the tests must reach.
const common = `
answer → NONE
answer NONE → PLANNED
answer PLANNED → SENDING
answer SENDING → DONE
dispute → INQUIRY
dispute INQUIRY → CLOSED
dispute INQUIRY → OPEN
dispute LOST → WON
dispute OPEN → LOST
dispute OPEN → WON
order → AWAITING_PAYMENT
order AWAITING_PAYMENT → CANCELLED
order AWAITING_PAYMENT → PAID
payment → CREATING
payment AWAITING_BUYER → CANCELLED
payment AWAITING_BUYER → CAPTURED
payment CREATING → AWAITING_BUYER
payout → PLANNED
payout IN_TRANSIT → PAID
payout PENDING → IN_TRANSIT
payout PENDING → PAID
payout PLANNED → SENDING
payout SENDING → PENDING
payout account → CREATING
payout account CREATING → ONBOARDING
payout account ENABLED → RESTRICTED
payout account ONBOARDING → ENABLED
payout fee → NONE
proposal → PENDING
proposal PENDING → APPROVED
proposal PENDING → EXPIRED
proposal PENDING → REJECTED
recovery → FROZEN
recovery → WAITING
recovery DUE → SETTLED
recovery FROZEN → DUE
recovery FROZEN → SETTLED
recovery WAITING → DUE
recovery WAITING → SETTLED
refund → PENDING
refund → PLANNED
refund PENDING → SUCCEEDED
refund PLANNED → SENDING
refund PLANNED → SUCCEEDED
refund SENDING → SUCCEEDED
refund SUCCEEDED → FAILED
release → ACCRUED
release ACCRUED → RELEASED
release ACCRUED → TRANSFERRED
release RELEASED → TRANSFERRING
release TRANSFERRED → RELEASED
release TRANSFERRING → TRANSFERRED
reversal → PLANNED
reversal PLANNED → SENDING
reversal SENDING → FAILED
reversal SENDING → SUCCEEDED
reversal SENDING → UNKNOWN
reversal UNKNOWN → SENDING
seller → APPLIED
seller APPLIED → APPROVED
seller order → AWAITING_PAYMENT
seller order AWAITING_PAYMENT → CANCELLED
seller order AWAITING_PAYMENT → READY_TO_SHIP
seller order READY_TO_SHIP → SHIPPED
transfer → PLANNED
transfer PLANNED → SENDING
transfer SENDING → SUCCEEDED
transfer SENDING → UNKNOWN
transfer UNKNOWN → SENDING
webhook → APPLIED
webhook → IGNORED
webhook → RECEIVED
webhook RECEIVED → APPLIED
`

// seldom are those that longer series reach, and that few worlds may miss.
const seldom = `
answer DONE → NONE
answer REFUSED → PLANNED
answer SENDING → REFUSED
answer SENDING → UNKNOWN
answer UNKNOWN → DONE
answer UNKNOWN → SENDING
dispute INQUIRY → LOST
dispute INQUIRY → WON
dispute → CLOSED
dispute → LOST
dispute → OPEN
dispute → WON
payment CREATING → CANCELLED
payment CREATING → CAPTURED
payout IN_TRANSIT → FAILED
payout PAID → FAILED
payout PLANNED → FAILED
payout PENDING → CANCELLED
payout PENDING → FAILED
payout SENDING → CANCELLED
payout SENDING → FAILED
payout SENDING → IN_TRANSIT
payout SENDING → PAID
payout account ONBOARDING → RESTRICTED
payout account RESTRICTED → ENABLED
payout fee DUE → SENDING
payout fee DUE → WAIVED
payout fee SENDING → TAKEN
payout fee SENDING → WAIVED
payout fee → DUE
payout → SENDING
recovery SETTLED → DUE
recovery → DUE
refund AWAITING_BANK → CANCELLED
refund AWAITING_BANK → SUCCEEDED
refund FAILED → CANCELLED
refund FAILED → PAID_OTHERWISE
refund PENDING → CANCELLED
refund PENDING → FAILED
refund PLANNED → CANCELLED
refund SENDING → CANCELLED
refund SENDING → FAILED
refund SENDING → PENDING
refund SENDING → REFUSED
refund SENDING → UNKNOWN
refund UNKNOWN → FAILED
refund UNKNOWN → PENDING
refund UNKNOWN → REFUSED
refund UNKNOWN → SENDING
refund UNKNOWN → SUCCEEDED
refund → AWAITING_BANK
release RELEASED → TRANSFERRED
release TRANSFERRING → RELEASED
release → RELEASED
reversal UNKNOWN → FAILED
reversal UNKNOWN → SUCCEEDED
proposal PENDING → WITHDRAWN
seller APPLIED → REJECTED
seller APPROVED → SUSPENDED
seller SUSPENDED → APPROVED
seller order CANCELLED → READY_TO_SHIP
seller order READY_TO_SHIP → CANCELLED
transfer PLANNED → FAILED
transfer SENDING → FAILED
transfer UNKNOWN → FAILED
transfer UNKNOWN → SUCCEEDED
webhook → PARKED
`

// never are transitions that exist and that no world reaches, with the reason.
func never() map[string]string {
	const noMoney = "it moves no money, and what it forbids is tested with sellers"
	return map[string]string{
		"seller APPROVED → CLOSED":               noMoney,
		"seller SUSPENDED → CLOSED":              noMoney,
		"payout account ENABLED → VERIFYING":     "the simulator verifies at once whatever a seller fills in",
		"payout account RESTRICTED → VERIFYING":  "the simulator verifies at once whatever a seller fills in",
		"refund PENDING → REQUIRES_ACTION":       "buyers pay by card only, whose refunds ask nobody",
		"payout account VERIFYING → ENABLED":     "the simulator verifies at once whatever a seller fills in",
		"payout account ENABLED → REJECTED":      "Stripe closes no account of a world for good",
		"payout account RESTRICTED → REJECTED":   "Stripe closes no account of a world for good",
		"payout account ONBOARDING → VERIFYING":  "the simulator verifies at once whatever a seller fills in",
		"refund REQUIRES_ACTION → SUCCEEDED":     "buyers pay by card only, whose refunds ask nobody",
		"refund REQUIRES_ACTION → FAILED":        "buyers pay by card only, whose refunds ask nobody",
		"refund REQUIRES_ACTION → CANCELLED":     "buyers pay by card only, whose refunds ask nobody",
		"payout account VERIFYING → RESTRICTED":  "the simulator verifies at once whatever a seller fills in",
		"payout account VERIFYING → ONBOARDING":  "the simulator verifies at once whatever a seller fills in",
		"payout account ONBOARDING → REJECTED":   "Stripe closes no account of a world for good",
		"payout account RESTRICTED → ONBOARDING": "details that were submitted stay submitted",
	}
}

func lines(text string) []string { return strings.Split(strings.TrimSpace(text), "\n") }

// requireMoves holds what was reached against the table above: whatever is common
// was reached, what is said to be out of reach was not, and nothing has moved in a
// way that nobody has written down.
func requireMoves(t *testing.T, reached *simulate.Coverage) {
	t.Helper()
	known := map[string]bool{}
	for _, move := range slices.Concat(lines(common), lines(seldom), slices.Collect(maps.Keys(never()))) {
		require.False(t, known[move], "%s stands here twice", move)
		known[move] = true
	}
	for move := range reached.Moves {
		require.True(t, known[move], "%s: is it right? Then write it down", move)
	}
	for _, move := range lines(common) {
		require.NotZero(t, reached.Moves[move], "no world has reached %s", move)
	}
	for move, why := range never() {
		require.NotEmpty(t, why)
		require.Zero(t, reached.Moves[move], "%s was reached: it is no longer true that %s", move, why)
	}
}

// The page about what is reached names every kind of journal and every transition.
func TestCoverage_is_told_whole(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/simulation-coverage.md")
	require.NoError(t, err)
	for _, kind := range ledger.Kinds() {
		require.Contains(t, string(page), "| "+string(kind)+" | ")
	}
	for _, move := range slices.Concat(lines(common), lines(seldom)) {
		require.True(t, strings.Contains(string(page), "| "+move+" | ") || strings.Contains(string(page), "- "+move+"\n"), move)
	}
	for move, why := range never() {
		require.Contains(t, string(page), "| "+move+" | "+why+" |")
	}
}
