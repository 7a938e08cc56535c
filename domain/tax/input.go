package tax

import (
	"time"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/money"
)

const (
	jurisdictionMax = 35
	referenceMax    = 140
	periodMax       = 2 * 366 * 24 * time.Hour
)

// RecordInput records tax that was remitted.
type RecordInput struct {
	Jurisdiction   *string // nil: VAT on commission and charges
	Amount         money.Input
	From           time.Time // first day of the period
	Until          time.Time // last day of the period
	Reference      string    // required, of the transfer at the bank, at most 140 characters
	Reason         string    // required, at most 1,000 characters
	IdempotencyKey string
}

// ReverseInput takes a remittance back.
type ReverseInput struct {
	RemittanceID   ID
	Reason         string // required, at most 1,000 characters
	IdempotencyKey string
}

// remitted is what is proposed: exactly this.
type remitted struct {
	Jurisdiction string         `json:"jurisdiction"`
	Currency     money.Currency `json:"currency"`
	AmountMinor  int64          `json:"amountMinor"`
	From         string         `json:"from"`
	Until        string         `json:"until"`
	Reference    string         `json:"reference"`
}

// check reads the input and tells everything that is wrong with it.
func (in RecordInput) check(now time.Time) (remitted, error) {
	var l fault.List
	asked := remitted{Reference: l.Required(in.Reference, referenceMax, "reference")}
	if in.Jurisdiction != nil {
		asked.Jurisdiction = l.Required(*in.Jurisdiction, jurisdictionMax, "jurisdiction")
	}
	from, until := day(in.From), day(in.Until)
	l.Check(!until.Before(from) && until.Sub(from) <= periodMax && !from.After(now), ErrPeriod.At("until"))
	asked.From, asked.Until = from.Format(time.DateOnly), until.Format(time.DateOnly)
	amount, err := in.Amount.Parse()
	for _, f := range fault.As(err) {
		l.Add(f.Under("amount"))
	}
	if err == nil {
		l.Check(amount.Minor > 0, ErrAmount.At("amount"))
		asked.Currency, asked.AmountMinor = amount.Currency, amount.Minor
	}
	idempotency.CheckKey(&l, in.IdempotencyKey, "idempotencyKey")
	return asked, l.Err()
}

func day(of time.Time) time.Time { return of.UTC().Truncate(24 * time.Hour) }

func (p remitted) days() (from, until time.Time, err error) {
	if from, err = time.Parse(time.DateOnly, p.From); err != nil {
		return from, until, err
	}
	until, err = time.Parse(time.DateOnly, p.Until)
	return from, until, err
}
