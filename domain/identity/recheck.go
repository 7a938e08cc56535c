package identity

import "context"

type recheckKey struct{}

// Rechecking returns a context in which a session or a key is looked at and not
// used: a stream that stays open is no sign that somebody is there, and must not
// keep a session from ending after a pause.
func Rechecking(ctx context.Context) context.Context {
	return context.WithValue(ctx, recheckKey{}, true)
}

// IsRechecking reports whether ctx is of Rechecking.
func IsRechecking(ctx context.Context) bool { return ctx.Value(recheckKey{}) != nil }
