// Package audit is the log of what people decided and changed about money,
// roles, sellers and security: who, under which hat, from where, when, and what
// was before and after.
//
// Nobody writes to it by hand. A change emits its event in its own unit of work,
// with the origin of the request; a handler appends the entry. So a change is on
// record exactly when it happened, and nobody who buys or decides waits for the
// end of the chain. Verify finds an event that is not on record.
//
// Each entry holds a hash of its content and of the hash before it (A1). The
// database refuses to change or delete entries; whoever gets round that leaves a
// chain that does not add up. Entries hold ids and no names, addresses of mail or
// secrets. What is personal in them is encrypted under the key of whom it is
// about, so erasing a person changes no entry. An Anchor kept elsewhere shows that
// the end of the chain was cut off. Entries whose time is over are removed behind
// a signed Checkpoint, from which the rest verifies.
package audit
