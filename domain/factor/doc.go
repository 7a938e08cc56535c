// Package factor knows the second factors of people: authenticator apps (TOTP,
// RFC 6238) and recovery codes.
//
// An authenticator app is PENDING from the moment its secret is shown until one
// code of it was right, at most ten minutes, and ACTIVE from then on. An account
// has at most one of each. Recovery codes come with it and go with it; each
// works once.
//
// What always holds:
//
//   - A code counts for the present step of thirty seconds and for the one
//     before, never for a later one, and a step counts once: the statement that
//     accepts a step is the one that moves last_step, and it moves forward only.
//   - Wrong codes are counted on the account, across its sessions. Five are
//     free, then there is a wait of thirty seconds that doubles up to fifteen
//     minutes; after fifty the app is frozen until a recovery code is shown.
//   - Adding or removing a factor needs the password, removing needs a factor
//     too; both end all other sessions and are told by mail.
//   - Secrets are sealed for their row (domain/seal); of recovery codes only the
//     SHA-256 is kept.
//
// Showing a factor gives the session a new token. A session that showed one
// within the last ten minutes is fresh, which the permissions that move money or
// people ask for.
package factor
