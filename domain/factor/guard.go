package factor

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/identity"
)

// How wrong codes are bounded. Two of a million codes are right at a time, and
// with these waits about a hundred can be tried in a day.
const (
	freeFailures = 5
	waitFirst    = 30 * time.Second
	waitMax      = 15 * time.Minute
	freezeAfter  = 50
)

// guard counts the wrong codes of an account since the last right one.
type guard struct {
	bun.BaseModel `bun:"table:factor_guards"`

	AccountID identity.AccountID `bun:",pk"`
	Failures  int64
	FailedAt  time.Time // UTC, the last of them
	ThawHash  []byte    // SHA-256 of the mailed token that thaws the app; nil without one
	ThawUntil *time.Time
}

// wait is how long after the last failure the next attempt is allowed.
func (g *guard) wait() time.Duration {
	over := g.Failures - freeFailures
	switch {
	case over < 0:
		return 0
	case over >= 5: // 32 times thirty seconds are more than the longest wait
		return waitMax
	}
	return min(waitFirst<<over, waitMax)
}

// refuses says why an attempt is not even looked at; nil lets it pass.
// Recovery codes cannot be guessed, so a frozen app does not concern them; nor do
// any wrong codes concern passkeys.
func (g *guard) refuses(m Method, at time.Time) error {
	if m == MethodPasskey {
		return nil
	}
	if m == MethodTOTP && g.Failures >= freezeAfter {
		return ErrFrozen
	}
	if at.Sub(g.FailedAt) < g.wait() {
		return ErrThrottled
	}
	return nil
}
