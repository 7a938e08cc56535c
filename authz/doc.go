// Package authz decides who may knock: whether the role that a request acts
// in holds a permission. Whose row it is, is decided by the WHERE of the
// query, not here.
//
// The policy is policy.csv, embedded and read by casbin once; every pair of
// role and permission is evaluated then and kept in an immutable table, so a
// decision is one look-up. casbin by itself allows everything for an empty
// policy and empty arguments, and a subject that is spelled like a role: an
// unknown role, an unknown permission and an empty string are therefore
// refused before anything else, and the table is refused when it is empty.
//
// The golden matrix in testdata is the reviewed contract; docs/permissions.md
// is generated from the same table.
package authz
