package notification

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/operator"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/webhook"
)

// MailID names a mail, mal_….
type MailID string

// Template says which mail it is. Its values are in jobs and never change.
type Template string

// The mails.
const (
	// Welcome greets somebody who has registered.
	Welcome Template = "welcome"
	// EmailLink carries the link that confirms an address or sets a password.
	EmailLink Template = "email_link"
	// PasswordChanged tells somebody that their password is another one.
	PasswordChanged Template = "password_changed"
	// EmailChanged tells somebody at their new address that it is theirs now.
	EmailChanged Template = "email_changed"
	// EmailLeft tells somebody at their former address that it is not theirs
	// any more.
	EmailLeft Template = "email_left"
	// SellerApproved tells the owners that they may sell.
	SellerApproved Template = "seller_approved"
	// SellerRejected tells the owners that they may not, and why.
	SellerRejected Template = "seller_rejected"
	// SellerSuspended tells the owners that they may not sell any more, and why.
	SellerSuspended Template = "seller_suspended"
	// OrderPaid confirms an order to its buyer.
	OrderPaid Template = "order_paid"
	// OrderReceived tells the owners of a seller that there is something to ship.
	OrderReceived Template = "order_received"
	// OrderShipped tells the buyer that a seller's part is on its way.
	OrderShipped Template = "order_shipped"
	// OrderCancelled tells the buyer that an order was given up.
	OrderCancelled Template = "order_cancelled"
	// PaymentRefused tells the buyer that a bank has refused a debit, and until when the
	// order can be paid otherwise.
	PaymentRefused Template = "payment_refused"
	// APIKeyExpiring tells the maker of an API key and the owners of its seller that
	// it will end before long.
	APIKeyExpiring Template = "api_key_expiring" //nolint:gosec // the name of a mail
	// WebhookDisabled tells whoever made a webhook and the owners of its seller that it
	// was disabled by itself.
	WebhookDisabled Template = "webhook_disabled"
)

// Mail is the job that writes and sends one mail. Which ids are set depends on
// the template.
type Mail struct {
	ID          MailID              `json:"id"`
	Template    Template            `json:"template"`
	Account     identity.AccountID  `json:"account,omitempty"`
	Link        identity.LinkID     `json:"link,omitempty"`
	Seller      seller.ID           `json:"seller,omitempty"`
	Key         apikey.ID           `json:"key,omitempty"`
	Webhook     webhook.ID          `json:"webhook,omitempty"`
	Order       order.ID            `json:"order,omitempty"`
	SellerOrder order.SellerOrderID `json:"seller_order,omitempty"`
	Shipment    order.ShipmentID    `json:"shipment,omitempty"` // OrderShipped: the parcel; empty in jobs from before
	Refund      refund.ID           `json:"refund,omitempty"`
	Dispute     dispute.ID          `json:"dispute,omitempty"`
	Outcome     dispute.Status      `json:"outcome,omitempty"` // of the dispute
	Warning     dispute.WarningID   `json:"warning,omitempty"`
	Payout      payout.ID           `json:"payout,omitempty"`
	Hold        payout.HoldID       `json:"hold,omitempty"`
	Import      productimport.ID    `json:"import,omitempty"`
	Note        string              `json:"note,omitempty"` // SellerApproved: what the operator has added
	Left        int64               `json:"left,omitempty"` // recovery codes that still work
	Proposal    approval.ID         `json:"proposal,omitempty"`
	Reset       factor.ResetID      `json:"reset,omitempty"`
	Named       string              `json:"named,omitempty"` // what the owner calls what the mail is about
	Hindrances  []privacy.Hindrance `json:"hindrances,omitempty"`
	ViewAs      seller.ViewAsID     `json:"view_as,omitempty"`
	Sellers     bool                `json:"sellers,omitempty"` // OrderPaid: the owners of the sellers are told by the same job
	Taken       seller.ID           `json:"taken,omitempty"`   // from whom money was taken back, in a mail to operators
	Only        identity.AccountID  `json:"only,omitempty"`    // who alone has not got it yet, of those whom it is to
}

// Kind implements db.Job.
func (Mail) Kind() string { return "notification.mail" }

// Options tune the service.
type Options struct {
	BaseURL string // address that links in mails begin with, without a slash at its end
	Log     *slog.Logger
}

// Sources are where mail finds what it tells and whom.
type Sources struct {
	Approvals *approval.Service
	Operators *operator.Service
	Factors   *factor.Service
	People    *identity.Service
	Sellers   *seller.Service
	Orders    *order.Service
	Keys      *apikey.Service
	Webhooks  *webhook.Service
	Refunds   *refund.Service
	Disputes  *dispute.Service
	Payouts   *payout.Service
	Box       *Box // what is told in the app; nil: only mail is sent
}

