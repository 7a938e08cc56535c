package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/vault"
)

// batch is how many entries are read at once from end to end.
const batch = 1000

// late is how long an event may be on its way to the log.
const late = time.Hour

// Service reads the log.
type Service struct {
	db    *db.DB
	vault *vault.Vault
	files *export.Service // who makes files; see Files
}

// New returns the service. The vault signs anchors.
func New(d *db.DB, v *vault.Vault) *Service { return &Service{db: d, vault: v} }

// Filter narrows the log; what is nil does not narrow.
type Filter struct {
	own      bool // asked by a member
	ActorID  *identity.AccountID
	Subject  *id.Any
	SellerID *seller.ID // a member's own seller; all sellers when an operator leaves it out
	Kind     *string    // exactly
	Text     *string    // in the kind, the subject, or what was before or after; a–z in any case
	Since    *time.Time // inclusive
	Until    *time.Time // exclusive
}

// textMax is how long a text may be that is looked for.
const textMax = 100

// check trims the text and leaves out an empty one.
func (f *Filter) check(faults *fault.List, path ...string) {
	if f.Text == nil {
		return
	}
	text := faults.Lines(*f.Text, textMax, path...)
	f.Text = &text
	if text == "" {
		f.Text = nil
	}
}

type entryKey struct {
	Seq int64 `json:"q"`
}

// Find pages through the log, newest first: all of it for an operator, what is
// about their seller for a member. It returns seller.ErrNotFound to others and
// to a member who asks for another seller. Members are not told which operator
// acted, nor from where: that is the platform's.
func (s *Service) Find(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Entry], error) {
	owner, err := seller.Scope(by, f.SellerID)
	if err != nil {
		return nil, err
	}
	f.own = !by.IsOperator()
	var faults fault.List
	f.check(&faults, "filter", "text")
	if err := faults.Err(); err != nil {
		return nil, err
	}
	rows, err := selectPage(ctx, s.db.Read(ctx), owner, f, w)
	if err != nil {
		return nil, fmt.Errorf("read the audit log: %w", err)
	}
	if err := s.openAll(ctx, s.db.Read(ctx), rows); err != nil {
		return nil, err
	}
	for _, e := range rows {
		e.maskFor(by)
	}
	return page.Connect(w, rows, func(e *Entry) any { return entryKey{e.Seq} }), nil
}

// SeenByIDs returns the entries that the actor sees of several, as Find shows them.
func (s *Service) SeenByIDs(ctx context.Context, by actor.Actor, ids []ID) (map[ID]*Entry, error) {
	owner, err := seller.Scope(by, nil)
	if err != nil {
		return nil, nil //nolint:nilerr // whoever acts for nobody sees none
	}
	rows, err := selectSeen(ctx, s.db.Read(ctx), owner, ids)
	if err != nil {
		return nil, fmt.Errorf("read the audit log: %w", err)
	}
	if err := s.openAll(ctx, s.db.Read(ctx), rows); err != nil {
		return nil, err
	}
	found := make(map[ID]*Entry, len(rows))
	for _, e := range rows {
		e.maskFor(by)
		found[e.ID] = e
	}
	return found, nil
}

// Export hands every entry after one to fn, in the order of the chain, for
// whoever keeps a copy elsewhere. What is personal stays encrypted, so erasing
// somebody erases it in the copy too. It returns the error of fn.
func (s *Service) Export(ctx context.Context, after int64, fn func(e *Entry) error) error {
	for {
		rows, err := selectAfter(ctx, s.db.Read(ctx), after, batch)
		if err != nil {
			return fmt.Errorf("read the audit log: %w", err)
		}
		for _, e := range rows {
			if err := fn(e); err != nil {
				return err
			}
			after = e.Seq
		}
		if len(rows) < batch {
			return nil
		}
	}
}

// Mark is how far the chain was read, with nothing wrong up to there. The zero value
// has read nothing.
type Mark struct {
	end    head
	newest time.Time
}

