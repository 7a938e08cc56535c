package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Words folds a text and cuts it into words of letters and digits: without
// case, without accents, "Été à Łódź" is "ete", "a", "lodz". What is indexed
// and what is asked go through the same function, so both databases agree.
func Words(s string) []string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r < unicode.MaxASCII && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9'):
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r):
			b.WriteString(foldLetter(unicode.ToLower(r)))
		case unicode.IsDigit(r):
			b.WriteRune(r)
		case r == '\'' || r == '’':
			// "women's" is found by "womens".
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// foldLetter replaces the letters that Unicode does not take apart.
func foldLetter(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	}
	return string(r)
}

// WordMax is how many bytes of a word are indexed and asked.
const WordMax = 40

// CutWord bounds a word, never inside a character.
func CutWord(w string) string {
	if len(w) <= WordMax {
		return w
	}
	cut := WordMax
	for cut > 0 && w[cut]&0xC0 == 0x80 {
		cut--
	}
	return w[:cut]
}
