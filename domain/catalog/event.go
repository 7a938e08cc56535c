package catalog

import "github.com/etal-market/etal/domain/seller"

// Published says that a product became ACTIVE.
type Published struct {
	ProductID ProductID `json:"product_id"`
	SellerID  seller.ID `json:"seller_id"`
}

// EventName implements event.Event.
func (Published) EventName() string { return "product.published" }

// Archived says that a product is no longer sold.
type Archived struct {
	ProductID ProductID `json:"product_id"`
	SellerID  seller.ID `json:"seller_id"`
}

// EventName implements event.Event.
func (Archived) EventName() string { return "product.archived" }
