package dispute

import (
	"strconv"

	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
)

// EvidenceSaveInput changes the evidence of a member's own seller.
type EvidenceSaveInput struct {
	DisputeID ID
	Edit
}

// EvidenceSubmitInput sends the evidence of all sellers, as corrected.
type EvidenceSubmitInput struct {
	DisputeID ID
	Edit
	FileIDs []FileID // nil: all files, one for each field
}

// FileUploadInput announces a file of evidence.
type FileUploadInput struct {
	DisputeID ID
	Filename  string
	ByteSize  int
}

// FileAddInput puts a file that was sent into a field of evidence.
type FileAddInput struct {
	DisputeID ID
	Field     Field
	UploadID  file.UploadID
}

// FileRemoveInput takes a file out of the evidence.
type FileRemoveInput struct {
	FileID FileID
}

// AcceptInput accepts a dispute: a member of a seller for their share, an
// operator at the bank.
type AcceptInput struct {
	DisputeID ID
}

// SharesSetInput says whose share is what. What no part bears, the platform
// does.
type SharesSetInput struct {
	DisputeID ID
	Shares    []ShareInput
	Platform  *money.Input
}

// ShareInput is the share of one part of an order.
type ShareInput struct {
	SellerOrderID order.SellerOrderID
	Amount        money.Input
}

func decimal(n int64) string { return strconv.FormatInt(n, 10) }
