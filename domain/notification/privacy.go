package notification

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/privacy"
)

// The mails about what is kept of people.
const (
	// ExportReady tells somebody that a file was made for them.
	ExportReady Template = "export_ready"
	// DataExported tells somebody that an operator got a file of their data.
	DataExported Template = "data_exported"
	// ErasureRequested tells somebody that they are going to be erased.
	ErasureRequested Template = "erasure_requested"
	// ErasureWithdrawn tells somebody that they are not going to be erased.
	ErasureWithdrawn Template = "erasure_withdrawn"
	// ErasurePostponed tells somebody what is in the way of erasing them.
	ErasurePostponed Template = "erasure_postponed"
)

// privacyHandlers lists the events about people's data that lead to mail.
func privacyHandlers() []event.Handler {
	return []event.Handler{
		event.On("notification.export_finished", exportFinishedTx),
		event.On("notification.erasure_requested", func(ctx context.Context, tx db.Tx, e privacy.ErasureRequested) error {
			return enqueue(ctx, tx, Mail{Template: ErasureRequested, Account: e.AccountID})
		}),
		event.On("notification.erasure_withdrawn", func(ctx context.Context, tx db.Tx, e privacy.ErasureWithdrawn) error {
			return enqueue(ctx, tx, Mail{Template: ErasureWithdrawn, Account: e.AccountID})
		}),
		event.On("notification.erasure_postponed", func(ctx context.Context, tx db.Tx, e privacy.ErasurePostponed) error {
			return enqueue(ctx, tx, Mail{Template: ErasurePostponed, Account: e.AccountID, Hindrances: e.Hindrances})
		}),
	}
}

// exportFinishedTx tells whoever asked, and the person when it was an operator.
func exportFinishedTx(ctx context.Context, tx db.Tx, e export.Finished) error {
	if err := enqueue(ctx, tx, Mail{Template: ExportReady, Account: identity.AccountID(e.OwnerID)}); err != nil {
		return err
	}
	if e.Kind != export.KindPerson || e.SubjectID == e.OwnerID {
		return nil
	}
	return enqueue(ctx, tx, Mail{Template: DataExported, Account: identity.AccountID(e.SubjectID)})
}

// isPrivacy reports whether a mail is about what is kept of people.
func (t Template) isPrivacy() bool {
	switch t { //nolint:exhaustive // those of this file
	case ExportReady, DataExported, ErasureRequested, ErasureWithdrawn, ErasurePostponed:
		return true
	}
	return false
}

// aboutPrivacy says what a mail about people's data says.
func aboutPrivacy(m Mail, baseURL string) Content {
	switch m.Template { //nolint:exhaustive // those of this file
	case ExportReady:
		return Content{
			Subject: "Your file is ready",
			Paragraphs: []string{
				"The file that you asked for can be fetched for seven days, once.",
				"If you did not ask for it, somebody knows your password: change it, and write to us.",
			},
			LinkText: "Sign in", Link: baseURL + "/",
		}
	case DataExported:
		return Content{Subject: "A copy of your data was made", Paragraphs: []string{
			"An operator of this marketplace has made a file of what is kept about you. Who it was and why is on record.",
			"If you did not ask for it, write to us.",
		}}
	case ErasureRequested:
		return Content{Subject: "Your data is going to be erased", Paragraphs: []string{
			"You, or an operator for you, asked to erase what is kept about you. Your account shows until when you may take that back, and what is in the way.",
			"Amounts and dates of orders stay as long as the law demands, without your name and address.",
			"If you did not ask for it, sign in, take it back, and set a new password.",
		}}
	case ErasureWithdrawn:
		return Content{Subject: "Your data is not going to be erased", Paragraphs: []string{"The request was taken back. Everything stays as it is."}}
	}
	c := Content{Subject: "Your data cannot be erased yet", Paragraphs: []string{"We look again each day. This is in the way:"}}
	for _, h := range m.Hindrances {
		c.Paragraphs = append(c.Paragraphs, hindered(h))
	}
	return c
}

// hindered says in words what is in the way.
func hindered(h privacy.Hindrance) string {
	switch h {
	case privacy.OpenOrder:
		return "An order of yours is not paid, not shipped, or may still be complained about."
	case privacy.OpenDispute:
		return "A payment of yours is disputed at your bank."
	case privacy.OpenRefund:
		return "Money that you were promised back has not arrived. If it cannot go to your card, tell us how to pay you."
	case privacy.UnspentCredit:
		return "You have credit left: spend it, or have us pay it out. To give it up, take your request back and say so in a new one."
	case privacy.SellerOwner:
		return "You own a seller: give it to somebody else, or have it closed."
	case privacy.UnpaidBalance:
		return "A seller of yours is still owed money."
	case privacy.OpenDebt:
		return "A seller of yours owes the platform money."
	case privacy.OperatorRole:
		return "You are an operator: have that role taken away first."
	}
	return string(h)
}

// Farewell tells somebody that their data is being erased now. It is sent at
// once, since the address is about to go; sent twice, it is the same mail. Whoever's
// mailbox is gone is not told.
func (s *Service) Farewell(ctx context.Context, account identity.AccountID) error {
	to, err := s.accounts(ctx, account)
	if err != nil {
		return fmt.Errorf("farewell to %s: %w", account, err)
	}
	c := Content{Subject: "Your data is erased", Paragraphs: []string{
		"What is kept about you is being erased now, and your account is closed. This is the last mail to this address.",
		"Amounts and dates of orders stay as long as the law demands, without your name and address.",
	}}
	for _, person := range to {
		if err := s.send(ctx, "farewell."+string(account), person, c); err != nil {
			return fmt.Errorf("farewell to %s: %w", account, err)
		}
	}
	return nil
}