// Service writes and sends mail.
type Service struct {
	from   Sources
	sender Sender
	forms  forms
	opts   Options
}

// New returns a service that sends through sender.
func New(from Sources, sender Sender, opts Options) (*Service, error) {
	f, err := parseForms()
	if err != nil {
		return nil, fmt.Errorf("mail templates: %w", err)
	}
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	return &Service{from: from, sender: sender, forms: f, opts: opts}, nil
}

// Handlers lists the events that lead to mail.
func (s *Service) Handlers() []event.Handler {
	return append(slices.Concat(importHandlers(), catalogHandlers(), factorHandlers(), proposalHandlers(), privacyHandlers(), refundHandlers(), teamHandlers(), operatorHandlers(), disputeHandlers(), platformHandlers()),
		event.On("notification.adopt", func(ctx context.Context, tx db.Tx, e identity.GuestSignedIn) error {
			return updateOwner(ctx, tx, e.GuestID, e.AccountID)
		}),
		event.On("notification.welcome", func(ctx context.Context, tx db.Tx, e identity.Registered) error {
			return enqueue(ctx, tx, Mail{Template: Welcome, Account: e.AccountID})
		}),
		event.On("notification.email_link", func(ctx context.Context, tx db.Tx, e identity.LinkRequested) error {
			return enqueue(ctx, tx, Mail{Template: EmailLink, Link: e.LinkID})
		}),
		event.On("notification.password_changed", func(ctx context.Context, tx db.Tx, e identity.PasswordChanged) error {
			return enqueue(ctx, tx, Mail{Template: PasswordChanged, Account: e.AccountID})
		}),
		event.On("notification.email_changed", func(ctx context.Context, tx db.Tx, e identity.EmailChanged) error {
			if err := enqueue(ctx, tx, Mail{Template: EmailChanged, Account: e.AccountID}); err != nil {
				return err
			}
			return enqueue(ctx, tx, Mail{Template: EmailLeft, Account: e.AccountID, Link: e.FormerLinkID})
		}),
		event.On("notification.api_key_expiring", func(ctx context.Context, tx db.Tx, e apikey.Expiring) error {
			return enqueue(ctx, tx, Mail{Template: APIKeyExpiring, Key: e.KeyID, Seller: e.SellerID})
		}),
		event.On("notification.webhook_disabled", func(ctx context.Context, tx db.Tx, e webhook.Disabled) error {
			return enqueue(ctx, tx, Mail{Template: WebhookDisabled, Webhook: e.EndpointID, Seller: e.SellerID})
		}),
		event.On("notification.seller_approved", func(ctx context.Context, tx db.Tx, e seller.Approved) error {
			return enqueue(ctx, tx, Mail{Template: SellerApproved, Seller: e.SellerID, Note: e.Note})
		}),
		event.On("notification.seller_rejected", func(ctx context.Context, tx db.Tx, e seller.Rejected) error {
			return enqueue(ctx, tx, Mail{Template: SellerRejected, Seller: e.SellerID})
		}),
		event.On("notification.seller_suspended", func(ctx context.Context, tx db.Tx, e seller.Suspended) error {
			return enqueue(ctx, tx, Mail{Template: SellerSuspended, Seller: e.SellerID})
		}),
		event.On("notification.order_paid", orderPaidTx),
		event.On("notification.order_shipped", func(ctx context.Context, tx db.Tx, e order.Shipped) error {
			if e.IsByRefund { // no parcel is on its way, and the refund is told by itself
				return nil
			}
			return enqueue(ctx, tx, Mail{Template: OrderShipped, Order: e.OrderID, SellerOrder: e.SellerOrderID, Shipment: e.ShipmentID})
		}),
		event.On("notification.order_partially_shipped", func(ctx context.Context, tx db.Tx, e order.PartiallyShipped) error {
			return enqueue(ctx, tx, Mail{Template: OrderShipped, Order: e.OrderID, SellerOrder: e.SellerOrderID, Shipment: e.ShipmentID})
		}),
		event.On("notification.order_cancelled", func(ctx context.Context, tx db.Tx, e order.Cancelled) error {
			return enqueue(ctx, tx, Mail{Template: OrderCancelled, Order: e.OrderID})
		}),
		event.On("notification.payment_refused", func(ctx context.Context, tx db.Tx, e payment.DebitRefused) error {
			return enqueue(ctx, tx, Mail{Template: PaymentRefused, Order: e.OrderID})
		}),
	)
}

