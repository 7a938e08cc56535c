package statement

import (
	"context"
	"fmt"
	"reflect"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/ledger"
)

// verifyBatch is how many statements are compared at once.
const verifyBatch = 200

// Verify reads everything that was closed and tells where it breaks S1 (the lines
// of a journal sum to its entries, each journal that was followed has its lines, and
// what is kept of them by day and month is what they sum to), S2 (a statement is the sum
// of its lines and begins where the one before it ended; none is missing; numbers have
// no gaps) and S3 (a document is the sum of the commission of its statement).
func Verify(ctx context.Context, q db.Querier) ([]check.Finding, error) {
	var r report
	if err := r.lines(ctx, q); err != nil {
		return nil, fmt.Errorf("verify lines: %w", err)
	}
	if err := r.periods(ctx, q); err != nil {
		return nil, fmt.Errorf("verify months: %w", err)
	}
	if err := r.statements(ctx, q); err != nil {
		return nil, fmt.Errorf("verify statements: %w", err)
	}
	if err := r.documents(ctx, q); err != nil {
		return nil, fmt.Errorf("verify documents: %w", err)
	}
	return r.findings, nil
}

// report gathers what does not hold.
type report struct{ findings []check.Finding }

func (r *report) broken(invariant, subject, detail string, args ...any) {
	r.findings = append(r.findings, check.Finding{Invariant: invariant, Subject: subject, Detail: fmt.Sprintf(detail, args...)})
}

func (r *report) lines(ctx context.Context, q db.Querier) error {
	wrong, err := selectWrongLines(ctx, q)
	for _, w := range wrong {
		r.broken("S1", w.SellerID, "journal %d of the chain: the lines of book %s sum to %d %s, its entries to %d", w.Seq, w.Book, w.Kept, w.Currency, w.Booked)
	}
	if err != nil {
		return err
	}
	forged, err := selectForgedSums(ctx, q)
	for _, f := range forged {
		r.broken("S1", f.SellerID, "%s of %s in %s is kept as %d, and sums to %d", f.What, f.Span, f.Currency, f.Kept, f.Real)
	}
	return err
}

func (r *report) periods(ctx context.Context, q db.Querier) error {
	all, err := selectPeriods(ctx, q)
	if err != nil {
		return err
	}
	for i, p := range all {
		before := ""
		if i > 0 {
			before = all[i-1].Month
			end, err := endOf(before)
			if err != nil || end.Format(monthForm) != p.Month || all[i-1].ToSeq != p.FromSeq {
				r.broken("S2", p.Month, "the month does not follow %s", before)
			}
		}
		if p.CompletedAt == nil {
			continue
		}
		missing, err := selectDue(ctx, q, p, before)
		if err != nil {
			return err
		}
		for _, k := range missing {
			r.broken("S2", string(k.seller), "there is no statement of %s in %s", p.Month, k.currency)
		}
	}
	for table, subject := range map[string]string{"seller_statements": "S2", "commission_documents": "S3"} {
		gaps, err := selectGaps(ctx, q, table)
		if err != nil {
			return err
		}
		for _, g := range gaps {
			r.broken(subject, g.Series, "%d numbers up to %d were used, %d were given out", g.Used, g.Highest, g.Last)
		}
	}
	return nil
}

// statements compares each statement with its lines, its month and the statement
// before it.
func (r *report) statements(ctx context.Context, q db.Querier) error {
	ended := map[purse]*Statement{}
	var after *Statement
	for {
		rows, err := selectAll(ctx, q, after, verifyBatch)
		if err != nil {
			return err
		}
		for _, st := range rows {
			k := purse{st.SellerID, st.Currency}
			if err := r.statement(ctx, q, st, ended[k]); err != nil {
				return err
			}
			ended[k], after = st, st
		}
		if len(rows) < verifyBatch {
			break
		}
	}
	return nil
}

func (r *report) statement(ctx context.Context, q db.Querier, st, before *Statement) error {
	if before == nil {
		before = &Statement{}
	}
	if st.OpeningMinor != before.ClosingMinor || st.ProviderOpeningMinor != before.ProviderClosingMinor {
		r.broken("S2", st.Number, "it opens with %d and %d %s at the provider, the one before closed with %d and %d",
			st.OpeningMinor, st.ProviderOpeningMinor, st.Currency, before.ClosingMinor, before.ProviderClosingMinor)
	}
	p, err := selectPeriod(ctx, q, st.Month)
	if err != nil {
		return err
	}
	if p == nil || p.FromSeq != st.FromSeq || p.ToSeq != st.ToSeq {
		r.broken("S2", st.Number, "it is not of the part of the chain that %s is", st.Month)
	}
	again := *st
	if err := again.fill(ctx, q); err != nil {
		return err
	}
	moved, err := ledger.Movements(ctx, q, ledger.Stretch{Seller: st.SellerID, Currency: st.Currency, From: st.FromSeq, To: st.ToSeq}, balanceAccounts())
	if err != nil {
		return err
	}
	r.parts(st, again.partsBy(moved))
	if again.ClosingMinor != st.ClosingMinor || again.ProviderClosingMinor != st.ProviderClosingMinor || !reflect.DeepEqual(again.Totals, st.Totals) {
		r.broken("S2", st.Number, "it closes with %d and %d %s at the provider, its lines with %d and %d",
			st.ClosingMinor, st.ProviderClosingMinor, st.Currency, again.ClosingMinor, again.ProviderClosingMinor)
	}
	return nil
}

// parts compares where a statement says its balances are with the ledger, and with the
// balances.
func (r *report) parts(st *Statement, again []*Part) {
	if st.Parts != nil && !reflect.DeepEqual(st.Parts, again) {
		r.broken("S2", st.Number, "it says that its balances are elsewhere than the ledger does")
	}
	sums := map[Book][2]int64{}
	for _, p := range again {
		sums[p.Book] = [2]int64{sums[p.Book][0] + p.OpeningMinor, sums[p.Book][1] + p.ClosingMinor}
	}
	want := map[Book][2]int64{BookPlatform: {st.OpeningMinor, st.ClosingMinor}, BookProvider: {st.ProviderOpeningMinor, st.ProviderClosingMinor}}
	for _, book := range []Book{BookPlatform, BookProvider} {
		if sums[book] != want[book] {
			r.broken("S2", st.Number, "the parts of book %s sum to %d and %d %s, the balances are %d and %d",
				book, sums[book][0], sums[book][1], st.Currency, want[book][0], want[book][1])
		}
	}
}

// documents compares each document with the lines of its statement.
func (r *report) documents(ctx context.Context, q db.Querier) error {
	after := DocumentID("")
	for {
		rows, err := selectIssued(ctx, q, after, verifyBatch)
		if err != nil {
			return err
		}
		for _, d := range rows {
			after = d.ID
			st, err := selectStatement(ctx, q, d.StatementID)
			if err != nil {
				return err
			}
			groups, err := selectGroups(ctx, q, st.part())
			if err != nil {
				return err
			}
			real := documentOf(st, d.Kind, groups)
			if real == nil || real.NetMinor != d.NetMinor || real.VATMinor != d.VATMinor || !reflect.DeepEqual(real.VATGroups, d.VATGroups) ||
				real.SellerID != d.SellerID || real.Currency != d.Currency || real.Month != d.Month {
				r.broken("S3", d.Number, "it says %s and %s VAT, which is not what %s has of it", d.Net(), d.VAT(), st.Number)
			}
		}
		if len(rows) < verifyBatch {
			return nil
		}
	}
}
