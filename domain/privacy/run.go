package privacy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/domain/vault"
)

// mailKey is the key under which the addresses of erased people are hashed.
const mailKey vault.Subject = "privacy.mail"

// Job carries out an erasure. Service.Work does it.
type Job struct {
	ErasureID ErasureID `json:"erasure_id"`
}

// Kind implements db.Job.
func (Job) Kind() string { return "privacy.erase" }

// ForgetJob removes the events that name somebody who was erased.
// Service.ForgetEvents does it.
type ForgetJob struct {
	AccountID identity.AccountID `json:"account_id"`
}

// Kind implements db.Job.
func (ForgetJob) Kind() string { return "privacy.forget_events" }

// ForgetEvents removes the events that name somebody who was erased, such as the
// reason of a proposal. What is still being delivered has to be, so it looks
// again until nothing is left.
func (s *Service) ForgetEvents(ctx context.Context, job ForgetJob) error {
	left, err := event.Forget(ctx, s.db, string(job.AccountID))
	if err != nil || left == 0 {
		return err
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		return tx.Enqueue(ctx, job, db.JobOptions{NotBefore: tx.Now().Add(forgetEvery)})
	})
}

// Sweep is the job that looks for erasures that are due, and for orders whose
// retention is over.
type Sweep struct{}

// Kind implements db.Job.
func (Sweep) Kind() string { return "privacy.sweep" }

// Sweep enqueues what is due and detaches old orders from erased buyers.
func (s *Service) Sweep(ctx context.Context) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		due, err := selectDue(ctx, tx, tx.Now(), tx.Now().Add(-stuckAfter))
		if err != nil {
			return fmt.Errorf("look for erasures that are due: %w", err)
		}
		for _, next := range due {
			if err := tx.Enqueue(ctx, Job{ErasureID: next}, db.JobOptions{Unique: true}); err != nil {
				return err
			}
		}
		return s.detachTx(ctx, tx)
	})
}

// Work carries out an erasure as far as nothing is in the way. Killed between
// two steps, it is begun again and goes on.
func (s *Service) Work(ctx context.Context, job Job) error {
	e, err := s.begin(ctx, job.ErasureID)
	if err != nil || e == nil {
		return err
	}
	if err := s.farewell(ctx, e); err != nil {
		return err
	}
	if s.deps.Ledger != nil {
		line, err := Line{ErasureID: e.ID, AccountID: e.AccountID, At: e.CheckedAt}.encode()
		if err != nil {
			return err
		}
		if err := s.deps.Ledger.Append(ctx, line); err != nil {
			return fmt.Errorf("write down that %s is erased: %w", e.AccountID, err)
		}
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		e, err := lockErasure(ctx, tx, e.ID)
		if err != nil || e.Status != Running {
			return err
		}
		return s.finishTx(ctx, tx, e, false)
	})
}

// farewell tells the person. A mail server that takes nothing for a day does not
// keep what was to be erased: the address may be gone, and the law sets a time.
func (s *Service) farewell(ctx context.Context, e *Erasure) error {
	if s.deps.Teller == nil {
		return nil
	}
	err := s.deps.Teller.Farewell(ctx, e.AccountID)
	if err == nil {
		return nil
	}
	if s.db.Clock().Now().Sub(e.CheckedAt) < farewellFor {
		return fmt.Errorf("tell that %s is erased: %w", e.AccountID, err)
	}
	s.deps.Log.WarnContext(ctx, "somebody is erased without being told", slog.String("erasure", string(e.ID)), slog.String("error", err.Error()))
	return nil
}

// begin closes the account, or postpones the erasure. It returns nil when there
// is nothing to go on with.
func (s *Service) begin(ctx context.Context, erasureID ErasureID) (*Erasure, error) {
	var going *Erasure
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		going = nil
		e, err := lockErasure(ctx, tx, erasureID)
		if err != nil || !e.open() || e.Status != Running && e.DueAt.After(tx.Now()) {
			return err
		}
		if e.Status == Running {
			going = e
			return nil
		}
		if _, err := identity.LockTx(ctx, tx, e.AccountID); err != nil {
			return err
		}
		before := e.Hindrances
		if err := e.checkTx(ctx, tx); err != nil {
			return err
		}
		if len(e.Hindrances) > 0 {
			return s.postponeTx(ctx, tx, e, before)
		}
		e.Status = Running
		if err := identity.CloseTx(ctx, tx, e.AccountID); err != nil {
			return err
		}
		going = e
		return updateErasure(ctx, tx, e)
	})
	return going, err
}

// postponeTx puts an erasure off by a day. The person is told when the reasons
// are others than before.
func (s *Service) postponeTx(ctx context.Context, tx db.Tx, e *Erasure, before []Hindrance) error {
	isNews := e.Status != Postponed || !slices.Equal(before, e.Hindrances)
	e.Status, e.DueAt = Postponed, tx.Now().Add(checkEvery)
	if err := updateErasure(ctx, tx, e); err != nil {
		return err
	}
	if !isNews {
		return nil
	}
	return event.Emit(ctx, tx, ErasurePostponed{ErasureID: e.ID, AccountID: e.AccountID, Hindrances: e.Hindrances})
}

