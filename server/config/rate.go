package config

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// Bounds of a rate. The least is what one request of a session may cost, so that
// a full bucket always holds one.
const (
	rateMaximumMin = 2000
	rateMax        = 1_000_000_000
)

// Rate is a bucket of points: as many as it holds, and as many as come back each
// second. As text it is such as "2000+100/s".
type Rate struct{ Maximum, PerSecond int64 }

var rateText = regexp.MustCompile(`^([0-9]{1,10})\+([0-9]{1,10})/s$`)

var errRate = errors.New("not a rate")

// UnmarshalText implements encoding.TextUnmarshaler.
func (r *Rate) UnmarshalText(text []byte) error {
	parts := rateText.FindStringSubmatch(string(text))
	if parts == nil {
		return errRate
	}
	maximum, _ := strconv.ParseInt(parts[1], 10, 64) // ten digits always fit
	perSecond, _ := strconv.ParseInt(parts[2], 10, 64)
	if maximum < rateMaximumMin || maximum > rateMax || perSecond < 1 || perSecond > rateMax {
		return errRate
	}
	*r = Rate{maximum, perSecond}
	return nil
}

// String implements fmt.Stringer.
func (r Rate) String() string { return fmt.Sprintf("%d+%d/s", r.Maximum, r.PerSecond) }
