package simulate

import (
	"strings"

	"github.com/etal-market/etal/domain/ledger"
)

// posting is a row of the table of postings (docs/ledger.md) as the ledger shows it: a
// kind of journal with an account that it debits, or credits when it is below zero.
type posting struct {
	row     string
	kind    ledger.Kind
	account string // what it begins with; empty: any
	sign    int    // 1 debits, -1 credits, 0 either
}

// postings are the rows of the table that a journal shows. A row may have several.
func postings() []posting {
	return []posting{
		{"2", ledger.KindSaleCaptured, "", 0},
		{"2b", ledger.KindSaleCaptured, "exp:promo_platform", 1},
		{"2c", ledger.KindSaleCaptured, "rev:shipping", -1},
		{"2d", ledger.KindSaleCaptured, "pay:tax:platform:", -1},
		{"2e", ledger.KindSaleCaptured, "rev:service_fee", -1},
		{"3", ledger.KindFundsAvailable, "", 0},
		{"5", ledger.KindReleased, "pay:seller:held", 1},
		{"5", ledger.KindReserveReleased, "", 0},
		{"5a", ledger.KindReleased, "rev:commission", -1},
		{"6", ledger.KindTransferRequested, "", 0},
		{"6a", ledger.KindTransferConfirmed, "", 0},
		{"6b", ledger.KindTransferFailed, "", 0},
		{"6m", ledger.KindTransferReceived, "", 0},
		{"7", ledger.KindPayoutCreated, "", 0},
		{"7", ledger.KindManualPayout, "", 0},
		{"7a", ledger.KindPayoutPaid, "", 0},
		{"7b", ledger.KindPayoutFailed, "", 0},
		{"7c", ledger.KindPayoutFeeTaken, "", 0},
		{"8", ledger.KindBankMoved, "bank", 1},
		{"9", ledger.KindRefundAccepted, "pay:seller:held", 1},
		{"9a", ledger.KindRefundSettled, "", 0},
		{"9b", ledger.KindRefundVoided, "", 0},
		{"9b", ledger.KindCreditSpent, "", 0},
		{"9b", ledger.KindCreditUnspent, "", 0},
		{"9b", ledger.KindCreditPaidOut, "", 0},
		{"9c", ledger.KindRefundReturned, "", 0},
		{"9c", ledger.KindRefundPaid, "", 0},
		{"10", ledger.KindRefundAccepted, "rcv:seller", 1},
		{"10a", ledger.KindReversalConfirmed, "rcv:seller", -1},
		{"10am", ledger.KindReversalTaken, "", 0},
		{"10b", ledger.KindReserveUsed, "", 0},
		{"10c", ledger.KindDebtNetted, "", 0},
		{"10d", ledger.KindDebtDebited, "", 0},
		{"10e", ledger.KindDebtWrittenOff, "", 0},
		{"11", ledger.KindDisputeMoved, "rcv:dispute", 1},
		{"11a", ledger.KindDisputeFrozen, "pay:seller:disputed", -1},
		{"11b", ledger.KindReversalConfirmed, "pay:seller:disputed", -1},
		{"12", ledger.KindDisputeMoved, "rcv:dispute", -1},
		{"12a", ledger.KindDisputeMoved, "exp:dispute_fee", -1},
		{"12b", ledger.KindDisputeSettled, "pay:seller:disputed", 1},
		{"13", ledger.KindDisputeSettled, "rcv:dispute", -1},
		{"13a", ledger.KindDisputeFeeCharged, "", 0},
		{"13a", ledger.KindDisputeFeeBack, "", 0},
		{"13c", ledger.KindDisputeSettled, "rcv:dispute", 1},
		{"14", ledger.KindReserveMoved, "stripe:reserved", 1},
		{"14a", ledger.KindReserveMoved, "stripe:reserved", -1},
		{"15", ledger.KindTaxRemitted, "", 0},
		{"15", ledger.KindTaxRemittanceReversed, "", 0},
		{"16", ledger.KindBankMoved, "bank", -1},
		{"18", ledger.KindFeeCharged, "", 0},
		{"20", ledger.KindSaleCaptured, "fx:clearing", 1},
		{"20a", ledger.KindTransferConfirmed, "fx:clearing", 0},
		{"20b", ledger.KindReleased, "fx:clearing", 0},
		{"20c", ledger.KindRefundSettled, "exp:fx", 0},
		{"21", ledger.KindDifferenceBooked, "", 0},
		{"22", ledger.KindSuspended, "", 0},
		{"22", ledger.KindSuspenseBooked, "", 0},
		{"22", ledger.KindSuspenseUndone, "", 0},
		{"23", ledger.KindSellerCharged, "", 0},
		{"23", ledger.KindSellerChargeReversed, "", 0},
		{"23", ledger.KindSellerCredited, "", 0},
		{"23", ledger.KindSellerCreditReversed, "", 0},
	}
}

// shown are the rows of the table that something else than an entry shows, each by a
// statement that counts.
func shown() map[string]string {
	const paid = " AND EXISTS (SELECT 1 FROM ledger_journals AS j WHERE j.order_id = s.order_id AND j.kind = 'SALE_CAPTURED')"
	return map[string]string{
		"2a":  "SELECT COUNT(*) FROM seller_orders AS s WHERE s.seller_discount_minor > 0" + paid,
		"2c":  "SELECT COUNT(*) FROM seller_orders AS s WHERE s.shipping_minor > 0 AND s.platform_shipping_minor = 0" + paid,
		"2d":  "SELECT COUNT(*) FROM seller_orders AS s WHERE s.tax_minor > s.platform_tax_minor" + paid,
		"11c": "SELECT COUNT(*) FROM disputes WHERE status = 'CLOSED'",
		"13b": "SELECT COUNT(*) FROM disputes WHERE status IN ('LOST', 'WON') AND outstanding_minor > 0 AND outstanding_minor < amount_minor",
		"17": `SELECT COUNT(*) FROM transfers AS t JOIN releases AS r ON r.id = t.release_id
			WHERE t.status = 'SUCCEEDED' AND t.charge_id = '' AND r.charge_id <> '' AND t.attempt > 1`,
	}
}

// Rows lists the rows of the table of postings that worlds can show, in its order.
func Rows() []string {
	return strings.Fields(`2 2a 2b 2c 2d 2e 3 5 5a 6 6a 6b 6m 7 7a 7b 7c 8 9 9a 9b 9c 10 10a 10am 10b 10c 10d 10e
		11 11a 11b 11c 12 12a 12b 13 13a 13b 13c 14 14a 15 16 17 18 20 20a 20b 20c 21 22 23`)
}

// side is what entries of journals of one kind on one account have in common.
type side struct {
	Kind    ledger.Kind
	Account string
	Sign    int // of the amounts
	Count   int // of the entries
}

// shows reports whether the entries of a side show a row.
func (p posting) shows(s side) bool {
	return p.kind == s.Kind && strings.HasPrefix(s.Account, p.account) && (p.sign == 0 || p.sign == s.Sign)
}
