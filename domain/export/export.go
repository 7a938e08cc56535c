package export

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
)

// ID names an export, exp_….
type ID string

// Kind says what is exported; its values are those of the GraphQL enum.
type Kind string

// The kinds of export.
const (
	// KindPerson is everything about one person.
	KindPerson Kind = "PERSON"
	// KindAudit is the audit log, or a part of it.
	KindAudit Kind = "AUDIT"
	// KindLedger is the ledger, or a span of it.
	KindLedger Kind = "LEDGER"
	// KindStatement is one statement of a seller, or a document that was issued for it.
	KindStatement Kind = "STATEMENT"
	// KindReport is a report for authorities, or about what sellers bring.
	KindReport Kind = "REPORT"
	// KindPayout is what one payout of a seller consists of.
	KindPayout Kind = "PAYOUT"
	// KindOrders is a list of orders.
	KindOrders Kind = "ORDERS"
	// KindSellerOrders is a list of parts of orders.
	KindSellerOrders Kind = "SELLER_ORDERS"
	// KindSellers is a list of sellers.
	KindSellers Kind = "SELLERS"
	// KindProducts is a list of products.
	KindProducts Kind = "PRODUCTS"
	// KindPayouts is a list of payouts.
	KindPayouts Kind = "PAYOUTS"
	// KindTransfers is a list of transfers.
	KindTransfers Kind = "TRANSFERS"
	// KindRefunds is a list of refunds.
	KindRefunds Kind = "REFUNDS"
	// KindLedgerEntries is a list of entries of the ledger.
	KindLedgerEntries Kind = "LEDGER_ENTRIES"
)

// IsList reports whether files of the kind have the rows of a list.
func (k Kind) IsList() bool {
	return slices.Contains([]Kind{
		KindOrders, KindSellerOrders, KindSellers, KindProducts, KindPayouts, KindTransfers, KindRefunds, KindLedgerEntries,
	}, k)
}

// Status says where an export stands; its values are those of the GraphQL enum.
type Status string

// The statuses of an export.
const (
	// Pending waits for a worker.
	Pending Status = "PENDING"
	// Running is being made.
	Running Status = "RUNNING"
	// Ready can be fetched.
	Ready Status = "READY"
	// Fetched was fetched, and its content is deleted.
	Fetched Status = "FETCHED"
	// Expired was not fetched in time, and its content is deleted.
	Expired Status = "EXPIRED"
	// Failed had nothing to export any more, or what may not be kept.
	Failed Status = "FAILED"
)

const (
	// KeptFor is how long a file waits to be fetched.
	KeptFor = 7 * 24 * time.Hour
	// fetchTime is how long one transfer may take before another may begin.
	fetchTime = 10 * time.Minute
	// openMax is how many exports of a person may wait or be made at once.
	openMax = 3
	// forgottenAfter is how long the row of an export outlives its content.
	forgottenAfter = 30 * 24 * time.Hour
)

// Export is a file that is being made, or was.
type Export struct {
	bun.BaseModel `bun:"table:exports"`

	ID            ID     `bun:",pk"`
	Kind          Kind   // what is exported
	OwnerID       string // acc_…; who asked, and alone may fetch it
	SubjectID     string // whom or what it is about; empty for the whole of something
	Params        string // JSON, for the maker
	Filename      string
	ContentType   string
	Status        Status
	Done          int64 // how much was done, of Total, in rows
	Total         int64
	ByteSize      int64
	Chunks        int64
	Position      string // where the maker goes on
	CreatedAt     time.Time
	ReadyAt       *time.Time
	ExpiresAt     *time.Time
	FetchingUntil *time.Time // a transfer has begun and may last until then
	FetchedAt     *time.Time
}

// Path is where the file is fetched from, below the address of the
// installation; nil unless it is ready.
func (e *Export) Path() *string {
	if e.Status != Ready {
		return nil
	}
	path := "/exports/" + string(e.ID)
	return &path
}

// SubjectOrNil is whom it is about, or nil.
func (e *Export) SubjectOrNil() *id.Any {
	if e.SubjectID == "" {
		return nil
	}
	subject := id.Any(e.SubjectID)
	return &subject
}

type chunk struct {
	bun.BaseModel `bun:"table:export_chunks"`

	ExportID ID    `bun:",pk"`
	Seq      int64 `bun:",pk"`
	Content  []byte
}

// Part is what a maker has made of a file in one step.
type Part struct {
	Content  []byte
	Position string // where the next step goes on
	Done     int64  // rows done in all
	Total    int64  // rows there are to do, as far as is known
	Last     bool
}

// Maker makes the files of one kind, step by step. Next makes the part that
// follows e.Position, which is empty at the beginning. It reads only, and the
// same position gives the same part. A fault ends the export as FAILED; other
// errors are tried again.
type Maker interface {
	Next(ctx context.Context, q db.Querier, e *Export) (Part, error)
}

// Reader is a Maker that reads in units of its own, as those do that ask the use
// cases which answer the lists.
type Reader interface {
	Read(ctx context.Context, e *Export) (Part, error)
}
