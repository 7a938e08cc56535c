package commission

import "time"

// Published is told when a version was published, to be in force later.
type Published struct {
	RulesetID     ID        `json:"ruleset_id"`
	Version       int64     `json:"version"`
	EffectiveFrom time.Time `json:"effective_from"` // UTC
	RulesHash     string    `json:"rules_hash"`
}

// EventName implements event.Event.
func (Published) EventName() string { return "commission.published" }

// Cancelled is told when a draft, or a version that was not in force yet, was
// given up.
type Cancelled struct {
	RulesetID ID     `json:"ruleset_id"`
	Version   *int64 `json:"version"` // nil for a draft
}

// EventName implements event.Event.
func (Cancelled) EventName() string { return "commission.cancelled" }