// Verify reads the whole chain, from the last checkpoint when entries were
// removed, and tells every place where it breaks A1: an entry that is not as it
// was written, that is missing, inserted or out of its place, a checkpoint that
// this installation has not signed, an end that is not the last entry's, an event
// that is not on record although an hour has passed, and a ledger whose chain is
// another than the log says.
func (s *Service) Verify(ctx context.Context, q db.Querier) ([]check.Finding, error) {
	return s.VerifySince(ctx, q, &Mark{})
}

// VerifySince is Verify, but it reads the chain from a mark on, and moves the mark to
// its end when nothing is wrong.
func (s *Service) VerifySince(ctx context.Context, q db.Querier, from *Mark) ([]check.Finding, error) {
	key, err := s.checkpointKey(ctx, q)
	if err != nil {
		return nil, err
	}
	last, findings, err := beginning(ctx, q, key)
	if err != nil {
		return nil, err
	}
	broken := func(subject any, detail string) {
		findings = append(findings, check.Finding{Invariant: "A1", Subject: fmt.Sprint(subject), Detail: detail})
	}
	newest := from.newest
	if from.end.Seq > last.Seq {
		last = head{Seq: from.end.Seq, Hash: from.end.Hash}
	}
	for {
		rows, err := selectAfter(ctx, q, last.Seq, batch)
		if err != nil {
			return nil, fmt.Errorf("verify the audit log: %w", err)
		}
		for _, e := range rows {
			if e.Seq != last.Seq+1 {
				broken(e.ID, fmt.Sprintf("entry %d follows entry %d: what was between is missing", e.Seq, last.Seq))
			}
			if e.Hash != e.hashAfter(last.Hash) {
				broken(e.ID, fmt.Sprintf("entry %d is not as it was written, or does not follow the one before it", e.Seq))
			}
			if agrees, err := e.agreesWithLedger(ctx, q); err != nil {
				return nil, fmt.Errorf("hold the ledger against entry %d: %w", e.Seq, err)
			} else if !agrees {
				broken(e.ID, fmt.Sprintf("the ledger is not as entry %d says that it was", e.Seq))
			}
			last.Seq, last.Hash, newest = e.Seq, e.Hash, later(newest, e.At)
		}
		if len(rows) < batch {
			break
		}
	}
	end, err := selectHead(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("read the end of the chain: %w", err)
	}
	if end.Seq != last.Seq || end.Hash != last.Hash {
		broken("the end of the chain", fmt.Sprintf("it is entry %d, and the last entry is %d", end.Seq, last.Seq))
	}
	if newest.IsZero() {
		return findings, nil
	}
	missing, err := unrecorded(ctx, q, newest)
	if findings = append(findings, missing...); len(findings) == 0 {
		from.end, from.newest = last, newest
	}
	return findings, err
}

// unrecorded tells which events are not on record although they should be.
func unrecorded(ctx context.Context, q db.Querier, newest time.Time) (findings []check.Finding, err error) {
	var names []string
	for name := range readers() {
		names = append(names, name)
	}
	missing, err := selectUnrecorded(ctx, q, names, newest.Add(-late))
	if err != nil {
		return nil, fmt.Errorf("look for events that are not on record: %w", err)
	}
	for _, e := range missing {
		findings = append(findings, check.Finding{Invariant: "A1", Subject: string(e), Detail: "the event is not on record"})
	}
	return findings, nil
}

// agreesWithLedger reports whether the chain of the ledger still is as an entry
// says, if the entry says something about it.
func (e *Entry) agreesWithLedger(ctx context.Context, q db.Querier) (bool, error) {
	if e.Kind != (ledger.Anchored{}).EventName() {
		return true, nil
	}
	var a ledger.Anchored
	if err := json.Unmarshal([]byte(e.AfterText), &a); err != nil {
		return false, nil //nolint:nilerr // an entry that says nothing agrees with nothing
	}
	return a.Agrees(ctx, q)
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
