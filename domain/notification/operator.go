package notification

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// The mails about what operators have done.
const (
	// AccountSuspended tells somebody that they are kept out, and why.
	AccountSuspended Template = "account_suspended"
	// AccountReinstated tells somebody that they may sign in again.
	AccountReinstated Template = "account_reinstated"
	// SellerViewed tells the owners that an operator has seen what they see.
	SellerViewed Template = "seller_viewed"
)

// operatorHandlers lists the events about operators that lead to mail.
func operatorHandlers() []event.Handler {
	return []event.Handler{
		event.On("notification.account_suspended", func(ctx context.Context, tx db.Tx, e identity.AccountSuspended) error {
			return enqueue(ctx, tx, Mail{Template: AccountSuspended, Account: e.AccountID})
		}),
		event.On("notification.account_reinstated", func(ctx context.Context, tx db.Tx, e identity.AccountReinstated) error {
			return enqueue(ctx, tx, Mail{Template: AccountReinstated, Account: e.AccountID})
		}),
		event.On("notification.seller_viewed", func(ctx context.Context, tx db.Tx, e seller.ViewAsEnded) error {
			if e.IsSecurityCase {
				return nil
			}
			return enqueue(ctx, tx, Mail{Template: SellerViewed, Seller: e.SellerID, ViewAs: e.ViewAsID})
		}),
	}
}

// aboutOperator says what an operator has done.
func (s *Service) aboutOperator(ctx context.Context, m Mail) (Content, []recipient, error) {
	if m.Template == SellerViewed {
		return s.viewed(ctx, m)
	}
	to, err := s.accounts(ctx, m.Account)
	if m.Template == AccountReinstated {
		return Content{Subject: "You can sign in again", Paragraphs: []string{"Your account is not suspended any more."}}, to, err
	}
	return Content{Subject: "Your account is suspended", Paragraphs: []string{
		"You have been signed out and cannot sign in. What you have bought still comes.", "If you think that this is wrong, write to us.",
	}}, to, err
}

func (s *Service) viewed(ctx context.Context, m Mail) (Content, []recipient, error) {
	v, err := s.from.Sellers.ViewAsByID(ctx, m.ViewAs)
	if err != nil || v.EndedAt == nil {
		return Content{}, nil, err
	}
	found, err := s.from.Sellers.ByIDs(ctx, []seller.ID{m.Seller})
	if err != nil {
		return Content{}, nil, err
	}
	name := ""
	if of := found[m.Seller]; of != nil {
		name = of.Name
	}
	did := "saw what you see and could change nothing"
	if !v.IsReadOnly() {
		did = "saw what you see and could change what a manager may"
	}
	c := Content{Subject: "We have looked at the account of " + name, Paragraphs: []string{
		fmt.Sprintf("From %s to %s UTC one of our operators %s.", v.CreatedAt.UTC().Format(time.DateTime), v.EndedAt.UTC().Format(time.DateTime), did),
		"The reason: " + v.Reason,
	}}
	if !v.IsReadOnly() {
		c.Paragraphs = append(c.Paragraphs, "The reason for changing something: "+v.WriteReason)
	}
	owners, err := s.ownersOf(ctx, m.Seller)
	if err != nil {
		return Content{}, nil, err
	}
	to, err := s.accounts(ctx, owners...)
	return c, to, err
}
