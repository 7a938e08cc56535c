// Package tax keeps what the platform has remitted to tax authorities: taxes on
// sales that it collected in place of sellers, and VAT on its commission and
// charges.
//
// What is payable stands in the ledger, an account for each jurisdiction. A
// Remittance says that some of it has left the platform's own bank account, for a
// period, and is recorded by two persons; two persons take it back, as a whole, when
// it was recorded by mistake. Étal pays nobody: the transfer is made at the bank.
//
//	(proposed) → RECORDED → REVERSED
//
// What always holds:
//
//   - When it is recorded, a remittance is at most what is payable. What buyers get
//     back later may make more remitted than was due; then the authority owes it.
//   - Of one jurisdiction and currency, one remittance is proposed at a time.
//   - Verify finds each remittance, and each reversal, in the ledger.
package tax
