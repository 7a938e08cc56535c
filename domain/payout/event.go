package payout

import (
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// AccountState is what decides whether and where a seller is paid.
type AccountState struct {
	Status     AccountStatus `json:"status"`
	CanReceive bool          `json:"can_receive"`
	CanPayOut  bool          `json:"can_pay_out"`
	BankLast4  string        `json:"bank_last4"`
	IsCutOff   bool          `json:"is_cut_off,omitempty"` // the platform has no access to it
	BankStatus string        `json:"bank_status,omitempty"`
}

func stateOf(a *Account) AccountState {
	return AccountState{Status: a.Status, CanReceive: a.CanReceive, CanPayOut: a.CanPayOut, BankLast4: a.BankLast4, IsCutOff: a.isCutOff(), BankStatus: a.BankStatus}
}

// AccountChanged says that a payout account stands otherwise at the provider
// than it did.
type AccountChanged struct {
	AccountID AccountID    `json:"account_id"`
	SellerID  seller.ID    `json:"seller_id"`
	Before    AccountState `json:"before"`
	After     AccountState `json:"after"`
}

// EventName implements event.Event.
func (AccountChanged) EventName() string { return "payout.account_changed" }

// Returned is told when a payout came back from the bank, also after it had
// arrived.
type Returned struct {
	PayoutID    ID             `json:"payout_id"`
	SellerID    seller.ID      `json:"seller_id"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amount_minor"`
	Code        string         `json:"code"` // the provider's word for why, such as account_closed
}

// EventName implements event.Event.
func (Returned) EventName() string { return "payout.returned" }

// OnboardingLinkMade says that somebody got a link to the provider's form or
// dashboard, by which the bank account of a seller can be changed.
type OnboardingLinkMade struct {
	AccountID AccountID   `json:"account_id"`
	SellerID  seller.ID   `json:"seller_id"`
	Page      AccountPage `json:"page,omitempty"`
}

// EventName implements event.Event.
func (OnboardingLinkMade) EventName() string { return "payout.onboarding_link_made" }

// AccountSessionMade says that somebody got the provider's components into a page,
// by which the bank account of a seller can be changed.
type AccountSessionMade struct {
	AccountID AccountID `json:"account_id"`
	SellerID  seller.ID `json:"seller_id"`
}

// EventName implements event.Event.
func (AccountSessionMade) EventName() string { return "payout.account_session_made" }
