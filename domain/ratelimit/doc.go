// Package ratelimit bounds how much anybody may ask for.
//
// A budget is a token bucket: it holds up to Maximum points, gets PerSecond
// points back every second, and each request takes what it costs. A request is
// charged to several budgets at once, all of them or none.
//
// Processes that work on one PostgreSQL share their budgets. The true level of a
// bucket is a row there; a process spends on credit, a tenth of the bucket, and
// tells the row afterwards what it has spent, many subjects in one unit. Only a
// request that does not fit into the credit waits for the row. So a cheap
// request costs no round trip, and what all processes together admit in a time t
// stays under
//
//	Maximum + PerSecond·t + processes · Maximum/10
//
// however the requests are spread. On SQLite there is one process, which needs
// no row. When the database does not answer, each process limits by itself until
// it does.
//
// Subjects are remembered until their bucket is full again, and at most
// SubjectsMax of them: a flood of addresses makes a process forget the one
// unseen for longest, never grow.
package ratelimit
