package server

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/etal-market/etal/domain/fault"
)

// Faults of plain HTTP.
var (
	// ErrRouteNotFound is the answer for an address that nothing is served at.
	ErrRouteNotFound = fault.New(fault.NotFound, "ROUTE_NOT_FOUND", "There is nothing at this address.")
	// ErrBodyTooLarge is the answer for a body over the limit of its address.
	ErrBodyTooLarge = fault.New(fault.Invalid, "BODY_TOO_LARGE", "This request is too large.")
	// ErrCrossOrigin is the answer for a request that another site makes with
	// the session cookie of its visitor.
	ErrCrossOrigin = fault.New(fault.Forbidden, "CROSS_ORIGIN", "Another site may not act with your session.")
	// ErrSchemaClosed is the answer to whoever may not read the schema.
	ErrSchemaClosed = fault.New(fault.Forbidden, "SCHEMA_CLOSED", "The schema is shown to API keys and to operators.")
	// ErrBearerRequired is the answer when a session must be shown as a bearer token.
	ErrBearerRequired = fault.New(fault.Unauthenticated, "BEARER_REQUIRED", "Send the session token as a bearer token.")
)

// problem is the body of every refusal outside of GraphQL.
type problem struct {
	Error problemDetail `json:"error"`
}

type problemDetail struct {
	Code      fault.Code `json:"code"`
	Message   string     `json:"message"`
	RequestID string     `json:"requestId"`
}

// refuse answers with an error. A fault is told as it is; anything else is
// logged here, once, and answered without its text. When the client has gone,
// whatever it left unfinished is no failure of ours.
func (a *App) refuse(w http.ResponseWriter, r *http.Request, err error) {
	detail := problemDetail{Code: "INTERNAL", Message: "Something went wrong.", RequestID: RequestID(r.Context())}
	status := http.StatusInternalServerError
	if faults := fault.As(err); len(faults) > 0 {
		detail.Code, detail.Message = faults[0].Code, faults[0].Error()
		status = statusOf(faults[0])
	} else if errors.Is(r.Context().Err(), context.Canceled) {
		a.log.InfoContext(r.Context(), "client has gone", slog.String("path", shownPath(r)), slog.Any("error", err))
	} else {
		a.log.ErrorContext(r.Context(), "request failed", slog.String("path", shownPath(r)), slog.Any("error", err))
	}
	if (status == http.StatusServiceUnavailable || status == http.StatusTooManyRequests) && w.Header().Get("Retry-After") == "" {
		w.Header().Set("Retry-After", "1")
	}
	writeJSON(w, status, problem{detail})
}

func statusOf(f *fault.Fault) int {
	if f.Code == ErrBodyTooLarge.Code {
		return http.StatusRequestEntityTooLarge
	}
	switch f.Kind {
	case fault.Invalid:
		return http.StatusBadRequest
	case fault.Conflict:
		return http.StatusConflict
	case fault.NotFound:
		return http.StatusNotFound
	case fault.Forbidden, fault.StepUp:
		return http.StatusForbidden
	case fault.Unauthenticated:
		return http.StatusUnauthorized
	case fault.Throttled:
		return http.StatusTooManyRequests
	case fault.Unavailable:
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// writeJSON answers with a value. An error of the connection is the client's:
// it has gone, and nobody is left to tell.
func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}
