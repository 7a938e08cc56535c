package identity

// Registered says that somebody has an account with an address now. A guest
// who registers keeps their account.
type Registered struct {
	AccountID AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (Registered) EventName() string { return "identity.registered" }

// GuestSignedIn says that a guest turned out to be somebody with an account:
// what the guest did belongs to that account.
type GuestSignedIn struct {
	GuestID   AccountID `json:"guest_id"`
	AccountID AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (GuestSignedIn) EventName() string { return "identity.guest_signed_in" }

// OperatorCreated says that an account with an operator role was made.
type OperatorCreated struct {
	AccountID AccountID    `json:"account_id"`
	Role      OperatorRole `json:"role"`
}

// EventName implements event.Event.
func (OperatorCreated) EventName() string { return "identity.operator_created" }
