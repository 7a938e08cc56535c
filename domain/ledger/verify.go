package ledger

import (
	"context"
	"fmt"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/seller"
)

// verifyBatch is how many journals are read at once from end to end.
const verifyBatch = 1000

// Mark is how far the chain was read, with nothing wrong up to there. The zero value
// has read nothing.
type Mark struct{ end head }

// Verify reads the whole ledger and tells where it breaks M1 (every journal
// sums to zero in each book), M2 (no account of a seller is overdrawn), L1
// (journals are as they were when they were chained, and none is missing), L2
// (what is kept beside the entries is what they sum to), L3 (what is in suspense
// is what its entries sum to) and L4 (the account of exchange holds for each converted
// order what has not been moved, at the rate of its payment).
func Verify(ctx context.Context, q db.Querier) ([]check.Finding, error) {
	return VerifySince(ctx, q, &Mark{})
}

// VerifySince is Verify, but it reads the chain from a mark on, and moves the mark to
// its end when nothing is wrong: journals before it are not hashed again. Sums are
// made of all entries, as ever.
func VerifySince(ctx context.Context, q db.Querier, from *Mark) ([]check.Finding, error) {
	var findings []check.Finding
	rows, err := selectUnbalanced(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify journals: %w", err)
	}
	for _, r := range rows {
		findings = append(findings, check.Finding{
			Invariant: "M1", Subject: r.JournalID,
			Detail: fmt.Sprintf("entries sum to %d %s, expected 0 in each book", r.SumMinor, r.Currency),
		})
	}
	overdrawn, err := selectNegativeSellers(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify sellers' accounts: %w", err)
	}
	for _, a := range overdrawn {
		findings = append(findings, check.Finding{
			Invariant: "M2", Subject: Account{a.Account, a.SellerID}.String(),
			Detail: fmt.Sprintf("overdrawn: balance %d %s", a.AmountMinor, a.Currency),
		})
	}
	chain, err := verifyChain(ctx, q, from)
	if err != nil {
		return nil, fmt.Errorf("verify the chain of journals: %w", err)
	}
	derived, err := verifyDerived(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify checkpoints: %w", err)
	}
	suspense, err := verifySuspense(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify suspense: %w", err)
	}
	exchange, err := verifyExchange(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("verify conversions: %w", err)
	}
	return slices.Concat(findings, chain, derived, suspense, exchange), nil
}

// verifySuspense compares what is said to be in suspense with its entries.
func verifySuspense(ctx context.Context, q db.Querier) (findings []check.Finding, err error) {
	sums, err := selectSuspenseSums(ctx, q)
	for _, s := range sums {
		findings = append(findings, check.Finding{
			Invariant: "L3", Subject: suspenseOf(s.SellerID).String(),
			Detail: fmt.Sprintf("what is in suspense and its entries differ by %d %s", s.SumMinor, s.Currency),
		})
	}
	return findings, err
}

// verifyChain walks the chain from a mark to its end.
func verifyChain(ctx context.Context, q db.Querier, from *Mark) (findings []check.Finding, err error) {
	broken := func(subject any, detail string, args ...any) {
		findings = append(findings, check.Finding{Invariant: "L1", Subject: fmt.Sprint(subject), Detail: fmt.Sprintf(detail, args...)})
	}
	last := head{Seq: from.end.Seq, Hash: from.end.Hash}
	for {
		links, err := selectLinks(ctx, q, last.Seq, verifyBatch)
		if err != nil {
			return nil, err
		}
		ids := make([]JournalID, len(links))
		for i, l := range links {
			ids[i] = l.JournalID
		}
		journals, err := selectWhole(ctx, q, ids)
		if err != nil {
			return nil, err
		}
		there := make(map[JournalID]*Journal, len(journals))
		for _, j := range journals {
			there[j.ID] = j
		}
		for _, l := range links {
			if l.Seq != last.Seq+1 {
				broken(l.JournalID, "link %d follows link %d: what was between is missing", l.Seq, last.Seq)
			}
			if j := there[l.JournalID]; j == nil {
				broken(l.JournalID, "journal %d of the chain is missing", l.Seq)
			} else if l.Hash != linkHash(last.Hash, l.Seq, j) {
				broken(l.JournalID, "journal %d of the chain is not as it was posted, or does not follow the one before it", l.Seq)
			}
			last.Seq, last.Hash = l.Seq, l.Hash
		}
		if len(links) < verifyBatch {
			break
		}
	}
	end, err := selectHead(ctx, q)
	if err != nil {
		return nil, err
	}
	if end.Seq != last.Seq || end.Hash != last.Hash {
		broken("the end of the chain", "it is journal %d, and the last link is %d", end.Seq, last.Seq)
	}
	if len(findings) == 0 {
		from.end = last
	}
	return findings, nil
}

// verifyDerived compares what is kept beside the entries with the entries.
func verifyDerived(ctx context.Context, q db.Querier) (findings []check.Finding, err error) {
	tail, err := selectForgedTail(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, e := range tail {
		findings = append(findings, check.Finding{
			Invariant: "L1", Subject: string(e), Detail: "the entry is not chained and not on the tail, or not as it is there",
		})
	}
	wrong, err := selectForgedSums(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, w := range wrong {
		subject := Account{w.Account, seller.ID(w.SellerID)}.String()
		if w.Day != "" {
			subject += " on " + w.Day
		}
		findings = append(findings, check.Finding{Invariant: "L2", Subject: subject, Detail: w.Detail + " " + w.Currency})
	}
	return findings, nil
}
