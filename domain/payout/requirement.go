package payout

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/seller"
)

// dueSoon is how long before a deadline of the provider the owners are reminded of it.
const dueSoon = 7 * 24 * time.Hour

// BankErrored is the status of a bank account that has sent a payout back: the provider
// pays nothing to it until the seller has replaced it.
const BankErrored = "errored"

// Requirements are what the provider asks of a seller beside what is due now, and how
// it stands with their bank account. Names are the provider's own.
type Requirements struct {
	DueBy         *time.Time         // by when what is due has to be there, UTC; nil: the provider gives no day
	Errors        []RequirementError `bun:"requirement_errors,type:jsonb"` // why something is asked for again
	Alternatives  []Alternative      `bun:"type:jsonb"`                    // what would do instead of what is due
	EventuallyDue []string           `bun:"type:jsonb"`                    // that is going to be asked for as sales grow
	FutureDue     []string           `bun:"type:jsonb"`                    // that is going to be asked for by rules that come
	FutureDueBy   *time.Time         // when those hold, UTC; nil: the provider gives no day
	BankStatus    string             // new, validated, verified, verification_failed or errored; empty: nobody knows
}

// RequirementError is why the provider asks for something again.
type RequirementError struct {
	Requirement string `json:"requirement"` // what it asks for
	Code        string `json:"code"`        // such as verification_document_expired
	Reason      string `json:"reason"`      // in the provider's words, in English
}

// Alternative is what would do instead of something else.
type Alternative struct {
	Fields    []string `json:"fields"`     // all of them together
	InsteadOf []string `json:"instead_of"` // all of these
}

// stored are the requirements as they are stored: a list is one, also without anything
// in it.
func (r Requirements) stored() Requirements {
	r.Errors, r.Alternatives = append([]RequirementError{}, r.Errors...), append([]Alternative{}, r.Alternatives...)
	r.EventuallyDue, r.FutureDue = append([]string{}, r.EventuallyDue...), append([]string{}, r.FutureDue...)
	return r
}

// AccountDue is told when the time that the provider gives a seller ends soon.
type AccountDue struct {
	AccountID AccountID `json:"account_id"`
	SellerID  seller.ID `json:"seller_id"`
	DueBy     time.Time `json:"due_by"` // UTC
}

// EventName implements event.Event.
func (AccountDue) EventName() string { return "payout.account_due" }

// IsWorse reports whether the seller should know of a change: money cannot be
// transferred or paid out any more, or the account needs them. Of a bank account that
// sends money back they are told by Returned.
func (c AccountChanged) IsWorse() bool {
	lost := c.Before.CanReceive && !c.After.CanReceive || c.Before.CanPayOut && !c.After.CanPayOut
	needs := slices.Contains([]AccountStatus{AccountRestricted, AccountRejected}, c.After.Status) && c.Before.Status != c.After.Status
	return lost || needs
}

// remindDue reminds sellers of deadlines that are near.
func (s *Service) remindDue(ctx context.Context) error {
	return eachDue(ctx, s, "deadlines of accounts", selectDueAccounts, remindTx)
}

func remindTx(ctx context.Context, tx db.Tx, accountID AccountID) error {
	a, err := lockAccount(ctx, tx, accountID)
	if err != nil {
		return fmt.Errorf("lock payout account: %w", err)
	}
	if a.DueBy == nil || a.DueTold != nil && a.DueTold.Equal(*a.DueBy) {
		return nil
	}
	a.DueTold = a.DueBy
	if err := updateAccount(ctx, tx, a); err != nil {
		return fmt.Errorf("note the reminder: %w", err)
	}
	return event.Emit(ctx, tx, AccountDue{AccountID: a.ID, SellerID: a.SellerID, DueBy: a.DueBy.UTC()})
}
