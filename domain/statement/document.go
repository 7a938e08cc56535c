package statement

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// DocumentID names an invoice or a credit note, cdo_….
type DocumentID string

// DocumentKind says what a document is.
type DocumentKind string

// The kinds of document.
const (
	// Invoice asks for the commission and the charges of a month.
	Invoice DocumentKind = "INVOICE"
	// CreditNote gives commission back, and says what was credited.
	CreditNote DocumentKind = "CREDIT_NOTE"
)

// Party is who somebody is by law, as of when a document was issued.
type Party struct {
	Name               string `json:"name"`
	RegistrationNumber string `json:"registrationNumber"` // may be empty
	TaxID              string `json:"taxId"`              // may be empty
	Address            string `json:"address"`            // its lines, parted by commas
	Country            string `json:"country"`            // ISO 3166-1 alpha-2
}

// VATGroup is what of a document is taxed at one rate, in minor units.
type VATGroup struct {
	BasisPoints int64          `json:"basisPoints"`
	Currency    money.Currency `json:"currency"`
	NetMinor    int64          `json:"netMinor"`
	VATMinor    int64          `json:"vatMinor"`
}

// Net is what it is about, without VAT.
func (g *VATGroup) Net() money.Amount { return money.New(g.NetMinor, g.Currency) }

// VAT is the VAT on it.
func (g *VATGroup) VAT() money.Amount { return money.New(g.VATMinor, g.Currency) }

// Document is the invoice for the commission and the charges of a statement, or
// the credit note for what was given back of them and credited. It is never changed. Amounts are in minor units
// and not below zero.
type Document struct {
	bun.BaseModel `bun:"table:commission_documents,alias:cdo"`

	ID          DocumentID   `bun:",pk"`
	Number      string       // such as CI-2026-000123 or CN-2026-000007; without gaps in a year
	Kind        DocumentKind // one of each kind for a statement
	StatementID ID
	SellerID    seller.ID
	Currency    money.Currency
	Month       string
	NetMinor    int64
	VATMinor    int64       `bun:"vat_minor"`
	VATGroups   []*VATGroup `bun:"vat_groups,type:jsonb"` // by rate
	Issuer      Party       `bun:"type:jsonb"`            // the platform
	Recipient   Party       `bun:"type:jsonb"`            // the seller
	IssuedAt    time.Time   // UTC
}

// Net is what it is about, without VAT.
func (d *Document) Net() money.Amount { return money.New(d.NetMinor, d.Currency) }

// VAT is the VAT on it.
func (d *Document) VAT() money.Amount { return money.New(d.VATMinor, d.Currency) }

// Gross is both together.
func (d *Document) Gross() money.Amount { return money.New(d.NetMinor+d.VATMinor, d.Currency) }

// issueBatch is how many statements are looked at once for documents.
const issueBatch = 200

// issueDue issues the documents of closed statements that have none, of sellers
// who have said who they are by law. Without the platform's name it issues none.
func (s *Service) issueDue(ctx context.Context) error {
	if s.issuer.Name == "" {
		return nil
	}
	after := ID("")
	for {
		due, err := selectUnissued(ctx, s.db.Read(ctx), after, issueBatch)
		if err != nil {
			return fmt.Errorf("find what is to be invoiced: %w", err)
		}
		for _, st := range due {
			after = st.ID
			if err := s.issue(ctx, st); err != nil {
				return fmt.Errorf("invoice %s: %w", st.Number, err)
			}
		}
		if len(due) < issueBatch {
			return nil
		}
	}
}

// issue issues the documents of a statement, unless they are there.
func (s *Service) issue(ctx context.Context, st *Statement) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if _, err := lockHead(ctx, tx); err != nil {
			return err
		}
		recipient, err := recipientOf(ctx, tx, st.SellerID)
		if errors.Is(err, db.ErrNotFound) {
			return nil // until they have said it
		}
		if err != nil {
			return fmt.Errorf("who %s is: %w", st.SellerID, err)
		}
		groups, err := selectGroups(ctx, tx, st.part())
		if err != nil {
			return fmt.Errorf("sum commission: %w", err)
		}
		for _, kind := range []DocumentKind{Invoice, CreditNote} {
			d := documentOf(st, kind, groups)
			if d == nil {
				continue
			}
			d.Issuer, d.Recipient = s.issuer, recipient
			if err := issueTx(ctx, tx, d); err != nil {
				return err
			}
		}
		return nil
	})
}

