package stripesim

import "strings"

// testCard is what a test number does.
type testCard struct {
	brand, funding string
	// code and decline refuse a charge; the message is Stripe's.
	code, decline string
	// invalid numbers do not even become a payment method.
	invalid bool
	// secure asks for 3D Secure: always, or unless the card was set up before.
	secure securing
	// bypass makes the money available at once.
	bypass bool
	// dispute is the reason of the dispute a charge meets; inquiry makes it a mere question.
	dispute string
	inquiry bool
	// warning is the kind of fraud of which the issuer warns after a charge.
	warning string
	// refund is how a refund goes: "" at once, "late" pending first, "fails" later.
	refund string
}

type securing int

const (
	secureNever securing = iota
	secureUnlessSetUp
	secureAlways
)

// cardOf knows Stripe's test numbers; any other valid number behaves like 4242….
func cardOf(number string) testCard {
	c := testCard{brand: brandOf(number), funding: "credit"}
	decline := func(code, decline string) testCard {
		c.code, c.decline = code, decline
		return c
	}
	switch number {
	case "4000000000000077", "4000003720000278":
		c.bypass = true
	case "4000000000000002":
		return decline("card_declined", "generic_decline")
	case "4000000000009995":
		return decline("card_declined", "insufficient_funds")
	case "4000000000009987":
		return decline("card_declined", "lost_card")
	case "4000000000009979":
		return decline("card_declined", "stolen_card")
	case "4000000000000069":
		return decline("expired_card", "expired_card")
	case "4000000000000127":
		return decline("incorrect_cvc", "incorrect_cvc")
	case "4000000000000119":
		return decline("processing_error", "processing_error")
	case "4000000000006975":
		return decline("card_declined", "card_velocity_exceeded")
	case "4100000000000019":
		return decline("card_declined", "fraudulent")
	case "4000000000000341":
		return decline("card_declined", "generic_decline")
	case "4242424242424241":
		c.invalid = true
	case "4000002500003155":
		c.secure = secureUnlessSetUp
	case "4000002760003184", "4000000000003220", "4000000000003063":
		c.secure = secureAlways
	case "4000008400001629":
		c.secure = secureAlways
		return decline("card_declined", "generic_decline")
	case "4000000000000259":
		c.dispute = "fraudulent"
	case "4000000000002685":
		c.dispute = "product_not_received"
	case "4000000000001976":
		c.dispute, c.inquiry = "fraudulent", true
	case "4000000000005423":
		c.warning = "made_with_stolen_card"
	case "4000000000007726":
		c.refund = "late"
	case "4000000000005126":
		c.refund = "fails"
	}
	if strings.HasPrefix(number, "400005") {
		c.funding = "debit"
	}
	return c
}

func brandOf(number string) string {
	switch {
	case strings.HasPrefix(number, "5"), strings.HasPrefix(number, "2"):
		return "mastercard"
	case strings.HasPrefix(number, "3"):
		return "amex"
	case strings.HasPrefix(number, "6"):
		return "discover"
	}
	return "visa"
}

// testNumber finds the card behind a test payment method or token such as pm_card_visa.
func testNumber(token string) (string, bool) {
	name, ok := strings.CutPrefix(token, "pm_card_")
	if !ok {
		if name, ok = strings.CutPrefix(token, "tok_"); !ok {
			return "", false
		}
	}
	name = strings.TrimPrefix(name, "visa_")
	switch name {
	case "visa", "us":
		return "4242424242424242", true
	case "mastercard":
		return "5555555555554444", true
	case "amex":
		return "378282246310005", true
	case "debit":
		return "4000056655665556", true
	case "bypassPending":
		return "4000000000000077", true
	case "bypassPendingInternational":
		return "4000003720000278", true
	case "chargeDeclined":
		return "4000000000000002", true
	case "chargeDeclinedInsufficientFunds":
		return "4000000000009995", true
	case "chargeDeclinedLostCard":
		return "4000000000009987", true
	case "chargeDeclinedStolenCard":
		return "4000000000009979", true
	case "chargeDeclinedExpiredCard":
		return "4000000000000069", true
	case "chargeDeclinedIncorrectCvc":
		return "4000000000000127", true
	case "chargeDeclinedProcessingError":
		return "4000000000000119", true
	case "chargeDeclinedVelocityLimitExceeded":
		return "4000000000006975", true
	case "chargeDeclinedFraudulent", "radarBlock":
		return "4100000000000019", true
	case "chargeCustomerFail":
		return "4000000000000341", true
	case "authenticationRequiredOnSetup":
		return "4000002500003155", true
	case "authenticationRequired", "threeDSecureRequired":
		return "4000002760003184", true
	case "threeDSecure2Required":
		return "4000000000003220", true
	case "authenticationRequiredChargeDeclinedInsufficientFunds", "threeDSecureRequiredChargeDeclined":
		return "4000008400001629", true
	case "createDispute":
		return "4000000000000259", true
	case "createDisputeProductNotReceived":
		return "4000000000002685", true
	case "createDisputeInquiry":
		return "4000000000001976", true
	case "createIssuerFraudRecord":
		return "4000000000005423", true
	case "refundPending", "pendingRefund":
		return "4000000000007726", true
	case "refundFail":
		return "4000000000005126", true
	}
	return "", false
}

// declineMessage is what Stripe says to the buyer.
func declineMessage(code, decline string) string {
	switch code {
	case "expired_card":
		return "Your card has expired."
	case "incorrect_cvc":
		return "Your card's security code is incorrect."
	case "processing_error":
		return "An error occurred while processing your card. Try again in a little bit."
	}
	switch decline {
	case "insufficient_funds":
		return "Your card has insufficient funds."
	case "card_velocity_exceeded":
		return "Your card has been declined for making repeated attempts too frequently or exceeding its amount limit."
	}
	return "Your card was declined."
}

// luhn checks the last digit of a card number.
func luhn(number string) bool {
	if len(number) < 12 || len(number) > 19 || !digits(number) {
		return false
	}
	sum := 0
	for i := range len(number) {
		d := int(number[len(number)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
