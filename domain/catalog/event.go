package catalog

import "github.com/etal-market/etal/domain/seller"

// ProductPublished says that a product became ACTIVE.
type ProductPublished struct {
	ProductID ProductID `json:"product_id"`
	SellerID  seller.ID `json:"seller_id"`
}

// EventName implements event.Event.
func (ProductPublished) EventName() string { return "product.published" }

// ProductArchived says that a product is no longer sold.
type ProductArchived struct {
	ProductID ProductID `json:"product_id"`
	SellerID  seller.ID `json:"seller_id"`
}

// EventName implements event.Event.
func (ProductArchived) EventName() string { return "product.archived" }
