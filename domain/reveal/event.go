package reveal

import (
	"time"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
)

// Revealed is told when an operator may read what is masked of a person, with the
// reason and until when.
type Revealed struct {
	RevealID ID                 `json:"reveal_id"`
	Subject  id.Any             `json:"subject"` // ord_… or acc_…
	PersonID identity.AccountID `json:"person_id"`
	By       identity.AccountID `json:"by"`
	Reason   string             `json:"reason"`
	EndsAt   time.Time          `json:"ends_at"`
}

// EventName implements event.Event.
func (Revealed) EventName() string { return "personal_data.revealed" }
