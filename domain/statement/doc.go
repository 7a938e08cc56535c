// Package statement tells sellers, month by month, how what they are owed has
// come about, and what the platform asks of them for it.
//
// Every chained journal that changes the balance of a seller becomes Lines: one
// for each reason, such as the price of goods, or the commission. The lines of a
// journal sum to what its entries say; what no reason explains is an adjustment.
// Lines are written once, in the order of the chain, by Follow, which adds them to the
// sums of days and months in the same unit.
//
// A month is a part of the chain. It ends before the first journal that was posted
// in a later month; a journal that is chained behind it belongs to the next one,
// whenever it was posted. So a month that is closed never changes. Close closes
// the months that have ended, oldest first:
//
//	open ── Close ──▶ closed (its part of the chain is known)
//	                    └── one Statement for each seller and currency ──▶ complete
//
// A Statement holds two balances. PLATFORM is what the platform owes the seller,
// less what they owe. PROVIDER is their balance at the payment provider. In each,
// opening and the sum of the lines make the closing, which is the next opening.
//
// A Document is the invoice for the commission of a statement, or the credit note
// for what was given back of it. It is issued once the platform and the seller have
// said who they are by law, and holds both as of then.
//
// Numbers have no gaps. Verify compares lines with entries (S1), statements with
// lines and with each other (S2), and documents with statements (S3).
package statement
