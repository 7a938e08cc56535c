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
	"github.com/etal-market/etal/domain/seller"
)

// exportBatch is how many lines are in memory while a statement is exported.
const exportBatch = 1000

// Format is the form of a file; its values are those of the GraphQL enum.
type Format string

// The forms.
const (
	CSV Format = "CSV" // a table
	PDF Format = "PDF" // for people to read
)

// ExportInput asks for a file of a statement.
type ExportInput struct {
	StatementID ID
	Format      Format // CSV when empty
}

// DocumentExportInput asks for a file of an invoice or a credit note.
type DocumentExportInput struct {
	DocumentID DocumentID
	Format     Format // PDF when empty
}

// request is what of a seller's is to be written.
type request struct {
	StatementID ID
	DocumentID  DocumentID // instead of the statement
	Format      Format
}

// AskExport writes down that somebody wants a closed statement as a table. It
// returns ErrNotFound, and those of export.Ask.
func (s *Service) AskExport(ctx context.Context, exports *export.Service, by actor.Actor, in ExportInput) (*export.Export, error) {
	st, err := s.Get(ctx, by, in.StatementID)
	if errors.Is(err, ErrNotFound) {
		return nil, ErrNotFound.At("statementId")
	}
	if err != nil {
		return nil, err
	}
	return request{StatementID: st.ID, Format: in.Format}.ask(ctx, exports, by, file{st.SellerID, fmt.Sprintf("%s-%s", st.Number, st.Currency)})
}

// AskDocument writes down that somebody wants an invoice or a credit note as a file.
// It returns ErrDocumentNotFound, and those of export.Ask.
func (s *Service) AskDocument(ctx context.Context, exports *export.Service, by actor.Actor, in DocumentExportInput) (*export.Export, error) {
	d, err := s.Document(ctx, by, in.DocumentID)
	if errors.Is(err, ErrDocumentNotFound) {
		return nil, ErrDocumentNotFound.At("documentId")
	}
	if err != nil {
		return nil, err
	}
	if in.Format == "" {
		in.Format = PDF
	}
	return request{DocumentID: d.ID, StatementID: d.StatementID, Format: in.Format}.ask(ctx, exports, by, file{d.SellerID, d.Number})
}

// file is whose file it is, and its name without what its form adds.
type file struct {
	of   seller.ID
	name string
}

func (r request) ask(ctx context.Context, exports *export.Service, by actor.Actor, f file) (*export.Export, error) {
	params, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("encode what is asked for: %w", err)
	}
	asked := export.Request{
		Kind: export.KindStatement, SubjectID: string(f.of), Params: string(params), Filename: f.name + ".csv", ContentType: "text/csv; charset=utf-8",
	}
	if r.Format == PDF {
		asked.Filename, asked.ContentType = f.name+".pdf", "application/pdf"
	}
	return exports.Ask(ctx, by, asked)
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
	var in request
	if err := json.Unmarshal([]byte(e.Params), &in); err != nil {
		return export.Part{}, fmt.Errorf("decode what is asked for: %w", err)
	}
	if in.DocumentID != "" {
		return documentPart(ctx, q, in)
	}
	st, err := selectStatement(ctx, q, in.StatementID)
	if errors.Is(err, db.ErrNotFound) {
		return export.Part{}, ErrNotFound
	}
	if err != nil {
		return export.Part{}, fmt.Errorf("load statement: %w", err)
	}
	if in.Format == PDF {
		return st.printed(ctx, q)
	}
	var at exportKey
	if e.Position != "" {
		if err := json.Unmarshal([]byte(e.Position), &at); err != nil {
			return export.Part{}, fmt.Errorf("decode the position: %w", err)
		}
	}
	return st.write(ctx, q, e.Position == "", at)
}

// printed is the whole of a statement for people to read, in one part.
func (st *Statement) printed(ctx context.Context, q db.Querier) (export.Part, error) {
	total := int64(0)
	for _, t := range st.Totals {
		total += t.Lines
	}
	var lines []*Line
	var err error
	if total <= linesInPDF {
		if lines, err = selectLinesAfter(ctx, q, st.part(), lineKey{}, linesInPDF); err != nil {
			return export.Part{}, fmt.Errorf("read lines: %w", err)
		}
	}
	name, err := selectName(ctx, q, st.SellerID)
	if err != nil {
		return export.Part{}, fmt.Errorf("name of %s: %w", st.SellerID, err)
	}
	parts, err := st.knownParts(ctx, q)
	if err != nil {
		return export.Part{}, err
	}
	content, err := st.pdf(name, parts, lines)
	return export.Part{Content: content, Position: "{}", Done: total, Total: total, Last: true}, err
}

// documentPart is the whole of an invoice or a credit note.
func documentPart(ctx context.Context, q db.Querier, in request) (export.Part, error) {
	d, err := selectDocument(ctx, q, in.DocumentID)
	if errors.Is(err, db.ErrNotFound) {
		return export.Part{}, ErrDocumentNotFound
	}
	if err != nil {
		return export.Part{}, fmt.Errorf("load document: %w", err)
	}
	rows := int64(len(d.VATGroups))
	part := export.Part{Position: "{}", Done: rows, Total: rows, Last: true}
	if in.Format == PDF {
		st, err := selectStatement(ctx, q, d.StatementID)
		if err != nil {
			return part, fmt.Errorf("load statement: %w", err)
		}
		part.Content, err = d.pdf(st.Number)
		return part, err
	}
	var out bytes.Buffer
	table := csv.NewWriter(&out)
	_ = table.Write([]string{"number", "kind", "month", "issued_at", "issuer", "issuer_tax_id", "recipient", "recipient_tax_id", "currency", "vat_basis_points", "net", "vat", "gross"})
	for _, g := range d.VATGroups {
		_ = table.Write([]string{ // Error tells
			d.Number, string(d.Kind), d.Month, d.IssuedAt.UTC().Format(time.RFC3339Nano), export.Text(d.Issuer.Name), export.Text(d.Issuer.TaxID),
			export.Text(d.Recipient.Name), export.Text(d.Recipient.TaxID), string(d.Currency), strconv.FormatInt(g.BasisPoints, 10), g.Net().Decimal(), g.VAT().Decimal(), money.New(g.NetMinor+g.VATMinor, d.Currency).Decimal(),
		})
	}
	table.Flush()
	part.Content = out.Bytes()
	return part, table.Error()
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
		parts, err := st.knownParts(ctx, q)
		if err != nil {
			return export.Part{}, err
		}
		st.end(table, parts)
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

// end writes the balances at the end, and where they are: what was there, came, went and
// is left.
func (st *Statement) end(table *csv.Writer, parts []*Part) {
	_ = table.Write(st.balance("CLOSING_BALANCE", BookPlatform, st.ClosingMinor))
	_ = table.Write(st.balance("CLOSING_BALANCE", BookProvider, st.ProviderClosingMinor))
	for _, p := range parts {
		_ = table.Write(st.balance(string(p.Kind)+"_OPENING", p.Book, p.OpeningMinor))
		_ = table.Write(st.balance(string(p.Kind)+"_IN", p.Book, p.InMinor))
		_ = table.Write(st.balance(string(p.Kind)+"_OUT", p.Book, p.OutMinor))
		_ = table.Write(st.balance(string(p.Kind)+"_CLOSING", p.Book, p.ClosingMinor))
	}
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
