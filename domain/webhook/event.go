package webhook

import (
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// State is what decides where an endpoint is told what. The address may hold a
// secret in its path or query, so the audit log gets its host.
type State struct {
	Host    string          `json:"host"`
	Topics  []Topic         `json:"topics"`
	Status  Status          `json:"status"`
	Reason  *DisabledReason `json:"reason,omitempty"`
	Version string          `json:"version"`
}

// Created says that somebody made an endpoint.
type Created struct {
	EndpointID ID                 `json:"endpoint_id"`
	SellerID   seller.ID          `json:"seller_id"` // empty: the platform's
	By         identity.AccountID `json:"by"`
	After      State              `json:"after"`
}

// EventName implements event.Event.
func (Created) EventName() string { return "webhook.created" }

// Updated says that somebody changed an endpoint.
type Updated struct {
	EndpointID ID                 `json:"endpoint_id"`
	SellerID   seller.ID          `json:"seller_id"`
	By         identity.AccountID `json:"by"`
	Before     State              `json:"before"`
	After      State              `json:"after"`
}

// EventName implements event.Event.
func (Updated) EventName() string { return "webhook.updated" }

// Deleted says that somebody removed an endpoint.
type Deleted struct {
	EndpointID ID                 `json:"endpoint_id"`
	SellerID   seller.ID          `json:"seller_id"`
	By         identity.AccountID `json:"by"`
	Before     State              `json:"before"`
}

// EventName implements event.Event.
func (Deleted) EventName() string { return "webhook.deleted" }

// SecretRotated says that an endpoint has another secret.
type SecretRotated struct {
	EndpointID   ID                 `json:"endpoint_id"`
	SellerID     seller.ID          `json:"seller_id"`
	By           identity.AccountID `json:"by"`
	OverlapHours int                `json:"overlap_hours"` // how long those before go on
}

// EventName implements event.Event.
func (SecretRotated) EventName() string { return "webhook.secret_rotated" }

// Disabled says that an endpoint was disabled by itself: it has taken nothing for
// days, or has answered that it is gone.
type Disabled struct {
	EndpointID ID             `json:"endpoint_id"`
	SellerID   seller.ID      `json:"seller_id"`
	Reason     DisabledReason `json:"reason"`
}

// EventName implements event.Event.
func (Disabled) EventName() string { return "webhook.disabled" }

// Redelivered says that somebody has deliveries sent again.
type Redelivered struct {
	EndpointID ID                 `json:"endpoint_id"`
	SellerID   seller.ID          `json:"seller_id"`
	By         identity.AccountID `json:"by"`
	Count      int64              `json:"count"`
}

// EventName implements event.Event.
func (Redelivered) EventName() string { return "webhook.redelivered" }
