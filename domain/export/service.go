package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
)

// JobTimeout is how long one run of an export may take; it goes on in the next
// one.
const JobTimeout = 10 * time.Minute

// Job makes an export. Service.Work does it.
type Job struct {
	ExportID ID `json:"export_id"`
}

// Kind implements db.Job.
func (Job) Kind() string { return "export.make" }

// Service makes exports and hands them out.
type Service struct {
	db      *db.DB
	makers  map[Kind]Maker
	readers map[Kind]Reader
}

// New returns the service with a maker for each kind.
func New(d *db.DB, makers map[Kind]Maker) *Service {
	return &Service{db: d, makers: makers, readers: map[Kind]Reader{}}
}

// Reads has the files of a kind made by a reader. It is called before anything works.
func (s *Service) Reads(kind Kind, by Reader) { s.readers[kind] = by }

// Request is what somebody asks for.
type Request struct {
	Kind        Kind
	SubjectID   string // whom or what it is about
	Params      string // JSON, for the maker
	Filename    string
	ContentType string
	Reason      string // why an operator asks
}

// Ask writes down that the actor wants an export; a worker makes it. It returns
// ErrTooMany while several are being made for the actor.
func (s *Service) Ask(ctx context.Context, by actor.Actor, r Request) (*Export, error) {
	e := &Export{
		ID: id.New[ID]("exp"), Kind: r.Kind, OwnerID: by.AccountID, SubjectID: r.SubjectID, Params: r.Params,
		Filename: r.Filename, ContentType: r.ContentType, Status: Pending,
	}
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if _, err := identity.LockTx(ctx, tx, identity.AccountID(by.AccountID)); err != nil {
			return err // without the lock, several at once would all count the same
		}
		open, err := countOpen(ctx, tx, by.AccountID)
		if err != nil {
			return fmt.Errorf("count exports: %w", err)
		}
		if open >= openMax {
			return ErrTooMany
		}
		e.CreatedAt = tx.Now()
		if err := insertExport(ctx, tx, e); err != nil {
			return fmt.Errorf("insert export: %w", err)
		}
		if err := event.Emit(ctx, tx, Requested{ExportID: e.ID, Kind: e.Kind, SubjectID: e.SubjectID, Params: e.Params, Reason: r.Reason}); err != nil {
			return err
		}
		return tx.Enqueue(ctx, Job{ExportID: e.ID}, db.JobOptions{Queue: db.QueueLong})
	})
	if err != nil {
		return nil, err
	}
	return e, nil
}

// Work makes an export, or the rest of it.
func (s *Service) Work(ctx context.Context, job Job) error {
	for {
		e, part, err := s.next(ctx, job.ExportID)
		switch {
		case errors.Is(err, db.ErrNotFound): // its owner was erased
			return nil
		case len(fault.As(err)) > 0:
			return s.fail(ctx, e)
		case err != nil:
			return fmt.Errorf("make export %s: %w", job.ExportID, err)
		case e.Status != Pending && e.Status != Running:
			return nil
		}
		if err := s.keep(ctx, e, part); err != nil || part.Last {
			return err
		}
	}
}

// next reads an export, and makes the part of it that follows.
func (s *Service) next(ctx context.Context, exportID ID) (e *Export, part Part, err error) {
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		e, err = selectExport(ctx, q, exportID)
		if err != nil || e.Status != Pending && e.Status != Running || s.readers[e.Kind] != nil {
			return err
		}
		maker := s.makers[e.Kind]
		if maker == nil {
			return fmt.Errorf("nobody makes exports of kind %s", e.Kind)
		}
		part, err = maker.Next(ctx, q, e)
		return err
	})
	if err == nil && s.readers[e.Kind] != nil && (e.Status == Pending || e.Status == Running) {
		part, err = s.readers[e.Kind].Read(ctx, e)
	}
	return e, part, err
}

// keep writes a part, unless another worker has written it.
func (s *Service) keep(ctx context.Context, read *Export, part Part) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		e, err := lockExport(ctx, tx, read.ID)
		if errors.Is(err, db.ErrNotFound) || err == nil && (e.Chunks != read.Chunks || e.Status != Pending && e.Status != Running) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("lock export: %w", err)
		}
		if err := insertChunk(ctx, tx, &chunk{ExportID: e.ID, Seq: e.Chunks, Content: part.Content}); err != nil {
			return fmt.Errorf("write part: %w", err)
		}
		e.Status, e.Done, e.Total, e.Position = Running, part.Done, part.Total, part.Position
		e.Chunks, e.ByteSize = e.Chunks+1, e.ByteSize+int64(len(part.Content))
		if err := tell(ctx, tx, e.ID); err != nil {
			return err
		}
		if part.Last {
			ready, expires := tx.Now(), tx.Now().Add(KeptFor)
			e.Status, e.ReadyAt, e.ExpiresAt = Ready, &ready, &expires
			e.Params = "{}" // what was looked for may be about somebody
			done := Finished{ExportID: e.ID, Kind: e.Kind, OwnerID: e.OwnerID, SubjectID: e.SubjectID}
			if err := event.Emit(ctx, tx, done); err != nil {
				return err
			}
		}
		return updateExport(ctx, tx, e)
	})
}

func (s *Service) fail(ctx context.Context, e *Export) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return failTx(ctx, tx, e.ID) })
}

