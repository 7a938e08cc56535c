package simulate

import (
	"context"
	"math/rand/v2"
	"slices"
)

// turn is one step while it is taken: the world, and what it chooses by.
type turn struct {
	*World

	ctx context.Context //nolint:containedctx // a turn lasts as long as its context
	r   *rand.Rand
}

// action is something that people, Stripe or bad luck do.
type action struct {
	name   string
	weight int  // how often it is drawn, beside the others
	fault  bool // bad luck: it is not drawn in a calm world
	lossy  bool // it is only drawn where webhooks get lost
	priced bool // it is only drawn where orders have prices of all kinds
	do     func(t *turn) error
}

// actions is everything that can happen. A turn that finds nothing to do does
// nothing.
func actions() []action {
	return []action{
		{name: "buy", weight: 34, do: (*turn).buy},
		{name: "pay late", weight: 3, do: (*turn).payLate},
		{name: "cancel an intent at Stripe", weight: 1, do: (*turn).cancelIntent},
		{name: "ship", weight: 22, do: (*turn).ship},
		{name: "change a price", weight: 2, do: (*turn).reprice},
		{name: "publish a commission", weight: 3, do: (*turn).publishCommission},
		{name: "give back", weight: 14, do: (*turn).giveBack},
		{name: "decide a proposal", weight: 6, do: (*turn).decideProposal},
		{name: "cancel a refund", weight: 2, do: (*turn).cancelRefund},
		{name: "pay a refund otherwise", weight: 3, do: (*turn).payOtherwise},
		{name: "pay out credit", weight: 2, do: (*turn).payOutCredit},
		{name: "give back at Stripe", weight: 2, do: (*turn).refundAtStripe},
		{name: "let a refund fail", weight: 2, do: (*turn).failRefund},
		{name: "dispute", weight: 6, do: (*turn).openDispute},
		{name: "warn of fraud", weight: 2, do: (*turn).warn},
		{name: "decide a warning", weight: 2, do: (*turn).decideWarning},
		{name: "decide a dispute", weight: 6, do: (*turn).decideDispute},
		{name: "answer a dispute", weight: 4, do: (*turn).answerDispute},
		{name: "accept a share of a dispute", weight: 2, do: (*turn).acceptShare},
		{name: "assign the shares of a dispute", weight: 2, do: (*turn).assignShares},
		{name: "suspend or reinstate a seller", weight: 2, do: (*turn).suspend},
		{name: "let a new seller in", weight: 1, do: (*turn).welcome},
		{name: "switch a capability", weight: 2, do: (*turn).switchCapability},
		{name: "change a bank account", weight: 2, do: (*turn).changeBank},
		{name: "let a payout fail", weight: 3, do: (*turn).failPayout},
		{name: "pay out at Stripe", weight: 2, do: (*turn).payOutAtStripe},
		{name: "set a payout policy", weight: 2, do: (*turn).setPolicy},
		{name: "ask for a payout", weight: 7, do: (*turn).askForPayout},
		{name: "record a payout by bank", weight: 7, do: (*turn).recordPayout},
		{name: "move the platform's own money", weight: 3, do: (*turn).moveOwnMoney},
		{name: "collect a debt", weight: 7, do: (*turn).debitDebt},
		{name: "give up a debt", weight: 5, do: (*turn).writeOff},
		{name: "charge or credit a seller", weight: 6, do: (*turn).chargeSeller},
		{name: "reverse a charge or a credit", weight: 3, do: (*turn).reverseCharge},
		{name: "put a seller on a plan", weight: 3, do: (*turn).subscribe},
		{name: "compare and resolve", weight: 5, do: (*turn).resolve},
		{name: "book something wrongly", weight: 1, do: (*turn).mistake},
		{name: "ask a seller for more details", weight: 1, do: (*turn).askForDetails},
		{name: "hold money back or let it go", weight: 6, priced: true, do: (*turn).holdBack},
		{name: "remit taxes", weight: 4, priced: true, do: (*turn).remit},

		{name: "deliver webhooks", weight: 10, do: (*turn).deliver},
		{name: "work a little", weight: 10, do: (*turn).workLittle},
		{name: "work", weight: 8, do: (*turn).work},
		{name: "sleep", weight: 3, do: (*turn).sleep},

		{name: "break a call to Stripe", weight: 16, fault: true, do: (*turn).breakCall},
		{name: "disturb a webhook", weight: 8, fault: true, do: (*turn).disturbWebhook},
		{name: "lose a webhook", weight: 3, fault: true, lossy: true, do: (*turn).loseWebhook},
		{name: "crash", weight: 8, fault: true, do: (*turn).crash},
		{name: "restart the database", weight: 2, fault: true, do: (*turn).restart},
	}
}

// Actions lists the names of everything that can happen.
func Actions() []string {
	var names []string
	for _, a := range actions() {
		names = append(names, a.name)
	}
	return names
}

// draw picks actions by their weight.
type draw struct {
	names []string
	upTo  []int
}

func newDraw(calm bool, s Setup) draw {
	var d draw
	sum := 0
	for _, a := range actions() {
		if calm && a.fault || a.lossy && !s.Lossy || a.priced && !s.Priced {
			continue
		}
		sum += a.weight * s.luck(a)
		d.names, d.upTo = append(d.names, a.name), append(d.upTo, sum)
	}
	return d
}

// luck is how much more often an action is drawn: where many buyers come at a time
// there are fewer steps, and bad luck has more to hit at each.
func (s Setup) luck(a action) int {
	if a.fault && s.Rush > 1 {
		return 2
	}
	return 1
}

func (d draw) pick(r *rand.Rand) string {
	at, found := slices.BinarySearch(d.upTo, r.IntN(d.upTo[len(d.upTo)-1]))
	if found {
		at++
	}
	return d.names[at]
}

// one picks a member of a list, or nothing of an empty one.
func one[T any](t *turn, list []T) (T, bool) {
	if len(list) == 0 {
		var none T
		return none, false
	}
	return list[t.r.IntN(len(list))], true
}

// chance is true so many times in a hundred.
func (t *turn) chance(percent int) bool { return t.r.IntN(100) < percent }
