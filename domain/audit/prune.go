package audit

import (
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/event"
)

// Checkpoint says that the oldest entries were removed since their time is over,
// and what the rest of the chain follows. It is signed: who has only the database
// cannot make one.
type Checkpoint struct {
	bun.BaseModel `bun:"table:audit_checkpoints,alias:acp"`

	Seq       int64     `bun:",pk" json:"seq"` // of the last entry that was removed
	Hash      string    `json:"hash"`          // of that entry
	Removed   int64     `json:"removed"`       // how many entries went with this checkpoint
	At        time.Time `json:"at"`            // UTC, whole seconds
	Signature string    `json:"signature"`     // Ed25519, standard base64
}

// text is what is signed.
func (c *Checkpoint) text() []byte {
	return fmt.Appendf(nil, "etal.audit.checkpoint.1\n%d\n%s\n%d\n%s\n", c.Seq, c.Hash, c.Removed, c.At.UTC().Format(time.RFC3339))
}

func (c *Checkpoint) signedBy(key ed25519.PublicKey) bool {
	signature, err := base64.StdEncoding.DecodeString(c.Signature)
	return err == nil && ed25519.Verify(key, c.text(), signature)
}

// Pruned says that entries were removed from the log since their time is over.
type Pruned struct {
	EntryID ID     `json:"entry_id"` // the last of them
	Seq     int64  `json:"seq"`      // its number
	Hash    string `json:"hash"`
	Removed int64  `json:"removed"` // how many
}

// EventName implements event.Event.
func (Pruned) EventName() string { return "audit.pruned" }

// PruneJob is the job that removes entries whose time is over.
type PruneJob struct{}

// Kind implements db.Job.
func (PruneJob) Kind() string { return "audit.prune" }

// ErrBroken is returned when entries are to be removed that do not add up: with
// them would go what shows it. It is no fault for people.
var ErrBroken = errors.New("the audit log does not add up, so nothing is removed from it: etal audit verify tells more")

// Prune removes the entries that are older than keep, oldest first, up to the
// first that is not, and signs a checkpoint from which the rest verifies. It
// returns how many it has removed, ErrUnsigned without a keyset, and ErrBroken.
func (s *Service) Prune(ctx context.Context, keep time.Duration) (removed int64, err error) {
	for {
		var n int64
		err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
			n, err = s.pruneTx(ctx, tx, tx.Now().Add(-keep))
			return err
		})
		if err != nil {
			return removed, err
		}
		removed += n
		if n < batch {
			return removed, nil
		}
	}
}

// pruneTx removes up to a batch of entries from before an instant.
func (s *Service) pruneTx(ctx context.Context, tx db.Tx, before time.Time) (int64, error) {
	key, err := s.signerTx(ctx, tx)
	if err != nil {
		return 0, err
	}
	if _, err := lockHead(ctx, tx); err != nil {
		return 0, fmt.Errorf("lock the end of the chain: %w", err)
	}
	public, _ := key.Public().(ed25519.PublicKey)
	start, findings, err := beginning(ctx, tx, public)
	if err != nil {
		return 0, err
	}
	rows, err := selectAfter(ctx, tx, start.Seq, batch)
	if err != nil {
		return 0, fmt.Errorf("read the audit log: %w", err)
	}
	last, lastID := start, ID("")
	for _, e := range rows {
		if !e.At.Before(before) {
			break
		}
		if len(findings) > 0 || e.Seq != last.Seq+1 || e.Hash != e.hashAfter(last.Hash) {
			return 0, fmt.Errorf("entry %d: %w", e.Seq, ErrBroken)
		}
		last, lastID = head{Seq: e.Seq, Hash: e.Hash}, e.ID
	}
	if lastID == "" {
		return 0, nil
	}
	c := &Checkpoint{Seq: last.Seq, Hash: last.Hash, Removed: last.Seq - start.Seq, At: tx.Now().UTC().Truncate(time.Second)}
	c.Signature = base64.StdEncoding.EncodeToString(ed25519.Sign(key, c.text()))
	if err := removeUpto(ctx, tx, c); err != nil {
		return 0, fmt.Errorf("remove entries: %w", err)
	}
	return c.Removed, event.Emit(ctx, tx, Pruned{EntryID: lastID, Seq: c.Seq, Hash: c.Hash, Removed: c.Removed})
}

// beginning returns what the first entry that is kept follows, and what is wrong
// with the checkpoints. Without a key none is believed.
func beginning(ctx context.Context, q db.Querier, key ed25519.PublicKey) (head, []check.Finding, error) {
	all, err := selectCheckpoints(ctx, q)
	if err != nil {
		return head{}, nil, fmt.Errorf("read the checkpoints: %w", err)
	}
	start, findings := head{}, []check.Finding(nil)
	broken := func(seq int64, detail string) {
		findings = append(findings, check.Finding{Invariant: "A1", Subject: fmt.Sprintf("checkpoint %d", seq), Detail: detail})
	}
	for _, c := range all {
		switch {
		case key == nil:
			broken(c.Seq, "it cannot be checked without the keyset")
		case !c.signedBy(key):
			broken(c.Seq, "it was not signed by this installation")
		case c.Removed != c.Seq-start.Seq:
			broken(c.Seq, fmt.Sprintf("it follows checkpoint %d and says that %d entries went: one between is missing", start.Seq, c.Removed))
		}
		start = head{Seq: c.Seq, Hash: c.Hash}
	}
	n, err := countEntriesUpto(ctx, q, start.Seq)
	if err != nil {
		return head{}, nil, fmt.Errorf("count entries before the checkpoint: %w", err)
	}
	if n > 0 {
		broken(start.Seq, fmt.Sprintf("%d entries before it are there, and were removed", n))
	}
	return start, findings, nil
}

// Beginning returns the checkpoint from which the log is kept, or nil when
// nothing was ever removed.
func (s *Service) Beginning(ctx context.Context, q db.Querier) (*Checkpoint, error) {
	all, err := selectCheckpoints(ctx, q)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[len(all)-1], nil
}
