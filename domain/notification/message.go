package notification

import "context"

// Message is one mail, in both forms.
type Message struct {
	ID      string // unique, without angle brackets; a repeated sending carries the same
	To      string // mail address
	Subject string
	Text    string
	HTML    string
}

// Sender is the port that mail leaves through. Send returns nil when the mail
// server has taken the message over, and ErrUndeliverable when there is no use in
// trying again. It is called outside of any unit of work.
type Sender interface {
	Send(ctx context.Context, m Message) error
}
