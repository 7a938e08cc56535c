// Package privacy answers people who want to know what is kept about them, and
// who want to be forgotten.
//
// Tables lists every table that holds something about a person: which rows are
// theirs, what an export leaves out, and what erasing does to them. A test holds
// the list against the schema of both databases, so a table that is added
// without an entry is found before it is used.
//
// An Erasure is REQUESTED and becomes due after a time in which it can be
// withdrawn (WITHDRAWN). When it is due, something may be in the way: an open
// order, a seller that the person owns. It is then POSTPONED, says why, and is
// looked at again each day. Otherwise it is RUNNING: sessions end, the person is
// told, the erasure is written down outside of the database, and one unit
// replaces and deletes what is personal (DONE). A process that dies in between
// leaves an erasure that the next worker goes on with; each step may be done
// again.
//
// Orders, payments and the ledger remain, with amounts, dates and the country,
// and point at an account that tells nothing. Of the platform only finance and
// auditors see them. After the legal retention they point at nobody.
//
// A copy of the database from before an erasure brings the person back. Replay
// reads what was written down outside and erases them again.
package privacy
