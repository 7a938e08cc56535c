package search

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
)

// candidatesMax bounds how many names with the words of a text are looked at.
const candidatesMax = 1000

// found is an entry at its place.
type found struct {
	Subject id.Any
	Title   string
}

// selectBeginning walks an index, so that the first ones cost the same however many
// there are.
func selectBeginning(ctx context.Context, q db.Querier, want Query, begin string) ([]*found, error) {
	var rows []*found
	s := q.NewSelect().TableExpr("search_entries AS se").ColumnExpr("se.subject, se.title").Where("se.kind = ?", want.Kind)
	if want.Owner != "" {
		s = s.Where("se.owner = ?", want.Owner)
	}
	err := db.Beginning(s, "se.title", begin).Limit(want.Limit).Scan(ctx, &rows)
	return rows, err
}

// selectMatching asks the index of words, which knows kind and owner too. When there
// are very many, those that have the words as they were typed are kept.
func selectMatching(ctx context.Context, q db.Querier, want Query) ([]*found, error) {
	words := db.Words{Table: "search_entries", Alias: "se", Words: append(scopeOf(want.Kind, want.Owner), want.Text.words...)}
	part := func(from *bun.SelectQuery) *bun.SelectQuery {
		from = from.ColumnExpr("se.subject, se.title").Where("se.kind = ?", want.Kind)
		if want.Owner != "" {
			from = from.Where("se.owner = ?", want.Owner)
		}
		return from.Limit(candidatesMax)
	}
	candidates := q.NewSelect().TableExpr("(?) AS c", words.Matches(q, part)).Limit(candidatesMax)
	// How well names match is not asked: they are short, and to weigh a word the index
	// would have to look at all that have it.
	var rows []*found
	err := q.NewSelect().TableExpr("(?) AS m", candidates).ColumnExpr("m.subject, m.title").
		OrderExpr("m.title, m.subject").
		Limit(2*want.Limit). // of these, some begin with the text and are known already
		Scan(ctx, &rows)
	return rows, err
}

func upsertEntries(ctx context.Context, tx db.Tx, entries []*Entry) error {
	if len(entries) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&entries).On("CONFLICT (subject) DO UPDATE").
		Set("owner = excluded.owner").Set("title = excluded.title").Set("scope = excluded.scope").Exec(ctx)
	return err
}

func updateEntry(ctx context.Context, tx db.Tx, e *Entry) error {
	_, err := tx.NewUpdate().Model(e).Column("title").WherePK().Exec(ctx)
	return err
}

func deleteEntry(ctx context.Context, tx db.Tx, subject id.Any) error {
	_, err := tx.NewDelete().Model((*Entry)(nil)).Where("subject = ?", subject).Exec(ctx)
	return err
}

// selectKnown returns which of the subjects have an entry.
func selectKnown(ctx context.Context, q db.Querier, subjects []id.Any) (map[id.Any]bool, error) {
	var ids []id.Any
	err := q.NewSelect().Model((*Entry)(nil)).Column("subject").Where("subject IN (?)", bun.List(subjects)).Scan(ctx, &ids)
	known := make(map[id.Any]bool, len(ids))
	for _, one := range ids {
		known[one] = true
	}
	return known, err
}

// progress is how far the index was filled with what was there before it.
type progress struct {
	bun.BaseModel `bun:"table:search_fills,alias:sf"`

	Kind  Kind   `bun:",pk"`
	After id.Any `bun:"last_id"`
}

func selectProgress(ctx context.Context, q db.Querier, kind Kind) (id.Any, error) {
	var p []*progress
	if err := q.NewSelect().Model(&p).Where("kind = ?", kind).Scan(ctx); err != nil || len(p) == 0 {
		return "", err
	}
	return p[0].After, nil
}

func upsertProgress(ctx context.Context, tx db.Tx, kind Kind, after id.Any) error {
	_, err := tx.NewInsert().Model(&progress{Kind: kind, After: after}).On("CONFLICT (kind) DO UPDATE").
		Set("last_id = excluded.last_id").Exec(ctx)
	return err
}
