package audit

import (
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/note"
)

// noteReaders lists the events about what operators write for each other. No entry holds
// the text, and none is a seller's: they read the log of what is theirs.
func noteReaders() map[string]reader {
	return map[string]reader{
		note.Added{}.EventName(): reading(func(n note.Added, e *Entry) (any, any) {
			e.Subject = n.Subject
			return nil, map[string]any{"note": n.NoteID}
		}),
		note.Edited{}.EventName(): reading(func(n note.Edited, e *Entry) (any, any) {
			e.Subject = n.Subject
			return map[string]any{"note": n.NoteID, "version": n.Version - 1}, map[string]any{"note": n.NoteID, "version": n.Version}
		}),
		note.Deleted{}.EventName(): reading(func(n note.Deleted, e *Entry) (any, any) {
			e.Subject = n.Subject
			return map[string]any{"note": n.NoteID, "author": id.Any(n.AuthorID)}, nil
		}),
	}
}
