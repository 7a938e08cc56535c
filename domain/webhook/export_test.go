package webhook

// Admits is Rules.admits, for tests.
func Admits(r Rules, address string) bool { return r.admits(address) }

// WaitAfter is waitAfter, for tests.
var WaitAfter = waitAfter

// ClaimTime is claimTime, for tests.
const ClaimTime = claimTime
