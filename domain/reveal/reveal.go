package reveal

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
)

// Lasts is how long a reveal holds.
const Lasts = 15 * time.Minute

// reasonMax is how many characters a reason has at most.
const reasonMax = 1000

// ID names a reveal, `rvl_…`.
type ID string

// Reveal is the leave of one operator to read what is masked of one subject.
type Reveal struct {
	bun.BaseModel `bun:"table:personal_data_reveals"`

	ID         ID `bun:",pk"`
	OperatorID identity.AccountID
	SessionID  identity.SessionID // in which it holds, and in no other
	Subject    id.Any             // ord_… or acc_…
	CreatedAt  time.Time          // UTC
	EndsAt     time.Time          // UTC; at this instant it holds no more
}

// Input asks for a reveal.
type Input struct {
	Subject id.Any // an order, a seller order for the order it belongs to, or an account
	Reason  string // at most 1,000 characters
}
