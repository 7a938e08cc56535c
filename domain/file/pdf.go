package file

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
)

// inflatedMax is how much of the compressed objects of a PDF is looked at.
const inflatedMax = 32 << 20

// Words of PDF (ISO 32000-1, 7.5 and 7.7.3). Pages are counted in the nodes of the
// page tree, whose root has the number of all leaves.
var (
	pdfPage    = regexp.MustCompile(`/Type\s*/Page\b`)
	pdfNode    = regexp.MustCompile(`/Type\s*/Pages\b`)
	pdfCount   = regexp.MustCompile(`/Count\s+(\d{1,9})\b`)
	pdfObject  = regexp.MustCompile(`<<[^<>]*(?:<<[^<>]*>>[^<>]*)*>>`)
	pdfPacked  = regexp.MustCompile(`/Type\s*/ObjStm\b`)
	pdfEncrypt = regexp.MustCompile(`/Encrypt\s*(?:\d+\s+\d+\s+R|<<)`)
)

// pagesOf counts the pages of a PDF. Nothing in it is executed, and nothing is
// believed but its structure: a header, a trailer, and dictionaries, also those that
// stand compressed in object streams. It returns ErrBroken for what has no pages and
// ErrLocked for what needs a password.
func pagesOf(content []byte) (int64, error) {
	end := content[max(0, len(content)-1024):]
	if !bytes.Contains(end, []byte("%%EOF")) {
		return 0, ErrBroken
	}
	if pdfEncrypt.Match(content) {
		return 0, ErrLocked
	}
	pages := countPages(content)
	for _, objects := range objectStreams(content) {
		packed := countPages(objects)
		pages.leaves += packed.leaves
		pages.most = max(pages.most, packed.most)
	}
	if n := max(pages.leaves, pages.most); n > 0 {
		return n, nil
	}
	return 0, ErrBroken
}

// pageCount is what a piece of a PDF says about pages: how many there are in it, and
// the largest number that a node of the page tree claims.
type pageCount struct{ leaves, most int64 }

func countPages(piece []byte) (c pageCount) {
	c.leaves = int64(len(pdfPage.FindAllIndex(piece, -1)))
	for _, object := range pdfObject.FindAll(piece, -1) {
		if !pdfNode.Match(object) {
			continue
		}
		if found := pdfCount.FindSubmatch(object); found != nil {
			n, _ := strconv.ParseInt(string(found[1]), 10, 64) // at most nine digits
			c.most = max(c.most, n)
		}
	}
	return c
}

// objectStreams inflates the streams of a PDF that hold objects, all together no
// further than inflatedMax. What cannot be inflated is left out.
func objectStreams(content []byte) (all [][]byte) {
	left := int64(inflatedMax)
	for left > 0 {
		before, after, found := bytes.Cut(content, []byte("stream"))
		if !found {
			break
		}
		content = after
		// The dictionary of a stream stands right before it.
		dictionary := before[max(0, bytes.LastIndex(before, []byte("obj"))):]
		if !pdfPacked.Match(dictionary) {
			continue
		}
		r, err := zlib.NewReader(bytes.NewReader(bytes.TrimLeft(after, "\r\n")))
		if err != nil {
			continue
		}
		objects, _ := io.ReadAll(io.LimitReader(r, left)) // as far as it goes
		left -= int64(len(objects))
		all = append(all, objects)
	}
	return all
}
