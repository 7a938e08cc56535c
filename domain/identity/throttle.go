package identity

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
)

// How attempts to sign in are bounded. An attempt is counted before the
// password is compared, so that many at once cannot slip through, and a
// success takes the count back.
const (
	// freeAttempts are free; after them the wait doubles from one second.
	freeAttempts = 5
	waitMax      = 15 * time.Minute
	// failuresMax is how often in a row strangers may fail at one account. Then
	// only a known device gets in, or whoever sets a new password by mail.
	failuresMax = 100
	// perMinute attempts are allowed from one network, for whichever accounts.
	perMinute = 30
	// asksPerHour requests for mail are free for one network; see askLimits.
	asksPerHour = 50
	// forgetAfter is how long a wait lasts after the last attempt.
	forgetAfter = time.Hour
	// failuresMaxAge is how long failures in a row are kept.
	failuresMaxAge = 90 * 24 * time.Hour
)

// throttle is how often somebody tried.
type throttle struct {
	bun.BaseModel `bun:"table:sign_in_throttles"`

	Subject  string `bun:",pk"` // SHA-256 of who tries, or whom
	Attempts int64
	Failures int64     // in a row, of what has a ceiling
	LastAt   time.Time // UTC
}

// waits returns how long after the last attempt the next is allowed.
func waits(attempts, free int64) time.Duration {
	over := attempts - free
	if over < 0 {
		return 0
	}
	if over >= 10 { // 2^10 seconds are more than the longest wait
		return waitMax
	}
	return min(time.Second<<over, waitMax)
}

// limit is what counts an attempt, and how.
type limit struct {
	subject string
	free    int64 // attempts before the wait doubles
	ceiling int64 // failures in a row; 0: none
	minute  int64 // attempts in a minute, instead of a wait that doubles; 0: no
	signsIn bool  // whether the log is told that somebody is slowed down
}

// limits lists what counts an attempt to sign in, in the order in which rows are
// locked. A known device is counted by itself alone: neither those who guess the
// password from elsewhere nor those who share its network can make its owner
// wait. Everybody else is counted by the account and by the network, whether or
// not anybody has the address.
func limits(client Client, emailFolded string, known *device) []limit {
	if known != nil {
		return []limit{{subject: subject("device", string(known.ID)), free: freeAttempts, signsIn: true}}
	}
	ls := []limit{{subject: subject("account", emailFolded), free: freeAttempts, ceiling: failuresMax, signsIn: true}}
	if client.Address != "" {
		ls = append(ls, limit{subject: subject("network", networkOf(client.Address)), free: perMinute, minute: perMinute, signsIn: true})
	}
	return inOrder(ls)
}

// ownLimits lists what counts attempts of somebody who is signed in to show the
// password again. Nobody else's attempts count there.
func ownLimits(accountID AccountID) []limit {
	return []limit{{subject: subject("own", string(accountID)), free: freeAttempts, signsIn: true}}
}

// namelessLimits lists what counts an attempt to sign in without an address.
func namelessLimits(client Client) []limit {
	if client.Address == "" {
		return nil
	}
	return []limit{{subject: subject("nameless", networkOf(client.Address)), free: perMinute, minute: perMinute, signsIn: true}}
}

// askLimits lists what counts a request for mail. It does not depend on whether
// the address has an account.
func askLimits(client Client, emailFolded string) []limit {
	ls := []limit{{subject: subject("ask", networkOf(client.Address), emailFolded), free: freeAttempts}}
	if client.Address != "" {
		ls = append(ls, limit{subject: subject("asks", networkOf(client.Address)), free: asksPerHour})
	}
	return inOrder(ls)
}

func inOrder(ls []limit) []limit {
	slices.SortFunc(ls, func(a, b limit) int { return strings.Compare(a.subject, b.subject) })
	return ls
}

// networkOf is what counts as one client: an IPv4 address, or an IPv6 /64, all
// of which one household has.
func networkOf(address string) string {
	const bits6 = 64
	a, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	if a = a.Unmap().WithZone(""); a.Is6() {
		if network, err := a.Prefix(bits6); err == nil {
			return network.String()
		}
	}
	return a.String()
}

// askAllowed counts a request for mail to an address, or returns
// ErrAskThrottled.
func (s *Service) askAllowed(ctx context.Context, email string) error {
	return s.attempt(ctx, askLimits(ClientFrom(ctx), fold(email)), ErrAskThrottled.After)
}

func subject(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return parts[0] + ":" + hex.EncodeToString(sum[:])
}

// refuses returns how long an attempt has to wait; 0 lets it pass. The row is
// brought up to date.
func (l limit) refuses(row *throttle, now time.Time) time.Duration {
	since := now.Sub(row.LastAt)
	if l.minute > 0 { // what is counted runs out evenly
		gone := min(int64(since)*l.minute/int64(time.Minute), row.Attempts)
		row.Attempts -= max(gone, 0)
		row.LastAt = row.LastAt.Add(time.Duration(max(gone, 0)) * time.Minute / time.Duration(l.minute))
		if row.Attempts == 0 {
			row.LastAt = now
		}
		if row.Attempts >= l.minute {
			return time.Minute/time.Duration(l.minute) - now.Sub(row.LastAt)
		}
		return 0
	}
	if since >= forgetAfter {
		row.Attempts = 0
	}
	if l.ceiling > 0 && row.Failures >= l.ceiling {
		return max(failuresMaxAge-since, time.Second)
	}
	return max(waits(row.Attempts, l.free)-since, 0)
}

// attempt counts an attempt, or returns a fault that says how long to wait when
// it comes too early. A refused attempt is not counted: it would make the wait
// endless for somebody whose program retries.
func (s *Service) attempt(ctx context.Context, ls []limit, refused func(time.Duration) *fault.Fault) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		for _, l := range ls {
			row, err := lockThrottle(ctx, tx, l.subject)
			if err != nil {
				return err
			}
			if wait := l.refuses(row, tx.Now()); wait > 0 {
				return refused(wait)
			}
			row.Attempts++
			if l.ceiling > 0 {
				row.Failures++
			}
			if l.minute == 0 {
				row.LastAt = tx.Now()
			}
			if err := updateThrottle(ctx, tx, row); err != nil {
				return err
			}
			if row.Attempts == l.free+1 && l.signsIn { // once for each time that somebody is slowed down
				if err := event.Emit(ctx, tx, SignInBlocked{Subject: l.subject, Attempts: row.Attempts}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// succeededTx takes back what an attempt has counted. Somebody who gets in from
// a known device ends what strangers have failed in a row, and not their wait.
func succeededTx(ctx context.Context, tx db.Tx, ls []limit, emailFolded string) error {
	for _, l := range ls {
		row, err := lockThrottle(ctx, tx, l.subject)
		if err != nil {
			return err
		}
		row.Attempts, row.Failures = max(row.Attempts-1, 0), 0
		if l.minute == 0 {
			row.Attempts = 0
		}
		if err := updateThrottle(ctx, tx, row); err != nil {
			return err
		}
	}
	return endFailures(ctx, tx, subject("account", emailFolded))
}
