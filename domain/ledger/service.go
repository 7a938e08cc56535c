package ledger

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// Service reads the ledger.
type Service struct {
	db    *db.DB
	float map[money.Currency]int64 // of the platform's balance, kept
}

// New returns the ledger.
func New(d *db.DB) *Service { return &Service{db: d} }

// PostTx posts a journal in the caller's unit and reports whether it was the
// first under its source; posting the same source again changes nothing. When the
// movement that it answers to is in suspense, it takes it from there. What the platform
// itself earns or loses by an order whose payment the provider has converted is booked in
// the currency that it settled in. It panics when the journal does not balance.
func PostTx(ctx context.Context, tx db.Tx, d *Draft) (bool, error) {
	d.mustBalance()
	posted, err := hasJournal(ctx, tx, d.Source)
	if err != nil || posted {
		return false, err
	}
	c, err := d.realizeTx(ctx, tx)
	if err != nil {
		return false, fmt.Errorf("realize %s: %w", d.Source, err)
	}
	if err := postTx(ctx, tx, d); err != nil || c == nil {
		return err == nil, err
	}
	return true, updateConversion(ctx, tx, c)
}

// PostAllTx is PostTx of many drafts: they are looked for and written together, in their
// order.
func PostAllTx(ctx context.Context, tx db.Tx, drafts []*Draft) error {
	sources := make([]string, len(drafts))
	for i, d := range drafts {
		d.mustBalance()
		sources[i] = d.Source
	}
	posted, err := Posted(ctx, tx, sources)
	if err != nil {
		return fmt.Errorf("look for journals: %w", err)
	}
	suspended, err := lockSuspendedOf(ctx, tx, drafts)
	if err != nil {
		return fmt.Errorf("look into suspense: %w", err)
	}
	var plain []*Draft
	for _, d := range drafts {
		if posted[d.Source] {
			continue
		}
		posted[d.Source] = true
		if !suspended[d.movement()] && (d.OrderID == "" || !d.hasOwn()) {
			plain = append(plain, d)
			continue
		}
		if err := writeTx(ctx, tx, plain...); err != nil {
			return err
		}
		plain = nil
		if _, err := PostTx(ctx, tx, d); err != nil { // it changes more than the ledger
			return err
		}
	}
	return writeTx(ctx, tx, plain...)
}

// postOnceTx is PostTx of a draft of which is known already what of it was converted.
func postOnceTx(ctx context.Context, tx db.Tx, d *Draft) (bool, error) {
	d.mustBalance()
	posted, err := hasJournal(ctx, tx, d.Source)
	if err != nil || posted {
		return false, err
	}
	return true, postTx(ctx, tx, d)
}

// postTx posts a journal that was not posted before, as it is.
func postTx(ctx context.Context, tx db.Tx, d *Draft) error {
	if d.ProviderTransaction != "" {
		s, err := lockSuspended(ctx, tx, d.ProviderAccount, d.ProviderTransaction)
		if err == nil {
			return answerTx(ctx, tx, s, d)
		}
		if !errors.Is(err, db.ErrNotFound) {
			return fmt.Errorf("look into suspense: %w", err)
		}
	}
	return writeTx(ctx, tx, d)
}

// writeTx writes journals that balance and were not posted before.
func writeTx(ctx context.Context, tx db.Tx, drafts ...*Draft) error {
	if len(drafts) == 0 {
		return nil
	}
	journals := make([]*Journal, len(drafts))
	var entries []*Entry
	for i, d := range drafts {
		journals[i] = &Journal{
			ID: id.New[JournalID]("jnl"), Kind: d.Kind, Source: d.Source, OrderID: d.OrderID, PostedAt: tx.Now(),
			ProviderAccount: d.ProviderAccount, ProviderTransaction: d.ProviderTransaction,
		}
		for _, l := range d.lines {
			entries = append(entries, &Entry{
				ID: id.New[EntryID]("len"), JournalID: journals[i].ID, Account: l.account.Name, SellerID: l.account.SellerID,
				Currency: l.currency, AmountMinor: l.minor, PostedAt: tx.Now(),
			})
		}
	}
	// Entries first: the trigger on journals checks their sum.
	if err := insertEntries(ctx, tx, entries); err != nil {
		return fmt.Errorf("post %s: %w", named(drafts), err)
	}
	if err := insertJournals(ctx, tx, journals); err != nil {
		return fmt.Errorf("post %s: %w", named(drafts), err)
	}
	return nil
}

// named names drafts by the source of the first.
func named(drafts []*Draft) string {
	if len(drafts) == 1 {
		return drafts[0].Source
	}
	return fmt.Sprintf("%d journals from %s", len(drafts), drafts[0].Source)
}

// Maturity is a move between two accounts that becomes a fact at an instant
// known beforehand: money at the provider that becomes available.
type Maturity struct {
	Source   string // unique, such as "available:txn_…"
	At       time.Time
	From, To Account
	Amount   money.Amount
	OrderID  string
}

// AwaitTx notes maturities; noting one again changes nothing.
func AwaitTx(ctx context.Context, tx db.Tx, of ...Maturity) error {
	var rows []*maturity
	for _, m := range of {
		if m.Amount.Minor == 0 {
			continue
		}
		rows = append(rows, &maturity{
			Source: m.Source, At: m.At.UTC(), OrderID: m.OrderID,
			FromAccount: m.From.Name, ToAccount: m.To.Name, SellerID: m.To.SellerID,
			Currency: m.Amount.Currency, AmountMinor: m.Amount.Minor,
		})
	}
	return insertMaturities(ctx, tx, rows)
}

