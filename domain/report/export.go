package report

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/money"
)

// Kind says which report; its values are those of the GraphQL enum.
type Kind string

// The reports that there are files of.
const (
	KindSales     Kind = "SALES"
	KindTaxes     Kind = "TAXES"
	KindDAC7      Kind = "DAC7"
	KindForm1099K Kind = "FORM_1099K"
)

// Format is the form of a file; its values are those of the GraphQL enum.
type Format string

// The forms.
const (
	// CSV is a table whose first row names the columns.
	CSV Format = "CSV"
	// JSONL is a JSON object for each row, one a line, with the same columns.
	JSONL Format = "JSONL"
)

// File is what a file of a report is about.
type File struct {
	Kind   Kind       `json:"kind"`
	Span   Span       `json:"span"` // for SALES and TAXES
	Year   int        `json:"year"` // for DAC7 and FORM_1099K
	AsOf   *time.Time `json:"asOf"` // as of now when nil
	Format Format     `json:"format"`
}

// ExportInput asks for a file of a report.
type ExportInput struct {
	Report Kind
	From   *time.Time // for SALES and TAXES
	To     *time.Time
	Year   *int // for DAC7 and FORM_1099K
	AsOf   *time.Time
	Format Format
}

// File checks what is asked for, as of an instant when nothing earlier is named. It
// returns ErrSpan.
func (in ExportInput) File(now time.Time) (File, error) {
	f := File{Kind: in.Report, AsOf: in.AsOf, Format: in.Format}
	if f.AsOf == nil || f.AsOf.After(now) {
		f.AsOf = &now
	}
	switch in.Report {
	case KindDAC7, KindForm1099K:
		if in.Year == nil {
			return f, ErrSpan.Saying("Give a year.").At("year")
		}
		f.Year = *in.Year
		_, err := YearOf(f.Year)
		return f, err
	case KindSales, KindTaxes:
		if in.From == nil || in.To == nil {
			return f, ErrSpan.At("from")
		}
		f.Span = Span{in.From.UTC(), in.To.UTC()}
	}
	return f, f.Span.Check()
}

// name is the name of the file.
func (f File) name() string {
	what := strings.ToLower(strings.ReplaceAll(string(f.Kind), "_", "-"))
	if f.Year != 0 {
		return fmt.Sprintf("etal-%s-%d.%s", what, f.Year, strings.ToLower(string(f.Format)))
	}
	return fmt.Sprintf("etal-%s-%s-%s.%s", what, f.Span.From.Format(time.DateOnly), f.Span.To.Format(time.DateOnly), strings.ToLower(string(f.Format)))
}

// AskExport writes down that an operator wants a file of a report. It returns ErrSpan
// and the faults of export.Ask.
func (s *Service) AskExport(ctx context.Context, exports *export.Service, by actor.Actor, in ExportInput) (*export.Export, error) {
	f, err := in.File(s.db.Clock().Now())
	if err != nil {
		return nil, err
	}
	params, err := json.Marshal(f)
	if err != nil {
		return nil, fmt.Errorf("encode what is asked for: %w", err)
	}
	r := export.Request{Kind: export.KindReport, Params: string(params), Filename: f.name(), ContentType: "text/csv; charset=utf-8"}
	if f.Format == JSONL {
		r.ContentType = "application/jsonl"
	}
	return exports.Ask(ctx, by, r)
}

// exportBatch is how many rows are in memory while a file is made.
const exportBatch = 200

// place is where a file goes on.
type place struct {
	Purse

	Done  int64 `json:"done"`
	Total int64 `json:"total"`
}

// ExportMaker makes files of reports, two hundred sellers at a time.
type ExportMaker struct{}