// inMail has jobs done by workers that do nothing but send mail: a mail server that hangs
// keeps nothing else waiting.
func inMail() db.JobOptions { return db.JobOptions{Queue: db.QueueMail} }

func enqueue(ctx context.Context, tx db.Tx, mails ...Mail) error {
	jobs := make([]db.Job, len(mails))
	for i, m := range mails {
		m.ID = id.New[MailID]("mal")
		jobs[i] = m
	}
	return tx.EnqueueAll(ctx, inMail(), jobs...)
}

// Deliver writes and sends one mail, and says in the app what it says there. An account without an address, such as a
// guest's, gets none. When one of several owners cannot be reached, the others
// are still written to, and that one is tried again alone.
func (s *Service) Deliver(ctx context.Context, m Mail) error {
	if m.Template == OrderPaid && m.Sellers {
		return s.deliverPaid(ctx, m)
	}
	content, to, err := s.compose(ctx, m)
	if err != nil {
		return fmt.Errorf("mail %s: %w", m.ID, err)
	}
	l := &letter{mail: m, content: content, to: only(to, m.Only)}
	if err := s.from.Box.put(ctx, l); err != nil {
		return fmt.Errorf("mail %s: %w", m.ID, err)
	}
	left, err := s.sendAll(ctx, m.ID, l.to, l.content)
	if len(left) == len(l.to) { // nobody got it, so nobody gets it twice
		return err
	}
	return s.again(ctx, l.alone(left), err)
}

// only are those whom a mail is still to reach.
func only(to []recipient, account identity.AccountID) []recipient {
	if account == "" {
		return to
	}
	return slices.DeleteFunc(to, func(person recipient) bool { return person.account != account })
}

// letter is a mail with what it says and to whom.
type letter struct {
	mail    Mail
	content Content
	to      []recipient
}

// alone are the mails by which those are tried again who did not get a letter: one for
// each, or the letter's own when nobody did.
func (l *letter) alone(left []recipient) []db.Job {
	if len(left) == len(l.to) {
		return []db.Job{l.mail}
	}
	jobs := make([]db.Job, len(left))
	for i, person := range left {
		m := l.mail
		m.Only = person.account
		jobs[i] = m
	}
	return jobs
}

// sendAll sends a mail to everybody whom it is to, and returns those who did not get it
// and are to be tried again, with the reasons.
func (s *Service) sendAll(ctx context.Context, mail MailID, to []recipient, c Content) (left []recipient, err error) {
	var errs []error
	for _, person := range to {
		messageID := string(mail) + "." + cmp.Or(string(person.account), "0") + person.edition
		if err := s.send(ctx, messageID, person, c); err != nil {
			left, errs = append(left, person), append(errs, err)
		}
	}
	return left, errors.Join(errs...)
}

// again enqueues mails that could not be sent, each by itself and with the id that it
// has, so that nobody else gets theirs twice.
func (s *Service) again(ctx context.Context, mails []db.Job, why error) error {
	if len(mails) == 0 || s.from.Box == nil {
		return why
	}
	s.opts.Log.WarnContext(ctx, "mails are tried again by themselves", slog.Int("mails", len(mails)), slog.Any("error", why))
	return s.from.Box.again(ctx, mails)
}

// recipient is somebody a mail goes to.
type recipient struct {
	name, address string
	account       identity.AccountID // empty for an address that is nobody's
	// edition parts mails of one job whose text differs from attempt to attempt:
	// the receiver must not take the second for the first.
	edition string
}

// send sends a mail to one of those whom it is to. One that the mail server refuses for
// ever is told to the log and is over: to try again would change nothing.
func (s *Service) send(ctx context.Context, messageID string, to recipient, c Content) error {
	if to.address == "" {
		s.opts.Log.InfoContext(ctx, "no mail to an account without an address", slog.String("mail", messageID))
		return nil
	}
	c.Greeting = to.name
	text, html, err := s.forms.write(c)
	if err != nil {
		return err
	}
	err = s.sender.Send(ctx, Message{ID: messageID + "@etal", To: to.address, Subject: c.Subject, Text: text, HTML: html})
	if err == nil {
		return nil
	}
	err = unnamed{err, to.address}
	if errors.Is(err, ErrRefused) {
		s.opts.Log.WarnContext(ctx, "a mail was refused and is not sent", slog.String("mail", messageID), slog.Any("error", err))
		return nil
	}
	return err
}

// unnamed is an error of a mail that does not say its address: logs and jobs outlive the
// person.
type unnamed struct {
	error

	address string
}

func (e unnamed) Error() string { return strings.ReplaceAll(e.error.Error(), e.address, "…") }

func (e unnamed) Unwrap() error { return e.error }
