// Package cli is the command line: each command is a struct whose Run does one
// thing through the services that server.App wires.
//
// Exit codes are the same for all commands:
//
//	0  done, nothing to complain about
//	1  done, and the answer is no: rows refused, differences found, checks
//	   failed; or it could not be done
//	2  used wrongly: unknown command or flag, settings that cannot be used
//
// What a program may read goes to standard output; progress and complaints go
// to standard error.
package cli
