package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/fault"
)

// The faults of the door.
var (
	// ErrUnauthenticated is returned when a field needs a permission and the
	// request has no session.
	ErrUnauthenticated = fault.New(fault.Unauthenticated, "UNAUTHENTICATED", "Sign in first.")
	// ErrForbidden is returned when the role of the request lacks the permission
	// that a field needs.
	ErrForbidden = fault.New(fault.Forbidden, "FORBIDDEN", "Your role does not allow this.")
	// ErrViewAsReadOnly is returned to an operator who views as a seller and wants
	// to change something.
	ErrViewAsReadOnly = fault.New(fault.Forbidden, "VIEW_AS_READ_ONLY", "You view as this seller and change nothing. Put your own hat on.")
	// ErrDocumentUnknown is returned when no registered document has the id that
	// was asked for.
	ErrDocumentUnknown = fault.New(fault.Invalid, "DOCUMENT_UNKNOWN", "No document has this id. Register it with the server, or send its text.")
	// ErrDocumentUntrusted is returned to people and strangers who send the text of
	// a document that is not registered, where only such run.
	ErrDocumentUntrusted = fault.New(fault.Forbidden, "DOCUMENT_UNTRUSTED", "Only registered documents run here. Send the documentId of one, or use an API key.")
)

// door holds what directives need.
type door struct{ clock clock.Clock }

// lacking is ErrForbidden with the permission that is missing.
type lacking struct{ do authz.Permission }

// Error implements error.
func (l lacking) Error() string { return ErrForbidden.Error() + " It needs " + string(l.do) + "." }

// Unwrap lets it be taken for ErrForbidden.
func (lacking) Unwrap() error { return ErrForbidden }

// can is the directive @can. It fails closed: whatever authz does not know is
// not allowed.
func (d door) can(ctx context.Context, _ any, next graphql.Resolver, do authz.Permission) (any, error) {
	if refused := d.refuses(actor.From(ctx), do); refused != nil {
		return nil, refused
	}
	return next(ctx)
}

// refuses says why an actor does not get past the door; nil when they do.
func (d door) refuses(by actor.Actor, do authz.Permission) error {
	switch {
	case !authz.Can(by, do) && by.AccountID == "":
		return ErrUnauthenticated
	case !authz.Can(by, do):
		return lacking{do}
	case authz.NeedsStepUp(by, do) && factor.NeedsStepUp(by, d.clock.Now()):
		return factor.ErrStepUp
	}
	return nil
}
