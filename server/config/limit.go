package config

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Limit is the most of something in minor units, in each currency. As text it is
// such as "20000", which is in the platform's own currency, "20000,USD:25000", or
// "none".
type Limit struct {
	IsNone bool
	Own    int64            // in the platform's own currency
	Others map[string]int64 // by the codes of further currencies
}

var errLimit = errors.New("not a limit")

// UnmarshalText implements encoding.TextUnmarshaler.
func (l *Limit) UnmarshalText(text []byte) error {
	if string(text) == "none" {
		*l = Limit{IsNone: true}
		return nil
	}
	read := Limit{Others: map[string]int64{}}
	for i, part := range strings.Split(string(text), ",") {
		code, digits, named := strings.Cut(part, ":")
		if !named {
			digits = code
		}
		most, err := strconv.ParseInt(digits, 10, 64)
		_, twice := read.Others[code]
		if err != nil || most < 0 || named != (i > 0) || named && !isCurrency(code) || twice {
			return errLimit
		}
		if named {
			read.Others[code] = most
		} else {
			read.Own = most
		}
	}
	*l = read
	return nil
}

// String implements fmt.Stringer.
func (l Limit) String() string {
	if l.IsNone {
		return "none"
	}
	text := strconv.FormatInt(l.Own, 10)
	for _, code := range slices.Sorted(maps.Keys(l.Others)) {
		text += fmt.Sprintf(",%s:%d", code, l.Others[code])
	}
	return text
}

// In returns the limit by currency, given the platform's own; nil is no limit.
func (l Limit) In(own string) map[string]int64 {
	if l.IsNone {
		return nil
	}
	all := map[string]int64{own: l.Own}
	maps.Copy(all, l.Others)
	return all
}
