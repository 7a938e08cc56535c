package catalog

import (
	"html"
	"net/url"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/search"
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

const slugMax = 80

// slugOf derives a slug from a title.
func slugOf(title string) string {
	slug := ""
	for _, w := range search.Words(title) {
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
	wordsIndexed   = 2000 // words of a product that are indexed
	wordsOfASearch = 8
)

// searchText is what search finds a product by: the words of its title, and
// all others.
func searchText(p *Product) (title, others string) {
	rest := []string{p.Brand, p.ProductType}
	rest = append(rest, p.Tags...)
	rest = append(rest, html.UnescapeString(plain().Sanitize(p.Description)))
	return strings.Join(cutWords(search.Words(p.Title)), " "), strings.Join(cutWords(search.Words(strings.Join(rest, " "))), " ")
}

// cutWords bounds words and their number, and keeps each once.
func cutWords(words []string) []string {
	seen := make(map[string]bool, len(words))
	kept := make([]string, 0, len(words))
	for _, w := range words {
		w = search.CutWord(w)
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

// queryWords are the words of a search, at most eight.
func queryWords(query string) []string {
	words := cutWords(search.Words(query))
	return words[:min(len(words), wordsOfASearch)]
}

// checkURL adds a fault unless s is an absolute https address of bounded
// length; it returns s trimmed.
func checkURL(l *fault.List, s string, path ...string) string {
	s = l.Text(s, urlMax, path...)
	u, err := url.Parse(s)
	isEncrypted := err == nil && u.Scheme == "https" && u.Host != "" && u.User == nil
	l.Check(isEncrypted || file.IsImageURL(s), ErrURL.At(path...)) // ours have the address of the installation
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
