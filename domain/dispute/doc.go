// Package dispute follows what buyers' banks take back, and decides who bears it.
//
// Stripe takes a disputed amount and a fee from the platform's balance at once. A
// dispute names a charge and no seller; its shares are what remains of each
// seller's part, in proportion. While it is open the sellers' shares are kept
// aside: what was not transferred is frozen, transfers are taken back. When it is
// lost they are gone, when it is won the sellers get them again.
//
//	INQUIRY → CLOSED            nothing has moved
//	INQUIRY → OPEN → WON | LOST → WON (late)
//
// What has moved is booked by the balance transactions of the dispute, never by
// its status: an amount may differ from the charge's, a lost dispute may be
// given back in part. Whatever is outstanding when a dispute is lost is borne by
// those whose share it is; later movements correct it.
package dispute
