package server

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"

	webadmin "github.com/etal-market/etal/web-admin"
)

// Content of a script in a build of the web admin.
func script() string { return strings.Repeat("export const nothing = () => 'nothing at all';\n", 200) }

// aBuild has one script as the build leaves it, one that was not compressed, and a
// small one.
func aBuild(t *testing.T) fstest.MapFS {
	t.Helper()
	var br, gz bytes.Buffer
	b := brotli.NewWriterLevel(&br, brotli.BestCompression)
	_, err := b.Write([]byte(script()))
	require.NoError(t, err)
	require.NoError(t, b.Close())
	g, err := gzip.NewWriterLevel(&gz, gzip.BestCompression)
	require.NoError(t, err)
	_, err = g.Write([]byte(script()))
	require.NoError(t, err)
	require.NoError(t, g.Close())
	return fstest.MapFS{
		"index.html":          {Data: []byte("<html></html>")},
		".gitkeep":            {},
		"assets/app-1.js.br":  {Data: br.Bytes()},
		"assets/app-1.js.gz":  {Data: gz.Bytes()},
		"assets/_raw-1.js":    {Data: []byte(script())},
		"theme.js":            {Data: []byte("document.title = 'Étal'")},
		"assets/small-1.css":  {Data: []byte("p { margin: 0 }")},
		".vite/manifest.json": {Data: []byte("{}")},
	}
}

// askFor sends a request for a file of the build through the compression that all
// answers go through.
func askFor(t *testing.T, method, name string, headers map[string]string) *httptest.ResponseRecorder {
	t.Helper()
	files, err := readWebFiles(aBuild(t))
	require.NoError(t, err)
	compress, err := compression()
	require.NoError(t, err)
	r := httptest.NewRequestWithContext(t.Context(), method, "/admin/"+name, nil)
	for header, value := range headers {
		r.Header.Set(header, value)
	}
	w := httptest.NewRecorder()
	compress(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		isThere, err := files.serve(w, r, name, "public, immutable")
		if err != nil || !isThere {
			w.WriteHeader(http.StatusNotFound)
		}
	})).ServeHTTP(w, r)
	return w
}

func TestWebFile_is_sent_in_the_form_that_the_client_would_rather_have(t *testing.T) {
	t.Parallel()
	tags := map[string]string{}
	for accept, want := range map[string]string{
		"":                                    "",
		"identity":                            "",
		"br":                                  "br",
		"gzip":                                "gzip",
		"gzip, deflate":                       "gzip",
		"gzip, deflate, br, zstd":             "br",
		"zstd":                                "", // there is none, and the tag is of the plain file
		"BR;q=0.8, gzip;q=0.2":                "br",
		"br;q=0.2, gzip;q=0.8":                "gzip",
		"br;q=0, gzip;q=0.001":                "gzip",
		"br;q=0, gzip;q=0":                    "",
		"br;q=0.5, identity":                  "",
		"gzip;q=0.5, identity;q=0.9":          "",
		"*":                                   "br",
		"*;q=0":                               "", // nothing is as good as the file itself
		"br;q=0, *":                           "gzip",
		"identity;q=0, gzip;q=0.1":            "gzip",
		"nonsense;q=x, br;q=2, gzip;q=0.9;x=": "", // weights that nobody can read are none
	} {
		w := askFor(t, http.MethodGet, "assets/app-1.js", map[string]string{"Accept-Encoding": accept})
		require.Equal(t, http.StatusOK, w.Code, accept)
		h := w.Header()
		require.Equal(t, want, h.Get("Content-Encoding"), accept)
		require.Equal(t, []string{"Accept-Encoding"}, h.Values("Vary"), accept)
		require.Equal(t, "text/javascript; charset=utf-8", h.Get("Content-Type"), accept)
		require.Equal(t, "public, immutable", h.Get("Cache-Control"), accept)
		require.Empty(t, h.Get("No-Gzip-Compression"), accept)
		require.Equal(t, strconv.Itoa(w.Body.Len()), h.Get("Content-Length"), accept)
		require.NotEmpty(t, h.Get("ETag"), accept)
		if tags[want] != "" {
			require.Equal(t, tags[want], h.Get("ETag"), accept)
		}
		tags[want] = h.Get("ETag")
		require.Equal(t, script(), unpacked(t, w), accept)
	}
	require.Len(t, tags, 3)
	require.NotEqual(t, tags["br"], tags["gzip"])
	require.NotEqual(t, tags[""], tags["gzip"])
	require.NotEqual(t, tags[""], tags["br"])
}

func TestWebFile_that_is_known_is_not_sent_again(t *testing.T) {
	t.Parallel()
	for _, accept := range []string{"br", "gzip", "identity"} {
		whole := askFor(t, http.MethodGet, "assets/app-1.js", map[string]string{"Accept-Encoding": accept})
		again := askFor(t, http.MethodGet, "assets/app-1.js", map[string]string{"Accept-Encoding": accept, "If-None-Match": whole.Header().Get("ETag")})
		require.Equal(t, http.StatusNotModified, again.Code, accept)
		require.Zero(t, again.Body.Len(), accept)
		require.Equal(t, whole.Header().Get("ETag"), again.Header().Get("ETag"), accept)
		require.Empty(t, again.Header().Get("Content-Length"), accept)

		other := map[string]string{"br": "gzip", "gzip": "identity", "identity": "br"}[accept]
		wrong := askFor(t, http.MethodGet, "assets/app-1.js", map[string]string{"Accept-Encoding": other, "If-None-Match": whole.Header().Get("ETag")})
		require.Equal(t, http.StatusOK, wrong.Code, "the tag of one encoding is not that of another")

		changed := askFor(t, http.MethodGet, "assets/app-1.js", map[string]string{"Accept-Encoding": accept, "If-Match": `"another"`})
		require.Equal(t, http.StatusPreconditionFailed, changed.Code, accept)
		require.Empty(t, changed.Header().Get("Content-Length"), accept)
	}
}

