package reveal

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
)

func insertReveal(ctx context.Context, tx db.Tx, r *Reveal) error {
	_, err := tx.NewInsert().Model(r).Exec(ctx)
	return err
}

// standing asks for what holds at an instant.
type standing struct {
	operator identity.AccountID
	session  identity.SessionID
	subjects []id.Any
	at       time.Time
}

// selectStanding returns reveals, those that end last first.
func selectStanding(ctx context.Context, q db.Querier, want standing) ([]*Reveal, error) {
	var rows []*Reveal
	err := q.NewSelect().Model(&rows).Where("session_id = ?", want.session).Where("operator_id = ?", want.operator).
		Where("subject IN (?)", bun.List(want.subjects)).Where("ends_at > ?", want.at).OrderExpr("ends_at DESC, id").Scan(ctx)
	return rows, err
}

func deleteEnded(ctx context.Context, tx db.Tx, at time.Time) (int64, error) {
	res, err := tx.NewDelete().Model((*Reveal)(nil)).Where("ends_at <= ?", at).Exec(ctx)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}
