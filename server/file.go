package server

import (
	"mime"
	"net/http"
	"strconv"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/graph"
)

// fetchEvidence hands a file of evidence to whoever sees it at the dispute. Browsers
// save it, whatever is in it, and never show it as a page of ours.
func (a *App) fetchEvidence(w http.ResponseWriter, r *http.Request) {
	by := actor.From(r.Context())
	if by.AccountID == "" && by.KeyID == "" {
		a.refuse(w, r, graph.ErrUnauthenticated)
		return
	}
	if !authz.Can(by, authz.DisputeRead) {
		a.refuse(w, r, graph.ErrForbidden)
		return
	}
	f, content, err := a.Disputes.ReadFile(r.Context(), by, dispute.FileID(r.PathValue("id")))
	if err != nil {
		a.refuse(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Security-Policy", apiPolicy+"; sandbox")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Filename}))
	h.Set("Cache-Control", "no-store")
	send(w, f.ContentType, content)
}

// imageMaxAge says that what is at the address of an image is never anything else.
const imageMaxAge = "public, max-age=31536000, immutable"

// image shows an image to everybody, also on the pages of other sites, as far as there
// is room for what is being sent.
func (a *App) image(w http.ResponseWriter, r *http.Request) {
	sum, size := r.PathValue("sum"), r.PathValue("size")
	tag := `"` + sum + "-" + size + `"`
	h := w.Header()
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	if r.Header.Get("If-None-Match") == tag {
		if a.pictures.has(r.Context(), sum, size) {
			h.Set("Cache-Control", imageMaxAge)
			h.Set("ETag", tag)
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	to := ""
	if info := requestFrom(r.Context()); info.client.IsValid() {
		to = household(info.client)
	}
	c, letGo, err := a.pictures.take(r.Context(), to, sum, size)
	if err != nil {
		a.refuse(w, r, err)
		return
	}
	defer letGo()
	h.Set("Cache-Control", imageMaxAge)
	h.Set("ETag", tag)
	h.Set("Content-Type", c.ContentType)
	h.Set("Content-Length", strconv.Itoa(len(c.Content)))
	sendPaced(w, c.Content)
}

// send answers with bytes of a type. An error of the connection is the client's.
func send(w http.ResponseWriter, contentType string, content []byte) {
	h := w.Header()
	h.Set("Content-Type", contentType)
	h.Set("Content-Length", strconv.Itoa(len(content)))
	_, _ = w.Write(content) //nolint:gosec // its type is one of those that are kept, and browsers must not guess
}
