package terms

import (
	"context"
	"errors"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/page"
)

type versionKey struct {
	ID VersionID `json:"i"`
}

type answerKey struct {
	ID AnswerID `json:"i"`
}

func insertVersion(ctx context.Context, tx db.Tx, v *Version) error {
	_, err := tx.NewInsert().Model(v).Exec(ctx)
	return err
}

func lockVersion(ctx context.Context, tx db.Tx, versionID VersionID) (*Version, error) {
	v := new(Version)
	err := db.ForUpdate(tx.NewSelect().Model(v).Where("id = ?", versionID)).Scan(ctx)
	return v, err
}

func updateWithdrawn(ctx context.Context, tx db.Tx, v *Version) error {
	_, err := tx.NewUpdate().Model(v).Column("withdrawn_at", "withdrawn_by").WherePK().Exec(ctx)
	return err
}

// last is what the next version of a kind follows.
type last struct {
	Number      int64
	InForceFrom *time.Time // of those that stand; nil: there is none
}

func selectLast(ctx context.Context, q db.Querier, kind Kind) (last, error) {
	var l last
	err := q.NewSelect().Model((*Version)(nil)).ColumnExpr("COALESCE(MAX(number), 0)").Where("kind = ?", kind).Scan(ctx, &l.Number)
	if err != nil {
		return l, err
	}
	v := new(Version)
	err = q.NewSelect().Model(v).Where("kind = ? AND withdrawn_at IS NULL", kind).OrderExpr("in_force_from DESC").Limit(1).Scan(ctx)
	switch {
	case errors.Is(err, db.ErrNotFound):
		return l, nil
	case err != nil:
		return l, err
	}
	l.InForceFrom = &v.InForceFrom
	return l, nil
}

// inForceAt narrows a selection of versions v to those in force at an instant.
func inForceAt(s *bun.SelectQuery, at time.Time) *bun.SelectQuery {
	return s.Where("v.withdrawn_at IS NULL AND v.in_force_from <= ?", at).
		Where(`NOT EXISTS (SELECT 1 FROM terms_versions later WHERE later.kind = v.kind AND later.withdrawn_at IS NULL
			AND later.in_force_from > v.in_force_from AND later.in_force_from <= ?)`, at)
}

// selectInForce returns what is in force at an instant: of a kind, or of each.
func selectInForce(ctx context.Context, q db.Querier, at time.Time, kind Kind) ([]*Version, error) {
	var rows []*Version
	s := inForceAt(q.NewSelect().Model(&rows), at)
	if kind != "" {
		s.Where("v.kind = ?", kind)
	}
	return rows, s.OrderExpr("v.kind").Scan(ctx)
}

func selectByIDs(ctx context.Context, q db.Querier, ids []VersionID) ([]*Version, error) {
	var rows []*Version
	return rows, q.NewSelect().Model(&rows).Where("id IN (?)", bun.List(ids)).OrderExpr("id").Scan(ctx)
}

// selectMissing returns the version of a kind that is in force and that an account
// has not accepted; nil when there is none.
func selectMissing(ctx context.Context, q db.Querier, accountID string, kind Kind, at time.Time) (*Version, error) {
	v := new(Version)
	s := inForceAt(q.NewSelect().Model(v), at).Where("v.kind = ?", kind).
		Where("NOT EXISTS (SELECT 1 FROM terms_answers a WHERE a.account_id = ? AND a.version_id = v.id)", accountID)
	return oneOrNone(v, s.Scan(ctx))
}

// selectOverdue returns the last version of the seller terms that came into force
// at an instant or before, unless an account has accepted it or a later one; then
// nil.
func selectOverdue(ctx context.Context, q db.Querier, accountID string, at time.Time) (*Version, error) {
	v := new(Version)
	s := inForceAt(q.NewSelect().Model(v), at).Where("v.kind = ?", SellerTerms).
		Where(`NOT EXISTS (SELECT 1 FROM terms_answers a JOIN terms_versions w ON w.id = a.version_id
			WHERE a.account_id = ? AND w.kind = v.kind AND w.number >= v.number)`, accountID)
	return oneOrNone(v, s.Scan(ctx))
}

func oneOrNone(v *Version, err error) (*Version, error) {
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}

func selectVersions(ctx context.Context, q db.Querier, f Filter, w page.Window) ([]*Version, error) {
	var rows []*Version
	s := q.NewSelect().Model(&rows).Limit(w.Limit())
	if f.Kind != nil {
		s.Where("kind = ?", *f.Kind)
	}
	var k versionKey
	if w.HasCursor() {
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
	}
	return rows, latestFirst(s, w, "id", string(k.ID)).Scan(ctx)
}

// latestFirst pages through rows by a column of ids.
func latestFirst(s *bun.SelectQuery, w page.Window, column, key string) *bun.SelectQuery {
	switch {
	case w.Backward && w.HasCursor():
		s.Where("? > ?", bun.Ident(column), key)
	case w.HasCursor():
		s.Where("? < ?", bun.Ident(column), key)
	}
	if w.Backward {
		return s.OrderExpr("? ASC", bun.Ident(column))
	}
	return s.OrderExpr("? DESC", bun.Ident(column))
}

// insertAnswer reports whether nobody had written this turn.
func insertAnswer(ctx context.Context, tx db.Tx, a *Answer) (first bool, err error) {
	res, err := tx.NewInsert().Model(a).On("CONFLICT (account_id, version_id, turn) DO NOTHING").Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

// selectLatest returns the last answer of an account to each version: of a kind,
// or among ids.
func selectLatest(ctx context.Context, q db.Querier, accountID string, kind Kind, ids []VersionID) ([]*Answer, error) {
	var rows []*Answer
	s := q.NewSelect().Model(&rows).Relation("Version").Where("answer.account_id = ?", accountID).
		Where(`NOT EXISTS (SELECT 1 FROM terms_answers later WHERE later.account_id = answer.account_id
			AND later.version_id = answer.version_id AND later.turn > answer.turn)`)
	if kind != "" {
		s.Where("answer.kind = ?", kind)
	}
	if ids != nil {
		s.Where("answer.version_id IN (?)", bun.List(ids))
	}
	return rows, s.OrderExpr("answer.id").Scan(ctx)
}

func selectAnswers(ctx context.Context, q db.Querier, accountID string, w page.Window) ([]*Answer, error) {
	var rows []*Answer
	s := q.NewSelect().Model(&rows).Relation("Version").Where("answer.account_id = ?", accountID).Limit(w.Limit())
	var k answerKey
	if w.HasCursor() {
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
	}
	return rows, latestFirst(s, w, "answer.id", string(k.ID)).Scan(ctx)
}
