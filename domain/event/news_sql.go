package event

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
)

func insertNews(ctx context.Context, tx db.Tx, lines []*News) error {
	insert := tx.NewInsert().Model(&lines)
	if unit := tx.SerialWithin(); unit != nil {
		insert = insert.Value("unit", "?", unit)
	}
	_, err := insert.Exec(db.Later(ctx))
	return err
}

func lastUnit(ctx context.Context, q db.Querier) (int64, error) {
	var last int64
	err := q.NewSelect().Model((*News)(nil)).ColumnExpr("COALESCE(MAX(unit), 0)").Scan(ctx, &last)
	return last, err
}

func selectNews(ctx context.Context, q db.Querier, topic Topic, after Position, limit int64) ([]*News, error) {
	var found []*News
	query := q.NewSelect().Model(&found).Where("(unit, seq) > (?, ?)", after.unit, after.seq).Order("unit", "seq").Limit(limit)
	if topic != "" {
		query = query.Where("topic = ?", topic)
	}
	err := query.Scan(ctx)
	return found, err
}

// deleteNewsBefore removes the news from before an instant, a few at a time, and
// returns how many.
func deleteNewsBefore(ctx context.Context, tx db.Tx, before time.Time) (int64, error) {
	some := tx.NewSelect().Model((*News)(nil)).Column("unit", "seq").Where("created_at < ?", before).Order("created_at").Limit(pruneBatch)
	res, err := tx.NewDelete().Model((*News)(nil)).Where("(unit, seq) IN (?)", some).Exec(ctx)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func deleteNewsOfOthers(ctx context.Context, tx db.Tx) error {
	_, err := tx.NewDelete().Model((*News)(nil)).Where("unit > ?", tx.GivenSerial()).Exec(ctx)
	return err
}
