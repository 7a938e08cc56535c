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

// OffersPaused is told when somebody has published a product, and the plan of another seller
// who offers it does not allow these offers to be published, too.
type OffersPaused struct {
	ProductID ProductID `json:"product_id"`
	Title     string    `json:"title"` // of the product
	SellerID  seller.ID `json:"seller_id"`
	OfferIDs  []OfferID `json:"offer_ids"`
}

// EventName implements event.Event.
func (OffersPaused) EventName() string { return "offer.paused" }
