package mail_test

import (
	"bufio"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/gateway/mail"
)

// contract is what every sender must do with a message.
func contract(t *testing.T, s notification.Sender) {
	t.Helper()
	m := notification.Message{
		ID: "evt_1@etal", To: "mill@example.org", Subject: "Welcome, Mühle",
		Text: "You are approved.\n.\nA line with one dot above.", HTML: "<p>You are approved.</p>",
	}
	require.NoError(t, s.Send(t.Context(), m))
}

// server is a mail server of a few lines that takes one message at a time, and answers
// otherwise than well to some commands.
func server(t *testing.T, answers map[string]string) (address string, received chan string) {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = l.Close() })
	received = make(chan string, 10)
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go serve(conn, answers, received)
		}
	}()
	return "smtp://" + l.Addr().String(), received
}

func serve(conn net.Conn, answers map[string]string, received chan<- string) {
	defer conn.Close()
	lines := bufio.NewScanner(conn)
	say := func(text string) { fmt.Fprintf(conn, "%s\r\n", text) }
	say("220 test")
	for lines.Scan() {
		verb := strings.ToUpper(strings.SplitN(lines.Text(), " ", 2)[0])
		switch {
		case answers[verb] != "":
			say(answers[verb])
		case verb == "DATA":
			say("354 go on")
			var text strings.Builder
			for lines.Scan() && lines.Text() != "." {
				text.WriteString(strings.TrimPrefix(lines.Text(), ".") + "\n")
			}
			if answers["."] != "" {
				say(answers["."])
				continue
			}
			received <- text.String()
			say("250 taken")
		case verb == "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

func TestSMTP_sends_both_forms(t *testing.T) {
	t.Parallel()
	address, received := server(t, nil)
	s, err := mail.NewSMTP(address, "Étal <no-reply@market.example>")
	require.NoError(t, err)
	contract(t, s)

	text := <-received
	require.Contains(t, text, "To: <mill@example.org>")
	require.Contains(t, text, "Message-ID: <evt_1@etal>")
	require.Contains(t, text, "multipart/alternative")
	require.Contains(t, text, "text/plain")
	require.Contains(t, text, "text/html")
	require.Contains(t, text, "A line with one dot above.", "a lone dot must not end the message")
	require.NotContains(t, text, "Subject: Welcome, Mühle", "a header is ASCII")
}

func TestSMTP_tells_that_a_message_was_refused(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		answers map[string]string
		forEver bool
	}{
		"there is no such mailbox":        {map[string]string{"RCPT": "550 5.1.1 no such mailbox"}, true},
		"the message is too long":         {map[string]string{".": "552 5.3.4 too long"}, true},
		"the mailbox is full":             {map[string]string{"RCPT": "452 4.2.2 full"}, false},
		"come again later":                {map[string]string{".": "451 greylisted"}, false},
		"it takes nothing from us":        {map[string]string{"MAIL": "550 5.7.1 who are you"}, false},
		"it closes":                       {map[string]string{"RCPT": "421 closing"}, false},
		"it says what nobody can read":    {map[string]string{"RCPT": "?"}, false},
		"it says so behind a broken RSET": {map[string]string{"RCPT": "550 no such mailbox", "RSET": "421 closing"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address, received := server(t, c.answers)
			s, err := mail.NewSMTP(address, "no-reply@market.example")
			require.NoError(t, err)
			err = s.Send(t.Context(), notification.Message{ID: "1@etal", To: "nobody@example.org", Subject: "x", Text: "y"})
			require.Error(t, err)
			require.Equal(t, c.forEver, errors.Is(err, notification.ErrRefused), err)
			require.Empty(t, received)
		})
	}
}

// A server that has taken a message may be rude afterwards: the message is not sent again.
func TestSMTP_what_was_taken_is_taken(t *testing.T) {
	t.Parallel()
	for _, verb := range []string{"RSET", "QUIT"} {
		address, received := server(t, map[string]string{verb: "421 closing"})
		s, err := mail.NewSMTP(address, "no-reply@market.example")
		require.NoError(t, err)
		require.NoError(t, s.Send(t.Context(), notification.Message{ID: "1@etal", To: "a@example.org", Subject: "x", Text: "y"}), verb)
		require.Contains(t, <-received, "1@etal")
	}
}

func TestSMTP_a_recipient_cannot_add_headers(t *testing.T) {
	t.Parallel()
	address, received := server(t, nil)
	s, err := mail.NewSMTP(address, "no-reply@market.example")
	require.NoError(t, err)
	for _, to := range []string{"a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org", "", "nobody"} {
		require.ErrorIs(t, s.Send(t.Context(), notification.Message{ID: "1@etal", To: to, Subject: "x", Text: "y"}), notification.ErrRefused, to)
	}
	require.NoError(t, s.Send(t.Context(), notification.Message{
		ID: "2@etal", To: "a@example.org", Subject: "x\r\nBcc: b@example.org", Text: "y",
	}))
	require.NotContains(t, <-received, "\nBcc:")
	require.Empty(t, received)
}

func TestSMTP_no_password_in_errors(t *testing.T) {
	t.Parallel()
	_, err := mail.NewSMTP("smtp://etal:hunter2%zz@mail.example", "x@example.org")
	require.Error(t, err)
	require.NotContains(t, err.Error(), "hunter2")
}

func TestCatcher(t *testing.T) {
	t.Parallel()
	c := mail.NewCatcher(clock.NewManual(time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)))
	contract(t, c)
	contract(t, c)
	all := c.All()
	require.Len(t, all, 1, "a message sent again is the same message")
	require.Equal(t, "Welcome, Mühle", all[0].Subject)

	for i := range 600 {
		require.NoError(t, c.Send(t.Context(), notification.Message{ID: fmt.Sprint(i)}))
	}
	all = c.All()
	require.Len(t, all, 500)
	require.Equal(t, "599", all[0].ID, "the newest first")
	_, ok := c.Get(1)
	require.False(t, ok, "the oldest are gone")
	m, ok := c.Get(all[0].Number)
	require.True(t, ok)
	require.Equal(t, "599", m.ID)
}

func TestDiscard(t *testing.T) {
	t.Parallel()
	contract(t, mail.Discard{Log: slog.New(slog.DiscardHandler)})
}
