package dispute

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// filesKept is how long the bytes of evidence are kept after a dispute has ended: a
// bank may decide anew for months.
const filesKept = 400 * 24 * time.Hour

// AnnounceFile lets a file of evidence be sent. It returns faults of the input,
// ErrNotFound and what MayFile returns.
func (s *Service) AnnounceFile(ctx context.Context, by actor.Actor, in FileUploadInput) (*file.Upload, error) {
	d, err := selectDispute(ctx, s.db.Read(ctx), in.DisputeID)
	if err != nil {
		return nil, notFound(err)
	}
	if d.SeenBy(by) == nil {
		return nil, ErrNotFound
	}
	if err := d.MayFile(seller.ID(by.SellerID), s.db.Clock().Now()); err != nil {
		return nil, err
	}
	return s.files.Announce(ctx, by, file.PurposeEvidence, file.AnnounceInput{Filename: in.Filename, ByteSize: in.ByteSize})
}

// AddFile puts a file that was sent into a field of evidence, in the place of the one
// that the seller, or the platform, has there. It returns ErrNotFound, what MayFile
// returns, ErrField, ErrFilesLarge, and what file.TakeTx returns.
func (s *Service) AddFile(ctx context.Context, by actor.Actor, in FileAddInput) (*Dispute, error) {
	if !in.Field.isKnown() {
		return nil, ErrField.At("field")
	}
	return s.changeFiles(ctx, by, in.DisputeID, func(ctx context.Context, tx db.Tx, d *Dispute, own []*File) error {
		taken, upload, err := file.TakeTx(ctx, tx, by.SellerID, file.PurposeEvidence, in.UploadID)
		if err != nil {
			return err
		}
		f := &File{
			ID: id.New[FileID]("dsf"), DisputeID: d.ID, SellerOrderID: d.partOfFiles(seller.ID(by.SellerID)), Field: in.Field,
			FileID: taken.ID, Filename: upload.Filename, ContentType: taken.ContentType, ByteSize: taken.ByteSize, Pages: taken.Pages,
			AddedBy: identity.AccountID(by.AccountID), CreatedAt: tx.Now(),
		}
		isSame := func(other *File) bool { return other.Field == f.Field }
		if at := slices.IndexFunc(own, isSame); at >= 0 {
			if err := removeFileTx(ctx, tx, own[at]); err != nil {
				return err
			}
		}
		if err := fits(append(slices.DeleteFunc(own, isSame), f)); err != nil {
			return err
		}
		if err := insertFile(ctx, tx, f); err != nil {
			return fmt.Errorf("add file: %w", err)
		}
		if err := file.HoldTx(ctx, tx, string(f.ID), f.FileID); err != nil {
			return fmt.Errorf("hold file: %w", err)
		}
		return event.Emit(ctx, tx, FileAdded{DisputeID: d.ID, SellerID: seller.ID(by.SellerID), Field: f.Field})
	})
}

// RemoveFile takes a file of the actor's seller, or of the platform, out of the
// evidence. It returns ErrFileNotFound and what MayFile returns.
func (s *Service) RemoveFile(ctx context.Context, by actor.Actor, in FileRemoveInput) (*Dispute, error) {
	f, err := selectFile(ctx, s.db.Read(ctx), in.FileID)
	if err != nil {
		return nil, fileNotFound(err)
	}
	d, err := s.changeFiles(ctx, by, f.DisputeID, func(ctx context.Context, tx db.Tx, d *Dispute, own []*File) error {
		at := slices.IndexFunc(own, func(f *File) bool { return f.ID == in.FileID })
		if at < 0 {
			return ErrFileNotFound
		}
		if err := removeFileTx(ctx, tx, own[at]); err != nil {
			return err
		}
		return event.Emit(ctx, tx, FileRemoved{DisputeID: d.ID, SellerID: seller.ID(by.SellerID), Field: own[at].Field})
	})
	if errors.Is(err, ErrNotFound) { // nor is it told that there is a dispute
		return nil, ErrFileNotFound
	}
	return d, err
}

