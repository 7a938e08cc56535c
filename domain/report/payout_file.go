package report

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
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/sheet"
	"github.com/etal-market/etal/domain/statement"
)

// itemsInPDF is up to how many movements a payout for people has them one by one.
const itemsInPDF = 2000

// PayoutExportInput asks for a file of what a payout consists of.
type PayoutExportInput struct {
	PayoutID payout.ID
	Format   statement.Format // CSV when empty
}

// AskPayoutExport writes down that somebody wants what a payout consists of as a file. It
// returns ErrPayoutNotFound and the faults of export.Ask.
func (s *Service) AskPayoutExport(ctx context.Context, exports *export.Service, by actor.Actor, in PayoutExportInput) (*export.Export, error) {
	b, err := s.Payout(ctx, by, in.PayoutID)
	if errors.Is(err, ErrPayoutNotFound) {
		return nil, ErrPayoutNotFound.At("payoutId")
	}
	if err != nil {
		return nil, err
	}
	params, err := json.Marshal(in)
	if err != nil {
		return nil, fmt.Errorf("encode what is asked for: %w", err)
	}
	name := fmt.Sprintf("etal-payout-%s-%s", b.LeftAt.UTC().Format(time.DateOnly), b.PayoutID)
	r := export.Request{Kind: export.KindPayout, SubjectID: string(b.SellerID), Params: string(params), Filename: name + ".csv", ContentType: "text/csv; charset=utf-8"}
	if in.Format == statement.PDF {
		r.Filename, r.ContentType = name+".pdf", "application/pdf"
	}
	return exports.Ask(ctx, by, r)
}

// payoutPlace is where the file of a payout goes on, with what it is about: it is summed up
// once, at the beginning.
type payoutPlace struct {
	Of     *Breakdown `json:"of"`
	After  int64      `json:"after"`
	Before int64      `json:"before"`
	Seq    int64      `json:"seq"`
	Done   int64      `json:"done"`
}

// breakdown is what the file is about.
func (p *payoutPlace) breakdown() *Breakdown {
	b := *p.Of
	b.span = movementSpan{b.SellerID, b.Currency, p.After, p.Before}
	return &b
}

// PayoutMaker makes files of what payouts consist of, some hundred movements at a time.
type PayoutMaker struct{}

// Next implements export.Maker.
func (PayoutMaker) Next(ctx context.Context, q db.Querier, e *export.Export) (export.Part, error) {
	var in PayoutExportInput
	if err := json.Unmarshal([]byte(e.Params), &in); err != nil {
		return export.Part{}, fmt.Errorf("decode what is asked for: %w", err)
	}
	if e.Position != "" {
		at := new(payoutPlace)
		if err := json.Unmarshal([]byte(e.Position), at); err != nil || at.Of == nil {
			return export.Part{}, fmt.Errorf("decode the position: %w", err)
		}
		return at.breakdown().csvPart(ctx, q, at, false)
	}
	b, err := Itemise(ctx, q, "", in.PayoutID)
	if err != nil {
		return export.Part{}, err
	}
	if in.Format == statement.PDF {
		content, err := b.pdf(ctx, q)
		return export.Part{Content: content, Position: "{}", Done: b.Movements, Total: b.Movements, Last: true}, err
	}
	return b.csvPart(ctx, q, &payoutPlace{Of: b, After: b.span.after, Before: b.span.before}, true)
}

