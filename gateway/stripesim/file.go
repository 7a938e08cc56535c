package stripesim

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"slices"
	"strings"
)

// storedFile is a file that was uploaded.
type storedFile struct {
	head
	Expires  *int64  `json:"expires_at"`
	Filename *string `json:"filename"`
	Links    *page   `json:"links"`
	Purpose  string  `json:"purpose"`
	Size     int     `json:"size"`
	Title    *string `json:"title"`
	Type     *string `json:"type"`
	URL      *string `json:"url"`

	hidden fileHidden
}

type fileHidden struct {
	Data []byte `json:"data"`
}

func (f *storedFile) private() any { return &f.hidden }

func (f *storedFile) indexes() []string { return []string{"purpose=" + f.Purpose} }

// upload is the file in a request.
type upload struct {
	name string
	data []byte
}

// uploadMax is how much of a request with a file is read.
const uploadMax = 17 << 20

// readParts decodes a multipart form. The file's name and the sum of its bytes stand in
// the form, so that a key that is used again with another file is refused.
func (c *call) readParts() *apiError {
	_, params, err := mime.ParseMediaType(c.r.Header.Get("Content-Type"))
	if err != nil || params["boundary"] == "" {
		return reject("", "", "Invalid content type: a multipart form needs a boundary")
	}
	c.params = &node{}
	form := multipart.NewReader(io.LimitReader(c.r.Body, uploadMax), params["boundary"])
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return reject("", "", "The request body could not be read: %s", err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return reject("", "", "The request body could not be read: %s", err)
		}
		value := string(data)
		if part.FormName() == "file" && part.FileName() != "" {
			c.upload = &upload{name: part.FileName(), data: data}
			sum := sha256.Sum256(data)
			value = part.FileName() + " " + hex.EncodeToString(sum[:])
		}
		if fail := c.params.put(part.FormName(), value); fail != nil {
			return fail
		}
	}
}

// fileRule is what a purpose lets a file be.
type fileRule struct {
	types []string
	max   int
	// days is how long the file is kept; 0 is for ever.
	days int64
	// shown files have an address at which they can be fetched.
	shown bool
}

// fileRules are those of docs.stripe.com/file-upload.
func fileRules() map[string]fileRule {
	document := []string{"pdf", "jpg", "png"}
	image := []string{"jpg", "png", "gif"}
	return map[string]fileRule{
		"account_requirement":     {types: document, max: 16 << 20},
		"additional_verification": {types: document, max: 16 << 20},
		"business_icon":           {types: image, max: 512 << 10, shown: true},
		"business_logo":           {types: image, max: 512 << 10, shown: true},
		"customer_signature":      {types: []string{"jpg", "png"}, max: 4 << 20, days: 7, shown: true},
		"dispute_evidence":        {types: document, max: 5 << 20, days: 274, shown: true},
		"identity_document":       {types: document, max: 16 << 20},
		"pci_document":            {types: []string{"pdf"}, max: 16 << 20, shown: true},
	}
}

// typeOfFile looks at the first bytes, not at the name.
func typeOfFile(data []byte) string {
	for magic, kind := range map[string]string{"%PDF-": "pdf", "\xff\xd8\xff": "jpg", "\x89PNG\r\n\x1a\n": "png", "GIF8": "gif"} {
		if strings.HasPrefix(string(data[:min(len(data), 8)]), magic) {
			return kind
		}
	}
	return ""
}

func createFile(u *unit, p *struct {
	File    string `p:"file,required"`
	Purpose string `p:"purpose,required" enum:"account_requirement|additional_verification|business_icon|business_logo|customer_signature|dispute_evidence|identity_document|pci_document"`
	Link    *struct {
		Create   bool      `p:"create,required"`
		Expires  *int64    `p:"expires_at"`
		Metadata *metadata `p:"metadata"`
	} `p:"file_link_data"`
},
) (any, *apiError) {
	if u.upload == nil {
		return nil, reject("", "file", "Invalid file: must be sent as a file of a multipart/form-data request")
	}
	if p.Link != nil && p.Link.Create {
		return nil, reject("", "file_link_data", "This simulator makes no links to files.")
	}
	rule, kind := fileRules()[p.Purpose], typeOfFile(u.upload.data)
	switch {
	case len(u.upload.data) == 0:
		return nil, refuse("", "file", "The uploaded file is empty.")
	case len(u.upload.data) > rule.max:
		return nil, refuse("", "file", "The uploaded file is too large: files for %s can be at most %d bytes.", p.Purpose, rule.max)
	case !slices.Contains(rule.types, kind):
		return nil, refuse("", "file", "The uploaded file is of a type that cannot be used for %s: it must be one of %s.", p.Purpose, strings.Join(rule.types, ", "))
	}
	f := &storedFile{Filename: ptr(u.upload.name), Purpose: p.Purpose, Size: len(u.upload.data), Type: &kind}
	f.ID, f.Object, f.Created = newID("file_1"), "file", u.now
	f.hidden.Data = u.upload.data
	links := all[*storedFile]("/v1/file_links?file=" + f.ID)
	f.Links = &links
	if rule.days > 0 {
		f.Expires = ptr(u.now + rule.days*24*3600)
		f.due = *f.Expires
	}
	if rule.shown {
		f.URL = ptr(u.base + "/v1/files/" + f.ID + "/contents")
	}
	u.put(f)
	return f, nil
}

// fire forgets a file whose time is over.
func (f *storedFile) fire(u *unit) {
	f.gone, f.hidden.Data = true, nil
	u.put(f)
}

func getFile(u *unit, _ *none) (any, *apiError) {
	if f, ok := get[*storedFile](u, u.path("id")); ok {
		return f, nil
	}
	r, err := u.reportOfFile()
	if err != nil {
		return nil, err
	}
	return r.Result, nil
}

func getFileContents(u *unit, _ *none) (any, *apiError) {
	if f, ok := get[*storedFile](u, u.path("id")); ok {
		if f.URL == nil {
			return nil, &apiError{status: 403, body: errorBody{Type: typeInvalid, Message: "Files for " + f.Purpose + " cannot be downloaded."}}
		}
		types := map[string]string{"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png", "gif": "image/gif"}
		return &rawBody{types[deref(f.Type)], string(f.hidden.Data)}, nil
	}
	r, err := u.reportOfFile()
	if err != nil {
		return nil, err
	}
	return &rawBody{"text/csv", r.hidden.Table}, nil
}

// listFiles lists what was uploaded; files of reports are found by their runs.
func listFiles(u *unit, p *struct {
	listParams
	createdParams
	Purpose string `p:"purpose"`
},
) (any, *apiError) {
	return paginate(u, list(u, "file", "purpose", p.Purpose), p.listParams, func(e entity) bool {
		return p.Created.has(e.header().Created)
	})
}
