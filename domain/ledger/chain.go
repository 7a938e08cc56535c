package ledger

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// chainBatch bounds how many entries one unit chains; the journal of the last one
// is chained whole.
const chainBatch = 2000

// ChainJob is the job that chains what was posted.
type ChainJob struct{}

// Kind implements db.Job.
func (ChainJob) Kind() string { return "ledger.chain" }

// link says which place a journal has in the chain. Its hash covers the journal,
// its entries and the hash before it.
type link struct {
	bun.BaseModel `bun:"table:ledger_links,alias:ll"`

	Seq       int64     `bun:",pk"` // from 1, without gaps
	JournalID JournalID //
	Hash      string    // hexadecimal SHA-256
}

// head is the end of the chain.
type head struct {
	bun.BaseModel `bun:"table:ledger_heads"`

	ID          int64 `bun:",pk"`
	Seq         int64
	Hash        string
	AnchoredSeq int64 // how far the audit log knows it
}

// checkpoint is the sum of an account's chained entries.
type checkpoint struct {
	bun.BaseModel `bun:"table:ledger_checkpoints,alias:lc"`

	SellerID    seller.ID      `bun:",pk"`
	Account     string         `bun:",pk"`
	Currency    money.Currency `bun:",pk"`
	Seq         int64          // of the last journal that has touched it
	AmountMinor int64
}

// dayOf is the day of an instant, as ledger_days names it.
func dayOf(at time.Time) string { return at.UTC().Format(time.DateOnly) }

// daySum is the sum of an account's chained entries that were posted on a day.
type daySum struct {
	bun.BaseModel `bun:"table:ledger_days,alias:ld"`

	SellerID    seller.ID      `bun:",pk"`
	Account     string         `bun:",pk"`
	Currency    money.Currency `bun:",pk"`
	Day         string         `bun:",pk"` // UTC, such as "2026-11-26"
	AmountMinor int64
}

// linkHash is the hash of a journal at a place of the chain, when it follows one
// with the given hash: of all of them, in one fixed form.
func linkHash(previous string, seq int64, j *Journal) string {
	type entry struct {
		ID          EntryID        `json:"id"`
		Account     string         `json:"account"`
		SellerID    seller.ID      `json:"seller"`
		Currency    money.Currency `json:"currency"`
		AmountMinor int64          `json:"minor"`
		PostedAt    time.Time      `json:"at"`
	}
	content := struct {
		Previous    string    `json:"previous"`
		Seq         int64     `json:"seq"`
		ID          JournalID `json:"id"`
		Kind        Kind      `json:"kind"`
		Source      string    `json:"source"`
		OrderID     string    `json:"order"`
		Account     string    `json:"account"`
		Transaction string    `json:"transaction"`
		PostedAt    time.Time `json:"at"`
		Entries     []entry   `json:"entries"`
	}{previous, seq, j.ID, j.Kind, j.Source, j.OrderID, j.ProviderAccount, j.ProviderTransaction, inMicros(j.PostedAt), nil}
	for _, e := range j.Entries {
		content.Entries = append(content.Entries,
			entry{e.ID, e.Account, e.SellerID, e.Currency, e.AmountMinor, inMicros(e.PostedAt)})
	}
	text, err := json.Marshal(&content)
	if err != nil {
		panic("ledger: a journal does not encode: " + err.Error())
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

func inMicros(at time.Time) time.Time { return at.UTC().Truncate(time.Microsecond) }

// Chain gives every journal that has none yet its place in the chain, and adds
// its entries to the checkpoints. Nobody who posts waits for it. A journal whose
// unit has not committed is not seen here, and is chained by a later run.
func (s *Service) Chain(ctx context.Context) error {
	more, err := hasTail(ctx, s.db.Read(ctx))
	if err != nil {
		return fmt.Errorf("look for journals to chain: %w", err)
	}
	for more {
		err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
			more, err = chainTx(ctx, tx)
			return err
		})
		if err != nil {
			return fmt.Errorf("chain journals: %w", err)
		}
	}
	return nil
}

// OldestUnchained returns the instant, UTC, of the oldest journal that is not in
// the chain; nil when all are.
func (s *Service) OldestUnchained(ctx context.Context) (*time.Time, error) {
	ids, _, err := selectUnchained(ctx, s.db.Read(ctx), 1)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	found, err := selectJournals(ctx, s.db.Read(ctx), ids)
	if err != nil || found[ids[0]] == nil {
		return nil, err
	}
	return &found[ids[0]].PostedAt, nil
}

// chainTx chains some journals and reports whether there may be more. What it
// does is together in one unit, so a sum of checkpoints and tail counts each
// entry once, whenever it is read.
func chainTx(ctx context.Context, tx db.Tx) (more bool, err error) {
	end, err := lockHead(ctx, tx)
	if err != nil {
		return false, fmt.Errorf("lock the end of the chain: %w", err)
	}
	ids, more, err := selectUnchained(ctx, tx, chainBatch)
	if err != nil || len(ids) == 0 {
		return false, err
	}
	journals, err := selectWhole(ctx, tx, ids)
	if err != nil {
		return false, err
	}
	links := make([]*link, 0, len(journals))
	sums := newTally()
	for _, j := range journals {
		end.Seq++
		end.Hash = linkHash(end.Hash, end.Seq, j)
		links = append(links, &link{Seq: end.Seq, JournalID: j.ID, Hash: end.Hash})
		sums.add(j, end.Seq)
	}
	if len(links) == 0 { // the tail names journals that do not exist; Verify tells
		return false, nil
	}
	if err := insertLinks(ctx, tx, links); err != nil {
		return false, fmt.Errorf("insert links: %w", err)
	}
	if err := sums.keep(ctx, tx); err != nil {
		return false, fmt.Errorf("move checkpoints: %w", err)
	}
	if err := deleteTail(ctx, tx, ids); err != nil {
		return false, fmt.Errorf("shorten the tail: %w", err)
	}
	return more, moveHead(ctx, tx, end)
}

