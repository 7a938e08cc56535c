package productimport

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// SizeMax is the largest file, in bytes.
const SizeMax = 20 << 20

// UploadTime is how long an upload is kept.
const UploadTime = 24 * time.Hour

// UploadID names an upload, upl_….
type UploadID string

// Upload is a file that a seller sends in order to import it.
type Upload struct {
	bun.BaseModel `bun:"table:uploads,alias:u"`

	ID          UploadID `bun:",pk"`
	SellerID    seller.ID
	Filename    string
	ContentType string
	ByteSize    int64 // as announced
	IsReceived  bool
	ExpiresAt   time.Time
	CreatedAt   time.Time
}

// URL is where the file is to be sent by PUT, relative to the API's address.
func (u *Upload) URL() string { return "/uploads/" + string(u.ID) }

// ID names an import, imp_….
type ID string

// Status says how far an import is.
type Status string

// The statuses of an import.
const (
	// StatusPending waits for a worker.
	StatusPending Status = "PENDING"
	// StatusRunning is being carried out, or will be again after a crash.
	StatusRunning Status = "RUNNING"
	// StatusDone has gone through every row; some may have failed.
	StatusDone Status = "DONE"
	// StatusFailed could not be read as a table of products.
	StatusFailed Status = "FAILED"
)

// Counts is the account of a file. Rows is the sum of RowsImported, RowsImage
// and RowsFailed; the products are the sum of those created, updated,
// unchanged and failed.
type Counts struct {
	Rows              int `json:"rows"`         // below the header
	RowsImported      int `json:"rowsImported"` // rows that hold a variant, with or without an image
	RowsImage         int `json:"rowsImage"`    // rows that hold an image only
	RowsFailed        int `json:"rowsFailed"`
	ProductsCreated   int `json:"productsCreated"`
	ProductsUpdated   int `json:"productsUpdated"`
	ProductsUnchanged int `json:"productsUnchanged"`
	ProductsFailed    int `json:"productsFailed"`
	VariantsCreated   int `json:"variantsCreated"`
	OffersCreated     int `json:"offersCreated"`
	OffersUpdated     int `json:"offersUpdated"`
	ProblemCount      int `json:"problems"`
}

// Products is how many products the file holds, as far as it has been read.
func (c Counts) Products() int {
	return c.ProductsCreated + c.ProductsUpdated + c.ProductsUnchanged + c.ProductsFailed
}

// Problem is what is wrong with a row.
type Problem struct {
	Line    int    `json:"line"`   // from 1, the line of the file in which the row begins
	Column  string `json:"column"` // as the file names it; empty when it is about the row
	Handle  string `json:"handle"` // of the product; may be empty
	Code    string `json:"code"`   // of the fault, such as AMOUNT_INVALID
	Message string `json:"message"`
}

// Import is one file on its way into the catalogue.
type Import struct {
	bun.BaseModel `bun:"table:imports,alias:i"`

	ID       ID `bun:",pk"`
	SellerID seller.ID
	UploadID UploadID
	Filename string
	Currency money.Currency // of the prices of the file
	IsDryRun bool
	Status   Status

	Counts
	GroupsDone int // products, and strays, gone through: where to continue

	CreatedAt  time.Time
	StartedAt  *time.Time
	FinishedAt *time.Time
	UpdatedAt  time.Time
}

// storedProblem is a problem as the database keeps it.
type storedProblem struct {
	bun.BaseModel `bun:"table:import_problems,alias:ip"`

	ImportID ID  `bun:",pk"`
	Seq      int `bun:",pk"` // from 1, in the order of the file
	Line     int
	Col      string
	Handle   string
	Code     string
	Message  string
}

func newUploadID() UploadID { return id.New[UploadID]("upl") }
func newID() ID             { return id.New[ID]("imp") }
