// Package operator knows who runs the platform: it lets people in, changes what
// they do, and takes it from them.
//
// An operator is an account with an operator role (domain/identity). Whoever
// becomes one, becomes another one, or is one no more, needs two persons
// (domain/approval); the first one is made on the command line.
//
// What always holds:
//
//   - There is an administrator. The last one is neither removed nor given
//     another role, whatever happens at the same time.
//   - What was taken away is gone with the next request: hats are read anew.
package operator
