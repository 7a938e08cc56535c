package fault

import (
	"strings"
	"unicode/utf8"
)

// Faults of text that arrives from outside.
var (
	// ErrTextRequired is returned for text that is empty after trimming.
	ErrTextRequired = New(Invalid, "REQUIRED", "This field is required.")
	// ErrTextTooLong is returned for text over its limit of characters.
	ErrTextTooLong = New(Invalid, "TOO_LONG", "This text is too long.")
	// ErrTextEncoding is returned for text that is not UTF-8 or holds NUL.
	ErrTextEncoding = New(Invalid, "TEXT_ENCODING", "This text is not valid UTF-8 or contains a NUL character.")
)

// Text trims s and checks what every text from outside must satisfy: UTF-8
// without NUL (neither database stores it) and at most max characters. It
// returns the trimmed text and adds faults at path to the list.
func (l *List) Text(s string, max int, path ...string) string {
	s = strings.TrimSpace(s)
	switch {
	case !utf8.ValidString(s) || strings.ContainsRune(s, 0):
		l.Add(ErrTextEncoding.At(path...))
	case utf8.RuneCountInString(s) > max:
		l.Add(ErrTextTooLong.At(path...))
	}
	return s
}

// Required is Text that may not be empty.
func (l *List) Required(s string, max int, path ...string) string {
	s = l.Text(s, max, path...)
	l.Check(s != "", ErrTextRequired.At(path...))
	return s
}
