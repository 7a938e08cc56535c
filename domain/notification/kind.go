package notification

import (
	"slices"

	"github.com/etal-market/etal/domain/seller"
)

// Kind is what a notification is about. People choose by kind how they are told.
type Kind string

// The kinds, each with the mails that say the same.
const (
	// KindOrderPaid tells a buyer that an order is paid.
	KindOrderPaid Kind = "ORDER_PAID"
	// KindOrderShipped tells a buyer that part of an order is on its way.
	KindOrderShipped Kind = "ORDER_SHIPPED"
	// KindOrderCancelled tells a buyer that an order was given up.
	KindOrderCancelled Kind = "ORDER_CANCELLED"
	// KindPaymentRefused tells a buyer that a bank has refused a debit.
	KindPaymentRefused Kind = "PAYMENT_REFUSED"
	// KindRefundPaid tells a buyer that money comes back.
	KindRefundPaid Kind = "REFUND_PAID"
	// KindOrderReceived tells a seller that there is something to ship.
	KindOrderReceived Kind = "ORDER_RECEIVED"
	// KindRefundTaken tells a seller what a refund takes.
	KindRefundTaken Kind = "REFUND_TAKEN"
	// KindSellerDecided tells a seller what was decided about them.
	KindSellerDecided Kind = "SELLER_DECIDED"
	// KindImportFinished tells a seller that an import of products is over.
	KindImportFinished Kind = "IMPORT_FINISHED"
	// KindDisputeOpened tells sellers and operators that a bank takes money back.
	KindDisputeOpened Kind = "DISPUTE_OPENED"
	// KindDisputeDue reminds them of the deadline of a dispute.
	KindDisputeDue Kind = "DISPUTE_DUE"
	// KindDisputeEnded tells them what the bank has decided.
	KindDisputeEnded Kind = "DISPUTE_ENDED"
	// KindPayoutReturned tells a seller that a payout came back from the bank.
	KindPayoutReturned Kind = "PAYOUT_RETURNED"
	// KindPayoutAccount tells a seller that the provider needs them, or pays them no more.
	KindPayoutAccount Kind = "PAYOUT_ACCOUNT"
	// KindPayoutHeld tells a seller that operators hold money back, or let it go.
	KindPayoutHeld Kind = "PAYOUT_HELD"
)

// Kinds lists all kinds, in the order in which they are shown.
func Kinds() []Kind {
	return []Kind{
		KindOrderPaid, KindOrderShipped, KindOrderCancelled, KindPaymentRefused, KindRefundPaid, KindOrderReceived, KindRefundTaken, KindSellerDecided,
		KindImportFinished, KindDisputeOpened, KindDisputeDue, KindDisputeEnded, KindPayoutReturned,
		KindPayoutAccount, KindPayoutHeld,
	}
}

// kindOf is the kind of a mail; empty for mails that nobody is told in the app,
// such as those about passwords.
func kindOf(t Template) Kind {
	return map[Template]Kind{
		OrderPaid: KindOrderPaid, OrderShipped: KindOrderShipped, OrderCancelled: KindOrderCancelled, PaymentRefused: KindPaymentRefused,
		RefundPaid:    KindRefundPaid,
		OrderReceived: KindOrderReceived, RefundTaken: KindRefundTaken, ImportFinished: KindImportFinished,
		SellerApproved: KindSellerDecided, SellerRejected: KindSellerDecided, SellerSuspended: KindSellerDecided,
		DisputeOpened: KindDisputeOpened, DisputeDue: KindDisputeDue, DisputeEnded: KindDisputeEnded,
		PayoutReturned: KindPayoutReturned, PayoutAccountChanged: KindPayoutAccount, PayoutAccountDue: KindPayoutAccount,
		PayoutHeld: KindPayoutHeld, PayoutHoldLifted: KindPayoutHeld,
	}[t]
}

// IsMailed reports whether a kind is mailed unless somebody chooses otherwise. The
// end of an import is seen where it was begun.
func (k Kind) IsMailed() bool { return k != KindImportFinished }

// NeedsMail reports whether the mail of a kind cannot be switched off: receipts,
// decisions, and what has a deadline.
func (k Kind) NeedsMail() bool {
	return slices.Contains([]Kind{
		KindOrderPaid, KindOrderCancelled, KindPaymentRefused, KindRefundPaid, KindSellerDecided, KindDisputeOpened, KindDisputeDue, KindPayoutReturned,
		KindPayoutAccount, KindPayoutHeld,
	}, k)
}

// isOfBuyers reports whether a kind is about what somebody has bought.
func (k Kind) isOfBuyers() bool {
	return slices.Contains([]Kind{KindOrderPaid, KindOrderShipped, KindOrderCancelled, KindPaymentRefused, KindRefundPaid}, k)
}

// hat is under which hat somebody is told: hatBuyer, hatOperator or a seller's id.
type hat string

const (
	hatBuyer    hat = "buyer"
	hatOperator hat = "operator"
)

// hatOf is under which hat a mail tells what it does. A mail that is about sellers
// and names none goes to operators.
func hatOf(k Kind, of seller.ID) hat {
	switch {
	case k.isOfBuyers():
		return hatBuyer
	case of == "":
		return hatOperator
	}
	return hat(of)
}
