package bare

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	_ "modernc.org/sqlite" // the driver named "sqlite"
)

const (
	sqliteReaders = 8
	sqliteCommon  = "?_pragma=busy_timeout(10000)&_pragma=temp_store(2)&_pragma=mmap_size(268435456)&_pragma=cache_size(-16000)"
	sqliteWrites  = sqliteCommon + "&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_txlock=immediate"
	sqliteReads   = sqliteCommon + "&mode=ro&_pragma=query_only(1)"
)

// sqliteStore reads through several connections and writes through one.
type sqliteStore struct {
	read, write       *sql.DB
	listed, described *sql.Stmt
	key, take, place  *sql.Stmt
	pay               *sql.Stmt
	perLine           []*sql.Stmt
}

func openSQLite(ctx context.Context, path string) (store, error) {
	s := &sqliteStore{}
	var err error
	if s.write, err = sql.Open("sqlite", "file:"+path+sqliteWrites); err != nil {
		return nil, err
	}
	s.write.SetMaxOpenConns(1)
	for _, statement := range tablesSQL() {
		if _, err := s.write.ExecContext(ctx, statement); err != nil {
			return nil, errors.Join(fmt.Errorf("%s: %w", statement, err), s.write.Close())
		}
	}
	if s.read, err = sql.Open("sqlite", "file:"+path+sqliteReads); err != nil {
		return nil, errors.Join(err, s.write.Close())
	}
	s.read.SetMaxOpenConns(sqliteReaders)
	s.read.SetMaxIdleConns(sqliteReaders)
	if err := s.prepare(ctx); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func (s *sqliteStore) prepare(ctx context.Context) error {
	var errs []error
	on := func(d *sql.DB, text string) *sql.Stmt {
		statement, err := d.PrepareContext(ctx, text)
		errs = append(errs, err)
		return statement
	}
	s.listed, s.described = on(s.read, listSQL), on(s.read, detailSQL)
	s.key, s.take, s.place, s.pay = on(s.write, keySQL), on(s.write, takeSQL), on(s.write, orderSQL), on(s.write, paySQL)
	for _, table := range lineTables() {
		s.perLine = append(s.perLine, on(s.write, perLine(table)))
	}
	return errors.Join(errs...)
}

func (s *sqliteStore) close() error { return errors.Join(s.read.Close(), s.write.Close()) }

func (s *sqliteStore) list(ctx context.Context) ([]card, error) {
	rows, err := s.listed.QueryContext(ctx)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	cards := make([]card, 0, pageSize)
	for rows.Next() {
		var c card
		if err := rows.Scan(&c.ID, &c.Title, &c.Slug, &c.PriceMinor, &c.Currency, &c.SellerName, &c.Thumbnail); err != nil {
			return nil, err
		}
		cards = append(cards, c)
	}
	return cards, rows.Err()
}

func (s *sqliteStore) detail(ctx context.Context, slug string) (*detail, error) {
	rows, err := s.described.QueryContext(ctx, slug)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var d detail
	for rows.Next() {
		var o offer
		if err := rows.Scan(&d.ID, &d.Title, &d.Slug, &d.Description, &d.Brand,
			&o.VariantID, &o.OptionValues, &o.OfferID, &o.PriceMinor, &o.Currency, &o.SellerName); err != nil {
			return nil, err
		}
		d.Offers = append(d.Offers, o)
	}
	return &d, rows.Err()
}

func (s *sqliteStore) order(ctx context.Context, n int64, offers [orderLines]int64) (err error) {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, tx.Rollback())
		}
	}()
	if _, err := tx.StmtContext(ctx, s.key).ExecContext(ctx, fmt.Sprintf("key_%d", n)); err != nil {
		return err
	}
	for _, o := range offers {
		result, err := tx.StmtContext(ctx, s.take).ExecContext(ctx, o)
		if err != nil {
			return err
		}
		if taken, err := result.RowsAffected(); err != nil || taken != 1 {
			return errors.Join(errNoStock, err)
		}
	}
	if _, err := tx.StmtContext(ctx, s.place).ExecContext(ctx, orderID(n)); err != nil {
		return err
	}
	for _, statement := range s.perLine {
		if _, err := tx.StmtContext(ctx, statement).ExecContext(ctx, lineArgs(n, offers)...); err != nil {
			return err
		}
	}
	if _, err := tx.StmtContext(ctx, s.pay).ExecContext(ctx, fmt.Sprintf("pay_%d", n), orderID(n)); err != nil {
		return err
	}
	return tx.Commit()
}
