package server

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
)

// through sends a request with an Accept-Encoding through the compression.
func through(t *testing.T, accept string, h http.HandlerFunc) *httptest.ResponseRecorder {
	t.Helper()
	compress, err := compression()
	require.NoError(t, err)
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
	r.Header.Set("Accept-Encoding", accept)
	w := httptest.NewRecorder()
	compress(h).ServeHTTP(w, r)
	return w
}

func unpacked(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	var r io.Reader = w.Body
	var err error
	switch w.Header().Get("Content-Encoding") {
	case "br":
		r = brotli.NewReader(w.Body)
	case "gzip":
		r, err = gzip.NewReader(w.Body)
	case "zstd":
		r, err = zstd.NewReader(w.Body)
	}
	require.NoError(t, err)
	text, err := io.ReadAll(r)
	require.NoError(t, err)
	return string(text)
}

var long = strings.Repeat(`{"name":"Tea","price":"12.49"},`, 200)

func TestCompression_is_what_the_client_would_rather_have(t *testing.T) {
	t.Parallel()
	for accept, want := range map[string]string{
		"gzip, deflate, br, zstd": "zstd", "gzip, deflate, br": "br", "gzip": "gzip", "br": "br", "BR;q=1.0, gzip;q=0.5": "br",
		"br;q=0, gzip": "gzip", "br;q=0.5, gzip": "gzip", "identity": "", "": "", "br;q=nonsense, gzip": "gzip", "deflate": "",
	} {
		w := through(t, accept, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.Header().Set("Content-Length", "1")
			w.Header().Del("Content-Length")
			w.WriteHeader(http.StatusTeapot)
			for part := range strings.SplitAfterSeq(long, ",") { // in many small pieces
				_, _ = io.WriteString(w, part)
			}
		})
		require.Equal(t, want, w.Header().Get("Content-Encoding"), accept)
		require.Equal(t, http.StatusTeapot, w.Code)
		require.Equal(t, long, unpacked(t, w), accept)
		require.Contains(t, w.Header().Values("Vary"), "Accept-Encoding", accept)
	}
}

func TestBrotli_leaves_alone_what_gains_nothing(t *testing.T) {
	t.Parallel()
	write := func(header, value, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.Header().Set(header, value)
			_, _ = io.WriteString(w, body)
		}
	}
	for name, h := range map[string]http.HandlerFunc{
		"short":    write("X", "y", "{}"),
		"picture":  write("Content-Type", "image/png", long),
		"stream":   write("Content-Type", "text/event-stream", long),
		"encoded":  write("Content-Encoding", "gzip", long),
		"part":     write("Content-Range", "bytes 0-5/10", long),
		"multiple": write("Content-Type", "multipart/mixed; boundary=x", long),
	} {
		w := through(t, "br", h)
		require.NotEqual(t, "br", w.Header().Get("Content-Encoding"), name)
		require.Equal(t, http.StatusOK, w.Code, name)
		require.Contains(t, []string{"{}", long}, w.Body.String(), name)
	}
	for _, status := range []int{http.StatusNoContent, http.StatusNotModified} {
		w := through(t, "br", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
		require.Equal(t, status, w.Code)
		require.Empty(t, w.Body.String())
	}
	w := through(t, "br", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("X", "y") })
	require.Equal(t, http.StatusOK, w.Code)
}

func TestBrotli_passes_on_what_is_flushed(t *testing.T) {
	t.Parallel()
	w := through(t, "br", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = io.WriteString(w, "data: 1\n\n")
		w.(http.Flusher).Flush()
		rec := w.(*brotliWriter).ResponseWriter.(*httptest.ResponseRecorder)
		if rec.Body.String() != "data: 1\n\n" || !rec.Flushed {
			t.Error("it waits")
		}
		_, _ = io.WriteString(w, "data: 2\n\n")
	})
	require.Equal(t, "data: 1\n\ndata: 2\n\n", w.Body.String())
	w = through(t, "br", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		_, _ = io.WriteString(w, long)
		_ = http.NewResponseController(w).Flush()
		_, _ = io.WriteString(w, "end")
	})
	require.Equal(t, "br", w.Header().Get("Content-Encoding"))
	require.Equal(t, long+"end", unpacked(t, w))
}

// Half an answer must not look whole.
func TestBrotli_does_not_finish_what_has_panicked(t *testing.T) {
	t.Parallel()
	compress, err := compression()
	require.NoError(t, err)
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
	r.Header.Set("Accept-Encoding", "br")
	w := httptest.NewRecorder()
	h := compress(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		_, _ = io.WriteString(w, long)
		panic(http.ErrAbortHandler)
	}))
	require.PanicsWithError(t, http.ErrAbortHandler.Error(), func() { h.ServeHTTP(w, r) })
	_, err = io.ReadAll(brotli.NewReader(bytes.NewReader(w.Body.Bytes())))
	require.Error(t, err)
}

// What is added to the length depends on the content, and is the same for the same.
func TestCompression_hides_the_exact_length(t *testing.T) {
	t.Parallel()
	for _, accept := range []string{"br", "gzip", "zstd"} {
		lengths := map[int]bool{}
		for i := range 40 {
			w := through(t, accept, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "application/json")
				_, _ = io.WriteString(w, long+strconv.Itoa(10+i))
			})
			lengths[w.Body.Len()+len(w.Header().Get("Etal-Padding"))] = true
		}
		require.Greater(t, len(lengths), 8, accept)
	}
	require.Len(t, padding(7), len(padding(7)))
	for of := range uint64(100) {
		require.LessOrEqual(t, len(padding(of)), jitterMax)
		require.NotEmpty(t, padding(of))
	}
}
