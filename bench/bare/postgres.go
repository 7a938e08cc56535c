package bare

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

const postgresConnections = 16

// postgresStore prepares each statement once per connection, as pgx does by
// itself.
type postgresStore struct{ pool *pgxpool.Pool }

func openPostgres(ctx context.Context, url string) (store, error) {
	cfg, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	cfg.MaxConns = postgresConnections
	pool, err := pgxpool.NewWithConfig(ctx, cfg)
	if err != nil {
		return nil, err
	}
	for _, statement := range tablesSQL() {
		if _, err := pool.Exec(ctx, statement); err != nil {
			pool.Close()
			return nil, fmt.Errorf("%s: %w", statement, err)
		}
	}
	return &postgresStore{pool}, nil
}

func (s *postgresStore) close() error {
	s.pool.Close()
	return nil
}

func (s *postgresStore) list(ctx context.Context) ([]card, error) {
	rows, err := s.pool.Query(ctx, listSQL)
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

func (s *postgresStore) detail(ctx context.Context, slug string) (*detail, error) {
	rows, err := s.pool.Query(ctx, detailSQL, slug)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var d detail
	for rows.Next() {
		var o offer
		var values []byte
		if err := rows.Scan(&d.ID, &d.Title, &d.Slug, &d.Description, &d.Brand,
			&o.VariantID, &values, &o.OfferID, &o.PriceMinor, &o.Currency, &o.SellerName); err != nil {
			return nil, err
		}
		o.OptionValues = string(values)
		d.Offers = append(d.Offers, o)
	}
	return &d, rows.Err()
}

var errNoStock = errors.New("bare: no stock")

func (s *postgresStore) order(ctx context.Context, n int64, offers [orderLines]int64) error {
	var b pgx.Batch
	b.Queue("BEGIN")
	b.Queue(keySQL, fmt.Sprintf("key_%d", n))
	for _, o := range offers {
		b.Queue(takeSQL, o)
	}
	b.Queue(orderSQL, orderID(n))
	for _, table := range lineTables() {
		b.Queue(perLine(table), lineArgs(n, offers)...)
	}
	b.Queue(paySQL, fmt.Sprintf("pay_%d", n), orderID(n))
	b.Queue("COMMIT")
	results := s.pool.SendBatch(ctx, &b)
	for i := range b.Len() {
		tag, err := results.Exec()
		if err == nil && i >= 2 && i < 2+orderLines && tag.RowsAffected() != 1 {
			err = errNoStock
		}
		if err != nil {
			return errors.Join(err, results.Close())
		}
	}
	return results.Close()
}
