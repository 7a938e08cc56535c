package webhook

import "time"

// Admits is Rules.admits, for tests.
func Admits(r Rules, address string) bool { return r.admits(address) }

// WaitAfter is waitAfter, for tests.
func WaitAfter(tries int64) time.Duration { return waitAfter(tries) }

// ClaimTime is claimTime, for tests.
const ClaimTime = claimTime
