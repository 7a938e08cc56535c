package productimport

import "github.com/etal-market/etal/domain/fault"

// Faults of uploads and imports, and the problems of rows.
var (
	// ErrUploadNotFound is returned for an upload that does not exist, has expired or is another seller's.
	ErrUploadNotFound = fault.New(fault.NotFound, "UPLOAD_NOT_FOUND", "There is no such upload, or it has expired.")
	// ErrUploadEmpty is returned when an import names an upload that was never sent.
	ErrUploadEmpty = fault.New(fault.Conflict, "UPLOAD_EMPTY", "The file of this upload has not been sent.")
	// ErrUploadSize is returned for a file of another size than announced, or over the limit.
	ErrUploadSize = fault.New(fault.Invalid, "UPLOAD_SIZE", "A file has between 1 byte and 20 MB, and the size that was announced.")
	// ErrContentType is returned for anything but CSV.
	ErrContentType = fault.New(fault.Invalid, "CONTENT_TYPE", "Only text/csv can be imported.")
	// ErrRunning is returned while an import of the same upload goes on.
	ErrRunning = fault.New(fault.Conflict, "IMPORT_RUNNING", "This file is being imported already. Wait for it.")
	// ErrTooMany is returned while several imports of the same seller go on.
	ErrTooMany = fault.New(fault.Throttled, "IMPORT_TOO_MANY", "Several files are being imported for you already. Wait for them.")
	// ErrNotFound is returned for an import that does not exist or is another seller's.
	ErrNotFound = fault.New(fault.NotFound, "IMPORT_NOT_FOUND", "There is no such import.")

	// ErrTooManyRows is returned for a file that goes on after the last row that is read.
	ErrTooManyRows = fault.New(fault.Invalid, "TOO_MANY_ROWS", "A file has at most 200,000 rows. What stands before was imported.")
	// ErrFile is the problem of a file that cannot be read at all.
	ErrFile = fault.New(fault.Invalid, "FILE_INVALID", "This is not a CSV file in UTF-8 with a line of column names.")
	// ErrColumnMissing is the problem of a file without a column that an import needs.
	ErrColumnMissing = fault.New(fault.Invalid, "COLUMN_MISSING", "The file lacks this column.")
	// ErrColumnTwice is the problem of a file in which a column stands twice.
	ErrColumnTwice = fault.New(fault.Invalid, "COLUMN_TWICE", "The file has this column twice.")
	// ErrRowQuotes is the problem of a row with broken quotation marks.
	ErrRowQuotes = fault.New(fault.Invalid, "ROW_QUOTES", "The quotation marks of this row do not match.")
	// ErrRowLong is the problem of a row with more cells than columns.
	ErrRowLong = fault.New(fault.Invalid, "ROW_TOO_LONG", "This row has more cells than there are columns.")
	// ErrRowEmpty is the problem of a row that has neither a variant nor an image.
	ErrRowEmpty = fault.New(fault.Invalid, "ROW_EMPTY", "This row has neither a variant nor an image.")
	// ErrHandleScattered is the problem of rows that do not stand with the others of their product.
	ErrHandleScattered = fault.New(fault.Invalid, "HANDLE_SCATTERED", "Rows of one product must stand together; this handle occurred before.")
	// ErrNumber is the problem of a cell that should hold a whole number.
	ErrNumber = fault.New(fault.Invalid, "NUMBER_INVALID", "This is not a number that is allowed here.")
	// ErrStatus is the problem of an unknown status.
	ErrStatus = fault.New(fault.Invalid, "STATUS_INVALID", "This is none of active, draft, archived, true and false.")
	// ErrSKUTwice is the problem of a SKU that stands twice in the file.
	ErrSKUTwice = fault.New(fault.Invalid, "SKU_TWICE", "Another row of this file has this SKU.")
	// ErrGiftCard is the problem of a gift card, which is not a product here.
	ErrGiftCard = fault.New(fault.Invalid, "GIFT_CARD", "Gift cards are not products and are not imported.")
	// ErrOptionsChanged is the problem of a product whose options differ from those it has here.
	ErrOptionsChanged = fault.New(fault.Invalid, "OPTIONS_CHANGED", "The product exists with other options. They cannot be changed by an import.")
	// ErrProductFailed is the problem of a row whose product failed for another row.
	ErrProductFailed = fault.New(fault.Invalid, "PRODUCT_FAILED", "Not imported, because another row of the product has a problem.")
)
