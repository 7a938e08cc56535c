// Package e2e tells stories about the whole marketplace and tries to break it.
// It holds tests only.
//
// A story is a script in testdata/: what people do over HTTP, what Stripe does
// meanwhile, and what must be true afterwards. Each runs on SQLite and on
// PostgreSQL against the server with its real client for Stripe and the
// simulator, on a clock that only the story moves. At the end of each,
// every invariant must hold, the ledger must agree with Stripe to the minor
// unit, and no job may have failed for good. words_test.go lists the words of
// the scripts; operations/ holds the documents that they send.
//
//	go test ./e2e -run 'TestStories/abandoned'     # one story, both databases
//	go test ./e2e -run TestStories -v              # with the transcripts
//	go test ./e2e -run 'TestStories/x/sqlite' -update
//
// TestRace lets a hundred buyers want the last unit. TestCrash kills the
// process over and over while people buy; ETAL_E2E_FULL=1 makes it long.
package e2e
