package identity

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
)

// How attempts to sign in are bounded. An attempt is counted before the
// password is compared, so that many at once cannot slip through, and a
// success takes the count back.
const (
	// freeForPair attempts for one account from one client are free; after
	// them the wait doubles from one second.
	freeForPair = 5
	// freeForClient attempts from one client, for whichever accounts, are free.
	freeForClient = 50
	waitMax       = 15 * time.Minute
	// forgetAfter is how long a count lasts after the last attempt.
	forgetAfter = time.Hour
)

// throttle is how often somebody tried. There is no count for an account
// alone: with one, a stranger could lock the owner out.
type throttle struct {
	bun.BaseModel `bun:"table:sign_in_throttles"`

	Subject  string `bun:",pk"` // SHA-256 of who tries
	Attempts int64
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

// limit is a subject with its free attempts.
type limit struct {
	subject string
	free    int64
}

// limits lists what counts an attempt, in the order in which rows are locked.
func limits(client Client, emailFolded string) []limit {
	ls := []limit{{subject("pair", client.Address, emailFolded), freeForPair}}
	if client.Address != "" {
		ls = append(ls, limit{subject("client", client.Address), freeForClient})
	}
	slices.SortFunc(ls, func(a, b limit) int { return strings.Compare(a.subject, b.subject) })
	return ls
}

// namelessLimits lists what counts an attempt to sign in without an address.
func namelessLimits(client Client) []limit {
	if client.Address == "" {
		return nil
	}
	return []limit{{subject("nameless", client.Address), freeForClient}}
}

// signsIn reports whether attempts to sign in are counted.
func (l limit) signsIn() bool {
	kind, _, _ := strings.Cut(l.subject, ":")
	return kind == "pair" || kind == "client" || kind == "nameless"
}

// askLimits lists what counts a request for mail. It does not depend on whether
// the address has an account.
func askLimits(client Client, emailFolded string) []limit {
	ls := []limit{{subject("ask", client.Address, emailFolded), freeForPair}}
	if client.Address != "" {
		ls = append(ls, limit{subject("asks", client.Address), freeForClient})
	}
	slices.SortFunc(ls, func(a, b limit) int { return strings.Compare(a.subject, b.subject) })
	return ls
}

// askAllowed counts a request for mail to an address, or returns
// ErrAskThrottled.
func (s *Service) askAllowed(ctx context.Context, email string) error {
	err := s.attempt(ctx, askLimits(ClientFrom(ctx), fold(email)))
	if ErrSignInThrottled.Is(err) {
		return ErrAskThrottled
	}
	return err
}

func subject(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return parts[0] + ":" + hex.EncodeToString(sum[:])
}

// attempt counts an attempt, or returns ErrSignInThrottled when it comes too
// early. A refused attempt is not counted: it would make the wait endless for
// somebody whose program retries.
func (s *Service) attempt(ctx context.Context, ls []limit) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		for _, l := range ls {
			row, err := lockThrottle(ctx, tx, l.subject)
			if err != nil {
				return err
			}
			since := tx.Now().Sub(row.LastAt)
			if since >= forgetAfter {
				row.Attempts = 0
			}
			if since < waits(row.Attempts, l.free) {
				return ErrSignInThrottled
			}
			row.Attempts, row.LastAt = row.Attempts+1, tx.Now()
			if err := updateThrottle(ctx, tx, row); err != nil {
				return err
			}
			if row.Attempts == l.free+1 && l.signsIn() { // once for each time that somebody is slowed down
				if err := event.Emit(ctx, tx, SignInBlocked{Subject: l.subject, Attempts: row.Attempts}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// succeededTx takes back what an attempt has counted.
func succeededTx(ctx context.Context, tx db.Tx, client Client, emailFolded string) error {
	for _, l := range limits(client, emailFolded) {
		row, err := lockThrottle(ctx, tx, l.subject)
		if err != nil {
			return err
		}
		row.Attempts = max(row.Attempts-1, 0)
		if l.free == freeForPair {
			row.Attempts = 0
		}
		if err := updateThrottle(ctx, tx, row); err != nil {
			return err
		}
	}
	return nil
}
