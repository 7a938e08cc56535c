package dispute

import "github.com/etal-market/etal/domain/fault"

// Faults of disputes.
var (
	// ErrNotFound is returned for a dispute that does not exist or does not concern the caller.
	ErrNotFound = fault.New(fault.NotFound, "DISPUTE_NOT_FOUND", "There is no such dispute.")
	// ErrSellerDisputed is returned for closing a seller whose buyers' banks have
	// not decided yet.
	ErrSellerDisputed = fault.New(fault.Conflict, "SELLER_DISPUTED", "A bank disputes a payment for this seller and has not decided yet.")
	// ErrClosed is returned for a step after the bank has decided.
	ErrClosed = fault.New(fault.Conflict, "DISPUTE_CLOSED", "The bank has decided about this dispute.")
	// ErrAnswered is returned for a step after the bank was answered.
	ErrAnswered = fault.New(fault.Conflict, "DISPUTE_ANSWERED", "The bank was answered already. That can be done once.")
	// ErrTooLate is returned for evidence after its deadline.
	ErrTooLate = fault.New(fault.Conflict, "DISPUTE_TOO_LATE", "The bank does not take evidence any more.")
	// ErrAccepted is returned for evidence of a seller who has accepted the dispute.
	ErrAccepted = fault.New(fault.Conflict, "DISPUTE_ACCEPTED", "This share was accepted already.")
	// ErrEvidenceLong is returned when the sellers' evidence together is too long.
	ErrEvidenceLong = fault.New(fault.Conflict, "DISPUTE_EVIDENCE_LONG", "The evidence is longer than the bank reads: 20,000 characters a text.")
	// ErrFileNotFound is returned for a file of evidence that does not exist any more, is not the caller's, or cannot be sent.
	ErrFileNotFound = fault.New(fault.NotFound, "DISPUTE_FILE_NOT_FOUND", "There is no such file of evidence.")
	// ErrField is returned for a field of evidence that takes no file.
	ErrField = fault.New(fault.Invalid, "DISPUTE_FILE_FIELD", "This is not a kind of document that a bank takes.")
	// ErrFilesClash is returned when two files would go into one field of an answer.
	ErrFilesClash = fault.New(fault.Conflict, "DISPUTE_FILES_CLASH", "Two sellers have sent a file of the same kind, and the bank takes one. Choose which one is sent.")
	// ErrFilesLarge is returned for files that are more than an answer may have.
	ErrFilesLarge = fault.New(fault.Conflict, "DISPUTE_FILES_LARGE", "All files of an answer together have at most 4.5 MB and 50 pages.")
	// ErrShares is returned for shares that are not of the order, or do not sum up.
	ErrShares = fault.New(fault.Invalid, "DISPUTE_SHARES", "The shares must be of the parts of this order, and sum up to the disputed amount.")
	// ErrWarningNotFound is returned for a warning of fraud that does not exist or is asked for by somebody who is no operator.
	ErrWarningNotFound = fault.New(fault.NotFound, "FRAUD_WARNING_NOT_FOUND", "There is no such warning of fraud.")
	// ErrWarningSettled is returned for a decision about a warning of fraud when there is nothing left to decide.
	ErrWarningSettled = fault.New(fault.Conflict, "FRAUD_WARNING_SETTLED", "This payment was disputed or given back already, or the warning was set aside.")
	// ErrShareTooMuch is returned for a share of more than is left of the seller's part.
	ErrShareTooMuch = fault.New(fault.Conflict, "DISPUTE_SHARE_TOO_MUCH", "This is more than is left of the seller's part.")
)
