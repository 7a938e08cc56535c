package search

import (
	"strings"

	"github.com/etal-market/etal/domain/fault"
)

const (
	textMin = 2 // characters
	textMax = 100
	// wordsMax is how many words of a text are asked, and of a name are indexed.
	wordsMax = 8
	// namedMax is how many words of a name are indexed.
	namedMax = 40
	// numberMin is how many characters of a number are asked: fewer are in the
	// number of nearly any order by chance, and then stand before what was meant.
	numberMin = 4
)

// Text is what somebody has typed to find something.
type Text struct {
	Raw   string   // trimmed
	words []string // folded
}

// Parse checks a text. It returns ErrShort, fault.ErrTextTooLong for more than
// 100 characters, and fault.ErrTextEncoding.
func Parse(text string) (Text, error) {
	var l fault.List
	t := Text{Raw: l.Lines(text, textMax, "text")}
	if l.Err() == nil {
		l.Check(len([]rune(t.Raw)) >= textMin, ErrShort.At("text"))
	}
	for _, w := range Words(t.Raw) {
		if len(t.words) < wordsMax {
			t.words = append(t.words, CutWord(w))
		}
	}
	return t, l.Err()
}

// Named is the text as an identifier, of Étal or of the payment provider, such as
// `ord_…` or `po_…`; empty when it cannot be one.
func (t Text) Named() string {
	kind, rest, ok := strings.Cut(t.Raw, "_")
	if !ok || len(kind) < 2 || len(kind) > 5 || rest == "" {
		return ""
	}
	for _, r := range t.Raw {
		if r != '_' && !isAlphanumeric(r) {
			return ""
		}
	}
	return t.Raw
}

// Email is the text as an address; empty when it cannot be one. Addresses are
// looked for whole.
func (t Text) Email() string {
	local, domain, ok := strings.Cut(t.Raw, "@")
	if !ok || local == "" || domain == "" || strings.ContainsAny(t.Raw, " \t") {
		return ""
	}
	return t.Raw
}

// Number is the text as the beginning of the number of an order, as numbers are
// written; empty when it cannot be one.
func (t Text) Number() string {
	number := strings.TrimSpace(strings.TrimPrefix(t.Raw, "#"))
	bare := strings.ReplaceAll(strings.ToUpper(number), "-", "")
	if len(bare) < numberMin {
		return ""
	}
	for _, r := range bare {
		if !isAlphanumeric(r) {
			return ""
		}
	}
	if len(bare) > 5 && !strings.Contains(number, "-") { // read out without its hyphen
		return bare[:5] + "-" + bare[5:]
	}
	return strings.ToUpper(number)
}

// Code is the text as the beginning of an article number: without the case of the
// letters A to Z, and nothing else changed.
func (t Text) Code() string { return Code(t.Raw) }

// Code writes the letters A to Z small, as `lower` of both databases does.
func Code(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

func isAlphanumeric(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}
