package dispute

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

func insertFile(ctx context.Context, tx db.Tx, f *File) error {
	_, err := tx.NewInsert().Model(f).Exec(ctx)
	return err
}

// updateAnswer makes files a part of an answer, or of none when it is empty.
func updateAnswer(ctx context.Context, tx db.Tx, answerID string, ids []FileID) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := tx.NewUpdate().Model((*File)(nil)).Set("answer_id = ?", answerID).Where("id IN (?)", bun.List(ids)).Exec(ctx)
	return err
}

func updateSending(ctx context.Context, tx db.Tx, f *File) error {
	_, err := tx.NewUpdate().Model(f).Column("send_key", "send_at", "provider_id").WherePK().Exec(ctx)
	return err
}

// updateUnsent makes files as if nobody had tried to send them.
func updateUnsent(ctx context.Context, tx db.Tx, ids []FileID) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := tx.NewUpdate().Model((*File)(nil)).Set("answer_id = ''").Set("send_key = ''").Set("send_at = NULL").Set("provider_id = ''").
		Where("id IN (?)", bun.List(ids)).Exec(ctx)
	return err
}

func updateForgotten(ctx context.Context, tx db.Tx, ids []FileID) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := tx.NewUpdate().Model((*File)(nil)).Set("forgotten_at = ?", tx.Now()).Where("id IN (?)", bun.List(ids)).Exec(ctx)
	return err
}

func deleteFile(ctx context.Context, tx db.Tx, fileID FileID) error {
	_, err := tx.NewDelete().Model((*File)(nil)).Where("id = ?", fileID).Exec(ctx)
	return err
}

func selectFile(ctx context.Context, q db.Querier, fileID FileID) (*File, error) {
	f := new(File)
	err := q.NewSelect().Model(f).Where("id = ?", fileID).Scan(ctx)
	return f, err
}

// selectFiles reads the files of disputes, those of each in the order in which they came.
func selectFiles(ctx context.Context, q db.Querier, disputes ...ID) ([]*File, error) {
	var rows []*File
	if len(disputes) == 0 {
		return nil, nil
	}
	err := q.NewSelect().Model(&rows).Where("dispute_id IN (?)", bun.List(disputes)).OrderExpr("dispute_id, id").Scan(ctx)
	return rows, err
}

func selectFilesOfAnswer(ctx context.Context, q db.Querier, disputeID ID, answerID string) ([]*File, error) {
	var rows []*File
	err := q.NewSelect().Model(&rows).Where("dispute_id = ?", disputeID).Where("answer_id = ?", answerID).OrderExpr("id").Scan(ctx)
	return rows, err
}

// selectForgettable returns files whose disputes have ended before an instant.
func selectForgettable(ctx context.Context, q db.Querier, before time.Time, most int64) ([]FileID, error) {
	var ids []FileID
	err := q.NewSelect().Model((*File)(nil)).Column("dsf.id").Join("JOIN disputes AS dsp ON dsp.id = dsf.dispute_id").
		Where("dsf.forgotten_at IS NULL").Where("dsp.closed_at < ?", before).OrderExpr("dsf.id").Limit(most).Scan(ctx, &ids)
	return ids, err
}
