package graph

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/etal-market/etal/domain/fault"
)

var (
	errInvalid  = &fault.Fault{Kind: fault.Invalid, Code: "A", Message: "A."}
	errConflict = &fault.Fault{Kind: fault.Conflict, Code: "B", Message: "B."}
	errMissing  = &fault.Fault{Kind: fault.NotFound, Code: "C", Message: "C."}
)

func TestUserErrors(t *testing.T) {
	t.Parallel()

	faults, err := userErrors(t.Context(), nil)
	require.NoError(t, err)
	require.NotNil(t, faults, "the schema promises a list")
	require.Empty(t, faults)

	faults, err = userErrors(t.Context(), fmt.Errorf("while trying: %w", fault.List{errInvalid.At("lines", "2"), errConflict}))
	require.NoError(t, err)
	require.Equal(t, []string{"input", "lines", "2"}, faults[0].Field)
	require.Nil(t, faults[1].Field, "about the whole")
	require.Nil(t, errInvalid.Field, "the variable is not changed")

	for _, bug := range []error{errMissing, fault.List{errInvalid, errMissing}, errors.New("disk on fire")} {
		faults, err = userErrors(t.Context(), bug)
		require.Equal(t, bug, err)
		require.Nil(t, faults)
	}
}

func TestPresenter(t *testing.T) {
	t.Parallel()

	for name, tt := range map[string]struct {
		err     error
		code    string
		message string
		logged  bool
	}{
		"invalid":           {errInvalid.At("first"), codeBadUserInput, "first: A.", false},
		"conflict":          {errConflict, codeConflict, "B.", false},
		"not_found":         {fmt.Errorf("load: %w", errMissing), codeNotFound, "C.", false},
		"forbidden":         {ErrForbidden, codeForbidden, "Your role does not allow this.", false},
		"unauthenticated":   {ErrUnauthenticated, codeUnauthenticated, "Sign in first.", false},
		"throttled":         {fault.New(fault.Throttled, "T", "Wait."), codeRateLimited, "Wait.", false},
		"unavailable":       {fault.New(fault.Unavailable, "U", "Down."), codeUnavailable, "Down.", false},
		"wrapped_by_gqlgen": {gqlerror.WrapPath(nil, errMissing), codeNotFound, "C.", false},
		"timeout":           {fmt.Errorf("query: %w", context.DeadlineExceeded), codeUnavailable, "This took too long. Try again.", false},
		"gone":              {context.Canceled, codeUnavailable, "This took too long. Try again.", false},
		"a_bug":             {errors.New("pq: relation sellers"), codeInternal, somethingWrong, true},
		"a_library_bug":     {gqlerror.Errorf("must not be null"), codeInternal, somethingWrong, true},
		"a_made_up_code":    {coded("HELLO", "pq: relation sellers"), codeInternal, somethingWrong, true},
		"hint":              {coded(codeValidationFailed, `Unknown argument "a". Did you mean "b"?`), codeValidationFailed, `Unknown argument "a".`, false},
		"long":              {coded(codeParseFailed, strings.Repeat("ä", 1000)), codeParseFailed, strings.Repeat("ä", 199) + "…", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			var log bytes.Buffer
			p := presenter{log: slog.New(slog.NewTextHandler(&log, nil)), requestID: func(context.Context) string { return "req_1" }}
			got := p.present(t.Context(), tt.err)
			require.Equal(t, tt.code, got.Extensions["code"])
			require.Equal(t, tt.message, got.Message)
			require.Equal(t, tt.logged, strings.Count(log.String(), "level=ERROR") == 1, log.String())
			require.Equal(t, tt.code == codeInternal, got.Extensions["requestId"] == "req_1")
		})
	}
}

func TestPresenter_logs_a_panic_once(t *testing.T) {
	t.Parallel()

	var log bytes.Buffer
	p := presenter{log: slog.New(slog.NewTextHandler(&log, nil)), requestID: func(context.Context) string { return "" }}
	got := p.present(t.Context(), p.recovered(t.Context(), "secret state"))
	require.Equal(t, codeInternal, got.Extensions["code"])
	require.NotContains(t, got.Message, "secret")
	require.Equal(t, 1, strings.Count(log.String(), "level=ERROR"))
	require.Contains(t, log.String(), "errors_test.go")
}
