package productimport

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"slices"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

const filenameMax = 255

// What may be kept of one seller: files that nothing has imported, and bytes of all
// files of the last UploadTime.
const (
	openMax      = 200
	keptBytesMax = 1 << 30
)

// runningMax is how many imports of a seller may wait or be carried out at once.
const runningMax = 3

// JobTimeout is how long one run of an import may take; it continues in the
// next one.
const JobTimeout = 10 * time.Minute

// Service is the use cases of uploads and imports.
type Service struct {
	db *db.DB
	// storing lets one file at a time into a statement, which is several times as large.
	storing chan struct{}
}

// New returns the service.
func New(d *db.DB) *Service { return &Service{db: d, storing: make(chan struct{}, 1)} }

// UploadInput announces a file.
type UploadInput struct {
	Filename    string
	ContentType string
	ByteSize    int
}

// CreateUpload announces a file; the caller then sends it by PUT to the URL of
// the upload. It returns faults of the input, or file.ErrUploadsMany.
func (s *Service) CreateUpload(ctx context.Context, owner seller.ID, in UploadInput) (*Upload, error) {
	var l fault.List
	in.Filename = l.Required(in.Filename, filenameMax, "filename")
	kind, _, err := mime.ParseMediaType(in.ContentType)
	l.Check(err == nil && (kind == "text/csv" || kind == "application/vnd.ms-excel"), ErrContentType.At("contentType"))
	l.Check(in.ByteSize > 0 && in.ByteSize <= SizeMax, ErrUploadSize.At("byteSize"))
	if err := l.Err(); err != nil {
		return nil, err
	}
	u := &Upload{ID: newUploadID(), SellerID: owner, Filename: in.Filename, ContentType: kind, ByteSize: int64(in.ByteSize)}
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		open, bytes, err := sumUploads(ctx, tx, owner)
		if err != nil {
			return fmt.Errorf("count uploads: %w", err)
		}
		if open >= openMax || bytes+u.ByteSize > keptBytesMax {
			return file.ErrUploadsMany
		}
		u.CreatedAt, u.ExpiresAt = tx.Now(), tx.Now().Add(UploadTime)
		return insertUpload(ctx, tx, u)
	})
	if err != nil {
		return nil, fmt.Errorf("insert upload: %w", err)
	}
	return u, nil
}

// Receive takes the bytes of an upload. They may be sent again until an import
// uses them. ErrUploadNotFound comes back for another seller's, ErrUploadSize
// for another size than announced.
func (s *Service) Receive(ctx context.Context, owner seller.ID, id UploadID, body io.Reader) error {
	u, err := s.Upload(ctx, owner, id)
	if err != nil {
		return err
	}
	content, ok, err := file.Whole(body, u.ByteSize)
	if err != nil {
		return fmt.Errorf("receive upload: %w", err)
	}
	if !ok {
		return ErrUploadSize
	}
	select {
	case s.storing <- struct{}{}:
		defer func() { <-s.storing }()
	case <-ctx.Done():
		return ctx.Err()
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		stored, err := updateUploadContent(ctx, tx, u, content)
		if err != nil {
			return fmt.Errorf("store upload: %w", err)
		}
		if !stored {
			return ErrUploadNotFound
		}
		return nil
	})
}

// Upload returns an upload of a seller, or ErrUploadNotFound, also once it has expired.
func (s *Service) Upload(ctx context.Context, owner seller.ID, id UploadID) (*Upload, error) {
	u, err := selectUpload(ctx, s.db.Read(ctx), owner, id)
	if errors.Is(err, db.ErrNotFound) || err == nil && !u.ExpiresAt.After(s.db.Clock().Now()) {
		return nil, ErrUploadNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("read upload: %w", err)
	}
	return u, nil
}

// StartInput asks for an import of an upload.
type StartInput struct {
	UploadID UploadID
	Currency money.Currency // of the prices of the file
	DryRun   *bool
}

// Job carries out an import. Service.Work does it.
type Job struct {
	ImportID ID `json:"import_id"`
}

// Kind implements db.Job.
func (Job) Kind() string { return "productimport.run" }

// Start begins an import of an upload that was received and returns at once;
// a worker carries it out. It returns ErrUploadNotFound, ErrUploadEmpty, ErrRunning while
// the upload is being imported, and ErrTooMany while several others of the seller are.
func (s *Service) Start(ctx context.Context, owner seller.ID, in StartInput) (*Import, error) {
	currency, err := money.ParseCurrency(string(in.Currency))
	if err != nil {
		return nil, money.ErrCurrency.At("currencyCode")
	}
	u, err := s.Upload(ctx, owner, in.UploadID)
	if err != nil {
		return nil, err
	}
	if !u.IsReceived {
		return nil, ErrUploadEmpty.At("uploadId")
	}
	i := &Import{
		ID: newID(), SellerID: owner, UploadID: u.ID, Filename: u.Filename, Currency: currency,
		IsDryRun: in.DryRun != nil && *in.DryRun, Status: StatusPending,
	}
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if err := mayStartTx(ctx, tx, u); err != nil {
			return err
		}
		i.CreatedAt, i.UpdatedAt = tx.Now(), tx.Now()
		if err := insertImport(ctx, tx, i); err != nil {
			return fmt.Errorf("insert import: %w", err)
		}
		return tx.Enqueue(ctx, Job{ImportID: i.ID}, db.JobOptions{Queue: db.QueueLong})
	})
	if err != nil {
		return nil, err
	}
	return i, nil
}

