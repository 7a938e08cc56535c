package identity

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/page"
)

func selectAccount(ctx context.Context, q db.Querier, accountID AccountID) (*Account, error) {
	a := new(Account)
	err := q.NewSelect().Model(a).Where("id = ?", accountID).Scan(ctx)
	return a, err
}

func selectAccounts(ctx context.Context, q db.Querier, ids []AccountID) ([]*Account, error) {
	var accounts []*Account
	err := q.NewSelect().Model(&accounts).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return accounts, err
}

func selectAccountsInOrder(ctx context.Context, q db.Querier, ids []AccountID) ([]*Account, error) {
	var accounts []*Account
	err := q.NewSelect().Model(&accounts).Where("id IN (?)", bun.List(ids)).OrderExpr("id").Scan(ctx)
	return accounts, err
}

func selectAccountByEmail(ctx context.Context, q db.Querier, folded string) (*Account, error) {
	a := new(Account)
	err := q.NewSelect().Model(a).Where("email_folded = ?", folded).Scan(ctx)
	return a, err
}

func selectOperators(ctx context.Context, q db.Querier) ([]*Account, error) {
	var accounts []*Account
	err := q.NewSelect().Model(&accounts).Where("operator_role IS NOT NULL").OrderExpr("id").Scan(ctx)
	return accounts, err
}

func lockAccount(ctx context.Context, tx db.Tx, accountID AccountID) (*Account, error) {
	a := new(Account)
	err := db.ForUpdate(tx.NewSelect().Model(a).Where("id = ?", accountID)).Scan(ctx)
	return a, err
}

func insertAccount(ctx context.Context, tx db.Tx, a *Account) error {
	_, err := tx.NewInsert().Model(a).Exec(ctx)
	return err
}

func updateAccount(ctx context.Context, tx db.Tx, a *Account) error {
	_, err := tx.NewUpdate().Model(a).WherePK().Exec(ctx)
	return err
}

func insertSession(ctx context.Context, tx db.Tx, s *Session) error {
	_, err := tx.NewInsert().Model(s).Exec(ctx)
	return err
}

// owned is a session with its account: every request with a token reads both.
type owned struct {
	Session `bun:",extend"`

	Account *Account `bun:"rel:belongs-to,join:account_id=id"`
}

func selectSession(ctx context.Context, q db.Querier, hash []byte) (*Session, *Account, error) {
	row := new(owned)
	err := q.NewSelect().Model(row).Relation("Account").Where("token_hash = ?", hash).Scan(ctx)
	return &row.Session, row.Account, err
}

// touchSession notes that a session was used after a pause of some seconds.
func touchSession(ctx context.Context, tx db.Tx, sessionID SessionID, at time.Time, pause int64) error {
	_, err := tx.NewUpdate().Model((*Session)(nil)).Set("last_seen_at = ?", at).
		Set("longest_pause = CASE WHEN longest_pause < ? THEN ? ELSE longest_pause END", pause, pause).
		Where("id = ?", sessionID).Where("last_seen_at < ?", at).Exec(ctx)
	if err != nil {
		return fmt.Errorf("touch session: %w", err)
	}
	return nil
}

func revokeSession(ctx context.Context, tx db.Tx, sessionID SessionID) error {
	_, err := tx.NewUpdate().Model((*Session)(nil)).Set("revoked_at = ?", tx.Now()).
		Where("id = ?", sessionID).Where("revoked_at IS NULL").Exec(ctx)
	if err != nil {
		return fmt.Errorf("revoke session: %w", err)
	}
	return nil
}

func deleteSessions(ctx context.Context, tx db.Tx, before time.Time) (int64, error) {
	return affected(tx.NewDelete().Model((*Session)(nil)).
		Where("last_seen_at < ? OR revoked_at < ?", before, before).Exec(ctx))
}

// lockThrottle returns the count of a subject, which begins at zero, and holds
// its row.
func lockThrottle(ctx context.Context, tx db.Tx, subject string) (*throttle, error) {
	row := &throttle{Subject: subject, LastAt: tx.Now()}
	if _, err := tx.NewInsert().Model(row).On("CONFLICT (subject) DO NOTHING").Exec(ctx); err != nil {
		return nil, fmt.Errorf("insert throttle: %w", err)
	}
	err := db.ForUpdate(tx.NewSelect().Model(row).WherePK()).Scan(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock throttle: %w", err)
	}
	return row, nil
}

func updateThrottle(ctx context.Context, tx db.Tx, row *throttle) error {
	if _, err := tx.NewUpdate().Model(row).WherePK().Exec(ctx); err != nil {
		return fmt.Errorf("update throttle: %w", err)
	}
	return nil
}

func deleteThrottle(ctx context.Context, tx db.Tx, subject string) error {
	_, err := tx.NewDelete().Model((*throttle)(nil)).Where("subject = ?", subject).Exec(ctx)
	if err != nil {
		return fmt.Errorf("delete throttle: %w", err)
	}
	return nil
}

// endFailures forgets the failures in a row of a subject.
func endFailures(ctx context.Context, tx db.Tx, subject string) error {
	_, err := tx.NewUpdate().Model((*throttle)(nil)).Set("failures = 0").Where("subject = ?", subject).Exec(ctx)
	if err != nil {
		return fmt.Errorf("end failures: %w", err)
	}
	return nil
}

// deleteThrottles removes what is forgotten; failures in a row are kept longer.
func deleteThrottles(ctx context.Context, tx db.Tx, before time.Time) (int64, error) {
	return affected(tx.NewDelete().Model((*throttle)(nil)).Where("last_at < ?", before).
		Where("failures = 0 OR last_at < ?", before.Add(forgetAfter-failuresMaxAge)).Exec(ctx))
}

func affected(res sql.Result, err error) (int64, error) {
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func selectSessionByID(ctx context.Context, q db.Querier, sessionID SessionID) (*Session, error) {
	s := new(Session)
	err := q.NewSelect().Model(s).Where("id = ?", sessionID).Scan(ctx)
	return s, err
}

// liveSessions asks for a page of an account's sessions.
type liveSessions struct {
	account AccountID
	at      time.Time
	window  page.Window
	from    SessionID // where the page begins; empty at the end of the list
}

func selectSessions(ctx context.Context, q db.Querier, want liveSessions) ([]*Session, error) {
	var sessions []*Session
	sel := q.NewSelect().Model(&sessions).Limit(want.window.Limit()).
		Where("account_id = ?", want.account).Where("revoked_at IS NULL").
		Where("last_seen_at > ?", want.at.Add(-SessionIdleMax)).Where("created_at > ?", want.at.Add(-SessionLifetimeMax))
	compare, order := "id < ?", "id DESC"
	if want.window.Backward {
		compare, order = "id > ?", "id ASC"
	}
	if want.window.HasCursor() {
		sel.Where(compare, want.from)
	}
	err := sel.OrderExpr(order).Scan(ctx)
	return sessions, err
}

// pepperUse is how many passwords begin alike.
type pepperUse struct {
	Begin    string
	Accounts int64
}

func selectPepperUse(ctx context.Context, q db.Querier) ([]pepperUse, error) {
	var uses []pepperUse
	err := q.NewSelect().Model((*Account)(nil)).ColumnExpr("substr(password, 1, ?) AS \"begin\"", pepperIDLen).
		ColumnExpr("count(*) AS accounts").Where("password <> ''").GroupExpr("substr(password, 1, ?)", pepperIDLen).Scan(ctx, &uses)
	return uses, err
}
