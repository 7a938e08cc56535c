package stripe

import "strings"

// descriptorMax is the length of a statement descriptor.
const descriptorMax = 22

// descriptor makes a text that banks can print on a statement: at most 22 plain
// characters, with a letter, and without those that Stripe refuses. A text that
// has no letter is preceded by word.
func descriptor(word, text string) string {
	kept := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || strings.ContainsRune(`<>\'"*`, r) {
			return -1
		}
		return r
	}, text)
	kept = strings.TrimSpace(kept)
	if !strings.ContainsFunc(kept, isLetter) {
		kept = strings.TrimSpace(word + " " + kept)
	}
	return strings.TrimSpace(kept[:min(len(kept), descriptorMax)])
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
