package ratelimit

import "time"

const (
	// point is one point in the unit of levels, thousandths: what a slow bucket
	// gets back in a millisecond must not be lost.
	point = 1000
	// creditShare is the part of a bucket that a process may spend before it
	// tells the others.
	creditShare = 10
	// elapsedMax bounds the time that is refilled at once; every bucket is full
	// long before.
	elapsedMax = 24 * time.Hour
)

// Limit is a kind of bucket. Its zero value limits nothing.
type Limit struct {
	// Name is how headers call it: letters, digits and dashes.
	Name      string
	Maximum   int64 // points that a full bucket holds
	PerSecond int64 // points that come back each second
}

// IsSet reports whether the limit limits anything.
func (l Limit) IsSet() bool { return l.Maximum > 0 }

// Full returns how long an empty bucket takes to fill.
func (l Limit) Full() time.Duration {
	if l.PerSecond == 0 {
		return elapsedMax
	}
	return time.Duration(l.Maximum) * time.Second / time.Duration(l.PerSecond)
}

func (l Limit) full() int64   { return l.Maximum * point }
func (l Limit) credit() int64 { return l.full() / creditShare }

// refill returns a level after some time, and how much of the time has been
// turned into points: what is less than a thousandth of a point counts next time.
// A clock that was set back gives nothing and takes nothing.
func (l Limit) refill(level int64, elapsed time.Duration) (int64, time.Duration) {
	if elapsed <= 0 || l.PerSecond == 0 {
		return level, 0
	}
	if elapsed >= elapsedMax {
		return l.full(), elapsed
	}
	gained := elapsed.Microseconds() * l.PerSecond * point / 1e6
	if level+gained >= l.full() {
		return l.full(), elapsed
	}
	return level + gained, time.Duration(gained*1e6/(l.PerSecond*point)) * time.Microsecond
}

// wait returns how long a bucket takes to come from a level to what is wanted.
func (l Limit) wait(level, want int64) time.Duration {
	if level >= want {
		return 0
	}
	if l.PerSecond == 0 {
		return elapsedMax
	}
	missing := (want - level + point - 1) / point
	return time.Duration(missing) * time.Second / time.Duration(l.PerSecond)
}

// ask is what a process tells the row of a bucket, and what it wants of it.
type ask struct {
	subject string
	limit   Limit
	spent   int64 // thousandths that were spent since the last time; negative: given back
	want    int64 // thousandths of a request that waits for the answer; 0: nobody waits
}

// answer is what the row says.
type answer struct {
	level   int64 // after spent, and after want when it was granted
	granted bool
}

// settle gives the answer to an ask by the level of the row.
func (a ask) settle(level int64) answer {
	level = min(level-a.spent, a.limit.full())
	if a.want == 0 || level < a.want {
		return answer{level: level}
	}
	return answer{level: level - a.want, granted: true}
}
