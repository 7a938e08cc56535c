package ledger

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// exportBatch is how many journals are in memory while the ledger is exported.
const exportBatch = 500

// ExportFormat says in which form the ledger is exported.
type ExportFormat string

// The forms.
const (
	// FormatCSV is a table with a row for each entry and the names of its columns first.
	FormatCSV ExportFormat = "CSV"
	// FormatJSONL is a JSON object for each entry, one a line.
	FormatJSONL ExportFormat = "JSONL"
)

// ExportInput asks for a file of the ledger.
type ExportInput struct {
	From   *time.Time // inclusive; from the beginning when nil
	To     *time.Time // exclusive; up to now when nil
	Format ExportFormat
}

// Span is what of the ledger is exported: what was posted at From or later, and
// before To. UTC.
type Span struct {
	From   time.Time    `json:"from"`
	To     time.Time    `json:"to"`
	Format ExportFormat `json:"format"`
}

// AskExport writes down that an operator wants a file of the ledger, for callers
// that have asked whether they may. It returns ErrSpan and those of export.Ask.
func (s *Service) AskExport(ctx context.Context, exports *export.Service, by actor.Actor, in ExportInput) (*export.Export, error) {
	span := Span{To: s.db.Clock().Now(), Format: in.Format}
	if in.From != nil {
		span.From = in.From.UTC()
	}
	if in.To != nil {
		span.To = in.To.UTC()
	}
	if !span.From.Before(span.To) {
		return nil, ErrSpan.At("to")
	}
	params, err := json.Marshal(span)
	if err != nil {
		return nil, fmt.Errorf("encode the span: %w", err)
	}
	r := export.Request{
		Kind: export.KindLedger, Params: string(params),
		Filename: fmt.Sprintf("etal-ledger-%s-%s.csv", dayOf(span.From), dayOf(span.To)), ContentType: "text/csv; charset=utf-8",
	}
	if in.Format == FormatJSONL {
		r.Filename, r.ContentType = r.Filename[:len(r.Filename)-len("csv")]+"jsonl", "application/jsonl"
	}
	return exports.Ask(ctx, by, r)
}

// journalKey is where the next part of an export goes on.
type journalKey struct {
	PostedAt time.Time `json:"at"`
	ID       JournalID `json:"id"`
	Done     int64     `json:"done"`
	Total    int64     `json:"total"`
}

// ExportMaker makes files of the ledger, some hundred journals at a time.
type ExportMaker struct{}

// Next implements export.Maker.
func (ExportMaker) Next(ctx context.Context, q db.Querier, e *export.Export) (export.Part, error) {
	var span Span
	if err := json.Unmarshal([]byte(e.Params), &span); err != nil {
		return export.Part{}, fmt.Errorf("decode the span: %w", err)
	}
	var at *journalKey
	if e.Position != "" {
		at = new(journalKey)
		if err := json.Unmarshal([]byte(e.Position), at); err != nil {
			return export.Part{}, fmt.Errorf("decode the position: %w", err)
		}
	}
	var out bytes.Buffer
	next, last, err := span.step(ctx, q, at, &out)
	if err != nil {
		return export.Part{}, err
	}
	position, err := json.Marshal(next)
	return export.Part{Content: out.Bytes(), Position: string(position), Done: next.Done, Total: next.Total, Last: last}, err
}

// Export writes what was posted in a span to out, oldest first, and tells after
// each batch how many journals are done of how many. Memory does not grow with
// the ledger. Read through a snapshot, the file is of one state.
func Export(ctx context.Context, q db.Querier, span Span, out io.Writer, progress func(done, total int64)) error {
	var at *journalKey
	for last := false; !last; {
		next, end, err := span.step(ctx, q, at, out)
		if err != nil {
			return err
		}
		progress(next.Done, next.Total)
		at, last = next, end
	}
	return nil
}

