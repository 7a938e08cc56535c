package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/graph/model"
)

// The codes of top-level errors, in `extensions.code`. The list is closed:
// clients may rely on seeing no other.
const (
	codeBadRequest            = "BAD_REQUEST"
	codeParseFailed           = errcode.ParseFailed
	codeValidationFailed      = errcode.ValidationFailed
	codeBadUserInput          = "BAD_USER_INPUT"
	codeOperationTooLarge     = "OPERATION_TOO_LARGE"
	codeCostLimit             = "COST_LIMIT"
	codeRateLimited           = "RATE_LIMITED"
	codeUnauthenticated       = "UNAUTHENTICATED"
	codeForbidden             = "FORBIDDEN"
	codeStepUpRequired        = "STEP_UP_REQUIRED"
	codeNotFound              = "NOT_FOUND"
	codeConflict              = "CONFLICT"
	codeUnavailable           = "UNAVAILABLE"
	codePersistedUnsupported  = "PERSISTED_QUERY_NOT_SUPPORTED"
	codeIntrospectionDisabled = "INTROSPECTION_DISABLED"
	codeMethodNotAllowed      = "METHOD_NOT_ALLOWED"
	codeNotAcceptable         = "NOT_ACCEPTABLE"
	codeUnsupportedMediaType  = "UNSUPPORTED_MEDIA_TYPE"
	codeBodyTooLarge          = "BODY_TOO_LARGE"
	codeInternal              = "INTERNAL"
)

const (
	somethingWrong = "Something went wrong."
	messageMax     = 200 // characters of a message that the GraphQL library wrote
)

// userErrors splits what a use case returned: faults that a person can correct
// become the userErrors of the payload, anything else stays an error. The list
// is never nil without an error, since the schema promises a list. Their codes
// are counted with the operation.
func userErrors(ctx context.Context, err error) ([]*model.UserError, error) {
	faults := []*model.UserError{}
	if err == nil {
		return faults, nil
	}
	found := fault.As(err)
	if len(found) == 0 {
		return nil, err
	}
	for _, f := range found {
		if f.Kind != fault.Invalid && f.Kind != fault.Conflict {
			return nil, err
		}
		if len(f.Field) > 0 {
			f = f.Under("input")
		}
		faults = append(faults, f)
	}
	told(ctx, faults)
	return faults, nil
}

// errPanic stands for a panic, which is logged where it was recovered.
var errPanic = errors.New("panic")

// presenter decides what a client reads of an error. Faults are meant for
// people and pass, the GraphQL library's own errors keep their meaning, and
// everything else is masked and logged once.
type presenter struct {
	log       *slog.Logger
	requestID func(context.Context) string
}

func (p presenter) present(ctx context.Context, err error) *gqlerror.Error {
	shown := &gqlerror.Error{Path: graphql.GetPath(ctx)}
	var own *gqlerror.Error
	if errors.As(err, &own) {
		shown.Path, shown.Locations = own.Path, own.Locations
	}
	code, reason := "", ""
	if faults := fault.As(err); len(faults) > 0 {
		shown.Message, code, reason = faults[0].Error(), codeOf(faults[0].Kind), string(faults[0].Code)
	} else {
		shown.Message, code = libraryError(own)
	}
	if code == "" {
		code, shown.Message = p.unknown(ctx, err, shown)
	}
	shown.Extensions = map[string]any{"code": code}
	if reason != "" && reason != code {
		shown.Extensions["reason"] = reason
	}
	var lacks lacking
	if errors.As(err, &lacks) {
		shown.Extensions["permission"] = string(lacks.do)
	}
	if code == codeStepUpRequired {
		shown.Extensions["methods"], shown.Extensions["maxAgeSeconds"] = factor.Methods(), int(factor.FreshMax.Seconds())
	}
	if code == codeRateLimited {
		shown.Extensions["retryAfterMs"] = retryAfter(err, own)
	}
	if requestID := p.requestID(ctx); requestID != "" && code == codeInternal {
		shown.Extensions["requestId"] = requestID
	}
	return shown
}

// retryAfter is how long to wait after RATE_LIMITED, in milliseconds: what the
// fault says, or what the door has said.
func retryAfter(err error, own *gqlerror.Error) int64 {
	if faults := fault.As(err); len(faults) > 0 {
		return faults[0].RetryAfter.Milliseconds()
	}
	ms, _ := own.Extensions["retryAfterMs"].(int64)
	return ms
}

// unknown handles what is neither a fault nor the library's: the client went
// away or ran out of time, or it is a bug.
func (p presenter) unknown(ctx context.Context, err error, at *gqlerror.Error) (code, message string) {
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return codeUnavailable, "This took too long. Try again."
	}
	if !errors.Is(err, errPanic) {
		p.log.ErrorContext(ctx, "graphql", slog.String("path", at.Path.String()), slog.Any("error", err))
	}
	return codeInternal, somethingWrong
}

// recovered logs a panic with its stack and answers as for any bug.
func (p presenter) recovered(ctx context.Context, value any) error {
	p.log.ErrorContext(ctx, "graphql panic",
		slog.String("path", graphql.GetPath(ctx).String()),
		slog.String("value", fmt.Sprint(value)),
		slog.String("stack", string(debug.Stack())))
	return errPanic
}

// codeOf gives the top-level code of a kind of fault.
func codeOf(k fault.Kind) string {
	switch k {
	case fault.Invalid:
		return codeBadUserInput
	case fault.Conflict:
		return codeConflict
	case fault.NotFound:
		return codeNotFound
	case fault.Forbidden:
		return codeForbidden
	case fault.StepUp:
		return codeStepUpRequired
	case fault.Unauthenticated:
		return codeUnauthenticated
	case fault.Throttled:
		return codeRateLimited
	case fault.Unavailable:
		return codeUnavailable
	}
	return codeInternal
}

// libraryError recognises what gqlgen and gqlparser say about a request that
// they refuse before or without running a resolver. It returns no code for
// anything else. Its hints at names that exist are cut off.
func libraryError(own *gqlerror.Error) (message, code string) {
	if own == nil {
		return "", ""
	}
	if code, ok := own.Extensions["code"].(string); ok && isDoorCode(code) {
		message, _, _ = strings.Cut(own.Message, " Did you mean")
		return clip(message), code
	}
	return "", ""
}

// isDoorCode reports whether a code is one that the library or the transport
// sets by itself.
func isDoorCode(code string) bool {
	switch code {
	case codeBadRequest, codeParseFailed, codeValidationFailed, codeBadUserInput, codeOperationTooLarge, codeCostLimit,
		codeRateLimited, codePersistedUnsupported, codeIntrospectionDisabled, codeMethodNotAllowed, codeNotAcceptable, codeUnsupportedMediaType, codeBodyTooLarge:
		return true
	}
	return false
}

func clip(s string) string {
	if runes := []rune(s); len(runes) > messageMax {
		return string(runes[:messageMax-1]) + "…"
	}
	return s
}
