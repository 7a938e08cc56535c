package note

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// textMax is how many characters a note has at most.
const textMax = 5000

// ID names a note, `nte_…`.
type ID string

// Note is what an operator has written about a seller or an order.
type Note struct {
	bun.BaseModel `bun:"table:notes,alias:nte"`

	ID        ID         `bun:",pk"`
	SellerID  *seller.ID // nil: it is about an order
	OrderID   *order.ID  // nil: it is about a seller
	AuthorID  identity.AccountID
	Text      string
	Version   int64      // grows with each change, from 1
	CreatedAt time.Time  // UTC
	EditedAt  *time.Time // UTC; nil: it is as it was written
}

// Subject is what the note is about, sel_… or ord_….
func (n *Note) Subject() id.Any {
	if n.SellerID != nil {
		return id.Any(*n.SellerID)
	}
	return id.Any(*n.OrderID)
}

// AddInput writes a note.
type AddInput struct {
	Subject id.Any // sel_… or ord_…
	Text    string // 1 to 5,000 characters
}

// EditInput changes what somebody has written themselves.
type EditInput struct {
	NoteID  ID
	Version int64 // of the note as they have seen it
	Text    string
}

// DeleteInput deletes a note.
type DeleteInput struct{ NoteID ID }

// textOf checks the text of a note and returns it without the space around it.
func textOf(text string) (string, error) {
	var l fault.List
	text = l.RequiredLines(text, textMax, "text")
	return text, l.Err()
}
