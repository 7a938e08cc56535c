package notification

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// MailID names a mail, mal_….
type MailID string

// Template says which mail it is. Its values are in jobs and never change.
type Template string

// The mails.
const (
	// Welcome greets somebody who has registered.
	Welcome Template = "welcome"
	// SellerApproved tells the owners that they may sell.
	SellerApproved Template = "seller_approved"
	// SellerRejected tells the owners that they may not, and why.
	SellerRejected Template = "seller_rejected"
	// SellerSuspended tells the owners that they may not sell any more, and why.
	SellerSuspended Template = "seller_suspended"
)

// Mail is the job that writes and sends one mail, to a person or to the owners
// of a seller.
type Mail struct {
	ID       MailID             `json:"id"`
	Template Template           `json:"template"`
	To       identity.AccountID `json:"to,omitempty"`
	Seller   seller.ID          `json:"seller,omitempty"`
}

// Kind implements db.Job.
func (Mail) Kind() string { return "notification.mail" }

// Options tune the service.
type Options struct {
	BaseURL string // address that links in mails begin with, without a slash at its end
	Log     *slog.Logger
}

// Service writes and sends mail.
type Service struct {
	people  *identity.Service
	sellers *seller.Service
	sender  Sender
	forms   forms
	opts    Options
}

// New returns a service that sends through sender.
func New(people *identity.Service, sellers *seller.Service, sender Sender, opts Options) (*Service, error) {
	f, err := parseForms()
	if err != nil {
		return nil, fmt.Errorf("mail templates: %w", err)
	}
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	return &Service{people: people, sellers: sellers, sender: sender, forms: f, opts: opts}, nil
}

// Handlers lists the events that lead to mail.
func (s *Service) Handlers() []event.Handler {
	return []event.Handler{
		event.On("notification.welcome", func(ctx context.Context, tx db.Tx, e identity.Registered) error {
			return enqueue(ctx, tx, Mail{Template: Welcome, To: e.AccountID})
		}),
		event.On("notification.seller_approved", func(ctx context.Context, tx db.Tx, e seller.Approved) error {
			return enqueue(ctx, tx, Mail{Template: SellerApproved, Seller: e.SellerID})
		}),
		event.On("notification.seller_rejected", func(ctx context.Context, tx db.Tx, e seller.Rejected) error {
			return enqueue(ctx, tx, Mail{Template: SellerRejected, Seller: e.SellerID})
		}),
		event.On("notification.seller_suspended", func(ctx context.Context, tx db.Tx, e seller.Suspended) error {
			return enqueue(ctx, tx, Mail{Template: SellerSuspended, Seller: e.SellerID})
		}),
	}
}

func enqueue(ctx context.Context, tx db.Tx, m Mail) error {
	m.ID = id.New[MailID]("mal")
	return tx.Enqueue(ctx, m, db.JobOptions{})
}

// Deliver writes and sends one mail. An account without an address, such as a
// guest's, gets none. When one of several owners cannot be reached, the others
// are still written to, and the job is tried again.
func (s *Service) Deliver(ctx context.Context, m Mail) error {
	content, err := s.content(ctx, m)
	if err != nil {
		return fmt.Errorf("mail %s: %w", m.ID, err)
	}
	to, err := s.recipients(ctx, m)
	if err != nil {
		return fmt.Errorf("mail %s: %w", m.ID, err)
	}
	var errs []error
	for _, account := range to {
		errs = append(errs, s.send(ctx, m, account, content))
	}
	return errors.Join(errs...)
}

func (s *Service) send(ctx context.Context, m Mail, to *identity.Account, c Content) error {
	if to.Email == nil {
		s.opts.Log.InfoContext(ctx, "no mail to an account without an address", slog.String("mail", string(m.ID)))
		return nil
	}
	c.Greeting = to.Name
	text, html, err := s.forms.write(c)
	if err != nil {
		return err
	}
	return s.sender.Send(ctx, Message{
		ID: string(m.ID) + "." + string(to.ID) + "@etal", To: *to.Email, Subject: c.Subject, Text: text, HTML: html,
	})
}

func (s *Service) recipients(ctx context.Context, m Mail) ([]*identity.Account, error) {
	ids := []identity.AccountID{m.To}
	if m.Seller != "" {
		members, err := s.sellers.MembersByIDs(ctx, []seller.ID{m.Seller})
		if err != nil {
			return nil, err
		}
		ids = nil
		for _, member := range members[m.Seller] {
			if member.Role == seller.RoleOwner {
				ids = append(ids, member.AccountID)
			}
		}
	}
	accounts, err := s.people.AccountsByIDs(ctx, ids)
	if err != nil {
		return nil, err
	}
	list := make([]*identity.Account, 0, len(ids))
	for _, accountID := range ids {
		if account := accounts[accountID]; account != nil {
			list = append(list, account)
		}
	}
	return list, nil
}

// content says what a mail says.
func (s *Service) content(ctx context.Context, m Mail) (Content, error) {
	switch m.Template {
	case Welcome:
		return Content{
			Subject: "Welcome",
			Paragraphs: []string{
				"You now have an account. Your carts and orders are kept in it.",
				"If it was not you who registered with this address, you need do nothing: without the password nobody can use it.",
			},
		}, nil
	case SellerApproved, SellerRejected, SellerSuspended:
		return s.sellerContent(ctx, m)
	}
	return Content{}, fmt.Errorf("there is no mail named %q", m.Template)
}

func (s *Service) sellerContent(ctx context.Context, m Mail) (Content, error) {
	found, err := s.sellers.ByIDs(ctx, []seller.ID{m.Seller})
	if err != nil {
		return Content{}, err
	}
	of := found[m.Seller]
	if of == nil {
		return Content{}, fmt.Errorf("there is no seller %s", m.Seller)
	}
	if m.Template == SellerApproved {
		return Content{
			Subject:    of.Name + " may now sell",
			Paragraphs: []string{of.Name + " has been approved. The next step is to set up payouts; then list what you sell."},
			LinkText:   "Open your dashboard",
			Link:       s.opts.BaseURL + "/admin/",
		}, nil
	}
	c := Content{Subject: of.Name + " was not approved", Paragraphs: []string{"An operator has turned down the application of " + of.Name + "."}}
	if m.Template == SellerSuspended {
		c = Content{Subject: of.Name + " is suspended", Paragraphs: []string{
			of.Name + " may not sell until an operator reinstates it. Orders that are paid still have to be shipped.",
		}}
	}
	if of.Reason != "" {
		c.Paragraphs = append(c.Paragraphs, "The reason: "+of.Reason)
	}
	return c, nil
}