// changeFiles changes the files that the actor's seller, or the platform, has in a
// dispute which can still be answered.
func (s *Service) changeFiles(ctx context.Context, by actor.Actor, disputeID ID, change func(context.Context, db.Tx, *Dispute, []*File) error) (*Dispute, error) {
	var d *Dispute
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		locked, _, err := own(ctx, tx, by, disputeID)
		if err != nil {
			return err
		}
		d = locked
		if err := d.MayFile(seller.ID(by.SellerID), tx.Now()); err != nil {
			return err
		}
		files, err := selectFiles(ctx, tx, d.ID)
		if err != nil {
			return fmt.Errorf("read files: %w", err)
		}
		part := d.partOfFiles(seller.ID(by.SellerID))
		return change(ctx, tx, d, slices.DeleteFunc(files, func(f *File) bool { return f.SellerOrderID != part }))
	})
	if err != nil {
		return nil, err
	}
	return d.SeenBy(by), nil
}

func removeFileTx(ctx context.Context, tx db.Tx, f *File) error {
	if err := deleteFile(ctx, tx, f.ID); err != nil {
		return fmt.Errorf("remove file: %w", err)
	}
	return file.LetGoTx(ctx, tx, string(f.ID))
}

func fileNotFound(err error) error {
	if errors.Is(err, db.ErrNotFound) {
		return ErrFileNotFound
	}
	return err
}

// FilesOf returns the files of disputes, whoever asks: callers show a member of a
// seller those of their part only.
func (s *Service) FilesOf(ctx context.Context, disputes []ID) (map[ID][]*File, error) {
	rows, err := selectFiles(ctx, s.db.Read(ctx), disputes...)
	found := map[ID][]*File{}
	for _, f := range rows {
		found[f.DisputeID] = append(found[f.DisputeID], f)
	}
	return found, err
}

// ReadFile returns a file with its bytes, to an operator or a member of the seller
// whose part it is of; to others, and when its bytes were let go, ErrFileNotFound.
func (s *Service) ReadFile(ctx context.Context, by actor.Actor, fileID FileID) (*File, []byte, error) {
	f, err := selectFile(ctx, s.db.Read(ctx), fileID)
	if err != nil {
		return nil, nil, fileNotFound(err)
	}
	d, err := s.Get(ctx, by, f.DisputeID)
	if errors.Is(err, ErrNotFound) || err == nil && !f.seenIn(d, by) {
		return nil, nil, ErrFileNotFound
	}
	if err != nil {
		return nil, nil, err
	}
	content, err := s.files.Evidence(ctx, f.FileID)
	if errors.Is(err, file.ErrNotFound) {
		return nil, nil, ErrFileNotFound
	}
	if err != nil {
		return nil, nil, err
	}
	return f, content.Content, nil
}

// seenIn reports whether the actor may see a file of a dispute that they see.
func (f *File) seenIn(d *Dispute, by actor.Actor) bool {
	return f.IsKept() && (by.IsOperator() || f.SellerOrderID != "" && f.SellerOrderID == d.partOfFiles(seller.ID(by.SellerID)))
}

// planFilesTx makes files a part of an answer.
func planFilesTx(ctx context.Context, tx db.Tx, d *Dispute, named []FileID) error {
	all, err := selectFiles(ctx, tx, d.ID)
	if err != nil {
		return fmt.Errorf("read files: %w", err)
	}
	picked, err := d.chosen(all, named)
	if err != nil {
		return err
	}
	ids, left := make([]FileID, len(picked)), []FileID(nil)
	for i, f := range picked {
		ids[i] = f.ID
	}
	for _, f := range all {
		if f.IsSent() && !slices.Contains(ids, f.ID) { // of an earlier answer
			left = append(left, f.ID)
		}
	}
	if err := updateAnswer(ctx, tx, "", left); err != nil {
		return fmt.Errorf("leave files out: %w", err)
	}
	if err := updateAnswer(ctx, tx, d.AnswerID, ids); err != nil {
		return fmt.Errorf("plan files: %w", err)
	}
	return nil
}

