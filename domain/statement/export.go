package statement

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/money"
)

// exportBatch is how many lines are in memory while a statement is exported.
const exportBatch = 1000

// ExportInput asks for a file of a statement.
type ExportInput struct {
	StatementID ID
}

// AskExport writes down that somebody wants a closed statement as a table. It
// returns ErrNotFound, and those of export.Ask.
func (s *Service) AskExport(ctx context.Context, exports *export.Service, by actor.Actor, in ExportInput) (*export.Export, error) {
	st, err := s.Get(ctx, by, in.StatementID)
	if err != nil {
		return nil, ErrNotFound.At("statementId")
	}
	params, err := json.Marshal(in)
	if err != nil {
		return nil, fmt.Errorf("encode what is asked for: %w", err)
	}
	return exports.Ask(ctx, by, export.Request{
		Kind: export.KindStatement, SubjectID: string(st.SellerID), Params: string(params),
		Filename: fmt.Sprintf("%s-%s.csv", st.Number, st.Currency), ContentType: "text/csv; charset=utf-8",
	})
}

// exportKey is where the next part of a file goes on.
type exportKey struct {
	lineKey

	Done  int64 `json:"done"`
	Total int64 `json:"total"`
}

// ExportMaker makes the files of statements, a thousand lines at a time.
type ExportMaker struct{}

// Next implements export.Maker.
func (ExportMaker) Next(ctx context.Context, q db.Querier, e *export.Export) (export.Part, error) {
	var in ExportInput
	if err := json.Unmarshal([]byte(e.Params), &in); err != nil {
		return export.Part{}, fmt.Errorf("decode what is asked for: %w", err)
	}
	st, err := selectStatement(ctx, q, in.StatementID)
	if errors.Is(err, db.ErrNotFound) {
		return export.Part{}, ErrNotFound
	}
	if err != nil {
		return export.Part{}, fmt.Errorf("load statement: %w", err)
	}
	var at exportKey
	if e.Position != "" {
		if err := json.Unmarshal([]byte(e.Position), &at); err != nil {
			return export.Part{}, fmt.Errorf("decode the position: %w", err)
		}
	}
	return st.write(ctx, q, e.Position == "", at)
}

// write makes the part of the file that follows a place: the balances at the ends,
// and between them the lines.
func (st *Statement) write(ctx context.Context, q db.Querier, begins bool, at exportKey) (export.Part, error) {
	if begins {
		for _, t := range st.Totals {
			at.Total += t.Lines
		}
	}
	lines, err := selectLinesAfter(ctx, q, st.part(), at.lineKey, exportBatch)
	if err != nil {
		return export.Part{}, fmt.Errorf("read lines: %w", err)
	}
	last := len(lines) < exportBatch
	var out bytes.Buffer
	table := csv.NewWriter(&out)
	if begins {
		st.begin(table)
	}
	for _, l := range lines {
		_ = table.Write(row(l)) // Error tells
		at.lineKey = lineKey{l.Seq, l.Position}
	}
	if last {
		st.end(table)
	}
	table.Flush()
	at.Done += int64(len(lines))
	position, err := json.Marshal(at)
	return export.Part{Content: out.Bytes(), Position: string(position), Done: at.Done, Total: at.Total, Last: last}, errors.Join(err, table.Error())
}

func (st *Statement) begin(table *csv.Writer) {
	_ = table.Write([]string{"seq", "posted_at", "book", "kind", "journal", "order", "currency", "amount", "vat_basis_points"})
	_ = table.Write(st.balance("OPENING_BALANCE", BookPlatform, st.OpeningMinor))
	_ = table.Write(st.balance("OPENING_BALANCE", BookProvider, st.ProviderOpeningMinor))
}

func (st *Statement) end(table *csv.Writer) {
	_ = table.Write(st.balance("CLOSING_BALANCE", BookPlatform, st.ClosingMinor))
	_ = table.Write(st.balance("CLOSING_BALANCE", BookProvider, st.ProviderClosingMinor))
}

func (st *Statement) balance(kind string, book Book, minor int64) []string {
	return []string{"", "", string(book), kind, "", "", string(st.Currency), money.New(minor, st.Currency).Decimal(), ""}
}

func row(l *Line) []string {
	rate := ""
	switch l.Kind { //nolint:exhaustive // only these have a rate
	case KindCommission, KindCommissionVAT, KindCommissionReturned, KindVATReturned,
		KindCharges, KindChargesVAT, KindCredits, KindCreditsVAT:
		rate = strconv.FormatInt(l.VATBasisPoints, 10)
	}
	return []string{
		strconv.FormatInt(l.Seq, 10), l.PostedAt.UTC().Format(time.RFC3339Nano), string(l.Book), string(l.Kind),
		string(l.JournalID), l.OrderID, string(l.Currency), l.Amount().Decimal(), rate,
	}
}
