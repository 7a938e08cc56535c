package catalog

import (
	"html"
	"net/url"
	"strings"
	"sync"
	"unicode"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/text/unicode/norm"

	"github.com/etal-market/etal/domain/fault"
)

// sanitiser keeps formatting, lists, tables, links and images of a description
// and drops everything that can act. It is safe for concurrent use.
var sanitiser = sync.OnceValue(bluemonday.UGCPolicy)

// plain drops every tag. It is safe for concurrent use.
var plain = sync.OnceValue(func() *bluemonday.Policy {
	return bluemonday.StrictPolicy().AddSpaceWhenStrippingTag(true)
})

// SanitiseHTML is a description as the catalogue keeps it: trimmed, and without
// anything that can act. Doing it twice is as doing it once.
func SanitiseHTML(s string) string {
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, "<>&") {
		return s
	}
	return sanitiser().Sanitize(s)
}

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

const slugMax = 80

// slugOf derives a slug from a title.
func slugOf(title string) string {
	slug := ""
	for _, w := range Words(title) {
		if len(slug)+1+len(w) > slugMax {
			break
		}
		if slug != "" {
			slug += "-"
		}
		slug += w
	}
	if slug == "" {
		return "product"
	}
	return slug
}

const (
	wordMax        = 40   // bytes of a word that are indexed and asked
	wordsIndexed   = 2000 // words of a product that are indexed
	wordsOfASearch = 8
)

// searchText is what search finds a product by: the words of its title, and
// all others.
func searchText(p *Product) (title, others string) {
	rest := []string{p.Brand, p.ProductType}
	rest = append(rest, p.Tags...)
	rest = append(rest, html.UnescapeString(plain().Sanitize(p.Description)))
	return strings.Join(cutWords(Words(p.Title)), " "), strings.Join(cutWords(Words(strings.Join(rest, " "))), " ")
}

// cutWords bounds words and their number, and keeps each once.
func cutWords(words []string) []string {
	seen := make(map[string]bool, len(words))
	kept := make([]string, 0, len(words))
	for _, w := range words {
		w = cutWord(w)
		if len(kept) == wordsIndexed {
			break
		}
		if !seen[w] {
			seen[w] = true
			kept = append(kept, w)
		}
	}
	return kept
}

func cutWord(w string) string {
	if len(w) <= wordMax {
		return w
	}
	cut := wordMax
	for cut > 0 && w[cut]&0xC0 == 0x80 { // not inside a character
		cut--
	}
	return w[:cut]
}

// queryWords are the words of a search, at most eight.
func queryWords(query string) []string {
	words := cutWords(Words(query))
	return words[:min(len(words), wordsOfASearch)]
}

// checkURL adds a fault unless s is an absolute https address of bounded
// length; it returns s trimmed.
func checkURL(l *fault.List, s string, path ...string) string {
	s = l.Text(s, urlMax, path...)
	u, err := url.Parse(s)
	l.Check(err == nil && u.Scheme == "https" && u.Host != "" && u.User == nil, ErrURL.At(path...))
	return s
}

// tagsKey glues the folded tags.
func tagsKey(tags []string) string {
	folded := make([]string, len(tags))
	for i, tag := range tags {
		folded[i] = foldKey(tag)
	}
	return strings.Join(folded, tagsGlue)
}
