package webhook

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrNotFound is returned when there is no such endpoint, or it is not the actor's
	// to see.
	ErrNotFound = fault.New(fault.NotFound, "WEBHOOK_NOT_FOUND", "There is no such webhook.")
	// ErrDeliveryNotFound is returned when there is no such delivery, or it is not
	// the actor's to see.
	ErrDeliveryNotFound = fault.New(fault.NotFound, "WEBHOOK_DELIVERY_NOT_FOUND", "There is no such delivery.")
	// ErrPerson is returned to a key, and to an operator who views as a seller.
	ErrPerson = fault.New(fault.Forbidden, "WEBHOOK_NEEDS_OWNER", "Only people of the owner of a webhook may do this.")
	// ErrOthers is returned to an operator who changes the endpoint of a seller.
	ErrOthers = fault.New(fault.Conflict, "WEBHOOK_OTHERS", "Only the members of this seller can change its webhooks.")
	// ErrLimit is returned for one endpoint too many.
	ErrLimit = fault.New(fault.Conflict, "WEBHOOK_LIMIT", "There can be 10 webhooks. Delete one that is not needed.")
	// ErrURL is returned for an address that nothing can be sent to.
	ErrURL = fault.New(fault.Invalid, "WEBHOOK_URL",
		"Give an address that begins with https:// and a public host name, without a port, a user or a fragment.")
	// ErrTopics is returned for an endpoint that is told of nothing.
	ErrTopics = fault.New(fault.Invalid, "WEBHOOK_EVENTS_REQUIRED", "Choose at least one event.")
	// ErrTopic is returned for a topic that the owner cannot be told of.
	ErrTopic = fault.New(fault.Invalid, "WEBHOOK_EVENT", "This webhook cannot be told of this event.")
	// ErrOverlap is returned for an overlap that is negative or longer than a week.
	ErrOverlap = fault.New(fault.Invalid, "WEBHOOK_OVERLAP", "The former secret may go on for 0 to 168 hours.")
	// ErrRotating is returned when two secrets are good already and a third is asked for.
	ErrRotating = fault.New(fault.Conflict, "WEBHOOK_ROTATING",
		"Two secrets of this webhook are good already. Wait until the older has ended, or let both end now with an overlap of 0 hours.")
	// ErrDisabled is returned for sending to an endpoint that is disabled.
	ErrDisabled = fault.New(fault.Conflict, "WEBHOOK_DISABLED", "This webhook is disabled. Enable it first.")
	// ErrVersion is returned when the endpoint has changed since the person saw it.
	ErrVersion = fault.New(fault.Conflict, "WEBHOOK_VERSION", "This webhook has changed since you opened it. Look at it again.")
	// ErrPending is returned for a delivery that is being sent anyway.
	ErrPending = fault.New(fault.Conflict, "WEBHOOK_DELIVERY_PENDING", "This delivery has not ended yet.")
	// ErrTestLimit is returned for too many tests that wait.
	ErrTestLimit = fault.New(fault.Conflict, "WEBHOOK_TEST_LIMIT", "Five tests of this webhook wait already.")
)