// issueTx writes a document with the next number, unless it is there.
func issueTx(ctx context.Context, tx db.Tx, d *Document) error {
	there, err := hasDocument(ctx, tx, d.StatementID, d.Kind)
	if err != nil || there {
		return err
	}
	series := "CI"
	if d.Kind == CreditNote {
		series = "CN"
	}
	d.ID, d.IssuedAt = id.New[DocumentID]("cdo"), tx.Now()
	if d.Number, err = nextNumber(ctx, tx, series, d.IssuedAt); err != nil {
		return err
	}
	if err := insertDocument(ctx, tx, d); err != nil {
		return fmt.Errorf("insert document: %w", err)
	}
	return event.Emit(ctx, tx, DocumentIssued{
		DocumentID: d.ID, Number: d.Number, Kind: d.Kind, StatementID: d.StatementID, SellerID: d.SellerID,
		Currency: d.Currency, NetMinor: d.NetMinor, VATMinor: d.VATMinor,
	})
}

// asked are the kinds of line that an invoice is about, and how they count.
func asked() (net, vat []Kind, sign int64) {
	return []Kind{KindCommission, KindCharges}, []Kind{KindCommissionVAT, KindChargesVAT}, -1
}

// returned are the kinds of line that a credit note is about, and how they count.
func returned() (net, vat []Kind, sign int64) {
	return []Kind{KindCommissionReturned, KindCredits}, []Kind{KindVATReturned, KindCreditsVAT}, 1
}

// invoiced are all kinds of line that documents are about.
func invoiced() []Kind {
	return []Kind{
		KindCommission, KindCommissionVAT, KindCommissionReturned, KindVATReturned,
		KindCharges, KindChargesVAT, KindCredits, KindCreditsVAT,
	}
}

// documentOf sums the lines of a statement that a kind of document is about; nil
// when there are none. Groups are by kind and rate.
func documentOf(st *Statement, kind DocumentKind, groups []group) *Document {
	net, vat, sign := asked()
	if kind == CreditNote {
		net, vat, sign = returned()
	}
	d := &Document{Kind: kind, StatementID: st.ID, SellerID: st.SellerID, Currency: st.Currency, Month: st.Month}
	for _, g := range groups {
		if !slices.Contains(net, g.Kind) && !slices.Contains(vat, g.Kind) {
			continue
		}
		n := len(d.VATGroups)
		if n == 0 || d.VATGroups[n-1].BasisPoints != g.VATBasisPoints {
			d.VATGroups = append(d.VATGroups, &VATGroup{BasisPoints: g.VATBasisPoints, Currency: st.Currency})
			n++
		}
		if slices.Contains(net, g.Kind) {
			d.VATGroups[n-1].NetMinor += sign * g.AmountMinor
			d.NetMinor += sign * g.AmountMinor
		} else {
			d.VATGroups[n-1].VATMinor += sign * g.AmountMinor
			d.VATMinor += sign * g.AmountMinor
		}
	}
	if len(d.VATGroups) == 0 {
		return nil
	}
	return d
}

// recipientOf is who a seller is by law; db.ErrNotFound when nobody has said so.
func recipientOf(ctx context.Context, q db.Querier, of seller.ID) (Party, error) {
	l, err := seller.LegalOf(ctx, q, of)
	if err != nil {
		return Party{}, err
	}
	return Party{
		Name: l.LegalName, RegistrationNumber: l.RegistrationNumber, TaxID: l.TaxID,
		Address: AddressOf(l.Line1, l.Line2, l.PostalCode+" "+l.City), Country: l.Country,
	}, nil
}