// Ranges are of the bytes that are sent, so the tag tells whether the parts fit.
func TestWebFile_in_parts(t *testing.T) {
	t.Parallel()
	for _, accept := range []string{"br", "gzip", "identity"} {
		whole := askFor(t, http.MethodGet, "assets/app-1.js", map[string]string{"Accept-Encoding": accept})
		all := whole.Body.Bytes()
		part := askFor(t, http.MethodGet, "assets/app-1.js", map[string]string{"Accept-Encoding": accept, "Range": "bytes=10-19", "If-Range": whole.Header().Get("ETag")})
		require.Equal(t, http.StatusPartialContent, part.Code, accept)
		require.Equal(t, all[10:20], part.Body.Bytes(), accept)
		require.Equal(t, "bytes 10-19/"+strconv.Itoa(len(all)), part.Header().Get("Content-Range"), accept)
		require.Equal(t, "10", part.Header().Get("Content-Length"), accept)
		require.Equal(t, whole.Header().Get("Content-Encoding"), part.Header().Get("Content-Encoding"), accept)

		stale := askFor(t, http.MethodGet, "assets/app-1.js", map[string]string{"Accept-Encoding": accept, "Range": "bytes=10-19", "If-Range": `"another"`})
		require.Equal(t, http.StatusOK, stale.Code, "parts of two builds are never put together")
		require.Equal(t, all, stale.Body.Bytes(), accept)

		beyond := askFor(t, http.MethodGet, "assets/app-1.js", map[string]string{"Accept-Encoding": accept, "Range": "bytes=999999-"})
		require.Equal(t, http.StatusRequestedRangeNotSatisfiable, beyond.Code, accept)
		require.Empty(t, beyond.Header().Get("Content-Encoding"), accept)
	}
}

func TestWebFile_asked_for_its_head(t *testing.T) {
	t.Parallel()
	for _, accept := range []string{"br", "gzip", "identity"} {
		headers := map[string]string{"Accept-Encoding": accept}
		whole, head := askFor(t, http.MethodGet, "assets/app-1.js", headers), askFor(t, http.MethodHead, "assets/app-1.js", headers)
		require.Equal(t, http.StatusOK, head.Code, accept)
		require.Zero(t, head.Body.Len(), accept)
		require.Equal(t, whole.Header(), head.Header(), accept)
	}
}

// A build of somebody else's, or a file that does not get smaller.
func TestWebFile_that_was_left_as_it_is(t *testing.T) {
	t.Parallel()
	raw := askFor(t, http.MethodGet, "assets/_raw-1.js", map[string]string{"Accept-Encoding": "gzip, br"})
	require.Equal(t, "br", raw.Header().Get("Content-Encoding"), "it is compressed while it is sent")
	require.Empty(t, raw.Header().Get("ETag"), "a tag would not be of these bytes")
	require.Equal(t, script(), unpacked(t, raw))

	small := askFor(t, http.MethodGet, "theme.js", map[string]string{"Accept-Encoding": "gzip, br"})
	require.Empty(t, small.Header().Get("Content-Encoding"))
	require.NotEmpty(t, small.Header().Get("ETag"))
	again := askFor(t, http.MethodGet, "theme.js", map[string]string{"Accept-Encoding": "gzip, br", "If-None-Match": small.Header().Get("ETag")})
	require.Equal(t, http.StatusNotModified, again.Code)

	for _, name := range []string{"index.html", ".gitkeep", "assets", "", "assets/app-1.js.br", "assets/app-1.js.gz", "assets/gone-1.js", ".vite/manifest.json"} {
		require.Equal(t, http.StatusNotFound, askFor(t, http.MethodGet, name, nil).Code, name)
	}
}

// What was built along with this binary, if it was: each script in both forms, which say the same.
func TestWebFiles_of_this_build_say_the_same_in_each_form(t *testing.T) {
	t.Parallel()
	files, built := webadmin.Files()
	if !built {
		return
	}
	found, err := readWebFiles(files)
	require.NoError(t, err)
	require.NotEmpty(t, found.by)
	for name, file := range found.by {
		require.NotContains(t, name, "manifest", "what the build notes for itself is no part of it")
		if _, packed := file["gzip"]; !packed {
			continue
		}
		require.Contains(t, file, "br", name)
		require.NotContains(t, file, "identity", "it would be in the binary twice: "+name)
		plain, _, err := found.open(file, "identity")
		require.NoError(t, err)
		want, err := io.ReadAll(plain)
		require.NoError(t, err)
		packed, form, err := found.open(file, "br")
		require.NoError(t, err)
		got, err := io.ReadAll(brotli.NewReader(packed))
		require.NoError(t, err)
		require.Equal(t, string(want), string(got), name)
		require.Less(t, form.size, int64(len(want)), name)
	}
}
