package file

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"

	"golang.org/x/sync/semaphore"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
)

// openMax is how many files one seller may announce that nothing takes.
const openMax = 200

// filenameMax is how many characters the name of a file has at most.
const filenameMax = 255

// sweptAtOnce is how many files a sweep deletes in one unit.
const sweptAtOnce = 100

// Service takes files, keeps them and hands them out.
type Service struct {
	db      *db.DB
	baseURL string
	// readers bounds how many files are read at once, which is work for processors,
	// and memory how many bytes they take together.
	readers chan struct{}
	memory  *semaphore.Weighted
}

// New returns the service of an installation at an address, without a slash at its
// end.
func New(d *db.DB, baseURL string) *Service {
	return &Service{
		db: d, baseURL: baseURL,
		readers: make(chan struct{}, max(1, runtime.GOMAXPROCS(0)/2)), memory: semaphore.NewWeighted(readingBytesMax),
	}
}

// AnnounceInput says which file is going to be sent.
type AnnounceInput struct {
	Filename string
	ByteSize int
}

// Announce lets a file be sent by whoever acts for the same seller, or by an
// operator when one has announced it. It returns faults of the input, or
// ErrUploadsMany.
func (s *Service) Announce(ctx context.Context, by actor.Actor, p Purpose, in AnnounceInput) (*Upload, error) {
	var l fault.List
	u := &Upload{ID: newUploadID(), SellerID: by.SellerID, Purpose: p, Filename: l.Required(in.Filename, filenameMax, "filename"), ByteSize: int64(in.ByteSize)}
	most, large := p.limit()
	l.Check(in.ByteSize > 0 && in.ByteSize <= most, large.At("byteSize"))
	if err := l.Err(); err != nil {
		return nil, err
	}
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		open, err := countOpen(ctx, tx, u.SellerID, tx.Now())
		if err != nil {
			return fmt.Errorf("count uploads: %w", err)
		}
		if open >= openMax {
			return ErrUploadsMany
		}
		u.CreatedAt, u.ExpiresAt = tx.Now(), tx.Now().Add(UploadTime)
		return insertUpload(ctx, tx, u)
	})
	if err != nil {
		return nil, err
	}
	return u, nil
}

// limit is the largest file for a purpose, and what larger ones are told.
func (p Purpose) limit() (int, *fault.Fault) {
	if p == PurposeImage {
		return ImageBytesMax, ErrImageLarge
	}
	return EvidenceBytesMax, ErrEvidenceLarge
}

// Upload returns an upload of the actor's seller, or of operators; ErrUploadNotFound
// for others and once it has expired.
func (s *Service) Upload(ctx context.Context, by actor.Actor, uploadID UploadID) (*Upload, error) {
	if !by.IsSeller() && !by.IsOperator() { // nobody else announces anything
		return nil, ErrUploadNotFound
	}
	u, err := selectUpload(ctx, s.db.Read(ctx), by.SellerID, uploadID)
	if errors.Is(err, db.ErrNotFound) || err == nil && !u.ExpiresAt.After(s.db.Clock().Now()) {
		return nil, ErrUploadNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("read upload: %w", err)
	}
	return u, nil
}

// Receive takes the bytes of an upload. They may be sent again; other bytes only
// until something takes the first ones. It returns ErrUploadNotFound, ErrSize,
// ErrTaken, or why the file is refused.
func (s *Service) Receive(ctx context.Context, by actor.Actor, uploadID UploadID, body io.Reader) error {
	u, err := s.Upload(ctx, by, uploadID)
	if err != nil {
		return err
	}
	content, ok, err := Whole(body, u.ByteSize)
	if err != nil {
		return fmt.Errorf("receive file: %w", err)
	}
	if !ok {
		return ErrSize
	}
	if u.FileID != nil && *u.FileID == idOf(u.Purpose, content) {
		return nil
	}
	f, contents, err := s.read(ctx, u.Purpose, content)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		locked, err := lockOpenTx(ctx, tx, by.SellerID, u.ID)
		if err != nil {
			return err
		}
		return locked.receiveTx(ctx, tx, f, contents)
	})
}

// Whole reads what has a size that was announced, with room for that and not more; ok
// is false when it has another size.
func Whole(body io.Reader, size int64) (content []byte, ok bool, err error) {
	content = make([]byte, size)
	_, err = io.ReadFull(body, content)
	if err == nil {
		_, err = io.ReadFull(body, make([]byte, 1))
		ok = errors.Is(err, io.EOF)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return content, ok, err
}

// read makes a file of bytes, once there is room to read it.
func (s *Service) read(ctx context.Context, p Purpose, content []byte) (*File, []*Content, error) {
	select {
	case s.readers <- struct{}{}:
		defer func() { <-s.readers }()
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	}
	weight := memoryFor(content)
	if err := s.memory.Acquire(ctx, weight); err != nil {
		return nil, nil, err
	}
	defer s.memory.Release(weight)
	if p == PurposeImage {
		f, contents, err := redraw(content)
		if err != nil {
			return nil, nil, err
		}
		url := s.baseURL + ImagePath + string(f.ID[len("image-"):]) + "/large"
		f.URL = &url
		return f, contents, nil
	}
	f, err := checkEvidence(content)
	if err != nil {
		return nil, nil, err
	}
	return f, []*Content{{FileID: f.ID, Size: SizeWhole, ContentType: f.ContentType, Content: content}}, nil
}

// receiveTx keeps what has come for a locked upload.
func (u *Upload) receiveTx(ctx context.Context, tx db.Tx, f *File, contents []*Content) error {
	if u.IsTaken && *u.FileID != f.ID {
		return ErrTaken
	}
	f.CreatedAt, f.KeepUntil = tx.Now(), tx.Now().Add(UploadTime)
	if err := insertFile(ctx, tx, f, contents); err != nil {
		return fmt.Errorf("keep file: %w", err)
	}
	u.FileID = &f.ID
	return updateUpload(ctx, tx, u)
}

// Evidence returns the bytes of a file of evidence, whoever asks, or ErrNotFound.
func (s *Service) Evidence(ctx context.Context, fileID ID) (*Content, error) {
	return s.content(ctx, fileID, SizeWhole)
}

// HasImage reports whether there is an image below ImagePath, without reading it.
func (s *Service) HasImage(ctx context.Context, sum, size string) (bool, error) {
	of, in, ok := imageOf(sum, size)
	if !ok {
		return false, nil
	}
	return hasContent(ctx, s.db.Read(ctx), of, in)
}

// Image returns an image by the two steps of its path below ImagePath, or
// ErrNotFound. Everybody can see it.
func (s *Service) Image(ctx context.Context, sum, size string) (*Content, error) {
	of, in, ok := imageOf(sum, size)
	if !ok {
		return nil, ErrNotFound
	}
	return s.content(ctx, of, in)
}

func (s *Service) content(ctx context.Context, of ID, in Size) (*Content, error) {
	c, err := selectContent(ctx, s.db.Read(ctx), of, in)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("read file: %w", err)
	}
	return c, nil
}

// Sweep forgets uploads that have expired and deletes files that nobody needs any
// more. It returns how many files it has deleted.
func (s *Service) Sweep(ctx context.Context) (int64, error) {
	deleted := int64(0)
	for {
		var n int
		err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
			if err := deleteExpiredUploads(ctx, tx); err != nil {
				return err
			}
			n, err = deleteUnused(ctx, tx, sweptAtOnce)
			return err
		})
		if err != nil {
			return deleted, fmt.Errorf("sweep files: %w", err)
		}
		deleted += int64(n)
		if n < sweptAtOnce {
			return deleted, nil
		}
	}
}
