package notification

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/identity"
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
	// FactorThawed tells somebody that codes of their app count again.
	FactorThawed Template = "factor_thawed"
	// DeviceTrusted tells somebody that a device is not asked for their factor.
	DeviceTrusted Template = "device_trusted"
	// FactorResetAgreed asks somebody whether their factors are to be taken away.
	FactorResetAgreed Template = "factor_reset_agreed"
	// FactorResetStopped tells somebody that their factors stay.
	FactorResetStopped Template = "factor_reset_stopped"
	// FactorReset tells somebody that their factors were taken away.
	FactorReset Template = "factor_reset"
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
		event.On("notification.device_trusted", func(ctx context.Context, tx db.Tx, e identity.DeviceTrusted) error {
			return enqueue(ctx, tx, Mail{Template: DeviceTrusted, Account: e.AccountID})
		}),
		event.On("notification.factor_thawed", func(ctx context.Context, tx db.Tx, e factor.Thawed) error {
			return enqueue(ctx, tx, Mail{Template: FactorThawed, Account: e.AccountID})
		}),
		event.On("notification.factor_reset_agreed", func(ctx context.Context, tx db.Tx, e factor.ResetAgreed) error {
			return enqueue(ctx, tx, Mail{Template: FactorResetAgreed, Account: e.AccountID, Reset: e.ResetID})
		}),
		event.On("notification.factor_reset_stopped", func(ctx context.Context, tx db.Tx, e factor.ResetStopped) error {
			return enqueue(ctx, tx, Mail{Template: FactorResetStopped, Account: e.AccountID})
		}),
		event.On("notification.factor_reset", func(ctx context.Context, tx db.Tx, e factor.Reset) error {
			return enqueue(ctx, tx, Mail{Template: FactorReset, Account: e.AccountID})
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
	switch m.Template { //nolint:exhaustive // those of this file
	case FactorEnrolled:
		return Content{Subject: "An authenticator app was set up", Paragraphs: []string{
			"From now on, signing in asks for a code of your authenticator app too. All your other sessions have ended.",
			"Keep the recovery codes where you find them without your telephone.", notYou,
		}}
	case FactorRemoved:
		return Content{Subject: "Your second factor was removed", Paragraphs: []string{
			"Signing in asks for your password only. All your other sessions have ended.", notYou,
		}}
	case RecoveryCodeUsed:
		return Content{Subject: "A recovery code was used", Paragraphs: []string{
			fmt.Sprintf("Somebody showed one of your recovery codes. %d are left.", m.Left), notYou,
		}}
	case RecoveryCodesRenewed:
		return Content{Subject: "You have new recovery codes", Paragraphs: []string{"The older ones work no more.", notYou}}
	case FactorThawed:
		return Content{Subject: "Codes of your app count again", Paragraphs: []string{
			"Somebody has used the link that was mailed to you when your authenticator app was locked.", notYou,
		}}
	case DeviceTrusted:
		return Content{Subject: "A device is trusted now", Paragraphs: []string{
			"For 30 days, signing in with it asks for your password only. Your account shows which devices are trusted, and ends it. " +
				"It ends too when you change your password or a second factor.", notYou,
		}}
	case FactorResetStopped:
		return Content{Subject: "Your second factors stay", Paragraphs: []string{
			"They are not taken away: somebody has objected by the link that was mailed to you, or an operator has stopped it.", notYou,
		}}
	case FactorReset:
		return Content{Subject: "Your second factors were taken away", Paragraphs: []string{
			"Signing in asks for your password only, until you set up a new factor: do so now. All your sessions have ended. " +
				"To sellers that you are a member of nothing is paid out for 72 hours.", notYou,
		}}
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
	case FactorFrozen, FactorResetAgreed: // with links: toOwner
	case Welcome, EmailLink, PasswordChanged, EmailChanged, EmailLeft, SellerApproved, SellerRejected, SellerSuspended,
		OrderPaid, OrderReceived, OrderShipped, OrderCancelled, PaymentRefused, APIKeyExpiring, ProposalCreated, ProposalDecided,
		AccountSuspended, AccountReinstated, SellerViewed, ExportReady, DataExported, ErasureRequested, ErasureWithdrawn, ErasurePostponed,
		RefundPaid, RefundTaken:
	}
	panic("notification: " + string(m.Template) + " is not about a second factor")
}

// toOwner writes a mail with a link about somebody's factors; to nobody when the
// link would be of no use any more.
func (s *Service) toOwner(ctx context.Context, m Mail) (Content, []recipient, error) {
	write := func() (*factor.Letter, error) { return s.from.Factors.WriteThawLetter(ctx, m.Account) }
	if m.Template == FactorResetAgreed {
		write = func() (*factor.Letter, error) { return s.from.Factors.WriteResetLetter(ctx, m.Reset) }
	}
	letter, err := write()
	if err != nil || letter == nil {
		return Content{}, nil, err
	}
	to, err := s.accounts(ctx, m.Account)
	for i := range to {
		to[i].edition = "." + letter.Edition
	}
	if m.Template == FactorResetAgreed {
		return resetContent(letter, s.opts.BaseURL), to, err
	}
	return frozenContent(letter, s.opts.BaseURL), to, err
}

func frozenContent(letter *factor.Letter, baseURL string) Content {
	return Content{
		Subject: "Your authenticator app was locked",
		Paragraphs: []string{
			"Somebody who knows your password showed many wrong codes. Your app is locked until you show a recovery code or a passkey, " +
				"or use this link within 24 hours.", notYou,
		},
		LinkText: "Let codes count again", Link: baseURL + "/account/factor-thaw#" + letter.Token.Reveal(),
	}
}

func resetContent(letter *factor.Letter, baseURL string) Content {
	link := func(page string) string { return baseURL + "/account/" + page + "#" + letter.Token.Reveal() }
	return Content{
		Subject: "Your second factors are to be taken away",
		Paragraphs: []string{
			"Somebody, probably you, has told us that you have lost your second factors, and two of us have agreed to take them away. " +
				"It happens on " + letter.Until.Format("2 January 2006 at 15:04 UTC") + ", or at once when you confirm it: " + link("factor-reset"),
			"If it was not you, keep them with the link below, and set a new password.",
		},
		LinkText: "Keep my factors", Link: link("factor-keep"),
	}
}