// mayStartTx holds the seller, since several at once would all count the same. What has
// not moved for as long as an upload is kept was parked, and bars nobody.
func mayStartTx(ctx context.Context, tx db.Tx, u *Upload) error {
	if err := seller.LockTx(ctx, tx, u.SellerID); err != nil {
		return err
	}
	going, err := selectGoing(ctx, tx, u.SellerID, tx.Now().Add(-UploadTime))
	if err != nil {
		return fmt.Errorf("count imports: %w", err)
	}
	if slices.Contains(going, u.ID) {
		return ErrRunning.At("uploadId")
	}
	if len(going) >= runningMax {
		return ErrTooMany
	}
	return nil
}

// Work carries out an import, or the rest of one that was interrupted. Doing
// it again once it is over does nothing.
func (s *Service) Work(ctx context.Context, job Job) error {
	i, content, err := s.begin(ctx, job.ImportID)
	if err != nil || i == nil {
		return err
	}
	r := &run{
		db: s.db, owner: i.SellerID, opts: Options{DryRun: i.IsDryRun, Currency: i.Currency},
		counts: i.Counts, skip: i.GroupsDone,
		record: func(ctx context.Context, tx db.Tx, st step) error { return recordStep(ctx, tx, i.ID, st) },
	}
	err = r.do(ctx, bytes.NewReader(content))
	var unreadable *errUnreadable
	switch {
	case errors.As(err, &unreadable):
		return s.finish(ctx, i, StatusFailed, unreadable.problems)
	case len(fault.As(err)) == 1: // too long, too wide
		return s.finish(ctx, i, StatusFailed, []Problem{problemOf(fault.As(err)[0], 1, "")})
	case err != nil:
		return fmt.Errorf("import %s: %w", i.ID, err)
	}
	return s.finish(ctx, i, StatusDone, nil)
}

// begin marks an import as running and reads its file; nil when it is over.
func (s *Service) begin(ctx context.Context, id ID) (*Import, []byte, error) {
	var found *Import
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		found, err = lockImport(ctx, tx, id)
		if err != nil || found.Status == StatusDone || found.Status == StatusFailed {
			return err
		}
		if found.StartedAt == nil {
			found.StartedAt = ptr(tx.Now())
		}
		found.Status, found.UpdatedAt = StatusRunning, tx.Now()
		if err := tellProgress(ctx, tx, id); err != nil {
			return err
		}
		return updateImportStatus(ctx, tx, found)
	})
	if err != nil {
		return nil, nil, fmt.Errorf("begin import %s: %w", id, err)
	}
	if found.Status != StatusRunning {
		return nil, nil, nil
	}
	content, err := selectUploadContent(ctx, s.db.Read(ctx), found.UploadID)
	if err != nil {
		return nil, nil, fmt.Errorf("read upload %s: %w", found.UploadID, err)
	}
	return found, content, nil
}

// recordStep writes the progress of an import. It returns errStale when
// another worker has gone further, so that no product is counted twice.
func recordStep(ctx context.Context, tx db.Tx, id ID, st step) error {
	moved, err := updateImportProgress(ctx, tx, id, st)
	if err != nil {
		return fmt.Errorf("record progress: %w", err)
	}
	if !moved {
		return errStale
	}
	if st.before%newsEvery == newsEvery-1 {
		if err := tellProgress(ctx, tx, id); err != nil {
			return err
		}
	}
	return storeProblems(ctx, tx, id, st.after.ProblemCount-len(st.problems), st.problems)
}

// storeProblems keeps problems, of which so many came before.
func storeProblems(ctx context.Context, tx db.Tx, id ID, before int, problems []Problem) error {
	var rows []*storedProblem
	for i, p := range problems {
		if seq := before + i + 1; seq <= ProblemsKept {
			rows = append(rows, &storedProblem{
				ImportID: id, Seq: seq, Line: p.Line, Col: strings.ToValidUTF8(p.Column, ""), Handle: p.Handle, Code: p.Code, Message: p.Message,
			})
		}
	}
	if err := insertProblems(ctx, tx, rows); err != nil {
		return fmt.Errorf("store problems: %w", err)
	}
	return nil
}

