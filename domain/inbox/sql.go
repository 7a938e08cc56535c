package inbox

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

func insertMessage(ctx context.Context, tx db.Tx, m *Message) (first bool, err error) {
	res, err := tx.NewInsert().Model(m).On("CONFLICT (id) DO NOTHING").Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

func selectMessage(ctx context.Context, q db.Querier, messageID string) (*Message, error) {
	m := new(Message)
	err := q.NewSelect().Model(m).Where("id = ?", messageID).Scan(ctx)
	return m, err
}

func updateStatus(ctx context.Context, tx db.Tx, messageID string, s Status) error {
	_, err := tx.NewUpdate().Model((*Message)(nil)).
		Set("status = ?", s).Set("settled_at = ?", tx.Now()).
		Where("id = ? AND status = ?", messageID, StatusReceived).Exec(db.Later(ctx))
	return err
}

func selectParked(ctx context.Context, q db.Querier, limit int) ([]*Message, error) {
	var parked []*Message
	err := q.NewSelect().Model(&parked).ExcludeColumn("payload").
		Where("status = ?", StatusParked).Order("received_at", "id").Limit(int64(limit)).Scan(ctx)
	return parked, err
}

func updateParked(ctx context.Context, tx db.Tx, messageID, why string) error {
	res, err := tx.NewUpdate().Model((*Message)(nil)).
		Set("status = ?", StatusIgnored).Set("reason = reason || ?", "; "+why).Set("settled_at = ?", tx.Now()).
		Where("id = ? AND status = ?", messageID, StatusParked).Exec(ctx)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err == nil && n == 0 {
		return db.ErrNotFound
	}
	return err
}

func selectBacklog(ctx context.Context, q db.Querier) (Backlog, error) {
	var b Backlog
	err := q.NewSelect().Model((*Message)(nil)).
		ColumnExpr("COUNT(CASE WHEN status = ? THEN 1 END) AS waiting", StatusReceived).
		ColumnExpr("MIN(CASE WHEN status = ? THEN received_at END) AS oldest", StatusReceived).
		ColumnExpr("COUNT(CASE WHEN status = ? THEN 1 END) AS parked", StatusParked).
		ColumnExpr("(SELECT MAX(received_at) FROM inbox) AS latest").
		Where("status IN (?)", bun.List([]Status{StatusReceived, StatusParked})). // in the words of the index, for SQLite
		Scan(ctx, &b)
	return b, err
}
