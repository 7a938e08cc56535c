package note

import "github.com/etal-market/etal/domain/id"

// Added is told when an operator has written a note.
type Added struct {
	NoteID  ID     `json:"note_id"`
	Subject id.Any `json:"subject"` // sel_… or ord_…
}

// EventName implements event.Event.
func (Added) EventName() string { return "note.added" }

// Edited is told when an operator has changed what they have written.
type Edited struct {
	NoteID  ID     `json:"note_id"`
	Subject id.Any `json:"subject"`
	Version int64  `json:"version"` // since the change
}

// EventName implements event.Event.
func (Edited) EventName() string { return "note.edited" }

// Deleted is told when a note was deleted.
type Deleted struct {
	NoteID   ID     `json:"note_id"`
	Subject  id.Any `json:"subject"`
	AuthorID id.Any `json:"author_id"` // who had written it
}

// EventName implements event.Event.
func (Deleted) EventName() string { return "note.deleted" }
