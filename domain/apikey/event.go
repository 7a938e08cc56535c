package apikey

import (
	"time"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// Created says that somebody made a key.
type Created struct {
	KeyID     ID                 `json:"key_id"`
	SellerID  seller.ID          `json:"seller_id"` // empty: the platform's
	By        identity.AccountID `json:"by"`
	Scopes    []string           `json:"scopes"`
	Addresses []string           `json:"addresses"`
	ExpiresAt time.Time          `json:"expires_at"`
}

// EventName implements event.Event.
func (Created) EventName() string { return "apikey.created" }

// Rotated says that a key has a new secret, and when those before it end.
type Rotated struct {
	KeyID         ID                 `json:"key_id"`
	SellerID      seller.ID          `json:"seller_id"`
	By            identity.AccountID `json:"by"`
	FormerExpiry  time.Time          `json:"former_expiry"`
	ExpiresAt     time.Time          `json:"expires_at"`
	FormersEndAt  time.Time          `json:"formers_end_at"`
	FormersEnding int                `json:"formers_ending"` // how many secrets before it were still good
}

// EventName implements event.Event.
func (Rotated) EventName() string { return "apikey.rotated" }

// Revoked says that somebody ended a key.
type Revoked struct {
	KeyID    ID                 `json:"key_id"`
	SellerID seller.ID          `json:"seller_id"`
	By       identity.AccountID `json:"by"` // empty for the command line
}

// EventName implements event.Event.
func (Revoked) EventName() string { return "apikey.revoked" }

// Expiring says that a key will end by itself before long.
type Expiring struct {
	KeyID     ID        `json:"key_id"`
	SellerID  seller.ID `json:"seller_id"`
	ExpiresAt time.Time `json:"expires_at"`
}

// EventName implements event.Event.
func (Expiring) EventName() string { return "apikey.expiring" }
