package model

import (
	"encoding/json"
	"io"
	"math"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/etal-market/etal/domain/fault"
)

// Faults of scalars that arrive from outside.
var (
	// ErrInt is returned for a number outside the 32 bits of GraphQL's Int.
	ErrInt = fault.New(fault.Invalid, "INT_INVALID", "This is not a whole number of 32 bits.")
	// ErrBigInt is returned for text that is not a whole number of 64 bits.
	ErrBigInt = fault.New(fault.Invalid, "BIG_INT_INVALID", "This is not a whole number of 64 bits, as text.")
	// ErrDateTime is returned for text that is not an instant.
	ErrDateTime = fault.New(fault.Invalid, "DATE_TIME_INVALID", "This is not an instant as RFC 3339 writes it.")
	// ErrDate is returned for text that is not a calendar day.
	ErrDate = fault.New(fault.Invalid, "DATE_INVALID", "This is not a day as in 2026-11-25.")
)

// MarshalInt writes an Int.
func MarshalInt(i int) graphql.Marshaler { return MarshalInt64(int64(i)) }

// UnmarshalInt reads an Int. It returns ErrInt beyond 32 bits.
func UnmarshalInt(v any) (int, error) {
	i, err := UnmarshalInt64(v)
	return int(i), err
}

// MarshalInt64 writes an Int. It panics beyond the 32 bits that GraphQL
// promises: such a field has to be a BigInt.
func MarshalInt64(i int64) graphql.Marshaler {
	if i < math.MinInt32 || i > math.MaxInt32 {
		panic("graph: an Int of more than 32 bits")
	}
	return graphql.MarshalInt64(i)
}

// UnmarshalInt64 reads an Int. It returns ErrInt beyond 32 bits.
func UnmarshalInt64(v any) (int64, error) {
	i, err := graphql.UnmarshalInt64(v)
	if _, isText := v.(string); isText || err != nil || i < math.MinInt32 || i > math.MaxInt32 {
		return 0, ErrInt
	}
	return i, nil
}

// MarshalBigInt writes a BigInt.
func MarshalBigInt(i int64) graphql.Marshaler {
	return graphql.MarshalString(strconv.FormatInt(i, 10))
}

// UnmarshalBigInt reads a BigInt, from text or a whole number. It returns
// ErrBigInt for anything else.
func UnmarshalBigInt(v any) (int64, error) {
	switch v := v.(type) {
	case string:
		return parseBigInt(v)
	case json.Number:
		return parseBigInt(v.String())
	case int64:
		return v, nil
	}
	return 0, ErrBigInt
}

func parseBigInt(s string) (int64, error) {
	i, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0, ErrBigInt
	}
	return i, nil
}

// MarshalDateTime writes an instant in UTC, or null for the zero time.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	return quoted(t, t.UTC().Format(time.RFC3339Nano))
}

// UnmarshalDateTime reads an instant and returns it in UTC, in whole
// microseconds. It returns ErrDateTime for anything that is not RFC 3339.
func UnmarshalDateTime(v any) (time.Time, error) {
	s, ok := v.(string)
	if !ok {
		return time.Time{}, ErrDateTime
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}, ErrDateTime
	}
	return t.UTC().Truncate(time.Microsecond), nil
}

// MarshalDate writes a calendar day, or null for the zero time.
func MarshalDate(t time.Time) graphql.Marshaler {
	return quoted(t, t.Format(time.DateOnly))
}

// UnmarshalDate reads a calendar day as its midnight in UTC. It returns
// ErrDate for anything else.
func UnmarshalDate(v any) (time.Time, error) {
	s, ok := v.(string)
	if !ok {
		return time.Time{}, ErrDate
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}, ErrDate
	}
	return t, nil
}

func quoted(t time.Time, text string) graphql.Marshaler {
	if t.IsZero() {
		return graphql.Null
	}
	return graphql.WriterFunc(func(w io.Writer) {
		_, _ = io.WriteString(w, strconv.Quote(text))
	})
}