// finish ends an import and tells the others.
func (s *Service) finish(ctx context.Context, i *Import, status Status, problems []Problem) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		now, err := lockImport(ctx, tx, i.ID)
		if err != nil {
			return fmt.Errorf("lock import: %w", err)
		}
		if now.Status != StatusRunning {
			return nil
		}
		if err := storeProblems(ctx, tx, i.ID, now.ProblemCount, problems); err != nil {
			return err
		}
		now.Status, now.FinishedAt, now.UpdatedAt = status, ptr(tx.Now()), tx.Now()
		now.ProblemCount += len(problems)
		if err := updateImportStatus(ctx, tx, now); err != nil {
			return fmt.Errorf("finish import: %w", err)
		}
		if err := event.Tell(ctx, tx, Finished{}.EventName(), aboutImport(i.ID)); err != nil {
			return err
		}
		return event.Emit(ctx, tx, Finished{ImportID: i.ID, SellerID: i.SellerID, Status: status})
	})
}

// Get returns an import of the owner, or ErrNotFound.
func (s *Service) Get(ctx context.Context, owner seller.ID, id ID) (*Import, error) {
	found, err := selectImports(ctx, s.db.Read(ctx), &owner, []ID{id})
	if err != nil {
		return nil, fmt.Errorf("read import: %w", err)
	}
	if len(found) == 0 {
		return nil, ErrNotFound
	}
	return found[0], nil
}

// GetFor returns an import of the actor's seller, or any for an operator; else
// ErrNotFound.
func (s *Service) GetFor(ctx context.Context, by actor.Actor, id ID) (*Import, error) {
	found, err := s.SeenByIDs(ctx, by, []ID{id})
	if err == nil && found[id] == nil {
		err = ErrNotFound
	}
	return found[id], err
}

// SeenByIDs returns those of the imports that the actor sees, by their ids: of their
// seller, or any for an operator.
func (s *Service) SeenByIDs(ctx context.Context, by actor.Actor, ids []ID) (map[ID]*Import, error) {
	owner, err := scopeOf(by)
	if err != nil {
		return nil, nil //nolint:nilerr // whoever may see none sees none
	}
	rows, err := selectImports(ctx, s.db.Read(ctx), owner, ids)
	if err != nil {
		return nil, fmt.Errorf("read imports: %w", err)
	}
	found := make(map[ID]*Import, len(rows))
	for _, i := range rows {
		found[i.ID] = i
	}
	return found, nil
}

// scopeOf is whose imports an actor sees; nil: everybody's.
func scopeOf(by actor.Actor) (*seller.ID, error) {
	owner, err := seller.Scope(by, nil)
	if err != nil || owner == "" {
		return nil, err
	}
	return &owner, nil
}

// FindFor pages through the imports of the actor's seller, or of all sellers
// for an operator, newest first. It returns seller.ErrNotFound to others.
func (s *Service) FindFor(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[Import], error) {
	owner, err := scopeOf(by)
	if err != nil {
		return nil, err
	}
	rows, err := selectImportsOf(ctx, s.db.Read(ctx), owner, w)
	if err != nil {
		return nil, fmt.Errorf("read imports: %w", err)
	}
	return page.Connect(w, rows, func(i *Import) any { return importKey{i.ID} }), nil
}

// ProblemsAsk asks for a page of the problems of an import of an owner. It is
// comparable, so that a loader knows an ask that it has had before.
type ProblemsAsk struct {
	owner    seller.ID
	importID ID
	window   page.Window
}

// AskProblems asks for a page of the problems of an import of the owner. It returns
// page.ErrCursor for the cursor of another list.
func AskProblems(owner seller.ID, id ID, w page.Window) (ProblemsAsk, error) {
	var k problemKey
	if w.HasCursor() {
		if err := w.Decode(&k); err != nil {
			return ProblemsAsk{}, err
		}
	}
	return ProblemsAsk{owner, id, w}, nil
}

// FindProblems answers asks for pages of problems, in the order of the file; of
// imports of others, empty ones. A hundred asks take one query.
func (s *Service) FindProblems(ctx context.Context, asks []ProblemsAsk) (map[ProblemsAsk]*page.Connection[Problem], error) {
	found := make(map[ProblemsAsk]*page.Connection[Problem], len(asks))
	for asks := range slices.Chunk(asks, db.SelectionsMax) {
		rows, err := selectProblems(ctx, s.db.Read(ctx), asks)
		if err != nil {
			return nil, fmt.Errorf("read problems: %w", err)
		}
		for i, ask := range asks {
			found[ask] = connectProblems(ask.window, rows[i])
		}
	}
	return found, nil
}

func connectProblems(w page.Window, rows []*storedProblem) *page.Connection[Problem] {
	problems := make([]*Problem, len(rows))
	seqs := make(map[*Problem]int, len(rows))
	for i, r := range rows {
		problems[i] = &Problem{Line: r.Line, Column: r.Col, Handle: r.Handle, Code: r.Code, Message: r.Message}
		seqs[problems[i]] = r.Seq
	}
	return page.Connect(w, problems, func(p *Problem) any { return problemKey{seqs[p]} })
}

// Sweep forgets the bytes of uploads that have expired and that no import
// still needs, and returns of how many.
func (s *Service) Sweep(ctx context.Context) (int64, error) {
	var n int64
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		n, err = clearExpiredUploads(ctx, tx)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("sweep uploads: %w", err)
	}
	return n, nil
}
