package server_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/internal/testkit"
)

var (
	// numbers finds 13 to 19 digits in a row, or in the groups that are printed on
	// cards, that stand alone: nothing that identifiers, hashes, addresses and
	// fractions are made of touches them.
	numbers = regexp.MustCompile(`(?:^|[^\w+/.-])(\d{13,19}|\d{4} \d{4} \d{4} \d{4}|\d{4}-\d{4}-\d{4}-\d{4}|\d{4} \d{6} \d{5}|\d{4}-\d{6}-\d{5})(?:$|[^\w+/=-])`)
	// issuers finds the first digits of the networks of cards: Visa, Mastercard,
	// American Express, Discover, JCB, Diners Club, UnionPay and Maestro.
	issuers = regexp.MustCompile(`^(4|5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|3[47]|6011|64[4-9]|65|35(2[89]|[3-8])|30[0-5]|36|38|39|62|50|5[6-9]|63|67)`)
)

// cards returns what could be the number of a card in a text.
func cards(text string) (found []string) {
	for at := 0; ; {
		m := numbers.FindStringSubmatchIndex(text[at:])
		if m == nil {
			return found
		}
		digits := strings.NewReplacer(" ", "", "-", "").Replace(text[at+m[2] : at+m[3]])
		if issuers.MatchString(digits) && luhn(digits) {
			found = append(found, digits)
		}
		at += m[3] // what ends one may begin the next
	}
}

// luhn reports whether the last digit is the check digit of the others.
func luhn(digits string) bool {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

func TestCards_finds_numbers_of_cards_and_nothing_of_ours(t *testing.T) {
	t.Parallel()
	for _, card := range []string{
		"4242424242424242", "4000056655665556", "5555555555554444", "2223003122003222", "378282246310005", "6011111111111117", "3056930009020004",
		"36227206271667", "3566002020360505", "6205500000000000004", "4242 4242 4242 4242", "4242-4242-4242-4242", "3782 822463 10005",
	} {
		for _, around := range []string{"%s", `{"number":"%s"}`, "card=%s&x=1", "line\n%s\nline", "(%s)", "pay with %s, please", "x:%s;", "%s."} {
			require.Len(t, cards(fmt.Sprintf(around, card)), 1, around, card)
		}
		require.Len(t, cards(card+" "+card+","+card), 3)
		require.Empty(t, cards("acc_"+card))
		require.Empty(t, cards("0."+card))
		require.Empty(t, cards("a"+card+"b"))
	}
	for _, other := range []string{
		"4242424242424241", "1764126000000000", "2026-11-26 03:16:30.000000", "1732590000000", "4242424242424242424242", "42424242424242424242",
		"9f86d081884c7d659a2feaa0c55ad015", "41111111-1111-1111-1111-111111111111", "127.0.0.1", "424242424242", "+49 40 7755331",
	} {
		require.Empty(t, cards(other), other)
	}
	var ours strings.Builder
	type anID string
	for range 100_000 {
		fmt.Fprintf(&ours, "%s id=%s\n", id.New[anID]("pay"), id.New[anID]("ord"))
	}
	now := time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)
	for i := range 100_000 {
		at := now.Add(time.Duration(i) * 7919 * time.Millisecond)
		fmt.Fprintf(&ours, "%d %d %d %s\n", at.UnixMilli(), at.UnixMicro(), at.UnixNano(), at.Format(time.RFC3339Nano))
	}
	require.Empty(t, cards(ours.String()))
}

// TestPayments_leave_no_number_of_a_card looks through the whole database after
// goods were paid by card, shipped, paid out and disputed.
func TestPayments_leave_no_number_of_a_card(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, alice := w.Seller("Mill", testkit.Onboarded), w.Buyer("Alice")
		tea := mill.Product("Tea", "20.00", 10)
		mill.Ships(alice.Buys(tea.Times(1)))
		alice.PaysWith(alice.Orders(tea.Times(1)).Payment, "pm_card_chargeDeclined")
		w.Settle()
		w.Advance(18 * 24 * time.Hour)
		w.Settle()
		written := dump(t, w.DB)
		require.Contains(t, written, "payment_intent.succeeded", "what the provider told is in it")
		require.Empty(t, cards(written))
	})
}
