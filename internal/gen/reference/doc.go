// Package reference writes the reference of the GraphQL API below docs/api: a page
// for each context, the index of the ready documents, what errors mean, and what
// documents may hold and cost. Everything in it is read out of the schema, the
// permissions, the documents and the Go code, so that none of it can be forgotten.
package reference
