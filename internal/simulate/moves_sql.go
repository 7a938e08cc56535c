package simulate

import (
	"context"
	"fmt"
	"strings"

	"github.com/etal-market/etal/db"
)

// machine is what has states: a column of a table.
type machine struct{ kind, table, column string }

func machines() []machine {
	return []machine{
		{"payment", "payments", "status"},
		{"order", "orders", "status"},
		{"seller order", "seller_orders", "status"},
		{"refund", "refunds", "status"},
		{"dispute", "disputes", "status"},
		{"answer", "disputes", "answer_status"},
		{"release", "releases", "status"},
		{"transfer", "transfers", "status"},
		{"recovery", "recoveries", "status"},
		{"reversal", "reversals", "status"},
		{"payout", "payouts", "status"},
		{"payout fee", "payouts", "fee_status"},
		{"payout account", "payout_accounts", "status"},
		{"seller", "sellers", "status"},
		{"proposal", "proposals", "status"},
		{"webhook", "inbox", "status"},
	}
}

// countMoves has the database at an address count each transition of what has
// states, by triggers: so none is missed, however short a state lasts. Triggers are
// written in another language on each database, and only worlds have any of these.
func countMoves(ctx context.Context, d *db.DB, url string) error {
	isFile := strings.HasPrefix(url, "sqlite:")
	statements := []string{`CREATE TABLE simulate_moves (
		kind TEXT NOT NULL, was TEXT NOT NULL, became TEXT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (kind, was, became))`}
	if !isFile {
		statements = append(statements, `CREATE FUNCTION simulate_move() RETURNS trigger LANGUAGE plpgsql AS $$
			DECLARE
				before TEXT := '';
				after TEXT := to_jsonb(NEW) ->> TG_ARGV[1];
			BEGIN
				IF TG_OP = 'UPDATE' THEN before := to_jsonb(OLD) ->> TG_ARGV[1]; END IF;
				IF before <> after THEN
					INSERT INTO simulate_moves VALUES (TG_ARGV[0], before, after, 1)
					ON CONFLICT (kind, was, became) DO UPDATE SET n = simulate_moves.n + 1;
				END IF;
				RETURN NULL;
			END $$`)
	}
	for i, m := range machines() {
		statements = append(statements, m.triggers(isFile, i)...)
	}
	return d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		for _, s := range statements {
			if _, err := tx.NewRaw(s).Exec(ctx); err != nil {
				return fmt.Errorf("count transitions: %w", err)
			}
		}
		return nil
	})
}

func (m machine) triggers(isFile bool, number int) []string {
	if !isFile {
		return []string{fmt.Sprintf("CREATE TRIGGER simulate_move_%d AFTER INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION simulate_move('%s', '%s')",
			number, m.table, m.kind, m.column)}
	}
	count := func(was string) string {
		return fmt.Sprintf(`BEGIN
			INSERT INTO simulate_moves VALUES ('%s', %s, NEW.%s, 1) ON CONFLICT (kind, was, became) DO UPDATE SET n = n + 1;
		END`, m.kind, was, m.column)
	}
	return []string{
		fmt.Sprintf("CREATE TRIGGER simulate_made_%d AFTER INSERT ON %s %s", number, m.table, count("''")),
		fmt.Sprintf("CREATE TRIGGER simulate_move_%d AFTER UPDATE OF %s ON %s WHEN OLD.%s <> NEW.%s %s",
			number, m.column, m.table, m.column, m.column, count("OLD."+m.column)),
	}
}

// moves reads the transitions that were counted.
func (w *World) moves(ctx context.Context) (map[string]int, error) {
	var rows []struct {
		Kind, Was, Became string
		N                 int
	}
	err := w.db.Read(ctx).NewRaw("SELECT kind, was, became, n FROM simulate_moves").Scan(ctx, &rows)
	moves := map[string]int{}
	for _, r := range rows {
		moves[moveName(r.Kind, r.Was, r.Became)] = r.N
	}
	return moves, err
}

// moveName names a transition, such as "refund PENDING → SUCCEEDED", or "refund →
// PLANNED" when it begins like that.
func moveName(kind, was, became string) string {
	if was == "" {
		return kind + " → " + became
	}
	return kind + " " + was + " → " + became
}
