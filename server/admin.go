package server

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"

	webadmin "github.com/etal-market/etal/web-admin"
)

//go:embed pages
var pageFiles embed.FS

// pages are the few pages that the process has of its own.
type pages struct{ templates *template.Template }

func parsePages() (pages, error) {
	t, err := template.ParseFS(pageFiles, "pages/*.html")
	return pages{t}, err
}

// pagePolicy lets a page load what this server has, and nothing else.
const pagePolicy = pageSources + "; img-src 'self' data: blob:"

const pageSources = "default-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

// show writes a page. It is rendered before the answer begins, so that a
// mistake in it is an error and not half a page.
func (a *App) show(w http.ResponseWriter, r *http.Request, status int, name string, data any) {
	var b bytes.Buffer
	if err := a.pages.templates.ExecuteTemplate(&b, name, data); err != nil {
		a.refuse(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", pagePolicy)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = b.WriteTo(w) // the client has gone
}

// asset serves a script or style sheet of the process's own pages.
func (a *App) asset(w http.ResponseWriter, r *http.Request) {
	name := path.Base(r.URL.Path)
	if ext := path.Ext(name); ext != ".js" && ext != ".css" {
		a.refuse(w, r, ErrRouteNotFound)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	http.ServeFileFS(w, r, pageFiles, "pages/"+name)
}

// releasePlace is replaced in the web admin's page by which build it is of. Every
// answer of the API says so too, so that pages that are open learn of newer ones.
const releasePlace = "__RELEASE__"

// releaseHeader names the build of the web admin that this process has.
const releaseHeader = "Etal-Release"

// release names the build of the web admin by what is in it, or is empty when
// nothing was built. The names of all scripts are in the page, and change with
// their content.
func release() string {
	files, built := webadmin.Files()
	if !built {
		return ""
	}
	text, err := fs.ReadFile(files, "index.html")
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:6])
}

// releasing writes which build of the web admin this is into each answer.
func releasing(next http.Handler) http.Handler {
	is := release()
	if is == "" {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set(releaseHeader, is)
		next.ServeHTTP(w, r)
	})
}

// noncePlace is replaced in the web admin's page by the nonce of the answer,
// which lets the styles that its components insert pass the policy.
const noncePlace = "__CSP_NONCE__"

// admin serves the web admin: files by name, its page for every other address
// below /admin, since those are its own routes.
func (a *App) admin() (http.Handler, error) {
	files, built := webadmin.Files()
	if !built {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			a.show(w, r, http.StatusNotFound, "admin_missing.html", nil)
		}), nil
	}
	found, err := readWebFiles(files)
	if err != nil {
		return nil, err
	}
	return http.StripPrefix("/admin", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
		if name == "" || name == "index.html" || path.Ext(name) == "" && !strings.HasPrefix(name, "assets/") {
			a.webPage(w, r, files, "index.html", a.embeds(name))
			return
		}
		kept := "no-cache"
		if strings.HasPrefix(name, "assets/") { // their names change with their content
			kept = "public, max-age=31536000, immutable"
		}
		switch isThere, err := found.serve(w, r, name, kept); {
		case err != nil:
			a.refuse(w, r, err)
		case !isThere:
			a.refuse(w, r, ErrRouteNotFound)
		}
	})), nil
}

// graphiql serves the editor that is built along with the web admin, or the
// process's own plain one when nothing was built.
func (a *App) graphiql() http.Handler {
	files, built := webadmin.Files()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !built {
			groups, err := examples()
			if err != nil {
				a.refuse(w, r, err)
				return
			}
			a.show(w, r, http.StatusOK, "graphiql.html", groups)
			return
		}
		a.webPage(w, r, files, "graphiql/index.html", false)
	})
}

// webPage serves a page of the build with a nonce of its own.
func (a *App) webPage(w http.ResponseWriter, r *http.Request, files fs.FS, name string, embeds bool) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		a.refuse(w, r, errors.Join(errors.New("read a page of the web admin"), err))
		return
	}
	nonce := rand.Text()
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Security-Policy", pagePolicy+"; style-src 'self' 'nonce-"+nonce+"'; script-src 'self' 'nonce-"+nonce+"'")
	if embeds {
		letEmbed(h, nonce)
	}
	text = bytes.ReplaceAll(text, []byte(releasePlace), []byte(release()))
	_, _ = w.Write(bytes.ReplaceAll(text, []byte(noncePlace), []byte(nonce))) // the client has gone
}
