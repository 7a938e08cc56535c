package seller

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
)

// insertViewAs reports whether no grant of the same operator for the same
// seller is open.
func insertViewAs(ctx context.Context, tx db.Tx, v *ViewAs) (fresh bool, err error) {
	res, err := tx.NewInsert().Model(v).On("CONFLICT (open_key) DO NOTHING").Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

func updateViewAs(ctx context.Context, tx db.Tx, v *ViewAs) error {
	_, err := tx.NewUpdate().Model(v).Column("write_reason", "open_key", "ended_at").WherePK().Where("ended_at IS NULL").Exec(ctx)
	return err
}

func selectViewAs(ctx context.Context, q db.Querier, grantID ViewAsID) (*ViewAs, error) {
	v := new(ViewAs)
	err := q.NewSelect().Model(v).Where("id = ?", grantID).Scan(ctx)
	return v, err
}

func selectOpenView(ctx context.Context, q db.Querier, openKey string) (*ViewAs, error) {
	v := new(ViewAs)
	err := q.NewSelect().Model(v).Where("open_key = ?", openKey).Scan(ctx)
	return v, err
}

func lockViewAs(ctx context.Context, tx db.Tx, grantID ViewAsID) (*ViewAs, error) {
	v := new(ViewAs)
	err := db.ForUpdate(tx.NewSelect().Model(v).Where("id = ?", grantID)).Scan(ctx)
	return v, err
}

// overdueViewsMax bounds what one unit ends; the next run goes on.
const overdueViewsMax = 100

func hasOverdueViews(ctx context.Context, q db.Querier, now time.Time) (bool, error) {
	return q.NewSelect().Model((*ViewAs)(nil)).Where("ended_at IS NULL").Where("ends_at <= ?", now).Exists(ctx)
}

func lockOverdueViews(ctx context.Context, tx db.Tx, openKey string) ([]*ViewAs, error) {
	var rows []*ViewAs
	s := tx.NewSelect().Model(&rows).Where("ended_at IS NULL").Where("ends_at <= ?", tx.Now())
	if openKey != "" {
		s.Where("open_key = ?", openKey)
	}
	err := db.ForUpdate(s.OrderExpr("id").Limit(overdueViewsMax)).Scan(ctx)
	return rows, err
}
