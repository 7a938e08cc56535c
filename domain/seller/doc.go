// Package seller knows the businesses that sell, who acts for them, and which
// hat somebody wears in a request.
//
//	          Approve            Suspend
//	APPLIED ──────────► APPROVED ◄───────► SUSPENDED
//	   │                         Reinstate
//	   └──────► REJECTED
//	    Reject
//
// Somebody with an account applies and becomes the owner; an operator decides.
// A rejected application is final; its owner may apply again.
//
// Only an APPROVED seller is shown to the public and may act. The members of
// any other seller keep their roles and may read what their role reads, and
// change nothing: an application is not edited while it is judged, and what
// buyers are owed by a suspended seller is settled by operators. Their hat says
// so (actor.Actor.ReadOnly), so that no use case has to remember it.
//
// The platform's own goods belong to one seller with IsPlatform set.
package seller
