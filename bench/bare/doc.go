// Package bare answers what the workloads of the marketplace ask for with as
// little as a Go program can: net/http, encoding/json, statements that the
// database has prepared. There is no GraphQL, no session, no permission and no
// event. It is the limit that a marketplace on the same machine can come near
// to and cannot pass.
//
// An order is written to tables of the same shape, in one durable transaction
// and, on PostgreSQL, in one trip to the server.
package bare
