package statement

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// Filter narrows lists of statements and documents; what is empty does not narrow.
type Filter struct {
	Seller   *seller.ID // members see their own only
	Currency money.Currency
}

// idKey is the sort key of statements and documents.
type idKey struct {
	ID string `json:"i"`
}

// Find pages through closed statements, newest first: those of the actor's seller,
// or of the one asked for, or of all, when the actor is an operator. It returns
// seller.ErrNotFound for sellers of others.
func (s *Service) Find(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Statement], error) {
	of, err := seller.Scope(by, f.Seller)
	if err != nil {
		return nil, err
	}
	rows, err := selectStatements(ctx, s.db.Read(ctx), of, f.Currency, w)
	if err != nil {
		return nil, fmt.Errorf("load statements: %w", err)
	}
	return page.Connect(w, rows, func(st *Statement) any { return idKey{string(st.ID)} }), nil
}

// Get returns a closed statement that the actor may see, or ErrNotFound.
func (s *Service) Get(ctx context.Context, by actor.Actor, statementID ID) (*Statement, error) {
	found, err := s.SeenByIDs(ctx, by, []ID{statementID})
	if err == nil && found[statementID] == nil {
		err = ErrNotFound
	}
	return found[statementID], err
}

// SeenByIDs returns those of the closed statements that the actor sees, by their ids: of
// their seller, or any for an operator.
func (s *Service) SeenByIDs(ctx context.Context, by actor.Actor, ids []ID) (map[ID]*Statement, error) {
	of, err := seller.Scope(by, nil)
	if err != nil {
		return nil, nil //nolint:nilerr // whoever may see none sees none
	}
	rows, err := selectStatementsByIDs(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load statements: %w", err)
	}
	found := make(map[ID]*Statement, len(rows))
	for _, st := range rows {
		if of == "" || st.SellerID == of {
			found[st.ID] = st
		}
	}
	return found, nil
}

// Containing returns the closed statement of a seller that has a place of the chain, for
// callers that have decided who may see it; nil while that month is open.
func (s *Service) Containing(ctx context.Context, of seller.ID, c money.Currency, seq int64) (*Statement, error) {
	st, err := selectContaining(ctx, s.db.Read(ctx), purse{of, c}, seq)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("find the statement of a place: %w", err)
	}
	return st, nil
}

// Current returns what there is since the last closed month: of the actor's
// seller, or of the one an operator names. It lags behind the ledger by some
// seconds. It returns seller.ErrNotFound and seller.ErrSellerRequired.
func (s *Service) Current(ctx context.Context, by actor.Actor, asked *seller.ID, c money.Currency) (*Statement, error) {
	of, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	var st *Statement
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		open, after, err := openSince(ctx, q, purse{of, c})
		if err != nil {
			return err
		}
		h, err := selectHead(ctx, q)
		if err != nil {
			return err
		}
		st = open
		st.Month, st.ToSeq = s.db.Clock().Now().UTC().Format(monthForm), h.Seq
		if err := st.fill(ctx, q); err != nil {
			return err
		}
		st.Parts, err = st.partsOf(ctx, q, since(after))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("sum the open statement: %w", err)
	}
	return st, nil
}

// LinesAsk asks for a page of the lines of a statement. It is comparable, so that a
// loader knows an ask that it has had before.
type LinesAsk struct {
	part   part
	window page.Window
}

// AskLines asks for a page of the lines of a statement that the caller has. It returns
// page.ErrCursor for the cursor of another list.
func AskLines(st *Statement, w page.Window) (LinesAsk, error) {
	var k lineKey
	if w.HasCursor() {
		if err := w.Decode(&k); err != nil {
			return LinesAsk{}, err
		}
	}
	return LinesAsk{st.part(), w}, nil
}

// Lines answers asks for pages of lines, in the order of the chain. A hundred asks
// take one query.
func (s *Service) Lines(ctx context.Context, asks []LinesAsk) (map[LinesAsk]*page.Connection[Line], error) {
	found := make(map[LinesAsk]*page.Connection[Line], len(asks))
	for asks := range slices.Chunk(asks, db.SelectionsMax) {
		rows, err := selectLines(ctx, s.db.Read(ctx), asks)
		if err != nil {
			return nil, fmt.Errorf("load lines: %w", err)
		}
		for i, ask := range asks {
			found[ask] = page.Connect(ask.window, rows[i], func(l *Line) any { return lineKey{l.Seq, l.Position} })
		}
	}
	return found, nil
}

// Documents pages through invoices and credit notes, newest first, as Find does.
func (s *Service) Documents(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Document], error) {
	of, err := seller.Scope(by, f.Seller)
	if err != nil {
		return nil, err
	}
	rows, err := selectDocuments(ctx, s.db.Read(ctx), of, f.Currency, w)
	if err != nil {
		return nil, fmt.Errorf("load documents: %w", err)
	}
	return page.Connect(w, rows, func(d *Document) any { return idKey{string(d.ID)} }), nil
}

// Document returns an invoice or a credit note that the actor may see, or
// ErrDocumentNotFound.
func (s *Service) Document(ctx context.Context, by actor.Actor, documentID DocumentID) (*Document, error) {
	of, err := seller.Scope(by, nil)
	if err != nil {
		return nil, ErrDocumentNotFound
	}
	d, err := selectDocument(ctx, s.db.Read(ctx), documentID)
	if errors.Is(err, db.ErrNotFound) || err == nil && of != "" && d.SellerID != of {
		return nil, ErrDocumentNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load document: %w", err)
	}
	return d, nil
}

// SeenDocumentsByIDs returns the documents that the actor sees of several.
func (s *Service) SeenDocumentsByIDs(ctx context.Context, by actor.Actor, ids []DocumentID) (map[DocumentID]*Document, error) {
	of, err := seller.Scope(by, nil)
	if err != nil {
		return nil, nil //nolint:nilerr // whoever acts for nobody sees none
	}
	rows, err := selectDocumentsByIDs(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load documents: %w", err)
	}
	found := make(map[DocumentID]*Document, len(rows))
	for _, d := range rows {
		if of == "" || d.SellerID == of {
			found[d.ID] = d
		}
	}
	return found, nil
}

// DocumentsByStatement returns the documents of several statements, by statement.
func (s *Service) DocumentsByStatement(ctx context.Context, ids []ID) (map[ID][]*Document, error) {
	rows, err := selectDocumentsOf(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load documents: %w", err)
	}
	byStatement := make(map[ID][]*Document, len(ids))
	for _, d := range rows {
		byStatement[d.StatementID] = append(byStatement[d.StatementID], d)
	}
	return byStatement, nil
}

// AddressOf writes the lines of an address that are not empty on one.
func AddressOf(lines ...string) string {
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return strings.TrimSpace(l) == "" }), ", ")
}