// Next implements export.Maker.
func (ExportMaker) Next(ctx context.Context, q db.Querier, e *export.Export) (export.Part, error) {
	var f File
	if err := json.Unmarshal([]byte(e.Params), &f); err != nil {
		return export.Part{}, fmt.Errorf("decode what is asked for: %w", err)
	}
	var at *place
	if e.Position != "" {
		at = new(place)
		if err := json.Unmarshal([]byte(e.Position), at); err != nil {
			return export.Part{}, fmt.Errorf("decode the position: %w", err)
		}
	}
	var out bytes.Buffer
	next, last, err := f.step(ctx, q, at, &out)
	if err != nil {
		return export.Part{}, err
	}
	position, err := json.Marshal(next)
	return export.Part{Content: out.Bytes(), Position: string(position), Done: next.Done, Total: next.Total, Last: last}, err
}

// Write writes a whole file to out. Memory does not grow with the number of sellers.
// Read through a snapshot, the file is of one state.
func Write(ctx context.Context, q db.Querier, f File, out io.Writer) error {
	var at *place
	for last := false; !last; {
		next, end, err := f.step(ctx, q, at, out)
		if err != nil {
			return err
		}
		at, last = next, end
	}
	return nil
}

// step writes the rows that follow a place and returns where it has come to.
func (f File) step(ctx context.Context, q db.Querier, after *place, out io.Writer) (next *place, last bool, err error) {
	t := table{columns: f.columns(), out: out, format: f.Format}
	if f.Kind == KindTaxes {
		rows, err := taxes(ctx, q, f.Span, f.AsOf)
		if err != nil {
			return nil, false, err
		}
		t.begin()
		for _, r := range rows {
			t.row(r.cells())
		}
		return &place{Done: int64(len(rows)), Total: int64(len(rows))}, true, t.end()
	}
	if after == nil {
		after = &place{}
		if after.Total, err = countPurses(ctx, q); err != nil {
			return nil, false, fmt.Errorf("count sellers: %w", err)
		}
		t.begin()
	}
	purses, err := selectPursesAfter(ctx, q, after.Purse, exportBatch)
	if err != nil {
		return nil, false, fmt.Errorf("list sellers: %w", err)
	}
	if err := f.write(ctx, q, purses, &t); err != nil {
		return nil, false, err
	}
	next = &place{Purse: after.Purse, Done: after.Done + int64(len(purses)), Total: after.Total}
	if n := len(purses); n > 0 {
		next.Purse = *purses[n-1]
	}
	return next, len(purses) < exportBatch, t.end()
}

// write writes the rows of some purses.
func (f File) write(ctx context.Context, q db.Querier, purses []*Purse, t *table) error {
	if f.Kind == KindSales {
		rows, err := sales(ctx, q, purses, f.Span.until(f.AsOf))
		for _, r := range rows {
			t.row(r.cells())
		}
		return err
	}
	y := yearly{f.Kind, f.Year, 12}
	if f.Kind == KindDAC7 {
		y.parts = 4
	}
	bounds, err := y.bounds(f.AsOf)
	if err != nil {
		return err
	}
	rows, err := years(ctx, q, purses, y, bounds)
	for _, r := range rows {
		t.row(f.yearCells(r))
	}
	return err
}

func (f File) columns() []string {
	who := []string{"seller", "currency", "year", "legal_name", "address", "country", "tax_id", "tin", "registration_number", "financial_account", "bank_last_four", "legal_form", "missing"}
	switch f.Kind {
	case KindTaxes:
		return []string{"jurisdiction", "remitter", "currency", "base", "tax", "returned", "due", "remitted", "open"}
	case KindDAC7:
		columns := append(who, "birth_date", "small_goods_seller", "transactions", "consideration")
		for i := range 4 {
			columns = append(columns, fmt.Sprintf("q%d_transactions", i+1), fmt.Sprintf("q%d_consideration", i+1), fmt.Sprintf("q%d_fees", i+1))
		}
		return columns
	case KindForm1099K:
		columns := append(who, "above_threshold", "transactions", "gross")
		for i := range 12 {
			columns = append(columns, fmt.Sprintf("m%02d_gross", i+1))
		}
		return columns
	case KindSales:
	}
	return []string{
		"seller", "currency", "orders", "goods", "discounts", "shipping", "taxes", "gross", "refunds", "commission", "commission_vat",
		"commission_returned", "commission_vat_returned", "promotions", "margin", "take_rate_basis_points",
	}
}