// step writes the journals that follow a place and returns where it has come to.
func (p Span) step(ctx context.Context, q db.Querier, after *journalKey, out io.Writer) (next *journalKey, last bool, err error) {
	begins := after == nil
	if begins {
		after = &journalKey{}
		if after.Total, err = countJournals(ctx, q, p); err != nil {
			return nil, false, fmt.Errorf("count journals: %w", err)
		}
	}
	journals, err := selectJournalsAfter(ctx, q, p, after, exportBatch)
	if err != nil {
		return nil, false, fmt.Errorf("read journals: %w", err)
	}
	seqs, err := selectSeqs(ctx, q, journals)
	if err != nil {
		return nil, false, fmt.Errorf("read their places: %w", err)
	}
	write := writeJSONL
	if p.Format == FormatCSV {
		write = writeCSV
	}
	if err := write(out, exportRows(journals, seqs), begins); err != nil {
		return nil, false, err
	}
	next = &journalKey{after.PostedAt, after.ID, after.Done + int64(len(journals)), after.Total}
	if n := len(journals); n > 0 {
		next.PostedAt, next.ID = journals[n-1].PostedAt.UTC(), journals[n-1].ID
	}
	return next, len(journals) < exportBatch, nil
}

// ExportRow is an entry with its journal, as it is exported.
type ExportRow struct {
	Seq                 int64          `json:"seq"` // the journal's place in the chain; 0 until it has one
	JournalID           JournalID      `json:"journal"`
	PostedAt            time.Time      `json:"postedAt"`
	Kind                Kind           `json:"kind"`
	Source              string         `json:"source"`
	OrderID             string         `json:"order"`
	ProviderAccount     string         `json:"providerAccount"`
	ProviderTransaction string         `json:"providerTransaction"`
	EntryID             EntryID        `json:"entry"`
	Book                string         `json:"book"` // PLATFORM or MIRROR
	Account             string         `json:"account"`
	SellerID            seller.ID      `json:"seller"`
	Currency            money.Currency `json:"currency"`
	AmountMinor         int64          `json:"amountMinor"` // debit positive
}

func exportRows(journals []*Journal, seqs map[JournalID]int64) []*ExportRow {
	var rows []*ExportRow
	for _, j := range journals {
		for _, e := range j.Entries {
			r := &ExportRow{
				Seq: seqs[j.ID], JournalID: j.ID, PostedAt: j.PostedAt.UTC(), Kind: j.Kind, Source: j.Source, OrderID: j.OrderID,
				ProviderAccount: j.ProviderAccount, ProviderTransaction: j.ProviderTransaction,
				EntryID: e.ID, Book: "PLATFORM", Account: e.Account, SellerID: e.SellerID, Currency: e.Currency, AmountMinor: e.AmountMinor,
			}
			if (Account{Name: e.Account}).IsMemo() {
				r.Book = "MIRROR"
			}
			rows = append(rows, r)
		}
	}
	return rows
}

func writeJSONL(out io.Writer, rows []*ExportRow, _ bool) error {
	encoder := json.NewEncoder(out)
	for _, r := range rows {
		if err := encoder.Encode(r); err != nil {
			return fmt.Errorf("write an entry: %w", err)
		}
	}
	return nil
}

func writeCSV(out io.Writer, rows []*ExportRow, begins bool) error {
	w := csv.NewWriter(out)
	if begins {
		_ = w.Write([]string{ // Error tells
			"seq", "journal", "posted_at", "kind", "source", "order", "provider_account", "provider_transaction",
			"entry", "book", "account", "seller", "currency", "amount_minor",
		})
	}
	for _, r := range rows {
		_ = w.Write([]string{
			strconv.FormatInt(r.Seq, 10), string(r.JournalID), r.PostedAt.Format(time.RFC3339Nano), string(r.Kind), r.Source, r.OrderID,
			r.ProviderAccount, r.ProviderTransaction, string(r.EntryID), r.Book, r.Account, string(r.SellerID), string(r.Currency),
			strconv.FormatInt(r.AmountMinor, 10),
		})
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return fmt.Errorf("write entries: %w", err)
	}
	return nil
}
