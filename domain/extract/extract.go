package extract

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
)

// batch is how many rows are read at once.
const batch = 500

// countedTo is up to how many rows are counted, to say how far a file is.
const countedTo = 1_000_000

// Lists are those who answer the lists.
type Lists struct {
	Orders  *order.Service
	Sellers *seller.Service
	Catalog *catalog.Service
	Payouts *payout.Service
	Refunds *refund.Service
	Ledger  *ledger.Service
	Plans   *plan.Service
}

// Service makes files of lists.
type Service struct {
	lists   Lists
	exports *export.Service
	clock   clock.Clock
}

// New returns the service, and has it make the files of lists.
func New(lists Lists, exports *export.Service, c clock.Clock) *Service {
	s := &Service{lists: lists, exports: exports, clock: c}
	for _, kind := range []export.Kind{
		export.KindOrders, export.KindSellerOrders, export.KindSellers, export.KindProducts,
		export.KindPayouts, export.KindTransfers, export.KindRefunds, export.KindLedgerEntries,
	} {
		exports.Reads(kind, s)
	}
	return s
}

// PayoutFilter narrows a list of payouts; empty fields do not narrow.
type PayoutFilter struct {
	SellerID *seller.ID // a member's own seller; all sellers when an operator leaves it out
	Status   *payout.Status
}

// TransferFilter narrows a list of transfers; empty fields do not narrow.
type TransferFilter struct {
	SellerID *seller.ID // a member's own seller; all sellers when an operator leaves it out
	Status   *payout.TransferStatus
}

// Input asks for a file of the one list whose filter is set. An empty filter is the
// whole list.
type Input struct {
	Orders        *order.Filter            `json:"orders,omitempty"`
	SellerOrders  *order.SellerOrderFilter `json:"sellerOrders,omitempty"`
	Sellers       *seller.Filter           `json:"sellers,omitempty"`
	Products      *catalog.OwnFilter       `json:"products,omitempty"`
	Payouts       *PayoutFilter            `json:"payouts,omitempty"`
	Transfers     *TransferFilter          `json:"transfers,omitempty"`
	Refunds       *refund.Filter           `json:"refunds,omitempty"`
	LedgerEntries *ledger.EntryFilter      `json:"ledgerEntries,omitempty"`
}

// Kind is which list is asked for. It returns ErrOneList for none and for several.
func (in Input) Kind() (kind export.Kind, err error) {
	n := 0
	for of, isSet := range map[export.Kind]bool{
		export.KindOrders: in.Orders != nil, export.KindSellerOrders: in.SellerOrders != nil, export.KindSellers: in.Sellers != nil,
		export.KindProducts: in.Products != nil, export.KindPayouts: in.Payouts != nil, export.KindTransfers: in.Transfers != nil,
		export.KindRefunds: in.Refunds != nil, export.KindLedgerEntries: in.LedgerEntries != nil,
	} {
		if isSet {
			kind, n = of, n+1
		}
	}
	if n != 1 {
		return "", ErrOneList
	}
	return kind, nil
}

// asked is what is kept of who has asked, and for what.
type asked struct {
	Role     actor.Role `json:"role"`
	SellerID string     `json:"seller,omitempty"`
	Of       Input      `json:"of"`
}

// place is where a file goes on.
type place struct {
	Cursor string `json:"cursor"`
	Done   int64  `json:"done"`
	Total  int64  `json:"total"`
}

// Ask writes down that somebody wants a file of a list. It returns ErrOneList, what
// the list itself returns for the filter, and the faults of export.Ask.
func (s *Service) Ask(ctx context.Context, by actor.Actor, in Input) (*export.Export, error) {
	kind, err := in.Kind()
	if err != nil {
		return nil, err
	}
	if _, err := s.list(in).read(ctx, by, page.First(1)); err != nil {
		return nil, err
	}
	params, err := json.Marshal(asked{by.Role, by.SellerID, in})
	if err != nil {
		return nil, fmt.Errorf("encode what is asked for: %w", err)
	}
	name := "etal-" + filename(kind) + "-" + s.clock.Now().UTC().Format(time.DateOnly) + ".csv"
	return s.exports.Ask(ctx, by, export.Request{
		Kind: kind, SubjectID: by.SellerID, Params: string(params), Filename: name, ContentType: "text/csv; charset=utf-8",
	})
}

// filename is a kind as it stands in the name of a file.
func filename(kind export.Kind) string {
	return strings.ReplaceAll(strings.ToLower(string(kind)), "_", "-")
}

// Read implements export.Reader: it makes the page of a list that follows, with the
// names of the columns first.
func (s *Service) Read(ctx context.Context, e *export.Export) (export.Part, error) {
	var a asked
	if err := json.Unmarshal([]byte(e.Params), &a); err != nil {
		return export.Part{}, fmt.Errorf("decode what is asked for: %w", err)
	}
	by := actor.Actor{AccountID: e.OwnerID, Role: a.Role, SellerID: a.SellerID}
	var at place
	w := page.First(batch)
	if e.Position != "" {
		if err := json.Unmarshal([]byte(e.Position), &at); err != nil {
			return export.Part{}, fmt.Errorf("decode the position: %w", err)
		}
		w = w.After(at.Cursor)
	}
	l := s.list(a.Of)
	b, err := l.read(ctx, by, w)
	if err != nil {
		return export.Part{}, err
	}
	var out bytes.Buffer
	t := csv.NewWriter(&out) // Error tells
	if e.Position == "" {
		_ = t.Write(l.columns)
		if at.Total, err = b.count(ctx, countedTo); err != nil {
			return export.Part{}, fmt.Errorf("count the rows: %w", err)
		}
	}
	_ = t.WriteAll(b.rows)
	at.Done += int64(len(b.rows))
	at.Total, at.Cursor = max(at.Total, at.Done), b.end
	position, err := json.Marshal(at)
	if err != nil {
		return export.Part{}, fmt.Errorf("encode the position: %w", err)
	}
	return export.Part{Content: out.Bytes(), Position: string(position), Done: at.Done, Total: at.Total, Last: !b.more}, t.Error()
}
