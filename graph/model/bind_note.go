package model

import (
	"github.com/etal-market/etal/domain/note"
	"github.com/etal-market/etal/domain/page"
)

// What operators write for each other.
type (
	Note            = note.Note
	NoteAddInput    = note.AddInput
	NoteConnection  = page.Connection[note.Note]
	NoteDeleteInput = note.DeleteInput
	NoteEdge        = page.Edge[note.Note]
	NoteEditInput   = note.EditInput
)
