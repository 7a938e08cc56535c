package fault

import (
	"errors"
	"slices"
	"strings"
	"time"
)

// Kind says what the caller can do about a fault, and so which status and
// which place in a response it gets.
type Kind string

// The kinds of fault.
const (
	// Invalid input: the caller can correct it.
	Invalid Kind = "INVALID"
	// Conflict with the present state: the caller can decide again.
	Conflict Kind = "CONFLICT"
	// NotFound: there is no such thing, or it is not the caller's.
	NotFound Kind = "NOT_FOUND"
	// Forbidden: the caller's role does not permit it.
	Forbidden Kind = "FORBIDDEN"
	// StepUp: the caller has to show a second factor again.
	StepUp Kind = "STEP_UP_REQUIRED"
	// Unauthenticated: the caller has to sign in.
	Unauthenticated Kind = "UNAUTHENTICATED"
	// Throttled: the caller has to wait.
	Throttled Kind = "RATE_LIMITED"
	// Unavailable: something Étal depends on is down; trying again helps.
	Unavailable Kind = "UNAVAILABLE"
)

// Code is the stable, documented name of a fault, such as CART_EMPTY.
type Code string

// Fault is an error that people outside may read.
type Fault struct {
	Kind    Kind
	Code    Code
	Message string   // for a person, in plain words
	Field   []string // the path inside the input, when there is one
	// RetryAfter is how long a caller who is Throttled has to wait; 0: not told.
	RetryAfter time.Duration
}

// New declares a fault. It belongs in a package-level variable of a fault.go;
// docs/errors.md and the GraphQL enum ErrorCode are generated from these calls.
func New(kind Kind, code Code, message string) *Fault {
	return &Fault{Kind: kind, Code: code, Message: message}
}

// Error returns the message with its path, for logs and command lines.
func (f *Fault) Error() string {
	if len(f.Field) == 0 {
		return f.Message
	}
	return strings.Join(f.Field, ".") + ": " + f.Message
}

// Is makes two faults the same when their codes are.
func (f *Fault) Is(target error) bool {
	other, ok := target.(*Fault)
	return ok && other.Code == f.Code
}

// At returns a copy that names the path inside the input.
func (f *Fault) At(path ...string) *Fault {
	c := *f
	c.Field = slices.Clone(path)
	return &c
}

// Under returns a copy whose path is moved below the given one.
func (f *Fault) Under(path ...string) *Fault {
	c := *f
	c.Field = append(slices.Clone(path), f.Field...)
	return &c
}

// Saying returns a copy with a more telling message.
func (f *Fault) Saying(message string) *Fault {
	c := *f
	c.Message = message
	return &c
}

// After returns a copy that says how long to wait.
func (f *Fault) After(wait time.Duration) *Fault {
	c := *f
	c.RetryAfter = wait
	return &c
}

// As returns the faults inside err, in order: one, or several when they were
// joined. It returns nil when err holds anything that is not a fault.
func As(err error) []*Fault {
	var list List
	if errors.As(err, &list) {
		return list
	}
	var f *Fault
	if errors.As(err, &f) {
		return []*Fault{f}
	}
	return nil
}

// List is several faults told at once, as validation finds them.
type List []*Fault

// Error joins the messages.
func (l List) Error() string {
	texts := make([]string, len(l))
	for i, f := range l {
		texts[i] = f.Error()
	}
	return strings.Join(texts, "; ")
}

// Unwrap lets errors.Is look inside.
func (l List) Unwrap() []error {
	errs := make([]error, len(l))
	for i, f := range l {
		errs[i] = f
	}
	return errs
}

// Add appends a fault.
func (l *List) Add(f *Fault) { *l = append(*l, f) }

// Check appends the fault unless ok holds.
func (l *List) Check(ok bool, f *Fault) {
	if !ok {
		l.Add(f)
	}
}

// Err returns the list as an error, or nil when it is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	return l
}
