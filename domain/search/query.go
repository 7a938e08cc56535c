package search

import (
	"context"
	"fmt"
	"strings"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
)

// Query is what is looked for among names.
type Query struct {
	Kind  Kind
	Owner string // whose; empty: anybody's
	Text  Text
	Limit int64
}

// Hit is what was found.
type Hit struct {
	Subject id.Any
	Match   Match
}

// Find looks for names of a kind: first those that are the text or begin with it,
// in the order of the alphabet, then of those that have for each of its words one that
// begins so the first thousand, in the same order. What a text without a letter or digit finds is nothing.
func Find(ctx context.Context, q db.Querier, want Query) ([]Hit, error) {
	if len(want.Text.words) == 0 {
		return nil, nil
	}
	begin := strings.Join(want.Text.words, " ")
	rows, err := selectBeginning(ctx, q, want, begin)
	if err != nil {
		return nil, fmt.Errorf("find names: %w", err)
	}
	hits, seen := make([]Hit, 0, len(rows)), map[id.Any]bool{}
	for _, row := range rows {
		seen[row.Subject] = true
		hits = append(hits, Hit{row.Subject, MatchOf(begin, row.Title)})
	}
	if int64(len(hits)) >= want.Limit {
		return hits, nil
	}
	if rows, err = selectMatching(ctx, q, want); err != nil {
		return nil, fmt.Errorf("find words of names: %w", err)
	}
	for _, row := range rows {
		if !seen[row.Subject] && int64(len(hits)) < want.Limit {
			hits = append(hits, Hit{row.Subject, MatchWords})
		}
	}
	return hits, nil
}

// PutTx writes entries, or writes them anew. One without a letter or digit in its
// name is left out, since nothing finds it.
func PutTx(ctx context.Context, tx db.Tx, entries ...*Entry) error {
	var named []*Entry
	for _, e := range entries {
		if e.Title != "" {
			named = append(named, e)
		}
	}
	if err := upsertEntries(ctx, tx, named); err != nil {
		return fmt.Errorf("index names: %w", err)
	}
	return nil
}

// RenewTx writes the entry of a thing anew, if it has one. It is removed when nothing
// would find it any more.
func RenewTx(ctx context.Context, tx db.Tx, e *Entry) error {
	if e.Title == "" {
		return RemoveTx(ctx, tx, e.Subject)
	}
	if err := updateEntry(ctx, tx, e); err != nil {
		return fmt.Errorf("renew name: %w", err)
	}
	return nil
}

// RemoveTx removes the entry of a thing, if it has one.
func RemoveTx(ctx context.Context, tx db.Tx, subject id.Any) error {
	if err := deleteEntry(ctx, tx, subject); err != nil {
		return fmt.Errorf("remove name: %w", err)
	}
	return nil
}
