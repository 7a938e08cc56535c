package identity

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

func insertLink(ctx context.Context, tx db.Tx, l *link) error {
	_, err := tx.NewInsert().Model(l).Exec(ctx)
	return err
}

func updateLink(ctx context.Context, tx db.Tx, l *link) error {
	_, err := tx.NewUpdate().Model(l).WherePK().Exec(ctx)
	return err
}

func lockLink(ctx context.Context, tx db.Tx, linkID LinkID) (*link, error) {
	l := new(link)
	err := db.ForUpdate(tx.NewSelect().Model(l).Where("id = ?", linkID)).Scan(ctx)
	return l, err
}

func selectLink(ctx context.Context, q db.Querier, hash []byte, purposes []LinkPurpose) (*link, error) {
	l := new(link)
	err := q.NewSelect().Model(l).Where("token_hash = ?", hash).Where("purpose IN (?)", bun.List(purposes)).Scan(ctx)
	return l, err
}

func selectLinkByID(ctx context.Context, q db.Querier, linkID LinkID) (*link, error) {
	l := new(link)
	err := q.NewSelect().Model(l).Where("id = ?", linkID).Scan(ctx)
	return l, err
}

// lockWaiting returns the newest registration of an address that waits.
func lockWaiting(ctx context.Context, tx db.Tx, folded string, at time.Time) (*link, error) {
	l := new(link)
	err := db.ForUpdate(tx.NewSelect().Model(l).
		Where("email_folded = ?", folded).Where("purpose = ?", LinkRegister).
		Where("ended_at IS NULL").Where("expires_at > ?", at).
		OrderExpr("created_at DESC, id DESC").Limit(1)).Scan(ctx)
	return l, err
}

// selectPair returns the other link of a change of address.
func selectPair(ctx context.Context, q db.Querier, l *link) (*link, error) {
	other := new(link)
	err := q.NewSelect().Model(other).Where("pair_id = ?", l.PairID).Where("id <> ?", l.ID).Scan(ctx)
	return other, err
}

// countIssued counts the letters of one purpose to an address since an instant.
func countIssued(ctx context.Context, tx db.Tx, l *link, since time.Time) (int64, error) {
	return tx.NewSelect().Model((*link)(nil)).
		Where("email_folded = ?", l.EmailFolded).Where("purpose = ?", l.Purpose).
		Where("issued_at > ?", since).Where("id <> ?", l.ID).Count(ctx)
}

// confirmLink ends a link that is open and reports whether it was.
func confirmLink(ctx context.Context, tx db.Tx, linkID LinkID) (bool, error) {
	n, err := affected(tx.NewUpdate().Model((*link)(nil)).
		Set("ended_at = ?", tx.Now()).Set("confirmed_at = ?", tx.Now()).
		Where("id = ?", linkID).Where("ended_at IS NULL").Where("expires_at > ?", tx.Now()).Exec(ctx))
	return n == 1, err
}

// endOlder ends the links of the same purpose to the same address that were
// asked for before.
func endOlder(ctx context.Context, tx db.Tx, l *link) error {
	_, err := tx.NewUpdate().Model((*link)(nil)).Set("ended_at = ?", tx.Now()).
		Where("email_folded = ?", l.EmailFolded).Where("purpose = ?", l.Purpose).
		Where("id <> ?", l.ID).Where("created_at <= ?", l.CreatedAt).Where("ended_at IS NULL").Exec(ctx)
	if err != nil {
		return fmt.Errorf("end older links: %w", err)
	}
	return nil
}

func endLinks(ctx context.Context, tx db.Tx, linkID LinkID) error {
	_, err := tx.NewUpdate().Model((*link)(nil)).Set("ended_at = ?", tx.Now()).
		Where("id = ?", linkID).Where("ended_at IS NULL").Exec(ctx)
	if err != nil {
		return fmt.Errorf("end link: %w", err)
	}
	return nil
}

// endLinksOf ends every link of an account, of the given purposes.
func endLinksOf(ctx context.Context, tx db.Tx, accountID AccountID, purposes ...LinkPurpose) error {
	_, err := tx.NewUpdate().Model((*link)(nil)).Set("ended_at = ?", tx.Now()).
		Where("account_id = ?", accountID).Where("purpose IN (?)", bun.List(purposes)).
		Where("ended_at IS NULL").Exec(ctx)
	if err != nil {
		return fmt.Errorf("end links: %w", err)
	}
	return nil
}

func deleteLinks(ctx context.Context, tx db.Tx, before time.Time) (int64, error) {
	return affected(tx.NewDelete().Model((*link)(nil)).Where("expires_at < ?", before).Exec(ctx))
}

// revokeSessionsOf ends the sessions of an account, except one.
func revokeSessionsOf(ctx context.Context, tx db.Tx, accountID AccountID, except SessionID) (int64, error) {
	n, err := affected(tx.NewUpdate().Model((*Session)(nil)).Set("revoked_at = ?", tx.Now()).
		Where("account_id = ?", accountID).Where("id <> ?", except).Where("revoked_at IS NULL").Exec(ctx))
	if err != nil {
		return 0, fmt.Errorf("revoke sessions: %w", err)
	}
	return n, nil
}
