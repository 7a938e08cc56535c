package server

import (
	"regexp"
	"sync"
)

// labelOther stands for values that are not told apart.
const labelOther = "other"

// labels bounds how many values of a label are told apart: clients choose them,
// and each one costs memory for ever. Those that are known beforehand always are,
// so that nobody can crowd them out; of the others the first ones.
type labels struct {
	most  int
	valid func(string) bool

	mu    sync.Mutex
	known map[string]bool
	seen  map[string]bool
}

func newLabels(most int, valid func(string) bool) *labels {
	return &labels{most: most, valid: valid, known: map[string]bool{}, seen: map[string]bool{}}
}

// know has values told apart whatever comes.
func (l *labels) know(values ...string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, value := range values {
		l.known[value] = true
	}
}

// of returns a value that may be told apart, or "other".
func (l *labels) of(value string) string {
	if value == "" {
		return ""
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.known[value] || l.seen[value]:
		return value
	case len(l.seen) >= l.most || !l.valid(value):
		return labelOther
	}
	l.seen[value] = true
	return value
}

// isName reports whether a text can be the name of an operation or a program: no
// address, and nothing long.
func isName(s string) bool {
	const most = 60
	if len(s) > most {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '_', c == '-', c == '.', c == ' ', c == '/':
		default:
			return false
		}
	}
	return true
}

// isCall lets calls of Stripe through, which only we make.
func isCall(string) bool { return true }

// operationName finds the names of operations in a document.
var operationName = regexp.MustCompile(`\b(?:query|mutation|subscription)\s+([A-Za-z_]\w*)`)

// operationsIn are the names of the operations in documents.
func operationsIn(documents map[string]string) (names []string) {
	for _, text := range documents {
		for _, found := range operationName.FindAllStringSubmatch(text, -1) {
			names = append(names, found[1])
		}
	}
	return names
}