// finishTx replaces and deletes what is personal. Done twice, it changes
// nothing more.
func (s *Service) finishTx(ctx context.Context, tx db.Tx, e *Erasure, replayed bool) error {
	a, err := identity.LockTx(ctx, tx, e.AccountID)
	if err != nil {
		return err
	}
	whose := person{ID: a.ID, At: tx.Now()}
	if a.EmailFolded != nil {
		whose.Email = *a.EmailFolded
	}
	if err := s.refuseTx(ctx, tx, e, whose.Email); err != nil {
		return err
	}
	if err := approval.DropTx(ctx, tx, id.Any(e.AccountID)); err != nil {
		return err
	}
	if err := order.ForgetTx(ctx, tx, e.AccountID); err != nil {
		return err
	}
	for _, t := range Tables() {
		if err := eraseTable(ctx, tx, t, whose); err != nil {
			return fmt.Errorf("erase from %s: %w", t.Name, err)
		}
	}
	if err := export.DropTx(ctx, tx, export.KindAudit); err != nil { // in which they may be, decrypted
		return fmt.Errorf("drop files of the audit log: %w", err)
	}
	if err := eraseJobs(ctx, tx, whose); err != nil {
		return fmt.Errorf("erase jobs: %w", err)
	}
	if _, err := identity.ForgetTx(ctx, tx, e.AccountID); err != nil {
		return err
	}
	if err := vault.EraseTx(ctx, tx, vault.Subject(e.AccountID)); err != nil {
		return err
	}
	now := tx.Now()
	e.Status, e.Reason, e.Hindrances, e.EndedAt = Done, "", []Hindrance{}, &now
	if err := updateErasure(ctx, tx, e); err != nil {
		return err
	}
	if err := tx.Enqueue(ctx, ForgetJob{AccountID: e.AccountID}, db.JobOptions{}); err != nil {
		return err
	}
	return event.Emit(ctx, tx, Erased{ErasureID: e.ID, AccountID: e.AccountID, Replayed: replayed})
}

// refuseTx keeps the keyed hash of an address, so that whoever had it is not
// written to again. Without a keyset there is none to keep.
func (s *Service) refuseTx(ctx context.Context, tx db.Tx, e *Erasure, folded string) error {
	if folded == "" {
		return nil
	}
	hash, err := s.deps.Vault.HashTx(ctx, tx, mailKey, folded)
	if errors.Is(err, seal.ErrNoKeys) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("hash the address: %w", err)
	}
	e.MailHash = hash
	return insertRefusal(ctx, tx, &refusal{MailHash: hash, RefusedAt: tx.Now()})
}

// Replay erases again whoever a line of the ledger says was erased and whom a
// restored copy of the database has brought back. It reports whether there was
// anything to do, and returns an error for text that is no line.
func (s *Service) Replay(ctx context.Context, text []byte) (erased bool, err error) {
	var line Line
	if err := json.Unmarshal(text, &line); err != nil || line.AccountID == "" || line.ErasureID == "" {
		return false, ErrLine
	}
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		erased = false
		_, err := identity.LockTx(ctx, tx, line.AccountID)
		if errors.Is(err, identity.ErrAccountNotFound) {
			return nil // the copy is older than the account
		}
		if err != nil {
			return err
		}
		e, err := recalled(ctx, tx, line)
		if err != nil || e.Status == Done {
			return err
		}
		erased = true
		return s.finishTx(ctx, tx, e, true)
	})
	if err != nil {
		return false, err
	}
	return erased, nil
}

// recalled returns the erasure of a line, which the copy may not know.
func recalled(ctx context.Context, tx db.Tx, line Line) (*Erasure, error) {
	e, err := lockErasure(ctx, tx, line.ErasureID)
	if err == nil || !errors.Is(err, db.ErrNotFound) {
		return e, err
	}
	if err := endOpen(ctx, tx, line.AccountID); err != nil {
		return nil, fmt.Errorf("end the open request: %w", err)
	}
	e = &Erasure{
		ID: line.ErasureID, AccountID: line.AccountID, RequestedBy: line.AccountID, Status: Running, Hindrances: []Hindrance{},
		RequestedAt: line.At.UTC(), DueAt: line.At.UTC(), CheckedAt: tx.Now(),
	}
	if err := insertErasure(ctx, tx, e); err != nil {
		return nil, fmt.Errorf("insert erasure: %w", err)
	}
	return e, nil
}

// Lines hands every erasure that was carried out to fn, as lines of the ledger,
// oldest first, for whoever keeps the ledger by hand.
func (s *Service) Lines(ctx context.Context, fn func(line []byte) error) error {
	all, err := selectDone(ctx, s.db.Read(ctx))
	if err != nil {
		return fmt.Errorf("load erasures: %w", err)
	}
	for _, e := range all {
		line, err := Line{ErasureID: e.ID, AccountID: e.AccountID, At: e.CheckedAt}.encode()
		if err != nil {
			return err
		}
		if err := fn(line); err != nil {
			return err
		}
	}
	return nil
}

// nobody is the account that old orders of erased buyers belong to.
const nobody identity.AccountID = "acc_00000000000000000000000000"

// detachTx points orders whose retention is over at nobody.
func (s *Service) detachTx(ctx context.Context, tx db.Tx) error {
	before := tx.Now().Add(-s.policy.Retention)
	due, err := hasDetachable(ctx, tx, before)
	if err != nil || !due {
		return err
	}
	if err := insertNobody(ctx, tx); err != nil {
		return fmt.Errorf("make nobody: %w", err)
	}
	if err := detach(ctx, tx, before); err != nil {
		return fmt.Errorf("detach orders: %w", err)
	}
	return nil
}
