package server

import (
	"fmt"
	"net/http"

	"github.com/etal-market/etal/gateway/mail"
	"github.com/etal-market/etal/graph"
)

// linkPage is what the page behind a mailed link says and sends.
type linkPage struct {
	Title, Text, Mutation, Input, Done string
	AsksPassword                       bool
	// Preview is the query that tells what the link is about, with the type of its
	// argument and what it asks for; empty for a link that says it all.
	Preview, Token, Facts string
	// Decline is the mutation that says no, with its input; empty where there is nothing to decline.
	Decline, DeclineInput string
}

// answer is the text of a mutation that takes an input with the token.
func answer(mutation, input string) string {
	return fmt.Sprintf("mutation($input: %s!) { %s(input: $input) { userErrors { message } } }", input, mutation)
}

func (p linkPage) previewText() string {
	return fmt.Sprintf("query($token: %s!) { %s(token: $token) { %s } }", p.Token, p.Preview, p.Facts)
}

// MutationID names the document that the form sends.
func (p linkPage) MutationID() string { return graph.DocumentID(answer(p.Mutation, p.Input)) }

// DeclineID names the document that says no.
func (p linkPage) DeclineID() string { return graph.DocumentID(answer(p.Decline, p.DeclineInput)) }

// PreviewID names the document that tells what the link is about.
func (p linkPage) PreviewID() string { return graph.DocumentID(p.previewText()) }

// linkDocuments are what the pages behind mailed links send: they work where only
// registered documents run, too.
func linkDocuments() graph.Documents {
	all := graph.Documents{}
	for _, p := range linkPages() {
		all[p.MutationID()] = answer(p.Mutation, p.Input)
		if p.Decline != "" {
			all[p.DeclineID()] = answer(p.Decline, p.DeclineInput)
		}
		if p.Preview != "" {
			all[p.PreviewID()] = p.previewText()
		}
	}
	return all
}

// linkPages are the pages behind mailed links, by the last part of their
// address.
func linkPages() map[string]linkPage {
	return map[string]linkPage{
		"confirm": {
			Title: "Confirm this address", Text: "Confirm that this is your e-mail address.",
			Mutation: "emailVerify", Input: "EmailVerifyInput", Done: "Your address is confirmed. You can sign in now.",
		},
		"email": {
			Title: "Change of address", Text: "Confirm the change of your e-mail address.",
			Mutation: "emailChangeConfirm", Input: "EmailChangeConfirmInput",
			Done: "Confirmed. The address changes when the links to both addresses have been used.",
		},
		"invitation": {
			Title:    "Invitation",
			Text:     "Accept to act for the seller that invites you. Sign in first, in this browser, with the address that the mail went to.",
			Mutation: "memberInvitationAccept", Input: "MemberInvitationAcceptInput",
			Preview: "sellerInvitation", Token: "InvitationToken", Facts: "sellerName roleName email expiresAt",
			Decline: "memberInvitationDecline", DeclineInput: "MemberInvitationDeclineInput",
			Done: "You act for the seller from now on. Open the dashboard to begin.",
		},
		"operator-invitation": {
			Title:    "Invitation",
			Text:     "Accept to run this platform with others. Sign in first, in this browser, with the address that the mail went to.",
			Mutation: "operatorInvitationAccept", Input: "OperatorInvitationAcceptInput",
			Preview: "operatorInvitation", Token: "OperatorInvitationToken", Facts: "role email expiresAt",
			Decline: "operatorInvitationDecline", DeclineInput: "OperatorInvitationDeclineInput",
			Done: "You are an operator from now on. Open the dashboard to begin; it will ask for a second factor.",
		},
		"factor-keep": {
			Title: "Keep my second factors", Text: "Nothing is taken away. If it was not you who asked for it, set a new password besides.",
			Mutation: "factorResetObject", Input: "FactorResetObjectInput", Done: "Your second factors stay.",
		},
		"factor-reset": {
			Title: "Take my second factors away", Text: "All your devices will be signed out. Set up a new factor when you have signed in.",
			Mutation: "factorResetConfirm", Input: "FactorResetConfirmInput", Done: "Your second factors are gone. Sign in and set up a new one.",
		},
		"factor-thaw": {
			Title: "Let codes of my app count again", Text: "Your app was locked after many wrong codes. If they were not yours, set a new password first.",
			Mutation: "factorThaw", Input: "FactorThawInput", Done: "Codes of your app count again.",
		},
		"reset": {
			Title: "Set a new password", Text: "All your devices will be signed out.", AsksPassword: true,
			Mutation: "passwordReset", Input: "PasswordResetInput", Done: "Your new password is set. You can sign in now.",
		},
	}
}

// accountLink shows the page behind a mailed link. Showing it uses nothing up:
// programs that look through mail open every link.
func (a *App) accountLink(w http.ResponseWriter, r *http.Request) {
	page, ok := linkPages()[r.PathValue("page")]
	if !ok {
		a.refuse(w, r, ErrRouteNotFound)
		return
	}
	w.Header().Set("Referrer-Policy", "no-referrer")
	a.show(w, r, http.StatusOK, "account_link.html", page)
}

// CaughtMail lists the mail that would have been sent, the newest first; nothing
// unless the process runs in development without a mail server.
func (a *App) CaughtMail() []mail.Caught {
	if a.caught == nil {
		return nil
	}
	return a.caught.All()
}
