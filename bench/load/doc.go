// Package load sends requests and measures the answers.
//
// A job is one thing a client does, of one request or several. Closed keeps a
// number of clients busy, each waiting for its answer before it asks again;
// Open starts jobs by the clock, whether or not earlier ones have ended, and
// measures from the moment at which a job was due, so that a server that
// stalls cannot hide it.
//
// Conn is a small HTTP/1.1 client: the one of net/http would use as much of
// the machine as the server that is to be measured.
package load
