// Package mail fills the port notification.Sender: SMTP sends, Catcher keeps
// mail for the pages under /dev/mail and for tests, and Discard drops it where
// no mail server is set.
package mail
