package charge

import (
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Created is told when a seller was charged or credited.
type Created struct {
	ChargeID  ID                  `json:"charge_id"`
	Kind      Kind                `json:"kind"`
	Purpose   Purpose             `json:"purpose"`
	SellerID  seller.ID           `json:"seller_id"`
	Currency  money.Currency      `json:"currency"`
	NetMinor  int64               `json:"net_minor"`
	VATMinor  int64               `json:"vat_minor"`
	Reason    string              `json:"reason"`
	Reference string              `json:"reference"`
	By        *identity.AccountID `json:"by"` // nil: the seller's plan
}

// EventName implements event.Event.
func (Created) EventName() string { return "charge.created" }

// Reversed is told when a charge or credit was reversed.
type Reversed struct {
	ChargeID    ID             `json:"charge_id"`
	Kind        Kind           `json:"kind"`
	SellerID    seller.ID      `json:"seller_id"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amount_minor"` // with VAT
	Reason      string         `json:"reason"`
}

// EventName implements event.Event.
func (Reversed) EventName() string { return "charge.reversed" }
