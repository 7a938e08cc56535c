package notification

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/factor"
)

// The mails about second factors. Each tells the owner what was changed, since
// it may have been somebody else.
const (
	// FactorEnrolled tells somebody that they have an authenticator app now.
	FactorEnrolled Template = "factor_enrolled"
	// FactorRemoved tells somebody that their second factor was taken away.
	FactorRemoved Template = "factor_removed"
	// FactorFrozen tells somebody that their app was locked.
	FactorFrozen Template = "factor_frozen"
	// RecoveryCodeUsed tells somebody that a recovery code was used, and how many are left.
	RecoveryCodeUsed Template = "recovery_code_used"
	// RecoveryCodesRenewed tells somebody that they have new recovery codes.
	RecoveryCodesRenewed Template = "recovery_codes_renewed"
	// PasskeyAdded tells somebody that they have a passkey more.
	PasskeyAdded Template = "passkey_added"
	// PasskeyRemoved tells somebody that a passkey was taken away.
	PasskeyRemoved Template = "passkey_removed"
	// PasskeyFlagged tells somebody that there may be a copy of a passkey.
	PasskeyFlagged Template = "passkey_flagged"
)

// factorHandlers lists the events about second factors that lead to mail.
func factorHandlers() []event.Handler {
	return []event.Handler{
		event.On("notification.factor_enrolled", func(ctx context.Context, tx db.Tx, e factor.Enrolled) error {
			return enqueue(ctx, tx, Mail{Template: FactorEnrolled, Account: e.AccountID})
		}),
		event.On("notification.factor_removed", func(ctx context.Context, tx db.Tx, e factor.Removed) error {
			return enqueue(ctx, tx, Mail{Template: FactorRemoved, Account: e.AccountID})
		}),
		event.On("notification.factor_frozen", func(ctx context.Context, tx db.Tx, e factor.Frozen) error {
			return enqueue(ctx, tx, Mail{Template: FactorFrozen, Account: e.AccountID})
		}),
		event.On("notification.recovery_code_used", func(ctx context.Context, tx db.Tx, e factor.RecoveryCodeUsed) error {
			return enqueue(ctx, tx, Mail{Template: RecoveryCodeUsed, Account: e.AccountID, Left: e.Left})
		}),
		event.On("notification.recovery_codes_renewed", func(ctx context.Context, tx db.Tx, e factor.RecoveryCodesRenewed) error {
			return enqueue(ctx, tx, Mail{Template: RecoveryCodesRenewed, Account: e.AccountID})
		}),
		event.On("notification.passkey_added", func(ctx context.Context, tx db.Tx, e factor.PasskeyAdded) error {
			return enqueue(ctx, tx, Mail{Template: PasskeyAdded, Account: e.AccountID, Named: e.Name})
		}),
		event.On("notification.passkey_removed", func(ctx context.Context, tx db.Tx, e factor.PasskeyRemoved) error {
			return enqueue(ctx, tx, Mail{Template: PasskeyRemoved, Account: e.AccountID, Named: e.Name})
		}),
		event.On("notification.passkey_flagged", func(ctx context.Context, tx db.Tx, e factor.PasskeyFlagged) error {
			if !e.First { // a copy that is used would fill the mailbox
				return nil
			}
			return enqueue(ctx, tx, Mail{Template: PasskeyFlagged, Account: e.AccountID, Named: e.Name})
		}),
	}
}

const notYou = "If it was not you, somebody knows your password: sign in, change it, and write to us."

// aboutFactor says what a mail about a second factor says.
func aboutFactor(m Mail) Content {
	switch m.Template {
	case FactorEnrolled:
		return Content{Subject: "An authenticator app was set up", Paragraphs: []string{
			"From now on, signing in asks for a code of your authenticator app too. All your other sessions have ended.",
			"Keep the recovery codes where you find them without your telephone.", notYou,
		}}
	case FactorRemoved:
		return Content{Subject: "Your second factor was removed", Paragraphs: []string{
			"Signing in asks for your password only. All your other sessions have ended.", notYou,
		}}
	case FactorFrozen:
		return Content{Subject: "Your authenticator app was locked", Paragraphs: []string{
			"Somebody who knows your password showed many wrong codes. Your app is locked until you sign in with a recovery code.", notYou,
		}}
	case RecoveryCodeUsed:
		return Content{Subject: "A recovery code was used", Paragraphs: []string{
			fmt.Sprintf("Somebody showed one of your recovery codes. %d are left.", m.Left), notYou,
		}}
	case RecoveryCodesRenewed:
		return Content{Subject: "You have new recovery codes", Paragraphs: []string{"The older ones work no more.", notYou}}
	case PasskeyAdded:
		return Content{Subject: "A passkey was added", Paragraphs: []string{
			"Your account has a new passkey, “" + m.Named + "”. Whoever holds it can sign in with it alone. All your other sessions have ended.", notYou,
		}}
	case PasskeyRemoved:
		return Content{Subject: "A passkey was removed", Paragraphs: []string{
			"The passkey “" + m.Named + "” works no more. All your other sessions have ended.", notYou,
		}}
	case PasskeyFlagged:
		return Content{Subject: "There may be a copy of your passkey", Paragraphs: []string{
			"The passkey “" + m.Named + "” was used, and its counter had gone backwards. That happens when a device was restored, and when somebody has copied the key.",
			"If it was not you, and you have restored nothing, sign in, remove this passkey, and add another.",
		}}
	case Welcome, EmailLink, PasswordChanged, EmailChanged, EmailLeft, SellerApproved, SellerRejected, SellerSuspended,
		OrderPaid, OrderReceived, OrderShipped, OrderCancelled, APIKeyExpiring, ProposalCreated, ProposalDecided,
		AccountSuspended, AccountReinstated, SellerViewed:
	}
	panic("notification: " + string(m.Template) + " is not about a second factor")
}
