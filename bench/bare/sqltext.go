package bare

import (
	"fmt"
	"strings"
)

const (
	listSQL = `SELECT product_id, title, slug, price_minor_min, currency, seller_name, thumbnail_url
		FROM listings WHERE is_main ORDER BY published_at DESC, product_id DESC LIMIT 20`
	detailSQL = `SELECT p.id, p.title, p.slug, p.description, p.brand, v.id, v.option_values, o.id, op.price_minor, op.currency, s.name
		FROM products p JOIN variants v ON v.product_id = p.id JOIN offers o ON o.variant_id = v.id
		JOIN offer_prices op ON op.offer_id = o.id JOIN sellers s ON s.id = o.seller_id
		WHERE p.slug = $1 AND p.status = 'ACTIVE' AND o.status = 'ACTIVE' ORDER BY v.position`

	takeSQL = `UPDATE bare_stock SET reserved = reserved + 1 WHERE offer_id = $1 AND on_hand - reserved >= 1`
	// Every kind of row is inserted by one statement.
	orderSQL = `INSERT INTO bare_orders VALUES ($1, 'x@example.org', 'EUR', 3000, 'AWAITING_PAYMENT', '{"name":"X","city":"Y"}')`
	keySQL   = `INSERT INTO bare_keys VALUES ($1, 'checkoutComplete', 'hash', 'order')`
	paySQL   = `INSERT INTO bare_payments VALUES ($1, $2, 3000, 'CREATING')`
)

// perLine is an insert of one row for each line of an order: its own id, the
// order's and the offer's.
func perLine(table string) string {
	rows := make([]string, orderLines)
	for i := range rows {
		rows[i] = fmt.Sprintf("($%d, $%d, $%d, 1000)", 3*i+1, 3*i+2, 3*i+3)
	}
	return "INSERT INTO " + table + " VALUES " + strings.Join(rows, ", ")
}

// lineTables are written with orderLines rows for each order.
func lineTables() []string {
	return []string{"bare_parts", "bare_lines", "bare_reservations", "bare_allocations"}
}

// lineArgs are the arguments of perLine.
func lineArgs(n int64, offers [orderLines]int64) []any {
	var args []any
	for i, o := range offers {
		args = append(args, fmt.Sprintf("row_%d_%d", n, i), orderID(n), o)
	}
	return args
}

func orderID(n int64) string { return fmt.Sprintf("ord_%d", n) }

// tablesSQL makes the tables of orders, empty.
func tablesSQL() []string {
	out := []string{
		`DROP TABLE IF EXISTS bare_stock`,
		`CREATE TABLE bare_stock (offer_id BIGINT PRIMARY KEY, on_hand BIGINT NOT NULL, reserved BIGINT NOT NULL)`,
		fmt.Sprintf(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
			INSERT INTO bare_stock SELECT i, %d, 0 FROM n`, orderOffers, int64(orderStock)),
		`DROP TABLE IF EXISTS bare_orders`,
		`CREATE TABLE bare_orders (id TEXT PRIMARY KEY, email TEXT NOT NULL, currency TEXT NOT NULL, total BIGINT NOT NULL, status TEXT NOT NULL, ship_to TEXT NOT NULL)`,
		`DROP TABLE IF EXISTS bare_keys`,
		`CREATE TABLE bare_keys (id TEXT PRIMARY KEY, operation TEXT NOT NULL, hash TEXT NOT NULL, outcome TEXT NOT NULL)`,
		`DROP TABLE IF EXISTS bare_payments`,
		`CREATE TABLE bare_payments (id TEXT PRIMARY KEY, order_id TEXT NOT NULL UNIQUE, amount BIGINT NOT NULL, status TEXT NOT NULL)`,
	}
	for _, table := range lineTables() {
		out = append(out, "DROP TABLE IF EXISTS "+table,
			"CREATE TABLE "+table+" (id TEXT PRIMARY KEY, order_id TEXT NOT NULL, offer_id BIGINT NOT NULL, amount BIGINT NOT NULL)",
			"CREATE INDEX "+table+"_order_idx ON "+table+" (order_id)")
	}
	return out
}
