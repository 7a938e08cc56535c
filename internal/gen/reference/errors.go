package reference

import (
	"fmt"
	"slices"
	"strings"

	"github.com/etal-market/etal/internal/gen/gofiles"
)

// errorsPage says of every code what it means, what to do, and who answers it.
func (w *writer) errorsPage() string {
	var b strings.Builder
	b.WriteString(header + errorsIntro)
	b.WriteString("\n## Codes of errors beside the data\n\n| code | what it means | what to do |\n|---|---|---|\n")
	for _, c := range closedList() {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.code, c.means, c.todo)
	}
	b.WriteString("\n## Codes of userErrors and reasons\n")
	for _, f := range w.faults {
		if strings.HasPrefix(f.Package, "server") {
			continue // told by plain HTTP only
		}
		fmt.Fprintf(&b, "\n### %s\n\n*%s.* %s %s\n\n%s\n", f.Code, f.Kind, f.Message, strings.TrimSpace(f.Doc), toDo(f))
		if who := w.answeredBy(f.Code); who != "" {
			fmt.Fprintf(&b, "\nAnswered by %s.\n", who)
		}
	}
	return b.String()
}

// answeredBy lists the root fields that may answer a code, unless most do.
func (w *writer) answeredBy(code string) string {
	var links []string
	for _, name := range w.api.names {
		for _, r := range w.api.roots[name] {
			o := w.outcomes[strings.ToLower(r.place())]
			if slices.Contains(o.correctable, code) || slices.Contains(o.refusals, code) {
				links = append(links, fmt.Sprintf("[`%s`](reference/%s.md#%s-%s)", r.field.Name, name, strings.ToLower(r.kind), strings.ToLower(r.field.Name)))
			}
		}
	}
	if len(links) > 25 {
		return fmt.Sprintf("%d operations, wherever they take such input", len(links))
	}
	return strings.Join(links, ", ")
}

// toDo says what a client does about a fault: what its name asks for, or else its
// kind.
func toDo(f gofiles.Fault) string {
	if text := deeds()[f.Code]; text != "" {
		return text
	}
	if strings.HasSuffix(f.Code, "_VERSION") {
		return "Read it again, show the person what has changed, and let them decide anew with the new version."
	}
	return map[string]string{
		"Invalid":         "Show the message beside the field that it names, and send other input. Sending the same again does not help.",
		"Conflict":        "Read the thing again: it is not as it was thought to be. Show the message, and offer what is possible now.",
		"NotFound":        "It does not exist, or is not this actor's to see; the two look alike on purpose. Take it off the screen.",
		"Forbidden":       "The actor may not do this under this hat. Offer it only where `viewer { permissions }` or `availableActions` allow it.",
		"Unauthenticated": "Sign in, and ask again.",
		"StepUp":          "Show a second factor by `stepUp`, take the new token, and send the same again.",
		"Throttled":       "Wait as long as `retryAfterMs` says, and send the same again.",
		"Unavailable":     "Wait a moment, and send the same again: with its idempotency key where it has one.",
	}[f.Kind]
}

// deeds are what codes ask for that their kind does not tell.
func deeds() map[string]string {
	return map[string]string{
		"ACCOUNT_SUSPENDED":        "Nothing that a program can do. Say how to reach the operators.",
		"CREDENTIALS_INVALID":      "Let the person type address and password again, or reset the password. Never say which of the two was wrong: nobody knows.",
		"DOCUMENT_UNKNOWN":         "This server does not know the document: send its text instead, or register the list of the client. The TypeScript client does the former by itself.",
		"DOCUMENT_UNTRUSTED":       "Only registered documents run here. Send `documentId`, or use an API key.",
		"FACTOR_PENDING":           "The session waits for its second factor: call `factorVerify`, and use the token that it returns.",
		"FACTOR_REQUIRED":          "This hat demands a second factor and the account has none: lead the person through `totpEnrol` or `passkeyEnrolStart`.",
		"IDEMPOTENCY_KEY_REUSED":   "The key stands for other input. Make a new key for a new wish; for the same wish send exactly what was sent before.",
		"OFFER_UNAVAILABLE":        "Read the cart again and show the lines that have a `problem`.",
		"OUT_OF_STOCK":             "Read the cart again and show what is left; the person may take fewer.",
		"PASSWORD_TOO_SHORT":       "Show the message beside the field that it names. When `signIn` answers it, lead the person to `passwordResetRequest`.",
		"STREAM_AUTHORITY_CHANGED": "Connect again, once: the new stream tells what the person may see now.",
		"STREAM_CURSOR_GONE":       "Read everything anew, and connect without a position.",
		"STREAM_CURSOR_INVALID":    "Read everything anew, and connect without a position.",
		"STREAM_STOPPING":          "Connect again and go on from the last event.",
		"STREAM_TOO_SLOW":          "Connect again and go on from the last event; handle events faster, or follow less.",
		"STREAMS_TOO_MANY":         "Close a stream that is not needed any more. One connection for each screen is enough.",
		"TERMS_REQUIRED":           "Show the version that `terms` answers, and send its id in `acceptTermsVersionIds`.",
		"TERMS_PENDING":            "Show the owner `viewer { pendingTerms }`, and send their ids to `termsAccept`.",
	}
}

