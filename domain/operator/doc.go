// Package operator knows who runs the platform: it lets people in, changes what
// they do, and takes it from them.
//
// An operator is an account with an operator role (domain/identity). Whoever
// becomes one, becomes another one, or is one no more, needs two persons
// (domain/approval); the first one is made on the command line.
//
// What always holds:
//
//   - There is an administrator who may act. The last one is neither removed nor
//     given another role, whatever happens at the same time.
//   - Nobody becomes an operator but by an invitation that two persons have agreed
//     on, or by the command line. It is for one address and one role, is used once
//     by the account with that confirmed address, lasts seven days, and dies with
//     the right of whoever proposed it.
//   - What was taken away is gone with the next request: hats are read anew.
package operator
