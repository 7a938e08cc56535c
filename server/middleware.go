package server

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"

	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/graph"
)

type middleware func(http.Handler) http.Handler

// chain wraps h; the first middleware is the outermost.
func chain(h http.Handler, all ...middleware) http.Handler {
	for i := len(all) - 1; i >= 0; i-- {
		h = all[i](h)
	}
	return h
}

// around returns what happens to every request, whatever its route.
func (a *App) around(h http.Handler) (http.Handler, error) {
	compress, err := compression()
	if err != nil {
		return nil, err
	}
	return chain(h, a.identify, a.tracing.around(a.proxies), a.recovery, a.securityHeaders, a.keyPlace, a.sameOrigin, compress), nil
}

// recorder remembers how an answer went.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader implements http.ResponseWriter.
func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (r *recorder) Write(p []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(p)
	r.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// Flush implements http.Flusher for streams.
func (r *recorder) Flush() {
	if f, ok := r.ResponseWriter.(http.Flusher); ok {
		f.Flush()
	}
}

// identify names the request, and when it is over logs and counts it.
func (a *App) identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		watch := clock.Start()
		ctx, info := withRequest(r.Context(), a.proxies.client(r))
		info.app = appOf(r.Header)
		r = r.WithContext(ctx)
		rec := &recorder{ResponseWriter: w}
		w.Header().Set("X-Request-Id", string(info.id))
		defer func() {
			elapsed := watch.Elapsed()
			measured := elapsed
			if rec.status == http.StatusSwitchingProtocols || isStream(rec.Header()) { // how long somebody follows something is no measure of anything
				measured = 0
			}
			a.metrics.observe(r, rec.status, info.operation(), measured)
			a.log.InfoContext(ctx, "request",
				slog.String("method", r.Method), slog.String("path", shownPath(r)), slog.Int("status", rec.status),
				slog.Int64("bytes", rec.bytes), slog.Duration("took", elapsed),
				slog.String("operation", info.operation()), slog.String("from", info.from()))
		}()
		next.ServeHTTP(rec, r)
	})
}

func isStream(h http.Header) bool {
	return strings.HasPrefix(h.Get("Content-Type"), "text/event-stream")
}

// shownPath is the path as logs may hold it: whoever puts a key into an address
// must not find it in a log.
func shownPath(r *http.Request) string {
	if apikey.Contains(r.URL.Path) {
		return "[redacted]"
	}
	return r.URL.Path
}

// recovery answers a panic as any other bug, unless the answer has begun.
func (a *App) recovery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			value := recover()
			if value == nil {
				return
			}
			if err, ok := value.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(value)
			}
			a.log.ErrorContext(r.Context(), "panic", slog.String("path", shownPath(r)),
				slog.String("value", fmt.Sprint(value)), slog.String("stack", string(debug.Stack())))
			if rec, ok := w.(*recorder); ok && rec.status != 0 {
				panic(http.ErrAbortHandler) // half an answer must not look whole
			}
			writeJSON(w, http.StatusInternalServerError, problem{problemDetail{
				Code: "INTERNAL", Message: "Something went wrong.", RequestID: RequestID(r.Context()),
			}})
		}()
		next.ServeHTTP(w, r)
	})
}

// apiPolicy lets an answer of the API load nothing; pages replace it.
const apiPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

func (a *App) securityHeaders(next http.Handler) http.Handler {
	https, kept := strings.HasPrefix(a.Config.BaseURL, "https://"), "max-age=31536000"
	if a.Config.HSTSSubdomains {
		kept += "; includeSubDomains"
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", apiPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		if https {
			h.Set("Strict-Transport-Security", kept)
		}
		next.ServeHTTP(w, r)
	})
}

// sameOrigin refuses what another site asks for with the cookie of its
// visitor: of pages, what changes something, and of the API whatever it is.
// Requests with a bearer token or without any session are not its concern: a site
// that has the token may use it from anywhere. WebSockets are that of socketOrigin.
func (a *App) sameOrigin(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if bearer(r) == "" && a.cookieToken(r) != "" && (r.URL.Path != graphqlPath || !graph.IsUpgrade(r)) {
			asked := *r
			if !isPage(r.URL.Path) {
				asked.Method = http.MethodPost // the library lets everybody read
			}
			if err := protection.Check(&asked); err != nil {
				a.refuseSession(w, r, ErrCrossOrigin)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// isPage reports whether people come to an address by links, also by those of other
// sites and in mails, or other sites show it, as they do images. What is at any other one is the API, where a site could read or
// measure what its visitor may see.
func isPage(path string) bool {
	for _, prefix := range []string{"/admin/", "/account/", "/static/", "/dev/", file.ImagePath} {
		if strings.HasPrefix(path, prefix) {
			return true
		}
	}
	return path == "/" || path == "/admin" || path == "/graphiql"
}

// limitBody bounds what a handler can read of a body.
func limitBody(bytes int64) middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			r.Body = http.MaxBytesReader(w, r.Body, bytes)
			next.ServeHTTP(w, r)
		})
	}
}

// bodyFault turns the error of reading a body into a fault, when it is one.
func bodyFault(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return ErrBodyTooLarge
	}
	return err
}
