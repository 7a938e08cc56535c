package reconciliation

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
)

// movementRow is a movement that the provider has listed.
type movementRow struct {
	bun.BaseModel `bun:"table:reconciliation_movements,alias:rm"`

	ProviderAccount string         `bun:",pk"`
	TransactionID   string         `bun:",pk"`
	Day             string         // on which it was made
	Round           int64          // that has listed it last
	Type            string         //
	Source          string         //
	Currency        money.Currency //
	AmountMinor     int64          //
	FeeMinor        int64          //
	NetMinor        int64          //
	IsAvailable     bool           //
	AvailableOn     time.Time      // UTC
	CreatedAt       time.Time      // UTC
}

// transaction is the movement as the provider has told it.
func (m *movementRow) transaction() provider.Transaction {
	return provider.Transaction{
		ID: m.TransactionID, Account: m.ProviderAccount, Type: m.Type, Source: m.Source, Currency: m.Currency,
		AmountMinor: m.AmountMinor, FeeMinor: m.FeeMinor, NetMinor: m.NetMinor,
		Available: m.IsAvailable, AvailableOn: m.AvailableOn, Created: m.CreatedAt,
	}
}

// dayRow is what was moved on a day in one currency.
type dayRow struct {
	bun.BaseModel `bun:"table:reconciliation_days,alias:rd"`

	ProviderAccount string         `bun:",pk"`
	Day             string         `bun:",pk"`
	Currency        money.Currency `bun:",pk"`
	Round           int64          // that has examined it last
	Transactions    int64          //
	Matched         int64          // of them, those the ledger answers to
	ProviderMinor   int64          // what the provider has moved
	LedgerMinor     int64          // what the journals that answer to it have
	ClosedAt        *time.Time     // since when it is not listed any more but in full rounds
}

func insertRound(ctx context.Context, tx db.Tx, r *round) error {
	_, err := tx.NewInsert().Model(r).On("CONFLICT (provider_account) DO NOTHING").Exec(ctx)
	return err
}

func lockRound(ctx context.Context, tx db.Tx, account string) (*round, error) {
	r := new(round)
	err := db.ForUpdate(tx.NewSelect().Model(r).Where("provider_account = ?", account)).Scan(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock the comparison of %s: %w", account, err)
	}
	r.Until = r.Until.UTC()
	return r, nil
}

func selectRound(ctx context.Context, q db.Querier, account string) (*round, error) {
	r := new(round)
	if err := q.NewSelect().Model(r).Where("provider_account = ?", account).Scan(ctx); err != nil {
		return nil, fmt.Errorf("load the comparison of %s: %w", account, err)
	}
	r.Until = r.Until.UTC()
	return r, nil
}

func updateRound(ctx context.Context, tx db.Tx, r *round) error {
	if _, err := tx.NewUpdate().Model(r).WherePK().Exec(ctx); err != nil {
		return fmt.Errorf("note how far the comparison is: %w", err)
	}
	return nil
}

// saveMovements keeps what a round has listed.
func saveMovements(ctx context.Context, tx db.Tx, r *round, moves []provider.Transaction) error {
	if len(moves) == 0 {
		return nil
	}
	rows := make([]*movementRow, len(moves))
	for i, t := range moves {
		rows[i] = &movementRow{
			ProviderAccount: r.ProviderAccount, TransactionID: t.ID, Day: dayOf(t.Created), Round: r.Round, Type: t.Type, Source: t.Source,
			Currency: t.Currency, AmountMinor: t.AmountMinor, FeeMinor: t.FeeMinor, NetMinor: t.NetMinor,
			IsAvailable: t.Available, AvailableOn: t.AvailableOn, CreatedAt: t.Created,
		}
	}
	s := tx.NewInsert().Model(&rows).On("CONFLICT (provider_account, transaction_id) DO UPDATE")
	for _, column := range []string{
		"day", "round", "type", "source", "currency", "amount_minor", "fee_minor", "net_minor", "is_available", "available_on", "created_at",
	} {
		s.Set("? = EXCLUDED.?", bun.Ident(column), bun.Ident(column))
	}
	if _, err := s.Exec(ctx); err != nil {
		return fmt.Errorf("keep movements: %w", err)
	}
	return nil
}

// selectMovements lists what was moved on a day, from behind a movement.
func selectMovements(ctx context.Context, q db.Querier, r *round, of, after string) ([]*movementRow, error) {
	var rows []*movementRow
	err := q.NewSelect().Model(&rows).
		Where("provider_account = ? AND day = ? AND round = ? AND transaction_id > ?", r.ProviderAccount, of, r.Round, after).
		OrderExpr("transaction_id").Limit(placesAtOnce).Scan(ctx)
	return rows, err
}

// selectWaiting lists the movements of a round that stand as not booked.
func selectWaiting(ctx context.Context, q db.Querier, r *round) ([]*movementRow, error) {
	var rows []*movementRow
	standing := q.NewSelect().Model((*Difference)(nil)).Column("transaction_id").
		Where("provider_account = ? AND kind = ? AND status IN (?)", r.ProviderAccount, NotBooked, bun.List([]Status{Open, Accepted}))
	err := q.NewSelect().Model(&rows).Where("provider_account = ? AND round = ? AND transaction_id IN (?)", r.ProviderAccount, r.Round, standing).Scan(ctx)
	return rows, err
}

