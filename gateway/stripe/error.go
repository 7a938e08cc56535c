package stripe

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/domain/provider"
)

// classify turns the error of a call into a *provider.Error.
//
// A refusal lets its caller act: an order is cancelled, a transfer is planned
// again under a new key. So it is one only when Stripe itself says, in its own
// form and about this very request, that nothing was done. All else is unknown
// and is repeated with the same key:
//
//   - no answer, a broken answer, an answer of somebody in between;
//   - 5xx: Stripe may have acted, and repeats the stored 500 for the key;
//   - 409: another request with the key is on its way;
//   - 429, whatever its code: this attempt did nothing, but the one before it,
//     whose answer was lost, may have; repeating is right in both cases;
//   - idempotency_error: an earlier request with this key and other content
//     exists, and its outcome is not told;
//   - 401 and 403: they speak of our key, not of the request (ErrConfiguration).
func classify(err error) error {
	if err == nil {
		return nil
	}
	var answer *sdk.Error
	if !errors.As(err, &answer) {
		return &provider.Error{Unknown: true, Message: legible("no answer of Stripe: " + err.Error()), Err: err}
	}
	bare := withoutSecrets(answer)
	e := &provider.Error{
		Unknown: !isRefusal(answer), Code: legible(string(answer.Code)), Message: legible(message(answer)),
		RequestID: legible(answer.RequestID), Err: bare,
	}
	if isKeyProblem(answer) {
		e.Message = "Stripe does not accept our key: " + e.Message
		e.Err = fmt.Errorf("%w: %w", ErrConfiguration, bare)
	}
	if e.Code == "" && e.Unknown {
		e.Code = legible(string(answer.Type))
	}
	return e
}

// isRefusal reports whether an answer is Stripe's definite no. The type is
// required because a proxy can also answer 404 with JSON; it does not tell a
// rate limit from a refusal, so the status comes first.
func isRefusal(e *sdk.Error) bool {
	if e.Type != sdk.ErrorTypeInvalidRequest && e.Type != sdk.ErrorTypeCard || wantsRetry(e) {
		return false
	}
	switch e.HTTPStatusCode {
	case http.StatusBadRequest, http.StatusPaymentRequired, http.StatusNotFound:
		return true
	case http.StatusForbidden:
		return e.Code == sdk.ErrorCodeAccountInvalid // the account, not our key
	}
	return false
}

func isKeyProblem(e *sdk.Error) bool {
	return e.HTTPStatusCode == http.StatusUnauthorized ||
		e.HTTPStatusCode == http.StatusForbidden && e.Code != sdk.ErrorCodeAccountInvalid
}

// wantsRetry reports whether Stripe asks for the request again.
func wantsRetry(e *sdk.Error) bool {
	return e.LastResponse != nil && e.LastResponse.Header.Get("Stripe-Should-Retry") == "true"
}

// message is Stripe's text, with the reason of the card's bank.
func message(e *sdk.Error) string {
	text := e.Msg
	if text == "" {
		text = fmt.Sprintf("status %d", e.HTTPStatusCode)
	}
	if e.DeclineCode != "" {
		text += " (declined: " + string(e.DeclineCode) + ")"
	}
	return text
}

// withoutSecrets is the error without the objects it carries: its text is their
// JSON, client secrets and buyers' details included.
func withoutSecrets(e *sdk.Error) *sdk.Error {
	return &sdk.Error{
		Code: e.Code, DeclineCode: e.DeclineCode, HTTPStatusCode: e.HTTPStatusCode, Msg: legible(e.Msg), Param: e.Param,
		RequestID: e.RequestID, Type: e.Type, ChargeID: e.ChargeID,
	}
}

// messageMax is how much of a text from outside is kept.
const messageMax = 500

// legible makes a text from outside fit for a column of a database.
func legible(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "?"), "\x00", "")
	if len(s) > messageMax {
		s = strings.ToValidUTF8(s[:messageMax], "") + "…"
	}
	return s
}

// refuse is our own refusal of what Stripe could not be asked: nothing was sent.
func refuse(code, format string, args ...any) error {
	return &provider.Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// doubt turns an error that followed a change into an unknown outcome: the
// change was made, so no refusal of a later step may stand for it.
func doubt(err error) error {
	e := &provider.Error{Unknown: true, Message: legible(err.Error()), Err: err}
	var cause *provider.Error
	if errors.As(err, &cause) {
		e.Code, e.Message, e.RequestID = cause.Code, cause.Message, cause.RequestID
	}
	return e
}
