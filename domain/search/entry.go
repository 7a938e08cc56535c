package search

import (
	"strings"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
)

// Kind is what an entry names.
type Kind string

// The kinds of entries.
const (
	// KindSeller is a seller.
	KindSeller Kind = "SELLER"
	// KindProduct is a product, whose owner is the seller who made it.
	KindProduct Kind = "PRODUCT"
	// KindPerson is somebody who acts for a seller or the platform, or did.
	KindPerson Kind = "PERSON"
)

// Entry is the name by which a thing is found.
type Entry struct {
	bun.BaseModel `bun:"table:search_entries,alias:se"`

	Subject id.Any `bun:",pk"`
	Kind    Kind
	Owner   string // the seller whose it is; empty for what is no seller's
	Title   string // folded words, parted by spaces
	Scope   string // kind and owner as words
}

// NewEntry makes the entry of a thing that is called so.
func NewEntry(kind Kind, subject id.Any, owner, name string) *Entry {
	words := Words(name)
	words = words[:min(len(words), namedMax)]
	for i, w := range words {
		words[i] = CutWord(w)
	}
	return &Entry{
		Subject: subject, Kind: kind, Owner: owner, Title: strings.Join(words, " "), Scope: strings.Join(scopeOf(kind, owner), " "),
	}
}

// scopeOf writes a kind and an owner as words, so that the index of words narrows
// by them too. A name cannot pass for one: it would need the whole id of a seller,
// and then finds what is found without it.
func scopeOf(kind Kind, owner string) []string {
	words := []string{"kind" + strings.ToLower(string(kind))}
	if owner != "" {
		words = append(words, strings.ToLower(strings.ReplaceAll(owner, "_", "")))
	}
	return words
}

// Match is how well a text fits what it finds.
type Match string

// The ways to fit, the best first.
const (
	// MatchExact is a whole number, name, address or identifier.
	MatchExact Match = "EXACT"
	// MatchPrefix is the beginning of one.
	MatchPrefix Match = "PREFIX"
	// MatchWords is the beginnings of words in it.
	MatchWords Match = "WORDS"
)

// MatchOf says how the beginning of something fits it.
func MatchOf(begin, whole string) Match {
	if begin == whole {
		return MatchExact
	}
	return MatchPrefix
}
