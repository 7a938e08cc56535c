package ratelimit

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
)

// rowMax is how long the row of a bucket that nobody uses is kept.
const rowMax = time.Hour

// Bucket is how a bucket stands.
type Bucket struct {
	Limit     Limit
	Available int64 // points, as far as this process knows; never below zero
}

// Charge is what a request has paid. Its zero value is that of a request that
// is not limited.
type Charge struct {
	// Refused says that a bucket held too little: nothing was taken.
	Refused bool
	// RetryAfter is when what was refused would be admitted, if nothing else is
	// asked for meanwhile.
	RetryAfter time.Duration
	Requested  int64
	// Bucket is the first budget's, or the one that refused.
	Bucket Bucket

	limiter *Limiter
	paid    []taken
}

// Charge takes a cost from every budget, or from none of them when one holds
// too little. Budgets whose limit is not set are left out, and a limiter that
// is nil limits nothing.
func (l *Limiter) Charge(ctx context.Context, budgets []Budget, cost int64) Charge {
	c := Charge{Requested: cost, limiter: l}
	if l == nil {
		return c
	}
	for _, b := range budgets {
		if !b.Limit.IsSet() {
			continue
		}
		t := l.take(ctx, b, cost)
		if t.admitted {
			c.paid = append(c.paid, t)
			continue
		}
		for _, other := range c.paid {
			l.give(ctx, other, -cost*point)
		}
		c.Refused, c.RetryAfter, c.paid = true, t.wait, nil
		c.Bucket = t.bucket(t.level)
		return c
	}
	if len(c.paid) > 0 {
		c.Bucket = c.paid[0].bucket(c.paid[0].level)
	}
	return c
}

// Settle gives back the difference to what the request has cost in the end, or
// takes it. It is called at most once, and returns how the first bucket stands.
func (c Charge) Settle(ctx context.Context, actual int64) Bucket {
	left := c.Bucket
	for i, t := range c.paid {
		level := c.limiter.give(ctx, t, (actual-c.Requested)*point)
		if i == 0 {
			left = t.bucket(level)
		}
	}
	return left
}

func (t taken) bucket(level int64) Bucket {
	return Bucket{Limit: t.entry.limit, Available: max(level/point, 0)}
}

// IsLimited reports whether a bucket stands behind the charge.
func (c Charge) IsLimited() bool { return c.Bucket.Limit.IsSet() }

// Policy is the value of the header RateLimit-Policy
// (draft-ietf-httpapi-ratelimit-headers-10): the quota, which comes back as a
// whole in the seconds of the window.
func (b Bucket) Policy() string {
	return fmt.Sprintf("%q;q=%d;w=%d", b.Limit.Name, b.Limit.Maximum, seconds(b.Limit.Full()))
}

// State is the value of the header RateLimit: what remains, and the seconds
// until the bucket is full.
func (b Bucket) State() string {
	missing := b.Limit.wait(b.Available*point, b.Limit.full())
	return fmt.Sprintf("%q;r=%d;t=%d", b.Limit.Name, b.Available, seconds(missing))
}

// RetryAfterSeconds is the value of the header Retry-After, one at least.
func (c Charge) RetryAfterSeconds() int64 { return max(seconds(c.RetryAfter), 1) }

// seconds rounds up: whoever waits so long has waited enough.
func seconds(d time.Duration) int64 { return int64((d + time.Second - 1) / time.Second) }

// Sweep removes the rows of buckets that nobody uses. It returns how many went.
func (l *Limiter) Sweep(ctx context.Context) (gone int64, err error) {
	if l == nil || l.db == nil {
		return 0, nil
	}
	err = l.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		gone, err = deleteFull(ctx, tx, l.clock.Now().Add(-rowMax))
		return err
	})
	return gone, err
}
