package statement

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
)

// followBatch is how many journals are explained in one unit.
const followBatch = 200

// Service closes the months of sellers and shows them.
type Service struct {
	db     *db.DB
	ledger *ledger.Service
	issuer Party
}

// New returns the service. The issuer is who the platform is by law; without a
// name no documents are issued.
func New(d *db.DB, l *ledger.Service, issuer Party) *Service {
	return &Service{db: d, ledger: l, issuer: issuer}
}

// FollowJob is the job that writes the lines of what was chained.
type FollowJob struct{}

// Kind implements db.Job.
func (FollowJob) Kind() string { return "statement.follow" }

// Follow writes the lines of every chained journal that has none yet.
func (s *Service) Follow(ctx context.Context) error {
	more, err := s.isBehind(ctx)
	if err != nil {
		return fmt.Errorf("look for chained journals: %w", err)
	}
	for more {
		err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
			more, err = followTx(ctx, tx)
			return err
		})
		if err != nil {
			return fmt.Errorf("follow the chain of journals: %w", err)
		}
	}
	return nil
}

// isBehind reports whether journals were chained that no lines stand for yet.
func (s *Service) isBehind(ctx context.Context) (bool, error) {
	q := s.db.Read(ctx)
	h, err := selectHead(ctx, q)
	if err != nil {
		return false, err
	}
	end, err := ledger.ChainedTo(ctx, q)
	return end > h.SummedSeq, err
}

// followTx writes the lines of some journals, adds them to the sums and reports whether
// there may be more. The locked head lets one at a time do it, so each journal has its
// lines once, and is in the sums once.
func followTx(ctx context.Context, tx db.Tx) (more bool, err error) {
	h, err := lockHead(ctx, tx)
	if err != nil {
		return false, fmt.Errorf("lock the head: %w", err)
	}
	if before := h.SummedSeq; before < h.Seq {
		err := catchUpTx(ctx, tx, h)
		return h.SummedSeq > before, err
	}
	places, err := ledger.After(ctx, tx, h.Seq, followBatch)
	if err != nil || len(places) == 0 {
		return false, err
	}
	f, err := loadFacts(ctx, tx, places)
	if err != nil {
		return false, err
	}
	var all []*Line
	lines := make(map[ledger.JournalID][]*Line, len(places))
	for _, p := range places {
		lines[p.Journal.ID] = split(p, f)
		all = append(all, lines[p.Journal.ID]...)
	}
	if err := insertLines(ctx, tx, all); err != nil {
		return false, fmt.Errorf("insert lines: %w", err)
	}
	if err := sumTx(ctx, tx, h, places, lines); err != nil {
		return false, err
	}
	h.Seq = h.SummedSeq
	return len(places) == followBatch, moveHead(ctx, tx, h)
}

// loadFacts reads what the journals are explained by.
func loadFacts(ctx context.Context, q db.Querier, places []ledger.Place) (f facts, err error) {
	var orders []order.ID
	var causes []string
	var charges []charge.ID
	for _, p := range places {
		switch p.Journal.Kind { //nolint:exhaustive // those that explain looks at
		case ledger.KindSaleCaptured:
			orders = append(orders, order.ID(p.Journal.OrderID))
		case ledger.KindRefundAccepted, ledger.KindRefundVoided, ledger.KindDisputeSettled:
			orders = append(orders, order.ID(p.Journal.OrderID))
			causes = append(causes, causeOf(p.Journal))
		case ledger.KindSellerCharged, ledger.KindSellerChargeReversed, ledger.KindSellerCredited, ledger.KindSellerCreditReversed:
			charges = append(charges, charge.ID(causeOf(p.Journal)))
		}
	}
	if f.parts, err = order.PartsOf(ctx, q, orders); err != nil {
		return f, fmt.Errorf("load orders: %w", err)
	}
	if f.given, err = refund.AllPartsOf(ctx, q, causes); err != nil {
		return f, fmt.Errorf("load what was given back: %w", err)
	}
	if f.charges, err = charge.ByIDs(ctx, q, charges); err != nil {
		return f, fmt.Errorf("load charges: %w", err)
	}
	return f, nil
}

// openSince is where the open part of a purse begins: behind its last statement, and so in
// the months after that one's, which is empty when there is none.
func openSince(ctx context.Context, q db.Querier, k purse) (open *Statement, after string, err error) {
	last, err := selectLast(ctx, q, k)
	if err != nil {
		return nil, "", fmt.Errorf("load the last statement: %w", err)
	}
	if last == nil {
		last = &Statement{}
	}
	return &Statement{
		SellerID: k.seller, Currency: k.currency, FromSeq: last.ToSeq,
		OpeningMinor: last.ClosingMinor, ProviderOpeningMinor: last.ProviderClosingMinor,
	}, last.Month, nil
}

// fill sums the lines of a statement whose part of the chain is known.
func (st *Statement) fill(ctx context.Context, q db.Querier) error {
	totals, err := selectTotals(ctx, q, st.part())
	if err != nil {
		return fmt.Errorf("sum lines: %w", err)
	}
	st.Totals = totals
	st.ClosingMinor, st.ProviderClosingMinor = st.OpeningMinor, st.ProviderOpeningMinor
	for _, t := range totals {
		if t.Book == BookPlatform {
			st.ClosingMinor += t.AmountMinor
		} else {
			st.ProviderClosingMinor += t.AmountMinor
		}
	}
	return nil
}

// part is which lines are meant: those of a purse between two places, the last
// inclusive.
type part struct {
	seller   seller.ID
	currency money.Currency
	from, to int64
}

func (st *Statement) part() part { return part{st.SellerID, st.Currency, st.FromSeq, st.ToSeq} }
