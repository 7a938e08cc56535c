package ledger

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

func countJournals(ctx context.Context, q db.Querier, p Span) (int64, error) {
	n, err := q.NewSelect().Model((*Journal)(nil)).Where("posted_at >= ? AND posted_at < ?", p.From, p.To).Count(ctx)
	return int64(n), err
}

// selectJournalsAfter reads the journals of a span that follow a place, with
// their entries, by the time at which they were posted.
func selectJournalsAfter(ctx context.Context, q db.Querier, p Span, after *journalKey, limit int64) ([]*Journal, error) {
	var ids []JournalID
	s := q.NewSelect().Model((*Journal)(nil)).Column("id").Where("posted_at >= ? AND posted_at < ?", p.From, p.To)
	if after.ID != "" {
		s.Where("posted_at >= ? AND (posted_at > ? OR id > ?)", after.PostedAt, after.PostedAt, after.ID)
	}
	if err := s.OrderExpr("posted_at, id").Limit(limit).Scan(ctx, &ids); err != nil || len(ids) == 0 {
		return nil, err
	}
	return selectWhole(ctx, q, ids)
}

// selectSeqs returns the places of journals in the chain, of those that have one.
func selectSeqs(ctx context.Context, q db.Querier, of []*Journal) (map[JournalID]int64, error) {
	seqs := make(map[JournalID]int64, len(of))
	if len(of) == 0 {
		return seqs, nil
	}
	ids := make([]JournalID, len(of))
	for i, j := range of {
		ids[i] = j.ID
	}
	var links []*link
	err := q.NewSelect().Model(&links).Where("ll.journal_id IN (?)", bun.List(ids)).Scan(ctx)
	for _, l := range links {
		seqs[l.JournalID] = l.Seq
	}
	return seqs, err
}
