package notification

import (
	"fmt"
	"strings"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/operator"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
)

// teamPerson says what a mail to whom it is about says.
func teamPerson(m TeamMail, f facts, baseURL string) Content {
	c := Content{LinkText: "Open your dashboard", Link: baseURL + "/admin/"}
	switch m.About {
	case seller.MemberAdded{}.EventName():
		c.Subject = "You act for " + f.seller
		c.Paragraphs = []string{"You act for " + f.seller + " from now on. Your role: " + f.role + "."}
	case seller.MemberRoleChanged{}.EventName():
		c.Subject = "Your role for " + f.seller + " has changed"
		c.Paragraphs = []string{"Your role for " + f.seller + " is " + f.role + " now. It holds at once."}
	case seller.MemberRemoved{}.EventName():
		c = Content{Subject: "You do not act for " + f.seller + " any more", Paragraphs: []string{
			"You do not act for " + f.seller + " any more. Your account and your own orders stay as they are.",
		}}
	case seller.MemberDisabled{}.EventName():
		c = Content{Subject: "You may not act for " + f.seller, Paragraphs: []string{
			"You have not signed in for half a year, so you may not act for " + f.seller + " until an owner lets you in again.",
		}}
	case seller.MemberEnabled{}.EventName():
		c.Subject = "You may act for " + f.seller + " again"
		c.Paragraphs = []string{"An owner of " + f.seller + " has let you in again."}
	case seller.OwnershipOffered{}.EventName():
		c.Subject = "You are asked to own " + f.seller
		c.Paragraphs = []string{
			"An owner of " + f.seller + ", or an operator, asks you to be its owner. It is yours when you accept within three days.",
			"An owner decides about everything: members, money and closing the business.",
		}
	case seller.OwnershipTransferred{}.EventName():
		c.Subject = "You own " + f.seller
		c.Paragraphs = []string{"You are an owner of " + f.seller + " from now on."}
	case identity.OperatorDisabled{}.EventName():
		c = Content{Subject: "You may not act as an operator", Paragraphs: []string{
			"You have not signed in for two months, so you may not act as an operator until another one lets you in again.",
		}}
	case identity.OperatorEnabled{}.EventName():
		c.Subject, c.Paragraphs = "You may act as an operator again", []string{"You have been let in again."}
	default:
		panic("notification: " + m.About + " is not told to whom it is about")
	}
	return c
}

// teamOthers says what a mail to owners or admins says.
func teamOthers(m TeamMail, f facts, baseURL string) Content {
	subject, text := othersText(m, f)
	c := Content{Subject: subject, Paragraphs: []string{text}, LinkText: "Open your dashboard", Link: baseURL + "/admin/"}
	if len(f.listed) > 0 {
		c.Paragraphs = append(c.Paragraphs, strings.Join(f.listed, ", "), "Remove whoever does not belong there any more. Whoever signs in again stays.")
		return c
	}
	c.Paragraphs = append(c.Paragraphs, "If you do not expect this, look at it at once.")
	return c
}

func othersText(m TeamMail, f facts) (subject, text string) {
	switch m.About {
	case seller.InvitationEnded{}.EventName():
		return "An invitation of " + f.seller + " has ended", "An invitation to act for " + f.seller + " has ended: " + strings.ToLower(m.Word) + "."
	case seller.MemberAdded{}.EventName():
		return "Somebody new acts for " + f.seller, f.who + " acts for " + f.seller + " from now on. Their role: " + f.role + "."
	case seller.MemberRoleChanged{}.EventName():
		return "A role has changed at " + f.seller, "The role of " + f.who + " is " + f.role + " now."
	case seller.MemberRemoved{}.EventName():
		return "Somebody does not act for " + f.seller + " any more", f.who + " does not act for " + f.seller + " any more."
	case seller.MemberDisabled{}.EventName():
		return "A member of " + f.seller + " was disabled", f.who + " has not signed in for half a year and may not act for " + f.seller +
			" until an owner lets them in again."
	case seller.MemberEnabled{}.EventName():
		return "A member of " + f.seller + " was let in again", f.who + " may act for " + f.seller + " again."
	case seller.StaleMembersListed{}.EventName():
		return "Who has not signed in for " + f.seller, "These members have not signed in for three months. After six they are disabled:"
	case seller.RoleCreated{}.EventName():
		return "A new role at " + f.seller, fmt.Sprintf("%s has a new role, %q.", f.seller, m.Word)
	case seller.RoleUpdated{}.EventName():
		return "A role at " + f.seller + " has changed", fmt.Sprintf("What members with the role %q may do has changed.", m.Word)
	case seller.RoleDeleted{}.EventName():
		return "A role at " + f.seller + " is gone", fmt.Sprintf("The role %q was deleted.", m.Word)
	case seller.OwnershipOffered{}.EventName():
		return "The ownership of " + f.seller + " is offered", f.who + " is asked to be the owner of " + f.seller + "."
	case seller.OwnershipOfferEnded{}.EventName():
		return "The offer to own " + f.seller + " has ended", "The offer to own " + f.seller + " has ended: " + strings.ToLower(m.Word) + "."
	case seller.OwnershipTransferred{}.EventName():
		return f.seller + " has another owner", f.who + " is an owner of " + f.seller + " from now on."
	case seller.LegalChanged{}.EventName():
		return "The legal data of " + f.seller + " has changed", "Who " + f.seller + " is by law was changed."
	case seller.Closed{}.EventName():
		return f.seller + " is closed", f.seller + " is closed for good. What it is owed is still paid out. The reason: " + m.Word
	case payout.DebtWrittenOff{}.EventName():
		return "The platform has given up a debt of " + f.seller, f.seller + " owes the platform " + m.Word + " less: it was given up."
	case operator.Joined{}.EventName():
		return "There is a new operator", f.who + " is an operator from now on, by an invitation. Their role: " + m.Word + "."
	case identity.OperatorDisabled{}.EventName():
		return "An operator was disabled", f.who + " has not signed in for two months and may not act as an operator until let in again."
	case identity.OperatorEnabled{}.EventName():
		return "An operator was let in again", f.who + " may act as an operator again."
	case identity.StaleOperatorsListed{}.EventName():
		return "Operators who have not signed in", "These operators have not signed in for a month. After two they are disabled:"
	}
	panic("notification: " + m.About + " is told to nobody else")
}
