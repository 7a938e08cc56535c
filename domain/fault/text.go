package fault

import (
	"strings"
	"unicode"
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
	// ErrTextLine is returned for a name, or another text of one line, that holds a line
	// break, another control character, or a mark that turns the direction of writing.
	ErrTextLine = New(Invalid, "TEXT_LINE", "This must be a single line, without control characters and marks that turn the direction of writing.")
)

// Text trims s and checks what every text from outside must satisfy: UTF-8
// without NUL (neither database stores it), one line, and at most max characters.
// It returns the trimmed text and adds faults at path to the list.
func (l *List) Text(s string, max int, path ...string) string {
	s = strings.TrimSpace(s)
	switch {
	case strings.ContainsFunc(s, breaksLine):
		l.Add(ErrTextLine.At(path...))
	default:
		l.check(s, max, path)
	}
	return s
}

// Lines is Text of as many lines as its writer likes: what people write for people
// to read, such as a note.
func (l *List) Lines(s string, max int, path ...string) string {
	s = strings.TrimSpace(s)
	l.check(s, max, path)
	return s
}

// Required is Text that may not be empty.
func (l *List) Required(s string, max int, path ...string) string {
	s = l.Text(s, max, path...)
	l.Check(s != "", ErrTextRequired.At(path...))
	return s
}

// RequiredLines is Lines that may not be empty.
func (l *List) RequiredLines(s string, max int, path ...string) string {
	s = l.Lines(s, max, path...)
	l.Check(s != "", ErrTextRequired.At(path...))
	return s
}

func (l *List) check(s string, max int, path []string) {
	switch {
	case !utf8.ValidString(s) || strings.ContainsRune(s, 0):
		l.Add(ErrTextEncoding.At(path...))
	case utf8.RuneCountInString(s) > max:
		l.Add(ErrTextTooLong.At(path...))
	}
}

// breaksLine reports what a name could end its line with, and write the next one: in a
// mail, a list, a log. NUL has a fault of its own. Marks that languages need within a
// word stand, such as those that join letters or say where one is read from.
func breaksLine(r rune) bool {
	switch {
	case r == 0:
		return false
	case r == '\u2028', r == '\u2029': // line and paragraph separators
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069': // turn the direction of all that follows
		return true
	}
	return unicode.IsControl(r)
}