// sendFiles gives the provider the files of an answer, and returns its ids of them.
func (s *Service) sendFiles(ctx context.Context, d *Dispute) (map[Field]string, error) {
	files, err := selectFilesOfAnswer(ctx, s.db.Read(ctx), d.ID, d.AnswerID)
	if err != nil {
		return nil, fmt.Errorf("read files: %w", err)
	}
	sent := make(map[Field]string, len(files))
	for _, f := range files {
		if f.ProviderID == "" {
			if err := s.sendFile(ctx, f, d.AnswerID); err != nil {
				return nil, err
			}
		}
		sent[f.Field] = f.ProviderID
	}
	return sent, nil
}

// sendFile gives the provider a file. That it is going to be sent is written down
// first; one that may have been sent before is looked for, and sent again under the
// same key only when the provider does not have it.
func (s *Service) sendFile(ctx context.Context, f *File, answerID string) error {
	wasSent := f.SendKey != ""
	if !wasSent {
		now := s.db.Clock().Now()
		f.SendKey, f.SendAt = string(f.ID)+"-"+answerID, &now
		if err := s.noteFile(ctx, f); err != nil {
			return err
		}
	}
	if wasSent {
		found, err := s.gateway.FindFile(ctx, f.providerName(), *f.SendAt)
		if err != nil {
			return fmt.Errorf("look whether file %s was sent: %w", f.ID, err)
		}
		f.ProviderID = found
	}
	if f.ProviderID == "" {
		content, err := s.files.Evidence(ctx, f.FileID)
		if err != nil {
			return fmt.Errorf("read file %s: %w", f.ID, err)
		}
		made, err := s.gateway.SendFile(ctx, f.SendKey, f.providerName(), content.Content)
		if err != nil {
			return err
		}
		f.ProviderID = made
	}
	return s.noteFile(ctx, f)
}

// noteFile writes down how far the sending of a file is.
func (s *Service) noteFile(ctx context.Context, f *File) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if err := updateSending(ctx, tx, f); err != nil {
			return fmt.Errorf("note file %s: %w", f.ID, err)
		}
		return nil
	})
}

// providerName is what the provider calls a file: by our id it is found again.
func (f *File) providerName() string {
	end := map[string]string{"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
	return string(f.ID) + end[f.ContentType]
}

// unsendTx has the files of an answer that was refused sent anew with the next one:
// it may be them that were refused.
func unsendTx(ctx context.Context, tx db.Tx, d *Dispute) error {
	files, err := selectFilesOfAnswer(ctx, tx, d.ID, d.AnswerID)
	if err != nil {
		return fmt.Errorf("read files: %w", err)
	}
	ids := make([]FileID, len(files))
	for i, f := range files {
		ids[i] = f.ID
	}
	return updateUnsent(ctx, tx, ids)
}

// forgottenAtOnce is how many files are let go in one unit.
const forgottenAtOnce = 200

// ForgetFiles lets go the bytes of files whose disputes have ended long ago; that
// there were such files stays known. It returns of how many.
func (s *Service) ForgetFiles(ctx context.Context) (int64, error) {
	n := 0
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		ids, err := selectForgettable(ctx, tx, tx.Now().Add(-filesKept), forgottenAtOnce)
		if err != nil {
			return fmt.Errorf("look for files to forget: %w", err)
		}
		holders := make([]string, len(ids))
		for i, id := range ids {
			holders[i] = string(id)
		}
		if err := file.LetGoTx(ctx, tx, holders...); err != nil {
			return fmt.Errorf("let files go: %w", err)
		}
		n = len(ids)
		return updateForgotten(ctx, tx, ids)
	})
	return int64(n), err
}
