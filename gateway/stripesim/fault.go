package stripesim

import "fmt"

// apiError is an answer in Stripe's error shape.
type apiError struct {
	status int
	body   errorBody
	// early marks a request that was refused before it began to run: such an answer
	// is not stored under the idempotency key.
	early bool
}

type errorBody struct {
	Type          string         `json:"type"`
	Code          string         `json:"code,omitempty"`
	DeclineCode   string         `json:"decline_code,omitempty"`
	Message       string         `json:"message"`
	Param         string         `json:"param,omitempty"`
	Charge        string         `json:"charge,omitempty"`
	DocURL        string         `json:"doc_url,omitempty"`
	PaymentIntent *paymentIntent `json:"payment_intent,omitempty"`
	PaymentMethod *paymentMethod `json:"payment_method,omitempty"`
	SetupIntent   *setupIntent   `json:"setup_intent,omitempty"`
}

const typeInvalid = "invalid_request_error"

// refuse is an error found while the request ran.
func refuse(code, param, format string, args ...any) *apiError {
	return &apiError{status: 400, body: errorBody{
		Type: typeInvalid, Code: code, Param: param, Message: fmt.Sprintf(format, args...),
	}}
}

// reject is an error of the request itself, found before it ran.
func reject(code, param, format string, args ...any) *apiError {
	err := refuse(code, param, format, args...)
	err.early = true
	return err
}

// missing answers for an id that names nothing in this account; status 404 when
// the id is in the path, 400 when it is a parameter.
func missing(what, id, param string) *apiError {
	err := reject("resource_missing", param, "No such %s: '%s'", what, id)
	if param == "id" || param == "" {
		err.status = 404
		err.body.Param = "id"
	}
	return err
}

func (e *apiError) document() {
	if e.body.Code != "" && e.body.DocURL == "" {
		e.body.DocURL = "https://stripe.com/docs/error-codes/" + dashed(e.body.Code)
	}
}

func dashed(code string) string {
	b := []byte(code)
	for i := range b {
		if b[i] == '_' {
			b[i] = '-'
		}
	}
	return string(b)
}
