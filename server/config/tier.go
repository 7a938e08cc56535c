package config

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Tier is what is otherwise for sellers of a tier of risk. As text it is parts such
// as "hold=720h reserve=1000/720h instant=off exposure=500000,USD:550000"; what is
// left out is as for everybody.
type Tier struct {
	Hold               *time.Duration
	ReserveBasisPoints *int64
	ReserveHold        time.Duration // with ReserveBasisPoints
	NoInstant          bool
	Exposure           *Limit // nil: no limit
}

var errTier = errors.New("not the terms of a tier")

const keptMax = 90 * 24 * time.Hour

// UnmarshalText implements encoding.TextUnmarshaler.
func (t *Tier) UnmarshalText(text []byte) error {
	read, seen := Tier{}, map[string]bool{}
	for _, part := range strings.Fields(string(text)) {
		name, value, ok := strings.Cut(part, "=")
		if !ok || seen[name] || !read.take(name, value) {
			return errTier
		}
		seen[name] = true
	}
	kept := read.ReserveHold
	if read.Hold != nil {
		kept += *read.Hold
	}
	if kept > keptMax {
		return errTier
	}
	*t = read
	return nil
}

func (t *Tier) take(name, value string) bool {
	switch name {
	case "hold":
		d, err := time.ParseDuration(value)
		t.Hold = &d
		return err == nil && d >= 0 && d <= keptMax
	case "reserve":
		rate, long, ok := strings.Cut(value, "/")
		points, err := strconv.ParseInt(rate, 10, 64)
		t.ReserveBasisPoints = &points
		if err == nil && points == 0 && !ok {
			return true
		}
		d, wrong := time.ParseDuration(long)
		t.ReserveHold = d
		return err == nil && wrong == nil && points > 0 && points <= 5000 && d >= 24*time.Hour && d <= keptMax
	case "instant":
		t.NoInstant = value == "off"
		return value == "on" || value == "off"
	case "exposure":
		t.Exposure = &Limit{}
		return t.Exposure.UnmarshalText([]byte(value)) == nil && !t.Exposure.IsNone
	}
	return false
}

// String implements fmt.Stringer.
func (t Tier) String() string {
	var parts []string
	if t.Hold != nil {
		parts = append(parts, "hold="+t.Hold.String())
	}
	switch {
	case t.ReserveBasisPoints != nil && *t.ReserveBasisPoints == 0:
		parts = append(parts, "reserve=0")
	case t.ReserveBasisPoints != nil:
		parts = append(parts, fmt.Sprintf("reserve=%d/%s", *t.ReserveBasisPoints, t.ReserveHold))
	}
	if t.NoInstant {
		parts = append(parts, "instant=off")
	}
	if t.Exposure != nil {
		parts = append(parts, "exposure="+t.Exposure.String())
	}
	return strings.Join(parts, " ")
}
