package file

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
)

// What is taken at most. The limits of evidence are those of Stripe for all files
// of an answer together (docs.stripe.com/disputes/responding): 4.5 MB and 50 pages.
// A single file could have 5 MB there, and could then not be part of any answer.
const (
	EvidenceBytesMax = 4_718_592
	EvidencePagesMax = 50
	ImageBytesMax    = 10 << 20
)

// UploadTime is how long an upload is kept.
const UploadTime = 24 * time.Hour

// ImageKept is how long an image is kept that nothing shows any more: orders and
// pages that were read before still name it.
const ImageKept = 180 * 24 * time.Hour

// Purpose says what a file is for.
type Purpose string

// The purposes of files.
const (
	PurposeEvidence Purpose = "EVIDENCE" // for a buyer's bank
	PurposeImage    Purpose = "IMAGE"    // of a product
)

// Size says in which size the bytes are.
type Size string

// The sizes.
const (
	SizeWhole  Size = "WHOLE"  // as received
	SizeLarge  Size = "LARGE"  // of an image, at most 1,600 pixels on a side
	SizeMedium Size = "MEDIUM" // at most 800
	SizeSmall  Size = "SMALL"  // at most 320
)

// ID names a file: its purpose and the SHA-256 of its bytes.
type ID string

func idOf(p Purpose, content []byte) ID {
	sum := sha256.Sum256(content)
	return ID(strings.ToLower(string(p)) + "-" + hex.EncodeToString(sum[:]))
}

// UploadID names an upload, fup_….
type UploadID string

// IsUpload reports whether an id is that of an upload, whoever's it is.
func IsUpload(s string) bool { return strings.HasPrefix(s, "fup_") }

func newUploadID() UploadID { return id.New[UploadID]("fup") }

// Upload is a file that somebody sends.
type Upload struct {
	bun.BaseModel `bun:"table:file_uploads,alias:fup"`

	ID        UploadID `bun:",pk"`
	SellerID  string   // whose members may send it; empty: operators
	Purpose   Purpose
	Filename  string
	ByteSize  int64 // as announced
	FileID    *ID   // nil until it was sent
	IsTaken   bool
	ExpiresAt time.Time
	CreatedAt time.Time
}

// URL is where the bytes are to be sent by PUT, relative to the API's address.
func (u *Upload) URL() string { return "/uploads/" + string(u.ID) }

// IsReceived reports whether the bytes are here.
func (u *Upload) IsReceived() bool { return u.FileID != nil }

// File is what was received, once for equal bytes and one purpose.
type File struct {
	bun.BaseModel `bun:"table:files,alias:fil"`

	ID          ID `bun:",pk"`
	ContentType string
	ByteSize    int64   // as received
	Pages       int64   // 1 for an image
	WidthPx     int64   // as it is shown; 0 unless it is an image
	HeightPx    int64   // as it is shown; 0 unless it is an image
	URL         *string `bun:"url"` // where everybody can see it; nil: nowhere
	KeepUntil   time.Time
	CreatedAt   time.Time
}

// Content is the bytes of a file in one size.
type Content struct {
	bun.BaseModel `bun:"table:file_contents,alias:fco"`

	FileID      ID   `bun:",pk"`
	Size        Size `bun:",pk"`
	ContentType string
	Content     []byte
}

// Use says that something needs a file.
type Use struct {
	bun.BaseModel `bun:"table:file_uses,alias:fus"`

	FileID    ID     `bun:",pk"`
	Holder    string `bun:",pk"` // the id of what needs it
	CreatedAt time.Time
}

// ImagePath is where images are served, below the address of the installation.
const ImagePath = "/images/"

// imageURL finds the address of an image of ours by its end, whatever the host.
var imageURL = regexp.MustCompile(`^https?://[^/?#]+` + ImagePath + `[0-9a-f]{64}/large$`)

// IsImageURL reports whether an address is one that images of this installation
// have; whether there is such an image is known to HoldTx.
func IsImageURL(address string) bool { return imageURL.MatchString(address) }

// isEncrypted reports whether an address is https, as all images elsewhere are.
func isEncrypted(address string) bool { return strings.HasPrefix(address, "https://") }

// Sized is the address of an image in another size, and any other address as it is.
func Sized(address string, s Size) string {
	if !IsImageURL(address) {
		return address
	}
	return strings.TrimSuffix(address, "large") + strings.ToLower(string(s))
}

// imageOf is the file and the size that the two steps of a path below ImagePath
// name; ok is false for a path that no image has.
func imageOf(sum, size string) (of ID, in Size, ok bool) {
	in = Size(strings.ToUpper(size))
	ok = size == strings.ToLower(size) && (in == SizeLarge || in == SizeMedium || in == SizeSmall)
	return ID("image-" + sum), in, ok
}
