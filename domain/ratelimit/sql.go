package ratelimit

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

// row is the true level of a bucket that processes share.
type row struct {
	bun.BaseModel `bun:"table:rate_buckets"`

	Subject  string    `bun:",pk"` // a hash; see stored
	Level    int64     // thousandths of a point; below zero when processes spent on credit at once
	FilledAt time.Time // UTC, up to when it has been refilled
}

// settleTx answers asks, which are in the order of their subjects.
func settleTx(ctx context.Context, tx db.Tx, asks []ask, now time.Time) (map[string]answer, error) {
	rows := make([]*row, len(asks))
	subjects := make([]string, len(asks))
	for i, a := range asks {
		rows[i], subjects[i] = &row{Subject: a.subject, Level: a.limit.full(), FilledAt: now}, a.subject
	}
	if _, err := tx.NewInsert().Model(&rows).On("CONFLICT (subject) DO NOTHING").Exec(ctx); err != nil {
		return nil, fmt.Errorf("insert buckets: %w", err)
	}
	var held []*row
	err := db.ForUpdate(tx.NewSelect().Model(&held).Where("subject IN (?)", bun.List(subjects)).Order("subject")).Scan(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock buckets: %w", err)
	}
	known := make(map[string]*row, len(held))
	for _, r := range held {
		known[r.Subject] = r
	}
	answers := make(map[string]answer, len(asks))
	for i, a := range asks {
		if r, ok := known[a.subject]; ok { // else it was swept just now, and the bucket is full
			rows[i] = r
		}
		level, used := a.limit.refill(rows[i].Level, now.Sub(rows[i].FilledAt))
		got := a.settle(level)
		rows[i].Level, rows[i].FilledAt = got.level, rows[i].FilledAt.Add(used)
		answers[a.subject] = got
	}
	_, err = tx.NewInsert().Model(&rows).
		On("CONFLICT (subject) DO UPDATE").Set("level = EXCLUDED.level").Set("filled_at = EXCLUDED.filled_at").Exec(ctx)
	if err != nil {
		return nil, fmt.Errorf("update buckets: %w", err)
	}
	return answers, nil
}

func deleteFull(ctx context.Context, tx db.Tx, before time.Time) (int64, error) {
	done, err := tx.NewDelete().Model((*row)(nil)).Where("filled_at < ?", before).Exec(ctx)
	if err != nil {
		return 0, fmt.Errorf("delete buckets: %w", err)
	}
	return done.RowsAffected()
}
