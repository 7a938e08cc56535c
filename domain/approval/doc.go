// Package approval is the four-eyes rule: what one person proposes, another one
// approves, and only then it is done.
//
//	          Approve
//	PENDING ──────────► APPROVED
//	   │ Reject
//	   ├──────────────► REJECTED
//	   │ Withdraw
//	   ├──────────────► WITHDRAWN
//	   │ 72 hours
//	   └──────────────► EXPIRED
//
// A context registers a kind of proposal with a payload of its own and gets a
// Desk to propose at:
//
//	s.roles = approval.Register(approvals, approval.Kind[RoleChange]{
//		Name: "operator.role", Propose: "OPERATOR_ROLE", Approve: "OPERATOR_ROLE",
//		Check: s.checkRoleTx, Apply: s.applyRoleTx,
//	})
//	p, err := s.roles.Propose(ctx, by, approval.Ask[RoleChange]{Subject: id.Any(of), Reason: why, Payload: change})
//
// The mutation that proposes has `proposal` in its payload. Approving, rejecting
// and withdrawing are the same three mutations for every kind.
//
// What always holds:
//
//   - Proposer and approver are two persons, and both hold their permission when
//     the proposal is approved, each under the hat they wore.
//   - What is applied is what was proposed: the payload is frozen with a SHA-256
//     that also covers kind, subject and reason. Whoever approves sends the hash
//     of what they have read.
//   - Apply runs in the unit of work that approves, once. When it fails, nothing
//     has happened and the proposal still waits.
//   - What is written about something of a person's, such as an order, is forgotten
//     with that person: Ask.PersonID says who it is.
//   - Whatever Apply emits has both persons in its origin, and so in the audit log.
//
// A platform with one operator switches the rule off (Options.Off): whoever may
// both propose and approve has then approved by proposing, on record as such.
package approval
