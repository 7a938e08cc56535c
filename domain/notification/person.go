package notification

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/domain/identity"
)

// linkPath is where the page of each purpose is. The token stands behind the
// `#`, which browsers keep to themselves: it is in no log and no Referer.
func linkPath(p identity.LinkPurpose) string {
	switch p {
	case identity.LinkReset:
		return "/account/reset"
	case identity.LinkChangeOld, identity.LinkChangeNew:
		return "/account/email"
	case identity.LinkRegister, identity.LinkVerify:
		return "/account/confirm"
	}
	return "/"
}

// toPerson writes to somebody about their account.
func (s *Service) toPerson(ctx context.Context, m Mail) (Content, []recipient, error) {
	switch m.Template { //nolint:exhaustive // those about people
	case EmailLink:
		letter, err := s.from.People.WriteLetter(ctx, m.Link)
		if err != nil || letter == nil {
			return Content{}, nil, err
		}
		return linkContent(letter, s.opts.BaseURL), []recipient{{name: letter.Name, address: letter.To, edition: "." + letter.Edition}}, nil
	case PasswordChanged:
		to, err := s.accounts(ctx, m.Account)
		return passwordContent(s.opts.BaseURL), to, err
	case EmailLeft:
		address, err := s.from.People.FormerAddress(ctx, m.Link)
		return leftContent(), []recipient{{address: address}}, err
	case EmailChanged:
		to, err := s.accounts(ctx, m.Account)
		return Content{
			Subject:    "Your address was changed",
			Paragraphs: []string{"This is the address of your account from now on. Sign in with it."},
		}, to, err
	case Welcome, ImportFinished, SellerApproved, SellerRejected, SellerSuspended, OrderPaid, OrderReceived, OrderShipped, OrderCancelled, PaymentRefused,
		APIKeyExpiring, FactorEnrolled, FactorRemoved, FactorFrozen, RecoveryCodeUsed, RecoveryCodesRenewed, ProposalCreated, ProposalDecided,
		PasskeyAdded, PasskeyRemoved, PasskeyFlagged, FactorThawed, FactorResetAgreed, FactorResetStopped, FactorReset, DeviceTrusted,
		AccountSuspended, AccountReinstated, SellerViewed, ExportReady, DataExported, ErasureRequested, ErasureWithdrawn, ErasurePostponed, RefundPaid, RefundTaken:
	}
	return Content{}, nil, fmt.Errorf("%s is not about an account", m.Template)
}

// linkContent is the mail of a link, or the notice in its place.
func linkContent(letter *identity.Letter, baseURL string) Content {
	if letter.Taken {
		return takenContent(letter, baseURL)
	}
	c := Content{Link: baseURL + linkPath(letter.Purpose) + "#" + letter.Token.Reveal()}
	lasts := "The link can be used once, within " + duration(letter.Lasts) + ". A newer one replaces it."
	switch letter.Purpose {
	case identity.LinkReset:
		c.Subject, c.LinkText = "Set a new password", "Set a new password"
		c.Paragraphs = []string{
			"Somebody, probably you, wants to set a new password for your account. " + lasts,
			"If it was not you, you need do nothing: your password stays as it is.",
		}
	case identity.LinkChangeOld:
		c.Subject, c.LinkText = "Change your address", "Leave this address"
		c.Paragraphs = []string{
			"Somebody who knows your password wants to change the address of your account. It changes when the links " +
				"to this address and to the new one have both been used. " + lasts,
			"If it was not you, do not use the link, and set a new password at once.",
		}
	case identity.LinkChangeNew:
		c.Subject, c.LinkText = "Confirm your new address", "Confirm this address"
		c.Paragraphs = []string{
			"Somebody, probably you, wants to make this the address of an account. " + lasts,
			"If it was not you, do not use the link.",
		}
	case identity.LinkRegister, identity.LinkVerify:
		c.Subject, c.LinkText = "Confirm your address", "Confirm this address"
		c.Paragraphs = []string{
			"Somebody, probably you, has registered with this address. " + lasts,
			"If it was not you, do not use the link, and nothing will come of it.",
		}
	}
	return c
}

// takenContent tells the owner of an address that somebody wanted to take it.
func takenContent(letter *identity.Letter, baseURL string) Content {
	what := "Somebody, perhaps you, has registered with this address."
	if letter.Purpose == identity.LinkChangeNew {
		what = "Somebody wants to make this the address of another account."
	}
	return Content{
		Subject: "You have an account already",
		Paragraphs: []string{
			what + " You have an account with it already, and nothing has changed.",
			"If it was you, sign in; if you have forgotten your password, ask for a new one. Otherwise you need do nothing.",
		},
		LinkText: "Sign in", Link: baseURL + "/",
	}
}

func passwordContent(baseURL string) Content {
	return Content{
		Subject: "Your password was changed",
		Paragraphs: []string{
			"Your account has a new password, and other devices have been signed out.",
			"If it was not you, somebody knows your password or reads your mail: set a new one at once.",
		},
		LinkText: "Sign in", Link: baseURL + "/",
	}
}

func leftContent() Content {
	return Content{
		Subject: "Your address was changed",
		Paragraphs: []string{
			"This is not the address of your account any more: the link that was sent here has been used, and so has the one to the new address.",
			"If it was not you, write to whoever runs this marketplace.",
		},
	}
}

// duration says how long in words, rounded up to minutes.
func duration(d time.Duration) string {
	if d > time.Hour {
		return fmt.Sprintf("%d hours", int((d+time.Hour-time.Nanosecond)/time.Hour))
	}
	return fmt.Sprintf("%d minutes", int((d+time.Minute-time.Nanosecond)/time.Minute))
}
