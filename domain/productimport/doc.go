// Package productimport takes products over from a file.
//
// The file is a product CSV as Shopify exports it: one row per variant, rows of
// one product stand together and share a handle, further rows may carry images
// only, and product fields are on the first row of a product. Columns it does
// not know are left alone.
//
// It goes through three steps, product by product, in a stream: the rows of a
// product are read (csv.go), made into a command of the catalogue (parse.go),
// and carried out in one unit of work (apply.go). A product is created when the
// seller has none with its handle and brought up to date otherwise, so a file
// can be imported again and again; what the file does not mention stays. A former price
// goes when its cell holds one that is not above the price, or when the price rises to it. A dry
// run does the same and undoes it.
//
// Nothing is dropped in silence: each row is imported, an image, or failed, the
// three add up to the rows of the file, and each failed row has a problem with
// its line and the name of its column. A product with a problem is left out as
// a whole.
//
// An Import is carried out by a job. Its progress is written in the unit that
// writes a product, so it continues after a crash where it stopped.
//
//	PENDING ──▶ RUNNING ──▶ DONE | FAILED
package productimport
