package note

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// Service keeps notes.
type Service struct{ db *db.DB }

// New returns the notes.
func New(d *db.DB) *Service { return &Service{db: d} }

// Add writes a note about a seller or an order. It returns ErrSubject and the faults of
// the text.
func (s *Service) Add(ctx context.Context, by actor.Actor, in AddInput) (*Note, error) {
	text, err := textOf(in.Text)
	if err != nil {
		return nil, err
	}
	var n *Note
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		n = &Note{ID: id.New[ID]("nte"), AuthorID: identity.AccountID(by.AccountID), Text: text, Version: 1, CreatedAt: tx.Now()}
		if !n.about(in.Subject) {
			return ErrSubject.At("subject")
		}
		exists, err := hasSubject(ctx, tx, n)
		if err != nil {
			return fmt.Errorf("look for %s: %w", in.Subject, err)
		}
		if !exists {
			return ErrSubject.At("subject")
		}
		if err := insertNote(ctx, tx, n); err != nil {
			return fmt.Errorf("insert a note about %s: %w", in.Subject, err)
		}
		return event.Emit(ctx, tx, Added{NoteID: n.ID, Subject: n.Subject()})
	})
	if err != nil {
		return nil, err
	}
	return n, nil
}

// about says what a note is about, and whether notes are about such things.
func (n *Note) about(subject id.Any) bool {
	switch id.Prefix(subject) {
	case "sel":
		of := seller.ID(subject)
		n.SellerID = &of
	case "ord":
		of := order.ID(subject)
		n.OrderID = &of
	default:
		return false
	}
	return true
}

// Edit changes what the actor has written. It returns ErrNotFound, ErrOthers, ErrVersion
// and the faults of the text.
func (s *Service) Edit(ctx context.Context, by actor.Actor, in EditInput) (*Note, error) {
	text, err := textOf(in.Text)
	if err != nil {
		return nil, err
	}
	var n *Note
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if n, err = lockNote(ctx, tx, in.NoteID); err != nil {
			return err
		}
		if err := n.mayChange(by); err != nil {
			return err
		}
		if n.Version != in.Version {
			return ErrVersion
		}
		now := tx.Now()
		n.Text, n.Version, n.EditedAt = text, n.Version+1, &now
		if err := updateNote(ctx, tx, n); err != nil {
			return fmt.Errorf("edit %s: %w", n.ID, err)
		}
		return event.Emit(ctx, tx, Edited{NoteID: n.ID, Subject: n.Subject(), Version: n.Version})
	})
	if err != nil {
		return nil, err
	}
	return n, nil
}

// mayChange returns ErrOthers to everybody but whoever has written the note.
func (n *Note) mayChange(by actor.Actor) error {
	if n.AuthorID != identity.AccountID(by.AccountID) {
		return ErrOthers
	}
	return nil
}

// Delete deletes what the actor has written; or, when the caller has found that they may
// delete what others have, any note. It returns ErrNotFound and ErrOthers.
func (s *Service) Delete(ctx context.Context, by actor.Actor, in DeleteInput, others bool) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		n, err := lockNote(ctx, tx, in.NoteID)
		if err != nil {
			return err
		}
		if err := n.mayChange(by); err != nil && !others {
			return err
		}
		if err := deleteNote(ctx, tx, n.ID); err != nil {
			return fmt.Errorf("delete %s: %w", n.ID, err)
		}
		return event.Emit(ctx, tx, Deleted{NoteID: n.ID, Subject: n.Subject(), AuthorID: id.Any(n.AuthorID)})
	})
}

type key struct {
	ID ID `json:"i"`
}

// Find lists the notes about a seller or an order, newest first. What does not exist has
// none. It returns page.ErrCursor.
func (s *Service) Find(ctx context.Context, subject id.Any, w page.Window) (*page.Connection[Note], error) {
	var of Note
	if !of.about(subject) {
		return page.Connect[Note](w, nil, nil), nil
	}
	rows, err := selectNotes(ctx, s.db.Read(ctx), &of, w)
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(n *Note) any { return key{n.ID} }).Counted(func(ctx context.Context, atMost int64) (int64, error) {
		return countNotes(ctx, s.db.Read(ctx), &of, atMost)
	}), nil
}