// BucketMaturity is when a pending movement of the platform's balance becomes
// available: money that came is there then, money that left is missing then.
func BucketMaturity(t provider.Transaction, orderID string) Maturity {
	m := MaturityOf(t, "")
	m.OrderID = orderID
	return m
}

// MaturityOf is BucketMaturity on the mirror of the balance of a seller; of the
// platform's when of is empty.
func MaturityOf(t provider.Transaction, of seller.ID) Maturity {
	m := Maturity{
		Source: "available:" + t.ID, At: t.AvailableOn,
		From: bucketOf(of, false), To: bucketOf(of, true), Amount: money.New(t.NetMinor, t.Currency),
	}
	if t.NetMinor < 0 {
		m.From, m.To, m.Amount.Minor = m.To, m.From, -t.NetMinor
	}
	return m
}

// matureBatch bounds how many maturities one unit posts.
const matureBatch = 100

// Mature posts every maturity whose instant has come.
func (s *Service) Mature(ctx context.Context) error {
	// Most of the time nothing is due, and a unit would hold up whoever writes.
	if any, err := hasDueMaturities(ctx, s.db.Read(ctx), s.db.Clock().Now()); err != nil || !any {
		return err
	}
	for {
		var n int
		err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
			due, err := claimDueMaturities(ctx, tx, matureBatch)
			if err != nil {
				return err
			}
			n = len(due)
			return postDueTx(ctx, tx, due)
		})
		if err != nil {
			return fmt.Errorf("post maturities: %w", err)
		}
		if n < matureBatch {
			return nil
		}
	}
}

// postDueTx posts claimed maturities.
func postDueTx(ctx context.Context, tx db.Tx, due []*maturity) error {
	if len(due) == 0 {
		return nil
	}
	drafts, sources := make([]*Draft, len(due)), make([]string, len(due))
	for i, m := range due {
		sources[i] = m.Source
		drafts[i] = NewDraft(KindFundsAvailable, m.Source, m.Currency).
			Move(Account{m.ToAccount, m.SellerID}, Account{m.FromAccount, m.SellerID}, m.AmountMinor)
		drafts[i].OrderID = m.OrderID
	}
	if err := PostAllTx(ctx, tx, drafts); err != nil {
		return err
	}
	return settleMaturities(ctx, tx, sources)
}

// EntryFilter narrows a list of entries; empty fields do not narrow.
type EntryFilter struct {
	SellerID seller.ID
	Account  string
	OrderID  id.Any
	Currency money.Currency
}

// entryKey is the sort key of a list of entries.
type entryKey struct {
	ID EntryID `json:"i"`
}

// EntriesFor lists the entries of the accounts of the actor's seller, or of the
// one asked for when the actor is an operator, newest first.
func (s *Service) EntriesFor(
	ctx context.Context, by actor.Actor, asked *seller.ID, f EntryFilter, w page.Window,
) (*page.Connection[Entry], error) {
	of, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	f.SellerID = of
	return s.Entries(ctx, f, w)
}

// Entries lists entries, newest first, for callers that may see all.
func (s *Service) Entries(ctx context.Context, f EntryFilter, w page.Window) (*page.Connection[Entry], error) {
	rows, err := selectEntries(ctx, s.db.Read(ctx), f, w)
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(e *Entry) any { return entryKey{e.ID} }), nil
}

// JournalsByIDs returns the journals with the given ids, without their entries.
func (s *Service) JournalsByIDs(ctx context.Context, ids []JournalID) (map[JournalID]*Journal, error) {
	return selectJournals(ctx, s.db.Read(ctx), ids)
}

// AnswersTo tells which journal answers to each of some balance transactions of a
// provider account, with the amount by which it moves that balance. Those without
// one are left out.
func AnswersTo(ctx context.Context, q db.Querier, providerAccount string, transactions []string) (map[string]Answer, error) {
	if providerAccount == "" {
		return nil, errors.New("ledger: which provider account?")
	}
	if len(transactions) == 0 {
		return map[string]Answer{}, nil
	}
	return selectAnswers(ctx, q, providerAccount, transactions)
}

// Answer is a journal as reconciliation sees it.
type Answer struct {
	Transaction string         `bun:"transaction_id"` // balance transaction at the provider
	Source      string         //
	Currency    money.Currency //
	NetMinor    int64          // by how much the journal moves the balance at the provider
}

// Answering is a journal that answers to a movement.
type Answering struct {
	ID          JournalID
	PostedAt    time.Time // UTC
	Transaction string    `bun:"transaction_id"` // balance transaction at the provider
}

// AnsweringFilter chooses journals that answer to movements of a provider account.
type AnsweringFilter struct {
	Account     string     // at the provider
	From, Until time.Time  // when they were posted, both included
	After       *Answering // the last one of the page before; nil: from the beginning
	Limit       int        // of the page
}

// AnswersBetween lists the journals that a filter chooses, oldest first.
func AnswersBetween(ctx context.Context, q db.Querier, f AnsweringFilter) ([]*Answering, error) {
	return selectAnswering(ctx, q, f)
}

// ProviderBalance sums, per currency, what the ledger says is in the balance of
// a seller at the provider, or in the platform's when of is empty. Minor units.
// It sums the entries themselves, since it is what reconciliation compares.
func ProviderBalance(ctx context.Context, q db.Querier, of seller.ID) (map[money.Currency]int64, error) {
	return selectProviderBalance(ctx, q, of)
}
