package statement

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// ID names a closed statement, stm_….
type ID string

// Status says whether a statement may still grow.
type Status string

// The statuses of a statement.
const (
	// Open is what there is since the last closed month.
	Open Status = "OPEN"
	// Closed never changes.
	Closed Status = "CLOSED"
)

// How months and days are named, such as "2026-11" and "2026-11-26". UTC.
const (
	monthForm = "2006-01"
	dayForm   = time.DateOnly
)

// Statement is one month of one currency of a seller: closed, or open and then
// without ID and number. Amounts are in minor units.
type Statement struct {
	bun.BaseModel `bun:"table:seller_statements,alias:stm"`

	ID                   ID             `bun:",pk"`
	Number               string         // such as ST-2026-000123; without gaps in a year
	SellerID             seller.ID      //
	Currency             money.Currency //
	Month                string         // such as "2026-11"
	FromSeq              int64          // the lines follow this place of the chain
	ToSeq                int64          // the last place
	OpeningMinor         int64          // what the platform owed, less what it was owed
	ClosingMinor         int64
	ProviderOpeningMinor int64 // the seller's balance at the provider
	ProviderClosingMinor int64
	Totals               []*Total   `bun:"type:jsonb"` // in the order of Kinds
	ClosedAt             *time.Time // UTC; nil while it is open
	Parts                []*Part    `bun:"type:jsonb,nullzero"` // nil when it was closed by a version that did not note them
}

// Status says whether the statement is closed.
func (st *Statement) Status() Status {
	if st.ClosedAt == nil {
		return Open
	}
	return Closed
}

// NumberOrNil is its number; nil while it is open.
func (st *Statement) NumberOrNil() *string {
	if st.Number == "" {
		return nil
	}
	return &st.Number
}

// IDOrNil is its id; nil while it is open.
func (st *Statement) IDOrNil() *ID {
	if st.ID == "" {
		return nil
	}
	return &st.ID
}

// Opening is what the platform owed at the beginning, less what it was owed.
func (st *Statement) Opening() money.Amount { return money.New(st.OpeningMinor, st.Currency) }

// Closing is what the platform owed at the end, less what it was owed.
func (st *Statement) Closing() money.Amount { return money.New(st.ClosingMinor, st.Currency) }

// ProviderOpening is the balance at the provider at the beginning.
func (st *Statement) ProviderOpening() money.Amount {
	return money.New(st.ProviderOpeningMinor, st.Currency)
}

// ProviderClosing is the balance at the provider at the end.
func (st *Statement) ProviderClosing() money.Amount {
	return money.New(st.ProviderClosingMinor, st.Currency)
}

// Total is the sum of the lines of one kind in a statement.
type Total struct {
	Kind        Kind           `json:"kind"`
	Book        Book           `json:"book"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"minor"` // added to the balance
	Lines       int64          `json:"lines"` // how many
}

// Amount is what the lines add to the balance.
func (t *Total) Amount() money.Amount { return money.New(t.AmountMinor, t.Currency) }

// period is which part of the chain a month is.
type period struct {
	bun.BaseModel `bun:"table:statement_periods,alias:stp"`

	Month       string     `bun:",pk"`
	FromSeq     int64      // exclusive
	ToSeq       int64      // inclusive
	ClosedAt    time.Time  // UTC
	CompletedAt *time.Time // when every seller had their statement
}

// endOf is when a month ends: the first instant of the next one, UTC.
func endOf(month string) (time.Time, error) {
	begin, err := time.Parse(monthForm, month)
	return begin.AddDate(0, 1, 0), err
}
