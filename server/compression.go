package server

import (
	"crypto/rand"
	"fmt"
	"hash/maphash"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzhttp"

	"github.com/etal-market/etal/graph"
)

const (
	// compressMin is from how many bytes on an answer is compressed.
	compressMin = 1024
	// brotliLevel costs about as much as gzip does.
	brotliLevel = 4
	// jitterMax bounds the random bytes that hide the exact length of a compressed
	// answer.
	jitterMax = 32
)

// compression compresses answers over 1 KiB by what the client takes: zstd where
// it may, then brotli, then gzip. Streams are not: their parts would wait for
// each other.
//
// Who sees only lengths can guess a secret of an answer when they can also put
// guesses into it (BREACH). No answer holds a secret beside what another site could
// put there: with the cookie of its visitor no other site is answered, and tokens
// come in answers to mutations only. Besides some bytes hide the exact length: how many,
// depends on the content, so asking again does not tell the mean.
func compression() (middleware, error) {
	seed := maphash.MakeSeed()
	wrap, err := gzhttp.NewWrapper(
		gzhttp.MinSize(compressMin),
		gzhttp.EnableZstd(true),
		gzhttp.RandomJitter(jitterMax, 0, false),
		gzhttp.ContentTypeFilter(compressible),
	)
	if err != nil {
		return nil, fmt.Errorf("compression: %w", err)
	}
	return func(h http.Handler) http.Handler {
		others := wrap(h)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch {
			case graph.IsUpgrade(r): // a connection that is taken over must not be written to
				h.ServeHTTP(w, r)
			case prefersBrotli(r.Header.Values("Accept-Encoding")):
				b := &brotliWriter{ResponseWriter: w, seed: seed}
				defer b.close()
				h.ServeHTTP(b, r)
			default:
				others.ServeHTTP(w, r)
			}
		})
	}, nil
}

// compressible leaves out streams, and what is compressed already.
func compressible(contentType string) bool {
	for _, prefix := range []string{"text/event-stream", "multipart/mixed", "image/png", "image/webp", "image/gif", "image/avif", "font/woff", "application/pdf"} {
		if strings.HasPrefix(contentType, prefix) {
			return false
		}
	}
	return gzhttp.DefaultContentTypeFilter(contentType)
}

// prefersBrotli reports whether a client takes brotli, and nothing that we
// would rather send or that it would rather have.
func prefersBrotli(accept []string) bool {
	weights := encodingWeights(accept)
	return weights["br"] > 0 && weights["br"] > weights["zstd"] && weights["br"] >= weights["gzip"]
}

// encodingWeights reads how much a client would have each encoding, in thousandths.
// What it does not name is not in it.
func encodingWeights(accept []string) map[string]int {
	weights := map[string]int{}
	for _, one := range strings.Split(strings.Join(accept, ","), ",") {
		name, options, _ := strings.Cut(one, ";")
		weight := 1000
		if q, ok := strings.CutPrefix(strings.ReplaceAll(options, " ", ""), "q="); ok {
			f, err := strconv.ParseFloat(q, 64)
			if err != nil || f < 0 || f > 1 {
				f = 0
			}
			weight = int(f * 1000)
		}
		weights[strings.ToLower(strings.TrimSpace(name))] = weight
	}
	return weights
}

// brotliWriter compresses what is written, unless it is short, of a type that is
// compressed already, or encoded by somebody else.
type brotliWriter struct {
	http.ResponseWriter

	seed    maphash.Seed
	status  int
	waiting []byte // written before it is decided
	decided bool
	out     *brotli.Writer // nil: as it is
}

// WriteHeader implements http.ResponseWriter. It is passed on once it is decided.
func (b *brotliWriter) WriteHeader(status int) {
	if b.status != 0 || b.decided {
		return
	}
	b.status = status
	if status < http.StatusOK || status == http.StatusNoContent || status == http.StatusNotModified {
		b.decide(false)
		if status < http.StatusOK && status != http.StatusSwitchingProtocols { // an answer follows
			b.status, b.decided = 0, false
		}
	}
}

// Write implements http.ResponseWriter.
func (b *brotliWriter) Write(p []byte) (int, error) {
	if b.decided {
		return b.pass(p)
	}
	if b.status == 0 {
		b.status = http.StatusOK
	}
	if len(b.waiting) == 0 && b.Header().Get("Content-Type") != "" && !b.worth() {
		b.decide(false) // nothing is held of what is large and compressed already
		return b.pass(p)
	}
	b.waiting = append(b.waiting, p...)
	if len(b.waiting) < compressMin {
		return len(p), nil
	}
	b.decide(b.worth())
	held := b.waiting
	b.waiting = nil
	if _, err := b.pass(held); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (b *brotliWriter) pass(p []byte) (int, error) {
	if b.out != nil {
		return b.out.Write(p)
	}
	return b.ResponseWriter.Write(p) //nolint:gosec // handlers say of which type it is
}

// worth reports whether the answer is to be compressed.
func (b *brotliWriter) worth() bool {
	h := b.Header()
	if h.Get("Content-Type") == "" {
		h.Set("Content-Type", http.DetectContentType(b.waiting))
	}
	_, _, err := mime.ParseMediaType(h.Get("Content-Type"))
	return err == nil && len(h[gzhttp.HeaderNoCompression]) == 0 && h.Get("Content-Encoding") == "" && h.Get("Content-Range") == "" && compressible(h.Get("Content-Type"))
}

func (b *brotliWriter) decide(compress bool) {
	b.decided = true
	h := b.Header()
	h.Del(gzhttp.HeaderNoCompression)
	varyByEncoding(h)
	if compress {
		b.out = brotli.NewWriterLevel(b.ResponseWriter, brotliLevel)
		h.Del("Content-Length")
		h.Del("Accept-Ranges")
		h.Set("Content-Encoding", "br")
		h.Set("Etal-Padding", padding(maphash.Bytes(b.seed, b.waiting)))
	}
	if b.status != 0 {
		b.ResponseWriter.WriteHeader(b.status)
	}
}

// padding is of a length that the content decides in a way that nobody outside can
// know: brotli has no room for it, headers have.
func padding(of uint64) string {
	return (rand.Text() + rand.Text())[:1+of%jitterMax]
}

// Flush implements http.Flusher for streams: what is flushed before it is decided
// is sent as it is.
func (b *brotliWriter) Flush() {
	if !b.decided {
		b.decide(len(b.waiting) >= compressMin && b.worth())
		held := b.waiting
		b.waiting = nil
		if len(held) > 0 {
			_, _ = b.pass(held) // the client has gone
		}
	}
	if b.out != nil {
		_ = b.out.Flush() // the client has gone
	}
	_ = http.NewResponseController(b.ResponseWriter).Flush() // one that cannot be flushed is not
}

// Unwrap lets http.ResponseController reach the connection.
func (b *brotliWriter) Unwrap() http.ResponseWriter { return b.ResponseWriter }

// close sends the rest. After a panic nothing is sent that could look whole.
func (b *brotliWriter) close() {
	if value := recover(); value != nil {
		panic(value)
	}
	if !b.decided {
		if b.status == 0 && len(b.waiting) == 0 {
			return // nothing was answered, or somebody has taken the connection
		}
		b.decide(false)
		if len(b.waiting) > 0 {
			_, _ = b.ResponseWriter.Write(b.waiting) // the client has gone
		}
	}
	if b.out != nil {
		_ = b.out.Close() // the client has gone
	}
}
