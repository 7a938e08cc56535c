package server

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzhttp"
)

// webEncodings are the forms that the build of the web admin leaves a file in, by
// the ends of their names, in the order in which they are sent to who takes them
// equally.
func webEncodings() [3]struct{ end, name string } {
	return [...]struct{ end, name string }{{".br", "br"}, {".gz", "gzip"}, {"", "identity"}}
}

// webFiles are the files of the web admin, as its build has compressed them.
type webFiles struct {
	files fs.FS
	by    map[string]webFile
}

// webFile is a file in the forms that there are of it, by encoding.
type webFile map[string]webForm

// webForm is a file in one encoding. Its tag is empty when the answer is compressed
// while it is sent: what is sent then is not what the tag would name.
type webForm struct {
	path string
	size int64
	tag  string
}

// readWebFiles finds out which forms there are of each file. Pages are none of
// them: they get a nonce for each answer.
func readWebFiles(files fs.FS) (*webFiles, error) {
	found := &webFiles{files: files, by: map[string]webFile{}}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		switch hidden := strings.HasPrefix(entry.Name(), ".") && name != "."; {
		case hidden && entry.IsDir():
			return fs.SkipDir
		case hidden || entry.IsDir() || path.Ext(name) == ".html":
			return nil
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(text)
		found.add(name, webForm{name, int64(len(text)), `"` + hex.EncodeToString(sum[:12]) + `"`})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the files of the web admin: %w", err)
	}
	for _, file := range found.by {
		if form := file["identity"]; len(file) == 1 && form.size >= compressMin {
			form.tag = ""
			file["identity"] = form
		}
	}
	return found, nil
}

func (f *webFiles) add(name string, form webForm) {
	for _, encoding := range webEncodings() {
		if is, ok := strings.CutSuffix(name, encoding.end); ok {
			if f.by[is] == nil {
				f.by[is] = webFile{}
			}
			f.by[is][encoding.name] = form
			return
		}
	}
}

// serve sends a file in the form that the client would rather have, to be kept as
// said, and reports whether there is such a file.
func (f *webFiles) serve(w http.ResponseWriter, r *http.Request, name, kept string) (found bool, err error) {
	file, found := f.by[name]
	if !found {
		return false, nil
	}
	encoding := file.preferred(encodingWeights(r.Header.Values("Accept-Encoding")))
	content, form, err := f.open(file, encoding)
	if err != nil {
		return true, err
	}
	defer func() { _ = content.Close() }() // nothing is written to it
	h := w.Header()
	h.Set("Cache-Control", kept)
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		h.Set("Content-Type", kind)
	}
	if form.tag != "" {
		h.Set("ETag", form.tag)
		h.Set(gzhttp.HeaderNoCompression, "1") // the tag is of these bytes
	}
	varyByEncoding(h)
	if encoding != "identity" {
		h.Set("Content-Encoding", encoding)
		// Where it is encoded, net/http does not say how long it is, as it cannot know who has
		// encoded it. Answers to these two may be others, and shorter.
		if r.Header.Get("Range") == "" && r.Header.Get("If-Match") == "" {
			h.Set("Content-Length", strconv.FormatInt(form.size, 10))
		}
	}
	http.ServeContent(w, r, name, time.Time{}, content) // no time: the tag tells
	return true, nil
}

// preferred returns the encoding that has the most weight. Who takes nothing gets
// the file as it is.
func (f webFile) preferred(weights map[string]int) string {
	best, most := "identity", 0
	for _, encoding := range webEncodings() {
		if _, ok := f[encoding.name]; !ok && encoding.name != "identity" {
			continue
		}
		weight, named := weights[encoding.name]
		if !named {
			weight, named = weights["*"]
		}
		if !named && encoding.name == "identity" {
			weight = 1 // it is taken unless it is refused, and nobody would rather have it
		}
		if weight > most {
			best, most = encoding.name, weight
		}
	}
	return best
}

// open opens a form of a file. The plain form of what was left compressed is
// unpacked.
func (f *webFiles) open(file webFile, encoding string) (io.ReadSeekCloser, webForm, error) {
	form, ok := file[encoding]
	if !ok {
		return f.unpack(file["gzip"])
	}
	opened, err := f.files.Open(form.path)
	if err != nil {
		return nil, form, err
	}
	content, ok := opened.(io.ReadSeekCloser)
	if !ok {
		_ = opened.Close() // nothing was written to it
		return nil, form, fmt.Errorf("%s cannot be read from the middle", form.path)
	}
	return content, form, nil
}

func (f *webFiles) unpack(packed webForm) (io.ReadSeekCloser, webForm, error) {
	file, err := f.files.Open(packed.path)
	if err != nil {
		return nil, packed, err
	}
	defer func() { _ = file.Close() }() // nothing is written to it
	reader, err := gzip.NewReader(file)
	if err != nil {
		return nil, packed, err
	}
	text, err := io.ReadAll(reader)
	if err != nil {
		return nil, packed, err
	}
	plain := webForm{packed.path, int64(len(text)), strings.TrimSuffix(packed.tag, `"`) + `-plain"`}
	return plainFile{bytes.NewReader(text)}, plain, nil
}

type plainFile struct{ *bytes.Reader }

// Close implements io.Closer.
func (plainFile) Close() error { return nil }

// varyByEncoding says that other clients may get other bytes, once.
func varyByEncoding(h http.Header) {
	if !slices.Contains(h.Values("Vary"), "Accept-Encoding") {
		h.Add("Vary", "Accept-Encoding")
	}
}