func selectMovement(ctx context.Context, q db.Querier, account, transaction string) (*movementRow, error) {
	m := new(movementRow)
	err := q.NewSelect().Model(m).Where("provider_account = ? AND transaction_id = ?", account, transaction).Scan(ctx)
	return m, err
}

// deleteVanished forgets the movements of a day that a round has not found any more.
func deleteVanished(ctx context.Context, tx db.Tx, r *round, of string) error {
	_, err := tx.NewDelete().Model((*movementRow)(nil)).
		Where("provider_account = ? AND day = ? AND round < ?", r.ProviderAccount, of, r.Round).Exec(ctx)
	return err
}

// selectOpenDay finds the last day before another one that is not closed; empty when
// there is none.
func selectOpenDay(ctx context.Context, q db.Querier, account, before string) (open string, err error) {
	err = q.NewSelect().Model((*dayRow)(nil)).ColumnExpr("COALESCE(MAX(day), '')").
		Where("provider_account = ? AND day < ? AND closed_at IS NULL", account, before).Scan(ctx, &open)
	return open, err
}

// selectUnexamined lists the days that a round has listed and not examined.
func selectUnexamined(ctx context.Context, q db.Querier, r *round) ([]string, error) {
	var listed, known []string
	err := q.NewSelect().Model((*movementRow)(nil)).Distinct().Column("day").
		Where("provider_account = ? AND round = ?", r.ProviderAccount, r.Round).
		Where("NOT EXISTS (SELECT 1 FROM reconciliation_days AS rd WHERE rd.provider_account = rm.provider_account AND rd.day = rm.day AND rd.round = rm.round)").
		Scan(ctx, &listed)
	if err != nil {
		return nil, err
	}
	err = q.NewSelect().Model((*dayRow)(nil)).Distinct().Column("day").
		Where("provider_account = ? AND round < ? AND (day >= ? OR closed_at IS NULL)", r.ProviderAccount, r.Round, r.FirstDay).Scan(ctx, &known)
	return append(listed, known...), err
}

// saveDay replaces what is known of a day.
func saveDay(ctx context.Context, tx db.Tx, r *round, of string, rows []*dayRow) error {
	_, err := tx.NewDelete().Model((*dayRow)(nil)).Where("provider_account = ? AND day = ?", r.ProviderAccount, of).Exec(ctx)
	if err != nil || len(rows) == 0 {
		return err
	}
	_, err = tx.NewInsert().Model(&rows).Exec(ctx)
	return err
}

// selectTotals sums the days until one, by account and currency.
func selectTotals(ctx context.Context, q db.Querier, until string) ([]*DayTotal, error) {
	rows := []*DayTotal{}
	err := q.NewSelect().Model((*dayRow)(nil)).Column("provider_account", "currency").
		ColumnExpr("CAST(SUM(transactions) AS BIGINT) AS transactions, CAST(SUM(matched) AS BIGINT) AS matched").
		ColumnExpr("CAST(SUM(provider_minor) AS BIGINT) AS provider, CAST(SUM(ledger_minor) AS BIGINT) AS ledger").
		ColumnExpr("CAST(SUM(CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS open_days").
		Where("day <= ?", until).Group("provider_account", "currency").OrderExpr("provider_account, currency").Scan(ctx, &rows)
	return rows, err
}

// selectMoved sums all days of an account by currency.
func selectMoved(ctx context.Context, q db.Querier, account string) ([]*dayRow, error) {
	var rows []*dayRow
	err := q.NewSelect().Model(&rows).ExcludeColumn("*").Column("currency").
		ColumnExpr("CAST(SUM(transactions) AS BIGINT) AS transactions, CAST(SUM(matched) AS BIGINT) AS matched").
		ColumnExpr("CAST(SUM(provider_minor) AS BIGINT) AS provider_minor, CAST(SUM(ledger_minor) AS BIGINT) AS ledger_minor").
		Where("provider_account = ?", account).Group("currency").Scan(ctx)
	return rows, err
}

// selectKnownMovements tells which movements a round has listed.
func selectKnownMovements(ctx context.Context, q db.Querier, account string, transactions []string) (map[string]bool, error) {
	var ids []string
	known := map[string]bool{}
	if len(transactions) == 0 {
		return known, nil
	}
	err := q.NewSelect().Model((*movementRow)(nil)).Column("transaction_id").
		Where("provider_account = ? AND transaction_id IN (?)", account, bun.List(transactions)).Scan(ctx, &ids)
	for _, id := range ids {
		known[id] = true
	}
	return known, err
}

