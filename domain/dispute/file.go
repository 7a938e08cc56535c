package dispute

import (
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// FileID names a file of evidence, dsf_….
type FileID string

// Field says what a file of evidence shows.
type Field string

// The fields of evidence that take a file, one each.
const (
	FieldReceipt         Field = "RECEIPT"
	FieldShipping        Field = "SHIPPING_DOCUMENTATION"
	FieldCommunication   Field = "BUYER_COMMUNICATION"
	FieldSignature       Field = "BUYER_SIGNATURE"
	FieldRefundPolicy    Field = "REFUND_POLICY"
	FieldCancellation    Field = "CANCELLATION_POLICY"
	FieldService         Field = "SERVICE_DOCUMENTATION"
	FieldDuplicateCharge Field = "DUPLICATE_CHARGE_DOCUMENTATION"
	FieldOther           Field = "OTHER"
)

// isKnown reports whether the field is one of those above.
func (f Field) isKnown() bool {
	return slices.Contains([]Field{
		FieldReceipt, FieldShipping, FieldCommunication, FieldSignature, FieldRefundPolicy, FieldCancellation, FieldService,
		FieldDuplicateCharge, FieldOther,
	}, f)
}

// File is a file of evidence: of one seller's part, or of the platform.
type File struct {
	bun.BaseModel `bun:"table:dispute_files,alias:dsf"`

	ID            FileID `bun:",pk"`
	DisputeID     ID
	SellerOrderID order.SellerOrderID // empty: the platform's
	Field         Field
	FileID        file.ID
	Filename      string
	ContentType   string
	ByteSize      int64
	Pages         int64 // 1 for an image
	AddedBy       identity.AccountID
	CreatedAt     time.Time
	AnswerID      string     // the answer that it is a part of; empty: none
	SendKey       string     // the provider's idempotency key; empty: it was never sent
	SendAt        *time.Time // when it was first to be sent
	ProviderID    string     // empty until the provider has it
	ForgottenAt   *time.Time // nil: its bytes are kept
}

// Path is where the bytes are, relative to the API's address.
func (f *File) Path() string { return "/disputes/files/" + string(f.ID) }

// IsSent reports whether the file is a part of what the bank is told, or was.
func (f *File) IsSent() bool { return f.AnswerID != "" }

// IsKept reports whether the bytes are still here.
func (f *File) IsKept() bool { return f.ForgottenAt == nil }

// MayFile returns why a seller, or an operator when it is empty, cannot add files or
// take them out: what MaySave or MayAnswer returns, or nil.
func (d *Dispute) MayFile(of seller.ID, now time.Time) error {
	if of == "" {
		return d.MayAnswer(now)
	}
	return d.MaySave(of, now)
}

// partOfFiles is the part that an actor's files are of: empty for the platform.
func (d *Dispute) partOfFiles(of seller.ID) order.SellerOrderID {
	if part := d.partOf(of); part != nil {
		return part.SellerOrderID
	}
	return ""
}

// fits returns ErrFilesLarge for files that are more than one answer may have.
func fits(files []*File) error {
	var bytes, pages int64
	for _, f := range files {
		bytes, pages = bytes+f.ByteSize, pages+f.Pages
	}
	if bytes > file.EvidenceBytesMax || pages > file.EvidencePagesMax {
		return ErrFilesLarge
	}
	return nil
}

// chosen are the files that go to the bank: those that are named or, when none are,
// all of the platform and of the sellers who have not accepted. A field takes one, and
// of two that nobody has chosen from that of the platform stands for it, as its texts
// do. It returns ErrFileNotFound, ErrFilesClash or ErrFilesLarge.
func (d *Dispute) chosen(all []*File, named []FileID) ([]*File, error) {
	speaking := slices.DeleteFunc(slices.Clone(all), func(f *File) bool { return !d.speaks(f) })
	if named != nil {
		picked := slices.DeleteFunc(slices.Clone(speaking), func(f *File) bool { return !slices.Contains(named, f.ID) })
		for _, id := range named {
			if !slices.ContainsFunc(picked, func(f *File) bool { return f.ID == id }) {
				return nil, ErrFileNotFound.At("fileIds")
			}
		}
		return picked, oneEach(picked)
	}
	isPlatforms := map[Field]bool{}
	for _, f := range speaking {
		isPlatforms[f.Field] = isPlatforms[f.Field] || f.SellerOrderID == ""
	}
	picked := slices.DeleteFunc(speaking, func(f *File) bool { return isPlatforms[f.Field] && f.SellerOrderID != "" })
	return picked, oneEach(picked)
}

// speaks reports whether a file can be a part of an answer: its bytes are here, and
// its seller objects.
func (d *Dispute) speaks(f *File) bool {
	if !f.IsKept() {
		return false
	}
	for _, p := range d.Parts {
		if p.SellerOrderID == f.SellerOrderID {
			return p.AcceptedAt == nil
		}
	}
	return f.SellerOrderID == ""
}

// oneEach returns ErrFilesClash when two files are of one field, or ErrFilesLarge.
func oneEach(files []*File) error {
	seen := map[Field]bool{}
	for _, f := range files {
		if seen[f.Field] {
			return ErrFilesClash.At("fileIds")
		}
		seen[f.Field] = true
	}
	return fits(files)
}