// closed is a code that stands beside the data.
type closed struct{ code, means, todo string }

// closedList are all of them. A test compares it with what the API can answer.
func closedList() []closed {
	return []closed{
		{"BAD_REQUEST", "The request is no GraphQL request: its JSON, its parameters or its shape.", "Mend the client."},
		{"GRAPHQL_PARSE_FAILED", "The document is no GraphQL.", "Mend the document."},
		{"GRAPHQL_VALIDATION_FAILED", "The document asks for what the schema has not.", "Compare it with the [reference](reference/README.md), and with the [changelog](changelog.md) when it worked before."},
		{"BAD_USER_INPUT", "A literal or a variable does not fit its type, or an argument is out of bounds; `reason` says which.", "Mend the variables."},
		{"OPERATION_TOO_LARGE", "The document is over a [limit](limits.md).", "Ask for less in one document."},
		{"COST_LIMIT", "The request costs more than one may: [costs](cost.md).", "Ask for smaller pages, or fewer lists in lists."},
		{"RATE_LIMITED", "Too much was asked for over time.", "Wait `retryAfterMs`, and ask again."},
		{"UNAUTHENTICATED", "Nobody is signed in, or the session or key has ended.", "Sign in, and ask again."},
		{"STEP_UP_REQUIRED", "The second factor must have been shown within `maxAgeSeconds`.", "Call `stepUp` by one of `methods`, take the new token, and send the same again."},
		{"FORBIDDEN", "The actor may not; `permission` names what is missing, `reason` what else stands against it.", "Offer it only to those who may; another hat may do."},
		{"NOT_FOUND", "There is no such thing, or it is not the actor's to see.", "Take it off the screen."},
		{"CONFLICT", "The thing is not in the state that this needs, or the same request is still running.", "Read it again; send the same again after a moment when it was running."},
		{"UNAVAILABLE", "The server, its database or its provider did not answer in time.", "Send the same again after a moment: with its idempotency key where it has one."},
		{"PERSISTED_QUERY_NOT_SUPPORTED", "Documents are not stored on first use.", "Send `documentId` of a registered document, or the text. Apollo Client does so by itself."},
		{"INTROSPECTION_DISABLED", "The schema is not told to strangers here.", "Use an API key, or the [published schema](README.md#the-schema)."},
		{"METHOD_NOT_ALLOWED", "Mutations and subscriptions by GET, or another method.", "Use POST."},
		{"NOT_ACCEPTABLE", "No media type that is accepted is one that is answered.", "Accept `application/graphql-response+json`."},
		{"UNSUPPORTED_MEDIA_TYPE", "The body is no `application/json` in UTF-8.", "Send JSON."},
		{"BODY_TOO_LARGE", "The body is over its limit.", "Send files by `uploadCreate`."},
		{"INTERNAL", "It is our fault. Nothing more is told.", "Show `requestId`, which whoever runs the marketplace finds in the log. Do not send a change again without an idempotency key."},
	}
}

const errorsIntro = `# Errors

There are two places for errors, and no third:

- **userErrors** in the payload of a mutation: what a person can correct, with ` + "`code`, `field`" + ` (the path inside the input) and ` + "`message`" + `.
  Nothing was changed. The HTTP status is 200.
- **errors** beside the data: what the caller may not or cannot have, and what went wrong. ` + "`extensions.code`" + ` is one of the closed list
  below; ` + "`extensions.reason`" + ` is finer, where there is more to tell.

Codes are added, never renamed: treat one that you do not know by its message. *Answered by* was found by following the code of each operation; what
another service or a decision of a second person adds is told by the message.

## Statuses

Read ` + "`errors`" + `, and not the status: by ` + "`application/json`" + ` whatever GraphQL itself refuses comes with 200. By ` + "`application/graphql-response+json`" + ` it is
200 for data, 294 for data with errors, and 400 for a request that was refused before it ran: by its text, its variables, its size or its cost. What the
door refuses has the same status by both: 400 for no GraphQL request and an unknown document, 401 for a session or key that has ended, 403 for a document that is not trusted, 405, 406, 408, 413, 415,
429 when too much was asked for, 500 and 503. ` + "`ETAL_GRAPHQL_HTTP=2026`" + ` turns some of the 400 into 422, and gives them by ` + "`application/json`" + ` as well.
`
