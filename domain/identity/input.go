package identity

import (
	"crypto/rand"
	"net/mail"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/terms"
)

const (
	emailMax = 254 // RFC 5321, section 4.5.3.1.3, less the angle brackets
	nameMax  = 100
)

// RegisterInput asks for an account.
type RegisterInput struct {
	Email    string
	Name     string
	Password Password
	// AcceptTermsVersionIDs are the terms that are accepted with it. The answers are
	// the account's once there is one.
	AcceptTermsVersionIDs []terms.VersionID
}

// clean checks the input and returns it trimmed.
func (in RegisterInput) clean() (RegisterInput, error) {
	var faults fault.List
	in.name(&faults)
	in.Password.check(&faults, owner{email: in.Email, name: in.Name})
	return in, faults.Err()
}

// cleanOperator is clean for somebody whom another one registers. Without a password
// there they get a random one that nobody is told. It is not checked: it may contain a
// name, once in a long while.
func (in RegisterInput) cleanOperator() (RegisterInput, error) {
	if in.Password != "" {
		return in.clean()
	}
	var faults fault.List
	in.name(&faults)
	in.Password = Password(rand.Text())
	return in, faults.Err()
}

// name checks who somebody is, and trims it.
func (in *RegisterInput) name(l *fault.List) {
	in.Email = CheckEmail(l, in.Email, "email")
	in.Name = l.Text(in.Name, nameMax, "name")
}

// SignInInput asks for a session.
type SignInInput struct {
	Email    string
	Password Password
}

// CheckEmail adds a fault at path unless s is one plain address, and returns it
// trimmed. A display name, comments, quotes and a domain without a dot are
// refused: they are typing errors far more often than addresses.
func CheckEmail(l *fault.List, s string, path ...string) string {
	before := len(*l)
	s = l.Required(s, emailMax, path...)
	if len(*l) > before {
		return s
	}
	parsed, err := mail.ParseAddress(s)
	if err != nil || parsed.Address != s || len(s) > emailMax {
		l.Add(ErrEmailInvalid.At(path...))
		return s
	}
	_, domain, _ := strings.Cut(s, "@")
	if !strings.Contains(strings.Trim(domain, "."), ".") || strings.ContainsAny(domain, "[]:") {
		l.Add(ErrEmailInvalid.At(path...))
	}
	return s
}

// FoldEmail returns the form of an address in which it is unique.
func FoldEmail(email string) string { return fold(email) }

// fold gives the form of an address in which it is unique: mail systems
// ignore case in practice, and so do people.
func fold(email string) string {
	return strings.ToLower(norm.NFKC.String(strings.TrimSpace(email)))
}