// closeDays closes the days before one on which nothing is to be explained.
func closeDays(ctx context.Context, tx db.Tx, r *round, before string) error {
	explained := `NOT EXISTS (SELECT 1 FROM reconciliation_differences AS dif
		WHERE dif.provider_account = rd.provider_account AND dif.day = rd.day AND dif.status IN (?))`
	_, err := tx.NewUpdate().Model((*dayRow)(nil)).Set("closed_at = ?", tx.Now()).
		Where("provider_account = ? AND day < ? AND closed_at IS NULL", r.ProviderAccount, before).
		Where(explained, bun.List([]Status{Open, Accepted})).Exec(ctx)
	return err
}

// forgetMovements forgets the movements of days that were closed long enough: their
// journals are older than what is looked at, and the sums of the days are kept.
func forgetMovements(ctx context.Context, tx db.Tx, r *round) error {
	if r.ProvedUntil == nil {
		return nil
	}
	_, err := tx.NewDelete().Model((*movementRow)(nil)).Where("provider_account = ?", r.ProviderAccount).
		Where("day IN (SELECT day FROM reconciliation_days WHERE provider_account = ? AND closed_at < ?)", r.ProviderAccount, r.ProvedUntil.Add(-unitMax)).
		Exec(ctx)
	return err
}

// sumExplained sums, by currency, the differences that make the sums differ.
func sumExplained(ctx context.Context, tx db.Tx, account string) (map[money.Currency]int64, error) {
	var rows []struct {
		Currency   money.Currency
		DeltaMinor int64
	}
	err := tx.NewSelect().Model((*Difference)(nil)).ExcludeColumn("*").Column("currency").
		ColumnExpr("CAST(SUM(provider_minor - ledger_minor) AS BIGINT) AS delta_minor").
		Where("provider_account = ? AND kind <> ? AND status IN (?)", account, BalanceDiffers, bun.List([]Status{Open, Accepted})).
		Group("currency").Scan(ctx, &rows)
	sums := map[money.Currency]int64{}
	for _, r := range rows {
		sums[r.Currency] = r.DeltaMinor
	}
	return sums, err
}

// lockPlaces locks what is known of some places.
func lockPlaces(ctx context.Context, tx db.Tx, found []*Difference) (map[string]*Difference, error) {
	known := map[string]*Difference{}
	for from := 0; from < len(found); from += placesAtOnce {
		var places []string
		for _, f := range found[from:min(from+placesAtOnce, len(found))] {
			places = append(places, f.Place)
		}
		var rows []*Difference
		err := db.ForUpdate(tx.NewSelect().Model(&rows).Where("place IN (?)", bun.List(places)).OrderExpr("id")).Scan(ctx)
		if err != nil {
			return nil, err
		}
		for _, d := range rows {
			known[d.Place] = d
		}
	}
	return known, nil
}

// lockStanding locks what is open or accepted of an account.
func lockStanding(ctx context.Context, tx db.Tx, account string, of kept) ([]*Difference, error) {
	var rows []*Difference
	s := tx.NewSelect().Model(&rows).Where("provider_account = ? AND status IN (?)", account, bun.List([]Status{Open, Accepted})).
		Where("kind IN (?)", bun.List(of.kinds)).OrderExpr("id")
	if of.day != nil {
		s.Where("day = ?", *of.day)
	}
	return rows, db.ForUpdate(s).Scan(ctx)
}

// selectStanding lists what is to be explained of an account.
func selectStanding(ctx context.Context, q db.Querier, account string) ([]*Difference, error) {
	var rows []*Difference
	err := q.NewSelect().Model(&rows).Where("provider_account = ? AND status IN (?)", account, bun.List([]Status{Open, Suspended, Accepted})).
		OrderExpr("place").Scan(ctx)
	return rows, err
}

// selectUnmoved lists the movements to which journals answer that stand as differences.
func selectUnmoved(ctx context.Context, q db.Querier, account string) ([]string, error) {
	var ids []string
	err := q.NewSelect().Model((*Difference)(nil)).Column("transaction_id").
		Where("provider_account = ? AND kind = ? AND status IN (?)", account, NotMoved, bun.List([]Status{Open, Accepted})).Scan(ctx, &ids)
	return ids, err
}

// hasNew reports whether one of some journals without a movement is no difference yet.
func hasNew(ctx context.Context, q db.Querier, account string, found []ledger.Answer) (isNew bool, err error) {
	for some := range slices.Chunk(found, placesAtOnce) {
		places := make([]string, len(some))
		for i, a := range some {
			places[i] = placeOf(account, a.Transaction)
		}
		n, err := q.NewSelect().Model((*Difference)(nil)).
			Where("place IN (?) AND kind = ? AND status <> ?", bun.List(places), NotMoved, Cleared).Count(ctx)
		if err != nil || int(n) < len(some) {
			return true, err
		}
	}
	return false, nil
}

// countStanding counts what is to be explained of an account.
func countStanding(ctx context.Context, q db.Querier, account string) (int64, error) {
	n, err := q.NewSelect().Model((*Difference)(nil)).
		Where("provider_account = ? AND status IN (?)", account, bun.List([]Status{Open, Suspended, Accepted})).Count(ctx)
	return int64(n), err
}
