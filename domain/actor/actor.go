// Package actor says who acts in a request.
//
// One person may be a buyer, a member of several sellers and an operator; in
// one request they wear one hat, and every permission is judged by it.
package actor

import (
	"context"
	"log/slog"
	"time"
)

// Role is a role as the policy knows it, such as "seller:owner".
type Role string

// The roles that are not a membership.
const (
	// Anonymous has no session.
	Anonymous Role = "anonymous"
	// Guest has a session but no account of their own yet.
	Guest Role = "guest"
	// Pending has shown a password and not yet the second factor of the account.
	// No permission is granted to it.
	Pending Role = "pending"
	// Buyer is signed in.
	Buyer Role = "buyer"
	// System is Étal itself: a worker or the command line.
	System Role = "system"
)

// Actor is who acts, and as which one. The zero value may do nothing but what
// is public. Identifiers are untyped here because the kernel knows no context.
type Actor struct {
	AccountID string // acc_…; empty when anonymous
	SessionID string // ses_…; empty when anonymous or system
	Role      Role   // the hat of this request
	SellerID  string // sel_…; set exactly when the hat is a seller's
	// ReadOnly leaves of a role's permissions those that only read: the hat is
	// that of a seller who may not act, for example while suspended.
	ReadOnly bool
	// HasFactor says that the account has a second factor.
	HasFactor bool
	// FactorMissing takes all permissions away: the hat demands a second factor
	// that the account does not have.
	FactorMissing bool
	FactorAt      time.Time // UTC, when this session showed a second factor last; zero: never
	// ViewAsID names the grant by which an operator wears the hat of a seller,
	// vas_…; empty for everybody else. AccountID is then the operator's.
	ViewAsID string
	// KeyID is the API key that the request is made with, key_…; empty: a session.
	KeyID string
	// Scopes are the permissions that the key may use at most, by their names. They
	// mean nothing without a key, and with one none of them means none.
	Scopes []string
	// Rights are what a role that the seller has made holds; they count for the
	// role Custom only.
	Rights Rights
	// RefundLimit is the most that the actor may refund at once.
	RefundLimit RefundLimit
}

// IsOperator reports whether the hat is an operator's.
func (a Actor) IsOperator() bool { return len(a.Role) > 9 && a.Role[:9] == "operator:" }

// IsSeller reports whether the hat is a seller member's.
func (a Actor) IsSeller() bool { return a.SellerID != "" }

// IsViewing reports whether the hat is a seller's, worn by an operator.
func (a Actor) IsViewing() bool { return a.ViewAsID != "" }

// LogValue implements slog.LogValuer; it holds identifiers only.
func (a Actor) LogValue() slog.Value {
	attrs := []slog.Attr{
		slog.String("account", a.AccountID),
		slog.String("role", string(a.Role)),
		slog.String("seller", a.SellerID),
		slog.String("view_as", a.ViewAsID),
	}
	if a.KeyID != "" {
		attrs = append(attrs, slog.String("key", a.KeyID))
	}
	return slog.GroupValue(attrs...)
}

type key struct{}

// With returns a context in which a acts.
func With(ctx context.Context, a Actor) context.Context {
	return context.WithValue(ctx, key{}, a)
}

// From returns who acts; nobody (Anonymous) when it was never said.
func From(ctx context.Context) Actor {
	if a, ok := ctx.Value(key{}).(Actor); ok {
		return a
	}
	return Actor{Role: Anonymous}
}
