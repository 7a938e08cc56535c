// Package postings works every row of the table of postings in numbers: what
// happens, and account by account what is booked for it. It has tests only.
package postings