// tally sums entries by account, and by account and day.
type tally struct {
	accounts map[accountKey]*checkpoint
	days     map[dayKey]*daySum
}

type accountKey struct {
	seller   seller.ID
	account  string
	currency money.Currency
}

type dayKey struct {
	accountKey

	day string
}

func newTally() *tally {
	return &tally{accounts: map[accountKey]*checkpoint{}, days: map[dayKey]*daySum{}}
}

func (t *tally) add(j *Journal, seq int64) {
	for _, e := range j.Entries {
		k := accountKey{e.SellerID, e.Account, e.Currency}
		if t.accounts[k] == nil {
			t.accounts[k] = &checkpoint{SellerID: e.SellerID, Account: e.Account, Currency: e.Currency}
		}
		t.accounts[k].AmountMinor += e.AmountMinor
		t.accounts[k].Seq = seq
		d := dayKey{k, dayOf(e.PostedAt)}
		if t.days[d] == nil {
			t.days[d] = &daySum{SellerID: e.SellerID, Account: e.Account, Currency: e.Currency, Day: d.day}
		}
		t.days[d].AmountMinor += e.AmountMinor
	}
}

func (t *tally) keep(ctx context.Context, tx db.Tx) error {
	accounts := make([]*checkpoint, 0, len(t.accounts))
	for _, c := range t.accounts {
		accounts = append(accounts, c)
	}
	days := make([]*daySum, 0, len(t.days))
	for _, d := range t.days {
		days = append(days, d)
	}
	if err := addToCheckpoints(ctx, tx, accounts); err != nil {
		return err
	}
	return addToDays(ctx, tx, days)
}

// AnchorJob is the job that tells the audit log how far the chain has come.
type AnchorJob struct{}

// Kind implements db.Job.
func (AnchorJob) Kind() string { return "ledger.anchor" }

// Anchored says how far the chain of journals had come. The audit log keeps it
// in its own chain, whose end is signed and kept elsewhere.
type Anchored struct {
	Seq       int64     `json:"seq"`
	JournalID JournalID `json:"journal_id"`
	Hash      string    `json:"hash"`
}

// EventName implements event.Event.
func (Anchored) EventName() string { return "ledger.anchored" }

// Anchor tells the audit log how far the chain has come, if it has come further.
func (s *Service) Anchor(ctx context.Context) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		end, err := lockHead(ctx, tx)
		if err != nil || end.Seq == end.AnchoredSeq {
			return err
		}
		last, err := selectLink(ctx, tx, end.Seq)
		if err != nil {
			return fmt.Errorf("read the last link: %w", err)
		}
		if err := event.Emit(ctx, tx, Anchored{Seq: last.Seq, JournalID: last.JournalID, Hash: last.Hash}); err != nil {
			return err
		}
		return markAnchored(ctx, tx, end.Seq)
	})
}

// Agrees reports whether the chain still holds what was told of it.
func (a Anchored) Agrees(ctx context.Context, q db.Querier) (bool, error) {
	l, err := selectLink(ctx, q, a.Seq)
	if errors.Is(err, db.ErrNotFound) {
		return false, nil
	}
	return err == nil && l.JournalID == a.JournalID && l.Hash == a.Hash, err
}

// Place is a journal with its place in the chain.
type Place struct {
	Seq     int64 // from 1, without gaps
	Journal *Journal
}

// After reads the journals that follow a place of the chain, with their entries,
// in its order. A journal that is chained never gets another place, so whoever
// has followed the chain up to a place has seen all there is before it.
func After(ctx context.Context, q db.Querier, seq, limit int64) ([]Place, error) {
	links, err := selectLinks(ctx, q, seq, limit)
	if err != nil || len(links) == 0 {
		return nil, err
	}
	ids := make([]JournalID, len(links))
	seqs := make(map[JournalID]int64, len(links))
	for i, l := range links {
		ids[i], seqs[l.JournalID] = l.JournalID, l.Seq
	}
	journals, err := selectWhole(ctx, q, ids)
	places := make([]Place, len(journals))
	for i, j := range journals {
		places[i] = Place{seqs[j.ID], j}
	}
	return places, err
}

// ChainedTo returns the place of the last journal of the chain; 0 when there is none.
func ChainedTo(ctx context.Context, q db.Querier) (int64, error) {
	end, err := selectHead(ctx, q)
	if err != nil {
		return 0, err
	}
	return end.Seq, nil
}

// FirstSince returns the place of the first chained journal between two places
// (the last inclusive) that was posted at an instant or later; 0 when there is none.
func FirstSince(ctx context.Context, q db.Querier, after, upTo int64, at time.Time) (int64, error) {
	return selectFirstSince(ctx, q, after, upTo, at)
}
