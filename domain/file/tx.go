package file

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/etal-market/etal/db"
)

// lockOpenTx locks an upload that has not expired, or returns ErrUploadNotFound.
func lockOpenTx(ctx context.Context, tx db.Tx, owner string, uploadID UploadID) (*Upload, error) {
	u, err := lockUpload(ctx, tx, owner, uploadID)
	if errors.Is(err, db.ErrNotFound) || err == nil && !u.ExpiresAt.After(tx.Now()) {
		return nil, ErrUploadNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("lock upload: %w", err)
	}
	return u, nil
}

// TakeTx lets a thing have the file of an upload of a seller or, when the owner is
// empty, of operators. Whoever takes it again has the same file. It returns
// ErrUploadNotFound or ErrNotSent.
func TakeTx(ctx context.Context, tx db.Tx, owner string, p Purpose, uploadID UploadID) (*File, *Upload, error) {
	u, err := lockOpenTx(ctx, tx, owner, uploadID)
	if err != nil {
		return nil, nil, err
	}
	if u.Purpose != p {
		return nil, nil, ErrUploadNotFound
	}
	if u.FileID == nil {
		return nil, nil, ErrNotSent
	}
	f, err := selectFile(ctx, tx, *u.FileID)
	if err != nil {
		return nil, nil, fmt.Errorf("read file: %w", err)
	}
	u.IsTaken = true
	if err := updateUpload(ctx, tx, u); err != nil {
		return nil, nil, fmt.Errorf("take upload: %w", err)
	}
	return f, u, nil
}

// HoldTx keeps a file that was taken as long as a holder needs it.
func HoldTx(ctx context.Context, tx db.Tx, holder string, fileID ID) error {
	return insertUses(ctx, tx, []*Use{{FileID: fileID, Holder: holder, CreatedAt: tx.Now()}})
}

// LetGoTx lets go all that some holders have held.
func LetGoTx(ctx context.Context, tx db.Tx, holders ...string) error {
	return deleteUsesOf(ctx, tx, holders)
}

// Shown is an image that a thing shows, by its address.
type Shown struct {
	Holder string
	URL    string
}

// ShowTx keeps images as long as they are shown. Addresses elsewhere are nothing to
// it. It returns ErrNotFound for an address that images of ours have, without
// encryption, and that none of them has.
func ShowTx(ctx context.Context, tx db.Tx, shown []Shown) error {
	ours := slices.DeleteFunc(slices.Clone(shown), func(s Shown) bool { return !IsImageURL(s.URL) })
	if len(ours) == 0 {
		return nil
	}
	urls := make([]string, len(ours))
	for i, s := range ours {
		urls[i] = s.URL
	}
	found, err := lockFilesAt(ctx, tx, urls, tx.Now().Add(UploadTime))
	if err != nil {
		return fmt.Errorf("look for images: %w", err)
	}
	at := make(map[string]ID, len(found))
	for _, f := range found {
		at[*f.URL] = f.ID
	}
	var uses []*Use
	for _, s := range ours {
		fileID, ok := at[s.URL]
		if !ok && !isEncrypted(s.URL) {
			return ErrNotFound
		}
		if ok {
			uses = append(uses, &Use{FileID: fileID, Holder: s.Holder, CreatedAt: tx.Now()})
		}
	}
	if err := insertUses(ctx, tx, uses); err != nil {
		return fmt.Errorf("keep images: %w", err)
	}
	return nil
}

// HideTx lets images go that a thing shows no longer. They stay for ImageKept.
func HideTx(ctx context.Context, tx db.Tx, holder string, urls []string) error {
	ours := slices.DeleteFunc(slices.Clone(urls), func(url string) bool { return !IsImageURL(url) })
	if len(ours) == 0 {
		return nil
	}
	found, err := lockFilesAt(ctx, tx, ours, tx.Now().Add(ImageKept))
	if err != nil {
		return fmt.Errorf("look for images: %w", err)
	}
	ids := make([]ID, len(found))
	for i, f := range found {
		ids[i] = f.ID
	}
	if err := deleteUses(ctx, tx, holder, ids); err != nil {
		return fmt.Errorf("let images go: %w", err)
	}
	return nil
}