func failTx(ctx context.Context, tx db.Tx, exportID ID) error {
	e, err := lockExport(ctx, tx, exportID)
	if errors.Is(err, db.ErrNotFound) || err == nil && e.Status != Pending && e.Status != Running && e.Status != Ready {
		return nil
	}
	if err != nil {
		return fmt.Errorf("lock export: %w", err)
	}
	if err := deleteChunks(ctx, tx, e.ID); err != nil {
		return err
	}
	if err := tell(ctx, tx, e.ID); err != nil {
		return err
	}
	e.Status, e.Params = Failed, "{}"
	return updateExport(ctx, tx, e)
}

// DropTx ends every file of a kind that was not fetched yet, since what is in it
// must not be kept any longer. Whoever asked may ask again.
func DropTx(ctx context.Context, tx db.Tx, kind Kind) error {
	ids, err := selectUnfetched(ctx, tx, kind)
	if err != nil {
		return fmt.Errorf("look for files: %w", err)
	}
	for _, id := range ids {
		if err := failTx(ctx, tx, id); err != nil {
			return err
		}
	}
	return nil
}

// Get returns an export of the actor's own, or ErrNotFound.
func (s *Service) Get(ctx context.Context, by actor.Actor, exportID ID) (*Export, error) {
	e, err := selectExport(ctx, s.db.Read(ctx), exportID)
	if errors.Is(err, db.ErrNotFound) || err == nil && (by.AccountID == "" || e.OwnerID != by.AccountID) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load export: %w", err)
	}
	return e, nil
}

// SeenByIDs returns the actor's own of several exports.
func (s *Service) SeenByIDs(ctx context.Context, by actor.Actor, ids []ID) (map[ID]*Export, error) {
	if by.AccountID == "" {
		return nil, nil
	}
	rows, err := selectOwnExports(ctx, s.db.Read(ctx), by.AccountID, ids)
	if err != nil {
		return nil, fmt.Errorf("load exports: %w", err)
	}
	found := make(map[ID]*Export, len(rows))
	for _, e := range rows {
		found[e.ID] = e
	}
	return found, nil
}

type exportKey struct {
	ID ID `json:"i"`
}

// Find pages through the actor's own exports, newest first.
func (s *Service) Find(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[Export], error) {
	rows, err := selectExports(ctx, s.db.Read(ctx), by.AccountID, w)
	if err != nil {
		return nil, fmt.Errorf("load exports: %w", err)
	}
	return page.Connect(w, rows, func(e *Export) any { return exportKey{e.ID} }), nil
}

// Fetch writes the content of a ready export of the actor's own to out, and
// deletes it when all of it was written. begin is called before the first byte.
// It returns ErrNotFound and ErrBusy before it writes anything.
func (s *Service) Fetch(ctx context.Context, by actor.Actor, exportID ID, begin func(*Export) io.Writer) error {
	e, err := s.claim(ctx, by, exportID)
	if err != nil {
		return err
	}
	if err := s.send(ctx, e, begin(e)); err != nil {
		return errors.Join(err, s.settle(context.WithoutCancel(ctx), e.ID, false))
	}
	return s.settle(ctx, e.ID, true)
}

// claim makes sure that one transfer runs at a time.
func (s *Service) claim(ctx context.Context, by actor.Actor, exportID ID) (e *Export, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		e, err = lockExport(ctx, tx, exportID)
		now := tx.Now()
		if errors.Is(err, db.ErrNotFound) || err == nil &&
			(by.AccountID == "" || e.OwnerID != by.AccountID || e.Status != Ready || !e.ExpiresAt.After(now)) {
			return ErrNotFound
		}
		if err != nil {
			return fmt.Errorf("lock export: %w", err)
		}
		if e.FetchingUntil != nil && e.FetchingUntil.After(now) {
			return ErrBusy
		}
		until := now.Add(fetchTime)
		e.FetchingUntil = &until
		return updateExport(ctx, tx, e)
	})
	return e, err
}

func (s *Service) send(ctx context.Context, e *Export, out io.Writer) error {
	for seq := range e.Chunks {
		content, err := selectChunk(ctx, s.db.Read(ctx), e.ID, seq)
		if err != nil {
			return fmt.Errorf("read part %d of %s: %w", seq, e.ID, err)
		}
		if _, err := out.Write(content); err != nil {
			return fmt.Errorf("send %s: %w", e.ID, err)
		}
	}
	return nil
}

// settle ends a transfer: what was sent whole is deleted.
func (s *Service) settle(ctx context.Context, exportID ID, whole bool) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		e, err := lockExport(ctx, tx, exportID)
		if err != nil {
			return fmt.Errorf("lock export: %w", err)
		}
		e.FetchingUntil = nil
		if whole && e.Status == Ready {
			at := tx.Now()
			e.Status, e.FetchedAt = Fetched, &at
			if err := tell(ctx, tx, e.ID); err != nil {
				return err
			}
			if err := deleteChunks(ctx, tx, e.ID); err != nil {
				return err
			}
			done := WasFetched{ExportID: e.ID, Kind: e.Kind, OwnerID: e.OwnerID, SubjectID: e.SubjectID}
			if err := event.Emit(ctx, tx, done); err != nil {
				return err
			}
		}
		return updateExport(ctx, tx, e)
	})
}

// Sweep deletes the content of exports that nobody has fetched in time, and
// forgets those that ended a month ago. It returns how many expired.
func (s *Service) Sweep(ctx context.Context) (n int64, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if n, err = expire(ctx, tx); err != nil {
			return fmt.Errorf("expire exports: %w", err)
		}
		return forget(ctx, tx, tx.Now().Add(-forgottenAfter))
	})
	return n, err
}

// LogValue implements slog.LogValuer: an export is told by its id.
func (e *Export) LogValue() slog.Value { return slog.StringValue(string(e.ID)) }
