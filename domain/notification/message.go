package notification

import (
	"context"
	"errors"
)

// ErrRefused is returned by a Sender when the mail server refuses a message for ever,
// such as one to a mailbox that there is not.
var ErrRefused = errors.New("the mail server refuses this mail for ever")

// Message is one mail, in both forms.
type Message struct {
	ID      string // unique, without angle brackets; a repeated sending carries the same
	To      string // mail address
	Subject string
	Text    string
	HTML    string
}

// Sender is the port that mail leaves through. Send returns nil when the mail
// server has taken the message over, and an ErrRefused when it never will. It is called
// outside of any unit of work.
type Sender interface {
	Send(ctx context.Context, m Message) error
}