// csvPart makes the part of the table that follows a place: the balances at the ends, and
// between them the movements, each with the lines of its order.
func (b *Breakdown) csvPart(ctx context.Context, q db.Querier, at *payoutPlace, begins bool) (export.Part, error) {
	items, err := itemsOf(ctx, q, b.following(at.Seq))
	if err != nil {
		return export.Part{}, err
	}
	var out bytes.Buffer
	t := csv.NewWriter(&out) // Error tells
	if begins {
		_ = t.Write([]string{
			"posted_at", "kind", "order", "order_id", "currency", "sales", "fees", "refunds", "disputes", "reserve", "other", "amount",
			"line", "title", "sku", "quantity", "line_net",
		})
		_ = t.Write(b.balance("OPENING_BALANCE", b.OpeningMinor))
	}
	for _, i := range items {
		_ = t.Write(i.row())
		for _, l := range i.Lines {
			_ = t.Write(i.lineRow(l))
		}
		at.Seq = i.Seq
	}
	at.Done += int64(len(items))
	last := len(items) < itemBatch
	if last {
		_ = t.Write(b.balance("PAYOUT", -b.AmountMinor))
		_ = t.Write(b.balance("CLOSING_BALANCE", b.LeftMinor))
	}
	t.Flush()
	position, err := json.Marshal(at)
	return export.Part{Content: out.Bytes(), Position: string(position), Done: at.Done, Total: b.Movements, Last: last}, errors.Join(err, t.Error())
}

func (b *Breakdown) balance(kind string, minor int64) []string {
	row := make([]string, 17)
	row[1], row[4], row[11] = kind, string(b.Currency), (&Item{Currency: b.Currency, AmountMinor: minor}).Amount().Decimal()
	return row
}

func (i *Item) row() []string {
	return []string{
		i.PostedAt.UTC().Format(time.RFC3339Nano), string(i.Kind), i.Number, i.OrderID, string(i.Currency),
		i.Sales().Decimal(), i.Fees().Decimal(), i.Refunds().Decimal(), i.Disputes().Decimal(), i.Reserve().Decimal(), i.Other().Decimal(),
		i.Amount().Decimal(), "", "", "", "", "",
	}
}

// lineRow is a line of the order of a movement. It has no amount: what is in that column
// sums to the closing balance.
func (i *Item) lineRow(l *ItemLine) []string {
	sku := ""
	if l.SKU != nil {
		sku = *l.SKU
	}
	row := make([]string, 17)
	row[1], row[2], row[3], row[4] = "ORDER_LINE", i.Number, i.OrderID, string(i.Currency)
	row[12], row[13], row[14], row[15], row[16] = string(l.LineID), export.Text(l.Title), export.Text(sku), strconv.Itoa(l.Quantity), l.Net().Decimal()
	return row
}

// pdf writes a payout for people to read. Of one with very many movements it has the sums.
func (b *Breakdown) pdf(ctx context.Context, q db.Querier) ([]byte, error) {
	s := sheet.New("Payout "+string(b.PayoutID), b.LeftAt)
	s.Text("Left for the bank on "+b.LeftAt.UTC().Format(time.RFC3339), "Currency "+string(b.Currency))
	s.Heading("How it adds up")
	sums := []int{110, 20, 40}
	s.Row("B", 2, sums, "", "Entries", string(b.Currency))
	s.Row("", 2, sums, "Left by the payout before", "", b.Opening().Decimal())
	for _, p := range b.Parts {
		s.Row("", 2, sums, sheet.Words(string(p.Part)), strconv.FormatInt(p.Movements, 10), p.Amount().Decimal())
	}
	s.Row("", 2, sums, "Left for the next one", "", (&Item{Currency: b.Currency, AmountMinor: -b.LeftMinor}).Amount().Decimal())
	s.Row("B", 2, sums, "Paid to the bank", strconv.FormatInt(b.Movements, 10), b.Amount().Decimal())
	if b.Unexplained().Minor != 0 {
		s.Text("It does not add up: " + b.Unexplained().Decimal() + " are unexplained.")
	}
	s.Heading("What came and went")
	if b.Movements > itemsInPDF {
		s.Text("This payout has more entries than are printed. The table (CSV) has all of them.")
		return s.Bytes()
	}
	widths := []int{22, 38, 30, 26, 26, 28}
	s.Row("B", 3, widths, "Day", "What", "Order", "Sales", "Fees", "Amount")
	err := b.EachItem(ctx, q, func(i *Item) error {
		s.Row("", 3, widths, i.PostedAt.UTC().Format(time.DateOnly), sheet.Words(string(i.Kind)), i.Number, i.Sales().Decimal(), i.Fees().Decimal(), i.Amount().Decimal())
		return nil
	})
	if err != nil {
		return nil, err
	}
	return s.Bytes()
}