func (r *SalesRow) cells() []string {
	rate := ""
	if of := r.TakeRateBasisPoints(); of != nil {
		rate = strconv.Itoa(*of)
	}
	cells := []string{string(r.SellerID), string(r.Currency), strconv.FormatInt(r.Orders, 10)}
	for _, minor := range []int64{
		r.SalesMinor, r.DiscountsMinor, r.ShippingMinor, r.TaxesMinor, r.GrossMinor(), -r.RefundsMinor, r.CommissionMinor, r.CommissionVATMinor,
		r.ReturnedMinor, r.ReturnedVATMinor, r.Promotions().Minor, r.Margin().Minor,
	} {
		cells = append(cells, r.of(minor).Decimal())
	}
	return append(cells, rate)
}

func (r *TaxRow) cells() []string {
	decimal := func(of *money.Amount) string {
		if of == nil {
			return ""
		}
		return of.Decimal()
	}
	return []string{
		r.Jurisdiction, string(r.Remitter), string(r.Currency), r.Base().Decimal(), r.Tax().Decimal(), decimal(r.Returned()), r.Due().Decimal(),
		decimal(r.Remitted()), decimal(r.Open()),
	}
}

// text is what a person has typed: in a table it is no formula of a spreadsheet.
func (f File) text(typed string) string {
	if f.Format == CSV {
		return export.Text(typed)
	}
	return typed
}

func (f File) yearCells(r *YearRow) []string {
	var missing []string
	for _, m := range r.Missing() {
		missing = append(missing, string(m))
	}
	cells := []string{
		string(r.SellerID), string(r.Currency), strconv.Itoa(r.Year), f.text(r.LegalName), f.text(r.Address), r.Country, f.text(r.TaxID), f.text(r.TIN),
		f.text(r.RegistrationNumber), r.FinancialAccount, r.BankLastFour, string(r.Form), strings.Join(missing, " "),
	}
	count := strconv.Itoa(r.Transactions())
	if f.Kind == KindForm1099K {
		cells = append(cells, strconv.FormatBool(r.IsAbove1099K()), count, r.Gross().Decimal())
		for _, p := range r.Parts {
			cells = append(cells, p.Gross().Decimal())
		}
		return cells
	}
	cells = append(cells, r.BirthDay, strconv.FormatBool(r.IsSmall()), count, r.Consideration().Decimal())
	for _, p := range r.Parts {
		cells = append(cells, strconv.FormatInt(p.Orders, 10), p.Consideration().Decimal(), p.Fees().Decimal())
	}
	return cells
}

// table writes rows in one of the forms.
type table struct {
	columns []string
	format  Format
	out     io.Writer
	csv     *csv.Writer
	err     error
}

func (t *table) begin() {
	if t.format == CSV {
		t.write(t.columns)
	}
}

func (t *table) write(cells []string) {
	if t.csv == nil {
		t.csv = csv.NewWriter(t.out)
	}
	_ = t.csv.Write(cells) // end tells
}

func (t *table) row(cells []string) {
	if t.format == CSV {
		t.write(cells)
		return
	}
	var line bytes.Buffer
	line.WriteByte('{')
	for i, c := range cells {
		if i > 0 {
			line.WriteByte(',')
		}
		name, _ := json.Marshal(t.columns[i]) // strings encode
		value, _ := json.Marshal(c)
		line.Write(name)
		line.WriteByte(':')
		line.Write(value)
	}
	line.WriteString("}\n")
	_, err := t.out.Write(line.Bytes())
	t.err = errors.Join(t.err, err)
}

func (t *table) end() error {
	if t.csv == nil {
		return t.err
	}
	t.csv.Flush()
	return errors.Join(t.err, t.csv.Error())
}
