package file

import "github.com/etal-market/etal/domain/fault"

// Faults of files.
var (
	// ErrUploadNotFound is returned for an upload that does not exist, has expired, is somebody else's, or is meant for something else.
	ErrUploadNotFound = fault.New(fault.NotFound, "FILE_UPLOAD_NOT_FOUND", "There is no such upload, or it has expired.")
	// ErrNotSent is returned for taking an upload whose bytes have not come.
	ErrNotSent = fault.New(fault.Conflict, "FILE_NOT_SENT", "The file of this upload has not been sent.")
	// ErrTaken is returned for sending another file after the first one was taken.
	ErrTaken = fault.New(fault.Conflict, "FILE_TAKEN", "The file of this upload is in use already. Announce another one.")
	// ErrUploadsMany is returned while too many files were announced and not taken.
	ErrUploadsMany = fault.New(fault.Conflict, "FILE_UPLOADS_MANY", "Too many files were announced and are not in use. Those of yesterday are forgotten by themselves.")
	// ErrNotFound is returned for a file that does not exist any more.
	ErrNotFound = fault.New(fault.NotFound, "FILE_NOT_FOUND", "There is no such file.")
	// ErrSize is returned for a file of another size than announced.
	ErrSize = fault.New(fault.Invalid, "FILE_SIZE", "The file does not have the size that was announced.")
	// ErrEvidenceLarge is returned for a file that is larger than an answer to a bank may be.
	ErrEvidenceLarge = fault.New(fault.Invalid, "FILE_EVIDENCE_LARGE", "A file of evidence has between 1 byte and 4.5 MB.")
	// ErrEvidenceType is returned for evidence that is no PDF, JPEG or PNG, whatever its name says.
	ErrEvidenceType = fault.New(fault.Invalid, "FILE_EVIDENCE_TYPE", "Only PDF, JPEG and PNG files can be sent to a bank.")
	// ErrImageLarge is returned for an image of too many bytes.
	ErrImageLarge = fault.New(fault.Invalid, "FILE_IMAGE_LARGE", "An image has between 1 byte and 10 MB.")
	// ErrImageType is returned for an image that is no JPEG, PNG, WebP or GIF, whatever its name says.
	ErrImageType = fault.New(fault.Invalid, "FILE_IMAGE_TYPE", "Only JPEG, PNG, WebP and GIF images can be shown.")
	// ErrImageDimensions is returned for an image of too many pixels.
	ErrImageDimensions = fault.New(fault.Invalid, "FILE_IMAGE_DIMENSIONS", "An image has at most 12,000 pixels on a side and 40 million in all.")
	// ErrImageMemory is returned for an image that takes too much memory to be read, by how it was saved.
	ErrImageMemory = fault.New(fault.Invalid, "FILE_IMAGE_MEMORY", "This image takes too much memory to be read. Save it with fewer pixels, 8 bits for each colour, and neither progressive nor interlaced.")
	// ErrBroken is returned for a file that begins as what it is and cannot be read to its end.
	ErrBroken = fault.New(fault.Invalid, "FILE_BROKEN", "This file is damaged or incomplete.")
	// ErrLocked is returned for a PDF that needs a password.
	ErrLocked = fault.New(fault.Invalid, "FILE_LOCKED", "This PDF is protected by a password, and a bank could not read it.")
	// ErrPages is returned for a PDF of more pages than a bank reads.
	ErrPages = fault.New(fault.Invalid, "FILE_PAGES", "A bank reads at most 50 pages.")
)
