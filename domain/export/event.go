package export

// Requested says that somebody has asked for an export, and for whose or which
// data.
type Requested struct {
	ExportID  ID     `json:"export_id"`
	Kind      Kind   `json:"kind"`
	SubjectID string `json:"subject_id"`
	Params    string `json:"params,omitempty"` // what of it, JSON
	Reason    string `json:"reason"`           // why an operator asked; empty for one's own data
}

// EventName implements event.Event.
func (Requested) EventName() string { return "export.requested" }

// Finished says that an export can be fetched by its owner.
type Finished struct {
	ExportID  ID     `json:"export_id"`
	Kind      Kind   `json:"kind"`
	OwnerID   string `json:"owner_id"`
	SubjectID string `json:"subject_id"`
}

// EventName implements event.Event.
func (Finished) EventName() string { return "export.finished" }

// WasFetched says that the owner has fetched an export.
type WasFetched struct {
	ExportID  ID     `json:"export_id"`
	Kind      Kind   `json:"kind"`
	OwnerID   string `json:"owner_id"`
	SubjectID string `json:"subject_id"`
}

// EventName implements event.Event.
func (WasFetched) EventName() string { return "export.fetched" }
