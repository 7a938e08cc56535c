package terms

import "time"

// Published is told when a version of a document was published, to be in force
// now or later.
type Published struct {
	VersionID   VersionID `json:"version_id"`
	Kind        Kind      `json:"kind"`
	Number      int64     `json:"number"`
	TextHash    string    `json:"text_hash"`
	InForceFrom time.Time `json:"in_force_from"` // UTC
}

// EventName implements event.Event.
func (Published) EventName() string { return "terms.published" }

// Withdrawn is told when a version was withdrawn before it came into force.
type Withdrawn struct {
	VersionID   VersionID `json:"version_id"`
	Kind        Kind      `json:"kind"`
	Number      int64     `json:"number"`
	InForceFrom time.Time `json:"in_force_from"` // UTC, when it would have been
}

// EventName implements event.Event.
func (Withdrawn) EventName() string { return "terms.withdrawn" }
