package productimport

import "github.com/etal-market/etal/domain/seller"

// Finished says that an import is over.
type Finished struct {
	ImportID ID        `json:"import_id"`
	SellerID seller.ID `json:"seller_id"`
	Status   Status    `json:"status"` // DONE or FAILED
}

// EventName implements event.Event.
func (Finished) EventName() string { return "import.finished" }
